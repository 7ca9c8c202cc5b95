//! Verdicts in sentences, the same on the screen, in text and in JSON.
//!
//! Whatever comes out here is harmless: hostile characters of the input stand escaped in it.

mod foreign;
mod host;
mod instead;
mod listed;
mod names;
mod reach;
mod reasons;
mod techniques;
mod unlisted;

use crate::channel::Channel;
use crate::check::{Answer, Instead, Original, Verdict};
use crate::directory::{AccountIndex, Basis, Directory, Evidence, OrganisationIndex, Owner, Says};
use crate::platform::PlatformIndex;
use crate::text::sanitise::escaped;
use crate::words::Words;
pub(super) use reach::owner;
pub use reasons::reasons;

/// The most of what was asked about that is repeated in an answer, in characters.
const LONGEST_ASKED: usize = 120;

/// The verdict in a word or two.
pub fn label(words: &Words, directory: &Directory, answer: &Answer) -> &'static str {
    match &answer.verdict {
        _ if answer.leads_to().is_some() => words.only_shown,
        _ if is_only_reported(directory, answer) => words.official_reported,
        Verdict::Official(_) => words.official,
        Verdict::Retired(listed) if is_withdrawn(directory, listed.account) => words.withdrawn,
        Verdict::Retired(_) => words.retired,
        Verdict::Former(_) => words.former,
        Verdict::LookAlike(_) => words.look_alike,
        Verdict::NotListed(_) => words.not_listed,
        Verdict::NotAnAccount(Instead::Mail(Some(_))) => words.official_mail,
        Verdict::NotAnAccount(it) if it.is_official_site() => words.official_site,
        Verdict::NotAnAccount(Instead::Phone(_)) => words.official_phone,
        Verdict::NotAnAccount(Instead::UnlistedPhone | Instead::OddPhone(_)) => words.unknown_phone,
        Verdict::NotAnAccount(Instead::BankAccount) => words.bank_account,
        Verdict::NotAnAccount(Instead::OtherPort(_)) => words.other_port,
        Verdict::NotAnAccount(Instead::LeadsOn(_)) => words.leads_on,
        Verdict::NotAnAccount(Instead::Mail(None)) => words.unknown_mail,
        Verdict::NotAnAccount(Instead::Shortened(_)) => words.verdict_shortened,
        Verdict::NotAnAccount(_) => words.verdict_not_an_account,
        Verdict::UnknownHost(unknown) if unknown.imitation.is_some() => words.imitating_host,
        Verdict::UnknownHost(_) => words.unknown_host,
    }
}

/// The answer in one sentence: what was asked about, and what it is.
pub fn headline(words: &Words, directory: &Directory, answer: &Answer) -> String {
    let asked = shown(answer.address());
    if let Some(target) = answer.leads_to() {
        return words.is_only_shown(&asked, &shown(target));
    }
    match &answer.verdict {
        Verdict::Official(listed) => {
            let is_reported = is_reported(directory, listed.account);
            let text = if is_reported { Words::is_reported } else { Words::is_official };
            about_account(words, directory, text, &asked, listed.account)
        }
        Verdict::Retired(listed) => {
            let is_withdrawn = is_withdrawn(directory, listed.account);
            let text = if is_withdrawn { Words::is_withdrawn } else { Words::is_retired };
            about_account(words, directory, text, &asked, listed.account)
        }
        Verdict::Former(former) => {
            let platform = platform_name(directory, former.reference.platform);
            words.is_former(&asked, &name(directory, former.organisation), &platform)
        }
        Verdict::LookAlike(resemblance) => match resemblance.of {
            Original::Account(account) => {
                let organisation = name(directory, directory.account(account).organisation);
                let platform = platform_name(directory, directory.account(account).platform);
                words.is_like_account(&asked, &handle(directory, account), &organisation, &platform)
            }
            Original::Name(organisation) => {
                let name = name(directory, organisation);
                words.is_like_name(&asked, &quoted(&resemblance.genuine), &name)
            }
        },
        Verdict::NotListed(it) => match answer.platform {
            _ if it.foreign.as_ref().is_some_and(|it| it.is_asked(answer.platform)) => {
                foreign::headline(words, directory, it, &asked)
            }
            Some(platform) => {
                let platform = platform_name(directory, platform);
                words.is_not_listed_on(&asked, &platform)
            }
            None => words.is_not_listed(&asked),
        },
        Verdict::NotAnAccount(instead) => {
            instead::headline(words, directory, answer, instead, &asked)
        }
        Verdict::UnknownHost(unknown) => host::headline(words, directory, unknown, &asked),
    }
}

