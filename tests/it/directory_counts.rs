//! What the built-in directory must hold: a lost row fails here.

use std::collections::{BTreeMap, BTreeSet};

use officieel::directory::{Directory, Kind, Method, Organisation, OrganisationIndex};

use crate::loaded::BUILT_IN;

type Counts = BTreeMap<&'static str, usize>;

fn count(ids: impl Iterator<Item = &'static str>) -> Counts {
    let mut counts = Counts::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

fn of_kind(directory: &Directory, kind: Kind) -> impl Iterator<Item = &Organisation> {
    directory.organisations().filter(move |organisation| organisation.kind == kind)
}

fn is_within(directory: &Directory, part: OrganisationIndex, whole: OrganisationIndex) -> bool {
    std::iter::successors(Some(part), |&index| directory.organisation(index).parent)
        .any(|index| index == whole)
}

/// The X handles that the police gave for the stations of a unit in November 2020.
fn station_handles<'a>(directory: &'a Directory, unit: &str) -> Vec<&'a str> {
    let unit = directory.organisation_by_id(unit);
    let from_stations = |source: Option<_>| {
        source.is_some_and(|index: officieel::directory::source::SourceIndex| {
            directory
                .sources
                .get(index.position())
                .is_some_and(|source| source.id == "politie-2020")
        })
    };
    directory
        .accounts()
        .filter(|account| directory.platform(account.platform).id() == "x")
        .filter(|account| account.evidence.iter().any(|e| from_stations(e.source)))
        .filter(|account| unit.is_some_and(|unit| is_within(directory, account.organisation, unit)))
        .map(officieel::directory::Account::name)
        .collect()
}

#[test]
fn every_kind_is_complete() {
    let directory = &BUILT_IN.directory;
    let expected = [
        ("ministry", 15),
        ("high-council", 7),
        ("agency", 28),
        ("inspectorate", 15),
        ("defence", 5),
        ("police-force", 2),
        ("police-unit", 12),
        ("police-team", 183),
        ("police-theme", 4),
        ("court", 25),
        ("administrative-body", 172),
        ("statutory-body", 4),
        ("advisory-body", 115),
        ("province", 12),
        ("water-board", 21),
        ("municipality", 405),
        ("caribbean-body", 3),
        ("safety-region", 25),
        ("fire-service", 9),
        ("health-service", 18),
        ("environment-service", 27),
        ("joint-arrangement", 282),
        ("department", 25),
        ("other", 22),
    ];
    assert_eq!(count(directory.organisations().map(|o| o.kind.id())), Counts::from(expected));
    assert_eq!(directory.organisation_count(), 1436);
}

#[test]
fn every_platform_is_complete() {
    let directory = &BUILT_IN.directory;
    let expected = [
        ("x", 729),
        ("facebook", 691),
        ("instagram", 406),
        ("threads", 1),
        ("whatsapp", 10),
        ("youtube", 246),
        ("linkedin", 465),
        ("mastodon", 32),
        ("bluesky", 12),
        ("tiktok", 2),
        ("rss", 6),
    ];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for account in directory.accounts() {
        *counts.entry(directory.platform(account.platform).id()).or_default() += 1;
    }
    assert_eq!(counts, BTreeMap::from(expected));
    assert_eq!(directory.account_count(), 2600);
}

#[test]
fn every_piece_of_evidence_is_there() {
    let directory = &BUILT_IN.directory;
    let expected = [
        ("own-domain", 33),
        ("official-site", 62),
        ("register", 705),
        ("wikidata", 1903),
        ("ad-register", 184),
        ("press", 60),
        ("third-party", 469),
    ];
    let evidence = directory.accounts().flat_map(|a| &a.evidence);
    assert_eq!(count(evidence.map(|e| e.method.id())), Counts::from(expected));
}

#[test]
fn every_place_is_there() {
    let directory = &BUILT_IN.directory;
    let places: BTreeSet<&String> =
        directory.organisations().flat_map(|organisation| &organisation.places).collect();
    assert_eq!(places.len(), 2483);
}

