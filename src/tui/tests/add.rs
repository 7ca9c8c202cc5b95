//! Adding an account of the organisation that is looked at.

use std::fs;
use std::path::Path;

use super::*;
use crate::proposals::{Kind, file};
use crate::tui::job::{Answer, Job};
use crate::tui::keys::Focus;
use crate::tui::model::Tone;
use crate::tui::screens::add::state::Field;
use crate::tui::screens::observe::writer::OwnFile;
use crate::tui::tests::screens::shot;

/// A file of own additions.
pub(super) fn own_file(path: &Path) -> OwnFile {
    OwnFile { path: path.to_owned(), name: "mijn.toml".to_owned() }
}

/// All that is typed for an account of the municipality, in the order of the fields.
const FILLED: &str =
    "zand<tab>nhttps://x.com/zandm<down><down>https://www.zandmeer.example/contact";

fn adding(language: Language, width: u16, height: u16, path: &Path) -> Model {
    let mut model = loading(language, width, height);
    model.add.file = Some(own_file(path));
    load(&mut model, FIXTURE);
    model
}

/// Does what the last of some effects says.
fn write(model: &mut Model, effects: &[Effect]) {
    let Some(Effect::Run(_, Job::Add(add))) = effects.last() else {
        panic!("nothing is written: {effects:?}")
    };
    let catalogue = Arc::clone(model.catalogue.as_ref().unwrap());
    let outcome = add.as_ref().clone().write(model.words, &catalogue, model.today);
    send(model, Msg::Done(0, Answer::Add(Box::new(outcome))));
}

#[test]
fn what_is_asked_and_confirmed_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mijn.toml");
    for (language, name) in [(Language::Nl, "nl"), (Language::En, "en")] {
        for (width, height) in [(80, 24), (40, 12)] {
            let mut model = adding(language, width, height, &path);
            play(&mut model, "zand<tab>n");
            shot(&format!("add-empty-{width}x{height}-{name}"), &model, &Theme::ansi(false));
            play(&mut model, "zandmeer<down>");
            shot(&format!("add-handle-{width}x{height}-{name}"), &model, &Theme::ansi(false));
            play(&mut model, "instagram<down>https://elders.example/<enter>");
            shot(&format!("add-confirm-{width}x{height}-{name}"), &model, &Theme::ansi(false));
        }
    }
}

#[test]
fn an_account_is_written_and_shown_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data").join("mijn.toml");
    let mut model = adding(Language::Nl, 80, 24, &path);
    let before = model.directory().unwrap().account_count();
    let effects = play(&mut model, FILLED);
    assert!(effects.is_empty(), "nothing is written while it is typed: {effects:?}");
    assert!(play(&mut model, "<enter>").is_empty(), "nor before it is confirmed");
    assert_eq!(model.focus(), Focus::Confirm);
    let effects = play(&mut model, "<enter>");
    write(&mut model, &effects);
    let written = file::read(&fs::read(&path).unwrap()).unwrap();
    let (subject, case) = written.cases.iter().next().unwrap();
    assert_eq!((subject.kind, subject.account.as_deref()), (Kind::New, Some("zandm")));
    assert_eq!(case.evidence[0].url, "https://www.zandmeer.example/contact");
    let directory = model.directory().unwrap();
    assert_eq!(directory.account_count(), before + 1);
    let added = directory.accounts().last().unwrap();
    assert!(added.note.as_deref().unwrap().contains("mijn.toml"), "{added:?}");
    assert_eq!(model.focus(), Focus::Channels);
    assert_eq!(model.status.as_ref().unwrap().tone, Tone::Note);
    // Another one goes beside it.
    let effects = play(
        &mut model,
        "nhttps://www.instagram.com/zandmeer<down><down>https://www.zandmeer.example/<enter><enter>",
    );
    write(&mut model, &effects);
    assert_eq!(file::read(&fs::read(&path).unwrap()).unwrap().cases.len(), 2);
}

