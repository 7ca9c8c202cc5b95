//! `officieel matrix`: organisations by platforms.

use serde::Serialize;

use super::arguments::{MatrixArguments, MatrixFormat, Shared};
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, list, load};
use crate::directory::Directory;
use crate::json::write as write_json;
use crate::matrix::{Cell, Matrix, Row, Total};
use crate::report::matrix::{Signs, csv, markdown, state, totals};
use crate::text::width::width;
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::widgets::presence::{legend, sign};

pub(super) fn run(
    command: &MatrixArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let filter = list::filter(&command.filter, &directory, cx)?;
    let matrix = Matrix::of(&directory, &filter, command.sort.into(), cx.today);
    let told =
        Told { directory: &directory, matrix: &matrix, glyphs: Theme::mono(shared.ascii).glyphs };
    match command.format {
        MatrixFormat::Text => told.write_text(cx)?,
        MatrixFormat::Csv => csv(&matrix, &directory, command.delimiter, cx.out)?,
        MatrixFormat::Json => write_json(cx.out, &told.json())?,
        MatrixFormat::Markdown => {
            let sign = |cell: &Cell| sign(told.glyphs, cell);
            let legend = legend(told.glyphs, cx.words);
            markdown(&matrix, &directory, cx.words, &Signs { sign: &sign, legend }, cx.out)?;
        }
    }
    Ok(if matrix.organisations.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
}

struct Told<'t> {
    directory: &'t Directory,
    matrix: &'t Matrix,
    glyphs: &'static Glyphs,
}

impl Told<'_> {
    fn name(&self, row: &Row) -> &str {
        &self.directory.organisation(row.organisation).name
    }

    fn platforms(&self) -> impl Iterator<Item = &str> {
        self.matrix.platforms.iter().map(|it| self.directory.platform(*it).name())
    }

    /// The country of each platform's owner; a dash where each server has its own.
    fn countries(&self) -> impl Iterator<Item = &str> {
        let rules = self.matrix.platforms.iter().map(|it| &self.directory.platform(*it).rules);
        rules.map(|rules| rules.country.as_deref().unwrap_or("-"))
    }

    fn write_text(&self, cx: &mut Context<'_>) -> Result<()> {
        if self.matrix.organisations.is_empty() {
            writeln!(cx.err, "{}", cx.words.list_nothing)?;
            return Ok(());
        }
        let styles = Styles::new(cx.styled);
        let own = |texts: &mut dyn Iterator<Item = &str>| texts.map(plain).collect::<Vec<String>>();
        let heads = own(&mut self.platforms());
        let countries = own(&mut self.countries());
        let totals = totals(self.matrix, cx.words);
        let cells = |row: &Row| row.cells.iter().map(|cell| sign(self.glyphs, cell)).collect();
        let rows: Vec<Row> = self.matrix.rows(self.directory).collect();
        let signs: Vec<Vec<String>> = rows.iter().map(cells).collect();
        let names: Vec<String> = rows.iter().map(|row| plain(self.name(row))).collect();
        let labels = names.iter().map(String::as_str).chain(totals.iter().map(|(label, _)| *label));
        let first = labels.map(width).max().unwrap_or_default();
        let widths: Vec<usize> = (0..heads.len())
            .map(|at| {
                let rows = signs.iter().chain(totals.iter().map(|(_, cells)| cells));
                let cells = rows.chain([&heads, &countries]).filter_map(|row| row.get(at));
                cells.map(|cell| width(cell)).max().unwrap_or_default()
            })
            .collect();
        let line = |label: &str, cells: &[String]| {
            let mut text = label.to_owned();
            text.extend(std::iter::repeat_n(' ', first - width(label)));
            for (cell, widest) in cells.iter().zip(&widths) {
                text.push_str("  ");
                text.push_str(cell);
                text.extend(std::iter::repeat_n(' ', widest - width(cell)));
            }
            text.trim_end().to_owned()
        };
        writeln!(cx.out, "{}", styles.bold(&line("", &heads)))?;
        writeln!(cx.out, "{}", styles.dim(&line("", &countries)))?;
        for (name, cells) in names.iter().zip(&signs) {
            writeln!(cx.out, "{}", line(name, cells))?;
        }
        writeln!(cx.out)?;
        for (label, cells) in &totals {
            writeln!(cx.out, "{}", styles.dim(&line(label, cells)))?;
        }
        writeln!(cx.out, "\n{}", styles.dim(&legend(self.glyphs, cx.words)))?;
        Ok(())
    }

    fn json(&self) -> Json<'_> {
        let platform = |at: usize| self.matrix.platforms.get(at);
        let id = |at: usize| platform(at).map_or("", |it| self.directory.platform(*it).id());
        let cell = |(at, cell): (usize, &Cell)| {
            let account = match cell {
                Cell::Unknown => None,
                Cell::Retired(account) | Cell::InUse { account, .. } => Some(*account),
            };
            JsonCell {
                platform: id(at),
                state: state(cell),
                url: account.map(|it| self.directory.account(it).url.as_str()),
                badge: matches!(cell, Cell::InUse { has_badge: true, .. }),
            }
        };
        let row = |row: Row| JsonRow {
            organisation: self.directory.organisation(row.organisation).id.clone(),
            cells: row.cells.iter().enumerate().map(cell).collect(),
        };
        let total = |(at, total): (usize, &Total)| JsonTotal {
            platform: id(at),
            country: platform(at)
                .and_then(|it| self.directory.platform(*it).rules.country.as_deref()),
            known: total.known,
            retired: total.retired,
            unknown: total.unknown,
        };
        Json {
            totals: self.matrix.totals.iter().enumerate().map(total).collect(),
            rows: self.matrix.rows(self.directory).map(row).collect(),
        }
    }
}

#[derive(Serialize)]
struct Json<'j> {
    totals: Vec<JsonTotal<'j>>,
    rows: Vec<JsonRow<'j>>,
}

#[derive(Serialize)]
struct JsonTotal<'j> {
    platform: &'j str,
    country: Option<&'j str>,
    known: usize,
    retired: usize,
    unknown: usize,
}

#[derive(Serialize)]
struct JsonRow<'j> {
    organisation: String,
    cells: Vec<JsonCell<'j>>,
}

#[derive(Serialize)]
struct JsonCell<'j> {
    platform: &'j str,
    state: &'static str,
    url: Option<&'j str>,
    badge: bool,
}
