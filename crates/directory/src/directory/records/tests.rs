//! Tests of [`super`]: what is stored answers as what was loaded, and never panics.

use std::io::{Seek, Write as _};

use super::*;
use crate::directory::Directory;
use crate::platform::Reference;

const SMALL: &str = include_str!("../../../../../tests/fixtures/small.toml");

/// Behind everything else, so that no line of the small directory has another number.
const NEIGHBOURS: &str = r#"
[[foreign_organisation]]
name = "Gemeente Buurdam"
country = "BE"
website = "https://www.buurdam.example"
wikidata = "Q1"
source = "list"
accounts = ["https://x.com/GemeenteBuurdam", "https://social.overheid.example/@buurdam"]

[[foreign_organisation]]
name = "Bürgeramt"
country = "DE"
source = "list"
accounts = ["https://x.com/buergeramt"]
"#;

fn loaded() -> Directory {
    crate::testing::loaded(&format!("{SMALL}{NEIGHBOURS}"))
}

const SUMMARIES: [&str; 2] = [summarised::OF_ORGANISATIONS, summarised::OF_ACCOUNTS];

/// The account of a neighbour on X.
fn neighbour(directory: &Directory, handle: &str) -> Reference {
    let platform = directory.platforms.by_id("x").unwrap();
    let name = directory.platform(platform).parse_name(handle).unwrap();
    Reference { platform, name }
}

fn bytes(directory: &Directory) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new()).unwrap();
    directory.write_to(&mut writer).unwrap();
    writer.finish().unwrap()
}

/// A directory in a file, and that file.
fn on_disk(bytes: &[u8]) -> (Directory, std::fs::File) {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let store = Store::open_holding(file.try_clone().unwrap(), 0).unwrap();
    (Directory::from_store(&store).unwrap(), file)
}

/// The parts of a store, changed, as another store.
fn changed(change: impl Fn(&str, &mut Vec<u8>)) -> Result<Directory, StorageError> {
    let store = Store::owned(bytes(&loaded()))?;
    let mut writer = Writer::new(Vec::new()).unwrap();
    let records = [ORGANISATIONS, ACCOUNTS, SERVICES, TOPICS, foreign::FOREIGN];
    let offsets = records.map(lazy::offsets_of);
    let names = ["directory.head", foreign::BY_REFERENCE, SUMMARIES[0], SUMMARIES[1]];
    let names = names.into_iter().chain(records).chain(offsets.iter().map(String::as_str));
    for name in names.chain(lookup::PARTS) {
        let mut part = store.part(name).read(0..usize::MAX).into_owned();
        change(name, &mut part);
        writer.part(name, &part).unwrap();
    }
    Directory::from_store(&Store::owned(writer.finish().unwrap())?)
}

#[test]
fn a_directory_from_a_store_is_the_one_that_was_loaded() {
    let loaded = loaded();
    let (stored, _file) = on_disk(&bytes(&loaded));
    assert!(loaded.store().is_none() && stored.store().is_some());
    assert_eq!(stored.organisation_count(), loaded.organisation_count());
    assert_eq!(stored.account_count(), loaded.account_count());
    for index in loaded.organisation_indexes() {
        let it = loaded.organisation(index);
        assert_eq!(stored.organisation_by_id(&it.id), Some(index));
        assert!(stored.children_of(index).eq(loaded.children_of(index)));
        let children = loaded.organisation_indexes();
        let is_child = |it: &OrganisationIndex| loaded.organisation(*it).parent == Some(index);
        assert!(loaded.children_of(index).eq(children.filter(is_child)));
        for id in it.official_ids() {
            assert_eq!(stored.organisation_by_official_id(&id.to_lowercase()), Some(index));
        }
    }
    for index in loaded.account_indexes() {
        for reference in loaded.account(index).references() {
            assert_eq!(stored.account_by(&reference), Some(index));
        }
    }
    assert_eq!(stored.organisation_by_id("gemeente"), None);
    assert_eq!(stored.to_toml(), loaded.to_toml());
    assert_eq!(bytes(&stored), bytes(&loaded));
    let (of_stored, of_loaded) = (stored.summaries(), loaded.summaries());
    assert_eq!(of_stored.organisations(), of_loaded.organisations());
    assert_eq!(of_stored.accounts(), of_loaded.accounts());
    assert!(
        of_stored
            .organisations()
            .iter()
            .map(|it| it.name)
            .eq(loaded.organisations().map(|it| &it.name))
    );
    assert_eq!(of_stored.accounts().len(), loaded.account_count());
}

