//! The tables of families and of reported imitations: what is read, what is refused, what is kept.

use crate::loaded::english;
use officieel::directory::{Date, Directory};
use officieel::store::{Store, Writer};
use proptest::prelude::*;

/// What stands before the tables that are tested, lines 1 to 5.
const HEAD: &str = r#"schema = 1
title = "Small"
edition = "2026-01-01"
licence = "CC0-1.0"

"#;

/// The tables that are tested, from line 6 on.
const TABLES: &str = r#"[[family]]
word = "politie"
organisation = "politie-ede"
except = ["politiek", "politieke"]

[[family]]
word = "gemeente"
with_place = true

[[imitation]]
organisation = "dienst-ede"
platform = "instagram"
names = ["dienstede", "dienst-ede.example"]
text = "Een nepaccount vroeg om geld."
url = "https://krant.example/nep"
seen = "2020-03"

[[imitation]]
organisation = "politie-ede"
text = "Er gingen valse berichten rond."
url = "https://krant.example/vals"
seen = "2023"

"#;

const ORGANISATIONS: &str = r#"[[organisation]]
id = "dienst-ede"
name = "Dienst Ede"
kind = "agency"

[[organisation]]
id = "politie-ede"
name = "Politie Ede"
kind = "police-team"
"#;

fn sound() -> String {
    format!("{HEAD}{TABLES}{ORGANISATIONS}")
}

fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day that exists")
}

fn loaded() -> Directory {
    officieel::embedded::from_toml(&sound(), today()).expect("it is sound")
}

/// The problems of the sound file with one text replaced, each as it is printed.
fn problems(old: &str, new: &str) -> Vec<String> {
    let sound = sound();
    assert_eq!(sound.matches(old).count(), 1, "`{old}` stands once in the sound file");
    match officieel::embedded::from_toml(&sound.replace(old, new), today()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(english).collect(),
    }
}

#[test]
fn both_tables_are_read() {
    let directory = loaded();
    let police = directory.organisation_by_id("politie-ede");
    let [first, second] = directory.families.as_slice() else {
        panic!("{:?}", directory.families);
    };
    assert_eq!((first.word.as_str(), first.organisation), ("politie", police));
    assert_eq!(
        (first.with_place, first.except.as_slice()),
        (false, &["politiek", "politieke"].map(str::to_owned)[..])
    );
    assert_eq!((second.word.as_str(), second.organisation), ("gemeente", None));
    assert!(second.with_place && second.except.is_empty());
    let [first, second] = directory.imitations.as_slice() else {
        panic!("{:?}", directory.imitations);
    };
    assert_eq!(Some(first.organisation), directory.organisation_by_id("dienst-ede"));
    assert_eq!(first.platform.map(|it| directory.platform(it).id()), Some("instagram"));
    assert_eq!(first.names, ["dienstede", "dienst-ede.example"]);
    assert_eq!(first.text, "Een nepaccount vroeg om geld.");
    assert_eq!(first.url, "https://krant.example/nep");
    assert_eq!(first.seen.to_string(), "2020-03");
    assert_eq!((Some(second.organisation), second.platform), (police, None));
    assert!(second.names.is_empty());
}

