//! The text of a directory file in pieces, each of which can be left out.

use std::fmt::Write as _;

/// One piece of the file.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Its text, in whole lines.
    pub(super) text: String,
    /// The same with no more than must be, where the text has a fault.
    bare: Option<String>,
    /// What it is.
    kind: BlockKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BlockKind {
    /// It can't be left out.
    Fixed,
    Organisation,
    Account,
}

impl Block {
    /// A piece that can't be left out.
    pub(super) fn fixed(text: String) -> Self {
        Self { text, bare: None, kind: BlockKind::Fixed }
    }

    /// An organisation, and the same with no more than it needs.
    pub(super) fn organisation(text: String, bare: String) -> Self {
        Self { text, bare: Some(bare), kind: BlockKind::Organisation }
    }

    /// An account of the organisation before it.
    pub(super) fn account(text: String) -> Self {
        Self { text, bare: None, kind: BlockKind::Account }
    }
}

/// Leaves out what has a fault on one of these lines, counted from 1: an account, all of an organisation but its
/// name, or then it with its accounts. Says whether anything was left out.
pub(super) fn leave_out(blocks: &mut Vec<Block>, lines: &[usize]) -> bool {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    let (mut first, mut is_changed, mut is_gone) = (1, false, false);
    for mut block in std::mem::take(blocks) {
        let next = first + block.text.matches('\n').count();
        let is_faulty = lines.iter().any(|line| (first..next).contains(line));
        first = next;
        match block.kind {
            BlockKind::Organisation => {
                is_gone = is_faulty && block.bare.is_none();
                if is_faulty && let Some(bare) = block.bare.take() {
                    block.text = bare;
                }
                is_changed |= is_faulty;
                if !is_gone {
                    kept.push(block);
                }
            }
            BlockKind::Account if is_faulty || is_gone => is_changed = true,
            BlockKind::Fixed | BlockKind::Account => kept.push(block),
        }
    }
    *blocks = kept;
    is_changed
}

/// Writes tables of a directory file.
#[derive(Debug, Default)]
pub(super) struct Writer(String);

impl Writer {
    pub(super) fn table(name: &str) -> Self {
        Self(format!("[[{name}]]\n"))
    }

    pub(super) fn text(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.0, "{key} = {}", quoted(value));
    }

    pub(super) fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    pub(super) fn texts<T: AsRef<str>>(&mut self, key: &str, values: &[T]) {
        if !values.is_empty() {
            let all: Vec<String> = values.iter().map(|it| quoted(it.as_ref())).collect();
            let _ = writeln!(self.0, "{key} = [{}]", all.join(", "));
        }
    }

    /// A value that is written already.
    pub(super) fn raw(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    pub(super) fn finish(self) -> String {
        self.0 + "\n"
    }
}

/// A text as a basic string of TOML (1.0, "String").
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
