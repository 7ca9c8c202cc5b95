//! JSON that is safe to print: nothing in it steers a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};

use crate::text::sanitise::is_hostile;

/// Writes a value as indented JSON with a line break at its end, piece by piece: the text is never held
/// whole.
pub(crate) fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    pretty(&mut *out, value)?;
    writeln!(out)
}

/// Writes a value as JSON on one line.
pub(crate) fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_string(value)?;
    // Outside of texts nothing of JSON is hostile.
    write_harmless(out, &text)?;
    writeln!(out)
}

/// Writes a text with escapes for what is hostile in it.
fn write_harmless<W: ?Sized + Write>(out: &mut W, text: &str) -> io::Result<()> {
    let mut rest = text;
    // Nearly all of it is harmless as it is.
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_hostile(*c)) {
        let (plain, behind) = rest.split_at(at);
        out.write_all(plain.as_bytes())?;
        for unit in c.encode_utf16(&mut [0; 2]) {
            write!(out, "\\u{unit:04x}")?;
        }
        rest = behind.get(c.len_utf8()..).unwrap_or_default();
    }
    out.write_all(rest.as_bytes())
}

fn pretty<W: Write>(out: W, value: &impl Serialize) -> io::Result<()> {
    let formatter = Harmless(PrettyFormatter::new());
    Ok(value.serialize(&mut Serializer::with_formatter(out, formatter))?)
}

/// The elements of an array that is written value by value, as [`write()`] does it at once; they may be made on
/// several threads.
#[derive(Debug, Default)]
pub(crate) struct Elements {
    are_there: bool,
}

impl Elements {
    /// Writes one more value.
    pub(crate) fn add(&mut self, value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        let mut text = Vec::new();
        element(&mut text, value)?;
        self.add_made(&text, out)
    }

    /// Writes some that [`element`] made.
    pub(crate) fn add_made(&mut self, made: &[u8], out: &mut dyn Write) -> io::Result<()> {
        let Some((_comma, rest)) = made.split_first() else { return Ok(()) };
        let before: &[u8] = if std::mem::replace(&mut self.are_there, true) { b"," } else { b"[" };
        out.write_all(before)?;
        out.write_all(rest)
    }

    /// Writes the end.
    pub(crate) fn end(self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", if self.are_there { "\n]" } else { "[]" })
    }
}

/// Adds a value of an array with the comma that stands before all but the first.
pub(crate) fn element(to: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    let mut text = Vec::new();
    pretty(&mut text, value)?;
    let text = String::from_utf8_lossy(&text).replace('\n', "\n  ");
    write!(to, ",\n  {text}")
}

/// Indented JSON in which everything that a terminal would act on is written as `\u` escapes, as is
/// allowed in every text of it.
struct Harmless(PrettyFormatter<'static>);

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        write_harmless(out, fragment)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
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
            let mut elements = Elements::default();
            for value in values {
                elements.add(value, &mut one_by_one).unwrap();
            }
            elements.end(&mut one_by_one).unwrap();
            let text = String::from_utf8(one_by_one).unwrap();
            assert_eq!(text, String::from_utf8(at_once).unwrap());
            let read: Vec<Vec<String>> = serde_json::from_str(&text).unwrap();
            assert_eq!(read, values);
        }
    }
}
