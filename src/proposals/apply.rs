//! Taking proposals over into a directory: only what was accepted, once however often it is done.

use std::str::FromStr;

use crate::directory::{
    Account, AccountIndex, Date, Directory, FormerHandle, FormerName, Method, OrganisationIndex,
    Says, Status,
};
use crate::platform::{AccountName, Platform, PlatformIndex, Reference};

use super::account_names::AccountNames;
use super::effect::{account_of, is_missed_twice, joined};
use super::own_page::is_own;
use super::unseen::objections;
use super::{Case, Kind, Proposals, Sighting, Subject, Verdict, address, new_organisation};

/// Why a proposal can't be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The directory has no organisation of this id.
    NoOrganisation,
    /// The organisation has no such account.
    NoAccount,
    /// The directory has no platform of this id.
    NoPlatform,
    /// No account of the platform can have this name.
    NoName,
    /// Its address, or one that its evidence has, is none of the account that it names.
    OtherAddress,
    /// It would show an account, and its evidence says that it isn't shown or is left.
    OtherWord,
    /// Its organisation would be new, and nobody accepted that.
    NewUnaccepted,
    /// The account is listed with another organisation.
    OfAnother,
    /// There is no evidence for it.
    NoEvidence,
    /// Nobody can open a page of its evidence: it is not `https`, or has a user name.
    NoPage,
    /// What would stand instead is missing, or can't be.
    NoValue,
    /// It may lead to a stranger, and whoever accepted it wasn't told so.
    Unminded,
    /// It was missed once: that is no reason yet.
    MissedOnce,
    /// A person has to write it: whose account it is now, or what kind of organisation it is, no source says.
    ByHand,
    /// Another organisation of the directory has its id, or one that a register gave it.
    ListedAlready,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Applied {
    /// The directory as it is then.
    pub directory: Directory,
    /// What was taken over and changed something.
    pub done: Vec<Subject>,
    /// What was accepted and stood there already.
    pub known: Vec<Subject>,
    /// What was accepted and can't be taken over.
    pub refused: Vec<(Subject, Refusal)>,
}

/// Takes over what was accepted; with the day of `confirmations`, also newer evidence of what is listed that nobody rejected:
/// it is the one thing that needs no reviewer, for by that day it makes nothing surer than it was.
///
/// The directory must have been read from a file for people. The edition becomes the day of the newest evidence that was
/// taken over, where that is later.
pub fn apply(directory: &Directory, proposals: &Proposals, confirmations: Option<Date>) -> Applied {
    let mut applied = Applied {
        directory: directory.clone(),
        done: Vec::new(),
        known: Vec::new(),
        refused: Vec::new(),
    };
    let mut held = proposals.clone();
    held.mind_proofs();
    held.hold_to_pages(directory);
    held.mind_pages(directory);
    held.mind_strangers(directory);
    held.mind_websites(directory);
    let (mut names, mut before) = (AccountNames::default(), AccountNames::default());
    // An account of a new organisation can only be added once that is there.
    let is_first = |it: &(&Subject, &Case)| it.0.kind == Kind::OrganisationNew;
    let (first, others): (Vec<_>, Vec<_>) = held.cases.iter().partition(is_first);
    for (subject, case) in first.into_iter().chain(others) {
        let is_meant = match &case.decision {
            Some(decision) => decision.verdict == Verdict::Accepted,
            None => confirmations.is_some_and(|today| {
                is_confirmation(directory, subject, case)
                    && objections(directory, &mut before, subject, case, today).is_empty()
            }),
        };
        if !is_meant {
            continue;
        }
        match take(&mut applied.directory, &mut names, subject, case) {
            Ok(true) => {
                // What leaves the day open must not make the edition do so.
                let days = case.evidence.iter().map(|it| it.seen).filter(|it| it.is_day());
                let newest = days.max();
                let edition = &mut applied.directory.header.edition;
                *edition = newest.map_or(*edition, |newest| newest.max(*edition));
                applied.done.push(subject.clone());
            }
            Ok(false) => applied.known.push(subject.clone()),
            Err(refusal) => {
                let is_left = || proposals.new_organisation(&subject.organisation).is_some();
                let refusal = match refusal {
                    Refusal::NoOrganisation if is_left() => Refusal::NewUnaccepted,
                    refusal => refusal,
                };
                applied.refused.push((subject.clone(), refusal));
            }
        }
    }
    applied
}

/// Whether a proposal that shows an account rests on evidence that takes it away: that is no confirmation, whoever
/// accepted it.
fn is_unsound(subject: &Subject, case: &Case) -> bool {
    matches!(subject.kind, Kind::New | Kind::Confirms)
        && case.evidence.iter().any(|it| it.says != Says::Official)
}

/// Whether a page shows an account: then it isn't gone. A look at the account itself says nothing of whose it is.
fn is_shown(case: &Case) -> bool {
    let shows = |it: &Sighting| it.says == Says::Official && it.method != Method::OwnObservation;
    case.evidence.iter().any(shows)
}

