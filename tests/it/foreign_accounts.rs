//! Accounts of other governments: all are read, and none is called an imitation, whether they are known or not.

use std::sync::LazyLock;

use crate::loaded::{BUILT_IN, Loaded};
use officieel::directory::Date;
use officieel::embedded;
use officieel::platform::Platforms;

/// Real accounts, as addresses.
const ACCOUNTS: &str = include_str!("../fixtures/foreign-accounts.txt");

/// Made-up ones, as platform and handle.
const HANDLES: &str = include_str!("../fixtures/foreign-handles.txt");

/// What is no account as it stands: one lacks its number, the other goes on behind the name.
const NO_ACCOUNTS: [&str; 2] = [
    "https://www.facebook.com//people/Commune-de-Gr%c3%a2ce-Hollogne",
    "https://www.facebook.com/gemengreiser/%c3%a0",
];

/// The built-in directory, knowing no organisation of another government.
static UNKNOWING: LazyLock<Loaded> = LazyLock::new(|| {
    let tables = embedded::TEXT.split("\n\n");
    let tables = tables.filter(|table| !table.starts_with("[[foreign_organisation]]"));
    let text = tables.collect::<Vec<_>>().join("\n\n");
    let directory = embedded::from_toml(&text, Date::LAST).unwrap();
    assert_eq!(directory.foreign_organisation_count(), 0);
    Loaded::new(directory)
});

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// Those of some inputs that are called an imitation, with what they are said to imitate.
fn imitations(inputs: &[String]) -> Vec<String> {
    let check = |input: &String| -> Vec<String> {
        let answers = UNKNOWING.answers(input);
        let imitations = answers.into_iter().filter(|answer| answer.verdict.is_imitation());
        imitations.map(|answer| format!("{input}: {:?}", answer.verdict)).collect()
    };
    let half = inputs.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        let halves: Vec<_> = inputs
            .chunks(half)
            .map(|inputs| scope.spawn(move || inputs.iter().flat_map(check).collect::<Vec<_>>()))
            .collect();
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    })
}

#[test]
fn every_real_one_is_read() {
    let platforms: &Platforms = &BUILT_IN.directory.platforms;
    let is_account =
        |address: &&str| platforms.parse_address(address).is_ok_and(|parsed| parsed.part.is_none());
    let unread: Vec<&str> = lines(ACCOUNTS).filter(|address| !is_account(address)).collect();
    assert_eq!(unread, NO_ACCOUNTS);
    assert!(lines(ACCOUNTS).count() > 4_000);
}

#[test]
fn no_real_one_is_called_an_imitation() {
    let inputs: Vec<String> = lines(ACCOUNTS).map(str::to_owned).collect();
    let called = imitations(&inputs);
    assert!(called.is_empty(), "{} of {}: {called:#?}", called.len(), inputs.len());
}

#[test]
fn no_made_up_one_is_called_an_imitation() {
    let platforms = &UNKNOWING.directory.platforms;
    let address = |line: &str| {
        let (id, handle) = line.split_once(' ').unwrap();
        let platform = platforms.get(platforms.by_id(id).unwrap());
        let name = platform.parse_name(handle).unwrap_or_else(|fault| panic!("{fault:?}"));
        platform.address_of(&name)
    };
    let inputs: Vec<String> = lines(HANDLES).map(address).collect();
    assert!(inputs.len() > 500);
    let called = imitations(&inputs);
    assert!(called.is_empty(), "{} of {}: {called:#?}", called.len(), inputs.len());
}
