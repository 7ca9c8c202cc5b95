//! No service that stands around an address decides anything about it, however it writes that address.

use std::sync::LazyLock;

use officieel::check::{Instead, Verdict};
use officieel::platform::{Coding, WrapperKind, WrapperRules};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use proptest::sample::select;

use crate::check_properties::LOOK_ALIKES;
use crate::loaded::BUILT_IN;
use crate::wrapped::answer;

/// How a service encodes what stands in its query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// With its slashes as they are.
    Slashes,
    /// All signs.
    Whole,
    /// All signs, in small letters.
    Small,
}

const STYLES: [Style; 3] = [Style::Slashes, Style::Whole, Style::Small];

/// A text as it stands in a query.
pub(crate) fn encoded(text: &str, style: Style) -> String {
    const BUT_SLASHES: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'~');
    let set = if style == Style::Slashes { BUT_SLASHES } else { NON_ALPHANUMERIC };
    let pieces = utf8_percent_encode(text, set);
    let small = |piece: &str| match piece.strip_prefix('%') {
        Some(code) if style == Style::Small => format!("%{}", code.to_lowercase()),
        _ => piece.to_owned(),
    };
    pieces.map(small).collect()
}

/// All services whose addresses hold others.
static HOLDING: LazyLock<Vec<WrapperRules>> = LazyLock::new(|| {
    let all = BUILT_IN.directory.wrappers.iter().map(|(_, rules)| rules);
    all.filter(|rules| rules.kind != WrapperKind::Shortener).cloned().collect()
});

/// Addresses of all kinds that there is a verdict on, and those of many listed accounts.
static ADDRESSES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all: Vec<String> = [
        "https://x.com/POL_Ede",
        "https://x.com/P0L_Ede",
        "https://x.com/volstrekt_iets",
        "https://x.com/POL_Ede/status/1",
        "https://x.com/search?q=a&src=b",
        "https://x.com/veel_te_lange_naam_voor_x",
        "https://x.com/POL_Ede#a",
        "https://facebook.com/groups/1",
        "https://www.belastingdienst.nl/a/b?c=d",
        "https://mijn.be1astingdienst.nl/",
        "https://digid-form-site.xyz/login",
        "https://belastingdienst.nl.example/",
        "https://iets.overheid.nl/",
        "https://evil.example/a?b=https%3A%2F%2Fx.com%2FPOL_Ede",
        "https://bit.ly/abc",
        "https://social.overheid.nl/@knmi",
    ]
    .map(str::to_owned)
    .to_vec();
    let directory = &BUILT_IN.directory;
    all.extend(directory.accounts().step_by(11).map(|account| account.url.clone()));
    let is_address = |it: &&String| it.starts_with("https://");
    all.extend(LOOK_ALIKES.iter().filter(is_address).step_by(3).cloned());
    all
});

/// An address as a service writes it; nothing where it can't hold that one.
fn wrapped(rules: &WrapperRules, host: usize, address: &str, style: Style) -> Option<String> {
    let host = &rules.hosts[host % rules.hosts.len()];
    let path = rules.paths.first().map_or("/", String::as_str).replace('*', "2020");
    if let Some(shown) = &rules.shows {
        let rest = address.strip_prefix("https://")?.strip_prefix(shown.as_str())?;
        return Some(format!("https://{host}{}", rest.strip_prefix('/').map(|_| rest)?));
    }
    if rules.coding == Coding::DashedHost {
        let (name, rest) = address.strip_prefix("https://")?.split_once('/')?;
        let label = name.replace('-', "--").replace('.', "-");
        return Some(format!("https://{label}{}/{rest}", host.strip_prefix('*')?));
    }
    let target = match rules.coding {
        Coding::ProofpointV2 => {
            encoded(address, Style::Slashes).replace('/', "_").replace('%', "-")
        }
        Coding::ProofpointV3 => format!("{address}__;!!Abc!def$"),
        _ if rules.parameters.is_empty() => address.to_owned(),
        _ => encoded(address, style),
    };
    let is_codable = rules.coding != Coding::ProofpointV3 || !address.contains(['%', '*']);
    let host = host.replace("*.", "eur01.").replace("??.", "nl.");
    let page = match rules.parameters.last() {
        Some(key) => format!("https://{host}{path}?first=1&{key}={target}&last=2"),
        None => format!("https://{host}{}", path.replace("{target}", &target)),
    };
    is_codable.then_some(page)
}

/// Checks that a service around an address changes nothing, but that a copy is never official.
fn decides_nothing(rules: &WrapperRules, host: usize, address: &str, style: Style) {
    let Some(text) = wrapped(rules, host, address, style) else { return };
    let bare = answer(address);
    let found = answer(&text);
    let by = found.wrapped_by(&BUILT_IN.directory, |_| true);
    assert_eq!(by, [rules.name.as_str()], "{text}");
    let expected = match (&bare.verdict, rules.kind) {
        (Verdict::Official(it) | Verdict::Retired(it), WrapperKind::Copy) => {
            Verdict::NotAnAccount(Instead::Copy(it.account))
        }
        (verdict, _) => verdict.clone(),
    };
    assert_eq!(found.verdict, expected, "{text}");
    assert_eq!((found.platform, &found.account), (bare.platform, &bare.account), "{text}");
}

#[test]
fn no_service_decides_anything() {
    for rules in HOLDING.iter() {
        for host in 0..rules.hosts.len() {
            for address in ADDRESSES.iter().take(16) {
                decides_nothing(rules, host, address, STYLES[host % STYLES.len()]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_service_decides_anything_about_an_account(
        rules in select(HOLDING.as_slice()),
        host in 0_usize..8,
        address in select(ADDRESSES.as_slice()),
        style in select(STYLES.as_slice()),
    ) {
        decides_nothing(&rules, host, &address, style);
    }
}
