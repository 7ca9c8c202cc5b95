//! Entries made for each rule, with what must be found in them and nothing else.

use officieel::audit::register::{Entry, audit_register};
use officieel::audit::{Certainty, Finding, Scope, Severity};
use officieel::audit::{Rule, Topic};
use std::collections::BTreeSet;

use super::{directory, value};

/// An entry of the municipality of Heemstede.
fn entry(platform: &str, typed: &str, address: &str) -> Entry {
    Entry {
        line: 2,
        register_id: "24295".to_owned(),
        organisation: "Gemeente Heemstede".to_owned(),
        platform: platform.to_owned(),
        typed: typed.to_owned(),
        address: address.to_owned(),
        page: "https://organisaties.overheid.nl/24295".to_owned(),
    }
}

fn findings(platform: &str, typed: &str, address: &str) -> Vec<Finding> {
    audit_register(directory(), &[entry(platform, typed, address)], &Scope::default())
}

/// Platform, typed name, address; the rules that find something, each with its proposal.
type Case = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const CASES: &[Case] = &[
    // Nothing to find.
    ("X", "@Heemstede", "https://x.com/heemstede", &[]),
    ("X", "", "https://x.com/heemstede", &[]),
    ("twitter", "@Heemstede", "https://www.x.com/heemstede/", &[]),
    ("X/Twitter", "heemstede", "https://x.com/heemstede", &[]),
    ("X (voorheen Twitter)", "heemstede", "https://x.com/heemstede", &[]),
    ("You Tube", "", "https://www.youtube.com/user/gemeenteheemstede", &[]),
    ("Facebook en Instagram", "", "https://www.instagram.com/gemeenteheemstede/", &[]),
    ("Facebook", "gemeente.heemstede", "https://nl-nl.facebook.com/gemeenteheemstede#", &[]),
    ("WhatsApp", "06 - 46 66 26 66", "https://wa.me/31646662666", &[]),
    ("YouTube", "@iemand", "https://www.youtube.com/channel/UCrEOO0oHK8yQlrCPyJUVvmA", &[]),
    ("LinkedIn", "Paresto", "https://www.linkedin.com/company/52191240", &[]),
    ("Mastodon", "acoi", "https://mastodon.nl/@acoi", &[]),
    ("Mastodon", "@acoi@mastodon.nl", "https://mastodon.nl/@acoi", &[]),
    // Anyone can run a server; and of a platform that is not listed nothing is known.
    ("Mastodon", "@heemstede", "https://mastodon.example/@heemstede", &[]),
    ("Pinterest", "heemstede", "https://www.pinterest.com/heemstede", &[]),
    ("Website", "", "https://www.heemstede.nl", &[]),
    // Pages for administrators.
    (
        "LinkedIn",
        "",
        "https://www.linkedin.com/company/16252357/admin/dashboard/?x=1",
        &[("address-admin", "https://www.linkedin.com/company/16252357/")],
    ),
    (
        "YouTube",
        "",
        "https://studio.youtube.com/channel/UCrEOO0oHK8yQlrCPyJUVvmA/videos",
        &[("address-admin", "https://www.youtube.com/channel/UCrEOO0oHK8yQlrCPyJUVvmA")],
    ),
    // No accounts: the only account of the organisation on the platform, or the typed one.
    (
        "Instagram",
        "",
        "https://www.instagram.com/",
        &[("address-no-account", "https://www.instagram.com/gemeenteheemstede/")],
    ),
    (
        "Instagram",
        "gemeenteheemstede",
        "instagram.com",
        &[
            ("address-no-account", "https://www.instagram.com/gemeenteheemstede/"),
            ("address-broken", "https://www.instagram.com/gemeenteheemstede/"),
        ],
    ),
    (
        "X",
        "@POL_Ede",
        "https://x.com/search?q=politie%20ede&f=live",
        &[("address-no-account", "https://x.com/POL_Ede")],
    ),
    (
        "X",
        "@heemstede",
        "https://x.com/heemstede/status/123?s=20",
        &[("address-no-account", "https://x.com/Heemstede")],
    ),
    ("Telegram", "", "https://t.me/joinchat/abc", &[("address-no-account", "")]),
    (
        "Instagram",
        "",
        "https://www.instagram.com/gemeente-heemstede/",
        &[("address-no-account", "https://www.instagram.com/gemeenteheemstede/")],
    ),
    // Cut off, beside the account of the organisation or the one that was typed.
    (
        "Facebook",
        "gemeenteheemstede",
        "https://www.facebook.com/gemeenteheemst",
        &[("address-cut-off", "https://www.facebook.com/gemeenteheemstede")],
    ),
    (
        "Facebook",
        "",
        "https://www.facebook.com/gemeenteheemst",
        &[("address-cut-off", "https://www.facebook.com/gemeenteheemstede")],
    ),
    (
        "Instagram",
        "gemeente.maastricht",
        "https://www.instagram.com/gemeente.maas",
        &[("address-cut-off", "https://www.instagram.com/gemeente.maastricht/")],
    ),
    // Persons.
    (
        "LinkedIn",
        "Gemeente Heemstede",
        "http://nl.linkedin.com/in/gemeente-heemstede-1a2b3c/?trk=x",
        &[("address-personal", "https://www.linkedin.com/company/gemeenteheemstede/")],
    ),
    // Broken.
    ("X", "heemstede", "x.com/heemstede", &[("address-broken", "https://x.com/Heemstede")]),
    (
        "X",
        "@POL_Enschede",
        "https://www/twitter.com/POL_Enschede",
        &[
            ("address-broken", "https://x.com/POL_Enschede"),
            ("address-old-domain", "https://x.com/POL_Enschede"),
        ],
    ),
    ("X", "", "https//x.com/heemstede", &[("address-broken", "https://x.com/Heemstede")]),
    ("X", "", "https://https://x.com/heemstede", &[("address-broken", "https://x.com/Heemstede")]),
    ("X", "", "htps://x.com/heemstede", &[("address-broken", "https://x.com/Heemstede")]),
    ("X", "", "https://x. com/heemstede", &[("address-broken", "https://x.com/Heemstede")]),
    ("X", "", "https://gast@x.com/heemstede", &[("address-broken", "https://x.com/Heemstede")]),
    ("X", "", "https://x.com/\u{202E}heemstede", &[("address-broken", "https://x.com/Heemstede")]),
    ("X", "", "", &[("address-broken", "https://x.com/Heemstede")]),
    ("Snapchat", "", "geen", &[("address-broken", "")]),
    // Misfiled.
    (
        "LinkedIn",
        "",
        "https://www.heemstede.nl/",
        &[("address-misfiled", "https://www.linkedin.com/company/gemeenteheemstede/")],
    ),
    (
        "Facebook",
        "@gemeenteheemstede",
        "https://www.instagram.com/gemeenteheemstede/",
        &[("address-misfiled", "https://www.facebook.com/gemeenteheemstede")],
    ),
    ("Telegram", "", "https://nottwitter.com/heemstede", &[("address-misfiled", "")]),
    ("Mastodon", "", "https://www.heemstede.nl/social", &[("address-misfiled", "")]),
    ("Pinterest", "", "https://x.com/heemstede", &[("address-misfiled", "")]),
    ("Facebook en Instagram", "", "https://x.com/heemstede", &[("address-misfiled", "")]),
    ("Website", "", "https://x.com/heemstede", &[("address-misfiled", "")]),
    // Parameters, domains and schemes.
    (
        "Instagram",
        "",
        "https://www.instagram.com/gemeenteheemstede/?igsh=abc&utm_source=qr#",
        &[("address-tracking", "https://www.instagram.com/gemeenteheemstede/")],
    ),
    (
        "Facebook",
        "",
        "https://www.facebook.com/profile.php?id=100069378752285&locale=nl_NL",
        &[("address-tracking", "https://www.facebook.com/profile.php?id=100069378752285")],
    ),
    ("Facebook", "", "https://www.facebook.com/profile.php?id=100069378752285", &[]),
    (
        "X",
        "",
        "http://mobile.twitter.com/heemstede?ref_src=x",
        &[
            ("address-tracking", "https://x.com/Heemstede"),
            ("address-old-domain", "https://x.com/Heemstede"),
            ("address-insecure", "https://x.com/Heemstede"),
        ],
    ),
    (
        "Threads",
        "",
        "https://www.threads.net/@gemeenteheemstede",
        &[("address-old-domain", "https://www.threads.com/@gemeenteheemstede")],
    ),
    // Typed names.
    ("X", "minlnv", "https://x.com/minlvvn", &[("address-typed", "https://x.com/minlvvn")]),
    (
        "Mastodon",
        "@acoi@social.overheid.nl",
        "https://mastodon.nl/@acoi",
        &[("address-typed", "https://mastodon.nl/@acoi")],
    ),
    // A letter apart, but both are accounts of their own.
    (
        "X",
        "@AutoriteitCM",
        "https://x.com/AutoriteitFM",
        &[("address-typed", "https://x.com/AutoriteitFM")],
    ),
    ("X", "@wvs", "https://x.com/wvsnl", &[("address-typed", "https://x.com/wvsnl")]),
    (
        "LinkedIn",
        "Kansspelautoriteit",
        "https://www.linkedin.com/company/de-kansspelautoriteit/",
        &[("address-typed", "https://www.linkedin.com/company/de-kansspelautoriteit/")],
    ),
    // Slips: swapped, dropped, doubled, added, and a separator too many.
    ("X", "@unseco_nl", "https://x.com/unesco_nl", &[("address-typo", "https://x.com/unesco_nl")]),
    ("X", "hemstede", "https://x.com/heemstede", &[("address-typo", "https://x.com/Heemstede")]),
    ("X", "heemsteede", "https://x.com/heemstede", &[("address-typo", "https://x.com/Heemstede")]),
    ("X", "heemstedre", "https://x.com/heemstede", &[("address-typo", "https://x.com/Heemstede")]),
    ("X", "heem_stede", "https://x.com/heemstede", &[("address-typo", "https://x.com/Heemstede")]),
    (
        "Bluesky",
        "gemeenteheemstde",
        "https://bsky.app/profile/did:plc:aaaaaaaaaaaaaaaaaaaaaaaa",
        &[("address-typo", "https://bsky.app/profile/did:plc:aaaaaaaaaaaaaaaaaaaaaaaa")],
    ),
    // Display names, with and without a name that is known.
    (
        "X",
        "Gemeente Heemstede",
        "https://x.com/heemstede",
        &[("address-display-name", "https://x.com/Heemstede")],
    ),
    (
        "LinkedIn",
        "Linkedin.com/company/gemeenteheemstede",
        "https://www.linkedin.com/company/gemeenteheemstede",
        &[("address-display-name", "https://www.linkedin.com/company/gemeenteheemstede/")],
    ),
    (
        "LinkedIn",
        "Gemeente Heemstede",
        "https://www.linkedin.com/company/16252357/",
        &[("address-display-name", "")],
    ),
    (
        "Bluesky",
        "gemeenteheemstede",
        "https://bsky.app/profile/gemeenteheemstede.bsky.social",
        &[("address-short-name", "https://bsky.app/profile/gemeenteheemstede.bsky.social")],
    ),
];

