//! What a start and a key press cost, stage by stage, on the directory that is built in.
//!
//! `cargo bench --bench keys`; beside its peers and at other sizes, search is measured by
//! `cargo bench --bench search`.

#![expect(clippy::unwrap_used, reason = "a benchmark that can't load has nothing to measure")]

use divan::{Bencher, black_box};
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
    officieel::embedded::directory().unwrap()
}

#[divan::bench]
fn index(bencher: Bencher<'_, '_>) {
    let directory = officieel::embedded::directory().unwrap();
    bencher.bench_local(|| Index::new(black_box(&directory)));
}

#[divan::bench(args = QUERIES)]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let directory = officieel::embedded::directory().unwrap();
    let index = Index::new(&directory);
    bencher.bench_local(|| index.search(&directory, black_box(query), 200));
}
