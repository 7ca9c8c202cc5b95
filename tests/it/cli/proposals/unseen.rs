//! Acceptances of one file that is named alone, of which nothing but the file says that somebody looked.

use std::fs;

use super::Desk;
use super::strangers::{Change, OWN, seen};

const ON_X: &str = "platform = \"x\"\naccount = \"GemZandmeer\"";
const ON_FACEBOOK: &str = "platform = \"facebook\"\naccount = \"gemeentezandmeer\"";
const NEW: &str = "platform = \"instagram\"\naccount = \"zandmeer\"";

#[test]
fn a_confirmation_renews_a_day_and_no_more() {
    let surer = "would be surer, or rest on another site";
    let redirect = "https://www.zandmeer.example/redirect?url=https://evil.example/";
    for (name, more, evidence, told) in [
        ("the same page", ON_X.to_owned(), seen("official-site", OWN, ""), ""),
        ("one that is reported", ON_FACEBOOK.to_owned(), seen("official-site", OWN, ""), surer),
        (
            "by a register",
            ON_FACEBOOK.to_owned(),
            seen("register", "https://register.example/1", ""),
            surer,
        ),
        (
            "another register",
            ON_X.to_owned(),
            seen("register", "https://o.overheid.example/1", ""),
            surer,
        ),
        (
            "low",
            format!("{ON_X}\nconfidence = \"low\""),
            seen("official-site", OWN, ""),
            "whoever found it wasn't sure",
        ),
        (
            "refused",
            format!("{ON_X}\nrules = [\"listed\", \"not-shown\"]"),
            seen("official-site", OWN, ""),
            "the rule not-shown led to it",
        ),
        (
            "sent on",
            ON_X.to_owned(),
            seen("official-site", redirect, ""),
            "or is one that sends on",
        ),
        (
            "below its host",
            ON_X.to_owned(),
            seen("official-site", "https://evil.zandmeer.example/", ""),
            "evil.zandmeer.example isn't listed with the organisation",
        ),
        (
            "from both sides",
            ON_X.to_owned(),
            seen("two-way", OWN, ""),
            "on this platform nothing proves an account from both sides",
        ),
    ] {
        let change = Change { kind: "confirms", more: &more, evidence };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert_eq!(is_written, told.is_empty(), "{name}, accepted: {shown}");
        assert!(shown.contains(told), "{name}, accepted: {shown}");
        let text = change.text("gemeente-zandmeer");
        let (undecided, _) = text.split_once("decision").unwrap();
        let desk = Desk::new();
        fs::write(desk.file("s.toml"), undecided).unwrap();
        let before = desk.text("d.toml");
        let ran = desk.run("merge s.toml --into d.toml --confirmations");
        assert_eq!(desk.text("d.toml") != before, told.is_empty(), "{name}: {}", ran.shown());
        assert!(ran.err.contains(told), "{name}: {}", ran.shown());
        assert_eq!(ran.err.contains("no confirmation without a look"), !told.is_empty(), "{name}");
        assert_eq!(ran.status, 0, "{name}: {}", ran.shown());
    }
}

#[test]
fn a_new_account_needs_what_its_page_can_carry() {
    let mastodon = "platform = \"mastodon\"\naccount = \"zandmeer@social.overheid.example\"";
    let register = "only a register is said to list it";
    let host = "oud.zandmeer.example isn't listed with the organisation, only the domain above it";
    let proof = "on this platform nothing proves an account from both sides";
    let sends_on = "or is one that sends on";
    for (name, more, evidence, told) in [
        ("own page", NEW, seen("official-site", OWN, ""), ""),
        ("own page without www", NEW, seen("official-site", "https://zandmeer.example/x", ""), ""),
        ("proved where nothing is", NEW, seen("two-way", OWN, ""), proof),
        ("proved", mastodon, seen("two-way", OWN, ""), ""),
        ("register", NEW, seen("register", "https://register.example/1", ""), register),
        ("domain", NEW, seen("register", "https://o.overheid.example/1", ""), register),
        (
            "list",
            NEW,
            seen("register", "https://github.com/evil/list", ""),
            "the page is on no site",
        ),
        ("old host", NEW, seen("official-site", "https://oud.zandmeer.example/", ""), host),
        (
            "old host of a host",
            NEW,
            seen("official-site", "https://www.oud.zandmeer.example/contact", ""),
            host,
        ),
        (
            "beside an own page",
            NEW,
            seen("official-site", "https://oud.zandmeer.example/", "")
                + ", "
                + &seen("official-site", OWN, ""),
            host,
        ),
        ("go", NEW, seen("official-site", "https://www.zandmeer.example/go/7", ""), sends_on),
        (
            "query",
            NEW,
            seen("official-site", "https://www.zandmeer.example/?u=%2F%2Fevil.example", ""),
            sends_on,
        ),
    ] {
        let (is_written, shown) =
            Change { kind: "new", more, evidence }.merged("gemeente-zandmeer");
        assert_eq!(is_written, told.is_empty(), "{name}: {shown}");
        assert!(shown.contains(told), "{name}: {shown}");
    }
}

