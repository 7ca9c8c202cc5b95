//! Typing errors: one letter doubled, dropped, added or swapped in a name that is long enough.

use super::allowlist::NOT_TYPOS;
use super::genuine::{Genuine, Weight};

/// Whether a label is a genuine one but for a typo. The shorter the name and the less it says by
/// itself, the less may differ: too many honest names are one letter apart.
pub(super) fn is_typo(label: &str, genuine: &Genuine, same_ending: bool) -> bool {
    // Most names differ too much in length, which takes no look at their letters.
    if label.len().abs_diff(genuine.label.len()) > 2 || !can_have_typo(genuine, same_ending) {
        return false;
    }
    let (written, real): (Vec<char>, Vec<char>) =
        (label.chars().collect(), genuine.label.chars().collect());
    if written == real
        || NOT_TYPOS.contains(&label)
        || genuine.except.iter().any(|other| label.starts_with(other.as_str()))
    {
        return false;
    }
    let length = real.len();
    let is_strong = genuine.weight == Weight::Brand;
    let is_short = length < if is_strong { 6 } else { 0 };
    let Some(typo) = typo(&written, &real) else {
        // Names of one region differ in the abbreviation before it.
        let is_long = length >= if is_strong { 12 } else { 14 };
        let begins_alike = written.get(..3) == real.get(..3);
        // What is only longer has something behind it: another body's initials, a number, a plural.
        let is_longer = written.starts_with(&real) || real.starts_with(&written);
        return is_long
            && begins_alike
            && !is_longer
            && genuine.weight < Weight::Plain
            && strsim::osa_distance(label, &genuine.label) <= 2;
    };
    match typo {
        Typo::Swapped | Typo::Doubled => true,
        _ if is_short => false,
        Typo::Dropped => genuine.weight < Weight::Plain && length >= 7,
        Typo::Added => genuine.weight < Weight::Plain && (is_strong && length >= 7 || length >= 9),
        Typo::Replaced => genuine.weight < Weight::Plain && length >= 10,
    }
}

/// Whether a name is long enough, for what it says by itself, to be known with a typo in it.
fn can_have_typo(genuine: &Genuine, same_ending: bool) -> bool {
    let length = genuine.label.chars().count();
    match genuine.weight {
        // A name that is worth stealing has fewer innocent neighbours than it has thieves.
        Weight::Brand if genuine.is_phishing_target && same_ending => length >= 5,
        Weight::Brand => length >= 6,
        Weight::Generic => length >= 7 && same_ending,
        Weight::Label => length >= 9 && same_ending,
        Weight::Plain => length >= 8 && same_ending,
    }
}

/// What one typo did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typo {
    /// Two neighbours changed places.
    Swapped,
    /// A letter was doubled, or a doubled one is single.
    Doubled,
    /// A letter within the word is missing.
    Dropped,
    /// A letter was added within the word.
    Added,
    /// One letter stands for another, not the first.
    Replaced,
}

/// The one typo that makes the written word of the real one. The first and the last letter are the
/// ones that nobody gets wrong, and that make another word of it.
fn typo(written: &[char], real: &[char]) -> Option<Typo> {
    let same = written.iter().zip(real).take_while(|(a, b)| a == b).count();
    let (own, other) = (written.get(same..)?, real.get(same..)?);
    match written.len().cmp(&real.len()) {
        std::cmp::Ordering::Equal => match (own, other) {
            ([a, b, own @ ..], [c, d, other @ ..]) if (a, b) == (d, c) && own == other => {
                Some(Typo::Swapped)
            }
            ([_, own @ ..], [_, other @ ..]) if own == other && same > 0 && !own.is_empty() => {
                Some(Typo::Replaced)
            }
            _ => None,
        },
        std::cmp::Ordering::Less => {
            let (_, rest) = other.split_first()?;
            let is_double = |at: usize| real.get(at) == real.get(at + 1);
            (own == rest && same > 0).then_some(())?;
            if is_double(same) || is_double(same.saturating_sub(1)) {
                return Some(Typo::Doubled);
            }
            (!rest.is_empty()).then_some(Typo::Dropped)
        }
        std::cmp::Ordering::Greater => {
            let (_, rest) = own.split_first()?;
            let is_double = |at: usize| written.get(at) == written.get(at + 1);
            (rest == other && same > 0).then_some(())?;
            // A last letter doubled is the likeliest typo, but an `s` behind a word is its plural.
            if is_double(same.saturating_sub(1)) {
                return Some(Typo::Doubled);
            }
            (!rest.is_empty()).then_some(Typo::Added)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Typo, typo};

    #[test]
    fn one_typo_has_one_name() {
        for (written, real, expected) in [
            ("twiter", "twitter", Some(Typo::Doubled)),
            ("twittter", "twitter", Some(Typo::Doubled)),
            ("facebookk", "facebook", Some(Typo::Doubled)),
            ("instagarm", "instagram", Some(Typo::Swapped)),
            ("istagram", "instagram", Some(Typo::Dropped)),
            ("instahgram", "instagram", Some(Typo::Added)),
            ("instagran", "instagram", None),
            ("facebooks", "facebook", None),
            ("acebook", "facebook", None),
            ("twister", "twitter", Some(Typo::Replaced)),
            ("tiwttre", "twitter", None),
            ("facebook", "facebook", None),
            ("", "facebook", None),
            ("facebook", "", None),
        ] {
            let chars = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(typo(&chars(written), &chars(real)), expected, "{written} {real}");
        }
    }
}
