//! What changed since the reader looked last.

use super::*;
use crate::last_edition;
use crate::tui::job::Context;
use crate::tui::job::Job;
use crate::tui::last_edition::EditionTask;
use crate::tui::screens::presence::state::View;
use crate::tui::tests::screens::shot;

/// Whoever looked at an older edition: the screen, and the folder in which that is kept.
struct Reader {
    model: Model,
    folder: tempfile::TempDir,
    /// What threads did with editions.
    tasks: Vec<EditionTask>,
}

impl Reader {
    fn new(before: &str, width: u16, height: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let before = crate::embedded::from_toml(before, today()).unwrap();
        assert_eq!(last_edition::changes(folder.path(), &before, today()).unwrap(), None);
        let mut model = Model::new(Language::Nl, today(), "");
        model.last_edition.is_kept = true;
        let mut it = Self { model, folder, tasks: Vec::new() };
        it.send(Msg::Resized(Size::new(width, height)));
        it.send(Msg::Loaded(catalogue()));
        it
    }

    fn send(&mut self, msg: Msg) {
        let context =
            Context { editions: Some(self.folder.path().to_owned()), ..support::context() };
        let mut effect = update(&mut self.model, msg);
        while let Some(Effect::Run(generation, job)) = effect {
            if let Job::Edition(task) = job {
                self.tasks.push(task);
            }
            let catalogue = self.model.catalogue.clone().unwrap();
            let answer = job.run(&context, &catalogue, &|| false).unwrap();
            effect = update(&mut self.model, Msg::Done(generation, answer));
        }
    }

    fn play(&mut self, script: &str) {
        for pressed in keys(script) {
            if let Some(msg) = translate(pressed, self.model.situation()) {
                self.send(msg);
            }
        }
    }
}

/// The edition before: another handle, an account less, and a name that a ministry had.
fn before() -> String {
    let text = FIXTURE.replacen("edition = \"2026-11-21\"", "edition = \"2026-10-01\"", 1);
    let text = text.replacen("\"POL_Zandmeer\"", "\"PolitieZandmeer\"", 1);
    text.replace("POL_Zandmeer", "PolitieZandmeer")
}

#[test]
fn what_changed_is_told_at_the_start_and_marked_at_the_account() {
    let mut reader = Reader::new(&before(), 80, 24);
    shot("changes-start-80x24", &reader.model, &Theme::ansi(false));
    reader.play("pol_zand");
    shot("changes-account-80x24", &reader.model, &Theme::ansi(false));
    assert_eq!(reader.tasks, [EditionTask::Compare]);
}

#[test]
fn whoever_looked_at_the_changes_is_told_of_them_once() {
    let mut reader = Reader::new(&before(), 80, 24);
    reader.play("<f7>");
    assert_eq!(reader.tasks, [EditionTask::Compare]);
    reader.play("<s-tab>");
    assert_eq!(reader.model.presence.view, View::Changes);
    shot("changes-view-80x24", &reader.model, &Theme::ansi(false));
    reader.play("<tab><s-tab>");
    assert_eq!(reader.tasks, [EditionTask::Compare, EditionTask::Keep]);
    let directory = &catalogue().directory;
    let left = last_edition::changes(reader.folder.path(), directory, today()).unwrap();
    assert_eq!(left, None);
}

#[test]
fn the_filter_chooses_among_the_changes() {
    let mut reader = Reader::new(&before(), 80, 24);
    reader.play("<f7><s-tab>");
    let all = reader.model.changes_since().len();
    for (filter, count) in [("soort:politie", all), ("soort:gemeente", 0)] {
        reader.play(&format!("/{filter}"));
        assert_eq!(reader.model.changes_since().len(), count, "{filter}");
        reader.play("<esc>");
    }
    assert!(all > 0);
}

#[test]
fn nothing_is_told_where_nothing_changed_or_nothing_is_kept() {
    let mut reader = Reader::new(FIXTURE, 80, 24);
    reader.play("<f7><s-tab>");
    assert_eq!(reader.model.last_edition.since(), None);
    shot("changes-none-80x24", &reader.model, &Theme::mono(false));
    let mut model = fixture(80, 24);
    play(&mut model, "<f7><s-tab>");
    shot("changes-not-kept-80x24", &model, &Theme::mono(false));
    assert!(!model.jobs.is_outstanding(crate::tui::job::JobKind::Edition));
}
