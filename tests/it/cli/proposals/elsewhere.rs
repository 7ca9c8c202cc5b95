//! Proposals that are for the directory of another country, and additions that are not shown.

use std::fs;

use super::super::harness::program;
use super::{Desk, PROPOSALS};

fn foreign() -> Desk {
    let desk = Desk::new();
    let text = PROPOSALS.replacen("schema = 1\n", "schema = 1\ncountry = \"BE\"\n", 1);
    fs::write(desk.file("be.toml"), text).unwrap();
    desk
}

#[test]
fn proposals_for_another_country_are_refused_and_nothing_is_written() {
    let desk = foreign();
    let files = ["be.toml", "d.toml", "p.toml"].map(|it| desk.text(it));
    let mut told = String::new();
    for line in [
        "review be.toml --list",
        "review be.toml --accept 1",
        "merge be.toml --into d.toml --confirmations",
        "merge p.toml be.toml --into d.toml --lang nl",
        "merge p.toml --join be.toml",
        "merge be.toml --join p.toml",
        "add gemeente-zandmeer https://www.instagram.com/zandmeer/ --page https://www.zandmeer.example/contact --to be.toml",
        "show gemeente-kleinmeer --with be.toml",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
    assert_eq!(["be.toml", "d.toml", "p.toml"].map(|it| desk.text(it)), files);
}

#[test]
fn a_file_says_for_which_country_it_is_and_one_that_does_not_is_taken() {
    let desk = Desk::new();
    let page = "--page https://www.zandmeer.example/contact";
    let added = desk.run(&format!(
        "add gemeente-zandmeer https://www.instagram.com/zandmeer/ {page} --to mine.toml"
    ));
    assert_eq!(added.status, 0, "{}", added.shown());
    assert!(desk.text("mine.toml").contains("\ncountry = \"NL\"\n"), "{}", desk.text("mine.toml"));
    assert_eq!(desk.run("review mine.toml --accept 1").status, 0);
    assert_eq!(desk.run("merge mine.toml --into d.toml").status, 0);
    assert_eq!(desk.run("merge mine.toml p.toml --join both.toml").status, 0);
    assert!(desk.text("both.toml").contains("\ncountry = \"NL\"\n"));
    assert_eq!(desk.run("review p.toml --accept 1").status, 0);
    assert!(!desk.text("p.toml").contains("country"), "it is not known of which it was");
}

#[test]
fn what_is_added_is_told_in_the_language_and_a_look_alike_as_not_shown() {
    let desk = Desk::new();
    let add = "add gemeente-kleinmeer https://x.com/P0L_Zandmeer --page https://www.kleinmeer.example/ --to l.toml";
    let mut told = String::new();
    for line in [&format!("{add} --lang nl"), add, "check https://x.com/P0L_Zandmeer --with l.toml"]
    {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_directory_of_ones_own_is_found_in_either_spelling_and_its_place_is_told() {
    let desk = Desk::new();
    let data = desk.file("data");
    let folder = data.join("officieel").join("directories");
    fs::create_dir_all(&folder).unwrap();
    let run = || {
        let mut program = program(&["--country", "lu", "--no-overlay", "search", "zandmeer"]);
        program.env("XDG_DATA_HOME", &data).env("LOCALAPPDATA", &data).output().unwrap()
    };
    let missing = String::from_utf8(run().stderr).unwrap();
    if cfg!(target_os = "linux") {
        let place = folder.join("lu.toml").to_str().unwrap().to_owned();
        assert!(missing.contains(&place), "{missing}");
        for name in ["LU.toml", "lu.toml"] {
            fs::copy(super::SMALL, folder.join(name)).unwrap();
            let ran = run();
            assert_eq!(
                ran.status.code(),
                Some(0),
                "{name}: {}",
                String::from_utf8_lossy(&ran.stderr)
            );
            fs::remove_file(folder.join(name)).unwrap();
        }
    }
}
