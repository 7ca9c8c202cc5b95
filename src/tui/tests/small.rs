//! What a small window shows of the organisation.

use super::updates::opened;
use super::*;
use crate::tui::keys::Focus;

#[test]
fn in_a_narrow_window_enter_shows_the_organisation_first() {
    let mut model = fixture(60, 10);
    assert_eq!(play(&mut model, "zandmeer<enter>"), []);
    assert_eq!(model.focus(), Focus::Channels);
    assert_eq!(play(&mut model, "<enter>"), opened("https://www.zandmeer.example"));
}

#[test]
fn in_a_small_window_the_organisation_stands_below_a_list_that_leaves_room() {
    for (width, height, keys, is_shown) in [
        (40, 12, "zandmeer", true),
        (60, 20, "zandmeer", true),
        (60, 10, "zandmeer", false),
        (40, 12, "zandmeer<tab>", true),
        (40, 9, "zandmeer", false),
        (40, 12, "bestaatniet", false),
    ] {
        let mut model = fixture(width, height);
        play(&mut model, keys);
        assert_eq!(model.layout().shows_panel(), is_shown, "{width}x{height} {keys}");
    }
    let mut model = fixture(40, 12);
    assert_eq!(play(&mut model, "zandmeer<enter>"), opened("https://www.zandmeer.example"));
}

#[test]
fn what_there_is_to_know_besides_stands_below_the_channels() {
    let website = "website = \"https://www.zandmeer.example\"\n";
    let text = FIXTURE.replacen(website, &format!("{website}note = \"Een opmerking.\"\n"), 1);
    let mut model = loading(Language::Nl, 80, 40);
    load(&mut model, &text);
    play(&mut model, "zandmeer");
    let rows = crate::tui::layout::panel::rows(&model, &Theme::mono(true), 40);
    let at = |part: &str| rows.iter().position(|row| row.line.to_string().contains(part)).unwrap();
    assert!(at("@GemZandmeer") < at("Een opmerking."));
}
