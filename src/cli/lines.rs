//! The facts in which commands describe organisations and channels.

use super::Surroundings;
use super::facts::Facts;
use super::style::Styles;
use crate::channel::Channel;
use crate::directory::{Account, AccountIndex, Directory, OrganisationIndex};
use crate::words::{fill, labels};

/// What kind of organisation it is and under whom, as in "politieteam, Politie-eenheid Den Haag".
pub(super) fn about(
    directory: &Directory,
    index: OrganisationIndex,
    to: &Surroundings<'_>,
) -> String {
    let it = directory.organisation(index);
    let mut parts = vec![labels::kind(to.words, it.kind).to_owned()];
    parts.extend(it.parent.map(|parent| directory.organisation(parent).name.clone()));
    parts.extend(it.ended.map(|day| fill(to.words.panel_ended, &[("date", &day.to_string())])));
    parts.join(", ")
}

/// A channel: what it is, where it is, and of an account how sure that is.
pub(super) fn channel(
    facts: &mut Facts,
    directory: &Directory,
    channel: Channel,
    to: &Surroundings<'_>,
) {
    let words = to.words;
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
            standing(facts, it, to);
            if it.handle.is_some() || it.platform_id.is_some() {
                facts.add(words.cli_address, &it.url);
            }
        }
    }
}

/// An account as it is written: its handle with the platform's sign, else its id or address.
pub(super) fn written(directory: &Directory, index: AccountIndex) -> String {
    let it = directory.account(index);
    it.written(directory.platform(it.platform))
}

/// How sure it is that an account is official, since when, and what has become of it.
pub(super) fn standing(facts: &mut Facts, account: &Account, to: &Surroundings<'_>) {
    let trust = account.trust(to.today);
    let word = Styles::new(to.styled).trust(trust, labels::trust(to.words, trust));
    let basis = labels::basis(to.words, account);
    let seen = account.last_seen().map_or_else(String::new, |date| {
        fill(to.words.account_seen, &[("date", &date.to_string())])
    });
    facts.add_styled(to.words.cli_trust, format!("{word}: {basis}, {seen}"));
    if account.status.is_retired() {
        facts.add(to.words.cli_status, labels::status(to.words, account.status));
        facts.add_some(to.words.cli_successor, account.successor.as_deref());
    }
}
