//! Directories of other countries.

use super::super::tests::{day, directory, extract};
use super::super::{ReadOptions, Source, read};
use super::*;

const BELGIUM: &str = include_str!("../../../../../directories/belgium.toml");
const WORDS: &str = include_str!("../../../../../directories/belgium.words.toml");
/// Rows of the neighbours' table: all of some bodies.
const ROWS: &str = include_str!("../../../tests/fixtures/import/neighbours.csv");
const SPARQL: &[u8] = include_bytes!("../../../tests/fixtures/import/sparql.json");

/// What rows of a table of Govdirectory say.
fn rows_of_neighbours(rows: &str) -> Extract {
    let table = format!("country,qid,name,description,website,phone,platform,account,url\n{rows}");
    extract(Source::Govdirectory, table.as_bytes())
}

fn made(extract: &Extract, source: Source, country: &str, words: Option<&str>) -> NewDirectory {
    let options = NewDirectoryOptions {
        country,
        source,
        seen: day("2026-04-06"),
        title: "Official accounts",
        published_at: (source == Source::Csv).then_some("https://tables.example/"),
        words,
        suffixes: &PublicSuffixes::default(),
        built_in: &directory(""),
    };
    new_directory(extract, &options).unwrap()
}

fn rows() -> Extract {
    let options = ReadOptions { country: Some("belgium".to_owned()), mapping: None };
    read(Source::Govdirectory, ROWS.as_bytes(), &options).unwrap()
}

/// The tables of a file, by what begins each organisation.
fn organisations(text: &str) -> Vec<&str> {
    text.split("\n[[organisation]]\n").skip(1).map(str::trim_end).collect()
}

#[test]
fn the_directory_of_belgium_is_what_the_importer_makes() {
    let made = made(&rows(), Source::Govdirectory, "BE", Some(WORDS));
    let kept: std::collections::BTreeSet<&str> = organisations(BELGIUM).into_iter().collect();
    let own = organisations(&made.text);
    assert!(own.len() > 20, "{}", own.len());
    for organisation in own {
        assert!(kept.contains(organisation), "not in directories/belgium.toml:\n{organisation}");
    }
    let head = |text: &str| text.split("\n[[organisation]]\n").next().map(str::to_owned);
    assert_eq!(head(&made.text), head(BELGIUM));
    assert_eq!(made.dropped, 0);
}

#[test]
fn the_directory_of_belgium_is_whole_and_canonical() {
    let built_in = directory("");
    let defaults = || Some(Defaults::of(built_in.clone()));
    let belgium = load(BELGIUM, Date::LAST, &PublicSuffixes::default(), &defaults).unwrap();
    assert!(belgium.to_toml() == BELGIUM, "it is not in its canonical layout");
    assert_eq!((belgium.organisation_count(), belgium.account_count()), (968, 2777));
}

#[test]
fn a_wikidata_answer_makes_a_directory_without_any_words() {
    let made = made(&extract(Source::Wikidata, SPARQL), Source::Wikidata, "NL", None);
    assert_eq!(made.directory.organisation_count(), 5);
    assert_eq!((made.directory.account_count(), made.left_out), (13, 2));
    assert!(made.text.contains("method = \"wikidata\""));
}

#[test]
fn words_are_mined_where_none_are_given() {
    let row = |it: u8| {
        let name = char::from(b'a' + it);
        format!(
            "x,Q{},{name}ville,city in North,https://www.{name}ville.example/,,X,mairie_{name}ville,https://x.com/mairie_{name}ville\n",
            it + 1
        )
    };
    let rows: String = (0..6).map(row).collect();
    let made = made(&rows_of_neighbours(&rows), Source::Govdirectory, "FR", None);
    assert!(made.text.contains("handle_prefixes = [\"mairie\"]"), "{}", made.text);
}

