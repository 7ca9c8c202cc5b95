//! `officieel check`: verdicts as people and programs get them.
#![expect(clippy::string_slice, reason = "the text is made of letters of one byte")]

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use serde_json::Value;

use super::harness::{Ran, SMALL, fed, program, run};

/// What is asked about the directory that does not change, and the status of the answer.
const ASKED: &[(&str, &[&str], i32)] = &[
    ("official", &["@GemZandmeer"], 0),
    ("official-address", &["https://x.com/GEMZANDMEER/?s=20"], 0),
    ("official-reported", &["https://www.facebook.com/gemeentezandmeer"], 0),
    ("official-shared", &["x.com/POL_Oostmeer"], 0),
    ("retired-moved", &["@zandmeer_oud"], 1),
    ("retired-ended", &["@kleinmeer"], 1),
    ("look-alike", &["https://x.com/P0L_Zandrneer"], 3),
    ("look-alike-letter", &["https://x.com/GemZandmееr"], 3),
    ("look-alike-hidden", &["@Gem\u{202e}Zandmeer"], 3),
    ("not-listed", &["https://x.com/roeivereniging"], 1),
    ("not-listed-here", &["MinWind", "--platform", "instagram"], 1),
    ("look-alike-impossible", &["https://x.com/gem-zandm3er"], 3),
    ("impossible", &["https://x.com/roei-vereniging"], 1),
    ("site", &["https://www.zandmeer.example/contact"], 0),
    ("mail", &["info@zandmeer.example"], 0),
    ("name", &["gemeente zandmeer"], 1),
    ("words", &["de gemeente zandmeer"], 1),
    ("phone-unlisted", &["06 12 34 56 78"], 1),
    ("phone-odd", &["*21*0612345678#"], 1),
    ("nothing", &[""], 1),
    ("unknown-host", &["https://roeivereniging.nl/politie"], 1),
    ("imitating-host", &["https://zandmeer.example.evil.nl/login"], 3),
    ("user-before-host", &["https://x.com@evil.nl/GemZandmeer"], 3),
    ("several", &["Volg @GemZandmeer en x.com/GemZandm3er", "@MinWind"], 3),
    ("all-official", &["Volg @GemZandmeer, of kijk op www.zandmeer.example"], 0),
    ("not-known", &["Volg @GemZandmeer en @roeivereniging"], 1),
    ("elsewhere", &["Gemeente Zandmeer: betaal uw aanslag op https://roeivereniging.nl/betaal"], 3),
    ("sender", &["Van: Gemeente Zandmeer <info@roeivereniging.nl>\nTot ziens!"], 3),
    ("bank-account", &["Betaal op NL91 ABNA 0417 1643 00"], 1),
    ("leads-nowhere", &["Beste inwoner van de gemeente zandmeer, wij wensen u fijne dagen"], 1),
];

/// The same about the directory that is built in, where its platforms know more or its data tell it.
const ASKED_OF_ALL: &[(&str, &[&str], i32)] = &[
    ("post", &["https://x.com/POL_Ede/status/1234567890"], 1),
    ("ended", &["https://x.com/MinisterieVRO"], 1),
    ("character", &["https://x.com/P0L_Ede"], 3),
    ("follows-family", &["https://www.instagram.com/politieoosterhout/"], 1),
    ("government-inside", &["https://belastingdienst.nl.example/inloggen"], 3),
];

/// Runs `check` with arguments on the directory that does not change.
fn check(arguments: &[&str]) -> Ran {
    run(&[&["-d", SMALL, "check"], arguments].concat())
}

/// The JSON for arguments, and the status.
fn json(arguments: &[&str]) -> (Vec<Value>, i32) {
    let ran = check(&[&["--json"], arguments].concat());
    assert_eq!(ran.err, "", "{arguments:?}");
    let value: Value = serde_json::from_str(&ran.out).unwrap_or_default();
    (value["answers"].as_array().cloned().unwrap_or_default(), ran.status)
}

#[test]
fn text_in_both_languages() {
    for (name, arguments, status) in ASKED {
        for language in ["nl", "en"] {
            let ran = check(&[&["--lang", language], *arguments].concat());
            assert_eq!((ran.status, ran.err.as_str()), (*status, ""), "{name}");
            insta::assert_snapshot!(format!("check-{name}-{language}"), ran.out);
        }
    }
    for (name, arguments, status) in ASKED_OF_ALL {
        for language in ["nl", "en"] {
            let ran = run(&[&["check", "--lang", language], *arguments].concat());
            assert_eq!((ran.status, ran.err.as_str()), (*status, ""), "{name}");
            insta::assert_snapshot!(format!("check-all-{name}-{language}"), ran.out);
        }
    }
}

#[test]
fn json_of_every_verdict() {
    for (name, arguments, status) in ASKED {
        let ran = check(&[&["--json"], *arguments].concat());
        assert_eq!((ran.status, ran.err.as_str()), (*status, ""), "{name}");
        insta::assert_snapshot!(format!("json-check-{name}"), ran.out);
    }
}

