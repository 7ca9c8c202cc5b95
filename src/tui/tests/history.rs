//! What was asked: what counts as that, how it comes back, and when nothing is kept.

use std::fs;

use super::screens::shot;
use super::*;
use crate::history::MOST;
use crate::tui::favourites::state::StartRow;
use crate::tui::history::state::Remembering;
use crate::tui::history::update::last;
use crate::tui::history::writer::keep;
use crate::tui::job::{Answer, Job};
use crate::tui::keys::Focus;
use crate::tui::model::Tone;
use crate::tui::picking::Picking;
use crate::tui::screens::observe::writer::OwnFile;

/// What was asked in all, the newest first.
fn asked(model: &Model) -> Vec<&str> {
    model.history.queries().iter().map(String::as_str).collect()
}

fn query(model: &Model) -> String {
    model.browse.query.text()
}

/// A reader who asked this before, the oldest first.
fn who_asked(queries: &[&str], width: u16, height: u16) -> Model {
    let mut model = fixture(width, height);
    for query in queries {
        play(&mut model, &format!("{query}<esc>"));
    }
    model
}

#[test]
fn what_something_was_done_with_was_asked_and_not_each_letter() {
    for (script, expected) in [
        ("zandmeer", &[][..]),
        ("zandmeer<down><up>", &[]),
        ("zandmeer<f1><esc>", &[]),
        ("zandmeer<f5><esc>", &[]),
        ("zandmeer<c-x><esc>", &[]),
        ("zandmeer<c-u>", &[]),
        ("zandmeer<esc>", &["zandmeer"]),
        ("  zandmeer <esc>", &["zandmeer"]),
        ("zandmeer<enter>", &["zandmeer"]),
        ("zandmeer<tab>", &["zandmeer"]),
        ("zandmeer<c-y>", &["zandmeer"]),
        ("zandmeer<f3>", &["zandmeer"]),
        ("minwind<f4>", &["minwind"]),
        ("zandmeer<f9>", &["zandmeer"]),
        ("@GemZandmeer<f2>", &["@GemZandmeer"]),
        ("zandmeer<c-c>", &["zandmeer"]),
        ("zandmeer<f1><c-c>", &["zandmeer"]),
        ("zandmeer<tab><esc><esc>", &["zandmeer"]),
        ("zandmeer<tab><c-y><down><c-y>", &["zandmeer"]),
        ("zand<esc>minwind<esc>zand<esc>", &["zand", "minwind"]),
        ("xyzzy<esc>", &["xyzzy"]),
        // A guess is opened at the second Enter.
        ("kleinmr<enter>", &[]),
        ("kleinmr<enter><enter>", &["kleinmr"]),
        ("<esc>", &[]),
        ("<down><enter>", &[]),
        // Whom the audit led to was not asked for.
        ("zand<f5><down><tab>f<down><enter><tab>", &[]),
        ("zand<f5><down><tab>f<down><enter><tab><c-c>", &["zand"]),
        // Nobody's own.
        ("jan@voorbeeld.nl<esc>", &[]),
        ("06-12345678<esc>", &[]),
        ("NL91ABNA0417164300<f2><esc><esc>", &[]),
        ("111222333<c-c>", &[]),
    ] {
        let mut model = fixture(120, 40);
        play(&mut model, script);
        assert_eq!(asked(&model), expected, "{script}");
    }
}

#[test]
fn what_was_marked_to_be_picked_was_asked() {
    let mut model = fixture(80, 24);
    model.picking =
        Some(Picking { of_organisations: true, is_multiple: true, ..Picking::default() });
    play(&mut model, "zandmeer<tab><up><tab><c-u>minwind<tab><c-u>");
    assert_eq!(asked(&model), ["minwind", "zandmeer"]);
    play(&mut model, "politie<enter>");
    assert_eq!(asked(&model), ["politie", "minwind", "zandmeer"]);
}

