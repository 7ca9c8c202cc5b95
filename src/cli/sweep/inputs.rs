//! The pages of files, folders and archives, one after the other.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use url::Url;

use super::super::Context;
use super::super::arguments::SweepArguments;
use super::super::error::Result;
use super::super::load::{self, is_stream, name_of};
use super::super::style::plain;
use crate::directory::Date;
use crate::input_file;
use officieel_online::archive::{ArchivedPage, Skipped, pages_of};

/// The most bytes of one page that are read.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The endings of files in a folder that are read.
const ENDINGS: &[&str] = &[".warc", ".warc.gz", ".html", ".htm", ".xhtml", ".json"];

/// The deepest folder that is looked into.
const DEEPEST: usize = 32;

/// What was asked for: an option with several values takes the words behind them too.
pub(in crate::cli) struct Asked {
    pub(in crate::cli) files: Vec<PathBuf>,
    pub(in crate::cli) filter: Vec<String>,
}

/// A file to read, with where it lies below the folder that was named.
pub(in crate::cli) struct Input {
    path: PathBuf,
    below: Option<PathBuf>,
}

/// Tells files from conditions. What looks like a condition and is no file is one.
pub(in crate::cli) fn sorted(filter: &[String], from: &[PathBuf]) -> Asked {
    let is_condition =
        |path: &PathBuf| path.to_str().is_some_and(|text| text.contains(':')) && !path.exists();
    let (conditions, files): (Vec<PathBuf>, Vec<PathBuf>) =
        from.iter().cloned().partition(is_condition);
    let mut filter = filter.to_vec();
    filter.extend(conditions.iter().map(|it| it.to_string_lossy().into_owned()));
    Asked { files, filter }
}

/// The address that was given for pages without one.
pub(super) fn site(command: &SweepArguments, cx: &mut Context<'_>) -> Result<Option<Url>> {
    let Some(given) = command.site.as_deref() else { return Ok(None) };
    let whole = if given.contains("://") { given.to_owned() } else { format!("https://{given}") };
    let url = Url::parse(&whole).ok().filter(|it| matches!(it.scheme(), "http" | "https"));
    match url {
        Some(url) => Ok(Some(url)),
        None => Err(cx.unusable(&cx.words.sweep_no_address(&plain(given)))),
    }
}

/// The files that were named and those in the folders that were, in the order of their names.
pub(in crate::cli) fn files(given: &[PathBuf], cx: &mut Context<'_>) -> Result<Vec<Input>> {
    let mut files = Vec::new();
    for path in given {
        let found = if path.is_dir() {
            in_folder(path, path, &mut HashSet::new(), &mut files)
        } else {
            files.push(Input { path: path.clone(), below: None });
            Ok(())
        };
        found.map_err(|error| load::unreadable(path, &error, cx))?;
    }
    Ok(files)
}

/// The files in a folder and in those below it. Each folder is looked into once, however many links lead to it: they may
/// lead back to where they are.
fn in_folder(
    folder: &Path,
    root: &Path,
    known: &mut HashSet<PathBuf>,
    files: &mut Vec<Input>,
) -> io::Result<()> {
    if !known.insert(fs::canonicalize(folder)?) {
        return Ok(());
    }
    let mut inside: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|it| it.map(|it| it.path())).collect::<io::Result<_>>()?;
    // What is a link may be found by its own name too, which tells where on a site it was.
    inside.sort_by_cached_key(|path| (path.is_symlink(), path.clone()));
    for path in inside {
        if path.is_dir() {
            let depth = path.strip_prefix(root).map_or(0, |below| below.components().count());
            if depth <= DEEPEST {
                in_folder(&path, root, known, files)?;
            }
        } else if is_read(&path) && path.is_file() {
            let below = path.strip_prefix(root).ok().map(Path::to_owned);
            files.push(Input { path, below });
        }
    }
    Ok(())
}

