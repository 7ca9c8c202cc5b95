//! The channel map for spreadsheets, and to send round.

use std::io::{self, Write};

use super::csv::{guarded, of_system, writer};
use super::markdown::inline;
use crate::directory::Directory;
use crate::matrix::{Cell, Matrix, Row, Total};
use crate::messages::numbers::grouped;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// What is known in a cell, for programs.
pub(crate) fn state(cell: &Cell) -> &'static str {
    match cell {
        Cell::Unknown => "unknown",
        Cell::Retired(_) => "retired",
        Cell::InUse { trust, .. } => trust.id(),
    }
}

/// The totals as rows, each with what it counts.
pub(crate) fn totals(matrix: &Matrix, words: &Words) -> [(&'static str, Vec<String>); 3] {
    let of = |count: fn(&Total) -> usize| {
        matrix.totals.iter().map(|total| grouped(words, count(total))).collect()
    };
    [
        (words.matrix_known, of(|total| total.known)),
        (words.matrix_retired, of(|total| total.retired)),
        (words.matrix_unknown, of(|total| total.unknown)),
    ]
}

/// Writes a map with what is known of each cell in the words of the directory.
pub(crate) fn csv(
    matrix: &Matrix,
    directory: &Directory,
    delimiter: u8,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = writer(delimiter, out)?;
    let ids = matrix.platforms.iter().map(|it| directory.platform(*it).id());
    writer.write_record(["id", "organisation"].into_iter().chain(ids)).map_err(of_system)?;
    for row in matrix.rows(directory) {
        let it = directory.organisation(row.organisation);
        let cells = row.cells.iter().map(|cell| state(cell).to_owned());
        let record = [it.id.clone(), it.name.clone()].into_iter().chain(cells);
        writer.write_record(record.map(|cell| guarded(&escaped(&cell)))).map_err(of_system)?;
    }
    writer.flush()
}

/// What cells are drawn as, and what that means.
pub(crate) struct Signs<'s> {
    /// What a cell is drawn as.
    pub(crate) sign: &'s dyn Fn(&Cell) -> String,
    /// What the signs mean.
    pub(crate) legend: String,
}

/// Writes a map as a table with its totals.
pub(crate) fn markdown(
    matrix: &Matrix,
    directory: &Directory,
    words: &Words,
    signs: &Signs<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let line = |label: &str, cells: &[String]| format!("| {label} | {} |", cells.join(" | "));
    let names = matrix.platforms.iter().map(|it| directory.platform(*it).name());
    let heads: Vec<String> = names.map(inline).collect();
    let rules: Vec<String> = heads.iter().map(|_| ":-:".to_owned()).collect();
    writeln!(out, "{}", line(words.list_organisation, &heads))?;
    writeln!(out, "{}", line("---", &rules))?;
    for row in matrix.rows(directory) {
        let Row { organisation, cells } = &row;
        let cells: Vec<String> = cells.iter().map(|cell| inline(&(signs.sign)(cell))).collect();
        writeln!(out, "{}", line(&inline(&directory.organisation(*organisation).name), &cells))?;
    }
    for (label, cells) in totals(matrix, words) {
        writeln!(out, "{}", line(&format!("*{label}*"), &cells))?;
    }
    writeln!(out, "\n{}", inline(&signs.legend))
}
