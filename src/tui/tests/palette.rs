//! Everything by name, and picking for another program.

use super::screens::shot;
use super::*;
use crate::channel::Channel;
use crate::pick::Pick;
use crate::tui::keys::Focus;
use crate::tui::message::Ending;
use crate::tui::picking::Picking;
use crate::tui::tests::search::shown;
use crate::tui::theme::choice::ThemeName;

#[test]
fn the_palette_lists_what_can_be_done_below_it() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut model = fixture(width, height);
        play(&mut model, "zand<c-x>");
        shot(&format!("palette-{width}x{height}-ansi"), &model, &Theme::ansi(false));
    }
}

#[test]
fn what_is_chosen_is_done_below() {
    for (script, focus) in [
        ("zand<c-x>patronen<enter>", Focus::Conventions),
        ("zand<c-x>conventions<enter>", Focus::Conventions),
        ("zand<c-x>f5<enter>", Focus::Audit),
        ("<f5>:help<enter>", Focus::Help),
        ("zand<tab>:QR<enter>", Focus::QrCode),
        ("zand<c-x><esc>", Focus::Query),
        ("zand<c-x><c-x>", Focus::Query),
        ("zand<c-x>zzz<enter>", Focus::Palette),
        ("zand<c-x>zzz<esc>", Focus::Palette),
    ] {
        let mut model = fixture(80, 24);
        play(&mut model, script);
        assert_eq!(model.focus(), focus, "{script}");
    }
}

#[test]
fn theme_language_and_commands_are_a_word_away() {
    let mut model = fixture(80, 24);
    let theme = Effect::Theme(ThemeName::HighContrast);
    assert_eq!(play(&mut model, "zandmeer<c-x>thema high<enter>"), [theme]);
    assert_eq!(model.focus(), Focus::Query);
    let copied = Effect::Copy("officieel forget".to_owned());
    assert_eq!(play(&mut model, "<c-x>wis geschiedenis<enter>"), [copied]);
    assert!(model.status.as_ref().unwrap().text.contains("officieel forget"));
    // What was worked out in one language is told in the other.
    play(&mut model, "<f5>:english<enter>");
    assert_eq!(model.words.language, Language::En);
    play(&mut model, "<right>");
    let told = shown(&model);
    assert!(told.contains("note") && !told.contains("notitie"), "{told}");
    play(&mut model, "<esc>");
    assert!(shown(&model).contains("The government in Zandmeer"), "{}", shown(&model));
    assert_eq!(selected(&model), "Gemeente Zandmeer");
    play(&mut model, "<f7><enter><c-x>taal nederlands<enter>");
    assert_eq!((model.words.language, model.browse.hits.len()), (Language::Nl, 1));
}

#[test]
fn a_letter_with_alt_stands_for_a_function_key() {
    for (letter, focus) in [('a', Focus::Audit), ('h', Focus::Help), ('w', Focus::Presence)] {
        let mut model = fixture(80, 24);
        let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT);
        let msg = translate(Pressed::Key(key), model.situation()).unwrap();
        send(&mut model, msg);
        assert_eq!(model.focus(), focus, "{letter}");
    }
}

fn picking(picking: Picking) -> Model {
    let mut model = fixture(80, 24);
    model.picking = Some(picking);
    model
}

fn picked(effects: &[Effect]) -> Vec<Pick> {
    match effects {
        [Effect::End(Ending::Picked(picks))] => picks.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn enter_picks_what_it_would_open() {
    let mut model = picking(Picking::default());
    let picks = picked(&play(&mut model, "gemeente zandmeer<enter>"));
    assert!(matches!(picks[..], [Pick::Channel(_, Channel::Website(_))]), "{picks:?}");
    let mut model = picking(Picking::default());
    let picks = picked(&play(&mut model, "minwind<tab><enter>"));
    assert!(matches!(picks[..], [Pick::Channel(_, Channel::Account(_))]), "{picks:?}");
}

#[test]
fn a_guess_is_picked_at_the_second_press_only() {
    let mut model = picking(Picking { of_organisations: true, ..Picking::default() });
    assert_eq!(play(&mut model, "kleinmr<enter>"), []);
    assert!(model.status.is_some());
    let picks = picked(&play(&mut model, "<enter>"));
    assert!(matches!(picks[..], [Pick::Organisation(_)]), "{picks:?}");
}

#[test]
fn marks_are_shown_kept_and_taken_back() {
    let several = Picking { of_organisations: true, is_multiple: true, ..Picking::default() };
    let mut model = picking(several);
    play(&mut model, "zandmeer<tab>");
    shot("picking-marked-80x24-ansi", &model, &Theme::ansi(false));
    play(&mut model, "<up><tab>");
    assert_eq!(model.picking.as_ref().unwrap().marked, []);
    // What is marked is kept while something else is searched.
    play(&mut model, "<up><tab><c-u>minwind<tab>");
    let picks = picked(&play(&mut model, "<enter>"));
    assert_eq!(picks.len(), 2);
}
