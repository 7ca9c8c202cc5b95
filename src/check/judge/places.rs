//! Which names of a text are judged, and on which platforms.

use std::collections::HashSet;

use super::{Judge, is_at_server, is_deceit};
use crate::check::platform_mentions::{Place, names_platform};
use crate::check::tokens::{MAX_TOKENS, Token, TokenKind, Tokens};
use crate::check::{Answer, Instead, Verdict, bearers, phone};
use crate::directory::lexicon::PhraseRole;

impl Judge<'_> {
    /// The answers to one token, one for each place that it is said to be at.
    pub(in crate::check) fn at_places(&self, token: &Token, places: &[Place]) -> Vec<Answer> {
        let at = |place: &Place| match *place {
            Place::Known(platform) => Self { platform: Some(platform), ..*self },
            Place::Elsewhere(name) => Self { elsewhere: Some(name), ..*self },
        };
        let names_place = token.kind == TokenKind::Handle && !is_at_server(&token.text);
        let places = places.iter().filter(|_| names_place);
        let mut answers: Vec<Answer> =
            places.map(|place| at(place).answer(token.kind, &token.text)).collect();
        if token.is_relative {
            let answer = self.answer(token.kind, &token.text);
            let host = token.text.split(['/', '?', '#']).next().unwrap_or_default();
            let is_nowhere = !host.contains('.') || answer.listed().is_some();
            return vec![if is_nowhere && !token.text.starts_with("//") {
                nowhere(answer)
            } else {
                answer
            }];
        }
        // What sends a mail or is written to is a mailbox, also at a server where people have accounts.
        let is_mailbox = token.sender.is_some() || token.is_written_to;
        let mailbox = Some(&token.text).filter(|_| is_mailbox).and_then(|it| self.mailbox(it));
        if answers.is_empty() {
            answers.push(mailbox.unwrap_or_else(|| self.answer(token.kind, &token.text)));
        }
        answers
    }

    /// The answer to an input that is nothing but the name of something: no sign of an account, no platform.
    pub(in crate::check) fn name(&self, tokens: &Tokens) -> Option<Answer> {
        let [token] = tokens.all.as_slice() else { return None };
        let is_bare = token.text == tokens.text && token.kind != TokenKind::Address;
        if !is_bare || phone::read(self.directory, &token.text).is_some() {
            return None;
        }
        let similarity = self.checker.similarity(self.directory);
        let owners = bearers::bearers(self.directory, similarity, &token.text);
        (!owners.is_empty()).then(|| Answer {
            asked: token.text.clone(),
            platform: None,
            account: None,
            verdict: Verdict::NotAnAccount(Instead::Name(owners)),
            remarks: Vec::new(),
        })
    }

    /// The tokens of an input that is several bare names on the platform that is named for it: each is judged, where
    /// one of them is a name for sure. Ordinary words are a sentence.
    pub(in crate::check) fn several_names(&self, tokens: Tokens) -> Tokens {
        let Some(platform) = self.platform else { return tokens };
        let Tokens { text, all } = tokens;
        let words = bare_words(&text);
        let ignored: HashSet<&str> =
            self.directory.lexicon.phrases_of(PhraseRole::Ignored).collect();
        let may_be_name = |word: &Token| {
            self.directory.platform(platform).parse_name(&word.text).is_ok()
                && !ignored.contains(word.text.to_lowercase().as_str())
        };
        let is_one = |it: &Token| it.kind == TokenKind::Handle && !it.text.contains('@');
        let is_name = |word: &Token| {
            let resembled = self.resembled(&word.text, &[platform]);
            resembled.is_some_and(|it| it.techniques.iter().any(is_deceit))
        };
        let is_of_words = |it: &Token| it.kind == TokenKind::Words || is_one(it);
        let are_names = (2..=MAX_TOKENS).contains(&words.len())
            && all.iter().all(is_of_words)
            && words.iter().all(may_be_name)
            && (all.iter().any(is_one) || words.iter().any(is_name));
        Tokens { text, all: if are_names { words } else { all } }
    }

    /// Whether a word that may be a name or a brand is the name of a listed account, or passes itself
    /// off as one.
    pub(in crate::check) fn is_name(&self, word: &str) -> bool {
        if names_platform(self.directory, word) {
            return false;
        }
        let meant = self.directory.platforms.parse_handle(word);
        meant.iter().any(|reference| self.directory.account_by(reference).is_some())
            || self.resembled(word, &[]).is_some_and(|it| it.techniques.iter().any(is_deceit))
    }
}

/// The words of a text between blanks and commas, each as a name.
fn bare_words(text: &str) -> Vec<Token> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')) {
        if !piece.is_empty() {
            words.push(Token::new(piece.to_owned(), TokenKind::Handle, at));
        }
        // Each sign that parts two is kept count of, whatever its length.
        at += piece.len();
        at += text.get(at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    }
    words
}

/// The answer to a link that leads on from the page that it stands on, though it looks like an account.
fn nowhere(answer: Answer) -> Answer {
    let verdict = Verdict::NotAnAccount(Instead::Words(Vec::new()));
    Answer { platform: None, account: None, verdict, ..answer }
}
