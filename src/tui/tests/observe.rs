//! Recording what the reader sees of an account: choices, keys, the file, and what the screen says.

mod looks;
mod writing;

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::directory::badge::BadgeKindIndex;
use crate::directory::{AccountIndex, Observed, Status, Trust};
use crate::tui::job::{Answer, Job};
use crate::tui::keys::Focus;
use crate::tui::model::{Screen, Tone};
use crate::tui::screens::observe::state::{Asked, Choice, Sheet};
use crate::tui::screens::observe::writer::{ObservationWriter, OwnFile, Write};

/// The small directory with a calendar of badges: some that are over, some to come, and some of today.
fn with_badges() -> String {
    let badge = |id: &str, platform: &str, name: &str, gained: &str, period: &str| {
        format!(
            "[[badge]]\nid = \"{id}\"\nplatform = \"{platform}\"\nname = \"{name}\"\n{period}gained = \"{gained}\"\n\
             meaning = \"Dit betekent {name}.\"\nurl = \"https://example.org/badges\"\nseen = \"2026-01-01\"\n\n"
        )
    };
    let kinds = [
        badge("x-blue", "x", "Blauw vinkje", "paid", "from = \"2022-11-09\"\n"),
        badge("x-grey", "x", "Grijs vinkje", "government", "from = \"2022-12-20\"\n"),
        badge(
            "x-today",
            "x",
            "Vinkje van vandaag",
            "earned",
            "from = \"2026-11-21\"\nuntil = \"2026-11-21\"\n",
        ),
        badge(
            "x-over",
            "x",
            "Gouden vinkje",
            "paid",
            "from = \"2022-12\"\nuntil = \"2026-11-20\"\n",
        ),
        badge("facebook-blue", "facebook", "Blauw vinkje", "earned", ""),
    ];
    FIXTURE.replacen("[[family]]", &format!("{}[[family]]", kinds.concat()), 1)
}

/// A reader with a file of their own.
struct Reader {
    model: Model,
    writer: ObservationWriter,
    _folder: tempfile::TempDir,
}

impl Reader {
    fn new(language: Language, width: u16, height: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data").join("observations.toml");
        let file = OwnFile { path, name: "~/observations.toml".to_owned() };
        let writer = ObservationWriter { file, today: today(), words: language.words() };
        let mut model = loading(language, width, height);
        model.observe.file = Some(writer.file.name.clone());
        load(&mut model, &with_badges());
        Self { model, writer, _folder: folder }
    }

    fn common() -> Self {
        Self::new(Language::Nl, 80, 24)
    }

    fn path(&self) -> &PathBuf {
        &self.writer.file.path
    }

    fn file(&self) -> String {
        fs::read_to_string(self.path()).unwrap_or_default()
    }

    /// Plays keys; what is to be recorded is.
    fn play(&mut self, script: &str) -> Vec<Effect> {
        let effects = play(&mut self.model, script);
        for effect in &effects {
            self.write(effect);
        }
        effects
    }

    fn write(&mut self, effect: &Effect) {
        if let Effect::Run(_, Job::Observe { account, observed: seen }) = effect {
            let catalogue = Arc::clone(self.model.catalogue.as_ref().unwrap());
            let write = Write { catalogue, account: *account, observed: seen.clone() };
            let outcome = self.writer.write(write);
            send(&mut self.model, observed(outcome));
        }
    }

    fn said(&self) -> (Tone, &str) {
        let status = self.model.status.as_ref().unwrap();
        (status.tone, &status.text)
    }

    fn text(&self) -> String {
        let Size { width, height } = self.model.size;
        let buffer = screen(&self.model, &Theme::mono(false), width, height);
        let rows = buffer.content.chunks(usize::from(width).max(1));
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        rows.map(row).collect::<Vec<_>>().join("\n")
    }

    fn account(&self, handle: &str) -> AccountIndex {
        account_of(self.model.directory().unwrap(), handle)
    }
}

fn account_of(directory: &Directory, handle: &str) -> AccountIndex {
    directory.account_indexes().find(|&it| directory.account(it).name() == handle).unwrap()
}

