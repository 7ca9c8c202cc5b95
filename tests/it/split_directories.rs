//! A file read in parts says what it says read whole: the same directory or the same problems.

use std::sync::Mutex;

use crate::loaded::english;
use officieel::directory::load::{Defaults, load, load_in_parts, load_with_progress};
use officieel::directory::{Date, Directory};
use officieel::embedded::{TEXT, suffixes};
use officieel::store::Writer;

/// Three organisations; the links between them cross every cut.
const SOUND: &str = r#"# A comment
schema = 1
title = "Small"
edition = "2026-01-01"
licence = "CC0-1.0"

[[source]]
id = "list"
title = "A list"
url = "https://list.example/"
retrieved = "2026-01-01"

[[family]]
word = "politie"
organisation = "politie-epe"
except = ["politiek"]

[[imitation]]
organisation = "politie-ede"
platform = "x"
names = ["politieede"]
text = "Een nepaccount."
url = "https://krant.example/nep"
seen = "2025"

[[organisation]]
id = "dienst-ede"
name = "Dienst Ede"
kind = "agency"
parent = "politie-ede"
register_id = "1"

[[organisation.account]]
platform = "x"
handle = "dienst_ede"
shared_with = ["politie-ede"]
evidence = [
    { method = "register", source = "list", seen = "2026-01-01" },
    { method = "press", url = "https://krant.example/", seen = "2025" },
]

[[organisation]]
id = "politie-ede"
name = "Politie Ede"
kind = "police-team"
note = "één"

[[organisation]]
id = "politie-epe"
name = "Politie Epe"
kind = "police-team"
ended = "2020"
successor = "politie-ede"

[[organisation.account]]
platform = "mastodon"
handle = "epe@social.overheid.nl"
evidence = [
    { method = "register", source = "list", seen = "2026-01-01" },
]
"#;

/// The sizes of parts that files are read in.
const SIZES: [usize; 5] = [0, 200, 900, 20_000, usize::MAX];

fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day that exists")
}

fn built_in() -> Option<Defaults> {
    officieel::embedded::directory().ok().map(Defaults::of)
}

/// All that a file says, or all that is wrong with it.
fn read(text: &str, size: Option<usize>) -> Result<String, Vec<String>> {
    match load_in_parts(text, today(), suffixes(), &built_in, &|_| {}, size) {
        Ok(directory) => Ok(directory.to_toml()),
        Err(problems) => Err(problems.iter().map(english).collect()),
    }
}

/// Reads a file whole and in parts; says whether it is sound.
fn same_in_parts(text: &str) -> bool {
    let whole = read(text, None);
    for size in SIZES {
        assert_eq!(read(text, Some(size)), whole, "in parts of {size}:\n{text}");
    }
    whole.is_ok()
}

#[test]
fn a_sound_file_is_sound_in_parts() {
    assert!(same_in_parts(SOUND));
    assert!(same_in_parts(&SOUND.replace('\n', "\r\n")));
    assert!(same_in_parts(SOUND.trim_end()));
    assert!(same_in_parts(&format!("{SOUND}\n# the end")));
}

#[test]
fn what_looks_like_an_organisation_and_is_none_is_read_as_it_stands() {
    let organisation = "[[organisation]]\nid = \"a\"\nname = \"A\"\nkind = \"agency\"\n";
    for (old, new, sound) in [
        // In a text of several lines, of the head and of an organisation.
        ("\"Small\"", "\"\"\"Small\n[[organisation]]\nid\"\"\"", false),
        ("\"één\"", "\'\'\'één\n[[organisation]]\nid = 1\'\'\'", false),
        (
            "[[organisation]]\nid = \"politie-epe\"",
            "[[organisation]]\nid = \"politie-\\\n[[organisation]]\nepe\"",
            false,
        ),
        // In a comment, after a space, as another table.
        ("# A comment", "# A comment\n#[[organisation]]\n# [[organisation]]", true),
        ("[[organisation]]\nid = \"politie-epe\"", " [[organisation]]\nid = \"politie-epe\"", true),
        (
            "[[organisation]]\nid = \"politie-epe\"",
            "[[organisation]] # epe\nid = \"politie-epe\"",
            true,
        ),
        (
            "[[organisation]]\nid = \"politie-epe\"",
            "[[organisation]] x\nid = \"politie-epe\"",
            false,
        ),
        ("[[organisation]]\nid = \"dienst-ede\"", " [[organisation]]\nid = \"dienst-ede\"", true),
        ("[[organisation]]\nid = \"dienst-ede\"", "[organisation]\nid = \"dienst-ede\"", false),
        (
            "[[organisation]]\nid = \"dienst-ede\"",
            "[organisation.account]\n[[organisation]]\nid = \"dienst-ede\"",
            false,
        ),
        // In a list, which ends as no TOML.
        ("note = \"één\"", "places = [\n[[organisation]]\n]", false),
    ] {
        assert_eq!(SOUND.matches(old).count(), 1, "{old}");
        assert_eq!(same_in_parts(&SOUND.replace(old, new)), sound, "{old} -> {new}");
    }
    assert!(!same_in_parts(organisation));
}

