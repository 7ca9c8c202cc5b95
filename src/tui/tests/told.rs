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
