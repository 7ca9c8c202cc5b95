//! The audit of a register: the real extract with all its faults, and made entries rule by rule.

mod made;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use officieel::audit::Rule;
use officieel::audit::register::{Entry, audit_register};
use officieel::audit::{Finding, Scope, Subject};
use officieel::directory::Directory;
use officieel::messages::finding::{advice, found};
use officieel::words::Language;

use crate::loaded::BUILT_IN;

const EXTRACT: &[u8] = include_bytes!("../fixtures/register-accounts.csv");

/// The rules that hold the typed name against the address.
const ABOUT_NAMES: [Rule; 4] =
    [Rule::AddressTyped, Rule::AddressTypo, Rule::AddressDisplayName, Rule::AddressShortName];

fn directory() -> &'static Directory {
    &BUILT_IN.directory
}

fn extract() -> &'static (Vec<Entry>, Vec<Finding>) {
    static EXTRACTED: OnceLock<(Vec<Entry>, Vec<Finding>)> = OnceLock::new();
    EXTRACTED.get_or_init(|| {
        let entries = Entry::read_all(EXTRACT).unwrap();
        let findings = audit_register(directory(), &entries, &Scope::default());
        (entries, findings)
    })
}

fn line(finding: &Finding) -> u64 {
    match finding.subject {
        Subject::Entry(line, _) => line,
        _ => panic!("{finding:?} is not about an entry"),
    }
}

fn value(finding: &Finding, place: &str) -> String {
    let values = finding.details.values();
    let value = values.iter().find(|(own, _)| *own == place);
    value.map(|(_, value)| value.plain().to_owned()).unwrap_or_default()
}

#[test]
fn the_extract_has_so_many_findings_of_each_rule() {
    let (entries, findings) = extract();
    assert_eq!(entries.len(), 428);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.rule().id()).or_default() += 1;
    }
    let expected = [
        ("address-admin", 4),
        ("address-broken", 5),
        ("address-display-name", 188),
        ("address-insecure", 3),
        ("address-misfiled", 1),
        ("address-no-account", 3),
        ("address-old-domain", 28),
        ("address-personal", 3),
        ("address-short-name", 4),
        ("address-tracking", 18),
        ("address-typed", 25),
        ("address-typo", 2),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
}

/// The lines on which the typed name is no part of the address's path, as a program sees it that knows
/// no platform: the count that others have made of the register.
fn mismatches(entries: &[Entry]) -> BTreeSet<u64> {
    let is_mismatch = |entry: &&Entry| {
        let address = entry.address.split(['?', '#']).next().unwrap_or_default();
        let path = address.rsplit_once("://").map_or(address, |(_, path)| path);
        let bare = |text: &str| text.trim_start_matches('@').to_lowercase();
        let parts: Vec<String> =
            path.split('/').skip(1).map(|part| bare(&part.replace("%C3%AB", "ë"))).collect();
        !parts.contains(&bare(&entry.typed))
    };
    entries.iter().filter(is_mismatch).map(|entry| entry.line).collect()
}

#[test]
fn every_mismatch_of_the_extract_is_found_or_explained() {
    let (entries, findings) = extract();
    let mismatches = mismatches(entries);
    assert_eq!(mismatches.len(), 234);
    let lines_of = |rules: &[Rule]| -> BTreeSet<u64> {
        findings.iter().filter(|it| rules.contains(&it.rule())).map(line).collect()
    };
    let names = lines_of(&ABOUT_NAMES);
    assert_eq!(names.len(), 219);
    assert!(names.is_subset(&mismatches), "{:?}", names.difference(&mismatches));
    let without_account =
        lines_of(&[Rule::AddressPersonal, Rule::AddressNoAccount, Rule::AddressMisfiled]);
    let rest: BTreeSet<u64> = &(&mismatches - &names) - &without_account;
    // A telephone number in another form is the same number.
    let numbers = [71, 92];
    // The address holds an id only; the typed name can be that of the account.
    let ids = [21, 49, 152, 184, 195, 200, 271, 398];
    assert_eq!(rest, numbers.into_iter().chain(ids).collect());
}

