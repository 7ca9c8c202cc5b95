//! `officieel fmt`: write a directory file in its canonical layout.

use std::path::PathBuf;

use super::arguments::{FmtArguments, Shared};
use super::error::Result;
use super::{Outcome, Surroundings, subject};
use crate::directory::format::Comments;
use crate::directory::load::text_of;
use crate::directory::{Directory, Overlay, Problem};
use crate::replace::{Readers, replace};
use crate::words::fill;

pub(super) fn run(
    command: &FmtArguments,
    shared: &Shared,
    to: &mut Surroundings<'_>,
) -> Result<Outcome> {
    let default = PathBuf::from("directory.toml");
    let overlay = shared.overlay.as_ref().filter(|_| command.file.is_none());
    let path = command.file.as_ref().or(overlay).or(shared.directory.as_ref()).unwrap_or(&default);
    let is_stream = subject::is_stream(path);
    let name = subject::name_of(path);
    let bytes = subject::read(path, to)?;
    let under = overlay.map(|_| subject::load_listed(shared, to, &|_progress| {})).transpose()?;
    let (text, formatted) = formatted(&bytes, under.as_ref(), to).map_err(|complaints| {
        to.unusable_lines(complaints.iter().map(|complaint| format!("{name}:{complaint}")))
    })?;
    let is_same = formatted == text;
    if command.check {
        if !is_same {
            writeln!(to.err, "{}", difference(&name, &formatted, text, to))?;
        }
        return Ok(if is_same { Outcome::Found } else { Outcome::NotFound });
    }
    if is_stream {
        to.out.write_all(formatted.as_bytes())?;
    } else if !is_same {
        // A link stays a link: what it points at is replaced.
        let path = std::fs::canonicalize(path)?;
        replace(&path, formatted.as_bytes(), Readers::Anyone)?;
    }
    Ok(Outcome::Found)
}

/// The text of a file and its canonical layout, or why it has none. An overlay lies over a directory.
fn formatted<'b>(
    bytes: &'b [u8],
    under: Option<&Directory>,
    to: &Surroundings<'_>,
) -> std::result::Result<(&'b str, String), Vec<String>> {
    let told = |problems: Vec<Problem>| -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    };
    let text = text_of(bytes).map_err(told)?;
    let laid_out = match under {
        None => crate::embedded::from_toml(text, to.today).map(|directory| directory.to_toml()),
        Some(directory) => laid_out(text, directory),
    };
    let laid_out = laid_out.map_err(told)?;
    let comments = Comments::of(text);
    if let Some(line) = comments.elsewhere {
        return Err(vec![format!("{line}:1: {}", to.words.cli_comment_lost)]);
    }
    Ok((text, comments.above(&laid_out)))
}

/// The canonical layout of an overlay. What its directory doesn't have can't be laid out.
fn laid_out(text: &str, directory: &Directory) -> std::result::Result<String, Vec<Problem>> {
    let overlay = Overlay::parse(text, directory)?;
    let is_whole = overlay.foreign().is_empty();
    if is_whole { Ok(overlay.to_toml()) } else { Err(overlay.foreign().to_vec()) }
}

/// In what the text of a file differs from its layout, and where first.
fn difference(name: &str, formatted: &str, text: &str, to: &Surroundings<'_>) -> String {
    let line_ends = text.replace("\r\n", "\n");
    let (sentence, line) = if line_ends == formatted {
        let before = text.split_once("\r\n").map_or("", |(before, _)| before);
        (to.words.cli_line_ends, before.matches('\n').count() + 1)
    } else {
        (to.words.cli_not_formatted, first_difference(formatted, &line_ends))
    };
    fill(sentence, &[("file", name), ("line", &line.to_string())])
}

fn first_difference(formatted: &str, text: &str) -> usize {
    // Each with its end: the last line may lack it.
    let (ours, theirs) = (formatted.split_inclusive('\n'), text.split_inclusive('\n'));
    ours.zip(theirs).take_while(|(a, b)| a == b).count() + 1
}
