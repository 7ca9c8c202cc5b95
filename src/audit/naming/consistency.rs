//! Organisations that bear different names on different platforms.

use std::collections::BTreeMap;

use super::convention::has_purpose;
use super::family_word::tells;
use super::proposal::{bearer, filled};
use crate::audit::mining::in_use;
use crate::audit::score::Share;
use crate::audit::spelling::{is_separator, letters};
use crate::audit::template::{Slot, Template};
use crate::audit::terms::chosen_part;
use crate::audit::{Certainty, Finding, Ground, Rule, Subject};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;

/// The names of one organisation.
pub(crate) struct Names {
    /// The chosen part of every handle, by platform.
    platforms: BTreeMap<PlatformIndex, Vec<(AccountIndex, String)>>,
    /// The names without separators, and on how many platforms each is borne: the most common first.
    counts: Vec<(String, usize)>,
}

impl Names {
    /// The names that an organisation bears on its own accounts in use, those for one purpose aside.
    pub(crate) fn of(directory: &Directory, organisation: OrganisationIndex) -> Self {
        let is_own = |it: &AccountIndex| directory.account(*it).organisation == organisation;
        let own: Vec<AccountIndex> = directory.accounts_of(organisation).filter(is_own).collect();
        let mut platforms: BTreeMap<PlatformIndex, Vec<(AccountIndex, String)>> = BTreeMap::new();
        let main = in_use(directory, &own).into_iter().filter(|it| !has_purpose(directory, *it));
        for account in main {
            if let Some(part) = chosen_part(directory, account) {
                let platform = directory.account(account).platform;
                platforms.entry(platform).or_default().push((account, part));
            }
        }
        // In the order of platforms, so that of equals that of the first stands first.
        let mut counts: Vec<(String, usize)> = Vec::new();
        for parts in platforms.values() {
            let mut seen: Vec<String> = Vec::new();
            for key in parts.iter().map(|(_, part)| letters(part)) {
                if seen.contains(&key) {
                    continue;
                }
                match counts.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((key.clone(), 1)),
                }
                seen.push(key);
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self { platforms, counts }
    }

    /// The share of its platforms that bear the most common name, separators and case aside; of none
    /// where it is on fewer than two.
    pub(crate) fn consistency(&self) -> Share {
        let all = self.platforms.len();
        let some = self.counts.first().map_or(0, |(_, count)| *count);
        if all < 2 { Share::default() } else { Share { some, all } }
    }

    /// A name that all its platforms can have, and that on none of them is another organisation's.
    fn proposal(&self, directory: &Directory, organisation: OrganisationIndex) -> Option<String> {
        let parts = || self.platforms.values().flatten();
        let is_key = |key: &str, part: &str| letters(part) == key;
        let borne = self.counts.iter().flat_map(|(key, _)| {
            let same = parts().map(|(_, part)| part).filter(move |part| is_key(key, part));
            same.clone().cloned().chain(same.map(|part| bare(part)))
        });
        let name = Template::new("", Slot::Name, "");
        let first = parts().map(|(account, _)| *account).next()?;
        let names = filled(directory, first, &name).into_iter();
        borne.chain(names).find(|name| self.fits_everywhere(directory, organisation, name))
    }

    fn fits_everywhere(
        &self,
        directory: &Directory,
        organisation: OrganisationIndex,
        name: &str,
    ) -> bool {
        let is_own = |other: AccountIndex| directory.account(other).organisation == organisation;
        let is_family_word = directory.families.iter().any(|family| family.word == letters(name));
        if is_family_word || !tells(directory, directory.organisation(organisation), name) {
            return false;
        }
        let first = |parts: &Vec<(AccountIndex, String)>| parts.first().map(|(it, _)| *it);
        self.platforms.values().filter_map(first).all(|account| {
            bearer(directory, account, name).is_ok_and(|other| other.is_none_or(is_own))
        })
    }
}

/// A name without separators, in its own case.
fn bare(part: &str) -> String {
    part.chars().filter(|c| !is_separator(*c)).collect()
}

pub(super) fn findings(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let directory = ground.directory;
    for &organisation in &ground.organisations {
        let it = directory.organisation(organisation);
        if it.ended.is_some() {
            continue;
        }
        let names = Names::of(directory, organisation);
        let share = names.consistency();
        let Some(percent) = share.percent().filter(|_| share.some < share.all) else {
            continue;
        };
        let borne = names.platforms.iter().map(|(platform, parts)| {
            let parts: Vec<&str> = parts.iter().map(|(_, part)| part.as_str()).collect();
            format!("{} ({})", parts.join(", "), directory.platform(*platform).name())
        });
        let subject = Subject::Organisation(organisation, None);
        let mut finding = Finding::new(Rule::NamingInconsistent, Certainty::Certain, subject)
            .with("organisation", &it.name)
            .with("names", borne.collect::<Vec<_>>().join("; "))
            .with("count", share.some.to_string())
            .with("total", share.all.to_string())
            .with("share", percent.to_string());
        finding.proposal = names.proposal(directory, organisation);
        findings.push(finding);
    }
}
