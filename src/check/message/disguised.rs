//! Words that are written so that a program does not read them and a person does: `P1NC0DE`, `p i n c o d e`,
//! `pas-woord`.

use std::collections::{HashMap, HashSet};

use super::phrases::Word;
use crate::check::similarity::seen_letters;
use crate::compact_sort::CompactSort;

/// The fewest letters of a word that others may stand for: shorter ones are met by chance.
const SHORTEST: usize = 4;

/// The fewest letters of a word that others of the plain alphabet may stand for, or that may stand in two.
const LONG: usize = 6;

/// The words that are worth disguising.
#[derive(Debug, Default)]
pub(super) struct Disguised {
    /// By the letters that a quick reader sees.
    by_letters: HashMap<Vec<u8>, String>,
    words: HashSet<String>,
}

impl Disguised {
    /// Those of some phrases.
    pub(super) fn new<'p>(phrases: impl Iterator<Item = &'p str>) -> Self {
        let words = phrases.flat_map(str::split_whitespace).filter(|word| word.len() >= SHORTEST);
        let words: HashSet<String> = words.map(str::to_owned).collect();
        // Words that look alike are the same one, whatever the order of the set.
        let mut sorted: Vec<&String> = words.iter().collect();
        sorted.compact_sort();
        let by_letters =
            sorted.into_iter().map(|word| (seen_letters(word), word.clone())).collect();
        Self { by_letters, words }
    }

    /// The words of a text as they are compared, with those that are disguised as what they stand for.
    pub(super) fn read(&self, words: &[Word<'_>], text: &str) -> Vec<String> {
        let mut all = Vec::with_capacity(words.len());
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let apart = letters_apart(words.get(at..).unwrap_or_default(), text);
            if let Some(word) = self.spelled(words.get(at..at + apart).unwrap_or_default()) {
                all.push(word);
                at += apart;
                continue;
            }
            if let Some(both) = words.get(at..at + 2).and_then(|both| self.in_two(both)) {
                all.push(both);
                at += 2;
                continue;
            }
            all.push(self.meant(&word.folded).unwrap_or_else(|| word.folded.clone()));
            at += 1;
        }
        all
    }

    /// The word that one stands for in other letters.
    fn meant(&self, folded: &str) -> Option<String> {
        let is_strange = !folded.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_number = folded.bytes().all(|byte| byte.is_ascii_digit());
        let fewest = if is_strange { SHORTEST } else { LONG };
        let is_long = folded.chars().count() >= fewest && !is_number;
        is_long.then(|| self.by_letters.get(&seen_letters(folded)).cloned()).flatten()
    }

    /// The word that stands in letters set apart, perhaps with other letters beside it.
    fn spelled(&self, letters: &[Word<'_>]) -> Option<String> {
        if letters.len() < SHORTEST {
            return None;
        }
        let whole = seen_letters(&letters.iter().map(|it| it.folded.as_str()).collect::<String>());
        let is_in = |own: &Vec<u8>| whole.windows(own.len()).any(|part| part == own.as_slice());
        let found = self.by_letters.iter().filter(|(own, _)| is_in(own)).map(|(_, word)| word);
        found.max_by_key(|word| (word.len(), *word)).cloned()
    }

    /// The word that stands in two pieces: `wacht woord`.
    fn in_two(&self, both: &[Word<'_>]) -> Option<String> {
        let whole: String = both.iter().map(|it| it.folded.as_str()).collect();
        let is_piece = |it: &Word<'_>| it.folded.len() > 1;
        let is_whole = whole.len() >= LONG && both.iter().all(is_piece);
        (is_whole && self.words.contains(&whole)).then_some(whole)
    }
}

/// The most letters that are looked at together: those of several words.
const MOST_APART: usize = 40;

/// How many words at the beginning are single letters, each parted from the next by one sign.
fn letters_apart(words: &[Word<'_>], text: &str) -> usize {
    let is_letter = |word: &Word<'_>| word.folded.chars().count() == 1;
    let is_next = |pair: &[Word<'_>]| {
        let [one, other] = pair else { return false };
        let between = text.get(one.place.end..other.place.start).unwrap_or_default();
        is_letter(other) && between.chars().count() == 1
    };
    if !words.first().is_some_and(is_letter) {
        return 0;
    }
    1 + words.windows(2).take(MOST_APART).take_while(|pair| is_next(pair)).count()
}

#[cfg(test)]
mod tests {
    use super::super::phrases::words;
    use super::*;

    #[test]
    fn disguised_words_are_read_as_what_they_stand_for() {
        let disguised = Disguised::new(["pincode", "sms code", "wachtwoord"].into_iter());
        for (text, expected) in [
            ("stuur uw P1NC0DE", "stuur uw pincode"),
            ("\u{440}incode", "pincode"),
            ("p i n c o d e, p.i.n.c.o.d.e", "pincode pincode"),
            ("u w p-i-n-c-o-d-e nu", "pincode nu"),
            ("w a c h t w 0 0 r d", "wachtwoord"),
            ("wacht woord of pin-code", "wachtwoord of pincode"),
            ("sms c0de", "sms code"),
            // Others.
            ("a b c d", "a b c d"),
            ("de pin en de 0123", "de pin en de 0123"),
            ("p. i. n. c. o. d. e", "p i n c o d e"),
        ] {
            assert_eq!(disguised.read(&words(text), text).join(" "), expected, "{text}");
        }
    }
}
