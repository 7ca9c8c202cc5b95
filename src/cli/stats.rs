//! `officieel stats`: how much of whom is known.

mod json;
mod text;

use std::path::Path;

use super::arguments::{NumbersFormat, Shared, StatsArguments};
use super::diff::edition;
use super::error::Result;
use super::presence::{HEADS, cells};
use super::style::plain;
use super::{Context, ExitStatus, list, load};
use crate::directory::{Date, Directory};
use crate::json::write as write_json;
use crate::messages::labels;
use crate::presence::{Presence, Tally};
use crate::report::csv::{guarded, of_system, writer};
use crate::stats::{Age, Category, Delta, Dimension, Line, Stats};

pub(super) fn run(
    command: &StatsArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let in_use = shared.directory.as_deref();
    let is_stream = |path: Option<&Path>| path.is_some_and(load::is_stream);
    if is_stream(command.against.as_deref()) && is_stream(in_use) {
        return Err(cx.unusable(cx.words.input_twice));
    }
    // Two editions are compared as they were published, without what anybody observed.
    let (directory, old) = match &command.against {
        None => (load::directory(shared, cx)?, None),
        Some(path) => (edition(in_use, shared, cx)?, Some(edition(Some(path), shared, cx)?)),
    };
    let filter = list::filter(&command.filter, &directory, cx)?;
    let stats = Stats::of(&directory, &filter, cx.today);
    let before = match &old {
        None => None,
        Some(old) => {
            let filter = list::filter(&command.filter, old, cx)?;
            Some(Before {
                edition: old.header.edition,
                directory: old,
                stats: Stats::of(old, &filter, cx.today),
            })
        }
    };
    let told = Told { directory: &directory, stats: &stats, before: before.as_ref() };
    let is_empty = stats.line(&Category::All).is_none_or(|all| all.looked_at() == 0);
    match command.format {
        NumbersFormat::Text if is_empty => writeln!(cx.err, "{}", cx.words.list_nothing)?,
        NumbersFormat::Text => told.write_text(cx)?,
        NumbersFormat::Csv => told.write_csv(command.delimiter, cx)?,
        NumbersFormat::Json => {
            let json = told.json(cx);
            write_json(cx.out, &json)?;
        }
        NumbersFormat::Markdown => told.write_markdown(cx)?,
    }
    Ok(if is_empty { ExitStatus::NotFound } else { ExitStatus::Found })
}

/// The edition that is compared with.
struct Before<'t> {
    edition: Date,
    directory: &'t Directory,
    stats: Stats,
}

struct Told<'t> {
    directory: &'t Directory,
    stats: &'t Stats,
    before: Option<&'t Before<'t>>,
}

/// A category with its numbers, now and before; nothing before where nothing is compared.
struct ToldLine {
    of: Category,
    now: Presence,
    before: Option<Presence>,
}

/// Accounts by the age of their evidence, now and before.
struct ToldAge {
    year: u16,
    month: Option<u8>,
    now: Tally,
    before: Option<Tally>,
}

impl ToldAge {
    /// [`ToldAge::name`] for people, who see months of this year beside it.
    fn told(&self, today: Date) -> String {
        match self.month {
            None if self.year == today.year() => format!("{}-??", self.year),
            _ => self.name(),
        }
    }

    /// The year, with the month where there is one.
    fn name(&self) -> String {
        let year = self.year;
        self.month.map_or_else(|| year.to_string(), |month| format!("{year}-{month:02}"))
    }
}

