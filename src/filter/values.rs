//! The values of conditions, in either language.

use std::collections::BTreeSet;

use super::error::Wrong;
use super::{Badge, Country, Key, Value};
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, HandledBy, Kind, OrganisationIndex, Purpose, Status, Trust};
use crate::messages::labels;
use crate::platform::{LoginNeeded, PlatformIndex};
use crate::text::fold::{fold, fold_char, letters};
use crate::text::suggest::nearest;
use crate::words::{Language, Words};

/// The members of the European Union (ISO 3166-1), and its own code.
pub(super) const UNION: [&str; 28] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "EU", "FI", "FR", "GR", "HR", "HU", "IE",
    "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// A value of a closed list.
pub(super) struct Named {
    value: Value,
    /// How it is told, in English and in Dutch.
    pub(super) told: [String; 2],
    /// All ways to write it.
    spellings: Vec<String>,
}

impl Named {
    fn new(value: Value, [english, dutch]: [&str; 2], others: &[&str]) -> Self {
        let told = [english.to_owned(), dutch.to_owned()];
        let spellings = [english, dutch].iter().chain(others).map(|it| (*it).to_owned()).collect();
        Self { value, told, spellings }
    }
}

/// What a value of a key is, in whatever spelling.
pub(super) fn read(directory: &Directory, key: Key, given: &str) -> Result<Value, Wrong> {
    match key {
        Key::In => place(directory, given),
        Key::Owner => owner(directory, given),
        Key::Topic => topic(directory, given),
        Key::Name => Ok(Value::Name(fold(given))),
        Key::Under => under(directory, given),
        Key::On | Key::Without => match platform(directory, given) {
            Some(platform) => Ok(Value::Platform(platform)),
            None => chosen(key, given, &known(directory, key)),
        },
        _ => chosen(key, given, &known(directory, key)),
    }
}

/// All values of a key, where these are few; none where any text may stand there.
pub(super) fn known(directory: &Directory, key: Key) -> Vec<Named> {
    match key {
        Key::Kind => every(Kind::ALL, Kind::id, labels::kind, Value::Kind),
        Key::On | Key::Without => platforms(directory),
        Key::Use => {
            let mut all = every(&Status::ALL, Status::id, labels::status, Value::Status);
            // Its label says of what it is unknown.
            all.retain(|it| it.value != Value::Status(Status::Unknown));
            let unknown = Value::Status(Status::Unknown);
            all.push(Named::new(unknown, ["unknown", "onbekend"], &[]));
            all
        }
        Key::Trust => every(&Trust::ALL, Trust::id, labels::trust, Value::Trust),
        Key::Badge => badges(),
        Key::Login => logins(),
        Key::Country => countries(directory),
        Key::Purpose => every(&Purpose::ALL, Purpose::id, labels::purpose, Value::Purpose),
        Key::Ended => vec![
            Named::new(Value::Ended(true), ["yes", "ja"], &[]),
            Named::new(Value::Ended(false), ["no", "nee"], &[]),
        ],
        Key::In => provinces(directory)
            .into_iter()
            .map(|name| Named::new(Value::Province(name.to_owned()), [name; 2], &[]))
            .collect(),
        Key::Owner | Key::Topic | Key::Name | Key::Under => Vec::new(),
    }
}

/// The platform that is called so: by its id, a name or a short name.
pub(super) fn platform(directory: &Directory, given: &str) -> Option<PlatformIndex> {
    let given = letters(given);
    let is_it = |name: &String| letters(name) == given;
    let found = directory.platforms.iter().find(|(_, platform)| {
        let rules = &platform.rules;
        [&rules.id, &rules.name]
            .into_iter()
            .chain(&rules.aliases)
            .chain(&rules.former_names)
            .any(is_it)
    });
    found.map(|(index, _)| index)
}

/// Whether a name, as values are compared, is this: no more of it is looked at than it takes to tell.
pub(super) fn is_called(name: &str, plain: &str) -> bool {
    name.chars().filter_map(fold_char).filter(|c| c.is_alphanumeric()).eq(plain.chars())
}

