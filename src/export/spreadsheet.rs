//! A table that a spreadsheet opens with a double click, in the words of the language.
//!
//! Excel parts cells at the sign that the language of the system wants: `;` in Dutch, `,` in English. A first line
//! `sep=;` would tell it, but makes it overlook the byte order mark and misread letters with accents, and every other
//! program takes that line for a row: there is none. The mark stands at the begin in each language.

use std::io::{self, Write};

use super::Export;
use crate::listing::Column;
use crate::report::csv::{guarded, of_system, writer};
use crate::text::sanitise::escaped;
use crate::words::Language;

/// So many digits of a number a spreadsheet keeps.
const DIGITS: usize = 15;

/// The columns, in this order.
const COLUMNS: [Column; 13] = [
    Column::Organisation,
    Column::Kind,
    Column::Province,
    Column::Platform,
    Column::Account,
    Column::Url,
    Column::Use,
    Column::Trust,
    Column::Seen,
    Column::Evidence,
    Column::Purpose,
    Column::Website,
    Column::Phone,
];

pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let delimiter = if export.language == Language::Nl { b';' } else { b',' };
    if delimiter == b',' {
        // With the other sign the writer begins with one.
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = writer(delimiter, out)?;
    let list = &export.list;
    writer.write_record(COLUMNS.iter().map(|it| it.head(list.words))).map_err(of_system)?;
    for row in export.rows {
        let cells = COLUMNS.iter().map(|it| kept(guarded(&escaped(&list.told(*it, row)))));
        writer.write_record(cells).map_err(of_system)?;
    }
    writer.flush()
}

/// A cell whose digits are all kept: before a number that would be rounded, or lose a zero, stands an apostrophe.
fn kept(cell: String) -> String {
    let is_number = !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit());
    let is_changed = is_number && (cell.len() > DIGITS || cell.starts_with('0'));
    if is_changed { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_digit_is_lost() {
        for (cell, expected) in [
            ("1002961099744332", "'1002961099744332"),
            ("100296109974433", "100296109974433"),
            ("0881234567", "'0881234567"),
            ("088 123 45 67", "088 123 45 67"),
            ("112", "112"),
            ("", ""),
        ] {
            assert_eq!(kept(cell.to_owned()), expected);
        }
    }
}