#[test]
fn the_known_cases_are_found_by_the_right_rule() {
    let (_, findings) = extract();
    let find = |part: &str, rule: Rule| {
        let is_it = |it: &&Finding| {
            it.rule() == rule && (value(it, "address").contains(part) || value(it, "typed") == part)
        };
        findings.iter().find(is_it).unwrap_or_else(|| panic!("{part}: no {rule:?}"))
    };
    for (part, rule, proposal) in [
        ("16252357", Rule::AddressAdmin, Some("https://www.linkedin.com/company/16252357/")),
        ("/search/results/", Rule::AddressNoAccount, None),
        (
            "/post/3m3u42h4zo22z",
            Rule::AddressNoAccount,
            Some("https://bsky.app/profile/did:plc:j5y4crz66mjxro4kc7byemzl"),
        ),
        (
            "linkedin.com/gemeenteheemstede",
            Rule::AddressNoAccount,
            Some("https://www.linkedin.com/company/gemeenteheemstede/"),
        ),
        ("zuidelijkerekenkamer.nl", Rule::AddressMisfiled, None),
        ("/in/rekenkamerwvolv", Rule::AddressPersonal, None),
        (
            "www.facebook.com/ggddrenthe",
            Rule::AddressBroken,
            Some("https://www.facebook.com/ggddrenthe"),
        ),
        ("@unseco_nl", Rule::AddressTypo, Some("https://x.com/unesco_nl")),
        (
            "minsiterieez",
            Rule::AddressTypo,
            Some("https://bsky.app/profile/did:plc:j5y4crz66mjxro4kc7byemzl"),
        ),
        ("minlnv", Rule::AddressTyped, Some("https://x.com/minlvvn")),
        ("VNG", Rule::AddressTyped, Some("https://x.com/vngemeenten")),
        ("Facebook ODH", Rule::AddressDisplayName, None),
        ("X-ODH", Rule::AddressDisplayName, Some("https://x.com/odhl")),
        ("twitter.com/RVO_Nederland", Rule::AddressOldDomain, Some("https://x.com/RVO_Nederland")),
        (
            "viewAsMember",
            Rule::AddressTracking,
            Some("https://www.linkedin.com/company/tribuut-belastingcentrum/"),
        ),
        ("api.whatsapp.com", Rule::AddressTracking, Some("https://wa.me/31646662666")),
    ] {
        assert_eq!(find(part, rule).proposal.as_deref(), proposal, "{part}");
    }
    assert_eq!(value(find("minsiterieez", Rule::AddressTypo), "name"), "ministerieez");
    assert_eq!(value(find("@unseco_nl", Rule::AddressTypo), "name"), "@unesco_nl");
    assert_eq!(
        value(find("zuidelijkerekenkamer.nl", Rule::AddressMisfiled), "actual"),
        "zuidelijkerekenkamer.nl"
    );
}

#[test]
fn an_entry_has_one_finding_of_a_rule_and_one_about_its_name() {
    let (_, findings) = extract();
    let mut seen = BTreeSet::new();
    for finding in findings {
        assert!(seen.insert((finding.rule(), line(finding))), "{finding:?}");
    }
    let names = findings.iter().filter(|finding| ABOUT_NAMES.contains(&finding.rule()));
    let mut lines: Vec<u64> = names.map(line).collect();
    lines.sort_unstable();
    assert!(lines.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn every_proposal_is_an_address_that_nothing_stands_out_in() {
    let (entries, findings) = extract();
    let mut looked = 0;
    for finding in findings {
        let Some(proposal) = &finding.proposal else { continue };
        let entry = entries.iter().find(|entry| entry.line == line(finding)).unwrap();
        let mended = Entry { address: proposal.clone(), typed: String::new(), ..entry.clone() };
        assert_eq!(audit_register(directory(), &[mended], &Scope::default()), [], "{proposal}");
        looked += 1;
    }
    assert!(looked > 250, "only {looked} proposals");
}

#[test]
fn the_order_of_the_entries_does_not_matter() {
    let (entries, findings) = extract();
    let mut shuffled = entries.clone();
    shuffled.reverse();
    shuffled.rotate_left(137);
    assert_eq!(audit_register(directory(), &shuffled, &Scope::default()), *findings);
}

#[test]
fn fingerprints_tell_entries_apart_and_outlive_their_lines() {
    let (entries, findings) = extract();
    let prints = |findings: &[Finding]| -> Vec<String> {
        findings.iter().map(|it| it.fingerprint(directory())).collect()
    };
    let own = prints(findings);
    assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len());
    let moved: Vec<Entry> =
        entries.iter().map(|entry| Entry { line: entry.line + 7, ..entry.clone() }).collect();
    assert_eq!(prints(&audit_register(directory(), &moved, &Scope::default())), own);
}

#[test]
fn no_sentence_about_an_entry_leaves_a_place_open() {
    let (_, findings) = extract();
    for finding in findings {
        for words in [Language::Nl, Language::En].map(Language::words) {
            for told in [found(words, finding), advice(words, finding)] {
                assert!(!told.contains(['{', '}']), "{told}");
                assert!(told.ends_with(['.', '/']), "{told}");
            }
        }
    }
}
