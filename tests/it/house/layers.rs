//! The layers of the program: which module may name which, as a table.

mod table;

use std::collections::BTreeSet;

use super::names::{has_word, read};
use super::sources::Source;
pub(super) use table::LAYERS;

/// What tests inside of a module may name beside what the module may.
const TESTS_MAY: &[&str] = &["embedded", "testing"];

/// What may never come about, whatever the table above says, not even by way of a third module.
pub(super) const NEVER: &[(&str, &str)] = &[
    ("search", "check"),
    ("cache", "words"),
    ("check", "words"),
    ("audit", "words"),
    ("audit", "messages"),
    ("words", "messages"),
    ("messages", "tui"),
    ("report", "tui"),
];

/// The parts of a screen, by the first of these names in a module's path, and those that they may not name:
/// drawing changes nothing, deciding draws nothing, and both measure by what lies below them.
const PARTS_OF_THE_SCREEN: &[(&str, &[&str])] = &[
    ("layout", &["update", "view"]),
    ("model", &["update", "view"]),
    ("state", &["update", "view"]),
    ("update", &["view"]),
    ("view", &["update"]),
];

/// The libraries that draw and read a terminal, and the only module that may name them.
const TERMINAL: (&[&str], &str) = (&["ratatui", "crossterm"], "tui");

/// What is wrong with the layers of these sources.
pub(super) fn faults(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(faults_of).collect()
}

/// What stands in the table and in no source.
pub(super) fn unneeded(sources: &[Source]) -> Vec<String> {
    let mut needed = BTreeSet::new();
    for source in sources {
        let Some(own) = source.module.first() else { continue };
        needed.insert((own.clone(), own.clone()));
        for name in read(&source.module, &source.text).0 {
            needed.extend(name.path.into_iter().next().map(|named| (own.clone(), named)));
        }
    }
    let rows = LAYERS
        .iter()
        .flat_map(|(own, may)| [own].into_iter().chain(*may).map(move |it| (*own, *it)));
    let is_unneeded =
        |(own, named): &(&str, &str)| !needed.contains(&((*own).to_owned(), (*named).to_owned()));
    rows.filter(is_unneeded).map(|(own, named)| format!("`{own}` names no `{named}`")).collect()
}

fn faults_of(source: &Source) -> Vec<String> {
    let place = source.path.display();
    // The roots declare the modules, and the build script is a program of its own.
    let Some(own) = source.module.first().filter(|own| *own != "build") else {
        return Vec::new();
    };
    let Some((_, may)) = LAYERS.iter().find(|(name, _)| name == own) else {
        return vec![format!("{place}: `{own}` is in no row of LAYERS")];
    };
    let mut faults = Vec::new();
    for name in read(&source.module, &source.text).0 {
        let is_test = source.is_test || name.is_test;
        let line = name.line;
        let path = name.path.join("::");
        let Some(named) = name.path.first().filter(|named| *named != "*") else {
            faults.push(format!("{place}:{line}: names the whole crate, and so every layer"));
            continue;
        };
        let is_for_tests = is_test && TESTS_MAY.contains(&named.as_str());
        if named != own && !may.contains(&named.as_str()) && !is_for_tests {
            faults.push(format!("{place}:{line}: `{own}` may not name `{path}`"));
        }
        if let Some((part, other)) = wrong_part(&name.module, &name.path).filter(|_| !is_test) {
            faults.push(format!("{place}:{line}: {part} may not name {other}: `{path}`"));
        }
    }
    faults
}

/// The files that name a library of the terminal and may not.
pub(super) fn terminals(sources: &[Source]) -> Vec<String> {
    let (libraries, home) = TERMINAL;
    let below = sources.iter().filter(|it| it.module.first().is_none_or(|own| own != home));
    let named = below.flat_map(|source| libraries.iter().map(move |library| (source, library)));
    let named = named.filter(|(source, library)| has_word(&source.text, library));
    let told = |(source, library): (&Source, _)| {
        format!("{}: only `{home}` may name `{library}`", source.path.display())
    };
    named.map(told).collect()
}

/// The part of the screen that a module is, and the one that it names and may not.
fn wrong_part(module: &[String], named: &[String]) -> Option<(&'static str, &'static str)> {
    let (part, may_not) = part_of_the_screen(module)?;
    let (other, _) = part_of_the_screen(named)?;
    may_not.contains(&other).then_some((part, other))
}

fn part_of_the_screen(path: &[String]) -> Option<(&'static str, &'static [&'static str])> {
    let inside = path.strip_prefix(&["tui".to_owned()])?;
    inside
        .iter()
        .find_map(|name| PARTS_OF_THE_SCREEN.iter().find(|(part, _)| part == name))
        .copied()
}

#[cfg(test)]
mod tests;
