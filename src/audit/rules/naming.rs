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
use crate::audit::{Finding, Ground};

/// The findings of this topic. Who no longer exists or no longer uses an account need not rename it.
pub(super) fn findings(ground: &Ground<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut units = deviation::Units::default();
    let mut governed = consistency::Governed::default();
    for (family, accounts) in &ground.families {
        for table in ConventionTable::of(ground.directory, *family, accounts) {
            let fits = table.fits(ground.directory);
            let conforming = convention::conforming(ground, &fits, &mut units);
            governed.add(&fits, conforming);
            convention::findings(ground, &table, &fits, &mut units, &mut findings);
            findings.extend(no_convention::finding(ground, &table));
            case::findings(ground, &table, &mut findings);
            shortened::findings(ground, &table, &mut findings);
            family_word::findings(ground, &table, &mut findings);
        }
    }
    consistency::findings(ground, &governed, &mut findings);
    findings
}

/// Those of this topic about names of different organisations, which no custom has a say in.
pub(super) fn confusable_findings(ground: &Ground<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let accounts = in_use(ground.directory, &ground.accounts);
    confusable::findings(ground, &accounts, &mut findings);
    findings
}