#[test]
fn each_fault_has_its_one_message() {
    #[rustfmt::skip]
    let faults: &[(&str, &str, &str)] = &[
        // Words of families
        ("word = \"politie\"\n", "", "6:1: a family lacks `word`; add it"),
        ("word = \"politie\"", "word = \"\"", "7:8: `word` is empty; fill it in or leave the key out"),
        ("word = \"politie\"", "word = \"Politie\"", "7:8: `Politie` can't be compared with handles; write it in lower-case letters and digits only"),
        ("word = \"gemeente\"", "word = \"de gemeente\"", "12:8: `de gemeente` can't be compared with handles"),
        ("word = \"gemeente\"", "word = \"geméénte\"", "12:8: `geméénte` can't be compared with handles"),
        ("word = \"gemeente\"", "word = \"om\"", "12:8: `om` is too short and stands in too many names; take a word of 3 letters or more"),
        ("word = \"gemeente\"", "word = \"politie\"", "12:8: there is already a family with the word `politie`; keep one, with the exceptions of both"),
        ("word = \"gemeente\"", "word = 1", "12:8: `word` must be a text, not a number"),
        ("word = \"gemeente\"", "words = \"gemeente\"\nword = \"gemeente\"", "12:1: unknown key `words` in a family; did you mean `word`?"),
        ("with_place = true", "with_place = \"yes\"", "13:14: `with_place` must be true or false, not a text"),
        ("organisation = \"politie-ede\"\nexcept", "organisation = \"politie-eed\"\nexcept", "8:16: `organisation` names `politie-eed`, which is no organisation here; did you mean `politie-ede`?"),
        ("organisation = \"politie-ede\"\nexcept", "organisation = \"rijk\"\nexcept", "8:16: `organisation` names `rijk`, which is no organisation here; add it or correct the id"),
        // Words that mean something else
        ("\"politieke\"", "\"politiek\"", "9:23: `politiek` stands twice in `except`; keep one"),
        ("\"politieke\"", "\"polis\"", "9:23: `polis` is no longer word that begins with `politie`; remove it"),
        ("\"politieke\"", "\"politie\"", "9:23: `politie` is no longer word that begins with `politie`; remove it"),
        ("\"politieke\"", "\"Politieke\"", "9:23: `Politieke` can't be compared with handles"),
        ("[\"politiek\", \"politieke\"]", "\"politiek\"", "9:10: `except` must be a list of texts in [ ], not a text"),
        // Reported imitations
        ("organisation = \"dienst-ede\"\n", "", "15:1: an imitation lacks `organisation`; add it"),
        ("organisation = \"dienst-ede\"", "organisation = \"dienst-eed\"", "16:16: `organisation` names `dienst-eed`, which is no organisation here; did you mean `dienst-ede`?"),
        ("platform = \"instagram\"", "platform = \"instagran\"", "17:12: `instagran` is no known `platform`; did you mean `instagram`?"),
        ("\"dienstede\"", "\"@dienstede\"", "18:10: `@dienstede` in `names` is more than a name; write the bare handle or host"),
        ("\"dienst-ede.example\"", "\"https://dienst-ede.example/\"", "18:23: `https://dienst-ede.example/` in `names` is more than a name"),
        ("\"dienst-ede.example\"", "\"dienst ede\"", "18:23: `dienst ede` in `names` is more than a name"),
        ("\"dienst-ede.example\"", "\"dienstede\"", "18:23: `dienstede` stands twice in `names`; keep one"),
        ("\"dienst-ede.example\"", "\"dienst\\u202Eede\"", "18:23: `names` holds the invisible character ‹U+202E›; remove it"),
        ("text = \"Een nepaccount vroeg om geld.\"\n", "", "15:1: an imitation lacks `text`; add it"),
        ("vroeg om", "vroeg\u{200b}om", "19:29: here is the invisible character ‹U+200B›; remove it"),
        ("url = \"https://krant.example/nep\"\n", "", "15:1: an imitation lacks `url`; add it"),
        ("https://krant.example/nep", "http://krant.example/nep", "20:7: `http://krant.example/nep` in `url` is no `https` address; only those are opened"),
        ("seen = \"2020-03\"\n", "", "15:1: an imitation lacks `seen`; add it"),
        ("seen = \"2020-03\"", "seen = \"2027\"", "21:8: `seen` is 2027, in the future; a source is dated when it was seen"),
        ("seen = \"2020-03\"", "seen = \"2020-03\"\nbron = \"krant\"", "22:1: unknown key `bron` in an imitation; remove it"),
        // The tables themselves
        ("[[family]]\nword = \"gemeente\"", "[[families]]\nword = \"gemeente\"", "11:3: unknown key `families` in the file; remove it"),
        ("[[imitation]]\norganisation = \"politie-ede\"", "[[imitations]]\norganisation = \"politie-ede\"", "23:3: unknown key `imitations` in the file; did you mean `imitation`?"),
    ];
    for (old, new, expected) in faults {
        let found = problems(old, new);
        assert_eq!(found.len(), 1, "{old} -> {new}: {found:#?}");
        assert!(
            found[0].starts_with(expected),
            "{old} -> {new}\nexpected {expected}\nfound    {}",
            found[0]
        );
    }
}

