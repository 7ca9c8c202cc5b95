//! The directory that is built into the program, and loading others beside it.

use crate::directory::load::{load, text_of};
use crate::directory::{BadgeKind, Date, Directory, Problem};
use crate::platform::Platforms;

/// The text of the directory that is built into the program.
pub const TEXT: &str = include_str!("../directory.toml");

/// The same, checked and stored when the program was built.
const STORED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/directory.bin"));

/// Its search index.
const INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

impl Directory {
    /// The directory that is built into the program.
    ///
    /// # Errors
    ///
    /// Its problems; it was built without any.
    pub fn embedded() -> Result<Self, Vec<Problem>> {
        // A machine's clock may lag behind the edition: the built-in file is judged by its own day.
        Self::from_stored(STORED)
            .map(|directory| directory.with_stored_index(INDEX))
            .or_else(|_fault| load(TEXT, Date::LAST, &|| None))
    }

    /// Loads a directory from the text of a file.
    ///
    /// `today` is the last day that a date in it may name. A file without platforms uses those of
    /// the directory that is built in.
    ///
    /// # Errors
    ///
    /// All problems of the file, in its order.
    pub fn from_toml(text: &str, today: Date) -> Result<Self, Vec<Problem>> {
        load(text, today, &built_in)
    }

    /// Loads a directory from the bytes of a file.
    ///
    /// # Errors
    ///
    /// All problems of the file; among them, that it is not UTF-8.
    pub fn from_bytes(bytes: &[u8], today: Date) -> Result<Self, Vec<Problem>> {
        text_of(bytes).and_then(|text| Self::from_toml(text, today))
    }
}

fn built_in() -> Option<(Platforms, Vec<BadgeKind>)> {
    let directory = Directory::embedded().ok()?;
    Some((directory.platforms, directory.badges))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Index;

    #[test]
    fn what_is_stored_is_the_file() {
        let read = load(TEXT, Date::LAST, &|| None).unwrap();
        let stored = Directory::from_stored(STORED).unwrap();
        assert_eq!(stored.to_toml(), read.to_toml());
        assert_eq!(stored.to_stored().unwrap(), read.to_stored().unwrap());
        for (ours, theirs) in stored.accounts.iter().zip(&read.accounts) {
            assert_eq!((&ours.url, &ours.evidence), (&theirs.url, &theirs.evidence));
            for reference in theirs.references() {
                assert_eq!(stored.account_by(&reference), read.account_by(&reference));
            }
        }
        for organisation in &read.organisations {
            let id = &organisation.id;
            assert_eq!(stored.organisation_by_id(id), read.organisation_by_id(id));
        }
    }

    #[test]
    fn the_stored_index_is_that_of_the_file() {
        let read = load(TEXT, Date::LAST, &|| None).unwrap();
        assert_eq!(Index::build(&read).to_stored().unwrap(), INDEX);
        let embedded = Directory::embedded().unwrap();
        assert_eq!(Index::new(&embedded).to_stored().unwrap(), INDEX);
        // Bytes that are no index are made anew.
        let damaged = embedded.with_stored_index(b"damaged");
        assert_eq!(Index::new(&damaged).to_stored().unwrap(), INDEX);
    }

    #[test]
    fn damaged_bytes_are_no_directory_and_no_panic() {
        for cut in (0..STORED.len()).step_by(997) {
            let damaged = STORED.get(..cut).unwrap_or_default();
            assert!(Directory::from_stored(damaged).is_err(), "cut at {cut}");
        }
    }
}