/// Whether it is newer evidence of a listed account, all of it on the organisation's own site, with nothing against it.
fn is_confirmation(directory: &Directory, subject: &Subject, case: &Case) -> bool {
    let Some(organisation) = directory.organisation_by_id(&subject.organisation) else {
        return false;
    };
    let is_sound = |it: &Sighting| {
        // Who saw a page knows the day.
        it.seen.is_day()
            && it.method == Method::OfficialSite
            && is_own(directory, organisation, &it.url)
    };
    // What is unsound is told, and taken by nothing.
    subject.kind == Kind::Confirms && case.against.is_empty() && case.evidence.iter().all(is_sound)
}

/// Takes one over; whether that changed anything.
fn take(
    directory: &mut Directory,
    names: &mut AccountNames,
    subject: &Subject,
    case: &Case,
) -> Result<bool, Refusal> {
    if !case.is_minded() {
        return Err(Refusal::Unminded);
    }
    if !case.evidence.iter().all(|it| is_open(&it.url)) {
        return Err(Refusal::NoPage);
    }
    match subject.kind {
        Kind::OtherOwner => return Err(Refusal::ByHand),
        Kind::OrganisationNew => return new_organisation::add(directory, subject, case),
        _ => {}
    }
    let organisation =
        directory.organisation_by_id(&subject.organisation).ok_or(Refusal::NoOrganisation)?;
    if !subject.kind.is_of_account() {
        return of_organisation(directory, organisation, subject);
    }
    if case.evidence.is_empty() {
        return Err(Refusal::NoEvidence);
    }
    if is_unsound(subject, case) {
        return Err(Refusal::OtherWord);
    }
    match names.find(directory, organisation, subject) {
        Some(index) => {
            let is_changed = of_account(directory, index, subject, case)?;
            names.add(directory.listed_account(index), index);
            Ok(is_changed)
        }
        None if subject.kind == Kind::New => {
            let account = added(directory, subject, case)?;
            let Some(index) = directory.add_account(account) else { return Ok(false) };
            names.add(directory.listed_account(index), index);
            Ok(true)
        }
        // A rename that was taken over before.
        None if subject.kind == Kind::Renamed => {
            let renamed = Subject { account: subject.value.clone(), ..subject.clone() };
            let known = names.find(directory, organisation, &renamed);
            known.map(|_| false).ok_or(Refusal::NoAccount)
        }
        None => Err(Refusal::NoAccount),
    }
}

fn of_account(
    directory: &mut Directory,
    index: AccountIndex,
    subject: &Subject,
    case: &Case,
) -> Result<bool, Refusal> {
    let mut account = directory.listed_account(index).clone();
    if !address::all_of_account(directory, &account, subject, case) {
        return Err(Refusal::OtherAddress);
    }
    let before = account.clone();
    match subject.kind {
        Kind::NoLongerShown if !is_missed_twice(&account.evidence, case) => {
            return Err(Refusal::MissedOnce);
        }
        Kind::New | Kind::Confirms | Kind::NoLongerShown => {}
        Kind::Gone if is_shown(case) => return Err(Refusal::OtherWord),
        Kind::Gone => account.status = Status::Closed,
        Kind::Moved => {
            account.status = Status::Moved;
            account.successor = Some(address(subject)?);
        }
        _ => rename(directory, &mut account, subject, case)?,
    }
    account.evidence = joined(&account.evidence, &case.evidence);
    let is_changed = (&account.evidence, account.status, &account.successor, &account.handle)
        != (&before.evidence, before.status, &before.successor, &before.handle);
    if let Some(listed) = accounts(directory).and_then(|all| all.get_mut(index.position())) {
        *listed = account;
    }
    Ok(is_changed)
}

fn accounts(directory: &mut Directory) -> Option<&mut Vec<Account>> {
    directory.loaded_mut().map(|(_, accounts)| accounts)
}

/// Another handle; the one before stays known as what it was called.
fn rename(
    directory: &Directory,
    account: &mut Account,
    subject: &Subject,
    case: &Case,
) -> Result<(), Refusal> {
    let platform = directory.platform(account.platform);
    let wanted = subject.value.as_deref().ok_or(Refusal::NoValue)?;
    let name = platform.parse_name(wanted).map_err(|_name| Refusal::NoName)?;
    let newest = case.evidence.iter().max_by_key(|it| it.seen).ok_or(Refusal::NoEvidence)?;
    account.url = platform.address_of(&name);
    if let Some(before) = account.handle.replace(name) {
        account.former_handles.push(FormerHandle {
            platform: account.platform,
            handle: before,
            until: None,
            successor: None,
            url: newest.url.clone(),
            seen: newest.seen,
        });
    }
    Ok(())
}

