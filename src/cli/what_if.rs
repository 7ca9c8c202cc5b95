//! `officieel what-if`: what is left where organisations leave platforms.

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
use crate::platform::PlatformIndex;
use crate::report::markdown::inline;
use crate::what_if::{Consequence, Outcome, Question};

/// So many organisations are named; all of them stand in the JSON.
const NAMED: usize = 20;

pub(super) fn run(
    command: &WhatIfArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let filter = list::filter(&command.filter, &directory, cx)?;
    let leave = command.leave.iter().map(|id| load::platform_asked(&directory, Some(id), cx));
    let leave = leave.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect::<Vec<_>>();
    let move_to = load::platform_asked(&directory, command.move_to.as_deref(), cx)?;
    let question = Question { filter: &filter, leave: &leave, move_to };
    let outcome = Outcome::of(&question, &directory, cx.today);
    let told = Told { directory: &directory, question: &question, outcome: &outcome };
    if command.json {
        write_json(cx.out, &told.json())?;
    } else if command.report {
        told.write_report(&command.filter.join(" "), cx)?;
    } else {
        told.write(cx)?;
    }
    Ok(if outcome.affected.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
}

struct Told<'t> {
    directory: &'t Directory,
    question: &'t Question<'t>,
    outcome: &'t Outcome,
}

/// A sentence with its number in it.
struct Figure {
    label: &'static str,
    count: usize,
}

impl Told<'_> {
    fn platforms(&self, all: &[PlatformIndex]) -> String {
        let names = all.iter().map(|it| self.directory.platform(*it).name());
        names.collect::<Vec<_>>().join(", ")
    }

    /// The numbers, in the order in which they are told.
    fn figures(&self, cx: &Context<'_>) -> Vec<Figure> {
        let words = cx.words;
        let nowhere = || self.outcome.on_no_platform();
        let of = |is: &dyn Fn(&Consequence) -> bool| nowhere().filter(|it| is(it)).count();
        let figure = |label, count| Figure { label, count };
        let mut figures = vec![
            figure(words.what_if_organisations, self.outcome.organisations),
            figure(words.what_if_affected, self.outcome.affected.len()),
            figure(words.what_if_nowhere, nowhere().count()),
            figure(words.what_if_site, of(&|it| it.besides.site)),
            figure(words.what_if_feed, of(&|it| it.besides.feed)),
            figure(words.what_if_phone, of(&|it| it.besides.phone)),
            figure(words.what_if_form, of(&|it| it.besides.form)),
            figure(words.what_if_out_of_reach, of(&Consequence::is_out_of_reach)),
            figure(
                words.what_if_open,
                self.outcome.affected.iter().filter(|it| it.loses_open_account).count(),
            ),
        ];
        if self.question.move_to.is_some() {
            figures.push(figure(words.what_if_there, self.outcome.there_already));
            let ahead = self.outcome.affected.iter().filter(|it| it.is_there_already).count();
            figures.push(figure(words.what_if_there_affected, ahead));
        }
        figures
    }

    fn write(&self, cx: &mut Context<'_>) -> Result<()> {
        let styles = Styles::new(cx.styled);
        let mut facts = FactTable::new(styles);
        facts.heading(&self.title(cx));
        for Figure { label, count } in self.figures(cx) {
            facts.add(label, &grouped(cx.words, count));
        }
        let kinds = self.outcome.kinds_on_no_platform(self.directory);
        if !kinds.is_empty() {
            facts.heading(cx.words.what_if_kinds);
            for (kind, count) in kinds {
                facts.add(labels::kind(cx.words, kind), &grouped(cx.words, count));
            }
        }
        facts.write(cx.out)?;
        let named = self.named();
        if !named.is_empty() {
            writeln!(cx.out, "\n{}", styles.bold(cx.words.what_if_named))?;
        }
        for name in named {
            writeln!(cx.out, "  {}", plain(&name))?;
        }
        writeln!(cx.out, "\n{}", styles.dim(cx.words.what_if_rule))?;
        Ok(())
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let leave = self.platforms(self.question.leave);
        match self.question.move_to {
            Some(to) => cx.words.what_if_title_move(&leave, self.directory.platform(to).name()),
            None => cx.words.what_if_title(&leave),
        }
    }

    /// The first of those that are known on no platform any more, where there are few enough to name.
    fn named(&self) -> Vec<String> {
        let all: Vec<OrganisationIndex> =
            self.outcome.on_no_platform().map(|it| it.organisation).collect();
        if all.len() > NAMED {
            return Vec::new();
        }
        all.iter().map(|it| self.directory.organisation(*it).name.clone()).collect()
    }

    /// One page for a board.
    fn write_report(&self, filter: &str, cx: &mut Context<'_>) -> Result<()> {
        let words = cx.words;
        writeln!(cx.out, "# {}\n", inline(&self.title(cx)))?;
        let edition = self.directory.header.edition.to_string();
        let about = if filter.is_empty() { words.what_if_all.to_owned() } else { inline(filter) };
        writeln!(cx.out, "{}\n", words.what_if_about(&about, &edition, &cx.today.to_string()))?;
        writeln!(cx.out, "| {} | {} |\n| --- | ---: |", words.what_if_what, words.what_if_number)?;
        for Figure { label, count } in self.figures(cx) {
            writeln!(cx.out, "| {label} | {} |", grouped(words, count))?;
        }
        let kinds = self.outcome.kinds_on_no_platform(self.directory);
        if !kinds.is_empty() {
            writeln!(cx.out, "\n## {}\n", words.what_if_kinds)?;
            for (kind, count) in kinds {
                let kind = labels::kind(words, kind);
                writeln!(cx.out, "- {kind}: {}", grouped(words, count))?;
            }
        }
        let named = self.named();
        if !named.is_empty() {
            writeln!(cx.out, "\n## {}\n", words.what_if_named)?;
            for name in named {
                writeln!(cx.out, "- {}", inline(&name))?;
            }
        }
        writeln!(cx.out, "\n## {}\n\n{}", words.what_if_rules, words.what_if_rule)?;
        Ok(())
    }

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
