//! `officieel show`: one organisation with its channels, its evidence and its gaps.

use std::io;

use super::arguments::{Shared, ShowArguments};
use super::error::Result;
use super::fact_table::FactTable;
use super::style::Styles;
use super::{Context, ExitStatus, json, load, meant, render};
use crate::channel::{Channel, channels};
use crate::directory::{AccountIndex, Directory, FormerHandle, OrganisationIndex, Owner};
use crate::messages::labels;
use crate::platform::Platform;
use crate::words::Words;

pub(super) fn run(
    command: &ShowArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory_to_answer(shared, cx)?;
    let asked = command.organisation.join(" ");
    let Some(index) = meant::organisation(&directory, &asked, cx)? else {
        return Ok(ExitStatus::NotFound);
    };
    if command.json {
        json::write(cx.out, &json::organisation_full(&directory, index, cx.today))?;
    } else {
        write(&directory, index, command.all, cx)?;
    }
    Ok(ExitStatus::Found)
}

fn write(
    directory: &Directory,
    index: OrganisationIndex,
    is_whole: bool,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let reach = if is_whole { render::whole_reach } else { render::reach };
    let mut facts = FactTable::new(Styles::new(cx.styled));
    about(&mut facts, directory, index, cx);
    let (accounts, others): (Vec<Channel>, Vec<Channel>) = channels(directory, index, cx.today)
        .into_iter()
        .partition(|channel| matches!(channel, Channel::Account(_)));
    for other in &others {
        render::channel(&mut facts, directory, *other, cx);
        if is_whole {
            render::evidence(&mut facts, directory, *other, cx);
        }
    }
    reach(&mut facts, directory, Owner::Organisation(index), cx);
    for service in directory.services_of(index) {
        let it = directory.service(service);
        facts.heading(&it.name);
        facts.add(cx.words.cli_what, &it.text);
        if is_whole {
            render::pieces(&mut facts, directory, &it.evidence, cx);
        }
        reach(&mut facts, directory, Owner::Service(service), cx);
        facts.add_some(cx.words.cli_note, it.note.as_deref());
    }
    if accounts.is_empty() && others.is_empty() {
        facts.add(cx.words.cli_channels, cx.words.cli_no_channel);
    }
    for channel in accounts {
        if let Channel::Account(account) = channel {
            write_account(&mut facts, directory, account, cx);
        }
    }
    for gap in &directory.organisation(index).gaps {
        facts.heading(cx.words.panel_gaps);
        facts.add(cx.words.cli_what, &gap.text);
        facts.add(cx.words.cli_seen, &gap.seen.to_string());
        facts.add(cx.words.cli_source, &gap.url);
    }
    facts.write(cx.out)
}

/// What kind of organisation it is, what else it is called, and its ids.
fn about(facts: &mut FactTable, directory: &Directory, index: OrganisationIndex, cx: &Context<'_>) {
    let it = directory.organisation(index);
    let words = cx.words;
    let name_of = |o: Option<OrganisationIndex>| o.map(|o| directory.organisation(o).name.as_str());
    facts.heading(&match &it.abbreviation {
        Some(abbreviation) => format!("{} ({abbreviation})", it.name),
        None => it.name.clone(),
    });
    facts.add(words.cli_kind, labels::kind(words, it.kind));
    facts.add_some(words.cli_parent, name_of(it.parent));
    let ended = it.ended.map(|day| day.to_string());
    facts.add_some(words.row_ended, ended.as_deref());
    facts.add_some(words.cli_successor, name_of(it.successor));
    facts.add(words.cli_aliases, &it.aliases.join(", "));
    for former in &it.former_names {
        let until = former.until.map(|day| {
            let day = day.to_string();
            words.cli_until(&day, &former.name)
        });
        facts.add(words.cli_former_names, until.as_ref().unwrap_or(&former.name));
    }
    for former in &it.former_handles {
        let platform = directory.platform(former.platform);
        let written = former_handle(words, platform, former);
        facts.add(words.cli_former_handles, &format!("{platform} {written}"));
    }
    facts.add(words.cli_places, &it.places.join(", "));
    facts.add_some(words.cli_province, it.province.as_deref());
    facts.add_some(words.cli_register_id, it.register_id.as_deref());
    facts.add_some("TOOI", it.tooi.as_deref());
    facts.add_some("Wikidata", it.wikidata.as_deref());
    facts.add_some(words.cli_note, it.note.as_deref());
}

/// An account, with its evidence.
pub(super) fn write_account(
    facts: &mut FactTable,
    directory: &Directory,
    index: AccountIndex,
    cx: &Context<'_>,
) {
    let it = directory.account(index);
    let words = cx.words;
    let platform = directory.platform(it.platform).name();
    facts.heading(&format!("{platform} {}", render::written(directory, index)));
    facts.add(words.cli_address, &it.url);
    render::standing(facts, directory, index, cx);
    if !it.status.is_retired() {
        facts.add(words.cli_status, &render::status(directory, index, cx));
    }
    facts.add(words.cli_badge, &render::badge(directory, index, cx));
    facts.add_some(words.cli_purpose, labels::purposes(words, it).as_deref());
    let platform = directory.platform(it.platform);
    for former in &it.former_handles {
        facts.add(words.cli_former_handles, &former_handle(words, platform, former));
    }
    facts.add_some(words.cli_since, it.since.map(|day| day.to_string()).as_deref());
    facts.add_some(words.cli_display_name, it.display_name.as_deref());
    let name_of = |o: OrganisationIndex| directory.organisation(o).name.as_str();
    let shared: Vec<&str> = it.shared_with.iter().map(|&o| name_of(o)).collect();
    if !shared.is_empty() {
        facts.add(words.cli_owner, name_of(it.organisation));
    }
    facts.add(words.cli_shared_with, &shared.join(", "));
    facts.add_some(words.cli_note, it.note.as_deref());
    render::pieces(facts, directory, &it.evidence, cx);
}

/// A handle that was given up, as people write it, and until when it was in use.
fn former_handle(words: &Words, platform: &Platform, former: &FormerHandle) -> String {
    let written = platform.written(&former.handle);
    match former.until {
        Some(day) => words.cli_until(&day.to_string(), &written),
        None => written,
    }
}