#[test]
fn no_message_is_kept_nor_what_is_left_of_one() {
    let long = "woord ".repeat(40);
    for (text, script, expected) in [
        ("zandmeer", "<esc>", &["zandmeer"][..]),
        ("https://x.com/GemZandmeer\n", "<f2><esc><esc>", &["https://x.com/GemZandmeer"]),
        ("Beste Jan,\nkijk op x.com/GemZandmeer", "<f2><esc><esc>", &[]),
        ("Beste Jan,\nkijk", "<c-c>", &[]),
        ("a\r\nb", "<backspace>zand<enter><esc>", &[]),
        (&long, "<esc>", &[]),
        (&long, "<c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w><esc>", &[]),
        (&long, "<esc>zand<esc>", &["zand"]),
        ("a\nb", "<c-u>zand<esc>", &["zand"]),
    ] {
        let mut model = fixture(120, 40);
        paste(&mut model, text);
        play(&mut model, script);
        assert_eq!(asked(&model), expected, "{text} {script}");
    }
}

#[test]
fn up_on_an_empty_line_walks_through_what_was_asked() {
    for (script, expected) in [
        ("", ""),
        ("<up>", "politie"),
        ("<up><up>", "minwind"),
        ("<up><up><up>", "zand"),
        ("<up><up><up><up><up>", "zand"),
        ("<up><up><down>", "politie"),
        ("<up><down>", ""),
        ("<up><down><up>", "politie"),
        ("<up><c-p><c-n>", "politie"),
        // The cursor may be moved in what stands there.
        ("<up><left><up>", "minwind"),
        // Whatever is typed leaves the walk.
        ("<up>x<up>", "politiex"),
        ("<up>x<backspace><up>", "politie"),
        ("<up><backspace><down>", "politi"),
        // So does what is done with what it led to.
        ("<up><tab><esc><up>", "politie"),
        ("<up><f1><esc><up>", "politie"),
        ("<up><pgdn><up>", "politie"),
        // Up among the hits selects one, and on a line that was typed it does too.
        ("z<up>", "z"),
        // In the list of everything it leads back to the start first.
        ("<down><up>", ""),
        ("<down><up><up>", "politie"),
        ("<up><esc><up><up>", "minwind"),
    ] {
        let mut model = who_asked(&["zand", "minwind", "politie"], 80, 24);
        play(&mut model, script);
        assert_eq!(query(&model), expected, "{script}");
        assert_eq!(model.is_at_start(), expected.is_empty(), "{script}");
    }
}

#[test]
fn what_is_brought_back_is_searched_for_and_can_be_acted_on() {
    let mut model = who_asked(&["minwind", "zandmeer"], 120, 40);
    play(&mut model, "<up><up>");
    assert_eq!(selected(&model), "Ministerie van Wind en Weer");
    // Only looking at it again changes no order; doing something with it does.
    play(&mut model, "<esc>");
    assert_eq!(asked(&model), ["zandmeer", "minwind"]);
    let effects = play(&mut model, "<up><up><enter>");
    assert!(matches!(&effects[..], [.., Effect::Open(_)]), "{effects:?}");
    assert_eq!(asked(&model), ["minwind", "zandmeer"]);
}

#[test]
fn where_nothing_was_asked_up_does_nothing() {
    let mut model = fixture(80, 24);
    play(&mut model, "<up>");
    assert_eq!((query(&model), model.is_at_start()), (String::new(), true));
}

/// A reader with a file of their own.
struct Reader {
    model: Model,
    file: OwnFile,
    _folder: tempfile::TempDir,
}

