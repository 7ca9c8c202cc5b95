//! Genuine names inside the names of others.

use super::allowlist::RECRUITMENT_PREFIXES;
use super::genuine::{Genuine, Names, Weight};
use super::lures::{Lure, begins_with_lure, lure};
use crate::text::fold::letters;

/// Whether a label that others registered borrows a name: not by chance, nor as anybody may.
pub(super) fn is_borrowed(
    names: &Names,
    label: &str,
    genuine: &Genuine,
    same_ending: bool,
) -> bool {
    let word = genuine.label.as_str();
    if !label.contains(word) || label == word {
        return false;
    }
    if genuine.is_known_abbreviation && is_glued(label, word) {
        return true;
    }
    if is_of_its_own(label, genuine, same_ending) {
        return false;
    }
    if genuine.except.iter().any(|other| label.contains(other.as_str())) {
        return false;
    }
    let length = word.chars().count();
    let found = Found::of(names, label, word);
    let is_tempting = found.lure == Lure::Strong || (found.lure == Lure::Weak && !same_ending);
    let is_alone = found.rest == Rest::Nothing;
    let is_placed = found.place && !same_ending;
    match genuine.weight {
        _ if genuine.with_place => found.place && is_alone && (is_placed || is_tempting),
        Weight::Brand if genuine.is_platform() => !is_derived(label, word),
        Weight::Brand if length >= 10 => {
            // Honest words are written together with a name by the body itself or its friends.
            let is_honest = same_ending && !found.whole && found.rest == Rest::Words;
            !is_honest || genuine.is_phishing_target
        }
        Weight::Brand if length >= 5 => found.whole || (found.lure > Lure::None && is_alone),
        Weight::Brand | Weight::Label => is_tempting && is_alone,
        Weight::Generic => is_alone && (is_tempting || is_placed),
        Weight::Plain => false,
    }
}

/// Whether a label before the registered part is a name that nobody else has: anyone can put one
/// there, so a short one counts only where the registered part tempts as well, or where people sign in
/// or pay under it and the domain is not even of the country.
pub(super) fn is_put_before(
    label: &str,
    registered: &str,
    genuine: &Genuine,
    same_ending: bool,
) -> bool {
    const TELLING: usize = 8;
    const ALONE: usize = 4;
    let word = genuine.label.as_str();
    let mut parts = label.split(|c: char| !c.is_alphabetic());
    let length = word.chars().count();
    // Firms that work for a body put its name before their own.
    let is_telling = length >= TELLING && genuine.is_phishing_target;
    let is_alone = label == word && length >= ALONE && genuine.is_phishing_target && !same_ending;
    genuine.weight == Weight::Brand
        && !genuine.is_platform()
        && !genuine.with_place
        && parts.any(|part| part == word || is_with_lure(part, word))
        && (is_telling || is_alone || tempts(registered) || tempts(label))
}

/// Whether a label is a name and a lure, written together: `mijnbelastingdienst`.
fn is_with_lure(label: &str, word: &str) -> bool {
    let is_lure = |rest: &str| lure(rest) > Some(Lure::None);
    label.strip_suffix(word).is_some_and(is_lure) || label.strip_prefix(word).is_some_and(is_lure)
}

/// Whether a label is an abbreviation with nothing but what tempts before or behind it: `duo-inloggen`,
/// `mijnsvb`. Without a dash the lure is a long one: of two short words, other words are made too.
fn is_glued(label: &str, word: &str) -> bool {
    const LONG: usize = 5;
    let is_strong = |rest: &str| lure(rest) == Some(Lure::Strong);
    let parts = |rest: &str| rest.split('-').all(is_strong);
    let before = label.strip_suffix(word).filter(|rest| !rest.is_empty());
    let behind = label.strip_prefix(word).filter(|rest| !rest.is_empty());
    let is_before = before.is_some_and(|rest| match rest.strip_suffix('-') {
        Some(rest) => parts(rest),
        None => rest == "mijn" || rest.len() >= LONG && is_strong(rest),
    });
    let is_behind = behind.is_some_and(|rest| match rest.strip_prefix('-') {
        Some(rest) => parts(rest),
        None => rest.len() >= LONG && is_strong(rest),
    });
    is_before || is_behind
}

/// Whether a label has a lure in it.
fn tempts(label: &str) -> bool {
    let mut parts = label.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    parts.any(|part| lure(part) > Some(Lure::None))
}

/// What makes a verb of a name, the name of who does it, or an adjective: `twitteren`, `youtubers`. A plain
/// `-s` is none: nobody has two of a platform.
const DERIVED: &[&str] = &[
    "aar", "aars", "de", "den", "en", "end", "er", "ers", "esque", "ific", "ing", "ings", "isch",
    "ish", "ster", "sters", "t", "te", "ten",
];

/// Whether all of a label is a word that was made of a name, by an ending or by `ge-`: `getwitter`. The last
/// letter of the name may stand twice before an ending, or be its first one.
fn is_derived(label: &str, word: &str) -> bool {
    if label.strip_prefix("ge").is_some_and(|rest| rest == word) {
        return true;
    }
    let Some(rest) = label.strip_prefix(word) else { return false };
    let last = word.chars().next_back();
    let is_ending = |rest: &str| DERIVED.contains(&rest);
    let doubled = last.and_then(|last| rest.strip_prefix(last));
    let joined = last.filter(|last| *last == 'e').map(|last| format!("{last}{rest}"));
    is_ending(rest) || doubled.is_some_and(is_ending) || joined.is_some_and(|it| is_ending(&it))
}

/// Organisations have such sites themselves, under the ending of their own. Where people sign in under
/// a name and the directory knows its hosts, another one is none of these.
fn is_of_its_own(label: &str, genuine: &Genuine, same_ending: bool) -> bool {
    let is_known = genuine.is_service && genuine.is_phishing_target;
    let is_personal =
        !is_known && label.strip_prefix("mijn").is_some_and(|rest| rest == genuine.label);
    same_ending
        && (is_personal || RECRUITMENT_PREFIXES.iter().any(|start| label.starts_with(start)))
}

/// What stands in a label besides a word.
#[derive(Debug, Clone, Copy, Default)]
struct Found {
    /// Whether the word stands by itself, between dashes, digits or the ends.
    whole: bool,
    /// The strongest lure beside it.
    lure: Lure,
    /// Whether the name of a place stands beside it.
    place: bool,
    /// What else does.
    rest: Rest,
}

/// Words beside a name that are no lure as a whole, nor the name of a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Rest {
    /// There are none.
    #[default]
    Nothing,
    /// Words that may be honest.
    Words,
    /// One begins with a strong lure: `inlogpagina`.
    StartsWithLure,
}

impl Found {
    fn of(names: &Names, label: &str, word: &str) -> Self {
        let mut found = Self::default();
        let mut others = Vec::new();
        for part in label.split(|c: char| !c.is_alphabetic()) {
            match part.split_once(word) {
                Some(("", "")) => found.whole = true,
                Some((before, after)) => others.extend([before, after]),
                None => others.push(part),
            }
        }
        others.retain(|other| !other.is_empty());
        // A town of several words has dashes in it.
        if names.is_place(&letters(&others.concat())) {
            found.place = true;
            return found;
        }
        for other in others {
            match lure(other) {
                Some(lure) => found.lure = found.lure.max(lure),
                None if names.is_place(&letters(other)) => found.place = true,
                None => {
                    let is_lure = begins_with_lure(other);
                    let rest = if is_lure { Rest::StartsWithLure } else { Rest::Words };
                    found.rest = found.rest.max(rest);
                }
            }
        }
        found
    }
}