#[test]
fn the_country_is_whole() {
    let directory = &BUILT_IN.directory;
    let living = |kind| of_kind(directory, kind).filter(|o| o.ended.is_none()).count();
    assert_eq!(living(Kind::Municipality), 342);
    assert_eq!(living(Kind::Province), 12);
    assert_eq!(living(Kind::WaterBoard), 21);
    assert_eq!(living(Kind::Ministry), 12);
    assert_eq!(living(Kind::SafetyRegion), 25);
    for municipality in of_kind(directory, Kind::Municipality).filter(|o| o.ended.is_none()) {
        assert!(!municipality.places.is_empty(), "{}", municipality.id);
        assert!(municipality.province.is_some(), "{}", municipality.id);
        assert!(municipality.website.is_some(), "{}", municipality.id);
        assert!(municipality.register_id.is_some(), "{}", municipality.id);
    }
}

#[test]
fn ministries_that_were_merged_away_name_their_successor() {
    let directory = &BUILT_IN.directory;
    let merged: Vec<(&str, &str)> = of_kind(directory, Kind::Ministry)
        .filter(|ministry| ministry.ended.is_some())
        .filter_map(|ministry| {
            let successor = directory.organisation(ministry.successor?);
            Some((ministry.abbreviation.as_deref()?, successor.abbreviation.as_deref()?))
        })
        .collect();
    assert_eq!(merged, [("AenM", "JenV"), ("KGG", "EZK"), ("VRO", "BZK")]);
}

