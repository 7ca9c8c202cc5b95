//! Handles without the capitals of their family. Platforms ignore case, so this is never more than a
//! note.
//!
//! Capitals that the family does not use are no fault: `PolitieEde` is easier to read than the
//! `politieede` of most others.

use super::proposal::whole;
use super::table::ConventionTable;
use crate::audit::details::LetterCase;
use crate::audit::mining::MinedTemplate;
use crate::audit::template::Template;
use crate::audit::terms::chosen_part;
use crate::audit::{Certainty, Details, Finding, Ground, Subject};
use crate::directory::{AccountIndex, Directory};
use crate::platform::CaseRule;

pub(super) fn findings(ground: &Ground<'_>, table: &ConventionTable, findings: &mut Vec<Finding>) {
    for row in &table.mined.rows {
        if !is_mostly_in_its_case(ground.directory, table.all_of(row)) {
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

/// Whether a template has capitals, and more than half of who follows it write its letters in its
/// case: otherwise there is no custom.
pub(super) fn is_mostly_in_its_case(directory: &Directory, row: &MinedTemplate) -> bool {
    let parts = row.all().into_iter().filter_map(|it| chosen_part(directory, it));
    has_capitals(&row.template)
        && 2 * parts.filter(|part| row.template.has_case_of(part)).count() > row.count()
}

/// Whether a handle writes the letters of a template in another case, where its platform makes no
/// difference between them.
pub(super) fn is_in_other_case(
    directory: &Directory,
    account: AccountIndex,
    template: &Template,
) -> bool {
    let it = directory.account(account);
    let platform = directory.platform(it.platform);
    let rules = it.handle.as_ref().and_then(|handle| platform.name_rules(handle));
    rules.is_some_and(|rules| rules.case != CaseRule::Kept)
        && chosen_part(directory, account).is_some_and(|part| !template.has_case_of(&part))
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
    if !is_in_other_case(directory, account, &custom.template) {
        return None;
    }
    let part = chosen_part(directory, account)?;
    let proposal = custom.template.filled(&custom.template.written_opening(&part)?);
    let details = Details::NamingCase(LetterCase {
        handle: it.written(platform),
        template: custom.template.clone(),
        platform: platform.name().to_owned(),
    });
    let finding = Finding::new(details, Certainty::Certain, Subject::Account(account));
    Some(finding.proposing(Some(whole(directory, account, &proposal))))
}
