//! The organisation that words of a message are the name of.

use super::claims::{SHORT, is_in_capitals, is_of_place, plain, top_domain};
use super::phrases::{Word, joined};
use super::places::is_namesake;
use crate::check::heir;
use crate::check::host::Hosts;
use crate::check::similarity::{Original, Similarity};
use crate::directory::lexicon::KindWords;
use crate::directory::{Directory, Kind, OrganisationIndex, Owner};
use crate::text::fold::fold;

/// What names are looked up in.
pub(super) struct Names<'a> {
    pub(super) directory: &'a Directory,
    pub(super) similarity: &'a Similarity,
    pub(super) hosts: &'a Hosts,
}

impl Names<'_> {
    /// The organisation whose name, abbreviation or alias words are.
    pub(super) fn organisation(&self, words: &[Word<'_>]) -> Option<OrganisationIndex> {
        // Initials in a row are no name: `o.v.v.`
        if words.iter().all(|word| word.typed.chars().count() < 2) {
            return None;
        }
        let name = joined(words, |it| it.typed.to_string());
        let directory = self.directory;
        let named = self.similarity.named(directory, &name).into_iter();
        let all: Vec<OrganisationIndex> =
            named.filter(|it| is_named(directory, *it, words)).collect();
        let folded = plain(&name);
        // Signs tell two names apart that have the same letters.
        let is_exact = |it: &&OrganisationIndex| {
            let it = directory.organisation(**it);
            it.names().any(|name| fold(name) == folded)
        };
        let mut exact: Vec<OrganisationIndex> = all.iter().filter(is_exact).copied().collect();
        if exact.is_empty() {
            exact = all;
        }
        let mut all: Vec<OrganisationIndex> =
            exact.into_iter().map(|it| heir(directory, it)).collect();
        all.dedup();
        // Of two of one name nobody knows which is meant.
        all.as_slice().first().copied().filter(|_| all.len() == 1)
    }

    /// The organisations that a word for a kind and a place name: `gem. Den Haag`, `city of Amsterdam`. More than one
    /// where several of the kind are called so.
    pub(super) fn of_kind(&self, words: &[Word<'_>]) -> Vec<OrganisationIndex> {
        let Some((first, rest)) = words.split_first() else { return Vec::new() };
        let rest = match rest {
            [link, rest @ ..] if LINKS.contains(&link.folded.as_str()) => rest,
            rest => rest,
        };
        if rest.is_empty() {
            return Vec::new();
        }
        let place = joined(rest, |it| it.typed.to_string());
        let folded = joined(rest, |it| it.folded.clone());
        let mut synonyms = self.directory.lexicon.synonyms.iter();
        let synonym = synonyms.find(|it| it.typed.contains(&folded)).map(|it| it.word.as_str());
        for kind in kinds_called(self.directory, first) {
            let of_kind = |all: Vec<OrganisationIndex>| self.only_of_kind(kind.kind, all);
            let named = |name: &str| of_kind(self.similarity.named(self.directory, name));
            let called = |place: &str| {
                let words = kind.name_words.iter().map(|word| format!("{word} {place}"));
                words.chain([place.to_owned()]).map(|it| named(&it)).find(|it| !it.is_empty())
            };
            // What a body is called in another language of the country is often known from an account alone.
            let of_account = || {
                let whole = joined(words, |it| it.folded.clone());
                let all = self.similarity.namesakes(self.directory, &whole).into_iter();
                let all = all.map(|it| Original::Account(it).organisation(self.directory));
                of_kind(all.collect()).first().map(|it| vec![*it])
            };
            let found = called(&place).or_else(|| called(synonym?)).or_else(of_account);
            if let Some(found) = found {
                return found;
            }
        }
        Vec::new()
    }

    /// Those of a kind that are called alike, as the likeliest of them is, or who has taken their place.
    fn only_of_kind(&self, kind: Kind, all: Vec<OrganisationIndex>) -> Vec<OrganisationIndex> {
        let directory = self.directory;
        let all = all.into_iter().filter(|it| directory.organisation(*it).kind == kind);
        let mut all: Vec<OrganisationIndex> = all.map(|it| heir(directory, it)).collect();
        let first = all.first().copied();
        all.retain(|it| first.is_some_and(|first| is_namesake(directory, first, *it)));
        let mut kept = Vec::new();
        for it in all {
            if !kept.contains(&it) {
                kept.push(it);
            }
        }
        kept
    }

    /// Whose site is called by a word in capitals: `HHNK`.
    pub(super) fn labelled(&self, words: &[Word<'_>]) -> Option<Owner> {
        let [only] = words else { return None };
        let is_label = is_in_capitals(&only.typed) && only.typed.is_ascii();
        let top = top_domain(self.directory);
        let host = is_label.then(|| format!("{}{top}", only.typed.to_lowercase()))?;
        let site = self.hosts.site(self.directory, &host, "")?;
        (!site.is_anybodys).then_some(site.owner)
    }
}

/// The kinds that a word is a word for.
pub(super) fn kinds_called<'d>(
    directory: &'d Directory,
    word: &'d Word<'_>,
) -> impl Iterator<Item = &'d KindWords> {
    directory.lexicon.kinds.iter().filter(|it| {
        let mut words = it.words.iter().chain(&it.handle_prefixes).chain(&it.name_words);
        words.any(|own| *own == word.folded)
    })
}

/// What stands between the word for a kind and a place.
const LINKS: &[&str] = &["d", "de", "des", "du", "of", "van", "von"];

/// Whether words name an organisation rather than the place that it is called after, or a word of the language: a
/// short one is a name where it is written in capitals.
fn is_named(directory: &Directory, organisation: OrganisationIndex, words: &[Word<'_>]) -> bool {
    let [only] = words else { return true };
    if only.typed.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    if is_in_capitals(&only.typed) && !only.typed.chars().all(char::is_uppercase) {
        return true;
    }
    let it = directory.organisation(organisation);
    let is_abbreviation = it.abbreviation.as_deref().is_some_and(|own| *own == *only.typed);
    let is_of_place = is_of_place(it.kind);
    let is_long = only.typed.chars().count() > SHORT || is_in_capitals(&only.typed);
    is_abbreviation || is_long && !is_of_place
}
