//! `officieel [QUERY]`: the screen.

use std::io;
use std::path::Path;

use super::arguments::{Arguments, ColorChoice};
use super::{Outcome, Surroundings, subject};
use crate::tui::{self, ColourChoice, Ending, Loaded, Options};

pub(super) fn run(arguments: &Arguments, to: &mut Surroundings<'_>) -> io::Result<Outcome> {
    let shared = arguments.shared.clone();
    let (words, language, today) = (to.words, to.language, to.today);
    let own_file = subject::overlay_path(&shared);
    let ended = tui::run(Options {
        query: (!arguments.query.is_empty()).then(|| arguments.query.join(" ")),
        language,
        colour: match shared.color {
            ColorChoice::Auto => ColourChoice::Auto,
            ColorChoice::Always => ColourChoice::Always,
            ColorChoice::Never => ColourChoice::Never,
        },
        ascii: shared.ascii,
        mouse: !shared.no_mouse,
        today,
        file: shared
            .directory
            .as_deref()
            .and_then(Path::file_name)
            .map(Path::new)
            .map(subject::name_of),
        own_file,
        load: Box::new(move |progress| {
            let mut complaints = Vec::new();
            let mut apart = Surroundings {
                out: &mut io::sink(),
                err: &mut complaints,
                styled: false,
                words,
                language,
                today,
            };
            match subject::load_and_tell(&shared, &mut apart, progress) {
                Ok(Some(directory)) => Ok(Loaded { directory, notice: None }),
                Ok(None) => Err(String::from_utf8_lossy(&complaints).into_owned()),
                Err(fault) => Err(format!("{fault}\n")),
            }
        }),
    })?;
    for why in &ended.unrecorded {
        writeln!(to.err, "officieel: {why}")?;
    }
    match ended.ending {
        Ending::Quit => Ok(Outcome::Found),
        Ending::Interrupted => Ok(Outcome::Interrupted),
        Ending::Signal(number) => Ok(Outcome::Signalled(number)),
        Ending::LoadFailed(why) => {
            write!(to.err, "{why}")?;
            Ok(Outcome::Unusable)
        }
    }
}
