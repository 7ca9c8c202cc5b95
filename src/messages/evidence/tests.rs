//! Tests of [`super`].

use super::*;
use crate::directory::AccountIndex;
use crate::words::Language;

const HEAD: &str = r#"schema = 1
title = "t"
edition = "2026-11-21"
licence = "l"

[[source]]
id = "stations"
title = "Bureaus"
publisher = "Politie"
kept_by = "iemand op GitHub"
url = "https://github.com/a/b"
retrieved = "2026-11-01"

[[source]]
id = "adverts"
title = "Ad Library report"
publisher = "Meta"
url = "https://www.facebook.com/ads"
retrieved = "2026-11-01"

[[source]]
id = "list"
title = "Een lijst"
url = "https://list.example/"
retrieved = "2026-11-01"

[[organisation]]
id = "a"
name = "A"
kind = "municipality"

[[organisation.account]]
platform = "x"
handle = "abc"
"#;

fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

/// A directory with one account that has this evidence.
fn directory(evidence: &[&str]) -> (Directory, AccountIndex) {
    let text = format!("{HEAD}evidence = [{}]\n", evidence.join(", "));
    let directory = crate::embedded::from_toml(&text, today()).unwrap();
    let account = directory.account_indexes().next().unwrap();
    (directory, account)
}

const SHOWN: &str =
    r#"{ method = "official-site", url = "https://a.example/", seen = "2026-04-15" }"#;
const GONE: &str = r#"{ method = "official-site", url = "https://a.example/", seen = "2026-06-04", says = "no-longer-shown" }"#;
const LEAVES: &str =
    r#"{ method = "press", url = "https://krant.example/", seen = "2026-06-04", says = "leaves" }"#;
const AGAIN: &str =
    r#"{ method = "official-site", url = "https://a.example/", seen = "2026-07-01" }"#;
const STATIONS: &str = r#"{ method = "register", source = "stations", seen = "2026-05-26" }"#;
const ADVERTS: &str = r#"{ method = "ad-register", source = "adverts", seen = "2026-05-26" }"#;
const LIST: &str = r#"{ method = "third-party", source = "list", seen = "2016-04" }"#;

#[test]
fn each_piece_says_who_said_it_and_who_kept_it() {
    for (evidence, dutch, english) in [
        (
            STATIONS,
            "staat in officiële gegevens van Politie, in een kopie bewaard door iemand op GitHub",
            "in official data of Politie, in a copy kept by iemand op GitHub",
        ),
        (
            ADVERTS,
            "staat in het advertentieregister van Meta: de overheid zelf betaalde",
            "in the register of advertisers of Meta: the government itself paid",
        ),
        (LIST, "staat op een lijst van anderen", "on a list made by others"),
        (SHOWN, "de eigen website verwijst ernaar", "the organisation's own website links to it"),
    ] {
        let (directory, account) = directory(&[evidence]);
        let account = directory.account(account);
        let piece = &account.evidence[0];
        for (language, expected) in [(Language::Nl, dutch), (Language::En, english)] {
            let told = told(language.words(), &directory, &account.evidence, piece);
            assert_eq!(told.in_short(), expected, "{evidence}");
        }
    }
}

#[test]
fn what_was_taken_back_is_told_as_of_then() {
    let (directory, account) = directory(&[GONE, SHOWN, LIST]);
    let account = directory.account(account);
    let pieces = account.evidence.iter();
    let told: Vec<String> = pieces
        .map(|it| told(Language::Nl.words(), &directory, &account.evidence, it).what)
        .collect();
    assert_eq!(
        told,
        [
            "staat op een lijst van anderen",
            "de eigen website verwees er toen naar",
            "staat niet meer op de eigen website",
        ]
    );
}

#[test]
fn what_was_taken_back_is_told_with_its_days_until_it_is_shown_again() {
    for (evidence, expected) in [
        (&[SHOWN][..], None),
        (
            &[SHOWN, GONE],
            Some("De eigen website toonde het op 2026-04-15; op 2026-06-04 niet meer."),
        ),
        (&[STATIONS, GONE], Some("Op 2026-06-04 toonde de eigen website het niet meer.")),
        (&[SHOWN, LEAVES], Some("Op 2026-06-04 zei de organisatie dat ze met dit account stopt.")),
        (&[SHOWN, GONE, AGAIN], None),
    ] {
        let (directory, account) = directory(evidence);
        let told = withdrawn(Language::Nl.words(), directory.account(account));
        assert_eq!(told.as_deref(), expected, "{evidence:?}");
    }
}

#[test]
fn the_level_is_explained_by_what_it_rests_on() {
    let words = Language::En.words();
    for (evidence, expected) in [
        (&[SHOWN][..], words.trust_confirmed_means),
        (&[SHOWN, GONE], words.trust_withdrawn_means),
        (&[SHOWN, GONE, LIST], words.trust_reported_means),
        (&[SHOWN, GONE, LIST, ADVERTS], words.trust_agreed_means),
        (&[STATIONS, GONE], words.trust_taken_back_means),
    ] {
        let (directory, account) = directory(evidence);
        let meant = means(words, directory.account(account), today());
        assert_eq!(meant, expected, "{evidence:?}");
    }
}
