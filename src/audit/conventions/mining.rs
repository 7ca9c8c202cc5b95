//! Which templates the handles of a family follow, found from the handles themselves.

pub mod declared;
mod reading;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use self::reading::read;
pub(in crate::audit) use self::reading::{is_shortened, is_spelled};
use crate::audit::conventions::template::{Template, is_filling};
use crate::audit::conventions::terms::chosen_part;
use crate::audit::share::Share;
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::fold::{fold, letters};

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
    /// The accounts that fill it with the whole name, in the order of the directory.
    pub followers: Vec<AccountIndex>,
    /// The accounts that fill it with a shortened name.
    pub shortened: Vec<AccountIndex>,
    /// The accounts that have its letters around something else, such as the names of two places in one:
    /// they follow it, but what they are for does not show.
    pub otherwise: Vec<AccountIndex>,
    /// Whether a kind of organisation in the family has declared it: then one follower is enough.
    pub is_declared: bool,
}

impl MinedTemplate {
    fn new(template: Template) -> Self {
        let (followers, shortened, otherwise) = Default::default();
        Self { template, followers, shortened, otherwise, is_declared: false }
    }

    /// How many follow it.
    pub fn count(&self) -> usize {
        self.followers.len() + self.shortened.len() + self.otherwise.len()
    }

    /// Whether an account follows it.
    pub fn has(&self, account: AccountIndex) -> bool {
        let sorted = [&self.followers, &self.shortened, &self.otherwise];
        sorted.into_iter().any(|accounts| accounts.binary_search(&account).is_ok())
    }

    /// Who follows it, in the order of the directory.
    pub fn all(&self) -> Vec<AccountIndex> {
        let mut all = [self.followers.as_slice(), &self.shortened, &self.otherwise].concat();
        all.compact_sort();
        all
    }
}

impl Mined {
    /// All accounts that were looked at, in the order of the directory.
    pub fn accounts(&self) -> Vec<AccountIndex> {
        let explained = self.rows.iter().flat_map(MinedTemplate::all);
        let mut all: Vec<AccountIndex> = explained.chain(self.unexplained.clone()).collect();
        all.compact_sort();
        all
    }

    /// The row of a template.
    pub fn row_of(&self, template: &Template) -> Option<&MinedTemplate> {
        self.rows.iter().find(|row| row.template == *template)
    }

    /// What is left where only some of the accounts are looked at, which were found beside all others.
    #[must_use]
    pub fn only(&self, accounts: &[AccountIndex]) -> Self {
        let asked: BTreeSet<AccountIndex> = accounts.iter().copied().collect();
        let of = |all: &[AccountIndex]| -> Vec<AccountIndex> {
            all.iter().copied().filter(|it| asked.contains(it)).collect()
        };
        let rows = self.rows.iter().map(|row| MinedTemplate {
            template: row.template.clone(),
            followers: of(&row.followers),
            shortened: of(&row.shortened),
            otherwise: of(&row.otherwise),
            is_declared: row.is_declared,
        });
        let rows: Vec<MinedTemplate> = rows.filter(|row| row.count() > 0).collect();
        let unexplained = of(&self.unexplained);
        let total = rows.iter().map(MinedTemplate::count).sum::<usize>() + unexplained.len();
        let mut only = Self { rows, unexplained, total };
        only.sort();
        only
    }

    fn sort(&mut self) {
        self.rows
            .compact_sort_by(|a, b| b.count().cmp(&a.count()).then(a.template.cmp(&b.template)));
    }

    /// The share of all that follow the template in a row.
    pub fn share(&self, row: &MinedTemplate) -> Share {
        Share { some: row.count(), all: self.total }
    }
}

/// A template that only one organisation follows explains nothing but itself.
const FEWEST: usize = 2;

/// With fewer letters of its own, a template would explain any name that happens to begin so.
const LETTERS: usize = 3;

/// A handle, and the account that bears it.
type Handle = (AccountIndex, String);

/// The accounts whose names are still chosen: neither retired nor of an organisation that ended.
pub fn in_use(directory: &Directory, accounts: &[AccountIndex]) -> Vec<AccountIndex> {
    let is_in_use = |&&account: &&AccountIndex| {
        let account = directory.account(account);
        !account.status.is_retired() && directory.organisation(account.organisation).ended.is_none()
    };
    accounts.iter().filter(is_in_use).copied().collect()
}

