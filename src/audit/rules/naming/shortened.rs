//! Handles that shorten the name of a place although all of it would fit.

use crate::audit::conventions::mining::MinedTemplate;
use crate::audit::conventions::proposal::available;
use crate::audit::conventions::spelling::{shortens, words, written};
use crate::audit::conventions::table::ConventionTable;
use crate::audit::conventions::template::{Slot, Template};
use crate::audit::conventions::terms::{chosen_part, own_terms};
use crate::audit::details::ShortenedName;
use crate::audit::rules::naming::family_word::own_domain;
use crate::audit::{Certainty, Context, Details, Finding, Subject};
use crate::directory::AccountIndex;
use crate::text::fold::letters;

pub(super) fn findings(cx: &Context<'_>, table: &ConventionTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_place =
        |row: &&MinedTemplate| matches!(row.template.slot(), Slot::Place | Slot::Province);
    for row in table.mined.rows.iter().filter(is_place) {
        for &account in row.shortened.iter().filter(|it| cx.asks_for(**it)) {
            findings.extend(finding(cx, table, account, &row.template));
        }
    }
    findings
}

fn finding(
    cx: &Context<'_>,
    table: &ConventionTable,
    account: AccountIndex,
    template: &Template,
) -> Option<Finding> {
    let directory = cx.directory;
    let it = directory.account(account);
    let platform = directory.platform(table.platform);
    let part = chosen_part(directory, account)?;
    let opening = template.written_opening(&part)?;
    let lower = !part.chars().any(char::is_uppercase);
    let mut terms = own_terms(directory.organisation(it.organisation), template.slot());
    // A list of places is too long for a name, wherever it fits.
    terms.retain(|term| !term.contains(','));
    // The first name is the one that the organisation goes by; a part of it would tell less.
    let name = terms.into_iter().find(|term| shortens(&opening, term))?;
    let domain = own_domain(directory.organisation(it.organisation)).map(|it| letters(&it));
    let is_domain = |short: &str| domain.as_deref() == Some(&*letters(short));
    if lacks_only_inner_words(&letters(&opening), name) || is_domain(&opening) || is_domain(&part) {
        return None;
    }
    let whole = written(name, template.joiner_in_names());
    let whole = if lower { whole.to_lowercase() } else { whole };
    let proposal = available(directory, account, &template.filled(&whole)).ok()??;
    let details = Details::NamingShortened(ShortenedName {
        handle: it.written(platform),
        opening,
        name: name.to_owned(),
        platform: platform.name().to_owned(),
    });
    let finding = Finding::new(details, Certainty::Likely, Subject::Account(account));
    Some(finding.proposing(Some(proposal)))
}

/// Whether only words in the midst of a name are left out: it is as easily known by the others, as in
/// `gilzerijen` for Gilze en Rijen.
fn lacks_only_inner_words(opening: &str, name: &str) -> bool {
    let words = words(name);
    let [first, inner @ .., last] = words.as_slice() else { return false };
    let rest = opening.strip_prefix(first.as_str()).and_then(|it| it.strip_suffix(last.as_str()));
    rest.is_some_and(|rest| {
        inner
            .iter()
            .fold(rest, |rest, word| rest.strip_prefix(word.as_str()).unwrap_or(rest))
            .is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_first_and_last_word() {
        for (opening, name, is_known) in [
            ("gilzerijen", "Gilze en Rijen", true),
            ("amsterdamgaasperdam", "Amsterdam Zuidoost Gaasperdam", true),
            ("alphenaanrijn", "Alphen aan den Rijn", true),
            ("alphenrijn", "Alphen aan den Rijn", true),
            ("alphenderijn", "Alphen aan den Rijn", false),
            ("gaasperdam", "Amsterdam Zuidoost Gaasperdam", false),
            ("brabant", "Noord-Brabant", false),
            ("rh", "Rijssen-Holten", false),
            ("texel", "Texel", false),
            ("", "", false),
        ] {
            assert_eq!(lacks_only_inner_words(opening, name), is_known, "{opening} {name}");
        }
    }
}
