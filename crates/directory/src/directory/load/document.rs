//! A document as tables, lists and texts with their places, however its TOML was parsed.
//!
//! Of a large file most is tables of plain keys and texts: [`plain`] reads these itself, in a small part of the time
//! that a parser of all of TOML takes. Whatever is anything else, sound or not, is for that parser.

mod plain;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

/// A table: its keys, each of which stands once, in no order.
#[derive(Debug, Default)]
pub(super) struct Table<'i> {
    pairs: Vec<(Spanned<Cow<'i, str>>, Spanned<Value<'i>>)>,
}

/// What a key stands for.
#[derive(Debug)]
pub(super) enum Value<'i> {
    Text(Cow<'i, str>),
    Integer(DeInteger<'i>),
    Float,
    Boolean(bool),
    Datetime,
    Array(Vec<Spanned<Self>>),
    /// An array of tables with a header each.
    Tables(Vec<Spanned<Self>>),
    Table(Table<'i>),
}

/// The document of a text; `None` where it is no TOML.
pub(super) fn parse(text: &str) -> Option<Table<'_>> {
    plain::parse(text).or_else(|| DeTable::parse(text).ok().map(|it| it.into_inner().into()))
}

impl<'i> Table<'i> {
    pub(super) fn get(&self, key: &str) -> Option<&Spanned<Value<'i>>> {
        self.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    pub(super) fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &Spanned<Cow<'i, str>>> {
        self.iter().map(|(key, _)| key)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Spanned<Value<'i>>> {
        self.iter().map(|(_, value)| value)
    }

    pub(super) fn iter(
        &self,
    ) -> impl Iterator<Item = &(Spanned<Cow<'i, str>>, Spanned<Value<'i>>)> {
        self.pairs.iter()
    }
}

impl<'i> Value<'i> {
    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_integer(&self) -> Option<&DeInteger<'i>> {
        match self {
            Self::Integer(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Boolean(is_so) => Some(*is_so),
            _ => None,
        }
    }

    pub(super) fn as_array(&self) -> Option<&[Spanned<Self>]> {
        match self {
            Self::Array(items) | Self::Tables(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn as_table(&self) -> Option<&Table<'i>> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The name of its type in TOML.
    pub(super) fn type_str(&self) -> &'static str {
        match self {
            Self::Text(_) => "string",
            Self::Integer(_) => "integer",
            Self::Float => "float",
            Self::Boolean(_) => "boolean",
            Self::Datetime => "datetime",
            Self::Array(_) | Self::Tables(_) => "array",
            Self::Table(_) => "table",
        }
    }
}

impl<'i> From<DeTable<'i>> for Table<'i> {
    fn from(table: DeTable<'i>) -> Self {
        let pairs = table.into_iter().map(|(key, value)| (key, converted(value)));
        Self { pairs: pairs.collect() }
    }
}

fn converted(value: Spanned<DeValue<'_>>) -> Spanned<Value<'_>> {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => Value::Integer(number),
        DeValue::Float(_) => Value::Float,
        DeValue::Boolean(is_so) => Value::Boolean(is_so),
        DeValue::Datetime(_) => Value::Datetime,
        DeValue::Array(items) => Value::Array(items.into_iter().map(converted).collect()),
        DeValue::Table(table) => Value::Table(table.into()),
    };
    Spanned::new(span, value)
}
