//! Organisations that bear different names on different platforms.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::conventions::deviation::has_purpose;
use crate::audit::conventions::expected::Fit;
use crate::audit::conventions::mining::in_use;
use crate::audit::conventions::proposal::{ProposalError, bearer, filled};
use crate::audit::conventions::spelling::{is_separator, shortens, spellings};
use crate::audit::conventions::template::{Slot, Template};
use crate::audit::conventions::terms::{chosen_part, own_terms};
use crate::audit::details::InconsistentNames;
use crate::audit::rules::naming::family_word::{own_domain, shows_owner};
use crate::audit::share::Share;
use crate::audit::{Certainty, Context, Details, Finding, Subject};
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory, Organisation, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::fold::letters;

/// An account and the part of its handle that was chosen.
type Part = (AccountIndex, String);

/// The accounts of whose name the convention of a family or unit has a say. Where such an account does
/// otherwise, it is the convention that is broken, and told as that.
#[derive(Default)]
pub(super) struct Governed {
    all: BTreeSet<AccountIndex>,
    conforming: BTreeSet<AccountIndex>,
    /// Those that bear the whole name of their organisation, as most of the family do there.
    by_whole_name: BTreeSet<AccountIndex>,
}

impl Governed {
    /// Adds the accounts of a table, and which of them follow a convention.
    pub(super) fn add(&mut self, fits: &[(AccountIndex, Fit)], conforming: Vec<AccountIndex>) {
        self.all.extend(fits.iter().map(|(account, _)| *account));
        self.conforming.extend(conforming);
    }

    /// Adds accounts that bear the whole name of their organisation, as most of their family do there.
    pub(super) fn add_whole_names(&mut self, accounts: Vec<AccountIndex>) {
        self.by_whole_name.extend(accounts);
    }

    fn has(&self, parts: &[Part]) -> bool {
        parts.iter().any(|(account, _)| self.all.contains(account))
    }

    fn is_by_whole_name(&self, parts: &[Part]) -> bool {
        parts.iter().any(|(account, _)| self.by_whole_name.contains(account))
    }

    fn conforms(&self, parts: &[Part]) -> bool {
        parts.iter().any(|(account, _)| self.conforming.contains(account))
    }
}

/// The names of one organisation.
pub(crate) struct Names {
    /// The chosen part of every handle, by platform.
    platforms: BTreeMap<PlatformIndex, Vec<Part>>,
    /// The names without separators, and on how many platforms each is borne: the most common first, and of
    /// equals those that the organisation is called by, and those shortened from these.
    counts: Vec<(String, usize)>,
    /// What it is called: its names, abbreviation and domain.
    called: Vec<String>,
}

