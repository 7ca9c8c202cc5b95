//! Findings for tools that show those of static analysis.
//!
//! Source: SARIF 2.1.0, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Component, Path};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::Report;
use super::markdown::inline;
use super::row::Row;
use crate::audit::Rule;
use crate::json::write as write_json;
use crate::messages::finding::{RuleText, without_places};
use crate::words::Words;

/// The schema that a log names as its own.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    tool: Value,
    language: &'static str,
    column_kind: &'static str,
    artifacts: Value,
    results: R,
}

/// The results, each made when it is written: of many findings none is held twice.
struct Results<'a> {
    report: &'a Report<'a>,
    rules: &'a [Rule],
    uri: &'a str,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        to.collect_seq(self.report.rows().map(|row| {
            let count = seen.entry(row.fingerprint.clone()).or_default();
            *count += 1;
            self.result(&row, *count)
        }))
    }
}

/// Writes the whole log.
pub(crate) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = report.rules();
    let uri = uri(report.file());
    let described: Vec<Value> = rules.iter().map(|rule| described(report, *rule)).collect();
    let results = Results { report, rules: &rules, uri: &uri };
    write_log(report.words, &uri, &described, results, out)
}

/// Writes a log of results with these rules, about a file.
pub(super) fn write_log(
    words: &Words,
    uri: &str,
    rules: &[Value],
    results: impl Serialize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let run = Run {
        tool: json!({
            "driver": {
                "name": "officieel",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }
        }),
        language: words.language.id(),
        column_kind: "unicodeCodePoints",
        artifacts: json!([{ "location": { "uri": uri } }]),
        results,
    };
    write_json(out, &Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

fn described(report: &Report<'_>, rule: Rule) -> Value {
    let text = RuleText::of(report.words, rule);
    let mut described = json!({
        "id": rule.id(),
        "shortDescription": { "text": text.title },
        "fullDescription": { "text": text.why },
        "help": { "text": text.why, "markdown": help(report, rule) },
        "defaultConfiguration": { "level": rule.severity().id() },
    });
    // What is no address is the name of a work, which is no help to open.
    if let (true, Some(members)) = (has_address(rule), described.as_object_mut()) {
        members.insert("helpUri".to_owned(), rule.source().into());
    }
    described
}

fn has_address(rule: Rule) -> bool {
    rule.source().starts_with("https://")
}

/// What `explain` says of a rule, in Markdown.
fn help(report: &Report<'_>, rule: Rule) -> String {
    let words = report.words;
    let RuleText { title, why, advice, otherwise, .. } = RuleText::of(report.words, rule);
    let mut help = format!("**{}**\n\n{}", inline(title), inline(why));
    let source =
        if has_address(rule) { format!("<{}>", rule.source()) } else { inline(rule.source()) };
    for (label, text) in [
        (words.advice, inline(&without_places(words, advice))),
        (words.or_else, inline(&without_places(words, otherwise))),
        (words.source, source),
    ] {
        if !text.is_empty() {
            help.extend(["\n\n*", label, ":* ", &text]);
        }
    }
    help
}

impl Results<'_> {
    /// A finding, and how many there were of its fingerprint with this one.
    fn result(&self, row: &Row, count: u32) -> Value {
        let message = [row.found.as_str(), row.advice.as_str()].join(" ");
        json!({
            "ruleId": row.rule.id(),
            "ruleIndex": self.rules.iter().position(|rule| *rule == row.rule),
            "level": row.severity.id(),
            "message": { "text": message.trim() },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": self.uri, "index": 0 },
                    // Code scanning shows nothing that stands on no line.
                    "region": { "startLine": row.place.unwrap_or(1) },
                },
                "logicalLocations": [{ "fullyQualifiedName": logical(row) }],
            }],
            "partialFingerprints": {
                "officieel/v1": row.fingerprint,
                // The one that code scanning tells alerts apart by, in its form. A line that moved is
                // no other finding, so it is no hash of a line.
                "primaryLocationLineHash": format!("{}:{count}", row.fingerprint),
            },
            "properties": { "certainty": row.certainty.id() },
        })
    }
}

/// The organisation and account in ids: `politie-team-ede/x/POL_Ede`.
fn logical(row: &Row) -> String {
    let organisation = row.organisation.as_ref();
    let id = organisation.map(|it| it.id.as_deref().unwrap_or(&it.name));
    let parts = [id.or(row.family.as_deref()), row.platform.as_deref(), row.account.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("/")
}

/// A file as a relative address: as it was named where that leads downwards, else its name alone, so
/// that nobody learns where on a machine it stands.
pub(super) fn uri(file: &Path) -> String {
    let is_below =
        file.components().all(|it| matches!(it, Component::Normal(_) | Component::CurDir));
    let shown = if is_below { Some(file) } else { file.file_name().map(Path::new) };
    let mut parts = Vec::new();
    for part in shown.into_iter().flat_map(Path::components) {
        if let Component::Normal(part) = part {
            parts.push(utf8_percent_encode(&part.to_string_lossy(), RESERVED).to_string());
        }
    }
    parts.join("/")
}

/// What stands in percents in a part of a path: all but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_without_their_machine() {
        for (file, expected) in [
            ("directory.toml", "directory.toml"),
            ("./lists/my city.toml", "lists/my%20city.toml"),
            ("/home/someone/list.toml", "list.toml"),
            ("../list.toml", "list.toml"),
            ("a:b%.toml", "a%3Ab%25.toml"),
            ("súd\u{202e}.toml", "s%C3%BAd%E2%80%AE.toml"),
            ("-", "-"),
        ] {
            assert_eq!(uri(Path::new(file)), expected);
        }
    }
}
