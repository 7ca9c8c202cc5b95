//! The tables of conventions as JSON.

use serde::Serialize;

use super::deviating;
use crate::audit::ConventionTable;
use crate::audit::mining::MinedTemplate;
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
    /// Those that no template explains.
    unexplained: Vec<&'a str>,
    /// Those that do not follow what is expected of them.
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
    /// Those that fill it with a whole name, with a shortened one, and with something else.
    whole: Vec<&'a str>,
    shortened: Vec<&'a str>,
    otherwise: Vec<&'a str>,
}

pub(super) fn table<'a>(directory: &'a Directory, table: &ConventionTable) -> TableJson<'a> {
    let names = |accounts: &[AccountIndex]| -> Vec<&'a str> {
        accounts.iter().map(|account| directory.account(*account).name()).collect()
    };
    let template = |row: &MinedTemplate| TemplateJson {
        template: row.template.to_string(),
        count: row.count(),
        share: table.mined.share(row).percent().unwrap_or_default(),
        whole: names(&row.followers),
        shortened: names(&row.shortened),
        otherwise: names(&row.otherwise),
    };
    let expected = table.expected().map(|(kind, expected)| ExpectedJson {
        kind: kind.id(),
        template: expected.template.to_string(),
        declared: expected.is_declared,
    });
    TableJson {
        family: table.family.id(directory),
        platform: directory.platform(table.platform).id(),
        accounts: table.mined.total,
        expected: expected.collect(),
        templates: table.mined.rows.iter().map(template).collect(),
        unexplained: names(&table.mined.unexplained),
        deviating: names(&deviating(directory, table)),
    }
}
