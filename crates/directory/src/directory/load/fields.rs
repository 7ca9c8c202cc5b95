//! Reading one table of the file, key by key, collecting every problem on the way.

mod numbers;

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;

pub(super) use super::context::{Context, Located};
use super::document::{Table, Value};
use crate::compact_sort::CompactSort;
use crate::date::Date;
use crate::platform::{HttpsError, PlainHttps, check_https, is_on_a_number};
pub(super) use crate::text::message::{Message, Sentence};
use crate::text::sanitise;
use crate::text::suggest::mistyped;

/// The year in which the first page of the web was put up (CERN, December 1990).
const FIRST_YEAR_OF_THE_WEB: u16 = 1990;

/// Hardly a table is asked for more keys.
const USUAL_KEYS: usize = 32;

/// One table: each key is read at most once, and what nobody read is unknown.
pub(super) struct Fields<'a, 'i> {
    pub(super) context: &'a Context<'i>,
    table: &'a Table<'i>,
    /// Where the table begins.
    pub(super) at: usize,
    /// What the table is, for messages: "an account", "a source".
    what: Sentence,
    known: RefCell<Vec<&'static str>>,
}

impl<'a, 'i> Fields<'a, 'i> {
    pub(super) fn new(
        context: &'a Context<'i>,
        table: &'a Table<'i>,
        at: usize,
        what: Sentence,
    ) -> Self {
        Self { context, table, at, what, known: RefCell::new(Vec::with_capacity(USUAL_KEYS)) }
    }

    pub(super) fn fault(&self, at: usize, message: impl Into<Message>) {
        self.context.fault(at, message);
    }

