//! What a command is about: the directory in use, and what a query means in it.

use std::cell::Cell;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Context;
use super::arguments::Shared;
use super::error::{CommandError, Result};
use crate::cache::{self, OpenError, Progress, Step};
use crate::directory::{Directory, Kind, LoadError, Overlay};
use crate::dirs;
use crate::input_file;
use crate::messages::{labels, problem};
use crate::observations_file::{self, ReadError};
use crate::platform::{PlatformIndex, PlatformRules};
use crate::text::sanitise;
pub(super) use crate::text::sanitise::escaped_path as name_of;
use crate::text::suggest::nearest;
use crate::words::Words;

/// Loads the directory in use, with own observations; a file that can't be is complained of, with all its
/// problems.
///
/// Where it will take seconds, that is said on the error output.
pub(super) fn directory(shared: &Shared, cx: &mut Context<'_>) -> Result<Directory> {
    let directory = listed_directory_with_notice(shared, cx)?;
    let (directory, _overlay) = overlaid_or_reported(directory, shared, cx)?;
    Ok(directory)
}

/// [`directory`] for a command that changes own observations, and can't do without them.
pub(super) fn directory_to_change(shared: &Shared, cx: &mut Context<'_>) -> Result<Directory> {
    let directory = listed_directory_with_notice(shared, cx)?;
    let (directory, _overlay) = overlaid(directory, shared, cx)?;
    Ok(directory)
}

/// [`directory`] for a command that answers a question: where own observations can't be read it answers without
/// them, and says so. What is official does not depend on them.
pub(super) fn directory_to_answer(shared: &Shared, cx: &mut Context<'_>) -> Result<Directory> {
    let directory = listed_directory_with_notice(shared, cx)?;
    let Some(path) = overlay_path(shared) else {
        return Ok(directory);
    };
    match observations_file::read(&path, &directory) {
        Ok(None) => Ok(directory),
        Ok(Some(overlay)) => Ok(directory.with_overlay(&overlay, cx.today)),
        Err(error) => {
            warn(&path, &error, cx)?;
            Ok(directory)
        }
    }
}

/// Says that own observations don't count, why not and what to do.
fn warn(path: &Path, error: &ReadError, cx: &mut Context<'_>) -> io::Result<()> {
    let (file, words) = (name_of(path), cx.words);
    let (why, more) = match error {
        ReadError::Unreadable(error) => (format!("{}.", not_read(words, path, error)), None),
        ReadError::Problems(problems) => {
            let placed = |it| ended(format!("{file}:{}", problem::placed(words, it)));
            let first = problems.first().map(placed).unwrap_or_default();
            let all = words.all_problems(&file);
            (first, (problems.len() > 1).then_some(all))
        }
    };
    let text = words.left_out(&why);
    writeln!(cx.err, "officieel: {text}")?;
    more.map_or(Ok(()), |more| writeln!(cx.err, "officieel: {more}"))
}

/// A sentence with the mark at its end, which a question has already.
fn ended(sentence: String) -> String {
    if sentence.ends_with(['?', '.', '!']) { sentence } else { sentence + "." }
}