#[test]
fn each_rule_finds_its_entries_and_no_others() {
    for (platform, typed, address, expected) in CASES {
        let found = findings(platform, typed, address);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|it| (it.rule().id(), it.proposal.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, *expected, "{platform}, {typed}, {address:?}");
    }
}

#[test]
fn each_rule_about_addresses_has_a_case() {
    let seen: BTreeSet<&str> =
        CASES.iter().flat_map(|(.., expected)| expected.iter().map(|(rule, _)| *rule)).collect();
    for rule in Rule::ALL.iter().filter(|rule| rule.topic() == Topic::Address) {
        assert!(seen.contains(rule.id()), "{rule:?}");
    }
}

#[test]
fn values_say_what_was_found() {
    for (platform, typed, address, place, expected) in [
        ("LinkedIn", "", "https://www.heemstede.nl/", "actual", "www.heemstede.nl"),
        ("Facebook", "", "https://x.com/heemstede", "actual", "X"),
        ("twitter", "", "x.com/heemstede", "platform", "X"),
        ("Facebook", "minlnv", "https://x.com/minlvvn", "actual", "X"),
        ("X", "minlnv", "https://x.com/minlvvn", "name", "@minlvvn"),
        ("X", "minlnv", "https://x.com/minlvvn", "organisation", "Gemeente Heemstede"),
        ("X", "", "https://x.com/heemstede?t=1&s=2&t=3", "parameters", "s, t"),
        ("X", "", "", "address", "–"),
        ("X", "", "https://m.twitter.com/heemstede", "domain", "twitter.com"),
        ("LinkedIn", "Twee Woorden", "https://www.linkedin.com/company/1/", "name", "1"),
    ] {
        let found = findings(platform, typed, address);
        assert_eq!(value(&found[0], place), expected, "{platform}, {typed}, {address}");
    }
}

