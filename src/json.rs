//! JSON that is safe to print: nothing in it steers a terminal.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a value as indented JSON with a line break at its end.
pub(crate) fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    writeln!(out, "{}", harmless(serde_json::to_string_pretty(value)?))
}

/// An array that is written value by value, as [`write()`] does it at once.
pub(crate) struct List<'a> {
    out: &'a mut dyn Write,
    is_empty: bool,
}

impl<'a> List<'a> {
    /// An array without values, so far.
    pub(crate) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, is_empty: true }
    }

    /// Writes one more value.
    pub(crate) fn add(&mut self, value: &impl Serialize) -> io::Result<()> {
        let text = harmless(serde_json::to_string_pretty(value)?).replace('\n', "\n  ");
        let before = if std::mem::take(&mut self.is_empty) { "[" } else { "," };
        write!(self.out, "{before}\n  {text}")
    }

    /// Writes the end.
    pub(crate) fn end(self) -> io::Result<()> {
        writeln!(self.out, "{}", if self.is_empty { "[]" } else { "\n]" })
    }
}

/// JSON in which everything that a terminal would act on is written as `\u` escapes, as is allowed
/// everywhere in it.
fn harmless(json: String) -> String {
    let is_raw = |c: char| c != '\n' && crate::text::sanitise::is_hostile(c);
    // Nearly all of it is harmless as it is.
    if !json.contains(is_raw) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if is_raw(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                safe.extend(format!("\\u{unit:04x}").chars());
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_written_value_by_value_as_it_is_at_once() {
        for values in
            [&[][..], &[vec!["a\nb"]], &[vec!["\u{202e}\u{e0001}"], vec![], vec!["c", "d"]]]
        {
            let (mut at_once, mut one_by_one) = (Vec::new(), Vec::new());
            write(&mut at_once, &values).unwrap();
            let mut list = List::new(&mut one_by_one);
            for value in values {
                list.add(value).unwrap();
            }
            list.end().unwrap();
            let text = String::from_utf8(one_by_one).unwrap();
            assert_eq!(text, String::from_utf8(at_once).unwrap());
            let read: Vec<Vec<String>> = serde_json::from_str(&text).unwrap();
            assert_eq!(read, values);
        }
    }
}
