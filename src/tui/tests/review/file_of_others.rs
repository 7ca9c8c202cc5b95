//! Others change the file of proposals while it is on screen.

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::tui::job::{self, Answer};
use crate::tui::model::Tone;

/// What another sweep found.
const SWEPT: &str = r#"
[[proposal]]
kind = "new"
organisation = "gemeente-kleinmeer"
platform = "instagram"
account = "kleinmeer"
evidence = [{ method = "official-site", url = "https://www.kleinmeer.example/", seen = "2026-11-20" }]
"#;

/// A file that is on screen.
struct Desk {
    _folder: tempfile::TempDir,
    path: PathBuf,
    model: Model,
}

impl Desk {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("voorstellen.toml");
        fs::write(&path, text).unwrap();
        let mut model = loading(Language::En, 80, 24);
        let file = OwnFile { path: path.clone(), name: "voorstellen.toml".to_owned() };
        model.review = ReviewState::new(file, file::read(text.as_bytes()).unwrap());
        load(&mut model, FIXTURE);
        Self { _folder: folder, path, model }
    }

    fn new() -> Self {
        Self::with(PROPOSALS)
    }

    /// Presses keys, and does what they have done, each after the one before.
    fn press(&mut self, keys: &str) {
        let effects = play(&mut self.model, keys);
        for effect in effects {
            let Effect::Run(generation, job) = effect else { continue };
            let catalogue = self.model.catalogue.clone().unwrap();
            let context = job::Context { words: self.model.words, ..support::context() };
            let answer = job.run(&context, &catalogue, &|| false).unwrap();
            assert!(matches!(answer, Answer::Review(_)));
            update(&mut self.model, Msg::Done(generation, answer));
        }
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }

    fn in_file(&self) -> Proposals {
        file::read(self.text().as_bytes()).unwrap()
    }

    fn told(&self) -> (Tone, String) {
        let status = self.model.status.as_ref().unwrap();
        (status.tone, status.text.clone())
    }

    /// Decides as another program does.
    fn others_decide(&self, kind: Kind, verdict: Verdict) {
        let mut all = self.in_file();
        let (_, case) = all.cases.iter_mut().find(|it| it.0.kind == kind).unwrap();
        case.decide(verdict, Some("others".to_owned()), support::context().today);
        fs::write(&self.path, file::write(&all, "Proposals")).unwrap();
    }
}

#[test]
fn a_decision_reaches_the_file_and_is_taken_back_there() {
    let mut desk = Desk::new();
    desk.press("a");
    assert_eq!(decisions(&desk.in_file()), [(Kind::OtherOwner, Verdict::Accepted, None)]);
    desk.press("u");
    assert!(decisions(&desk.in_file()).is_empty());
}

#[test]
fn what_others_added_and_decided_stays_and_is_shown() {
    let mut desk = Desk::new();
    fs::write(&desk.path, format!("{PROPOSALS}{SWEPT}")).unwrap();
    desk.others_decide(Kind::Confirms, Verdict::Rejected);
    desk.press("a");
    let expected = [
        (Kind::Confirms, Verdict::Rejected, Some("others")),
        (Kind::OtherOwner, Verdict::Accepted, None),
    ];
    assert_eq!(decisions(&desk.in_file()), expected);
    assert_eq!(desk.in_file().cases.len(), 4);
    assert_eq!(decisions(desk.model.review.proposals()), expected);
    assert_eq!((desk.model.review.place(), desk.model.review.numbers()[1]), ((1, 4), 4));
    assert!(desk.told().1.contains("meanwhile: 1"), "{:?}", desk.told());
    desk.press("<end>a");
    assert_eq!(decisions(&desk.in_file()).len(), 3);
}

#[test]
fn what_somebody_else_decided_stands() {
    let mut desk = Desk::new();
    desk.others_decide(Kind::OtherOwner, Verdict::Rejected);
    let before = desk.text();
    desk.press("a");
    assert_eq!(desk.text(), before);
    assert_eq!(desk.told().0, Tone::Error);
    let theirs = [(Kind::OtherOwner, Verdict::Rejected, Some("others"))];
    assert_eq!(decisions(desk.model.review.proposals()), theirs);
    assert!(!desk.model.review.can_undo());
    desk.press("<home>a");
    assert_eq!(decisions(&desk.in_file()), [(Kind::OtherOwner, Verdict::Accepted, None)]);
}

#[test]
fn keys_that_come_faster_than_the_file_is_written_all_count() {
    let mut desk = Desk::new();
    desk.press("alu");
    assert_eq!(decisions(&desk.in_file()), [(Kind::OtherOwner, Verdict::Accepted, None)]);
    assert_eq!(desk.in_file(), *desk.model.review.proposals());
}

#[test]
fn what_is_no_file_of_proposals_any_more_is_told_and_left() {
    for junk in ["schema = 2\n", "not at all", "\u{0}"] {
        let mut desk = Desk::new();
        fs::write(&desk.path, junk).unwrap();
        desk.press("a");
        assert_eq!((desk.text().as_str(), desk.told().0), (junk, Tone::Error));
        assert!(decisions(desk.model.review.proposals()).is_empty());
    }
    let mut desk = Desk::new();
    fs::remove_file(&desk.path).unwrap();
    desk.press("a");
    assert!(!desk.path.exists());
    assert!(desk.told().1.contains("no longer there"), "{:?}", desk.told());
}

#[test]
fn what_is_no_longer_proposed_is_told_and_gone() {
    let mut desk = Desk::new();
    fs::write(&desk.path, format!("schema = 1\n{SWEPT}")).unwrap();
    desk.press("a");
    assert_eq!(desk.told().0, Tone::Error);
    assert_eq!(desk.text(), format!("schema = 1\n{SWEPT}"));
    assert_eq!(desk.model.review.place(), (0, 1));
}

#[test]
fn proposals_for_another_country_are_not_written() {
    let mut desk = Desk::new();
    let foreign = PROPOSALS.replace("schema = 1\n", "schema = 1\ncountry = \"BE\"\n");
    fs::write(&desk.path, &foreign).unwrap();
    desk.press("a");
    assert_eq!((desk.text(), desk.told().0), (foreign, Tone::Error));
}

#[test]
fn what_may_be_a_strangers_is_accepted_by_the_second_press_alone() {
    let warned = PROPOSALS.replace(
        "against = [\"de naam is ook die van een dorp\"]",
        "against = [\"look-alike GemZandmeer\"]",
    );
    let mut desk = Desk::with(&warned);
    desk.press("<down>");
    assert_eq!(desk.model.review.selected().unwrap().0.kind, Kind::New, "behind the alarm");
    desk.press("a");
    assert_eq!((desk.told().0, desk.text()), (Tone::Warning, warned.clone()));
    desk.press("<down><up>a");
    assert_eq!(desk.text(), warned, "what was looked at in between takes the question back");
    desk.press("a");
    assert_eq!(decisions(&desk.in_file()), [(Kind::New, Verdict::Accepted, None)]);
}
