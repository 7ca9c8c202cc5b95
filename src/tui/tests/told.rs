//! Pictures of evidence that was taken back, and of names that were given up.

use super::*;
use crate::tui::tests::screens::shot;

const TOLD: &str = include_str!("../../../tests/fixtures/told.toml");

fn told(width: u16, height: u16) -> Model {
    let mut model = loading(Language::Nl, width, height);
    load(&mut model, TOLD);
    model
}

#[test]
fn a_former_handle_above_the_hits_and_in_full() {
    let theme = Theme::ansi(false);
    let mut model = told(80, 24);
    paste(&mut model, "https://x.com/mingolfoud");
    shot("told-former-above", &model, &theme);
    play(&mut model, "<f2>");
    shot("told-former-in-full", &model, &theme);
}

#[test]
fn evidence_that_was_taken_back_and_that_others_keep() {
    let theme = Theme::ansi(false);
    for (name, script) in [("facebook", "schelpdorp<tab><down><f3>"), ("x", "schelpdorpnl<f3>")] {
        let mut model = told(120, 40);
        play(&mut model, script);
        shot(&format!("told-evidence-{name}"), &model, &theme);
    }
    let mut model = told(120, 40);
    play(&mut model, "schelpdorp");
    shot("told-organisation", &model, &theme);
    let mut model = told(80, 24);
    play(&mut model, "mingolfoud");
    shot("told-search", &model, &theme);
}

/// The small directory with a Facebook page that has only a number, and perhaps this line besides.
fn with_number(display_name: &str) -> String {
    let names = r#"[[platform.names]]
id = "handle"
syntax = "[A-Za-z0-9.]{1,50}""#;
    let ids = r#"[[platform.names]]
id = "page-id"
syntax = "[0-9]{5,20}"
case = "kept"
platform_id = true
address = "https://www.facebook.com/profile.php?id={name}"
forms = ["/profile.php?id={name}"]"#;
    let page = format!("platform_id = \"1132781990073903\"\n{display_name}");
    let (head, tail) = FIXTURE.split_once(names).unwrap();
    let (handle, rest) = tail.split_once("\n\n").unwrap();
    let text = format!("{head}{names}{handle}\n\n{ids}\n\n{rest}");
    text.replace("handle = \"gemeentezandmeer\"", &page)
}

#[test]
fn a_number_of_the_platform_is_no_name() {
    for (display_name, expected) in
        [("display_name = \"Zandmeer aan Zee\"", "“Zandmeer aan Zee”"), ("", "pagina")]
    {
        let mut model = loading(Language::Nl, 80, 40);
        load(&mut model, &with_number(display_name));
        play(&mut model, "zandmeer<tab><end><up>");
        let shown = crate::tui::tests::search::shown(&model);
        assert!(shown.contains(&format!("Facebook   {expected}")), "{shown}");
        assert_eq!(shown.matches(expected).count(), 2, "in the channels and behind Enter: {shown}");
        assert!(!shown.contains("1132781990073903"), "{shown}");
        play(&mut model, "<f5>");
        let (directory, findings) = (model.directory().unwrap(), model.audit.findings().unwrap());
        let about: Vec<String> = findings
            .iter()
            .map(|item| crate::tui::layout::finding::subject(&model, directory, &item.finding).1)
            .collect();
        assert!(about.contains(&format!("fb {expected}")), "{about:?}");
        assert!(about.iter().all(|it| !it.contains("1132781990073903")), "{about:?}");
    }
}

#[test]
fn what_holds_for_all_accounts_is_told_once() {
    let team = |text: &str| {
        let mut model = loading(Language::Nl, 120, 40);
        load(&mut model, text);
        play(&mut model, "basisteam zandmeer");
        crate::tui::tests::search::shown(&model)
    };
    let shown = team(FIXTURE);
    let said = Language::Nl.words().all_badge_and_status_unknown;
    let flowed: String = shown.split_whitespace().collect();
    let is_said = |text: &str| flowed.contains(&text.replace(' ', ""));
    assert!(!shown.contains("vinkje en gebruik onbekend"), "{shown}");
    assert!(said.split_whitespace().all(is_said), "{shown}");
    // One account that is known to be used: of the others, nothing is known of that.
    let shown = team(&FIXTURE.replace(
        "display_name = \"Politie Zandmeer\"",
        "display_name = \"Politie Zandmeer\"\nstatus = \"active\"",
    ));
    assert!(shown.contains("Van geen account is bekend of er een vinkje is."), "{shown}");
    assert_eq!(shown.matches("gebruik onbekend").count(), 1, "{shown}");
    // What is a warning stands at each account that it warns of.
    let closed =
        FIXTURE.replace("purpose = \"webcare\"\nstatus = \"active\"", "status = \"closed\"");
    let closed = closed.replace(
        "handle = \"gemeentezandmeer\"",
        "handle = \"gemeentezandmeer\"\nstatus = \"closed\"",
    );
    let mut model = loading(Language::Nl, 120, 40);
    load(&mut model, &closed);
    play(&mut model, "zandmeer");
    assert!(crate::tui::tests::search::shown(&model).matches("gesloten").count() >= 2);
}
