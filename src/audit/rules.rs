//! The rules: a file for each topic, and the registry of all.
//!
//! A topic is a function of the context. What depends on the findings of others is a second phase that is
//! given them.

pub(super) mod badges;
pub(super) mod coverage;
mod display;
mod evidence;
pub(super) mod naming;
pub mod registry;
mod status;

use std::panic::resume_unwind;
use std::thread;

use super::{Context, Finding};

/// What a topic finds. It sees the directory and nothing that another topic found: the topics run at once.
type Finder = fn(&Context<'_>) -> Vec<Finding>;

/// What follows from the findings of all topics, which are given in the order of [`PARTS`].
type Derived = fn(&Context<'_>, &[Finding]) -> Vec<Finding>;

/// The topics in parts that take about as long as each other in a large directory.
const PARTS: [&[Finder]; 3] = [
    &[naming::findings],
    &[naming::confusable_findings],
    &[
        display::findings,
        badges::findings,
        status::findings,
        coverage::findings,
        evidence::findings,
    ],
];

/// The rules about what other rules propose.
const DERIVED: &[Derived] = &[badges::renamings];

/// The findings of all topics, each part worked out on a thread of its own, and then what follows from
/// them.
pub(super) fn findings(cx: &Context<'_>) -> Vec<Finding> {
    let of_part =
        |part: &[Finder]| -> Vec<Finding> { part.iter().flat_map(|topic| topic(cx)).collect() };
    let mut findings: Vec<Finding> = thread::scope(|scope| {
        let parts = PARTS.map(|part| scope.spawn(move || of_part(part)));
        let joined = parts.map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.into_iter().flatten().collect()
    });
    let derived: Vec<Finding> = DERIVED.iter().flat_map(|derive| derive(cx, &findings)).collect();
    findings.extend(derived);
    findings
}
