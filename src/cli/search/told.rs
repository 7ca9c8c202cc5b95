//! What a question was understood as, before the hits and behind them.

use std::io;

use super::{Found, WIDTH};
use crate::check::{Answer, Checker};
use crate::cli::Context;
use crate::cli::fact_table::FactTable;
use crate::cli::style::{Styles, Tone, plain};
use crate::directory::{Directory, OrganisationIndex};
use crate::messages::numbers::grouped;
use crate::messages::question::{self, PlaceRow};
use crate::messages::verdict;
use crate::search::{Hit, Index, Tier, Understood};
use crate::text::width::width;

/// The most addresses of a question that are judged: a message is for `check`.
const MOST_VERDICTS: usize = 3;

/// The most names of one kind that stand in the table of a place.
const MOST_NAMES: usize = 4;

/// The cells that the kinds in the table of a place take at most, with the space around them.
const KINDS: usize = 24;

/// What stands above all hits.
pub(super) struct Before {
    /// Whether that is anything.
    pub(super) is_any: bool,
    /// Whether it answers the question, so that it needs no hit.
    pub(super) is_answer: bool,
}

/// Writes what stands above all hits: danger first, then what was searched for, then the topic.
pub(super) fn write_before(found: &Found<'_>, cx: &mut Context<'_>) -> io::Result<Before> {
    let Found { directory, index, understood, .. } = *found;
    let styles = Styles::new(cx.styled);
    let urgent = question::urgent(cx.words, directory, understood);
    let mut is_any = !urgent.is_empty();
    let mut is_answer = is_any;
    for line in urgent.iter().flat_map(|line| wrapped(line)) {
        writeln!(cx.out, "{}", styles.bold_in(Tone::Alarm, &line))?;
    }
    for line in verdicts(found, cx) {
        writeln!(cx.out, "{line}")?;
        (is_any, is_answer) = (true, true);
    }
    let searched = question::searched_for(cx.words, directory, understood);
    let which = question::which_of_kind(cx.words, directory, index, understood);
    let place = question::of_place(cx.words, directory, understood);
    for line in searched.iter().chain(&which).chain(&place).flat_map(|line| wrapped(line)) {
        writeln!(cx.out, "{}", styles.dim(&line))?;
        is_any = true;
    }
    is_answer |= which.is_some() || !place.is_empty();
    if understood.asks_if_genuine && !found.hits.is_empty() {
        for line in wrapped(cx.words.question_genuine) {
            writeln!(cx.out, "{}", styles.bold(&line))?;
        }
        (is_any, is_answer) = (true, true);
    }
    let Some(topic) = question::topic(cx.words, directory, index, understood) else {
        return Ok(Before { is_any, is_answer });
    };
    if is_any {
        writeln!(cx.out)?;
    }
    let mut facts = FactTable::new(styles);
    facts.heading(&topic.heading);
    facts.add(cx.words.question_handled_by, &topic.handlers.join(" · "));
    facts.add_some(cx.words.cli_note, topic.note.as_deref());
    for line in topic.hint.iter().chain(&topic.source) {
        facts.sentence(line);
    }
    facts.write(cx.out)?;
    Ok(Before { is_any: true, is_answer: true })
}

/// What addresses and handles in the question are, the first few of them; a listed one that stands alone is the hit,
/// and told as such.
pub(super) fn judged(
    directory: &Directory,
    index: &Index,
    query: &str,
    understood: &Understood,
    hits: &[Hit],
) -> Vec<Answer> {
    let is_listed = hits.first().is_some_and(|hit| !hit.guess && hit.tier == Tier::ExactHandle);
    let is_hit = |text: &str| is_listed && query.trim() == text;
    let checker = Checker::default();
    let asked = understood.addresses.iter().filter(|it| !is_hit(it)).take(MOST_VERDICTS);
    asked.flat_map(|it| checker.answers(directory, index, it, None)).collect()
}

/// What was judged in lines: what is like another is told in its colour.
fn verdicts(found: &Found<'_>, cx: &Context<'_>) -> Vec<String> {
    let directory = found.directory;
    let styles = Styles::new(cx.styled);
    let told = |answer: &Answer| {
        let tone = if answer.verdict.is_imitation() { Tone::Alarm } else { Tone::Plain };
        let label = styles.bold_in(tone, verdict::label(cx.words, directory, answer));
        format!("[{label}] {}", plain(&verdict::headline(cx.words, directory, answer)))
    };
    found.judged.iter().map(told).collect()
}

/// Writes what stands below the hits: the bodies of a place, where nothing else was asked for.
pub(super) fn write_behind(found: &Found<'_>, cx: &mut Context<'_>) -> io::Result<()> {
    let Found { directory, index, understood, .. } = *found;
    let told = question::bodies_of_place(cx.words, directory, index, understood);
    let Some(told) = told else { return Ok(()) };
    writeln!(cx.out)?;
    let mut facts = FactTable::new(Styles::new(cx.styled));
    for (heading, is_perhaps) in [(&told.heading, false), (&told.perhaps, true)] {
        let rows: Vec<&PlaceRow> =
            told.rows.iter().filter(|row| row.is_perhaps == is_perhaps).collect();
        if !rows.is_empty() {
            facts.heading(heading);
        }
        for row in rows {
            facts.add(row.kind, &names(directory, row, cx));
        }
    }
    facts.write(cx.out)
}

/// The names of a row, as many as fit into the line.
fn names(directory: &Directory, row: &PlaceRow, cx: &Context<'_>) -> String {
    let name = |index: &OrganisationIndex| directory.organisation(*index).name.as_str();
    let all: Vec<&str> = row.bodies.iter().map(name).collect();
    let line = |count: usize| {
        let mut line = all.iter().take(count).copied().collect::<Vec<_>>().join(", ");
        let left = all.len().saturating_sub(count);
        if left > 0 {
            line.push_str(", ");
            line.push_str(&cx.words.question_more(&grouped(cx.words, left)));
        }
        line
    };
    let fits = |count: &usize| KINDS + width(&line(*count)) <= WIDTH;
    let count = (1..=all.len().min(MOST_NAMES)).rev().find(fits).unwrap_or(1);
    line(count)
}

/// A sentence in lines that fit, broken between words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
