//! Golden cases of addresses: every address of the register and of the other sources, the forms that
//! each platform knows, and hostile ones, with what a person read in them.

mod kinds;
mod mutants;
mod own;
mod spellings;

use std::collections::BTreeMap;

use officieel::platform::{AddressError, Ambiguity, Platforms};

use crate::loaded::BUILT_IN;

/// Columns: how many entries of the register hold the address, the address, and what it is: platform,
/// name-space, account and (where it is not the account's page) part, or the reason why it is none.
const GOLDEN: &str = include_str!("../golden/addresses.tsv");

struct Case {
    entries: usize,
    address: String,
    expected: String,
}

fn cases() -> Vec<Case> {
    let case = |line: &str| {
        let mut cells = line.splitn(3, '\t');
        let entries = cells.next()?.parse().ok()?;
        let address =
            cells.next()?.replace("\\u{202E}", "\u{202E}").replace("\\u{200B}", "\u{200B}");
        Some(Case { entries, address, expected: cells.next()?.to_owned() })
    };
    GOLDEN.lines().skip(1).map(|line| case(line).expect("three cells")).collect()
}

fn platforms() -> &'static Platforms {
    &BUILT_IN.directory.platforms
}

/// What the parser makes of an address, in the words of the golden file.
fn answer(platforms: &Platforms, address: &str) -> String {
    match platforms.parse_address(address) {
        Ok(parsed) => {
            let platform = platforms.get(parsed.account.platform);
            let name = &parsed.account.name;
            let space = platform.name_rules(name).map_or("", |rules| rules.id.as_str());
            let part = parsed.part.map_or("", |part| part.id());
            let cells = [platform.id(), space, name.text(), part];
            cells.join("\t").trim_end_matches('\t').to_owned()
        }
        Err(AddressError::NotAnAddress) => "not-an-address".to_owned(),
        Err(AddressError::Disguised(_)) => "disguised".to_owned(),
        Err(AddressError::UserBeforeHost(_)) => "user-before-host".to_owned(),
        Err(AddressError::UnknownHost(_)) => "unknown-host".to_owned(),
        Err(AddressError::UnknownForm(_)) => "unknown-form".to_owned(),
        Err(AddressError::Ambiguous(_, ambiguity)) => match ambiguity {
            Ambiguity::TwoAccounts => "two-accounts".to_owned(),
            Ambiguity::HiddenSlash => "hidden-slash".to_owned(),
        },
        Err(AddressError::NotAnAccount(_, what)) => format!("not-an-account:{}", what.id()),
        Err(AddressError::BadName(platform, _)) => {
            format!("bad-name:{}", platforms.get(platform).id())
        }
    }
}

#[test]
fn every_golden_address_is_read_right() {
    let platforms = platforms();
    let wrong: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let actual = answer(platforms, &case.address);
            let Case { address, expected, .. } = case;
            (actual != *expected)
                .then(|| format!("{address}\n    expected {expected}\n    got      {actual}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_entry_of_the_register_that_holds_an_account_is_found() {
    let platforms = platforms();
    let cases = cases();
    let all: usize = cases.iter().map(|case| case.entries).sum();
    let found = cases.iter().filter(|case| platforms.parse_address(&case.address).is_ok());
    let found: usize = found.map(|case| case.entries).sum();
    // The three others: a search page, a website filed as LinkedIn, and an address that was cut off.
    assert_eq!((found, all), (425, 428));
}

#[test]
fn canonical_addresses_lead_back_to_the_same_account() {
    let platforms = platforms();
    let mut by_platform = BTreeMap::new();
    for Case { address, .. } in cases() {
        let Ok(parsed) = platforms.parse_address(&address) else {
            continue;
        };
        let platform = platforms.get(parsed.account.platform);
        let canonical = platform.address_of(&parsed.account.name);
        let again = platforms.parse_address(&canonical).expect("a canonical address is an address");
        assert_eq!(again.account, parsed.account, "{address} {canonical}");
        assert_eq!(again.part, None, "{canonical} is the page of the account");
        assert_eq!(platform.address_of(&again.account.name), canonical, "{address}");
        assert!(canonical.starts_with("https://") && canonical.is_ascii(), "{canonical}");
        *by_platform.entry(platform.id().to_owned()).or_insert(0) += 1;
    }
    assert_eq!(by_platform.len(), 12, "platforms with an address: {by_platform:?}");
}

#[test]
fn every_account_of_the_directory_is_found_by_its_own_address() {
    let directory = &BUILT_IN.directory;
    for index in directory.account_indexes() {
        let account = directory.account(index);
        if directory.platform(account.platform).rules.names.is_empty() {
            continue;
        }
        let parsed = directory.platforms.parse_address(&account.url);
        let parsed = parsed.expect("the address of an account");
        assert_eq!(directory.account_by(&parsed.account), Some(index), "{}", account.url);
    }
}
