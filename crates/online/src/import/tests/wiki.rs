//! Wikidata, tables, and the directory of a server.

use super::super::mapping::MappingError;
use super::super::wikidata::query;
use super::super::{Mapping, ReadOptions, Source, read, sort};
use super::{day, directory, extract, sorted, told};

const SPARQL: &[u8] = include_bytes!("../../../tests/fixtures/import/sparql.json");
const ENTITIES: &[u8] = include_bytes!("../../../tests/fixtures/import/entities.json");
const MASTODON: [&[u8]; 2] = [
    include_bytes!("../../../tests/fixtures/import/mastodon-1.json"),
    include_bytes!("../../../tests/fixtures/import/mastodon-2.json"),
];

#[test]
fn statements_are_read_with_rank_and_end() {
    let told = sorted(Source::Wikidata, SPARQL, &directory(""));
    assert_eq!(
        told,
        [
            "Dienst Justitiële Inrichtingen: x:@dji_detentie new",
            "Dienst Justitiële Inrichtingen: facebook:DJIdetentie new",
            "Dienst Justitiële Inrichtingen: instagram:@dji_detentie new",
            "Dienst Justitiële Inrichtingen: linkedin:dji-dienst-justitiele-inrichtingen new",
            "Koninklijk Nederlands Meteorologisch Instituut: x:@KNMI new",
            "Koninklijk Nederlands Meteorologisch Instituut: youtube:UCqQtmDbRgKOoJ_lPv_mU9nQ new",
            "Koninklijk Nederlands Meteorologisch Instituut: youtube:@knmi1854 new",
            "Rijkswaterstaat: youtube:UCOESCgenMD6CMDiiHe-iG-g new",
            "Amsterdam: x:@AmsterdamNL new",
            "Amsterdam: tiktok:@JongAmsterdam new",
            "Amsterdam: mastodon:@gemeenteamsterdam@social.amsterdam.nl new",
            "Amsterdam: facebook:oudeamsterdampagina history",
            "Delft: x:@gemeentedelft new",
            "Delft: x:@oudehandledelft history",
            "Delft: instagram:@gemeente.delft new",
        ]
    );
    let extract = extract(Source::Wikidata, SPARQL);
    assert_eq!(extract.skipped, 1, "the unknown value");
    let delft = &extract.records[4].accounts[1];
    // Midnight of 1 January stands for a year as often as for a day.
    assert_eq!(delft.until, Some(day("2019")));
    assert_eq!(extract.records[3].accounts[0].platform_id.as_deref(), Some("15667560"));
}

#[test]
fn entities_are_read_with_qualifiers() {
    let extract = extract(Source::Wikidata, ENTITIES);
    let amsterdam = extract.records.iter().find(|it| it.name == "Amsterdam").unwrap();
    let x =
        amsterdam.accounts.iter().find(|it| it.typed.as_deref() == Some("AmsterdamNL")).unwrap();
    assert_eq!(x.since, Some(day("2009-03-01")));
    assert_eq!(x.reference.as_deref(), Some("https://www.amsterdam.nl/"));
    let delft = extract.records.iter().find(|it| it.name == "Delft").unwrap();
    let old = delft.accounts.iter().find(|it| it.typed.as_deref() == Some("oudehandledelft"));
    assert_eq!(old.unwrap().until, Some(day("2019")), "the year, whatever the precision says");
    assert_eq!(delft.accounts.len(), 2, "neither an unknown value nor none is an account");
    let ended = extract.records.iter().find(|it| it.ids.wikidata.as_deref() == Some("Q95543594"));
    assert_eq!(ended.unwrap().ended, Some(day("2026-02-23")));
}

#[test]
fn a_value_never_leads_out_of_its_address() {
    let row = |property: &str, value: &str| {
        format!(
            r#"{{"head":{{"vars":["item"]}},"results":{{"bindings":[{{
            "item":{{"type":"uri","value":"http://www.wikidata.org/entity/Q1"}},
            "itemLabel":{{"type":"literal","value":"Beauval"}},
            "prop":{{"type":"uri","value":"http://www.wikidata.org/entity/{property}"}},
            "value":{{"type":"literal","value":"{value}"}}}}]}}}}"#
        )
    };
    let directory = directory("");
    for (property, value, expected) in [
        ("P2002", "beauval", "x:@beauval new"),
        ("P2002", "https://www.facebook.com/beauval", "refused (other-platform)"),
        ("P2002", "beauval/status/1", "refused"),
        ("P2002", "../beauval", "refused"),
        ("P2013", "profile.php?id=1", "refused"),
        ("P2003", "beau val", "refused"),
        ("P4033", "beauval", "refused"),
        ("P4033", "a@b/c@d.nl", "refused"),
        ("P4264", "29282567", "linkedin:29282567 new"),
        ("P2013", "100064", "facebook:100064"),
    ] {
        let told = sorted(Source::Wikidata, row(property, value).as_bytes(), &directory);
        assert!(told[0].contains(expected), "{property} {value}: {told:?}");
    }
}

