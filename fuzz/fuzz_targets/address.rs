//! Addresses and handles: no text makes the parsers panic, and the canonical address of what they
//! find leads back to it.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use officieel::directory::Directory;
use officieel::platform::{Platforms, Reference, host_of_address};

static PLATFORMS: LazyLock<Platforms> =
    LazyLock::new(|| officieel::embedded::directory().expect("the built-in directory loads").platforms);

fn leads_back(reference: &Reference) {
    let platform = PLATFORMS.get(reference.platform);
    let address = platform.address_of(&reference.name);
    let parsed = PLATFORMS.parse_address(&address).expect(&address);
    assert_eq!(parsed.account, *reference, "{address}");
    assert_eq!(parsed.part, None, "{address}");
    assert_eq!(platform.address_of(&parsed.account.name), address);
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    match PLATFORMS.parse_address(&text) {
        Ok(parsed) => leads_back(&parsed.account),
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
    for reference in PLATFORMS.parse_handle(&text) {
        leads_back(&reference);
    }
    let _ = host_of_address(&text);
});
