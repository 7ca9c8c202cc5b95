//! Whole numbers.

use toml::Spanned;

use super::{Fields, Located, Message, Sentence, Value};
use crate::compact_sort::CompactSort;
use crate::text::sanitise;

impl Fields<'_, '_> {
    pub(in super::super) fn number(&self, key: &'static str) -> Option<Located<u32>> {
        self.number_or(key, |written| Sentence::NoCount.of([&key, &written, &u32::MAX]))
    }

    /// A whole number; what is said of one that is too large, negative, or not in digits, as it is written.
    pub(in super::super) fn number_or(
        &self,
        key: &'static str,
        fault: impl Fn(&str) -> Message,
    ) -> Option<Located<u32>> {
        let Some(value) = self.value(key) else {
            self.missing(key);
            return None;
        };
        self.read_number(key, value, fault)
    }

    /// A table with whole numbers as values, in the order of its keys.
    pub(in super::super) fn numbers(&self, key: &'static str) -> Vec<(Located<String>, u32)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, Sentence::ATableInBraces);
            return Vec::new();
        };
        let pairs = table.iter().filter_map(|(name, number)| {
            let name = Located { value: name.get_ref().to_string(), at: self.context.place(name) };
            let fault = |written: &str| {
                Sentence::NoCount.of([&sanitise::escaped(&name.value), &written, &u32::MAX])
            };
            let number = self.read_number(key, number, fault)?.value;
            Some((name, number))
        });
        let mut pairs: Vec<(Located<String>, u32)> = pairs.collect();
        pairs.compact_sort_by(|(one, _), (other, _)| one.value.cmp(&other.value));
        pairs
    }

    fn read_number(
        &self,
        key: &str,
        value: &Spanned<Value<'_>>,
        fault: impl Fn(&str) -> Message,
    ) -> Option<Located<u32>> {
        let at = self.context.place(value);
        let number = value.get_ref().as_integer();
        if number.is_none() && !matches!(value.get_ref(), Value::Float) {
            self.wrong_type(key, value, Sentence::AWholeNumber);
            return None;
        }
        let decimal = number.filter(|number| number.radix() == 10);
        let read = decimal.and_then(|number| number.as_str().replace('_', "").parse().ok());
        if read.is_none() {
            let written = self.context.text.get(value.span()).unwrap_or_default();
            self.fault(at, fault(written));
        }
        Some(Located { value: read?, at })
    }
}
