//! The start page: when it stands there, what leads out of it and back, and that no key acts behind it.

use super::*;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Focus;
use crate::tui::message::Ending;
use crate::tui::tests::search::shown;

/// The small directory with what must be at hand, and a body that people need and that has no account.
const SERVICES: &str = r#"
[[service]]
id = "alarm"
name = "Alarmnummer"
text = "Bel als elke seconde telt."
organisation = "politie-oostmeer"
urgency = "emergency"
phones = [{ number = "112", label = "emergency", evidence = [{ method = "official-site", url = "https://www.politie.example/112", seen = "2026-11-20" }] }]
evidence = [{ method = "official-site", url = "https://www.politie.example/112", seen = "2026-11-20" }]

[[service]]
id = "geen-spoed"
name = "Politie, geen spoed"
text = "Als er geen spoed is."
organisation = "politie-oostmeer"
urgency = "urgent"
phones = [{ number = "0900 8844", label = "general", evidence = [{ method = "official-site", url = "https://www.politie.example/bel", seen = "2026-11-20" }] }]
evidence = [{ method = "official-site", url = "https://www.politie.example/bel", seen = "2026-11-20" }]

[[topic]]
id = "paspoort"
name = "paspoort"
handlers = [{ layer = "municipality", evidence = [{ method = "official-site", url = "https://www.zandmeer.example", seen = "2026-11-20" }] }]

[[topic]]
id = "afvalwater"
name = "afvalwater"
handlers = [{ organisation = "waterkring", evidence = [{ method = "official-site", url = "https://www.waterkring.example", seen = "2026-11-20" }] }]

"#;

pub(super) fn services() -> String {
    let (head, tail) = FIXTURE.split_once("[[organisation]]").unwrap();
    format!("{head}{SERVICES}[[organisation]]{tail}")
}

pub(super) fn with_services(width: u16, height: u16) -> Model {
    let mut model = loading(Language::Nl, width, height);
    load(&mut model, &services());
    model
}

#[test]
fn whom_to_call_and_what_is_missing_come_from_the_directory() {
    let text = shown(&with_services(80, 24));
    for part in ["Bel 112.", "Politie, geen spoed: 0900 8844", "Geen account bekend Waterkring"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    let small = shown(&with_services(40, 12));
    for part in ["Bel 112.", "0900 8844", "Is dit echt?", "21 november 2026"] {
        assert!(small.contains(part), "{part} in\n{small}");
    }
    assert!(!shown(&fixture(80, 24)).contains("Spoed"), "where no service is urgent");
}

#[test]
fn typing_leaves_it_and_an_empty_query_comes_back_to_it() {
    let mut model = fixture(80, 24);
    assert!(model.is_at_start() && model.organisation().is_none());
    for (keys, is_at_start) in [
        ("z", false),
        ("<backspace>", true),
        ("zand<down>", false),
        ("<c-u>", true),
        ("zand<esc>", true),
        ("<f1>", true),
        ("<esc>", true),
    ] {
        play(&mut model, keys);
        assert_eq!(model.is_at_start(), is_at_start, "{keys}");
    }
}

#[test]
fn down_leads_into_the_list_of_everything_and_up_or_esc_back() {
    for into in ["<down>", "<enter>", "<tab>", "<pgdn>", "<home>", "<c-n>"] {
        for out in ["<up>", "<pgup>", "<esc>"] {
            let mut model = fixture(80, 24);
            assert_eq!(play(&mut model, into), [], "{into}");
            assert!(!model.is_at_start(), "{into}");
            assert_eq!(selected(&model), "Ministerie van Wind en Weer", "{into}");
            assert_eq!(play(&mut model, out), [], "{out}");
            assert!(model.is_at_start(), "{into} {out}");
            assert_eq!(play(&mut model, "<esc><esc>"), [Effect::End(Ending::Quit)]);
        }
    }
    let mut model = fixture(80, 24);
    play(&mut model, "<end>");
    assert_eq!(model.browse.selected, 6);
    play(&mut model, "<up>");
    assert_eq!(model.browse.selected, 5);
}

#[test]
fn only_a_second_esc_in_a_row_ends_the_program() {
    let mut model = fixture(80, 24);
    assert_eq!(play(&mut model, "zand<tab><end><up>e<esc><esc><esc><esc>"), []);
    assert!(model.is_leaving && shown(&model).contains("Nog eens Esc sluit af · Ctrl-C"));
    for other in ["<left>", "<up>", "z<esc>", "<f1><esc>", "<f5><esc>"] {
        assert_eq!(play(&mut model, other), [], "{other}");
        assert!(!model.is_leaving, "{other}");
        assert_eq!(play(&mut model, "<esc>"), [], "{other}");
    }
    // What comes from elsewhere is no key.
    send(&mut model, Msg::HandedOver("https://www.zandmeer.example".to_owned()));
    assert_eq!(play(&mut model, "<esc>"), [Effect::End(Ending::Quit)]);
}

#[test]
fn esc_takes_away_what_went_wrong_before_it_leaves() {
    let mut model = fixture(80, 24);
    play(&mut model, "zandmeer<tab>");
    let failed = || ("https://www.zandmeer.example".to_owned(), "geen browser".to_owned());
    let (address, why) = failed();
    send(&mut model, Msg::OpenFailed { address, why });
    play(&mut model, "<esc>");
    assert_eq!((model.focus(), &model.status), (Focus::Channels, &None));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Query);
}

#[test]
fn no_key_acts_on_a_list_that_is_not_seen() {
    for key in ["<c-y>", "<c-o>", "<f3>", "<f4>", "<f9>", "<right>"] {
        let mut model = fixture(80, 24);
        assert_eq!(play(&mut model, key), [], "{key}");
        assert_eq!(model.focus(), Focus::Query, "{key}");
        let said = model.status.as_ref().is_some_and(|it| it.text.contains("Kies eerst een"));
        assert_eq!(said, key != "<right>", "{key}: {:?}", model.status);
    }
}

#[test]
fn the_directory_is_counted_once_and_only_where_the_page_is_looked_at() {
    let mut model = loading(Language::Nl, 80, 24);
    let effect = update(&mut model, Msg::Loaded(catalogue()));
    assert!(matches!(effect, Some(Effect::Run(_, Job::Overview))), "{effect:?}");
    assert!(shown(&model).contains("7 organisaties") && !shown(&model).contains("Hoe zeker"));
    assert_eq!(update(&mut model, Msg::Resized(Size::new(80, 25))), None);
    let mut model = Model::new(Language::Nl, today(), "zand");
    update(&mut model, Msg::Loaded(catalogue()));
    assert!(!model.jobs.is_outstanding(JobKind::Overview));
}
