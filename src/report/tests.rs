//! Properties of the formats: whatever text a finding holds, each stays what it is and says nothing raw.

use proptest::prelude::*;

use super::{Date, Looked, PathBuf, Report, Rule, Scope, csv, json, junit, markdown, sarif};
use crate::audit::baseline::Entry as Gone;
use crate::audit::register::Entry;
use crate::audit::{Certainty, Details, Finding, Subject};
use crate::text::sanitise::is_hostile;
use crate::words::Language;

/// Texts with everything in them that a format, a terminal or a spreadsheet would act on.
fn text() -> impl Strategy<Value = String> {
    let odd = "\0\u{1}\u{b}\u{1b}\u{7f}\u{85}\u{ad}\u{600}\u{61c}\u{200b}\u{2028}\u{202e}\u{fdd0}\u{fe0f}\
               \u{feff}\u{fff0}\u{fffe}\u{ffff}\u{1bca0}\u{1fffe}\u{e0001}\u{e0fff}\u{10ffff}\
               \t\r\n<>&\"'`|\\=+-@,;{}[]()]]>éß漢👩";
    let odd: Vec<char> = odd.chars().collect();
    let c = prop_oneof![prop::sample::select(odd), any::<char>(), Just('a')];
    prop::collection::vec(c, 0..12).prop_map(|it| it.into_iter().collect())
}

fn finding(rule: Rule, line: u64, texts: &[String]) -> Finding {
    let mut texts = texts.iter().cycle().cloned();
    let proposal = texts.next();
    let details = Details::made_of(rule, &mut || texts.next().unwrap());
    Finding::new(details, Certainty::Likely, Subject::Entry(line, None)).proposing(proposal)
}

fn entry(line: u64, texts: &[String]) -> Entry {
    let text = |at: usize| texts.get(at).cloned().unwrap_or_default();
    Entry {
        line,
        register_id: text(0),
        organisation: text(1),
        platform: text(2),
        typed: text(3),
        address: text(4),
        page: text(5),
    }
}

fn written(format: &str, report: &Report<'_>) -> String {
    let mut out = Vec::new();
    match format {
        "json" => json::write(report, &mut out),
        "csv" => csv::write(report, b',', &mut out),
        "csv ;" => csv::write(report, b';', &mut out),
        "markdown" => markdown::write(report, &mut out),
        "sarif" => sarif::write(report, &mut out),
        _ => junit::write(report, &mut out),
    }
    .unwrap();
    String::from_utf8(out).unwrap()
}

/// Holds a report in every format against what reads it.
fn assert_sound(report: &Report<'_>, kept: &[Option<String>]) {
    for format in ["json", "csv", "csv ;", "markdown", "sarif", "junit"] {
        let text = written(format, report);
        let shown = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
        let raw: Vec<char> = shown.chars().filter(|c| *c != '\n' && is_hostile(*c)).collect();
        assert!(raw.is_empty(), "{format}: {raw:?}");
        let count = report.findings.len();
        match format {
            "json" => {
                let read: serde_json::Value = serde_json::from_str(&text).unwrap();
                let findings = read["findings"].as_array().unwrap();
                assert_eq!(findings.len(), count);
                // What programs read is the text as it is.
                for (finding, kept) in findings.iter().zip(kept) {
                    assert_eq!(finding["account"].as_str(), kept.as_deref());
                }
            }
            "sarif" => {
                let read: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(read["runs"][0]["results"].as_array().unwrap().len(), count);
            }
            "junit" => {
                let read = roxmltree::Document::parse(&text).unwrap();
                let failures = read.descendants().filter(|it| it.has_tag_name("failure"));
                let rules = report.rules();
                let is_told = |finding: &&Finding| rules.contains(&finding.rule());
                assert_eq!(failures.count(), report.findings.iter().filter(is_told).count());
            }
            "markdown" => {}
            _ => {
                let delimiter = if format == "csv" { b',' } else { b';' };
                let mut builder = ::csv::ReaderBuilder::new();
                builder.delimiter(delimiter).has_headers(true);
                assert_eq!(builder.from_reader(shown.as_bytes()).records().count(), count);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_is_sound_whatever_findings_hold(
        texts in prop::collection::vec(text(), 6),
        is_dutch in any::<bool>(),
        is_of_register in any::<bool>(),
    ) {
        let words = if is_dutch { Language::Nl } else { Language::En }.words();
        let small = include_str!("../../tests/fixtures/small.toml");
        let directory = crate::embedded::from_toml(small, Date::LAST).unwrap();
        let entries: Vec<Entry> = (1..).take(Rule::ALL.len()).map(|line| entry(line, &texts)).collect();
        let findings: Vec<Finding> = Rule::ALL.iter().zip(&entries).map(|(rule, entry)| {
            finding(*rule, entry.line, &texts)
        }).collect();
        let kept: Vec<Option<String>> =
            entries.iter().map(|entry| is_of_register.then(|| entry.typed.clone())).collect();
        let file = PathBuf::from(&texts[5]);
        let looked = if is_of_register {
            Looked::Register { file, entries }
        } else {
            Looked::Directory { file, organisations: 1 }
        };
        let scope = Scope::default();
        let mut report = Report::new(&directory, &scope, looked, findings, words, Date::LAST);
        report.gone = vec![Gone { rule: texts[0].clone(), hint: texts[1].clone(), fingerprint: texts[2].clone() }];
        report.has_baseline = true;
        report.chosen = Some(texts[4].clone());
        assert_sound(&report, &kept);
    }
}