impl Told<'_> {
    /// All lines, those of one dimension after the other.
    fn lines(&self) -> Vec<ToldLine> {
        match self.before {
            None => {
                let line = |Line { of, presence }: &Line| ToldLine {
                    of: of.clone(),
                    now: *presence,
                    before: None,
                };
                self.stats.lines.iter().map(line).collect()
            }
            Some(before) => {
                let deltas = self.stats.since(&before.stats).into_iter();
                let line = |it: Delta| ToldLine { of: it.of, now: it.now, before: Some(it.before) };
                deltas.map(line).collect()
            }
        }
    }

    /// The ages of evidence, the newest first; those that only the earlier edition has come last.
    fn ages(&self) -> Vec<ToldAge> {
        let before = self.before.map(|it| &it.stats.ages[..]);
        let find = |all: &[Age], age: &Age| {
            let is_it = |it: &&Age| (it.year, it.month) == (age.year, age.month);
            all.iter().find(is_it).map(|it| it.accounts)
        };
        let told =
            |age: &Age, now, before| ToldAge { year: age.year, month: age.month, now, before };
        let of_now = self.stats.ages.iter().map(|age| {
            let before = before.map(|all| find(all, age).unwrap_or_default());
            told(age, age.accounts, before)
        });
        let gone = before.unwrap_or_default().iter();
        let gone = gone.filter(|age| find(&self.stats.ages, age).is_none());
        of_now.chain(gone.map(|age| told(age, Tally::default(), Some(age.accounts)))).collect()
    }

    /// What a category is called.
    fn name(&self, of: &Category, cx: &Context<'_>) -> String {
        let platform = |directory: &Directory, id: &str| {
            let index = directory.platforms.by_id(id)?;
            Some(directory.platform(index).name().to_owned())
        };
        match of {
            Category::All => cx.words.stats_all.to_owned(),
            Category::Kind(kind) => labels::kind(cx.words, *kind).to_owned(),
            Category::Platform(id) => platform(self.directory, id)
                .or_else(|| platform(self.before?.directory, id))
                .unwrap_or_else(|| id.clone()),
            Category::Owner(name) => name.clone(),
            Category::Country(Some(code)) => code.clone(),
            Category::Country(None) => cx.words.stats_each_server.to_owned(),
        }
    }

    fn write_csv(&self, delimiter: u8, cx: &mut Context<'_>) -> Result<()> {
        let names: Vec<Vec<String>> = self
            .lines()
            .iter()
            .map(|it| {
                let known = |it: &Presence| cells(it).map(|count| count.to_string()).to_vec();
                let dimension = it.of.dimension();
                let id = it.of.id().to_owned();
                let first = vec![dimension.id().to_owned(), id, self.name(&it.of, cx)];
                let before = it.before.iter().flat_map(known).collect();
                [first, known(&it.now), before].concat()
            })
            .collect();
        // Of accounts by age nothing is said of organisations, and none is retired.
        let tally = |it: &Tally| {
            let mut cells = vec![String::new(); 5];
            let counts = [it.confirmed, it.aged, it.reported, it.retired];
            cells.extend(counts.map(|count| count.to_string()));
            cells
        };
        let ages = self.ages().into_iter().map(|it| {
            let first = vec!["evidence".to_owned(), it.name(), it.name()];
            [first, tally(&it.now), it.before.iter().flat_map(tally).collect()].concat()
        });
        let rows: Vec<Vec<String>> = names.into_iter().chain(ages).collect();
        let before = HEADS.map(|head| format!("{head}_before"));
        let before = before.iter().filter(|_| self.before.is_some()).map(String::as_str);
        let mut writer = writer(delimiter, &mut *cx.out)?;
        let heads = ["dimension", "id", "name"].into_iter().chain(HEADS).chain(before);
        writer.write_record(heads).map_err(of_system)?;
        for row in rows {
            let row = row.iter().map(|cell| guarded(&plain(cell)));
            writer.write_record(row).map_err(of_system)?;
        }
        writer.flush()?;
        Ok(())
    }
}

/// What stands above the lines of a dimension.
fn heading(dimension: Dimension, cx: &Context<'_>) -> &'static str {
    match dimension {
        Dimension::All => cx.words.stats_all,
        Dimension::Kind => cx.words.list_kind,
        Dimension::Platform => cx.words.list_platform,
        Dimension::Owner => cx.words.list_owner,
        Dimension::Country => cx.words.list_country,
    }
}
