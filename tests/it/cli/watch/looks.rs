//! What a run tells of what it saw, and what it was held against.

use std::fs;
use std::path::Path;

use super::super::harness::{Ran, SMALL, on_day};
use super::{Desk, OWN, page};

/// A run on a day with just these arguments.
fn run(day: &str, line: &[&str]) -> Ran {
    on_day(day, &[&["--directory", SMALL, "watch"], line].concat())
}

#[test]
fn a_run_that_could_look_at_nothing_is_no_run_in_which_nothing_changed() {
    let desk = Desk::new();
    desk.run("2026-11-21", OWN, &[]);
    let baseline = desk.file("known.json");
    let known = fs::read(&baseline).unwrap();
    let made = |name: &str, content: &[u8]| {
        fs::write(desk.file(name), content).unwrap();
        desk.file(name)
    };
    fs::create_dir(desk.file("empty")).unwrap();
    let other = page(OWN).replace("www.zandmeer.example", "www.elders.example");
    for (name, from, why) in [
        ("an empty folder", desk.file("empty"), "There is no page in "),
        ("junk", made("junk.bin", &[7; 99]), "Not looked at "),
        ("a cut archive", made("cut.warc.gz", &[0x1f, 0x8b, 8, 0]), "Not looked at "),
        ("another's page", made("other.html", other.as_bytes()), "www.elders.example"),
        ("other JSON", made("other.json", b"{\"a\": 1}"), "Not looked at "),
        ("the baseline itself", baseline.clone(), "Not looked at "),
    ] {
        for keep in [&[][..], &["--update-baseline"]] {
            let line = ["--baseline", &baseline, "--from", &from];
            let ran = run("2026-12-01", &[keep, &line].concat());
            assert_eq!(ran.status, 2, "{name}: {}", ran.shown());
            assert!(ran.err.contains(why), "{name}: {}", ran.err);
            assert!(ran.err.contains("--offline"), "what to do, {name}: {}", ran.err);
            assert!(!ran.out.contains("Nothing changed"), "{name}: {}", ran.out);
            assert!(ran.out.contains("Nothing could be looked at"), "{name}: {}", ran.out);
            assert_eq!(ran.err.contains("is as it was"), !keep.is_empty(), "{name}: {}", ran.err);
        }
        assert_eq!(fs::read(&baseline).unwrap(), known, "{name}");
    }
    let only = run("2026-12-01", &["--baseline", &baseline, "--offline"]);
    assert_eq!(only.status, 0, "only the directory: {}", only.shown());
    let line = ["--baseline", &baseline, "--format", "junit", "--from", &desk.file("empty")];
    let ran = run("2026-12-01", &line);
    assert!(ran.out.contains("errors=\"1\""), "{}", ran.out);
}

#[test]
fn what_could_not_be_read_is_told_beside_what_was() {
    let desk = Desk::new();
    desk.run("2026-11-21", OWN, &[]);
    let cut = desk.file("cut.warc.gz");
    fs::write(&cut, [0x1f, 0x8b, 8, 0]).unwrap();
    let (baseline, own) = (desk.file("known.json"), desk.file("contact.html"));
    let ran = run("2026-12-01", &["--baseline", &baseline, "--from", &own, &cut]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "Nothing changed since 2026-11-21.\n"));
    assert!(ran.err.contains("cut.warc.gz#1"), "{}", ran.err);
}

#[test]
fn what_leads_nowhere_in_the_place_of_an_account_is_told() {
    let (x, facebook) = ("x.com/GemZandmeer", "www.facebook.com/gemeentezandmeer");
    for (name, links, status, kind) in [
        (
            "letters for others, and a dash",
            ["x.com/Gern-Zandmeer", facebook],
            3,
            "look-alike-on-site",
        ),
        ("too long", ["x.com/GemZandmeerOfficieel", facebook], 1, "leads-nowhere"),
        ("a letter twice, and a dash", ["x.com/Gem-Zandmeerr", facebook], 1, "leads-nowhere"),
        ("another platform", [x, "www.facebook.com/gerneente_zandmeer"], 3, "look-alike-on-site"),
        ("an underscore", [x, "www.facebook.com/gemeente_zandmeer"], 1, "leads-nowhere"),
        (
            "a post of a look-alike",
            ["x.com/Gem_Zandmeer/status/1", facebook],
            3,
            "look-alike-on-site",
        ),
    ] {
        let desk = Desk::new();
        desk.json("2026-11-21", OWN);
        let (found, kinds, told) = desk.json("2026-12-01", &links);
        assert_eq!((found, kinds[0].as_str()), (status, kind), "{name}: {told}");
    }
    let desk = Desk::new();
    desk.json("2026-11-21", OWN);
    let beside = [OWN, &["x.com/GemZandmeerOfficieel"]].concat();
    let (status, kinds, _) = desk.json("2026-12-01", &beside);
    assert_eq!((status, kinds.len()), (0, 0), "beside the account, it is in nobody's place");
}

