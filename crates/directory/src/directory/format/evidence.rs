//! Evidence, of whatever it is said.

use std::cmp::Reverse;

use super::writer::{Writer, inline};
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, Evidence, Says};

/// Writes evidence one piece a line.
pub(super) fn write(writer: &mut Writer, directory: &Directory, evidence: &[Evidence]) {
    writer.items("evidence", &inline_evidence(directory, evidence));
}

/// Each piece of evidence as a table in braces, in the canonical order.
pub(super) fn inline_evidence(directory: &Directory, evidence: &[Evidence]) -> Vec<String> {
    let mut evidence: Vec<&Evidence> = evidence.iter().collect();
    evidence.compact_sort_by_key(|e| (e.method, Reverse(e.seen), e.url.clone(), e.note.clone()));
    evidence.into_iter().map(|e| evidence_table(directory, e)).collect()
}

fn evidence_table(directory: &Directory, it: &Evidence) -> String {
    let source = it.source.and_then(|source| directory.sources.get(source.position()));
    let seen = it.seen.to_string();
    inline(&[
        ("method", Some(it.method.id())),
        ("source", source.map(|source| source.id.as_str())),
        ("url", it.own_url.then_some(it.url.as_str())),
        ("seen", Some(&seen)),
        ("says", (it.says != Says::Official).then(|| it.says.id())),
        ("note", it.note.as_deref()),
    ])
}
