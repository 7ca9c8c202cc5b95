//! Reading one table of the file, key by key, collecting every problem on the way.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) use super::context::{Context, Located};
use crate::directory::date::Date;
use crate::platform::{HttpsFault, check_https};
use crate::text::sanitise;

/// One table: each key is read at most once, and what nobody read is unknown.
pub(super) struct Fields<'a, 'i> {
    pub(super) context: &'a Context<'i>,
    table: &'a DeTable<'i>,
    /// Where the table begins.
    pub(super) at: usize,
    /// What the table is, for messages: "an account", "`[[source]]`".
    what: &'static str,
    known: RefCell<Vec<&'static str>>,
}

impl<'a, 'i> Fields<'a, 'i> {
    pub(super) fn new(
        context: &'a Context<'i>,
        table: &'a DeTable<'i>,
        at: usize,
        what: &'static str,
    ) -> Self {
        Self { context, table, at, what, known: RefCell::new(Vec::new()) }
    }

    pub(super) fn fault(&self, at: usize, message: impl Into<String>) {
        self.context.fault(at, message);
    }

    fn value(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'i>>> {
        self.known.borrow_mut().push(key);
        self.table.get(key)
    }

    /// Where the value of a key stands, or the table where there is none.
    pub(super) fn place_of(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.at, |value| self.context.place(value))
    }

    pub(super) fn text(&self, key: &'static str) -> Option<Located<String>> {
        self.read_text(key, self.value(key)?)
    }

    pub(super) fn required_text(&self, key: &'static str) -> Option<Located<String>> {
        let value = self.value(key).or_else(|| {
            self.missing(key);
            None
        })?;
        self.read_text(key, value)
    }

    pub(super) fn texts(&self, key: &'static str) -> Vec<Located<String>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts in [ ]");
            return Vec::new();
        };
        let mut all: Vec<Located<String>> = Vec::with_capacity(items.len());
        let mut seen: HashSet<&str> = HashSet::new();
        for item in items {
            let Some(text) = self.read_text(key, item) else {
                continue;
            };
            let is_again = |text| !seen.insert(text);
            if items.len() > 1 && item.get_ref().as_str().is_some_and(is_again) {
                self.fault(text.at, format!("`{}` stands twice in `{key}`; keep one", text.value));
            } else {
                all.push(text);
            }
        }
        all
    }

    pub(super) fn date(&self, key: &'static str) -> Option<Located<Date>> {
        self.read_date(key, self.value(key)?)
    }

    pub(super) fn required_date(&self, key: &'static str) -> Option<Located<Date>> {
        let value = self.value(key).or_else(|| {
            self.missing(key);
            None
        })?;
        self.read_date(key, value)
    }

    /// An `https` address.
    pub(super) fn address(&self, key: &'static str) -> Option<Located<String>> {
        let text = self.text(key)?;
        self.is_https(key, &text).then_some(text)
    }

    pub(super) fn required_address(&self, key: &'static str) -> Option<Located<String>> {
        let text = self.required_text(key)?;
        self.is_https(key, &text).then_some(text)
    }

    pub(super) fn number(&self, key: &'static str) -> Option<Located<u32>> {
        let Some(value) = self.value(key) else {
            self.missing(key);
            return None;
        };
        self.read_number(key, value)
    }

    pub(super) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, value, "true or false");
            false
        })
    }

    /// The value of a key that names one of a fixed set.
    pub(super) fn choice<T: Copy>(
        &self,
        key: &'static str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(key)?;
        let found = all.iter().copied().find(|choice| id(*choice) == text.value);
        if found.is_none() {
            let ids: Vec<&str> = all.iter().map(|choice| id(*choice)).collect();
            self.fault(text.at, not_one_of(key, &text.value, &ids));
        }
        found
    }

    pub(super) fn required_choice<T: Copy>(
        &self,
        key: &'static str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        if !self.table.contains_key(key) {
            self.known.borrow_mut().push(key);
            self.missing(key);
            return None;
        }
        self.choice(key, all, id)
    }

    /// The tables of an array of tables, or of a list of inline tables.
    pub(super) fn tables(&self, key: &'static str, what: &'static str) -> Vec<Fields<'a, 'i>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of tables");
            return Vec::new();
        };
        items.iter().filter_map(|item| self.read_table(key, item, what)).collect()
    }

    pub(super) fn table(&self, key: &'static str, what: &'static str) -> Option<Fields<'a, 'i>> {
        self.read_table(key, self.value(key)?, what)
    }

    /// A table with whole numbers as values, in the order of its keys.
    pub(super) fn numbers(&self, key: &'static str) -> Vec<(Located<String>, u32)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table { }");
            return Vec::new();
        };
        let pairs = table.iter().filter_map(|(name, number)| {
            let name = Located { value: name.get_ref().to_string(), at: self.context.place(name) };
            Some((name, self.read_number(key, number)?.value))
        });
        pairs.collect()
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self) {
        let known = self.known.borrow();
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let advice = nearest(name, &known)
                .map_or_else(|| "remove it".to_owned(), |meant| format!("did you mean `{meant}`?"));
            let name = sanitise::escaped(name);
            let message = format!("unknown key `{name}` in {}; {advice}", self.what);
            self.context.fault(self.context.place(key), message);
        }
    }

    fn missing(&self, key: &str) {
        self.fault(self.at, format!("{} lacks `{key}`; add it", self.what));
    }

    fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'i>>, wanted: &str) {
        let kind = value.get_ref().type_str();
        let message = if kind == "datetime" && wanted == "a text" {
            format!("`{key}` is a bare date; put quotes around it")
        } else {
            format!("`{key}` must be {wanted}, not {}", type_name(kind))
        };
        self.fault(self.context.place(value), message);
    }

    fn read_text(&self, key: &str, value: &Spanned<DeValue<'i>>) -> Option<Located<String>> {
        let at = self.context.place(value);
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "a text");
            return None;
        };
        if text.is_empty() {
            self.fault(at, format!("`{key}` is empty; fill it in or leave the key out"));
            return None;
        }
        if text.trim() != text {
            self.fault(at, format!("`{key}` begins or ends with a space; remove it"));
            return None;
        }
        // Most texts are letters, digits and signs of ASCII, none of which is hostile.
        let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if !is_plain && let Some(c) = text.chars().find(|c| sanitise::is_hostile(*c)) {
            // What stands in the file as it is has been reported already, but for ends of lines and tabs.
            let is_told = !matches!(c, '\n' | '\r' | '\t');
            if !is_told || !contains_raw(self.context.text, value.span(), c) {
                let shown = sanitise::escape(c);
                self.fault(at, format!("`{key}` holds the invisible character {shown}; remove it"));
            }
            return None;
        }
        Some(Located { value: text.to_owned(), at })
    }

    fn read_date(&self, key: &str, value: &Spanned<DeValue<'i>>) -> Option<Located<Date>> {
        let text = self.read_text(key, value)?;
        let Ok(date) = text.value.parse::<Date>() else {
            let fault = crate::directory::date::NoDate;
            self.fault(text.at, format!("`{}` in `{key}` {fault}", text.value));
            return None;
        };
        if date > self.context.today {
            let message =
                format!("`{key}` is {date}, in the future; a source is dated when it was seen");
            self.fault(text.at, message);
            return None;
        }
        Some(Located { value: date, at: text.at })
    }

    fn read_number(&self, key: &str, value: &Spanned<DeValue<'i>>) -> Option<Located<u32>> {
        let number = value.get_ref().as_integer().and_then(|n| {
            if n.radix() == 10 { n.as_str().replace('_', "").parse().ok() } else { None }
        });
        if number.is_none() {
            self.wrong_type(key, value, "a whole number");
        }
        Some(Located { value: number?, at: self.context.place(value) })
    }

    fn read_table(
        &self,
        key: &str,
        value: &'a Spanned<DeValue<'i>>,
        what: &'static str,
    ) -> Option<Fields<'a, 'i>> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table { }");
            return None;
        };
        Some(Fields::new(self.context, table, self.context.place(value), what))
    }

    fn is_https(&self, key: &str, text: &Located<String>) -> bool {
        let fault = match check_https(&text.value) {
            Ok(()) => return true,
            Err(HttpsFault::NoAddress) => {
                "is no address; write it in full, as in `https://www.politie.nl/`"
            }
            Err(HttpsFault::OtherScheme) => "is no `https` address; only those are opened",
            Err(HttpsFault::UserName) => "has a user name before the host; leave it out",
            Err(HttpsFault::Character) => "holds a character that an address must percent-encode",
        };
        self.fault(text.at, format!("`{}` in `{key}` {fault}", sanitise::escaped(&text.value)));
        false
    }
}

