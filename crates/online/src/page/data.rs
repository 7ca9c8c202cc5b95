//! JSON documents with links, such as the footer of a site that a script puts together.

use serde_json::{Map, Value};

use super::{
    LONGEST_ADDRESS, LONGEST_LABEL, Link, LinkKind, MOST_LINKS, Page, Zone, add_words, words,
};

/// What keys hold an address.
const ADDRESSES: &[&str] = &["url", "href", "link", "uri", "to"];

/// What keys hold the words of a link or of a list.
const LABELS: &[&str] =
    &["label", "title", "titel", "name", "naam", "text", "tekst", "heading", "kop", "kopje"];

/// Reads a document; one that is no JSON, or nests deeper than 128 levels, has no links.
pub(super) fn read(text: &str) -> Page {
    let mut page = Page::default();
    if let Ok(value) = serde_json::from_str::<Value>(text.trim_start_matches('\u{FEFF}')) {
        walk(&value, "", &mut page);
        page.has_end = true;
    }
    page
}

fn walk(value: &Value, heading: &str, page: &mut Page) {
    match value {
        Value::Array(all) => all.iter().for_each(|it| walk(it, heading, page)),
        Value::Object(object) => {
            let label = label(object);
            let address = ADDRESSES.iter().find_map(|key| object.get(*key)?.as_str());
            if let Some(address) = address {
                add(address, label.as_deref().unwrap_or_default(), heading, page);
            }
            // What has an address is a link, and its words are no heading of others.
            let heads = label.filter(|_| address.is_none()).or_else(|| label_of_child(object));
            let heading = heads.as_deref().unwrap_or(heading);
            object.values().for_each(|it| walk(it, heading, page));
        }
        _ => {}
    }
}

fn label(object: &Map<String, Value>) -> Option<String> {
    let text = LABELS.iter().find_map(|key| object.get(*key)?.as_str())?;
    let mut label = String::new();
    add_words(&mut label, text, LONGEST_LABEL);
    Some(label)
}

/// The words of a part that is only a description, and stands beside the links.
fn label_of_child(object: &Map<String, Value>) -> Option<String> {
    let is_description = |it: &&Map<String, Value>| it.values().all(Value::is_string);
    let has_no_address =
        |it: &&Map<String, Value>| !ADDRESSES.iter().any(|key| it.contains_key(*key));
    let parts = object.values().filter_map(Value::as_object);
    parts.filter(is_description).filter(has_no_address).find_map(label)
}

fn add(address: &str, label: &str, heading: &str, page: &mut Page) {
    let address = address.trim();
    if page.links.len() >= MOST_LINKS || address.len() > LONGEST_ADDRESS {
        return;
    }
    add_words(&mut page.text, label, super::LONGEST_TEXT);
    let share = words::is_share(heading);
    page.links.push(Link {
        href: address.to_owned(),
        kind: LinkKind::Data,
        zone: Zone::Data,
        may_be_hidden: false,
        follow: !share && (words::is_follow(heading) || words::is_follow_us(label)),
        share,
        rel_me: false,
        label: label.to_owned(),
        title: String::new(),
        heading: heading.to_owned(),
        before: String::new(),
    });
}
