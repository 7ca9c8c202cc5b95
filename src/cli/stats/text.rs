//! The numbers, for people.

use super::{Told, ToldLine, heading};
use crate::audit::share::Share;
use crate::cli::Context;
use crate::cli::columns::Columns;
use crate::cli::error::Result;
use crate::cli::presence::heads_of_organisations;
use crate::cli::style::{Styles, plain};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::presence::{Presence, Tally};
use crate::report::markdown::inline;
use crate::stats::{Dimension, WithoutAccount};
use crate::text::width::width;

/// So many cells wide is the bar of the time with the most accounts.
const BAR: usize = 30;

/// So many organisations are named of a kind; all of them stand in the JSON.
const NAMED: usize = 10;

impl Told<'_> {
    pub(super) fn write_text(&self, cx: &mut Context<'_>) -> Result<()> {
        let (words, styles) = (cx.words, Styles::new(cx.styled));
        writeln!(cx.out, "{}", styles.bold(&self.title(cx)))?;
        let lines = self.lines();
        for dimension in Dimension::ALL {
            let columns = self.columns(&lines, dimension, cx);
            if let Some(columns) = columns {
                writeln!(cx.out)?;
                columns.write(styles, cx.out)?;
            }
        }
        let ages = self.ages();
        if !ages.is_empty() {
            writeln!(cx.out, "\n{}", styles.bold(words.stats_ages))?;
        }
        let most = ages.iter().map(|it| it.now.in_use()).max().unwrap_or_default();
        for it in ages {
            let now = it.now.in_use();
            let bar = "#".repeat(Share { some: now, all: most }.of_parts(BAR));
            let number = number(now, it.before.map(Tally::in_use), cx);
            writeln!(
                cx.out,
                "{}",
                format!("  {:7}  {bar:BAR$}  {number}", it.told(cx.today)).trim_end()
            )?;
        }
        self.write_without_account(styles, cx)?;
        writeln!(cx.out, "\n{}", styles.dim(words.presence_rule))?;
        Ok(())
    }

    fn write_without_account(&self, styles: Styles, cx: &mut Context<'_>) -> Result<()> {
        let words = cx.words;
        let kinds = self.without_account(cx);
        if !kinds.is_empty() {
            writeln!(cx.out, "\n{}", styles.bold(words.stats_without))?;
        }
        let widest = kinds.iter().map(|(kind, _, _)| width(kind)).max().unwrap_or_default();
        for (kind, count, names) in &kinds {
            let room = " ".repeat(widest - width(kind));
            writeln!(cx.out, "  {kind}{room}  {}", plain(&[count.as_str(), names].concat()))?;
        }
        if !self.stats.unnamed.is_empty() {
            let text = words.stats_unnamed(&grouped(words, self.stats.unnamed.len()));
            writeln!(cx.out, "  {text}")?;
        }
        Ok(())
    }

    pub(super) fn write_markdown(&self, cx: &mut Context<'_>) -> Result<()> {
        let words = cx.words;
        writeln!(cx.out, "# {}", inline(&self.title(cx)))?;
        let lines = self.lines();
        for dimension in Dimension::ALL {
            if let Some(columns) = self.columns(&lines, dimension, cx) {
                match dimension {
                    Dimension::All => writeln!(cx.out)?,
                    _ => writeln!(cx.out, "\n## {}\n", heading(dimension, cx))?,
                }
                columns.write_markdown(cx.out)?;
            }
        }
        let ages = self.ages();
        if !ages.is_empty() {
            writeln!(cx.out, "\n## {}\n", words.stats_ages)?;
            let heads = [words.list_seen, words.presence_accounts];
            let mut columns = Columns::new(&heads, 1);
            for it in ages {
                let before = it.before.map(Tally::in_use);
                columns.add_numbers(&it.told(cx.today), &[number(it.now.in_use(), before, cx)]);
            }
            columns.write_markdown(cx.out)?;
        }
        let kinds = self.without_account(cx);
        if !kinds.is_empty() {
            writeln!(cx.out, "\n## {}\n", words.stats_without)?;
        }
        for (kind, count, names) in kinds {
            writeln!(cx.out, "- {}: {}", inline(&kind), inline(&[count, names].concat()))?;
        }
        if !self.stats.unnamed.is_empty() {
            let text = words.stats_unnamed(&grouped(words, self.stats.unnamed.len()));
            writeln!(cx.out, "\n{text}")?;
        }
        writeln!(cx.out, "\n{}", words.presence_rule)?;
        Ok(())
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let edition = self.directory.header.edition.to_string();
        let today = cx.today.to_string();
        match self.before {
            None => cx.words.stats_title(&edition, &today),
            Some(before) => {
                cx.words.stats_title_against(&before.edition.to_string(), &edition, &today)
            }
        }
    }

    /// The lines of a dimension as a table; `None` where it has none.
    fn columns(
        &self,
        lines: &[ToldLine],
        dimension: Dimension,
        cx: &Context<'_>,
    ) -> Option<Columns> {
        let words = cx.words;
        let mut its = lines.iter().filter(|it| it.of.dimension() == dimension).peekable();
        its.peek()?;
        let [confirmed, aged, reported, in_use, retired, unknown] = heads_of_organisations(cx);
        let name = if dimension == Dimension::All { "" } else { heading(dimension, cx) };
        // On every platform all organisations are looked at.
        let is_of_organisations = dimension <= Dimension::Kind;
        let mut heads = vec![name];
        heads.extend(is_of_organisations.then_some(words.presence_organisations));
        heads.extend([
            confirmed,
            aged,
            reported,
            in_use,
            retired,
            unknown,
            words.presence_accounts,
        ]);
        let mut columns = Columns::new(&heads, 1);
        for it in its {
            let counts = |it: &Presence| {
                let own = it.organisations;
                [
                    it.looked_at(),
                    own.confirmed,
                    own.aged,
                    own.reported,
                    own.in_use(),
                    own.retired,
                    it.unknown,
                    it.accounts.in_use(),
                ]
            };
            let before = it.before.as_ref().map(counts);
            let cell = |(at, now): (usize, usize)| {
                number(now, before.as_ref().and_then(|all| all.get(at).copied()), cx)
            };
            let cells = counts(&it.now).into_iter().enumerate();
            let cells = cells.skip(usize::from(!is_of_organisations)).map(cell);
            let cells: Vec<String> = cells.collect();
            columns.add_numbers(&self.name(&it.of, cx), &cells);
        }
        Some(columns)
    }

    /// The kinds with organisations of which no account is known: the kind, how many of how many, and the names
    /// of few.
    fn without_account(&self, cx: &Context<'_>) -> Vec<(String, String, String)> {
        let words = cx.words;
        let tell = |it: &WithoutAccount| {
            let count = grouped(words, it.organisations.len());
            let text = words.stats_of(&grouped(words, it.of), &count);
            let names = it.organisations.iter();
            let names = names.map(|index| self.directory.organisation(*index).name.as_str());
            let names = names.collect::<Vec<_>>().join(", ");
            let is_named = it.organisations.len() <= NAMED;
            let names = if is_named { format!(": {names}") } else { String::new() };
            (labels::kind(words, it.kind).to_owned(), text, names)
        };
        self.stats.without_account.iter().map(tell).collect()
    }
}

/// A number, with how many more or fewer that are than before.
fn number(now: usize, before: Option<usize>, cx: &Context<'_>) -> String {
    let now_told = grouped(cx.words, now);
    match before {
        Some(before) if now > before => {
            format!("{now_told} (+{})", grouped(cx.words, now - before))
        }
        Some(before) if now < before => {
            format!("{now_told} (-{})", grouped(cx.words, before - now))
        }
        _ => now_told,
    }
}
