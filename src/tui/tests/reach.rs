//! Sites, telephone numbers and services on the screen.

use super::screens::shot;
use super::*;
use crate::tui::keys::Focus;

const SERVICES: &str = include_str!("../../../tests/fixtures/services.toml");

fn services() -> Model {
    services_in(100, 36)
}

fn services_in(width: u16, height: u16) -> Model {
    let mut model = loading(Language::Nl, width, height);
    load(&mut model, SERVICES);
    model
}

/// The services with something else in the place of one text.
fn services_with(old: &str, new: &str) -> Model {
    assert_eq!(SERVICES.matches(old).count(), 1, "`{old}` stands once in the file");
    let mut model = loading(Language::Nl, 100, 36);
    load(&mut model, &SERVICES.replacen(old, new, 1));
    model
}

/// Forty more sites of the municipality, with one for tests among them.
fn many_sites() -> Model {
    let site = |host: &str, rest: &str| {
        format!(
            "    {{ host = \"{host}\"{rest}, evidence = [{{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }}] }},\n"
        )
    };
    let many: String =
        (0..40).map(|at| site(&format!("een-lange-naam-{at}.example"), "")).collect();
    let first = "sites = [\n    { host = \"gedeeld.example\", path";
    let tests = site("aaa.example", ", test = true");
    services_with(
        first,
        &format!("sites = [\n{tests}{many}    {{ host = \"gedeeld.example\", path"),
    )
}

fn said(model: &Model) -> &str {
    model.status.as_ref().map_or("", |status| &status.text)
}

/// The names of what is shown, the selected one in brackets.
fn shown(model: &Model) -> Vec<String> {
    let reach = model.reach().unwrap();
    let name = |(at, item): (usize, &crate::tui::screens::reach::state::Item)| {
        if at == reach.selected { format!("[{}]", item.name) } else { item.name.clone() }
    };
    reach.shown().enumerate().map(name).collect()
}

#[test]
fn the_panel_has_other_sites_and_numbers_and_services() {
    let mut model = services();
    play(&mut model, "meldmaar");
    shot("reach-panel-100x36", &model, &Theme::mono(false));
}

#[test]
fn many_sites_are_counted_and_those_for_tests_come_last() {
    let mut model = many_sites();
    play(&mut model, "zandmeer");
    let shown = screen(&model, &Theme::mono(false), 100, 36);
    let shown = screens::with_styles(&shown);
    for site in ["een-lange-naam-0.example,", "een-lange-naam-1.example en nog 40"] {
        assert!(shown.contains(site), "{site}: {shown}");
    }
    assert!(shown.contains("F9 toont alle"), "{shown}");
    assert!(!shown.contains("aaa.example"), "{shown}");
}

#[test]
fn a_service_that_was_asked_for_is_opened_itself() {
    let opens = |model: &mut Model, script: &str| match play(model, script).pop() {
        Some(Effect::Open(address)) => address,
        other => panic!("{script}: {other:?}"),
    };
    for script in ["meldmaar<enter>", "meldpunt<enter>", "0900 1234<enter>", "meldpunt<tab><enter>"]
    {
        assert_eq!(opens(&mut services(), script), "https://meldpunt.example", "{script}");
    }
    let second = opens(&mut services(), "meldpunt<tab><down><enter>");
    assert_eq!(second, "https://mijn.zandmeer.example");
    // Who asks for the organisation gets the organisation.
    for script in ["gemeente zandmeer<enter>", "meldpunt<tab><down><down><down><enter>"] {
        assert_eq!(opens(&mut services(), script), "https://www.zandmeer.example", "{script}");
    }
}

#[test]
fn a_service_without_a_site_is_reached_by_its_number() {
    let (from, _) = SERVICES.split_once("sites = [\n    { host = \"meldpunt.example\"").unwrap();
    let (_, to) = SERVICES.split_once("phones = [\n    { number = \"0900 1234\"").unwrap();
    let mut model = loading(Language::Nl, 100, 36);
    load(&mut model, &format!("{from}phones = [\n    {{ number = \"0900 1234\"{to}"));
    assert_eq!(play(&mut model, "meldpunt<enter>"), []);
    assert!(said(&model).starts_with("Een telefoonnummer wordt niet geopend"), "{}", said(&model));
    assert_eq!(play(&mut model, "<c-y>"), [Effect::Copy("0900 1234".to_owned())]);
    let footer = screens::with_styles(&screen(&model, &Theme::mono(false), 100, 36));
    assert!(!footer.contains("Enter opent"), "{footer}");
}

