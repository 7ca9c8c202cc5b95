//! What a message asks its reader to do: log in, pay, call at once. The phrases are data of the directory.

use std::collections::HashMap;
use std::ops::Range;

use super::disguised::Disguised;
use super::phrases::{is_unseen, words};
use super::sentences::{around, sentences};
use crate::directory::Directory;
use crate::directory::lexicon::PhraseRole;

/// The most words of a phrase.
const LONGEST: usize = 5;

/// The phrases with which a message asks for something.
#[derive(Debug, Default)]
pub(in crate::check) struct Demands {
    phrases: HashMap<String, PhraseRole>,
    disguised: Disguised,
}

impl Demands {
    /// Those of a directory.
    pub(in crate::check) fn new(directory: &Directory) -> Self {
        let roles = [
            PhraseRole::Negation,
            PhraseRole::Exception,
            PhraseRole::Handover,
            PhraseRole::Secret,
            PhraseRole::Pointer,
            PhraseRole::Demand,
            PhraseRole::NeverAsked,
        ];
        let of = |role| {
            let all = directory.lexicon.phrases_of(role);
            all.map(move |phrase| (phrase.to_owned(), role))
        };
        Self::of(roles.into_iter().flat_map(of).collect())
    }

    fn of(phrases: HashMap<String, PhraseRole>) -> Self {
        // Nobody disguises what makes a demand harmless.
        let is_worth = |role: &PhraseRole| {
            matches!(role, PhraseRole::Secret | PhraseRole::Handover | PhraseRole::NeverAsked)
        };
        let worth = phrases.iter().filter(|(_, role)| is_worth(role)).map(|(it, _)| it.as_str());
        let disguised = Disguised::new(worth);
        Self { phrases, disguised }
    }

    /// The phrases of a text, each with what it does; longer ones first.
    fn roles(&self, text: &str) -> Vec<PhraseRole> {
        let mut found = self.roles_of(text);
        // What nobody sees may stand in words, or where a page breaks between two.
        if text.contains(is_unseen) {
            found.extend(self.roles_of(&text.replace(is_unseen, " ")));
        }
        found
    }

    fn roles_of(&self, text: &str) -> Vec<PhraseRole> {
        let typed = words(text);
        let plain: Vec<String> = typed.iter().map(|it| it.folded.clone()).collect();
        let mut found = self.roles_in(&plain);
        let disguised = self.disguised.read(&typed, text);
        if disguised != plain {
            found.extend(self.roles_in(&disguised));
        }
        found
    }

    fn roles_in(&self, words: &[String]) -> Vec<PhraseRole> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = LONGEST.min(words.len() - at);
            let role = (1..=longest).rev().find_map(|length| {
                let phrase = words.get(at..at + length)?.join(" ");
                Some((length, *self.phrases.get(&phrase)?))
            });
            at += role.map_or(1, |(length, _)| length);
            found.extend(role.map(|(_, role)| role));
        }
        found
    }

    /// Whether a text asks for something, or sends its reader somewhere.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        let does = |role| {
            matches!(role, PhraseRole::Demand | PhraseRole::Pointer | PhraseRole::NeverAsked)
        };
        names_amount(text) || self.roles(text).into_iter().any(does)
    }

    /// Whether something is asked for in the sentence that a place of a text is in, or where that says nothing, in any
    /// that leads nowhere itself. In what order the sentences stand decides nothing.
    pub(super) fn stand_beside(
        &self,
        text: &str,
        place: &Range<usize>,
        places: &[Range<usize>],
    ) -> bool {
        let own = around(text, place);
        let asks = |range: Range<usize>| {
            let sentence = text.get(range).unwrap_or_default();
            self.roles(sentence).into_iter().any(is_strong)
        };
        let parts = [own.start..place.start, place.end.min(own.end)..own.end];
        if parts.iter().any(|part| asks(part.clone())) {
            return true;
        }
        let leads = |range: &Range<usize>| places.iter().any(|it| range.contains(&it.start));
        let says = |range: &Range<usize>| text.get(range.clone()).is_some_and(has_words);
        !parts.iter().any(says) && sentences(text).any(|it| !leads(&it) && asks(it))
    }

    /// Whether a text asks for something, rather than sending its reader somewhere.
    pub(super) fn stand_firmly_in(&self, text: &str) -> bool {
        names_amount(text) || self.roles(text).into_iter().any(is_strong)
    }

    /// Whether a text asks for what no body of the government asks for, and does not say just that.
    pub(super) fn are_never_made(&self, text: &str) -> bool {
        sentences(text).any(|sentence| {
            let roles = self.roles(text.get(sentence).unwrap_or_default());
            let has = |role| roles.contains(&role);
            let is_handed = has(PhraseRole::Secret) && has(PhraseRole::Handover);
            let is_denied = has(PhraseRole::Negation) && !has(PhraseRole::Exception);
            (has(PhraseRole::NeverAsked) || is_handed) && !is_denied
        })
    }
}