/// "`x` is no …; choose one of …", with the nearest of them first named.
pub(super) fn not_one_of(key: &str, given: &str, known: &[&str]) -> String {
    let given = sanitise::escaped(given);
    match nearest(&given, known) {
        Some(meant) => format!("`{given}` is no known `{key}`; did you mean `{meant}`?"),
        None if known.len() <= 12 => {
            format!("`{given}` is no known `{key}`; choose one of {}", known.join(", "))
        }
        None => {
            format!("`{given}` is no known `{key}`; see docs/directory-format.md for all of them")
        }
    }
}

/// The known word nearest to a given one, if it is near enough to be a slip.
fn nearest<'k>(given: &str, known: &[&'k str]) -> Option<&'k str> {
    let best = known.iter().map(|word| (strsim::osa_distance(given, word), *word)).min()?;
    (best.0 <= 1 + given.chars().count() / 5).then_some(best.1)
}

fn contains_raw(text: &str, span: Range<usize>, c: char) -> bool {
    text.get(span).is_some_and(|raw| raw.contains(c))
}

fn type_name(kind: &str) -> &str {
    match kind {
        "string" => "a text",
        "integer" | "float" => "a number",
        "boolean" => "true or false",
        "datetime" => "a bare date",
        "array" => "a list",
        "table" => "a table",
        other => other,
    }
}
