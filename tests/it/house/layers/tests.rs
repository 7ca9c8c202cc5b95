use std::collections::BTreeMap;

use super::super::sources::Source;
use super::{LAYERS, NEVER, faults, terminals};

fn source(module: &str, text: &str) -> [Source; 1] {
    let path = format!("src/{}.rs", module.replace("::", "/")).into();
    let module = module.split("::").map(str::to_owned).collect();
    [Source { path, module, text: text.to_owned(), is_test: false }]
}

fn faults_in(module: &str, text: &str) -> Vec<String> {
    faults(&source(module, text))
}

#[test]
fn a_broken_layer_is_noticed_in_each_spelling() {
    for source in [
        "use crate::check;",
        "use crate::{check, text};",
        "use crate::{text::{fold, width}, check::{Checker, Verdict}};",
        "use crate::check as other;",
        "use crate::{text, check as other};",
        "use crate::check::*;",
        "use crate::*;",
        "use crate as all;",
        "use super::super::check::Checker;",
        "use super::super::{check, text};",
        "use super::super as all;",
        "use officieel::check;",
        "pub(crate) use crate::check::Checker;",
        "fn a() -> crate::check::Verdict { b() }",
        "fn a() { crate::check::run() }",
        "fn a() { format!(\"{}\", crate::check::run()) }",
        "fn a() { b(|| vec![super::super::check::run::<u8>()]) }",
        "mod inside { use super::super::super::check::Checker; }",
        "#[cfg(test)] mod tests { use crate::check::Checker; }",
        "mod tests { use crate::embedded; }",
    ] {
        assert!(!faults_in("search::query", source).is_empty(), "{source}");
    }
    for source in [
        "use crate::{text::fold, directory};",
        "use super::check;",
        "#[cfg(test)] mod tests { use crate::embedded; }",
        "/// As [`crate::check`] does.\nfn check() { \"crate::check\"; }",
    ] {
        assert_eq!(faults_in("search::query", source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn a_module_without_a_row_is_noticed() {
    assert_eq!(faults_in("gossip", ""), ["src/gossip.rs: `gossip` is in no row of LAYERS"]);
}

#[test]
fn a_terminal_below_the_screen_is_noticed() {
    for text in ["use ratatui::text::Line;", "fn a() { b!(crossterm::terminal::size()) }"] {
        assert_eq!(terminals(&source("cli::show", text)).len(), 1, "{text}");
        assert_eq!(terminals(&source("tui::view", text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn parts_of_the_screen_that_know_each_other_are_noticed() {
    for (module, source) in [
        ("tui::view::list", "use super::super::update::move_by;"),
        ("tui::screens::check::view", "use super::update::scroll;"),
        ("tui::screens::check::view", "use crate::tui::{Model, screens::audit::update};"),
        ("tui::update", "use super::view;"),
        ("tui::screens::audit::update", "fn a() { crate::tui::screens::check::view::height() }"),
        ("tui::layout", "use super::view;"),
        ("tui::layout::list", "fn a() { crate::tui::update::run() }"),
        ("tui::model", "use super::view::list;"),
        ("tui::screens::check::state", "use super::{update, view};"),
    ] {
        assert!(!faults_in(module, source).is_empty(), "{module}: {source}");
    }
    for (module, source) in [
        ("tui::view::list", "use crate::tui::{layout, model::Model, view::spans};"),
        ("tui::screens::check::update", "use super::state::CheckState; use crate::tui::layout;"),
        ("tui::view::list", "#[cfg(test)] mod tests { use crate::tui::update; }"),
        ("tui", "use crate::tui::{update, view};"),
    ] {
        assert_eq!(faults_in(module, source), Vec::<String>::new(), "{module}: {source}");
    }
}

#[test]
fn the_table_has_no_circle_and_nothing_that_may_never_be() {
    let mut reached: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (own, may) in LAYERS {
        let mut all = Vec::new();
        for named in *may {
            let below = reached.get(named);
            let below = below.unwrap_or_else(|| panic!("{own}: {named} does not stand below"));
            all.push(*named);
            all.extend(below);
        }
        assert!(reached.insert(own, all).is_none(), "{own} has two rows");
    }
    for (own, named) in NEVER {
        assert!(!reached[own].contains(named), "{own} reaches {named}");
        assert!(reached.contains_key(named), "{named} is no module");
    }
}
