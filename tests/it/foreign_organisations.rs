//! Organisations of other governments: loaded strictly, laid out in one order, found by their accounts, and told
//! of in a check.

use crate::loaded::{Loaded, english};
use officieel::directory::{Date, Directory, LoadError};
use officieel::messages::verdict;
use officieel::words::Language;

const FILE: &str = r#"schema = 1
title = "Small"
edition = "2026-01-01"
licence = "CC0-1.0"

[[source]]
id = "list"
title = "A list"
url = "https://list.example/"
retrieved = "2026-01-01"

[[foreign_organisation]]
name = "Gemeente Asse"
country = "BE"
website = "https://www.asse.be"
wikidata = "Q499520"
source = "list"
accounts = ["https://x.com/gemeenteasse", "https://www.facebook.com/asse.be", "https://www.youtube.com/@asse"]

[[foreign_organisation]]
name = "Hélécine"
country = "BE"
source = "list"
accounts = ["https://x.com/helecine"]

[[foreign_organisation]]
name = "Europese Commissie"
country = "EU"
source = "list"
accounts = ["https://social.overheid.nl/@commissie"]

[[organisation]]
id = "dienst-ede"
name = "Dienst Ede"
kind = "agency"

[[organisation.account]]
platform = "x"
handle = "dienst_ede"
evidence = [
    { method = "register", source = "list", seen = "2026-01-01" },
]
"#;

fn load(text: &str) -> Result<Directory, Vec<LoadError>> {
    officieel::embedded::from_toml(text, Date::new(2026, 11, 21).unwrap())
}

#[test]
fn the_layout_is_canonical() {
    assert_eq!(load(FILE).unwrap().to_toml(), FILE);
    let blocks: Vec<&str> = FILE.split("\n\n").collect();
    let turned = [&blocks[..2], &[blocks[4], blocks[3], blocks[2]], &blocks[5..]].concat();
    let turned = turned.join("\n\n");
    assert_ne!(turned, FILE);
    assert_eq!(load(&turned).unwrap().to_toml(), FILE);
    let written = "\"https://www.youtube.com/@asse\", \"http://www.facebook.com/Asse.be/about\", \
                   \"https://twitter.com/gemeenteasse\"";
    let canonical = FILE.split_once("accounts = [").unwrap().1.split_once(']').unwrap().0;
    let other = FILE.replacen(canonical, &written.replace("http:", "https:"), 1);
    assert_eq!(load(&other).unwrap().to_toml(), FILE.replace("/asse.be\"", "/Asse.be\""));
}

#[test]
fn an_account_is_found_in_any_spelling_of_it() {
    let directory = load(FILE).unwrap();
    assert_eq!(directory.foreign_organisation_count(), 3);
    for (address, name) in [
        ("https://twitter.com/GemeenteAsse", Some("Gemeente Asse")),
        ("https://nl-nl.facebook.com/assebe/about", Some("Gemeente Asse")),
        ("@commissie@social.overheid.nl", Some("Europese Commissie")),
        ("https://www.instagram.com/gemeenteasse", None),
        ("https://x.com/dienst_ede", None),
    ] {
        let account = directory.platforms.parse_address(address).map(|parsed| parsed.account);
        let account =
            account.unwrap_or_else(|_| directory.platforms.parse_handle(address).remove(0));
        let found = directory.foreign_by(&account);
        assert_eq!(
            found.map(|it| directory.foreign_organisation(it).name.as_str()),
            name,
            "{address}"
        );
    }
}

