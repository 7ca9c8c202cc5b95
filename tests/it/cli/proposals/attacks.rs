//! Files of strangers on the command line, and numbers that would mean another proposal.

use std::fs;

use super::{Desk, PROPOSALS};

/// A decision as a stranger writes it into a file.
const PREFILLED: &str = "decision = { verdict = \"accepted\", on = \"2026-11-20\", pages = [], despite = [\"look-alike POL_Zandmeer\"] }\n";

/// A proposal that somebody accepted already.
fn accepted(kind: &str, organisation: &str, more: &str, page: &str, seen: &str) -> String {
    format!(
        "\n[[proposal]]\nkind = \"{kind}\"\norganisation = \"{organisation}\"\n{more}\n\
         evidence = [{{ method = \"official-site\", url = \"{page}\", seen = \"{seen}\" }}]\n{PREFILLED}"
    )
}

fn of_account(kind: &str, platform: &str, account: &str, page: &str, seen: &str) -> String {
    let more = format!("platform = \"{platform}\"\naccount = \"{account}\"");
    accepted(kind, "gemeente-zandmeer", &more, page, seen)
}

const OWN: &str = "https://www.zandmeer.example/contact";
const DAY: &str = "2026-11-20";

#[test]
fn a_prefilled_acceptance_is_told_and_what_speaks_against_it_is_left_out() {
    let desk = Desk::new();
    let alike = of_account("new", "x", "P0L_Zandmeer", OWN, DAY);
    let elsewhere = of_account("new", "instagram", "zandmeer", "https://evil.example/", DAY);
    let good = of_account("new", "facebook", "zandmeer.nl", OWN, DAY);
    fs::write(desk.file("s.toml"), format!("schema = 1\n{alike}{elsewhere}{good}")).unwrap();
    let mut told = desk.told("merge s.toml --into d.toml");
    let text = desk.text("d.toml");
    assert!(!text.contains("P0L_Zandmeer") && !text.contains("evil.example"), "{text}");
    assert!(text.contains("handle = \"zandmeer.nl\""), "{text}");
    told.push_str(&desk.told("merge s.toml --into d.toml --lang nl"));
    told.push_str(&desk.told("merge s.toml --into d.toml --despite 1,2"));
    insta::assert_snapshot!(told);
    assert!(desk.text("d.toml").contains("P0L_Zandmeer"));
}

#[test]
fn another_name_or_place_of_an_account_that_looks_like_a_listed_one_is_left_out() {
    for (kind, value, href) in [
        ("renamed", "P0L_Zandmeer", "https://x.com/P0L_Zandmeer"),
        ("renamed", "GemZandmeerr", "https://x.com/GemZandmeerr"),
        ("moved", "https://x.com/P0L_Zandmeer", "https://x.com/P0L_Zandmeer"),
    ] {
        let desk = Desk::new();
        let text = format!(
            "schema = 1\n[[proposal]]\nkind = \"{kind}\"\norganisation = \"gemeente-zandmeer\"\nplatform = \"x\"\n\
             account = \"GemZandmeer\"\nvalue = \"{value}\"\nevidence = [{{ method = \"official-site\", url = \"{OWN}\", \
             seen = \"{DAY}\", href = \"{href}\" }}]\ndecision = {{ verdict = \"accepted\", on = \"{DAY}\" }}\n"
        );
        fs::write(desk.file("s.toml"), text).unwrap();
        let before = desk.text("d.toml");
        let ran = desk.run("merge s.toml --into d.toml");
        assert_eq!(ran.status, 1, "{kind} {value}: {}", ran.shown());
        assert!(ran.err.contains("look at it again"), "{kind} {value}: {}", ran.shown());
        assert_eq!(desk.text("d.toml"), before, "{kind} {value}");
    }
}

#[test]
fn of_several_files_only_the_acceptances_of_the_first_count() {
    let desk = Desk::new();
    let theirs = of_account("new", "facebook", "zandmeer.nl", OWN, DAY);
    fs::write(desk.file("s.toml"), format!("schema = 1\n{theirs}")).unwrap();
    desk.run("review p.toml --accept 1");
    let ran = desk.run("merge p.toml s.toml --into d.toml");
    assert_eq!(ran.status, 0, "{}", ran.shown());
    assert!(
        ran.err.contains("Only the acceptances of p.toml count, which is named first; of the other files were left out: 1."),
        "{}",
        ran.err
    );
    let text = desk.text("d.toml");
    assert!(
        text.contains("platform = \"instagram\"") && !text.contains("handle = \"zandmeer.nl\"")
    );
    assert_eq!(desk.run("merge p.toml --into d.toml").err, "");
}

