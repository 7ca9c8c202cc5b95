//! `officieel fmt`: write a directory file in its canonical layout.

use std::io;
use std::path::{Path, PathBuf};

use super::arguments::{FmtArguments, Shared};
use super::{Outcome, Surroundings, subject};
use crate::directory::format::Comments;
use crate::directory::load::text_of;
use crate::directory::{Directory, Overlay, Problem};
use crate::words::fill;

pub(super) fn run(
    command: &FmtArguments,
    shared: &Shared,
    to: &mut Surroundings<'_>,
) -> io::Result<Outcome> {
    let default = PathBuf::from("directory.toml");
    let overlay = shared.overlay.as_ref().filter(|_| command.file.is_none());
    let path = command.file.as_ref().or(overlay).or(shared.directory.as_ref()).unwrap_or(&default);
    let is_stream = subject::is_stream(path);
    let name = subject::name_of(path);
    let Some(bytes) = subject::read(path, to)? else {
        return Ok(Outcome::Unusable);
    };
    let under = match overlay {
        None => None,
        Some(_) => match subject::load_listed(shared, to, &|_progress| {})? {
            None => return Ok(Outcome::Unusable),
            known => known,
        },
    };
    let formatted = match formatted(&bytes, under.as_ref(), to) {
        Ok(formatted) => formatted,
        Err(complaints) => {
            for complaint in complaints {
                writeln!(to.err, "{name}:{complaint}")?;
            }
            return Ok(Outcome::Unusable);
        }
    };
    let is_same = formatted.as_bytes() == bytes;
    if command.check {
        if !is_same {
            let line = first_difference(&formatted, &bytes).to_string();
            let text = fill(to.words.cli_not_formatted, &[("file", &name), ("line", &line)]);
            writeln!(to.err, "{text}")?;
        }
        return Ok(if is_same { Outcome::Found } else { Outcome::NotFound });
    }
    if is_stream {
        to.out.write_all(formatted.as_bytes())?;
    } else if !is_same {
        replace(path, formatted.as_bytes())?;
    }
    Ok(Outcome::Found)
}

/// The canonical layout of a file, or why it has none. An overlay lies over a directory.
fn formatted(
    bytes: &[u8],
    under: Option<&Directory>,
    to: &Surroundings<'_>,
) -> Result<String, Vec<String>> {
    let laid_out = match under {
        None => Directory::from_bytes(bytes, to.today).map(|directory| directory.to_toml()),
        Some(directory) => laid_out(bytes, directory),
    };
    let laid_out = laid_out
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let text = String::from_utf8_lossy(bytes);
    let comments = Comments::of(&text);
    if let Some(line) = comments.elsewhere {
        return Err(vec![format!("{line}:1: {}", to.words.cli_comment_lost)]);
    }
    Ok(comments.above(&laid_out))
}

/// The canonical layout of an overlay. What its directory doesn't have can't be laid out.
fn laid_out(bytes: &[u8], directory: &Directory) -> Result<String, Vec<Problem>> {
    let overlay = text_of(bytes).and_then(|text| Overlay::parse(text, directory))?;
    let is_whole = overlay.foreign().is_empty();
    if is_whole { Ok(overlay.to_toml()) } else { Err(overlay.foreign().to_vec()) }
}

fn first_difference(formatted: &str, bytes: &[u8]) -> usize {
    let given = String::from_utf8_lossy(bytes);
    let same = formatted.lines().zip(given.lines()).take_while(|(a, b)| a == b).count();
    same + 1
}

/// Puts a file in the place of another in one step, so that no reader ever sees half of it.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    // A link stays a link: what it points at is replaced.
    let path = std::fs::canonicalize(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut beside, content)?;
    beside.as_file().set_permissions(std::fs::metadata(&path)?.permissions())?;
    beside.as_file().sync_all()?;
    beside.persist(&path)?;
    Ok(())
}
