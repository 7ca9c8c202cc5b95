//! Every character that nobody sees or that steers a terminal, put in wherever text from outside comes in: no
//! command says it raw, in any format, and every format stays what it is.

use std::fs;
use std::path::Path;

use officieel::text::sanitise::{escape, is_hostile};
use serde_json::Value;

use super::harness::{Ran, SMALL, fed, run};

/// The hostile characters that can stand in the middle of a line. Of the tags and the selectors that are
/// reserved, and of private use, there are samples.
fn hostile() -> Vec<char> {
    let is_sampled = |c: char| match u32::from(c) {
        0xE000..=0xF8FF | 0xE0080..=0xE0FFF | 0xF0000.. => u32::from(c) % 256 == 1,
        _ => true,
    };
    let is_wanted =
        |c: &char| is_hostile(*c) && (is_sampled(*c) || u32::from(*c) & 0xFFFE == 0xFFFE);
    let all = ('\0'..=char::MAX).filter(is_wanted).filter(|c| !matches!(c, '\n' | '\r'));
    let all: Vec<char> = all.collect();
    assert!(all.len() > 400, "{}", all.len());
    all
}

#[track_caller]
fn assert_harmless(ran: &Ran, what: &str) {
    for text in [&ran.out, &ran.err] {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = if what.contains("csv") { text.replace("\r\n", "\n") } else { text.to_owned() };
        let is_sign = |c| c == '\n' || (c == '\t' && what.contains("delimiter tab"));
        let raw = text.chars().find(|&c| !is_sign(c) && is_hostile(c));
        assert_eq!(raw, None, "{what}");
    }
    assert!(!ran.err.contains("panicked"), "{what}: {}", ran.err);
}

/// One text with all of them, each between two letters.
fn joined() -> String {
    hostile().into_iter().flat_map(|c| ['a', c, 'b', ' ']).collect()
}

#[test]
fn in_what_is_checked() {
    let forms = [
        |c: char| format!("@POL{c}_Ede"),
        |c: char| format!("https://x.com/POL{c}_Ede"),
        |c: char| format!("po{c}litie.nl"),
    ];
    // Each of them in one of the forms.
    let lines = hostile().into_iter().zip(forms.iter().cycle()).map(|(c, form)| form(c));
    let lines = lines.collect::<Vec<_>>().join("\n");
    for options in [&["check", "-"][..], &["check", "--json", "-"], &["check", "-", "--lang", "nl"]]
    {
        let ran = fed(options, lines.as_bytes());
        assert_harmless(&ran, &options.join(" "));
        assert_eq!(ran.status, 3, "{options:?}");
        if options.contains(&"--json") {
            let answers: Value = serde_json::from_str(&ran.out).unwrap();
            assert!(answers.as_array().unwrap().len() >= hostile().len() - 1, "{options:?}");
        } else {
            // Ends of lines and tabs part words, and hide nothing.
            for c in hostile().into_iter().filter(|c| !matches!(c, '\0' | '\t' | '\n' | '\r')) {
                assert!(ran.out.contains(&escape(c)), "{} is not told: {options:?}", escape(c));
            }
        }
    }
}

#[test]
fn in_arguments() {
    let text = joined().replace('\0', "");
    for before in [
        &["search"][..],
        &["search", "--json"],
        &["show"],
        &["open", "--print"],
        &["variants"],
        &["conventions"],
        &["propose-handle", "-p", "x", "--kind", "municipality", "--name"],
        &["explain"],
        &["validate"],
        &["fmt"],
        &["audit", "--family"],
        &["audit", "--platform"],
        &["audit", "--register"],
        &["observe", "--badge", "none"],
        &["search", "x", "--overlay"],
        &["search", "x", "--lang"],
    ] {
        let mut arguments = before.to_vec();
        arguments.push(&text);
        let ran = run(&arguments);
        assert_harmless(&ran, &before.join(" "));
        assert!([0, 1, 2].contains(&ran.status), "{before:?} {}", ran.status);
        if before.contains(&"--json") {
            serde_json::from_str::<Value>(&ran.out).unwrap();
        }
    }
}

