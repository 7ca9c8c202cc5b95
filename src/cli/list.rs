//! `officieel list`: the accounts that a filter lets through.

use super::arguments::{ListArguments, ListFormat, Shared};
use super::error::{CommandError, Result};
use super::style::{Styles, plain};
use super::{Context, ExitStatus, load, settings};
use crate::directory::{Directory, Trust};
use crate::filter::{Filter, FilterError};
use crate::listing::{self, Column, Direction, Format, List, Row};
use crate::messages::numbers::grouped;
use crate::text::suggest::nearest;
use crate::text::width::{ellipsis, width};
use crate::words::Words;

/// The most cells in which a filter is told that something is wrong with.
const ECHOED: usize = 120;

pub(super) fn run(
    command: &ListArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let filter = filter(&command.filter, &directory, cx)?;
    let columns = columns(command.fields.as_deref(), cx)?;
    let sort = command.sort.as_deref().map(|given| directions(given, cx)).transpose()?;
    let mut rows = listing::rows(&directory, &filter, cx.today);
    let list = List { directory: &directory, today: cx.today, words: cx.words };
    listing::sort(&list, &mut rows, &sort.unwrap_or_default());
    let format = match command.format {
        ListFormat::Text => {
            write_text(&list, &rows, &columns, cx)?;
            write_counts(&list, &filter, &rows, cx)?;
            return Ok(status(&rows));
        }
        ListFormat::Csv => Format::Csv(command.delimiter),
        ListFormat::Tsv => Format::Tsv,
        ListFormat::Json => Format::Json,
        ListFormat::Jsonl => Format::JsonLines,
        ListFormat::Markdown => Format::Markdown,
    };
    listing::write(&list, &rows, &columns, format, cx.out)?;
    write_absences(&list, &filter, &rows, cx)?;
    Ok(status(&rows))
}

fn status(rows: &[Row]) -> ExitStatus {
    if rows.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found }
}

/// The filter that stands in arguments; what is wrong with it is complained of, with where.
pub(super) fn filter(
    given: &[String],
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<Filter> {
    let text = settings::expanded(&given.join(" "), cx)?;
    Filter::parse(&text, directory).map_err(|error| complaint(&text, &error, cx))
}

/// Complains of a filter, with where in it something is wrong.
pub(super) fn complaint(text: &str, error: &FilterError, cx: &mut Context<'_>) -> CommandError {
    cx.unusable(&fault_in(text, error, cx.words))
}

/// What is wrong with a filter, and where in it.
pub(super) fn fault_in(text: &str, error: &FilterError, words: &Words) -> String {
    let place = text.get(..error.at.start).unwrap_or_default().chars().count() + 1;
    let fault = error.text(words);
    words.filter_placed(&fault, &ellipsis(&plain(text), ECHOED), &place.to_string())
}

fn columns(given: Option<&str>, cx: &mut Context<'_>) -> Result<Vec<Column>> {
    let Some(given) = given else { return Ok(Column::USUAL.to_vec()) };
    given.split(',').map(|id| column(id.trim(), cx)).collect()
}

fn directions(given: &str, cx: &mut Context<'_>) -> Result<Vec<(Column, Direction)>> {
    let direction = |id: &str, cx: &mut Context<'_>| match id.strip_prefix('-') {
        Some(id) => Ok((column(id, cx)?, Direction::Down)),
        None => Ok((column(id, cx)?, Direction::Up)),
    };
    given.split(',').map(|id| direction(id.trim(), cx)).collect()
}

/// The column that is called so: by its id, or by what stands above it.
fn column(given: &str, cx: &mut Context<'_>) -> Result<Column> {
    let wanted = given.to_lowercase();
    let is_it = |it: &&Column| it.id() == wanted || it.head(cx.words).to_lowercase() == wanted;
    if let Some(found) = Column::ALL.iter().find(is_it) {
        return Ok(*found);
    }
    let ids = || Column::ALL.iter().map(|it| it.id());
    let text = match nearest(&wanted, ids().map(|id| (id, id))) {
        Some(meant) => cx.words.list_unknown_column_meant(&plain(given), meant),
        None => cx.words.list_unknown_column(&plain(given), &ids().collect::<Vec<_>>().join(", ")),
    };
    Err(cx.unusable(&text))
}