impl Reader {
    fn new(text: &str, remembering: Remembering) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("history.toml");
        if !text.is_empty() {
            fs::write(&path, text).unwrap();
        }
        let file = OwnFile { path, name: "~/history.toml".to_owned() };
        let mut model = Model::new(Language::Nl, today(), "");
        model.history.remembering = remembering;
        let mut reader = Self { model, file, _folder: folder };
        reader.take(Msg::Resized(Size::new(80, 24)));
        reader.take(Msg::Loaded(catalogue()));
        reader
    }

    fn kept_in_a_file(text: &str) -> Self {
        Self::new(text, Remembering::File("~/history.toml".to_owned()))
    }

    /// Takes a message in; what is to be written is, as a thread would.
    fn take(&mut self, msg: Msg) {
        let mut effect = send(&mut self.model, msg);
        while let Some(it) = effect.take() {
            let msg = match it {
                Effect::Run(generation, Job::History(asked)) => {
                    let kept = keep(self.model.words, &self.file, &asked);
                    Msg::Done(generation, Answer::History(kept))
                }
                Effect::End(_) => return,
                _ => Msg::Resized(self.model.size),
            };
            effect = send(&mut self.model, msg);
        }
    }

    fn play(&mut self, script: &str) {
        for key in keys(script) {
            if let Some(msg) = translate(key, self.model.situation()) {
                self.take(msg);
            }
        }
    }

    fn kept(&self) -> Vec<String> {
        crate::history::read(&self.file.path).unwrap().queries().to_vec()
    }
}

#[test]
fn what_was_asked_is_there_the_next_time_beside_what_others_asked_meanwhile() {
    let mut reader = Reader::kept_in_a_file("queries = [\"b\", \"a\"]\n");
    assert_eq!(asked(&reader.model), ["b", "a"]);
    fs::write(&reader.file.path, "queries = [\"elders\", \"b\", \"a\"]\n").unwrap();
    reader.play("zand<esc>");
    assert_eq!(reader.kept(), ["zand", "elders", "b", "a"]);
    assert_eq!(asked(&reader.model), ["zand", "elders", "b", "a"]);
    // What is asked once more while it comes first needs no writing.
    fs::remove_file(&reader.file.path).unwrap();
    reader.play("zand<esc>");
    assert!(!reader.file.path.exists());
}

#[test]
fn what_stands_there_at_the_end_is_written_then() {
    let mut reader = Reader::kept_in_a_file("");
    reader.play("zand<c-c>");
    let left = last(&mut reader.model);
    assert!(matches!(&left[..], [(_, Job::History(asked))] if asked == &["zand"]), "{left:?}");
    assert!(last(&mut reader.model).is_empty());
}

#[test]
fn nothing_is_kept_nor_brought_back_where_that_was_asked_for() {
    let file = || Some("~/history.toml".to_owned());
    for (private, set, said) in [
        (true, None, "Met --private wordt geen vraag onthouden."),
        (true, Some(true), "Met --private wordt geen vraag onthouden."),
        (
            false,
            Some(false),
            "Uw instellingen zeggen dat geen vraag wordt onthouden: history = false.",
        ),
    ] {
        let mut reader = Reader::new("queries = [\"a\"]", Remembering::of(private, set, file()));
        reader.play("zand<enter><esc><up>");
        assert_eq!((query(&reader.model), asked(&reader.model)), (String::new(), vec![]));
        reader.play("<c-r>");
        let status = reader.model.status.as_ref().map(|it| (it.tone, it.text.as_str()));
        assert_eq!(status, Some((Tone::Note, said)));
        assert_eq!(reader.model.focus(), Focus::Query);
        assert!(last(&mut reader.model).is_empty());
        assert_eq!(reader.kept(), ["a"]);
    }
    assert_eq!(Remembering::of(false, Some(true), None), Remembering::Here);
    assert!(matches!(Remembering::of(false, None, file()), Remembering::File(_)));
}

#[test]
fn a_broken_file_is_told_once_and_left_alone() {
    let broken = "queries = [\n3]\n";
    let mut reader = Reader::kept_in_a_file(broken);
    let said = "~/history.toml heeft een fout op regel 2 en blijft zoals het is; tot u die herstelt worden uw vragen niet bewaard.";
    let status = reader.model.status.take().map(|it| (it.tone, it.text));
    assert_eq!(status, Some((Tone::Warning, said.to_owned())));
    reader.play("zand<esc>");
    assert_eq!(reader.model.status, None);
    assert_eq!(fs::read_to_string(&reader.file.path).unwrap(), broken);
    // As long as the program runs, it is there all the same.
    reader.play("<up>");
    assert_eq!(query(&reader.model), "zand");
}