#[test]
fn in_directories() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    let small = fs::read_to_string(SMALL).unwrap();
    let name = |text: &str| small.replace("Stad Zandmeer", &format!("Stad {text}Zandmeer"));
    let escapes: Vec<String> =
        hostile().iter().map(|c| format!("\\U{:08X}", u32::from(*c))).collect();
    let escapes = escapes.concat();
    for (what, content) in [
        ("a comment", format!("# {}\n{small}", joined())),
        ("a text", name(&joined())),
        ("an escape", name(&escapes)),
        ("a key", format!("{}\n{small}", joined())),
    ] {
        fs::write(&path, content).unwrap();
        for command in [
            &["validate"][..],
            &["validate", "--json"],
            &["fmt"],
            &["fmt", "--check"],
            &["search", "x", "--directory"],
            &["audit", "--format", "sarif", "--directory"],
        ] {
            let mut arguments: Vec<&std::ffi::OsStr> = command.iter().map(AsRef::as_ref).collect();
            arguments.push(path.as_os_str());
            let ran = run(&arguments);
            assert_harmless(&ran, &format!("{command:?} {what}"));
            assert!([1, 2].contains(&ran.status), "{command:?} {what}: {}", ran.status);
            if command.contains(&"--json") {
                let report: Value = serde_json::from_str(&ran.out).unwrap();
                assert!(
                    !report.get("problems").unwrap().as_array().unwrap().is_empty(),
                    "{what:?} {command:?}"
                );
            }
        }
    }
}

/// A register with a row for each of them, in every column.
fn register(path: &Path) {
    let mut text = "register_id,org_name,platform,username_as_registered,url_as_registered,\
                    register_url\n"
        .to_owned();
    for c in hostile() {
        for row in [
            format!("1{c},Gemeente {c},X{c},@Min{c}Wind,http://x.com/Min{c}Wind,https://a{c}\n"),
            format!("1,Gemeente {c},X,Min{c}Wind,https://x.com/MinWind?a={c},https://a\n"),
            format!("1,a,X,@M{c},https://www.facebook.com/admin/{c},https://a\n"),
        ] {
            text.push_str(&row);
        }
    }
    fs::write(path, text).unwrap();
}

#[test]
fn in_registers_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.csv");
    register(&path);
    let path = path.to_str().unwrap();
    let known = folder.path().join("known.json");
    let write_baseline = ["--write-baseline", known.to_str().unwrap()];
    for format in [
        &["text"][..],
        &["json"],
        &["csv"],
        &["csv", "--delimiter", ";"],
        &["csv", "--delimiter", "tab"],
        &["markdown"],
        &["sarif"],
        &["junit"],
        &["text", write_baseline[0], write_baseline[1]],
    ] {
        let mut arguments = vec!["audit", "--directory", SMALL, "--register", path, "--format"];
        arguments.extend(format);
        let ran = run(&arguments);
        assert_harmless(&ran, &format.join(" "));
        let is_written = format.contains(&"--write-baseline");
        assert_eq!(ran.status, i32::from(!is_written), "{format:?}: {}", ran.err);
        match format.first() {
            Some(&"json" | &"sarif") => {
                serde_json::from_str::<Value>(&ran.out).unwrap();
            }
            Some(&"junit") => assert_is_xml(&ran.out),
            _ => {}
        }
    }
    let known = fs::read_to_string(known).unwrap();
    assert!(!known.contains(|c| c != '\n' && is_hostile(c)));
}

/// Whether a text is XML, by a parser that holds its characters against those of XML too.
fn assert_is_xml(text: &str) {
    let document = roxmltree::Document::parse(text).unwrap();
    let failures = document.descendants().filter(|it| it.has_tag_name("failure")).count();
    assert!(failures > hostile().len(), "{failures}");
}

#[test]
fn a_parser_of_xml_takes_no_character_that_xml_does_not_have() {
    // The test above says nothing unless this holds.
    for c in ['\u{fffe}', '\u{ffff}', '\u{1}', '\u{b}'] {
        roxmltree::Document::parse(&format!("<a b=\"{c}\"/>")).unwrap_err();
    }
}
