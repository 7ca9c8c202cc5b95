//! Handles that do not follow the convention of their family.

use crate::audit::conventions::deviation::{Deviation, Excuse, Units, has_purpose};
use crate::audit::conventions::expected::{Expected, Fit, following};
use crate::audit::conventions::report::Basis;
use crate::audit::conventions::table::ConventionTable;
use crate::audit::details::Nonconformity;
use crate::audit::{Certainty, Context, Details, Finding, Severity, Subject};
use crate::directory::{AccountIndex, Directory};

/// The accounts asked for that follow the convention of their family, or else that of their unit.
pub(super) fn conforming(
    cx: &Context<'_>,
    fits: &[(AccountIndex, Fit)],
    units: &mut Units,
) -> Vec<AccountIndex> {
    let asked = fits.iter().filter(|(account, _)| cx.asks_for(*account));
    let conforms = |(account, fit): &(AccountIndex, Fit)| {
        let does = *fit == Fit::Follows || units.followed(cx.directory, *account).is_some();
        does.then_some(*account)
    };
    asked.filter_map(conforms).collect()
}

pub(super) fn findings(
    cx: &Context<'_>,
    table: &ConventionTable,
    fits: &[(AccountIndex, Fit)],
    units: &mut Units,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let directory = cx.directory;
    // Who has an account by the convention may have others beside it.
    let following = following(directory, fits);
    for &(account, fit) in fits {
        let organisation = directory.account(account).organisation;
        let details: fn(Nonconformity) -> Details = match fit {
            Fit::Follows => continue,
            Fit::Separator => Details::NamingSeparator,
            Fit::Deviates => Details::NamingConvention,
        };
        let is_asked = cx.asks_for(account)
            && !following.contains(&organisation)
            && !has_purpose(directory, account);
        if let Some(expected) = table.expected_of(directory, account).filter(|_| is_asked) {
            let deviation = Deviation::of(directory, table, account, expected, fit, units);
            let Deviation { proposal, excuse, .. } = deviation;
            let has_excuse = excuse.is_some();
            let details = details(nonconformity(directory, table, account, expected, excuse));
            let found = Finding::new(details, Certainty::Certain, Subject::Account(account));
            let found = if has_excuse { found.at_most(Severity::Note) } else { found };
            findings.push(found.proposing(proposal));
        }
    }
    findings
}

fn nonconformity(
    directory: &Directory,
    table: &ConventionTable,
    account: AccountIndex,
    expected: &Expected,
    excuse: Option<Excuse>,
) -> Nonconformity {
    let platform = directory.platform(table.platform);
    Nonconformity {
        handle: directory.account(account).written(platform),
        template: expected.template.clone(),
        share: expected.share,
        family: table.reckoned_in().id(directory),
        platform: platform.name().to_owned(),
        basis: if expected.is_declared { Basis::Declared } else { Basis::Leading },
        excuse,
    }
}
