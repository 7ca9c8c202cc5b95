//! What a table came to, in a few lines.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::sheet::Piece;
use crate::cli::check::Tally;
use crate::compact_sort::CompactSort;
use crate::messages::numbers::grouped;
use crate::table::{Columns, Role, Table};
use crate::text::sanitise::escaped;
use crate::words::Words;

/// What all rows come to.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) rows: usize,
    pub(super) tally: Tally,
    counts: BTreeMap<&'static str, usize>,
    /// The first row that has too many cells, and how many there are.
    wide: Option<(u64, usize)>,
}

impl Summary {
    pub(super) fn add(&mut self, piece: Piece) {
        self.rows += piece.rows;
        self.tally.join(&piece.tally);
        for (label, count) in piece.counts {
            *self.counts.entry(label).or_default() += count;
        }
        if let Some(first) = piece.wide.first() {
            let (_, count) = self.wide.get_or_insert((*first, 0));
            *count += piece.wide.len();
        }
    }

    /// Writes how many rows have which verdict, what was judged, and what was odd.
    pub(super) fn write(
        &self,
        words: &Words,
        columns: &Columns,
        table: &Table<'_>,
        err: &mut dyn Write,
    ) -> io::Result<()> {
        let mut counts: Vec<(&str, usize)> =
            self.counts.iter().map(|(label, count)| (*label, *count)).collect();
        counts.compact_sort_by_key(|(label, count)| (label.is_empty(), std::cmp::Reverse(*count)));
        let counts: Vec<String> = counts
            .into_iter()
            .map(|(label, count)| {
                let label = if label.is_empty() { words.table_nothing } else { label };
                format!("{} {label}", grouped(words, count))
            })
            .collect();
        let (rows, counts) = (grouped(words, self.rows), counts.join(", "));
        let all = if self.rows == 1 {
            words.table_row(&counts)
        } else {
            words.table_rows(&counts, &rows)
        };
        writeln!(err, "{all}")?;
        let judged: Vec<String> = columns.judged().map(|at| name(words, columns, at)).collect();
        writeln!(err, "{}", words.table_judged(&judged.join(", ")))?;
        let of_platforms = columns.roles.iter().position(|role| *role == Role::Platform);
        if let Some(at) = of_platforms.filter(|_| columns.roles.contains(&Role::Name)) {
            writeln!(err, "{}", words.table_platforms(&name(words, columns, at)))?;
        }
        if table.has_older_text() {
            writeln!(err, "{}", words.table_older)?;
        }
        if let Some((first, count)) = self.wide {
            writeln!(err, "{}", words.table_wide(&grouped(words, count), &first.to_string()))?;
        }
        Ok(())
    }
}

/// A column by its number, and its name where it has one.
fn name(words: &Words, columns: &Columns, at: usize) -> String {
    let number = words.table_column(&(at + 1).to_string());
    let name = columns.header.as_ref().and_then(|header| header.get(at)).map(|it| it.trim());
    match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{number} ({})", escaped(name)),
        None => number,
    }
}