#[test]
fn each_fault_has_its_one_message() {
    #[rustfmt::skip]
    let faults: &[(&str, &str, &str)] = &[
        ("name = \"Hélécine\"\n", "", "20:1: an organisation of another government lacks `name`; add it"),
        ("country = \"EU\"", "country = \"eu\"", "28:11: `eu` is no country; write its two capital letters, as in `BE`, or `EU` for the European Union"),
        ("country = \"EU\"", "country = \"BEL\"", "28:11: `BEL` is no country"),
        ("country = \"EU\"", "country = \"ZZ\"", "28:11: `ZZ` is no country"),
        ("country = \"EU\"", "country = \"UK\"", "28:11: `UK` is no country"),
        ("country = \"EU\"", "country = \"AN\"", "28:11: `AN` is no country"),
        ("country = \"EU\"", "country = \"NL\"", "28:11: an organisation of the directory's own country is no foreign one; list it as an `[[organisation]]`"),
        ("\"https://www.asse.be\"", "\"http://www.asse.be\"", "15:11: "),
        ("\"https://www.asse.be\"", "\"https://www.co.uk/asse\"", "15:11: under `co.uk` names are given to anybody"),
        ("\"https://www.asse.be\"", "\"https://127.1/asse\"", "15:11: `https://127.1/asse` in `website` leads to a number instead of a name"),
        ("wikidata = \"Q499520\"", "wikidata = \"499520\"", "16:12: `499520` is no Wikidata item"),
        ("wikidata = \"Q499520\"", "item = \"Q499520\"", "16:1: unknown key `item` in an organisation of another government"),
        ("accounts = [\"https://x.com/helecine\"]\n", "", "20:1: an organisation of another government lacks `accounts`; add it"),
        ("[\"https://x.com/helecine\"]", "[]", "24:12: `accounts` is empty; fill it in or leave the key out"),
        ("\"https://x.com/helecine\"", "\"https://x.example/helecine\"", "24:13: `https://x.example/helecine` in `accounts` is no address of an account: "),
        ("\"https://x.com/helecine\"", "\"https://x.com/helecine/status/12\"", "24:13: `https://x.com/helecine/status/12` in `accounts` is no address of an account: this is a single post or video, not an account"),
        ("\"https://x.com/helecine\"", "\"https://x.com/home\"", "24:13: `https://x.com/home` in `accounts` is no address of an account: "),
        ("\"https://x.com/helecine\"", "\"http://x.com/helecine\"", "24:13: "),
        ("\"https://x.com/helecine\"", "\"https://x.com/GemeenteAsse\"", "24:13: the account `GemeenteAsse` stands on line 18 too; an account is of one organisation only"),
        ("\"https://x.com/helecine\"", "\"https://x.com/helecine\", \"https://twitter.com/Helecine\"", "24:39: the account `Helecine` stands on line 24 too"),
        ("\"https://x.com/helecine\"", "\"https://x.com/Dienst_Ede\"", "24:13: the account `Dienst_Ede` stands on line 37 too"),
    ];
    for (old, new, expected) in faults {
        assert_eq!(FILE.matches(old).count(), 1, "{old}");
        let problems = load(&FILE.replace(old, new)).unwrap_err();
        let problems: Vec<String> = problems.iter().map(english).collect();
        assert_eq!(problems.len(), 1, "{old} -> {new}: {problems:#?}");
        assert!(problems[0].starts_with(expected), "{} is not {expected}", problems[0]);
    }
    let unknown = FILE.replacen("source = \"list\"\naccounts", "source = \"lists\"\naccounts", 1);
    let problems = load(&unknown).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(english(&problems[0]).starts_with("17:10: `lists` is no known `source`"));
}

/// What is said of an input: the verdict, then the sentences.
fn said(directory: &Loaded, language: Language, input: &str) -> Vec<String> {
    let today = Date::new(2026, 11, 21).unwrap();
    let words = language.words();
    let mut said = Vec::new();
    for answer in directory.answers(input) {
        said.push(answer.verdict.id().to_owned());
        said.push(verdict::headline(words, &directory.directory, &answer));
        said.extend(verdict::reasons(words, &directory.directory, &answer, today));
    }
    said
}

/// The file with a listed handle on Instagram.
fn loaded(handle: &str) -> Loaded {
    let account = "platform = \"x\"\nhandle = \"dienst_ede\"";
    assert_eq!(FILE.matches(account).count(), 1);
    let own = format!("platform = \"instagram\"\nhandle = \"{handle}\"");
    Loaded::new(load(&FILE.replace(account, &own)).unwrap())
}

