//! Tests of [`super`]: each fault is named with its file, its line and what to do.

use std::path::PathBuf;

use super::locales;

const ENGLISH: &str = "language = \"en\"\nname = \"English\"\n[search]\nhint = \"name\"\n\
                       found = \"{count} of {all}\"\n[check]\nlist = \"a table { }\"\n";

/// The faults of Dutch words beside the English ones above.
fn faults(dutch: &str) -> Vec<String> {
    let texts = [("nl", dutch), ("en", ENGLISH)];
    let texts = texts.map(|(code, text)| (PathBuf::from(format!("{code}.toml")), text.to_owned()));
    locales(&texts).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// A Dutch file with these lines in the place of `hint = "naam"`.
fn dutch(hint: &str) -> String {
    format!(
        "language = \"nl\"\nname = \"Nederlands\"\n[search]\n{hint}\n\
         found = \"van {{all}}: {{count}}\"\n[check]\nlist = \"een tabel {{ }}\"\n"
    )
}

#[test]
fn a_whole_translation_has_no_fault() {
    assert_eq!(faults(&dutch("hint = \"naam\"")), Vec::<String>::new());
}

#[test]
fn every_fault_says_where_it_is_and_what_to_do() {
    for (hint, fault) in [
        ("", "nl.toml: `hint` is missing; add it to [search], translated from en.toml:4"),
        (
            "hint = \"naam\"\nmore = \"x\"",
            "nl.toml:5: `more` is not in en.toml; take it out, or mend its name",
        ),
        (
            "hint = \"naam {of}\"",
            "nl.toml:4: `hint` has the places {of}, and en.toml:4 has (none); use these, each spelt as there",
        ),
        ("hint = \" \"", "nl.toml:4: `hint` is empty; translate it"),
        (
            "hint = \"na\u{202E}am\"",
            "nl.toml:4: `hint` holds the invisible character U+202E; take it out",
        ),
        (
            "hint = \"na\\u001Bam\"",
            "nl.toml:4: `hint` holds the invisible character U+001B; take it out",
        ),
        ("hint = 3", "nl.toml:4: `hint` is no text; put its value in quotes"),
    ] {
        let found = faults(&dutch(hint));
        assert!(found.iter().any(|it| it == fault), "{hint}: {found:?}");
    }
}

#[test]
fn a_place_that_is_misspelt_is_a_fault() {
    let misspelt = dutch("hint = \"naam\"").replace("{count}", "{aantal}");
    let expected = "nl.toml:5: `found` has the places {aantal} {all}, and en.toml:5 has {all} {count}; \
                    use these, each spelt as there";
    assert_eq!(faults(&misspelt), [expected]);
}

#[test]
fn a_key_stands_once_and_in_its_group() {
    let twice = dutch("hint = \"naam\"") + "hint = \"naam\"\n";
    assert_eq!(
        faults(&twice).first().map(String::as_str),
        Some("nl.toml:8: `hint` stands on line 4 too; a key is unique over all groups, rename one")
    );
    let moved = dutch("") + "hint = \"naam\"\n";
    assert_eq!(faults(&moved), ["nl.toml:8: `hint` belongs in [search], as in en.toml:4; move it"]);
}

#[test]
fn what_is_no_file_of_words_is_told() {
    for (text, expected) in [
        ("language = \"nl\"\nname = \"x", "nl.toml:2: this is no TOML"),
        ("name = \"x\"\n", "nl.toml:1: `language` is missing"),
        (
            "language = \"fy\"\nname = \"x\"\n",
            "nl.toml:1: `language` is `fy`; name the file fy.toml",
        ),
        (
            "language = \"nl\"\nname = \"x\"\nhint = \"y\"\n",
            "nl.toml:3: `hint` is no part of a file of words",
        ),
        (
            "language = \"nl\"\nname = \"x\"\n[search]\nType = \"y\"\n",
            "nl.toml:4: `Type` can't be a key",
        ),
        (
            "language = \"nl\"\nname = \"x\"\n[search]\ntype = \"y\"\n",
            "nl.toml:4: `type` can't be a key",
        ),
    ] {
        let found = faults(text);
        assert!(found.iter().any(|it| it.starts_with(expected)), "{text:?}: {found:?}");
    }
}

#[test]
fn the_reference_must_be_there() {
    let texts = [(PathBuf::from("nl.toml"), dutch("hint = \"naam\""))];
    let found = locales(&texts).err().unwrap_or_default();
    assert_eq!(found.len(), 1);
    assert!(found[0].to_string().starts_with("en.toml: is missing"), "{found:?}");
}
