//! The words of a country: given, or mined from the names.

use std::collections::{BTreeMap, BTreeSet};

use officieel_directory::directory::{Kind, Lexicon};
use toml::de::{DeTable, DeValue};

use super::super::record::OrganisationRecord;
use super::super::text::clean;
use super::kinds::{has_words, words};
use super::names::{FEWEST_BEARING, capital, letters};
use super::organisations::Made;
use super::text::Writer;
use super::{NewDirectoryError, NewDirectoryOptions};

/// What a file of words says.
#[derive(Default)]
pub(super) struct Words<'a> {
    text: &'a str,
    keys: BTreeSet<String>,
    /// The words by which kinds are told, most words first.
    kinds: Vec<(Kind, Vec<String>)>,
    /// What handles begin with.
    pub(super) prefixes: Vec<String>,
    /// Words that names bear, each beside what people type for it.
    pub(super) synonyms: Vec<(String, String)>,
}

impl<'a> Words<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self, NewDirectoryError> {
        let table = DeTable::parse(text).map_err(|error| {
            let before = error.span().and_then(|it| text.get(..it.start)).unwrap_or_default();
            NewDirectoryError::Words {
                line: before.matches('\n').count() + 1,
                column: before.rsplit('\n').next().unwrap_or_default().chars().count() + 1,
                why: clean(error.message()).unwrap_or_default(),
            }
        })?;
        let table = table.get_ref();
        let (mut kinds, mut prefixes) = (Vec::new(), Vec::new());
        for entry in tables(table, "kind") {
            let id = get(entry, "id").and_then(DeValue::as_str).and_then(Kind::from_id);
            let Some(kind) = id else { continue };
            kinds.extend(texts(entry, "words").map(|it| (kind, words(it))));
            prefixes.extend(texts(entry, "handle_prefixes").map(str::to_owned));
        }
        let synonyms = tables(table, "synonym").flat_map(|entry| {
            let word = get(entry, "word").and_then(DeValue::as_str);
            let typed = move |word: &str| {
                let beside = |it: &str| (word.to_owned(), it.to_owned());
                texts(entry, "typed").map(beside).collect::<Vec<_>>()
            };
            word.map(typed).unwrap_or_default()
        });
        let synonyms = synonyms.collect();
        let keys = table.iter().map(|(key, _)| key.get_ref().to_string()).collect();
        kinds.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
        Ok(Self { text, keys, kinds, prefixes, synonyms })
    }

    /// Tells kinds by the words of a lexicon too, where none are given.
    pub(super) fn add_kinds(&mut self, lexicon: &Lexicon) {
        if self.kinds.is_empty() {
            for kind in &lexicon.kinds {
                let all = kind.words.iter().chain(&kind.name_words);
                let telling = all.map(|it| words(it)).filter(|it| it.concat().len() >= TELLING);
                self.kinds.extend(telling.map(|it| (kind.kind, it)));
            }
            self.kinds.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
        }
    }

    /// What people type for the name of a body and it calls itself too: several names of its accounts bear it, and the
    /// name in the source is none of theirs. It is written with capitals.
    pub(super) fn borne(&self, record: &OrganisationRecord) -> Vec<String> {
        let name = words(&record.name).join(" ");
        let typed = self.synonyms.iter().filter(|(word, _)| *word == name).map(|(_, typed)| typed);
        let bears = |part: &str| {
            let handles = record.accounts.iter().filter_map(|it| it.typed.as_deref());
            handles.filter(|it| letters(it).contains(part)).count()
        };
        let is_own = |typed: &&String| {
            let plain = letters(typed);
            plain.len() >= 4 && bears(&plain) >= FEWEST_BEARING && bears(&letters(&name)) == 0
        };
        typed.filter(is_own).map(|typed| capital(&typed.replace(' ', "-"))).collect()
    }

    /// Whether it gives words of kinds, synonyms or phrases.
    pub(super) fn has_lexicon(&self) -> bool {
        ["kind", "synonym", "phrase"].iter().any(|key| self.keys.contains(*key))
    }

    /// The kind that a text names in the words of the country.
    pub(super) fn kind_of(&self, text: &str) -> Option<Kind> {
        let all = words(text);
        self.kinds.iter().find(|(_, wanted)| has_words(&all, wanted)).map(|(kind, _)| *kind)
    }

    /// The head of the file with all that the words say, and the source.
    pub(super) fn head(&self, options: &NewDirectoryOptions<'_>) -> Head {
        let source = Work::of(options);
        let mut head = Writer::default();
        head.raw("schema", "1");
        let country = options.country.to_ascii_uppercase();
        for (key, value) in [
            ("title", options.title),
            ("edition", &options.seen.to_string()),
            ("licence", "CC0-1.0"),
        ] {
            if !self.keys.contains(key) {
                head.text(key, value);
            }
        }
        if !self.keys.contains("country") && country != "NL" {
            head.text("country", &country);
        }
        Head {
            before: head.finish(),
            words: format!("{}\n", self.text),
            behind: source.table(options),
        }
    }
}

/// The head of a new file.
pub(super) struct Head {
    /// What the words don't say.
    pub(super) before: String,
    /// The words as they were given.
    pub(super) words: String,
    /// The source.
    pub(super) behind: String,
}

