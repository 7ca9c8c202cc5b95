//! Favourites and what was looked at last: how they come about, where they stand, and when nothing is kept.

mod looks;

use std::fs;

use super::*;
use crate::favourites::Favourites;
use crate::text::sanitise::is_hostile;
use crate::tui::favourites::state::{Keeping, StartRow};
use crate::tui::favourites::writer::keep;
use crate::tui::job::{Answer, Job};
use crate::tui::keys::Focus;
use crate::tui::model::Tone;
use crate::tui::screens::observe::writer::OwnFile;

/// A reader with a file of their own.
struct Reader {
    model: Model,
    file: OwnFile,
    _folder: tempfile::TempDir,
}

impl Reader {
    /// Whose file says this from the start; none is there where it says nothing.
    fn with(text: &str, language: Language, size: Size) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("favourites.toml");
        if !text.is_empty() {
            fs::write(&path, text).unwrap();
        }
        let file = OwnFile { path, name: "~/favourites.toml".to_owned() };
        let mut model = Model::new(language, today(), "");
        model.favourites.keeping = Keeping::File(file.name.clone());
        let mut reader = Self { model, file, _folder: folder };
        reader.take(Msg::Resized(size));
        reader.take(Msg::Loaded(catalogue()));
        reader
    }

    fn new(text: &str) -> Self {
        Self::with(text, Language::Nl, Size::new(80, 24))
    }

    /// Takes a message in; what is to be written is, as a thread would.
    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        let mut others = Vec::new();
        let mut effect = send(&mut self.model, msg);
        while let Some(it) = effect.take() {
            match it {
                Effect::Run(generation, Job::Favourites(changes)) => {
                    let kept = keep(self.model.words, &self.file, &changes);
                    let msg = Msg::Done(generation, Answer::Favourites(kept));
                    effect = send(&mut self.model, msg);
                }
                // What waits behind it is handed out with the next frame.
                other => {
                    others.push(other);
                    let size = self.model.size;
                    effect = send(&mut self.model, Msg::Resized(size));
                }
            }
        }
        others
    }

    fn play(&mut self, script: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for key in keys(script) {
            let msg = translate(key, self.model.situation());
            effects.extend(msg.into_iter().flat_map(|msg| self.take(msg)));
        }
        effects
    }

    /// What stands in the file.
    fn kept(&self) -> Favourites {
        crate::favourites::read(&self.file.path).unwrap()
    }

    fn said(&self) -> Option<(Tone, &str)> {
        self.model.status.as_ref().map(|status| (status.tone, status.text.as_str()))
    }

    fn shown(&self) -> String {
        search::shown(&self.model)
    }
}

/// Two favourites, one of which is in no directory here, and three that were looked at.
const KEPT: &str = "favourites = [\"gemeente-zandmeer\", \"elders\", \"waterkring\"]\n\
                    recent = [\"toeslagendienst\", \"gemeente-zandmeer\", \"weg\", \"politie-zandmeer\"]\n";

#[test]
fn a_mark_is_written_shown_and_taken_back() {
    let mut reader = Reader::new("");
    reader.play("zandmeer<f8>");
    assert_eq!(reader.said(), Some((Tone::Note, "Gemeente Zandmeer staat nu bij uw favorieten.")));
    assert_eq!(reader.kept().marked, ["gemeente-zandmeer"]);
    assert_eq!(reader.shown().matches("★ Gemeente Zandmeer").count(), 2, "{}", reader.shown());
    // Inside of the channels too, and there it is taken back.
    reader.play("<tab><f8>");
    assert_eq!(
        reader.said(),
        Some((Tone::Note, "Gemeente Zandmeer staat niet meer bij uw favorieten."))
    );
    assert_eq!(reader.kept().marked, Vec::<String>::new());
    assert!(!reader.shown().contains('★'), "{}", reader.shown());
}

#[test]
fn what_is_opened_or_gone_into_was_looked_at() {
    for (script, recent) in [
        ("zandmeer", &[][..]),
        ("zandmeer<down>", &[]),
        ("zandmeer<f1>", &[]),
        ("zandmeer<f9>", &[]),
        ("zandmeer<enter>", &["gemeente-zandmeer"]),
        ("zandmeer<tab>", &["gemeente-zandmeer"]),
        ("zandmeer<f3>", &["gemeente-zandmeer"]),
        ("zandmeer<tab><esc><tab><enter>", &["gemeente-zandmeer"]),
        ("zandmeer<tab><esc><c-u>minwind<tab>", &["ministerie-van-wind", "gemeente-zandmeer"]),
        // Going through the findings of the audit is not looking at somebody.
        ("<f5><tab><down><f3>", &[]),
    ] {
        let mut reader = Reader::new("");
        reader.play(script);
        assert_eq!(reader.kept().recent, recent, "{script}");
        assert_eq!(reader.kept().marked, Vec::<String>::new(), "{script}");
    }
}

