//! The directory and the public suffix list that are built into the program, and loading other directories
//! beside them.

use std::sync::LazyLock;

use crate::directory::load::{Defaults, Progress, load_with_progress, text_of};
use crate::directory::{Date, Directory, LoadError};
use crate::large::{PIECE, Rules};
use crate::public_suffixes::PublicSuffixes;
use crate::store::{StorageError, Store};

/// The text of the directory that is built into the program. Only tests and measurements read it: the
/// program itself holds the stored form alone.
pub const TEXT: &str = include_str!("../directory.toml");

/// The directory with its search index, checked, stored and packed when the program was built.
const STORED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/directory.bin"));

/// The public suffix list, laid out when the program was built.
const SUFFIXES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/suffixes.bin"));

/// The public suffix list that is built into the program.
pub fn suffixes() -> &'static PublicSuffixes {
    static LIST: LazyLock<PublicSuffixes> = LazyLock::new(|| {
        // Only a program that was changed after it was built has none: the last label ends a host then.
        Store::packed(SUFFIXES)
            .map_or_else(|_| PublicSuffixes::default(), |it| PublicSuffixes::from_store(&it))
    });
    &LIST
}

/// The checksum of the directory that is built into the program, in the form that it is stored in.
pub fn checksum() -> [u8; 32] {
    Store::packed(STORED).map_or([0; 32], |store| store.checksum())
}

/// The directory that is built into the program.
///
/// # Errors
///
/// Where the program was changed after it was built.
///
/// # Examples
///
/// ```
/// let directory = officieel::embedded::directory()?;
/// assert!(directory.organisation_by_id("belastingdienst").is_some());
/// # Ok::<(), officieel::store::StorageError>(())
/// ```
pub fn directory() -> Result<Directory, StorageError> {
    Store::packed(STORED).and_then(|store| Directory::from_store(&store))
}

/// The countries whose directories are built in beside that of the Netherlands, by their codes (ISO 3166-1).
pub const COUNTRIES: &[&str] = &["be"];

/// The directory of a country that is built into the program, by its code in any case of its letters; `None` where
/// there is none. That of the Netherlands is [`directory`].
///
/// # Errors
///
/// Where the program was changed after it was built.
///
/// # Examples
///
/// ```
/// let belgium = officieel::embedded::of_country("be").expect("it is built in")?;
/// assert!(belgium.organisation_by_id("ypres").is_some());
/// # Ok::<(), officieel::store::StorageError>(())
/// ```
pub fn of_country(code: &str) -> Option<Result<Directory, StorageError>> {
    const BELGIUM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/be.bin"));
    let stored = match code.to_ascii_lowercase().as_str() {
        "nl" => STORED,
        "be" => BELGIUM,
        _ => return None,
    };
    Some(Store::packed(stored).and_then(|store| Directory::from_store(&store)))
}

/// Loads a directory from the text of a file.
///
/// `today` is the last day that a date in it may name. A file without platforms, or without words of
/// its own, uses those of the directory that is built in.
///
/// # Errors
///
/// All problems of the file, in its order.
///
/// # Examples
///
/// ```
/// use officieel::directory::Date;
/// use officieel::embedded;
///
/// let text = r#"
/// schema = 1
/// title = "Our city"
/// edition = "2026-11-22"
/// licence = "CC0-1.0"
///
/// [[organisation]]
/// id = "our-city"
/// name = "Our City"
/// kind = "municipality"
/// "#;
/// let directory = embedded::from_toml(text, Date::LAST).unwrap();
/// assert_eq!(directory.organisation_count(), 1);
///
/// let problems = embedded::from_toml(&text.replace("municipality", "town"), Date::LAST).unwrap_err();
/// assert_eq!(problems[0].line, 10);
/// ```
pub fn from_toml(text: &str, today: Date) -> Result<Directory, Vec<LoadError>> {
    from_toml_with_progress(text, today, &|_done| {})
}

/// Loads a directory as [`from_toml`] does, telling how many bytes of the text are read.
///
/// # Errors
///
/// All problems of the file, in its order.
pub fn from_toml_with_progress(
    text: &str,
    today: Date,
    progress: Progress<'_>,
) -> Result<Directory, Vec<LoadError>> {
    load_with_progress(text, today, suffixes(), &built_in, progress)
}

/// What a large file is read by, as [`from_toml`] reads a text.
pub(crate) fn rules(today: Date) -> Rules<'static> {
    Rules { today, suffixes: suffixes(), built_in: &built_in, piece: PIECE }
}

/// Loads a directory from the bytes of a file.
///
/// # Errors
///
/// All problems of the file; among them, that it is not UTF-8.
pub fn from_bytes(bytes: &[u8], today: Date) -> Result<Directory, Vec<LoadError>> {
    text_of(bytes).and_then(|text| from_toml(text, today))
}

fn built_in() -> Option<Defaults> {
    directory().ok().map(Defaults::of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::load::load;
    use crate::search::Index;
    use crate::store::{Writer, pack};

    fn stored(directory: &Directory) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new()).unwrap();
        directory.write_to(&mut writer).unwrap();
        Index::write_to(directory, &mut writer).unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn what_is_stored_is_the_file() {
        let read = load(TEXT, Date::LAST, suffixes(), &|| None).unwrap();
        assert!(pack(stored(&read)).unwrap() == STORED);
        let embedded = super::directory().unwrap();
        assert_eq!(embedded.to_toml(), read.to_toml());
        assert!(stored(&embedded) == stored(&read));
        for (ours, theirs) in embedded.accounts().zip(read.accounts()) {
            assert_eq!((&ours.url, &ours.evidence), (&theirs.url, &theirs.evidence));
            for reference in theirs.references() {
                assert!(read.account_by(&reference).is_some());
                assert_eq!(embedded.account_by(&reference), read.account_by(&reference));
            }
        }
        for index in read.organisation_indexes() {
            let it = read.organisation(index);
            assert_eq!(embedded.organisation_by_id(&it.id), Some(index));
            assert_eq!(read.organisation_by_id(&it.id), Some(index));
            assert!(embedded.children_of(index).eq(read.children_of(index)));
            for id in it.official_ids() {
                let found = embedded.organisation_by_official_id(&id.to_ascii_uppercase());
                assert_eq!(found, read.organisation_by_official_id(id));
                assert!(embedded.organisation(found.unwrap()).official_ids().any(|own| own == id));
            }
        }
        for absent in ["", "gemeente", "Q"] {
            assert_eq!(embedded.organisation_by_id(absent), None);
            assert_eq!(embedded.organisation_by_official_id(absent), None);
        }
    }
}
