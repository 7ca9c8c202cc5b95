//! Going from one door of the program to another, by key and by mouse.

use super::*;
use crate::tui::layout::doors::{Door, labels};
use crate::tui::model::Screen;

#[test]
fn a_click_on_the_bar_goes_through_a_door_unless_something_is_being_written() {
    let mut model = fixture(80, 24);
    let labels = labels(&model, &Theme::mono(true), &model.layout());
    let click = |model: &mut Model, door: Door| {
        let label = labels.iter().find(|it| it.door == door).unwrap();
        send(model, Msg::Click { column: label.column + 2, row: 0 });
    };
    for door in [Door::Audit, Door::Presence, Door::Search, Door::Presence, Door::Audit] {
        click(&mut model, door);
        assert_eq!(Door::current(&model), Some(door));
        assert!(model.shown().len() < 2, "{door:?} replaces what was there");
        click(&mut model, door);
        assert_eq!(Door::current(&model), Some(door), "again");
    }
    click(&mut model, Door::Search);
    play(&mut model, "zandmeer<f2>");
    assert_eq!(Door::current(&model), Some(Door::Check));
    click(&mut model, Door::Search);
    assert_eq!((model.browse.query.text().as_str(), model.screen()), ("zandmeer", None));
    play(&mut model, "<c-x>");
    click(&mut model, Door::Audit);
    assert_eq!(Door::current(&model), Some(Door::Search), "a list of actions stays");
}

#[test]
fn the_keys_of_the_doors_lead_from_one_to_the_other() {
    for (keys, door, on_screen) in [
        ("zandmeer<f2><f5>", Door::Audit, 1),
        ("zandmeer<f2><f7>", Door::Presence, 1),
        ("zandmeer<f5><f2>", Door::Check, 1),
        ("zandmeer<f6><f7>", Door::Presence, 1),
        ("zandmeer<f6><f2>", Door::Check, 1),
        ("zandmeer<f7><f5>", Door::Audit, 1),
        ("zandmeer<f7><f2>", Door::Check, 1),
        ("zandmeer<f9><f5>", Door::Audit, 1),
        // From the audit, who is where is looked up, and it is come back from.
        ("zandmeer<f5><f7>", Door::Presence, 2),
        ("zandmeer<f5><f7><f5>", Door::Audit, 1),
        ("zandmeer<f5>c<f5>", Door::Audit, 1),
        ("zandmeer<f5><f7><f7>", Door::Audit, 1),
        ("zandmeer<f5><f5>", Door::Search, 0),
        ("zandmeer<f7><f7>", Door::Search, 0),
    ] {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        assert_eq!(Door::current(&model), Some(door), "{keys}");
        assert_eq!(model.shown().len(), on_screen, "{keys}");
        assert_eq!(model.browse.query.text(), "zandmeer", "{keys}");
    }
}

#[test]
fn help_begins_at_the_keys_that_hold() {
    for (keys, is_first) in
        [("<f1>", true), ("<f5><f1>", false), ("<f6><f1>", false), ("<f7><f1>", false)]
    {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        let Some(Screen::Help { first }) = model.screen() else { panic!("{keys}") };
        assert_eq!(*first == 0, is_first, "{keys}");
    }
}