#[test]
fn what_cannot_be_added_is_told_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mijn.toml");
    for (name, keys) in [
        ("nothing", "<enter>"),
        ("no page", "https://x.com/zand<enter>"),
        ("listed", "https://x.com/GemZandmeer<down><down>https://www.zandmeer.example/<enter>"),
        ("no platform", "zand<down>hyves<down>https://www.zandmeer.example/<enter>"),
        ("no encryption", "https://x.com/zand<down><down>http://www.zandmeer.example/<enter>"),
        (
            "a later day",
            "https://x.com/zand<down><down>https://www.zandmeer.example/<down>9<enter>",
        ),
    ] {
        let mut model = adding(Language::Nl, 80, 24, &path);
        play(&mut model, "zand<tab>n");
        let effects = play(&mut model, keys);
        assert!(effects.is_empty(), "{name}: {effects:?}");
        assert_eq!(model.focus(), Focus::Add, "{name}");
        let form = model.add.form.as_ref().unwrap();
        let is_below = form.wrong(model.directory().unwrap(), today()).is_some();
        let is_said = model.status.as_ref().is_some_and(|it| it.tone == Tone::Error);
        assert!(is_below != is_said, "{name}: told once: {is_below} {is_said}");
    }
}

#[test]
fn what_is_wrong_is_told_once_and_is_where_the_cursor_stands() {
    let folder = tempfile::tempdir().unwrap();
    for (keys, field, told) in [
        ("zandje<down>hyves<enter>", Field::Platform, "hyves is hier geen platform"),
        ("https://x.com/zandje<enter>", Field::Page, "De pagina die het toont"),
        ("<enter>", Field::Account, "is hier geen adres van een account"),
    ] {
        let mut model = adding(Language::Nl, 120, 24, &folder.path().join("mijn.toml"));
        play(&mut model, "zand<tab>n");
        play(&mut model, keys);
        assert_eq!(model.add.form.as_ref().unwrap().field, field, "{keys}");
        let buffer = screen(&model, &Theme::mono(true), 120, 24);
        let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(text.matches(told).count(), 1, "{keys}: {text}");
    }
}

#[test]
fn nothing_that_was_typed_is_lost_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let mut model = adding(Language::Nl, 80, 24, &folder.path().join("mijn.toml"));
    play(&mut model, "zand<tab>n<esc>");
    assert_eq!(model.focus(), Focus::Channels, "nothing was typed");
    play(&mut model, FILLED.strip_prefix("zand<tab>").unwrap());
    play(&mut model, "<enter><esc>");
    assert_eq!(model.focus(), Focus::Add, "back from the question");
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Add, "the first time it is said");
    play(&mut model, "x<esc>");
    assert_eq!(model.focus(), Focus::Add, "more was typed since");
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Channels);
}

#[test]
fn a_file_that_cannot_be_read_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mijn.toml");
    fs::write(&path, "schema = 2\n").unwrap();
    let mut model = adding(Language::Nl, 80, 24, &path);
    let effects = play(&mut model, &format!("{FILLED}<enter><enter>"));
    write(&mut model, &effects);
    assert_eq!(model.status.as_ref().unwrap().tone, Tone::Error);
    assert_eq!(fs::read_to_string(&path).unwrap(), "schema = 2\n");
}

#[test]
fn without_a_file_nothing_can_be_added() {
    let mut model = loading(Language::Nl, 80, 24);
    load(&mut model, FIXTURE);
    play(&mut model, "zand<tab>n");
    assert_eq!(model.focus(), Focus::Channels);
    assert_eq!(model.status.as_ref().unwrap().tone, Tone::Error);
}

#[test]
fn it_is_drawn_at_every_size_whatever_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mijn.toml");
    let long = format!("zand<tab>n{}<down>{}", "a".repeat(300), "é".repeat(90));
    let confirmed = format!("{FILLED}<enter>");
    for script in ["zand<tab>n", &long, FILLED, &confirmed] {
        let mut model = adding(Language::Nl, 80, 24, &path);
        play(&mut model, script);
        play(&mut model, "\u{202e}\u{7}x");
        for width in [0, 1, 2, 5, 12, 24, 40, 59, 60, 80, 120] {
            for height in [0, 1, 2, 4, 6, 8, 12, 24] {
                update(&mut model, Msg::Resized(Size::new(width, height)));
                let buffer = screen(&model, &Theme::ansi(false), width, height);
                let text: String =
                    buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
                assert!(!text.contains(['\u{202e}', '\u{7}']), "{script} {width}x{height}");
            }
        }
    }
}