#[test]
fn all_sites_and_numbers_stand_in_one_list() {
    let mut model = services();
    play(&mut model, "gemeente zandmeer<f9>");
    assert_eq!(model.focus(), Focus::Reach);
    let all = [
        "[zandmeer.example]",
        "gedeeld.example/zandmeer",
        "038 123 45 67",
        "038 123 45 68",
        "meldpunt.example",
        "mijn.zandmeer.example",
        "oefen.meldpunt.example",
        "0900 1234",
    ];
    assert_eq!(shown(&model), all);
    // A service that was asked for comes first.
    play(&mut model, "<f9><c-u>meldpunt<f9>");
    assert_eq!(shown(&model)[..2], ["[meldpunt.example]", "mijn.zandmeer.example"]);
    assert_eq!(shown(&model).len(), all.len());
}

#[test]
fn what_is_typed_filters() {
    for (filter, expected) in [
        ("MELD oefen", &["[oefen.meldpunt.example]"][..]),
        ("09001234", &["[0900 1234]"]),
        ("0900 12", &["[0900 1234]"]),
        ("testsite", &["[oefen.meldpunt.example]"]),
        ("de pers", &["[038 123 45 68]"]),
        ("/zand", &["[gedeeld.example/zandmeer]"]),
        ("qqq", &[]),
    ] {
        let mut model = services();
        play(&mut model, &format!("gemeente zandmeer<f9>{filter}"));
        assert_eq!(shown(&model), expected, "{filter}");
        assert_eq!(model.browse.query.text(), "gemeente zandmeer");
        play(&mut model, "<esc>");
        assert_eq!(shown(&model).len(), 8, "{filter}");
        play(&mut model, "<esc>");
        assert_eq!(model.focus(), Focus::Query);
    }
    // What is selected stays so while it is there.
    let mut model = services();
    play(&mut model, "gemeente zandmeer<f9><down><down><down>038");
    assert_eq!(shown(&model), ["038 123 45 67", "[038 123 45 68]"]);
    play(&mut model, "<c-u>");
    paste(&mut model, "45 68\r");
    assert_eq!(shown(&model), ["[038 123 45 68]"]);
}

#[test]
fn what_is_for_tests_or_of_what_has_ended_is_asked_about_first() {
    let mut model = services();
    assert_eq!(play(&mut model, "gemeente zandmeer<f9>oefen<enter>"), []);
    assert_eq!(said(&model), "oefen.meldpunt.example: testsite. Nog eens Enter opent het toch.");
    let address = "https://oefen.meldpunt.example".to_owned();
    assert_eq!(play(&mut model, "<enter>"), [Effect::Open(address)]);
    play(&mut model, "<esc>oefen<enter>");
    assert_eq!(play(&mut model, "<backspace><enter>"), [], "whoever typed on is asked anew");

    let number = "    { number = \"038 123 45 68\", label = \"press\", evidence = [{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }] },\n]\n";
    let mut model = services_with(number, &format!("{number}ended = \"2020-01-01\"\n"));
    for script in ["gemeente zandmeer<f9><enter>", "<down><enter>"] {
        assert_eq!(play(&mut model, script), [], "{script}");
        assert!(said(&model).contains("opgeheven per 2020-01-01. Nog eens Enter"), "{script}");
    }
}

#[test]
fn the_page_that_a_site_rests_on_is_opened_and_shown() {
    let register = || vec![Effect::Open("https://register.example/".to_owned())];
    let mut model = services();
    assert_eq!(play(&mut model, "gemeente zandmeer<f9><c-o>"), register());
    assert_eq!(play(&mut model, "<f9><tab>o"), register());
    // Who says so stands beside all of them, with this one selected.
    play(&mut model, "<down>e");
    assert_eq!(shown(&model)[2], "[038 123 45 67]");
    assert_eq!(play(&mut model, "<c-y>"), [Effect::Copy("038 123 45 67".to_owned())]);
    assert_eq!(play(&mut model, "<enter>"), []);
    assert!(said(&model).starts_with("Een telefoonnummer wordt niet geopend"));
    play(&mut model, "<f9>a");
    assert_eq!(model.focus(), Focus::Reach);
}

