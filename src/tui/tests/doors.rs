//! Going from one door of the program to another, by key and by mouse.

use super::*;
use crate::audit::Family;
use crate::directory::Kind;
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
        assert!(model.shown().len() < 2, "{door:?} lies over what was there");
        click(&mut model, door);
        assert_eq!(Door::current(&model), Some(door), "again");
    }
    click(&mut model, Door::Search);
    play(&mut model, "@GemZandmeer<f2>");
    assert_eq!(Door::current(&model), Some(Door::Check));
    click(&mut model, Door::Search);
    assert_eq!((model.browse.query.text().as_str(), model.screen()), ("@GemZandmeer", None));
    play(&mut model, "<c-x>");
    click(&mut model, Door::Audit);
    assert_eq!(Door::current(&model), Some(Door::Search), "a list of actions stays");
}

#[test]
fn the_keys_of_the_doors_lead_from_one_to_the_other() {
    for (keys, door, on_screen) in [
        ("@GemZandmeer<f2><f5>", Door::Audit, 1),
        ("@GemZandmeer<f2><f7>", Door::Presence, 1),
        ("@GemZandmeer<f5><f2>", Door::Check, 1),
        ("@GemZandmeer<f6><f7>", Door::Presence, 1),
        ("@GemZandmeer<f6><f2>", Door::Check, 1),
        ("@GemZandmeer<f7><f5>", Door::Audit, 1),
        ("@GemZandmeer<f7><f2>", Door::Check, 1),
        ("@GemZandmeer<f9><f5>", Door::Audit, 1),
        ("@GemZandmeer<f5><f7>", Door::Presence, 1),
        ("@GemZandmeer<f5><f7><f5>", Door::Audit, 1),
        ("@GemZandmeer<f5>c<f5>", Door::Audit, 1),
        ("@GemZandmeer<f5><f7><f7>", Door::Audit, 1),
        ("@GemZandmeer<f5><f5>", Door::Search, 0),
        ("@GemZandmeer<f7><f7>", Door::Search, 0),
    ] {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        assert_eq!(Door::current(&model), Some(door), "{keys}");
        assert_eq!(model.shown().len(), on_screen, "{keys}");
        assert_eq!(model.browse.query.text(), "@GemZandmeer", "{keys}");
    }
}

#[test]
fn esc_leads_back_to_where_one_came_from_through_any_doors() {
    let all = [("<f2>", Door::Check), ("<f5>", Door::Audit), ("<f7>", Door::Presence)];
    for (first, from) in all {
        for (second, to) in all.into_iter().filter(|it| it.1 != from) {
            let mut model = fixture(80, 24);
            let mut steps = Vec::new();
            for (key, door) in [("@GemZandmeer", Door::Search), (first, from), (second, to)] {
                play(&mut model, key);
                assert_eq!(Door::current(&model), Some(door), "{first}{second} {key}");
                steps.push(search::shown(&model));
            }
            // The key of the door that lies below comes back to it, and so does Esc.
            for back in [first, "<esc>"] {
                play(&mut model, back);
                assert_eq!(search::shown(&model), steps[1], "{first}{second}{back}");
                play(&mut model, second);
                assert_eq!(search::shown(&model), steps[2], "{first}{second}{back}{second}");
            }
            play(&mut model, "<esc><esc>");
            assert_eq!(search::shown(&model), steps[0], "{first}{second}");
        }
    }
}

#[test]
fn doors_go_round_without_a_pile() {
    let mut model = fixture(80, 24);
    play(&mut model, "@GemZandmeer");
    for _ in 0..3 {
        play(&mut model, "<f2><f5><tab><enter><f7><f5><f2>");
        assert!(model.screens.len() < 6, "{:?}", model.screens);
    }
}

#[test]
fn a_door_begins_at_what_was_selected() {
    let zandmeer =
        |model: &Model| model.directory().unwrap().organisation_by_id("gemeente-zandmeer");
    for keys in ["zandmeer<f5>", "zandmeer<tab><f5>", "zandmeer<f7><f5>", "@GemZandmeer<f2><f5>"] {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        assert_eq!(model.audit.family, zandmeer(&model).map(Family::Under), "{keys}");
    }
    for keys in ["minwind<f7>", "minwind<tab><f7>", "minwind<f5><f7>", "<f7>s<esc>minwind<f7>"] {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        let wind = model.directory().unwrap().organisation_by_id("ministerie-van-wind");
        assert!(wind.is_some() && model.presence.organisation() == wind, "{keys}");
    }
    // With nothing selected, and for the same organisation, a door is as it was left.
    for (keys, family) in [("<f5>", None), ("zandmeer<f5><home><f5><f5>", None)] {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        assert_eq!(model.audit.family, family, "{keys}");
    }
    let mut model = fixture(80, 24);
    play(&mut model, "zandmeer<f6><f5>");
    assert_eq!(model.audit.family, Some(Family::Kind(Kind::Municipality)));
}

#[test]
fn help_begins_at_the_keys_that_hold() {
    for (keys, is_first) in
        [("<f1>", true), ("<f5><f1>", false), ("<f6><f1>", false), ("<f7><f1>", false)]
    {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        let Some(Screen::Help(help)) = model.screen() else { panic!("{keys}") };
        assert_eq!(help.first == 0, is_first, "{keys}");
    }
}