#[test]
fn what_a_directory_cant_have_is_left_out() {
    let table = "organisation,wikidata,website,phone,platform,account,url\n\
        Beauval,Q1,https://www.facebook.com/beauval,12,X,,https://x.com/beauval\n\
        Beauval,Q2,ftp://beauval.example,+33 1 23 45 67 89,X,,https://x.com/beauval\n\
        \u{202e}Vaux\u{202c},Q3,http://user@vaux.example,,X,,https://x.com/beauval/status/1\n\
        \"\"\"quoted\"\"\\\",Q4,vaux.example,,X,,https://x.com/vaux\n";
    let made = made(&extract(Source::Csv, table.as_bytes()), Source::Csv, "FR", None);
    let ids: Vec<&str> = made.directory.organisations().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["beauval-q1", "beauval-q2", "vaux", "quoted"]);
    // One account of two bodies is theirs together.
    assert_eq!(made.directory.account_count(), 2);
    assert!(made.text.contains("shared_with = [\"beauval-q2\"]"));
    assert!(!made.text.contains('\u{202e}') && !made.text.contains("facebook.com"));
}

#[test]
fn only_codes_of_countries_are_taken() {
    for country in ["", "B", "BEL", "B3", "é", "zz"] {
        let options = NewDirectoryOptions {
            country,
            source: Source::Csv,
            seen: day("2026"),
            title: "Official accounts",
            published_at: Some("https://tables.example/"),
            words: None,
            suffixes: &PublicSuffixes::default(),
            built_in: &directory(""),
        };
        let result = new_directory(&Extract::default(), &options);
        assert!(matches!(result, Err(NewDirectoryError::Country)), "{country}");
    }
}

#[test]
fn where_a_table_stands_is_never_made_up() {
    let (suffixes, built_in) = (PublicSuffixes::default(), directory(""));
    let options = NewDirectoryOptions {
        country: "LU",
        source: Source::Csv,
        seen: day("2026-11-28"),
        title: "Official accounts",
        published_at: None,
        words: None,
        suffixes: &suffixes,
        built_in: &built_in,
    };
    let extract = extract(Source::Csv, b"organisation\nLintgen\n");
    let result = new_directory(&extract, &options);
    assert!(matches!(result, Err(NewDirectoryError::NoSource)));
    let published_at = Some("https://tables.example/lu.csv");
    let made = new_directory(&extract, &NewDirectoryOptions { published_at, ..options }).unwrap();
    assert!(made.text.contains("url = \"https://tables.example/lu.csv\""), "{}", made.text);
    assert!(!made.text.contains("publisher") && !made.text.contains("example.org"));
}

#[test]
fn what_is_wrong_with_the_words_is_told_by_its_place_in_them() {
    let (suffixes, built_in) = (PublicSuffixes::default(), directory(""));
    for (words, line) in [
        ("[[kind]]\nid = \"municipality\"\nwords = [\"commune\"]\nnames = [\"x\"]\n", 4),
        ("licence = \"CC0-1.0\"\ntitle = 3\n", 2),
    ] {
        let options = NewDirectoryOptions {
            country: "LU",
            source: Source::Wikidata,
            seen: day("2026-11-28"),
            title: "Official accounts",
            published_at: None,
            words: Some(words),
            suffixes: &suffixes,
            built_in: &built_in,
        };
        match new_directory(&Extract::default(), &options) {
            Err(NewDirectoryError::WordsLoad(problems)) => {
                assert_eq!(problems.first().map(|it| it.line), Some(line), "{problems:?}");
            }
            other => panic!("{words}: {other:?}"),
        }
    }
    let options = NewDirectoryOptions {
        country: "LU",
        source: Source::Wikidata,
        seen: day("2026-11-28"),
        title: "Official accounts",
        published_at: None,
        words: Some("[[kind]]\n  id == 3\n"),
        suffixes: &suffixes,
        built_in: &built_in,
    };
    let result = new_directory(&Extract::default(), &options);
    assert!(matches!(result, Err(NewDirectoryError::Words { line: 2, .. })), "{result:?}");
}

