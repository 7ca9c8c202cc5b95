//! Broken directory files: each fault gets its one clear message, at its place.

use crate::loaded::{english, problems};
use officieel::directory::Date;

/// A sound file, small enough to break in every way.
const SOUND: &str = r#"schema = 1
title = "Small"
edition = "2026-01-01"
licence = "CC0-1.0"
domains = ["overheid.nl"]

[[source]]
id = "list"
title = "A list"
url = "https://list.example/"
retrieved = "2026-01-01"

[[organisation]]
id = "dienst-ede"
name = "Dienst Ede"
kind = "agency"
places = ["Ede"]
website = "https://www.ede.nl"
phone = "14 0318"
register_id = "1"
wikidata = "Q1"

[[organisation.account]]
platform = "x"
handle = "dienst_ede"
evidence = [
    { method = "register", source = "list", seen = "2026-01-01" },
]

[[organisation]]
id = "politie-ede"
name = "Politie Ede"
kind = "police-team"

[[organisation.account]]
platform = "mastodon"
handle = "ede@social.overheid.nl"
status = "active"
evidence = [
    { method = "own-domain", url = "https://social.overheid.nl/@ede", seen = "2026-01-01" },
]
"#;

fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day that exists")
}

/// The sound file with one text replaced.
fn with(old: &str, new: &str) -> String {
    assert_eq!(SOUND.matches(old).count(), 1, "`{old}` stands once in the sound file");
    SOUND.replace(old, new)
}

#[test]
fn the_sound_file_is_sound() {
    assert_eq!(problems(SOUND), Vec::<String>::new());
}

