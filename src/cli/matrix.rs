//! `officieel matrix`: organisations by platforms.

use serde::Serialize;

use super::arguments::{MatrixArguments, MatrixFormat, Shared};
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, list, load};
use crate::directory::{Directory, Trust};
use crate::json::write as write_json;
use crate::matrix::{Cell, Matrix, Row, Total};
use crate::messages::numbers::grouped;
use crate::report::csv::{guarded, of_system, writer};
use crate::report::markdown::inline;
use crate::text::width::width;
use crate::tui::theme::{Glyphs, Theme};

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
        MatrixFormat::Csv => told.write_csv(command.delimiter, cx)?,
        MatrixFormat::Json => write_json(cx.out, &told.json())?,
        MatrixFormat::Markdown => told.write_markdown(cx)?,
    }
    Ok(if matrix.rows.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
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

    /// What a cell is drawn as: how sure, whether a badge was seen, and how many more there are.
    fn sign(&self, cell: &Cell) -> String {
        match cell {
            Cell::Unknown => self.glyphs.dot.to_owned(),
            Cell::Retired(_) => self.glyphs.failing.to_owned(),
            Cell::InUse { trust, has_badge, others, .. } => {
                let sure = match trust {
                    Trust::Confirmed => self.glyphs.confirmed,
                    Trust::Aged => self.glyphs.aged,
                    Trust::Reported => self.glyphs.reported,
                };
                let badge = if *has_badge { self.glyphs.favourite } else { "" };
                let more = if *others > 0 { format!("+{others}") } else { String::new() };
                format!("{sure}{badge}{more}")
            }
        }
    }

    /// The totals as rows, each with what it counts.
    fn totals(&self, cx: &Context<'_>) -> [(&'static str, Vec<String>); 3] {
        let of = |count: fn(&Total) -> usize| {
            self.matrix.totals().iter().map(|total| grouped(cx.words, count(total))).collect()
        };
        [
            (cx.words.matrix_known, of(|total| total.known)),
            (cx.words.matrix_retired, of(|total| total.retired)),
            (cx.words.matrix_unknown, of(|total| total.unknown)),
        ]
    }

    fn write_text(&self, cx: &mut Context<'_>) -> Result<()> {
        if self.matrix.rows.is_empty() {
            writeln!(cx.err, "{}", cx.words.list_nothing)?;
            return Ok(());
        }
        let styles = Styles::new(cx.styled);
        let own = |texts: &mut dyn Iterator<Item = &str>| texts.map(plain).collect::<Vec<String>>();
        let heads = own(&mut self.platforms());
        let countries = own(&mut self.countries());
        let totals = self.totals(cx);
        let signs: Vec<Vec<String>> = self
            .matrix
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| self.sign(cell)).collect())
            .collect();
        let names: Vec<String> = self.matrix.rows.iter().map(|row| plain(self.name(row))).collect();
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
        writeln!(cx.out, "\n{}", styles.dim(&self.legend(cx)))?;
        Ok(())
    }

    fn legend(&self, cx: &Context<'_>) -> String {
        let glyphs = self.glyphs;
        cx.words.matrix_legend(
            glyphs.aged,
            glyphs.favourite,
            glyphs.confirmed,
            glyphs.reported,
            glyphs.failing,
            glyphs.dot,
        )
    }

    fn write_csv(&self, delimiter: u8, cx: &mut Context<'_>) -> Result<()> {
        let mut writer = writer(delimiter, &mut *cx.out)?;
        let ids = self.matrix.platforms.iter().map(|it| self.directory.platform(*it).id());
        writer.write_record(["id", "organisation"].into_iter().chain(ids)).map_err(of_system)?;
        for row in &self.matrix.rows {
            let it = self.directory.organisation(row.organisation);
            let cells = row.cells.iter().map(|cell| state(cell).to_owned());
            let record = [it.id.clone(), it.name.clone()].into_iter().chain(cells);
            writer.write_record(record.map(|cell| guarded(&plain(&cell)))).map_err(of_system)?;
        }
        writer.flush()?;
        Ok(())
    }

    fn write_markdown(&self, cx: &mut Context<'_>) -> Result<()> {
        let line = |label: &str, cells: &[String]| format!("| {label} | {} |", cells.join(" | "));
        let heads: Vec<String> = self.platforms().map(inline).collect();
        let rules: Vec<String> = heads.iter().map(|_| ":-:".to_owned()).collect();
        writeln!(cx.out, "{}", line(cx.words.list_organisation, &heads))?;
        writeln!(cx.out, "{}", line("---", &rules))?;
        for row in &self.matrix.rows {
            let cells: Vec<String> =
                row.cells.iter().map(|cell| inline(&self.sign(cell))).collect();
            writeln!(cx.out, "{}", line(&inline(self.name(row)), &cells))?;
        }
        for (label, cells) in self.totals(cx) {
            writeln!(cx.out, "{}", line(&format!("*{label}*"), &cells))?;
        }
        writeln!(cx.out, "\n{}", inline(&self.legend(cx)))?;
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
        let row = |row: &Row| JsonRow {
            organisation: self.directory.organisation(row.organisation).id.clone(),
            cells: row.cells.iter().enumerate().map(cell).collect(),
        };
        let total = |(at, total): (usize, Total)| JsonTotal {
            platform: id(at),
            country: platform(at)
                .and_then(|it| self.directory.platform(*it).rules.country.as_deref()),
            known: total.known,
            retired: total.retired,
            unknown: total.unknown,
        };
        Json {
            totals: self.matrix.totals().into_iter().enumerate().map(total).collect(),
            rows: self.matrix.rows.iter().map(row).collect(),
        }
    }
}

/// What is known in a cell, for programs.
fn state(cell: &Cell) -> &'static str {
    match cell {
        Cell::Unknown => "unknown",
        Cell::Retired(_) => "retired",
        Cell::InUse { trust, .. } => trust.id(),
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
