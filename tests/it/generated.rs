//! The made-up directories that searches are measured in are directories, and like the real one.

use std::collections::{BTreeMap, BTreeSet};

use crate::loaded::english;
use officieel::directory::{Date, Directory};
use officieel::text::fold::fold;

#[path = "../../benches/generate/directory.rs"]
mod generate;

fn made_up(count: usize, seed: u64) -> String {
    let mut toml = Vec::new();
    generate::write(&officieel::embedded::directory().unwrap(), count, seed, &mut toml).unwrap();
    String::from_utf8(toml).unwrap()
}

fn words(directory: &Directory) -> BTreeSet<String> {
    let names =
        directory.organisation_indexes().map(|index| fold(&directory.organisation(index).name));
    names.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn it_is_valid_and_of_the_size_that_was_asked_for() {
    let directory = officieel::embedded::from_toml(&made_up(3000, generate::SEED), Date::LAST);
    let directory = directory.unwrap_or_else(|problems| {
        panic!("{}", problems.iter().take(5).map(english).collect::<Vec<_>>().join("\n"))
    });
    assert_eq!(directory.organisation_indexes().count(), 3000);
    assert_eq!(directory.account_indexes().count(), 3000);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(made_up(200, 7), made_up(200, 7));
    assert_ne!(made_up(200, 7), made_up(200, 8));
}

#[test]
fn the_vocabulary_grows_with_the_directory() {
    let count = |size| {
        let directory =
            officieel::embedded::from_toml(&made_up(size, generate::SEED), Date::LAST).unwrap();
        words(&directory).len()
    };
    let (small, large) = (count(500), count(5000));
    assert!(large > 3 * small, "{small} and {large} different words");
}

#[test]
fn platforms_are_spread_as_in_the_directory() {
    let share = |directory: &Directory, id: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for index in directory.account_indexes() {
            let platform = directory.platform(directory.account(index).platform).id().to_owned();
            *counts.entry(platform).or_default() += 1;
        }
        counts.get(id).copied().unwrap_or_default() * 100 / directory.account_indexes().count()
    };
    let real = officieel::embedded::directory().unwrap();
    let made = officieel::embedded::from_toml(&made_up(3000, generate::SEED), Date::LAST).unwrap();
    for platform in ["x", "facebook", "linkedin", "instagram", "youtube", "mastodon"] {
        let (ours, theirs) = (share(&made, platform), share(&real, platform));
        assert!(ours.abs_diff(theirs) <= 4, "{platform}: {ours} % rather than {theirs} %");
    }
}
