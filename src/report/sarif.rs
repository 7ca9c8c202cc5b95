//! Findings for tools that show those of static analysis.
//!
//! Source: SARIF 2.1.0, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::io::{self, Write};
use std::path::{Component, Path};

use serde_json::{Value, json};

use super::Report;
use super::row::Row;
use crate::audit::Rule;
use crate::json::write as write_json;
use crate::words::rules::RuleText;

/// The schema that a log names as its own.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes the whole log.
pub(crate) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = report.rules();
    let uri = uri(report.file());
    let results: Vec<Value> = report.rows.iter().map(|row| result(&rules, &uri, row)).collect();
    let rules: Vec<Value> = rules.iter().map(|rule| described(report, *rule)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "officieel",
                    "version": env!("CARGO_PKG_VERSION"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }
            },
            "language": report.words.language.id(),
            "columnKind": "unicodeCodePoints",
            "artifacts": [{ "location": { "uri": uri } }],
            "results": results,
        }],
    });
    write_json(out, &log)
}

fn described(report: &Report<'_>, rule: Rule) -> Value {
    let text = RuleText::of(report.words, rule);
    let mut described = json!({
        "id": rule.id(),
        "shortDescription": { "text": text.title },
        "fullDescription": { "text": text.why },
        "help": { "text": text.why },
        "defaultConfiguration": { "level": rule.severity().id() },
    });
    // What is no address is the name of a work, which is no help to open.
    if rule.source().starts_with("https://")
        && let Some(members) = described.as_object_mut()
    {
        members.insert("helpUri".to_owned(), rule.source().into());
    }
    described
}

fn result(rules: &[Rule], uri: &str, row: &Row) -> Value {
    let mut place = json!({ "artifactLocation": { "uri": uri, "index": 0 } });
    if let (Some(line), Some(members)) = (row.line, place.as_object_mut()) {
        members.insert("region".to_owned(), json!({ "startLine": line }));
    }
    let message = [row.found.as_str(), row.advice.as_str()].join(" ");
    json!({
        "ruleId": row.rule.id(),
        "ruleIndex": rules.iter().position(|rule| *rule == row.rule),
        "level": row.severity.id(),
        "message": { "text": message.trim() },
        "locations": [{
            "physicalLocation": place,
            "logicalLocations": [{ "fullyQualifiedName": logical(row) }],
        }],
        "partialFingerprints": { "officieel/v1": row.fingerprint },
        "properties": { "certainty": row.certainty.id() },
    })
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
fn uri(file: &Path) -> String {
    let is_below =
        file.components().all(|it| matches!(it, Component::Normal(_) | Component::CurDir));
    let shown = if is_below { Some(file) } else { file.file_name().map(Path::new) };
    let mut parts = Vec::new();
    for part in shown.into_iter().flat_map(Path::components) {
        if let Component::Normal(part) = part {
            parts.push(encoded(&part.to_string_lossy()));
        }
    }
    parts.join("/")
}

/// A part of a path as RFC 3986 has it: what is not unreserved stands in percents.
fn encoded(part: &str) -> String {
    let mut encoded = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(format!("%{byte:02X}").chars());
        }
    }
    encoded
}

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
