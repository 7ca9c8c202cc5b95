//! The matchers that are compared. Each hands over its best hundred and says how many it met.

use std::collections::BinaryHeap;
use std::fmt;
use std::hint::black_box;

use frizbee::{CaseMatching as FrizbeeCase, Config as FrizbeeConfig, Matcher as Frizbee};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher as Nucleo};

use crate::LIMIT;
use crate::subject::Subject;

/// One way to answer a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Matcher {
    /// [`officieel::search::Index::search`]: the whole answer.
    Search,
    /// [`officieel::search::Index::first`]: what the screen shows at once.
    First,
    /// `fuzzy-matcher` over five fields, all hits sorted: what one would write first.
    Naive,
    /// `nucleo-matcher` over the joined line.
    Nucleo,
    /// `frizbee` over the joined line, without typos.
    Frizbee,
    /// Reading every byte of the folded lines once: below this, a text was not looked at.
    Floor,
}

impl Matcher {
    pub(crate) const ALL: [Self; 6] =
        [Self::Search, Self::First, Self::Naive, Self::Nucleo, Self::Frizbee, Self::Floor];

    /// The peers, with the crates that they are.
    pub(crate) const PEERS: [(Self, &'static str); 4] = [
        (Self::Naive, "fuzzy-matcher"),
        (Self::Nucleo, "nucleo-matcher"),
        (Self::Frizbee, "frizbee"),
        (Self::Floor, "memchr"),
    ];

    /// Answers a query: how many organisations it met.
    pub(crate) fn run(self, subject: &Subject, query: &str) -> usize {
        let query = black_box(query);
        let (best, met) = match self {
            Self::Search => search(subject, query),
            Self::First => first(subject, query),
            Self::Naive => fuzzy_matcher(subject, query),
            Self::Nucleo => nucleo(subject, query),
            Self::Frizbee => frizbee(subject, query),
            Self::Floor => floor(subject),
        };
        black_box(best);
        met
    }
}

impl fmt::Display for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Search => "search",
            Self::First => "first",
            Self::Naive => "fuzzy-matcher",
            Self::Nucleo => "nucleo",
            Self::Frizbee => "frizbee",
            Self::Floor => "memchr floor",
        })
    }
}

/// The positions of the best, and how many were met.
type Found = (Vec<usize>, usize);

fn search(subject: &Subject, query: &str) -> Found {
    let answer = subject.index.search(&subject.directory, query, LIMIT);
    (answer.hits.iter().map(|hit| hit.organisation.position()).collect(), answer.total)
}

fn first(subject: &Subject, query: &str) -> Found {
    let answer = subject.index.first(&subject.directory, query, LIMIT).answer;
    (answer.hits.iter().map(|hit| hit.organisation.position()).collect(), answer.total)
}

fn fuzzy_matcher(subject: &Subject, query: &str) -> Found {
    let matcher = SkimMatcherV2::default().ignore_case();
    let score = |fields: &[String; 5]| {
        fields.iter().filter_map(|field| matcher.fuzzy_match(field, query)).max()
    };
    let scored = subject.texts.fields.iter().map(score);
    let mut hits: Vec<(i64, usize)> =
        scored.enumerate().filter_map(|(position, score)| Some((score?, position))).collect();
    hits.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let met = hits.len();
    (hits.into_iter().take(LIMIT).map(|(_, position)| position).collect(), met)
}

fn nucleo(subject: &Subject, query: &str) -> Found {
    let mut matcher = Nucleo::new(Config::DEFAULT);
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let mut met = 0;
    // A heap of the best, its worst on top: nucleo leaves sorting to its caller, so it gets the
    // cheapest way.
    let mut best = BinaryHeap::new();
    for (position, line) in subject.texts.for_nucleo.iter().enumerate() {
        if let Some(score) = pattern.score(line.slice(..), &mut matcher) {
            met += 1;
            let hit = (std::cmp::Reverse(score), position);
            if best.len() < LIMIT {
                best.push(hit);
            } else if let Some(mut worst) = best.peek_mut()
                && hit < *worst
            {
                *worst = hit;
            }
        }
    }
    (best.into_sorted_vec().into_iter().map(|(_, position)| position).collect(), met)
}

fn frizbee(subject: &Subject, query: &str) -> Found {
    let config = FrizbeeConfig::default().max_typos(Some(0)).casing(FrizbeeCase::Ignore);
    let hits = Frizbee::new(query, &config).match_list(&subject.texts.lines);
    let best = hits.iter().take(LIMIT).map(|hit| hit.index as usize).collect();
    (best, hits.len())
}

fn floor(subject: &Subject) -> Found {
    // No text holds this byte, so that every byte is looked at.
    let at = memchr::memchr(0xFF, black_box(subject.texts.folded.as_bytes()));
    (at.into_iter().collect(), 0)
}
