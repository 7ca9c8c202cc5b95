//! Prefilled acceptances of one file that is named alone: what would lead to a stranger, or is a stranger's word, waits.

use std::fs;

use super::Desk;

pub(super) const OWN: &str = "https://www.zandmeer.example/contact";
const OTHER: &str = "https://forum.example/t/1";

/// Which change, and the evidence that stands for it.
pub(super) struct Change<'c> {
    pub(super) kind: &'c str,
    pub(super) more: &'c str,
    pub(super) evidence: String,
}

/// Evidence by a method and a page, and more that it tells.
pub(super) fn seen(method: &str, page: &str, more: &str) -> String {
    format!("{{ method = \"{method}\", url = \"{page}\", seen = \"2026-11-20\"{more} }}")
}

impl Change<'_> {
    pub(super) fn text(&self, organisation: &str) -> String {
        let Self { kind, more, evidence } = self;
        format!(
            "schema = 1\n[[proposal]]\nkind = \"{kind}\"\norganisation = \"{organisation}\"\n{more}\n\
             evidence = [{evidence}]\ndecision = {{ verdict = \"accepted\", on = \"2026-11-20\" }}\n"
        )
    }

    /// What `merge` and `review` say of it; whether it was written.
    pub(super) fn merged(&self, organisation: &str) -> (bool, String) {
        let desk = Desk::new();
        fs::write(desk.file("s.toml"), self.text(organisation)).unwrap();
        let before = desk.text("d.toml");
        let mut told = desk.run("merge s.toml --into d.toml").shown();
        told.push_str(&desk.run("review s.toml --list --decided").shown());
        (desk.text("d.toml") != before, told)
    }
}

#[test]
fn a_website_that_is_somebody_elses_waits_whatever_page_shows_it() {
    for (website, told) in [
        ("https://www.zandrneer.example/", "it looks like zandmeer.example"),
        ("https://www.zandmeer.example.evil.nl/", "it looks like"),
        ("https://www.toeslagen.example/", "Toeslagendienst has that site"),
        ("https://x.com/GemZandmeer", "X has that site"),
        ("https://www.facebook.com/", "Facebook has that site"),
        ("https://blogspot.com/", "anybody can have a site at blogspot.com"),
        ("https://github.io/zandmeer", "anybody can have a site at github.io"),
        ("https://co.uk/", "anybody can have a site at co.uk"),
    ] {
        let change = Change {
            kind: "website-moved",
            more: &format!("value = \"{website}\""),
            evidence: seen("official-site", OWN, &format!(", href = \"{website}\"")),
        };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert!(!is_written, "{website}: {shown}");
        assert!(shown.contains(told), "{website}, by review: {shown}");
    }
    // Whoever writes the acceptance can write that they knew it as well.
    let desk = Desk::new();
    let website = "https://www.toeslagen.example/";
    let change = Change {
        kind: "website-moved",
        more: &format!("value = \"{website}\""),
        evidence: seen("official-site", OWN, &format!(", href = \"{website}\"")),
    };
    let knew = ", despite = [\"site-of Toeslagendienst\"] }\n";
    fs::write(desk.file("s.toml"), change.text("gemeente-zandmeer").replace(" }\n", knew)).unwrap();
    let ran = desk.run("merge s.toml --into d.toml");
    assert_eq!(ran.status, 1, "{}", ran.shown());
    assert!(ran.err.contains("mind: Toeslagendienst has that site"), "{}", ran.shown());
    assert_eq!(desk.run("merge s.toml --into d.toml --despite 1").status, 0);
}

#[test]
fn a_word_of_a_page_is_no_handle() {
    let renamed = |handle: &str, excerpt: &str| {
        Change {
            kind: "renamed",
            more: &format!("platform = \"x\"\naccount = \"GemZandmeer\"\nvalue = \"{handle}\""),
            evidence: seen("official-site", OWN, &format!(", excerpt = \"{excerpt}\"")),
        }
        .merged("gemeente-zandmeer")
    };
    for (handle, excerpt) in [
        ("Volg", "Volg ons op X"),
        ("contact", "Contact met de gemeente"),
        ("nieuws", "Al het nieuws (ook op X)"),
        ("zee", "Volg @zeemeermin"),
        ("zee", "Volg mail@zee"),
    ] {
        let (is_written, shown) = renamed(handle, excerpt);
        assert!(!is_written, "{handle} in {excerpt}: {shown}");
        assert!(shown.contains("nothing of the organisation's own"), "{handle}: {shown}");
    }
    for (handle, excerpt) in [("duinstad", "Volg ons: @Duinstad."), ("duinstad", "(@duinstad)")] {
        let (is_written, shown) = renamed(handle, excerpt);
        assert!(!is_written, "{handle} in {excerpt}: {shown}");
        assert!(!shown.contains("nothing of the organisation's own"), "{handle}: {shown}");
    }
}

