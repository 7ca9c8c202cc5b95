//! `officieel search`: find organisations, best first, and say what the question was understood as.

mod as_json;
mod channels;
mod filter;
mod told;

use super::arguments::{SearchArguments, Shared};
use super::error::Result;
use super::fact_table::FactTable;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load, open, render};
use crate::channel::{self, Asked};
use crate::check;
use crate::directory::{Date, Directory, OrganisationIndex, ServiceIndex};
use crate::messages::{labels, question};
use crate::search::{self, Answer, Field, First, Hit, Index, Understood};
use crate::text::width::width;
use filter::Filter;

/// The cells that a line should fit into.
const WIDTH: usize = 80;

/// What was asked, and what was found.
struct Found<'f> {
    directory: &'f Directory,
    index: &'f Index,
    query: &'f str,
    /// The question as it is told to have met nothing.
    typed: &'f str,
    understood: &'f Understood,
    /// How many more may be met, of which the province is not known.
    unknown: usize,
    hits: &'f [Hit],
    total: usize,
    /// What the addresses and handles in the question are.
    judged: &'f [check::Answer],
}

pub(super) fn run(
    command: &SearchArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory_to_answer(shared, cx)?;
    let (filter, query) = Filter::read(command, &directory, cx)?;
    let index = Index::new(&directory);
    let limit = if command.limit == 0 { usize::MAX } else { command.limit };
    let (understood, Answer { hits, total }, unknown) =
        answer(&directory, &index, &query, limit, &filter, cx.today);
    let typed = command.query.join(" ");
    let judged = told::judged(&directory, &index, &query, &understood, &hits);
    let found = Found {
        directory: &directory,
        index: &index,
        query: &query,
        typed: if query.is_empty() { &typed } else { &query },
        understood: &understood,
        unknown,
        hits: &hits,
        total,
        judged: &judged,
    };
    if command.json {
        json::write(cx.out, &as_json::reply(&found, cx.today))?;
    } else {
        found.write(cx)?;
    }
    Ok(if judged.iter().any(|it| it.verdict.is_imitation()) {
        ExitStatus::Imitation
    } else if found.is_met() || found.is_told() {
        ExitStatus::Found
    } else {
        ExitStatus::NotFound
    })
}

/// What a query was understood as, and what it meets of what the filter lets through.
fn answer(
    directory: &Directory,
    index: &Index,
    query: &str,
    limit: usize,
    filter: &Filter,
    today: Date,
) -> (Understood, Answer, usize) {
    if filter.is_empty() {
        let First { answer, is_whole, understood } = index.first(directory, query, limit);
        let whole = (!is_whole).then(|| index.rest(directory, query, limit, &|| false)).flatten();
        return (understood, whole.unwrap_or(answer), 0);
    }
    let understood = index.understand(directory, query);
    let mut hits = index.search(directory, query, usize::MAX).hits;
    let others = filter.without_province().filter(|it| !it.is_empty() || !query.is_empty());
    let is_unknown = |hit: &&Hit| {
        let lies = directory.organisation(hit.organisation).province.is_some();
        let passes = |it: &Filter| it.lets_through(directory, hit.organisation, today);
        !lies && !hit.guess && others.as_ref().is_some_and(passes)
    };
    let unknown = hits.iter().filter(is_unknown).count();
    hits.retain(|hit| filter.lets_through(directory, hit.organisation, today));
    let total = hits.len();
    hits.truncate(limit);
    (understood, Answer { hits, total }, unknown)
}

/// Writes what a question is understood as, whatever is found; whether that answers it.
pub(super) fn write_understood(
    directory: &Directory,
    index: &Index,
    query: &str,
    understood: &Understood,
    cx: &mut Context<'_>,
) -> std::io::Result<bool> {
    let found = Found {
        directory,
        index,
        query,
        typed: query,
        understood,
        unknown: 0,
        hits: &[],
        total: 0,
        judged: &[],
    };
    Ok(told::write_before(&found, cx)?.is_answer)
}

