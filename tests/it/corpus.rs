//! A corpus of messages, genuine and forged (`tests/fixtures/messages.csv`), each with the one verdict that it gets.

mod exchanged;

use std::collections::BTreeMap;
use std::fmt::Write;

use officieel::check::{Message, MessageVerdict};
use officieel::messages::summary;
use officieel::words::Language;

use crate::loaded::BUILT_IN;

/// The most words before the pieces of a message are told.
const MOST_WORDS: usize = 60;

/// A message of the corpus.
pub(crate) struct Row {
    id: String,
    is_genuine: bool,
    /// The organisations that it claims to be from; any of them will do.
    claims: Vec<String>,
    kind: String,
    pub(crate) text: String,
}

pub(crate) fn rows() -> Vec<Row> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/messages.csv");
    let mut reader = csv::Reader::from_path(file).unwrap();
    let row = |record: csv::StringRecord| Row {
        id: record[0].to_owned(),
        is_genuine: &record[2] == "yes",
        claims: record[3].split(';').filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        kind: record[4].to_owned(),
        text: record[5].to_owned(),
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn judged() -> Vec<(Row, Message)> {
    rows().into_iter().map(|row| (BUILT_IN.message(&row.text), row)).map(|(m, r)| (r, m)).collect()
}

#[test]
fn each_message_has_its_verdict() {
    let mut table: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let all = judged();
    for (row, message) in &all {
        *table.entry((&row.kind, message.summary.verdict.id())).or_default() += 1;
    }
    let mut told = String::new();
    for ((kind, verdict), count) in &table {
        writeln!(told, "{kind:24} {verdict:12} {count:3}").unwrap();
    }
    told.push_str("\nother than expected:\n");
    for (row, message) in all.iter().filter(|(row, message)| !is_expected(row, message)) {
        writeln!(told, "{} {} {}", row.id, row.kind, message.summary.verdict.id()).unwrap();
    }
    insta::assert_snapshot!("verdicts", told);
}

/// Whether a message has the verdict that a reader needs.
fn is_expected(row: &Row, message: &Message) -> bool {
    let verdict = message.summary.verdict;
    match row.kind.as_str() {
        "genuine-nothing" => verdict == MessageVerdict::Nothing,
        "genuine-other" | "genuine-iban" => verdict == MessageVerdict::Unconfirmed,
        "genuine-warning" => verdict != MessageVerdict::Beware,
        _ if row.is_genuine => verdict == MessageVerdict::Official,
        _ => verdict == MessageVerdict::Beware,
    }
}

#[test]
fn no_forged_message_is_official_and_hardly_a_genuine_one_is_suspect() {
    let all = judged();
    let of = |is_genuine: bool| all.iter().filter(move |(row, _)| row.is_genuine == is_genuine);
    let count = |is_genuine: bool, verdict: MessageVerdict| {
        of(is_genuine).filter(|(_, message)| message.summary.verdict == verdict).count()
    };
    assert_eq!(count(false, MessageVerdict::Official), 0);
    let (caught, forged) = (count(false, MessageVerdict::Beware), of(false).count());
    assert!(caught * 100 >= forged * 95, "{caught} of {forged}");
    // The one that is quotes a forged address, and warns of it.
    let suspect: Vec<&str> = of(true)
        .filter(|(_, message)| message.summary.verdict == MessageVerdict::Beware)
        .map(|(row, _)| row.kind.as_str())
        .collect();
    assert!(
        suspect.len() < 2 && suspect.iter().all(|kind| *kind == "genuine-warning"),
        "{suspect:?}"
    );
}

#[test]
fn whom_a_message_claims_to_be_from_is_told() {
    let all = judged();
    let claiming = || all.iter().filter(|(row, _)| !row.claims.is_empty());
    let is_met = |(row, message): &&(Row, Message)| {
        let told = message.summary.organisations(&BUILT_IN.directory);
        row.claims.iter().any(|id| told.contains(&id.as_str()))
    };
    let met = claiming().filter(is_met).count();
    // What leads to nobody and names a body only by its trade tells nobody whom it means.
    assert!(met * 100 >= claiming().count() * 80, "{met} of {}", claiming().count());
}

#[test]
fn the_answer_is_short_in_every_language() {
    for (row, message) in judged() {
        for language in [Language::En, Language::Nl] {
            let words = language.words();
            let directory = &BUILT_IN.directory;
            let said = [
                summary::headline(words, directory, &message),
                summary::claimed(words, directory, &message.summary),
                summary::places(words, directory, &message),
                summary::advice(words, directory, &message),
            ];
            let count = said.iter().flat_map(|it| it.split_whitespace()).count();
            assert!(count <= MOST_WORDS, "{}: {count} words: {said:?}", row.id);
        }
    }
}