#[test]
fn what_became_of_an_account_is_no_strangers_word() {
    let on_x = "platform = \"x\"\naccount = \"GemZandmeer\"";
    let before = "platform = \"x\"\naccount = \"zandmeer_oud\"";
    let missed = ", says = \"no-longer-shown\", first = \"2026-01-01\"";
    let left = ", says = \"leaves\"";
    for (kind, evidence, is_taken) in [
        ("gone", seen("third-party", OTHER, left), false),
        ("gone", seen("press", OTHER, left), false),
        ("gone", seen("official-site", OTHER, left), false),
        ("gone", seen("wikidata", "https://www.wikidata.org/wiki/Q1", left), false),
        ("gone", seen("register", "https://organisaties.overheid.example/1", left), false),
        ("gone", seen("own-observation", OTHER, ""), false),
        ("gone", seen("own-observation", "https://x.com.evil.example/GemZandmeer", ""), false),
        ("gone", seen("own-observation", "https://x.com/GemZandmeer", ""), true),
        ("gone", seen("official-site", "https://www.zandmeer.example/", left), true),
        ("no-longer-shown", seen("third-party", OTHER, missed), false),
        ("no-longer-shown", seen("official-site", OTHER, missed), false),
        ("no-longer-shown", seen("wikidata", "https://www.wikidata.org/wiki/Q1", missed), false),
        (
            "no-longer-shown",
            seen("official-site", "https://www.zandmeer.example/oud", missed),
            true,
        ),
    ] {
        let more = if kind == "gone" { on_x } else { before };
        let change = Change { kind, more, evidence: evidence.clone() };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert_eq!(is_written, is_taken, "{kind} {evidence}: {shown}");
        let is_told = shown.contains("the page is on no site that is known of Gemeente Zandmeer");
        assert_eq!(is_told, !is_taken, "{kind} {evidence}: {shown}");
        let is_own_word = evidence.contains("own-observation");
        assert_eq!(shown.contains("own observation"), is_own_word, "{evidence}: {shown}");
    }
}

#[test]
fn a_page_that_shows_an_account_does_not_take_it_away() {
    let more = "platform = \"x\"\naccount = \"GemZandmeer\"";
    for (method, page) in [("official-site", OWN), ("third-party", OTHER)] {
        let change = Change { kind: "gone", more, evidence: seen(method, page, "") };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert!(!is_written, "{method}: {shown}");
        assert!(shown.contains("its evidence says otherwise"), "{method}: {shown}");
    }
}

#[test]
fn nobody_elses_page_confirms_an_account() {
    let more = "platform = \"x\"\naccount = \"GemZandmeer\"";
    for (method, page, is_taken) in [
        ("third-party", OTHER, false),
        ("press", OTHER, false),
        ("ad-register", OTHER, false),
        ("official-site", OTHER, false),
        ("register", "https://x.com/GemZandmeer", false),
        ("official-site", OWN, true),
        ("register", "https://organisaties.overheid.example/1/", false),
        ("register", "https://register.example/1/", true),
    ] {
        let change = Change { kind: "confirms", more, evidence: seen(method, page, "") };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert_eq!(is_written, is_taken, "{method} {page}: {shown}");
        assert!(!shown.contains("paid"), "{method} {page}: {shown}");
    }
}

#[test]
fn a_new_organisation_needs_more_than_a_strangers_word() {
    let profile =
        "value = \"Gemeente Duinstad\"\nprofile = { kind = \"municipality\", wikidata = \"Q42\" }";
    for (evidence, is_taken) in [
        (seen("third-party", OTHER, ""), false),
        (seen("register", OTHER, ""), false),
        (seen("official-site", "https://www.duinstad.example/", ""), false),
        (seen("wikidata", "https://www.wikidata.org/wiki/Q43", ""), false),
        (seen("wikidata", "https://www.wikidata.org/wiki/Q42", ""), true),
        (seen("register", "https://organisaties.overheid.example/1", ""), true),
    ] {
        let change = Change { kind: "organisation-new", more: profile, evidence: evidence.clone() };
        let (is_written, shown) = change.merged("gemeente-duinstad");
        assert_eq!(is_written, is_taken, "{evidence}: {shown}");
    }
}

#[test]
fn a_name_in_letters_of_another_script_is_the_name_that_it_looks_like() {
    for name in
        ["Gemeentе Kleinmeer", "GEMEENTE KLEINMEER", "Gеmееntе Zаndmееr", "Gemeente Zandm\u{435}er"]
    {
        let change = Change {
            kind: "organisation-renamed",
            more: &format!("value = \"{name}\""),
            evidence: seen("official-site", OWN, ""),
        };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert!(!is_written && shown.contains("is listed already"), "{name}: {shown}");
    }
}

#[test]
fn a_confirmation_without_a_day_needs_a_decision() {
    for (day, is_taken) in [("2026", false), ("2026-11", false), ("2026-11-20", true)] {
        let desk = Desk::new();
        let evidence = seen("official-site", OWN, "").replace("2026-11-20", day);
        let text = format!(
            "schema = 1\n[[proposal]]\nkind = \"confirms\"\norganisation = \"gemeente-zandmeer\"\n\
             platform = \"x\"\naccount = \"GemZandmeer\"\nevidence = [{evidence}]\n"
        );
        fs::write(desk.file("s.toml"), text).unwrap();
        let before = desk.text("d.toml");
        desk.run("merge s.toml --into d.toml --confirmations");
        assert_eq!(desk.text("d.toml") != before, is_taken, "{day}");
    }
}
