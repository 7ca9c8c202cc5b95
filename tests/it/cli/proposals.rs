//! `officieel review`, `merge` and `add`, and own additions with `--with`.
#![expect(clippy::unwrap_used, reason = "a test that can't prepare its files can't go on")]

mod attacks;
mod decided;
mod elsewhere;
mod held;
mod namesakes;
mod strangers;
mod unseen;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::harness::{Ran, SMALL, program};

const PROPOSALS: &str = r#"schema = 1

[[proposal]]
kind = "new"
organisation = "gemeente-zandmeer"
platform = "instagram"
account = "zandmeer"
confidence = "high"
rules = ["site-wide"]
evidence = [{ method = "official-site", url = "https://www.zandmeer.example/contact", seen = "2026-11-20", zone = "footer", excerpt = "Volg ons" }]

[[proposal]]
kind = "confirms"
organisation = "gemeente-zandmeer"
platform = "x"
account = "GemZandmeer"
evidence = [{ method = "official-site", url = "https://www.zandmeer.example/over", seen = "2026-11-20" }]

[[proposal]]
kind = "other-owner"
organisation = "ministerie-van-wind"
platform = "x"
account = "MinWind"
against = ["asked once"]
evidence = [{ method = "two-way", url = "https://x.example/MinWind", seen = "2026-11-20" }]
"#;

/// A folder with proposals in it, and a copy of the small directory.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("p.toml"), PROPOSALS).unwrap();
        fs::copy(SMALL, folder.path().join("d.toml")).unwrap();
        Self { folder }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    /// What a line says, behind the line; the name of the folder is left out.
    fn told(&self, line: &str) -> String {
        let shown = format!("$ officieel {line}\n{}\n", self.run(line).shown());
        shown.replace(self.folder.path().to_str().unwrap(), "FOLDER")
    }

    /// Runs a line in the folder, over the small directory.
    fn run(&self, line: &str) -> Ran {
        let directory = self.file("d.toml").into_os_string().into_string().unwrap();
        let mut arguments =
            vec!["--directory", &directory, "--today", "2026-11-22", "--no-overlay"];
        arguments.extend(line.split(' '));
        let mut program = program(&arguments);
        Ran::of(program.current_dir(self.folder.path()).output().unwrap())
    }
}

