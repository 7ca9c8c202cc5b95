//! `officieel [QUERY]`: the screen.

use std::io;
use std::path::{Path, PathBuf};

use super::arguments::{self, Arguments, PrintChoice, Shared};
use super::error::{CommandError, Result};
use super::{Context, ExitStatus, add, dialogue, load, picker, settings};
use crate::directory::{Directory, Overlay};
use crate::proposals::Proposals;
use crate::search::Index;
use crate::settings::Settings;
use crate::text::sanitise;
use crate::tui::picking::Picking;
use crate::tui::{self, Ending, Loaded, Options};
use crate::{favourites, history, last_edition};

/// Says how much of an overlay doesn't count, where something doesn't: who named the file expects that it
/// does.
fn unused(overlay: &Overlay, directory: &Directory, cx: &Context<'_>) -> Option<String> {
    let tally = overlay.tally(directory, cx.today);
    let count = overlay.foreign().len() + tally.unlisted.len() + tally.later;
    let words = cx.words;
    match count {
        0 => None,
        1 => Some(words.unused_one.to_owned()),
        _ => Some(words.unused(&count.to_string())),
    }
}

/// The word that was meant to be a command, and the command. A word that something is found by is one to
/// search for.
fn mistyped_command<'a>(
    arguments: &'a Arguments,
    cx: &mut Context<'_>,
) -> Result<Option<(&'a str, String)>> {
    let word = match &arguments.query[..] {
        [help, word] if help == "help" => word,
        [word, ..] => word,
        [] => return Ok(None),
    };
    let Some(meant) = arguments::mistyped_command(word) else { return Ok(None) };
    // What can be read once only is for the screen.
    if arguments.shared.directory.as_deref().is_some_and(load::is_stream) {
        return Ok(None);
    }
    let directory = load::directory_to_answer(&arguments.shared, cx)?;
    let index = Index::new(&directory);
    let hits = index.search(&directory, word, 1).hits;
    let is_found = hits.first().is_some_and(|hit| !hit.guess);
    Ok((!is_found).then_some((word, meant)))
}

pub(super) fn run(arguments: &Arguments, cx: &mut Context<'_>) -> Result<ExitStatus> {
    if let Some((given, meant)) = mistyped_command(arguments, cx)? {
        let text = cx.words.cli_unknown_command(&sanitise::escaped(given));
        return Err(load::unknown(text, Some(&meant), cx));
    }
    let query = (!arguments.query.is_empty()).then(|| arguments.query.join(" "));
    let query = query.or_else(|| arguments.picker.initial.clone());
    if arguments.picker.plain {
        return dialogue::run(arguments, query.as_deref(), cx);
    }
    if let Some(status) = picker::at_once(arguments, query.as_deref(), cx)? {
        return Ok(status);
    }
    let picking = picker::picking(arguments);
    let has_input = picker::has_input(&arguments.shared);
    let resumes = arguments.picker.resume;
    let start = Start { query, resumes, picking, has_input, review: None };
    open(&arguments.shared, start, arguments.picker.print.unwrap_or_default(), cx)
}

/// What the screen starts with.
#[derive(Debug, Default)]
struct Start {
    query: Option<String>,
    /// Whether it goes on where the reader stopped.
    resumes: bool,
    picking: Option<Picking>,
    /// Whether something comes on standard input.
    has_input: bool,
    review: Option<(PathBuf, Proposals)>,
}

/// What was asked last, where that is kept. That the file can't be read, the screen says itself.
fn last_asked(shared: &Shared, settings: &Settings, file: Option<&Path>) -> Option<String> {
    let is_kept = !shared.private && settings.interface.history != Some(false);
    let history = history::read(file.filter(|_| is_kept)?).ok()?;
    history.queries().first().cloned()
}

/// Shows the screen, with a query, or with proposals to be looked at.
pub(super) fn show(
    shared: &Shared,
    query: Option<String>,
    review: Option<(PathBuf, Proposals)>,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    open(shared, Start { query, review, ..Start::default() }, PrintChoice::default(), cx)
}

