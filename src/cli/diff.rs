//! `officieel diff`: what changed between two editions of a directory.

mod atom;
mod filter;
pub(super) mod json;
mod markdown;
mod text;

use std::path::Path;

use super::arguments::{DiffArguments, DiffFormat, Shared};
use super::error::Result;
use super::style::Styles;
use super::{Context, ExitStatus, load};
use crate::changes::{Change, between};
use crate::directory::{Date, Directory};
use crate::messages::change::summary;
use crate::words::{Language, Words};

/// The name of the directory that is built in, where a file is asked for.
const BUILT_IN: &str = "built-in";

/// Two editions, and what changed from one to the other.
struct Comparison<'a> {
    /// What the newer edition is called.
    title: &'a str,
    old: Date,
    new: Date,
    changes: &'a [Change],
    words: &'static Words,
    language: Language,
}

pub(super) fn run(
    command: &DiffArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let newer = command.new.as_deref().or(shared.directory.as_deref());
    if load::is_stream(&command.old) && newer.is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.input_twice));
    }
    let old = edition(Some(&command.old), shared, cx)?;
    let new = edition(newer, shared, cx)?;
    let is_asked = filter::read(command, &old, &new, cx)?;
    let mut changes = between(&old, &new, cx.today);
    changes.retain(|it| is_asked.has(it));
    let comparison = Comparison {
        title: &new.header.title,
        old: old.header.edition,
        new: new.header.edition,
        changes: &changes,
        words: cx.words,
        language: cx.language,
    };
    match if command.json { DiffFormat::Json } else { command.format } {
        DiffFormat::Text => text::write(&comparison, Styles::new(cx.styled), cx.out)?,
        DiffFormat::Json => json::write(&comparison, cx.out)?,
        DiffFormat::Markdown => markdown::write(&comparison, cx.out)?,
        DiffFormat::Atom => atom::write(&comparison, cx.out)?,
    }
    Ok(status(&changes))
}

fn status(changes: &[Change]) -> ExitStatus {
    match changes {
        [] => ExitStatus::Found,
        _ if changes.iter().any(|it| it.kind.is_alarm()) => ExitStatus::Imitation,
        _ => ExitStatus::NotFound,
    }
}

/// One edition, without what anybody observed: the one that is built in, or that of a file.
pub(super) fn edition(
    path: Option<&Path>,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<Directory> {
    let path = path.filter(|it| it.as_os_str() != BUILT_IN);
    let mut shared = shared.clone();
    shared.directory = path.map(Path::to_owned);
    load::listed_directory_with_notice(&shared, cx)
}

impl Comparison<'_> {
    fn summary(&self) -> String {
        summary(self.words, self.changes, self.old, self.new)
    }

    /// What it is about, in a line.
    fn heading(&self) -> String {
        self.words.diff_title(&self.new.to_string(), &self.old.to_string(), self.title)
    }

    /// The changes of one organisation after the other, those that are alarms apart.
    fn groups(&self) -> impl Iterator<Item = &[Change]> {
        self.changes.chunk_by(|one, next| {
            one.kind.is_alarm() == next.kind.is_alarm() && one.organisation == next.organisation
        })
    }
}
