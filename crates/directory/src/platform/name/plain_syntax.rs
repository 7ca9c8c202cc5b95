//! Patterns that most platforms have: characters of sets, each so many times, as in `[A-Za-z0-9_]{1,15}`, and groups of
//! such.

use std::cell::Cell;

/// Longer names are matched by the pattern itself.
const LONGEST: usize = 128;

/// After so many steps the pattern itself is asked, which takes as long for any name.
const MOST_STEPS: u32 = 1000;

/// Whether a text is of letters, digits and single dots of ASCII, in which nothing can be hidden or left out.
pub(super) fn is_plain(text: &str) -> bool {
    let is_plain =
        |b: u8| matches!(b, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.');
    text.bytes().all(is_plain) && !text.contains("..")
}

/// A pattern as far as it is plain; of characters beyond ASCII nothing is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainSyntax(Vec<Piece>);

/// What stands there at least and at most so many times.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    what: What,
    least: usize,
    most: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// A bit for each character of ASCII.
    Set(u128),
    Group(Vec<Piece>),
}

impl PlainSyntax {
    /// What a pattern asks for, where it is sets and groups of them, one behind the other.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let (pieces, rest) = pieces(pattern)?;
        (rest.is_empty() && !pieces.is_empty()).then_some(Self(pieces))
    }

    /// Whether a name is such a one for sure; of any other the pattern itself is asked.
    pub(super) fn fits(&self, name: &str) -> bool {
        let steps = Cell::new(MOST_STEPS);
        name.is_ascii()
            && name.len() <= LONGEST
            && fit(&self.0, name.as_bytes(), &steps, &|rest| rest.is_empty())
    }
}

/// Whether pieces stand at the front of a text, and what is behind them is such.
fn fit(pieces: &[Piece], text: &[u8], steps: &Cell<u32>, is_such: &dyn Fn(&[u8]) -> bool) -> bool {
    let Some((Piece { what, least, most }, behind)) = pieces.split_first() else {
        return is_such(text);
    };
    let Some(left) = steps.get().checked_sub(1) else { return false };
    steps.set(left);
    let go_on = |rest: &[u8]| fit(behind, rest, steps, is_such);
    match what {
        What::Set(set) => {
            let is_in = |byte: &&u8| set >> **byte & 1 == 1;
            let run = text.iter().take(*most).take_while(is_in).count();
            (*least..=run).rev().any(|count| text.get(count..).is_some_and(go_on))
        }
        What::Group(group) => fit_group(group, (*least, *most), text, steps, &go_on),
    }
}

/// Whether a group stands so many times at the front of a text, and what is behind them is such.
fn fit_group(
    group: &[Piece],
    (least, most): (usize, usize),
    text: &[u8],
    steps: &Cell<u32>,
    is_such: &dyn Fn(&[u8]) -> bool,
) -> bool {
    let once_more = |rest: &[u8]| {
        let (least, most) = (least.saturating_sub(1), most.saturating_sub(1));
        rest.len() < text.len() && fit_group(group, (least, most), rest, steps, is_such)
    };
    (most > 0 && fit(group, text, steps, &once_more)) || (least == 0 && is_such(text))
}

/// The pieces at the front of a pattern, up to its end or that of the group, and what is behind.
fn pieces(mut pattern: &str) -> Option<(Vec<Piece>, &str)> {
    let mut all = Vec::new();
    while !pattern.is_empty() && !pattern.starts_with(')') {
        let (what, behind) = if let Some(rest) = pattern.strip_prefix("(?:") {
            let (group, rest) = pieces(rest)?;
            (What::Group(group), rest.strip_prefix(')')?)
        } else if let Some(rest) = pattern.strip_prefix('[') {
            let (set, rest) = rest.split_once(']')?;
            (What::Set(set_of(set)?), rest)
        } else {
            let sign = pattern.chars().next().filter(char::is_ascii_alphanumeric)?;
            (What::Set(1 << u32::from(sign)), pattern.get(1..)?)
        };
        let (least, most, behind) = times(behind)?;
        all.push(Piece { what, least, most });
        pattern = behind;
    }
    Some((all, pattern))
}

/// How many times something stands there, and what is behind that; `None` where it says more than that.
fn times(text: &str) -> Option<(usize, usize, &str)> {
    let (least, most, behind) = match text.chars().next() {
        Some('?') => (0, 1, text.get(1..)?),
        Some('+') => (1, usize::MAX, text.get(1..)?),
        Some('*') => (0, usize::MAX, text.get(1..)?),
        Some('{') => {
            let (times, behind) = text.get(1..)?.split_once('}')?;
            let (least, most) = times.split_once(',').unwrap_or((times, times));
            (number(least)?, number(most)?, behind)
        }
        _ => (1, 1, text),
    };
    (least <= most && !behind.starts_with(['?', '+', '*', '{'])).then_some((least, most, behind))
}