#[test]
fn every_answer_has_the_promised_keys() {
    let promised = [
        "account",
        "asked",
        "channel",
        "cut",
        "foreign",
        "former_handle",
        "genuine",
        "headline",
        "hidden",
        "host",
        "imitates",
        "imitation",
        "input",
        "instead",
        "last_seen",
        "line",
        "organisation",
        "own_observation",
        "phone",
        "platform",
        "reasons",
        "service",
        "status",
        "steps",
        "tricks",
        "trust",
        "url",
        "verdict",
        "wrapped",
    ];
    let documented = std::fs::read_to_string("docs/command-line.md").unwrap_or_default();
    for key in promised {
        assert!(documented.contains(&format!("`{key}`")), "{key} is not documented");
    }
    for (name, arguments, _) in ASKED {
        for answer in json(arguments).0 {
            let mut keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
            keys.sort();
            assert_eq!(keys, promised, "{name}");
            let listed = ["official", "retired"].contains(&answer["verdict"].as_str().unwrap());
            for key in ["trust", "status", "last_seen", "url"] {
                assert_eq!(answer[key].is_null(), !listed, "{name} {key}");
            }
            assert_eq!(answer["genuine"].is_null(), answer["verdict"] != "look-alike", "{name}");
            let instead = ["not-an-account", "official-site", "official-phone"];
            let is_other = instead.contains(&answer["verdict"].as_str().unwrap());
            assert_eq!(answer["instead"].is_null(), !is_other, "{name}");
            assert!(
                !answer["reasons"].as_array().unwrap().is_empty() || name == &"nothing",
                "{name}"
            );
        }
    }
}

#[test]
fn the_status_is_that_of_the_weightiest() {
    let (official, retired, imitation) = ("@GemZandmeer", "@kleinmeer", "@Gem\u{200b}Zandmeer");
    for (arguments, status) in [
        (&[official, "@MinWind"][..], 0),
        (&[official, retired], 1),
        (&[official, imitation, retired], 3),
        (&[imitation], 3),
        (&["--platform", "nothing", official], 2),
        (&["--platform", "twitter", official], 0),
        (&["--platform", "instagram", official], 1),
        (&["--limit", "1", official], 2),
        (&[], 1),
        (&["-"], 1),
    ] {
        assert_eq!(check(arguments).status, status, "{arguments:?}");
    }
    let ran = check(&["--platform", "instagrm", official]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("Did you mean instagram?"), "{}", ran.err);
}

#[test]
fn lines_of_standard_input() {
    let lines = "\u{feff}@GemZandmeer\r\n\n   \nvolg @MinWind of @kleinmeer\n\u{200b}\n@MinWind";
    let ran = fed(&["-d", SMALL, "check", "--json", "@ToeslagHerstel", "-"], lines.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    let answers: Value = serde_json::from_str(&ran.out).unwrap();
    let messages = answers.as_array().unwrap().iter();
    let seen: Vec<_> = messages
        .flat_map(|it| it["answers"].as_array().unwrap())
        .map(|it| {
            (it["line"].as_u64(), it["input"].as_str().unwrap(), it["asked"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        seen,
        [
            (None, "@ToeslagHerstel", "@ToeslagHerstel"),
            (Some(1), "@GemZandmeer", "@GemZandmeer"),
            (Some(4), "volg @MinWind of @kleinmeer", "@MinWind"),
            (Some(4), "volg @MinWind of @kleinmeer", "@kleinmeer"),
            (Some(5), "\u{200b}", "\u{200b}"),
            (Some(6), "@MinWind", "@MinWind"),
        ]
    );
    let ran = fed(&["-d", SMALL, "check", "-"], b"@GemZandmeer\n@MinWind\n");
    let apart = [check(&["@GemZandmeer"]).out, check(&["@MinWind"]).out].join("\n");
    assert_eq!((ran.status, ran.out), (0, apart));
}

#[test]
fn nothing_to_judge_is_not_all_official() {
    for input in ["", "\n \r\n\n", "\u{feff}"] {
        let ran = fed(&["check", "--json", "-"], input.as_bytes());
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, "[]\n", ""), "{input:?}");
        let ran = fed(&["check", "-"], input.as_bytes());
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{input:?}");
        assert_eq!(ran.err, "There was nothing to judge.\n", "{input:?}");
    }
    let ran = fed(&["check", "-", "--directory", "-"], b"@GemZandmeer");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.lines().count()), (2, "", 1));
}

#[cfg(unix)]
#[test]
fn an_input_that_can_not_be_read_is_no_end_of_it() {
    for (arguments, out) in [(&["check", "-"][..], ""), (&["check", "--json", "-"], "[]\n")] {
        let folder = std::fs::File::open("tests").unwrap();
        let ran = Ran::of(program(arguments).stdin(folder).output().unwrap());
        assert_eq!((ran.status, ran.out.as_str()), (2, out), "{arguments:?}");
        assert!(ran.err.starts_with("officieel: - can't be read: "), "{}", ran.err);
    }
}

