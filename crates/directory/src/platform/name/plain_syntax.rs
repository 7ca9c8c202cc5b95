//! Patterns that most platforms have: so many characters of a set, as in `[A-Za-z0-9_]{1,15}`.

/// A set of characters, and how many of them a name has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainSyntax {
    /// A bit for each character of ASCII.
    set: u128,
    least: usize,
    most: usize,
}

impl PlainSyntax {
    /// What a pattern asks for, where it is one set and a number of times; of characters beyond ASCII nothing is kept.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let (set, times) = pattern.strip_prefix('[')?.split_once(']')?;
        let (least, most) = match times {
            "+" => (1, usize::MAX),
            _ => times
                .strip_prefix('{')?
                .strip_suffix('}')?
                .split_once(',')
                .and_then(|(least, most)| Some((least.parse().ok()?, most.parse().ok()?)))?,
        };
        Some(Self { set: set_of(set)?, least, most })
    }

    /// Whether a name is such a one for sure; of any other the pattern itself is asked.
    pub(super) fn fits(&self, name: &str) -> bool {
        (self.least..=self.most).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii() && self.set >> byte & 1 == 1)
    }
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
        ] {
            assert!(PlainSyntax::of(pattern).is_some(), "{pattern}");
        }
        for pattern in [
            "",
            "[a-z]",
            "[^a]+",
            "[a-z][0-9]+",
            "[\\w]+",
            "[a-]]+",
            "[a-z]{2}",
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

    proptest! {
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