#[test]
fn whoever_has_neither_says_so() {
    let mut model = fixture(80, 24);
    play(&mut model, "waterkring<f9>");
    assert_eq!(model.focus(), Focus::Query);
    assert!(said(&model).contains("geen sites of telefoonnummers bekend"), "{}", said(&model));
}

#[test]
fn the_selected_one_is_always_seen_and_the_first_with_its_heading() {
    let mut model = many_sites();
    update(&mut model, Msg::Resized(Size::new(80, 24)));
    play(&mut model, "gemeente zandmeer<f9>");
    let count = model.reach().unwrap().items.len();
    let text = |model: &Model| screens::with_styles(&screen(model, &Theme::mono(false), 80, 24));
    for key in ["<end>", "<up>", "<pgup>", "<home>", "<pgdn>", "<down>"].repeat(3) {
        play(&mut model, key);
        let reach = model.reach().unwrap();
        let name = &reach.item().unwrap().name;
        assert!(text(&model).lines().any(|it| it.starts_with('▌') && it.contains(name)), "{key}");
    }
    play(&mut model, "<end>");
    assert_eq!(model.reach().unwrap().selected, count - 1);
    play(&mut model, "<home>");
    assert!(text(&model).lines().nth(3).is_some_and(|it| it == "  Sites"), "{}", text(&model));
    // A click selects what it is on, and a heading is nothing.
    for (row, expected) in [(6, 2), (3, 2), (5, 1)] {
        send(&mut model, Msg::Click { column: 9, row });
        assert_eq!(model.reach().unwrap().selected, expected, "{row}");
    }
    update(&mut model, Msg::Resized(Size::new(40, 8)));
    play(&mut model, "<end>");
    assert!(screens::with_styles(&screen(&model, &Theme::mono(false), 40, 8)).contains("▌"));
}

#[test]
fn pictures_of_all_sites_and_numbers() {
    for (name, width, height, script, theme) in [
        ("80x24-ansi", 80, 24, "gemeente zandmeer<f9><down>", Theme::ansi(false)),
        ("120x40-ansi", 120, 40, "meldpunt<f9>", Theme::ansi(false)),
        ("40x12-mono", 40, 12, "meldpunt<f9><down><down>", Theme::mono(false)),
        ("20x6-mono", 20, 6, "meldpunt<f9>", Theme::mono(false)),
        ("80x24-mono-ascii", 80, 24, "gemeente zandmeer<f9>038", Theme::mono(true)),
        ("nothing-80x24-ansi", 80, 24, "gemeente zandmeer<f9>qqq", Theme::ansi(false)),
    ] {
        let mut model = services_in(width, height);
        play(&mut model, script);
        shot(&format!("reach-{name}"), &model, &theme);
    }
}

#[test]
fn pictures_of_a_service() {
    for (name, width, height, script, theme) in [
        ("80x24-ansi", 80, 24, "meldpunt", Theme::ansi(false)),
        ("120x40-ansi", 120, 40, "meldpunt<tab><down>", Theme::ansi(false)),
        ("40x12-mono", 40, 12, "meldpunt<tab>", Theme::mono(false)),
    ] {
        let mut model = services_in(width, height);
        play(&mut model, script);
        shot(&format!("service-{name}"), &model, &theme);
    }
}

#[test]
fn a_verdict_about_a_service_leads_to_the_service() {
    for (asked, way) in [
        ("https://mijn.zandmeer.example/", "https://meldpunt.example"),
        ("0900-1234", "https://meldpunt.example"),
    ] {
        let mut model = services();
        paste(&mut model, asked);
        play(&mut model, "<f2>");
        let shown = screens::with_styles(&screen(&model, &Theme::mono(false), 100, 36));
        assert!(shown.contains("Meldpunt"), "{asked}: {shown}");
        let effects = play(&mut model, "<enter>");
        assert_eq!(effects, [Effect::Open(way.to_owned())], "{asked}");
    }
}