#[test]
fn a_pipe_that_stays_open_is_answered_line_by_line() {
    let mut command = program(&["-d", SMALL, "--today", "2026-11-21", "check", "-"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut lines = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for (asked, last) in [("@GemZandmeer", "x.com/GemZandmeer"), ("@MinWind", "x.com/MinWind")] {
        writeln!(lines, "{asked}").unwrap();
        // Without an answer this waits until the run of the tests is given up.
        let mut seen = String::new();
        while !seen
            .lines()
            .any(|line| line.trim_start().starts_with("address") && line.ends_with(last))
        {
            assert!(answers.read_line(&mut seen).unwrap() > 0, "{seen}");
        }
    }
    drop(lines);
    let mut rest = String::new();
    answers.read_to_string(&mut rest).unwrap();
    assert_eq!((rest.as_str(), child.wait().unwrap().code()), ("", Some(0)));
}

#[test]
fn a_reader_that_stops_early_has_not_seen_that_all_is_official() {
    for command in [&["check", "-"][..], &["check", "--json", "-"]] {
        let mut child =
            program(&["-d", SMALL]).args(command).stdin(Stdio::piped()).spawn().unwrap();
        let mut lines = child.stdin.take().unwrap();
        let feeding = std::thread::spawn(move || {
            // The program stops reading when nobody reads it.
            let _ = lines.write_all("@GemZandmeer\n".repeat(10_000).as_bytes());
        });
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0]).unwrap();
        drop(out);
        let ended = Ran::of(child.wait_with_output().unwrap());
        feeding.join().unwrap();
        assert_eq!((ended.status, ended.err.as_str()), (1, ""), "{command:?}");
    }
}

#[test]
fn what_is_too_much_is_never_all_official() {
    let padding = "welkom bij ons ".repeat(1_200);
    // Cut inside its last word, this would end in the handle of a listed account.
    let long = format!("{} @GemZandmeer_nl", &padding[..16_384 - " @GemZandmeer".len()]);
    let many: String = (0..30).map(|_| "@GemZandmeer x.com/GemZandmeer ").collect();
    let distinct: Vec<String> = (0..30).map(|n| format!("x.com/GemZandmeer?s={n}")).collect();
    for (input, status, cut) in [
        (long.as_str(), 1, true),
        (&format!("@GemZandmeer {padding}"), 1, true),
        (&many, 0, false),
        (&distinct.join(" "), 1, true),
    ] {
        let ran = fed(&["-d", SMALL, "check", "--json", "-"], input.as_bytes());
        assert_eq!(ran.status, status, "{}", ran.out);
        let answers: Value = serde_json::from_str(&ran.out).unwrap();
        let answers = answers[0]["answers"].as_array().unwrap();
        assert!(!answers.is_empty() && answers.iter().all(|it| it["cut"] == cut), "{input:?}");
        let ran = fed(&["-d", SMALL, "check", "-"], input.as_bytes());
        assert_eq!(ran.out.contains("Not all of the input was judged"), cut, "{input:?}");
    }
}

#[test]
fn styles_add_nothing_to_the_words() {
    for (name, arguments, _) in ASKED {
        let styled = check(&[&["--color", "always"], *arguments].concat()).out;
        if ["official", "official-reported", "look-alike", "not-listed"].contains(name) {
            insta::assert_snapshot!(format!("styled-check-{name}"), styled.replace('\u{1b}', "␛"));
        }
        let mut bare = styled;
        for code in ["0", "1", "2", "1;31", "1;32", "1;33", "1;36"] {
            bare = bare.replace(&format!("\u{1b}[{code}m"), "");
        }
        assert_eq!(bare, check(arguments).out, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn any_bytes_are_answered() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;
    for bytes in [&b"@GemZandmeer\xff"[..], b"\xff\xfe", b"x.com/Gem\xc3Zandmeer", b"a \x80 b"] {
        let given = OsString::from_vec(bytes.to_vec());
        let ran = run(&["-d".into(), SMALL.into(), "check".into(), given]);
        let piped = fed(&["-d", SMALL, "--today", "2026-11-21", "check", "-"], bytes);
        assert_eq!(ran.shown(), piped.shown(), "{bytes:?}");
        assert!([1, 3].contains(&ran.status), "{ran:?}");
        let input = json(&[String::from_utf8_lossy(bytes).as_ref()]).0;
        assert!(input[0]["input"].as_str().unwrap().contains('�'), "{bytes:?}");
    }
}

#[test]
fn the_real_directory_answers() {
    for (asked, status, id) in [
        ("POL_Ede", 0, "politie-team-ede"),
        ("https://twitter.com/POL_Ede/", 0, "politie-team-ede"),
        (
            "https://instagram.com/knmi.nl?igsh=abc",
            0,
            "koninklijk-nederlands-meteorologisch-instituut",
        ),
        ("x.com/P0L_Ede", 3, "politie-team-ede"),
    ] {
        let ran = run(&["check", "--json", asked]);
        let answers: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(
            (ran.status, answers["answers"][0]["organisation"]["id"].as_str()),
            (status, Some(id)),
            "{asked}"
        );
    }
}
