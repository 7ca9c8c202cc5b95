//! Addresses of services that stand around others: these are no second address.

use super::Splitter;
use super::schemes::{authority, next_scheme_behind};

/// The most of an address that is looked at for what it leads to; no service has a longer beginning.
const LONGEST_BEGINNING: usize = 2048;

/// What follows behind the beginning of an address.
pub(super) struct Next {
    /// Where the next address begins that this one doesn't lead to; the end of the text, where none does.
    pub(super) begins: usize,
    /// Where the host ends of the last address that it leads to.
    pub(super) within: usize,
}

impl Splitter<'_> {
    /// What follows behind an address that begins a text.
    pub(super) fn next_address(&self, rest: &str) -> Next {
        let mut next = Next { begins: rest.len(), within: 0 };
        while let Some(at) = next_scheme_behind(rest, next.within) {
            if !self.leads_to_next(rest, at) {
                next.begins = at;
                break;
            }
            let inner = rest.get(at..).unwrap_or_default();
            let host = authority(inner);
            let end = inner.get(host..).and_then(|it| it.find(['/', '\\', '?', '#', '&']));
            next.within = at + end.map_or(inner.len(), |end| host + end);
        }
        next
    }

    /// Whether an address that begins a text leads to the one that begins at this place in it.
    pub(super) fn leads_to_next(&self, rest: &str, at: usize) -> bool {
        let beginning = rest.get(..at).filter(|_| at <= LONGEST_BEGINNING);
        beginning.is_some_and(|it| self.directory.wrappers.goes_on(it))
    }

    /// Where an address ends that is coded by a service with signs of its own at its end, which begin at
    /// this place.
    pub(super) fn coded_end(&self, rest: &str, at: usize) -> Option<usize> {
        let (beginning, behind) = rest.split_at_checked(at)?;
        let end = self.directory.wrappers.coded_end(beginning, behind)?;
        Some(at + end)
    }
}