fn is_read(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The pages of some files. It ends at the first file that can't be read.
pub(in crate::cli) struct Inputs {
    files: std::vec::IntoIter<Input>,
    site: Option<Url>,
    today: Date,
    /// The day of pages that aren't dated by an archive.
    seen: Date,
    open: Option<Box<dyn Iterator<Item = Page>>>,
    failed: Option<(PathBuf, io::Error)>,
    pages: usize,
}

type Page = std::result::Result<ArchivedPage, Skipped>;

impl Inputs {
    pub(in crate::cli) fn new(files: Vec<Input>, site: Option<Url>, today: Date) -> Self {
        let files = files.into_iter();
        Self { files, site, today, seen: today, open: None, failed: None, pages: 0 }
    }

    /// The same, with pages that aren't dated by an archive as they were on a day.
    pub(super) fn seen_on(self, day: Option<Date>) -> Self {
        Self { seen: day.unwrap_or(self.today), ..self }
    }

    /// How many pages there were.
    pub(in crate::cli) fn pages(&self) -> usize {
        self.pages
    }

    /// The file that couldn't be read.
    pub(in crate::cli) fn failed(self) -> Option<(PathBuf, io::Error)> {
        self.failed
    }

    fn open(&self, input: &Input) -> io::Result<Box<dyn Iterator<Item = Page>>> {
        let reader: Box<dyn Read> = if is_stream(&input.path) {
            Box::new(io::stdin())
        } else {
            Box::new(input_file::open(&input.path)?)
        };
        let mut reader = BufReader::with_capacity(1 << 16, reader);
        let start = reader.fill_buf()?;
        let name = name_of(&input.path);
        if start.starts_with(b"WARC/") || start.starts_with(&[0x1f, 0x8b]) {
            return Ok(Box::new(pages_of(&name, reader)));
        }
        let mut body = Vec::new();
        let length = reader.take(MOST_BYTES + 1).read_to_end(&mut body)?;
        body.truncate(usize::try_from(MOST_BYTES).unwrap_or(usize::MAX));
        let page = ArchivedPage {
            file: name,
            address: self.address(input),
            status: None,
            location: None,
            refresh: None,
            content_type: is_json(&input.path).then(|| "application/json".to_owned()),
            is_cut: u64::try_from(length).is_ok_and(|length| length > MOST_BYTES),
            // Whoever saved it may have got a part of it.
            is_end_told: false,
            body,
            seen: Some(self.seen),
            sealed: None,
        };
        Ok(Box::new(std::iter::once(Ok(page))))
    }

    /// The address of a page that is a file: the one that was given, and below it the place in the folder.
    fn address(&self, input: &Input) -> Option<Url> {
        let site = self.site.clone()?;
        let Some(below) = &input.below else { return Some(site) };
        let parts = below.components().map(|it| it.as_os_str().to_string_lossy().into_owned());
        let mut parts: Vec<String> = parts.collect();
        // Tools that mirror a site name the folder after its host.
        if parts.first().is_some_and(|it| Some(it.as_str()) == site.host_str()) {
            parts.remove(0);
        }
        if parts.last().is_some_and(|it| it.starts_with("index.")) {
            parts.pop();
        }
        site.join(&parts.join("/")).ok()
    }
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

impl Iterator for Inputs {
    type Item = Page;

    fn next(&mut self) -> Option<Page> {
        loop {
            if let Some(page) = self.open.as_mut().and_then(Iterator::next) {
                self.pages += usize::from(page.is_ok());
                // Nobody has seen a day that is yet to come.
                return Some(page.map(|it| ArchivedPage {
                    seen: it.seen.filter(|seen| *seen <= self.today),
                    ..it
                }));
            }
            let input = self.files.next()?;
            match self.open(&input) {
                Ok(pages) => self.open = Some(pages),
                Err(error) => {
                    self.failed = Some((input.path, error));
                    return None;
                }
            }
        }
    }
}
