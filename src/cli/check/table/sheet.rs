//! Rows as they are written: with the cells that they had, and what is said of them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::judged::{Judged, judge};
use crate::cli::check::json::{AnswerJson, OrganisationJson};
use crate::cli::check::{Desk, Tally};
use crate::json::{self, Elements};
use crate::report::csv::{guarded, of_system};
use crate::table::{Columns, Dialect, Encoding, LineEnd, OWN, Role, Row};
use crate::text::sanitise::{escape, is_hostile};
use crate::words::Language;

/// How a table is written.
pub(super) struct Sheet<'a> {
    desk: &'a Desk,
    columns: &'a Columns,
    delimiter: u8,
    line_end: LineEnd,
    is_json: bool,
}

/// Some rows as they are written, and what they come to.
pub(super) struct Piece {
    text: Vec<u8>,
    pub(super) rows: usize,
    pub(super) tally: Tally,
    /// How many rows have which verdict.
    pub(super) counts: BTreeMap<&'static str, usize>,
    /// The rows that have more cells than the table has columns.
    pub(super) wide: Vec<u64>,
}

/// A row in JSON. Its keys are stable: more may come, none is renamed.
#[derive(Serialize)]
struct RowJson<'a> {
    /// The row, from 1 with the names of columns.
    row: u64,
    /// The verdict that weighs most; null where there was nothing to judge.
    verdict: Option<&'static str>,
    organisation: Option<OrganisationJson<'a>>,
    /// The address or number of the genuine channel.
    real_account: Option<&'a str>,
    advice: String,
    answers: Vec<AnswerJson<'a>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        desk: &'a Desk,
        columns: &'a Columns,
        dialect: &Dialect,
        language: Language,
        is_json: bool,
    ) -> Self {
        // What a spreadsheet of that language wants, where the table has one column.
        let usual = if language == Language::Nl { b';' } else { b',' };
        let delimiter = dialect.delimiter.unwrap_or(usual);
        Self { desk, columns, delimiter, line_end: dialect.line_end, is_json }
    }

    /// Writes what stands before the rows.
    pub(super) fn begin(
        &self,
        encoding: Encoding,
        dialect: &Dialect,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if self.is_json {
            return Ok(());
        }
        // Excel needs the mark to read letters with accents, save where the line for it says the rest.
        let is_marked = encoding != Encoding::Bytes { is_marked: false };
        if is_marked || (self.delimiter == b';' && dialect.hint.is_none()) {
            out.write_all("\u{feff}".as_bytes())?;
        }
        if let Some(hint) = &dialect.hint {
            out.write_all(hint)?;
        }
        let words = self.desk.words;
        let own = [
            words.table_verdict,
            words.table_organisation,
            words.table_real_account,
            words.table_advice,
        ];
        let own = own.map(|name| format!("{OWN}{name}"));
        let header = match &self.columns.header {
            Some(header) => header.clone(),
            None => {
                (1..=self.columns.width()).map(|at| words.table_column(&at.to_string())).collect()
            }
        };
        let mut line = Vec::new();
        self.record(&header, &own, &mut line)?;
        out.write_all(&line)
    }

    /// Judges some rows.
    pub(super) fn judge(&self, rows: &[Row]) -> Piece {
        let mut piece = Piece {
            text: Vec::new(),
            rows: rows.len(),
            tally: Tally::default(),
            counts: BTreeMap::new(),
            wide: Vec::new(),
        };
        for row in rows {
            let judged = judge(self.desk, self.columns, row);
            judged.count(self.desk, &mut piece.tally);
            *piece.counts.entry(judged.label(self.desk)).or_default() += 1;
            if row.cells.iter().skip(self.columns.width()).any(|cell| !cell.trim().is_empty()) {
                piece.wide.push(row.number);
            }
            // Nothing that is written to memory fails.
            let _ = self.write(row, &judged, &mut piece.text);
        }
        piece
    }

    fn write(&self, row: &Row, judged: &Judged, out: &mut Vec<u8>) -> io::Result<()> {
        let directory = &self.desk.directory;
        let channel = judged.channel(self.desk);
        let organisation = judged.organisation(directory);
        let advice = judged.advice(self.desk);
        if self.is_json {
            let answers = judged.answers.iter();
            let answers =
                answers.map(|(input, it)| AnswerJson::new(self.desk, input, it, judged.is_cut));
            let value = RowJson {
                row: row.number,
                verdict: judged.verdict(directory),
                organisation: organisation
                    .map(|it| OrganisationJson { id: &it.id, name: &it.name }),
                real_account: channel.as_deref(),
                advice,
                answers: answers.collect(),
            };
            return json::element(out, &value);
        }
        let own = [
            judged.label(self.desk).to_owned(),
            organisation.map_or_else(String::new, |it| it.name.clone()),
            channel.unwrap_or_default().into_owned(),
            advice,
        ];
        self.record(&row.cells, &own, out)
    }

    /// Writes a row: its cells without those of an earlier run, those of this one, and what is too many.
    fn record(&self, cells: &[String], own: &[String; 4], out: &mut Vec<u8>) -> io::Result<()> {
        let terminator = match self.line_end {
            LineEnd::Lf => csv::Terminator::Any(b'\n'),
            LineEnd::CrLf => csv::Terminator::CRLF,
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .terminator(terminator)
            .from_writer(out);
        let kept = self.columns.roles.iter().enumerate().filter(|(_, role)| **role != Role::Own);
        for (at, _) in kept {
            let cell = cells.get(at).map_or("", String::as_str);
            writer.write_field(shown(cell)).map_err(of_system)?;
        }
        for cell in own.iter().chain(cells.iter().skip(self.columns.width())) {
            writer.write_field(shown(cell)).map_err(of_system)?;
        }
        writer.write_record(None::<&[u8]>).map_err(of_system)?;
        writer.flush()
    }

    /// Writes what was judged.
    pub(super) fn add(
        &self,
        piece: &Piece,
        elements: &mut Elements,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if self.is_json { elements.add_made(&piece.text, out) } else { out.write_all(&piece.text) }
    }

    /// Writes what stands behind the rows.
    pub(super) fn end(&self, elements: Elements, out: &mut dyn Write) -> io::Result<()> {
        if self.is_json { elements.end(out) } else { Ok(()) }
    }
}

/// A cell that steers neither a terminal nor a spreadsheet. Line breaks stay: cells have them.
fn shown(cell: &str) -> String {
    let mut shown = String::with_capacity(cell.len());
    for c in cell.chars() {
        if is_hostile(c) && !matches!(c, '\n' | '\r' | '\t') {
            shown.push_str(&escape(c));
        } else {
            shown.push(c);
        }
    }
    guarded(&shown)
}