/// The value that is written so; how each is told, where none is.
fn chosen(key: Key, given: &str, known: &[Named]) -> Result<Value, Wrong> {
    let wanted = letters(given);
    let all =
        || known.iter().flat_map(|it| it.spellings.iter().map(move |name| (letters(name), it)));
    if let Some((_, it)) = all().find(|(name, _)| *name == wanted) {
        return Ok(it.value.clone());
    }
    let names: Vec<(String, &str)> = known
        .iter()
        .flat_map(|it| &it.spellings)
        .map(|name| (letters(name), name.as_str()))
        .collect();
    let meant = nearest(&wanted, names.iter().map(|(name, own)| (name.as_str(), *own)));
    // Of spellings that are the same, the first is the one of the file.
    let is_same = |meant: &str, name: &str| letters(meant) == letters(name);
    let meant = meant.and_then(|meant| names.iter().find(|(_, own)| is_same(meant, own)));
    let meant = meant.map(|(_, own)| (*own).to_owned());
    let known = [0, 1].map(|language| {
        known.iter().filter_map(|it| it.told.get(language)).cloned().collect::<Vec<String>>()
    });
    Err(Wrong::Value { key, given: given.to_owned(), meant, known })
}

/// All values of a closed list, by id and by their words in both languages.
fn every<T: Copy>(
    all: &[T],
    id: fn(T) -> &'static str,
    label: fn(&Words, T) -> &'static str,
    value: fn(T) -> Value,
) -> Vec<Named> {
    let named = |it: T| {
        let words = Language::ALL.iter().map(|language| label(language.words(), it));
        let words: Vec<&str> = words.collect();
        Named::new(value(it), [id(it), label(Language::Nl.words(), it)], &words)
    };
    all.iter().copied().map(named).collect()
}

fn platforms(directory: &Directory) -> Vec<Named> {
    let all = directory.platforms.iter();
    let named = all.map(|(index, platform)| {
        let rules = &platform.rules;
        let others = std::iter::once(&rules.name).chain(&rules.aliases);
        let others: Vec<&str> = others.map(String::as_str).collect();
        Named::new(Value::Platform(index), [&rules.id; 2], &others)
    });
    named.collect()
}

fn badges() -> Vec<Named> {
    vec![
        Named::new(Value::Badge(Badge::Any), ["yes", "ja"], &["any"]),
        Named::new(Value::Badge(Badge::None), ["none", "geen"], &["no", "nee"]),
        Named::new(Value::Badge(Badge::Unknown), ["unknown", "onbekend"], &[]),
    ]
}

fn logins() -> Vec<Named> {
    let named = |login: LoginNeeded| {
        let dutch = match login {
            LoginNeeded::No => "nee",
            LoginNeeded::Partly => "deels",
            LoginNeeded::Yes => "ja",
            LoginNeeded::Unknown => "onbekend",
        };
        Named::new(Value::Login(login), [login.id(), dutch], &[])
    };
    LoginNeeded::ALL.into_iter().map(named).collect()
}

fn provinces(directory: &Directory) -> Vec<&str> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut last = "";
    for organisation in directory.organisations() {
        // Neighbours are mostly of one.
        let name = organisation.province.as_deref().unwrap_or(last);
        if name != last {
            found.insert(name);
            last = name;
        }
    }
    found.into_iter().collect()
}

/// The ways in which a name may be written that is typed so: as it is, or as what people type it for.
fn meant_by(directory: &Directory, given: &str) -> Vec<String> {
    let wanted = letters(given);
    let mut meant = vec![wanted.clone()];
    for synonym in &directory.lexicon.synonyms {
        let word = letters(&synonym.word);
        let mut typed = synonym.typed.iter().map(|typed| letters(typed));
        if word == wanted {
            meant.extend(typed);
        } else if typed.any(|typed| typed == wanted) {
            meant.push(word);
        }
    }
    meant
}

