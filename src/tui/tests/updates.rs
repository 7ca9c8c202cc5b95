//! What keys change and do.

use super::*;
use crate::tui::keys::Focus;
use crate::tui::layout::help;
use crate::tui::message::Ending;
use crate::tui::model::{Screen, Tone};

pub(super) fn opened(address: &str) -> Vec<Effect> {
    vec![Effect::Open(address.to_owned())]
}

pub(super) fn status(model: &Model) -> (Tone, &str) {
    let status = model.status.as_ref().unwrap();
    (status.tone, &status.text)
}

#[test]
fn typing_filters_at_once_and_the_best_hit_is_selected() {
    let mut model = fixture(80, 24);
    let all = model.browse.hits.len();
    assert_eq!(all, model.directory().unwrap().organisation_count());
    play(&mut model, "zandm");
    assert!(model.browse.hits.len() < all);
    assert_eq!(selected(&model), "Gemeente Zandmeer");
}

#[test]
fn what_is_typed_before_the_directory_is_there_is_kept() {
    let mut model = loading(Language::Nl, 80, 24);
    assert_eq!(play(&mut model, "kleinmeer<enter>"), []);
    load(&mut model, FIXTURE);
    assert_eq!(model.browse.query.text(), "kleinmeer");
    assert!(model.browse.hits.iter().any(|hit| {
        model.directory().unwrap().organisation(hit.organisation).name == "Gemeente Kleinmeer"
    }));
}

#[test]
fn a_chosen_organisation_stays_selected_while_it_is_found() {
    let mut model = fixture(80, 24);
    play(&mut model, "zand<down>");
    let chosen = selected(&model).to_owned();
    assert_ne!(chosen, "Gemeente Zandmeer");
    play(&mut model, "m");
    assert_eq!(selected(&model), chosen);
    play(&mut model, "<c-u>wind");
    assert_eq!(selected(&model), "Ministerie van Wind en Weer");
    play(&mut model, "<c-u>zand");
    assert_eq!(selected(&model), "Gemeente Zandmeer", "the choice is forgotten");
}

#[test]
fn the_list_is_moved_through_by_step_page_and_end() {
    let mut model = fixture(80, 24);
    let last = model.browse.hits.len() - 1;
    for (keys, expected) in [
        ("<down>", 0),
        ("<down>", 1),
        ("<c-n>", 2),
        ("<up>", 1),
        ("<c-p><up>", 0),
        ("<end>", last),
        ("<home>", 0),
        ("<pgdn>", last),
        ("<down>", last),
        ("<pgup>", 0),
    ] {
        play(&mut model, keys);
        assert_eq!(model.browse.selected, expected, "{keys}");
    }
}

#[test]
fn enter_opens_the_preferred_channel_that_is_on_screen() {
    let mut model = fixture(80, 24);
    assert_eq!(play(&mut model, "zandmeer<enter>"), opened("https://www.zandmeer.example"));
    assert_eq!(status(&model).0, Tone::Note);
    let mut asked = fixture(80, 24);
    assert_eq!(play(&mut asked, "minwind<enter>"), opened("https://x.com/MinWind"));
}

#[test]
fn channels_are_walked_copied_scanned_and_proved() {
    let mut model = fixture(80, 24);
    play(&mut model, "zandmeer<tab><down><down><down>");
    assert_eq!(play(&mut model, "y"), [Effect::Copy("https://x.com/GemZandmeer".to_owned())]);
    assert_eq!(play(&mut model, "o"), opened("https://www.zandmeer.example"));
    play(&mut model, "e");
    assert_eq!(model.focus(), Focus::Evidence);
    assert_eq!(play(&mut model, "<down><down><enter>"), opened("https://www.wikidata.org/wiki/Q1"));
    play(&mut model, "<esc>q");
    assert_eq!(
        model.screen(),
        Some(&Screen::QrCode { address: "https://x.com/GemZandmeer".into() })
    );
    play(&mut model, "<esc><esc>");
    assert_eq!(model.focus(), Focus::Query);
}

#[test]
fn a_phone_number_is_copied_and_never_opened() {
    let mut model = fixture(80, 24);
    play(&mut model, "zandmeer<tab><down>");
    assert_eq!(play(&mut model, "<enter>"), []);
    assert!(status(&model).1.contains("y kopieert"));
    assert_eq!(play(&mut model, "y"), [Effect::Copy("14 099".to_owned())]);
}

#[test]
fn while_typing_the_same_is_done_with_control_and_function_keys() {
    let mut model = fixture(80, 24);
    let copied = play(&mut model, "minwind<c-y>");
    assert_eq!(copied, [Effect::Copy("https://x.com/MinWind".to_owned())]);
    assert_eq!(play(&mut model, "<c-o>"), opened("https://www.wind.overheid.example/contact"));
    play(&mut model, "<f3>");
    assert_eq!(model.focus(), Focus::Evidence);
    play(&mut model, "<esc><f4>");
    assert_eq!(model.focus(), Focus::QrCode);
}