fn open(
    shared: &Shared,
    start: Start,
    print: PrintChoice,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let mut shared = shared.clone();
    let Start { query, resumes, picking, has_input, review } = start;
    let picks = picking.is_some();
    let (settings, fault) = settings::read_quietly(cx);
    let (words, language, today) = (cx.words, cx.language, cx.today);
    let own_file = load::overlay_path(&shared);
    let additions_file = shared.additions.first().cloned().or_else(add::default_file);
    let favourites_file = favourites::default_path(|name| std::env::var_os(name));
    let is_plain =
        shared.additions.is_empty() && shared.directory.is_none() && shared.as_of.is_none();
    // A file of own additions that is not there yet is begun with the first of them.
    let begun = shared.additions.first().filter(|it| !it.exists()).map(|it| load::name_of(it));
    if begun.is_some() {
        shared.additions.remove(0);
    }
    let begun = begun.map(|name| words.add_begins(&name));
    let history_file = history::default_path(|name| std::env::var_os(name));
    let is_free = query.is_none() && review.is_none() && !has_input;
    let is_set = settings.interface.resume == Some(true) && !picks;
    let resumes = is_free && (resumes || is_set);
    let last = || last_asked(&shared, &settings, history_file.as_deref());
    let query = if resumes { last() } else { query };
    let ended = tui::run(Options {
        query,
        review,
        language,
        colour: shared.color,
        theme: shared.theme,
        ascii: shared.ascii,
        mouse: !shared.no_mouse,
        settings,
        today,
        file: shared
            .directory
            .as_deref()
            .and_then(Path::file_name)
            .map(Path::new)
            .map(load::name_of),
        own_file,
        additions_file,
        favourites_file,
        history_file,
        // What is looked at besides the built-in directory, or on another day, is no edition of it.
        editions_folder: last_edition::default_folder(|name| std::env::var_os(name))
            .filter(|_| is_plain),
        private: shared.private,
        picking,
        load: Box::new(move |progress| {
            let mut complaints = Vec::new();
            let mut apart = Context {
                out: &mut io::sink(),
                err: &mut complaints,
                styled: false,
                words,
                language,
                today,
            };
            match load::directory_with_overlay(&shared, &mut apart, progress) {
                Ok((directory, overlay)) => {
                    let named = overlay.filter(|_| shared.overlay.is_some());
                    let notice = named.and_then(|it| unused(&it, &directory, &apart));
                    let day = shared.as_of.map(|day| words.as_of(&day.to_string()));
                    let notice = notice.or(begun).or(day).or(fault);
                    let loaded = Loaded { directory, among: None, message: None, notice };
                    if has_input {
                        picker::with_input(loaded, words).map_err(|error| format!("{error}\n"))
                    } else {
                        Ok(loaded)
                    }
                }
                Err(CommandError::Reported(_)) => {
                    Err(String::from_utf8_lossy(&complaints).into_owned())
                }
                Err(CommandError::Io(error)) => Err(format!("{error}\n")),
            }
        }),
    })?;
    for why in &ended.unrecorded {
        writeln!(cx.err, "officieel: {why}")?;
    }
    match ended.ending {
        Ending::Picked(picks) => {
            if let Some(catalogue) = &ended.catalogue {
                picker::print(&picks, print, &catalogue.directory, cx)?;
            }
            Ok(ExitStatus::Found)
        }
        // Whoever waits for a choice must see that there was none, as with `fzf`.
        Ending::Quit if picks => Ok(ExitStatus::Interrupted),
        Ending::Quit => Ok(ExitStatus::Found),
        Ending::Interrupted => Ok(ExitStatus::Interrupted),
        Ending::Signal(number) => Ok(ExitStatus::Signalled(number)),
        Ending::LoadFailed(why) => {
            write!(cx.err, "{why}")?;
            Ok(ExitStatus::Unusable)
        }
    }
}
