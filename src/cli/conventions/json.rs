//! The tables of conventions as JSON.

use serde::Serialize;

use crate::audit::ConventionReport;
use crate::audit::conventions::report::{Basis, Filling, Pattern};
use crate::directory::{AccountIndex, Directory};

/// A family on a platform.
#[derive(Debug, Serialize)]
pub(super) struct TableJson<'a> {
    family: String,
    platform: &'a str,
    /// How many accounts have a handle that was chosen.
    accounts: usize,
    /// What is expected of the accounts of each kind, where something is.
    expected: Vec<ExpectedJson>,
    templates: Vec<TemplateJson<'a>>,
    /// The accounts that no template explains.
    unexplained: Vec<&'a str>,
    /// The accounts that do not follow what is expected of them.
    deviating: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct ExpectedJson {
    kind: &'static str,
    template: String,
    /// Whether it was declared; otherwise more than half follow it.
    declared: bool,
}

#[derive(Debug, Serialize)]
struct TemplateJson<'a> {
    template: String,
    count: usize,
    /// In whole percents.
    share: usize,
    /// The accounts that fill it with a whole name, with a shortened one, and with something else.
    whole: Vec<&'a str>,
    shortened: Vec<&'a str>,
    otherwise: Vec<&'a str>,
}

pub(super) fn table<'a>(directory: &'a Directory, report: &ConventionReport) -> TableJson<'a> {
    let names = |accounts: &mut dyn Iterator<Item = AccountIndex>| -> Vec<&'a str> {
        accounts.map(|account| directory.account(account).name()).collect()
    };
    let template = |pattern: &Pattern| {
        // What was declared and nobody follows is no template of theirs.
        let template = pattern.template.as_ref().filter(|_| pattern.share.some > 0)?;
        Some(TemplateJson {
            template: template.to_string(),
            count: pattern.share.some,
            share: pattern.share.percent().unwrap_or_default(),
            whole: names(&mut pattern.filled(Filling::Whole)),
            shortened: names(&mut pattern.filled(Filling::Shortened)),
            otherwise: names(&mut pattern.filled(Filling::Otherwise)),
        })
    };
    let expected = report.expected.iter().map(|expected| ExpectedJson {
        kind: expected.kind.id(),
        template: expected.template.to_string(),
        declared: expected.basis == Basis::Declared,
    });
    let without = report.patterns.iter().filter(|pattern| pattern.template.is_none());
    let mut without = without.flat_map(|pattern| &pattern.following).map(|entry| entry.account);
    TableJson {
        family: report.family.id(directory),
        platform: directory.platform(report.platform).id(),
        accounts: report.total,
        expected: expected.collect(),
        templates: report.patterns.iter().filter_map(template).collect(),
        unexplained: names(&mut without),
        deviating: names(&mut report.deviating().into_iter()),
    }
}