#[test]
fn a_known_account_is_told_and_no_look_alike() {
    let directory = loaded("gemeenteassen");
    let verify = "To find out yourself: look on https://www.asse.be whether the organisation links to this account.";
    let other = "It is of another government than the one that this list is about.";
    for (input, on) in [
        ("https://x.com/gemeenteasse", "X"),
        ("https://m.facebook.com/AsseBe/about", "Facebook"),
        ("@gemeenteasse", "X"),
        ("x: @GemeenteAsse", "X"),
    ] {
        let found = said(&directory, Language::En, input);
        let asked = if input.starts_with("x:") { "@GemeenteAsse" } else { input };
        let headline = format!(
            "{asked} is not in this list. On {on} it is the account of Gemeente Asse, Belgium, says A list (2026-01-01)."
        );
        assert_eq!(found, ["not-listed", headline.as_str(), other, verify], "{input}");
    }
    let found = said(&directory, Language::Nl, "https://x.com/gemeenteasse");
    let headline = "https://x.com/gemeenteasse staat niet in deze lijst. Op X is dit het account van Gemeente Asse (België), zegt A list (2026-01-01).";
    assert_eq!(found[..2], ["not-listed", headline]);
    let without = said(&directory, Language::En, "https://x.com/helecine");
    assert!(without[3].starts_with("To find out yourself: find the organisation's website"));
}

#[test]
fn a_name_known_elsewhere_is_no_look_alike_either() {
    let directory = loaded("hele.cine");
    let found = said(&directory, Language::En, "https://www.instagram.com/helecine");
    assert_eq!(found[0], "not-listed");
    assert!(
        found[1].ends_with("on Instagram is not in this list. That says neither real nor fake.")
    );
    assert_eq!(
        found[2],
        "An account of this name on X is of Hélécine, Belgium, says A list (2026-01-01). That proves nothing here."
    );
    // It is nobody's name.
    assert_eq!(
        said(&directory, Language::En, "https://www.instagram.com/hele_cine")[0],
        "look-alike"
    );
}

#[test]
fn a_known_name_that_begins_as_a_site_does_is_a_name() {
    let text =
        FILE.replace("https://www.facebook.com/asse.be", "https://www.facebook.com/www.asse.be");
    let directory = Loaded::new(load(&text).unwrap());
    for (input, verdicts) in [
        ("https://www.facebook.com/www.asse.be", &["not-listed"][..]),
        ("Zie facebook.com/www.asse.be.", &["not-listed"]),
        ("https://www.facebook.com/www.asse.com", &["not-an-account", "unknown-host"]),
        ("https://bsky.app/profile/www.asse.com", &["not-listed"]),
        ("https://x.com/www.asse.be", &["not-an-account", "unknown-host"]),
    ] {
        let answers = directory.answers(input);
        let found: Vec<&str> = answers.iter().map(|answer| answer.verdict.id()).collect();
        assert_eq!(found, verdicts, "{input}");
    }
}

#[test]
fn what_is_listed_goes_before() {
    let directory = loaded("gemeenteasse");
    assert_eq!(said(&directory, Language::En, "@gemeenteasse")[0], "official");
    assert_eq!(
        said(&directory, Language::En, "https://www.instagram.com/gemeenteasse")[0],
        "official"
    );
    assert_eq!(said(&directory, Language::En, "https://x.com/gemeenteasse")[0], "not-listed");
}

#[test]
fn what_hides_in_a_name_is_told_as_ever() {
    let directory = loaded("gemeenteassen");
    let found = said(&directory, Language::En, "@gemeente\u{200B}asse");
    assert!(!found.iter().any(|it| it.contains("Gemeente Asse")), "{found:?}");
    let post = said(&directory, Language::En, "https://x.com/gemeenteasse/status/12");
    assert_eq!(post[0], "not-an-account", "{post:?}");
}