#[test]
fn a_page_that_is_only_named_leads_nowhere_else() {
    let shown_there = "only the page that is named is said to lead there";
    let number = "it brings a telephone number that nobody vouches for";
    let register = "https://register.example/1";
    let profile = |phone: &str| {
        format!("value = \"Gemeente Duinstad\"\nprofile = {{ kind = \"municipality\"{phone} }}")
    };
    let to = |kind: &str, value: &str, href: &str| {
        let more = if kind == "website-moved" { "" } else { ON_X };
        (
            format!("{more}\nvalue = \"{value}\""),
            seen("official-site", OWN, &format!(", href = \"{href}\"")),
        )
    };
    let site = "https://duinstad.example/";
    let moved = "https://social.overheid.example/@duinstad";
    let own = "https://www.facebook.com/gemeentezandmeer";
    for (kind, organisation, (more, evidence), told) in [
        ("website-moved", "gemeente-zandmeer", to("website-moved", site, site), shown_there),
        ("moved", "gemeente-zandmeer", to("moved", moved, moved), shown_there),
        ("moved", "gemeente-zandmeer", to("moved", own, own), ""),
        ("renamed", "gemeente-zandmeer", to("renamed", "duin", "https://x.com/duin"), shown_there),
        (
            "website-moved",
            "gemeente-zandmeer",
            to("website-moved", "https://www.zandmeer.example/nl", site),
            "",
        ),
        (
            "website-moved",
            "gemeente-zandmeer",
            to("website-moved", "https://oud.zandmeer.example/", site),
            "oud.zandmeer.example isn't listed",
        ),
        (
            "website-moved",
            "gemeente-zandmeer",
            to("website-moved", "https://www.zandmeer.example/redirect?url=https://evil.nl/", site),
            "or is one that sends on",
        ),
        (
            "organisation-new",
            "gemeente-duinstad",
            (
                format!("url = \"https://www.duinstad.example/\"\n{}", profile("")),
                seen("register", register, ""),
            ),
            shown_there,
        ),
        (
            "organisation-new",
            "gemeente-duinstad",
            (profile(", phone = \"0900 1234\""), seen("register", register, "")),
            number,
        ),
        (
            "organisation-new",
            "gemeente-duinstad",
            (profile(""), seen("register", register, "")),
            "",
        ),
    ] {
        let change = Change { kind, more: &more, evidence };
        let (is_written, shown) = change.merged(organisation);
        assert_eq!(is_written, told.is_empty(), "{kind} {more}: {shown}");
        assert!(shown.contains(told), "{kind} {more}: {shown}");
        let desk = Desk::new();
        fs::write(desk.file("s.toml"), change.text(organisation)).unwrap();
        let ran = desk.run("merge s.toml --into d.toml --despite 1");
        assert_eq!(ran.status, 0, "{kind} {more}: {}", ran.shown());
    }
}

#[test]
fn despite_counts_for_the_numbers_that_are_named() {
    let desk = Desk::new();
    let proposal = |account: &str, against: &str| {
        let more = format!("platform = \"instagram\"\naccount = \"{account}\"{against}");
        let change = Change { kind: "new", more: &more, evidence: seen("official-site", OWN, "") };
        change.text("gemeente-zandmeer").replacen("schema = 1\n", "", 1)
    };
    let against = "\nagainst = [\"unclear\"]";
    let alike = proposal("gemeente_zandmeer", "")
        .replace("on = \"2026-11-20\" }", "on = \"2026-11-20\", despite = [\"look-alike x\"] }");
    let all = ["aap", "noot", "mies"].map(|it| proposal(it, against)).concat();
    fs::write(desk.file("s.toml"), format!("schema = 1\n{all}{alike}{}", proposal("vuur", "")))
        .unwrap();
    let before = desk.text("d.toml");
    for (numbers, status, taken) in [
        ("1,3", 1, vec!["aap", "mies", "vuur"]),
        ("1-3", 1, vec!["aap", "mies", "noot", "vuur"]),
        ("1-3,4", 0, vec!["aap", "gemeente_zandmeer", "mies", "noot", "vuur"]),
        ("5", 1, vec!["vuur"]),
        ("1-4", 2, vec![]),
        ("6", 2, vec![]),
        ("x", 2, vec![]),
    ] {
        fs::write(desk.file("d.toml"), &before).unwrap();
        let ran = desk.run(&format!("merge s.toml --into d.toml --despite {numbers}"));
        assert_eq!(ran.status, status, "{numbers}: {}", ran.shown());
        let text = desk.text("d.toml");
        let is_there = |it: &&str| text.contains(&format!("handle = \"{it}\""));
        let mut known = vec!["aap", "gemeente_zandmeer", "mies", "noot", "vuur"];
        known.retain(is_there);
        assert_eq!(known, taken, "{numbers}: {}", ran.shown());
    }
    let bare = desk.run("merge s.toml --into d.toml --despite");
    assert_eq!(bare.status, 2, "{}", bare.shown());
}

