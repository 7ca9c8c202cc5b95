//! Whom a text names: organisations, services, and those who see to a topic.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::phrases::{Word, joined, words};
use crate::check::bearers::names_of_service;
use crate::check::host::Hosts;
use crate::check::similarity::{Original, Similarity};
use crate::check::{Answer, HostImitation, Imitated, Verdict, heir, service_of_imitation};
use crate::directory::{
    Directory, HandledBy, Kind, OrganisationIndex, Owner, ServiceIndex, TopicIndex,
};
use crate::text::fold::fold;

/// The most of whom a message is said to name.
pub(super) const MOST: usize = 3;

/// The most words of a name.
const LONGEST: usize = 8;

/// A word of no more letters is a name only where it is written in capitals: `IND`, `DUO`, `SVB`.
const SHORT: usize = 5;

/// The names of services, and of topics.
#[derive(Debug, Default)]
pub(in crate::check) struct Claims {
    services: HashMap<String, ServiceIndex>,
    topics: OnceLock<HashMap<String, TopicIndex>>,
}

impl Claims {
    /// Those of a directory.
    pub(in crate::check) fn new(directory: &Directory) -> Self {
        let mut services = HashMap::new();
        for index in directory.service_indexes() {
            let it = directory.service(index);
            // Nobody poses as the one who is called in need, and its names are words of need.
            if it.urgency.is_none() {
                for name in names_of_service(it) {
                    services.entry(plain(name)).or_insert(index);
                }
            }
        }
        Self { services, topics: OnceLock::new() }
    }

    /// Whom a text names outside some places, in their order, each once; where that is nobody, who sees to
    /// a topic that it names.
    pub(super) fn named(
        &self,
        names: &Names<'_>,
        text: &str,
        besides: &[Range<usize>],
    ) -> Vec<Owner> {
        let is_beside = |word: &Word<'_>| {
            besides.iter().any(|it| it.start < word.place.end && word.place.start < it.end)
        };
        let words = words(text);
        let runs: Vec<&[Word<'_>]> = words.split(is_beside).collect();
        let mut all = Vec::new();
        for run in &runs {
            each(run, |before, some, behind| {
                if is_number_of(some, behind) {
                    return false;
                }
                let mut owners = self.owners(names, some);
                if is_only_used(before) {
                    owners.retain(|it| matches!(it, Owner::Organisation(_)));
                }
                let is_any = !owners.is_empty();
                all.extend(owners);
                is_any
            });
        }
        if all.is_empty() {
            for run in &runs {
                each(run, |_, some, behind| {
                    if is_number_of(some, behind) {
                        return false;
                    }
                    let handlers = self.handlers(names.directory, some);
                    let is_any = !handlers.is_empty();
                    all.extend(handlers);
                    is_any
                });
            }
        }
        without_repeats(all)
    }

    /// What these words together are the name of.
    fn owners(&self, of: &Names<'_>, words: &[Word<'_>]) -> Vec<Owner> {
        let folded = joined(words, |it| it.folded.clone());
        let is_long = folded.len() >= SHORT || words.iter().any(|it| is_in_capitals(&it.typed));
        if let Some(service) = self.services.get(&folded).filter(|_| is_long) {
            return vec![Owner::Service(*service)];
        }
        let organisation = of.organisation(words).or_else(|| of.of_kind(words));
        if let Some(organisation) = organisation {
            return vec![Owner::Organisation(organisation)];
        }
        of.labelled(words).into_iter().collect()
    }

    /// The organisations that see to a topic of this name.
    fn handlers(&self, directory: &Directory, words: &[Word<'_>]) -> Vec<Owner> {
        let name = joined(words, |it| it.folded.clone());
        if name.len() <= SHORT {
            return Vec::new();
        }
        let topics = self.topics.get_or_init(|| topics(directory));
        let Some(topic) = topics.get(&name) else { return Vec::new() };
        let handlers = directory.topic(*topic).handlers.iter();
        let organisations = handlers.filter_map(|it| match it.by {
            HandledBy::Organisation(organisation) => Some(Owner::Organisation(organisation)),
            HandledBy::Layer(_) => None,
        });
        organisations.collect()
    }
}

/// Whom what an answer is about passes itself off as, or bears the name of.
pub(super) fn of_answer(directory: &Directory, answer: &Answer) -> Option<Owner> {
    let of_host = |imitation: &HostImitation| {
        let service = service_of_imitation(directory, imitation).map(Owner::Service);
        service.or(match imitation.of {
            Imitated::Organisation(organisation) => Some(Owner::Organisation(organisation)),
            Imitated::Platform(_) => None,
        })
    };
    match &answer.verdict {
        Verdict::NotListed(it) => {
            let organisation = it.claims.first().copied().map(Owner::Organisation);
            it.service.map(Owner::Service).or(organisation)
        }
        Verdict::LookAlike(it) => {
            let service = answer.service(directory).map(Owner::Service);
            let organisation = heir(directory, it.of.organisation(directory));
            service.or(Some(Owner::Organisation(organisation)))
        }
        Verdict::UnknownHost(unknown) => unknown.imitation.as_ref().and_then(of_host),
        _ => None,
    }
}

/// Gives runs of neighbouring words with the word before and the one behind, longer ones first, and goes on behind a
/// run that `is_taken`.
fn each<'w, 't>(
    words: &'w [Word<'t>],
    mut is_taken: impl FnMut(Option<&'w Word<'t>>, &'w [Word<'t>], Option<&'w Word<'t>>) -> bool,
) {
    let mut at = 0;
    while at < words.len() {
        let longest = LONGEST.min(words.len() - at);
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let taken = (1..=longest).rev().find(|length| {
            let behind = words.get(at + length);
            words.get(at..at + length).is_some_and(|some| is_taken(before, some, behind))
        });
        at += taken.unwrap_or(1);
    }
}

