//! What was typed: its words, tokenized, and the operators before and behind them.

pub(super) mod synonyms;

use crate::search::tokens::{Tokenized, mask};

/// A query, tokenized.
#[derive(Debug, Clone)]
pub(super) struct Query {
    /// All that is asked for, as one run of letters.
    pub(super) letters: String,
    pub(super) words: Vec<Word>,
    /// What must not be met.
    pub(super) without: Vec<Word>,
    pub(super) mask: u64,
    /// Whether it is written as a handle, with an `@` in front.
    pub(super) is_handle: bool,
    /// Whether it is just a word for a kind of bodies, such as `waterschap`.
    pub(super) is_kind: bool,
    /// As it was typed, without the operators and the `@`; empty where it is put in other words.
    pub(super) typed: String,
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) letters: String,
    pub(super) mask: u64,
    pub(super) place: Place,
}

/// Where a word must stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the beginning of a word: no operator.
    Word,
    /// Anywhere, as it is written: `'exact`.
    Inside,
    /// At the beginning of the text: `^prefix`.
    First,
    /// At the end of the text: `suffix$`.
    Last,
    /// From the beginning to the end: `^whole$`.
    Whole,
}

impl Word {
    pub(super) fn new(letters: String, place: Place) -> Self {
        Self { mask: mask(&letters), letters, place }
    }
}

/// Queries of fewer characters than this are met at the beginnings of words only: two or three letters
/// stand inside half of all names.
const SHORTEST_GUESS: usize = 4;

/// The most words that are looked for; nobody says what they mean in more.
const MOST_WORDS: usize = 16;

impl Query {
    pub(super) fn new(text: &str) -> Self {
        let mut words = Vec::new();
        let mut without = Vec::new();
        let mut plain: Vec<&str> = Vec::new();
        for token in text.split_whitespace() {
            let Token { is_not, place, rest } = Token::new(token);
            let into = if is_not { &mut without } else { &mut words };
            if place == Place::Word {
                into.extend(split(rest).map(|letters| Word::new(letters, place)));
            } else {
                into.push(Word::new(Tokenized::new(rest).letters, place));
            }
            if !is_not {
                plain.push(rest);
            }
        }
        words.truncate(MOST_WORDS);
        without.truncate(MOST_WORDS);
        let plain = plain.join(" ");
        let is_handle = plain.starts_with('@');
        let typed = plain.trim_start_matches('@').to_owned();
        let letters = Tokenized::new(&plain).letters;
        Self { mask: mask(&letters), letters, words, without, is_handle, is_kind: false, typed }
    }

    /// This query in other words, with what it excludes.
    pub(super) fn with_words(&self, words: Vec<Word>) -> Self {
        let letters: String = words.iter().map(|word| word.letters.as_str()).collect();
        Self {
            mask: mask(&letters),
            typed: String::new(),
            letters,
            words,
            without: self.without.clone(),
            is_handle: self.is_handle,
            is_kind: self.is_kind,
        }
    }

    /// Whether these are the words that were typed.
    pub(super) fn is_typed(&self) -> bool {
        !self.typed.is_empty()
    }

    /// Whether a text whose first word has so many bytes may begin with the query as it is broken into words: `politi
    /// ede` is no beginning of *Politie Delft*, though its letters are. What is met as a whole may be broken elsewhere.
    pub(super) fn breaks_as(&self, word: usize) -> bool {
        let first = self.words.first().map_or(0, |first| first.letters.len());
        let is_broken_inside = first < word && word < self.letters.len();
        self.is_handle || self.words.len() < 2 || !is_broken_inside
    }

    /// Whether it is one word, or a handle, which is one whatever signs stand in it.
    pub(super) fn is_one_word(&self) -> bool {
        self.is_handle || self.words.len() == 1
    }

    /// Whether it is looked for inside texts and may be guessed at: it is long enough, and no number, which is
    /// the one that was meant or none.
    pub(super) fn is_looked_for_inside(&self) -> bool {
        self.letters.chars().count() >= SHORTEST_GUESS
            && !self.letters.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether an operator says where a word must stand: nobody wants a guess at that.
    pub(super) fn is_placed(&self) -> bool {
        self.words.iter().any(|word| word.place != Place::Word)
    }
}

/// The words of a text. A capital inside a word is no new word in a query: people type `DigiD`.
fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| Tokenized::new(word).letters)
        .filter(|letters| !letters.is_empty())
}

