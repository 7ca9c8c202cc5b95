//! The findings about names in the built-in directory.

use crate::audit::{Finding, Rule, Scope, audit};
use crate::check::likeness::Likeness;
use crate::directory::Directory;

fn all() -> (Directory, Vec<Finding>) {
    let directory = Directory::embedded().unwrap();
    let likeness = Likeness::new(&directory);
    let today = "2026-11-21".parse().unwrap();
    let findings = audit(&directory, &likeness, today, &Scope::default());
    (directory, findings)
}

#[test]
fn print_findings() {
    let (_, findings) = all();
    for rule in Rule::ALL {
        let of: Vec<_> = findings.iter().filter(|it| it.rule == *rule).collect();
        if !rule.id().starts_with("naming") {
            continue;
        }
        println!("## {} {}", rule.id(), of.len());
        for it in of {
            println!(
                "{:?} {:?} => {:?}",
                it.severity,
                it.values.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join(" "),
                it.proposal
            );
        }
    }
}