/// Finds the templates of a family's accounts in use, on each platform by itself, in the order of
/// platforms. What is only for a district, a theme or the like is named for that, and is left out.
pub fn by_platform(
    directory: &Directory,
    accounts: &[AccountIndex],
) -> Vec<(PlatformIndex, Mined)> {
    let mut platforms: BTreeMap<PlatformIndex, Vec<AccountIndex>> = BTreeMap::new();
    let is_general = |account: &AccountIndex| !directory.account(*account).is_special();
    for account in in_use(directory, accounts).into_iter().filter(is_general) {
        platforms.entry(directory.account(account).platform).or_default().push(account);
    }
    let mined = platforms.into_iter().map(|(on, accounts)| (on, mine(directory, &accounts)));
    mined.filter(|(_, mined)| mined.total > 0).collect()
}

/// Finds the templates of some accounts of one platform.
pub fn mine(directory: &Directory, accounts: &[AccountIndex]) -> Mined {
    let part = |&account: &AccountIndex| Some((account, chosen_part(directory, account)?));
    let handles: Vec<Handle> = accounts.iter().filter_map(part).collect();
    let total = handles.len();
    let (mut rows, mut rest) = whole(directory, handles);
    declared::claim(directory, accounts, &mut rows, &mut rest);
    let mut rest = add_shortened(directory, &mut rows, rest);
    move_lonely(directory, &mut rows);
    // What was shortened in a row that goes may fit another.
    rest.extend(take_lonely(directory, &mut rows));
    let rest = add_shortened(directory, &mut rows, rest);
    let unexplained = add_others(&mut rows, rest);
    rows.retain(|row| row.count() > 0);
    for row in &mut rows {
        row.followers.compact_sort();
        row.shortened.compact_sort();
        row.otherwise.compact_sort();
    }
    let mut mined = Mined { rows, unexplained, total };
    mined.sort();
    mined
}

/// The templates that are filled with whole names, and the handles that hold none.
fn whole(directory: &Directory, handles: Vec<Handle>) -> (Vec<MinedTemplate>, Vec<Handle>) {
    let mut found: BTreeMap<Template, Vec<(AccountIndex, Template)>> = BTreeMap::new();
    let mut rest = Vec::new();
    for (account, handle) in handles {
        match read(directory, account, &handle) {
            Some(template) => {
                found.entry(template.clone()).or_default().push((account, template));
            }
            None => rest.push((account, handle)),
        }
    }
    let rows = found.into_iter().map(|(template, followers)| {
        let mut row = MinedTemplate::new(in_common_case(&followers).unwrap_or(template));
        row.followers = followers.into_iter().map(|(account, _)| account).collect();
        row
    });
    (rows.collect(), rest)
}

/// Templates by their letters before the open place and behind it: a handle is compared with few of
/// them.
struct Ends<'a> {
    rows: &'a [MinedTemplate],
    by_letters: HashMap<String, HashMap<String, Vec<usize>>>,
    /// The letters before, without separators.
    bare: HashSet<String>,
}

/// A template with whose letters a handle begins and ends.
struct Met<'a, 'h> {
    /// Its row.
    at: usize,
    template: &'a Template,
    /// What stands in its open place.
    opening: &'h str,
}

impl<'a> Ends<'a> {
    fn new(rows: &'a [MinedTemplate]) -> Self {
        let mut by_letters: HashMap<String, HashMap<String, Vec<usize>>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let (before, behind) = row.template.ends();
            by_letters.entry(before).or_default().entry(behind).or_default().push(at);
        }
        let bare = by_letters.keys().map(|before| letters(before)).collect();
        Self { rows, by_letters, bare }
    }

    /// The templates with whose letters a folded handle begins and ends; those with most letters of
    /// their own first, for they leave least to chance.
    fn met<'h>(&self, folded: &'h str) -> Vec<Met<'a, 'h>> {
        let mut met: Vec<Met<'a, 'h>> = Vec::new();
        for (end, _) in folded.char_indices() {
            let Some((before, rest)) = folded.split_at_checked(end) else { continue };
            let Some(ends) = self.by_letters.get(before).filter(|_| is_filling(rest)) else {
                continue;
            };
            // There is at least a letter between the two.
            for (start, letter) in rest.char_indices() {
                let Some((opening, behind)) = rest.split_at_checked(start + letter.len_utf8())
                else {
                    continue;
                };
                let rows = ends.get(behind).into_iter().flatten();
                met.extend(rows.filter_map(|&at| {
                    let template = &self.rows.get(at)?.template;
                    Some(Met { at, template, opening })
                }));
            }
        }
        met.compact_sort_by_key(|it| (Reverse(it.template.fixed()), it.at));
        met
    }

    /// Whether a handle begins with the letters of a longer template, but for separators.
    fn begins_with_more(&self, handle: &str, template: &Template) -> bool {
        let (handle, before) = (letters(handle), letters(&template.ends().0));
        let mut starts = handle.char_indices().filter_map(|(end, _)| handle.get(..end));
        starts.any(|it| it.len() > before.len() && self.bare.contains(it))
    }
}

