//! Reading the tables of a TOML file strictly: every key known, every fault with its place.

use std::str::FromStr;

use crate::directory::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {fault}")]
pub struct FileError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is no TOML.
    #[error("this is no TOML: {0}")]
    Syntax(String),
    /// It is text in no UTF-8.
    #[error("this is no UTF-8")]
    Encoding,
    /// It is of a version that this program doesn't know.
    #[error("this is no file of proposals that this program knows: `schema` must be 1")]
    Schema,
    /// No key has this name here.
    #[error("`{0}` is no key here")]
    UnknownKey(String),
    /// A key is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A value has another type.
    #[error("`{0}` must be {1}")]
    Type(&'static str, &'static str),
    /// A value is none of those that can stand there.
    #[error("`{key}` can't be `{given}`: it is one of {known}")]
    Choice {
        /// The key.
        key: &'static str,
        /// What stands there.
        given: String,
        /// What can.
        known: String,
    },
    /// A value holds characters that steer a terminal.
    #[error("`{0}` holds a character that is not shown")]
    Hostile(&'static str),
    /// Two tables are about one thing.
    #[error("this is proposed twice")]
    Twice,
}

/// The place of a byte of a text.
pub(super) fn error_at(text: &str, at: usize, fault: Fault) -> FileError {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    FileError { line, column, fault }
}

/// A table that is being read: what isn't asked for is unknown.
pub(super) struct Table<'t> {
    text: &'t str,
    at: usize,
    keys: &'t DeTable<'t>,
    known: Vec<&'static str>,
}

type Read<T> = Result<T, FileError>;

impl<'t> Table<'t> {
    pub(super) fn new(text: &'t str, at: usize, table: &'t DeTable<'t>) -> Self {
        Self { text, at, keys: table, known: Vec::new() }
    }

    /// Where the table begins, in bytes.
    pub(super) fn place(&self) -> usize {
        self.at
    }

    /// A fault at the table itself.
    pub(super) fn fault(&self, fault: Fault) -> FileError {
        error_at(self.text, self.at, fault)
    }

    fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.known.push(key);
        self.keys.get(key)
    }

    fn fault_at(&self, value: &Spanned<DeValue<'_>>, fault: Fault) -> FileError {
        error_at(self.text, value.span().start, fault)
    }

    /// A text that can be shown.
    pub(super) fn text(&mut self, key: &'static str) -> Read<Option<String>> {
        let Some(value) = self.value(key) else { return Ok(None) };
        self.text_of(key, value).map(Some)
    }

    fn text_of(&self, key: &'static str, value: &Spanned<DeValue<'_>>) -> Read<String> {
        let DeValue::String(text) = value.get_ref() else {
            return Err(self.fault_at(value, Fault::Type(key, "a text")));
        };
        if text.chars().any(crate::text::sanitise::is_hostile) {
            return Err(self.fault_at(value, Fault::Hostile(key)));
        }
        Ok(text.to_string())
    }

    pub(super) fn required_text(&mut self, key: &'static str) -> Read<String> {
        self.text(key)?.ok_or_else(|| self.fault(Fault::Missing(key)))
    }

    /// A day, as TOML has it or as a text.
    pub(super) fn date(&mut self, key: &'static str) -> Read<Date> {
        let day = self.date_where_given(key)?;
        day.ok_or_else(|| self.fault(Fault::Missing(key)))
    }

    /// A day, where there is one.
    pub(super) fn date_where_given(&mut self, key: &'static str) -> Read<Option<Date>> {
        let Some(value) = self.value(key) else { return Ok(None) };
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(day) => day.to_string(),
            _ => String::new(),
        };
        let day = Date::from_str(&text);
        day.map(Some)
            .map_err(|_day| self.fault_at(value, Fault::Type(key, "a day such as \"2026-11-30\"")))
    }

    /// One of a list, by its id.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Read<Option<T>> {
        let Some(value) = self.value(key) else { return Ok(None) };
        let given = self.text_of(key, value)?;
        if let Some(found) = all.iter().find(|it| id(**it) == given) {
            return Ok(Some(*found));
        }
        let known: Vec<&str> = all.iter().map(|it| id(*it)).collect();
        Err(self.fault_at(value, Fault::Choice { key, given, known: known.join(", ") }))
    }

    pub(super) fn required_choice<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Read<T> {
        self.choice(key, all, id)?.ok_or_else(|| self.fault(Fault::Missing(key)))
    }

    /// A list of texts; empty where there is none.
    pub(super) fn texts(&mut self, key: &'static str) -> Read<Vec<String>> {
        let Some(value) = self.value(key) else { return Ok(Vec::new()) };
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.fault_at(value, Fault::Type(key, "a list of texts")));
        };
        items.iter().map(|item| self.text_of(key, item)).collect()
    }

    /// The tables of a list; empty where there is none.
    pub(super) fn tables(&mut self, key: &'static str) -> Read<Vec<Table<'t>>> {
        let Some(value) = self.value(key) else { return Ok(Vec::new()) };
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.fault_at(value, Fault::Type(key, "a list of tables")));
        };
        items.iter().map(|item| self.table_of(key, item)).collect()
    }

    /// A table, where there is one.
    pub(super) fn table(&mut self, key: &'static str) -> Read<Option<Table<'t>>> {
        let Some(value) = self.value(key) else { return Ok(None) };
        self.table_of(key, value).map(Some)
    }

    fn table_of(&self, key: &'static str, value: &'t Spanned<DeValue<'t>>) -> Read<Table<'t>> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(Table::new(self.text, value.span().start, table)),
            _ => Err(self.fault_at(value, Fault::Type(key, "a table"))),
        }
    }

    /// Whether a key holds just this number.
    pub(super) fn is_number(&mut self, key: &'static str, number: &str) -> bool {
        match self.value(key).map(Spanned::get_ref) {
            Some(DeValue::Integer(value)) => value.as_str() == number,
            _ => false,
        }
    }

    /// Every key was asked for.
    pub(super) fn finish(self) -> Read<()> {
        for (key, _) in self.keys {
            if !self.known.contains(&key.get_ref().as_ref()) {
                let fault = Fault::UnknownKey(key.get_ref().to_string());
                return Err(error_at(self.text, key.span().start, fault));
            }
        }
        Ok(())
    }
}
