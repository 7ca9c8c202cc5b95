//! Exports are new files with harmless names, and hold what they were given.

use std::fs;

use super::*;
use crate::audit::details::{AccountFacts, AgedEvidence};
use crate::audit::{Certainty, Details, Severity, Subject};
use crate::directory::Kind;
use crate::tui::tests::catalogue;
use crate::words::Language;

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

fn export(format: Format) -> Export {
    let catalogue = catalogue();
    let account = catalogue.directory.account_indexes().next().unwrap();
    let details = Details::EvidenceAged(AgedEvidence {
        account: AccountFacts {
            account: "=HYPERLINK(1)\u{202e}".to_owned(),
            platform: "X".to_owned(),
            organisation: "Politie".to_owned(),
        },
        date: Some(today()),
        months: 24,
    });
    let finding = Finding::new(details, Certainty::Certain, Subject::Account(account));
    Export {
        format,
        family: Some(Family::Kind(Kind::PoliceTeam)),
        findings: vec![finding],
        rules: vec![Rule::EvidenceAged],
        chosen: Some("Een keuze: 1 van 2. Filter: “a|b”.".to_owned()),
        directory: None,
    }
}

fn text(format: Format) -> String {
    let catalogue = catalogue();
    let words = Language::Nl.words();
    String::from_utf8(export(format).bytes(&catalogue.directory, words, today()).unwrap()).unwrap()
}

#[test]
fn every_format_holds_the_finding_and_nothing_that_steers() {
    let fingerprint = export(Format::Csv).findings[0].fingerprint(&catalogue().directory);
    for format in Format::ALL {
        let text = text(format);
        let is_told = text.contains("evidence-aged");
        assert!(is_told, "{}: {text}", format.name());
        assert_eq!(text.contains(&fingerprint), format != Format::Markdown, "{}", format.name());
        assert!(!text.contains('\u{202e}'), "{}", format.name());
    }
    assert!(text(Format::CsvDutch).contains("rule;severity"));
    assert!(text(Format::Csv).contains("rule,severity"));
}

#[test]
fn what_was_left_out_is_said_where_people_read_it() {
    assert!(text(Format::Markdown).contains("Een keuze: 1 van 2. Filter: “a\\|b”."));
    let json: serde_json::Value = serde_json::from_str(&text(Format::Json)).unwrap();
    assert_eq!(json["chosen"], "Een keuze: 1 van 2. Filter: “a|b”.");
    assert_eq!(json["findings"].as_array().unwrap().len(), 1);
}

#[test]
fn a_test_report_has_only_the_rules_that_were_shown() {
    let text = text(Format::Junit);
    assert_eq!(text.matches("<testsuite ").count(), 1, "{text}");
    let all = Export { rules: Vec::new(), findings: Vec::new(), ..export(Format::Junit) };
    let bytes = all.bytes(&catalogue().directory, Language::Nl.words(), today()).unwrap();
    let suites = String::from_utf8(bytes).unwrap().matches("<testsuite ").count();
    assert!(suites > 20, "all rules were looked for: {suites}");
}

#[test]
fn names_tell_the_family_and_the_day() {
    let catalogue = catalogue();
    let directory = &catalogue.directory;
    let unit = directory.organisation_by_id("politie-oostmeer").unwrap();
    for (format, family, expected) in [
        (Format::Markdown, None, "officieel-audit-2026-11-21.md"),
        (
            Format::Csv,
            Some(Family::Kind(Kind::PoliceTeam)),
            "officieel-audit-police-team-2026-11-21.csv",
        ),
        (Format::CsvDutch, None, "officieel-audit-2026-11-21.csv"),
        (
            Format::Sarif,
            Some(Family::Under(unit)),
            "officieel-audit-politie-oostmeer-2026-11-21.sarif",
        ),
        (Format::Junit, None, "officieel-audit-2026-11-21.xml"),
        (Format::Json, None, "officieel-audit-2026-11-21.json"),
    ] {
        assert_eq!(file_name(format, family, directory, today()), expected);
    }
}

#[test]
fn nothing_of_a_directory_leads_out_of_the_folder() {
    let text = include_str!("../../../../../tests/fixtures/small.toml");
    let mut directory = crate::embedded::from_toml(text, today()).unwrap();
    let unit = directory.organisation_by_id("politie-oostmeer").unwrap();
    let (organisations, _) = directory.loaded_mut().unwrap();
    for organisation in organisations {
        organisation.id = format!("../../etc/\u{202e}passwd\0:{}", "x".repeat(500));
    }
    let name = file_name(Format::Markdown, Some(Family::Under(unit)), &directory, today());
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    assert!(name.chars().all(is_plain) && !name.contains("..") && name.len() < 120, "{name}");
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (catalogue, words) = (catalogue(), Language::Nl.words());
    let name = |number: &str| {
        folder.path().join(format!("officieel-audit-police-team-2026-11-21{number}.md"))
    };
    fs::write(name(""), "mine").unwrap();
    for number in ["-2", "-3"] {
        let written = export(Format::Markdown).write(&catalogue, words, today(), folder.path());
        assert_eq!(written, Ok(name(number)));
    }
    assert_eq!(fs::read_to_string(name("")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(name("-3")).unwrap(), text(Format::Markdown));
    for number in 4..=crate::tui::new_file::MOST {
        fs::write(name(&format!("-{number}")), "").unwrap();
    }
    let written = export(Format::Markdown).write(&catalogue, words, today(), folder.path());
    let why = written.unwrap_err();
    assert!(why.contains("te veel bestanden") && why.contains("officieel-audit"), "{why}");
}

#[test]
fn where_it_can_not_be_written_one_sentence_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let (catalogue, words) = (catalogue(), Language::Nl.words());
    let gone = folder.path().join("gone");
    let why = export(Format::Csv).write(&catalogue, words, today(), &gone).unwrap_err();
    assert!(why.contains("is niet te schrijven") && !why.contains('\n'), "{why}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn findings_of_every_severity_are_told_as_what_they_are() {
    for severity in Severity::ALL {
        let mut export = export(Format::Csv);
        export.findings[0].severity = severity;
        let words = Language::En.words();
        let bytes = export.bytes(&catalogue().directory, words, today()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(&format!("evidence-aged,{},", severity.id())), "{text}");
    }
}
