//! Tests of [`super`]: hosts and numbers are found, in memory and in a store.

use super::*;

const FILE: &str = include_str!("../../../../../tests/fixtures/services.toml");

/// A directory in memory, and the same in a store.
fn both() -> [Directory; 2] {
    let loaded = crate::testing::loaded(FILE);
    let mut writer = crate::store::Writer::new(Vec::new()).unwrap();
    loaded.write_to(&mut writer).unwrap();
    let store = crate::store::Store::owned(writer.finish().unwrap()).unwrap();
    let stored = Directory::from_store(&store).unwrap();
    [loaded, stored]
}

fn name(directory: &Directory, owner: Owner) -> &str {
    match owner {
        Owner::Organisation(it) => &directory.organisation(it).id,
        Owner::Service(it) => &directory.service(it).id,
    }
}

#[test]
fn a_host_is_that_of_the_most_exact_site() {
    for directory in both() {
        for (host, expected) in [
            ("meldpunt.example", &["meldpunt meldpunt.example"][..]),
            ("WWW.Meldpunt.example.", &["meldpunt meldpunt.example"]),
            ("a.b.meldpunt.example", &["meldpunt meldpunt.example"]),
            ("oefen.meldpunt.example", &["meldpunt oefen.meldpunt.example"]),
            ("mijn.zandmeer.example", &["meldpunt mijn.zandmeer.example"]),
            ("x.mijn.zandmeer.example", &["meldpunt mijn.zandmeer.example"]),
            ("zandmeer.example", &["gemeente-zandmeer www.zandmeer.example"]),
            ("raad.zandmeer.example", &["gemeente-zandmeer www.zandmeer.example"]),
            (
                "gedeeld.example",
                &["gemeente-zandmeer gedeeld.example/zandmeer", "politie-zandmeer gedeeld.example"],
            ),
            ("x.gedeeld.example", &["politie-zandmeer gedeeld.example"]),
            ("nietzandmeer.example", &[]),
            ("example", &[]),
            ("", &[]),
        ] {
            let found = directory.sites_on_host(host);
            let found = found
                .iter()
                .map(|it| format!("{} {}", name(&directory, it.owner), it.site.shown()));
            assert_eq!(found.collect::<Vec<_>>(), expected, "{host}");
        }
    }
}

#[test]
fn a_number_is_found_in_any_spelling() {
    for directory in both() {
        for (number, expected) in [
            ("0900-1234", &["meldpunt helpline"][..]),
            ("0031 (0)38 123 45 67", &["gemeente-zandmeer general", "gemeente-zandmeer abroad"]),
            ("(038) 1234568", &["politie-zandmeer -", "gemeente-zandmeer press"]),
            ("038 123 45 69", &[]),
        ] {
            let number = PhoneNumber::read(number).unwrap();
            let found = directory.phones_with(&number);
            let label = |it: &OwnedPhone<'_>| it.phone.and_then(|it| it.label);
            let found = found.iter().map(|it| {
                let label = label(it).map_or("-", crate::directory::PhoneLabel::id);
                format!("{} {label}", name(&directory, it.owner))
            });
            assert_eq!(found.collect::<Vec<_>>(), expected, "{number}");
        }
    }
}

#[test]
fn what_is_read_from_a_store_is_what_was_loaded() {
    let [loaded, stored] = both();
    assert_eq!(loaded.to_toml(), FILE);
    assert_eq!(stored.to_toml(), FILE);
    assert_eq!((loaded.service_count(), loaded.topic_count()), (2, 2));
    assert_eq!(loaded.services().count(), stored.services().count());
    assert_eq!(loaded.topics().count(), stored.topics().count());
    let service = loaded.service(ServiceIndex(1));
    assert_eq!(service, stored.service(ServiceIndex(1)));
    assert_eq!(loaded.organisation_of(Owner::Service(ServiceIndex(0))), None);
    assert!(loaded.organisation_of(Owner::Service(ServiceIndex(1))).is_some());
    assert_eq!(stored.service(ServiceIndex(9)).name, "");
    assert_eq!(stored.topic(TopicIndex(9)).name, "");
}

#[test]
fn services_and_topics_are_laid_out_by_name() {
    let shuffled = FILE
        .replace(
            "[[service]]\nid = \"hulplijn\"\nname = \"Hulplijn 99\"",
            "[[service]]\nid = \"hulplijn\"\nname = \"Zulplijn\"",
        )
        .replace("name = \"Zwemwater\"", "name = \"Áchterop\"");
    let laid_out = crate::testing::loaded(&shuffled).to_toml();
    let at = |text: &str| laid_out.find(text).unwrap();
    assert!(at("\"Meldpunt\"") < at("\"Zulplijn\""));
    assert!(at("\"Áchterop\"") < at("\"Afval ophalen\""));
    assert_eq!(crate::testing::loaded(&laid_out).to_toml(), laid_out);
}

#[test]
fn a_number_of_an_owner_counts_once() {
    for directory in both() {
        let zandmeer = directory.organisation_by_id("gemeente-zandmeer").unwrap();
        let numbers = directory.numbers_of(Owner::Organisation(zandmeer));
        let numbers: Vec<_> =
            numbers.iter().map(|it| (it.number, it.phone.and_then(|it| it.label))).collect();
        let label = crate::directory::PhoneLabel::General;
        assert_eq!(numbers[0], ("038 123 45 67", Some(label)));
        assert_eq!(numbers.len(), 2, "{numbers:?}");
        let politie = directory.organisation_by_id("politie-zandmeer").unwrap();
        let numbers = directory.numbers_of(Owner::Organisation(politie));
        assert_eq!(numbers.len(), 1);
        assert_eq!(numbers[0].number, "(038) 1234568");
    }
}

#[test]
fn the_website_is_no_other_site_and_what_is_called_as_the_service_comes_first() {
    let website = "website = \"https://www.zandmeer.example\"";
    let page = "website = \"https://gedeeld.example/zandmeer/\"";
    let site = "    { host = \"gedeeld.example\", path = \"/zandmeer\"";
    let sites = |text: &str, service: bool| -> Vec<String> {
        let directory = crate::testing::loaded(text);
        let zandmeer = directory.organisation_by_id("gemeente-zandmeer").unwrap();
        let owner = match directory.services_of(zandmeer).next() {
            Some(it) if service => Owner::Service(it),
            _ => Owner::Organisation(zandmeer),
        };
        let listed = directory.website_as_site(zandmeer).map(Site::shown);
        let others = directory.other_sites(owner);
        listed.into_iter().chain(others.iter().map(|it| it.shown())).collect()
    };
    assert!(FILE.contains(website) && FILE.contains(site));
    let expected = ["www.zandmeer.example", "gedeeld.example/zandmeer"];
    assert_eq!(sites(FILE, false), expected);
    let expected = ["gedeeld.example/zandmeer", "www.zandmeer.example"];
    assert_eq!(sites(&FILE.replace(website, page), false), expected);
    // By host alone another site would come first.
    let with = "sites = [\n    { host = \"afval.example\", evidence = [{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }] },\n    { host = \"meldpunt.example\"";
    let text = FILE.replace("sites = [\n    { host = \"meldpunt.example\"", with);
    assert_eq!(sites(&text, true)[1..3], ["meldpunt.example", "afval.example"]);
}