#[test]
fn all_problems_come_in_one_run_in_the_order_of_the_file() {
    let broken = sound()
        .replace("word = \"politie\"", "word = \"Politie\"")
        .replace("\"instagram\"", "\"insta\"")
        .replace("organisation = \"politie-ede\"\ntext", "organisation = \"politie-eed\"\ntext")
        .replace("kind = \"agency\"", "kind = \"town\"");
    let problems = officieel::embedded::from_toml(&broken, today()).expect_err("it is broken");
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [7, 17, 24, 32], "{problems:#?}");
}

#[test]
fn the_layout_is_canonical() {
    assert_eq!(loaded().to_toml(), sound());
}

#[test]
fn the_tables_are_written_between_the_head_and_the_organisations() {
    let moved = format!("{HEAD}{ORGANISATIONS}\n{TABLES}");
    let directory = officieel::embedded::from_toml(&moved, today()).expect("it is sound");
    assert_eq!(directory.to_toml(), sound());
    let plain = sound().replace("with_place = true", "with_place = false");
    let directory = officieel::embedded::from_toml(&plain, today()).expect("it is sound");
    assert_eq!(directory.to_toml(), sound().replace("with_place = true\n", ""));
}

#[test]
fn a_stored_directory_holds_them() {
    let loaded = loaded();
    let mut writer = Writer::new(Vec::new()).expect("memory can be written to");
    loaded.write_to(&mut writer).expect("memory can be written to");
    let bytes = writer.finish().expect("memory can be written to");
    let store = Store::owned(bytes).expect("a store");
    let stored = Directory::from_store(&store).expect("a directory");
    assert_eq!(stored.families, loaded.families);
    assert_eq!(stored.imitations, loaded.imitations);
}

/// A family as a table: its word stands in no other of them.
fn family(
    (word, (organisation, with_place, ends)): (&String, &(bool, bool, Vec<String>)),
) -> String {
    let except: Vec<String> = ends.iter().map(|end| format!("{word}{end}")).collect();
    let organisation = if *organisation { "organisation = \"politie-ede\"\n" } else { "" };
    let except = list("except", &except);
    format!("[[family]]\nword = {word:?}\nwith_place = {with_place}\n{organisation}{except}")
}

/// A report as a table.
fn imitation(names: &[String], text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    let names = list("names", names);
    format!(
        "[[imitation]]\norganisation = \"dienst-ede\"\n{names}text = \"{text}\"\nurl = \"https://a.example/\"\nseen = \"2025\"\n"
    )
}

/// A key with a list, which is left out where nothing stands in it.
fn list(key: &str, items: &[String]) -> String {
    if items.is_empty() { String::new() } else { format!("{key} = {items:?}\n") }
}

fn set(item: &'static str, size: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(item, size).prop_map(|items| items.into_iter().collect())
}

proptest! {
    #[test]
    fn whatever_is_read_is_written_and_read_again(
        families in prop::collection::btree_map(
            "[a-z0-9]{3,20}", (any::<bool>(), any::<bool>(), set("[a-z0-9]{1,6}", 0..9)), 0..5
        ),
        texts in prop::collection::vec("[A-Z][a-zë\"'\\\\#=\\[ ]{0,90}[.]", 0..5),
        names in set("[A-Za-z0-9._:-][A-Za-z0-9._@:-]{0,30}", 0..6),
    ) {
        let mut file = HEAD.to_owned();
        file.extend(families.iter().map(family));
        file.extend(texts.iter().map(|text| imitation(&names, text)));
        file += ORGANISATIONS;
        let directory = officieel::embedded::from_toml(&file, today());
        prop_assert!(directory.is_ok(), "{:?}\n{file}", directory.err());
        let directory = directory.expect("it is sound");
        prop_assert!(directory.families.iter().map(|family| &family.word).eq(families.keys()));
        prop_assert!(directory.imitations.iter().map(|report| &report.text).eq(&texts));
        let formatted = directory.to_toml();
        let again = officieel::embedded::from_toml(&formatted, today());
        prop_assert!(again.is_ok(), "{:?}\n{formatted}", again.err());
        let again = again.expect("it is sound");
        prop_assert_eq!(&again.families, &directory.families);
        prop_assert_eq!(&again.imitations, &directory.imitations);
        prop_assert_eq!(again.to_toml(), formatted);
    }
}
