//! `officieel [QUERY]`: the screen.

use std::io;
use std::path::Path;

use super::arguments::Arguments;
use super::error::{CommandError, Result};
use super::{Context, ExitStatus, load};
use crate::directory::{Directory, Overlay};
use crate::favourites;
use crate::tui::{self, Ending, Loaded, Options};

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

pub(super) fn run(arguments: &Arguments, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let shared = arguments.shared.clone();
    let (words, language, today) = (cx.words, cx.language, cx.today);
    let own_file = load::overlay_path(&shared);
    let favourites_file = favourites::default_path(|name| std::env::var_os(name));
    let ended = tui::run(Options {
        query: (!arguments.query.is_empty()).then(|| arguments.query.join(" ")),
        language,
        colour: shared.color,
        ascii: shared.ascii,
        mouse: !shared.no_mouse,
        today,
        file: shared
            .directory
            .as_deref()
            .and_then(Path::file_name)
            .map(Path::new)
            .map(load::name_of),
        own_file,
        favourites_file,
        private: shared.private,
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
                    Ok(Loaded { directory, notice })
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
        Ending::Quit => Ok(ExitStatus::Found),
        Ending::Interrupted => Ok(ExitStatus::Interrupted),
        Ending::Signal(number) => Ok(ExitStatus::Signalled(number)),
        Ending::LoadFailed(why) => {
            write!(cx.err, "{why}")?;
            Ok(ExitStatus::Unusable)
        }
    }
}