    fn value(&self, key: &'static str) -> Option<&'a Spanned<Value<'i>>> {
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
            self.wrong_type(key, value, Sentence::AListOfTexts);
            return Vec::new();
        };
        if items.is_empty() {
            self.fault(self.context.place(value), Sentence::EmptyText.of([&key]));
        }
        let mut all: Vec<Located<String>> = Vec::with_capacity(items.len());
        let mut seen: HashSet<&str> = HashSet::new();
        for item in items {
            let Some(text) = self.read_text(key, item) else {
                continue;
            };
            let is_again = |text| !seen.insert(text);
            if items.len() > 1 && item.get_ref().as_str().is_some_and(is_again) {
                self.fault(text.at, Sentence::TwiceInList.of([&text.value, &key]));
            } else {
                all.push(text);
            }
        }
        all
    }

    pub(super) fn date(&self, key: &'static str) -> Option<Located<Date>> {
        self.read_date(key, self.value(key)?)
    }

    /// A day on which something was seen on the web, or was so there.
    pub(super) fn web_date(&self, key: &'static str) -> Option<Located<Date>> {
        let date = self.date(key)?;
        self.on_the_web(key, &date);
        Some(date)
    }

    pub(super) fn required_web_date(&self, key: &'static str) -> Option<Located<Date>> {
        if self.is_missing(key) {
            self.missing(key);
        }
        self.web_date(key)
    }

    /// Reports a day before there was a web. What has it is read all the same, so that nothing else misses it.
    fn on_the_web(&self, key: &str, date: &Located<Date>) {
        if date.value.year() < FIRST_YEAR_OF_THE_WEB {
            self.fault(date.at, Sentence::BeforeTheWeb.of([&key, &date.value]));
        }
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

    pub(super) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, value, Sentence::TrueOrFalse);
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
        let value = self.value(key)?;
        let text = self.sound_text(key, value)?;
        let found = all.iter().copied().find(|choice| id(*choice) == text);
        if found.is_none() {
            let ids: Vec<&str> = all.iter().map(|choice| id(*choice)).collect();
            self.fault(self.context.place(value), not_one_of(key, text, &ids));
        }
        found
    }

    /// The values of a key that is a list of some of a fixed set, in the order of the set.
    pub(super) fn choices<T: Copy>(
        &self,
        key: &'static str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Vec<T> {
        let given = self.texts(key);
        let ids: Vec<&str> = all.iter().map(|choice| id(*choice)).collect();
        for other in given.iter().filter(|text| !ids.contains(&text.value.as_str())) {
            self.fault(other.at, not_one_of(key, &other.value, &ids));
        }
        let is_given = |choice: &T| given.iter().any(|text| text.value == id(*choice));
        all.iter().copied().filter(is_given).collect()
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
    pub(super) fn tables(&self, key: &'static str, what: Sentence) -> Vec<Fields<'a, 'i>> {
        let empty = || Sentence::EmptyText.of([&key]);
        self.value(key).map_or_else(Vec::new, |value| self.read_tables(key, value, what, empty))
    }

    /// [`Fields::tables`], of which there must be some: else it is said that there are `none`.
    pub(super) fn required_tables(
        &self,
        key: &'static str,
        what: Sentence,
        none: Sentence,
    ) -> Vec<Fields<'a, 'i>> {
        if let Some(value) = self.value(key) {
            return self.read_tables(key, value, what, || none.into());
        }
        self.fault(self.at, none);
        Vec::new()
    }

    fn read_tables(
        &self,
        key: &str,
        value: &'a Spanned<Value<'i>>,
        what: Sentence,
        empty: impl FnOnce() -> Message,
    ) -> Vec<Fields<'a, 'i>> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, Sentence::AListOfTables);
            return Vec::new();
        };
        if items.is_empty() {
            self.fault(self.context.place(value), empty());
        }
        items.iter().filter_map(|item| self.read_table(key, item, what)).collect()
    }

    pub(super) fn table(&self, key: &'static str, what: Sentence) -> Option<Fields<'a, 'i>> {
        self.read_table(key, self.value(key)?, what)
    }

    /// All texts in the table and in those below it, in the order of the file.
    pub(super) fn all_texts(&self) -> Vec<(String, usize)> {
        fn add(of: &Spanned<Value<'_>>, context: &Context<'_>, to: &mut Vec<(String, usize)>) {
            match of.get_ref() {
                Value::Text(text) => to.push((text.to_string(), context.place(of))),
                Value::Array(items) | Value::Tables(items) => {
                    for item in items {
                        add(item, context, to);
                    }
                }
                Value::Table(table) => table.values().for_each(|value| add(value, context, to)),
                _ => {}
            }
        }
        let mut all = Vec::new();
        self.table.values().for_each(|value| add(value, self.context, &mut all));
        all.compact_sort_by_key(|(_, at)| *at);
        all
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self) {
        let known = self.known.borrow();
        #[cfg(test)]
        self.context.asked_for(self.what, &known);
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let advice = mistyped(name, known.iter().map(|it| (it, *it))).map_or_else(
                || Sentence::RemoveIt.into(),
                |meant| Sentence::DidYouMean.of([&meant]),
            );
            let name = sanitise::escaped(name);
            let message = Sentence::UnknownKey.of([&name]).and(self.what).and(advice);
            self.context.fault(self.context.place(key), message);
        }
    }

    /// Whether the table lacks a key.
    pub(super) fn is_missing(&self, key: &str) -> bool {
        !self.table.contains_key(key)
    }

    pub(super) fn missing(&self, key: &str) {
        self.fault(self.at, Sentence::Lacks.of([&key]).and(self.what));
    }

    fn wrong_type(&self, key: &str, value: &Spanned<Value<'i>>, wanted: Sentence) {
        let kind = value.get_ref().type_str();
        let message = if kind == "datetime" && wanted == Sentence::AText {
            Sentence::DateUnquoted.of([&key])
        } else {
            Sentence::WrongType.of([&key]).and(wanted).and(type_name(kind))
        };
        self.fault(self.context.place(value), message);
    }

    fn read_text(&self, key: &str, value: &Spanned<Value<'i>>) -> Option<Located<String>> {
        let text = self.sound_text(key, value)?;
        Some(Located { value: text.to_owned(), at: self.context.place(value) })
    }

    /// A text in which nothing is wrong, whatever it is.
    fn sound_text<'v>(&self, key: &str, value: &'v Spanned<Value<'i>>) -> Option<&'v str> {
        let at = self.context.place(value);
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, Sentence::AText);
            return None;
        };
        if text.is_empty() {
            self.fault(at, Sentence::EmptyText.of([&key]));
            return None;
        }
        if text.trim() != text {
            self.fault(at, Sentence::SpaceAround.of([&key]));
            return None;
        }
        // Most texts are letters, digits and signs of ASCII, none of which is hostile.
        let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if !is_plain && let Some(c) = text.chars().find(|c| sanitise::is_hostile(*c)) {
            // What stands in the file as it is has been reported already, but for ends of lines and tabs.
            let is_told = !matches!(c, '\n' | '\r' | '\t');
            if !is_told || !contains_raw(self.context.text, value.span(), c) {
                let shown = sanitise::escape(c);
                self.fault(at, Sentence::HoldsInvisible.of([&key, &shown]));
            }
            return None;
        }
        Some(text)
    }

    fn read_date(&self, key: &str, value: &Spanned<Value<'i>>) -> Option<Located<Date>> {
        let text = self.sound_text(key, value)?;
        let at = self.context.place(value);
        let Ok(date) = text.parse::<Date>() else {
            self.fault(at, Sentence::NoDate.of([&text, &key]));
            return None;
        };
        if date > self.context.today {
            self.fault(at, Sentence::InFuture.of([&key, &date]));
            return None;
        }
        Some(Located { value: date, at })
    }

    fn read_table(
        &self,
        key: &str,
        value: &'a Spanned<Value<'i>>,
        what: Sentence,
    ) -> Option<Fields<'a, 'i>> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, Sentence::ATableInBraces);
            return None;
        };
        Some(Fields::new(self.context, table, self.context.place(value), what))
    }

    pub(super) fn is_https(&self, key: &str, text: &Located<String>) -> bool {
        if PlainHttps::of(&text.value).is_some() {
            return true;
        }
        let fault = match check_https(&text.value) {
            Ok(()) if is_on_a_number(&text.value) => Sentence::AddressOfNumber,
            Ok(()) => return true,
            Err(HttpsError::NoAddress) => Sentence::NoAddress,
            Err(HttpsError::OtherScheme) => Sentence::NoHttps,
            Err(HttpsError::UserName) => Sentence::UserName,
            Err(HttpsError::Character) => Sentence::BadCharacter,
        };
        self.fault(text.at, fault.of([&sanitise::escaped(&text.value), &key]));
        false
    }
}

/// "`x` is no …; choose one of …", with the nearest of them first named.
pub(super) fn not_one_of(key: &str, given: &str, known: &[&str]) -> Message {
    let given = sanitise::escaped(given);
    match mistyped(&given, known.iter().map(|it| (it, *it))) {
        Some(meant) => Sentence::NotKnownMeant.of([&given, &key, &meant]),
        None if known.len() <= 12 => Sentence::NotKnownOf.of([&given, &key, &known.join(", ")]),
        None => Sentence::NotKnown.of([&given, &key]),
    }
}

fn contains_raw(text: &str, span: Range<usize>, c: char) -> bool {
    text.get(span).is_some_and(|raw| raw.contains(c))
}

fn type_name(kind: &str) -> Message {
    match kind {
        "string" => Sentence::AText.into(),
        "integer" | "float" => Sentence::ANumber.into(),
        "boolean" => Sentence::TrueOrFalse.into(),
        "datetime" => Sentence::ABareDate.into(),
        "array" => Sentence::AList.into(),
        "table" => Sentence::ATable.into(),
        other => Sentence::AsIs.of([&other]),
    }
}