/// Whether a service that follows is only used: `log in met DigiD` says nothing of who speaks.
fn is_only_used(before: Option<&Word<'_>>) -> bool {
    before.is_some_and(|word| matches!(word.folded.as_str(), "met" | "with" | "using"))
}

/// Whether a name only says what number follows: `KVK-nummer`.
fn is_number_of(words: &[Word<'_>], behind: Option<&Word<'_>>) -> bool {
    let is_number = |word: &Word<'_>| ["nummer", "number", "nr"].contains(&word.folded.as_str());
    let end = words.last().map_or(0, |word| word.place.end);
    words.last().is_some_and(is_number)
        || behind.is_some_and(|word| is_number(word) && word.place.start <= end + 1)
}

/// Whether a word is written as abbreviations are: `UWV`, `KvK`.
fn is_in_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// What names are looked up in.
pub(super) struct Names<'a> {
    pub(super) directory: &'a Directory,
    pub(super) similarity: &'a Similarity,
    pub(super) hosts: &'a Hosts,
}

impl Names<'_> {
    /// The organisation whose name, abbreviation or alias words are.
    fn organisation(&self, words: &[Word<'_>]) -> Option<OrganisationIndex> {
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

    /// The organisation that a word for a kind and a place name: `gem. Den Haag`, `city of Amsterdam`.
    fn of_kind(&self, words: &[Word<'_>]) -> Option<OrganisationIndex> {
        let (first, rest) = words.split_first()?;
        let rest = match rest {
            [link, rest @ ..] if LINKS.contains(&link.folded.as_str()) => rest,
            rest => rest,
        };
        if rest.is_empty() {
            return None;
        }
        let place = joined(rest, |it| it.typed.to_string());
        let folded = joined(rest, |it| it.folded.clone());
        let mut synonyms = self.directory.lexicon.synonyms.iter();
        let synonym = synonyms.find(|it| it.typed.contains(&folded)).map(|it| it.word.as_str());
        let is_typed = |own: &String| *own == first.folded;
        let kinds = self.directory.lexicon.kinds.iter();
        let mut kinds = kinds.filter(|it| {
            it.words.iter().chain(&it.handle_prefixes).chain(&it.name_words).any(is_typed)
        });
        kinds.find_map(|kind| {
            let of_kind = |name: &str| {
                let all = self.similarity.named(self.directory, name).into_iter();
                let mut all = all.filter(|it| self.directory.organisation(*it).kind == kind.kind);
                all.next()
            };
            let named = |place: &str| {
                let mut names = kind.name_words.iter();
                let whole = names.find_map(|word| of_kind(&format!("{word} {place}")));
                whole.or_else(|| of_kind(place)).map(|it| heir(self.directory, it))
            };
            // What a body is called in another language of the country is often known from an account alone.
            let of_account = || {
                let whole = joined(words, |it| it.folded.clone());
                let all = self.similarity.namesakes(self.directory, &whole).into_iter();
                let all = all.map(|it| Original::Account(it).organisation(self.directory));
                let mut all = all.filter(|it| self.directory.organisation(*it).kind == kind.kind);
                all.next().map(|it| heir(self.directory, it))
            };
            named(&place).or_else(|| named(synonym?)).or_else(of_account)
        })
    }

    /// Whose site is called by a word in capitals: `HHNK`.
    fn labelled(&self, words: &[Word<'_>]) -> Option<Owner> {
        let [only] = words else { return None };
        let is_label = is_in_capitals(&only.typed) && only.typed.is_ascii();
        let top = top_domain(self.directory);
        let host = is_label.then(|| format!("{}{top}", only.typed.to_lowercase()))?;
        let site = self.hosts.site(self.directory, &host, "")?;
        (!site.is_anybodys).then_some(site.owner)
    }
}

/// Under which domain the bodies of the country have their sites: that of its code in ISO 3166-1, with the one
/// exception of <https://www.iana.org/domains/root/db>.
pub(super) fn top_domain(directory: &Directory) -> String {
    match directory.header.country() {
        "GB" => ".uk".to_owned(),
        code => format!(".{}", code.to_lowercase()),
    }
}

/// What stands between the word for a kind and a place.
const LINKS: &[&str] = &["d", "de", "des", "du", "of", "van", "von"];

/// Whether the bodies of a kind are each for a place.
pub(super) fn is_of_place(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Municipality
            | Kind::Province
            | Kind::WaterBoard
            | Kind::PoliceTeam
            | Kind::PoliceUnit
    )
}

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

fn topics(directory: &Directory) -> HashMap<String, TopicIndex> {
    let mut topics = HashMap::new();
    for index in directory.topic_indexes() {
        let it = directory.topic(index);
        for name in std::iter::once(&it.name).chain(&it.words) {
            topics.entry(plain(name)).or_insert(index);
        }
    }
    topics
}

/// A name as words of a text are compared with it.
fn plain(name: &str) -> String {
    joined(&words(name), |word| fold(&word.typed))
}

fn without_repeats(all: Vec<Owner>) -> Vec<Owner> {
    let mut kept: Vec<Owner> = Vec::new();
    for owner in all {
        if kept.len() < MOST && !kept.contains(&owner) {
            kept.push(owner);
        }
    }
    kept
}
