//! `officieel open`: hand the right channel to the browser, or print its address.

use std::io;

use serde::Serialize;

use super::arguments::{OpenArguments, Shared};
use super::error::Result;
use super::fact_table::FactTable;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load, meant, render};
use crate::channel::{self, Asked, Channel};
use crate::check::Checker;
use crate::directory::{Date, Directory, OrganisationIndex};
use crate::messages::question::{self, TopicTold};
use crate::messages::{browser, summary};
use crate::opener::{self, Terminal};
use crate::platform::PlatformIndex;
use crate::search::{self, First, Hit, Index, Understood};

/// What was opened or would be, as JSON.
#[derive(Serialize)]
struct OpenedJson<'a> {
    organisation: json::OrganisationBrief<'a>,
    account: Option<json::AccountBrief<'a>>,
    url: &'a str,
    /// Whether the address was handed to a browser.
    opened: bool,
}

pub(super) fn run(
    command: &OpenArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory_to_answer(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let query = command.query.join(" ");
    let index = Index::new(&directory);
    let mut understood = index.understand(&directory, &query);
    let First { answer, is_whole, understood: searched } = index.first(&directory, &query, 2);
    understood.is_body_unknown = searched.is_body_unknown;
    let hits = if is_whole { answer.hits } else { index.search(&directory, &query, 2).hits };
    // In danger a page is no help, whatever else is opened.
    let urgent = question::urgent(cx.words, &directory, &understood).into_iter();
    for line in urgent.filter(|_| understood.is_emergency) {
        writeln!(cx.err, "{}", plain(&line))?;
    }
    // What imitates somebody leads nowhere, not even to whom it imitates: its reader must see it.
    if let Some(told) = suspect(&directory, &index, &query, &understood, cx) {
        writeln!(cx.err, "{}", plain(&told))?;
        return Ok(ExitStatus::Imitation);
    }
    // Of a kind that every place has one of, none is the one.
    let is_called = |hit: &Hit| !hit.guess && meant::is_called(&directory, hit, &query);
    if !hits.first().is_some_and(is_called)
        && let Some(which) = question::which_of_kind(cx.words, &directory, &index, &understood)
    {
        writeln!(cx.err, "{}", plain(&which))?;
        return Ok(ExitStatus::NotFound);
    }
    // A guess is never opened: a confident wrong page is worse than none.
    let best = hits.first().filter(|hit| !hit.guess && !query.trim().is_empty());
    let Some(best) = best else {
        if let Some(topic) = question::topic(cx.words, &directory, &index, &understood) {
            return Ok(no_body_of(&topic, cx)?);
        }
        // Of bodies of which it isn't known which is the one, none is more likely than the others.
        if understood.is_body_unknown {
            for line in question::of_place(cx.words, &directory, &understood) {
                writeln!(cx.err, "{}", plain(&line))?;
            }
            return Ok(ExitStatus::NotFound);
        }
        return Ok(nothing(&directory, &query, hits.first(), cx)?);
    };
    if let [best, other] = hits.as_slice()
        && meant::is_as_good(&directory, &query, best, other)
    {
        writeln!(cx.err, "{}", meant::which(&directory, best, other, cx.words))?;
        return Ok(ExitStatus::NotFound);
    }
    let platform = platform.or(understood.platform);
    let Some(channel) = choose(&directory, best, platform, cx.today) else {
        let name = directory.organisation(best.organisation).name.clone();
        let platform = platform.map_or(String::new(), |p| directory.platform(p).name().to_owned());
        writeln!(
            cx.err,
            "{}",
            if platform.is_empty() {
                cx.words.cli_no_channel_of(&name)
            } else {
                cx.words.cli_not_on_platform(&name, &platform)
            }
        )?;
        return Ok(ExitStatus::NotFound);
    };
    Ok(hand_over(command, &directory, best.organisation, channel, cx)?)
}

/// What is said of a query with an address or handle in it that imitates another.
fn suspect(
    directory: &Directory,
    index: &Index,
    query: &str,
    understood: &Understood,
    cx: &Context<'_>,
) -> Option<String> {
    let is_asked = !understood.addresses.is_empty() || search::names_an_account(directory, query);
    let message = is_asked.then(|| Checker::default().message(directory, index, query, None))?;
    let is_suspect = message.answers.iter().any(|it| it.verdict.is_imitation());
    is_suspect.then(|| {
        let headline = summary::headline(cx.words, directory, &message);
        format!("{headline} {}", summary::advice(cx.words, directory, &message))
    })
}

/// The channel of a hit on the platform that was asked for, or the one to open first where none was.
pub(super) fn choose(
    directory: &Directory,
    hit: &Hit,
    platform: Option<PlatformIndex>,
    today: Date,
) -> Option<Channel> {
    let Some(platform) = platform else {
        return channel::preferred(directory, hit.organisation, Asked::by(hit), today);
    };
    let on_platform = |channel: &Channel| match channel {
        Channel::Account(account) => directory.account(*account).platform == platform,
        Channel::Website(_) => directory.platform(platform).id() == "website",
        _ => false,
    };
    let asked = hit.account.map(Channel::Account).filter(on_platform);
    asked.or_else(|| {
        channel::channels(directory, hit.organisation, today).into_iter().find(on_platform)
    })
}

/// What is told where a topic is handled by a body of one's own place.
fn no_body_of(topic: &TopicTold, cx: &mut Context<'_>) -> io::Result<ExitStatus> {
    let who = topic.handlers.join(" · ");
    writeln!(cx.err, "{}. {} {}", topic.heading, cx.words.question_handled_by, plain(&who))?;
    if let Some(hint) = &topic.hint {
        writeln!(cx.err, "{}", plain(hint))?;
    }
    Ok(ExitStatus::NotFound)
}

fn nothing(
    directory: &Directory,
    query: &str,
    guess: Option<&Hit>,
    cx: &mut Context<'_>,
) -> io::Result<ExitStatus> {
    writeln!(cx.err, "{}", load::nothing_found(cx.words, directory, query))?;
    if let Some(guess) = guess.filter(|hit| hit.guess) {
        let name = &directory.organisation(guess.organisation).name;
        writeln!(cx.err, "{} {}", cx.words.cli_did_you_mean, plain(name))?;
    }
    Ok(ExitStatus::NotFound)
}

fn hand_over(
    command: &OpenArguments,
    directory: &Directory,
    organisation: OrganisationIndex,
    channel: Channel,
    cx: &mut Context<'_>,
) -> io::Result<ExitStatus> {
    let url = channel.url(directory).unwrap_or_default();
    let outcome = if command.print { Ok(()) } else { opener::hand_over(&url, Terminal::Free) };
    if command.json {
        let account = match channel {
            Channel::Account(account) => Some(json::account(directory, account, cx.today)),
            _ => None,
        };
        let opened = OpenedJson {
            organisation: json::organisation(directory, organisation),
            account,
            url: &url,
            opened: !command.print && outcome.is_ok(),
        };
        json::write(cx.out, &opened)?;
    } else if command.print {
        writeln!(cx.out, "{url}")?;
    } else {
        let mut facts = FactTable::new(Styles::new(cx.styled));
        facts.heading(&directory.organisation(organisation).name);
        render::channel(&mut facts, directory, channel, cx);
        facts.write(cx.out)?;
    }
    match outcome {
        Ok(()) if !command.print && !command.json => {
            writeln!(cx.out, "{}", cx.words.cli_handed_over)?;
        }
        Ok(()) => {}
        Err(error) => {
            // The complaint speaks of the address above it.
            cx.out.flush()?;
            let why = browser::why(cx.words, &error);
            writeln!(cx.err, "{}", cx.words.cli_not_opened(&why))?;
            return Ok(ExitStatus::NotFound);
        }
    }
    Ok(ExitStatus::Found)
}
