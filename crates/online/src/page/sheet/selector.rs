//! Selectors (Selectors Level 4), as far as they are plain.

use std::iter::Peekable;
use std::str::Chars;

use super::super::style::{escaped, pass_comment};

/// What one element must be: the last part of a selector.
#[derive(Debug, Default)]
pub(super) struct Compound {
    name: Option<String>,
    /// Its classes and ids, with their signs.
    parts: Vec<String>,
    /// Whether more is asked of it than a name, classes and ids, or of others.
    is_more: bool,
}

impl Compound {
    /// The last part of a selector; `None` where it can't be read.
    pub(super) fn last_of(selector: &str) -> Option<Self> {
        let (mut it, mut is_behind) = (Self::default(), false);
        let mut rest = selector.chars().peekable();
        while let Some(&c) = rest.peek() {
            if c == '/' {
                rest.next();
                if rest.peek() != Some(&'*') {
                    return None;
                }
                pass_comment(&mut rest);
                continue;
            }
            if c.is_whitespace() || matches!(c, '>' | '+' | '~') {
                rest.next();
                is_behind = !it.is_empty() || is_behind;
                continue;
            }
            if is_behind {
                (it, is_behind) = (Self { is_more: true, ..Self::default() }, false);
            }
            match c {
                '.' | '#' => {
                    rest.next();
                    let name = identifier(&mut rest)?;
                    it.parts.push(format!("{c}{name}"));
                }
                _ if is_of_name(c) => it.name = Some(identifier(&mut rest)?.to_ascii_lowercase()),
                // `:not(.a)`, `[href]` and the like: what is in them is no part of what the element is.
                _ => {
                    it.is_more = true;
                    rest.next();
                    pass_more(&mut rest);
                }
            }
        }
        (!it.is_empty()).then_some(it)
    }

    fn is_empty(&self) -> bool {
        self.name.is_none() && self.parts.is_empty() && !self.is_more
    }

    /// It as it is looked up: an element, a class, an id, or an element with one of them.
    pub(super) fn simple(&self) -> Option<String> {
        let name = self.name.as_deref().unwrap_or_default();
        match self.parts.as_slice() {
            _ if self.is_more => None,
            [] => self.name.clone(),
            [part] => Some(format!("{name}{part}")),
            _ => None,
        }
    }

    /// All simple selectors of which this one is a part.
    pub(super) fn keys(&self) -> Vec<String> {
        let Some(name) = &self.name else { return self.parts.clone() };
        if self.parts.is_empty() {
            return vec![name.clone()];
        }
        let with_name = self.parts.iter().map(|part| format!("{name}{part}"));
        self.parts.iter().cloned().chain(with_name).collect()
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '\\') || !c.is_ascii()
}

fn identifier(rest: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut out = String::new();
    while let Some(c) = rest.next_if(|c| is_of_name(*c)) {
        match c {
            '\\' => out.extend(escaped(rest)),
            _ => out.push(c),
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Goes on behind a pseudo-class or what is asked of an attribute, with what stands in its brackets.
fn pass_more(rest: &mut Peekable<Chars<'_>>) {
    let mut depth = 0_usize;
    while let Some(&c) = rest.peek() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 || is_of_name(c) || c == ':' => {}
            _ => return,
        }
        rest.next();
    }
}
