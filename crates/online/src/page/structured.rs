//! JSON-LD: what a page says of itself for machines (<https://schema.org/sameAs>).

use serde_json::{Map, Value};

use super::{Entity, LONGEST_ADDRESS, LONGEST_LABEL, Link, LinkKind, MOST_LINKS, Zone, add_words};

/// Adds what the `sameAs` of all things in a block of JSON-LD say. A block that is no JSON says nothing; one that
/// nests deeper than 128 levels is none (the limit of the parser).
pub(super) fn read(text: &str, links: &mut Vec<Link>) {
    if let Ok(value) = serde_json::from_str::<Value>(text.trim()) {
        walk(&value, "", links);
    }
}

/// What lies below the key of an author or a comment is said by or of others.
const OTHERS: &[&str] = &[
    "author",
    "creator",
    "contributor",
    "editor",
    "comment",
    "comments",
    "review",
    "reviews",
    "performer",
    "sponsor",
    "funder",
    "employee",
    "employees",
    "member",
    "members",
    "alumni",
    "founder",
    "actor",
    "mentions",
    "about",
    "citation",
];

fn walk(value: &Value, owner: &'static str, links: &mut Vec<Link>) {
    match value {
        Value::Array(all) => all.iter().for_each(|it| walk(it, owner, links)),
        Value::Object(object) => {
            let entity = entity(object, owner);
            for address in strings(object.get("sameAs")) {
                add(address, &entity, links);
            }
            for (key, inner) in object {
                let below = OTHERS.iter().find(|it| key.eq_ignore_ascii_case(it)).copied();
                walk(inner, below.unwrap_or(owner), links);
            }
        }
        _ => {}
    }
}

/// What an object is about. What others are named for is of the kind that the key says.
fn entity(object: &Map<String, Value>, owner: &'static str) -> Entity {
    let kinds = strings(object.get("@type")).collect::<Vec<_>>();
    let kind = kinds.iter().find(|it| it.ends_with("Person")).or(kinds.first());
    let kind = kind.map(|it| it.rsplit(['/', ':', '#']).next().unwrap_or(it)).unwrap_or_default();
    let kind = if owner.is_empty() { kind.to_owned() } else { format!("{owner}:{kind}") };
    let text = |key: &str| {
        let mut text = String::new();
        add_words(&mut text, strings(object.get(key)).next()?, LONGEST_LABEL);
        Some(text)
    };
    let url = || {
        strings(object.get("url"))
            .next()
            .filter(|it| it.len() <= LONGEST_ADDRESS)
            .map(str::to_owned)
    };
    let is_address = |id: &&str| id.starts_with("http") && id.len() <= LONGEST_ADDRESS;
    let id = || strings(object.get("@id")).next().filter(is_address).map(str::to_owned);
    Entity { kind, name: text("name").or_else(|| text("legalName")), url: url().or_else(id) }
}

/// The texts of a value that may be one, several, or an object with `@id` or `@value`.
fn strings(value: Option<&Value>) -> impl Iterator<Item = &str> {
    let all: Vec<&Value> = match value {
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    all.into_iter().filter_map(|it| match it {
        Value::String(text) => Some(text.as_str()),
        Value::Object(object) => object.get("@id").or_else(|| object.get("@value"))?.as_str(),
        _ => None,
    })
}

fn add(address: &str, entity: &Entity, links: &mut Vec<Link>) {
    let address = address.trim();
    if links.len() >= MOST_LINKS || address.len() > LONGEST_ADDRESS {
        return;
    }
    links.push(Link {
        href: address.to_owned(),
        kind: LinkKind::SameAs(entity.clone()),
        zone: Zone::Structured,
        may_be_hidden: false,
        follow: false,
        share: false,
        rel_me: false,
        label: String::new(),
        title: String::new(),
        heading: String::new(),
        before: String::new(),
    });
}