impl Found<'_> {
    /// A guess at mistyped words is an answer of sorts; a guess at an account is none.
    fn is_met(&self) -> bool {
        let is_answer =
            |hit: &Hit| !hit.guess || !search::names_an_account(self.directory, self.query);
        self.hits.first().is_some_and(is_answer)
    }

    /// Whether the question itself is answered, without any organisation.
    fn is_told(&self) -> bool {
        self.understood.topic.is_some()
            || self.understood.is_emergency
            || !self.understood.services.is_empty()
    }

    fn write(&self, cx: &mut Context<'_>) -> Result<()> {
        let before = told::write_before(self, cx)?;
        if self.hits.first().is_some_and(|hit| hit.guess) {
            // On the error output, so that a program reading the hits finds hits only.
            if !self.is_met() && !before.is_answer {
                writeln!(cx.err, "{}", load::nothing_found(cx.words, self.directory, self.typed))?;
            }
            writeln!(cx.err, "{}", cx.words.cli_did_you_mean)?;
        }
        let facts = write(self, cx);
        if before.is_any && !facts.is_empty() {
            writeln!(cx.out)?;
        }
        facts.write(cx.out)?;
        if self.total > self.hits.len() {
            let more = (self.total - self.hits.len()).to_string();
            let text = cx.words.cli_more_hits(&more);
            writeln!(cx.out, "\n{}", Styles::new(cx.styled).dim(&text))?;
        }
        told::write_behind(self, cx)?;
        if let Some(text) = question::of_unknown_province(cx.words, self.unknown) {
            writeln!(cx.out, "{}", Styles::new(cx.styled).dim(&text))?;
        }
        if self.hits.is_empty() && !self.is_told() && !before.is_answer {
            writeln!(cx.err, "{}", load::nothing_found(cx.words, self.directory, self.typed))?;
        }
        Ok(())
    }
}

/// The hits as text, each with the ways to reach it.
fn write(found: &Found<'_>, cx: &Context<'_>) -> FactTable {
    let Found { directory, index, query, hits, understood, .. } = *found;
    let mut facts = FactTable::new(Styles::new(cx.styled));
    let names_nobody = !hits.iter().any(|hit| hit.service().is_some());
    for &service in understood.services.iter().filter(|_| names_nobody) {
        // One that nobody in the directory answers for, which no hit can stand for.
        if directory.service(service).organisation.is_none() {
            write_service(&mut facts, directory, service, cx);
        }
    }
    for hit in hits {
        if let Some(service) = hit.service().filter(|_| !hit.guess) {
            write_service(&mut facts, directory, service, cx);
        }
        heading(&mut facts, directory, hit.organisation, cx);
        let successor = directory.organisation(hit.organisation).successor;
        let successor = successor.map(|o| directory.organisation(o).name.as_str());
        facts.add_some(cx.words.cli_successor, successor);
        if hit.guess {
            facts.add(cx.words.row_guess, guess(hit, cx));
        }
        let is_plain = matches!(hit.field, Field::Name | Field::Abbreviation | Field::Website)
            || (hit.field == Field::Service && !hit.guess);
        if !is_plain && hit.account.is_none() {
            let matched = index.matched(directory, query, hit);
            facts.add(labels::field(cx.words, matched.field), &matched.text);
        }
        let mut on_platform = None;
        if let Some(platform) = understood.platform {
            let known = question::on_the_platform(
                cx.words,
                directory,
                hit.organisation,
                platform,
                cx.today,
            );
            // Where the account stands below, it is told once.
            on_platform = open::choose(directory, hit, Some(platform), cx.today);
            if on_platform.is_none() || is_meant(hit, hits) || known.contains(", ") {
                facts.add(directory.platform(platform).name(), &known);
            }
        }
        if is_meant(hit, hits) {
            channels::write(&mut facts, directory, hit.organisation, cx);
            continue;
        }
        let asked = hit.account.map(Asked::Account);
        let preferred = || channel::preferred(directory, hit.organisation, asked, cx.today);
        match on_platform.or_else(preferred) {
            Some(best) => render::channel(&mut facts, directory, best, cx),
            None => facts.add(cx.words.cli_channels, cx.words.cli_no_channel),
        }
    }
    facts
}

/// Why a hit is only a guess.
fn guess(hit: &Hit, cx: &Context<'_>) -> &'static str {
    match hit.field {
        Field::Province => cx.words.cli_guess_province,
        Field::Topic => cx.words.cli_guess_topic,
        _ if hit.tier.is_guess() => cx.words.cli_guess,
        _ => cx.words.cli_guess_some_words,
    }
}

/// Whether the organisation itself was asked for, as far as can be told: then all its ways are worth their
/// lines. It is the best hit, or is met by its name as strictly as that.
fn is_meant(hit: &Hit, hits: &[Hit]) -> bool {
    let is_named = matches!(
        hit.field,
        Field::Name | Field::Abbreviation | Field::Alias | Field::Service | Field::Topic
    );
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
