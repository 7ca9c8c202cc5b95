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
fn who_is_said_to_speak_is_known_in_each_language() {
    for (sender, names) in [
        ("FOD Financiën", "Federal Public Service Finance"),
        ("SPF Finances", "Federal Public Service Finance"),
        ("Federal Public Service Finance", "Federal Public Service Finance"),
        ("Stad Gent", "Ghent"),
        ("Ville de Liège", "Liège"),
        ("Commune d'Anderlecht", "Anderlecht"),
        ("Stadt Eupen", "Eupen"),
    ] {
        let message = format!("{sender}: https://myminfin-be.com/terug");
        for demand in ["betaal nu via", "payez maintenant sur", "pay now at"] {
            let ran = belgium(&["check", &message.replace(": ", &format!(": {demand} "))]);
            assert_eq!(ran.status, 3, "{sender}, {demand}: {}", ran.out);
            assert!(ran.out.contains(&format!("names     {names}")), "{sender}: {}", ran.out);
        }
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

#[test]
fn towns_are_found_by_their_names_in_the_other_languages() {
    for (query, found) in [
        ("Bergen", "Mons"),
        ("Hoei", "Huy"),
        ("Luik", "Liège"),
        ("Doornik", "Tournai"),
        ("Nivelles", "Nivelles"),
        ("Nijvel", "Nivelles"),
        ("gemeente Waver", "Wavre"),
        ("Furnes", "Veurne"),
        ("Alost", "Aalst"),
        ("ville de Renaix", "Ronse"),
        ("Saint-Trond", "Sint-Truiden"),
        ("Gand", "Ghent"),
        // The province is better known.
        ("Limburg", "Limburg"),
        ("police Liège", "Politiezone Luik"),
        ("politie Luik", "Politiezone Luik"),
        ("politie Bergen", "police zone Mons-Quévy"),
        ("police Namur", "Politiezone Namen Hoofdstad"),
        ("police Nivelles", "Politiezone Nijvel/Genepiën"),
    ] {
        let ran = belgium(&["search", query, "-n", "1", "--json"]);
        assert!(ran.out.contains(&format!("\"name\": \"{found}\"")), "{query}: {}", ran.out);
        assert!(!ran.out.contains("\"guess\": true"), "{query}: {}", ran.out);
    }
    // Lille is in France.
    let ran = belgium(&["search", "Rijsel", "-n", "1"]);
    assert!(ran.err.contains("Did you mean") && ran.out.contains("guess"), "{}", ran.err);
}

#[test]
fn questions_are_led_within_the_country_or_not_at_all() {
    for (question, expected) in [
        ("wie is Gent", "Ghent"),
        ("qui est Mons", "Mons"),
        ("wer ist Eupen", "Eupen"),
        ("who is Ostend", "Ostend"),
        ("ik wil aangifte doen in Gent", "Police zone Ghent"),
        ("je veux porter plainte à Liège", "Politiezone Luik"),
        ("urgence", "phone      112"),
        ("noodnummer", "phone      112"),
        ("numéro d'urgence", "phone      112"),
        ("Notruf", "phone      112"),
        ("spoed", "phone      112"),
        ("il y a un incendie", "phone      112"),
        // Dutch topics and bodies are not known here, and nothing of them is said.
        ("zorgtoeslag aanvragen", "Nothing found"),
        ("DigiD", "Nothing found"),
        ("belastingdienst", "Nothing found"),
    ] {
        let ran = belgium(&["search", question]);
        let told = ran.out.clone() + &ran.err;
        assert!(told.contains(expected), "{question}: {told}");
        for dutch in ["0900", "8844", "politie.nl", "088 ", "+31", "rijksoverheid"] {
            assert!(!told.contains(dutch), "{question}: {told}");
        }
    }
}

#[test]
fn only_the_check_looks_in_several_countries() {
    for line in [&["search", "mons"][..], &["list"], &["stats"], &["audit"], &["show", "mons"]] {
        let ran = on_day("2026-11-28", &[&["--country", "nl,be"], line].concat());
        assert_eq!(ran.status, 2, "{line:?}");
        assert!(ran.err.contains("Only `officieel check`"), "{line:?}: {}", ran.err);
    }
}

#[test]
fn what_imitates_their_hosts_is_warned_of_as_in_the_netherlands() {
    for host in [
        "be1gium.be",
        "belgiurn.be",
        "finance.belgium.be.betaling.example",
        "www.ieper.be.login.example",
        "myfgov-paiement.com",
        "fgov.be-secure.example",
        "bruxe11es.be",
        "vlaandern.be",
        "wal1onie.be",
        "mijn-vlaanderen-betaling.com",
    ] {
        for line in [vec!["--country", "be"], vec!["--country", "nl,be"]] {
            let address = format!("https://{host}/");
            let ran = on_day("2026-11-28", &[line.as_slice(), &["check", &address]].concat());
            assert_eq!(ran.status, 3, "{host}: {}", ran.out);
        }
    }
    for host in [
        "www.belgium.be",
        "news.belgium.be",
        "data.vlaanderen.be",
        "www.rtbf.be",
        "vrt.be",
        "belgiumbeer.com",
        "flandersfood.com",
    ] {
        let ran = belgium(&["check", &format!("https://{host}/")]);
        assert_ne!(ran.status, 3, "{host}: {}", ran.out);
    }
}
