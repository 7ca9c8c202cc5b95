//! Elements: what a start tag says of where one is on a page.

use std::collections::HashMap;

use html5gum::StartTag;

use super::Zone;
use super::class::{self, Class};
use super::path::Path;
use super::sheet::Sheet;
use super::shown::{Seen, Verdict};
use super::words;

/// What holds inside of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    zone: Zone,
    /// Whether a visitor sees what stands here.
    pub(super) seen: Seen,
    pub(super) follow: bool,
    pub(super) share: bool,
    /// Whether it is inside of something whose header and footer are not those of the page.
    in_article: bool,
}

impl Place {
    /// The place of what stands in a zone.
    pub(super) fn of(zone: Zone) -> Self {
        Self { zone, seen: Seen::default(), follow: false, share: false, in_article: false }
    }

    /// The zone, where something is shown.
    pub(super) fn zone(self) -> Zone {
        self.zone_by(self.seen.verdict())
    }

    /// The zone of something of which is known whether it is shown.
    pub(super) fn zone_by(self, verdict: Verdict) -> Zone {
        if verdict == Verdict::Hidden { Zone::Hidden } else { self.zone }
    }

    /// What holds inside of an element that stands here.
    pub(super) fn inside(self, tag: &StartTag<()>, classes: &mut Classes) -> Self {
        let mut place = self;
        place.seen = self.seen.inside(tag, &classes.path, &classes.sheet);
        // Nobody but its author speaks in an embedded post, and what is a template is never shown.
        if matches!(self.zone, Zone::Hidden | Zone::Embedded | Zone::Comments) {
            return place;
        }
        place.in_article |= has_own_footer(&tag.name);
        let class = classes.of(tag);
        if let Some(zone) = self.zone_of(tag, class) {
            place.zone = zone;
            // What speaks of following the owner around an article does not speak of the people in it.
            if zone == Zone::Text {
                place.follow = false;
            }
        }
        if &**tag.name != b"html" && &**tag.name != b"body" {
            place.follow |= class == Some(Class::Follow) || is_labelled_follow(tag);
            if class == Some(Class::Share) {
                (place.share, place.follow) = (true, false);
            }
        }
        place
    }

    fn zone_of(self, tag: &StartTag<()>, class: Option<Class>) -> Option<Zone> {
        match class {
            Some(Class::Embed) => return Some(Zone::Embedded),
            Some(Class::Comments) => return Some(Zone::Comments),
            _ => {}
        }
        let role = attribute(tag, b"role").unwrap_or_default();
        match (&**tag.name, role.as_str()) {
            (b"template", _) => Some(Zone::Hidden),
            (b"noframes", _) => Some(Zone::Noscript),
            (b"main" | b"article" | b"blockquote", _) | (_, "main" | "article") => Some(Zone::Text),
            // The header and footer of an article are a part of it; those in the main part are the page's.
            (b"footer", _) | (_, "contentinfo") if !self.in_article => Some(Zone::Footer),
            (b"header", _) | (_, "banner") if self.zone != Zone::Text => Some(Zone::Header),
            (b"nav", _) | (_, "navigation") => self.unless_settled(Zone::Navigation),
            (b"aside", _) | (_, "complementary") => self.unless_settled(Zone::Aside),
            _ => match class {
                Some(Class::Footer) if self.zone != Zone::Text => Some(Zone::Footer),
                Some(Class::Header) if self.zone != Zone::Text => self.unless_settled(Zone::Header),
                _ => None,
            },
        }
    }

    /// A navigation in a footer is still the footer.
    fn unless_settled(self, zone: Zone) -> Option<Zone> {
        let is_settled = matches!(self.zone, Zone::Header | Zone::Footer | Zone::Navigation);
        (!is_settled).then_some(zone)
    }
}

/// Whether an element is one whose own footer is not that of the page.
fn has_own_footer(name: &[u8]) -> bool {
    matches!(name, b"article" | b"blockquote" | b"figure" | b"dialog")
}

/// What classes and ids say that were met on a page: most are met many times. And what its style sheets say of them,
/// and in what they stand.
#[derive(Debug, Default)]
pub(super) struct Classes {
    known: HashMap<Vec<u8>, Option<Class>>,
    /// What the style sheets of the page say of them.
    pub(super) sheet: Sheet,
    /// The elements that are open.
    pub(super) path: Path,
}

/// More classes than this are not kept.
const MOST_CLASSES: usize = 4096;

impl Classes {
    fn of(&mut self, tag: &StartTag<()>) -> Option<Class> {
        let mut of = |name: &[u8]| {
            let value: &[u8] = tag.attributes.get(name)?;
            if let Some(known) = self.known.get(value) {
                return *known;
            }
            let class = class::class(&String::from_utf8_lossy(value));
            if self.known.len() < MOST_CLASSES {
                self.known.insert(value.to_vec(), class);
            }
            class
        };
        of(b"class").or_else(|| of(b"id"))
    }
}

fn is_labelled_follow(tag: &StartTag<()>) -> bool {
    // The label of a link is its own.
    &**tag.name != b"a"
        && attribute(tag, b"aria-label").is_some_and(|label| words::is_follow(&label))
}

/// The value of an attribute as text.
pub(super) fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// Whether `rel` or another list of words has one of them.
pub(super) fn has_word(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|it| it.eq_ignore_ascii_case(word))
}
