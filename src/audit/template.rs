//! Templates of handles: `POL_{place}`, `gem_{place}`, `min{abbreviation}`.

use std::fmt;
use std::str::FromStr;

use crate::text::fold::fold;

/// What a template leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// The name of the place: of a municipality its own, of a police team one of those it is for.
    Place,
    /// The name of the province.
    Province,
    /// The organisation's abbreviation.
    Abbreviation,
    /// The organisation's name.
    Name,
}

impl Slot {
    /// All slots, the most telling first.
    pub const ALL: [Self; 4] = [Self::Place, Self::Province, Self::Abbreviation, Self::Name];

    /// The word between the braces.
    pub fn id(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Province => "province",
            Self::Abbreviation => "abbr",
            Self::Name => "name",
        }
    }
}

/// A pattern that the handles of a family follow: letters around one open place.
///
/// Two templates that differ in the case of their letters are one, as they are for the platforms.
#[derive(Debug, Clone)]
pub struct Template {
    before: String,
    slot: Slot,
    behind: String,
}

/// Why a text is no template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateFault {
    /// It has no `{…}`, or more than one.
    NotOneSlot,
    /// What stands between the braces is none of the slots.
    UnknownSlot,
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOneSlot => "a template has one part in braces, as in `POL_{place}`",
            Self::UnknownSlot => "the part in braces is `place`, `province`, `abbr` or `name`",
        })
    }
}

impl std::error::Error for TemplateFault {}

impl Template {
    /// The letters before the slot, the slot, and those behind.
    pub fn new(before: &str, slot: Slot, behind: &str) -> Self {
        Self { before: before.to_owned(), slot, behind: behind.to_owned() }
    }

    /// What it leaves open.
    pub fn slot(&self) -> Slot {
        self.slot
    }

    /// The handle with this in the open place.
    pub fn filled(&self, term: &str) -> String {
        format!("{}{term}{}", self.before, self.behind)
    }

    /// What stands in the open place of a handle; `None` where the handle does not follow the
    /// template.
    pub fn opening(&self, handle: &str) -> Option<String> {
        let (handle, before, behind) = (fold(handle), fold(&self.before), fold(&self.behind));
        let inside = handle.strip_prefix(&*before)?.strip_suffix(&*behind)?;
        (!inside.is_empty()).then(|| inside.to_owned())
    }

    /// Whether a handle writes the letters around the open place in the same case.
    pub fn has_case_of(&self, handle: &str) -> bool {
        handle.starts_with(&self.before) && handle.ends_with(&self.behind)
    }

    fn key(&self) -> (String, Slot, String) {
        (fold(&self.before), self.slot, fold(&self.behind))
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Template {}

impl PartialOrd for Template {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Template {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{{{}}}{}", self.before, self.slot.id(), self.behind)
    }
}

impl FromStr for Template {
    type Err = TemplateFault;

    fn from_str(text: &str) -> Result<Self, TemplateFault> {
        let (before, rest) = text.split_once('{').ok_or(TemplateFault::NotOneSlot)?;
        let (slot, behind) = rest.split_once('}').ok_or(TemplateFault::NotOneSlot)?;
        if behind.contains(['{', '}']) || before.contains('}') {
            return Err(TemplateFault::NotOneSlot);
        }
        let slot = Slot::ALL.into_iter().find(|known| known.id() == slot);
        Ok(Self::new(before, slot.ok_or(TemplateFault::UnknownSlot)?, behind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_written_as_it_is_read() {
        for text in ["POL_{place}", "{place}", "gemeente-{place}", "min{abbr}", "{name}_nl"] {
            assert_eq!(text.parse::<Template>().unwrap().to_string(), text);
        }
        for (text, fault) in [
            ("POL_", TemplateFault::NotOneSlot),
            ("{place", TemplateFault::NotOneSlot),
            ("{place}{name}", TemplateFault::NotOneSlot),
            ("}{place}", TemplateFault::NotOneSlot),
            ("{plaats}", TemplateFault::UnknownSlot),
            ("{}", TemplateFault::UnknownSlot),
        ] {
            assert_eq!(text.parse::<Template>(), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_handle_follows_a_template_in_any_case() {
        let template: Template = "POL_{place}".parse().unwrap();
        for (handle, opening, same_case) in [
            ("POL_Ede", Some("ede"), true),
            ("pol_ede", Some("ede"), false),
            ("POL_", None, true),
            ("PolEde", None, false),
            ("xPOL_Ede", None, false),
        ] {
            assert_eq!(template.opening(handle).as_deref(), opening, "{handle}");
            assert_eq!(template.has_case_of(handle), same_case, "{handle}");
        }
        assert_eq!(template, "pol_{place}".parse().unwrap());
        assert_ne!(template, "pol{place}".parse().unwrap());
    }
}
