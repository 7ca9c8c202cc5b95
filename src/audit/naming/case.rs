//! Handles without the capitals of their family. Platforms ignore case, so this is never more than a
//! note.
//!
//! Capitals that the family does not use are no fault: `PolitieEde` is easier to read than the
//! `politieede` of most others.

use super::proposal::whole;
use super::table::ConventionTable;
use crate::audit::mining::MinedTemplate;
use crate::audit::template::Template;
use crate::audit::terms::chosen_part;
use crate::audit::{Certainty, Finding, Ground, Rule, Subject};
use crate::directory::AccountIndex;
use crate::platform::CaseRule;

pub(super) fn findings(ground: &Ground<'_>, table: &ConventionTable, findings: &mut Vec<Finding>) {
    for row in &table.mined.rows {
        if !has_capitals(&row.template) || !is_mostly_in_its_case(ground, row) {
            continue;
        }
        // Of whose handle only the letters are known it is doubtful that they are the template's.
        let named = row.followers.iter().chain(&row.shortened).copied();
        for account in named.filter(|it| ground.asks_for(*it)) {
            findings.extend(finding(ground, table, account, row));
        }
    }
}

fn has_capitals(template: &Template) -> bool {
    template.to_string().chars().any(char::is_uppercase)
}

/// Whether more than half of who follows a template write its letters in its case: otherwise there is
/// no custom.
fn is_mostly_in_its_case(ground: &Ground<'_>, row: &MinedTemplate) -> bool {
    let parts = row.all().into_iter().filter_map(|it| chosen_part(ground.directory, it));
    2 * parts.filter(|part| row.template.has_case_of(part)).count() > row.count()
}

fn finding(
    ground: &Ground<'_>,
    table: &ConventionTable,
    account: AccountIndex,
    row: &MinedTemplate,
) -> Option<Finding> {
    let directory = ground.directory;
    let custom = table.custom(directory, account).filter(|it| it.template == row.template)?;
    let it = directory.account(account);
    let platform = directory.platform(table.platform);
    let rules = platform.name_rules(it.handle.as_ref()?)?;
    let part = chosen_part(directory, account)?;
    if rules.case == CaseRule::Kept || custom.template.has_case_of(&part) {
        return None;
    }
    let proposal = custom.template.filled(&custom.template.written_opening(&part)?);
    let mut finding = Finding::new(Rule::NamingCase, Certainty::Certain, Subject::Account(account))
        .with("handle", it.written(platform))
        .with("template", custom.template.to_string())
        .with("platform", platform.name());
    finding.proposal = Some(whole(directory, account, &proposal));
    Some(finding)
}