#[test]
fn the_query_is_plain_and_of_any_country() {
    for country in ["Q55", "Q31", "BE", "JP"] {
        let asked = query(country, &["en", "zh-hans"], &["Q327333"]).unwrap();
        for needed in [
            "PREFIX wikibase:",
            "p:P31",
            "ps:P2002",
            "wikibase:rank",
            "pqv:P582",
            "ORDER BY",
            country,
        ] {
            assert!(asked.contains(needed), "{country}: {needed}");
        }
        for foreign in ["SERVICE", "hint:", "bd:", "wdt:P2002"] {
            assert!(!asked.contains(foreign), "{country}: {foreign}");
        }
    }
    for (country, language) in [("Q55 } #", "nl"), ("55", "nl"), ("Q55", "n\""), ("Q55", "")] {
        assert_eq!(query(country, &[language], &[]), None, "{country} {language}");
    }
}

#[test]
fn tables_are_read_by_their_mapping() {
    let text = "Naam;Kanaal;Adres\r\nBeauval;X;https://x.com/beauval\r\n\"Vaux; \"\"la ville\"\"\";Instagram;vaux\r\n;X;https://x.com/nobody\r\n";
    let mapping: Mapping = "organisation=naam,platform=Kanaal,account=Adres".parse().unwrap();
    let options = ReadOptions { mapping: Some(mapping), country: None };
    let extract = read(Source::Csv, text.as_bytes(), &options).unwrap();
    assert_eq!(extract.skipped, 1);
    let directory = directory("");
    let import = sort(Source::Csv, &extract, &directory, day("2026-01-01"));
    assert_eq!(
        told(&import, &extract, &directory),
        ["Beauval: x:@beauval new [typed-differs]", "Vaux; \"la ville\": instagram:@vaux new"]
            .map(|it| it.replace(" [typed-differs]", ""))
    );
    for (text, error) in [
        ("organisation", MappingError::NoColumn("organisation".to_owned())),
        ("name=x", MappingError::UnknownField("name".to_owned())),
        ("organisation=a,organisation=b", MappingError::Twice("organisation")),
        ("url=a", MappingError::NoOrganisation),
    ] {
        assert_eq!(text.parse::<Mapping>(), Err(error), "{text}");
    }
}

#[test]
fn the_neighbours_table_is_read_by_country() {
    let table = "country,qid,name,description,website,phone,platform,account,url\n\
        belgium,Q1,Beauval,\"city in Wallonia, Belgium\",https://www.beauval.be/,+32%2065%2097%2090%2000,X,beauval,https://x.com/beauval\n\
        belgium,Q1,Beauval,\"city in Wallonia, Belgium\",https://www.beauval.be/,,Mastodon,b@social.bund.de,https://fedirect.toolforge.org/?id=b@social.bund.de\n\
        belgium,Q1,Beauval,,,,Weibo,beauval,https://weibo.com/beauval\n\
        belgium,Q3,Vaux,,,,,,\n\
        germany,Q2,Buurdam,,,,X,buurdam,https://x.com/buurdam\n";
    let options = ReadOptions { country: Some("Belgium".to_owned()), mapping: None };
    let extract = read(Source::Govdirectory, table.as_bytes(), &options).unwrap();
    assert_eq!(extract.records.len(), 2);
    assert_eq!(extract.records[0].phones, ["+32 65 97 90 00"]);
    let directory = directory("");
    let import = sort(Source::Govdirectory, &extract, &directory, day("2026-04-06"));
    assert_eq!(
        told(&import, &extract, &directory),
        [
            "Beauval: x:@beauval new",
            "Beauval: mastodon:@b@social.bund.de new",
            "Beauval: https://weibo.com/beauval refused (unknown-platform)",
        ]
    );
}

#[test]
fn a_server_of_the_government_speaks_for_itself_and_no_other_does() {
    let directory = directory(
        r#"
[[organisation]]
id = "logius"
name = "Logius"
kind = "agency"
website = "https://www.logius.nl"

[[organisation.account]]
platform = "mastodon"
handle = "Logius@social.overheid.nl"
evidence = [{ method = "register", source = "roo", seen = "2024-05-16" }]

[[organisation]]
id = "brabant"
name = "Provincie Noord-Brabant"
kind = "province"
website = "https://www.brabant.nl"
"#,
    );
    let both = MASTODON.concat();
    assert_eq!(
        sorted(Source::Mastodon, &both, &directory),
        [
            "Logius: mastodon:@Logius@social.overheid.nl confirms",
            "Provincie Noord-Brabant: mastodon:@provincienoordbrabant@social.overheid.nl new",
            "Ministerie van VRO: mastodon:@ministerievro@social.overheid.nl new",
        ]
    );
    let elsewhere =
        String::from_utf8(both).unwrap().replace("social.overheid.nl", "mastodon.social");
    let told = sorted(Source::Mastodon, elsewhere.as_bytes(), &directory);
    assert!(told.iter().all(|it| it.ends_with(" unclear")), "{told:?}");
}
