//! Reasons for what is a name and nothing more.

use super::{handle_and_platform, listed, reach, row, unlisted};
use crate::check::{self, Answer};
use crate::directory::{AccountIndex, Date, Directory, Owner};
use crate::words::Words;

/// The most bearers of a name whose channels are told.
const MOST: usize = 3;

/// What bears the name, by what that is reached, and that the name proves nothing.
pub(super) fn reasons(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    owners: &[Owner],
    today: Date,
) -> Vec<String> {
    let mut reasons = Vec::new();
    for &owner in owners.iter().take(MOST) {
        reasons.extend(reach::service(words, directory, owner));
        let organisation = match owner {
            Owner::Service(service) => {
                let text = Words::uses_instead;
                let own = unlisted::service_reached_by(words, text, directory, service);
                let is_reached = own.is_some();
                reasons.extend(own);
                directory.service(service).organisation.filter(|_| !is_reached)
            }
            Owner::Organisation(organisation) => Some(organisation),
        };
        if let Some(organisation) = organisation {
            reasons.extend(listed::ended(words, directory, organisation));
            let heir = check::heir(directory, organisation);
            let text = Words::uses_instead;
            reasons.extend(unlisted::reached_by(words, text, directory, heir, today));
        }
    }
    let accounts = accounts(directory, &answer.asked);
    if !accounts.is_empty() {
        reasons.push(words.name_of_accounts(&row(words, &accounts)));
    }
    reasons.push(words.words_are_no_proof.to_owned());
    reasons
}

/// The listed accounts of just this name, with their platforms.
fn accounts(directory: &Directory, name: &str) -> Vec<String> {
    let meant = directory.platforms.parse_handle(name);
    let mut all: Vec<AccountIndex> =
        meant.iter().filter_map(|reference| directory.account_by(reference)).collect();
    all.dedup();
    all.into_iter().map(|account| handle_and_platform(directory, account)).collect()
}
