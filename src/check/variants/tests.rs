use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

fn directory() -> Directory {
    crate::embedded::directory().unwrap()
}

fn on(directory: &Directory, ids: &[&str]) -> Vec<PlatformIndex> {
    ids.iter().map(|id| directory.platforms.by_id(id).unwrap()).collect()
}

fn names(name: &str, platforms: &[&str]) -> Vec<(String, Technique)> {
    let directory = directory();
    let all = variants(&directory, name, &on(&directory, platforms));
    all.into_iter().map(|variant| (variant.name, variant.technique)).collect()
}

#[test]
fn every_technique_is_used() {
    use Technique::{Affix, Characters, Doubled, Dropped, Separators, Swapped};
    let affix = |text: &str| Affix(text.to_owned());
    let table: &[(&str, &str, &str, Technique)] = &[
        ("x", "politie", "poIitie", Characters),
        ("x", "politie", "po1itie", Characters),
        ("x", "politie", "p0litie", Characters),
        ("x", "politie", "poiltie", Swapped),
        ("x", "politie", "polltie", Characters),
        ("x", "Inspectie", "lnspectie", Characters),
        ("x", "Kamer", "Karner", Characters),
        ("x", "Kernteam", "Kemteam", Characters),
        ("x", "waterschap", "vvaterschap", Characters),
        ("x", "digid", "cligid", Characters),
        ("x", "digid", "cligicl", Characters),
        ("x", "rws", "rw5", Characters),
        ("youtube", "politie", "pоlitie", Characters),
        ("linkedin", "politie", "polıtie", Characters),
        ("x", "POL_Ede", "POLEde", Separators),
        ("x", "POL_Ede", "POL__Ede", Separators),
        ("instagram", "POL_Ede", "POL.Ede", Separators),
        ("linkedin", "pol_ede", "pol-ede", Separators),
        ("x", "GemeenteEde", "Gemeente_Ede", Separators),
        ("x", "politie", "politie_", Separators),
        ("x", "politie", "politie_nl", affix("_nl")),
        ("x", "politie", "politienl", affix("nl")),
        ("x", "Politie", "PolitieNL", affix("NL")),
        ("x", "MinBZK", "MinBZKHelpdesk", affix("Helpdesk")),
        ("x", "politie", "infopolitie", affix("info")),
        ("instagram", "politie", "politie.official", affix(".official")),
        ("x", "politie", "politie1", affix("1")),
        ("x", "politie", "pollitie", Doubled),
        ("x", "Rijksoverheid", "Rijkoverheid", Dropped),
        ("x", "Rijksoverheid", "Rijskoverheid", Swapped),
        ("x", "Mattheus", "Matheus", Doubled),
        ("x", "@Ministerie", "Imnisterie", Swapped),
        ("mastodon", "minbzk@social.overheid.nl", "minbzk_nl@social.overheid.nl", affix("_nl")),
        ("bluesky", "rivm.nl", "rivrn.nl", Characters),
    ];
    for (platform, name, expected, technique) in table {
        let found = names(name, &[*platform]);
        let pair = ((*expected).to_owned(), technique.clone());
        assert!(found.contains(&pair), "{name} on {platform}: no {expected} in {found:?}");
    }
}

#[test]
fn what_a_platform_does_not_take_is_left_out() {
    let x = names("Rijksoverheid", &["x"]);
    assert!(x.iter().all(|(name, _)| name.is_ascii() && name.len() <= 15), "{x:?}");
    assert!(!x.iter().any(|(name, _)| name.contains(['.', '-'])), "{x:?}");
    // Facebook passes over points, and no name on it begins or ends with one.
    assert!(!names("politie", &["facebook"]).iter().any(|(name, _)| name == "po.litie"));
    // Numbers and domains are no names that could be varied like words.
    assert_eq!(names("31612345678", &["whatsapp"]), []);
    assert_eq!(names("rivm", &["bluesky", "mastodon", "whatsapp"]), []);
    assert_eq!(names("", &["x"]), []);
    assert_eq!(names("politie", &[]), []);
    assert_eq!(names(&"a".repeat(100_000), &["x"]), []);
}

#[test]
fn only_the_part_that_a_stranger_chooses_varies() {
    let mastodon = names("minbzk@social.overheid.nl", &["x", "mastodon"]);
    assert!(mastodon.len() > 20, "{mastodon:?}");
    assert!(mastodon.iter().all(|(name, _)| name.ends_with("@social.overheid.nl")));
    let bluesky = names("rivm.nl", &["bluesky"]);
    let labels = |name: &str| name.split('.').map(str::to_owned).collect::<Vec<_>>();
    assert!(bluesky.iter().all(|(name, _)| matches!(&labels(name)[..], [_, end] if end == "nl")));
}

