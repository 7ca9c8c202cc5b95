//! The findings of a rule in lists: what they have in common is said once.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::audit::{Certainty, Rule, Severity};
use crate::cli::style::Styles;
use crate::messages::finding::{Facts, InList};
use crate::messages::labels;
use crate::report::row::Row;
use crate::words::Words;

/// Findings that are told together.
#[derive(Debug)]
struct List<'r> {
    severity: Severity,
    certainty: Certainty,
    /// What all of them have in common: `together` and `advice`.
    of_all: InList,
    members: Vec<(&'r Row, InList)>,
}

/// What findings have in common that are told together.
type InCommon = (Severity, Certainty, String, String);

/// What a finding has in common with others of its list; `None` where it is told alone.
fn in_common(row: &Row, in_list: &InList) -> Option<InCommon> {
    let together = in_list.together.clone()?;
    Some((row.severity, row.certainty, together, in_list.advice.clone()))
}

impl List<'_> {
    /// Severity and certainty, where they are not what a reader expects of the rule.
    fn remarks(&self, words: &Words, rule: Rule) -> String {
        let severity =
            (self.severity != rule.severity()).then(|| labels::severity(words, self.severity));
        let is_sure = self.certainty == Certainty::Certain;
        let certainty = (!is_sure).then(|| labels::certainty(words, self.certainty));
        let remarks: Vec<&str> = severity.into_iter().chain(certainty).collect();
        if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join(", ")) }
    }
}

/// Writes the findings of a rule: first those that stand alone, then the lists.
pub(super) fn write(
    words: &Words,
    styles: Styles,
    rule: Rule,
    rows: &[Row],
    out: &mut dyn Write,
) -> io::Result<()> {
    let (single, more): (Vec<List<'_>>, Vec<List<'_>>) =
        lists(words, rows).into_iter().partition(|list| list.members.len() == 1);
    let advised = |all: &[List<'_>], advice: &str| all.iter().all(|it| it.of_all.advice == advice);
    let common = single.iter().chain(&more).next().map(|list| list.of_all.advice.clone());
    let common = common.filter(|it| advised(&single, it) && advised(&more, it));
    // Where there is one finding only, nothing need stand behind an arrow.
    let only = match rows {
        [only] => Some(only.advice.clone()),
        _ => None,
    };
    let arrow = |advice: &str| styles.dim(&format!("→ {advice}"));
    if let Some(advice) = only.as_ref().or(common.as_ref()) {
        writeln!(out, "  {}", arrow(advice))?;
    }
    for list in &single {
        for (row, in_list) in &list.members {
            let behind = match (&common, &in_list.arrow) {
                _ if only.is_some() => None,
                (Some(_), proposal) => proposal.as_deref(),
                (None, _) => Some(row.advice.as_str()),
            };
            let behind = behind.map(|it| format!(" {}", arrow(it))).unwrap_or_default();
            writeln!(out, "  - {}{}{behind}", row.found, list.remarks(words, rule))?;
        }
    }
    for list in &more {
        let together = list.of_all.together.as_deref().unwrap_or_default();
        writeln!(out, "  {together}{}", list.remarks(words, rule))?;
        if common.is_none() {
            writeln!(out, "  {}", arrow(&list.of_all.advice))?;
        }
        for (_, in_list) in &list.members {
            let behind = in_list.arrow.as_deref().map(|it| format!(" {}", arrow(it)));
            writeln!(out, "    - {}{}", in_list.each, behind.unwrap_or_default())?;
        }
    }
    Ok(())
}

/// The lists, in the order of their first findings.
fn lists<'r>(words: &Words, rows: &'r [Row]) -> Vec<List<'r>> {
    let mut lists: Vec<List<'r>> = Vec::new();
    let mut list_of: HashMap<InCommon, usize> = HashMap::new();
    for row in rows {
        let facts = Facts { details: &row.details, proposal: row.proposal.as_deref() };
        let in_list = facts.in_list(words);
        let next = lists.len();
        let place = in_common(row, &in_list).map_or(next, |it| *list_of.entry(it).or_insert(next));
        match lists.get_mut(place) {
            Some(list) => list.members.push((row, in_list)),
            None => lists.push(List {
                severity: row.severity,
                certainty: row.certainty,
                of_all: in_list.clone(),
                members: vec![(row, in_list)],
            }),
        }
    }
    lists
}
