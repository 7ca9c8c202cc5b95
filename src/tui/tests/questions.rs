//! The question whether to open an account that is not sure: what answers it, and what takes it back.

use super::updates::status;
use super::*;
use crate::tui::job::Answer;
use crate::tui::loading::{Progress, Step};
use crate::tui::model::Tone;
use crate::tui::screens::audit::job::AuditAnswer;

#[test]
fn an_account_that_is_not_sure_opens_at_the_second_enter() {
    for (query, word) in
        [("gemeente kleinmeer<down><tab>", "gesloten"), ("zandmeer<tab><end><up>", "alleen door")]
    {
        let mut model = fixture(80, 24);
        play(&mut model, query);
        assert_eq!(play(&mut model, "<enter>"), [], "{query}");
        let (tone, text) = status(&model);
        assert_eq!(tone, Tone::Warning);
        assert!(text.contains(word), "{text}");
        assert_eq!(play(&mut model, "<enter>").len(), 1, "{query}");
    }
}

#[test]
fn another_key_takes_the_question_back() {
    let mut model = fixture(80, 24);
    play(&mut model, "gemeente kleinmeer<down><tab><enter>");
    assert!(model.confirming.is_some());
    play(&mut model, "<up><enter>");
    assert!(model.confirming.is_some(), "asked anew");
}

#[test]
fn a_pause_leaves_a_question_and_what_enter_says_to_it() {
    let mut model = fixture(80, 24);
    play(&mut model, "@pol_zand<down><enter>");
    let (before, edit) = (model.status.clone(), model.awaits_pause());
    assert!(model.confirming.is_some() && edit.is_some());
    update(&mut model, Msg::Paused(edit.unwrap()));
    assert_eq!(model.status, before);
    assert_eq!(play(&mut model, "<enter>").len(), 1);
}

/// One message of each kind that comes from a thread or from the terminal, whenever it pleases.
fn from_outside(model: &Model) -> Vec<Msg> {
    let catalogue = model.catalogue.clone().unwrap();
    let done = |answer: Answer| Msg::Done(model.jobs.generation(answer.kind()), answer);
    let address = || "https://www.zandmeer.example".to_owned();
    let message = catalogue.checker.message(&catalogue.directory, &catalogue.index, "", None);
    vec![
        Msg::Resized(model.size),
        Msg::Resized(Size::new(100, 30)),
        Msg::Loading(Progress::begun(Step::Checking)),
        Msg::Loaded(catalogue),
        done(Answer::Search(crate::search::Answer::default())),
        done(Answer::Check(message)),
        done(Answer::Conventions(Vec::new())),
        done(Answer::Audit(AuditAnswer::Families(Vec::new()))),
        done(Answer::Observe(Err("nee".to_owned()))),
        done(Answer::Export(Ok("audit.csv".into()))),
        done(Answer::Export(Err("nee".to_owned()))),
        Msg::HandedOver(address()),
        Msg::OpenFailed { address: address(), why: "nee".to_owned() },
        Msg::NoDisplay(address()),
        Msg::Noticed("let op".to_owned()),
        Msg::Paused(model.browse.check.edit),
    ]
}

#[test]
fn nothing_from_outside_undoes_or_hides_a_question() {
    let asked = || {
        let mut model = fixture(80, 24);
        play(&mut model, "gemeente kleinmeer<down><tab><enter>");
        model
    };
    for number in 0..from_outside(&asked()).len() {
        let mut model = asked();
        let before = model.status.clone();
        let msg = from_outside(&model).swap_remove(number);
        let name: String = format!("{msg:?}").chars().take(60).collect();
        assert_eq!(update(&mut model, msg), None, "{name}");
        assert_eq!(model.status, before, "{name}");
        assert_eq!(play(&mut model, "<enter>").len(), 1, "{name}");
    }
}

#[test]
fn a_question_that_the_mouse_takes_back_is_not_there_to_be_read() {
    for down in [true, false] {
        let mut model = fixture(80, 24);
        play(&mut model, "gemeente kleinmeer<down><tab><enter>");
        assert!(status(&model).1.contains("gesloten"), "{:?}", model.status);
        update(&mut model, Msg::Wheel { column: 5, row: 5, down });
        assert_eq!((&model.status, &model.confirming), (&None, &None), "down: {down}");
    }
}

#[test]
fn what_was_said_behind_a_question_is_said_after_it() {
    let mut model = fixture(80, 24);
    play(&mut model, "gemeente kleinmeer<down><tab><enter>");
    update(&mut model, Msg::Noticed("let op".to_owned()));
    assert!(status(&model).1.contains("gesloten"), "{:?}", model.status);
    play(&mut model, "<up>");
    update(&mut model, Msg::Resized(Size::new(80, 24)));
    assert_eq!(status(&model), (Tone::Warning, "let op"));
}

#[test]
fn a_question_is_read_whole_also_on_a_narrow_screen() {
    for (width, height, is_whole) in
        [(100, 24, true), (80, 24, true), (40, 12, true), (30, 8, true), (20, 6, false)]
    {
        let mut model = fixture(width, height);
        play(&mut model, "gemeente kleinmeer<down><tab><enter>");
        let asked = model.status.as_ref().unwrap().text.clone();
        let buffer = screen(&model, &Theme::mono(false), width, height);
        let rows = buffer.content.chunks(usize::from(width));
        let text: Vec<String> = rows
            .map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>())
            .flat_map(|row| row.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let text = text.join(" ");
        assert_eq!(text.ends_with(&asked), is_whole, "{width}×{height}: {text}");
        assert!(is_whole || text.ends_with('…'), "{width}×{height}: {text}");
        // With the next key all that lay under it is back.
        play(&mut model, "<up>");
        let back = screen(&model, &Theme::mono(false), width, height);
        let mut other = fixture(width, height);
        play(&mut other, "gemeente kleinmeer<down><tab>");
        assert_eq!(back, screen(&other, &Theme::mono(false), width, height));
    }
}
