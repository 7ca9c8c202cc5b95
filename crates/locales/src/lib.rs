//! The words of the interface, from files that a translator can edit.
//!
//! `locales/*.toml` holds a file for each language: its code, what it calls itself, and groups of
//! keys with texts. [`generate`] reads them when the program is built, reports every fault with its
//! file and line, and writes the Rust that holds the texts: a struct with a field for each key, a
//! method for each key with places, and an enum of the languages. A new language is a new file.
//!
//! English is the reference: its keys and places are those that every other language must have.

mod check;
mod locale;
mod rust;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

pub use locale::{Entry, Locale};

/// The language that the others are held against, and that is spoken where none other fits.
pub const REFERENCE: &str = "en";

/// What is wrong with a file of words, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleError {
    /// The file, as it was named.
    pub file: PathBuf,
    /// The line, counted from 1; 0 where it is about the file as a whole.
    pub line: usize,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
}

impl fmt::Display for LocaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if self.line > 0 {
            write!(f, "{}:", self.line)?;
        }
        write!(f, " {}", self.message)
    }
}

impl std::error::Error for LocaleError {}

/// Reads all languages of a folder: the reference last, the others in the order of their codes.
///
/// # Errors
///
/// Every fault of every file: no TOML, a key that is missing or too many, places that differ from
/// those of the reference, characters that nobody sees.
pub fn read(folder: &Path) -> Result<Vec<Locale>, Vec<LocaleError>> {
    let fault = |file: &Path, why: &std::io::Error| {
        vec![LocaleError {
            file: file.to_owned(),
            line: 0,
            message: format!("can't be read: {why}"),
        }]
    };
    let listed = fs::read_dir(folder).map_err(|why| fault(folder, &why))?;
    let mut files = Vec::new();
    for entry in listed {
        let file = entry.map_err(|why| fault(folder, &why))?.path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            files.push(file);
        }
    }
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|why| fault(&file, &why))?;
        texts.push((file, text));
    }
    check::locales(&texts)
}

/// Reads all languages of a folder, writes the Rust that holds them to a file, and gives them back.
///
/// # Errors
///
/// See [`read`]; and where the file can't be written.
pub fn generate(folder: &Path, to: &Path) -> Result<Vec<Locale>, Vec<LocaleError>> {
    let locales = read(folder)?;
    fs::write(to, rust::rust(&locales)).map_err(|why| {
        let message = format!("can't be written: {why}");
        vec![LocaleError { file: to.to_owned(), line: 0, message }]
    })?;
    Ok(locales)
}
