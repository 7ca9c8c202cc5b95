//! What stands between the cells of a table.

use csv::{ByteRecord, ReaderBuilder};

use super::header;

/// How a table is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between cells; none where each row is one cell.
    pub delimiter: Option<u8>,
    /// The line before the table that tells Excel what stands between cells, as in `sep=;`, with its end.
    pub hint: Option<Vec<u8>>,
    /// How lines end.
    pub line_end: LineEnd,
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// As on Linux and the Mac.
    Lf,
    /// As on Windows.
    CrLf,
}

/// What may stand between cells. Of two that fit equally the first is taken: where a semicolon or a tab
/// does, commas stand in texts.
const DELIMITERS: [u8; 4] = *b";\t,|";

/// No text has it, so no row is divided.
pub(super) const NO_DELIMITER: u8 = 0x1F;

/// How many rows are looked at.
const LOOKED_AT: usize = 200;

impl Dialect {
    /// What the beginning of a table says, and where the table begins in it. Where that is not all of the
    /// table, its last row does not count.
    pub(super) fn read(start: &[u8], is_whole: bool) -> (Self, usize) {
        let (named, hint) = hint(start);
        let table = start.get(hint..).unwrap_or_default();
        let found = DELIMITERS.into_iter().filter_map(|it| Some((fit(table, it, is_whole)?, it)));
        let named = named.filter(|sign| table.contains(sign));
        // The last of the best is taken, so the first stands last.
        let best = found.collect::<Vec<_>>().into_iter().rev().max_by_key(|(fit, _)| *fit);
        let line_end = match memchr::memchr(b'\n', start) {
            Some(at) if at > 0 && start.get(at - 1) == Some(&b'\r') => LineEnd::CrLf,
            _ => LineEnd::Lf,
        };
        let delimiter = named.or(best.map(|(_, sign)| sign));
        let hint_line = (hint > 0).then(|| start.get(..hint).unwrap_or_default().to_vec());
        (Self { delimiter, hint: hint_line, line_end }, hint)
    }
}

/// The sign that a first line such as `sep=;` names, and where the table begins behind that line.
fn hint(start: &[u8]) -> (Option<u8>, usize) {
    let end = memchr::memchr2(b'\n', b'\r', start).unwrap_or(start.len());
    let line = start.get(..end).unwrap_or_default();
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let sign = match line.split_at_checked(4) {
        Some((sep, rest)) if sep.eq_ignore_ascii_case(b"sep=") => rest.first().copied(),
        _ => return (None, 0),
    };
    let end_of_line = match start.get(end..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([_, ..]) => 1,
        _ => 0,
    };
    (sign.filter(|sign| *sign != b'"'), end + end_of_line)
}

/// How well a sign divides rows into the same number of cells, in hundredths, and into how many; `None`
/// where it doesn't.
fn fit(table: &[u8], delimiter: u8, is_whole: bool) -> Option<(usize, usize)> {
    let mut builder = ReaderBuilder::new();
    let mut reader =
        builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(table);
    let mut record = ByteRecord::new();
    let (mut counts, mut is_named) = (Vec::new(), false);
    while counts.len() < LOOKED_AT && reader.read_byte_record(&mut record).unwrap_or(false) {
        is_named |= counts.is_empty() && record.iter().all(is_like_a_name);
        counts.push(record.len());
    }
    if !is_whole && counts.len() < LOOKED_AT && counts.len() > 1 {
        counts.pop();
    }
    let first = counts.first().copied().filter(|count| *count > 1)?;
    let of = |wanted: &dyn Fn(usize) -> bool| counts.iter().filter(|it| wanted(**it)).count();
    let same = of(&|count| count == first) * 100 / counts.len();
    // Some programs leave out empty cells at the end of a row.
    let shorter = of(&|count| count > 1 && count <= first) * 100 / counts.len();
    let divided = of(&|count| count > 1) * 100 / counts.len();
    let is_fit = same >= 80 || shorter >= 90 || (is_named && divided >= 50);
    is_fit.then_some((same.max(shorter / 2), first))
}

/// Whether a cell is what a column is called.
fn is_like_a_name(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(header::is_name_of_column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_that_divides_all_rows_alike_stands_between_cells() {
        for (table, expected) in [
            ("a;b;c\n1;2;3\n", Some(b';')),
            ("a,b\n1,2\n", Some(b',')),
            ("a\tb\n1,5\t2\n", Some(b'\t')),
            ("a|b\n1|2\n", Some(b'|')),
            ("a;b\n\"x, y, z\";2\nx, y;3\n", Some(b';')),
            ("a,b\n\"x;\ny\",2\n", Some(b',')),
            ("naam;platform;account\nEde;x\nEpe;x;POL_Epe\n", Some(b';')),
            ("een\ntwee, drie\nvier\n", None),
            ("https://x.com/POL_Ede\nhttps://x.com/POL_Epe\n", None),
            ("a\n", None),
            ("", None),
            ("name,account\na,b\nb\nc,d,e\n", Some(b',')),
            ("POL_Ede, POL_Epe\nPOL_Ede\na, b, c\n", None),
            // A line of commas in one of the cells.
            ("a;b\n1;2,2,2\n3;4\n", Some(b';')),
        ] {
            let (dialect, at) = Dialect::read(table.as_bytes(), true);
            assert_eq!((dialect.delimiter, at), (expected, 0), "{table:?}");
        }
    }

    #[test]
    fn a_line_for_excel_is_passed_over() {
        for (table, expected, at) in [
            ("sep=;\r\na;b\r\n", Some(b';'), 7),
            ("SEP=,\na;b\n", Some(b';'), 6),
            ("sep=,\na,b;c\n1,2;3\n", Some(b','), 6),
            ("\"sep=|\"\na|b\n", Some(b'|'), 8),
            ("sep=;", None, 5),
            ("sep=\t\na\tb", Some(b'\t'), 6),
        ] {
            let (dialect, start) = Dialect::read(table.as_bytes(), true);
            assert_eq!((dialect.delimiter, start), (expected, at), "{table:?}");
            assert!(dialect.hint.is_some_and(|hint| hint.len() == at), "{table:?}");
        }
    }
}