/// [`listed_directory`]; where it will take seconds, that is said on the error output.
pub(super) fn listed_directory_with_notice(
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<Directory> {
    let path = shared.directory.as_deref().unwrap_or(Path::new(""));
    let text = cx.words.cli_reading_large(&name_of(path));
    let is_said = Cell::new(false);
    listed_directory(shared, cx, &|progress| {
        if takes_long(progress) && !is_said.replace(true) {
            // Who can't be told waits all the same.
            let _ = writeln!(io::stderr(), "{text}");
        }
    })
}

/// Whether what begins takes so long that a person wonders.
fn takes_long(progress: Progress) -> bool {
    const LONG: u64 = 16 << 20;
    progress.step == Step::Reading && progress.total >= LONG
}

/// [`directory`], telling how far it is, with the overlay that counts over the directory, where there is one.
pub(super) fn directory_with_overlay(
    shared: &Shared,
    cx: &mut Context<'_>,
    on_progress: cache::OnProgress<'_>,
) -> Result<(Directory, Option<Overlay>)> {
    let directory = listed_directory(shared, cx, on_progress)?;
    overlaid_or_reported(directory, shared, cx)
}

/// [`overlaid`]; where the overlay can't be read it is said that the command works without one.
fn overlaid_or_reported(
    directory: Directory,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<(Directory, Option<Overlay>)> {
    overlaid(directory, shared, cx).map_err(|error| match error {
        CommandError::Reported(status) => cx.reported(cx.words.needed, status),
        CommandError::Io(_) => error,
    })
}

/// A directory with the overlay in use over it. An overlay that can't be read is complained of.
fn overlaid(
    directory: Directory,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<(Directory, Option<Overlay>)> {
    let Some(path) = overlay_path(shared) else {
        return Ok((directory, None));
    };
    match observations_file::read(&path, &directory) {
        Ok(None) => Ok((directory, None)),
        Ok(Some(overlay)) => Ok((directory.with_overlay(&overlay, cx.today), Some(overlay))),
        Err(ReadError::Problems(problems)) => Err(complaint(&name_of(&path), &problems, cx)),
        Err(ReadError::Unreadable(error)) => Err(unreadable(&path, &error, cx)),
    }
}

/// The overlay file in use, whether it is there or not: the one that was named, or else the customary one.
pub(super) fn overlay_path(shared: &Shared) -> Option<PathBuf> {
    let named = shared.overlay.clone();
    let customary = || observations_file::default_path(|name| std::env::var_os(name));
    // What somebody saw since is not of that day.
    named.or_else(customary).filter(|_| !shared.no_overlay && shared.as_of.is_none())
}

/// The directory in use, without what anybody observed; as it was known on an earlier day, where one is asked for.
pub(super) fn listed_directory(
    shared: &Shared,
    cx: &mut Context<'_>,
    on_progress: cache::OnProgress<'_>,
) -> Result<Directory> {
    let directory = newest_directory(shared, cx, on_progress)?;
    let directory = super::additions::laid_over(directory, shared, cx)?;
    Ok(match shared.as_of {
        Some(day) => {
            writeln!(cx.err, "{}", cx.words.as_of(&day.to_string()))?;
            directory.as_of(day)
        }
        None => directory,
    })
}

/// The directory in use, as it is known now.
fn newest_directory(
    shared: &Shared,
    cx: &mut Context<'_>,
    on_progress: cache::OnProgress<'_>,
) -> Result<Directory> {
    let of_country = shared.country.as_deref().filter(|_| shared.directory.is_none());
    let kept = match of_country {
        Some(code) => match crate::embedded::of_country(code) {
            Some(directory) => return Ok(directory.map_err(io::Error::other)?),
            None => Some(kept_of_country(code, cx)?),
        },
        None => None,
    };
    #[cfg(feature = "online")]
    super::fetched::check_key(shared, cx)?;
    #[cfg(feature = "online")]
    let kept = match shared.directory.as_deref().and_then(super::fetched::address) {
        Some(url) => match super::fetched::edition(&url, shared, cx)? {
            Some(file) => Some(file),
            None => return Ok(crate::embedded::directory().map_err(io::Error::other)?),
        },
        None => kept,
    };
    let Some(path) = kept.as_ref().or(shared.directory.as_ref()) else {
        return Ok(crate::embedded::directory().map_err(io::Error::other)?);
    };
    if is_stream(path) {
        let bytes = read(path, cx)?;
        return crate::embedded::from_bytes(&bytes, cx.today)
            .map_err(|problems| complaint(&name_of(path), &problems, cx));
    }
    let folder = dirs::cache(|name| std::env::var_os(name));
    cache::open_or_load(path, folder.as_deref(), cx.today, on_progress).map_err(|error| match error
    {
        OpenError::Problems(problems) => complaint(&name_of(path), &problems, cx),
        OpenError::Unreadable(error) => unreadable(path, &error, cx),
    })
}

/// The file that whoever runs the program keeps of a country: `directories/lu.toml` in the program's folder for data, or
/// `directories/LU.toml`.
/// Where there is none that is complained of.
fn kept_of_country(code: &str, cx: &mut Context<'_>) -> Result<PathBuf> {
    if code.contains(',') {
        return Err(cx.unusable(&cx.words.cli_several_countries(&sanitise::escaped(code))));
    }
    let is_code = code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic());
    let folder = dirs::data(|name| std::env::var_os(name)).filter(|_| is_code);
    let folder = folder.map(|folder| folder.join("directories"));
    let spellings = [code.to_ascii_lowercase(), code.to_ascii_uppercase()];
    let paths = spellings.iter().filter_map(|it| Some(folder.as_ref()?.join(format!("{it}.toml"))));
    let paths: Vec<PathBuf> = paths.collect();
    paths.iter().find(|path| path.is_file()).cloned().ok_or_else(|| {
        let known: Vec<&str> =
            std::iter::once("nl").chain(crate::embedded::COUNTRIES.iter().copied()).collect();
        let mut text = cx.words.cli_no_country(&sanitise::escaped(code), &known.join(", "));
        // Only what could be a country was looked for.
        if let Some(path) = paths.first() {
            let path = sanitise::escaped(&path.to_string_lossy());
            text = format!("{text} {}", cx.words.cli_no_country_file(&path));
        }
        cx.unusable(&text)
    })
}

/// That nothing was found for a query; of the directory of another country than the usual one also in which.
pub(super) fn nothing_found(words: &Words, directory: &Directory, query: &str) -> String {
    let (query, header) = (sanitise::escaped(query), &directory.header);
    match header.of_country {
        Some(_) => words.cli_nothing_found_in(&query, &header.title),
        None => words.cli_nothing_found(&query),
    }
}

/// Reads a file, or standard input where it is `-`; one that can't be read is complained of.
pub(super) fn read(path: &Path, cx: &mut Context<'_>) -> Result<Vec<u8>> {
    let read = if is_stream(path) {
        cache::read_whole(io::stdin().lock())
    } else {
        input_file::open(path).and_then(|mut file| cache::read_file(&mut file))
    };
    read.map_err(|error| unreadable(path, &error, cx))
}

/// Complains of a file that can't be read.
pub(super) fn unreadable(path: &Path, error: &io::Error, cx: &mut Context<'_>) -> CommandError {
    let text = not_read(cx.words, path, error);
    cx.unusable(&text)
}

/// That a file can't be read, and why.
fn not_read(words: &Words, path: &Path, error: &io::Error) -> String {
    let file = name_of(path);
    match error.kind() {
        io::ErrorKind::FileTooLarge => words.cli_too_large(&file),
        io::ErrorKind::IsADirectory => words.cli_is_a_folder(&file),
        io::ErrorKind::Unsupported => words.cli_is_endless(&file),
        _ => words.cli_unreadable(&file, &error.to_string()),
    }
}

/// The kind with an id; one that is none is complained of.
pub(super) fn kind(given: &str, cx: &mut Context<'_>) -> Result<Kind> {
    Kind::from_id(given).ok_or_else(|| {
        let ids: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
        let text = cx.words.unknown_kind(&sanitise::escaped(given), &ids.join(", "));
        let known = Kind::ALL
            .iter()
            .flat_map(|&kind| [(kind.id(), kind.id()), (labels::kind(cx.words, kind), kind.id())]);
        let meant = nearest(given, known);
        unknown(text, meant, cx)
    })
}

/// Complains of an argument that names nothing, with what may be meant.
pub(super) fn unknown(mut text: String, meant: Option<&str>, cx: &mut Context<'_>) -> CommandError {
    if let Some(meant) = meant {
        text.push(' ');
        text.push_str(&cx.words.cli_fault_suggestion(meant));
    }
    cx.unusable(&text)
}

/// The platform that an argument names, if one does.
pub(super) fn platform_asked(
    directory: &Directory,
    name: Option<&str>,
    cx: &mut Context<'_>,
) -> Result<Option<PlatformIndex>> {
    name.map(|name| platform(directory, name, cx)).transpose()
}

/// The platform by its id or a name that it has or had; one that is none is complained of.
pub(super) fn platform(
    directory: &Directory,
    name: &str,
    cx: &mut Context<'_>,
) -> Result<PlatformIndex> {
    if let Some(platform) = platform_named(directory, name) {
        return Ok(platform);
    }
    let names = directory.platforms.iter().flat_map(|(_, platform)| {
        names(&platform.rules).into_iter().map(|known| (known, platform.id()))
    });
    let meant = nearest(&name.to_lowercase(), names);
    let known: Vec<&str> = directory.platforms.iter().map(|(_, p)| p.id()).collect();
    let known = known.join(", ");
    let mut text = cx.words.cli_unknown_platform(&known, &sanitise::escaped(name));
    if let Some(meant) = meant {
        text.push(' ');
        text.push_str(&cx.words.cli_fault_suggestion(meant));
    }
    Err(cx.unusable(&text))
}

/// The platform by its id or a name that it has or had, in any case of its letters.
pub(super) fn platform_named(directory: &Directory, name: &str) -> Option<PlatformIndex> {
    let asked = name.to_lowercase();
    let mut platforms = directory.platforms.iter();
    platforms.find(|(_, platform)| names(&platform.rules).contains(&asked)).map(|(index, _)| index)
}

/// The names of a platform, in small letters.
fn names(rules: &PlatformRules) -> Vec<String> {
    let names = std::iter::once(&rules.id)
        .chain([&rules.name])
        .chain(&rules.former_names)
        .chain(&rules.aliases);
    names.map(|known| known.to_lowercase()).collect()
}

/// Whether a path stands for standard input.
pub(super) fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Complains of a file with problems.
fn complaint(file: &str, problems: &[LoadError], cx: &mut Context<'_>) -> CommandError {
    let words = cx.words;
    cx.unusable_lines(problems.iter().map(|it| format!("{file}:{}", problem::placed(words, it))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_once() {
        for (said, ended_once) in [("remove it", "remove it."), ("`a`?", "`a`?"), ("b.", "b.")] {
            assert_eq!(ended(said.to_owned()), ended_once, "{said}");
        }
    }

    #[test]
    fn a_file_that_never_ends_is_said_to_be_too_large() {
        let words = crate::words::Language::En.words();
        let told = |kind: io::ErrorKind| not_read(words, Path::new("a.toml"), &kind.into());
        let large = "a.toml is larger than 1 GiB; no directory, register or baseline is";
        assert_eq!(told(io::ErrorKind::FileTooLarge), large);
        assert!(told(io::ErrorKind::NotFound).starts_with("a.toml can't be read: "));
    }

    #[test]
    fn only_reading_a_large_file_takes_long() {
        for (step, total, is_long) in [
            (Step::Reading, 0, false),
            (Step::Reading, 1 << 20, false),
            (Step::Reading, 400 << 20, true),
            (Step::Indexing, 400 << 20, false),
        ] {
            assert_eq!(takes_long(Progress { step, done: 0, total }), is_long, "{step:?} {total}");
        }
    }
}