#[test]
fn proposals_are_listed_decided_on_and_taken_over() {
    let desk = Desk::new();
    let mut told = String::new();
    for line in [
        "review p.toml --list",
        "review p.toml --list --lang nl",
        "review p.toml --reject 3 --reason no",
        "review p.toml --accept 1,2",
        "review p.toml --list",
        "merge p.toml --into d.toml --dry-run",
        "merge p.toml --into d.toml",
        "merge p.toml --into d.toml",
        "show gemeente-zandmeer",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
    assert!(desk.text("d.toml").contains("handle = \"zandmeer\""));
}

#[test]
fn taking_over_twice_changes_no_byte_and_a_dry_run_none_at_all() {
    let desk = Desk::new();
    desk.run("review p.toml --accept 1-2");
    let before = desk.text("d.toml");
    assert_eq!(desk.run("merge p.toml --into d.toml --dry-run").status, 0);
    assert_eq!(desk.text("d.toml"), before);
    assert_eq!(desk.run("merge p.toml --into d.toml").status, 0);
    let once = desk.text("d.toml");
    assert_ne!(once, before);
    assert_eq!(desk.run("merge p.toml --into d.toml").status, 0);
    assert_eq!(desk.text("d.toml"), once);
    assert_eq!(desk.run("validate d.toml").status, 0);
    assert_eq!(desk.run("fmt --check d.toml").status, 0);
}

#[test]
fn only_confirmations_need_no_decision_and_only_where_that_is_asked() {
    let desk = Desk::new();
    let before = desk.text("d.toml");
    assert_eq!(desk.run("merge p.toml --into d.toml").status, 0);
    assert_eq!(desk.text("d.toml"), before);
    assert_eq!(desk.run("merge p.toml --into d.toml --confirmations").status, 0);
    let after = desk.text("d.toml");
    assert!(after.contains("https://www.zandmeer.example/over"), "{after}");
    assert!(!after.contains("handle = \"zandmeer\""), "{after}");
}

#[test]
fn files_of_proposals_are_put_together_in_any_order() {
    let desk = Desk::new();
    let decided = Desk::new();
    decided.run("review p.toml --reject 1 --reason no");
    fs::copy(decided.file("p.toml"), desk.file("q.toml")).unwrap();
    assert_eq!(desk.run("merge p.toml q.toml --join pq.toml").status, 0);
    assert_eq!(desk.run("merge q.toml p.toml --join qp.toml").status, 0);
    assert_eq!(desk.text("pq.toml"), desk.text("qp.toml"));
    assert_eq!(desk.run("merge p.toml --join pq.toml").status, 0);
    assert_eq!(desk.text("pq.toml"), desk.text("qp.toml"));
    assert!(desk.text("pq.toml").contains("verdict = \"rejected\""));
}

#[test]
fn json_says_what_is_open() {
    let desk = Desk::new();
    let ran = desk.run("review p.toml --json");
    let open: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    let kinds: Vec<&str> = open.iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["other-owner", "new", "confirms"]);
    let numbers: Vec<u64> = open.iter().map(|it| it["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [3, 1, 2]);
    assert_eq!(open[1]["trust_after"], "confirmed");
    assert_eq!(open[1]["evidence"][0]["zone"], "footer");
}

#[test]
fn what_cannot_be_used_is_told_with_its_place() {
    let desk = Desk::new();
    fs::write(desk.file("broken.toml"), "schema = 1\n[[proposal]]\nkind = \"niew\"\n").unwrap();
    fs::write(desk.file("notes.toml"), format!("{PROPOSALS}\n[more]\n")).unwrap();
    let mut told = String::new();
    for line in [
        "review broken.toml --list",
        "review notes.toml --list --lang nl",
        "review d.toml --list",
        "review p.toml --accept 4",
        "review p.toml --accept x --lang nl",
        "review elsewhere.toml --list",
        "merge p.toml",
        "merge p.toml --into elsewhere.toml",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn an_own_addition_is_shown_at_once_and_told_as_one() {
    let desk = Desk::new();
    let mut told = String::new();
    for line in [
        "add gemeente-zandmeer https://www.instagram.com/zandmeer/ --page https://www.zandmeer.example/contact --to mine.toml",
        "add gemeente-kleinmeer -p instagram kleinmeer --page https://elsewhere.example/ --seen 2026-11-20 --to mine.toml --lang nl",
        "show gemeente-zandmeer --with mine.toml",
        "check https://www.instagram.com/zandmeer/ --with mine.toml",
        "check https://www.instagram.com/zandmeer/",
        "review mine.toml --list",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_is_added_twice_is_told_to_have_stood_there() {
    let desk = Desk::new();
    let page = "--page https://www.zandmeer.example/contact --to mine.toml";
    for (account, stood) in [
        ("https://www.instagram.com/zandmeer/", false),
        ("https://www.instagram.com/zandmeer/", true),
        ("-p instagram zandmeer --seen 2026-11-01", true),
        ("https://www.instagram.com/zandmeer.nl/", false),
        ("https://x.com/NuInZandmeer", false),
        ("https://x.com/nuinzandmeer", true),
    ] {
        let ran = desk.run(&format!("add gemeente-zandmeer {account} {page}"));
        assert_eq!(ran.status, 0, "{account}: {}", ran.shown());
        assert_eq!(ran.err.contains("It stood there already"), stood, "{account}: {}", ran.err);
    }
    assert_eq!(desk.text("mine.toml").matches("[[proposal]]").count(), 3);
    let other = desk.run(&format!(
        "add gemeente-kleinmeer https://www.instagram.com/zandmeer {page} --lang nl"
    ));
    assert!(!other.err.contains("Het stond er al"), "{}", other.shown());
}

#[test]
fn what_cannot_be_added_is_refused_in_a_sentence() {
    let desk = Desk::new();
    let mut told = String::new();
    for line in [
        "add gemeente-zandmeer https://x.com/GemZandmeer --page https://www.zandmeer.example/",
        "add gemeente-kleinmeer https://x.com/GemZandmeer --page https://www.kleinmeer.example/",
        "add gemeente-kleinmeer https://x.com/kleinmeer/status/1 --page https://www.kleinmeer.example/",
        "add gemeente-kleinmeer kleinmeer --page https://www.kleinmeer.example/ --lang nl",
        "add gemeente-kleinmeer -p x klein-meer! --page https://www.kleinmeer.example/",
        "add gemeente-kleinmeer https://x.com/klein --page http://www.kleinmeer.example/",
        "add gemeente-kleinmeer https://x.com/klein --page https://www.kleinmeer.example/ --seen 2027-01-01",
        "add gemeente-elders https://x.com/klein --page https://www.kleinmeer.example/",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
    let line =
        "add gemeente-kleinmeer https://x.com/klein --page https://me:secret@kleinmeer.example/";
    let ran = desk.run(line);
    assert!(ran.status == 2 && !ran.shown().contains("secret"), "{}", ran.shown());
}

#[test]
fn a_conflict_of_own_additions_is_told_and_the_directory_counts() {
    let desk = Desk::new();
    let of = |organisation: &str, account: &str| {
        format!(
            "schema = 1\n[[proposal]]\nkind = \"new\"\norganisation = \"{organisation}\"\n\
             platform = \"x\"\naccount = \"{account}\"\nevidence = [{{ method = \"official-site\", \
             url = \"https://www.kleinmeer.example/\", seen = \"2026-11-20\" }}]\n"
        )
    };
    fs::write(desk.file("a.toml"), of("gemeente-kleinmeer", "GemZandmeer")).unwrap();
    fs::write(desk.file("b.toml"), of("gemeente-kleinmeer", "meer")).unwrap();
    fs::write(desk.file("c.toml"), of("gemeente-zandmeer", "meer")).unwrap();
    let ran = desk.run("check @GemZandmeer @meer --with a.toml --with b.toml --with c.toml");
    insta::assert_snapshot!(ran.shown());
}

#[test]
fn a_look_alike_is_told_as_one_and_not_shown_as_an_own_addition() {
    let desk = Desk::new();
    let text = "schema = 1\n[[proposal]]\nkind = \"new\"\norganisation = \"gemeente-kleinmeer\"\n\
                platform = \"x\"\naccount = \"P0L_Zandmeer\"\nconfidence = \"high\"\nevidence = [{ \
                method = \"official-site\", url = \"https://elsewhere.example/\", seen = \"2026-11-20\" }]\n";
    fs::write(desk.file("l.toml"), text).unwrap();
    let listed = desk.run("review l.toml --list");
    assert!(listed.out.contains("it looks like POL_Zandmeer"), "{}", listed.shown());
    assert!(listed.out.contains("reported"), "a stranger's page confirms: {}", listed.shown());
    let shown = desk.run("check https://x.com/P0L_Zandmeer --with l.toml");
    assert_eq!(shown.status, 3, "{}", shown.shown());
    assert!(shown.err.contains("it looks like"), "{}", shown.shown());
}

/// A proposal about the organisation's website, which somebody accepted already where that is told.
fn website(to: &str, decision: &str) -> String {
    format!(
        "schema = 1\n[[proposal]]\nkind = \"website-moved\"\norganisation = \"gemeente-zandmeer\"\nvalue = \"{to}\"\n\
         evidence = [{{ method = \"register\", url = \"https://register.example/\", seen = \"2026-11-20\" }}]\n{decision}"
    )
}

#[test]
fn what_leads_to_a_stranger_is_accepted_by_itself_and_knowingly() {
    let desk = Desk::new();
    let accepted = "decision = { verdict = \"accepted\", on = \"2026-11-20\", pages = [] }\n";
    fs::write(desk.file("s.toml"), website("https://www.elders.example/", accepted)).unwrap();
    let before = desk.text("d.toml");
    let mut told = String::new();
    for line in [
        "merge s.toml --into d.toml",
        "review s.toml --list",
        "review s.toml --list --lang nl",
        "merge s.toml p.toml --join all.toml",
        "review all.toml --accept 1-4",
        "review s.toml --accept 1",
    ] {
        told.push_str(&desk.told(line));
    }
    assert_eq!(desk.text("d.toml"), before, "taken over before somebody knew");
    told.push_str(&desk.told("merge s.toml --into d.toml"));
    assert_eq!(desk.text("d.toml"), before, "taken over though something speaks against it");
    told.push_str(&desk.told("merge s.toml --into d.toml --despite 1"));
    insta::assert_snapshot!(told);
    assert!(desk.text("d.toml").contains("https://www.elders.example/"));
}

#[test]
fn numbers_that_decide_on_nothing_or_twice_decide_on_nothing_at_all() {
    let desk = Desk::new();
    let before = desk.text("p.toml");
    let mut told = String::new();
    for line in [
        "review p.toml --accept 1,,2",
        "review p.toml --accept 1-3 --reject 2",
        "review p.toml --accept 3-1",
        "review p.toml --accept 1,0",
        "review p.toml --accept 1,4 --lang nl",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
    assert_eq!(desk.text("p.toml"), before);
}

#[test]
fn what_concerns_others_is_told_in_one_line_and_is_no_fault() {
    let desk = Desk::new();
    let others = PROPOSALS.replace("gemeente-zandmeer", "gemeente-elders");
    fs::write(desk.file("others.toml"), others).unwrap();
    assert_eq!(desk.run("review others.toml --accept 1,2").status, 0);
    let ran = desk.run("merge others.toml --into d.toml");
    assert_eq!(ran.status, 0, "{}", ran.shown());
    insta::assert_snapshot!(ran.shown().replace(desk.folder.path().to_str().unwrap(), "FOLDER"));
}

#[test]
fn nothing_left_is_told_in_a_sentence() {
    let desk = Desk::new();
    assert_eq!(desk.run("review p.toml --later 3").status, 0);
    desk.run("review p.toml --reject 1-3 --reason no");
    let ran = desk.run("review p.toml --list");
    assert_eq!(ran.status, 1);
    assert_eq!(ran.out, "There is nothing left to look at in this file.\n");
}
