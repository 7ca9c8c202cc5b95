//! The schema for editors has the keys that the loader asks for, and the words of its fixed sets.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Context, read};
use crate::directory::badge::Gained;
use crate::directory::lexicon::PhraseRole;
use crate::directory::{Date, Kind, Layer, Method, PhoneLabel, Purpose, Says, Status, Urgency};
use crate::platform::{Authorship, CaseRule, Coding, LoginNeeded, NotAnAccount, WrapperKind};

/// The keys that each kind of table was asked for, by the key of the sentence that says what it is.
pub(super) type Keys = BTreeMap<&'static str, BTreeSet<&'static str>>;

const SCHEMA: &str = include_str!("../../../../../docs/directory.schema.json");

/// A file with a table of every kind, and every key that others hang on.
const EVERY_TABLE: &str = r#"
[[source]]
[[platform]]
id = "x"
name = "X"
owner = "X Corp."
login = "no"
hosts = ["x.com"]
discouraged = "Niet doen."
discouraged_url = "https://a.example/"
discouraged_seen = "2023"
[[platform.names]]
id = "handle"
syntax = "[a-z]+"
case = "kept"
address = "https://x.com/{name}"
forms = ["/{name}"]
[[platform.refused]]
what = "post"
forms = ["/{handle}/status/**"]
author = "bound"
author_url = "https://a.example/"
author_seen = "2023"
[[badge]]
[[inventory]]
[[policy]]
[[convention]]
[[kind]]
[[synonym]]
[[phrase]]
[[wrapper]]
[[family]]
[[imitation]]
[[service]]
sites = [{}]
phones = [{}]
[[topic]]
handlers = [{}]
[[foreign_organisation]]
[[organisation]]
former_names = [{}]
former_handles = [{}]
gaps = [{}]
[[organisation.account]]
badge = {}
former_handles = [{}]
evidence = [{}]
"#;

/// What stands in the schema for what a table is.
const NAMES: &[(&str, &str)] = &[
    ("problem_the_file", ""),
    ("problem_an_organisation", "organisation"),
    ("problem_an_account", "account"),
    ("problem_a_former_name", "former_name"),
    ("problem_a_gap", "gap"),
    ("problem_a_badge", "badge"),
    ("problem_evidence", "evidence"),
    ("problem_a_source", "source"),
    ("problem_an_inventory", "inventory"),
    ("problem_a_policy", "policy"),
    ("problem_a_convention", "convention"),
    ("problem_a_platform", "platform"),
    ("problem_a_badge_kind", "badge_kind"),
    ("problem_a_name_space", "name_space"),
    ("problem_a_refusal", "refusal"),
    ("problem_a_kind", "kind"),
    ("problem_a_synonym", "synonym"),
    ("problem_a_phrase", "phrase"),
    ("problem_a_wrapper", "wrapper"),
    ("problem_a_family", "family"),
    ("problem_an_imitation", "imitation"),
    ("problem_a_site", "site"),
    ("problem_a_phone", "phone"),
    ("problem_a_service", "service"),
    ("problem_a_topic", "topic"),
    ("problem_a_handler", "handler"),
    ("problem_a_foreign_organisation", "foreign_organisation"),
    // That of an account has fewer keys.
    ("problem_a_former_handle", "former_handle"),
];

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

/// The keys of a table in the schema.
fn properties<'s>(schema: &'s Value, name: &str) -> BTreeSet<&'s str> {
    let table = if name.is_empty() { schema } else { &schema["$defs"][name] };
    assert_eq!(table["additionalProperties"], false, "{name}");
    let properties = table["properties"].as_object().unwrap_or_else(|| panic!("no table {name}"));
    let described = |value: &Value| value["description"].is_string() || value["$ref"].is_string();
    assert!(properties.values().all(described), "{name}: not all of its keys are described");
    properties.keys().map(String::as_str).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_loader_asks_for() {
    let context = Context::new(EVERY_TABLE, Date::LAST);
    let _unusable = read(&context, &|| None, &|_done| {}, None);
    let asked = context.take_asked();
    let known: BTreeSet<&str> = NAMES.iter().map(|(key, _)| *key).collect();
    assert_eq!(asked.keys().copied().collect::<BTreeSet<_>>(), known, "kinds of tables");
    let schema = schema();
    for (key, name) in NAMES {
        assert_eq!(properties(&schema, name), asked[key], "{name}");
    }
    let of_organisation = properties(&schema, "former_handle");
    let of_account = properties(&schema, "account_former_handle");
    let only: Vec<&str> = of_organisation.difference(&of_account).copied().collect();
    assert_eq!(only, ["platform", "successor"]);
    assert!(of_account.is_subset(&of_organisation));
}

#[test]
fn the_schema_has_the_words_of_fixed_sets() {
    fn ids<T: Copy>(all: &[T], id: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|it| id(*it)).collect()
    }
    let schema = schema();
    let defs = &schema["$defs"];
    let words = |of: &Value| -> Vec<String> {
        let all = of["enum"].as_array().unwrap().iter();
        all.map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    for (name, key, expected) in [
        ("account", "status", ids(&Status::ALL, Status::id)),
        ("evidence", "says", ids(&Says::ALL, Says::id)),
        ("phone", "label", ids(&PhoneLabel::ALL, PhoneLabel::id)),
        ("service", "urgency", ids(&Urgency::ALL, Urgency::id)),
        ("phrase", "role", ids(&PhraseRole::ALL, PhraseRole::id)),
        ("handler", "layer", ids(&Layer::ALL, Layer::id)),
        ("wrapper", "kind", ids(&WrapperKind::ALL, WrapperKind::id)),
        ("wrapper", "coding", ids(&Coding::ALL, Coding::id)),
        ("platform", "login", ids(&LoginNeeded::ALL, LoginNeeded::id)),
        ("name_space", "case", ids(&CaseRule::ALL, CaseRule::id)),
        ("refusal", "what", ids(&NotAnAccount::ALL, NotAnAccount::id)),
        ("refusal", "author", ids(&Authorship::ALL, Authorship::id)),
        ("badge_kind", "gained", ids(&Gained::ALL, Gained::id)),
    ] {
        assert_eq!(words(&defs[name]["properties"][key]), expected, "{name} {key}");
    }
    let purposes = words(&defs["account"]["properties"]["purposes"]["items"]);
    assert_eq!(purposes, ids(&Purpose::ALL, Purpose::id));
    assert_eq!(words(&defs["kind_of_organisation"]), ids(Kind::ALL, Kind::id));
    let methods = words(&defs["evidence"]["properties"]["method"]);
    assert_eq!(methods, ids(&Method::ALL, Method::id));
}
