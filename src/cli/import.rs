//! `officieel import`: what a register or another list says, held against the directory; or a directory made of it.

mod ask;
mod json;
mod make;
mod text;

use std::io::{self, BufRead, BufReader};
use std::path::Path;

use super::arguments::{ImportArguments, ImportFormat, Shared};
use super::error::Result;
use super::{Context, ExitStatus, load, proposed};
use crate::directory::{Date, Directory};
use crate::input_file;
use crate::replace::{Readers, replace, target};
use crate::text::sanitise::escaped;
use officieel_online::import::wikidata::query;
use officieel_online::import::{
    Counts, Extract, Import, ImportError, LastRun, Mapping, ReadOptions, Source, read, sort,
};

/// What is told of an import.
struct Told<'a> {
    directory: &'a Directory,
    extract: &'a Extract,
    import: &'a Import,
    counts: Counts,
}

pub(super) fn run(
    command: &ImportArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    if command.print_query {
        return print_query(command, shared, cx);
    }
    let source = Source::from(command.source);
    let extract = if command.fetch {
        let answer = ask::answer(source, command, shared, cx)?;
        let name = ask::name(source, command);
        extract(source, &mut &answer[..], Path::new(&name), command, cx)?
    } else {
        let path = command.file.as_deref().unwrap_or(Path::new("-"));
        extract(source, &mut *opened(path, cx)?, path, command, cx)?
    };
    let seen = day(command, &extract, cx)?;
    check_last_run(source, &extract, command, cx)?;
    if let Some(to) = &command.new_directory {
        make::new_directory(&extract, source, seen, to, command, shared, cx)?;
    } else {
        let directory = load::listed_directory_with_notice(shared, cx)?;
        let import = sort(source, &extract, &directory, seen);
        let counts = Counts::of(&import);
        if let Some(path) = &command.proposals {
            let found = proposed::import::proposals(&import, &extract, &directory);
            proposed::keep(path, found.proposals, &directory, cx)?;
            text::without_page(&found.without_page, cx)?;
        }
        let told = Told { directory: &directory, extract: &extract, import: &import, counts };
        if command.json || command.format == ImportFormat::Json {
            json::write(&told, cx)?;
        } else {
            text::write(&told, cx)?;
        }
    }
    keep_run(source, &extract, command, cx)?;
    Ok(ExitStatus::Found)
}

fn print_query(
    command: &ImportArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let languages: Vec<&str> = command.languages.iter().map(String::as_str).collect();
    let country = shared.country.as_deref().unwrap_or_default();
    match query(country, &languages, &[]) {
        Some(text) => {
            cx.out.write_all(text.as_bytes())?;
            Ok(ExitStatus::Found)
        }
        None => Err(cx.unusable(cx.words.import_no_query)),
    }
}

fn opened(path: &Path, cx: &mut Context<'_>) -> Result<Box<dyn BufRead>> {
    if load::is_stream(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = input_file::open(path).map_err(|error| load::unreadable(path, &error, cx))?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// Reads the source whole; one that can't be used is complained of.
fn extract(
    source: Source,
    input: &mut dyn BufRead,
    path: &Path,
    command: &ImportArguments,
    cx: &mut Context<'_>,
) -> Result<Extract> {
    let mapping = match command.map.as_deref().map(str::parse::<Mapping>).transpose() {
        Ok(mapping) => mapping,
        Err(error) => return Err(cx.unusable(&escaped(&format!("--map: {error}")))),
    };
    let options = ReadOptions { mapping, country: command.rows.clone() };
    read(source, input, &options).map_err(|error| match error {
        ImportError::Unreadable(error) => load::unreadable(path, &error, cx),
        other => {
            let (file, why) = (load::name_of(path), text::refusal(&other, cx.words));
            cx.unusable(&cx.words.import_unusable(&file, &escaped(&why)))
        }
    })
}

/// The day on which the source said so: its own, or the one that was given. None is made up.
fn day(command: &ImportArguments, extract: &Extract, cx: &mut Context<'_>) -> Result<Date> {
    // What is asked for now says what holds now.
    let now = command.fetch.then_some(cx.today);
    let day = command.seen.or(extract.stamped).or(now);
    match day {
        Some(day) if command.proposals.is_some() && day > cx.today => {
            Err(cx.unusable(&cx.words.add_later(&day.to_string())))
        }
        Some(day) => Ok(day),
        None => Err(cx.unusable(cx.words.import_needs_day)),
    }
}

/// Holds the answer against the last good one, where that is kept.
fn check_last_run(
    source: Source,
    extract: &Extract,
    command: &ImportArguments,
    cx: &mut Context<'_>,
) -> Result<()> {
    let Some(path) = command.last_run.as_deref().filter(|path| path.exists()) else {
        return Ok(());
    };
    let bytes = load::read(path, cx)?;
    let Ok(last) = serde_json::from_slice::<LastRun>(&bytes) else {
        let file = load::name_of(path);
        return Err(cx.unusable(&cx.words.import_no_last_run(&file)));
    };
    last.check(source, extract).map_err(|shrunk| {
        let why = text::shrunk(&shrunk, cx.words);
        cx.unusable(&why)
    })
}

/// Keeps what this run held for the next one.
fn keep_run(
    source: Source,
    extract: &Extract,
    command: &ImportArguments,
    cx: &mut Context<'_>,
) -> Result<()> {
    let Some(path) = &command.last_run else { return Ok(()) };
    let mut text =
        serde_json::to_string_pretty(&LastRun::of(source, extract)).map_err(io::Error::other)?;
    text.push('\n');
    write(path, text.as_bytes(), cx)
}

/// Puts a content in the place of a file; one that can't be written is complained of.
fn write(path: &Path, content: &[u8], cx: &mut Context<'_>) -> Result<()> {
    let written = target(path).and_then(|path| replace(&path, content, Readers::Anyone));
    written.map_err(|error| {
        let (file, why) = (load::name_of(path), escaped(&error.to_string()));
        cx.unusable(&cx.words.import_unwritable(&file, &why))
    })
}
