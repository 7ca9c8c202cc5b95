//! Which templates the handles of a family follow, found from the handles themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::spelling::{shortens, spellings};
use super::template::{Slot, Template};
use crate::directory::{AccountIndex, Directory, Organisation};
use crate::text::fold::fold;

/// The templates of a family on a platform, those that most follow first.
#[derive(Debug, Clone, Default)]
pub struct Mined {
    /// A row for each template.
    pub rows: Vec<MinedTemplate>,
    /// The accounts whose handle no template explains.
    pub unexplained: Vec<AccountIndex>,
    /// How many accounts were looked at.
    pub total: usize,
}

/// A template and who follows it.
#[derive(Debug, Clone)]
pub struct MinedTemplate {
    /// The template, with its letters in the case that most of them use.
    pub template: Template,
    /// Those that fill it with the whole name, in the order of the directory.
    pub followers: Vec<AccountIndex>,
    /// Those that fill it with a shortened name.
    pub shortened: Vec<AccountIndex>,
}

impl MinedTemplate {
    /// How many follow it.
    pub fn count(&self) -> usize {
        self.followers.len() + self.shortened.len()
    }
}

/// A template that only one organisation follows explains nothing but itself.
const FEWEST: usize = 2;

/// Finds the templates of some accounts.
pub fn mine(directory: &Directory, accounts: &[AccountIndex]) -> Mined {
    let handles: Vec<(AccountIndex, &str)> = accounts
        .iter()
        .filter_map(|&account| Some((account, directory.account(account).handle.as_ref()?.text())))
        .collect();
    let mut found: BTreeMap<Template, Vec<(AccountIndex, Template)>> = BTreeMap::new();
    let mut rest = Vec::new();
    for &(account, handle) in &handles {
        match read(directory, account, handle) {
            Some(template) => found.entry(template.clone()).or_default().push((account, template)),
            None => rest.push((account, handle)),
        }
    }
    let mut rows: Vec<MinedTemplate> = Vec::new();
    for (template, followers) in found {
        let organisations: BTreeSet<_> =
            followers.iter().map(|(account, _)| directory.account(*account).organisation).collect();
        if organisations.len() < FEWEST {
            rest.extend(
                followers.iter().map(|(account, _)| (*account, handle_of(directory, *account))),
            );
            continue;
        }
        let template = in_common_case(&followers).unwrap_or(template);
        let followers = followers.into_iter().map(|(account, _)| account).collect();
        rows.push(MinedTemplate { template, followers, shortened: Vec::new() });
    }
    rows.sort_by(|a, b| {
        b.followers.len().cmp(&a.followers.len()).then(a.template.cmp(&b.template))
    });
    let mut unexplained = Vec::new();
    for (account, handle) in rest {
        let row =
            rows.iter_mut().find(|row| is_shortened(directory, account, handle, &row.template));
        match row {
            Some(row) => row.shortened.push(account),
            None => unexplained.push(account),
        }
    }
    unexplained.sort_unstable();
    rows.sort_by(|a, b| b.count().cmp(&a.count()).then(a.template.cmp(&b.template)));
    Mined { rows, unexplained, total: handles.len() }
}

fn handle_of(directory: &Directory, account: AccountIndex) -> &str {
    directory.account(account).handle.as_ref().map_or("", |handle| handle.text())
}

/// The template that a handle follows with a whole name of its organisation.
fn read(directory: &Directory, account: AccountIndex, handle: &str) -> Option<Template> {
    let organisation = directory.organisation(directory.account(account).organisation);
    // A host behind the name says nothing about how it is made.
    let handle = handle.split('@').next().unwrap_or(handle);
    let folded = fold(handle);
    Slot::ALL.into_iter().find_map(|slot| {
        let mut spelled: Vec<String> =
            terms(organisation, slot).iter().flat_map(|term| spellings(term)).collect();
        spelled.sort_by_key(|spelling| std::cmp::Reverse(spelling.len()));
        let spelling =
            spelled.into_iter().find(|it| it.len() > 1 && folded.contains(it.as_str()))?;
        let (before, behind) = folded.split_once(spelling.as_str())?;
        let (start, end) = (before.chars().count(), behind.chars().count());
        let length = handle.chars().count();
        // Folding may have dropped a mark; then the case is that of the folded letters.
        if folded.chars().count() != length {
            return Some(Template::new(before, slot, behind));
        }
        let before: String = handle.chars().take(start).collect();
        let behind: String = handle.chars().skip(length - end).collect();
        Some(Template::new(&before, slot, &behind))
    })
}

