//! `officieel open`: hand the right channel to the browser, or print its address.

use std::io;

use serde::Serialize;

use super::arguments::{OpenArguments, Shared};
use super::error::Result;
use super::facts::Facts;
use super::style::{Styles, plain};
use super::{Outcome, Surroundings, json, lines, subject};
use crate::channel::{self, Channel};
use crate::directory::{Directory, OrganisationIndex};
use crate::opener::{self, NotOpened};
use crate::platform::PlatformIndex;
use crate::search::{Hit, Index};
use crate::text::sanitise;
use crate::words::fill;

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
    to: &mut Surroundings<'_>,
) -> Result<Outcome> {
    let directory = subject::load_to_answer(shared, to)?;
    let platform = subject::platform_asked(&directory, command.platform.as_deref(), to)?;
    let query = command.query.join(" ");
    let hits = Index::new(&directory).search(&directory, &query, 1).hits;
    // A guess is never opened: a confident wrong page is worse than none.
    let best = hits.first().filter(|hit| !hit.guess && !query.trim().is_empty());
    let Some(best) = best else {
        return Ok(nothing(&directory, &query, hits.first(), to)?);
    };
    let Some(channel) = choose(&directory, best, platform, to) else {
        let name = directory.organisation(best.organisation).name.clone();
        let platform = platform.map_or(String::new(), |p| directory.platform(p).name().to_owned());
        let text = if platform.is_empty() {
            to.words.cli_no_channel_of
        } else {
            to.words.cli_not_on_platform
        };
        writeln!(to.err, "{}", fill(text, &[("name", &name), ("platform", &platform)]))?;
        return Ok(Outcome::NotFound);
    };
    Ok(hand_over(command, &directory, best.organisation, channel, to)?)
}

fn choose(
    directory: &Directory,
    hit: &Hit,
    platform: Option<PlatformIndex>,
    to: &Surroundings<'_>,
) -> Option<Channel> {
    let Some(platform) = platform else {
        return channel::preferred(directory, hit.organisation, hit.account, to.today);
    };
    let on_platform = |channel: &Channel| match channel {
        Channel::Account(account) => directory.account(*account).platform == platform,
        Channel::Website(_) => directory.platform(platform).id() == "website",
        _ => false,
    };
    let asked = hit.account.map(Channel::Account).filter(on_platform);
    asked.or_else(|| {
        channel::channels(directory, hit.organisation, to.today).into_iter().find(on_platform)
    })
}

fn nothing(
    directory: &Directory,
    query: &str,
    guess: Option<&Hit>,
    to: &mut Surroundings<'_>,
) -> io::Result<Outcome> {
    let shown = sanitise::escaped(query);
    writeln!(to.err, "{}", fill(to.words.cli_nothing_found, &[("query", &shown)]))?;
    if let Some(guess) = guess.filter(|hit| hit.guess) {
        let name = &directory.organisation(guess.organisation).name;
        writeln!(to.err, "{} {}", to.words.cli_did_you_mean, plain(name))?;
    }
    Ok(Outcome::NotFound)
}

fn hand_over(
    command: &OpenArguments,
    directory: &Directory,
    organisation: OrganisationIndex,
    channel: Channel,
    to: &mut Surroundings<'_>,
) -> io::Result<Outcome> {
    let url = channel.url(directory).unwrap_or_default();
    let outcome = if command.print { Ok(()) } else { opener::hand_over(url) };
    if command.json {
        let account = match channel {
            Channel::Account(account) => Some(json::account(directory, account, to.today)),
            _ => None,
        };
        let opened = OpenedJson {
            organisation: json::organisation(directory, organisation),
            account,
            url,
            opened: !command.print && outcome.is_ok(),
        };
        json::write(to.out, &opened)?;
    } else if command.print {
        writeln!(to.out, "{url}")?;
    } else {
        let mut facts = Facts::new(Styles::new(to.styled));
        facts.heading(&directory.organisation(organisation).name);
        lines::channel(&mut facts, directory, channel, to);
        facts.write(to.out)?;
    }
    match outcome {
        Ok(()) if !command.print && !command.json => {
            writeln!(to.out, "{}", to.words.cli_handed_over)?;
        }
        Ok(()) => {}
        Err(fault) => {
            // The complaint speaks of the address above it.
            to.out.flush()?;
            let why = match fault {
                NotOpened::NotHttps => to.words.status_https_only.to_owned(),
                NotOpened::NoDisplay => to.words.cli_no_display.to_owned(),
                NotOpened::NoBrowser(fault) => fault.to_string(),
            };
            let why = why.trim_end_matches('.');
            writeln!(to.err, "{}", fill(to.words.cli_not_opened, &[("why", why)]))?;
            return Ok(Outcome::NotFound);
        }
    }
    Ok(Outcome::Found)
}
