//! What a start and a key press cost, stage by stage, on the directory that is built in.
//!
//! `cargo bench --bench keys`

#![expect(clippy::unwrap_used, reason = "a benchmark that can't load has nothing to measure")]

use divan::{Bencher, black_box};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use officieel::directory::Directory;
use officieel::search::Index;

/// Queries as people type them: short and common, whole names, words, places, handles, nothing.
const QUERIES: &[&str] = &[
    "p",
    "pol",
    "politie zwolle",
    "gem ams",
    "min bzk",
    "de meern",
    "@POL_Ede",
    "belastingdienst",
    "toeslagen herstel",
    "sudwest fryslan",
    "zzzzqq",
];

fn main() {
    divan::main();
}

#[divan::bench]
fn load() -> Directory {
    Directory::embedded().unwrap()
}

#[divan::bench]
fn index(bencher: Bencher<'_, '_>) {
    let directory = Directory::embedded().unwrap();
    bencher.bench_local(|| Index::new(black_box(&directory)));
}

#[divan::bench(args = QUERIES)]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let directory = Directory::embedded().unwrap();
    let index = Index::new(&directory);
    bencher.bench_local(|| index.search(&directory, black_box(query), 200));
}

/// The peer: fuzzy-matcher over five fields of every organisation, all hits sorted.
#[divan::bench(args = QUERIES)]
fn fuzzy_matcher_alone(bencher: Bencher<'_, '_>, query: &str) {
    let directory = Directory::embedded().unwrap();
    let fields: Vec<[String; 5]> = directory
        .organisations()
        .map(|it| {
            let handles: Vec<&str> =
                it.accounts.iter().map(|&account| directory.account(account).name()).collect();
            [
                it.name.clone(),
                it.abbreviation.clone().unwrap_or_default(),
                it.aliases.join(" "),
                it.places.join(" "),
                handles.join(" "),
            ]
        })
        .collect();
    let matcher = SkimMatcherV2::default().ignore_case();
    bencher.bench_local(|| {
        let score = |texts: &[String; 5]| {
            texts.iter().filter_map(|text| matcher.fuzzy_match(text, black_box(query))).max()
        };
        let mut hits: Vec<(i64, usize)> = (0..)
            .zip(&fields)
            .filter_map(|(position, texts)| Some((score(texts)?, position)))
            .collect();
        hits.sort_unstable_by(|a, b| b.cmp(a));
        hits
    });
}