#[test]
fn an_organisation_at_hand_is_no_query_of_the_reader() {
    let mut model = fixture(120, 40);
    send(&mut model, Msg::Resized(Size::new(120, 40)));
    model.history.given = Some("Gemeente Zandmeer".to_owned());
    play(&mut model, "Gemeente Zandmeer<esc>");
    assert_eq!(asked(&model), ["Gemeente Zandmeer"], "it was typed");
    let mut reader = super::favourites::with_recent("gemeente-zandmeer");
    play(&mut reader, "<down>");
    assert_eq!(reader.favourites.selected, Some((StartRow::Recent, 0)));
    // Up leads back, and only from there into what was asked.
    play(&mut reader, "<enter><tab><esc><esc>");
    assert_eq!(asked(&reader), Vec::<&str>::new());
    play(&mut reader, "zand<esc><down><up>");
    assert_eq!((query(&reader), reader.favourites.selected), (String::new(), None));
    play(&mut reader, "<up>");
    assert_eq!(query(&reader), "zand");
}

const QUERIES: [&str; 5] =
    ["zandmeer", "politie ede", "@GemZandmeer", "belastingdienst-nl.com/teruggaaf", "minwind"];

#[test]
fn the_list_shows_the_newest_first_and_what_was_met_in_each() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut model = who_asked(&QUERIES, width, height);
        play(&mut model, "<c-r>");
        shot(&format!("asked-{width}x{height}-ansi"), &model, &Theme::ansi(false));
        play(&mut model, "ND<down>");
        shot(&format!("asked-met-{width}x{height}-ansi"), &model, &Theme::ansi(false));
    }
    let mut model = who_asked(&QUERIES, 80, 24);
    play(&mut model, "<c-r>qqq");
    shot("asked-nothing-80x24-ansi", &model, &Theme::ansi(false));
}

#[test]
fn enter_takes_the_selected_query_and_esc_gives_it_up() {
    for (script, focus, expected) in [
        ("<c-r><enter>", Focus::Query, "minwind"),
        ("<c-r><down><enter>", Focus::Query, "belastingdienst-nl.com/teruggaaf"),
        ("<c-r><c-r><c-r><enter>", Focus::Query, "@GemZandmeer"),
        ("<c-r>EDE<enter>", Focus::Query, "politie ede"),
        ("<c-r>meer zand<enter>", Focus::Query, "@GemZandmeer"),
        ("zan<c-r>ede<enter>", Focus::Query, "politie ede"),
        ("zan<c-r>ede<esc>", Focus::Query, "zan"),
        ("<c-r><esc>", Focus::Query, ""),
        ("<c-r>qqq<enter>", Focus::History, ""),
        // What was taken is a query as if typed: down goes into its hits.
        ("<c-r>zand<down><enter><down>", Focus::Query, "zandmeer"),
        ("<c-x>eerder gevraagd<enter><enter>", Focus::Query, "minwind"),
    ] {
        let mut model = who_asked(&QUERIES, 80, 24);
        play(&mut model, script);
        assert_eq!((model.focus(), query(&model).as_str()), (focus, expected), "{script}");
    }
    let mut model = fixture(80, 24);
    play(&mut model, "<c-r>");
    let said = model.status.as_ref().map(|it| it.text.as_str());
    assert_eq!(said, Some("Er is nog niets gevraagd."));
}

#[test]
fn a_long_history_is_walked_through_and_listed() {
    let mut model = fixture(80, 24);
    for number in 0..MOST + 5 {
        play(&mut model, &format!("q{number}<esc>"));
    }
    play(&mut model, "<c-r><end>");
    let shown = super::search::shown(&model);
    assert!(shown.contains("200 ") && !shown.contains("q5\n"), "{shown}");
    play(&mut model, &format!("<esc>{}", "<up>".repeat(MOST + 3)));
    assert_eq!(query(&model), "q5");
}