/// Adds to each row who fills its template with a shortened name; gives the others.
fn add_shortened(
    directory: &Directory,
    rows: &mut [MinedTemplate],
    rest: Vec<Handle>,
) -> Vec<Handle> {
    let mut found = Vec::new();
    let ends = Ends::new(rows);
    let others = rest.into_iter().filter(|(account, handle)| {
        let folded = fold(handle);
        let is_filled =
            |it: &Met<'_, '_>| is_shortened(directory, *account, it.opening, it.template.slot());
        let row = ends.met(&folded).into_iter().find(is_filled);
        found.extend(row.iter().map(|it| (it.at, *account)));
        row.is_none()
    });
    let others = others.collect();
    for (at, account) in found {
        if let Some(row) = rows.get_mut(at) {
            row.shortened.push(account);
        }
    }
    others
}

/// Whether too few organisations follow a row's template for it to be one.
fn is_lonely(directory: &Directory, row: &MinedTemplate) -> bool {
    if row.is_declared {
        return false;
    }
    let owners = row.all().into_iter().map(|it| directory.account(it).organisation);
    owners.collect::<BTreeSet<OrganisationIndex>>().len() < FEWEST
}

/// Moves who is alone with a template to one that they fill with a shortened name: `PolitieAdamOost`
/// has the whole name Oost, but is `politie{place}`.
fn move_lonely(directory: &Directory, rows: &mut [MinedTemplate]) {
    let mut moved = Vec::new();
    let ends = Ends::new(rows);
    for (own, row) in rows.iter().enumerate().filter(|(_, row)| is_lonely(directory, row)) {
        for &account in &row.followers {
            let Some(handle) = chosen_part(directory, account) else {
                continue;
            };
            let folded = fold(&handle);
            let to = ends.met(&folded).into_iter().find(|it| {
                it.at != own && is_shortened(directory, account, it.opening, it.template.slot())
            });
            moved.extend(to.map(|it| (own, it.at, account)));
        }
    }
    for (own, at, account) in moved {
        if let Some(row) = rows.get_mut(own) {
            row.followers.retain(|it| *it != account);
        }
        if let Some(row) = rows.get_mut(at) {
            row.shortened.push(account);
        }
    }
}

/// Takes out the rows that too few organisations follow, with their accounts.
fn take_lonely(directory: &Directory, rows: &mut Vec<MinedTemplate>) -> Vec<Handle> {
    let lonely: Vec<MinedTemplate> = rows.extract_if(.., |row| is_lonely(directory, row)).collect();
    let accounts = lonely.iter().flat_map(MinedTemplate::all);
    accounts.filter_map(|it| Some((it, chosen_part(directory, it)?))).collect()
}

/// Adds to each row who has its letters around something else; gives those who follow no template. A number
/// behind the name makes it another: who guesses a name by the template does not guess that.
fn add_others(rows: &mut [MinedTemplate], rest: Vec<Handle>) -> Vec<AccountIndex> {
    let (mut found, mut unexplained) = (Vec::new(), Vec::new());
    let ends = Ends::new(rows);
    for (account, handle) in rest {
        let folded = fold(&handle);
        let row = ends.met(&folded).into_iter().find(|it| {
            it.template.fixed() >= LETTERS
                && !it.opening.ends_with(|c: char| c.is_numeric())
                && !ends.begins_with_more(&handle, it.template)
        });
        match row {
            Some(it) => found.push((it.at, account)),
            None => unexplained.push(account),
        }
    }
    for (at, account) in found {
        if let Some(row) = rows.get_mut(at) {
            row.otherwise.push(account);
        }
    }
    unexplained.compact_sort();
    unexplained
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
