//! What the dialogue tells, a line for each thing.

use std::io;

use crate::channel::Channel;
use crate::cli::fact_table::FactTable;
use crate::cli::style::{Styles, plain};
use crate::cli::{Context, render, show};
use crate::directory::{Directory, OrganisationIndex};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::search::{Field, Hit, Index};
use crate::words::Words;

/// An organisation: its name, its kind, and what tells it from others of that name.
pub(super) fn organisation(
    directory: &Directory,
    index: OrganisationIndex,
    words: &Words,
) -> String {
    let it = directory.organisation(index);
    let parent = it.parent.map(|parent| directory.organisation(parent).name.clone());
    let ended = it.ended.map(|day| words.panel_ended(&day.to_string()));
    let beside =
        [Some(labels::kind(words, it.kind).to_owned()), it.province.clone().or(parent), ended];
    let parts = std::iter::once(it.name.clone()).chain(beside.into_iter().flatten());
    parts.collect::<Vec<String>>().join(", ")
}

/// Why an organisation was found, where its name doesn't say so.
pub(super) fn why(
    directory: &Directory,
    index: &Index,
    query: &str,
    hit: &Hit,
    words: &Words,
) -> Option<String> {
    let is_plain = matches!(hit.field, Field::Name | Field::Abbreviation | Field::Website);
    (!is_plain).then(|| {
        let matched = index.matched(directory, query, hit);
        format!("{} {}", labels::field(words, matched.field), matched.text)
    })
}

/// The channels of an organisation, each with its number, and what can be done with these.
pub(super) fn channels(
    directory: &Directory,
    all: &[Channel],
    cx: &mut Context<'_>,
) -> io::Result<()> {
    if all.is_empty() {
        return writeln!(cx.out, "{}", cx.words.cli_no_channel);
    }
    for (at, channel) in all.iter().enumerate() {
        writeln!(cx.out, "{}. {}", at + 1, plain(&line(directory, *channel, cx)))?;
    }
    writeln!(cx.out, "{}", cx.words.plain_choose_channel(&grouped(cx.words, all.len())))
}

/// A channel in a line: what it is, where, and of an account how sure that is.
fn line(directory: &Directory, channel: Channel, cx: &Context<'_>) -> String {
    let words = cx.words;
    let url = || channel.url(directory).unwrap_or_default();
    match channel {
        Channel::Website(_) | Channel::Site(..) => format!("{} {}", words.channel_website, url()),
        Channel::ContactForm(_) => format!("{} {}", words.cli_contact_form, url()),
        Channel::Phone(_) | Channel::Number(..) => {
            let number = channel.number(directory).unwrap_or_default();
            format!("{} {number}", words.channel_phone)
        }
        Channel::Account(index) => {
            let it = directory.account(index);
            let platform = directory.platform(it.platform).name();
            let trust = labels::trust(words, it.trust(cx.today));
            let seen = it.last_seen().map(|day| words.account_seen(&day.to_string()));
            let written = render::written(directory, index);
            let status =
                it.status.is_retired().then(|| labels::status(words, it.status).to_owned());
            let parts =
                [Some(format!("{platform} {written}")), Some(trust.to_owned()), seen, status];
            parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
        }
    }
}

/// All that is known of a channel.
pub(super) fn channel(
    directory: &Directory,
    channel: Channel,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let mut facts = FactTable::new(Styles::new(cx.styled));
    match channel {
        Channel::Account(account) => show::write_account(&mut facts, directory, account, cx),
        other => {
            render::channel(&mut facts, directory, other, cx);
            render::evidence(&mut facts, directory, other, cx);
        }
    }
    facts.write(cx.out)
}