fn is_shortened(
    directory: &Directory,
    account: AccountIndex,
    handle: &str,
    template: &Template,
) -> bool {
    let organisation = directory.organisation(directory.account(account).organisation);
    let handle = handle.split('@').next().unwrap_or(handle);
    template.opening(handle).is_some_and(|opening| {
        terms(organisation, template.slot()).iter().any(|term| shortens(&opening, term))
    })
}

/// What may stand in the open place of a template for an organisation.
pub fn terms(organisation: &Organisation, slot: Slot) -> Vec<&str> {
    let bare = bare_name(&organisation.name);
    match slot {
        Slot::Place => {
            let own =
                bare.filter(|_| organisation.province.is_some() || !organisation.places.is_empty());
            own.into_iter().chain(organisation.places.iter().map(String::as_str)).collect()
        }
        Slot::Province => {
            let own = organisation.name.strip_prefix("Provincie ");
            own.into_iter().collect()
        }
        Slot::Abbreviation => organisation.abbreviation.as_deref().into_iter().collect(),
        Slot::Name => std::iter::once(organisation.name.as_str()).chain(bare).collect(),
    }
}

/// The name without the word of its family: Zwolle of Gemeente Zwolle.
fn bare_name(name: &str) -> Option<&str> {
    const FAMILIES: &[&str] =
        &["Gemeente ", "Politie ", "Provincie ", "Waterschap ", "Ministerie van "];
    FAMILIES.iter().find_map(|family| name.strip_prefix(family))
}

/// The template in the case that most of its followers write it in.
fn in_common_case(followers: &[(AccountIndex, Template)]) -> Option<Template> {
    let mut cases: BTreeMap<String, (usize, &Template)> = BTreeMap::new();
    for (_, template) in followers {
        let entry = cases.entry(template.to_string()).or_insert((0, template));
        entry.0 += 1;
    }
    let most = cases.values().map(|(count, _)| *count).max()?;
    cases.into_values().find(|(count, _)| *count == most).map(|(_, template)| template.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Kind;

    /// The templates of an existing kind on X, with how many follow each with a whole name.
    fn mined(kind: Kind) -> (Mined, Vec<(String, usize)>) {
        let directory = Directory::embedded().unwrap();
        let x = directory.platforms.by_id("x").unwrap();
        let is_asked = |&it: &AccountIndex| {
            let account = directory.account(it);
            let organisation = directory.organisation(account.organisation);
            account.platform == x && organisation.kind == kind && organisation.ended.is_none()
        };
        let accounts: Vec<AccountIndex> = directory.account_indexes().filter(is_asked).collect();
        let mined = mine(&directory, &accounts);
        let rows =
            mined.rows.iter().map(|row| (row.template.to_string(), row.followers.len())).collect();
        (mined, rows)
    }

    #[test]
    fn the_templates_of_municipalities_are_those_counted_by_hand() {
        let (mined, rows) = mined(Kind::Municipality);
        // Counted from the collected accounts without this program; two more or less are names that
        // one of the two reads otherwise.
        for (template, counted) in [
            ("gem_{place}", 77),
            ("gem{place}", 57),
            ("gemeente{place}", 42),
            ("{place}", 34),
            ("gemeente_{place}", 23),
        ] {
            let is_it = |(row, _): &&(String, usize)| row.eq_ignore_ascii_case(template);
            let found = rows.iter().find(is_it).map_or(0, |(_, count)| *count);
            assert!(found.abs_diff(counted) <= 2, "{template}: {found} instead of {counted}");
        }
        let explained: usize = mined.rows.iter().map(MinedTemplate::count).sum();
        assert_eq!(explained + mined.unexplained.len(), mined.total);
    }
}
