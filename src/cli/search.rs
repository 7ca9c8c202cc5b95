//! `officieel search`: find organisations, best first.

use serde::Serialize;

use super::arguments::{SearchArguments, Shared};
use super::error::Result;
use super::facts::Facts;
use super::style::{Styles, plain};
use super::{Outcome, Surroundings, json, lines, subject};
use crate::channel;
use crate::directory::Directory;
use crate::search::{self, Answer, Field, Hit, Index};
use crate::words::{fill, labels};

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
    to: &mut Surroundings<'_>,
) -> Result<Outcome> {
    let directory = subject::load_to_answer(shared, to)?;
    let query = command.query.join(" ");
    let index = Index::new(&directory);
    let limit = if command.limit == 0 { usize::MAX } else { command.limit };
    let Answer { hits, total } = index.search(&directory, &query, limit);
    // A guess at mistyped words is an answer of sorts; a guess at an account is none.
    let is_met =
        hits.first().is_some_and(|hit| !hit.guess || !search::names_an_account(&directory, &query));
    if command.json {
        let hits: Vec<HitJson<'_>> =
            hits.iter().map(|hit| as_json(&directory, &index, &query, hit, to)).collect();
        json::write(to.out, &hits)?;
    } else {
        if hits.first().is_some_and(|hit| hit.guess) {
            // On the error output, so that a program reading the hits finds hits only.
            if !is_met {
                writeln!(to.err, "{}", nothing_found(&query, to))?;
            }
            writeln!(to.err, "{}", to.words.cli_did_you_mean)?;
        }
        write(&directory, &index, &query, &hits, to).write(to.out)?;
        if total > hits.len() {
            let more = (total - hits.len()).to_string();
            let text = fill(to.words.cli_more_hits, &[("count", &more)]);
            writeln!(to.out, "\n{}", Styles::new(to.styled).dim(&text))?;
        }
    }
    if hits.is_empty() && !command.json {
        writeln!(to.err, "{}", nothing_found(&query, to))?;
    }
    Ok(if is_met { Outcome::Found } else { Outcome::NotFound })
}

fn nothing_found(query: &str, to: &Surroundings<'_>) -> String {
    fill(to.words.cli_nothing_found, &[("query", &plain(query))])
}

fn as_json<'a>(
    directory: &'a Directory,
    index: &Index,
    query: &str,
    hit: &Hit,
    to: &Surroundings<'_>,
) -> HitJson<'a> {
    let matched = index.matched(directory, query, hit);
    HitJson {
        organisation: json::organisation(directory, hit.organisation),
        account: hit.account.map(|account| json::account(directory, account, to.today)),
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
    to: &Surroundings<'_>,
) -> Facts {
    let mut facts = Facts::new(Styles::new(to.styled));
    for hit in hits {
        facts.heading(&directory.organisation(hit.organisation).name);
        facts.add(to.words.cli_kind, &lines::about(directory, hit.organisation, to));
        let successor = directory.organisation(hit.organisation).successor;
        let successor = successor.map(|o| directory.organisation(o).name.as_str());
        facts.add_some(to.words.cli_successor, successor);
        if hit.guess {
            facts.add(to.words.row_guess, to.words.cli_guess);
        }
        let is_plain = matches!(hit.field, Field::Name | Field::Abbreviation | Field::Website);
        if !is_plain && hit.account.is_none() {
            let matched = index.matched(directory, query, hit);
            facts.add(labels::field(to.words, matched.field), &matched.text);
        }
        match channel::preferred(directory, hit.organisation, hit.account, to.today) {
            Some(best) => lines::channel(&mut facts, directory, best, to),
            None => facts.add(to.words.cli_channels, to.words.cli_no_channel),
        }
    }
    facts
}
