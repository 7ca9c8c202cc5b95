//! What is accepted in a file and waits all the same: what the file says against itself, and what no page can vouch for.

use std::fs;

use super::Desk;
use super::strangers::{Change, OWN, seen};

#[test]
fn what_a_file_says_against_itself_holds_it() {
    for (against, told) in [
        ("unclear", "nothing on the page tells for sure whose it is"),
        ("seen-without-https", "the page was seen without encryption"),
        ("own-address", "only the page itself says that it was at its address"),
        ("beside gemeente.zandmeer", "gemeente.zandmeer is listed on the same platform already"),
        ("het adres is van een winkel", "het adres is van een winkel"),
    ] {
        let more = format!(
            "platform = \"instagram\"\naccount = \"zandmeer\"\nconfidence = \"low\"\nagainst = [\"{against}\"]"
        );
        let change = Change { kind: "new", more: &more, evidence: seen("official-site", OWN, "") };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert!(!is_written, "{against}: {shown}");
        assert_eq!(shown.matches(told).count(), 2, "by merge and by review, {against}: {shown}");
        let desk = Desk::new();
        fs::write(desk.file("s.toml"), change.text("gemeente-zandmeer")).unwrap();
        assert_eq!(desk.run("merge s.toml --into d.toml --despite").status, 0, "{against}");
    }
    // What the directory knows by now is no reason to wait.
    let more = "platform = \"instagram\"\naccount = \"zandmeer\"\nagainst = [\"page-elsewhere\"]";
    let change = Change { kind: "new", more, evidence: seen("official-site", OWN, "") };
    let (is_written, shown) = change.merged("gemeente-zandmeer");
    assert!(is_written, "{shown}");
}
