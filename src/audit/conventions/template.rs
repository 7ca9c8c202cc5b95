//! Templates of handles: `POL_{place}`, `gem_{place}`, `min{abbreviation}`.

use std::fmt;
use std::str::FromStr;

use crate::audit::conventions::spelling::Joiner;
use crate::text::fold::{fold, letters};

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
pub enum ParseTemplateError {
    /// It has no `{…}`, or more than one.
    NotOneSlot,
    /// What stands between the braces is none of the slots.
    UnknownSlot,
}

impl fmt::Display for ParseTemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOneSlot => "a template has one part in braces, as in `POL_{place}`",
            Self::UnknownSlot => "the part in braces is `place`, `province`, `abbr` or `name`",
        })
    }
}

impl std::error::Error for ParseTemplateError {}

impl Template {
    /// The letters before the slot, the slot, and those behind.
    pub fn new(before: &str, slot: Slot, behind: &str) -> Self {
        Self { before: before.to_owned(), slot, behind: behind.to_owned() }
    }

    /// What it leaves open.
    pub fn slot(&self) -> Slot {
        self.slot
    }

    /// How many letters and digits stand around the open place.
    pub fn fixed(&self) -> usize {
        self.before.chars().chain(self.behind.chars()).filter(|c| c.is_alphanumeric()).count()
    }

    /// The template without what stands between words; where two are alike so, they differ in their
    /// separators only.
    #[must_use]
    pub fn without_separators(&self) -> Self {
        Self::new(&letters(&self.before), self.slot, &letters(&self.behind))
    }

    /// What stands between its own letters and the open place.
    pub fn joiner(&self) -> Joiner {
        let sign = self.before.chars().next_back().or_else(|| self.behind.chars().next());
        let is_it = |it: &Joiner| sign.is_some_and(|sign| it.sign().starts_with(sign));
        Joiner::ALL.into_iter().skip(1).find(is_it).unwrap_or(Joiner::Nothing)
    }

    /// What joins the words of a name in the open place: a dash or point that the template has too. An
    /// underscore parts the family from the name; inside a name hardly anybody writes it.
    pub fn joiner_in_names(&self) -> Joiner {
        match self.joiner() {
            Joiner::Nothing | Joiner::Underscore => Joiner::Nothing,
            joiner @ (Joiner::Dash | Joiner::Point) => joiner,
        }
    }

    /// Its letters before the open place and those behind, folded.
    pub(in crate::audit) fn ends(&self) -> (String, String) {
        (fold(&self.before), fold(&self.behind))
    }

    /// The handle with this in the open place.
    pub fn filled(&self, term: &str) -> String {
        format!("{}{term}{}", self.before, self.behind)
    }

    /// What stands in the open place of a handle; `None` where the handle does not follow the
    /// template.
    pub fn opening(&self, handle: &str) -> Option<String> {
        let (before, behind) = self.ends();
        let handle = fold(handle);
        let inside = handle.strip_prefix(&*before)?.strip_suffix(&*behind)?;
        is_filling(inside).then(|| inside.to_owned())
    }

    /// As [`Template::opening`], in the case in which it is written.
    pub fn written_opening(&self, handle: &str) -> Option<String> {
        let opening = self.opening(handle)?;
        let written = handle.chars().skip(self.before.chars().count());
        let written: String = written.take(opening.chars().count()).collect();
        Some(if fold(&written) == opening { written } else { opening })
    }

    /// Whether a handle writes the letters around the open place in the same case.
    pub fn has_case_of(&self, handle: &str) -> bool {
        handle.starts_with(&self.before) && handle.ends_with(&self.behind)
    }

    fn key(&self) -> (String, Slot, String) {
        (fold(&self.before), self.slot, fold(&self.behind))
    }
}

/// Whether something can stand in the open place of a template: it begins with a letter or digit.
pub(in crate::audit) fn is_filling(inside: &str) -> bool {
    inside.starts_with(char::is_alphanumeric)
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
    type Err = ParseTemplateError;

    fn from_str(text: &str) -> Result<Self, ParseTemplateError> {
        let (before, rest) = text.split_once('{').ok_or(ParseTemplateError::NotOneSlot)?;
        let (slot, behind) = rest.split_once('}').ok_or(ParseTemplateError::NotOneSlot)?;
        if behind.contains(['{', '}']) || before.contains('}') {
            return Err(ParseTemplateError::NotOneSlot);
        }
        let slot = Slot::ALL.into_iter().find(|known| known.id() == slot);
        Ok(Self::new(before, slot.ok_or(ParseTemplateError::UnknownSlot)?, behind))
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
        for (text, error) in [
            ("POL_", ParseTemplateError::NotOneSlot),
            ("{place", ParseTemplateError::NotOneSlot),
            ("{place}{name}", ParseTemplateError::NotOneSlot),
            ("}{place}", ParseTemplateError::NotOneSlot),
            ("{plaats}", ParseTemplateError::UnknownSlot),
            ("{}", ParseTemplateError::UnknownSlot),
        ] {
            assert_eq!(text.parse::<Template>(), Err(error), "{text}");
        }
    }

    #[test]
    fn a_handle_follows_a_template_in_any_case() {
        let template: Template = "POL_{place}".parse().unwrap();
        for (handle, opening, same_case) in [
            ("POL_Ede", Some("ede"), true),
            ("pol_Ede", Some("ede"), false),
            ("POL_", None, true),
            ("PolEde", None, false),
            ("POL__Ede", None, true),
            ("xPOL_Ede", None, false),
        ] {
            assert_eq!(template.opening(handle).as_deref(), opening, "{handle}");
            assert_eq!(template.has_case_of(handle), same_case, "{handle}");
            let written = template.written_opening(handle);
            assert_eq!(written.as_deref(), opening.map(|_| "Ede"), "{handle}");
        }
        assert_eq!(template, "pol_{place}".parse().unwrap());
        assert_ne!(template, "pol{place}".parse().unwrap());
    }

    #[test]
    fn a_template_knows_its_letters_and_what_joins_them() {
        for (text, fixed, joiner, bare) in [
            ("POL_{place}", 3, Joiner::Underscore, "pol{place}"),
            ("{place}", 0, Joiner::Nothing, "{place}"),
            ("gemeente-{place}", 8, Joiner::Dash, "gemeente{place}"),
            ("{place}.nl", 2, Joiner::Point, "{place}nl"),
            ("min{abbr}", 3, Joiner::Nothing, "min{abbr}"),
        ] {
            let template: Template = text.parse().unwrap();
            assert_eq!((template.fixed(), template.joiner()), (fixed, joiner), "{text}");
            assert_eq!(template.without_separators().to_string(), bare);
        }
    }
}