#[test]
fn escape_backs_out_one_step_at_a_time() {
    let mut model = fixture(80, 24);
    play(&mut model, "zand<tab><end><up>e");
    let mut steps = Vec::new();
    for _ in 0..5 {
        let effects = play(&mut model, "<esc>");
        steps.push((model.focus(), model.browse.query.text(), effects));
    }
    let quit = vec![Effect::End(Ending::Quit)];
    assert_eq!(
        steps,
        [
            (Focus::Channels, "zand".to_owned(), vec![]),
            (Focus::Query, "zand".to_owned(), vec![]),
            (Focus::Query, String::new(), vec![]),
            (Focus::Query, String::new(), vec![]),
            (Focus::Query, String::new(), quit),
        ]
    );
}

#[test]
fn control_c_quits_at_once_from_anywhere() {
    for script in ["", "zand", "zand<tab>", "zand<f3>", "zand<f4>", "<f1>"] {
        let mut model = fixture(80, 24);
        play(&mut model, script);
        let effects = play(&mut model, "<c-c>");
        assert_eq!(effects, [Effect::End(Ending::Interrupted)], "{script}");
    }
}

#[test]
fn help_is_one_key_away() {
    let mut model = fixture(80, 24);
    play(&mut model, "?");
    assert_eq!(model.focus(), Focus::Help);
    play(&mut model, "<end><esc>zand?");
    assert_eq!(
        model.browse.query.text(),
        "zand?",
        "a question mark is text once something is typed"
    );
    play(&mut model, "<f1>");
    assert_eq!(model.focus(), Focus::Help);
}

#[test]
fn the_outcome_of_opening_is_said() {
    let mut model = fixture(120, 24);
    play(&mut model, "zandmeer");
    let address = || "https://www.zandmeer.example".to_owned();
    send(&mut model, Msg::HandedOver(address()));
    assert_eq!(
        status(&model),
        (Tone::Note, "Aan de browser gegeven: https://www.zandmeer.example")
    );
    send(&mut model, Msg::OpenFailed { address: address(), why: "geen\u{1b}[2J".into() });
    let (tone, text) = status(&model);
    assert_eq!(tone, Tone::Error);
    assert!(text.contains("Ctrl-Y kopieert") && text.contains("F4") && text.contains("‹U+001B›"));
    send(&mut model, Msg::NoDisplay(address()));
    assert_eq!(status(&model).0, Tone::Warning);
    play(&mut model, "<down>");
    assert_eq!(model.status, None, "a status goes at the next key");
}

#[test]
fn a_paste_is_one_edit_without_hostile_characters() {
    let mut model = fixture(80, 24);
    send(&mut model, Msg::Burst(Burst::pasted("  zand\u{202E}me\ner\r\n".to_owned())));
    assert_eq!(model.browse.query.text(), "zandme er");
}

#[test]
fn a_click_selects_what_it_hits() {
    let mut narrow = fixture(79, 24);
    let row = narrow.layout().list.y + 3;
    play(&mut narrow, "<down>");
    send(&mut narrow, Msg::Click { column: 5, row });
    assert_eq!(narrow.browse.selected, 1, "two lines are one organisation");
    let mut model = fixture(80, 24);
    let layout = model.layout();
    let list = |row| Msg::Click { column: 5, row: layout.list.y + row };
    send(&mut model, list(3));
    assert!(model.is_at_start(), "no list is seen there");
    play(&mut model, "<down>");
    send(&mut model, list(3));
    assert_eq!(model.browse.selected, 3, "beside the organisation one line is one");
    play(&mut model, "zandmeer");
    let first_channel = crate::tui::layout::panel::rows(&model, &Theme::mono(true), 40)
        .iter()
        .position(|row| row.channel == Some(1))
        .unwrap();
    let layout = model.layout();
    let row = layout.panel.y + u16::try_from(first_channel).unwrap();
    send(&mut model, Msg::Click { column: layout.panel.x + 3, row });
    assert_eq!((model.focus(), model.browse.channel), (Focus::Channels, 1));
    send(&mut model, Msg::Click { column: 5, row: layout.prompt.y });
    assert_eq!(model.focus(), Focus::Query);
}

#[test]
fn the_wheel_moves_what_lies_under_it() {
    let mut model = fixture(80, 24);
    let wheel = |column, down| Msg::Wheel { column, row: 10, down };
    send(&mut model, wheel(3, true));
    send(&mut model, wheel(3, true));
    assert_eq!(model.browse.selected, 1);
    send(&mut model, wheel(3, false));
    assert_eq!(model.browse.selected, 0);
    send(&mut model, wheel(60, true));
    send(&mut model, wheel(60, true));
    assert_eq!((model.focus(), model.browse.channel), (Focus::Channels, 1));
}

