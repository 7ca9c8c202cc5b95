//! Which body is meant where a name leads to several.

use serde_json::Value;

use super::harness::run;

#[test]
fn of_several_of_a_name_none_is_taken() {
    for (line, told) in [
        ("open --print gemeente bergen", "Bergen (L)"),
        ("show gemeente bergen", "Bergen (L)"),
        ("proof gemeente bergen", "Bergen (L)"),
        ("open --print gemeente bergen facebook", "Bergen (NH)"),
        ("open --print paspoort bergen", "Bergen (NH)"),
        ("open --print paspoort den haag leiden", "Gemeente Leiden"),
        ("open --print elst", "Gemeente Rhenen"),
        ("open --print politie ede zwolle", "Politie Zwolle"),
        ("open --print ggd ede", "does not know which one serves Ede"),
        ("open --print politie bergen", "does not know which one serves Bergen"),
        ("open --print gemeente", "For which place?"),
        ("open --print ggd", "For which place?"),
    ] {
        let ran = run(&[&["--lang", "en"], &*line.split(' ').collect::<Vec<_>>()].concat());
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{line}: {ran:?}");
        assert!(ran.err.contains(told), "{line}: {}", ran.err);
    }
}

#[test]
fn a_body_that_is_called_so_is_meant() {
    for (line, begin) in [
        ("open --print politie", "https://www.politie.nl"),
        ("open --print brandweer", "https://www.brandweer.nl"),
        ("open --print @Gemeente_Bergen", "https://x.com/Gemeente_Bergen"),
        ("show politie", "Politie"),
    ] {
        let ran = run(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.status, 0, "{line}: {ran:?}");
        assert!(ran.out.starts_with(begin), "{line}: {}", ran.out);
    }
}

#[test]
fn what_may_lie_in_a_province_is_told() {
    for line in [
        "search in:utrecht soort:politieteam",
        "search soort:politieteam in:gelderland",
        "search --kind police-team --province Utrecht politie",
    ] {
        let ran = run(&[&["--lang", "en"], &*line.split(' ').collect::<Vec<_>>()].concat());
        assert!(ran.out.contains("does not know the province"), "{line}: {ran:?}");
        assert!(!ran.err.contains("\"\""), "{line}: {ran:?}");
    }
    let ran = run(&["--lang", "en", "search", "in:utrecht"]);
    assert!(!ran.out.contains("does not know the province"), "{ran:?}");
}

#[test]
fn the_account_on_the_platform_that_is_asked_for_is_shown() {
    let ran = run(&["--lang", "en", "search", "politie hengelo facebook"]);
    assert!(ran.out.contains("politiebronckhorst"), "{ran:?}");
    assert!(!ran.out.contains("@POL_Bronckhorst"), "{ran:?}");
}

#[test]
fn places_that_follow_each_other_are_each_found() {
    for (query, ids) in [
        ("zwolle utrecht", ["gemeente-zwolle", "gemeente-utrecht"]),
        ("utrecht zwolle", ["gemeente-utrecht", "gemeente-zwolle"]),
        ("zwolle | ede", ["gemeente-zwolle", "gemeente-ede"]),
        ("zwolle, ede", ["gemeente-zwolle", "gemeente-ede"]),
        // A province, or a municipality, says which of a name is meant.
        ("beek gelderland", ["gemeente-berg-en-dal", "gemeente-montferland"]),
        // One name of two words is one place.
        ("bergen op zoom", ["gemeente-bergen-op-zoom", "politie-team-bergen-op-zoom"]),
    ] {
        let ran = run(&["search", "--json", "--limit", "2", query]);
        let found: Value = serde_json::from_str(&ran.out).unwrap();
        let found: Vec<&str> = found["hits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| hit["organisation"]["id"].as_str().unwrap())
            .collect();
        assert_eq!(found, ids, "{query}");
    }
}

#[test]
fn what_stands_beside_a_place_says_which_of_its_name_is_meant() {
    for (query, id) in [
        ("rijswijk gelderland", "gemeente-buren"),
        ("gelderland rijswijk", "gemeente-buren"),
        ("rijswijk buren", "gemeente-buren"),
        ("rijswijk zuid-holland", "gemeente-rijswijk"),
        ("hengelo gelderland", "gemeente-bronckhorst"),
        ("gemeente hengelo gelderland", "gemeente-bronckhorst"),
        ("hengelo overijssel", "gemeente-hengelo"),
        ("laren lochem", "gemeente-lochem"),
        ("oosterhout gelderland", "gemeente-overbetuwe"),
        ("soest utrecht", "gemeente-soest"),
    ] {
        let ran = run(&["search", "--json", "--limit", "1", query]);
        let found: Value = serde_json::from_str(&ran.out).unwrap();
        let first = &found["hits"][0];
        assert_eq!(first["organisation"]["id"], id, "{query}");
        assert_eq!(first["guess"], false, "{query}");
    }
    // What is said of where it lies is not so.
    for query in ["ede limburg", "ijsselstein limburg"] {
        let ran = run(&["search", "--json", "--limit", "1", query]);
        let found: Value = serde_json::from_str(&ran.out).unwrap();
        assert_ne!(found["hits"][0]["guess"], false, "{query}: {}", ran.out);
        assert_eq!(run(&["open", "--print", query]).status, 1, "{query}");
    }
    for query in ["beek gelderland", "zwolle ede", "rotterdam groningen"] {
        assert_eq!(run(&["open", "--print", query]).status, 1, "{query}");
    }
}

#[test]
fn of_a_name_on_several_platforms_the_one_is_told_who_is_called_so() {
    let ran = run(&["--lang", "en", "check", "@rijksoverheid"]);
    assert!(ran.out.starts_with("[reported as official]"), "{}", ran.out);
    for told in
        ["an account of Rijksoverheid on X", "On LinkedIn it is the name of an account of Werken"]
    {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    let ran = run(&["--lang", "en", "check", "--platform", "linkedin", "rijksoverheid"]);
    assert!(ran.out.contains("of Werken voor Nederland on LinkedIn"), "{}", ran.out);
}

/// A site that nobody of the government speaks for is no more official than such an account.
#[test]
fn a_site_that_others_report_is_told_as_that() {
    let ran = run(&["--lang", "en", "check", "nl-alert.nl"]);
    assert!(ran.out.starts_with("[reported as official] nl-alert.nl"), "{}", ran.out);
    let ran = run(&["--lang", "en", "check", "www.ede.nl"]);
    assert!(ran.out.starts_with("[official site]"), "{}", ran.out);
}

/// Which words were searched for is no answer.
#[test]
fn what_is_not_found_is_said_whatever_words_were_left_out() {
    for query in ["stikstof", "wie gaat over stikstof", "wat is het nummer van de huisartsenpost"] {
        let ran = run(&["search", query]);
        assert!(ran.err.contains("Nothing found") && ran.status == 1, "{query}: {}", ran.shown());
    }
    let ran = run(&["search", "ggd ede"]);
    assert!(!ran.err.contains("Nothing found"), "{}", ran.shown());
}
