//! Which names of a text are judged, and on which platforms.

use super::{Judge, is_at_server, is_deceit};
use crate::check::platform_mentions::{Place, names_platform};
use crate::check::tokens::{Token, TokenKind, Tokens};
use crate::check::{Answer, Instead, Verdict, bearers, phone};

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
        if answers.is_empty() {
            answers.push(self.answer(token.kind, &token.text));
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

/// The answer to a link that leads on from the page that it stands on, though it looks like an account.
fn nowhere(answer: Answer) -> Answer {
    let verdict = Verdict::NotAnAccount(Instead::Words(Vec::new()));
    Answer { platform: None, account: None, verdict, ..answer }
}
