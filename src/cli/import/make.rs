//! A directory of another country, made of what a source says.

use std::path::Path;

use super::super::arguments::{ImportArguments, Shared};
use super::super::error::Result;
use super::super::{Context, load};
use crate::directory::{Date, LoadError};
use crate::embedded;
use crate::messages::labels;
use crate::messages::problem::{message, placed};
use crate::platform::check_https;
use crate::text::sanitise::escaped;
use officieel_online::import::new_directory::{
    NewDirectory, NewDirectoryError, NewDirectoryOptions, new_directory as make,
};
use officieel_online::import::{Extract, Source};

/// Makes the file, and says what it holds and what was left out.
pub(super) fn new_directory(
    extract: &Extract,
    source: Source,
    seen: Date,
    to: &Path,
    command: &ImportArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<()> {
    if to.symlink_metadata().is_ok() && !command.force {
        let file = load::name_of(to);
        return Err(cx.unusable(&cx.words.import_is_there(&file)));
    }
    if seen.is_after(cx.today) {
        return Err(cx.unusable(&cx.words.import_future(&seen.to_string())));
    }
    let words = match &command.words {
        Some(path) => {
            let bytes = load::read(path, cx)?;
            Some(String::from_utf8_lossy(&bytes).into_owned())
        }
        None => None,
    };
    let built_in = embedded::directory().map_err(std::io::Error::other)?;
    let country = shared.country.as_deref().unwrap_or_default();
    let code = country.to_ascii_uppercase();
    let title = cx.words.import_title(labels::country(cx.words, &code).unwrap_or(&code));
    let published_at = command.published_at.as_deref().or(command.address.as_deref());
    if let Some(address) = published_at.filter(|it| check_https(it).is_err()) {
        return Err(cx.unusable(&cx.words.import_published_https(&escaped(address))));
    }
    let options = NewDirectoryOptions {
        country,
        source,
        seen,
        title: &title,
        published_at,
        words: words.as_deref(),
        suffixes: embedded::suffixes(),
        built_in: &built_in,
    };
    let of_words = || command.words.as_deref().map(load::name_of).unwrap_or_default();
    let made = make(extract, &options).map_err(|error| match error {
        NewDirectoryError::Words { line, column, why } => {
            let why = cx.words.proposals_syntax(&escaped(&why));
            cx.unusable_lines(std::iter::once(format!("{}:{line}:{column}: {why}", of_words())))
        }
        NewDirectoryError::WordsLoad(problems) => {
            let (words, file) = (cx.words, of_words());
            let line = |it: &LoadError| format!("{file}:{}", placed(words, it));
            cx.unusable_lines(problems.iter().map(line))
        }
        NewDirectoryError::Country => cx.unusable(cx.words.import_no_country),
        NewDirectoryError::NoSource => cx.unusable(cx.words.import_no_source),
        // No file has these places yet.
        NewDirectoryError::Load(problems) => {
            let line = |it: &LoadError| message(cx.words, it);
            let lines: Vec<String> = problems.iter().map(line).collect();
            cx.unusable_lines(lines.into_iter())
        }
    })?;
    super::write(to, made.text.as_bytes(), cx)?;
    say(&made, to, cx)
}

fn say(made: &NewDirectory, to: &Path, cx: &mut Context<'_>) -> Result<()> {
    let words = cx.words;
    let organisations = made.directory.organisation_count().to_string();
    let accounts = made.directory.account_count().to_string();
    writeln!(cx.out, "{}", words.import_made(&accounts, &load::name_of(to), &organisations))?;
    let refused: usize = made.refused.values().sum();
    let (left_out, dropped) = (made.left_out.to_string(), made.dropped.to_string());
    writeln!(cx.out, "{}", words.import_made_without(&dropped, &left_out, &refused.to_string()))?;
    for (reason, count) in &made.refused {
        writeln!(cx.out, "  {count}  {}", super::text::reason_by_id(reason, words))?;
    }
    Ok(())
}
