//! A directory of another country, made of what a source says.

use std::path::Path;

use super::super::arguments::{ImportArguments, Shared};
use super::super::error::Result;
use super::super::{Context, load};
use crate::directory::{Date, LoadError};
use crate::embedded;
use crate::messages::problem::placed;
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
    let options = NewDirectoryOptions {
        country: shared.country.as_deref().unwrap_or_default(),
        source,
        seen,
        words: words.as_deref(),
        suffixes: embedded::suffixes(),
        built_in: &built_in,
    };
    let made = make(extract, &options).map_err(|error| match error {
        NewDirectoryError::Words(why) => {
            let file = command.words.as_deref().map(load::name_of).unwrap_or_default();
            cx.unusable(&cx.words.import_unusable(&file, &escaped(&why)))
        }
        NewDirectoryError::Country => cx.unusable(cx.words.import_no_country),
        NewDirectoryError::Load(problems) => {
            let line = |it: &LoadError| placed(cx.words, it);
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
