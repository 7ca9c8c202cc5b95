//! Findings for spreadsheets.

use std::io::{self, Write};

use super::Report;
use super::row::Row;
use crate::text::sanitise::escaped as plain;

/// The first row.
const HEADER: [&str; 12] = [
    "rule",
    "severity",
    "certainty",
    "organisation_id",
    "organisation",
    "platform",
    "account",
    "line",
    "found",
    "advice",
    "proposal",
    "fingerprint",
];

/// Writes a row for each finding, with what stands between the cells.
pub(crate) fn write(report: &Report<'_>, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = writer(delimiter, out)?;
    writer.write_record(HEADER).map_err(of_system)?;
    for row in report.rows() {
        writer.write_record(cells(&row).iter().map(|cell| guarded(cell))).map_err(of_system)?;
    }
    writer.flush()
}

/// A writer for spreadsheets, with what stands between the cells.
///
/// With `;`, which a Dutch Excel wants, the file begins with a byte order mark, which Excel needs to
/// read letters with accents.
pub(crate) fn writer<W: Write>(delimiter: u8, mut out: W) -> io::Result<csv::Writer<W>> {
    if delimiter == b';' {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut builder = csv::WriterBuilder::new();
    Ok(builder.delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(out))
}

/// The fault of the system behind that of a writer, which hides what kind it is: a reader that stops early
/// is none that anybody need hear of.
pub(crate) fn of_system(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn cells(row: &Row) -> [String; 12] {
    let text = |text: &Option<String>| plain(text.as_deref().unwrap_or_default());
    let organisation = row.organisation.as_ref();
    [
        row.rule.id().to_owned(),
        row.severity.id().to_owned(),
        row.certainty.id().to_owned(),
        organisation.map_or_else(|| text(&row.family), |it| text(&it.id)),
        organisation.map_or_else(String::new, |it| plain(&it.name)),
        text(&row.platform),
        text(&row.account),
        row.line.map_or_else(String::new, |line| line.to_string()),
        row.found.clone(),
        row.advice.clone(),
        text(&row.proposal),
        row.fingerprint.clone(),
    ]
}

/// A cell that no spreadsheet takes for a formula, not even one that divides the line at another sign
/// than the file does: before what begins one stands an apostrophe.
///
/// Source: <https://owasp.org/www-community/attacks/CSV_Injection>.
pub(crate) fn guarded(cell: &str) -> String {
    let mut guarded = String::with_capacity(cell.len() + 1);
    let mut is_start = true;
    for c in cell.chars() {
        if is_start && matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r') {
            guarded.push('\'');
        }
        is_start = matches!(c, ',' | ';' | '\t' | '\r' | '\n') || (is_start && c == '"');
        guarded.push(c);
    }
    guarded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+31", "'+31"),
            ("-1", "'-1"),
            ("@POL_Ede", "'@POL_Ede"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("a;=1+1", "a;'=1+1"),
            ("a,\"=1+1\"", "a,\"'=1+1\""),
            ("\"=1", "\"'=1"),
            ("a = b, @c", "a = b, @c"),
            ("'=1", "'=1"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), expected, "{cell:?}");
        }
    }
}
