//! Findings as test results: each rule is a suite, each finding a failure in it.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report as Xml, TestCase, TestCaseStatus, TestSuite};

use super::Report;
use super::row::Row;
use crate::audit::Rule;
use crate::messages::finding::RuleText;

/// Writes the whole report.
pub(crate) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Xml::new("officieel audit");
    for rule in report.rules() {
        let mut suite = TestSuite::new(rule.id());
        let rows = report.of(rule);
        if rows.is_empty() {
            let title = RuleText::of(report.words, rule).title;
            suite.add_test_case(case(rule, title, TestCaseStatus::success()));
        }
        for row in rows {
            suite.add_test_case(case(rule, &name(&row), failure(&row)));
        }
        xml.add_test_suite(suite);
    }
    write_xml(&xml, out)
}

/// Writes test results as they are read everywhere.
pub(super) fn write_xml(xml: &Xml, out: &mut dyn Write) -> io::Result<()> {
    let xml = xml.to_string().map_err(io::Error::other)?;
    // The schema that Jenkins and its kin hold reports to has no such count on the outermost element.
    out.write_all(xml.replacen(" skipped=\"0\"", "", 1).as_bytes())
}

fn case(rule: Rule, name: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(name, status);
    case.set_classname(rule.id());
    case
}

fn failure(row: &Row) -> TestCaseStatus {
    let mut failure = TestCaseStatus::non_success(NonSuccessKind::Failure);
    failure.set_type(row.severity.id());
    failure.set_message(row.found.as_str());
    failure.set_description(format!("{} {}", row.found, row.advice).trim());
    failure
}

/// What the finding is about, and the fingerprint by which one run is compared with the next.
fn name(row: &Row) -> String {
    format!("{} {}", row.hint(), row.fingerprint)
}
