//! What must hold of the words of a language, by itself and beside the reference.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::locale::is_identifier;
use crate::{Entry, Locale, LocaleError, REFERENCE};

/// Names that the generated struct has for itself, or that can't be names in Rust.
const TAKEN: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "gen", "if", "impl", "in", "language", "let", "loop", "match", "mod",
    "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "type", "unsafe", "use", "where", "while",
];

/// The languages of texts that were read from files: the reference last.
pub(crate) fn locales(texts: &[(PathBuf, String)]) -> Result<Vec<Locale>, Vec<LocaleError>> {
    let mut faults = Vec::new();
    let mut locales = Vec::new();
    for (file, text) in texts {
        match Locale::parse(file, text) {
            Ok(locale) => {
                alone(&locale, &mut faults);
                locales.push(locale);
            }
            Err(found) => faults.extend(found),
        }
    }
    locales.sort_by_key(|locale| (locale.language == REFERENCE, locale.language.clone()));
    match locales.split_last() {
        Some((reference, others)) if reference.language == REFERENCE => {
            for locale in others {
                beside(reference, locale, &mut faults);
            }
        }
        _ if faults.is_empty() => faults.push(LocaleError {
            file: PathBuf::from(format!("{REFERENCE}.toml")),
            line: 0,
            message: "is missing; it holds the words that the other languages are held against"
                .to_owned(),
        }),
        _ => (),
    }
    if faults.is_empty() { Ok(locales) } else { Err(faults) }
}

fn fault(locale: &Locale, line: usize, message: String) -> LocaleError {
    LocaleError { file: locale.file.clone(), line, message }
}

/// What must hold of a language by itself.
fn alone(locale: &Locale, faults: &mut Vec<LocaleError>) {
    let mut lines: HashMap<&str, usize> = HashMap::new();
    for Entry { key, text, line, .. } in &locale.entries {
        let mut say = |message: String| faults.push(fault(locale, *line, message));
        if !is_identifier(key) || TAKEN.contains(&key.as_str()) {
            say(format!(
                "`{key}` can't be a key; write lower-case letters, digits and _, and no word of Rust"
            ));
        }
        if let Some(first) = lines.insert(key, *line) {
            say(format!(
                "`{key}` stands on line {first} too; a key is unique over all groups, rename one"
            ));
        }
        if text.trim().is_empty() {
            say(format!("`{key}` is empty; translate it"));
        }
        if let Some(c) = text.chars().find(|c| is_invisible(*c)) {
            say(format!(
                "`{key}` holds the invisible character U+{:04X}; take it out",
                u32::from(c)
            ));
        }
    }
}

/// What must hold of a language beside the reference.
fn beside(reference: &Locale, locale: &Locale, faults: &mut Vec<LocaleError>) {
    let known: HashMap<&str, &Entry> =
        reference.entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
    let own: HashMap<&str, &Entry> =
        locale.entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
    let of = reference.file.display();
    for Entry { group, key, line, .. } in &reference.entries {
        if !own.contains_key(key.as_str()) {
            let message =
                format!("`{key}` is missing; add it to [{group}], translated from {of}:{line}");
            faults.push(fault(locale, 0, message));
        }
    }
    for entry in &locale.entries {
        let Entry { group, key, line, .. } = entry;
        let mut say = |message: String| faults.push(fault(locale, *line, message));
        let Some(model) = known.get(key.as_str()) else {
            say(format!("`{key}` is not in {of}; take it out, or mend its name"));
            continue;
        };
        if model.group != *group {
            say(format!(
                "`{key}` belongs in [{}], as in {of}:{}; move it",
                model.group, model.line
            ));
        }
        let (places, expected) = (entry.places(), model.places());
        if places != expected {
            say(format!(
                "`{key}` has the places {}, and {of}:{} has {}; use these, each spelt as there",
                listed(&places),
                model.line,
                listed(&expected)
            ));
        }
    }
}

fn listed(places: &[&str]) -> String {
    if places.is_empty() {
        return "(none)".to_owned();
    }
    places.iter().map(|place| format!("{{{place}}}")).collect::<Vec<_>>().join(" ")
}

/// Whether a character can't be seen, or steers the text around it.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(
            c,
            '\u{AD}'
                | '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

#[cfg(test)]
mod tests;
