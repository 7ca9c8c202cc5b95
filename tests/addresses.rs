//! Golden cases of addresses: every address of the register and of the other sources, the forms that
//! each platform knows, and hostile ones, with what a person read in them.

#![expect(clippy::expect_used, reason = "a test says what it takes for granted")]

use std::collections::BTreeMap;

use officieel::directory::Directory;
use officieel::platform::{AddressFault, Platforms};

const GOLDEN: &str = include_str!("golden/addresses.tsv");

fn platforms() -> Platforms {
    Directory::embedded()
        .expect("the built-in directory loads")
        .platforms
}

/// What the parser makes of an address, in the words of the golden file.
fn answer(platforms: &Platforms, address: &str) -> String {
    let id = |index| platforms.get(index).id().to_owned();
    match platforms.parse_address(address) {
        Ok(parsed) => {
            let platform = platforms.get(parsed.account.platform);
            let name = &parsed.account.name;
            let space = platform
                .name_rules(name)
                .map_or("", |rules| rules.id.as_str());
            let part = parsed.part.map_or("", |part| part.id());
            let cells = [platform.id(), space, name.text(), part];
            cells.join("\t").trim_end_matches('\t').to_owned()
        }
        Err(AddressFault::NotAnAddress) => "not-an-address".to_owned(),
        Err(AddressFault::Disguised(_)) => "disguised".to_owned(),
        Err(AddressFault::UserBeforeHost(_)) => "user-before-host".to_owned(),
        Err(AddressFault::UnknownHost(_)) => "unknown-host".to_owned(),
        Err(AddressFault::UnknownForm(_)) => "unknown-form".to_owned(),
        Err(AddressFault::NotAnAccount(_, what)) => format!("not-an-account:{}", what.id()),
        Err(AddressFault::BadName(platform, _)) => format!("bad-name:{}", id(platform)),
    }
}

#[test]
fn every_golden_address_is_read_right() {
    let platforms = platforms();
    let (mut right, mut wrong) = (0, Vec::new());
    for line in GOLDEN.lines().skip(1) {
        let (address, expected) = line.split_once('\t').expect("an address and what it is");
        let address = address
            .replace("\\u{202E}", "\u{202E}")
            .replace("\\u{200B}", "\u{200B}");
        let actual = answer(&platforms, &address);
        if actual == expected {
            right += 1;
        } else {
            wrong.push(format!(
                "{address}\n    expected {expected}\n    got      {actual}"
            ));
        }
    }
    println!(
        "{right} of {} golden addresses are read right",
        right + wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn canonical_addresses_lead_back_to_the_same_account() {
    let platforms = platforms();
    let mut by_platform = BTreeMap::new();
    for line in GOLDEN.lines().skip(1) {
        let (address, _) = line.split_once('\t').expect("an address and what it is");
        let Ok(parsed) = platforms.parse_address(address) else {
            continue;
        };
        let platform = platforms.get(parsed.account.platform);
        let canonical = platform.address_of(&parsed.account.name);
        let again = platforms
            .parse_address(&canonical)
            .expect("a canonical address is an address");
        assert_eq!(again.account, parsed.account, "{address} {canonical}");
        assert_eq!(again.part, None, "{canonical} is the page of the account");
        assert_eq!(
            platform.address_of(&again.account.name),
            canonical,
            "{address}"
        );
        assert!(
            canonical.starts_with("https://") && canonical.is_ascii(),
            "{canonical}"
        );
        *by_platform.entry(platform.id().to_owned()).or_insert(0) += 1;
    }
    assert_eq!(
        by_platform.len(),
        12,
        "platforms with an address: {by_platform:?}"
    );
}
