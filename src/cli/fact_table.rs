//! Facts in lines: a label, then what there is to say, under each other in two columns.
//!
//! One line holds one fact, whole, so that it reads the same in a terminal, through a pipe and
//! aloud.

use std::io::{self, Write};

use super::style::{Styles, plain};
use crate::text::width::width;

/// Lines that share their columns.
#[derive(Debug)]
pub(super) struct FactTable {
    styles: Styles,
    lines: Vec<Line>,
}

#[derive(Debug)]
enum Line {
    Heading(String),
    Sentence(String),
    Fact(String, String),
    Gap,
}

impl FactTable {
    pub(super) fn new(styles: Styles) -> Self {
        Self { styles, lines: Vec::new() }
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A heading, with an empty line before it where something stands above.
    pub(super) fn heading(&mut self, text: &str) {
        self.heading_styled(self.styles.bold(text));
    }

    /// A heading that carries its own styles, made from harmless parts.
    pub(super) fn heading_styled(&mut self, text: String) {
        if !self.lines.is_empty() {
            self.lines.push(Line::Gap);
        }
        self.lines.push(Line::Heading(text));
    }

    /// A sentence that needs no label.
    pub(super) fn sentence(&mut self, text: &str) {
        self.lines.push(Line::Sentence(plain(text)));
    }

    /// A fact; nothing where there is nothing to say.
    pub(super) fn add(&mut self, label: &str, value: &str) {
        if !value.is_empty() {
            self.lines.push(Line::Fact(plain(label), plain(value)));
        }
    }

    /// A fact that carries its own styles, made from harmless parts.
    pub(super) fn add_styled(&mut self, label: &str, value: String) {
        self.lines.push(Line::Fact(plain(label), value));
    }

    /// A fact where there is one.
    pub(super) fn add_some(&mut self, label: &str, value: Option<&str>) {
        self.add(label, value.unwrap_or_default());
    }

    /// Writes all lines.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let widest = self
            .lines
            .iter()
            .filter_map(|line| match line {
                Line::Fact(label, _) => Some(width(label)),
                _ => None,
            })
            .max()
            .unwrap_or_default();
        for line in &self.lines {
            match line {
                Line::Heading(text) => writeln!(out, "{text}")?,
                Line::Sentence(text) => writeln!(out, "  {text}")?,
                Line::Gap => writeln!(out)?,
                Line::Fact(label, value) => {
                    let padding = " ".repeat(widest - width(label) + 2);
                    writeln!(out, "  {}{padding}{value}", self.styles.dim(label))?;
                }
            }
        }
        Ok(())
    }
}
