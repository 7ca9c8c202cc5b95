//! Text for people: what `search`, `show`, `open` and `validate` say.

use super::harness::{Ran, SMALL, on_day, run, small};

fn check(name: &str, ran: &Ran) {
    insta::assert_snapshot!(name, ran.shown());
}

#[test]
fn search() {
    for (name, line) in [
        ("name", "search zandmeer --lang nl"),
        ("name-english", "search zandmeer"),
        ("place", "search de veen --lang nl"),
        ("handle", "search @GemZandmeer --lang nl"),
        ("address", "search https://x.com/pol_oostmeer/status/1 --lang nl"),
        ("retired", "search @zandmeer_oud --lang nl"),
        ("ended", "search @kleinmeer --lang nl"),
        ("former-name", "search gemeente zand --lang nl"),
        ("without-channels", "search waterkring --lang nl"),
        ("limit", "search --limit 1 zandmeer --lang nl"),
        ("guess", "search zadnmeer --lang nl"),
        ("guess-at-a-handle", "search @zandmeer --lang nl"),
        ("nothing", "search qqqqqq --lang nl"),
        ("nothing-english", "search qqqqqq"),
    ] {
        check(&format!("search-{name}"), &small(line));
    }
}

#[test]
fn show() {
    for (name, line) in [
        ("municipality", "show gemeente-zandmeer --lang nl"),
        ("municipality-english", "show gemeente-zandmeer"),
        ("ministry", "show ministerie-van-wind --lang nl"),
        ("gap", "show toeslagendienst --lang nl"),
        ("shared", "show politie-zandmeer --lang nl"),
        ("ended", "show gemeente-kleinmeer --lang nl"),
        ("without-channels", "show waterkring --lang nl"),
        ("nothing", "show qqqqqq --lang nl"),
        ("guess", "show zadnmeer --lang nl"),
    ] {
        check(&format!("show-{name}"), &small(line));
    }
}

#[test]
fn sites_numbers_and_services() {
    let with = |line: &str| {
        let file = ["--directory", "tests/fixtures/services.toml"];
        run(&file.into_iter().chain(line.split(' ')).collect::<Vec<_>>())
    };
    for (name, line) in [
        ("show", "show gemeente-zandmeer"),
        ("show-dutch", "show gemeente-zandmeer --lang nl"),
        ("show-all", "show --all gemeente-zandmeer"),
        ("show-all-dutch", "show --all gemeente-zandmeer --lang nl"),
        ("search", "search meldmaar"),
        ("search-json", "search --json meldmaar"),
        ("open", "open --print meldmaar"),
        ("search-number", "search 0900-1234 --lang nl"),
        ("check-site", "check https://www.meldpunt.example/ --lang nl"),
        ("check-number", "check 0900-1234"),
        ("check-json", "check --json https://meldpunt.example/ 0900-1234"),
        ("show-json", "show --json gemeente-zandmeer"),
    ] {
        check(&format!("reach-{name}"), &with(line));
    }
}

#[test]
fn hits_fit_into_eighty_columns() {
    for query in
        ["belastingdienst", "zwolle", "digid", "amsterdam", "knmi", "112", "woz", "utrecht"]
    {
        for language in ["nl", "en"] {
            let ran = run(&["search", query, "--lang", language]);
            // An address is one word: cut, it leads nowhere.
            let long = |line: &&str| line.chars().count() > 80 && !line.contains("https://");
            assert_eq!(ran.out.lines().find(long), None, "{query}");
        }
    }
}

#[test]
fn the_organisation_that_was_asked_for_comes_with_all_its_ways() {
    let ran = small("search zandmeer --lang nl");
    let hits: Vec<&str> = ran.out.split("\n\n").collect();
    for way in ["website  ", "telefoon  ", "X  ", "Instagram  ", "bevestigd, gezien 2026-11-20"] {
        assert!(hits[0].contains(way), "{way}: {}", hits[0]);
    }
    assert!(!hits[0].contains("zandmeer_oud"), "what is no longer in use: {}", hits[0]);
    // Who is met otherwise has one way to go.
    let ran = small("search de veen --lang nl");
    let hits: Vec<&str> = ran.out.split("\n\n").collect();
    assert!(hits.len() > 1 && !hits[1].contains("telefoon"), "{hits:?}");
}

