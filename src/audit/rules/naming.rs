//! Naming: whether the handles of a family let a citizen find and know them.

mod case;
mod confusable;
pub(in crate::audit) mod consistency;
mod convention;
pub(in crate::audit) mod family_word;
mod no_convention;
mod shortened;
#[cfg(test)]
mod tests;

use crate::audit::conventions::deviation;
use crate::audit::conventions::mining::in_use;
use crate::audit::conventions::table::ConventionTable;
use crate::audit::{Context, Finding};

/// The findings of this topic. Who no longer exists or no longer uses an account need not rename it.
pub(super) fn findings(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut units = deviation::Units::default();
    let mut governed = consistency::Governed::default();
    for (family, accounts) in &cx.families {
        for table in ConventionTable::of(cx.directory, *family, accounts) {
            let fits = table.fits(cx.directory);
            let conforming = convention::conforming(cx, &fits, &mut units);
            governed.add(&fits, conforming);
            governed.add_whole_names(table.by_whole_name(cx.directory));
            findings.extend(convention::findings(cx, &table, &fits, &mut units));
            findings.extend(no_convention::finding(cx, &table));
            findings.extend(case::findings(cx, &table));
            findings.extend(shortened::findings(cx, &table));
            findings.extend(family_word::findings(cx, &table));
        }
    }
    findings.extend(consistency::findings(cx, &governed));
    findings
}

/// The findings about names of different organisations that are easily taken for each other, which no
/// convention has a say in.
pub(super) fn confusable_findings(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let accounts = in_use(cx.directory, &cx.accounts);
    findings.extend(confusable::findings(cx, &accounts));
    findings
}