#[test]
fn what_is_only_likely_says_so() {
    for (platform, typed, address, expected) in [
        ("X", "minlnv", "https://x.com/minlvvn", Certainty::Certain),
        ("X", "@unseco_nl", "https://x.com/unesco_nl", Certainty::Likely),
        ("X", "", "https://x.com/heemstede?trk=1", Certainty::Certain),
        ("X", "", "https://x.com/heemstede?iets=1", Certainty::Likely),
        ("Pinterest", "", "https://x.com/heemstede", Certainty::Likely),
        (
            "Facebook",
            "gemeenteheemstede",
            "https://www.facebook.com/gemeenteheemst",
            Certainty::Likely,
        ),
        ("Facebook", "", "https://www.facebook.com/gemeenteheemst", Certainty::Possible),
    ] {
        assert_eq!(findings(platform, typed, address)[0].certainty, expected, "{address}");
    }
    assert_eq!(findings("X", "minlnv", "https://x.com/minlvvn")[0].severity, Severity::Warning);
    assert_eq!(findings("X", "Min LNV", "https://x.com/minlvvn")[0].severity, Severity::Note);
}

#[test]
fn nothing_that_is_typed_breaks_it_and_values_stay_short() {
    let long = "a".repeat(100_000);
    for text in [
        "\u{0}",
        "\u{202E}",
        "@",
        "{proposal}",
        "%",
        "https://x.com/%FF",
        "://",
        "?",
        long.as_str(),
    ] {
        for platform in ["X", "LinkedIn", "Mastodon", "Bluesky", "", text] {
            for finding in findings(platform, text, text) {
                for (_, value) in finding.details.values() {
                    assert!(value.plain().chars().count() <= 301, "{}", finding.rule().id());
                }
            }
            findings(platform, text, "https://x.com/heemstede");
            findings(platform, "heemstede", text);
        }
    }
}