fn badge_of(directory: &Directory, id: &str) -> BadgeKindIndex {
    directory.badge_kinds().find(|(_, kind)| kind.id == id).unwrap().0
}

/// To the account `@GemZandmeer`, in the channels.
const AT_ACCOUNT: &str = "zandmeer<tab><down><down><down>";

#[test]
fn the_choices_are_the_badges_of_the_platform_on_the_day() {
    let directory = crate::embedded::from_toml(&with_badges(), today()).unwrap();
    let day = |text: &str| text.parse::<Date>().unwrap();
    for (handle, on, expected) in [
        ("GemZandmeer", "2026-11-21", &["x-blue", "x-grey", "x-today"][..]),
        ("GemZandmeer", "2026-11-22", &["x-blue", "x-grey"]),
        ("GemZandmeer", "2026-11-20", &["x-blue", "x-grey", "x-over"]),
        ("GemZandmeer", "2022-12-19", &["x-legacy", "x-blue", "x-over"]),
        ("GemZandmeer", "2021-01-01", &["x-legacy"]),
        ("gemeentezandmeer", "2026-11-21", &["facebook-blue"]),
    ] {
        let sheet = Sheet::new(&directory, account_of(&directory, handle), Asked::Badge, day(on));
        let kinds = expected.iter().map(|id| Choice::Badge(badge_of(&directory, id)));
        let expected: Vec<Choice> = std::iter::once(Choice::NoBadge).chain(kinds).collect();
        assert_eq!(sheet.choices(&directory, day(on)), expected, "{handle} {on}");
    }
    let without = account_of(&directory, "gemeente.zandmeer");
    let sheet = Sheet::new(&directory, without, Asked::Badge, today());
    assert_eq!(sheet.choices(&directory, today()), []);
}

#[test]
fn the_statuses_are_all_that_can_be_seen_and_the_known_one_is_selected() {
    let directory = crate::embedded::from_toml(&with_badges(), today()).unwrap();
    for (handle, selected) in [("GemZandmeer", 0), ("zandmeer_oud", 4), ("gemeentezandmeer", 0)] {
        let account = account_of(&directory, handle);
        let sheet = Sheet::new(&directory, account, Asked::Status, today());
        let expected =
            [Status::Active, Status::Parked, Status::Left, Status::Closed, Status::Moved];
        assert_eq!(sheet.choices(&directory, today()), expected.map(Choice::Status), "{handle}");
        assert_eq!(sheet.selected, selected, "{handle}");
    }
}

#[test]
fn keys_choose_what_is_recorded() {
    for (keys, observed) in [
        ("b<enter>", Observed::Badge(None)),
        ("b<down><down><up><up><up><enter>", Observed::Badge(None)),
        ("s<enter>", Observed::Status(Status::Active)),
        ("s3", Observed::Status(Status::Left)),
        ("sj<enter>", Observed::Status(Status::Parked)),
        ("s<down><down><down><up><down><enter>", Observed::Status(Status::Closed)),
        ("s9<enter>", Observed::Status(Status::Active)),
    ] {
        let mut reader = Reader::common();
        let account = reader.account("GemZandmeer");
        reader.play(AT_ACCOUNT);
        let effects = play(&mut reader.model, keys);
        assert_eq!(effects, [Effect::Run(0, Job::Observe { account, observed })], "{keys}");
        assert_eq!(reader.model.focus(), Focus::Channels, "{keys}");
        assert_eq!(reader.model.observe.outstanding, 1);
    }
    let mut reader = Reader::common();
    reader.play(AT_ACCOUNT);
    let kind = badge_of(reader.model.directory().unwrap(), "x-grey");
    let account = reader.account("GemZandmeer");
    let effects = play(&mut reader.model, "b3");
    let observed = Observed::Badge(Some(kind));
    assert_eq!(effects, [Effect::Run(0, Job::Observe { account, observed })]);
}

