//! Every rule of the registry is reached by an audit as users run it: one that no longer is would be in
//! the documents and find nothing.

use std::collections::BTreeSet;

use officieel::audit::{Rule, Topic};
use serde_json::Value;

use super::all;
use crate::cli::harness::run;

/// A directory with a case of each rule about directories.
const DIRECTORY: [&str; 2] = ["--directory", "tests/fixtures/every-rule.toml"];

/// A register extract with a case of each rule about registers.
const REGISTER: [&str; 2] = ["--register", "tests/fixtures/every-rule.csv"];

/// The rules that an audit finds cases of.
fn found(more: &[&str]) -> BTreeSet<String> {
    let mut arguments = vec!["audit", "--format", "json"];
    arguments.extend(more);
    let ran = run(&arguments);
    assert_eq!(ran.err, "", "{more:?}");
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    all(&report, "rule").into_iter().map(str::to_owned).collect()
}

fn of_file(rule: Rule) -> [&'static str; 2] {
    if rule.topic() == Topic::Address { REGISTER } else { DIRECTORY }
}

#[test]
fn every_rule_is_found_by_an_audit_of_everything() {
    let found = &found(&DIRECTORY) | &found(&REGISTER);
    let known: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(found, known, "{:?} are never found", &known - &found);
}

#[test]
fn every_rule_is_found_when_only_it_is_asked_for() {
    for rule in Rule::ALL {
        let [option, file] = of_file(*rule);
        let found = found(&[option, file, "--rule", rule.id()]);
        assert_eq!(found, BTreeSet::from([rule.id().to_owned()]), "{rule:?}");
    }
}
