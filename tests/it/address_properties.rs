//! Properties of addresses and names that hold for every input.

use std::sync::LazyLock;

use officieel::platform::{AddressError, Platforms, Reference};
use proptest::prelude::*;
use proptest::sample::select;

use crate::loaded::BUILT_IN;

static PLATFORMS: LazyLock<&Platforms> = LazyLock::new(|| &BUILT_IN.directory.platforms);

/// Addresses to start from.
static GOLDEN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../golden/addresses.tsv").lines().skip(1);
    lines.filter_map(|line| line.split('\t').nth(1)).collect()
});

/// The hosts of all platforms, with one of the hosts for each `??`.
static HOSTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let hosts = PLATFORMS.iter().flat_map(|(_, platform)| &platform.rules.hosts);
    hosts.filter(|host| !host.contains('*')).map(|host| host.replace("??", "nl")).collect()
});

/// What follows a host in addresses of many platforms.
const TAILS: [&str; 8] = [
    "/politie",
    "/@politie",
    "/company/politie",
    "/profile/politie.nl",
    "/channel/UCspQDYNFGFgHR6nbPArYo6A",
    "/send?phone=31646764867",
    "/users/politie",
    "/add/politie",
];

fn holds_after_canonical(reference: &Reference) -> Result<(), TestCaseError> {
    let platform = PLATFORMS.get(reference.platform);
    let canonical = platform.address_of(&reference.name);
    let again = PLATFORMS.parse_address(&canonical);
    let again = again.map_err(|fault| TestCaseError::fail(format!("{canonical}: {fault}")))?;
    prop_assert_eq!(&again.account, reference, "{}", canonical);
    prop_assert_eq!(again.part, None);
    prop_assert_eq!(platform.address_of(&again.account.name), canonical);
    Ok(())
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>()) {
        let answer = PLATFORMS.parse_address(&text);
        if let Err(fault) = &answer {
            prop_assert!(!fault.to_string().is_empty());
        }
        let _ = PLATFORMS.parse_handle(&text);
        for (_, platform) in PLATFORMS.iter() {
            let _ = platform.parse_name(&text);
            let _ = platform.parse_platform_id(&text);
        }
    }

    #[test]
    fn a_changed_address_leads_to_an_account_with_one_address_or_to_a_fault(
        address in select(GOLDEN.clone()),
        cut in 0..80_usize,
        length in 0..4_usize,
        insert in "[ -~éа\u{202E}]{0,3}",
    ) {
        let mut characters: Vec<char> = address.chars().collect();
        let start = cut.min(characters.len());
        let end = (start + length).min(characters.len());
        characters.splice(start..end, insert.chars());
        let text: String = characters.into_iter().collect();
        match PLATFORMS.parse_address(&text) {
            Ok(parsed) => holds_after_canonical(&parsed.account)?,
            Err(fault) => {
                let is_clean = !fault.to_string().contains('\u{202E}');
                prop_assert!(is_clean, "a fault never shows a hostile character raw");
            }
        }
    }

    #[test]
    fn a_handle_that_fits_has_an_address_of_its_own(
        text in prop_oneof!["[A-Za-z0-9._@:éß&-]{1,40}", "[0-9.]{1,20}", "[A-Z]{2}[A-Za-z0-9_-]{22}"],
    ) {
        for reference in PLATFORMS.parse_handle(&text) {
            holds_after_canonical(&reference)?;
        }
    }

    #[test]
    fn letters_before_or_after_a_host_make_it_another_host(
        host in select(HOSTS.clone()),
        tail in select(&TAILS[..]),
        before in "[a-z0-9]{1,6}",
        after in "[a-z]{2,6}",
    ) {
        let is_listed = |host: &str| HOSTS.iter().any(|listed| listed == host);
        for other in [
            format!("{before}x{host}"),
            format!("{host}.{before}x.{after}"),
            format!("{host}.{after}"),
            format!("{before}.evil.{after}/{host}"),
            format!("{host}@{before}evil.{after}"),
            format!("{host}:1{host}"),
            format!("a.b.{before}.{host}"),
        ] {
            let address = format!("https://{other}{tail}");
            if is_listed(&other) {
                continue;
            }
            let answer = PLATFORMS.parse_address(&address);
            let is_refused = matches!(
                answer,
                Err(AddressError::UnknownHost(_) | AddressError::NotAnAddress)
            );
            prop_assert!(is_refused, "{} {:?}", address, answer);
        }
    }
}