/// Whether a proposal is about an account that its organisation is listed with.
pub(super) fn is_listed(directory: &Directory, subject: &Subject) -> bool {
    let organisation = directory.organisation_by_id(&subject.organisation);
    organisation.is_some_and(|it| account_of(directory, it, subject).is_some())
}

/// The account that a proposal would add.
pub(super) fn added(
    directory: &Directory,
    subject: &Subject,
    case: &Case,
) -> Result<Account, Refusal> {
    let organisation =
        directory.organisation_by_id(&subject.organisation).ok_or(Refusal::NoOrganisation)?;
    if case.evidence.is_empty() {
        return Err(Refusal::NoEvidence);
    }
    let id = subject.platform.as_deref().ok_or(Refusal::NoPlatform)?;
    let platform = directory.platforms.by_id(id).ok_or(Refusal::NoPlatform)?;
    let name = name_of(directory, platform, subject, case)?;
    let (url, is_id) = match &name {
        Some(name) => {
            let reference = Reference { platform, name: name.clone() };
            if directory.account_by(&reference).is_some() {
                return Err(Refusal::OfAnother);
            }
            let rules = directory.platform(platform).name_rules(name);
            let is_id = rules.is_some_and(|rules| rules.is_platform_id);
            (directory.platform(platform).address_of(name), is_id)
        }
        None => (case.url.clone().ok_or(Refusal::NoName)?, false),
    };
    if !url.starts_with("https://") {
        return Err(Refusal::NoName);
    }
    let (handle, platform_id) = if is_id { (None, name) } else { (name, None) };
    let account = Account {
        organisation,
        shared_with: Vec::new(),
        platform,
        handle,
        platform_id,
        url,
        display_name: None,
        purpose: None,
        purposes: Vec::new(),
        status: Status::Unknown,
        successor: None,
        former_handles: Vec::new(),
        badge: None,
        since: None,
        evidence: joined(&[], &case.evidence),
        note: None,
    };
    if address::all_of_account(directory, &account, subject, case) {
        Ok(account)
    } else {
        Err(Refusal::OtherAddress)
    }
}

/// The name by which an account would be listed; `None` on a platform whose accounts are pages without names.
fn name_of(
    directory: &Directory,
    platform: PlatformIndex,
    subject: &Subject,
    case: &Case,
) -> Result<Option<AccountName>, Refusal> {
    let rules = directory.platform(platform);
    let named = subject.account.as_deref().ok_or(Refusal::NoName)?;
    if rules.rules.names.is_empty() {
        return Ok(None);
    }
    let Some(url) = case.url.as_deref() else { return typed(rules, named).map(Some) };
    // What is shown of a proposal is its account; an address of another one would be taken over unseen.
    let parsed = directory.platforms.parse_address(url).map_err(|_url| Refusal::OtherAddress)?;
    let name = parsed.account.name;
    let is_it = parsed.account.platform == platform && parsed.part.is_none();
    let is_named = typed(rules, named).is_ok_and(|typed| typed == name) || name.text() == named;
    if is_it && is_named { Ok(Some(name)) } else { Err(Refusal::OtherAddress) }
}

fn typed(platform: &Platform, named: &str) -> Result<AccountName, Refusal> {
    let name = platform.parse_name(named).or_else(|_name| platform.parse_platform_id(named));
    name.map_err(|_name| Refusal::NoName)
}

fn of_organisation(
    directory: &mut Directory,
    index: OrganisationIndex,
    subject: &Subject,
) -> Result<bool, Refusal> {
    let value = subject.value.clone().ok_or(Refusal::NoValue)?;
    let website = (subject.kind == Kind::WebsiteMoved).then(|| address(subject)).transpose()?;
    let ended = (subject.kind == Kind::OrganisationEnded)
        .then(|| Date::from_str(&value).map_err(|_day| Refusal::NoValue))
        .transpose()?;
    let all = directory.loaded_mut().map(|(organisations, _)| organisations);
    let it = all.and_then(|all| all.get_mut(index.position())).ok_or(Refusal::NoOrganisation)?;
    let before = it.clone();
    match subject.kind {
        Kind::WebsiteMoved => it.website = website,
        Kind::OrganisationEnded => it.ended = it.ended.or(ended),
        _ if it.name != value => {
            let name = std::mem::replace(&mut it.name, value);
            it.aliases.retain(|alias| *alias != it.name);
            it.former_names.push(FormerName { name, until: None });
        }
        _ => {}
    }
    Ok(*it != before)
}

/// The address that stands instead.
fn address(subject: &Subject) -> Result<String, Refusal> {
    let value = subject.value.clone().ok_or(Refusal::NoValue)?;
    if is_open(&value) { Ok(value) } else { Err(Refusal::NoValue) }
}

/// Whether anybody can open an address.
fn is_open(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| {
        url.scheme() == "https" && url.username().is_empty() && url.password().is_none()
    })
}
