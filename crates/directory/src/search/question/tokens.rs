//! The words of a question, and what each does in it.

use crate::directory::Kind;
use crate::directory::lexicon::PhraseRole;
use crate::platform::PlatformIndex;
use crate::search::tokens::Tokenized;

/// The most words of a question that are looked at; a set of them is the bits of a number.
pub(in crate::search) const MOST_TOKENS: usize = 32;

/// The most words that are looked up as one.
pub(in crate::search) const LONGEST_RUN: usize = 5;

/// A word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Token {
    /// As it was typed.
    pub(in crate::search) typed: String,
    /// As search compares it.
    pub(in crate::search) letters: String,
    /// What it does.
    pub(in crate::search) role: Role,
    /// Whether it is written in capitals, as an abbreviation, in a text that is not.
    pub(in crate::search) is_in_capitals: bool,
}

/// What a word does in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) enum Role {
    /// It is looked for.
    Term,
    /// It stands in a phrase.
    Phrase(PhraseRole),
    /// It says on which platform.
    Platform(PlatformIndex),
    /// It says of what kind.
    Kind(Vec<Kind>),
    /// It stands in the name of a place.
    Place,
    /// It stands in the name of a body.
    Name,
    /// It tells a topic.
    Topic,
}

impl Role {
    /// Whether a token is looked for in names.
    pub(in crate::search) fn is_searched(&self) -> bool {
        matches!(self, Self::Term | Self::Kind(_) | Self::Place | Self::Name | Self::Topic)
    }

    /// Whether it says no more than where or of what kind, if anything.
    pub(in crate::search) fn says_where_or_of_what_kind(&self) -> bool {
        matches!(self, Self::Kind(_) | Self::Place) || !self.is_searched()
    }

    /// Whether a token is told as one that was passed over.
    pub(in crate::search) fn is_passed_over(&self) -> bool {
        matches!(
            self,
            Self::Phrase(
                PhraseRole::Ignored | PhraseRole::Action | PhraseRole::Genuine | PhraseRole::Urgent
            )
        )
    }
}

/// A text as a question.
#[derive(Debug, Default)]
pub(in crate::search) struct Question {
    /// Its words; none of a text that is no question.
    pub(in crate::search) tokens: Vec<Token>,
    /// The addresses and handles that stand in it. Their parts are no words: `belastingdienst-nl.com` says nothing of
    /// the Belastingdienst.
    pub(in crate::search) addresses: Vec<String>,
}

/// A text as a question. One of a single address, a handle or with an operator of search says just what it looks for,
/// and nobody types a control character.
pub(in crate::search) fn read(text: &str) -> Question {
    let is_control = |c: char| c.is_control() && !c.is_whitespace();
    let is_one_word = !text.contains(char::is_whitespace);
    if text.contains(is_control) || has_operator(text) {
        return Question::default();
    }
    if is_one_word && is_address(text) {
        return Question { tokens: Vec::new(), addresses: vec![text.to_owned()] };
    }
    let has_small = text.chars().any(char::is_lowercase);
    let mut question = Question::default();
    for word in text.split_whitespace() {
        if is_address(word) {
            question.addresses.push(word.to_owned());
            continue;
        }
        let parts = word.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        question.tokens.extend(parts.filter_map(|part| token(part, has_small)));
    }
    question.tokens.truncate(MOST_TOKENS);
    question
}

fn token(part: &str, has_small: bool) -> Option<Token> {
    let letters = Tokenized::new(part).letters;
    let is_capital = |c: char| c.is_uppercase() || !c.is_alphabetic();
    let is_in_capitals = has_small && letters.len() > 1 && part.chars().all(is_capital);
    (!letters.is_empty()).then(|| Token {
        typed: part.trim_matches(['\'', '’']).to_owned(),
        letters,
        role: Role::Term,
        is_in_capitals,
    })
}

/// Whether a word is an address or a handle rather than one of a language: it has a sign of one inside, or a dot with
/// letters on both sides, as far as the sentence did not just go on (`uit.Bel`).
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '_' | '/'));
    let is_named = word.contains(char::is_alphanumeric);
    let is_signed = is_named && (word.contains(['@', '_']) || word.contains("://"));
    let has_slash = word.split('/').filter(|part| part.contains('.')).count() > 0;
    let is_host = || {
        let (before, ending) = word.rsplit_once('.').unwrap_or_default();
        let is_of = |is: fn(&u8) -> bool| ending.bytes().all(|it| is(&it));
        let is_ending = is_of(u8::is_ascii_lowercase) || is_of(u8::is_ascii_uppercase);
        let is_ending = is_ending && ending.len() >= 2;
        is_ending && before.ends_with(|c: char| c.is_alphanumeric())
    };
    is_signed || (word.contains('/') && has_slash) || is_host()
}

/// Whether a word begins with a sign that says how it is to be met; an article does as well.
fn has_operator(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        if word.len() > 1 && word.ends_with('$') {
            return true;
        }
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some('^' | '!'), Some(next)) => next.is_alphanumeric(),
            (Some('\''), Some(next)) => {
                next.is_alphanumeric() && letters.next().is_some_and(char::is_alphanumeric)
            }
            _ => false,
        }
    })
}

/// The runs of tokens, the longest first and then from the left, each with where it begins and ends.
pub(in crate::search) fn runs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    let lengths = (1..=LONGEST_RUN.min(count)).rev();
    lengths.flat_map(move |length| (0..=count - length).map(move |at| (at, at + length)))
}
