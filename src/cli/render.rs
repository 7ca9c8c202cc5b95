//! The facts in which commands describe organisations and channels.

use super::Context;
use super::fact_table::FactTable;
use super::style::Styles;
use crate::channel::{self, Channel};
use crate::directory::{AccountIndex, Directory, Evidence, Owner, Status};
use crate::messages::numbers::grouped;
use crate::messages::{evidence, labels, observation};
use crate::words::Words;

/// A channel: what it is, where it is, and of an account how sure that is.
pub(super) fn channel(
    facts: &mut FactTable,
    directory: &Directory,
    channel: Channel,
    cx: &Context<'_>,
) {
    let words = cx.words;
    let url = || channel.url(directory);
    match channel {
        Channel::Website(_) | Channel::Site(..) => {
            facts.add_some(words.channel_website, url().as_deref());
        }
        Channel::Phone(_) => facts.add_some(words.channel_phone, channel.number(directory)),
        Channel::Number(..) => {
            facts.add_some(words.channel_phone, number(words, directory, channel).as_deref());
        }
        Channel::ContactForm(_) => facts.add_some(words.cli_contact_form, url().as_deref()),
        Channel::Account(a) => {
            let it = directory.account(a);
            let platform = directory.platform(it.platform).name();
            facts.add(platform, &written(directory, a));
            standing(facts, directory, a, cx);
            if it.handle.is_some() || it.platform_id.is_some() {
                facts.add(words.cli_address, &it.url);
            }
        }
    }
}

/// The most sites that are named before it is only said how many more there are.
const MOST_SITES: usize = 6;

/// What else an organisation is reached by than its website and general number; or a service.
pub(super) fn reach(facts: &mut FactTable, directory: &Directory, owner: Owner, cx: &Context<'_>) {
    let words = cx.words;
    let sites = directory.other_sites(owner);
    let mut named: Vec<String> = sites.iter().take(MOST_SITES).map(|site| site.shown()).collect();
    let more = sites.len().saturating_sub(MOST_SITES);
    if more > 0 {
        named.push(words.cli_more_sites(&grouped(words, more)));
    }
    let label = match owner {
        Owner::Organisation(_) => words.cli_other_sites,
        Owner::Service(_) => words.cli_sites,
    };
    facts.add(label, &named.join(", "));
    for it in other_numbers(directory, owner) {
        facts.add_some(words.channel_phone, number(words, directory, it).as_deref());
    }
}

/// The telephone numbers of an owner beside the general one of an organisation.
fn other_numbers(directory: &Directory, owner: Owner) -> impl Iterator<Item = Channel> {
    let all = channel::numbers(directory, owner).into_iter();
    all.filter(|it| matches!(it, Channel::Number(..)))
}

/// The same with all sites, and who says so of each.
pub(super) fn whole_reach(
    facts: &mut FactTable,
    directory: &Directory,
    owner: Owner,
    cx: &Context<'_>,
) {
    let words = cx.words;
    let sites = channel::sites(directory, owner).into_iter();
    for it in sites.filter(|it| matches!(it, Channel::Site(..))) {
        let Some(site) = it.site(directory) else { continue };
        let shown = site.shown();
        let label = labels::site(words, site);
        facts.add(
            words.cli_site,
            &label.map_or(shown.clone(), |label| format!("{shown} ({label})")),
        );
        evidence(facts, directory, it, cx);
    }
    for it in other_numbers(directory, owner) {
        facts.add_some(words.channel_phone, number(words, directory, it).as_deref());
        evidence(facts, directory, it, cx);
    }
}

/// Who says whose a site or a number is, and what is noted of it.
pub(super) fn evidence(
    facts: &mut FactTable,
    directory: &Directory,
    channel: Channel,
    cx: &Context<'_>,
) {
    pieces(facts, directory, channel.evidence(directory), cx);
    let of_site = channel.site(directory).and_then(|it| it.note.as_deref());
    let of_phone = || channel.phone(directory).and_then(|it| it.note.as_deref());
    facts.add_some(cx.words.cli_note, of_site.or_else(of_phone));
}

/// Pieces of evidence, each with its day and its page.
pub(super) fn pieces(
    facts: &mut FactTable,
    directory: &Directory,
    all: &[Evidence],
    cx: &Context<'_>,
) {
    let words = cx.words;
    for it in all {
        let told = evidence::told(words, directory, all, it);
        let seen = words.account_seen(&it.seen.to_string());
        facts.add(words.cli_evidence, &format!("{}, {seen}, {}", told.in_short(), it.url));
        facts.add_some(words.cli_remark, told.remark);
    }
}

/// A telephone number with what it is for.
fn number(words: &Words, directory: &Directory, channel: Channel) -> Option<String> {
    let number = crate::directory::phone::grouped(channel.number(directory)?);
    let label = channel.phone(directory).and_then(|phone| phone.label);
    let label = label.map(|label| labels::phone(words, label));
    Some(label.map_or(number.clone(), |label| format!("{number} ({label})")))
}

/// An account as it is written: its handle with the platform's sign, else its id or address.
pub(super) fn written(directory: &Directory, index: AccountIndex) -> String {
    let it = directory.account(index);
    it.written(directory.platform(it.platform))
}

/// How sure it is that an account is official, since when, and what has become of it.
pub(super) fn standing(
    facts: &mut FactTable,
    directory: &Directory,
    index: AccountIndex,
    cx: &Context<'_>,
) {
    let account = directory.account(index);
    let trust = account.trust(cx.today);
    let word = Styles::new(cx.styled).trust(trust, labels::trust(cx.words, trust));
    let basis = labels::basis(cx.words, account);
    let seen = account
        .last_seen()
        .map_or_else(String::new, |date| cx.words.account_seen(&date.to_string()));
    facts.add_styled(cx.words.cli_trust, format!("{word}: {basis}, {seen}"));
    facts.add_some(cx.words.cli_note, evidence::withdrawn(cx.words, account).as_deref());
    if account.status.is_retired() {
        facts.add(cx.words.cli_status, &status(directory, index, cx));
        facts.add_some(cx.words.cli_successor, account.successor.as_deref());
    }
}

/// What has become of an account, and whether that is an own observation.
pub(super) fn status(directory: &Directory, index: AccountIndex, cx: &Context<'_>) -> String {
    let status = match directory.account(index).status {
        Status::Unknown => cx.words.cli_status_unknown,
        known => labels::status(cx.words, known),
    };
    let own = observation::of_status(cx.words, directory, index);
    own.map_or_else(|| status.to_owned(), |own| format!("{status}, {own}"))
}

/// What was seen of a badge: which, or none, or that nobody looked.
pub(super) fn badge(directory: &Directory, index: AccountIndex, cx: &Context<'_>) -> String {
    let Some(badge) = &directory.account(index).badge else {
        return cx.words.cli_badge_unknown.to_owned();
    };
    let what = observation::badge(cx.words, directory, badge);
    let seen = cx.words.account_seen(&badge.seen.to_string());
    let own = observation::of_badge(cx.words, directory, index);
    own.map_or_else(|| format!("{what}, {seen}"), |own| format!("{what}, {seen}, {own}"))
}
