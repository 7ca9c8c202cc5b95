//! `officieel --plain`: transcripts of what people come for, and what must not break a dialogue.

use super::harness::{fed, run};

/// What is told to whoever types these lines.
fn transcript(language: &str, lines: &str) -> String {
    let arguments = ["--plain", "--today", "2026-11-21", "--no-overlay", "--lang", language];
    let ran = fed(&[&["-d", super::harness::SMALL], &arguments[..]].concat(), lines.as_bytes());
    assert_eq!(ran.status, 0, "{lines}: {}", ran.err);
    // What a command complains of goes to the error output, as ever.
    if ran.err.is_empty() { ran.out } else { format!("{}--- error output\n{}", ran.out, ran.err) }
}

#[test]
fn whoever_looks_for_an_account_finds_it_with_its_evidence() {
    let lines = "zandmeer\n1\n4\nback\n2\nopen 7\nmore\nstop\n";
    insta::assert_snapshot!("find-en", transcript("en", lines));
    insta::assert_snapshot!("find-nl", transcript("nl", "zandmeer\n1\n4\nterug\n2\nmeer\nstop\n"));
}

#[test]
fn whoever_was_sent_a_message_is_told_whether_it_is_real() {
    let lines = "message\nDear reader,\nfollow https://x.com/P0L_Zandmeer\nor lose your benefits\n.\n@GemZandmeer\n1\nquit\n";
    insta::assert_snapshot!("real-en", transcript("en", lines));
    let lines =
        "bericht\nBeste lezer,\nvolg https://x.com/P0L_Zandmeer\n.\nzandmeer.example\nstop\n";
    insta::assert_snapshot!("real-nl", transcript("nl", lines));
}

#[test]
fn whoever_keeps_accounts_in_order_audits_them_in_the_same_lines() {
    let lines = "?\n:audit kind:municipality --severity warning\n:explain badge-old\n:list on:instagram\n\
                 :audit 'soort:gemeente\n:--nonsense\n:search\nstop\n";
    insta::assert_snapshot!("in-order-en", transcript("en", lines));
}

/// A line that is too long to be judged whole, or that leads to more than is judged, has its verdict all the same.
#[test]
fn of_a_line_that_is_not_judged_whole_that_is_told() {
    let official = "https://www.zandmeer.example";
    let long = format!("Gemeente Zandmeer: {official} {}", "en meer ".repeat(4_000));
    let many: Vec<String> = (0..30).map(|at| format!("{official}/{at}")).collect();
    for line in [long, many.join(" ")] {
        let told = transcript("en", &format!("{line}\nquit\n"));
        assert!(told.contains("[can't be confirmed]"), "{told}");
    }
}

#[test]
fn nothing_that_is_typed_breaks_it() {
    let long = "x".repeat(200_000);
    for (name, lines) in [
        ("nothing", String::new()),
        ("no end of line", "zandmeer".to_owned()),
        ("empty lines", "\n\n\n".to_owned()),
        ("no such number", "7\nopen 7\nzandmeer\n98\nopen 98\n".to_owned()),
        ("nowhere to go back to", "back\nback\nmore\nmore\n".to_owned()),
        ("a message without an end", "message\nx.com/GemZandmeer\n".to_owned()),
        ("a long line", format!("{long}\nzandmeer\n")),
        ("a command that reads", ":check\n:serve\n:check -\n".to_owned()),
        ("itself", ":--plain\n::\n:\n".to_owned()),
        ("signs that steer", "\u{1b}[2J\u{202e}zandmeer\u{7}\n".to_owned()),
    ] {
        let arguments = ["--plain", "--today", "2026-11-21", "--no-overlay", "--lang", "en"];
        let ran = fed(&[&["-d", super::harness::SMALL], &arguments[..]].concat(), lines.as_bytes());
        assert_eq!(ran.status, 0, "{name}: {}", ran.shown());
        let is_harmless = |c: char| c == '\n' || !(c.is_control() || c == '\u{202e}');
        assert!(ran.out.chars().all(is_harmless), "{name}: {}", ran.out);
    }
    let ran = fed(&["--plain", "-d", "-"], b"");
    assert_eq!(ran.status, 2, "{}", ran.shown());
    // A command tells all in lines already, and nobody picks in lines.
    let plain = run(&["--plain", "search", "knmi", "--limit", "1"]);
    assert_eq!(plain.out, run(&["search", "knmi", "--limit", "1"]).out);
    for option in ["--print=url", "--multi", "--select-1", "--exit-0"] {
        let ran = run(&["--plain", option, "knmi"]);
        assert!(ran.status == 2 && ran.err.contains("--plain"), "{option}: {}", ran.shown());
    }
}

#[test]
fn no_line_needs_a_colour_a_column_or_a_box_to_be_understood() {
    let told = transcript("nl", "zandmeer\n2\n4\n@GemZandmeer\nstop\n");
    for line in told.lines() {
        assert!(!line.contains(['│', '─', '┬', '▌', '\u{1b}']), "{line}");
    }
}
