//! The query and its answer.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::Value;

use super::super::ImportError;
use super::super::record::{AccountEntry, Extract, Ids, OrganisationRecord, Rank};
use super::super::text::{clean, item, typed};
use super::{PROPERTIES, add_name, date, entry, property_of};

#[derive(Deserialize)]
pub(super) struct Answer {
    #[expect(dead_code, reason = "an answer without a head is none")]
    head: Head,
    results: Results,
}

#[derive(Deserialize)]
struct Head {
    #[expect(dead_code, reason = "as above")]
    vars: Vec<String>,
}

#[derive(Deserialize)]
struct Results {
    bindings: Vec<BTreeMap<String, Term>>,
}

#[derive(Deserialize)]
struct Term {
    value: String,
    #[serde(rename = "xml:lang")]
    language: Option<String>,
}

/// Reads an answer: a row for each value, of which rows with one item and statement belong together.
pub(super) fn read(value: Value) -> Result<Extract, ImportError> {
    let answer: Answer = serde_json::from_value(value)
        .map_err(|error| ImportError::Malformed(clean(&error.to_string()).unwrap_or_default()))?;
    let mut extract = Extract::default();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut met: HashSet<(usize, AccountEntry)> = HashSet::new();
    for row in &answer.results.bindings {
        let Some(item) = row.get("item").and_then(|it| item(&it.value)) else {
            extract.skipped += 1;
            continue;
        };
        let records = &mut extract.records;
        let at = *known.entry(item.clone()).or_insert_with(|| {
            let page = Some(format!("https://www.wikidata.org/wiki/{item}"));
            let ids = Ids { wikidata: Some(item), ..Ids::default() };
            records.push(OrganisationRecord { ids, page, ..OrganisationRecord::default() });
            records.len() - 1
        });
        let Some(record) = records.get_mut(at) else { continue };
        describe(record, row);
        match account(row) {
            Account::Is(entry) => {
                // A statement with two languages of a label has two rows.
                if met.insert((at, entry.clone())) {
                    record.accounts.push(entry);
                }
            }
            Account::Unknown => extract.skipped += 1,
            Account::None => {}
        }
    }
    for record in &mut extract.records {
        record.accounts.sort_by_key(|it| it.rank);
    }
    Ok(extract)
}

/// Takes in what a row says of the item itself.
fn describe(record: &mut OrganisationRecord, row: &BTreeMap<String, Term>) {
    if let Some(label) = row.get("itemLabel") {
        add_name(record, &label.value, label.language.as_deref());
    }
    let text = |name: &str| row.get(name).map(|term| term.value.as_str());
    let kinds = [text("kindLabel"), text("description").filter(|_| text("kindLabel").is_none())];
    for kind in kinds.into_iter().flatten().filter_map(clean) {
        if !record.types.contains(&kind) {
            record.types.push(kind);
        }
    }
    record.description = record.description.take().or_else(|| text("description").and_then(clean));
    add(&mut record.websites, text("website").and_then(typed));
    add(&mut record.phones, text("phone").and_then(clean));
    record.region = record.region.take().or_else(|| text("regionLabel").and_then(clean));
    record.ended = record.ended.or_else(|| date(text("ended")?, precision(text("endedPrecision"))));
}

fn add(all: &mut Vec<String>, new: Option<String>) {
    all.extend(new.filter(|it| !all.contains(it)));
}

/// What a row says of an account.
enum Account {
    Is(AccountEntry),
    /// There is one, and nobody knows which ("unknown value").
    Unknown,
    None,
}

fn account(row: &BTreeMap<String, Term>) -> Account {
    let text = |name: &str| row.get(name).map(|term| term.value.as_str());
    let (Some(property), Some(value)) = (text("prop").and_then(property_of), text("value")) else {
        return Account::None;
    };
    if value.contains("/.well-known/genid/") {
        return Account::Unknown;
    }
    let rank = text("rank").and_then(|it| it.rsplit('#').next());
    Account::Is(AccountEntry {
        platform_id: text("numericId").and_then(clean),
        since: text("start").and_then(|it| date(it, precision(text("startPrecision")))),
        until: text("end").and_then(|it| date(it, precision(text("endPrecision")))),
        rank: match rank {
            Some("PreferredRank") => Rank::Preferred,
            Some("DeprecatedRank") => Rank::Deprecated,
            _ => Rank::Normal,
        },
        reference: text("reference").and_then(typed),
        ..entry(property, value)
    })
}

fn precision(text: Option<&str>) -> Option<u64> {
    text?.parse().ok()
}

