//! Listed handles of different organisations that a citizen easily takes for each other.

use std::collections::BTreeSet;

use crate::audit::mining::in_use;
use crate::audit::spelling::letters;
use crate::audit::terms::chosen_part;
use crate::audit::{Certainty, Finding, Ground, Rule, Subject};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};

pub(super) fn findings(
    ground: &Ground<'_>,
    accounts: &[AccountIndex],
    findings: &mut Vec<Finding>,
) {
    let directory = ground.directory;
    // Each pair once, whichever of the two is met first.
    let mut told: BTreeSet<(OrganisationIndex, OrganisationIndex)> = BTreeSet::new();
    let owner = |account: AccountIndex| directory.account(account).organisation;
    for (account, others) in ground.likeness.confusable(directory, accounts) {
        for other in in_use(directory, &others) {
            let (one, two) = (owner(account), owner(other));
            if !are_close(directory, account, other) || !told.insert((one.min(two), one.max(two))) {
                continue;
            }
            let written = |account: AccountIndex| {
                let it = directory.account(account);
                let platform = directory.platform(it.platform);
                (it.written(platform), platform.name(), directory.organisation(it.organisation))
            };
            let (handle, platform, _) = written(account);
            let (other_handle, other_platform, owner) = written(other);
            let subject = Subject::Accounts(vec![account, other]);
            let finding = Finding::new(Rule::NamingConfusable, Certainty::Possible, subject)
                .with("handle", handle)
                .with("platform", platform)
                .with("other", other_handle)
                .with("other_platform", other_platform)
                .with("organisation", &owner.name);
            findings.push(finding);
        }
    }
}

/// Whether the handles themselves are a letter apart: two organisations may be alike in their
/// abbreviations only, which no reader of the handles sees.
fn are_close(directory: &Directory, one: AccountIndex, two: AccountIndex) -> bool {
    let part = |account| Some(letters(&chosen_part(directory, account)?));
    let slips = part(one).zip(part(two)).map(|(one, two)| strsim::osa_distance(&one, &two));
    slips.is_some_and(|slips| slips <= 1)
}
