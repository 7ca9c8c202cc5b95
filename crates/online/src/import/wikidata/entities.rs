//! Answers of the entity API.
//!
//! Source: <https://www.wikidata.org/w/api.php?action=help&modules=wbgetentities>,
//! <https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html>.

use serde_json::Value;

use super::super::ImportError;
use super::super::record::{AccountEntry, Extract, Ids, OrganisationRecord, Rank};
use super::super::text::{clean, item, typed};
use super::{PROPERTIES, add_name, date, entry};
use officieel_directory::directory::Date;

/// Reads the entities of an answer. One that doesn't exist is skipped; one that was merged has its new id.
pub(super) fn read(answer: &Value) -> Result<Extract, ImportError> {
    let entities = answer.get("entities").and_then(Value::as_object);
    let entities =
        entities.ok_or_else(|| ImportError::Malformed("`entities` is no object".to_owned()))?;
    let mut extract = Extract::default();
    for entity in entities.values() {
        let id = entity.get("id").and_then(Value::as_str).and_then(item);
        match id.filter(|_| entity.get("missing").is_none()) {
            Some(id) => {
                let (record, unknown) = record(entity, id);
                extract.records.push(record);
                extract.skipped += unknown;
            }
            None => extract.skipped += 1,
        }
    }
    Ok(extract)
}

/// The record of an entity, and how many of its values nobody knows.
fn record(entity: &Value, id: String) -> (OrganisationRecord, usize) {
    let page = Some(format!("https://www.wikidata.org/wiki/{id}"));
    let ids = Ids { wikidata: Some(id), ..Ids::default() };
    let mut record = OrganisationRecord { ids, page, ..OrganisationRecord::default() };
    let labels = entity.get("labels").and_then(Value::as_object);
    for label in labels.into_iter().flat_map(|all| all.values()) {
        let text = |key: &str| label.get(key).and_then(Value::as_str);
        add_name(&mut record, text("value").unwrap_or_default(), text("language"));
    }
    if record.name.is_empty() {
        // The id is the only name that is known.
        record.name = record.ids.wikidata.clone().unwrap_or_default();
    }

    record.websites = best(entity, "P856").filter_map(value).filter_map(typed).collect();
    record.phones = best(entity, "P1329").filter_map(value).filter_map(clean).collect();
    record.ended = best(entity, "P576").find_map(|it| time(it.get("mainsnak")?));
    let mut unknown = 0;
    for property in &PROPERTIES {
        for statement in statements(entity, property.id) {
            match value(statement) {
                Some(value) => record.accounts.push(account(statement, entry(property, value))),
                None => unknown += 1,
            }
        }
    }
    record.accounts.sort_by_key(|it| it.rank);
    (record, unknown)
}

fn statements<'v>(entity: &'v Value, property: &str) -> impl Iterator<Item = &'v Value> {
    let all = entity.get("claims").and_then(|it| it.get(property)).and_then(Value::as_array);
    all.into_iter().flatten()
}

/// The statements that are not known to be wrong.
fn best<'v>(entity: &'v Value, property: &str) -> impl Iterator<Item = &'v Value> {
    statements(entity, property).filter(|it| rank(it) != Rank::Deprecated)
}

fn account(statement: &Value, entry: AccountEntry) -> AccountEntry {
    let first = |property: &str| statement.get("qualifiers")?.get(property)?.get(0);
    let references = statement.get("references").and_then(Value::as_array);
    let page = |it: &Value| {
        Some(
            it.get("snaks")?
                .get("P854")?
                .get(0)?
                .get("datavalue")?
                .get("value")?
                .as_str()?
                .to_owned(),
        )
    };
    AccountEntry {
        platform_id: first("P6552").and_then(snak_text).and_then(clean),
        since: first("P580").and_then(time),
        until: first("P582").and_then(time),
        rank: rank(statement),
        reference: references.into_iter().flatten().find_map(page).as_deref().and_then(typed),
        ..entry
    }
}

fn rank(statement: &Value) -> Rank {
    match statement.get("rank").and_then(Value::as_str) {
        Some("preferred") => Rank::Preferred,
        Some("deprecated") => Rank::Deprecated,
        _ => Rank::Normal,
    }
}

/// The text of a statement; `None` where its value is unknown or known to be none.
fn value(statement: &Value) -> Option<&str> {
    statement.get("mainsnak").and_then(snak_text)
}

fn snak_text(snak: &Value) -> Option<&str> {
    snak.get("datavalue")?.get("value")?.as_str()
}

fn time(snak: &Value) -> Option<Date> {
    let value = snak.get("datavalue")?.get("value")?;
    date(value.get("time")?.as_str()?, value.get("precision").and_then(Value::as_u64))
}
