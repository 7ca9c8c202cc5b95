//! `officieel verify`: whether accounts are what the directory says, asked of platforms and sites.

mod json;
pub(super) mod reason;
mod text;

use std::path::Path;

use officieel_online::client::{Client, Settings};
use officieel_online::clock::SystemClock;
use officieel_online::dns::NameServers;
use officieel_online::fetch::{Fetch, Paced};
use officieel_online::verify::{Memory, Verdict, Verification, Verifier};

use super::arguments::{Shared, VerifyArguments};
use super::error::Result;
use super::{Context, ExitStatus, list, load, proposed, review};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::embedded;
use crate::listing;
use crate::replace::{Readers, replace, target};

pub(super) fn run(
    command: &VerifyArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let filter = list::filter(&command.filter, &directory, cx)?;
    let chosen = chosen(&directory, listing::rows(&directory, &filter, cx.today));
    if chosen.is_empty() {
        writeln!(cx.err, "{}", cx.words.list_nothing)?;
        return Ok(ExitStatus::NotFound);
    }
    // What two runs at once learn must both be kept.
    let _held = command.last_run.as_deref().map(|path| review::hold(path, cx)).transpose()?;
    let mut memory = match command.last_run.as_deref().filter(|path| path.exists()) {
        Some(path) => memory(path, cx)?,
        None => Memory::default(),
    };
    if !command.offline {
        writeln!(cx.err, "{}", cx.words.verify_asks(&chosen.len().to_string()))?;
    }
    let found = verify(&directory, &chosen, &memory, command.offline, cx);
    if let Some(path) = &command.proposals {
        let proposals = proposed::verify::proposals(&found, &directory, cx.today);
        proposed::keep(path, proposals, &directory, cx)?;
    }
    if command.json {
        json::write(&directory, &found, cx)?;
    } else {
        text::write(&directory, &found, cx)?;
    }
    if let Some(path) = &command.last_run {
        memory.learn(&found, cx.today);
        keep(path, &memory, cx)?;
    }
    let is_alarm = found.iter().any(|it| !it.alarms.is_empty());
    Ok(if is_alarm { ExitStatus::Imitation } else { ExitStatus::Found })
}

/// The accounts that are in use, by the organisations that own them.
fn chosen(
    directory: &Directory,
    rows: Vec<listing::Row>,
) -> Vec<(OrganisationIndex, Vec<AccountIndex>)> {
    let mut chosen: Vec<(OrganisationIndex, Vec<AccountIndex>)> = Vec::new();
    for row in rows {
        let own = row.account.filter(|&account| {
            let account = directory.account(account);
            account.organisation == row.organisation && !account.status.is_retired()
        });
        let Some(account) = own else { continue };
        match chosen.last_mut() {
            Some((last, accounts)) if *last == row.organisation => accounts.push(account),
            _ => chosen.push((row.organisation, vec![account])),
        }
    }
    chosen
}

pub(super) fn verify(
    directory: &Directory,
    chosen: &[(OrganisationIndex, Vec<AccountIndex>)],
    memory: &Memory,
    is_offline: bool,
    cx: &Context<'_>,
) -> Vec<Verification> {
    let mut settings = Settings::new(env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    settings.languages = directory.header.languages().map(str::to_owned).collect();
    settings.is_offline = is_offline;
    let client = Client::new(settings);
    // Nobody is spared by waiting where nothing is asked.
    let paced = (!is_offline).then(|| Paced::new(&client, SystemClock));
    let fetch: &dyn Fetch = match &paced {
        Some(paced) => paced,
        None => &client,
    };
    let txt = NameServers::of_system(is_offline);
    let suffixes = embedded::suffixes();
    let today = cx.today;
    let verifier = Verifier { directory, suffixes, fetch, txt: &txt, today, memory };
    let all =
        chosen.iter().map(|(organisation, accounts)| verifier.accounts(*organisation, accounts));
    all.flatten().collect()
}

fn memory(path: &Path, cx: &mut Context<'_>) -> Result<Memory> {
    let bytes = load::read(path, cx)?;
    serde_json::from_slice(&bytes).map_err(|_unreadable| {
        let text = cx.words.verify_no_last_run(&load::name_of(path));
        cx.unusable(&text)
    })
}

fn keep(path: &Path, memory: &Memory, cx: &mut Context<'_>) -> Result<()> {
    let mut text = serde_json::to_vec_pretty(memory).map_err(std::io::Error::other)?;
    text.push(b'\n');
    let written = target(path).and_then(|path| replace(&path, &text, Readers::Anyone));
    written.map_err(|error| {
        let text = cx.words.not_written(&load::name_of(path), &error.to_string());
        cx.unusable(&text)
    })
}

/// How many of the accounts came to a verdict.
fn count(found: &[Verification], is_it: impl Fn(&Verdict) -> bool) -> usize {
    found.iter().filter(|it| is_it(&it.verdict)).count()
}