#[test]
fn each_fault_has_its_one_message() {
    #[rustfmt::skip]
    let faults: &[(&str, &str, &str)] = &[
        // What it can't be read as
        ("title = \"Small\"", "title = \"Small", "2:15: this is no TOML: "),
        ("title = \"Small\"", "title = \"a\"\ntitle = \"b\"", "3:1: this is no TOML: duplicate key"),
        // The head
        ("schema = 1", "schema = 2", "1:10: schema 2 is not known here; this program reads 1"),
        ("schema = 1", "schema = 99999999999999999999", "1:10: schema 99999999999999999999 is not known here; this program reads 1"),
        ("schema = 1", "schema = -1", "1:10: schema -1 is not known here; this program reads 1"),
        ("schema = 1", "schema = 0x1", "1:10: schema 0x1 is not known here; this program reads 1"),
        ("schema = 1", "schema = \"1\"", "1:10: `schema` must be a whole number, not a text"),
        ("title = \"Small\"\n", "", "1:1: the file lacks `title`; add it"),
        ("title = \"Small\"", "title = \"\"", "2:9: `title` is empty; fill it in or leave the key out"),
        ("title = \"Small\"", "title = \" Small\"", "2:9: `title` begins or ends with a space; remove it"),
        ("title = \"Small\"", "titel = \"x\"\ntitle = \"Small\"", "2:1: unknown key `titel` in the file; did you mean `title`?"),
        ("title = \"Small\"", "colour = \"x\"\ntitle = \"Small\"", "2:1: unknown key `colour` in the file; remove it"),
        // Texts that hide something
        ("\"Small\"", "\"Sm\u{202e}all\"", "2:12: here is the invisible character ‹U+202E›; remove it"),
        ("\"Small\"", "\"Sm\\u200Ball\"", "2:9: `title` holds the invisible character ‹U+200B›; remove it"),
        ("schema = 1", "# a\u{200b} comment\nschema = 1", "1:4: here is the invisible character ‹U+200B›; remove it"),
        // Dates
        ("edition = \"2026-01-01\"", "edition = \"2026-02-30\"", "3:11: `2026-02-30` in `edition` is no date; write it as 2026-11-21, 2026-11 or 2026"),
        ("edition = \"2026-01-01\"", "edition = 2026-01-01", "3:11: `edition` is a bare date; put quotes around it"),
        ("edition = \"2026-01-01\"", "edition = \"2026-11-22\"", "3:11: `edition` is 2026-11-22, in the future"),
        ("edition = \"2026-01-01\"", "edition = \"1-1-2026\"", "3:11: `1-1-2026` in `edition` is no date"),
        ("edition = \"2026-01-01\"", "edition = \"1066\"", "3:11: `edition` is 1066, before there was a web (1990); give the day on which it was seen there"),
        ("retrieved = \"2026-01-01\"", "retrieved = \"1989-12-31\"", "11:13: `retrieved` is 1989-12-31, before there was a web (1990)"),
        ("\"list\", seen = \"2026-01-01\"", "\"list\", seen = \"1066\"", "27:52: `seen` is 1066, before there was a web (1990)"),
        ("status = \"active\"", "since = \"1066\"", "38:9: `since` is 1066, before there was a web (1990)"),
        // Addresses
        ("https://www.ede.nl", "https://127.0.0.1/", "18:11: `https://127.0.0.1/` in `website` leads to a number instead of a name, and that says nothing of whose it is; write the name of the host"),
        ("https://www.ede.nl", "https://[::1]/", "18:11: `https://[::1]/` in `website` leads to a number"),
        ("https://www.ede.nl", "https://www.co.uk/ede", "18:11: under `co.uk` names are given to anybody"),
        ("https://www.ede.nl", "http://www.ede.nl", "18:11: `http://www.ede.nl` in `website` is no `https` address; only those are opened"),
        ("https://www.ede.nl", "www.ede.nl", "18:11: `www.ede.nl` in `website` is no address; write it in full"),
        ("https://www.ede.nl", "https://x@www.ede.nl", "18:11: `https://x@www.ede.nl` in `website` has a user name before the host"),
        ("https://www.ede.nl", "https://www.ede.nl/é", "18:11: `https://www.ede.nl/é` in `website` holds a character that an address must percent-encode"),
        // Ids and numbers
        ("id = \"dienst-ede\"", "id = \"Dienst Ede\"", "14:6: `Dienst Ede` is no slug; use lower-case letters, digits and single hyphens"),
        ("id = \"politie-ede\"", "id = \"dienst-ede\"", "31:6: there is already an organisation `dienst-ede` on line 14; give this one its own id"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nregister_id = \"1\"", "34:15: `1` is already the register id of `dienst-ede`"),
        ("register_id = \"1\"", "register_id = \"R1\"", "20:15: `R1` is no register id; it is a row of digits"),
        ("wikidata = \"Q1\"", "wikidata = \"1\"", "21:12: `1` is no Wikidata item; write it as in `Q803`"),
        ("phone = \"14 0318\"", "phone = \"bel ons\"", "19:9: `bel ons` is no telephone number; use digits, spaces, +, ( ) and -"),
        ("phone = \"14 0318\"", "phone = \"0318 12\"", "19:9: `0318 12` is no telephone number; write it as in `088 123 65 55`"),
        ("phone = \"14 0318\"", "phone = \"0318 12 34 567\"", "19:9: `0318 12 34 567` can't be called: a Dutch number has ten digits"),
        ("places = [\"Ede\"]", "places = []", "17:10: `places` is empty; fill it in or leave the key out"),
        ("places = [\"Ede\"]", "sites = []", "17:9: `sites` is empty; fill it in or leave the key out"),
        ("places = [\"Ede\"]", "places = [\"Ede\", \"Ede\"]", "17:18: `Ede` stands twice in `places`; keep one"),
        ("\"Small\"", "\"\"\"Sm\nall\"\"\"", "2:9: `title` holds the invisible character ‹U+000A›; remove it"),
        ("\"Dienst Ede\"", "'Dienst\tEde'", "15:8: `name` holds the invisible character ‹U+0009›; remove it"),
        // Words of fixed sets
        ("kind = \"police-team\"", "kind = \"police-teem\"", "33:8: `police-teem` is no known `kind`; did you mean `police-team`?"),
        ("status = \"active\"", "status = \"gone\"", "38:10: `gone` is no known `status`; choose one of active, parked, left, closed, moved, unknown"),
        ("method = \"register\"", "method = \"registre\"", "27:16: `registre` is no known `method`; did you mean `register`?"),
        ("platform = \"x\"", "platform = \"twitter\"", "24:12: `twitter` is no known `platform`"),
        ("source = \"list\"", "source = \"lost\"", "27:37: `lost` is no known `source`; did you mean `list`?"),
        // Relations
        ("kind = \"police-team\"", "kind = \"police-team\"\nparent = \"dienst-eed\"", "34:10: `parent` names `dienst-eed`, which is no organisation here; did you mean `dienst-ede`?"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nparent = \"politie-ede\"", "34:10: `parent` leads back to `politie-ede` itself; break the circle"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nsuccessor = \"dienst-ede\"", "34:13: `successor` goes with `ended`; add the day on which the organisation ended"),
        // Accounts
        ("handle = \"dienst_ede\"", "handle = \"dienst-ede\"", "25:10: `dienst-ede` can't be a handle on X"),
        ("handle = \"dienst_ede\"\n", "", "23:1: an account needs a `handle`, a `platform_id` or a `url`; add the one the evidence shows"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nurl = \"https://x.com/ede\"", "26:7: the address is of `ede`, but the account is written as `dienst_ede`"),
        ("handle = \"dienst_ede\"", "url = \"https://www.instagram.com/ede/\"", "25:7: this is an address on Instagram, not on X; put it right"),
        ("handle = \"dienst_ede\"", "url = \"https://x.com/search?q=ede\"", "25:7: this is no address of an account on X: "),
        ("handle = \"dienst_ede\"", "url = \"https://nottwitter.com/ede\"", "25:7: this is no address of an account on X: `nottwitter.com` is the host of none of the platforms"),
        ("status = \"active\"", "status = \"moved\"", "38:10: a moved account needs a `successor`: the address where it continues"),
        ("status = \"active\"", "status = \"moved\"\nsuccessor = \"https://social.overheid.nl/@ede\"", "39:13: `successor` leads back to `ede@social.overheid.nl` itself; break the circle"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nsuccessor = \"https://twitter.com/Dienst_Ede/?lang=nl\"", "26:13: `successor` leads back to `dienst_ede` itself; break the circle"),
        ("status = \"active\"", "shared_with = [\"politie-ede\"]", "38:16: `politie-ede` can't share its account with itself; remove it"),
        ("status = \"active\"", "badge = { kind = \"gold\", seen = \"2026-01-01\", url = \"https://a.example/\" }", "38:18: `gold` is no known `kind`; choose one of"),
        // Evidence
        ("    { method = \"register\", source = \"list\", seen = \"2026-01-01\" },\n", "", "26:12: `evidence` is needed here: a list of at least one"),
        ("source = \"list\", seen", "seen", "27:5: evidence needs a `source` or a `url`: where can it be seen?"),
        ("source = \"list\", seen = \"2026-01-01\"", "source = \"list\"", "27:5: evidence lacks `seen`; add it"),
        ("\"list\", seen", "\"list\", says = \"gone\", seen", "27:52: `gone` is no known `says`; choose one of official, no-longer-shown, leaves"),
        ("\"list\", seen", "\"list\", says = \"leaves\", seen", "27:5: this only takes away; add the evidence that once showed whose it is"),
        ("seen = \"2026-01-01\" },\n]\n\n[[", "seen = \"2026-01-01\" },\n    { method = \"own-observation\", url = \"https://x.com/dienst_ede\", seen = \"2026-01-02\", says = \"leaves\" },\n]\n\n[[", "28:97: an own observation can't say this"),
        // What it is for, since when, and what it was called
        ("status = \"active\"", "purposes = [\"general\", \"weather\"]", "38:24: `weather` is no known `purposes`; choose one of general, webcare, crisis"),
        ("status = \"active\"", "purposes = [\"place\", \"place\"]", "38:22: `place` stands twice in `purposes`; keep one"),
        ("status = \"active\"", "purposes = []", "38:12: `purposes` is empty; fill it in or leave the key out"),
        ("status = \"active\"", "since = \"2026-02\"", "38:9: `since` is 2026-02, later than evidence of 2026-01-01; give the first day on which it was known, or leave it out"),
        ("\"list\", seen = \"2026-01-01\" },", "\"list\", seen = \"2026-01-01\" },\n    { method = \"press\", source = \"list\", seen = \"2020\" },\n]\nsince = \"2025\"\nshared_with = [\"politie-ede\",", "30:9: `since` is 2025, later than evidence of 2020"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nformer_handles = [{ handle = \"dienst-oud\", url = \"https://a.example/\", seen = \"2025\" }]", "26:30: `dienst-oud` can't be a handle on X"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nformer_handles = [{ handle = \"Dienst_Ede\", url = \"https://a.example/\", seen = \"2025\" }]", "23:1: `dienst_ede` is the name of the account on line 23, and so no former handle"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nformer_handles = [{ handle = \"a\", url = \"https://a.example/\", seen = \"2025\" }, { handle = \"A\", url = \"https://a.example/\", seen = \"2024\" }]", "23:1: `A` is a former handle on line 23 already; keep one"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nformer_handles = [{ handle = \"a\", until = \"2025-02\", url = \"https://a.example/\", seen = \"2025-01-31\" }]", "26:43: `until` is 2025-02, later than the page that says so was seen (2025-01-31); put one of them right"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nformer_handles = [{ platform = \"x\", handle = \"a\", until = \"2026\", url = \"https://a.example/\", seen = \"2025\" }]", "34:59: `until` is 2026, later than"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nformer_handles = [{ platform = \"x\", handle = \"a\", successor = \"https://x.com/b\", url = \"https://a.example/\", seen = \"2025\" }]", "34:63: `https://x.com/b` is no account in this file; list it, or leave `successor` out"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nformer_handles = [{ platform = \"x\", handle = \"a\", successor = \"https://x.com/a\", url = \"https://a.example/\", seen = \"2025\" }]", "34:63: `https://x.com/a` is no account in this file"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nformer_handles = [{ handle = \"a\", url = \"https://a.example/\" }]", "26:19: a former handle lacks `seen`; add it"),
        ("handle = \"dienst_ede\"", "handle = \"dienst_ede\"\nformer_handles = [{ platform = \"x\", handle = \"a\", url = \"https://a.example/\", seen = \"2025\" }]", "26:21: unknown key `platform` in a former handle"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nformer_handles = [{ handle = \"a\", url = \"https://a.example/\", seen = \"2025\" }]", "34:19: a former handle lacks `platform`; add it"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nformer_handles = [{ platform = \"twitter\", handle = \"a\", url = \"https://a.example/\", seen = \"2025\" }]", "34:32: `twitter` is no known `platform`"),
        ("kind = \"police-team\"", "kind = \"police-team\"\nformer_handles = [{ platform = \"x\", handle = \"Dienst_Ede\", url = \"https://a.example/\", seen = \"2025\" }]", "31:6: `dienst_ede` is the name of the account on line 23"),
        ("ede@social.overheid.nl", "ede@mastodon.nl", "40:5: `own-domain` needs an account on a domain of the government"),
    ];
    for (old, new, expected) in faults {
        let found = problems(&with(old, new));
        assert_eq!(found.len(), 1, "{old} -> {new}: {found:#?}");
        assert!(
            found[0].starts_with(expected),
            "{old} -> {new}\nexpected {expected}\nfound    {}",
            found[0]
        );
    }
    assert!(faults.len() >= 25);
}

#[test]
fn an_account_written_twice_is_found_under_any_spelling() {
    for handle in ["dienst_ede", "DIENST_Ede"] {
        let again = format!(
            "{SOUND}\n[[organisation.account]]\nplatform = \"x\"\nhandle = \"{handle}\"\nevidence = [{{ method = \"press\", source = \"list\", seen = \"2025\" }}]\n"
        );
        let found = problems(&again);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains("stands already on line 23; keep one"), "{found:#?}");
    }
}

#[test]
fn accounts_that_continue_as_each_other_are_found() {
    let first = "status = \"moved\"\nsuccessor = \"https://x.com/dienst_ede\"";
    let second = "handle = \"dienst_ede\"\nsuccessor = \"https://social.overheid.nl/@Ede\"";
    let circle = with("status = \"active\"", first).replace("handle = \"dienst_ede\"", second);
    let expected = [
        "26:13: `successor` leads back to `dienst_ede` itself; break the circle",
        "40:13: `successor` leads back to `ede@social.overheid.nl` itself; break the circle",
    ];
    assert_eq!(problems(&circle), expected);
    // One after the other is none, nor is what leads elsewhere.
    assert_eq!(problems(&with("status = \"active\"", first)), [""; 0]);
    assert_eq!(problems(&with("status = \"active\"", &first.replace("dienst_", ""))), [""; 0]);
    let feed = |address: &str| {
        let feed = format!(
            "{SOUND}\n[[organisation.account]]\nplatform = \"rss\"\nurl = \"https://www.ede.nl/feed\"\nsuccessor = \"{address}\"\nevidence = [{{ method = \"press\", source = \"list\", seen = \"2025\" }}]\n"
        );
        problems(&feed)
    };
    assert_eq!(feed("https://www.ede.nl/nieuws"), [""; 0]);
    let found = feed("https://ede.nl/feed/");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("46:13: `successor` leads back to"), "{found:?}");
}

#[test]
fn a_former_handle_continues_as_a_listed_account_or_elsewhere() {
    for successor in ["https://twitter.com/Dienst_Ede", "https://www.ede.nl/nieuws"] {
        let former = format!(
            "kind = \"police-team\"\nformer_handles = [{{ platform = \"x\", handle = \"a\", successor = \"{successor}\", url = \"https://a.example/\", seen = \"2025\" }}]"
        );
        assert_eq!(problems(&with("kind = \"police-team\"", &former)), [""; 0], "{successor}");
    }
}

#[test]
fn a_count_is_a_whole_number() {
    let count = |number: &str| {
        let table = format!(
            "[[inventory]]\ntitle = \"Telling\"\norganisations = 9\ncounts = {{ x = {number} }}\nurl = \"https://a.example/\"\nseen = \"2025\"\n\n[[organisation]]"
        );
        problems(&SOUND.replacen("[[organisation]]", &table, 1))
    };
    assert_eq!(count("4_000"), [""; 0]);
    for number in ["-1", "4294967296", "99999999999999999999", "0x10", "1.5"] {
        let expected = format!(
            "16:16: `x` is {number}; write a whole number from 0 to 4294967295, in digits only"
        );
        assert_eq!(count(number), [expected], "{number}");
    }
    assert_eq!(count("true"), ["16:16: `counts` must be a whole number, not true or false"]);
}

#[test]
fn evidence_written_twice_is_found() {
    let line = "    { method = \"register\", source = \"list\", seen = \"2026-01-01\" },\n";
    let found = problems(&with(line, &line.repeat(2)));
    assert_eq!(found, ["28:5: this evidence stands twice; keep one"]);
}

#[test]
fn all_problems_come_in_one_run_in_the_order_of_the_file() {
    let broken = with("schema = 1", "schema = 9")
        .replace("kind = \"agency\"", "kind = \"town\"")
        .replace("phone = \"14 0318\"", "phone = \"-\"")
        .replace("handle = \"ede@", "handel = \"ede@");
    let lines: Vec<String> = problems(&broken)
        .iter()
        .map(|problem| problem.split(':').next().unwrap().to_owned())
        .collect();
    assert_eq!(lines, ["1", "16", "19", "35", "37"]);
}

#[test]
fn domains_are_a_list_of_hosts() {
    let not_a_list = problems(&with("[\"overheid.nl\"]", "\"overheid.nl\""));
    let first = "5:11: `domains` must be a list of texts in [ ], not a text";
    assert_eq!(not_a_list.first().map(String::as_str), Some(first));
    for (domain, expected) in [
        ("https://a.nl", "`https://a.nl` is no domain; write it as in `overheid.nl`"),
        ("co.uk", "under `co.uk` names are given to anybody"),
        ("x.com", "`x.com` is a host of X"),
        ("10.0.0.1", "`10.0.0.1` is a number instead of a name"),
        ("xn--a.nl", "`xn--a.nl` has a part that begins with `xn--`"),
        ("a-.nl", "`a-.nl` is no host: every part between dots"),
    ] {
        let found = problems(&with("[\"over", &format!("[\"{domain}\", \"over")));
        assert_eq!(found.len(), 1, "{domain}: {found:?}");
        assert!(found[0].starts_with(&format!("5:12: {expected}")), "{domain}: {found:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_pointed_at() {
    let mut bytes = SOUND.as_bytes().to_vec();
    bytes[18] = 0xff;
    let problems = officieel::embedded::from_bytes(&bytes, today()).unwrap_err();
    assert_eq!(problems.len(), 1);
    let expected = "2:8: here is a byte that is no UTF-8; save the file as UTF-8";
    assert_eq!(english(&problems[0]), expected);
}

#[test]
fn cut_off_anywhere_it_is_a_problem_or_a_directory_but_never_a_panic() {
    let mut broken = 0;
    for part in (0..SOUND.len()).filter_map(|end| SOUND.get(..end)) {
        broken += usize::from(officieel::embedded::from_toml(part, today()).is_err());
    }
    assert!(broken > SOUND.len() / 2, "{broken} of {}", SOUND.len());
}

#[test]
fn the_layout_is_canonical() {
    let directory = officieel::embedded::from_toml(SOUND, today()).unwrap();
    assert_eq!(directory.to_toml(), SOUND);
}

#[test]
fn the_built_in_directory_is_formatted() {
    let directory =
        officieel::embedded::directory().unwrap_or_else(|problems| panic!("{problems:#?}"));
    let formatted = directory.to_toml();
    assert!(formatted == officieel::embedded::TEXT, "run: officieel fmt directory.toml");
}

#[test]
fn advice_against_a_platform_names_its_page_and_date() {
    let with = |advice: &str| {
        let platform = format!(
            "[[platform]]\nid = \"clip\"\nname = \"Clip\"\nowner = \"Clip Inc.\"\nlogin = \"no\"\n{advice}\n\n[[organisation]]"
        );
        problems(&SOUND.split("[[organisation.account]]").next().unwrap_or_default().replacen(
            "[[organisation]]",
            &platform,
            1,
        ))
    };
    let all = "discouraged = \"Niet doen.\"\ndiscouraged_url = \"https://a.example/\"\ndiscouraged_seen = \"2023-03\"";
    assert_eq!(with(all), [""; 0]);
    for (line, expected) in [
        ("discouraged_url = \"https://a.example/\"\n", "13:1: a platform lacks `discouraged_url`"),
        ("\ndiscouraged_seen = \"2023-03\"", "13:1: a platform lacks `discouraged_seen`"),
        ("discouraged = \"Niet doen.\"\n", "unknown key `discouraged_url` in a platform"),
    ] {
        let found = with(&all.replace(line, ""));
        assert!(found.iter().any(|it| it.contains(expected)), "{line}: {found:?}");
    }
}