/// A number in digits only: Rust reads `+1` too.
fn number(digits: &str) -> Option<usize> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// The characters of ASCII in a set; `None` where it may mean more than it lists.
fn set_of(items: &str) -> Option<u128> {
    let items: Vec<char> = items.chars().collect();
    let (mut rest, mut set) = (&items[..], 0);
    while let [first, behind @ ..] = rest {
        let last = if let ['-', last, behind @ ..] = behind {
            rest = behind;
            let are_alike = first.is_ascii_alphanumeric() == last.is_ascii_alphanumeric();
            let can_be = first.is_alphanumeric() && !last.is_ascii_punctuation();
            (are_alike && can_be && first <= last).then_some(*last)?
        } else {
            rest = behind;
            let is_itself = match first {
                '-' => behind.is_empty(),
                '&' => behind.first() != Some(&'&'),
                first => !"\\[]^~".contains(*first),
            };
            is_itself.then_some(*first)?
        };
        let ascii = (*first..=last).take_while(char::is_ascii);
        ascii.for_each(|c| set |= 1_u128 << u32::from(c));
    }
    (set != 0).then_some(set)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::compiled;
    use super::*;

    #[test]
    fn only_one_set_and_a_number_of_times_is_plain() {
        for pattern in [
            "[A-Za-z0-9_]{1,15}",
            "[a-z]+",
            "[A-Za-z0-9._-]{3,30}",
            "[-]{1,2}",
            "[A-ZÀ-Ö々-퟿_&.'+!-]{2,100}",
            "[a-z]",
            "[a-z][0-9]+",
            "[a-z]{2}",
            "UC[a-z]{22}",
            "[a-z](?:[.]?[a-z]){0,29}",
            "(?:[0-9][0-9.]{0,48})?[A-Za-z]*",
        ] {
            assert!(PlainSyntax::of(pattern).is_some(), "{pattern}");
        }
        for pattern in [
            "",
            "[^a]+",
            "(a)",
            "(?:a",
            "a)",
            "a|b",
            "(?:a|b)",
            "^a$",
            "a.",
            "a??",
            "\\d",
            "[a-z]{2,1}",
            "[a-z]{+1,2}",
            "é",
            "[\\w]+",
            "[a-]]+",
            "[a-z]{1,}",
            "[é]+",
            "[-a]+",
            "[]{1,2}",
            "[[:alpha:]]+",
            "[z-a]+",
            "[a-z]{1,2}?",
            "[a-z]++",
            "[a&&b]+",
        ] {
            assert_eq!(PlainSyntax::of(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn a_long_name_of_many_readings_is_left_to_the_pattern() {
        let plain = PlainSyntax::of("(?:[a]*[a]*[a]*[a]*)*b").unwrap();
        assert!(plain.fits("aaab"));
        assert!(!plain.fits(&"a".repeat(100)));
        assert!(!plain.fits(&"b".repeat(LONGEST + 1)));
    }

    #[test]
    fn names_of_the_large_platforms_are_plain() {
        for (pattern, name) in [
            ("(?:[0-9][0-9.]{0,48})?[A-Za-z](?:[A-Za-z0-9.]{0,48}[A-Za-z0-9])?", "gemeente.ede"),
            ("[A-Za-z0-9_](?:[.]?[A-Za-z0-9_]){0,29}", "gem.ede_1"),
            ("[0-9]{0,99}[A-Za-zÀ-Ö_-][A-Za-z0-9À-Ö_-]{0,99}", "gemeente-ede"),
        ] {
            let plain = PlainSyntax::of(pattern).unwrap();
            assert!(plain.fits(name) && !plain.fits(&format!("{name}.")), "{pattern}");
        }
    }

    proptest! {
        #[test]
        fn in_plain_text_nothing_is_hidden_or_left_out(text in "[a-zA-Z0-9_.-]{0,5}") {
            let is_cut = super::super::cut_off(&text).is_some();
            prop_assert!(!is_plain(&text) || !is_cut, "{}", text);
            prop_assert!(!text.contains(crate::text::sanitise::is_hostile));
        }

        #[test]
        fn what_fits_in_groups_fits_the_pattern(
            pattern in r"(\[[a-c.]{1,2}\](\?|\+|\*|\{[01],[23]\})?|\(\?:\[[a-c]\](\?|\*)?(\[[.b]\])?\)(\?|\+|\*|\{[01],[23]\})?|[ab]){1,4}",
            name in "[a-c.]{0,8}",
        ) {
            let plain = PlainSyntax::of(&pattern).unwrap();
            prop_assert!(!plain.fits(&name) || compiled(&pattern).unwrap().is_match(&name), "{pattern} {name}");
        }

        #[test]
        fn what_fits_fits_the_pattern(
            set in "(a-z|0-9|A-F|_|[.]|x|7|À-Ö|é|[+]|&|!){1,5}-?",
            (least, more) in (0_usize..4, 0_usize..6),
            name in "[a-zA-Z0-9_.é&!+ -]{0,9}",
            is_open: bool,
        ) {
            let times = if is_open { "+".to_owned() } else { format!("{{{least},{}}}", least + more) };
            let pattern = format!("[{set}]{times}");
            if let Some(plain) = PlainSyntax::of(&pattern) {
                let does_fit = compiled(&pattern).unwrap().is_match(&name);
                // Beyond ASCII the pattern itself is asked.
                prop_assert!(plain.fits(&name) == does_fit || !name.is_ascii(), "{pattern} {name}");
                prop_assert!(does_fit || !plain.fits(&name), "{pattern} {name}");
            }
        }
    }
}