/// The work that the evidence is taken from.
pub(super) struct Work {
    pub(super) id: String,
    title: String,
    publisher: Option<&'static str>,
    kept_by: Option<&'static str>,
    url: String,
    licence: Option<&'static str>,
}

impl Work {
    pub(super) fn of(options: &NewDirectoryOptions<'_>) -> Self {
        use super::super::Source as From;
        let day = options.seen;
        let (title, publisher, kept_by, url) = match options.source {
            From::Wikidata => ("Wikidata", "Wikidata", None, "https://www.wikidata.org/"),
            From::Govdirectory => (
                "Wikidata, as published by Govdirectory",
                "Wikidata",
                Some("Govdirectory"),
                "https://www.govdirectory.org/",
            ),
            From::Roo | From::Rio => (
                "Register van Overheidsorganisaties",
                "Register van Overheidsorganisaties",
                None,
                "https://organisaties.overheid.nl",
            ),
            From::Police => ("Open data of the police", "Politie", None, "https://api.politie.nl"),
            From::Mastodon => {
                ("Directory of a Mastodon server", "Mastodon", None, "https://joinmastodon.org/")
            }
            // Whoever made a table, and what it is called, is not known; where it stands is.
            From::Csv => ("", "", None, ""),
        };
        let url = options.published_at.unwrap_or(url).to_owned();
        let title = if title.is_empty() { url.as_str() } else { title };
        let licence = (!matches!(options.source, From::Csv | From::Mastodon | From::Police))
            .then_some("CC0-1.0");
        Self {
            id: format!("{}-{day}", options.source.id()),
            title: format!("{title}, {day}"),
            publisher: Some(publisher).filter(|it| !it.is_empty()),
            kept_by,
            url,
            licence,
        }
    }

    fn table(&self, options: &NewDirectoryOptions<'_>) -> String {
        let mut writer = Writer::table("source");
        writer.text("id", &self.id);
        writer.text("title", &self.title);
        writer.optional("publisher", self.publisher);
        writer.optional("kept_by", self.kept_by);
        writer.text("url", &self.url);
        writer.text("retrieved", &options.seen.to_string());
        writer.optional("licence", self.licence);
        writer.finish()
    }
}

/// Shorter words of names, such as `van`, tell nothing of a kind.
const TELLING: usize = 6;

/// So many organisations of a kind share a word before it is one of the country.
const FEWEST: usize = 5;

/// The words of kinds, from the names of organisations and accounts: what stands before and behind the place.
pub(super) fn mined(organisations: &[Made]) -> String {
    let mut text = String::new();
    for &kind in Kind::ALL {
        let own: Vec<&Made> =
            organisations.iter().filter(|it| it.kind == kind && !it.places.is_empty()).collect();
        let first = |it: &Made| {
            let first = words(&it.name).into_iter().next()?;
            let is_place = it.places.iter().any(|place| words(place).first() == Some(&first));
            (!is_place).then_some(first)
        };
        let name_words = frequent(own.iter().filter_map(|it| first(it)));
        let prefixes =
            frequent(own.iter().flat_map(|it| around(it, |name, place| name.strip_suffix(place))));
        let suffixes =
            frequent(own.iter().flat_map(|it| around(it, |name, place| name.strip_prefix(place))));
        if !(name_words.is_empty() && prefixes.is_empty() && suffixes.is_empty()) {
            let mut writer = Writer::table("kind");
            writer.text("id", kind.id());
            writer.texts("name_words", &name_words);
            writer.texts("handle_prefixes", &prefixes);
            writer.texts("handle_suffixes", &suffixes);
            text.push_str(&writer.finish());
        }
    }
    text
}

/// What stands around the places in the handles of an organisation, once each.
fn around(
    made: &Made,
    part: impl for<'a, 'b> Fn(&'a str, &'b str) -> Option<&'a str>,
) -> Vec<String> {
    let mut found = Vec::new();
    for (handle, place) in
        made.handles.iter().flat_map(|handle| made.places.iter().map(move |place| (handle, place)))
    {
        let (handle, place) = (letters(handle), letters(place));
        let rest = part(&handle, &place).filter(|_| place.len() >= 3).map(str::to_owned);
        if let Some(rest) = rest.filter(|it| it.len() >= 2 && it.is_ascii() && !found.contains(it))
        {
            found.push(rest);
        }
    }
    found
}

/// What occurs often enough, the most frequent first.
fn frequent(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    let mut often: Vec<(String, usize)> =
        counts.into_iter().filter(|(_, count)| *count >= FEWEST).collect();
    often.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    often.into_iter().map(|(one, _)| one).collect()
}

/// The tables of a list of them.
fn tables<'t, 'i>(
    table: &'t DeTable<'i>,
    key: &str,
) -> impl Iterator<Item = &'t DeTable<'i>> + use<'t, 'i> {
    let all = get(table, key).and_then(DeValue::as_array).into_iter().flatten();
    all.filter_map(|it| it.get_ref().as_table())
}

/// The texts of a list of them.
fn texts<'t>(table: &'t DeTable<'_>, key: &str) -> impl Iterator<Item = &'t str> + use<'t> {
    let all = get(table, key).and_then(DeValue::as_array).into_iter().flatten();
    all.filter_map(|it| it.get_ref().as_str())
}

/// The value of a key.
fn get<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t DeValue<'i>> {
    table.iter().find(|(own, _)| own.get_ref() == key).map(|(_, value)| value.get_ref())
}
