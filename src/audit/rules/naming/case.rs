//! Handles without the capitals of their family. Platforms ignore case, so this is never more than a
//! note.
//!
//! Capitals that the family does not use are no fault: `PolitieEde` is easier to read than the
//! `politieede` of most others.

use crate::audit::conventions::letter_case::{is_in_other_case, is_mostly_in_its_case};
use crate::audit::conventions::mining::MinedTemplate;
use crate::audit::conventions::proposal::whole;
use crate::audit::conventions::table::ConventionTable;
use crate::audit::conventions::terms::chosen_part;
use crate::audit::details::LetterCase;
use crate::audit::{Certainty, Context, Details, Finding, Subject};
use crate::directory::AccountIndex;

pub(super) fn findings(cx: &Context<'_>, table: &ConventionTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in &table.mined.rows {
        if !is_mostly_in_its_case(cx.directory, table.all_of(row)) {
            continue;
        }
        // Of whose handle only the letters are known it is doubtful that they are the template's.
        let named = row.followers.iter().chain(&row.shortened).copied();
        for account in named.filter(|it| cx.asks_for(*it)) {
            findings.extend(finding(cx, table, account, row));
        }
    }
    findings
}

fn finding(
    cx: &Context<'_>,
    table: &ConventionTable,
    account: AccountIndex,
    row: &MinedTemplate,
) -> Option<Finding> {
    let directory = cx.directory;
    let expected =
        table.expected_of(directory, account).filter(|it| it.template == row.template)?;
    let it = directory.account(account);
    let platform = directory.platform(table.platform);
    if !is_in_other_case(directory, account, &expected.template) {
        return None;
    }
    let part = chosen_part(directory, account)?;
    let proposal = expected.template.filled(&expected.template.written_opening(&part)?);
    let details = Details::NamingCase(LetterCase {
        handle: it.written(platform),
        template: expected.template.clone(),
        platform: platform.name().to_owned(),
    });
    let finding = Finding::new(details, Certainty::Certain, Subject::Account(account));
    Some(finding.proposing(Some(whole(directory, account, &proposal))))
}