/// The rows under their heads; the last column takes what room it needs.
fn write_text(
    list: &List<'_>,
    rows: &[Row],
    columns: &[Column],
    cx: &mut Context<'_>,
) -> Result<()> {
    if rows.is_empty() {
        writeln!(cx.err, "{}", cx.words.list_nothing)?;
        return Ok(());
    }
    let styles = Styles::new(cx.styled);
    let heads: Vec<String> = columns.iter().map(|it| it.head(cx.words).to_owned()).collect();
    let cells = |row: &Row| -> Vec<String> {
        columns.iter().map(|it| plain(&list.told(*it, row))).collect()
    };
    let table: Vec<Vec<String>> = rows.iter().map(cells).collect();
    let widths: Vec<usize> = (0..columns.len())
        .map(|at| {
            let cell = |row: &Vec<String>| row.get(at).map_or(0, |text| width(text));
            table.iter().chain([&heads]).map(cell).max().unwrap_or_default()
        })
        .collect();
    let mut line = |cells: &[String], style: &dyn Fn(usize, &str) -> String| {
        let mut text = String::new();
        for (at, (cell, widest)) in cells.iter().zip(&widths).enumerate() {
            let is_last = at + 1 == cells.len();
            let room = if is_last { 0 } else { widest - width(cell) + 2 };
            text.push_str(&style(at, cell));
            text.extend(std::iter::repeat_n(' ', room));
        }
        writeln!(cx.out, "{}", text.trim_end())
    };
    line(&heads, &|_, text| styles.dim(text))?;
    for (row, cells) in rows.iter().zip(&table) {
        let trust = row.account.map(|it| list.directory.account(it).trust(list.today));
        line(cells, &|at, text| styled(styles, columns.get(at), trust, text))?;
    }
    Ok(())
}

fn styled(styles: Styles, column: Option<&Column>, trust: Option<Trust>, text: &str) -> String {
    match (column, trust) {
        (Some(Column::Trust), Some(trust)) => styles.trust(trust, text),
        (Some(Column::Organisation), _) => styles.bold(text),
        _ => text.to_owned(),
    }
}

fn write_counts(
    list: &List<'_>,
    filter: &Filter,
    rows: &[Row],
    cx: &mut Context<'_>,
) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let (organisations, accounts) = listing::counts(rows);
    let organisations = grouped(cx.words, organisations);
    let text = match accounts {
        0 => cx.words.list_counts_organisations(&organisations),
        accounts => cx.words.list_counts(&grouped(cx.words, accounts), &organisations),
    };
    writeln!(cx.out, "\n{}", Styles::new(cx.styled).dim(&text))?;
    write_absences(list, filter, rows, cx)
}

/// That what isn't known isn't absent; on the error output, for it is no part of the list.
pub(super) fn write_absences(
    list: &List<'_>,
    filter: &Filter,
    rows: &[Row],
    cx: &mut Context<'_>,
) -> Result<()> {
    let mut organisations: Vec<_> = rows.iter().map(|row| row.organisation).collect();
    organisations.dedup();
    let asked = filter.of_organisations();
    let all = asked.organisations(list.directory, list.today).len();
    if filter.asks_for_accounts() && !organisations.is_empty() && all > organisations.len() {
        let [others, all] = [all - organisations.len(), all].map(|it| grouped(cx.words, it));
        writeln!(cx.err, "{}", cx.words.list_others(&all, &others))?;
    }
    for absence in filter.absences(list.directory, &organisations) {
        let platform = list.directory.platform(absence.platform).name();
        let (unknown, stopped) =
            (grouped(cx.words, absence.unknown), grouped(cx.words, absence.stopped));
        writeln!(cx.err, "{}", cx.words.list_absence(platform, &stopped, &unknown))?;
    }
    Ok(())
}