#[test]
fn a_baseline_is_held_against_its_own_organisations_only() {
    let desk = Desk::new();
    desk.run("2026-11-21", OWN, &[]);
    let (baseline, own) = (desk.file("known.json"), desk.file("contact.html"));
    let known = fs::read(&baseline).unwrap();
    let line = ["--baseline", &baseline, "--from", &own];
    let same = |filter: &[&str]| run("2026-12-01", &[filter, &line].concat());
    for filter in [&[][..], &["kind:municipality", "name:zandmeer"]] {
        let ran = same(filter);
        let expected = (0, "Nothing changed since 2026-11-21.\n");
        assert_eq!((ran.status, ran.out.as_str()), expected, "{filter:?}");
    }
    for filter in [&["kind:municipality"][..], &["name:toeslagen"]] {
        let ran = same(&[filter, &["--update-baseline"]].concat());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{filter:?}");
        assert!(ran.err.contains("name:zandmeer kind:municipality"), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert_eq!(fs::read(&baseline).unwrap(), known, "{filter:?}");
    }
    let everyone = desk.file("all.json");
    let all = ["--offline", "--baseline", &everyone, "--update-baseline"];
    assert_eq!(run("2026-11-21", &all).status, 0);
    let ran = run("2026-11-21", &["--baseline", &everyone]);
    assert_eq!(ran.status, 2, "no visit to all: {}", ran.shown());
    let ran = run("2026-11-21", &[&["name:zandmeer"], &all[..]].concat());
    assert!(ran.err.contains("all organisations"), "{}", ran.err);
}

#[test]
fn what_is_kept_is_said_once_it_is() {
    let desk = Desk::new();
    let nowhere = desk.file("nodir/nope.json");
    let (named, kept) = (["--baseline", &nowhere], "holds what is known now");
    let ran = run(
        "2026-11-21",
        &[&["name:zandmeer", "--offline", "--update-baseline"], &named[..]].concat(),
    );
    assert_eq!(ran.status, 2, "{}", ran.shown());
    assert!(!ran.shown().contains(kept) && !ran.out.contains("kept"), "{}", ran.shown());
    let ran = run("2026-11-21", &[&["name:zandmeer", "--offline"], &named[..]].concat());
    assert_eq!(ran.status, 0, "{}", ran.shown());
    assert!(ran.err.contains("nope.json is not there"), "{}", ran.err);
    let ran = desk.run("2026-11-21", OWN, &[]);
    assert!(ran.err.contains(kept) && Path::new(&desk.file("known.json")).exists());
}

#[test]
fn what_matters_less_than_the_bar_fails_no_test() {
    let desk = Desk::new();
    desk.run("2026-11-21", OWN, &[]);
    let more = [OWN, &["x.com/Zandmeer"]].concat();
    let known = fs::read(desk.file("known.json")).unwrap();
    for (bar, status, failures) in [("note", 1, 1), ("error", 0, 0)] {
        fs::write(desk.file("known.json"), &known).unwrap();
        let ran = desk.run("2026-11-22", &more, &["--fail-on", bar, "--format", "junit"]);
        assert_eq!(ran.status, status, "{bar}");
        assert!(ran.out.contains(&format!(" failures=\"{failures}\"")), "{bar}: {}", ran.out);
        assert_eq!(ran.out.contains("<skipped"), failures == 0, "{bar}: {}", ran.out);
    }
}
