//! Another government: search, check, audit and conventions in the directory of Belgium, by names in its languages.

use super::harness::{Ran, on_day, run};

fn belgium(line: &[&str]) -> Ran {
    on_day("2026-11-28", &[&["--country", "be"], line].concat())
}

#[test]
fn it_is_searched_in_dutch_french_and_german() {
    for (query, found) in [
        ("gemeente ieper", "Ypres"),
        ("brugge", "Bruges"),
        ("stad brugge", "Bruges"),
        ("commune mons", "Mons"),
        ("ville de mons", "Mons"),
        ("Gemeinde Eupen", "Eupen"),
        ("rathaus eupen", "Eupen"),
        ("louvain", "Leuven"),
        ("bruxelles", "City of Brussels"),
        ("politiezone leuven", "Politiezone Leuven"),
        ("zone de police mons", "police zone Mons-Quévy"),
        ("Polizeizone Eifel", "Politiezone Eifel"),
        ("fod financiën", "Federal Public Service Finance"),
        ("spf finances", "Federal Public Service Finance"),
    ] {
        let ran = belgium(&["search", query, "-n", "1", "--json"]);
        assert!(ran.out.contains(&format!("\"name\": \"{found}\"")), "{query}: {}", ran.out);
    }
}

#[test]
fn it_is_checked() {
    for (input, status, said) in [
        ("https://x.com/stadieper", 0, "Ypres"),
        ("https://www.facebook.com/StadIeper", 0, "Ypres"),
        ("https://www.facebook.com/stadt.eupen", 0, "Eupen"),
        ("https://www.facebook.com/communedebastogne", 0, "Bastogne"),
        ("https://x.com/stad1eper", 3, "stadieper"),
        ("https://www.ieper.be", 0, "Ypres"),
        ("https://www.politie.be/5388/", 0, "Politiezone Leuven"),
        // Theirs is a page on it, and not all of it.
        ("https://politie.be/9999", 1, "politie.be"),
        // The Dutch ones are others here.
        ("https://x.com/MinBZK", 1, "not in this list"),
    ] {
        let ran = belgium(&["check", input]);
        assert_eq!(ran.status, status, "{input}: {}", ran.out);
        assert!(ran.out.contains(said), "{input}: {}", ran.out);
    }
}

#[test]
fn several_countries_are_asked_at_once() {
    for (input, status, verdict, title) in [
        ("https://x.com/stadieper", 0, "official", Some("Belgium")),
        ("https://x.com/MinBZK", 0, "official", None),
        ("https://www.politie.be/5388/", 0, "official", Some("Belgium")),
        ("https://x.com/stad1eper", 3, "beware", Some("Belgium")),
        ("https://x.com/nobody_at_all_here", 1, "unconfirmed", None),
    ] {
        let (also, day) = ("directories/belgium.toml", "2026-11-28");
        for named in [&["--country", "nl,be", "check"][..], &["check", "--also-directory", also]] {
            let ran = on_day(day, &[named, &["--json", input]].concat());
            assert_eq!(ran.status, status, "{input}: {}", ran.err);
            let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(json["summary"]["verdict"], verdict, "{input}");
            let told = json.get("directory").and_then(|it| it.as_str());
            assert_eq!(told.is_some(), title.is_some(), "{input}: {told:?}");
            assert!(title.is_none_or(|title| told.unwrap().contains(title)), "{input}: {told:?}");
        }
    }
    let ran = on_day("2026-11-28", &["--country", "nl,be", "check", "https://x.com/stadieper"]);
    assert!(
        ran.out.starts_with("In “Official accounts of the governments of Belgium”:"),
        "{}",
        ran.out
    );
}

#[test]
fn it_is_audited_and_its_conventions_are_mined() {
    let conventions = belgium(&["conventions"]);
    for template in ["gemeente{place}", "commune{place}", "stad{place}", "villede{place}"] {
        assert!(conventions.out.contains(template), "{template}");
    }
    let audit = belgium(&["audit", "--organisation", "ypres"]);
    assert_eq!((audit.status, audit.err.as_str()), (1, ""), "{}", audit.out);
    assert!(audit.out.contains("Ypres"), "{}", audit.out);
    let exported = belgium(&["export", "ypres", "--format", "jsonld"]);
    let places = exported.out.matches("\"addressCountry\"").count();
    assert!(places > 0 && exported.out.matches("\"BE\"").count() >= places, "{}", exported.out);
    for command in [&["list", "kind:municipality"][..], &["matrix", "kind:province"], &["stats"]] {
        let ran = belgium(command);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{command:?}");
    }
}

#[test]
fn a_country_is_a_built_in_file_or_one_that_is_kept() {
    let unknown = run(&["--country", "zz", "search", "x"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("nl, be"), "{}", unknown.err);
    // The file itself is the same directory.
    let file = run(&["--directory", "directories/belgium.toml", "show", "ypres", "--json"]);
    assert_eq!(file.out, run(&["--country", "BE", "show", "ypres", "--json"]).out);
    assert_eq!(run(&["validate", "directories/belgium.toml"]).status, 0);
}
