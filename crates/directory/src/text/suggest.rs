//! "Did you mean …?": the known name that a given one is a typing error away from.
//!
//! One rule for the loader and the command line. It errs on the side of silence: a wrong suggestion
//! costs a reader more than none.

/// The most typing errors that a name is seen through.
const MOST_TYPOS: usize = 3;

/// Whether a name of so many characters, with so many typing errors, was meant to be a known one: one
/// error in a short name, one more for every five characters, and never so many that a third of the
/// known name is wrong, since a short name is an error or two away from anything.
fn is_near(typos: usize, given: usize, known: usize) -> bool {
    typos <= MOST_TYPOS.min(1 + given / 5) && typos * 3 <= known
}

/// The known name that differs from a given one by the fewest typing errors, the first in the alphabet
/// of those; `None` where all differ by too many.
pub fn mistyped<'k>(
    given: &str,
    known: impl IntoIterator<Item = (impl AsRef<str>, &'k str)>,
) -> Option<&'k str> {
    let length = given.chars().count();
    let near = known.into_iter().filter_map(|(name, id)| {
        let name = name.as_ref();
        let typos = strsim::osa_distance(given, name);
        is_near(typos, length, name.chars().count()).then_some((typos, id))
    });
    near.min().map(|(_, id)| id)
}

/// The known name that was mistyped, or the one name that has all of what was given inside.
pub fn nearest<'k>(
    given: &str,
    known: impl IntoIterator<Item = (impl AsRef<str>, &'k str)>,
) -> Option<&'k str> {
    let known: Vec<_> = known.into_iter().collect();
    let is_long = given.chars().count() > 3;
    let containing = known.iter().filter(|(name, _)| is_long && name.as_ref().contains(given));
    let containing: Vec<&str> = containing.map(|(_, id)| *id).collect();
    let alone = match containing[..] {
        [id] => Some(id),
        _ => None,
    };
    mistyped(given, known.iter().map(|(name, id)| (name.as_ref(), *id))).or(alone)
}

/// How many looks at a name one full comparison with it takes.
const COMPARISON: usize = 100;

/// Many known names, each with what rules it out fast, and how much may be spent on looking at them.
#[derive(Debug)]
pub struct KnownNames<'k> {
    all: Vec<(Shape, &'k str)>,
    /// Counted in names that are looked at.
    budget: usize,
}

impl<'k> KnownNames<'k> {
    /// These names, to be looked at no more than `budget` times in all.
    pub fn new(names: impl Iterator<Item = &'k str>, budget: usize) -> Self {
        Self { all: names.map(|name| (Shape::of(name), name)).collect(), budget }
    }

    /// As [`mistyped`]; `None` also where the budget is spent.
    pub fn mistyped(&mut self, given: &str) -> Option<&'k str> {
        if self.budget == 0 {
            return None;
        }
        let shape = Shape::of(given);
        let near = self.all.iter().filter(|(other, _)| shape.may_be_near(*other));
        let near: Vec<&'k str> = near.map(|(_, name)| *name).collect();
        let spent = self.all.len() + near.len() * COMPARISON;
        self.budget = self.budget.saturating_sub(spent);
        mistyped(given, near.into_iter().map(|name| (name, name)))
    }
}

/// The length of a text, and which characters it holds.
#[derive(Debug, Clone, Copy)]
struct Shape {
    length: usize,
    /// A bit for each letter, digit and hyphen, and one for all others.
    characters: u64,
}

impl Shape {
    fn of(text: &str) -> Self {
        let bit = |c: char| match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            '0'..='9' => 26 + u32::from(c) - u32::from('0'),
            '-' => 36,
            _ => 37,
        };
        let characters = text.chars().fold(0, |all, c| all | 1 << bit(c));
        Self { length: text.chars().count(), characters }
    }

    /// Whether a few typing errors can make the one of the other: each changes the length by one at
    /// the most, and brings or takes away one character.
    fn may_be_near(self, other: Self) -> bool {
        let gone = (self.characters & !other.characters).count_ones() as usize;
        let come = (other.characters & !self.characters).count_ones() as usize;
        self.length.abs_diff(other.length) <= MOST_TYPOS && gone <= MOST_TYPOS && come <= MOST_TYPOS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 6] =
        ["politie-ede", "politie-epe", "dienst-ede", "gemeente-ede", "ab", "politie-utrecht"];

    fn pairs<'k>(known: &[&'k str]) -> Vec<(&'k str, &'k str)> {
        known.iter().map(|id| (*id, *id)).collect()
    }

    #[test]
    fn a_typing_error_is_seen_through_and_a_part_where_it_is_the_only_one() {
        let known = ["naming-case", "naming-convention", "badge-old", "badge-ended", "x"];
        for (asked, expected) in [
            ("naming-cse", Some("naming-case")),
            ("badge-odl", Some("badge-old")),
            ("convention", Some("naming-convention")),
            ("badge", None),
            ("case", Some("naming-case")),
            ("old", None),
            ("y", None),
            ("", None),
        ] {
            assert_eq!(nearest(asked, pairs(&known)), expected, "{asked}");
        }
    }

    #[test]
    fn a_short_name_is_near_to_few() {
        for (given, known, expected) in [
            ("ulr", "url", true),
            ("urls", "url", true),
            ("ur", "url", true),
            ("rul", "url", true),
            ("kl", "url", false),
            ("idd", "id", false),
            ("sene", "seen", true),
            ("snee", "seen", false),
            ("evidnece", "evidence", true),
            ("evdnece", "evidence", true),
            ("politie-aalbrk", "politie-aalbroek", true),
            ("politie-albrk", "politie-aalbroek", true),
            ("plitie-albrk", "politie-aalbroek", false),
        ] {
            assert_eq!(mistyped(given, [(known, known)]).is_some(), expected, "{given} {known}");
        }
    }

    #[test]
    fn what_is_ruled_out_fast_is_not_near() {
        let given = ["politie-eed", "Politie-Ede", "dienst", "", "x", "éé", "gemente-edde", "abc"];
        for given in given.into_iter().chain(IDS) {
            let mut known = KnownNames::new(IDS.into_iter(), usize::MAX);
            assert_eq!(known.mistyped(given), mistyped(given, pairs(&IDS)), "{given}");
        }
        let mut known = KnownNames::new(IDS.into_iter(), usize::MAX);
        assert_eq!(known.mistyped("politie-eed"), Some("politie-ede"));
    }

    #[test]
    fn nothing_is_looked_up_beyond_the_budget() {
        let mut known = KnownNames::new(IDS.into_iter(), 1);
        assert_eq!(known.mistyped("politie-eed"), Some("politie-ede"));
        assert_eq!(known.mistyped("politie-eed"), None);
        assert_eq!(KnownNames::new(IDS.into_iter(), 0).mistyped("politie-eed"), None);
    }
}
