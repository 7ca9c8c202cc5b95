//! `officieel search`: find organisations, best first.

mod channels;

use serde::Serialize;

use super::arguments::{SearchArguments, Shared};
use super::error::Result;
use super::fact_table::FactTable;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load, render};
use crate::channel::{self, Asked};
use crate::directory::{Directory, OrganisationIndex, ServiceIndex};
use crate::messages::labels;
use crate::search::{self, Answer, Field, Hit, Index};
use crate::text::width::width;

/// The cells that a line should fit into.
const WIDTH: usize = 80;

/// One hit, as JSON.
#[derive(Serialize)]
struct HitJson<'a> {
    organisation: json::OrganisationBrief<'a>,
    /// The account that matched, if one did.
    account: Option<json::AccountBrief<'a>>,
    /// The service that matched, if one did.
    service: Option<json::ServiceFull<'a>>,
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
        service: hit.service().map(|service| json::service(directory, service)),
        matched: MatchedJson { field: matched.field.id(), text: matched.text },
        guess: hit.guess,
    }
}

/// The hits as text, each with the ways to reach it.
fn write(
    directory: &Directory,
    index: &Index,
    query: &str,
    hits: &[Hit],
    cx: &Context<'_>,
) -> FactTable {
    let mut facts = FactTable::new(Styles::new(cx.styled));
    for hit in hits {
        if let Some(service) = hit.service().filter(|_| !hit.guess) {
            write_service(&mut facts, directory, service, cx);
        }
        heading(&mut facts, directory, hit.organisation, cx);
        let successor = directory.organisation(hit.organisation).successor;
        let successor = successor.map(|o| directory.organisation(o).name.as_str());
        facts.add_some(cx.words.cli_successor, successor);
        if hit.guess {
            facts.add(cx.words.row_guess, cx.words.cli_guess);
        }
        let is_plain = matches!(hit.field, Field::Name | Field::Abbreviation | Field::Website)
            || (hit.field == Field::Service && !hit.guess);
        if !is_plain && hit.account.is_none() {
            let matched = index.matched(directory, query, hit);
            facts.add(labels::field(cx.words, matched.field), &matched.text);
        }
        if is_meant(hit, hits) {
            channels::write(&mut facts, directory, hit.organisation, cx);
            continue;
        }
        let asked = hit.account.map(Asked::Account);
        match channel::preferred(directory, hit.organisation, asked, cx.today) {
            Some(best) => render::channel(&mut facts, directory, best, cx),
            None => facts.add(cx.words.cli_channels, cx.words.cli_no_channel),
        }
    }
    facts
}

/// Whether the organisation itself was asked for, as far as can be told: then all its ways are worth their
/// lines. It is the best hit, or is met by its name as strictly as that.
fn is_meant(hit: &Hit, hits: &[Hit]) -> bool {
    let is_named =
        matches!(hit.field, Field::Name | Field::Abbreviation | Field::Alias | Field::Service);
    let is_best = hits.first() == Some(hit);
    let is_as_good = is_named && hits.first().is_some_and(|best| best.tier == hit.tier);
    !hit.guess && hit.account.is_none() && (is_best || is_as_good)
}

/// The name with the kind beside it, and with the body that it falls under where there is room for that; else
/// that stands below.
fn heading(
    facts: &mut FactTable,
    directory: &Directory,
    index: OrganisationIndex,
    cx: &Context<'_>,
) {
    let it = directory.organisation(index);
    let mut beside = vec![labels::kind(cx.words, it.kind).to_owned()];
    beside.extend(it.ended.map(|day| cx.words.panel_ended(&day.to_string())));
    let mut below = it.parent.map(|parent| directory.organisation(parent).name.as_str());
    let used = |beside: &[String]| {
        let parts = beside.iter().map(|part| width(&plain(part)) + 2);
        width(&plain(&it.name)) + parts.sum::<usize>()
    };
    let whole = |parent: &&str| used(&beside) + width(&plain(parent)) + 2 <= WIDTH;
    if let Some(parent) = below.take_if(|parent| whole(parent)) {
        beside.insert(1, parent.to_owned());
    }
    let styles = Styles::new(cx.styled);
    facts.heading_styled(format!("{}  {}", styles.bold(&it.name), styles.dim(&beside.join(", "))));
    facts.add_some(cx.words.cli_parent, below);
}

/// A service that was asked for: what it is, and how it is reached.
fn write_service(
    facts: &mut FactTable,
    directory: &Directory,
    index: ServiceIndex,
    cx: &Context<'_>,
) {
    let it = directory.service(index);
    let styles = Styles::new(cx.styled);
    let kind =
        if it.is_government { cx.words.field_service } else { cx.words.service_not_government };
    facts.heading_styled(format!("{}  {}", styles.bold(&it.name), styles.dim(kind)));
    facts.add(cx.words.cli_what, &it.text);
    for channel in channel::of_service(directory, index) {
        render::channel(facts, directory, channel, cx);
    }
    facts.add_some(cx.words.cli_note, it.note.as_deref());
}