#[test]
fn organisations_of_other_governments_are_found_by_their_accounts() {
    let loaded = loaded();
    let (stored, _file) = on_disk(&bytes(&loaded));
    for directory in [&loaded, &stored] {
        assert_eq!(directory.foreign_organisation_count(), 2);
        let found = directory.foreign_by(&neighbour(directory, "gemeentebuurdam")).unwrap();
        let found = directory.foreign_organisation(found);
        assert_eq!((found.name.as_str(), found.country.as_str()), ("Gemeente Buurdam", "BE"));
        assert_eq!((found.wikidata.as_deref(), found.accounts.len()), (Some("Q1"), 2));
        assert_eq!(directory.sources[found.source.position()].id, "list");
        assert!(directory.foreign_by(&neighbour(directory, "buergeramt_")).is_none());
    }
    assert!(stored.foreign_organisations().eq(loaded.foreign_organisations()));
}

#[test]
fn an_empty_directory_is_stored_too() {
    let mut empty = loaded();
    let (organisations, accounts) = empty.loaded_mut().unwrap();
    organisations.clear();
    accounts.clear();
    let (stored, _file) = on_disk(&bytes(&empty));
    assert_eq!((stored.organisation_count(), stored.account_count()), (0, 0));
    assert_eq!(stored.organisation_by_id(""), None);
}

#[test]
fn what_became_unreadable_claims_nothing() {
    let (stored, file) = on_disk(&bytes(&loaded()));
    file.set_len(0).unwrap();
    let first = stored.organisation_indexes().next().unwrap();
    assert_eq!(stored.organisation(first).name, "");
    assert_eq!(stored.children_of(first).count(), 0);
    for account in stored.accounts() {
        assert!(account.url.is_empty() && account.evidence.is_empty());
        assert_eq!(account.references().count(), 0);
    }
    assert_eq!(stored.organisation_by_id("gemeente-zandmeer"), None);
    assert!(stored.foreign_by(&neighbour(&stored, "buergeramt")).is_none());
    assert!(stored.summaries().organisations().is_empty());
    assert!(stored.summaries().accounts().is_empty());
    let (stored, mut file) = on_disk(&bytes(&loaded()));
    let length = usize::try_from(file.metadata().unwrap().len()).unwrap();
    file.rewind().unwrap();
    file.write_all(&vec![0xff; length]).unwrap();
    assert!(stored.organisations().all(|it| it.name.is_empty() && it.kind == Kind::Other));
    assert!(stored.accounts().all(|it| it.evidence.is_empty()));
}

#[test]
fn parts_that_do_not_fit_together_are_no_directory() {
    assert!(changed(|_, _| ()).is_ok());
    for wanted in ["directory.head", ORGANISATIONS, "directory.organisations.offsets", ACCOUNTS] {
        let emptied = changed(|name, part| {
            if name == wanted {
                part.clear();
            }
        });
        assert!(emptied.is_err(), "{wanted}");
    }
}

#[test]
fn offsets_and_indexes_that_lead_nowhere_do_no_harm() {
    for value in [0, 0x7f, 0xff] {
        let directory = changed(|name, part| {
            let kept = if name.ends_with(".offsets") { 8 } else { 0 };
            let length = part.len().saturating_sub(kept);
            if name != "directory.head" {
                part[..length].fill(value);
            }
        });
        let directory = directory.unwrap();
        for index in directory.organisation_indexes() {
            let it = directory.organisation(index);
            assert!(it.accounts.iter().all(|at| at.position() < directory.account_count()));
            for child in directory.children_of(index) {
                assert!(directory.organisation(child).parent.is_none());
            }
        }
        assert!(directory.foreign_organisations().all(|it| it.accounts.is_empty()));
        assert!(directory.foreign_by(&neighbour(&directory, "buergeramt")).is_none());
        for summary in directory.summaries().accounts() {
            assert!(!directory.platform(summary.platform).id().is_empty());
        }
        for account in directory.accounts() {
            assert!(directory.organisation(account.organisation).name.is_empty());
            assert!(!directory.platform(account.platform).id().is_empty());
        }
        assert_eq!(directory.organisation_by_id("gemeente-zandmeer"), None);
        assert_eq!(directory.organisation_by_official_id("mnre9999"), None);
    }
}