#[test]
fn the_words_of_the_own_country_tell_kinds() {
    let register = include_bytes!("../../../tests/fixtures/import/exportOO.xml");
    let dutch = PLATFORM_WORDS;
    let built_in = directory("");
    let defaults = || Some(Defaults::of(built_in.clone()));
    let text = format!("schema = 1\ntitle = \"t\"\nedition = \"2026\"\nlicence = \"l\"\n\n{dutch}");
    let built_in = load(&text, Date::LAST, &PublicSuffixes::default(), &defaults).unwrap();
    for (country, kind) in [("NL", "municipality"), ("BE", "other")] {
        let options = NewDirectoryOptions {
            country,
            source: Source::Roo,
            seen: day("2026-05-16"),
            title: "Official accounts",
            published_at: Some("https://tables.example/"),
            words: None,
            suffixes: &PublicSuffixes::default(),
            built_in: &built_in,
        };
        let made = new_directory(&extract(Source::Roo, register), &options).unwrap();
        let helmond = made.directory.organisation_by_id("gemeente-helmond").unwrap();
        assert_eq!(made.directory.organisation(helmond).kind.id(), kind, "{country}");
        let part = made.directory.organisations().filter(|it| it.parent.is_some());
        assert_eq!(part.count(), 1, "{country}");
    }
}

const PLATFORM_WORDS: &str = "[[kind]]\nid = \"municipality\"\nwords = [\"gemeente\"]\n";

#[test]
fn a_body_is_of_the_place_that_its_name_has_in_another_language() {
    let row = |id: u8, name: &str, what: &str| {
        let host = name.to_lowercase().replace(' ', "-");
        format!("x,Q{id},{name},{what},https://{host}.example/,,X,a{id},https://x.com/a{id}\n")
    };
    let rows: String = [
        row(1, "Aire", "municipality in North"),
        row(2, "Limbe", "municipality in South"),
        row(3, "Ost", "province of Northland"),
        row(4, "Arien", "municipality in East"),
        row(5, "police zone Ariem", "police zone"),
        row(6, "police zone Ost", "police zone"),
        row(7, "police zone Arien", "police zone"),
        row(8, "police zone Lange Limb", "police zone"),
    ]
    .concat();
    let words = "[[synonym]]\nword = \"aire\"\ntyped = [\"ariem\", \"arien\"]\n\
        [[synonym]]\nword = \"limbe\"\ntyped = [\"ost\", \"lange limb\"]\n";
    let records = rows_of_neighbours(&rows);
    let made = made(&records, Source::Govdirectory, "FR", Some(words));
    for (id, places) in [
        ("police-zone-ariem", &["Aire"][..]),
        // A province of that name is better known.
        ("police-zone-ost", &[]),
        // A place of that name itself comes first.
        ("police-zone-arien", &["Arien"]),
        ("police-zone-lange-limb", &["Limbe"]),
    ] {
        let index = made.directory.organisation_by_id(id).unwrap();
        let own = made.directory.organisation(index);
        assert_eq!(own.places.iter().collect::<Vec<_>>(), places, "{id}");
    }
}

#[test]
fn a_town_has_the_name_that_its_accounts_bear() {
    let row = |id: u8, name: &str, handle: &str| {
        format!(
            "x,Q{id},{name},municipality in North,https://stad{id}.example/,,X,{handle},https://x.com/{handle}\n"
        )
    };
    let rows: String = [
        row(1, "Arent", "stadarend"),
        row(1, "Arent", "arend_info"),
        row(2, "Bolt", "stadboldo"),
        row(2, "Bolt", "bolt_town"),
        row(3, "Cort", "stadcurt"),
    ]
    .concat();
    let words = "[[synonym]]\nword = \"arent\"\ntyped = [\"arend\", \"arron\"]\n\
        [[synonym]]\nword = \"bolt\"\ntyped = [\"boldo\"]\n\
        [[synonym]]\nword = \"cort\"\ntyped = [\"curt\"]\n";
    let records = rows_of_neighbours(&rows);
    let made = made(&records, Source::Govdirectory, "FR", Some(words));
    for (id, aliases) in [
        ("arent", &["Arend"][..]),
        // It bears the name of the source as well.
        ("bolt", &[]),
        // One account may be a whim.
        ("cort", &[]),
    ] {
        let index = made.directory.organisation_by_id(id).unwrap();
        let own = made.directory.organisation(index);
        assert_eq!(own.aliases.iter().collect::<Vec<_>>(), aliases, "{id}");
        assert_eq!(own.places.len(), aliases.len() + 1, "{id}");
    }
}
