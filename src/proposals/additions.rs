//! Own additions: new accounts of files of one's own, shown beside those of a directory before anybody took them over.

use crate::directory::{Account, Directory, Method};

use super::apply::{Refusal, added, is_listed};
use super::{Kind, Proposals, Subject, Verdict};

/// The accounts that proposals add to a directory, and what can't be added, with why.
///
/// An own addition is one person's word until the directory takes it over: whatever page it names, its evidence counts as
/// that of [others](Method::ThirdParty). What was rejected isn't added, and what the directory lists already is told as
/// [`Refusal::OfAnother`] where it is another organisation's, and passed over where it is the same.
pub fn additions(
    directory: &Directory,
    proposals: &Proposals,
    note: &str,
) -> (Vec<Account>, Vec<(Subject, Refusal)>) {
    let mut accounts: Vec<Account> = Vec::new();
    let mut refused = Vec::new();
    for (subject, case) in &proposals.cases {
        let rejected = case.decision.as_ref().is_some_and(|it| it.verdict == Verdict::Rejected);
        if subject.kind != Kind::New || rejected || is_listed(directory, subject) {
            continue;
        }
        match added(directory, subject, case) {
            Ok(mut account) => {
                account.note = Some(note.to_owned());
                // Whatever pages it names, it is one word: the newest stands for all.
                let newest = account.evidence.iter().max_by_key(|it| it.seen).cloned();
                account.evidence = newest.into_iter().collect();
                for evidence in &mut account.evidence {
                    evidence.method = Method::ThirdParty;
                }
                accounts.push(account);
            }
            Err(why) => refused.push((subject.clone(), why)),
        }
    }
    (accounts, refused)
}
