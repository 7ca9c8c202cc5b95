//! `officieel search`: find organisations, best first.

use std::io;

use serde::Serialize;

use super::arguments::{SearchArguments, Shared};
use super::style::{Styles, plain};
use super::{Outcome, Surroundings, json, lines, subject};
use crate::channel;
use crate::directory::Directory;
use crate::search::{Field, Hit, Index};
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
) -> io::Result<Outcome> {
    let Some(directory) = subject::load(shared, to)? else {
        return Ok(Outcome::Unusable);
    };
    let query = command.query.join(" ");
    let index = Index::new(&directory);
    let hits = index.search(&directory, &query);
    let limit = if command.limit == 0 {
        hits.len()
    } else {
        command.limit
    };
    let shown: Vec<&Hit> = hits.iter().take(limit).collect();
    if command.json {
        let hits: Vec<HitJson<'_>> = shown
            .iter()
            .map(|hit| as_json(&directory, &index, &query, hit, to))
            .collect();
        json::write(to.out, &hits)?;
    } else {
        let mut guessing = false;
        for hit in &shown {
            if hit.guess && !guessing {
                guessing = true;
                writeln!(to.out, "{}", to.words.cli_did_you_mean)?;
            }
            write_hit(&directory, &index, &query, hit, to)?;
        }
        if hits.len() > shown.len() {
            let more = (hits.len() - shown.len()).to_string();
            let text = fill(to.words.cli_more_hits, &[("count", &more)]);
            writeln!(to.out, "{}", Styles::new(to.styled).dim(&text))?;
        }
    }
    if hits.is_empty() {
        if !command.json {
            let query = plain(&query);
            writeln!(
                to.err,
                "{}",
                fill(to.words.cli_nothing_found, &[("query", &query)])
            )?;
        }
        return Ok(Outcome::NotFound);
    }
    Ok(Outcome::Found)
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
        account: hit
            .account
            .map(|account| json::account(directory, account, to.today)),
        matched: MatchedJson {
            field: matched.field.id(),
            text: matched.text,
        },
        guess: hit.guess,
    }
}

fn write_hit(
    directory: &Directory,
    index: &Index,
    query: &str,
    hit: &Hit,
    to: &mut Surroundings<'_>,
) -> io::Result<()> {
    let styles = Styles::new(to.styled);
    let it = directory.organisation(hit.organisation);
    let mut about = lines::about(directory, hit.organisation, to);
    if !matches!(hit.field, Field::Name | Field::Abbreviation) && hit.account.is_none() {
        let matched = index.matched(directory, query, hit);
        about.push_str("; ");
        about.push_str(labels::field(to.words, matched.field));
        about.push(' ');
        about.push_str(&matched.text);
    }
    writeln!(to.out, "{}  {}", styles.bold(&it.name), styles.dim(&about))?;
    let best = channel::preferred(directory, hit.organisation, hit.account, to.today);
    let line = match best {
        Some(best) => lines::channel(directory, best, to),
        None => styles.dim(to.words.cli_no_channel),
    };
    writeln!(to.out, "    {line}")
}
