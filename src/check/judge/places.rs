//! Which names of a text are judged, and on which platforms.

use super::{Judge, is_at_server, is_deceit};
use crate::check::Answer;
use crate::check::platform_mentions::{Place, names_platform};
use crate::check::tokens::{Token, TokenKind};

impl Judge<'_> {
    /// The answers to one token, one for each place that it is said to be at.
    pub(in crate::check) fn at_places(&self, token: &Token, places: &[Place]) -> Vec<Answer> {
        let at = |place: &Place| match *place {
            Place::Known(platform) => Self { platform: Some(platform), ..*self },
            Place::Elsewhere(name) => Self { elsewhere: Some(name), ..*self },
        };
        // A telephone number is on the platforms that have numbers, whatever else is named.
        let is_number = token.text.chars().all(|c| !c.is_alphabetic());
        let can_be = |place: &&Place| match **place {
            Place::Known(platform) => {
                !is_number || self.directory.platform(platform).parse_name(&token.text).is_ok()
            }
            Place::Elsewhere(_) => true,
        };
        let names_place = token.kind == TokenKind::Handle && !is_at_server(&token.text);
        let places = places.iter().filter(|_| names_place).filter(can_be);
        let mut answers: Vec<Answer> =
            places.map(|place| at(place).answer(token.kind, &token.text)).collect();
        if answers.is_empty() {
            answers.push(self.answer(token.kind, &token.text));
        }
        answers
    }

    /// Whether a word that may be a name or a brand is the name of a listed account, or passes itself
    /// off as one.
    pub(in crate::check) fn is_name(&self, word: &str) -> bool {
        if names_platform(self.directory, word) {
            return false;
        }
        let meant = self.directory.platforms.parse_handle(word);
        meant.iter().any(|reference| self.directory.account_by(reference).is_some())
            || self.resembled(word, &[]).is_some_and(|it| it.tricks.iter().any(is_deceit))
    }
}
