//! The name that was typed, held against the name in the address.

use std::collections::BTreeSet;

use crate::audit::details::EntryWithName;
use crate::audit::register::entry::{EntryContext, bare};
use crate::audit::{Certainty, Details, Finding};
use crate::check::similarity::is_typo_of;
use crate::directory::Directory;
use crate::platform::{AccountName, Platform, Reference};

/// What stands out in the typed name. `names` are all names that the organisation goes by.
pub(super) fn finding(cx: &EntryContext<'_>, names: &BTreeSet<String>) -> Option<Finding> {
    let typed = cx.entry.typed.trim();
    // What a person is called is not the register's to correct: the address is.
    if typed.is_empty() || cx.is_personal() {
        return None;
    }
    let target = Target::of(cx)?;
    let mismatch = match &target.name {
        Some(name) => against_name(cx.directory, &target, name, typed)?,
        None => against_id(&target, names, typed)?,
    };
    let platform = target.platform;
    let written = platform.written(target.name.as_ref().unwrap_or(&target.reference.name));
    let (details, certainty, name): (fn(EntryWithName) -> Details, _, _) = match &mismatch {
        Mismatch::Typed => (Details::AddressTyped, Certainty::Certain, written),
        Mismatch::Typo => (Details::AddressTypo, Certainty::Likely, written),
        Mismatch::TypoOf(name) => (Details::AddressTypo, Certainty::Likely, name.clone()),
        Mismatch::DisplayName => (Details::AddressDisplayName, Certainty::Certain, written),
        Mismatch::ShortName => (Details::AddressShortName, Certainty::Certain, written),
    };
    let finding =
        cx.finding_on(platform.name(), certainty, |entry| details(EntryWithName { entry, name }));
    // Where only an id is known, nobody can say what the name should be.
    let is_known = mismatch != Mismatch::DisplayName || target.name.is_some();
    let proposal = cx.canonical().or(target.address).filter(|_| is_known);
    Some(finding.proposing(proposal))
}

/// The account that the entry is about.
struct Target<'a> {
    platform: &'a Platform,
    reference: Reference,
    /// Its name, unless only an id of the platform's is known.
    name: Option<AccountName>,
    /// Its address, where it is listed.
    address: Option<String>,
}

impl<'a> Target<'a> {
    fn of(cx: &EntryContext<'a>) -> Option<Self> {
        let listed = if cx.reference().is_some() { cx.listed() } else { cx.instead() };
        let listed = listed.map(|account| cx.directory.account(account));
        let reference = match cx.reference() {
            Some(reference) => reference.clone(),
            None => listed.and_then(|account| account.references().next())?,
        };
        let platform = cx.directory.platform(reference.platform);
        let is_id = platform.name_rules(&reference.name).is_none_or(|rules| rules.is_platform_id);
        let name = if is_id {
            listed.and_then(|account| account.handle.clone())
        } else {
            Some(reference.name.clone())
        };
        let address = listed.map(|account| account.url.clone());
        Some(Self { platform, reference, name, address })
    }
}

/// What the typed name is besides the name in the address.
#[derive(Debug, PartialEq, Eq)]
enum Mismatch {
    /// The name of another account.
    Typed,
    /// The name with a typing error.
    Typo,
    /// This name of another account of the organisation, with a typing error.
    TypoOf(String),
    /// No name of an account, but what people call it.
    DisplayName,
    /// The name without the domain that is a part of it.
    ShortName,
}

fn against_name(
    directory: &Directory,
    target: &Target<'_>,
    name: &AccountName,
    typed: &str,
) -> Option<Mismatch> {
    let platform = target.platform;
    let own = typed.strip_prefix('@').unwrap_or(typed);
    let is_same = |text: &str| platform.known_name(name.space(), text).as_ref() == Some(name);
    if is_same(own) {
        return None;
    }
    // A telephone number is read before it is compared.
    let parsed = platform.parse_name(own).ok();
    if parsed.as_ref() == Some(name) {
        return None;
    }
    let whole = with_end_of(platform, name, own);
    if whole.as_deref().is_some_and(is_same) {
        // The server of a Mastodon account stands in the address; a domain is the name itself.
        let is_domain = platform.name_rules(name).is_some_and(|rules| rules.is_domain);
        return is_domain.then_some(Mismatch::ShortName);
    }
    let parsed = parsed.or_else(|| platform.parse_name(whole.as_deref()?).ok());
    let is_listed = parsed.as_ref().is_some_and(|name| {
        let reference = Reference { platform: target.reference.platform, name: name.clone() };
        directory.account_by(&reference).is_some()
    });
    let is_word = !own.contains(char::is_whitespace);
    if is_word && !is_listed && is_slip(platform, name, own) {
        return Some(Mismatch::Typo);
    }
    Some(if parsed.is_some() { Mismatch::Typed } else { Mismatch::DisplayName })
}

/// An id says nothing of the name: what can't be a name is found, and what is a slip of a name that
/// the organisation has elsewhere.
fn against_id(target: &Target<'_>, names: &BTreeSet<String>, typed: &str) -> Option<Mismatch> {
    let own = typed.strip_prefix('@').unwrap_or(typed);
    if own.contains(char::is_whitespace) {
        return target.platform.parse_name(typed).is_err().then_some(Mismatch::DisplayName);
    }
    // Separators differ from platform to platform; only letters tell a slip.
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let own = letters(own).to_lowercase();
    let spelt = |name: &&String| letters(name).to_lowercase();
    if names.iter().any(|name| spelt(&name) == own) {
        return None;
    }
    let elsewhere = names.iter().rev().find(|name| is_typo_of(&own, &spelt(name)))?;
    Some(Mismatch::TypoOf(elsewhere.clone()))
}

/// The typed text with the server or domain of the name behind it.
fn with_end_of(platform: &Platform, name: &AccountName, typed: &str) -> Option<String> {
    let end = name.text().get(bare(platform, name).len()..)?;
    (!end.is_empty() && !typed.contains(end)).then(|| format!("{typed}{end}"))
}

fn is_slip(platform: &Platform, name: &AccountName, typed: &str) -> bool {
    is_typo_of(typed, name.text()) || is_typo_of(typed, &bare(platform, name))
}
