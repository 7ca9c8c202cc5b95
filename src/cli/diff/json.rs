//! Changes for programs. The shape is stable: keys are added, never renamed.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Comparison;
use crate::changes::{Body, Change, Value, counts};
use crate::json::write as write_json;

#[derive(Serialize)]
struct ComparisonJson<'a> {
    /// The editions that were compared.
    old: String,
    new: String,
    /// How many changes there are.
    total: usize,
    /// How many of them are alarms.
    alarms: usize,
    /// How many there are of each kind that occurs.
    counts: BTreeMap<&'static str, usize>,
    changes: Vec<ChangeJson<'a>>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    kind: &'static str,
    alarm: bool,
    organisation: Json,
    /// The platform of the account; null for a change that is about none.
    platform: Option<&'a str>,
    account: Option<&'a str>,
    url: Option<&'a str>,
    /// What stood before; null where nothing did, or nothing is known.
    before: Option<Json>,
    after: Option<Json>,
    /// The same whenever these editions are compared.
    fingerprint: String,
}

pub(super) fn write(comparison: &Comparison<'_>, out: &mut dyn Write) -> io::Result<()> {
    let changes = comparison.changes;
    let json = ComparisonJson {
        old: comparison.old.to_string(),
        new: comparison.new.to_string(),
        total: changes.len(),
        alarms: changes.iter().filter(|it| it.kind.is_alarm()).count(),
        counts: counts(changes).into_iter().map(|(kind, count)| (kind.id(), count)).collect(),
        changes: changes.iter().map(|it| change(comparison, it)).collect(),
    };
    write_json(out, &json)
}

fn change<'a>(comparison: &Comparison<'_>, of: &'a Change) -> ChangeJson<'a> {
    let account = of.account.as_ref();
    ChangeJson {
        kind: of.kind.id(),
        alarm: of.kind.is_alarm(),
        organisation: body(&of.organisation),
        platform: account.map(|it| it.platform.as_str()),
        account: account.map(|it| it.name.as_str()),
        url: account.map(|it| it.url.as_str()),
        before: of.before.as_ref().map(value),
        after: of.after.as_ref().map(value),
        fingerprint: of.fingerprint(comparison.old, comparison.new),
    }
}

pub(in crate::cli) fn body(body: &Body) -> Json {
    json!({ "id": body.id, "name": body.name })
}

pub(in crate::cli) fn value(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Organisation(it) => body(it),
        Value::End(day, successor) => {
            json!({ "day": day.to_string(), "successor": successor.as_ref().map(body) })
        }
        Value::Status(status) => json!(status.id()),
        Value::Trust(trust) => json!(trust.id()),
        Value::Badge { id, .. } => json!(id),
        Value::NoBadge => json!("none"),
    }
}
