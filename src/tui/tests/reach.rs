//! Sites, telephone numbers and services on the screen.

use super::screens::shot;
use super::*;

const SERVICES: &str = include_str!("../../../tests/fixtures/services.toml");

fn services() -> Model {
    let mut model = loading(Language::Nl, 100, 36);
    load(&mut model, SERVICES);
    model
}

#[test]
fn the_panel_has_other_sites_and_numbers_and_services() {
    let mut model = services();
    play(&mut model, "meldmaar");
    shot("reach-panel-100x36", &model, &Theme::mono(false));
}

#[test]
fn many_sites_are_counted_and_those_for_tests_come_last() {
    let site = |host: &str, rest: &str| {
        format!(
            "    {{ host = \"{host}\"{rest}, evidence = [{{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }}] }},\n"
        )
    };
    let many: String =
        (0..40).map(|at| site(&format!("een-lange-naam-{at}.example"), "")).collect();
    let first = "sites = [\n    { host = \"gedeeld.example\", path";
    assert_eq!(SERVICES.matches(first).count(), 1);
    let with = format!(
        "sites = [\n{}{many}    {{ host = \"gedeeld.example\", path",
        site("aaa.example", ", test = true")
    );
    let mut model = loading(Language::Nl, 100, 36);
    load(&mut model, &SERVICES.replacen(first, &with, 1));
    play(&mut model, "meldmaar");
    let shown = screen(&model, &Theme::mono(false), 100, 36);
    let shown = screens::with_styles(&shown);
    assert!(shown.contains("een-lange-naam-0.example, een-lange-naam-1.example"), "{shown}");
    assert!(shown.contains("en nog 3"), "{shown}");
    assert!(!shown.contains("aaa.example"), "{shown}");
}
