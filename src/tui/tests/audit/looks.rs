//! Pictures of the audit.

use super::*;
use crate::text::sanitise::is_hostile;
use crate::tui::tests::conventions::families;
use crate::tui::tests::screens::shot;

/// The scripts that lead to each view.
const VIEWS: [(&str, &str); 7] = [
    ("families", "<f5>"),
    ("rules", "<f5><tab>"),
    ("findings", "<f5><down><tab>f<down><down>"),
    ("filter", "<f5><tab>/dorpsveld x"),
    ("nothing-shown", "<f5><tab>r23/xyzzy<enter>"),
    ("rule", "<f5><down><tab>f<down><down>w"),
    ("export", "<f5><down>e<down>"),
];

fn large(language: Language, width: u16, height: u16) -> Model {
    let mut model = loading(language, width, height);
    load(&mut model, &families());
    model
}

#[test]
fn every_view_looks_so() {
    for (width, height, look, theme, language) in [
        (80, 24, "ansi", Theme::ansi(false), Language::Nl),
        (120, 40, "ansi", Theme::ansi(false), Language::Nl),
        (40, 12, "mono", Theme::mono(false), Language::Nl),
        (80, 24, "mono-ascii-english", Theme::mono(true), Language::En),
    ] {
        for (name, script) in VIEWS {
            let mut model = large(language, width, height);
            play(&mut model, script);
            shot(&format!("audit-{name}-{width}x{height}-{look}"), &model, &theme);
        }
    }
}

#[test]
fn what_an_account_is_found_of_looks_so_after_the_jump() {
    let mut model = large(Language::Nl, 80, 24);
    play(&mut model, "<f5><down><tab>f<down><enter>");
    shot("audit-jumped-80x24-ansi", &model, &Theme::ansi(false));
}

#[test]
fn while_it_is_worked_out_and_where_nothing_is_found() {
    let mut model = large(Language::Nl, 80, 24);
    update(&mut model, Msg::Do(crate::tui::keys::Action::Audit));
    shot("audit-begun-80x24-ansi", &model, &Theme::ansi(false));
    let (head, _) = FIXTURE.split_once("[[family]]").unwrap();
    let mut model = loading(Language::Nl, 80, 24);
    load(
        &mut model,
        &format!(
            "{head}[[organisation]]\nid = \"waterkring\"\nname = \"Waterkring\"\nkind = \"other\"\nended = \"2019-01-01\"\n"
        ),
    );
    play(&mut model, "<f5><tab>");
    assert_eq!(model.audit.findings().map(<[_]>::len), Some(0));
    shot("audit-clean-80x24-ansi", &model, &Theme::ansi(false));
}

#[test]
fn nothing_hostile_reaches_the_screen() {
    for script in [
        "<f5>",
        "<f5><tab>f<down>",
        "<f5><tab>f<down>w",
        "<f5><tab>f<down>n",
        "<f5>e",
        "<f5><tab>/x<enter>",
        "<f5><tab>f<down><enter>",
        "<f5><tab>f<down><f3>",
    ] {
        for (width, height) in [(120, 60), (80, 24), (40, 12)] {
            let mut model = loading(Language::Nl, width, height);
            let directory = crate::tui::tests::hostile::poisoned();
            send(&mut model, Msg::Loaded(Arc::new(Catalogue::new(directory))));
            play(&mut model, script);
            for _ in 0..12 {
                let buffer = screen(&model, &Theme::ansi(false), width, height);
                for cell in &buffer.content {
                    assert!(!cell.symbol().contains(is_hostile), "{script}: {:?}", cell.symbol());
                }
                play(&mut model, "<down>");
            }
        }
    }
}

#[test]
fn each_half_says_what_it_holds_where_a_line_is_there_for_it() {
    for (width, height, both) in [(80, 24, true), (120, 40, true), (40, 12, false)] {
        let mut model = fixture(width, height);
        play(&mut model, "<f5>");
        let rule = shown(&model).lines().nth(2).unwrap().to_owned();
        assert_eq!(rule.contains("─ Groepen 6 ─"), both, "{rule}");
        assert_eq!(rule.contains("─ Bevindingen ─"), both, "{rule}");
    }
}
