//! The facts in which commands describe organisations and channels.

use super::Context;
use super::fact_table::FactTable;
use super::style::Styles;
use crate::channel::Channel;
use crate::directory::{AccountIndex, Directory, OrganisationIndex, OwnedPhone, Owner, Status};
use crate::messages::numbers::grouped;
use crate::messages::{evidence, labels, observation};
use crate::words::Words;

/// What kind of organisation it is and under whom, as in "politieteam, Politie-eenheid Den Haag".
pub(super) fn about(directory: &Directory, index: OrganisationIndex, cx: &Context<'_>) -> String {
    let it = directory.organisation(index);
    let mut parts = vec![labels::kind(cx.words, it.kind).to_owned()];
    parts.extend(it.parent.map(|parent| directory.organisation(parent).name.clone()));
    parts.extend(it.ended.map(|day| cx.words.panel_ended(&day.to_string())));
    parts.join(", ")
}

/// A channel: what it is, where it is, and of an account how sure that is.
pub(super) fn channel(
    facts: &mut FactTable,
    directory: &Directory,
    channel: Channel,
    cx: &Context<'_>,
) {
    let words = cx.words;
    let of = |o: OrganisationIndex| directory.organisation(o);
    match channel {
        Channel::Website(o) => facts.add_some(words.channel_website, of(o).website.as_deref()),
        Channel::Phone(o) => facts.add_some(words.channel_phone, of(o).phone.as_deref()),
        Channel::ContactForm(o) => {
            facts.add_some(words.cli_contact_form, of(o).contact_form.as_deref());
        }
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
        named.push(words.others_more(&grouped(words, more)));
    }
    let (label, general) = match owner {
        Owner::Organisation(index) => {
            (words.cli_other_sites, directory.organisation(index).phone.as_deref())
        }
        Owner::Service(_) => (words.cli_sites, None),
    };
    facts.add(label, &named.join(", "));
    let numbers = directory.numbers_of(owner);
    for it in numbers.iter().filter(|it| Some(it.number) != general) {
        facts.add(words.channel_phone, &phone(words, it));
    }
}

/// A telephone number with what it is for.
pub(super) fn phone(words: &Words, it: &OwnedPhone<'_>) -> String {
    let number = crate::directory::phone::grouped(it.number);
    let label = it.phone.and_then(|phone| phone.label);
    label.map_or(number.clone(), |label| format!("{number} ({})", labels::phone(words, label)))
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