#[test]
fn police_teams_stand_under_the_unit_that_names_them_so() {
    let directory = &BUILT_IN.directory;
    let begins = |handle: &str, prefix: &str| {
        handle.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    // unit, prefix, handles that begin with it, handles in all
    let habits = [
        ("politie-eenheid-oost-nederland", "POL_", 72, 73),
        ("politie-eenheid-limburg", "politie", 9, 9),
        ("politie-eenheid-oost-brabant", "politie", 10, 11),
    ];
    for (unit, prefix, with, all) in habits {
        let handles = station_handles(directory, unit);
        let found = handles.iter().filter(|handle| begins(handle, prefix)).count();
        assert_eq!((found, handles.len()), (with, all), "{unit}");
    }
    let short = station_handles(directory, "politie-eenheid-den-haag");
    let found = short
        .iter()
        .filter(|h| begins(h, "pol") && !begins(h, "pol_") && !begins(h, "politie"))
        .count();
    assert_eq!((found, short.len()), (22, 26));
    assert!(of_kind(directory, Kind::PoliceTeam).all(|team| team.parent.is_some()));
}

#[test]
fn the_register_shows_each_account_on_its_own_page() {
    let directory = &BUILT_IN.directory;
    let pages = directory
        .accounts()
        .flat_map(|account| &account.evidence)
        .filter(|e| e.method == Method::Register && e.own_url)
        .filter(|e| e.url.starts_with("https://organisaties.overheid.nl/"))
        .count();
    // 428 entries, but for 6 whose address is no account, 3 that are pages of persons and 11 of private bodies.
    assert_eq!(pages, 428 - 6 - 3 - 11);
}

#[test]
fn bodies_that_were_checked_by_hand_are_what_the_register_says() {
    let directory = &BUILT_IN.directory;
    let bodies = [
        ("belastingdienst", "68888", 1),
        ("dienst-toeslagen", "71117", 4),
        ("uitvoeringsorganisatie-herstel-toeslagen", "29591909", 4),
        ("douane", "29632519", 1),
        ("fiod", "71106", 0),
        ("belastingdienst-caribisch-nederland", "29987745", 0),
        ("koninklijk-nederlands-meteorologisch-instituut", "113567", 6),
        ("rijksinstituut-voor-volksgezondheid-en-milieu", "66101", 6),
        ("rijkswaterstaat", "112990", 7),
        ("uitvoeringsinstituut-werknemersverzekeringen", "28212254", 1),
        ("sociale-verzekeringsbank", "28212263", 0),
        ("dienst-uitvoering-onderwijs", "71857", 1),
        ("rdw", "28212299", 5),
        ("kamer-van-koophandel", "28212139", 5),
        ("centraal-bureau-voor-de-statistiek", "28212129", 6),
        ("gemeente-amsterdam", "25698", 12),
        ("politie", "22660975", 3),
    ];
    for (id, register_id, accounts) in bodies {
        let index = directory.organisation_by_id(id).expect(id);
        let organisation = directory.organisation(index);
        assert_eq!(organisation.register_id.as_deref(), Some(register_id), "{id}");
        assert_eq!(organisation.accounts.len(), accounts, "{id}");
    }
}

#[test]
fn what_is_known_to_be_missing_is_said() {
    let directory = &BUILT_IN.directory;
    let tax = directory.organisation_by_id("belastingdienst").unwrap();
    let gaps = &directory.organisation(tax).gaps;
    assert!(gaps.iter().any(|gap| gap.text.contains("drie X-accounts")));
    let all: usize = directory.organisations().map(|o| o.gaps.len()).sum();
    assert_eq!(all, 46);
}

#[test]
fn the_words_that_imitators_borrow_are_there() {
    let directory = &BUILT_IN.directory;
    let stands_for = |word: &str| {
        let family = directory.families.iter().find(|family| family.word == word).expect(word);
        let id = family.organisation.map(|index| directory.organisation(index).id.as_str());
        (id, family.with_place)
    };
    let expected = [
        ("politie", Some("politie"), false),
        ("belastingdienst", Some("belastingdienst"), false),
        ("belastingteruggave", Some("belastingdienst"), false),
        ("digid", Some("logius"), false),
        ("cjib", Some("centraal-justitieel-incassobureau"), false),
        ("rijksoverheid", Some("rijksoverheid"), false),
        ("gemeente", None, true),
        ("boa", None, true),
    ];
    for (word, organisation, with_place) in expected {
        assert_eq!(stands_for(word), (organisation, with_place), "{word}");
    }
    assert_eq!(directory.families.len(), 47);
}

#[test]
fn imitations_that_were_reported_are_there() {
    let directory = &BUILT_IN.directory;
    let expected = [
        ("politie", Some("instagram"), "www.bndestem.nl", "2020-03"),
        ("belastingdienst", None, "www.accountancyvanmorgen.nl", "2020-06"),
        ("belastingdienst", None, "www.accountancyvanmorgen.nl", "2021-11"),
        ("logius", None, "www.bnnvara.nl", "2022-04"),
        ("ministerie-van-buitenlandse-zaken", Some("x"), "www.security.nl", "2023-04"),
        ("centraal-justitieel-incassobureau", Some("whatsapp"), "www.bnnvara.nl", "2023-10"),
        ("politie", Some("instagram"), "opgelicht.avrotros.nl", "2026-11-28"),
        ("gemeente-den-haag", Some("facebook"), "www.omroepwest.nl", "2018-12"),
        ("veiligheidsregio-utrecht", Some("x"), "www.duic.nl", "2022-03"),
    ];
    let found: Vec<_> = directory
        .imitations
        .iter()
        .map(|it| {
            let host = it.url.split('/').nth(2).unwrap_or_default();
            let platform = it.platform.map(|index| directory.platform(index).id());
            let organisation = directory.organisation(it.organisation).id.as_str();
            (organisation, platform, host, it.seen.to_string())
        })
        .collect();
    let expected = expected.map(|(id, on, host, seen)| (id, on, host, seen.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn the_file_is_in_its_canonical_layout() {
    let directory = &BUILT_IN.directory;
    assert!(directory.to_toml() == officieel::embedded::TEXT, "run `officieel fmt`");
}

#[test]
fn no_account_is_the_page_of_a_person() {
    let directory = &BUILT_IN.directory;
    for account in directory.accounts() {
        let platform = directory.platform(account.platform);
        let parsed = directory.platforms.parse_address(&account.url);
        let is_personal = parsed.is_ok_and(|parsed| platform.is_personal(&parsed.account.name));
        assert!(!is_personal, "{}", account.url);
    }
}

/// Whoever writes an example for a library of components shows how a link looks, and not whose an account is.
#[test]
fn no_example_of_components_is_the_word_of_an_organisation() {
    let is_example = |url: &str| {
        let url = url.to_lowercase();
        ["/nl-design-system/", "storybook", ".stories."].iter().any(|part| url.contains(part))
    };
    let directory = &BUILT_IN.directory;
    let mut examples = 0;
    for account in directory.accounts() {
        for piece in account.evidence.iter().filter(|it| is_example(&it.url)) {
            examples += 1;
            assert_eq!(piece.method.id(), "third-party", "{}: {}", account.url, piece.url);
        }
    }
    assert!(examples > 0);
}
