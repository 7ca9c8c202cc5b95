//! A sweep of the live sites: pages are visited politely, kept as they came, and sorted like those of any archive.
//!
//! What was kept is the evidence behind the evidence: each page is a file of its own in the folder of the run, a record
//! of a WARC file (ISO 28500), so that a run that was killed loses no more than the page in flight.

#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use officieel_directory::directory::Date;
use url::Url;

use crate::archive::{ArchiveSweep, Findings, NotLooked, Skipped, pages_of};
use crate::crawl::{Looked, Purpose, Reading, Report, SeenPage, Visitor};
use crate::page::{LeadKind, Page};
use crate::warc::{Exchange, Reader, Record, RecordKind, Revisit, Writer};

/// Keeps pages as files, and reads where they lead.
#[derive(Debug, Clone)]
pub struct PageKeeper {
    folder: PathBuf,
}

impl PageKeeper {
    /// A keeper with a folder, which is made where it is not there.
    ///
    /// # Errors
    ///
    /// Where it can't be made.
    pub fn new(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned() })
    }

    fn file(&self, url: &Url) -> PathBuf {
        let name = blake3::hash(url.as_str().as_bytes()).to_hex();
        let short: String = name.chars().take(32).collect();
        self.folder.join(format!("{short}.warc.gz"))
    }

    fn keep(&self, page: &SeenPage<'_>) -> io::Result<()> {
        let path = self.file(page.url);
        let date = moment(page.day);
        let content_type = page.content_type.unwrap_or("application/octet-stream");
        let refresh =
            page.refresh.map_or_else(String::new, |it| format!("Refresh: {}\r\n", one_line(it)));
        let length = page.is_end_told.then(|| format!("Content-Length: {}\r\n", page.body.len()));
        let head = format!(
            "HTTP/1.1 {} Seen\r\nContent-Type: {}\r\n{refresh}{}\r\n",
            page.status,
            one_line(content_type),
            length.unwrap_or_default()
        );
        let response = [head.as_bytes(), page.body].concat();
        let exchange = Exchange {
            target: page.url.as_str(),
            date: &date,
            request: b"",
            response: &response,
            is_cut: !page.is_complete,
        };
        let mut writer = Writer::compressed(Vec::new());
        writer.exchange(&exchange)?;
        // Half a page is never read: it takes its place in one step.
        let draft = path.with_extension("new");
        let mut file = File::create(&draft)?;
        file.write_all(&writer.into_inner())?;
        file.sync_all()?;
        fs::rename(&draft, &path)
    }

    /// What the pages of a report show. A page that a server called unchanged counts as seen on the day of that.
    pub fn findings(&self, report: &Report, sweep: &ArchiveSweep<'_>) -> Findings {
        let pages = report.pages.iter().filter_map(|page| match &page.looked {
            Looked::Answered { url, .. } if page.purpose.is_page() => Some((url, page.day)),
            _ => None,
        });
        let archived = pages.filter_map(|(url, day)| {
            let path = self.file(url);
            let name = path.display().to_string();
            let file = match File::open(&path) {
                Ok(file) => file,
                Err(_gone) => {
                    let why = NotLooked::Broken;
                    return Some(Err(Skipped { place: url.to_string(), why }));
                }
            };
            let page = pages_of(&name, BufReader::new(file)).next()?;
            Some(page.map(|mut page| {
                page.seen = Some(day);
                page
            }))
        });
        sweep.run(archived)
    }

    /// Puts all pages of a report into one archive, for whoever wants to look again. What a server called unchanged
    /// stands in it as it was fetched, and behind it that it was the same on the day of the report.
    ///
    /// # Errors
    ///
    /// Where it can't be written, or a page can't be read.
    pub fn archive(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for page in &report.pages {
            if let Looked::Answered { url, .. } = &page.looked {
                match fs::read(self.file(url)) {
                    Ok(kept) => {
                        out.write_all(&kept)?;
                        again(&kept, page.day, out)?;
                    }
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }
}

/// The value of a header without what would end it.
fn one_line(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}

/// Writes that a page is what it was, where it was fetched on an earlier day than it was looked at.
fn again(kept: &[u8], day: Date, out: &mut dyn Write) -> io::Result<()> {
    let record = Reader::new(kept).flatten().find(|it| it.kind == RecordKind::Response);
    let Some(Record { id: Some(id), target: Some(target), date: Some(since), .. }) = record else {
        return Ok(());
    };
    let date = moment(day);
    if date == since {
        return Ok(());
    }
    let revisit = Revisit { target: &target, date: &date, id: &id, since: &since };
    Writer::compressed(out).revisit(&revisit)
}

/// A day as records have it.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

impl Purpose {
    /// Whether it is a page for people, rather than a file of the site.
    pub fn is_page(self) -> bool {
        matches!(self, Self::Home | Self::Contact | Self::Follow)
    }
}

impl Visitor for PageKeeper {
    fn version(&self) -> &'static str {
        "3"
    }

    fn read(&self, page: &SeenPage<'_>) -> Reading {
        // What can't be kept is told as broken when it is sorted.
        let _ = self.keep(page);
        let mut reading = Reading::default();
        if !page.purpose.is_page() {
            return reading;
        }
        let read = Page::read(page.body, page.content_type).answered_with(page.refresh);
        reading.sent_on = read.sent_on(page.url);
        if page.purpose == Purpose::Home {
            for (kind, url) in read.leads(page.url) {
                match kind {
                    LeadKind::Social if reading.follow.is_none() => reading.follow = Some(url),
                    LeadKind::Contact | LeadKind::Start if reading.contact.is_none() => {
                        reading.contact = Some(url);
                    }
                    _ => {}
                }
            }
        }
        reading
    }
}
