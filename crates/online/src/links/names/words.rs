//! Words of handles, links and bodies that names are compared by.

use std::collections::HashMap;

use officieel_directory::directory::{Directory, Kind};

use super::squashed;
use crate::page::words::{has_any, phrase};

/// Pieces of handles that say nothing of whose they are, on any platform.
pub(super) const NEUTRAL: &[&str] = &[
    "nl",
    "be",
    "de",
    "eu",
    "official",
    "officieel",
    "officiel",
    "offiziell",
    "info",
    "social",
    "socials",
    "bsky",
    "the",
    "van",
    "het",
    "der",
    "den",
    "en",
    "and",
    "of",
    "et",
    "du",
    "des",
    "la",
    "le",
    "und",
    "von",
    "webcare",
    "helpt",
    "helpdesk",
    "klantenservice",
    "service",
    "antwoordt",
    "contact",
    "vragen",
    "pers",
    "werkenbij",
    "vacatures",
    "jobs",
    "gov",
    "nederland",
    "netherlands",
];

/// Words of names that stand in the names of too many to tell one.
pub(super) const COMMON: &[&str] = &[
    "van", "voor", "het", "der", "den", "des", "een", "and", "the", "for", "of", "pour", "und",
    "von", "en", "de", "in", "op", "aan", "te", "la", "le", "les", "du", "et", "das", "die", "fur",
    "bij", "met",
];

/// Words of links that say nothing of whose account it is.
pub(super) const PLAIN: &[&str] = &[
    "volg",
    "volgt",
    "ons",
    "onze",
    "op",
    "via",
    "bezoek",
    "bekijk",
    "naar",
    "ga",
    "pagina",
    "profiel",
    "account",
    "kanaal",
    "link",
    "externe",
    "extern",
    "opent",
    "nieuw",
    "nieuwe",
    "venster",
    "tabblad",
    "in",
    "een",
    "een",
    "icoon",
    "logo",
    "volgers",
    "meer",
    "dan",
    "follow",
    "us",
    "on",
    "our",
    "visit",
    "page",
    "profile",
    "channel",
    "external",
    "opens",
    "new",
    "window",
    "tab",
    "icon",
    "followers",
    "like",
    "likes",
    "the",
    "to",
    "go",
    "suivez",
    "nous",
    "sur",
    "notre",
    "page",
    "compte",
    "chaine",
    "nouvelle",
    "fenetre",
    "ouvre",
    "dans",
    "une",
    "folgen",
    "sie",
    "uns",
    "auf",
    "unsere",
    "seite",
    "kanal",
    "neues",
    "fenster",
    "offnet",
    "im",
    "neuen",
    "twitter",
    "naar",
    "deze",
    "website",
    "social",
    "media",
    "vind",
    "find",
    "abonneer",
    "subscribe",
    "kijk",
    "watch",
    "onder",
];

/// The words of kinds of bodies.
#[derive(Debug, Default)]
pub(in crate::links) struct Words {
    /// By kind: what handles and names of that kind have before and behind the name.
    pub(super) of_kind: HashMap<Kind, Vec<String>>,
    /// By kind: what handles of it begin with, of at least two letters.
    pub(super) marks: Vec<(Kind, String)>,
    /// By kind: what people call one of it.
    called: Vec<(Kind, Vec<String>)>,
}

impl Words {
    pub(in crate::links) fn of(directory: &Directory) -> Self {
        let mut words = Self::default();
        for it in &directory.lexicon.kinds {
            let own = it.name_words.iter().chain(&it.handle_prefixes).chain(&it.handle_suffixes);
            let mut own: Vec<String> = own.map(|word| squashed(word)).collect();
            // What people type for the words of names, handles are made of too.
            let typed = directory.lexicon.synonyms.iter().filter(|it| own.contains(&it.word));
            let typed: Vec<String> =
                typed.flat_map(|it| &it.typed).filter(|it| !it.contains(' ')).cloned().collect();
            own.extend(typed);
            words.of_kind.insert(it.kind, own);
            let is_mark = |word: &&String| word.len() > 1 && !COMMON.contains(&word.as_str());
            let marks = it.handle_prefixes.iter().chain(&it.name_words).filter(is_mark);
            words.marks.extend(marks.map(|word| (it.kind, squashed(word))));
            let called = it.words.iter().chain(&it.name_words).filter(|word| word.len() > 2);
            let called = called.filter(|word| !COMMON.contains(&word.as_str())).cloned();
            words.called.push((it.kind, called.collect()));
        }
        words
    }

    /// Whether a text speaks of a body of another kind than this one.
    pub(in crate::links) fn names_other_kind(&self, text: &str, kind: Kind) -> bool {
        let text = phrase(text);
        let own = self.called.iter().find(|(it, _)| *it == kind).map(|(_, words)| words.as_slice());
        let own = own.unwrap_or_default();
        self.called.iter().filter(|(it, _)| *it != kind).any(|(_, words)| {
            let mut words = words.iter().filter(|word| !own.contains(word));
            words.any(|word| has_any(&text, &[word.as_str()]))
        })
    }
}