/// The query for the organisations of a country's government with their accounts: `country` is its code (ISO 3166-1,
/// `BE`) or its item in Wikidata (`Q31`), `languages` are the languages of its names, and `kinds` the items of what organisations are to be (their
/// subclasses too). Plain SPARQL 1.1 with every prefix, without extensions of one engine. To be asked in parts it is
/// followed by `LIMIT` and `OFFSET`; its order is stable.
///
/// `None` where an item or language is none.
///
/// # Examples
///
/// ```
/// use officieel_online::import::wikidata::query;
///
/// let asked = query("BE", &["nl", "fr", "de"], &[]).expect("BE is a code");
/// assert!(asked.contains("wdt:P297 \"BE\"") && asked.contains("PREFIX wd:"));
/// assert_eq!(query("Q31 }", &["nl"], &[]), None);
/// ```
pub fn query(country: &str, languages: &[&str], kinds: &[&str]) -> Option<String> {
    let is_item = |text: &&str| item(text).as_deref() == Some(text);
    let is_language = |text: &&str| {
        (2..=20).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let is_code = country.len() == 2 && country.bytes().all(|b| b.is_ascii_alphabetic());
    let of_country = if is_code {
        format!("?country . ?country wdt:P297 \"{}\" .\n  ?item", country.to_ascii_uppercase())
    } else {
        format!("wd:{country} ;")
    };
    let is_sound = (is_code || is_item(&country))
        && kinds.iter().all(is_item)
        && languages.iter().all(is_language);
    if !is_sound || languages.is_empty() {
        return None;
    }
    let kinds = if kinds.is_empty() { GOVERNMENT } else { kinds };
    let mut text = String::from(PREFIXES);
    let listed =
        |all: &[&str]| all.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ");
    let items: Vec<String> = kinds.iter().map(|it| format!("wd:{it}")).collect();
    let properties: Vec<String> =
        PROPERTIES.iter().map(|it| format!("    (wd:{0} p:{0} ps:{0})", it.id)).collect();
    let _ = write!(
        text,
        "SELECT DISTINCT ?item ?itemLabel ?kindLabel ?website ?phone ?prop ?value ?rank\n  \
           ?start ?startPrecision ?end ?endPrecision ?numericId ?reference\nWHERE {{\n  \
           VALUES ?class {{ {items} }}\n  \
           ?item wdt:P17 {of_country} p:P31 ?is .\n  \
           ?is ps:P31 ?kind ; wikibase:rank ?kindRank .\n  \
           ?kind wdt:P279* ?class .\n  \
           FILTER ( ?kindRank != wikibase:DeprecatedRank )\n  \
           FILTER NOT EXISTS {{ ?is pq:P582 ?isEnded }}\n  \
           FILTER NOT EXISTS {{ ?item wdt:P576 ?ended }}\n  \
           FILTER NOT EXISTS {{ ?item wdt:P1366 ?successor }}\n  \
           ?item rdfs:label ?itemLabel .\n  \
           FILTER ( LANG(?itemLabel) IN ( {languages} ) )\n  \
           OPTIONAL {{ ?kind rdfs:label ?kindLabel . FILTER ( LANG(?kindLabel) = \"en\" ) }}\n  \
           OPTIONAL {{ ?item wdt:P856 ?website }}\n  \
           OPTIONAL {{ ?item wdt:P1329 ?phone }}\n  \
           OPTIONAL {{\n    \
             VALUES ( ?prop ?claim ?claimed ) {{\n{properties}\n    }}\n    \
             ?item ?claim ?statement .\n    \
             ?statement ?claimed ?value ; wikibase:rank ?rank .\n    \
             OPTIONAL {{ ?statement pqv:P580 ?from . ?from wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision }}\n    \
             OPTIONAL {{ ?statement pqv:P582 ?to . ?to wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision }}\n    \
             OPTIONAL {{ ?statement pq:P6552 ?numericId }}\n    \
             OPTIONAL {{ ?statement prov:wasDerivedFrom ?source . ?source pr:P854 ?reference }}\n  \
           }}\n}}\n\
         ORDER BY ?item ?prop ?value ?itemLabel\n",
        items = items.join(" "),
        languages = listed(languages),
        properties = properties.join("\n"),
    );
    Some(text)
}

/// What bodies of a government are: ministry, government agency, municipality, first-level and second-level
/// subdivision, police force, court, parliament, public body, fire service, diplomatic mission.
const GOVERNMENT: &[&str] = &[
    "Q192350",
    "Q327333",
    "Q15284",
    "Q10864048",
    "Q13220204",
    "Q35535",
    "Q41487",
    "Q35749",
    "Q2659904",
    "Q6498663",
    "Q213283",
];

const PREFIXES: &str = "\
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX pr: <http://www.wikidata.org/prop/reference/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

";