/// What stands between two spaces, and the operators on it.
struct Token<'t> {
    is_not: bool,
    place: Place,
    rest: &'t str,
}

impl<'t> Token<'t> {
    /// Reads the operators; what is no operator for certain is just text.
    fn new(token: &'t str) -> Self {
        let text = Self { is_not: false, place: Place::Word, rest: token };
        // Addresses and handles may hold anything.
        if token.contains(['/', '@']) {
            return text;
        }
        let (is_not, rest) = match token.strip_prefix('!') {
            Some(rest) => (true, rest),
            None => (false, token),
        };
        let (is_first, rest) = match rest.strip_prefix('^') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (is_inside, rest) = match rest.strip_prefix('\'') {
            Some(exact) if !is_first && !is_article(exact) => (true, exact),
            _ => (false, rest),
        };
        let (is_last, rest) = match rest.strip_suffix('$') {
            Some(rest) if rest.ends_with(char::is_alphanumeric) => (true, rest),
            _ => (false, rest),
        };
        let place = match (is_first, is_last, is_inside) {
            (true, true, _) => Place::Whole,
            (true, false, _) => Place::First,
            (false, true, _) => Place::Last,
            (false, false, true) => Place::Inside,
            (false, false, false) => Place::Word,
        };
        let begins =
            |rest: &str| rest.strip_prefix('\'').unwrap_or(rest).starts_with(char::is_alphanumeric);
        if !begins(rest) || Tokenized::new(rest).letters.is_empty() {
            return text;
        }
        Self { is_not, place, rest }
    }
}

/// Whether what follows an apostrophe makes it an article, as in `'s-Hertogenbosch` and `'t Harde`.
fn is_article(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && !letters.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(words: &[Word]) -> Vec<(&str, Place)> {
        words.iter().map(|word| (word.letters.as_str(), word.place)).collect()
    }

    #[test]
    fn operators_say_where_a_word_stands() {
        for (text, words, without) in [
            ("gem ams", vec![("gem", Place::Word), ("ams", Place::Word)], vec![]),
            ("'sterdam", vec![("sterdam", Place::Inside)], vec![]),
            ("'súd-west", vec![("sudwest", Place::Inside)], vec![]),
            ("^gem land$", vec![("gem", Place::First), ("land", Place::Last)], vec![]),
            ("^knmi$", vec![("knmi", Place::Whole)], vec![]),
            ("ede !politie", vec![("ede", Place::Word)], vec![("politie", Place::Word)]),
            (
                "!^pol !'ede !e$",
                vec![],
                vec![("pol", Place::First), ("ede", Place::Inside), ("e", Place::Last)],
            ),
        ] {
            let query = Query::new(text);
            assert_eq!(shown(&query.words), words, "{text}");
            assert_eq!(shown(&query.without), without, "{text}");
        }
    }

    #[test]
    fn what_is_no_operator_is_text() {
        for (text, letters) in [
            ("'s-Hertogenbosch", "shertogenbosch"),
            ("'s gravenhage", "sgravenhage"),
            ("'t Harde", "tharde"),
            ("’s-Gravenhage", "sgravenhage"),
            ("Aa's", "aas"),
            ("hallo!", "hallo"),
            ("!", ""),
            ("!!", ""),
            ("^$", ""),
            ("$", ""),
            ("! ede", "ede"),
            ("!!ede", "ede"),
            ("'", ""),
            ("''ede", "ede"),
            ("@POL_Ede", "polede"),
            ("^@POL_Ede", "polede"),
            ("https://x.com/!ede$", "httpsxcomede"),
        ] {
            let query = Query::new(text);
            assert_eq!(query.letters, letters, "{text}");
            assert!(query.without.is_empty(), "{text}");
            assert!(!query.is_placed() || text == "''ede", "{text}");
        }
    }
}
