//! `officieel what-if`: what is left where organisations leave platforms.

use std::collections::HashSet;

use serde::Serialize;

use super::arguments::{Shared, WhatIfArguments};
use super::error::Result;
use super::fact_table::FactTable;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, list, load};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::json::write as write_json;
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::report::what_if::{Figure, Report};
use crate::what_if::{Outcome, Question};

pub(super) fn run(
    command: &WhatIfArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let filter = list::filter(&command.filter, &directory, cx)?;
    let leave = command.leave.iter().map(|id| load::platform_asked(&directory, Some(id), cx));
    let mut leave = leave.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect::<Vec<_>>();
    // A platform may be named twice, by two of its names.
    let mut seen = HashSet::new();
    leave.retain(|platform| seen.insert(*platform));
    let move_to = load::platform_asked(&directory, command.move_to.as_deref(), cx)?;
    if let Some(to) = move_to.filter(|it| leave.contains(it)) {
        let name = directory.platform(to).name();
        return Err(cx.unusable(&cx.words.what_if_same(name)));
    }
    let question = Question { filter: &filter, leave: &leave, move_to };
    let outcome = Outcome::of(&question, &directory, cx.today);
    let report = Report {
        directory: &directory,
        question: &question,
        outcome: &outcome,
        words: cx.words,
        today: cx.today,
    };
    let told = Told { directory: &directory, question: &question, outcome: &outcome };
    if outcome.organisations == 0 && !command.json {
        writeln!(cx.err, "{}", cx.words.list_nothing)?;
    } else if command.json {
        write_json(cx.out, &told.json())?;
    } else if command.report {
        report.write(&command.filter.join(" "), cx.out)?;
    } else {
        write(&report, cx)?;
    }
    Ok(if outcome.affected.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
}

struct Told<'t> {
    directory: &'t Directory,
    question: &'t Question<'t>,
    outcome: &'t Outcome,
}

impl Told<'_> {
    fn json(&self) -> Json<'_> {
        let id = |index: OrganisationIndex| self.directory.organisation(index).id.as_str();
        let account = |it: &AccountIndex| self.directory.account(*it).url.as_str();
        Json {
            leave: self.question.leave.iter().map(|it| self.directory.platform(*it).id()).collect(),
            move_to: self.question.move_to.map(|it| self.directory.platform(it).id()),
            organisations: self.outcome.organisations,
            there_already: self.outcome.there_already,
            affected: self
                .outcome
                .affected
                .iter()
                .map(|it| JsonConsequence {
                    organisation: id(it.organisation),
                    given_up: it.given_up.iter().map(account).collect(),
                    kept: it.kept.iter().map(account).collect(),
                    loses_open_account: it.loses_open_account,
                    site: it.besides.site,
                    feed: it.besides.feed,
                    phone: it.besides.phone,
                    form: it.besides.form,
                    is_there_already: it.is_there_already,
                })
                .collect(),
        }
    }
}

fn write(report: &Report<'_>, cx: &mut Context<'_>) -> Result<()> {
    let styles = Styles::new(cx.styled);
    let mut facts = FactTable::new(styles);
    facts.heading(&report.title());
    for Figure { label, count } in report.figures() {
        facts.add(label, &grouped(cx.words, count));
    }
    let kinds = report.outcome.kinds_on_no_platform(report.directory);
    if !kinds.is_empty() {
        facts.heading(report.kinds_heading());
        for (kind, count) in kinds {
            facts.add(labels::kind(cx.words, kind), &grouped(cx.words, count));
        }
    }
    facts.write(cx.out)?;
    let named = report.named();
    if !named.is_empty() {
        writeln!(cx.out, "\n{}", styles.bold(report.named_heading()))?;
    }
    for name in named {
        writeln!(cx.out, "  {}", plain(&name))?;
    }
    writeln!(cx.out, "\n{}", styles.dim(cx.words.what_if_rule))?;
    Ok(())
}

#[derive(Serialize)]
struct Json<'j> {
    leave: Vec<&'j str>,
    move_to: Option<&'j str>,
    organisations: usize,
    there_already: usize,
    affected: Vec<JsonConsequence<'j>>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own in the JSON")]
struct JsonConsequence<'j> {
    organisation: &'j str,
    given_up: Vec<&'j str>,
    kept: Vec<&'j str>,
    loses_open_account: bool,
    site: bool,
    feed: bool,
    phone: bool,
    form: bool,
    is_there_already: bool,
}