#[test]
fn signals_and_a_broken_directory_end_the_program() {
    let mut model = loading(Language::Nl, 80, 24);
    let end = send(&mut model, Msg::Signal(15));
    assert_eq!(end, Some(Effect::End(Ending::Signal(15))));
    let why = "regel 3: kapot".to_owned();
    let end = send(&mut model, Msg::LoadFailed(why.clone()));
    assert_eq!(end, Some(Effect::End(Ending::LoadFailed(why))));
}

#[test]
fn the_rows_of_a_text_are_counted_when_they_may_have_changed_and_not_to_scroll() {
    let mut model = fixture(80, 24);
    play(&mut model, "<f1>");
    let rows = model.text_height;
    assert!(rows > 24, "{rows}");
    // Whatever scrolls takes the number that stands there.
    model.text_height = 0;
    play(&mut model, "<down><pgdn><end>");
    update(&mut model, Msg::Resized(Size::new(80, 24)));
    assert_eq!(model.text_height, 0);
    let narrower = Size::new(30, 24);
    update(&mut model, Msg::Resized(narrower));
    assert!(model.text_height > rows, "{} of {rows}", model.text_height);
}

#[test]
fn the_help_is_read_by_whole_pages_to_its_last() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut model = fixture(width, height);
        play(&mut model, "<f1>");
        let body = usize::from(model.layout().body().height);
        let first = |model: &Model| match model.screen() {
            Some(Screen::Help(help)) => help.first,
            _ => panic!("no help"),
        };
        play(&mut model, "<pgdn>");
        assert_eq!(first(&model), body - 1, "a line of the page before stays");
        play(&mut model, "G");
        let rows = help::height(model.words, model.keymap, width, "");
        assert_eq!(first(&model), rows - body, "the last page is full");
        play(&mut model, "<pgdn>");
        assert_eq!(first(&model), rows - body);
        play(&mut model, "g");
        assert_eq!(first(&model), 0);
    }
}

#[test]
fn the_help_is_narrowed_down_by_words() {
    let mut model = fixture(100, 30);
    play(&mut model, "<f1>/KLEMBORD adres<enter>");
    let shown = |model: &Model| match model.screen() {
        Some(Screen::Help(help)) => {
            let theme = Theme::mono(true);
            let rows = help::rows(model.words, model.keymap, &theme, 100, &help.filter.text());
            Some(rows.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        }
        _ => None,
    };
    let none = shown(&model).unwrap();
    assert!(none.contains(model.words.palette_nothing), "{none}");
    play(&mut model, "/<c-u>kopieert");
    let some = shown(&model).unwrap();
    assert!(some.contains("kopieert adres") && !some.contains("opent het kanaal"), "{some}");
    assert_eq!(model.focus(), Focus::Filter);
    play(&mut model, "<esc>");
    assert!(shown(&model).unwrap().contains("opent het kanaal"), "Esc clears it first");
    play(&mut model, "<esc>");
    assert!(shown(&model).is_none(), "and then leaves");
}

#[test]
fn what_is_laid_over_the_audit_or_the_conventions_leaves_their_first_line() {
    for (there, over) in [
        ("zand<f6><tab>", "s"),
        ("zand<f6><tab>", "e"),
        ("zand<f6><tab>", "q"),
        ("zand<f6>", "<f1>"),
        ("<f5><tab>", "<f1>"),
        ("<f5><tab>", "w"),
        ("<f5><tab>e", "<f1>"),
        ("<f5>/zand", "<f1>"),
    ] {
        let mut model = fixture(100, 30);
        model.observe.file = Some("waarnemingen.toml".to_owned());
        play(&mut model, there);
        let line = |model: &Model| -> String {
            let buffer = screen(model, &Theme::mono(false), 100, 30);
            let cells = buffer.content.iter().take(100);
            cells.map(ratatui::buffer::Cell::symbol).collect()
        };
        let before = line(&model);
        play(&mut model, over);
        // The hint how to filter goes; where the reader is stays.
        let hint = model.words.filter_hint;
        let place = |line: &str| {
            let line = line.replace(hint, "");
            line.split("  ").find(|it| !it.is_empty()).map(|it| it.trim().to_owned())
        };
        assert_eq!(place(&line(&model)), place(&before), "{there}{over}");
        assert!(!line(&model).contains(model.words.prompt_hint), "{there}{over}");
    }
}

#[test]
fn what_is_taken_in_is_never_dropped_for_lack_of_time() {
    use std::time::Duration;
    let late = crate::tui::FRAME + Duration::from_millis(1);
    assert_eq!(crate::tui::in_time(late, || -> Option<u8> { panic!("taken, and lost") }), None);
    assert_eq!(crate::tui::in_time(Duration::ZERO, || Some(1)), Some(1));
}
