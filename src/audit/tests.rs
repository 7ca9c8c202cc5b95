//! Every rule of the registry is found by [`audit`] and [`audit_register`]: one that no longer is would
//! be in the documents and find nothing.

use std::collections::BTreeSet;

use super::*;
use crate::audit::register::{Entry, audit_register};
use crate::audit::rules::registry::Topic;

/// A directory with a case of each rule about directories.
const DIRECTORY: &str = include_str!("../../tests/fixtures/every-rule.toml");

/// A register extract with a case of each rule about registers.
const REGISTER: &[u8] = include_bytes!("../../tests/fixtures/every-rule.csv");

fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

fn found(scope: &Scope) -> BTreeSet<Rule> {
    let directory = crate::embedded::from_toml(DIRECTORY, today()).unwrap();
    let findings = audit(&directory, &Similarity::new(&directory), today(), scope);
    findings.iter().map(Finding::rule).collect()
}

fn found_in_register(scope: &Scope) -> BTreeSet<Rule> {
    let entries = Entry::read_all(REGISTER).unwrap();
    let findings = audit_register(&crate::embedded::directory().unwrap(), &entries, scope);
    findings.iter().map(Finding::rule).collect()
}

#[test]
fn every_rule_of_the_registry_is_found() {
    let everything = Scope::default();
    let found = &found(&everything) | &found_in_register(&everything);
    assert_eq!(found, Rule::ALL.iter().copied().collect());
}

#[test]
fn a_rule_is_found_when_only_it_is_asked_for() {
    for &rule in Rule::ALL {
        let scope = Scope { rules: vec![rule], ..Scope::default() };
        let found = match rule.topic() {
            Topic::Address => found_in_register(&scope),
            _ => found(&scope),
        };
        assert_eq!(found, BTreeSet::from([rule]));
    }
}

#[test]
fn findings_below_a_severity_are_left_out() {
    for severity in Severity::ALL {
        let scope = Scope { severity: Some(severity), ..Scope::default() };
        let found = &found(&scope) | &found_in_register(&scope);
        let least = found.iter().map(|rule| rule.severity()).min();
        assert!(least >= Some(severity), "{found:?}");
    }
}
