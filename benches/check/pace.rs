//! How long a check takes, beside the plain way: the distance of a name to every listed handle.

use std::hint::black_box;
use std::time::{Duration, Instant};

use officieel::check::Checker;
use strsim::damerau_levenshtein;

use crate::lookalikes::LookAlikes;
use crate::rates::{Court, innocent_names};

/// So many lines are checked in one process.
pub(crate) const LINES: usize = 10_000;

/// How often each side takes its turn; the best of each counts, which the machine disturbed least.
const TURNS: usize = 3;

/// What was measured.
pub(crate) struct Pace {
    /// Making what look-alikes are compared with, and the first answer.
    pub(crate) first: Duration,
    /// All lines.
    pub(crate) ours: Duration,
    /// The distance of each line to every listed handle.
    pub(crate) plain: Duration,
}

/// Measures both ways in turn.
pub(crate) fn measure(court: &Court, made: &LookAlikes) -> Pace {
    let lines = lines(court, made, LINES);
    let handles: Vec<String> =
        court.directory.accounts().map(|it| it.name().to_lowercase()).collect();
    let mut pace = Pace { first: Duration::MAX, ours: Duration::MAX, plain: Duration::MAX };
    for _ in 0..TURNS {
        let checker = Checker::default();
        pace.first = pace.first.min(timed(|| check(court, &checker, "@p0litie_ede")));
        pace.ours = pace.ours.min(timed(|| {
            for line in &lines {
                check(court, &checker, line);
            }
        }));
        pace.plain = pace.plain.min(timed(|| {
            for line in &lines {
                let line = line.to_lowercase();
                let distance = |handle: &String| damerau_levenshtein(&line, handle);
                black_box(handles.iter().map(distance).min());
            }
        }));
    }
    pace
}

fn check(court: &Court, checker: &Checker, line: &str) {
    black_box(checker.answers(&court.directory, &court.index, line, None));
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Lines as people have them: look-alikes, innocent names, listed handles and their addresses,
/// addresses on other hosts, and sentences.
pub(crate) fn lines(court: &Court, made: &LookAlikes, wanted: usize) -> Vec<String> {
    let directory = &court.directory;
    let accounts: Vec<_> = directory.accounts().collect();
    let mut accounts = accounts.iter().cycle();
    let innocents: Vec<_> = innocent_names().collect();
    let mut innocents = innocents.iter().cycle();
    let step = (made.all.len() * 6 / wanted).max(1);
    let mut made = made.all.iter().step_by(step).cycle();
    let mut lines = Vec::with_capacity(wanted);
    while lines.len() < wanted {
        let account = accounts.next().unwrap();
        let fake = made.next().unwrap();
        let innocent = innocents.next().unwrap();
        lines.push(format!("@{}", fake.name));
        lines.push(format!(
            "https://{}/{}",
            directory.platform(fake.platform).rules.hosts[0],
            fake.name
        ));
        lines.push((*innocent).to_owned());
        lines.push(account.url.clone());
        lines.push(account.name().to_owned());
        lines.push(format!("https://www.{innocent}.nl/contact"));
        lines.push(format!("Let op: @{} is volgens mij nep, klopt dat?", fake.name));
    }
    lines.truncate(wanted);
    lines
}
