//! One file of words, as it is written.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::LocaleError;

/// The words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// The file that they are from.
    pub file: PathBuf,
    /// The code of ISO 639-1, such as `nl`.
    pub language: String,
    /// What the language calls itself.
    pub name: String,
    /// The texts, in the order of the file.
    pub entries: Vec<Entry>,
}

/// A text with its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The group that it stands in: for the reader, no part of its name.
    pub group: String,
    /// Its name, the only one of this name in the file.
    pub key: String,
    /// The text; `{places}` in it are for values.
    pub text: String,
    /// The line of the key, counted from 1.
    pub line: usize,
}

impl Locale {
    /// Reads a file of words.
    ///
    /// # Errors
    ///
    /// Where it is no TOML, or not of the form of such files.
    pub fn parse(file: &Path, text: &str) -> Result<Self, Vec<LocaleError>> {
        let mut reader = Reader { file, text, faults: Vec::new() };
        let locale = reader.read();
        if reader.faults.is_empty() { Ok(locale) } else { Err(reader.faults) }
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| entry.text.as_str())
    }
}

impl Entry {
    /// The names of its places, each once, in alphabetical order.
    pub fn places(&self) -> Vec<&str> {
        let mut places: Vec<&str> = self
            .text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0))
            .filter(|place| is_place(place))
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Whether what stands in braces is a place: a name or a number.
fn is_place(text: &str) -> bool {
    is_identifier(text) || (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text can be the name of a key or place.
pub(crate) fn is_identifier(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(is_part)
}

struct Reader<'a> {
    file: &'a Path,
    text: &'a str,
    faults: Vec<LocaleError>,
}

impl Reader<'_> {
    fn fault(&mut self, at: usize, message: String) {
        let line = self.line_of(at);
        self.faults.push(LocaleError { file: self.file.to_owned(), line, message });
    }

    fn line_of(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }

    fn read(&mut self) -> Locale {
        let mut locale = Locale {
            file: self.file.to_owned(),
            language: String::new(),
            name: String::new(),
            entries: Vec::new(),
        };
        let document = match DeTable::parse(self.text) {
            Ok(document) => document.into_inner(),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                self.fault(at, format!("this is no TOML: {}; mend the line", error.message()));
                return locale;
            }
        };
        for (key, value) in &document {
            let at = key.span().start;
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("language", DeValue::String(code)) => locale.language = code.to_string(),
                ("name", DeValue::String(name)) => locale.name = name.to_string(),
                (group, DeValue::Table(table)) => {
                    self.read_group(group, table, &mut locale.entries);
                }
                (key, _) => self.fault(
                    at,
                    format!(
                        "`{key}` is no part of a file of words; put it in a [group], with a text"
                    ),
                ),
            }
        }
        self.read_head(&locale);
        locale.entries.sort_by_key(|entry| entry.line);
        locale
    }

    fn read_head(&mut self, locale: &Locale) {
        for (key, value) in [("language", &locale.language), ("name", &locale.name)] {
            if value.trim().is_empty() {
                self.fault(0, format!("`{key}` is missing; put it at the top of the file"));
            }
        }
        let is_code = |c: char| c.is_ascii_lowercase() || c == '-';
        if !locale.language.chars().all(is_code) {
            self.fault(0, "`language` is no code; write it as in `nl`, in lower case".to_owned());
        }
        let stem = self.file.file_stem().unwrap_or_default();
        if !locale.language.is_empty() && stem != locale.language.as_str() {
            let code = &locale.language;
            self.fault(
                0,
                format!("`language` is `{code}`; name the file {code}.toml, or mend the code"),
            );
        }
    }

    fn read_group(&mut self, group: &str, table: &DeTable<'_>, entries: &mut Vec<Entry>) {
        for (key, value) in table {
            let at = key.span().start;
            let key: &str = key.get_ref();
            let Some(text) = self.text_of(at, key, value) else { continue };
            let entry = Entry {
                group: group.to_owned(),
                key: key.to_owned(),
                text,
                line: self.line_of(at),
            };
            entries.push(entry);
        }
    }

    fn text_of(&mut self, at: usize, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(text.to_string());
        }
        self.fault(at, format!("`{key}` is no text; put its value in quotes"));
        None
    }
}
