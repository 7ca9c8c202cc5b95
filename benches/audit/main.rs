//! The audit of the built-in directory and of made-up ones, beside reading the same directory from its
//! TOML: what disturbs the machine disturbs both.
//!
//! `cargo bench --bench audit`; `cargo bench --bench audit -- 0 100000` only these sizes, 0 being the
//! built-in one. It fails where an audit takes longer than its budget.

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(clippy::print_stdout, reason = "the figures are the result")]

#[path = "../generate/directory.rs"]
mod generate;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use officieel::audit::{Scope, audit};
use officieel::check::similarity::Similarity;
use officieel::directory::Date;
use officieel::embedded;

/// How many accounts, and within how long they must be audited; 0 stands for the built-in directory.
const BUDGETS: [(usize, Duration); 3] = [
    (0, Duration::from_millis(100)),
    (10_000, Duration::from_millis(500)),
    (100_000, Duration::from_secs(5)),
];

/// Milliseconds, medians.
struct Times {
    reading: f64,
    similarity: f64,
    audit: f64,
    findings: usize,
}

fn main() -> ExitCode {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|it| it.parse().ok()).collect();
    println!(
        "| accounts | reading its TOML, ms | audit, ms | budget, ms | audit to reading | findings |"
    );
    println!("| ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut is_within = true;
    for (size, budget) in BUDGETS {
        if !asked.is_empty() && !asked.contains(&size) {
            continue;
        }
        let text = text(size);
        let accounts = officieel::embedded::from_toml(&text, Date::LAST).unwrap().account_count();
        let times = measure(&text, if size > 10_000 { 3 } else { 15 });
        let budget = budget.as_secs_f64() * 1000.0;
        let all = times.similarity + times.audit;
        println!(
            "| {accounts} | {:.1} | {all:.1} (of that {:.1} to know look-alikes) | {budget:.0} | {:.2} | {} |",
            times.reading,
            times.similarity,
            all / times.reading,
            times.findings,
        );
        is_within &= all <= budget;
    }
    if is_within {
        return ExitCode::SUCCESS;
    }
    println!("an audit takes longer than its budget");
    ExitCode::FAILURE
}

fn text(size: usize) -> String {
    if size == 0 {
        return embedded::TEXT.to_owned();
    }
    let built_in = officieel::embedded::directory().unwrap();
    let mut text = Vec::new();
    generate::write(&built_in, size, generate::SEED, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// Reading, and auditing what was just read, in turn.
fn measure(text: &str, repetitions: usize) -> Times {
    let (mut reading, mut similarity, mut audits) = (Vec::new(), Vec::new(), Vec::new());
    let mut findings = 0;
    for _ in 0..repetitions {
        let directory =
            timed(&mut reading, || officieel::embedded::from_toml(text, Date::LAST).unwrap());
        let alike = timed(&mut similarity, || Similarity::new(&directory));
        let today = directory.header.edition;
        let found = timed(&mut audits, || audit(&directory, &alike, today, &Scope::default()));
        findings = found.len();
    }
    Times {
        reading: median(&mut reading),
        similarity: median(&mut similarity),
        audit: median(&mut audits),
        findings,
    }
}

fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = work();
    times.push(start.elapsed());
    made
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).unwrap().as_secs_f64() * 1000.0
}