impl Names {
    /// The names that an organisation bears on its own accounts in use, those for one purpose aside.
    pub(crate) fn of(directory: &Directory, organisation: OrganisationIndex) -> Self {
        let is_own = |it: &AccountIndex| directory.account(*it).organisation == organisation;
        let own: Vec<AccountIndex> = directory.accounts_of(organisation).filter(is_own).collect();
        let mut platforms: BTreeMap<PlatformIndex, Vec<Part>> = BTreeMap::new();
        let main = in_use(directory, &own).into_iter().filter(|it| !has_purpose(directory, *it));
        for account in main {
            if let Some(part) = chosen_part(directory, account) {
                let platform = directory.account(account).platform;
                platforms.entry(platform).or_default().push((account, part));
            }
        }
        let keys = platforms.values().flatten().map(|(_, part)| letters(part));
        // Most bear one name only, and nothing need be known of what they are called.
        let is_one = keys.collect::<BTreeSet<String>>().len() < 2;
        let of = directory.organisation(organisation);
        let called = if is_one { Vec::new() } else { own_names(of) };
        let mut names = Self { platforms, counts: Vec::new(), called };
        // In the order of platforms: of equals, that of the first stands first.
        let mut counts: Vec<(String, usize)> = Vec::new();
        for parts in names.platforms.values() {
            for key in names.meant(directory, parts) {
                match counts.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((key, 1)),
                }
            }
        }
        let own: BTreeSet<String> =
            names.called.iter().flat_map(|name| spellings(name)).map(|it| letters(&it)).collect();
        let is_shortened = |key: &str| names.called.iter().any(|name| shortens(key, name));
        counts.compact_sort_by_key(|(key, count)| {
            (std::cmp::Reverse(*count), !own.contains(key), !is_shortened(key))
        });
        names.counts = counts;
        names
    }

    /// The names on one platform without separators, and the names on others that they are only shortened
    /// from because the platform can't have them whole.
    fn meant(&self, directory: &Directory, here: &[Part]) -> Vec<String> {
        let mut meant: Vec<String> = Vec::new();
        for key in here.iter().map(|(_, part)| letters(part)) {
            if !meant.contains(&key) {
                meant.push(key);
            }
        }
        let borne = self.platforms.values().flatten().map(|(_, part)| letters(part));
        let others: BTreeSet<String> = borne.filter(|key| !meant.contains(key)).collect();
        for other in others {
            let is_shortened = |(account, part): &Part| {
                part.len() < other.len()
                    && self.spelled(&other).any(|spelled| shortens(part, spelled))
                    && !is_family_word(directory, part)
                    && matches!(
                        bearer(directory, *account, &other),
                        Err(ProposalError::Long | ProposalError::Invalid)
                    )
            };
            if here.iter().any(is_shortened) {
                meant.push(other);
            }
        }
        meant
    }

    /// A name with what stands between its words, as far as that is known.
    fn spelled<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        let borne = self.platforms.values().flatten().map(|(_, part)| part.as_str());
        borne
            .chain(self.called.iter().map(String::as_str))
            .filter(move |it| letters(it).chars().filter(|c| c.is_alphanumeric()).eq(key.chars()))
    }

    /// Whether a platform on which no convention says how to be called has another name than those on which
    /// one does and is followed; or than the most common one, where there are none of these. Where most of the
    /// family bear their whole name, that is no other name.
    fn stands_apart(&self, directory: &Directory, governed: &Governed) -> bool {
        let platforms = || self.platforms.values().map(Vec::as_slice);
        let by_convention = platforms().filter(|parts| governed.conforms(parts));
        let conventional = by_convention.flat_map(|parts| self.meant(directory, parts));
        let mut expected: BTreeSet<String> = conventional.collect();
        let is_told = |parts: &&[Part]| !governed.is_by_whole_name(parts);
        if expected.is_empty() {
            let told = platforms().filter(is_told);
            let told: Vec<Vec<String>> = told.map(|parts| self.meant(directory, parts)).collect();
            expected.extend(self.most_common(&told));
        }
        let mut free = platforms().filter(|parts| is_told(parts) && !governed.has(parts));
        free.any(|parts| self.meant(directory, parts).iter().all(|it| !expected.contains(it)))
    }

    /// The name that most of some platforms bear; of equals the first in the order of all names.
    fn most_common(&self, platforms: &[Vec<String>]) -> Option<String> {
        let count = |key: &String| platforms.iter().filter(|names| names.contains(key)).count();
        let keys = self.counts.iter().map(|(key, _)| key).filter(|key| count(key) > 0);
        // Of equals the last is taken.
        keys.rev().max_by_key(|key| count(key)).cloned()
    }

    /// The share of its platforms that bear the most common name, separators, case and what a platform's
    /// limit makes shorter aside; of none where it is on fewer than two.
    pub(crate) fn consistency(&self) -> Share {
        let all = self.platforms.len();
        let some = self.counts.first().map_or(0, |(_, count)| *count);
        if all < 2 { Share::default() } else { Share { some, all } }
    }

    /// A name that all its platforms can have, that on none of them is another organisation's, and
    /// for which no account has to leave the convention of its family.
    fn proposal(
        &self,
        directory: &Directory,
        organisation: OrganisationIndex,
        governed: &Governed,
    ) -> Option<String> {
        let parts = || self.platforms.values().flatten();
        let is_key = |key: &str, part: &str| letters(part) == key;
        let borne = self.counts.iter().flat_map(|(key, _)| {
            let same = parts().map(|(_, part)| part).filter(move |part| is_key(key, part));
            same.clone().cloned().chain(same.map(|part| bare(part)))
        });
        let name = Template::new("", Slot::Name, "");
        let first = parts().map(|(account, _)| *account).next()?;
        let names = filled(directory, first, &name).into_iter();
        let keeps = |name: &String| {
            let mut kept = parts().filter(|(account, _)| governed.all.contains(account));
            kept.all(|(account, part)| {
                governed.conforming.contains(account) && is_key(&letters(name), part)
            })
        };
        let mut names = borne.chain(names).filter(keeps);
        names.find(|name| self.fits_everywhere(directory, organisation, name))
    }

    fn fits_everywhere(
        &self,
        directory: &Directory,
        organisation: OrganisationIndex,
        name: &str,
    ) -> bool {
        let is_own = |other: AccountIndex| directory.account(other).organisation == organisation;
        if is_family_word(directory, name)
            || !shows_owner(directory, directory.organisation(organisation), name)
        {
            return false;
        }
        let first = |parts: &Vec<(AccountIndex, String)>| parts.first().map(|(it, _)| *it);
        self.platforms.values().filter_map(first).all(|account| {
            bearer(directory, account, name).is_ok_and(|other| other.is_none_or(is_own))
        })
    }
}

/// Whether a name is no more than the word of a family: then it is the name of none of its members.
fn is_family_word(directory: &Directory, name: &str) -> bool {
    let name = letters(name);
    directory.families.iter().any(|family| family.word == name)
}

/// What an organisation is called: its abbreviation, names and domain.
fn own_names(organisation: &Organisation) -> Vec<String> {
    let all = [Slot::Abbreviation, Slot::Name].into_iter();
    let names = all.flat_map(|slot| own_terms(organisation, slot)).map(str::to_owned);
    names.chain(own_domain(organisation)).collect()
}

/// A name without separators, in its own case.
fn bare(part: &str) -> String {
    part.chars().filter(|c| !is_separator(*c)).collect()
}

/// Nobody is to blame for the convention of the family, which may differ by platform.
pub(super) fn findings(cx: &Context<'_>, governed: &Governed) -> Vec<Finding> {
    let mut findings = Vec::new();
    let directory = cx.directory;
    for &organisation in &cx.organisations {
        let it = directory.organisation(organisation);
        if it.ended.is_some() {
            continue;
        }
        let names = Names::of(directory, organisation);
        let share = names.consistency();
        if share.some >= share.all || !names.stands_apart(directory, governed) {
            continue;
        }
        let borne = names.platforms.iter().map(|(platform, parts)| {
            let mut parts: Vec<&str> = parts.iter().map(|(_, part)| part.as_str()).collect();
            // An old form of address and the handle may have one name.
            parts.dedup();
            format!("{} ({})", parts.join(", "), directory.platform(*platform).name())
        });
        let details = Details::NamingInconsistent(InconsistentNames {
            organisation: it.name.clone(),
            names: borne.collect::<Vec<_>>().join("; "),
            share,
        });
        let subject = Subject::Organisation(organisation, None);
        let finding = Finding::new(details, Certainty::Certain, subject);
        findings.push(finding.proposing(names.proposal(directory, organisation, governed)));
    }
    findings
}