#[test]
fn leaving_records_nothing() {
    for keys in
        ["b<esc>", "b<down><esc>", "b9<esc>", "b<left>", "s5<esc><esc>", "s5https://x.nl<esc><esc>"]
    {
        let mut reader = Reader::common();
        reader.play(AT_ACCOUNT);
        assert_eq!(reader.play(keys), [], "{keys}");
        assert_eq!(reader.model.focus(), Focus::Channels, "{keys}");
        assert_eq!(reader.model.observe.sheet, None, "{keys}");
        assert!(!reader.path().exists());
    }
}

#[test]
fn a_badge_is_written_shown_and_said() {
    let mut reader = Reader::new(Language::Nl, 120, 24);
    reader.play(AT_ACCOUNT);
    let trust = |reader: &Reader| {
        let directory = reader.model.directory().unwrap();
        directory.account(reader.account("GemZandmeer")).trust(today())
    };
    assert_eq!(trust(&reader), Trust::Confirmed);
    reader.play("b<enter>");
    assert_eq!(
        reader.said(),
        (Tone::Note, "Vastgelegd: geen vinkje, 2026-11-21 — ~/observations.toml")
    );
    assert!(reader.file().contains("handle = \"GemZandmeer\""), "{}", reader.file());
    let text = reader.text();
    assert!(text.contains("zonder vinkje gezien 2026-11-21"), "{text}");
    assert!(text.contains("(eigen waarneming)"), "{text}");
    assert_eq!(trust(&reader), Trust::Confirmed);
    assert_eq!(reader.model.observe.outstanding, 0);
    reader.play("e");
    assert!(reader.text().contains("eigen waarneming van het vinkje"), "{}", reader.text());
}

#[test]
fn the_reader_stays_where_they_are() {
    let mut reader = Reader::common();
    reader.play("zand<down><tab><end>e<end>");
    let model = &reader.model;
    let place = (
        model.browse.query.text(),
        model.browse.selected,
        model.browse.hits.clone(),
        model.browse.channel,
    );
    let overlay = model.screen().cloned();
    reader.play("s3");
    let model = &reader.model;
    assert_eq!(
        place,
        (
            model.browse.query.text(),
            model.browse.selected,
            model.browse.hits.clone(),
            model.browse.channel
        )
    );
    assert_eq!(model.screen(), overlay.as_ref());
}

#[test]
fn an_account_that_sinks_stays_selected() {
    let mut reader = Reader::common();
    reader.play(AT_ACCOUNT);
    let before = (reader.model.browse.channel, reader.model.current());
    reader.play("s4");
    assert!(reader.model.browse.channel > before.0, "it stands lower");
    assert_eq!(reader.model.current(), before.1);
}

#[test]
fn what_is_observed_changes_the_verdict_above_the_hits() {
    for (query, at) in [("@GemZandmeer", "<tab>"), ("@GemZandmeer<f2>", "e")] {
        let mut reader = Reader::common();
        reader.play(query);
        let before = reader.model.browse.check.answers().to_vec();
        reader.play(at);
        reader.play("s4");
        let answers = reader.model.browse.check.answers();
        assert!(matches!(answers[0].verdict, crate::check::Verdict::Retired(_)), "{answers:?}");
        assert_ne!(*answers, before);
        assert_eq!(reader.said().0, Tone::Note, "{:?}", reader.said());
    }
}

#[test]
fn a_click_selects_a_choice_and_the_wheel_moves() {
    for (width, height) in [(80, 24), (40, 12), (120, 40)] {
        let mut reader = Reader::new(Language::Nl, width, height);
        reader.play("zandmeer<tab><down><down><down>s");
        let row = reader.text().lines().position(|line| line.contains("gesloten")).unwrap();
        let column = reader.model.layout().panel.x + 6;
        send(&mut reader.model, Msg::Click { column, row: u16::try_from(row).unwrap() });
        let selected = |reader: &Reader| reader.model.observe.sheet.as_ref().unwrap().selected;
        assert_eq!(selected(&reader), 3, "{width}");
        send(&mut reader.model, Msg::Click { column, row: 0 });
        assert_eq!(selected(&reader), 3, "{width}");
        send(&mut reader.model, Msg::Wheel { column, row: 5, down: true });
        assert_eq!(selected(&reader), 4, "{width}");
    }
}
