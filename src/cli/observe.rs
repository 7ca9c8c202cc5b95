//! `officieel observe`: record what was seen of an account.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::arguments::{ObserveArguments, Shared};
use super::error::Result;
use super::fact_table::FactTable;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load, render};
use crate::check::{Checker, Verdict};
use crate::compact_sort::CompactSort;
use crate::directory::{Account, AccountIndex, BadgeKind, Directory, Observed, Status};
use crate::messages::observation;
use crate::observations_file;
use crate::platform::{PlatformIndex, check_https};
use crate::search::Index;

/// What was recorded, as JSON.
#[derive(Serialize)]
struct RecordedJson<'a> {
    organisation: json::OrganisationBrief<'a>,
    account: json::AccountBrief<'a>,
    /// The overlay file.
    file: String,
}

pub(super) fn run(
    command: &ObserveArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let Some(path) = load::overlay_path(shared) else {
        if shared.no_overlay {
            let text = cx.words.cli_fault_conflict("observe", "--no-overlay");
            return Err(cx.unusable(&text));
        }
        return Err(cx.unusable(cx.words.no_file));
    };
    let directory = load::directory_to_change(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let account = find(&directory, &command.account, platform, cx)
        .map_err(|why| cx.reported(&why, ExitStatus::NotFound))?;
    let observed = observed(command, &directory, account, cx).map_err(|why| cx.unusable(&why))?;
    match observations_file::record_all(&path, &directory, account, &observed, cx.today) {
        Ok(overlay) => {
            let directory = directory.with_overlay(&overlay, cx.today);
            write(command, &directory, account, &path, cx)?;
            Ok(ExitStatus::Found)
        }
        Err(error) => {
            let name = load::name_of(&path);
            let mut lines = observation::not_recorded(cx.words, &name, &error).into_iter();
            let first = format!("officieel: {}", lines.next().unwrap_or_default());
            Err(cx.unusable_lines(std::iter::once(first).chain(lines)))
        }
    }
}

/// The one listed account that is meant, as `check` would find it.
fn find(
    directory: &Directory,
    asked: &str,
    platform: Option<PlatformIndex>,
    cx: &Context<'_>,
) -> std::result::Result<AccountIndex, String> {
    let words = cx.words;
    let index = Index::new(directory);
    let answers = Checker::default().answers(directory, &index, asked, platform);
    let listed = match answers.as_slice() {
        [answer] => match &answer.verdict {
            Verdict::Official(listed) | Verdict::Retired(listed) => Some(listed),
            _ => None,
        },
        _ => None,
    };
    let Some(listed) = listed else {
        return Err(words.observe_not_an_account(&plain(asked)));
    };
    if listed.others.is_empty() {
        return Ok(listed.account);
    }
    let all = std::iter::once(&listed.account).chain(&listed.others);
    let mut platforms: Vec<&str> =
        all.map(|it| directory.platform(directory.account(*it).platform).id()).collect();
    platforms.compact_sort();
    platforms.dedup();
    Err(words.several(&plain(asked), &platforms.join(", ")))
}

/// What was observed, by the arguments.
fn observed(
    command: &ObserveArguments,
    directory: &Directory,
    account: AccountIndex,
    cx: &Context<'_>,
) -> std::result::Result<Vec<Observed>, String> {
    let words = cx.words;
    if command.forget {
        return Ok(vec![Observed::Nothing]);
    }
    let mut all = Vec::new();
    if let Some(name) = &command.badge {
        all.push(badge(name, directory, directory.account(account), cx)?);
    }
    if command.successor.as_ref().is_some_and(|address| check_https(address).is_err()) {
        return Err(words.not_https.to_owned());
    }
    match (command.status.map(Status::from), &command.successor) {
        (None | Some(Status::Moved), Some(address)) => all.push(Observed::Moved(address.clone())),
        (Some(Status::Moved), None) => return Err(words.moved_whereto.to_owned()),
        (Some(_), Some(_)) => return Err(words.not_moved.to_owned()),
        (Some(status), None) => all.push(Observed::Status(status)),
        (None, None) => {}
    }
    Ok(all)
}

/// What was seen of a badge: a kind that the platform gives today, by its id or its name, or none; or that
/// an earlier observation is taken back.
fn badge(
    asked: &str,
    directory: &Directory,
    account: &Account,
    cx: &Context<'_>,
) -> std::result::Result<Observed, String> {
    const NONE: &str = "none";
    match asked {
        NONE => return Ok(Observed::Badge(None)),
        "unknown" => return Ok(Observed::BadgeUnknown),
        _ => {}
    }
    let is_given = |it: &BadgeKind| it.platform == account.platform && it.is_given(cx.today);
    let kinds = || directory.badge_kinds().filter(|(_, kind)| is_given(kind));
    let meant = asked.to_lowercase();
    let is_meant = |kind: &BadgeKind| kind.id == meant || kind.name.to_lowercase() == meant;
    if let Some((index, _)) = kinds().find(|(_, kind)| is_meant(kind)) {
        return Ok(Observed::Badge(Some(index)));
    }
    let known: Vec<&str> = kinds().map(|(_, kind)| kind.id.as_str()).chain([NONE]).collect();
    Err(cx.words.no_such_badge(
        &plain(asked),
        &cx.today.to_string(),
        &plain(&known.join(", ")),
        &plain(directory.platform(account.platform).name()),
    ))
}

/// Tells what is on file now of the account, and where.
fn write(
    command: &ObserveArguments,
    directory: &Directory,
    index: AccountIndex,
    path: &Path,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let account = directory.account(index);
    let file = path.to_string_lossy();
    if command.json {
        let recorded = RecordedJson {
            organisation: json::organisation(directory, account.organisation),
            account: json::account(directory, index, cx.today),
            file: file.into_owned(),
        };
        return json::write(cx.out, &recorded);
    }
    let words = cx.words;
    let mut facts = FactTable::new(Styles::new(cx.styled));
    let platform = directory.platform(account.platform).name();
    facts.heading(&format!("{platform} {}", render::written(directory, index)));
    facts.add(words.cli_owner, &directory.organisation(account.organisation).name);
    if directory.own_observation(index).is_none() {
        facts.sentence(words.forgotten);
    }
    for (label, value) in observation::recorded(words, directory, index) {
        facts.add(label, &value);
    }
    facts.add(words.file, &file);
    facts.write(cx.out)
}
