//! Proposals, one at a time.

mod file_of_others;

use super::*;
use crate::proposals::{Kind, Proposals, Verdict, file};
use crate::tui::job::Job;
use crate::tui::keys::Focus;
use crate::tui::message::Ending;
use crate::tui::screens::observe::writer::OwnFile;
use crate::tui::screens::review::state::ReviewState;
use crate::tui::screens::review::writer::Change;
use crate::tui::tests::screens::shot;

const PROPOSALS: &str = r#"
schema = 1

[[proposal]]
kind = "new"
organisation = "gemeente-zandmeer"
platform = "instagram"
account = "zandmeer"
url = "https://www.instagram.com/zandmeer/"
confidence = "medium"
rules = ["site-wide", "own-name"]
against = ["de naam is ook die van een dorp"]
evidence = [
  { method = "official-site", url = "https://www.zandmeer.example/contact", seen = "2026-11-20", zone = "footer", href = "//instagram.com/zandmeer?igsh=1", excerpt = "Volg ons op Instagram", record = "urn:uuid:0" },
]

[[proposal]]
kind = "confirms"
organisation = "gemeente-kleinmeer"
platform = "x"
account = "kleinmeer"
confidence = "high"
evidence = [{ method = "official-site", url = "https://www.kleinmeer.example/", seen = "2026-11-20" }]

[[proposal]]
kind = "other-owner"
organisation = "ministerie-van-wind"
platform = "x"
account = "MinWind"
evidence = [{ method = "two-way", url = "https://x.example/MinWind", seen = "2026-11-20" }]
"#;

fn proposals() -> Proposals {
    file::read(PROPOSALS.as_bytes()).unwrap()
}

/// The proposals, opened from a file.
pub(super) fn opened() -> ReviewState {
    let path = std::path::PathBuf::from("voorstellen.toml");
    let file = OwnFile { path, name: "voorstellen.toml".to_owned() };
    ReviewState::new(file, proposals())
}

fn review_in(language: Language, width: u16, height: u16) -> Model {
    let mut model = loading(language, width, height);
    model.review = opened();
    load(&mut model, FIXTURE);
    model
}

fn review(width: u16, height: u16) -> Model {
    review_in(Language::Nl, width, height)
}

/// What the last of some effects writes to the file: what it is about, what was decided on that before, and what is now.
fn written(effects: &[Effect]) -> (Kind, [Option<Verdict>; 2]) {
    match effects.last() {
        Some(Effect::Run(_, Job::Review(write))) => {
            let Change { subject, before, after } = &write.change;
            (subject.kind, [before, after].map(|it| it.as_ref().map(|it| it.verdict)))
        }
        other => panic!("nothing is written: {other:?}"),
    }
}

fn decisions(proposals: &Proposals) -> Vec<(Kind, Verdict, Option<&str>)> {
    let decided = proposals.cases.iter().filter_map(|(subject, case)| {
        let decision = case.decision.as_ref()?;
        Some((subject.kind, decision.verdict, decision.reason.as_deref()))
    });
    decided.collect()
}

#[test]
fn an_alarm_comes_first_and_each_is_shown_with_what_it_rests_on() {
    for (width, height) in [(80, 24), (120, 40), (40, 12)] {
        let mut model = review(width, height);
        assert_eq!(model.focus(), Focus::Review);
        shot(&format!("review-alarm-{width}x{height}"), &model, &Theme::ansi(false));
        play(&mut model, "<down>");
        shot(&format!("review-confirms-{width}x{height}"), &model, &Theme::ansi(false));
        play(&mut model, "<down>");
        shot(&format!("review-new-{width}x{height}"), &model, &Theme::ansi(false));
    }
    let mut model = review_in(Language::En, 80, 24);
    play(&mut model, "<end>");
    shot("review-new-80x24-english", &model, &Theme::mono(true));
}

#[test]
fn what_is_decided_is_written_at_once_and_can_be_taken_back() {
    let mut model = review(80, 24);
    let effects = play(&mut model, "l");
    assert_eq!(written(&effects), (Kind::OtherOwner, [None, Some(Verdict::Later)]));
    let effects = play(&mut model, "a");
    assert_eq!(written(&effects), (Kind::Confirms, [None, Some(Verdict::Accepted)]));
    let so_far =
        [(Kind::Confirms, Verdict::Accepted, None), (Kind::OtherOwner, Verdict::Later, None)];
    assert_eq!(decisions(model.review.proposals()), so_far);
    let effects = play(&mut model, "rniet van hen<enter>");
    assert_eq!(written(&effects), (Kind::New, [None, Some(Verdict::Rejected)]));
    let rejected = (Kind::New, Verdict::Rejected, Some("niet van hen"));
    assert!(decisions(model.review.proposals()).contains(&rejected));
    let effects = play(&mut model, "u");
    assert_eq!(written(&effects), (Kind::New, [Some(Verdict::Rejected), None]));
    assert_eq!(decisions(model.review.proposals()), so_far);
    assert_eq!(model.review.selected().unwrap().0.kind, Kind::New);
}

#[test]
fn a_reason_is_typed_and_can_be_given_up() {
    let mut model = review(80, 24);
    play(&mut model, "ra l");
    assert_eq!(model.focus(), Focus::Reason);
    assert_eq!(model.review.reason.as_ref().unwrap().text(), "a l");
    shot("review-reason-80x24", &model, &Theme::ansi(false));
    assert!(play(&mut model, "<esc>").is_empty());
    assert_eq!((model.focus(), model.review.numbers()), (Focus::Review, [3, 3, 3]));
}

#[test]
fn whoever_decided_all_is_told_how_it_goes_on() {
    let mut model = review(80, 24);
    play(&mut model, "aaa");
    assert_eq!(model.review.place(), (2, 3));
    assert_eq!(model.review.numbers(), [1, 3, 0]);
    shot("review-done-80x24", &model, &Theme::ansi(false));
    let mut model = loading(Language::Nl, 80, 24);
    let file = OwnFile { path: "leeg.toml".into(), name: "leeg.toml".to_owned() };
    model.review = ReviewState::new(file, Proposals::default());
    load(&mut model, FIXTURE);
    shot("review-nothing-80x24", &model, &Theme::ansi(false));
    assert!(play(&mut model, "aru").is_empty());
}

#[test]
fn enter_opens_the_page_and_esc_leads_to_the_shell() {
    let mut model = review(80, 24);
    let effects = play(&mut model, "<enter>");
    assert_eq!(effects, [Effect::Open("https://x.example/MinWind".to_owned())]);
    play(&mut model, "<f1>");
    assert_eq!(model.focus(), Focus::Help);
    shot("review-help-80x24", &model, &Theme::ansi(false));
    assert!(play(&mut model, "<esc>").is_empty());
    assert_eq!(model.focus(), Focus::Review);
    assert_eq!(play(&mut model, "<esc>"), [Effect::End(Ending::Quit)]);
}

#[test]
fn the_keys_that_decide_stay_in_sight() {
    for language in [Language::Nl, Language::En] {
        let mut model = review_in(language, 40, 12);
        play(&mut model, "l");
        let text = screen(&model, &Theme::mono(true), 40, 12);
        let last: String =
            text.content.iter().skip(40 * 11).map(ratatui::buffer::Cell::symbol).collect();
        for key in ["a ", "r ", "l ", "u ", "F1"] {
            assert!(last.contains(key), "{key} {last:?}");
        }
    }
}
