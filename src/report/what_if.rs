//! What it means to leave platforms: the numbers with their sentences, and a page for a board.

use std::io::{self, Write};

use super::markdown::inline;
use crate::directory::{Date, Directory, OrganisationIndex};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform::PlatformIndex;
use crate::what_if::{Consequence, Outcome, Question};
use crate::words::Words;

/// So many organisations are named.
const NAMED: usize = 20;

/// A number with what it counts.
pub(crate) struct Figure {
    /// What is counted.
    pub(crate) label: &'static str,
    /// How many there are.
    pub(crate) count: usize,
}

/// A question that was thought through.
pub(crate) struct Report<'r> {
    pub(crate) directory: &'r Directory,
    pub(crate) question: &'r Question<'r>,
    pub(crate) outcome: &'r Outcome,
    pub(crate) words: &'static Words,
    pub(crate) today: Date,
}

impl Report<'_> {
    /// What is asked, as a heading.
    pub(crate) fn title(&self) -> String {
        let name = |it: &PlatformIndex| self.directory.platform(*it).name();
        let leave: Vec<&str> = self.question.leave.iter().map(name).collect();
        let leave = leave.join(", ");
        match self.question.move_to {
            Some(to) => self.words.what_if_title_move(&leave, name(&to)),
            None => self.words.what_if_title(&leave),
        }
    }

    /// The numbers, in the order in which they are told.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        let words = self.words;
        let nowhere = || self.outcome.on_no_platform();
        let of = |is: &dyn Fn(&Consequence) -> bool| nowhere().filter(|it| is(it)).count();
        let figure = |label, count| Figure { label, count };
        let affected = &self.outcome.affected;
        let mut figures = vec![
            figure(words.what_if_organisations, self.outcome.organisations),
            figure(words.what_if_affected, affected.len()),
            figure(self.nowhere_label(), nowhere().count()),
        ];
        if nowhere().count() > 0 {
            figures.extend([
                figure(words.what_if_site, of(&|it| it.besides.site)),
                figure(words.what_if_feed, of(&|it| it.besides.feed)),
                figure(words.what_if_phone, of(&|it| it.besides.phone)),
                figure(words.what_if_form, of(&|it| it.besides.form)),
                figure(words.what_if_out_of_reach, of(&Consequence::is_out_of_reach)),
            ]);
        }
        let losing = affected.iter().filter(|it| it.loses_open_account).count();
        figures.push(figure(words.what_if_open, losing));
        if self.question.move_to.is_some() {
            let ahead = affected.iter().filter(|it| it.is_there_already).count();
            figures.push(figure(words.what_if_to_make, affected.len() - ahead));
            figures.push(figure(words.what_if_there_affected, ahead));
            figures.push(figure(words.what_if_there, self.outcome.there_already));
        }
        figures
    }

    /// What those are called that have nothing but what they go to, if they go to anything.
    fn nowhere_label(&self) -> &'static str {
        let words = self.words;
        if self.question.move_to.is_some() { words.what_if_only } else { words.what_if_nowhere }
    }

    /// The heading of the kinds of those.
    pub(crate) fn kinds_heading(&self) -> &'static str {
        let words = self.words;
        let is_move = self.question.move_to.is_some();
        if is_move { words.what_if_only_kinds } else { words.what_if_kinds }
    }

    /// The heading of those that are named.
    pub(crate) fn named_heading(&self) -> &'static str {
        let words = self.words;
        let is_move = self.question.move_to.is_some();
        if is_move { words.what_if_to_make_named } else { words.what_if_named }
    }

    /// Those that are then known on no platform, or must make an account where they go, where there are few enough to
    /// name.
    pub(crate) fn named(&self) -> Vec<String> {
        let is_move = self.question.move_to.is_some();
        let is_meant = |it: &&Consequence| {
            if is_move { !it.is_there_already } else { it.is_on_no_platform() }
        };
        let all = self.outcome.affected.iter().filter(is_meant);
        let all: Vec<OrganisationIndex> = all.map(|it| it.organisation).collect();
        if all.len() > NAMED {
            return Vec::new();
        }
        all.iter().map(|it| self.directory.organisation(*it).name.clone()).collect()
    }

    /// Writes one page of Markdown for a board; `filter` is what was typed to say which organisations are meant.
    pub(crate) fn write(&self, filter: &str, out: &mut dyn Write) -> io::Result<()> {
        let words = self.words;
        writeln!(out, "# {}\n", inline(&self.title()))?;
        let edition = self.directory.header.edition.to_string();
        let about = if filter.is_empty() { words.what_if_all.to_owned() } else { inline(filter) };
        writeln!(out, "{}\n", words.what_if_about(&about, &edition, &self.today.to_string()))?;
        writeln!(out, "| {} | {} |\n| --- | ---: |", words.what_if_what, words.what_if_number)?;
        for Figure { label, count } in self.figures() {
            writeln!(out, "| {label} | {} |", grouped(words, count))?;
        }
        let kinds = self.outcome.kinds_on_no_platform(self.directory);
        if !kinds.is_empty() {
            writeln!(out, "\n## {}\n", self.kinds_heading())?;
            for (kind, count) in kinds {
                let kind = labels::kind(words, kind);
                writeln!(out, "- {kind}: {}", grouped(words, count))?;
            }
        }
        let named = self.named();
        if !named.is_empty() {
            writeln!(out, "\n## {}\n", self.named_heading())?;
            for name in named {
                writeln!(out, "- {}", inline(&name))?;
            }
        }
        writeln!(out, "\n## {}\n\n{}", words.what_if_rules, words.what_if_rule)
    }
}
