//! A fixed search, for counting its instructions: unlike time, they are the same on a busy machine.
//!
//! `.ci/instructions` counts them and compares with `benches/instructions.budget`.

#![expect(clippy::unwrap_used, reason = "what can't be loaded can't be counted")]
#![expect(clippy::print_stdout, reason = "what was met tells that it was the same search")]

use std::hint::black_box;

use officieel::directory::Directory;
use officieel::search::Index;

/// One query for each way through the search: a short one, words, a handle, slips, nothing, questions.
const QUERIES: &[&str] = &[
    "p",
    "politie",
    "gem ams",
    "min bzk",
    "sudwest fryslan",
    "@POL_Ede",
    "https://x.com/POL_Ede",
    "amsterdm",
    "belastingdeinst",
    "!politie ^gemeente",
    "zzzzqq",
    "waar vind ik de politie in zwolle op instagram",
    "paspoort kwijt",
    "bijstand amersfoort",
    "waterschap gouda",
];

fn main() {
    let directory = officieel::embedded::directory().unwrap();
    let index = Index::new(&directory);
    // What is built in is unpacked by whoever asks first, and only once.
    let before = met(&index, &directory);
    assert_eq!(counted(&index, &directory), before, "the same search met something else");
    println!("{before} organisations met");
}

/// What is counted: callgrind finds it by this name.
#[inline(never)]
fn counted(index: &Index, directory: &Directory) -> usize {
    met(index, directory)
}

fn met(index: &Index, directory: &Directory) -> usize {
    QUERIES.iter().map(|query| index.search(directory, black_box(query), 100).total).sum()
}
