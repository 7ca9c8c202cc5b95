//! Listed handles of different organisations that a citizen easily takes for each other.

use std::collections::BTreeSet;

use crate::audit::conventions::mining::in_use;
use crate::audit::conventions::terms::chosen_part;
use crate::audit::details::ConfusableNames;
use crate::audit::{Certainty, Context, Details, Finding, Subject};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::text::fold::letters;

pub(super) fn findings(cx: &Context<'_>, accounts: &[AccountIndex]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let directory = cx.directory;
    // Each pair once, whichever of the two is met first.
    let mut paired: BTreeSet<(OrganisationIndex, OrganisationIndex)> = BTreeSet::new();
    let owner = |account: AccountIndex| directory.account(account).organisation;
    for (account, others) in cx.similarity.confusable(directory, accounts) {
        for other in in_use(directory, &others) {
            let (one, two) = (owner(account), owner(other));
            if !are_close(directory, account, other) || !paired.insert((one.min(two), one.max(two)))
            {
                continue;
            }
            let written = |account: AccountIndex| {
                let it = directory.account(account);
                let platform = directory.platform(it.platform);
                (it.written(platform), platform.name().to_owned())
            };
            let (handle, platform) = written(account);
            let (other_handle, other_platform) = written(other);
            let details = Details::NamingConfusable(ConfusableNames {
                handle,
                platform,
                other: other_handle,
                other_platform,
                organisation: cx.name(two),
            });
            let subject = Subject::Accounts(vec![account, other]);
            findings.push(Finding::new(details, Certainty::Possible, subject));
        }
    }
    findings
}

/// Whether the handles themselves are a letter apart: two organisations may be alike in their
/// abbreviations only, which no reader of the handles sees.
fn are_close(directory: &Directory, one: AccountIndex, two: AccountIndex) -> bool {
    let part = |account| Some(letters(&chosen_part(directory, account)?));
    let slips = part(one).zip(part(two)).map(|(one, two)| strsim::osa_distance(&one, &two));
    slips.is_some_and(|slips| slips <= 1)
}