#[test]
fn tables_may_stand_after_the_organisations() {
    let (head, rest) = SOUND.split_once("[[source]]").expect("a source");
    let (source, organisations) = rest.split_once("[[organisation]]").expect("an organisation");
    let moved = format!("{head}[[organisation]]{organisations}\n[[source]]{source}");
    assert!(same_in_parts(&moved));
    assert!(!same_in_parts(&format!("{moved}\nid = \"twice\"\n")));
    assert!(!same_in_parts(&format!("{SOUND}\n[header]\na = 1\n\n[header]\na = 1\n")));
    assert!(!same_in_parts(&format!("{SOUND}\n[[organisation.account.badge]]\na = 1\n")));
    assert!(!same_in_parts(&SOUND.replace("[[source]]", "[header]\n[header]\n[[source]]")));
}

#[test]
fn problems_keep_their_places_and_order() {
    for (old, new) in [
        ("# A comment", "\u{feff}# A comment"),
        ("één", "é\u{202e}én"),
        ("Politie Epe", "Politie \\u202EEpe"),
        ("[[source]]", "organisatie = 1\n[[source]]"),
        ("schema = 1\n", ""),
        ("login", "log in"),
        ("parent = \"politie-ede\"", "parent = \"politie-eed\""),
        ("organisation = \"politie-epe\"", "organisation = \"politie-eep\""),
        ("organisation = \"politie-ede\"", "organisation = \"dienst-epe\""),
        ("[\"politiek\"]", "[\"poli\"]"),
        (
            "shared_with = [\"politie-ede\"]",
            "shared_with = [\"politie-eed\", \"x\", \"x\", \"dienst-ede\"]",
        ),
        ("id = \"politie-epe\"", "id = \"politie-ede\""),
        ("id = \"politie-epe\"", "id = \"politie-epe\"\nregister_id = \"1\""),
        ("kind = \"police-team\"\nnote", "kind = \"police-team\"\nparent = \"dienst-ede\"\nnote"),
        (
            "platform = \"mastodon\"\nhandle = \"epe@social.overheid.nl\"",
            "platform = \"x\"\nhandle = \"DIENST_ede\"",
        ),
        (
            "    { method = \"press\"",
            "    { method = \"register\", source = \"list\", seen = \"2026-01-01\" },\n    { method = \"own-domain\"",
        ),
        ("note = \"één\"", "notes = \"één\""),
        ("note = \"één\"", "note = één\""),
        ("[[source]]", "[[platform]]\nid = \"x\"\n\n[[source]]"),
    ] {
        let broken = SOUND.replace(old, new);
        assert_eq!(same_in_parts(&broken), broken == SOUND, "{old} -> {new}");
        // With another problem in each other part.
        same_in_parts(
            &broken
                .replace("kind = \"agency\"", "kind = \"town\"")
                .replace("ended = \"2020\"", "ended = 2020"),
        );
    }
}

#[test]
fn cut_off_anywhere_it_is_the_same_in_parts() {
    let sound = (0..SOUND.len()).step_by(3).filter_map(|end| SOUND.get(..end));
    let count = sound.filter(|part| same_in_parts(part)).count();
    assert!(count > 3, "{count}");
}

/// All of a directory, evidence and links included, as bytes.
fn stored(directory: &Directory) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new()).expect("memory can be written to");
    directory.write_to(&mut writer).expect("memory can be written to");
    writer.finish().expect("memory can be written to")
}

#[test]
fn the_built_in_directory_is_the_same_in_parts() {
    let whole =
        load_in_parts(TEXT, Date::LAST, suffixes(), &|| None, &|_| {}, None).expect("it is sound");
    let formatted = whole.to_toml();
    for size in [0, 20_000, usize::MAX] {
        let parts = load_in_parts(TEXT, Date::LAST, suffixes(), &|| None, &|_| {}, Some(size));
        let parts = parts.expect("it is sound in parts");
        assert!(parts.to_toml() == formatted, "in parts of {size}");
        assert!(stored(&parts) == stored(&whole), "in parts of {size}");
    }
}

#[test]
fn progress_is_told_up_to_the_end_and_never_goes_back() {
    let odd = format!("{TEXT}\n[[source]]\n");
    for (text, size) in [(TEXT, Some(0)), (TEXT, Some(50_000)), (TEXT, None), (&odd, Some(50_000))]
    {
        let told = Mutex::new(Vec::new());
        let progress = |done| told.lock().expect("no panic before").push(done);
        let _either = load_in_parts(text, Date::LAST, suffixes(), &|| None, &progress, size);
        let told = told.into_inner().expect("no panic before");
        assert!(told.is_sorted(), "{told:?}");
        assert_eq!(told.last(), Some(&text.len()), "{size:?}");
        assert!(size.is_none() || told.len() > 10, "{told:?}");
    }
    let last = Mutex::new(0);
    let progress = |done| *last.lock().expect("no panic before") = done;
    assert!(load_with_progress(SOUND, today(), suffixes(), &built_in, &progress).is_ok());
    assert!(load(SOUND, today(), suffixes(), &built_in).is_ok());
    assert_eq!(last.into_inner().ok(), Some(SOUND.len()));
}
