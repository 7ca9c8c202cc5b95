//! Words of the language that are one slip away from a listed name, and imitate nobody: `publieke`, `leider`.
//!
//! A dictionary would be larger than the program; of its words only those are kept that would raise a false
//! alarm. `tests/fixtures/README.md` says where they come from, and a test holds the list to them.

use std::sync::OnceLock;

/// Sorted, some on each line.
const WORDS: &str = include_str!("ordinary.txt");

/// Whether a label is such a word.
pub(super) fn is_ordinary(label: &str) -> bool {
    static ALL: OnceLock<Vec<&'static str>> = OnceLock::new();
    let all = ALL.get_or_init(|| WORDS.split_ascii_whitespace().collect());
    all.binary_search(&label).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_letters_without_repeats() {
        let all: Vec<&str> = WORDS.split_ascii_whitespace().collect();
        for pair in all.windows(2) {
            assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
        }
        assert!(all.iter().all(|it| it.bytes().all(|b| b.is_ascii_lowercase())));
        assert!(all.iter().all(|word| is_ordinary(word)) && !is_ordinary("digid"));
    }
}
