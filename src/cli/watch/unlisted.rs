//! What the sites show as accounts of their organisations and that isn't listed.

use std::collections::BTreeMap;

use officieel_online::archive::Observation;
use officieel_online::links::Outcome;

use super::gather::Gathering;
use crate::check::similarity::Original;
use crate::check::{Checker, Verdict};
use crate::directory::{AccountIndex, Date, Directory};
use crate::platform::{AddressError, PlatformIndex, Reference};
use crate::search::Index;
use crate::watch::{Account, AccountKey, Shown, Standing, Unlisted};

/// The rules of the look at links by which an address is none of an account, though it is shown.
const NO_ACCOUNT: &[&str] = &["no-such-address", "not-an-account"];

/// The rule by which an address passes for another one.
const DISGUISED: &str = "user-name";

/// Tells the listed account that an address or a name looks like.
struct Likeness<'d> {
    directory: &'d Directory,
    index: Index,
    checker: Checker,
}

impl Likeness<'_> {
    fn of(&self, asked: &str, platform: Option<PlatformIndex>) -> Option<(AccountIndex, String)> {
        let answers = self.checker.answers(self.directory, &self.index, asked, platform);
        answers.into_iter().find_map(|answer| match answer.verdict {
            Verdict::LookAlike(it) => match it.of {
                Original::Account(account) => Some((account, it.genuine)),
                Original::Name(_) => None,
            },
            _ => None,
        })
    }
}

impl Gathering<'_> {
    /// What the sites show and isn't listed, held against the listed accounts.
    pub(super) fn unlisted(
        &self,
        accounts: &BTreeMap<AccountKey, Account>,
        today: Date,
    ) -> BTreeMap<AccountKey, Unlisted> {
        let mut new = self.findings.found().filter(|(_, it)| may_be_unlisted(&it.best)).peekable();
        let mut all = BTreeMap::new();
        // The look for look-alikes takes long to set up.
        if new.peek().is_none() {
            return all;
        }
        let directory = self.directory;
        let (index, checker) = (Index::new(directory), Checker::default());
        let likeness = Likeness { directory, index, checker };
        for (key, found) in new {
            let best = &found.best;
            let impossible = impossible(directory, best);
            let name = best.account.as_ref().or(impossible.as_ref());
            let name = name.unwrap_or(&best.url).clone();
            let platform = directory.platforms.by_id(&key.platform);
            let parsed = platform.and_then(|it| directory.platform(it).parse_name(&name).ok());
            let is_listed = parsed.as_ref().zip(platform).is_some_and(|(name, platform)| {
                let name = name.clone();
                directory.account_by(&Reference { platform, name }).is_some()
            });
            // Whoever has a page in hand leaves the listed account on it, and writes what they like beside their own.
            let resembled = likeness.of(&best.url, None).filter(|_| !is_listed);
            let standing = match resembled {
                Some((_, genuine)) => Standing::LooksLike(genuine),
                None if best.rule == DISGUISED && !is_listed => {
                    Standing::Disguised(best.href.clone())
                }
                None if best.outcome == Outcome::New => Standing::Another,
                None if is_no_account(best) => {
                    let shown = self.in_place_of(&key.organisation, best, accounts, &likeness);
                    let Some(standing) = shown else { continue };
                    standing
                }
                None => continue,
            };
            let key = AccountKey {
                organisation: key.organisation.clone(),
                platform: key.platform.clone(),
                account: parsed.as_ref().map_or(&*name, |it| it.key()).to_owned(),
            };
            let (url, page) = (best.url.clone(), best.page.clone());
            // A day that is yet to come is none.
            let seen = best.seen.0.map_or(today, |seen| seen.min(today));
            all.insert(key, Unlisted { name, url, page, seen, standing });
        }
        all
    }

    /// What an address is that is none of an account, where it stands in the place of a listed account of the
    /// organisation: by its name, or because the page showed the account before.
    fn in_place_of(
        &self,
        organisation: &str,
        best: &Observation,
        accounts: &BTreeMap<AccountKey, Account>,
        likeness: &Likeness<'_>,
    ) -> Option<Standing> {
        let directory = self.directory;
        let is_own = |it: &AccountIndex| {
            let owner = directory.account(*it).organisation;
            directory.organisation(owner).id == organisation && !self.is_shown(*it, organisation)
        };
        let Err(AddressError::BadName(platform, fault)) =
            directory.platforms.parse_address(&best.url)
        else {
            return None;
        };
        let resembled = likeness.of(&fault.text, Some(platform)).filter(|(it, _)| is_own(it));
        let id = directory.platform(platform).id();
        let was_there = || {
            let mut own = accounts.iter();
            own.find_map(|(key, it)| {
                let is_there = matches!(&it.shown, Shown::NotOn(page, _) if *page == best.page);
                let is_its = key.organisation == organisation && key.platform == id;
                (is_its && is_there).then(|| it.name.clone())
            })
        };
        resembled.map(|(_, genuine)| genuine).or_else(was_there).map(Standing::LeadsNowhere)
    }

    /// Whether the own site shows a listed account to programs only, and shows visitors another one of its platform where
    /// sites have their own.
    pub(super) fn is_unseen(&self, account: AccountIndex) -> bool {
        let it = self.directory.account(account);
        let organisation = &self.directory.organisation(it.organisation).id;
        let platform = self.directory.platform(it.platform).id();
        let own = self.found_of(organisation, account);
        let may_be_own = |it: &Observation| {
            let is_unlisted = matches!(it.outcome, Outcome::New | Outcome::Unclear);
            is_unlisted && it.account.is_some() && !it.is_weak
        };
        own.is_some_and(|it| it.best.outcome == Outcome::Confirms && !it.is_seen)
            && self.findings.found().any(|(key, it)| {
                let is_beside = key.organisation == *organisation && key.platform == platform;
                is_beside && it.is_seen && may_be_own(&it.best)
            })
    }

    /// Whether the site of an organisation shows a listed account.
    fn is_shown(&self, account: AccountIndex, organisation: &str) -> bool {
        self.found_of(organisation, account).is_some_and(|it| {
            matches!(it.best.outcome, Outcome::Confirms | Outcome::BelongsToAnother)
        })
    }
}

/// Whether what a page links to may be an account that isn't listed, or an address in the place of one. Where it stands
/// and what stands around it says nothing here: both are written by whoever has the page.
fn may_be_unlisted(it: &Observation) -> bool {
    let is_listed = matches!(it.outcome, Outcome::Confirms | Outcome::BelongsToAnother);
    (it.account.is_some() && !is_listed)
        || it.outcome == Outcome::New
        || it.rule == DISGUISED
        || is_no_account(it)
}

/// Whether an address is shown as that of an account and is none.
fn is_no_account(it: &Observation) -> bool {
    it.outcome == Outcome::Refused && NO_ACCOUNT.contains(&it.rule)
}

/// The name in an address that no account can have.
fn impossible(directory: &Directory, it: &Observation) -> Option<String> {
    match directory.platforms.parse_address(&it.url) {
        Err(AddressError::BadName(_, fault)) => Some(fault.text),
        _ => None,
    }
}