#[test]
fn what_is_asked_first_counts_as_opened_only_then() {
    // A guess is opened at the second Enter.
    let mut reader = Reader::new("");
    reader.play("zandmeeer<enter>");
    let (before, is_guess) = (reader.kept().recent, reader.model.confirming.is_some());
    assert!(is_guess, "{}", reader.shown());
    assert_eq!(before, Vec::<String>::new());
    reader.play("<enter>");
    assert_eq!(reader.kept().recent.len(), 1);
}

#[test]
fn the_way_down_leads_through_what_is_at_hand() {
    // The keys, and the organisation that is selected on the start page; none is what is not there.
    for (script, at_hand) in [
        ("", None),
        ("<down>", Some("gemeente-zandmeer")),
        ("<down><right>", Some("waterkring")),
        ("<down><tab><tab><right>", Some("waterkring")),
        ("<down><right><left><left>", Some("gemeente-zandmeer")),
        ("<down><down>", Some("toeslagendienst")),
        ("<down><down><up>", Some("gemeente-zandmeer")),
        ("<down><down><right><right>", Some("politie-zandmeer")),
        ("<down><up>", None),
        ("<down><esc>", None),
        ("<down><down><pgup>", None),
        ("<down>z<backspace>", None),
    ] {
        let mut reader = Reader::new(KEPT);
        assert_eq!(reader.play(script), [], "{script}");
        assert!(reader.model.is_at_start(), "{script}");
        let selected = reader.model.selected_at_hand();
        let directory = reader.model.directory().unwrap();
        let selected = selected.map(|it| &*directory.organisation(it).id);
        assert_eq!(selected, at_hand, "{script}");
    }
    for script in ["<down><down><down>", "<down><pgdn>", "<down><home>", "<pgdn>"] {
        let mut reader = Reader::new(KEPT);
        reader.play(script);
        assert!(!reader.model.is_at_start(), "{script}");
        assert_eq!(reader.model.favourites.selected, None, "{script}");
        assert_eq!(selected(&reader.model), "Ministerie van Wind en Weer", "{script}");
    }
}

#[test]
fn enter_goes_to_the_organisation_and_esc_back() {
    let mut reader = Reader::new(KEPT);
    assert_eq!(reader.play("<down><down><enter>"), []);
    assert_eq!(
        reader.model.organisation(),
        reader.model.at_hand(StartRow::Recent).first().copied()
    );
    assert!(!reader.model.is_at_start() && !reader.model.browse.inside);
    assert_eq!(reader.kept().recent[0], "toeslagendienst");
    reader.play("<esc>");
    assert!(reader.model.is_at_start());
}

#[test]
fn the_selected_one_is_unmarked_on_the_start_page() {
    let mut reader = Reader::new(KEPT);
    reader.play("<down><right><f8>");
    assert_eq!(reader.kept().marked, ["gemeente-zandmeer", "elders"], "what others have stays");
    assert_eq!(reader.model.favourites.selected, Some((StartRow::Marked, 0)));
    reader.play("<f8>");
    assert_eq!(reader.model.favourites.selected, None, "the line is gone");
    assert!(!reader.shown().contains("Favorieten"), "{}", reader.shown());
    reader.play("<f8>");
    assert!(reader.said().unwrap().1.starts_with("Kies eerst"));
}

#[test]
fn where_nothing_is_kept_nothing_is_read_or_written() {
    for (keeping, said) in [(Keeping::Private, "--private"), (Keeping::Nowhere, "geen map")] {
        let mut model = fixture(80, 24);
        model.favourites.keeping = keeping;
        let effects = play(&mut model, "zandmeer<f8>");
        assert_eq!(effects, []);
        assert!(model.status.as_ref().unwrap().text.contains(said), "{:?}", model.status);
        let effects = play(&mut model, "<tab><esc>");
        assert_eq!(effects, [], "nor what was looked at");
        assert!(!search::shown(&model).contains("F8"));
    }
}

