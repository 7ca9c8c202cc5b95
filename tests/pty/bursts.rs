//! What comes in one go is text; what the terminal answers is nothing; Ctrl-C and signals overtake both.

use std::fs;
use std::io::Write as _;
use std::thread;

use crate::program::Program;

/// Messages of several lines, as a terminal without bracketed paste hands them over.
const MESSAGES: [&[u8]; 4] = [
    b"knmi\ropen de site\r",
    b"Volg x.com/MinWind\rbadge ontbreekt\rja\r",
    b"zandmeer\rs.v.p. nakijken\rq\r",
    b"MinWind\ryes\r",
];

/// The keys to a place, and what is shown there.
const PLACES: &[(&[&[u8]], &str)] = &[
    (&[], "7/7"),
    (&[b"zandmeer"], "Enter opent zandmeer.example"),
    (&[b"zandmeer", b"\t\x1b[B\x1b[B\x1b[B"], "Enter opent X @GemZandmeer"),
    (&[b"zandmeer", b"\t\x1b[B\x1b[B\x1b[B", b"e"], "Bewijs voor"),
    (&[b"zandmeer", b"\t\x1b[B\x1b[B\x1b[B", b"s"], "Gebruik van"),
    (&[b"@GemZandmeer", b"\x1bOQ"], "is een officieel account"),
    (&[b"\x1b[15~", b"\t"], "waarschuwingen"),
    (&[b"\x1b[17~"], "patronen"),
    (&[b"\x1bOP"], "Hoe zeker"),
];

#[test]
fn a_message_opens_records_copies_and_ends_nothing_anywhere() {
    for (number, (keys, there)) in PLACES.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().to_str().unwrap();
        let browser = folder.path().join("opened");
        let started = format!("/bin/sh -c 'touch {}' %s", browser.display());
        let environment = [("XDG_DATA_HOME", home), ("HOME", home), ("BROWSER", &started)];
        let mut program = Program::start(24, 120, &[], &environment);
        program.until_shown("7/7");
        program.press_each(keys);
        program.until_shown(there);
        for at in [number, number + 1] {
            program.press(MESSAGES[at % MESSAGES.len()]);
            program.until("that it is text", |screen| screen.contents().contains("in één keer"));
        }
        // Whatever would have been done would have been done before this is answered.
        program.press(b"\x1a");
        program.until("the terminal given back", |_| program.count(b"\x1b[?1049l") == 1);
        assert!(!browser.exists(), "{there}");
        assert!(!folder.path().join("officieel/observations.toml").exists(), "{there}");
        assert_eq!(program.count(b"\x1b]52;"), 0, "{there}");
        assert_eq!(program.count("Geen browser".as_bytes()), 0, "{there}");
        assert!(program.child.try_wait().unwrap().is_none(), "{there}");
    }
}

#[test]
fn a_message_without_brackets_is_judged_whole() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"Echt?\rhttps://x.com/GemZandmeer\r");
    program.until_shown("officieel · bevestigd  https://x.com/GemZandmeer");
    program.until_shown("› Echt? https://x.com/GemZandmeer");
    program.until_shown("Wat in één keer binnenkwam is tekst");
    program.press(b"\x1bOQ");
    program.until_shown("is een officieel account van Gemeente Zandmeer");
}

#[test]
fn a_paste_without_an_end_ends_and_control_c_ends_the_program_meanwhile() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x1b[200~zandm\reer");
    program.until_shown("› zandm eer");
    program.press(b"\x15");
    program.press(b"wind");
    program.until_shown("› wind");
    program.press(b"\x1b[200~zand");
    program.send(b"\x03");
    assert_eq!(program.exit_status(), 130);
    program.until_given_back();
}

#[test]
fn late_answers_of_the_terminal_are_never_typed() {
    let answers: [&[u8]; 6] = [
        b"\x1b]11;rgb:ffff/ffff/ffff\x07",
        b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        b"\x1bP>|XTerm(370)\x1b\\",
        b"\x1b[?62;22c",
        b"\x1b[24;80R",
        b"\x1b[?2026;2$y",
    ];
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"z");
    for answer in answers {
        program.press(answer);
        // Cut where a network may cut it, but not behind its first byte: that is the Escape key.
        let (left, right) = answer.split_at(answer.len() / 2);
        program.press(left);
        program.send(right);
    }
    program.press_each(&[b"a", b"n", b"d"]);
    program.until("the query as it was typed", |screen| {
        let contents = screen.contents();
        contents.contains("› zand ") && contents.contains("2/7")
    });
}

#[test]
fn control_c_overtakes_a_hundred_thousand_letters() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.send(&b"politie zwolle ".repeat(6_667));
    program.send(b"\x03");
    assert_eq!(program.exit_status(), 130);
    program.until_given_back();
}

#[test]
fn a_flood_takes_no_memory_and_signals_overtake_it() {
    for signal in ["TERM", "HUP"] {
        let mut program = Program::in_common_window();
        program.until_shown("7/7");
        let id = program.id();
        // Bytes of all kinds, the same each time, without that of Ctrl-C: it may come last.
        let mut state = 1_u32;
        let bytes: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .filter(|byte| *byte != 3)
        .take(1 << 20)
        .collect();
        for _ in 0..2 {
            assert!(program.send(&bytes), "the program ended");
        }
        if let Ok(status) = fs::read_to_string(format!("/proc/{id}/status")) {
            let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
            let kib: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
            assert!(kib < 100 << 10, "{kib} KiB");
        }
        // A terminal that nobody reads any more takes no more, and keeps the thread waiting.
        let mut keys = program.take_keys();
        thread::spawn(move || while keys.write_all(&bytes).is_ok() {});
        program.kill(signal);
        let number = if signal == "TERM" { 15 } else { 1 };
        assert_eq!(program.exit_status(), 128 + number, "{signal:?}");
        // What is sent from now on is echoed over whatever the program left.
        assert!(!program.is_raw(), "{signal:?}");
    }
}
