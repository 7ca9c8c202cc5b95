//! Sentences for people: verdicts, findings, problems and observations, put into the words of a language.
//!
//! Here is decided which sentence is said and what stands in it; the words themselves are in
//! [`crate::words`].

pub mod browser;
pub mod change;
pub mod dates;
pub mod evidence;
pub mod finding;
pub mod kept_file;
pub mod labels;
pub mod numbers;
pub mod observation;
pub mod own_addition;
pub mod problem;
pub mod proposal;
pub mod question;
pub(crate) mod settings;
pub mod summary;
pub mod technique;
pub mod verdict;
pub mod watch;

/// Holds that in each language no two of these are told in the same words.
#[cfg(test)]
pub(crate) fn each_has_a_word_of_its_own<K: Copy, W: Ord>(
    kinds: &[K],
    word: impl Fn(&'static crate::words::Words, K) -> W,
) {
    for &language in crate::words::Language::ALL {
        let words = language.words();
        let mut all: Vec<W> = kinds.iter().map(|&it| word(words, it)).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), kinds.len(), "{language:?}");
    }
}
