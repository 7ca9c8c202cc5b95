//! Lists as files for spreadsheets, programs and documents.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Column, List, Row};
use crate::json::{Elements, line};
use crate::report::csv::{guarded, of_system, writer};
use crate::report::markdown::inline;
use crate::text::sanitise::escaped;

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180), or with another sign between the cells.
    Csv(u8),
    /// Tab-separated values.
    Tsv,
    /// An array of objects.
    Json,
    /// An object a line.
    JsonLines,
    /// A table in Markdown, in words.
    Markdown,
}

/// Writes rows, one by one as they are made.
///
/// # Errors
///
/// Where the output takes no more.
pub fn write(
    list: &List<'_>,
    rows: &[Row],
    columns: &[Column],
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Csv(delimiter) => csv(list, rows, columns, delimiter, out),
        Format::Tsv => csv(list, rows, columns, b'\t', out),
        Format::Json => {
            let mut elements = Elements::default();
            for row in rows {
                elements.add(&Object(list, row, columns), out)?;
            }
            elements.end(out)
        }
        Format::JsonLines => {
            rows.iter().try_for_each(|row| line(&mut *out, &Object(list, row, columns)))
        }
        Format::Markdown => markdown(list, rows, columns, out),
    }
}

fn csv(
    list: &List<'_>,
    rows: &[Row],
    columns: &[Column],
    delimiter: u8,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = writer(delimiter, out)?;
    writer.write_record(columns.iter().map(|it| it.id())).map_err(of_system)?;
    for row in rows {
        let cells = columns.iter().map(|it| guarded(&escaped(&list.value(*it, row))));
        writer.write_record(cells).map_err(of_system)?;
    }
    writer.flush()
}

/// A row as an object with its columns in their order; what is empty is null.
struct Object<'a, 'l>(&'a List<'l>, &'a Row, &'a [Column]);

impl Serialize for Object<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(list, row, columns) = self;
        let mut map = serializer.serialize_map(Some(columns.len()))?;
        for column in *columns {
            let value = list.value(*column, row);
            map.serialize_entry(column.id(), &Some(value).filter(|it| !it.is_empty()))?;
        }
        map.end()
    }
}

fn markdown(
    list: &List<'_>,
    rows: &[Row],
    columns: &[Column],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut row = |cells: Vec<String>| writeln!(out, "| {} |", cells.join(" | "));
    row(columns.iter().map(|it| it.head(list.words).to_owned()).collect())?;
    row(columns.iter().map(|_| "---".to_owned()).collect())?;
    rows.iter().try_for_each(|it| {
        row(columns.iter().map(|column| inline(&list.told(*column, it))).collect())
    })
}