#[test]
fn a_page_takes_away_only_what_it_is_listed_to_have_shown() {
    let told = "the list doesn't say that this page showed it";
    let old = "platform = \"x\"\naccount = \"zandmeer_oud\"";
    let page = "https://www.zandmeer.example/oud";
    let missed = ", says = \"no-longer-shown\", first = \"2026-01-01\"";
    let left = ", says = \"leaves\"";
    let by = |page: &str, says: &str| seen("official-site", page, says);
    for (name, kind, more, evidence, is_taken) in [
        ("the page that showed it", "no-longer-shown", old, by(page, missed), true),
        ("without www", "no-longer-shown", old, by("https://zandmeer.example/oud", missed), true),
        ("with a slash", "no-longer-shown", old, by(&format!("{page}/"), missed), true),
        ("a part of it", "no-longer-shown", old, by(&format!("{page}#volg"), missed), true),
        (
            "the front page",
            "no-longer-shown",
            old,
            by("https://www.zandmeer.example/", missed),
            false,
        ),
        ("below it", "no-longer-shown", old, by(&format!("{page}/nieuws"), missed), false),
        (
            "in other letters",
            "no-longer-shown",
            old,
            by("https://www.zandmeer.example/Oud", missed),
            false,
        ),
        ("with a query", "no-longer-shown", old, by(&format!("{page}?p=2"), missed), false),
        (
            "another host of the site",
            "no-longer-shown",
            old,
            by("https://oud.zandmeer.example/oud", missed),
            false,
        ),
        (
            "another one beside it",
            "no-longer-shown",
            old,
            by(page, missed) + ", " + &by(OWN, missed),
            false,
        ),
        ("what only Wikidata showed", "no-longer-shown", ON_FACEBOOK, by(OWN, missed), false),
        ("gone, by the page that showed it", "gone", old, by(page, left), true),
        ("gone, missed there", "gone", old, by(page, missed), true),
        ("gone, by another page", "gone", old, by(OWN, left), false),
        ("gone, missed on another page", "gone", old, by(OWN, missed), false),
        ("gone, and only Wikidata showed it", "gone", ON_FACEBOOK, by(OWN, left), false),
        (
            "gone, by the account itself",
            "gone",
            ON_FACEBOOK,
            seen("own-observation", "https://www.facebook.com/gemeentezandmeer", ""),
            true,
        ),
    ] {
        let change = Change { kind, more, evidence };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert_eq!(is_written, is_taken, "{name}: {shown}");
        assert_eq!(shown.contains(told), !is_taken, "{name}: {shown}");
        let desk = Desk::new();
        fs::write(desk.file("s.toml"), change.text("gemeente-zandmeer")).unwrap();
        let ran = desk.run("merge s.toml --into d.toml --despite 1");
        assert_eq!(ran.status, 0, "{name}: {}", ran.shown());
    }
}

/// What is left out must not stand in the way of what would have been, and so let that through.
#[test]
fn what_is_left_out_clears_the_way_for_nothing() {
    let missed = ", says = \"no-longer-shown\", first = \"2026-01-01\"";
    let decoy =
        Change { kind: "confirms", more: ON_FACEBOOK, evidence: seen("official-site", OWN, "") };
    for page in ["https://evil.example/contact", "https://www.zandmeer.example/nieuws", OWN] {
        let evidence = seen("official-site", page, missed);
        let gone = Change { kind: "no-longer-shown", more: ON_FACEBOOK, evidence };
        let gone = gone.text("gemeente-zandmeer");
        let (_, gone) = gone.split_once("schema = 1\n").unwrap();
        let desk = Desk::new();
        let text = decoy.text("gemeente-zandmeer") + gone;
        fs::write(desk.file("s.toml"), text).unwrap();
        let before = desk.text("d.toml");
        let ran = desk.run("merge s.toml --into d.toml");
        assert_eq!(desk.text("d.toml"), before, "{page}: {}", ran.shown());
        assert!(ran.err.contains("and its number: 2."), "{page}: {}", ran.shown());
    }
}
