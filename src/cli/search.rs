//! `officieel search`: find organisations, best first.

use serde::Serialize;

use super::arguments::{SearchArguments, Shared};
use super::error::Result;
use super::fact_table::FactTable;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load, render};
use crate::channel;
use crate::directory::Directory;
use crate::messages::labels;
use crate::search::{self, Answer, Field, Hit, Index};

/// One hit, as JSON.
#[derive(Serialize)]
struct HitJson<'a> {
    organisation: json::OrganisationBrief<'a>,
    /// The account that matched, if one did.
    account: Option<json::AccountBrief<'a>>,
    matched: MatchedJson,
    /// Whether the hit is only a guess at what was meant.
    guess: bool,
}

#[derive(Serialize)]
struct MatchedJson {
    field: &'static str,
    text: String,
}

pub(super) fn run(
    command: &SearchArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory_to_answer(shared, cx)?;
    let query = command.query.join(" ");
    let index = Index::new(&directory);
    let limit = if command.limit == 0 { usize::MAX } else { command.limit };
    let Answer { hits, total } = index.search(&directory, &query, limit);
    // A guess at mistyped words is an answer of sorts; a guess at an account is none.
    let is_met =
        hits.first().is_some_and(|hit| !hit.guess || !search::names_an_account(&directory, &query));
    if command.json {
        let hits: Vec<HitJson<'_>> =
            hits.iter().map(|hit| as_json(&directory, &index, &query, hit, cx)).collect();
        json::write(cx.out, &hits)?;
    } else {
        if hits.first().is_some_and(|hit| hit.guess) {
            // On the error output, so that a program reading the hits finds hits only.
            if !is_met {
                writeln!(cx.err, "{}", nothing_found(&query, cx))?;
            }
            writeln!(cx.err, "{}", cx.words.cli_did_you_mean)?;
        }
        write(&directory, &index, &query, &hits, cx).write(cx.out)?;
        if total > hits.len() {
            let more = (total - hits.len()).to_string();
            let text = cx.words.cli_more_hits(&more);
            writeln!(cx.out, "\n{}", Styles::new(cx.styled).dim(&text))?;
        }
    }
    if hits.is_empty() && !command.json {
        writeln!(cx.err, "{}", nothing_found(&query, cx))?;
    }
    Ok(if is_met { ExitStatus::Found } else { ExitStatus::NotFound })
}

fn nothing_found(query: &str, cx: &Context<'_>) -> String {
    cx.words.cli_nothing_found(&plain(query))
}

fn as_json<'a>(
    directory: &'a Directory,
    index: &Index,
    query: &str,
    hit: &Hit,
    cx: &Context<'_>,
) -> HitJson<'a> {
    let matched = index.matched(directory, query, hit);
    HitJson {
        organisation: json::organisation(directory, hit.organisation),
        account: hit.account.map(|account| json::account(directory, account, cx.today)),
        matched: MatchedJson { field: matched.field.id(), text: matched.text },
        guess: hit.guess,
    }
}

/// The hits as text: one after the other, each with the channel to go to.
fn write(
    directory: &Directory,
    index: &Index,
    query: &str,
    hits: &[Hit],
    cx: &Context<'_>,
) -> FactTable {
    let mut facts = FactTable::new(Styles::new(cx.styled));
    for hit in hits {
        facts.heading(&directory.organisation(hit.organisation).name);
        facts.add(cx.words.cli_kind, &render::about(directory, hit.organisation, cx));
        let successor = directory.organisation(hit.organisation).successor;
        let successor = successor.map(|o| directory.organisation(o).name.as_str());
        facts.add_some(cx.words.cli_successor, successor);
        if hit.guess {
            facts.add(cx.words.row_guess, cx.words.cli_guess);
        }
        let is_plain = matches!(hit.field, Field::Name | Field::Abbreviation | Field::Website);
        if !is_plain && hit.account.is_none() {
            let matched = index.matched(directory, query, hit);
            facts.add(labels::field(cx.words, matched.field), &matched.text);
        }
        match channel::preferred(directory, hit.organisation, hit.account, cx.today) {
            Some(best) => render::channel(&mut facts, directory, best, cx),
            None => facts.add(cx.words.cli_channels, cx.words.cli_no_channel),
        }
    }
    facts
}
