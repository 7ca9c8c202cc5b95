//! `officieel forget`: what the program keeps of whoever runs it, and deleting that.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::ForgetArguments;
use super::error::Result;
use super::load::name_of;
use super::style::plain;
use super::{Context, ExitStatus};
use crate::favourites::{self, Change, Favourites};
use crate::kept_file::{self, KeptFileError};
use crate::messages::kept_file::not_kept;
use crate::messages::numbers::grouped;
use crate::text::width::width;
use crate::words::Words;
use crate::{cache, dirs, history, last_edition};

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What was asked.
    History,
    /// Favourites, and what was looked at last.
    Favourites,
    /// What was looked at last, without the favourites in the same file.
    Recent,
    /// The editions that were looked at last.
    Edition,
    /// What is made or fetched again when it is lost.
    Cache,
}

/// A file of it.
#[derive(Debug)]
struct Kept {
    kind: Kind,
    path: PathBuf,
    /// How much stands in it, in bytes; of what was looked at last, how many organisations that are.
    size: usize,
}

pub(super) fn run(command: &ForgetArguments, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let is_asked = command.history || command.recent || command.all;
    let all: Vec<Kept> = if is_asked { meant(command) } else { files() };
    let words = cx.words;
    if all.is_empty() {
        writeln!(cx.out, "{}", words.forget_nothing)?;
        return Ok(ExitStatus::NotFound);
    }
    let head = match (is_asked, command.dry_run) {
        (false, _) => words.forget_kept,
        (true, true) => words.forget_would,
        (true, false) => words.forget_deletes,
    };
    writeln!(cx.out, "{head}")?;
    tell(&all, cx)?;
    if !is_asked {
        writeln!(cx.out, "{}", words.forget_how)?;
    } else if !command.dry_run {
        // What is deleted is on the screen before it is gone.
        cx.out.flush()?;
        return delete(&all, cx);
    }
    Ok(ExitStatus::Found)
}

/// What these options mean of what there is.
fn meant(command: &ForgetArguments) -> Vec<Kept> {
    let mut all = files();
    if !command.all {
        all.retain(|kept| kept.kind == Kind::History && command.history);
        all.extend(recent().filter(|_| command.recent));
    }
    all
}

fn variable(name: &str) -> Option<std::ffi::OsString> {
    env::var_os(name)
}

/// All files that there are.
fn files() -> Vec<Kept> {
    let editions = last_edition::default_folder(variable);
    let caches = dirs::cache(variable);
    let of = |kind, paths: Vec<PathBuf>| paths.into_iter().filter_map(move |it| file(kind, it));
    of(Kind::History, history::default_path(variable).into_iter().collect())
        .chain(of(Kind::Favourites, favourites::default_path(variable).into_iter().collect()))
        .chain(of(Kind::Edition, named(editions.as_deref(), last_edition::is_name)))
        .chain(of(Kind::Cache, named(caches.as_deref(), cache::is_name)))
        .chain(of(Kind::Cache, named(caches.map(|it| it.join("editions")).as_deref(), is_fetched)))
        .collect()
}

/// A file with its size; `None` where there is none.
fn file(kind: Kind, path: PathBuf) -> Option<Kept> {
    let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
    Some(Kept { kind, path, size: usize::try_from(about.len()).unwrap_or(usize::MAX) })
}

/// Whether a file bears such a name as an edition that was fetched, or its signature.
fn is_fetched(name: &str) -> bool {
    last_edition::is_name(name.strip_suffix(".minisig").unwrap_or(name))
}

/// The files in a folder that bear names of this program, by name. A link may lead anywhere; nothing there is one.
fn named(folder: Option<&Path>, is_name: fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = folder.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let is_ours = |entry: &fs::DirEntry| {
        let is_file = entry.file_type().is_ok_and(|it| it.is_file());
        is_file && entry.file_name().to_str().is_some_and(is_name)
    };
    let mut paths: Vec<PathBuf> =
        entries.flatten().filter(is_ours).map(|entry| entry.path()).collect();
    paths.sort_unstable();
    paths
}

/// What was looked at last, where anything was. A file that can't be read may hold something of it.
fn recent() -> Option<Kept> {
    let path = favourites::default_path(variable)?;
    let size = match favourites::read(&path) {
        Ok(Favourites { recent, .. }) if recent.is_empty() => return None,
        Ok(Favourites { recent, .. }) => recent.len(),
        Err(_) => 0,
    };
    Some(Kept { kind: Kind::Recent, path, size })
}

/// A line for each file.
fn tell(all: &[Kept], cx: &mut Context<'_>) -> Result<()> {
    let words = cx.words;
    let columns = |it: &Kept| (it.name(words), it.measure(words));
    let widths = all.iter().map(columns).map(|(name, measure)| (width(name), width(&measure)));
    let (names, measures) = widths.fold((0, 0), |all, it| (all.0.max(it.0), all.1.max(it.1)));
    for kept in all {
        let (name, measure) = columns(kept);
        let [after_name, before_measure] = [(names, width(name)), (measures, width(&measure))]
            .map(|(all, own)| " ".repeat(all.saturating_sub(own)));
        let file = kept.file();
        writeln!(cx.out, "  {name}{after_name}  {before_measure}{measure}  {file}")?;
    }
    Ok(())
}

impl Kept {
    fn name(&self, words: &'static Words) -> &'static str {
        match self.kind {
            Kind::History => words.forget_history,
            Kind::Favourites => words.forget_favourites,
            Kind::Recent => words.forget_recent,
            Kind::Edition => words.forget_edition,
            Kind::Cache => words.forget_cache,
        }
    }

    /// How much stands in it.
    fn measure(&self, words: &Words) -> String {
        let size = grouped(words, self.size);
        match self.kind {
            Kind::Recent => words.forget_organisations(&size),
            _ => words.forget_bytes(&size),
        }
    }

    fn file(&self) -> String {
        plain(&name_of(&self.path))
    }

    fn delete(&self) -> std::result::Result<(), KeptFileError> {
        match self.kind {
            Kind::History | Kind::Favourites => kept_file::remove(&self.path),
            Kind::Recent => favourites::write(&self.path, &[Change::ForgetVisits]).map(|_| ()),
            Kind::Edition | Kind::Cache => Ok(fs::remove_file(&self.path)?),
        }
    }
}

/// Deletes all of these; what can't be is told, and the rest is deleted all the same.
fn delete(all: &[Kept], cx: &mut Context<'_>) -> Result<ExitStatus> {
    let mut failed = None;
    for kept in all {
        if let Err(fault) = kept.delete() {
            let text = not_kept(cx.words, &kept.file(), &fault, Words::forget_broken);
            failed = Some(cx.unusable(&text));
        }
    }
    if let Some(failed) = failed {
        return Err(failed);
    }
    writeln!(cx.out, "{}", cx.words.forget_done)?;
    Ok(ExitStatus::Found)
}
