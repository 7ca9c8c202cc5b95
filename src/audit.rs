//! Audit: are the accounts of a family named, marked and kept as a citizen needs them to be?
//!
//! A [`Finding`] says what stands out, where, how sure that is and what could be done. Each belongs to
//! a [`Rule`], which has an explanation and a source. What a rule can't know it does not find: a
//! badge that nobody has looked at is unknown, never absent.

pub mod baseline;
mod context;
pub mod conventions;
pub mod details;
pub mod family;
mod finding;
mod lifecycle;
pub mod register;
pub mod rules;
mod scope;
pub mod score;
pub mod share;
#[cfg(test)]
mod testing;

pub use conventions::report::ConventionReport;
pub use conventions::table::ConventionTable;
pub use family::Family;
pub use finding::{Certainty, Finding, Subject};
pub use rules::registry::{Details, Rule, Severity, Topic};
pub use scope::{Emptiness, Scope};

use context::Context;

use crate::check::similarity::Similarity;
use crate::compact_sort::CompactSort;
use crate::directory::{Date, Directory};

/// What stands out in a directory, in the order of rules, organisations and accounts.
///
/// # Examples
///
/// ```
/// use officieel::audit::{Family, Scope, Severity, audit};
/// use officieel::check::similarity::Similarity;
/// use officieel::directory::Kind;
/// use officieel::embedded;
///
/// let directory = embedded::directory()?;
/// let scope = Scope {
///     family: Some(Family::Kind(Kind::Municipality)),
///     severity: Some(Severity::Warning),
///     ..Scope::default()
/// };
/// let findings = audit(&directory, &Similarity::new(&directory), "2026-11-21".parse()?, &scope);
/// for finding in &findings {
///     println!("{}: {:?}", finding.rule().id(), finding.subject);
/// }
/// assert!(findings.iter().all(|finding| finding.severity >= Severity::Warning));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn audit(
    directory: &Directory,
    similarity: &Similarity,
    today: Date,
    scope: &Scope,
) -> Vec<Finding> {
    let cx = Context::new(directory, similarity, today, scope);
    let mut findings = rules::findings(&cx);
    findings.retain(|finding| scope.asks_for(finding));
    findings.compact_sort_by_key(|finding| {
        let organisation = finding.subject.organisation(directory);
        (finding.rule(), organisation, finding.subject.accounts().to_vec())
    });
    findings
}

#[cfg(test)]
mod tests;