#[test]
fn show_by_any_id() {
    let expected = run(&["show", "koninklijk-nederlands-meteorologisch-instituut"]);
    assert!(expected.out.contains("(KNMI)"), "{expected:?}");
    for id in [
        "113567",
        "Q516346",
        "q516346",
        "https://identifier.overheid.nl/tooi/id/oorg/oorg10116",
        "knmi",
    ] {
        assert_eq!(run(&["show", id]).out, expected.out, "{id}");
    }
    // These stand in ids that YouTube made up; that tells nothing.
    for id in ["Q1", "x130"] {
        let ran = run(&["show", id]);
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{id}");
    }
}

#[test]
fn open() {
    for (name, line) in [
        ("print", "open zandmeer --print"),
        ("print-handle", "open @POL_Zandmeer --print"),
        ("print-platform", "open --print --platform Twitter zandmeer"),
        ("not-on-platform", "open ministerie van wind -p facebook --lang nl"),
        ("no-channel", "open waterkring --lang nl"),
        ("guess", "open --print zadnmeer --lang nl"),
        ("nothing", "open --print qqqqqq --lang nl"),
        ("no-display", "open zandmeer --lang nl"),
        ("no-display-account", "open @GemZandmeer"),
    ] {
        check(&format!("open-{name}"), &small(line));
    }
}

#[test]
fn validate() {
    check("validate-dutch", &small("validate --lang nl"));
    check("validate-english", &small("validate"));
}

#[test]
fn trust_ages_with_the_day() {
    for (day, expected) in [
        ("2026-11-21", "confirmed: official source, seen 2026-11-20"),
        ("2028-11-20", "confirmed: official source, seen 2026-11-20"),
        ("2028-11-21", "aged: official source, seen 2026-11-20"),
    ] {
        let ran = on_day(day, &["search", "@GemZandmeer", "--directory", SMALL]);
        assert!(ran.out.contains(expected), "{day}: {}", ran.out);
    }
}

#[test]
fn the_real_directory_answers() {
    for (query, expected) in [
        // A team without a site leads to that of the force, and its account only where that is asked for.
        ("politie zwolle", "https://www.politie.nl"),
        ("politie zwolle op x", "https://x.com/POL_Zwolle"),
        ("@POL_Ede", "https://x.com/POL_Ede"),
        ("knmi", "https://www.knmi.nl"),
        ("belastingdienst", "https://www.belastingdienst.nl"),
        ("de meern", "https://www.utrecht.nl"),
    ] {
        let mut arguments = vec!["open", "--print"];
        arguments.extend(query.split(' '));
        let ran = run(&arguments);
        assert_eq!((ran.status, ran.out.trim_end()), (0, expected), "{query}");
    }
    let ran = run(&["show", "belastingdienst", "--lang", "nl"]);
    assert!(ran.out.contains("Bekend, maar nog niet gevonden"));
    assert!(ran.out.contains("drie X-accounts"));
}

#[test]
fn nobody_is_shown_where_nothing_was_asked() {
    for asked in ["", " ", "\t", "\u{a0}"] {
        let ran = run(&["show", asked]);
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{asked:?}");
    }
}

#[test]
fn a_question_opens_what_it_asks_for() {
    for (line, status, out, told) in [
        ("open --print gemeente ede op facebook", 0, "https://www.facebook.com/GemeenteEde\n", ""),
        ("open --print gemeente ede mastodon", 1, "", "No account"),
        ("open --print paspoort kwijt", 1, "", "your municipality"),
        // In danger a page is no help: whom to call is said as well.
        ("open --print 112", 0, "https://www.politie.nl\n", "Is there danger now?"),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let ran = run(&words);
        assert_eq!((ran.status, ran.out.as_str()), (status, out), "{line}: {}", ran.err);
        assert!(ran.err.contains(told), "{line}: {}", ran.err);
    }
}

#[test]
fn what_is_met_by_several_or_imitates_is_not_opened() {
    for (query, status) in [
        ("gemeente limburg", 1),
        ("noord-holland gemeente", 1),
        ("x.com/P0L_Ede", 3),
        ("is @P0L_Ede echt", 3),
    ] {
        let ran = run(&["open", "--print", query]);
        assert_eq!((ran.status, ran.out.as_str()), (status, ""), "{query}");
        assert_eq!(ran.err.lines().count(), 1, "{query}: {}", ran.err);
    }
}
