//! `officieel channels`: by which way an organisation is reached best for a need, and why.

use serde::Serialize;

use super::arguments::{ChannelsArguments, Shared};
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, load, meant, render, settings};
use crate::channel::{Channel, Need, Preferences, Reason, Suited, by_need};
use crate::directory::{Directory, OrganisationIndex};
use crate::json::write as write_json;
use crate::messages::labels;
use crate::platform::PlatformIndex;
use crate::text::width::width;

pub(super) fn run(
    command: &ChannelsArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory_to_answer(shared, cx)?;
    let preferences = preferences(command, &directory, cx)?;
    let asked = command.organisation.join(" ");
    let need = command.need.into();
    // Who is in danger is asked nothing: the number to call is the same for all.
    let at_once = (need == Need::Emergency).then(|| meant::best(&directory, &asked)).flatten();
    let found = match at_once {
        Some(found) => Some(found),
        None => meant::organisation(&directory, &asked, cx)?,
    };
    let Some(index) = found else {
        return Ok(ExitStatus::NotFound);
    };
    let all = by_need(&directory, index, need, &preferences, cx.today);
    if command.json {
        let organisation = directory.organisation(index).id.as_str();
        let channels = all.iter().map(|it| as_json(&directory, it)).collect();
        write_json(cx.out, &Json { organisation, channels })?;
    } else {
        let styles = Styles::new(cx.styled);
        let name = plain(&directory.organisation(index).name);
        writeln!(cx.out, "{}", styles.bold(&name))?;
        write_end(&directory, index, cx)?;
        write(&directory, &all, styles, cx)?;
    }
    Ok(if all.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
}

/// That an organisation has ended, and what came after it.
fn write_end(directory: &Directory, index: OrganisationIndex, cx: &mut Context<'_>) -> Result<()> {
    let organisation = directory.organisation(index);
    if let Some(ended) = organisation.ended {
        writeln!(cx.out, "     {}", cx.words.panel_ended(&ended.to_string()))?;
    }
    if let Some(successor) = organisation.successor {
        let name = plain(&directory.organisation(successor).name);
        writeln!(cx.out, "     {}", cx.words.panel_successor(&name))?;
    }
    Ok(())
}

/// What is preferred and avoided: as the arguments say, else as is set.
fn preferences(
    command: &ChannelsArguments,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<Preferences> {
    let set = settings::read(cx);
    let either = |given: &[String], set: Vec<String>| {
        if given.is_empty() { set } else { given.to_vec() }
    };
    Ok(Preferences {
        prefer: platforms(directory, &either(&command.prefer, set.prefer), cx)?,
        avoid: platforms(directory, &either(&command.avoid, set.avoid), cx)?,
    })
}

fn platforms(
    directory: &Directory,
    given: &[String],
    cx: &mut Context<'_>,
) -> Result<Vec<PlatformIndex>> {
    let all = given.iter().map(|id| load::platform_asked(directory, Some(id), cx));
    Ok(all.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn write(
    directory: &Directory,
    all: &[Suited],
    styles: Styles,
    cx: &mut Context<'_>,
) -> Result<()> {
    if all.is_empty() {
        writeln!(cx.err, "{}", cx.words.channels_none)?;
        return Ok(());
    }
    let names: Vec<(String, String)> =
        all.iter().map(|it| named(directory, it.channel, cx)).collect();
    let widest = names.iter().map(|(kind, _)| width(kind)).max().unwrap_or_default();
    for (at, (it, (kind, address))) in all.iter().zip(&names).enumerate() {
        let gap = " ".repeat(widest - width(kind));
        writeln!(cx.out, "{:>3}. {kind}{gap}  {address}", at + 1)?;
        writeln!(cx.out, "     {}", styles.dim(&why(directory, it, cx)))?;
    }
    Ok(())
}

/// What sort of channel it is, and where.
fn named(directory: &Directory, channel: Channel, cx: &Context<'_>) -> (String, String) {
    let words = cx.words;
    let address = || plain(&channel.url(directory).unwrap_or_default());
    match channel {
        Channel::Account(account) => {
            let platform = directory.account(account).platform;
            let name = directory.platform(platform).name();
            (plain(name), plain(&render::written(directory, account)))
        }
        Channel::Phone(_) | Channel::Number(..) => {
            let number = channel.number(directory).unwrap_or_default();
            (words.channel_phone.to_owned(), plain(number))
        }
        Channel::ContactForm(_) => (words.cli_contact_form.to_owned(), address()),
        Channel::Website(_) | Channel::Site(..) => (words.channel_website.to_owned(), address()),
    }
}

/// Why a channel stands where it does, in one line.
fn why(directory: &Directory, it: &Suited, cx: &Context<'_>) -> String {
    let reasons: Vec<String> = it.reasons.iter().map(|it| reason(directory, *it, cx)).collect();
    reasons.join(" · ")
}

fn reason(directory: &Directory, reason: Reason, cx: &Context<'_>) -> String {
    let words = cx.words;
    match reason {
        Reason::Emergency => words.reason_emergency.to_owned(),
        Reason::Open => words.reason_open.to_owned(),
        Reason::PartlyOpen => words.reason_partly_open.to_owned(),
        Reason::Walled => words.reason_walled.to_owned(),
        Reason::Unestablished => words.reason_unestablished.to_owned(),
        Reason::OwnServer => words.reason_own_server.to_owned(),
        Reason::Own => words.reason_own.to_owned(),
        Reason::For(service) => plain(&directory.service(service).name),
        Reason::Of(above) => words.reason_of(&plain(&directory.organisation(above).name)),
        Reason::Answers => words.reason_answers.to_owned(),
        Reason::Crisis => words.reason_crisis.to_owned(),
        Reason::Preferred => words.reason_preferred.to_owned(),
        Reason::Avoided => words.reason_avoided.to_owned(),
        Reason::Seen(trust, seen) => {
            let trust = labels::trust(words, trust);
            let seen = seen.map(|day| words.account_seen(&day.to_string()));
            seen.map_or_else(|| trust.to_owned(), |seen| format!("{trust} · {seen}"))
        }
    }
}

/// Why a channel stands where it does, for programs.
fn id(reason: Reason) -> &'static str {
    match reason {
        Reason::Emergency => "emergency",
        Reason::Open => "open",
        Reason::PartlyOpen => "partly-open",
        Reason::Walled => "walled",
        Reason::Unestablished => "login-unknown",
        Reason::OwnServer => "own-server",
        Reason::Own => "own",
        Reason::For(_) => "for-service",
        Reason::Of(_) => "of-parent",
        Reason::Answers => "answers",
        Reason::Crisis => "crisis",
        Reason::Preferred => "preferred",
        Reason::Avoided => "avoided",
        Reason::Seen(trust, _) => trust.id(),
    }
}

fn as_json<'j>(directory: &'j Directory, it: &Suited) -> JsonChannel<'j> {
    let platform = match it.channel {
        Channel::Account(account) => {
            Some(directory.platform(directory.account(account).platform).id())
        }
        _ => None,
    };
    JsonChannel {
        platform,
        url: it.channel.url(directory).map(std::borrow::Cow::into_owned),
        phone: it.channel.number(directory),
        reasons: it.reasons.iter().map(|it| id(*it)).collect(),
    }
}

#[derive(Serialize)]
struct Json<'j> {
    organisation: &'j str,
    channels: Vec<JsonChannel<'j>>,
}

#[derive(Serialize)]
struct JsonChannel<'j> {
    /// The platform of an account; null of everything else.
    platform: Option<&'j str>,
    url: Option<String>,
    phone: Option<&'j str>,
    reasons: Vec<&'static str>,
}