#[test]
fn what_is_joined_later_changes_no_number() {
    let desk = Desk::new();
    let numbers = |desk: &Desk| {
        let listed = desk.run("review all.toml --list --lang en").out;
        let is_head = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
        listed.lines().filter(is_head).map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(desk.run("merge p.toml --join all.toml").status, 0);
    let before = numbers(&desk);
    let first = of_account("new", "bluesky", "a.bsky.social", OWN, DAY);
    let kleinmeer = first.replace("gemeente-zandmeer", "gemeente-kleinmeer");
    fs::write(desk.file("new.toml"), format!("schema = 1\n{first}{kleinmeer}")).unwrap();
    assert_eq!(desk.run("merge new.toml --join all.toml").status, 0);
    let after = numbers(&desk);
    assert_eq!(after.len(), before.len() + 2, "{after:?}");
    assert!(before.iter().all(|line| after.contains(line)), "{before:?} {after:?}");
    assert_eq!(desk.run("review all.toml --accept 1").status, 0);
    assert!(numbers(&desk).iter().all(|line| !line.starts_with("1.")));
    assert!(desk.run("review all.toml --decided").out.contains("Instagram zandmeer"));
    let text = desk.text("all.toml");
    assert_eq!(desk.run("merge new.toml --join all.toml").status, 0);
    assert_eq!(desk.text("all.toml"), text, "joined twice");
}

#[test]
fn a_range_undoes_no_decision() {
    let desk = Desk::new();
    let decide = |line: &str| desk.run(&format!("review p.toml {line}"));
    decide("--reject 1 --reason nep");
    let ran = decide("--accept 1-2");
    assert!(ran.out.contains("Decided: 1."), "{}", ran.shown());
    assert!(ran.err.contains("left as it is: 1."), "{}", ran.shown());
    assert!(desk.text("p.toml").contains("reason = \"nep\""));
    let all = decide("--reject 1-3 --lang nl");
    assert!(all.err.contains("zo gelaten: 2."), "{}", all.shown());
    for range in ["--accept 1-1", "--reject 1", "--accept 1", "--undo 1-2"] {
        let ran = decide(range);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{range}");
    }
    let passed = decide("--accept 3 --later 1-2");
    assert_eq!(passed.err, "");
    assert!(decide("--later 2-3").err.contains("left as it is: 3."));
}

#[test]
fn one_that_would_not_load_is_left_out_and_named() {
    let desk = Desk::new();
    let user = of_account("confirms", "x", "GemZandmeer", "https://me@www.zandmeer.example/", DAY);
    let future = of_account("new", "facebook", "zandmeer.nl", OWN, "2027-01-01");
    let good = of_account("new", "instagram", "zandmeer", OWN, DAY);
    fs::write(desk.file("s.toml"), format!("schema = 1\n{user}{good}{future}")).unwrap();
    let told = desk.told("merge s.toml --into d.toml");
    insta::assert_snapshot!(told);
    let text = desk.text("d.toml");
    assert!(text.contains("platform = \"instagram\""), "{told}");
    assert!(!text.contains("me@") && !text.contains("2027"), "{text}");
    assert_eq!(desk.run("validate d.toml").status, 0);
}

#[test]
fn another_name_is_told_with_the_one_before_and_anothers_is_an_objection() {
    let desk = Desk::new();
    let renamed = |name: &str| {
        let more = format!("value = \"{name}\"");
        format!(
            "schema = 1\n{}",
            accepted("organisation-renamed", "gemeente-zandmeer", &more, OWN, DAY)
        )
    };
    fs::write(desk.file("s.toml"), renamed("gemeente  kleinmeer")).unwrap();
    let mut told = desk.told("review s.toml --decided");
    told.push_str(&desk.told("merge s.toml --into d.toml"));
    fs::write(desk.file("s.toml"), renamed("Gemeente Boomdijk")).unwrap();
    told.push_str(&desk.told("merge s.toml --into d.toml --despite 1"));
    let new = PROPOSALS.replacen(
        "schema = 1\n",
        "schema = 1\n[[proposal]]\nkind = \"organisation-new\"\norganisation = \"kleinmeer\"\n\
         value = \"Gemeente Kleinmeer\"\nprofile = { kind = \"municipality\" }\n",
        1,
    );
    fs::write(desk.file("n.toml"), new).unwrap();
    let listed = desk.run("review n.toml --list");
    assert!(listed.out.contains("Gemeente Kleinmeer is listed already"), "{}", listed.shown());
    insta::assert_snapshot!(told);
}
