//! What a filter lets through as files for other programs: address books, readers of feeds, search engines,
//! spreadsheets, servers of the fediverse, and browsers.
//!
//! What stands in a file comes from the directory alone, and of accounts only what the filter lets through. None of
//! the formats says that an organisation has no account: what isn't known isn't there, and no more is said.

mod fediverse;
mod feed;
mod jsonld;
mod markup;
mod opml;
mod page;
mod phone;
mod spreadsheet;
mod vcard;

use std::io::{self, Write};

use crate::directory::{Account, Organisation, OrganisationIndex};
use crate::listing::{List, Row};
use crate::messages::{dates, labels};
use crate::words::Language;

/// As what a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON-LD in the vocabulary of schema.org.
    JsonLd,
    /// Cards for address books (vCard 4.0).
    VCard,
    /// Feeds that are followed without an account (OPML 2.0).
    Opml,
    /// The accounts that a server of Mastodon can be told to follow.
    Mastodon,
    /// A table that a spreadsheet opens with a double click.
    Csv,
    /// A page that stands alone.
    Html,
}

/// What is written.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// The directory, the day and the words.
    pub list: List<'a>,
    /// The language of the words.
    pub language: Language,
    /// The filter as it was given.
    pub filter: &'a str,
    /// What it lets through, the rows of an organisation behind each other.
    pub rows: &'a [Row],
}

/// How many accounts stand in a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// The accounts, or the feeds, that were written.
    pub written: usize,
    /// The accounts that this format has no place for.
    pub left_out: usize,
}

/// An organisation with those of its accounts that the filter lets through.
struct Entry<'a> {
    index: OrganisationIndex,
    organisation: &'a Organisation,
    accounts: Vec<&'a Account>,
}

impl<'a> Export<'a> {
    /// Writes all of it.
    ///
    /// # Errors
    ///
    /// Where the output takes no more.
    pub fn write(&self, format: Format, out: &mut dyn Write) -> io::Result<Counts> {
        match format {
            Format::JsonLd => jsonld::write(self, out)?,
            Format::VCard => vcard::write(self, out)?,
            Format::Opml => return opml::write(self, out),
            Format::Mastodon => return fediverse::write(self, out),
            Format::Csv => spreadsheet::write(self, out)?,
            Format::Html => page::write(self, out)?,
        }
        let written = self.rows.iter().filter(|row| row.account.is_some()).count();
        Ok(Counts { written, left_out: 0 })
    }

    /// The organisations, in the order of the rows.
    fn entries(&self) -> Vec<Entry<'a>> {
        let directory = self.list.directory;
        let of_one = self.rows.chunk_by(|one, other| one.organisation == other.organisation);
        let entry = |rows: &[Row]| {
            let index = rows.first()?.organisation;
            let accounts = rows.iter().filter_map(|row| row.account);
            let accounts = accounts.map(|it| directory.account(it)).collect();
            Some(Entry { index, organisation: directory.organisation(index), accounts })
        };
        of_one.filter_map(entry).collect()
    }

    /// What the file is, with the edition of the directory.
    fn title(&self) -> String {
        let edition = dates::long(self.list.words, self.list.directory.header.edition);
        self.list.words.exported_title(&edition)
    }

    /// Where all of it is from, and what it doesn't say.
    fn origin(&self) -> String {
        let words = self.list.words;
        let header = &self.list.directory.header;
        let (edition, today) = (dates::long(words, header.edition), self.list.today);
        words.exported_origin(&edition, &header.title, &dates::long(words, today))
    }

    /// What was asked for, in a sentence.
    fn asked(&self) -> String {
        let words = self.list.words;
        match self.filter {
            "" => words.exported_everything.to_owned(),
            filter => words.exported_filter(filter),
        }
    }

    /// Where an account is and what it is called there.
    fn named(&self, account: &Account) -> String {
        let platform = self.list.directory.platform(account.platform);
        format!("{}: {}", platform.name(), account.written(platform))
    }

    /// How sure an account is, what has become of it, and when it was last seen.
    fn standing(&self, account: &Account) -> String {
        let words = self.list.words;
        let trust = labels::trust(words, account.trust(self.list.today));
        let status = labels::status(words, account.status);
        let seen = account.last_seen().map(|it| words.exported_seen(&dates::long(words, it)));
        [Some(trust.to_owned()), Some(status.to_owned()), seen]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// What an organisation is called in files: the same in every edition. The authority is no domain of anybody, and
/// nothing is ever fetched by it (RFC 4151).
fn id_of(organisation: &Organisation) -> String {
    format!("tag:officieel,2026:organisation/{}", organisation.id)
}
