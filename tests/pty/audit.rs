//! The audit, in the real program and the files that it writes.

use std::fs;

use crate::program::Program;

const F5: &[u8] = b"\x1b[15~";

#[test]
fn the_audit_is_filtered_exported_followed_to_an_account_and_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start_in(folder.path(), 40, 120);
    program.until_shown("7/7");
    program.press(F5);
    program.until_shown("Alle organisaties");
    program.until_shown("waarschuwingen");
    program.press_each(&[b"\t", b"/", b"MinWind badge-ended", b"\r"]);
    program.until_shown("1 van ");
    program.press(b"e");
    program.until_shown("Exporteert wat nu in beeld is: 1 bevinding");
    program.press(b"\r");
    program.until_shown("Geschreven: ");
    let file = folder.path().join("officieel-audit-2026-11-21.md");
    let report = fs::read_to_string(file).unwrap();
    assert!(report.contains("`badge-ended`") && report.contains("MinWind"), "{report}");
    assert!(report.contains("Filter: “MinWind badge-ended”."), "{report}");
    assert_eq!(report.matches("\n## ").count(), 2, "the scores and one rule: {report}");
    // From the rule to its only finding, and from there to the account.
    program.press_each(&[b"\x1b[B", b"\r"]);
    program.until_shown("terug naar de audit");
    program.until_shown("https://x.com/MinWind");
    program.press(b"\x1b");
    program.until("the filter again", |screen| {
        let contents = screen.contents();
        contents.contains("› MinWind badge-ended") && contents.contains("Esc wist het filter")
    });
    program.press(F5);
    program.until_shown("7/7");
    program.press_each(&[b"\x1b", b"\x1b"]);
    assert_eq!(program.exit_status(), 0);
    program.until_given_back();
}
