//! Display names: what a reader sees before the handle.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::conventions::spelling::{is_connective, shortens};
use crate::audit::details::{ForeignDisplayName, SharedDisplayName};
use crate::audit::{Certainty, Context, Details, Finding, Subject, lifecycle};
use crate::directory::{Account, AccountIndex, Organisation};
use crate::platform::PlatformIndex;
use crate::text::fold::{fold, letters};

/// The findings of this topic.
pub(super) fn findings(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(same(cx));
    findings.extend(cx.in_use().filter_map(|(index, account)| disagrees(cx, index, account)));
    findings
}

/// Accounts on one platform that a reader of the display name can't tell apart. One name on several
/// platforms is as it should be.
fn same(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let families = cx.families.iter().flat_map(|(_, accounts)| accounts);
    let all: BTreeSet<AccountIndex> = families.chain(&cx.accounts).copied().collect();
    let mut groups: BTreeMap<(PlatformIndex, Vec<String>), Vec<AccountIndex>> = BTreeMap::new();
    for index in all {
        let account = cx.directory.account(index);
        if !lifecycle::is_in_use(cx.directory, account, cx.today) {
            continue;
        }
        let words = account.display_name.as_deref().map(words).unwrap_or_default();
        if !words.is_empty() {
            groups.entry((account.platform, words)).or_default().push(index);
        }
    }
    for ((platform, _), accounts) in groups {
        let Some(&first) = accounts.first() else { continue };
        if accounts.len() < 2 || !accounts.iter().any(|account| cx.asks_for(*account)) {
            continue;
        }
        let details = Details::DisplaySame(SharedDisplayName {
            name: cx.directory.account(first).display_name.clone().unwrap_or_default(),
            count: accounts.len(),
            accounts: accounts.iter().map(|&index| cx.written(index)).collect(),
            platform: cx.platform_name(platform),
        });
        findings.push(Finding::new(details, Certainty::Certain, Subject::Accounts(accounts)));
    }
    findings
}

/// A display name that shares nothing with the handle, and nothing with the organisation either. Either
/// alone would be innocent: an abbreviation in the handle, a campaign in the display name.
fn disagrees(cx: &Context<'_>, index: AccountIndex, account: &Account) -> Option<Finding> {
    let (shown, handle) = (account.display_name.as_deref()?, account.handle.as_ref()?);
    let organisation = cx.directory.organisation(account.organisation);
    let shown_words = words(shown);
    let handle = letters(handle.text().split('@').next().unwrap_or_default());
    if shown_words.is_empty() || shares(&shown_words, &handle) || names(organisation, &shown_words)
    {
        return None;
    }
    let certainty = if account.note.is_some() { Certainty::Possible } else { Certainty::Likely };
    let name = shown.to_owned();
    Some(cx.about(certainty, index, |account| {
        Details::DisplayDisagrees(ForeignDisplayName { account, name })
    }))
}

/// Whether a handle holds a word of a display name, its initials, or is an abbreviation of it.
fn shares(shown: &[String], handle: &str) -> bool {
    let initials: String = shown.iter().filter_map(|word| word.chars().next()).collect();
    let begins = |word: &String| {
        // Handles cut words off: `verkeersinfo`, `pol`.
        let start: String = word.chars().take(SHORTEST_KNOWN).collect();
        start.chars().count() >= SHORTEST_KNOWN && handle.contains(&start)
    };
    shown.iter().any(begins)
        || shown.iter().any(|word| word == handle)
        || (initials.chars().count() > 1 && handle.contains(&initials))
        || shortens(handle, &shown.concat())
}

/// Whether a display name holds something that the organisation is called or is for.
fn names(organisation: &Organisation, shown: &[String]) -> bool {
    let former = organisation.former_names.iter().map(|former| &former.name);
    let called = std::iter::once(&organisation.name)
        .chain(&organisation.abbreviation)
        .chain(&organisation.aliases)
        .chain(&organisation.places)
        .chain(former);
    let known: BTreeSet<String> = called.flat_map(|name| words(name)).collect();
    shown.iter().any(|word| known.contains(word))
}

/// How many letters of a word are enough to know it by.
const SHORTEST_KNOWN: usize = 3;

/// The words of a name that tell it from others, folded.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty() && !is_connective(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
