//! The canonical layout of a directory file: what `officieel fmt` writes.
//!
//! The layout follows from the content alone: formatting a formatted file changes nothing, and a
//! formatted file loads as the same directory.

mod evidence;
mod foreign;
mod head;
mod organisations;
mod services;
mod writer;

use super::Directory;
use writer::Writer;

impl Directory {
    /// The directory as a file in the canonical layout and order.
    pub fn to_toml(&self) -> String {
        let mut writer = Writer::new();
        head::write(&mut writer, self);
        services::write(&mut writer, self);
        foreign::write(&mut writer, self);
        organisations::write(&mut writer, self);
        writer.finish()
    }
}

/// The comment lines at the top of a file and the place of the first comment elsewhere.
///
/// The layout keeps a comment only at the top; a fact belongs in a `note`.
#[derive(Debug, PartialEq, Eq)]
pub struct Comments<'a> {
    /// The comment lines that the file begins with, each with its `#`.
    pub top: Vec<&'a str>,
    /// The line of the first comment below them, counted from 1.
    pub elsewhere: Option<usize>,
}

impl<'a> Comments<'a> {
    /// Finds the comments of a file that is valid TOML.
    pub fn of(text: &'a str) -> Self {
        let top: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        // Every line at the top is one comment.
        let elsewhere = comment_offsets(text)
            .nth(top.len())
            .map(|offset| text.bytes().take(offset).filter(|b| *b == b'\n').count() + 1);
        Self { top, elsewhere }
    }

    /// A laid-out file with the comments at its top.
    pub fn above(&self, laid_out: &str) -> String {
        let mut text = String::new();
        for line in &self.top {
            text.push_str(line);
            text.push('\n');
        }
        if !self.top.is_empty() {
            text.push('\n');
        }
        text.push_str(laid_out);
        text
    }
}

/// Where comments begin: each `#` outside a string.
fn comment_offsets(text: &str) -> impl Iterator<Item = usize> {
    let source = toml_parser::Source::new(text);
    let tokens: Vec<_> = source.lex().collect();
    tokens
        .into_iter()
        .filter(|token| token.kind() == toml_parser::lexer::TokenKind::Comment)
        .map(|token| token.span().start())
}