/// What something that is imitated is called beside the imitation: genuine, but for an account that only others than
/// the government say is official.
pub fn original_label(words: &Words, directory: &Directory, answer: &Answer) -> &'static str {
    match &answer.verdict {
        Verdict::LookAlike(it)
            if it.of.account().is_some_and(|account| is_reported(directory, account)) =>
        {
            words.listed_name
        }
        _ => words.genuine,
    }
}

/// What a channel that is shown with an answer is called: official only where the government says so, or is reached
/// there itself.
pub fn channel_label(words: &Words, directory: &Directory, channel: Channel) -> &'static str {
    match channel.owner(directory) {
        _ if is_reported_channel(directory, channel) => words.listed_account,
        Owner::Service(service) if !directory.service(service).is_government => words.cli_address,
        _ => words.real_channel,
    }
}

/// Whether a channel is an account that only others than the government say is official.
pub fn is_reported_channel(directory: &Directory, channel: Channel) -> bool {
    matches!(channel, Channel::Account(account) if is_reported(directory, account))
}

/// Whether only others than the government say that an account is official, however many agree.
fn is_reported(directory: &Directory, account: AccountIndex) -> bool {
    Basis::of(&directory.account(account).evidence) != Basis::Official
}

/// Whether what an answer calls official rests on the word of others alone. What the directory lists as a website without
/// evidence of its own is no account of anybody's word.
pub(super) fn is_only_reported(directory: &Directory, answer: &Answer) -> bool {
    let is_of_others = |all: &[Evidence]| !all.is_empty() && Basis::of(all) != Basis::Official;
    match &answer.verdict {
        Verdict::Official(listed) => is_reported(directory, listed.account),
        Verdict::NotAnAccount(Instead::Site(site) | Instead::Mail(Some(site))) => {
            site.listed(directory).is_some_and(|it| is_of_others(&it.evidence))
        }
        Verdict::NotAnAccount(Instead::Phone(phone)) => {
            phone.listed(directory).is_some_and(|it| is_of_others(&it.evidence))
        }
        _ => false,
    }
}

/// Whether all that is known of the end of an account is that its organisation no longer shows it.
fn is_withdrawn(directory: &Directory, account: AccountIndex) -> bool {
    let it = directory.account(account);
    let has_ended = directory.organisation(it.organisation).ended.is_some();
    let is_gone = it.open_withdrawal().is_some_and(|it| it.says == Says::NoLongerShown);
    is_gone && !it.status.is_retired() && !has_ended
}

/// A sentence about a listed account, for what was asked, its organisation and its platform.
fn about_account(
    words: &Words,
    directory: &Directory,
    text: fn(&Words, &str, &str, &str) -> String,
    asked: &str,
    account: AccountIndex,
) -> String {
    let it = directory.account(account);
    let platform = platform_name(directory, it.platform);
    text(words, asked, &name(directory, it.organisation), &platform)
}

/// What was asked about, as far as a sentence has room for it.
pub(super) fn shown(asked: &str) -> String {
    if asked.chars().count() <= LONGEST_ASKED {
        return escaped(asked);
    }
    let start: String = asked.chars().take(LONGEST_ASKED - 1).collect();
    format!("{}…", escaped(&start))
}

fn quoted(text: &str) -> String {
    format!("“{}”", escaped(text))
}

fn name(directory: &Directory, organisation: OrganisationIndex) -> String {
    escaped(&directory.organisation(organisation).name)
}

fn platform_name(directory: &Directory, platform: PlatformIndex) -> String {
    escaped(directory.platform(platform).name())
}

/// A listed account as people write it.
pub(super) fn handle(directory: &Directory, account: AccountIndex) -> String {
    let it = directory.account(account);
    escaped(&it.written(directory.platform(it.platform)))
}

/// A listed account with its platform: `@POL_Ede (X)`; the address of one without a handle, whose id
/// says nothing to anyone.
fn handle_and_platform(directory: &Directory, account: AccountIndex) -> String {
    let it = directory.account(account);
    if it.handle.is_none() {
        return escaped(&it.url);
    }
    let platform = it.platform;
    format!("{} ({})", handle(directory, account), platform_name(directory, platform))
}

/// Some things in a row: `a, b en c`.
pub(super) fn row(words: &Words, things: &[String]) -> String {
    match things {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => words.and(&most.join(", "), last),
    }
}

#[cfg(test)]
mod tests;
