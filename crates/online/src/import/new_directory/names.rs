//! Names of places, and what organisations are called after them.

use std::collections::{BTreeMap, HashMap};

use officieel_directory::directory::Kind;
use url::Url;

use super::super::record::OrganisationRecord;
use super::kinds::words;

/// Letters and digits only.
pub(super) fn letters(text: &str) -> String {
    words(text).concat()
}

/// The names of the places that municipalities are for, by their first word: what each is called, in words, and the
/// place that is meant.
#[derive(Default)]
pub(super) struct Places(HashMap<String, BTreeMap<Vec<String>, String>>);

impl Places {
    /// Adds a place by its own name.
    pub(super) fn add(&mut self, place: &str) {
        self.add_name(place, place);
    }

    /// Adds what people call places in other languages: each name beside the word for it that the place bears. A name
    /// that another place has itself stays that one's.
    pub(super) fn add_synonyms<'s>(&mut self, synonyms: impl Iterator<Item = (&'s str, &'s str)>) {
        let known = |(word, name): (&'s str, &'s str)| {
            let word = words(word);
            Some((name, self.0.get(word.first()?)?.get(&word)?.clone()))
        };
        let meant: Vec<(&str, String)> = synonyms.filter_map(known).collect();
        for (name, place) in meant {
            self.add_name(name, &place);
        }
    }

    fn add_name(&mut self, name: &str, place: &str) {
        let name = words(name);
        if let Some(first) = name.first() {
            let first = self.0.entry(first.clone()).or_default();
            first.entry(name).or_insert_with(|| place.to_owned());
        }
    }

    /// The places that stand in a name as whole words, the longest at each word.
    pub(super) fn within(&self, name: &str) -> Vec<String> {
        let all = words(name);
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(word) = all.get(at) {
            let fits = |(name, _): &(&Vec<String>, &String)| {
                all.get(at..at + name.len()).is_some_and(|part| part == name.as_slice())
            };
            let known = self.0.get(word).into_iter().flatten();
            let longest = known.filter(fits).max_by_key(|(name, _)| name.len());
            at += longest.map_or(1, |(name, _)| name.len().max(1));
            if let Some((_, place)) = longest.filter(|(_, it)| !found.contains(*it)) {
                found.push(place.clone());
            }
        }
        found
    }
}

/// The name that a body gives itself: the label of its own host, where several names of its accounts have it too and
/// its name in the source is another. It is written as it stands there, with a capital. `prefixes` are what names of
/// accounts begin with.
pub(super) fn own_name(record: &OrganisationRecord, prefixes: &[String]) -> Option<String> {
    let site = record.websites.first()?;
    let whole = if site.contains("://") { site.clone() } else { format!("https://{site}") };
    let url = Url::parse(&whole).ok()?;
    let host = url.domain()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let (label, rest) = host.split_once('.')?;
    // Of a host below that of another, its first part names a service rather than the body.
    let is_own = !rest.contains('.') && label.len() >= 4 && !label.starts_with("xn--");
    let plain = letters(label);
    let behind = |prefix: &String| plain.strip_prefix(prefix.as_str()).map(str::to_owned);
    let mut bare: Vec<String> = prefixes.iter().filter_map(behind).collect();
    bare.push(plain.clone());
    let name = letters(&record.name);
    let is_spelling = bare.iter().any(|it| is_within(it, &name) || is_within(&name, it));
    let typed = record.accounts.iter().filter_map(|it| it.typed.as_deref());
    let bearing = typed.filter(|it| letters(it).contains(&plain)).count();
    let is_word = label.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    (is_own && is_word && !is_spelling && bearing >= FEWEST_BEARING).then(|| capital(label))
}

/// So many names of accounts bear the name that a body gives itself.
pub(super) const FEWEST_BEARING: usize = 2;

/// Whether the ASCII letters of one name stand in another in their order: a spelling or an abbreviation of it.
fn is_within(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().filter(char::is_ascii).all(|c| letters.any(|own| own == c))
}

/// A label of a host as a name: each part between hyphens with a capital.
pub(super) fn capital(label: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    label.split('-').map(part).collect::<Vec<String>>().join("-")
}

/// The region that a description places a body in: Antwerp of "municipality in Antwerp, Belgium".
pub(super) fn region(kind: Kind, description: &str) -> Option<String> {
    let is_placed = matches!(
        kind,
        Kind::Municipality
            | Kind::PoliceUnit
            | Kind::PoliceTeam
            | Kind::FireService
            | Kind::Province
            | Kind::Court
    );
    let (_, place) = description.split_once(" in ").filter(|_| is_placed)?;
    let (place, _) = place.split_once(',')?;
    let place = place.trim();
    let place = ["the province of ", "province of ", "the "]
        .iter()
        .fold(place, |it, word| it.strip_prefix(word).unwrap_or(it));
    let place = [" province", " Province"]
        .iter()
        .fold(place, |it, word| it.strip_suffix(word).unwrap_or(it));
    let is_name = place.starts_with(char::is_uppercase) && place.chars().count() <= 60;
    is_name.then(|| place.to_owned())
}