fn is_strong(role: PhraseRole) -> bool {
    matches!(role, PhraseRole::Demand | PhraseRole::NeverAsked)
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether a text names a sum of money.
fn names_amount(text: &str) -> bool {
    let is_number = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let mut signs = text.match_indices(['€', '$', '£']);
    if signs.any(|(at, sign)| is_number(text.get(at + sign.len()..).unwrap_or_default())) {
        return true;
    }
    let words = words(text);
    words.windows(2).any(|pair| {
        let [one, other] = pair else { return false };
        let is_unit = |word: &str| matches!(word, "euro" | "eur");
        is_unit(&one.folded) && is_number(&other.folded)
            || is_unit(&other.folded) && is_number(&one.folded)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demands() -> Demands {
        let phrases = [
            ("betaal", PhraseRole::Demand),
            ("log in", PhraseRole::Demand),
            ("ga naar", PhraseRole::Pointer),
            ("cadeaubonnen", PhraseRole::NeverAsked),
            ("vertel niemand", PhraseRole::NeverAsked),
            ("geef", PhraseRole::Handover),
            ("wachtwoord", PhraseRole::Secret),
            ("nooit", PhraseRole::Negation),
            ("niemand", PhraseRole::Negation),
            ("behalve aan ons", PhraseRole::Exception),
        ];
        Demands::of(phrases.map(|(phrase, role)| (phrase.to_owned(), role)).into())
    }

    #[test]
    fn whole_words_and_sums_of_money_ask() {
        for (text, expected) in [
            ("", false),
            ("Betaal nu", true),
            ("LOG\u{a0}IN.", true),
            ("Log-in", true),
            ("ga\nnaar", true),
            ("voor € 12,50", true),
            ("38 euro", true),
            ("EUR 3", true),
            ("betaalbaar, blog in het dorp, 5 euromunten, €", false),
            ("log eens in", false),
        ] {
            assert_eq!(demands().stand_in(text), expected, "{text}");
        }
    }

    #[test]
    fn a_place_is_beside_its_sentence_or_where_that_says_nothing_beside_any() {
        for (text, expected) in [
            ("Betaal op X.", true),
            ("X is waar u betaal zegt", true),
            ("Betaal snel!\n\nX", true),
            ("Betaal snel. Dank u. X", true),
            ("X\nDank u. Betaal snel.", true),
            ("Betaal snel. Kijk op X", false),
            ("Betaal op Y. Zie ook X.", false),
            ("X. Betaal elders.", true),
            ("ga naar X", false),
        ] {
            let at = text.find('X').unwrap();
            let places: Vec<_> = text.find(['Y']).map(|at| at..at + 1).into_iter().collect();
            assert_eq!(demands().stand_beside(text, &(at..at + 1), &places), expected, "{text}");
        }
    }

    #[test]
    fn what_is_never_asked_is_not_asked_by_who_says_so() {
        for (text, expected) in [
            ("Koop cadeaubonnen. Dat doet u nooit weer.", true),
            ("Wij vragen nooit om cadeaubonnen.", false),
            ("Vertel niemand iets.", true),
            ("Geef ons uw wachtwoord.", true),
            ("Geef uw wachtwoord nooit.", false),
            ("Geef uw wachtwoord nooit, behalve aan ons.", true),
            ("Geef. Uw wachtwoord is oud.", false),
            ("Geef uw\n> wachtwoord", true),
            ("Geef uw wachtwoord\n\naan niemand", false),
            ("Geef uw wacht\u{200B}woord", true),
            ("Geef\u{200B}uw\u{200B}wachtwoord", true),
            ("G\u{435}ef uw w4chtwoord w a c h t w o o r d", true),
            ("Geef de bon\n\nWachtwoord vergeten?", false),
            ("Betaal.", false),
        ] {
            assert_eq!(demands().are_never_made(text), expected, "{text}");
        }
    }
}
