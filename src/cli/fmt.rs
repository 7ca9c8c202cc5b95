//! `officieel fmt`: write a directory file in its canonical layout.

use std::path::PathBuf;

use super::arguments::{FmtArguments, Shared};
use super::error::Result;
use super::{Context, ExitStatus, load};
use crate::directory::format::Comments;
use crate::directory::load::text_of;
use crate::directory::{Directory, LoadError, Overlay};
use crate::messages::problem::placed;
use crate::replace::{Readers, replace};

pub(super) fn run(
    command: &FmtArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let default = PathBuf::from("directory.toml");
    let overlay = shared.overlay.as_ref().filter(|_| command.file.is_none());
    let path = command.file.as_ref().or(overlay).or(shared.directory.as_ref()).unwrap_or(&default);
    let is_stream = load::is_stream(path);
    let name = load::name_of(path);
    let bytes = load::read(path, cx)?;
    let under = overlay.map(|_| load::listed_directory(shared, cx, &|_progress| {})).transpose()?;
    let (text, formatted) = formatted(&bytes, under.as_ref(), cx).map_err(|complaints| {
        cx.unusable_lines(complaints.iter().map(|complaint| format!("{name}:{complaint}")))
    })?;
    let is_same = formatted == text;
    if command.check {
        if !is_same {
            writeln!(cx.err, "{}", difference(&name, &formatted, text, cx))?;
        }
        return Ok(if is_same { ExitStatus::Found } else { ExitStatus::NotFound });
    }
    if is_stream {
        cx.out.write_all(formatted.as_bytes())?;
    } else if !is_same {
        // A link stays a link: what it points at is replaced.
        let path = std::fs::canonicalize(path)?;
        replace(&path, formatted.as_bytes(), Readers::Anyone)?;
    }
    Ok(ExitStatus::Found)
}

/// The text of a file and its canonical layout, or why it has none. An overlay lies over a directory.
fn formatted<'b>(
    bytes: &'b [u8],
    under: Option<&Directory>,
    cx: &Context<'_>,
) -> std::result::Result<(&'b str, String), Vec<String>> {
    let lines = |problems: Vec<LoadError>| -> Vec<String> {
        problems.iter().map(|problem| placed(cx.words, problem)).collect()
    };
    let text = text_of(bytes).map_err(lines)?;
    let laid_out = match under {
        None => crate::embedded::from_toml(text, cx.today).map(|directory| directory.to_toml()),
        Some(directory) => laid_out(text, directory),
    };
    let laid_out = laid_out.map_err(lines)?;
    let comments = Comments::of(text);
    if let Some(line) = comments.elsewhere {
        return Err(vec![format!("{line}:1: {}", cx.words.cli_comment_lost)]);
    }
    Ok((text, comments.above(&laid_out)))
}

/// The canonical layout of an overlay. What its directory doesn't have can't be laid out.
fn laid_out(text: &str, directory: &Directory) -> std::result::Result<String, Vec<LoadError>> {
    let overlay = Overlay::parse(text, directory)?;
    let is_whole = overlay.foreign().is_empty();
    if is_whole { Ok(overlay.to_toml()) } else { Err(overlay.foreign().to_vec()) }
}

/// In what the text of a file differs from its layout, and where first.
fn difference(name: &str, formatted: &str, text: &str, cx: &Context<'_>) -> String {
    let line_ends = text.replace("\r\n", "\n");
    if line_ends == formatted {
        let before = text.split_once("\r\n").map_or("", |(before, _)| before);
        let line = before.matches('\n').count() + 1;
        cx.words.cli_line_ends(name, &line.to_string())
    } else {
        let line = first_difference(formatted, &line_ends);
        cx.words.cli_not_formatted(name, &line.to_string())
    }
}

fn first_difference(formatted: &str, text: &str) -> usize {
    // Each with its end: the last line may lack it.
    let (ours, theirs) = (formatted.split_inclusive('\n'), text.split_inclusive('\n'));
    ours.zip(theirs).take_while(|(a, b)| a == b).count() + 1
}
