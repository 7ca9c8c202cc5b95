//! Addresses that can't be opened as they stand, and what was meant by them.

use crate::platform::{AddressError, ParsedAddress, Platforms};

/// What is wrong with the way an address is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// It begins with `https`.
    Secure,
    /// It begins with `http`.
    Insecure,
    /// It can't be opened: the scheme is missing, or no browser reads it.
    Broken,
}

/// An entry's address, read as well as it can be.
#[derive(Debug, Clone)]
pub(super) struct Address {
    pub(super) writing: Writing,
    /// What it leads to, or would lead to if it were written as it should be.
    pub(super) parsed: Result<ParsedAddress, AddressError>,
    /// The text that this was read from.
    pub(super) text: String,
}

impl Address {
    /// Reads an address as it was typed.
    pub(super) fn read(platforms: &Platforms, typed: &str) -> Self {
        let text = typed.trim().to_owned();
        let parsed = platforms.parse_address(&text);
        let writing = match &parsed {
            Err(
                AddressError::NotAnAddress
                | AddressError::Disguised(_)
                | AddressError::UserBeforeHost(_),
            ) => Writing::Broken,
            _ if has_scheme(&text, "https://") => Writing::Secure,
            _ if has_scheme(&text, "http://") => Writing::Insecure,
            _ => Writing::Broken,
        };
        if writing != Writing::Broken {
            return Self { writing, parsed, text };
        }
        let meant = repairs(&text).into_iter().find_map(|text| {
            let parsed = platforms.parse_address(&text).ok()?;
            Some(Self { writing: Writing::Broken, parsed: Ok(parsed), text })
        });
        meant.unwrap_or(Self { writing, parsed, text })
    }
}

fn has_scheme(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// What may have been meant by a broken address.
fn repairs(text: &str) -> Vec<String> {
    let together: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // Behind the first dot of `https//www.x.com`, `htps://x.com` and `https://https://x.com` the
    // host is right; what stands before it is taken off up to the last slash or colon.
    let dot = together.find('.').unwrap_or_default();
    let before = together.get(..dot).unwrap_or_default();
    let start = before.rfind(['/', ':']).map_or(0, |at| at + 1);
    let from_host = together.get(start..).unwrap_or_default();
    let with_www = together.replacen("://www/", "://www.", 1);
    let behind_www = together.replacen("://www/", "://", 1);
    [with_www, behind_www, from_host.to_owned(), together.clone()]
        .into_iter()
        .filter(|repaired| !repaired.is_empty())
        .map(
            |repaired| {
                if has_scheme(&repaired, "http") { repaired } else { format!("https://{repaired}") }
            },
        )
        .collect()
}
