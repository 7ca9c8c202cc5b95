//! Columns: rows under their heads, for a terminal or as Markdown.
//!
//! The first column has names and stands to the left, as does what is told to; numbers stand to the right.

use std::io::{self, Write};

use super::style::{Styles, plain};
use crate::report::markdown::inline;
use crate::text::width::width;

/// A table of texts.
#[derive(Debug)]
pub(super) struct Columns {
    heads: Vec<String>,
    /// So many columns from the left have texts; the others have numbers.
    texts: usize,
    rows: Vec<Vec<String>>,
}

impl Columns {
    pub(super) fn new(heads: &[&str], texts: usize) -> Self {
        let heads = heads.iter().map(|head| plain(head)).collect();
        Self { heads, texts, rows: Vec::new() }
    }

    /// One more row, made harmless.
    pub(super) fn add(&mut self, row: &[&str]) {
        self.rows.push(row.iter().map(|cell| plain(cell)).collect());
    }

    /// One more row: a name, then numbers.
    pub(super) fn add_numbers(&mut self, name: &str, numbers: &[String]) {
        let mut row = vec![name];
        row.extend(numbers.iter().map(String::as_str));
        self.add(&row);
    }

    /// Writes the table for a terminal, each line some blanks from the left.
    pub(super) fn write(&self, styles: Styles, out: &mut dyn Write) -> io::Result<()> {
        let lines = || std::iter::once(&self.heads).chain(&self.rows);
        let widest = |at: usize| {
            let cells = lines().filter_map(|row| row.get(at));
            cells.map(|cell| width(cell)).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..self.heads.len()).map(widest).collect();
        for (at, row) in lines().enumerate() {
            let mut line = String::new();
            for (column, (cell, widest)) in row.iter().zip(&widths).enumerate() {
                let room = " ".repeat(widest.saturating_sub(width(cell)));
                let between = if column == 0 { "" } else { "  " };
                let cell = if column < self.texts {
                    format!("{between}{cell}{room}")
                } else {
                    format!("{between}{room}{cell}")
                };
                line.push_str(&cell);
            }
            let line = line.trim_end();
            let line = if at == 0 { styles.dim(line) } else { line.to_owned() };
            writeln!(out, "  {line}")?;
        }
        Ok(())
    }

    /// Writes the table as Markdown.
    pub(super) fn write_markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        let line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| inline(cell)).collect();
            format!("| {} |", cells.join(" | "))
        };
        let rule = |(at, _): (usize, &String)| if at < self.texts { "---" } else { "---:" };
        let rules: Vec<&str> = self.heads.iter().enumerate().map(rule).collect();
        writeln!(out, "{}\n| {} |", line(&self.heads), rules.join(" | "))?;
        for row in &self.rows {
            writeln!(out, "{}", line(row))?;
        }
        Ok(())
    }
}