#[test]
fn a_broken_file_is_told_once_and_never_written_over() {
    let broken = "favourites = [\n\"gemeente-zandmeer\",\n3]\n";
    let mut reader = Reader::new(broken);
    let said = "~/favourites.toml heeft een fout op regel 3 en blijft zoals het is; tot u die herstelt wordt geen favoriet bewaard.";
    assert_eq!(reader.said(), Some((Tone::Warning, said)));
    reader.play("zandmeer<tab>");
    assert_eq!(reader.said(), None, "told once");
    // Whoever wants to keep something is told why it is not.
    reader.play("<f8>");
    assert_eq!(reader.said(), Some((Tone::Warning, said)));
    assert!(!reader.shown().contains('★'));
    assert_eq!(fs::read_to_string(&reader.file.path).unwrap(), broken);
    // Once it is mended, it works.
    fs::write(&reader.file.path, "").unwrap();
    reader.play("<f8>");
    assert_eq!(reader.kept().marked, ["gemeente-zandmeer"]);
}

#[test]
fn a_folder_that_cant_be_made_is_told_once() {
    let mut reader = Reader::new("");
    let blocker = reader.file.path.with_file_name("file");
    fs::write(&blocker, "").unwrap();
    reader.file.path = blocker.join("officieel/favourites.toml");
    assert_eq!(reader.said(), None, "nothing was to be kept yet");
    reader.play("zandmeer<tab>");
    assert!(reader.said().unwrap().1.contains("~/favourites.toml kan niet gelezen of geschreven"));
    reader.play("<esc><c-u>minwind<tab>");
    assert_eq!(reader.said(), None);
}

#[test]
fn changes_that_come_before_a_thread_is_free_are_all_written() {
    let mut reader = Reader::new("");
    // Nothing is answered meanwhile.
    let mut effects = play(&mut reader.model, "zandmeer<f8><enter>");
    effects.extend(play(&mut reader.model, "<tab><f8><f8>"));
    effects.extend(update(&mut reader.model, Msg::Resized(Size::new(80, 24))));
    for effect in effects {
        if let Effect::Run(generation, Job::Favourites(changes)) = effect {
            let kept = keep(reader.model.words, &reader.file, &changes);
            send(&mut reader.model, Msg::Done(generation, Answer::Favourites(kept)));
            assert!(reader.model.favourites.is_marked("gemeente-zandmeer"), "it never flickers");
        }
    }
    let expected = ["gemeente-zandmeer".to_owned()];
    let kept = reader.kept();
    assert_eq!((&kept.marked[..], &kept.recent[..]), (&expected[..], &expected[..]));
}

#[test]
fn what_no_thread_has_yet_is_written_at_the_end() {
    let mut reader = Reader::new("");
    play(&mut reader.model, "zandmeer<enter>");
    let left = crate::tui::favourites::update::last(&mut reader.model);
    assert!(matches!(&left[..], [(_, Job::Favourites(changes))] if changes.len() == 1), "{left:?}");
    assert!(crate::tui::favourites::update::last(&mut reader.model).is_empty());
}

#[test]
fn hostile_names_are_shown_as_what_they_are() {
    let mut reader = Reader::new(KEPT);
    reader.take(Msg::Loaded(Arc::new(Catalogue::new(hostile::poisoned()))));
    for script in ["", "<down>", "<down><right>", "<f8>", "<down><enter>", "<f8>"] {
        reader.play(script);
        let shown = reader.shown();
        assert!(shown.lines().all(|line| !line.chars().any(is_hostile)), "{script}: {shown}");
        assert!(shown.contains("‹U+202E›"), "{script}: {shown}");
    }
}

/// The start page of a reader who looked at this organisation last.
pub(super) fn with_recent(id: &str) -> Model {
    Reader::with(&format!("recent = [\"{id}\"]"), Language::Nl, Size::new(120, 40)).model
}

#[test]
fn keys_act_on_the_selected_one_of_the_start_page() {
    for (key, focus) in [("<f3>", Focus::Evidence), ("<f4>", Focus::QrCode), ("<f9>", Focus::Reach)]
    {
        let mut reader = Reader::new(KEPT);
        reader.play(&format!("<down>{key}"));
        assert_eq!(reader.model.focus(), focus, "{key}");
        assert_eq!(selected(&reader.model), "Gemeente Zandmeer");
    }
}
