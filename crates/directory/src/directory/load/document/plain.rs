//! Documents of plain keys and texts: `key = "text"`, lists and inline tables of such, and tables of a list under
//! headers.
//!
//! Nothing is judged here: what is not read for sure is for a parser of all of TOML, which says what it means or
//! what is wrong with it. Tests hold what is read to be what that parser makes of it, place by place.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;

use super::{Table, Value};

/// A table of more keys is unusual, and looking whether a key stands twice would take long.
const MOST_KEYS: usize = 64;

/// Lists in lists and tables in tables of more levels are unusual.
const MOST_LEVELS: usize = 4;

/// So many keys have most tables at the most.
const USUAL_KEYS: usize = 8;

/// The document, where all of it is plain for sure.
pub(super) fn parse(text: &str) -> Option<Table<'_>> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0 };
    let (mut root, mut current, mut header) = (Table::default(), Table::default(), None);
    loop {
        reader.skip_blank_lines()?;
        match reader.peek() {
            None => break,
            Some(b'[') => {
                let next = reader.header()?;
                let table = std::mem::replace(&mut current, Table::of_few());
                add(&mut root, header.replace(next), table)?;
            }
            Some(_) => {
                reader.pair(&mut current, 0)?;
                reader.end_of_line()?;
            }
        }
    }
    add(&mut root, header, current)?;
    Some(root)
}

/// The header of a table: the keys in it, and where it stands.
struct Header<'i> {
    keys: Vec<Spanned<Cow<'i, str>>>,
    span: Range<usize>,
}

/// Adds a table to the list that its header names; what has none is what stands at the front of the document.
fn add<'i>(root: &mut Table<'i>, header: Option<Header<'i>>, table: Table<'i>) -> Option<()> {
    let Some(Header { mut keys, span }) = header else {
        *root = table;
        return Some(());
    };
    let last = keys.pop()?;
    let mut above = root;
    for key in keys {
        let items = above.tables(key.get_ref())?;
        let Value::Table(table) = items.last_mut()?.get_mut() else { return None };
        above = table;
    }
    let table = Spanned::new(span.clone(), Value::Table(table));
    if above.contains_key(last.get_ref()) {
        above.tables(last.get_ref())?.push(table);
    } else if above.pairs.len() < MOST_KEYS {
        above.pairs.push((last, Spanned::new(span, Value::Tables(vec![table]))));
    } else {
        return None;
    }
    Some(())
}

impl<'i> Table<'i> {
    fn of_few() -> Self {
        Self { pairs: Vec::with_capacity(USUAL_KEYS) }
    }

    /// The tables of a list with headers.
    fn tables(&mut self, key: &str) -> Option<&mut Vec<Spanned<Value<'i>>>> {
        let found = self.pairs.iter_mut().find(|(name, _)| name.get_ref() == key)?;
        match found.1.get_mut() {
            Value::Tables(items) => Some(items),
            _ => None,
        }
    }
}

/// Reads from a place on; whatever returns nothing has met something that is not plain.
struct Reader<'i> {
    text: &'i str,
    bytes: &'i [u8],
    at: usize,
}

impl<'i> Reader<'i> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Takes this sign, if it is next.
    fn take(&mut self, sign: u8) -> Option<()> {
        (self.peek()? == sign).then(|| self.at += 1)
    }

    fn skip_while(&mut self, is_such: impl Fn(u8) -> bool) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let is_other = |byte: &u8| !is_such(*byte);
        self.at += rest.iter().position(is_other).unwrap_or(rest.len());
    }

    fn skip_spaces(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t'));
    }

    /// Spaces, ends of lines and comments.
    fn skip_blank_lines(&mut self) -> Option<()> {
        loop {
            self.skip_spaces();
            match self.peek() {
                Some(b'\n' | b'\r' | b'#') => self.end_of_line()?,
                _ => return Some(()),
            }
        }
    }

    /// What may stand behind something to the end of its line: spaces and a comment.
    fn end_of_line(&mut self) -> Option<()> {
        self.skip_spaces();
        if self.take(b'#').is_some() {
            self.skip_while(|byte| !is_control(byte));
        }
        if self.peek().is_none() {
            return Some(());
        }
        // An end of a line of two signs, or of one.
        let _ = self.take(b'\r');
        self.take(b'\n')
    }

    /// `[[key]]`, `[[key.key]]`, with the end of its line.
    fn header(&mut self) -> Option<Header<'i>> {
        let begin = self.at;
        self.take(b'[')?;
        self.take(b'[')?;
        let mut keys = vec![self.key()?];
        while self.take(b'.').is_some() {
            keys.push(self.key()?);
        }
        self.take(b']')?;
        self.take(b']')?;
        let span = begin..self.at;
        self.end_of_line()?;
        Some(Header { keys, span })
    }

    fn key(&mut self) -> Option<Spanned<Cow<'i, str>>> {
        let begin = self.at;
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        let key = self.text.get(begin..self.at).filter(|key| !key.is_empty())?;
        Some(Spanned::new(begin..self.at, Cow::Borrowed(key)))
    }

    /// `key = value`, added to a table that lacks it.
    fn pair(&mut self, table: &mut Table<'i>, level: usize) -> Option<()> {
        let key = self.key()?;
        if table.pairs.len() >= MOST_KEYS || table.contains_key(key.get_ref()) {
            return None;
        }
        self.skip_spaces();
        self.take(b'=')?;
        self.skip_spaces();
        let value = self.value(level)?;
        table.pairs.push((key, value));
        Some(())
    }

    fn value(&mut self, level: usize) -> Option<Spanned<Value<'i>>> {
        let begin = self.at;
        let value = match self.peek()? {
            b'"' => Value::Text(Cow::Borrowed(self.basic_text()?)),
            b'[' if level < MOST_LEVELS => Value::Array(self.array(level + 1)?),
            b'{' if level < MOST_LEVELS => Value::Table(self.inline_table(level + 1)?),
            b't' | b'f' => Value::Boolean(self.boolean()?),
            _ => return None,
        };
        Some(Spanned::new(begin..self.at, value))
    }

    /// A text on one line in which nothing is escaped.
    fn basic_text(&mut self) -> Option<&'i str> {
        self.take(b'"')?;
        let begin = self.at;
        self.skip_while(|byte| byte != b'"' && byte != b'\\' && !is_control(byte));
        let text = self.text.get(begin..self.at)?;
        self.take(b'"')?;
        // Three of them begin a text of many lines.
        let is_begin = text.is_empty() && self.peek() == Some(b'"');
        (!is_begin).then_some(text)
    }

    fn boolean(&mut self) -> Option<bool> {
        match self.key()?.get_ref().as_ref() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    fn array(&mut self, level: usize) -> Option<Vec<Spanned<Value<'i>>>> {
        self.take(b'[')?;
        let mut items = Vec::new();
        loop {
            self.skip_blank_lines()?;
            if self.take(b']').is_some() {
                return Some(items);
            }
            items.push(self.value(level)?);
            self.skip_blank_lines()?;
            if self.take(b',').is_none() {
                self.take(b']')?;
                return Some(items);
            }
        }
    }

    /// A table in braces, on one line and not empty.
    fn inline_table(&mut self, level: usize) -> Option<Table<'i>> {
        self.take(b'{')?;
        let mut table = Table::of_few();
        loop {
            self.skip_spaces();
            self.pair(&mut table, level)?;
            self.skip_spaces();
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(table);
            }
        }
    }
}

/// Whether a byte is a character that stands in no text or comment as it is.
fn is_control(byte: u8) -> bool {
    byte < b' ' && byte != b'\t' || byte == 0x7f
}
