//! `officieel watch`: what changed since the last run, without a network.
#![cfg(feature = "online")]

mod kept;
mod looks;
mod renamed;
mod taken;
mod told;

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use super::harness::{Ran, SMALL, on_day};

/// A page of the municipality, with these accounts in its footer.
fn page(accounts: &[&str]) -> String {
    let links: Vec<String> =
        accounts.iter().map(|it| format!("<li><a href='https://{it}'>volg</a></li>")).collect();
    format!(
        "<!DOCTYPE html><html lang=nl><title>Contact - Gemeente Zandmeer</title>\
         <link rel=canonical href='https://www.zandmeer.example/contact'>\
         <main><h1>Contact</h1><p>Bel of mail de gemeente Zandmeer over alles.</p></main>\
         <footer><h2>Volg ons</h2><ul>{}</ul></footer></html>",
        links.concat()
    )
}

const OWN: &[&str] = &["x.com/GemZandmeer", "www.facebook.com/gemeentezandmeer"];

/// A folder with a page and a baseline, in which runs follow each other.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// A run on a day, with these accounts on the page.
    fn run(&self, day: &str, accounts: &[&str], more: &[&str]) -> Ran {
        self.run_in(SMALL, day, accounts, more)
    }

    fn run_in(&self, directory: &str, day: &str, accounts: &[&str], more: &[&str]) -> Ran {
        let file = self.file("contact.html");
        fs::write(&file, page(accounts)).unwrap();
        let baseline = self.file("known.json");
        let given = ["--directory", directory, "watch", "name:zandmeer", "kind:municipality"];
        let options = ["--baseline", &baseline, "--update-baseline", "--from", &file];
        on_day(day, &[&given[..], more, &options[..]].concat())
    }

    fn json(&self, day: &str, accounts: &[&str]) -> (i32, Vec<String>, Json) {
        let ran = self.run(day, accounts, &["--format", "json"]);
        let told: Json = serde_json::from_str(&ran.out).unwrap();
        let kind = |it: &Json| it["kind"].as_str().unwrap().to_owned();
        let kinds = |key: &str| told[key].as_array().unwrap().iter().map(kind).collect::<Vec<_>>();
        (ran.status, [kinds("changes"), kinds("open")].concat(), told)
    }
}

/// What was told, without where it stands on this machine.
fn shown(desk: &Desk, ran: &Ran) -> String {
    ran.shown().replace(desk.0.path().to_str().unwrap(), "FOLDER")
}

#[test]
fn runs_follow_each_other() {
    let desk = Desk::new();
    let first = desk.run("2026-11-21", OWN, &[]);
    insta::assert_snapshot!("watch-first", shown(&desk, &first));
    let second = desk.run("2026-11-21", OWN, &[]);
    insta::assert_snapshot!("watch-nothing", shown(&desk, &second));
    let lost = &["x.com/GemZandmeer", "www.threads.com/@gemeentezandmeer"];
    insta::assert_snapshot!("watch-once", shown(&desk, &desk.run("2026-12-01", lost, &[])));
    insta::assert_snapshot!(
        "watch-twice",
        shown(&desk, &desk.run("2026-12-08", lost, &["--lang", "nl"]))
    );
    let again = desk.run("2027-01-01", OWN, &[]);
    insta::assert_snapshot!("watch-again", shown(&desk, &again));
}

#[test]
fn the_statuses_are_those_of_the_help() {
    let desk = Desk::new();
    let (status, kinds, told) = desk.json("2026-11-21", OWN);
    assert_eq!((status, kinds.len()), (0, 0), "a first run: {told}");
    let (status, kinds, _) = desk.json("2026-11-21", OWN);
    assert_eq!((status, kinds.len()), (0, 0), "nothing changed");
    let more = [OWN, &["x.com/Zandmeer"]].concat();
    let ran = desk.run("2026-11-22", &more, &["--fail-on", "warning", "--format", "json"]);
    assert_eq!(ran.status, 0, "a note, where only warnings count: {}", ran.out);
    let (status, kinds, _) = desk.json("2026-11-23", &more);
    assert_eq!((status, kinds.len()), (0, 0), "told before");
    let imitation = &["x.com/Gem_Zandmeer", "www.facebook.com/gemeentezandmeer"];
    for day in ["2026-11-24", "2026-11-25"] {
        let (status, kinds, told) = desk.json(day, imitation);
        assert_eq!(status, 3, "{day}: {told}");
        assert_eq!(kinds[0], "look-alike-on-site", "{day}");
    }
    fs::write(desk.file("known.json"), "{").unwrap();
    assert_eq!(desk.run("2026-11-26", OWN, &[]).status, 2, "no baseline");
}

#[test]
fn without_being_asked_to_nothing_is_written() {
    let desk = Desk::new();
    let baseline = desk.file("known.json");
    let line = ["--directory", SMALL, "watch", "--offline", "--baseline", &baseline, "id:x"];
    let ran = on_day("2026-11-21", &line[..6]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(!Path::new(&baseline).exists());
    assert!(ran.out.contains("--update-baseline"), "{}", ran.out);
}

#[test]
fn an_edited_directory_is_told_of() {
    let desk = Desk::new();
    desk.run("2026-11-21", OWN, &[]);
    let listed = fs::read_to_string(SMALL).unwrap();
    let edited = desk.file("edited.toml");
    let website = "website = \"https://www.zandmeer.example\"";
    let other = "website = \"https://www.zandmeer.example/start\"";
    assert!(listed.contains(website));
    fs::write(&edited, listed.replacen(website, other, 1)).unwrap();
    let ran = desk.run_in(&edited, "2026-11-22", OWN, &["--format", "json"]);
    let told: Json = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.status, &told["changes"][0]["kind"]), (1, &Json::from("website-changed")));
}

#[test]
fn other_programs_read_it() {
    let desk = Desk::new();
    desk.run("2026-11-21", OWN, &[]);
    let known = fs::read(desk.file("known.json")).unwrap();
    let imitation = &["x.com/Gem_Zandmeer", "www.facebook.com/gemeentezandmeer"];
    for format in ["markdown", "json", "sarif", "junit"] {
        fs::write(desk.file("known.json"), &known).unwrap();
        let ran = desk.run("2026-12-08", imitation, &["--format", format]);
        let told = shown(&desk, &ran).replace(env!("CARGO_PKG_VERSION"), "VERSION");
        insta::assert_snapshot!(format!("watch-{format}"), told);
    }
}

#[test]
fn what_keeps_the_arguments_from_being_used_is_told() {
    for (name, line) in [
        ("no filter", "watch"),
        ("nothing to update", "watch --offline --update-baseline"),
        ("an archive of nothing", "watch --offline --archive a.warc.gz"),
        ("nobody", "watch --offline name:nobody-is-called-so"),
        ("one stream for two", "watch --baseline - --from -"),
    ] {
        let ran = super::harness::small(line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{name}: {}", ran.err);
    }
}
