//! Handles that shorten the name of a place although all of it would fit.

use super::proposal::available;
use super::table::ConventionTable;
use crate::audit::mining::MinedTemplate;
use crate::audit::spelling::{letters, shortens, words, written};
use crate::audit::template::{Slot, Template};
use crate::audit::terms::{chosen_part, own_terms};
use crate::audit::{Certainty, Finding, Ground, Rule, Subject};
use crate::directory::AccountIndex;

pub(super) fn findings(ground: &Ground<'_>, table: &ConventionTable, findings: &mut Vec<Finding>) {
    let is_place =
        |row: &&MinedTemplate| matches!(row.template.slot(), Slot::Place | Slot::Province);
    for row in table.mined.rows.iter().filter(is_place) {
        for &account in row.shortened.iter().filter(|it| ground.asks_for(**it)) {
            findings.extend(finding(ground, table, account, &row.template));
        }
    }
}

fn finding(
    ground: &Ground<'_>,
    table: &ConventionTable,
    account: AccountIndex,
    template: &Template,
) -> Option<Finding> {
    let directory = ground.directory;
    let it = directory.account(account);
    let platform = directory.platform(table.platform);
    let part = chosen_part(directory, account)?;
    let opening = template.written_opening(&part)?;
    let lower = !part.chars().any(char::is_uppercase);
    let terms = own_terms(directory.organisation(it.organisation), template.slot());
    // The first name is the one that the organisation goes by; a part of it would tell less.
    let name = terms.into_iter().find(|term| shortens(&opening, term))?;
    if letters(&opening) == without_connectives(name) {
        return None;
    }
    let whole = written(name, template.joiner_in_names());
    let whole = if lower { whole.to_lowercase() } else { whole };
    let proposal = available(directory, account, &template.filled(&whole)).ok()??;
    let mut finding =
        Finding::new(Rule::NamingShortened, Certainty::Likely, Subject::Account(account))
            .with("handle", it.written(platform))
            .with("opening", opening)
            .with("name", name)
            .with("platform", platform.name());
    finding.proposal = Some(proposal);
    Some(finding)
}

/// Words without which a name is as easily known: `gilzerijen` for Gilze en Rijen.
const CONNECTIVES: &[&str] = &["en", "de", "den", "der", "het", "aan", "op", "van", "in"];

fn without_connectives(name: &str) -> String {
    words(name).into_iter().filter(|word| !CONNECTIVES.contains(&word.as_str())).collect()
}