/// A province, else a place that some organisation is for.
fn place(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let wanted = meant_by(directory, given);
    let is_it = |name: &str| wanted.iter().any(|wanted| is_called(name, wanted));
    let provinces = provinces(directory);
    if let Some(found) = provinces.iter().find(|name| is_it(name)) {
        return Ok(Value::Province((*found).to_owned()));
    }
    let mut places = directory.organisations().flat_map(|it| &it.places);
    if let Some(found) = places.find(|name| is_it(name)) {
        return Ok(Value::Place(fold(found)));
    }
    let all = provinces.iter().map(|name| (letters(name), *name));
    let meant = nearest(&letters(given), all).map(str::to_owned);
    let known = provinces.into_iter().map(str::to_owned).collect::<Vec<String>>();
    Err(Wrong::Value {
        key: Key::In,
        given: given.to_owned(),
        meant,
        known: [known.clone(), known],
    })
}

fn countries(directory: &Directory) -> Vec<Named> {
    let mut known = vec![
        Named::new(Value::Country(Country::Union), ["eu"; 2], &[]),
        Named::new(Value::Country(Country::OwnServers), ["own", "eigen"], &[]),
    ];
    for (_, platform) in directory.platforms.iter() {
        let Some(code) = &platform.rules.country else { continue };
        let value = Value::Country(Country::One(code.clone()));
        if known.iter().any(|other| other.value == value) {
            continue;
        }
        let words = Language::ALL.iter().filter_map(|it| labels::country(it.words(), code));
        let mut others: Vec<&str> = words.collect();
        // The Dutch abbreviation of the United States.
        let dutch = if code == "US" { "vs".to_owned() } else { code.to_lowercase() };
        others.push(code);
        known.push(Named::new(value, [&code.to_lowercase(), &dutch], &others));
    }
    known
}

fn owner(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let part = fold(given);
    let mut owners: Vec<&str> =
        directory.platforms.iter().map(|(_, it)| it.rules.owner.as_str()).collect();
    if owners.iter().any(|own| fold(own).contains(&part)) {
        return Ok(Value::Owner(part));
    }
    owners.compact_sort();
    owners.dedup();
    let meant = nearest(&part, owners.iter().map(|own| (fold(own), *own))).map(str::to_owned);
    let known = owners.into_iter().map(str::to_owned).collect::<Vec<String>>();
    let known = [known.clone(), known];
    Err(Wrong::Value { key: Key::Owner, given: given.to_owned(), meant, known })
}

/// The organisations that handle a topic: one body for everybody, or all of a layer.
fn topic(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let wanted = letters(given);
    let is_it = |name: &String| letters(name) == wanted;
    let found = directory.topics().find(|it| is_it(&it.id) || is_it(&it.name));
    let Some(topic) = found else {
        let names = directory.topics().map(|it| (letters(&it.name), it.name.as_str()));
        let meant = nearest(&wanted, names).map(str::to_owned);
        return Err(Wrong::Value {
            key: Key::Topic,
            given: given.to_owned(),
            meant,
            known: Default::default(),
        });
    };
    let handlers = topic.handlers.iter().flat_map(|it| match it.by {
        HandledBy::Organisation(index) => vec![index],
        HandledBy::Layer(layer) => of_layer(directory, layer.id()),
    });
    Ok(Value::Handlers(handlers.collect()))
}

/// The bodies of a layer; those of the state are none in particular.
fn of_layer(directory: &Directory, layer: &str) -> Vec<OrganisationIndex> {
    let all = directory.organisation_indexes();
    all.filter(|index| directory.organisation(*index).kind.id() == layer).collect()
}

fn under(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let wanted = letters(given);
    let by_name = || {
        let mut all = directory.organisation_indexes();
        all.find(|index| {
            let it = directory.organisation(*index);
            it.ended.is_none() && it.names().any(|name| letters(name) == wanted)
        })
    };
    if let Some(index) = directory.organisation_by_id(given).or_else(by_name) {
        return Ok(Value::Under(index));
    }
    let names = directory.organisations().map(|it| (letters(&it.name), it.id.as_str()));
    let meant = nearest(&wanted, names).map(str::to_owned);
    Err(Wrong::Value { key: Key::Under, given: given.to_owned(), meant, known: Default::default() })
}
