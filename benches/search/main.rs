//! Search beside its peers: the same queries over the same texts, in one process and in turn.
//!
//! `cargo bench --bench search` measures the built-in directory and made-up ones of 10,000, 100,000
//! and 1,000,000 organisations; `cargo bench --bench search -- embedded 100000` only these. With
//! `UPDATE_DOCS=1` the closing tables are written into the documents. What is measured, and why so,
//! is in `docs/performance.md`.

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(clippy::print_stderr, reason = "so is how far it is")]

#[path = "../generate/directory.rs"]
mod generate;
mod machine;
mod peers;
mod report;
mod samples;
mod stages;
mod subject;
mod table;

use std::time::Instant;

use peers::Matcher;
use report::Report;
use samples::Samples;
use subject::{Size, Subject};

/// The queries of every table: as people type them, short and common, mistyped, met by nothing, and questions.
const QUERIES: [&str; 25] = [
    "p",
    "pol",
    "politie",
    "politie amst",
    "belasting",
    "belastingdienst zakelijk",
    "min bzk",
    "vws",
    "gemeente sudwest",
    "sudwest fryslan",
    "rws verkeer",
    "amsterdm",
    "belastingdeinst",
    "digdi",
    "zzzzqq",
    "politie in zwolle",
    "waar vind ik de politie amsterdam op instagram",
    "is dit echt de belastingdienst",
    "paspoort kwijt",
    "zorgtoeslag aanvragen",
    "bijstand amersfoort",
    "waterschap gouda",
    "CJIB: betaal uw boete",
    "kinderbeislag",
    "lekker weer vandaag pannenkoeken",
];

/// How many hits each matcher hands over.
const LIMIT: usize = 100;

fn main() {
    let mut report = Report::default();
    for size in sizes() {
        eprintln!("{size}: loading");
        let (subject, mut stages) = Subject::new(size);
        eprintln!("{size}: measuring");
        let samples = in_turn(&subject);
        stages::measure(&subject, &mut stages);
        report.add(&subject, samples, stages);
    }
    println!("{}", report.details());
    println!("{}", report.closing());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        report.write_into_document();
    }
}

/// The sizes that are asked for, or all.
fn sizes() -> Vec<Size> {
    let asked: Vec<Size> =
        std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if asked.is_empty() { Size::ALL.to_vec() } else { asked }
}

/// Every matcher in turn, for each repetition of each query: what disturbs the machine meanwhile
/// disturbs all of them.
fn in_turn(subject: &Subject) -> Samples {
    let mut samples = Samples::default();
    // The first run of each touches memory for the first time; nobody's figure is to hold that.
    for matcher in Matcher::ALL {
        matcher.run(subject, QUERIES[0]);
    }
    for query in QUERIES {
        for _ in 0..subject.size.repetitions() {
            for matcher in Matcher::ALL {
                let start = Instant::now();
                let found = matcher.run(subject, query);
                samples.add(matcher, query, start.elapsed(), found);
            }
        }
    }
    samples
}
