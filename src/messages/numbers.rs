//! Numbers as a language writes them.

use crate::words::Words;

/// A number with its thousands apart: `1.430` in Dutch, `1,430` in English.
pub fn grouped(words: &Words, number: usize) -> String {
    if number < 1_000 {
        return number.to_string();
    }
    format!("{}{}{:03}", grouped(words, number / 1_000), words.thousands, number % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn thousands_stand_apart_as_the_language_does_it() {
        for (number, dutch, english) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (1_430, "1.430", "1,430"),
            (1_000_007, "1.000.007", "1,000,007"),
        ] {
            assert_eq!(grouped(Language::Nl.words(), number), dutch);
            assert_eq!(grouped(Language::En.words(), number), english);
        }
    }
}
