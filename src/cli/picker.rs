//! The screen as a picker: what it starts with, and what is printed of what was picked.

use std::io::{self, IsTerminal, Read};
use std::sync::Arc;

use serde::Serialize;

use super::arguments::{Arguments, PrintChoice, Shared};
use super::error::Result;
use super::style::plain;
use super::{Context, ExitStatus, json, load};
use crate::channel::{self, Asked, Channel, accounts_in_use};
use crate::directory::{Directory, OrganisationIndex};
use crate::filter::{Among, Filter, FilteredWords};
use crate::pick::Pick;
use crate::search::Index;
use crate::tui::Loaded;
use crate::tui::picking::Picking;
use crate::words::Words;

/// No more of standard input is read than this many bytes.
const LARGEST: u64 = 4 << 20;

/// How the screen picks, as the arguments and the streams tell; `None` where Enter opens.
pub(super) fn picking(arguments: &Arguments) -> Option<Picking> {
    let picker = &arguments.picker;
    let is_asked = picker.given().is_some_and(|option| !["--query", "--resume"].contains(&option));
    let is_captured = !io::stdout().is_terminal();
    (is_asked || is_captured).then(|| Picking {
        of_organisations: matches!(picker.print, Some(PrintChoice::Name | PrintChoice::Id)),
        of_accounts: picker.print == Some(PrintChoice::Handle),
        is_multiple: picker.multi,
        marked: Vec::new(),
    })
}

/// What need not be asked on a screen: `--select-1` where one organisation is met, `--exit-0` where none is.
pub(super) fn at_once(
    arguments: &Arguments,
    query: Option<&str>,
    cx: &mut Context<'_>,
) -> Result<Option<ExitStatus>> {
    let picker = &arguments.picker;
    if !picker.select_1 && !picker.exit_0 {
        return Ok(None);
    }
    let directory = load::directory_to_answer(&arguments.shared, cx)?;
    let index = Index::new(&directory);
    let split = Filter::split(query.unwrap_or_default().trim(), &directory);
    let FilteredWords { filter, words } =
        split.map_err(|fault| cx.unusable(&fault.text(cx.words)))?;
    let mut hits = index.search(&directory, &words, usize::MAX).hits;
    hits.retain(|hit| !hit.guess && filter.lets_through(&directory, hit.organisation, cx.today));
    match &hits[..] {
        [] if picker.exit_0 => Ok(Some(ExitStatus::NotFound)),
        [only] if picker.select_1 => {
            let is_of_organisation =
                matches!(picker.print, Some(PrintChoice::Name | PrintChoice::Id));
            let asked = Asked::by(only);
            // Whoever wants a name is not helped by a site, where there is an account.
            let wants_account = picker.print == Some(PrintChoice::Handle) && asked.is_none();
            let mut accounts = accounts_in_use(&directory, only.organisation, cx.today);
            let account = accounts.next().filter(|_| wants_account).map(Channel::Account);
            let preferred = account
                .or_else(|| channel::preferred(&directory, only.organisation, asked, cx.today));
            let pick = match preferred.filter(|_| !is_of_organisation) {
                Some(channel) => Pick::Channel(only.organisation, channel),
                None => Pick::Organisation(only.organisation),
            };
            print(&[pick], picker.print.unwrap_or_default(), &directory, cx)?;
            Ok(Some(ExitStatus::Found))
        }
        _ => Ok(None),
    }
}

/// Whether something comes on standard input that the screen is to start with.
pub(super) fn has_input(shared: &Shared) -> bool {
    !io::stdin().is_terminal() && !shared.directory.as_deref().is_some_and(load::is_stream)
}

/// The directory with what stands on standard input: organisations by their ids, a line each, among which to search,
/// or else a message to be judged.
pub(super) fn with_input(loaded: Loaded, words: &Words) -> io::Result<Loaded> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(LARGEST).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    if text.trim().is_empty() {
        return Ok(loaded);
    }
    match candidates(&text, &loaded.directory) {
        None => Ok(Loaded { message: Some(text.into_owned()), ..loaded }),
        Some((among, unknown)) => {
            let notice = (unknown > 0).then(|| words.pick_unknown_candidates(&unknown.to_string()));
            Ok(Loaded { among: Some(among), notice: notice.or(loaded.notice), ..loaded })
        }
    }
}

/// The organisations that lines name, by their ids before the first tab, and how many lines name none; `None` where
/// they are something else: less than half of them ids.
fn candidates(text: &str, directory: &Directory) -> Option<(Among, usize)> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let ids = lines.map(|line| line.split('\t').next().unwrap_or_default().trim());
    let found: Vec<Option<OrganisationIndex>> =
        ids.map(|id| directory.organisation_by_id(id)).collect();
    let known = found.iter().flatten().count();
    let unknown = found.len() - known;
    (known > unknown).then(|| (Arc::new(found.into_iter().flatten().collect()), unknown))
}

/// A pick as JSON.
#[derive(Serialize)]
struct PickJson<'a> {
    organisation: json::OrganisationBrief<'a>,
    account: Option<json::AccountBrief<'a>>,
    url: Option<&'a str>,
}

/// Prints what was picked, one a line.
pub(super) fn print(
    picks: &[Pick],
    what: PrintChoice,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    for &pick in picks {
        let organisation = pick.organisation();
        let address = pick.address(directory).unwrap_or_default();
        let account = match pick {
            Pick::Channel(_, Channel::Account(account)) => {
                Some(json::account(directory, account, cx.today))
            }
            _ => None,
        };
        let id = directory.organisation(organisation).id.as_str();
        let name = pick.name(directory);
        let handle = pick
            .account(directory)
            .map_or(String::new(), |it| it.written(directory.platform(it.platform)));
        let line = match what {
            PrintChoice::Json => {
                let organisation = json::organisation(directory, organisation);
                let url = Some(&*address).filter(|it| !it.is_empty());
                crate::json::line(cx.out, &PickJson { organisation, account, url })?;
                continue;
            }
            PrintChoice::Url => address.into_owned(),
            PrintChoice::Handle if handle.is_empty() => address.into_owned(),
            PrintChoice::Handle => handle,
            PrintChoice::Name => name.to_owned(),
            PrintChoice::Id => id.to_owned(),
            PrintChoice::Tsv => {
                let platform =
                    pick.account(directory).map(|it| directory.platform(it.platform).id());
                [id, name, platform.unwrap_or_default(), &handle, &address].map(plain).join("\t")
            }
        };
        let line = if what == PrintChoice::Tsv { line } else { plain(&line) };
        writeln!(cx.out, "{line}")?;
    }
    Ok(())
}
