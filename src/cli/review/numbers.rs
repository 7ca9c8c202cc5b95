//! Deciding by numbers: `--accept 1,4-7`.

use std::ops::RangeInclusive;

use super::super::Context;
use super::super::error::Result;
use super::super::style::plain;
use crate::messages::numbers::grouped;
use crate::proposals::{Case, Proposals, Subject, Verdict};
use crate::words::Words;

/// What came of numbers.
#[derive(Debug, Default)]
pub(super) struct Decided {
    /// On how many was decided.
    pub(super) count: usize,
    /// The numbers among others (`3-7`) on which was decided otherwise before: that stands.
    pub(super) passed: Vec<usize>,
    /// The numbers of which a decision was taken back.
    pub(super) undone: Vec<usize>,
    /// Those of which one was to be, and there was none.
    pub(super) undecided: Vec<usize>,
}

/// Decides on the proposals of some numbers, or takes back what was decided on them. Nothing is decided where any of them
/// can't be.
pub(super) fn decide(
    proposals: &mut Proposals,
    verdicts: [(Option<Verdict>, &Vec<String>); 4],
    reason: Option<&str>,
    cx: &mut Context<'_>,
) -> Result<Decided> {
    let order: Vec<Subject> = proposals.in_file().into_iter().cloned().collect();
    let all = order.len();
    let mut given: Vec<(RangeInclusive<usize>, Option<Verdict>)> = Vec::new();
    for (verdict, numbers) in verdicts {
        for text in numbers {
            given.push((range(text, all, cx)?, verdict));
        }
    }
    given.sort_unstable_by_key(|(range, _)| *range.start());
    let ends = given.iter().zip(given.iter().skip(1));
    let mut twice = ends.filter(|((one, _), (next, _))| next.start() <= one.end());
    if let Some((_, (next, _))) = twice.next() {
        return Err(cx.unusable(&cx.words.review_twice(&grouped(cx.words, *next.start()))));
    }
    let mut decided = Decided::default();
    for (range, verdict) in given {
        let is_one = range.start() == range.end();
        let first = *range.start();
        for (at, subject) in order.iter().enumerate().skip(first - 1).take(range.count()) {
            let Some(case) = proposals.cases.get_mut(subject) else { continue };
            if !is_one && verdict.is_some_and(|it| is_otherwise(case, it)) {
                decided.passed.push(at + 1);
                continue;
            }
            // What may be a stranger's is accepted by itself or not at all.
            if verdict == Some(Verdict::Accepted) && !is_one && case.warnings().next().is_some() {
                return Err(cx.unusable(&cx.words.review_by_itself(&grouped(cx.words, at + 1))));
            }
            match verdict {
                Some(verdict) => {
                    case.decide(verdict, reason.map(str::to_owned), cx.today);
                    decided.count += 1;
                }
                None if case.decision.take().is_some() => decided.undone.push(at + 1),
                None => decided.undecided.push(at + 1),
            }
        }
    }
    Ok(decided)
}

/// Numbers in their order as they are given: `1, 4-7`.
pub(super) fn listed(words: &Words, numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|one, next| *next == one + 1);
    let run = |run: &[usize]| match run {
        [first, .., last] => format!("{}-{}", grouped(words, *first), grouped(words, *last)),
        _ => run.iter().map(|it| grouped(words, *it)).collect(),
    };
    runs.map(run).collect::<Vec<String>>().join(", ")
}

/// Whether somebody said the contrary before: among others that is not undone unseen.
fn is_otherwise(case: &Case, verdict: Verdict) -> bool {
    let before = case.decision.as_ref().map(|it| it.verdict);
    before.is_some_and(|before| before != verdict && before != Verdict::Later)
}

/// A number, or those from one to another (`3-7`).
pub(in crate::cli) fn range(
    text: &str,
    all: usize,
    cx: &mut Context<'_>,
) -> Result<RangeInclusive<usize>> {
    if text.trim().is_empty() {
        return Err(cx.unusable(cx.words.review_empty_number));
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let range = first.trim().parse::<usize>().ok().zip(last.trim().parse::<usize>().ok());
    let (words, count, given) = (cx.words, grouped(cx.words, all), plain(text));
    let why = match range {
        Some((first, last)) if (1..=last).contains(&first) && last <= all => {
            return Ok(first..=last);
        }
        Some((first, last)) if first > last && last > 0 => {
            words.review_turned_round(&given, &format!("{last}-{first}"))
        }
        Some((1.., _)) => words.review_beyond(&count, &given),
        _ => words.review_no_number(&count, &given),
    };
    Err(cx.unusable(&why))
}
