//! How an organisation is reached, in few lines: website, telephone number, and its accounts in columns.

use super::WIDTH;
use crate::channel::{Channel, channels};
use crate::cli::fact_table::FactTable;
use crate::cli::style::{Styles, plain};
use crate::cli::{Context, render};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::text::width::width;

/// The most accounts that are shown before it is only said how many more there are.
const MOST_ACCOUNTS: usize = 8;

/// The cells that the labels before a value take at most, with the space around them.
const LABELS: usize = 20;

/// The widest column of names: of a longer one, the rest of its line stands further to the right.
const WIDEST_NAME: usize = 28;

/// Writes the channels of an organisation that are in use.
pub(super) fn write(
    facts: &mut FactTable,
    directory: &Directory,
    index: OrganisationIndex,
    cx: &Context<'_>,
) {
    let mut accounts = Vec::new();
    let mut is_any = false;
    for channel in channels(directory, index, cx.today) {
        match channel {
            Channel::Account(account) => accounts.push(account),
            // The form is what the website leads to as well.
            Channel::ContactForm(_) if is_any => {}
            other => {
                is_any = true;
                render::channel(facts, directory, other, cx);
            }
        }
    }
    accounts.retain(|&it| !directory.account(it).status.is_retired());
    let names: Vec<String> = accounts
        .iter()
        .take(MOST_ACCOUNTS)
        .map(|&it| plain(&render::written(directory, it)))
        .collect();
    let column = names.iter().map(|name| width(name)).filter(|it| *it <= WIDEST_NAME).max();
    for (&account, name) in accounts.iter().zip(&names) {
        let line = account_line(directory, account, name, column.unwrap_or_default(), cx);
        let platform = directory.platform(directory.account(account).platform).name();
        facts.add_styled(platform, line);
    }
    let more = accounts.len().saturating_sub(MOST_ACCOUNTS);
    if more > 0 {
        let id = &directory.organisation(index).id;
        facts.add(cx.words.field_handle, &cx.words.cli_more_accounts(&grouped(cx.words, more), id));
    }
    if !is_any && accounts.is_empty() {
        facts.add(cx.words.cli_channels, cx.words.cli_no_channel);
    }
}

/// An account: its name, how sure it is, and as far as there is room since when and what for.
fn account_line(
    directory: &Directory,
    index: AccountIndex,
    name: &str,
    column: usize,
    cx: &Context<'_>,
) -> String {
    let words = cx.words;
    let account = directory.account(index);
    let trust = account.trust(cx.today);
    let word = labels::trust(words, trust);
    let gap = " ".repeat(column.saturating_sub(width(name)) + 2);
    let mut used = LABELS + width(name) + gap.len() + width(word);
    let mut line = format!("{name}{gap}{}", Styles::new(cx.styled).trust(trust, word));
    let seen = account.last_seen().map(|day| words.account_seen(&day.to_string()));
    let purposes = account.purposes.iter().map(|it| labels::purpose(words, *it).to_owned());
    for fact in seen.into_iter().chain(purposes) {
        used += width(&fact) + 2;
        if used > WIDTH {
            break;
        }
        line.push_str(", ");
        line.push_str(&fact);
    }
    line
}
