//! The lines in which commands describe organisations and channels.

use super::Surroundings;
use super::style::{Styles, plain};
use crate::channel::Channel;
use crate::directory::{Account, AccountIndex, Directory, OrganisationIndex};
use crate::words::{fill, labels};

/// What kind of organisation it is and under whom, as in "politieteam, Politie eenheid Den Haag".
pub(super) fn about(
    directory: &Directory,
    index: OrganisationIndex,
    to: &Surroundings<'_>,
) -> String {
    let it = directory.organisation(index);
    let mut parts = vec![labels::kind(to.words, it.kind).to_owned()];
    parts.extend(
        it.parent
            .map(|parent| directory.organisation(parent).name.clone()),
    );
    parts.extend(
        it.ended
            .map(|day| fill(to.words.cli_ended, &[("date", &day.to_string())])),
    );
    parts.join(", ")
}

/// A channel in one line: what, which, how sure, where.
pub(super) fn channel(directory: &Directory, channel: Channel, to: &Surroundings<'_>) -> String {
    let styles = Styles::new(to.styled);
    let line = |what: &str, value: &str| format!("{}  {}", styles.dim(what), plain(value));
    match channel {
        Channel::Website(o) => line(
            to.words.cli_website,
            directory
                .organisation(o)
                .website
                .as_deref()
                .unwrap_or_default(),
        ),
        Channel::Phone(o) => line(
            to.words.cli_phone,
            directory
                .organisation(o)
                .phone
                .as_deref()
                .unwrap_or_default(),
        ),
        Channel::ContactForm(o) => {
            let form = directory.organisation(o).contact_form.as_deref();
            line(to.words.cli_contact_form, form.unwrap_or_default())
        }
        Channel::Account(a) => account(directory, a, to),
    }
}

fn account(directory: &Directory, index: AccountIndex, to: &Surroundings<'_>) -> String {
    let styles = Styles::new(to.styled);
    let it = directory.account(index);
    let platform = directory.platform(it.platform);
    format!(
        "{}  {}  {}  {}",
        styles.dim(platform.name()),
        styles.bold(&it.written(platform)),
        standing(it, to),
        plain(&it.url),
    )
}

/// How sure it is that an account is official, since when, and what has become of it.
pub(super) fn standing(account: &Account, to: &Surroundings<'_>) -> String {
    let styles = Styles::new(to.styled);
    let trust = account.trust(to.today);
    let seen = account
        .last_seen()
        .map(|date| date.to_string())
        .unwrap_or_default();
    let basis = labels::basis(to.words, account);
    let word = styles.trust(trust, labels::trust(to.words, trust));
    let mut text = format!("{word} ({basis}, {seen}");
    if account.status.is_retired() {
        text.push_str(", ");
        text.push_str(labels::status(to.words, account.status));
    }
    text.push(')');
    text
}
