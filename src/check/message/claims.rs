//! Whom a text names: organisations, services, and those who see to a topic.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::names::{Names, kinds_called};
use super::phrases::{Word, joined, words};
use super::places;
use crate::check::bearers::names_of_service;
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
pub(super) const SHORT: usize = 5;

/// The names of services, and of topics.
#[derive(Debug, Default)]
pub(in crate::check) struct Claims {
    services: HashMap<String, ServiceIndex>,
    topics: OnceLock<HashMap<String, TopicIndex>>,
    told_apart: OnceLock<HashMap<String, Vec<OrganisationIndex>>>,
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
        Self { services, ..Self::default() }
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
        let mut organisations: Vec<OrganisationIndex> =
            of.organisation(words).into_iter().collect();
        if organisations.is_empty() {
            organisations = self.told_apart(of.directory, words);
        }
        if organisations.is_empty() {
            organisations = of.of_kind(words);
        }
        if organisations.is_empty() {
            return of.labelled(words).into_iter().collect();
        }
        organisations.into_iter().map(Owner::Organisation).collect()
    }

    /// The organisations that a word for their kind and a place name, where others have its name too: `gemeente Hengelo
    /// (Gelderland)` is the one in which that Hengelo lies, and `gemeente Bergen` is each of two.
    fn told_apart(&self, directory: &Directory, words: &[Word<'_>]) -> Vec<OrganisationIndex> {
        let Some((first, place)) = words.split_first() else { return Vec::new() };
        let kinds: Vec<Kind> = kinds_called(directory, first).map(|it| it.kind).collect();
        if kinds.is_empty() || place.is_empty() {
            return Vec::new();
        }
        let all = self.told_apart.get_or_init(|| places::told_apart(directory));
        let found = all.get(&joined(place, |it| it.folded.clone())).into_iter().flatten();
        let is_of_kind =
            |it: &&OrganisationIndex| kinds.contains(&directory.organisation(**it).kind);
        found.filter(is_of_kind).copied().collect()
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
pub(super) fn is_in_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Under which domain the bodies of the country have their sites: that of its code in ISO 3166-1, with the one
/// exception of <https://www.iana.org/domains/root/db>.
pub(super) fn top_domain(directory: &Directory) -> String {
    match directory.header.country() {
        "GB" => ".uk".to_owned(),
        code => format!(".{}", code.to_lowercase()),
    }
}

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
pub(super) fn plain(name: &str) -> String {
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