#[test]
fn the_most_deceptive_come_first() {
    let kind = |technique: &Technique| match technique {
        Technique::Characters => 0,
        Technique::Separators => 1,
        Technique::Affix(_) => 3,
        _ => 2,
    };
    let found = names("Belastingdienst", &["instagram"]);
    let kinds: Vec<u8> = found.iter().map(|(_, technique)| kind(technique)).collect();
    assert!(kinds.is_sorted(), "{found:?}");
    assert_eq!(found[0].0, "BeIastingdienst");
    // What is dropped in the middle of a long name is seen last; the first letter is seen first.
    let dropped: Vec<&str> = found
        .iter()
        .filter(|(_, technique)| *technique == Technique::Dropped)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(dropped.first(), Some(&"Belastigdienst"));
    assert_eq!(dropped.last(), Some(&"elastingdienst"));
}

#[test]
fn a_short_name_has_its_typos_last() {
    let found = names("rivm", &["x"]);
    let affix = found.iter().rposition(|(_, technique)| matches!(technique, Technique::Affix(_)));
    let typo = found.iter().position(|(_, technique)| *technique == Technique::Dropped);
    assert!(affix < typo, "{found:?}");
    assert!(!names("afm", &["x"]).iter().any(|(_, technique)| *technique == Technique::Dropped));
}

#[test]
fn the_words_of_the_owner_show_where_words_meet() {
    let directory = directory();
    let x = directory.platforms.by_id("x").unwrap();
    // A listed name in small letters, whose organisation has a place in its name.
    let joined = directory.accounts().filter(|account| account.platform == x).find_map(|account| {
        let name = account.name();
        let place = name.strip_prefix("gemeente").filter(|place| !place.starts_with('_'))?;
        (name.len() < 15 && !place.is_empty()).then(|| (name.to_owned(), place.to_owned()))
    });
    let (name, place) = joined.unwrap();
    let found = variants(&directory, &name, &[x]);
    let expected = format!("gemeente_{place}");
    let is_listed = directory.accounts().any(|account| account.name() == expected);
    assert!(is_listed || found.iter().any(|variant| variant.name == expected), "{found:?}");
}

#[test]
fn the_order_of_the_platforms_changes_nothing() {
    let directory = directory();
    let found = variants(&directory, "minezk", &on(&directory, &["x", "facebook", "tiktok"]));
    let other = variants(&directory, "minezk", &on(&directory, &["tiktok", "x", "facebook", "x"]));
    assert_eq!(found, other);
    assert!(found.iter().any(|variant| variant.platforms.len() == 3), "{found:?}");
}

/// What must be true of the variants of every name.
fn check_invariants(directory: &Directory, name: &str, platforms: &[PlatformIndex]) {
    let found = variants(directory, name, platforms);
    let mut seen = HashSet::new();
    for variant in &found {
        assert!(!variant.platforms.is_empty());
        assert!(variant.platforms.is_sorted());
        for &platform in &variant.platforms {
            assert!(platforms.contains(&platform));
            let rules = directory.platform(platform);
            let parsed = rules.parse_name(&variant.name).unwrap();
            assert_ne!(rules.parse_name(name).ok(), Some(parsed.clone()), "{variant:?}");
            let reference = Reference { platform, name: parsed };
            assert_eq!(directory.account_by(&reference), None, "{variant:?}");
            assert!(seen.insert(reference), "{variant:?} twice");
        }
    }
}

#[test]
fn variants_of_listed_names_are_free_and_distinct() {
    let directory = directory();
    let some = on(&directory, &["x", "facebook", "instagram", "mastodon", "bluesky"]);
    let accounts: Vec<_> = directory.accounts().collect();
    for account in accounts.iter().step_by(97) {
        check_invariants(&directory, account.name(), &some);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn variants_of_any_name_are_valid_and_distinct(
        name in prop_oneof!["[A-Za-z0-9_.-]{1,20}", "\\PC{0,20}", "[a-z]{1,9}@mastodon[.]nl", ".{0,12}"]
    ) {
        let directory = directory();
        check_invariants(&directory, &name, &on(&directory, &["x", "facebook", "youtube", "mastodon"]));
    }
}
