//! Letters with Alt, and picking for another program.

use super::screens::shot;
use super::*;
use crate::channel::Channel;
use crate::pick::Pick;
use crate::tui::keys::Focus;
use crate::tui::message::Ending;
use crate::tui::picking::Picking;

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
    assert!(matches!(picks[..], [Pick::Channel(Channel::Website(_))]), "{picks:?}");
    let mut model = picking(Picking::default());
    let picks = picked(&play(&mut model, "minwind<tab><enter>"));
    assert!(matches!(picks[..], [Pick::Channel(Channel::Account(_))]), "{picks:?}");
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
