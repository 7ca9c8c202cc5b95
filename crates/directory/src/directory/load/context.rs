//! What all tables of a file share while it is read: its text, the day, the problems so far.

use std::cell::RefCell;

use toml::Spanned;

use super::problem::{Faults, Unknown};
use crate::date::Date;
use crate::public_suffixes::PublicSuffixes;
use crate::text::message::Message;

/// A value with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) at: usize,
}

/// What all tables of one file, or of one part of it, share.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    /// Where the text begins in the file.
    offset: usize,
    /// The last day that a date may name.
    pub(super) today: Date,
    /// Whether the file is an overlay.
    pub(super) is_overlay: bool,
    /// Under which endings names are given away, where hosts are held against that.
    pub(super) suffixes: Option<&'a PublicSuffixes>,
    faults: RefCell<Faults>,
    /// The keys that each kind of table was asked for.
    #[cfg(test)]
    asked: RefCell<super::keys::Keys>,
}

impl<'a> Context<'a> {
    /// For a file.
    pub(super) fn new(text: &'a str, today: Date) -> Self {
        Self::of_part(text, 0, today)
    }

    /// With the endings under which names are given away.
    pub(super) fn with_suffixes(self, suffixes: &'a PublicSuffixes) -> Self {
        Self { suffixes: Some(suffixes), ..self }
    }

    /// For the part of a file that begins at this offset.
    pub(super) fn of_part(text: &'a str, offset: usize, today: Date) -> Self {
        Self {
            text,
            offset,
            today,
            is_overlay: false,
            suffixes: None,
            faults: RefCell::default(),
            #[cfg(test)]
            asked: RefCell::default(),
        }
    }

    /// For an overlay. What it says of a later day than today is no problem of the file: whoever lays it
    /// over a directory leaves that out.
    pub(super) fn of_overlay(text: &'a str) -> Self {
        Self { is_overlay: true, ..Self::new(text, Date::LAST) }
    }

    /// Notes what an overlay says of something that the directory under it doesn't have.
    pub(super) fn foreign(&self, at: usize, message: Message) {
        self.faults.borrow_mut().add_foreign(at, message);
    }

    /// Reports a problem at an offset of the file.
    pub(super) fn fault(&self, at: usize, message: impl Into<Message>) {
        self.faults.borrow_mut().add(at, message);
    }

    /// Reports the problems that were found elsewhere.
    pub(super) fn faults(&self, found: Faults) {
        self.faults.borrow_mut().append(found);
    }

    /// Reports that a key names an organisation that is not there.
    pub(super) fn unknown(&self, key: &'static str, id: Located<String>) {
        self.faults.borrow_mut().unknown.push(Unknown { key, id });
    }

    /// The names of organisations that are not there, to be put into words.
    pub(super) fn take_unknown(&self) -> Vec<Unknown> {
        std::mem::take(&mut self.faults.borrow_mut().unknown)
    }

    /// Notes which keys a table was asked for.
    #[cfg(test)]
    pub(super) fn asked_for(&self, what: crate::text::message::Sentence, keys: &[&'static str]) {
        self.asked.borrow_mut().entry(what.key()).or_default().extend(keys);
    }

    /// The keys that each kind of table was asked for.
    #[cfg(test)]
    pub(super) fn take_asked(&self) -> super::keys::Keys {
        self.asked.take()
    }

    pub(super) fn into_faults(self) -> Faults {
        self.faults.into_inner()
    }

    /// Where in the file something begins.
    pub(super) fn place<T>(&self, it: &Spanned<T>) -> usize {
        self.offset + it.span().start
    }
}
