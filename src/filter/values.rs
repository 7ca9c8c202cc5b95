//! The values of conditions, in either language.

use super::error::Wrong;
use super::{Badge, Country, Key, Value};
use crate::directory::{Directory, HandledBy, Kind, OrganisationIndex, Purpose, Status, Trust};
use crate::messages::labels;
use crate::platform::{LoginNeeded, PlatformIndex};
use crate::text::fold::fold;
use crate::text::suggest::nearest;
use crate::words::{Language, Words};

/// The members of the European Union (ISO 3166-1), and its own code.
pub(super) const UNION: [&str; 28] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "EU", "FI", "FR", "GR", "HR", "HU", "IE",
    "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// What a value of a key is, in whatever spelling.
pub(super) fn read(directory: &Directory, key: Key, given: &str) -> Result<Value, Wrong> {
    let of = |known: Vec<(String, Value)>| chosen(key, given, &known);
    match key {
        Key::Kind => of(every(Kind::ALL, Kind::id, labels::kind, Value::Kind)),
        Key::In => place(directory, given),
        Key::On | Key::Without => match platform(directory, given) {
            Some(platform) => Ok(Value::Platform(platform)),
            None => of(platforms(directory)),
        },
        Key::Use => of(every(&Status::ALL, Status::id, labels::status, Value::Status)),
        Key::Trust => of(every(&Trust::ALL, Trust::id, labels::trust, Value::Trust)),
        Key::Badge => of(badges()),
        Key::Login => of(logins()),
        Key::Country => country(directory, given),
        Key::Owner => owner(directory, given),
        Key::Purpose => of(every(&Purpose::ALL, Purpose::id, labels::purpose, Value::Purpose)),
        Key::Topic => topic(directory, given),
        Key::Name => Ok(Value::Name(fold(given))),
        Key::Under => under(directory, given),
        Key::Ended => of(answers()
            .into_iter()
            .map(|(word, is)| (word.to_owned(), Value::Ended(is)))
            .collect()),
    }
}

/// The platform that is called so: by its id, a name or a short name.
pub(super) fn platform(directory: &Directory, given: &str) -> Option<PlatformIndex> {
    let given = plain(given);
    let is_it = |name: &String| plain(name) == given;
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

/// A text as values are compared: folded, without signs and blanks.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The value that is written so; the first spelling of each is told where none is.
fn chosen(key: Key, given: &str, known: &[(String, Value)]) -> Result<Value, Wrong> {
    let wanted = plain(given);
    if let Some((_, value)) = known.iter().find(|(name, _)| plain(name) == wanted) {
        return Ok(value.clone());
    }
    let names: Vec<(String, &str)> =
        known.iter().map(|(name, _)| (plain(name), name.as_str())).collect();
    let meant = nearest(&wanted, names.iter().map(|(name, own)| (name.as_str(), *own)));
    // Of spellings that are the same, the first is the one of the file.
    let is_same = |name: &str, meant: &str| plain(name) == plain(meant);
    let first = meant.and_then(|meant| known.iter().find(|(name, _)| is_same(name, meant)));
    let meant = first.map(|(name, _)| name.clone());
    let mut told: Vec<String> = Vec::new();
    let mut last: Option<&Value> = None;
    for (name, value) in known {
        if last != Some(value) {
            told.push(name.clone());
        }
        last = Some(value);
    }
    Err(Wrong::Value { key, given: given.to_owned(), meant, known: told })
}

/// All values of a closed list, by id and by their words in both languages.
fn every<T: Copy>(
    all: &[T],
    id: fn(T) -> &'static str,
    label: fn(&Words, T) -> &'static str,
    value: fn(T) -> Value,
) -> Vec<(String, Value)> {
    let names = |it: T| {
        let words = Language::ALL.iter().map(move |language| label(language.words(), it));
        std::iter::once(id(it)).chain(words).map(move |name| (name.to_owned(), value(it)))
    };
    all.iter().copied().flat_map(names).collect()
}

fn platforms(directory: &Directory) -> Vec<(String, Value)> {
    let all = directory.platforms.iter();
    let names = all.flat_map(|(index, platform)| {
        let rules = &platform.rules;
        let names = [&rules.id, &rules.name].into_iter().chain(&rules.aliases);
        names.map(move |name| (name.clone(), Value::Platform(index)))
    });
    names.collect()
}

/// The words for yes and no.
fn answers() -> [(&'static str, bool); 4] {
    [("yes", true), ("ja", true), ("no", false), ("nee", false)]
}

fn badges() -> Vec<(String, Value)> {
    let known = [
        ("yes", Badge::Any),
        ("ja", Badge::Any),
        ("any", Badge::Any),
        ("none", Badge::None),
        ("geen", Badge::None),
        ("no", Badge::None),
        ("nee", Badge::None),
        ("unknown", Badge::Unknown),
        ("onbekend", Badge::Unknown),
    ];
    known.into_iter().map(|(word, badge)| (word.to_owned(), Value::Badge(badge))).collect()
}

fn logins() -> Vec<(String, Value)> {
    let dutch = |login| match login {
        LoginNeeded::No => "nee",
        LoginNeeded::Partly => "deels",
        LoginNeeded::Yes => "ja",
        LoginNeeded::Unknown => "onbekend",
    };
    let names = |login: LoginNeeded| {
        [login.id(), dutch(login)].map(|word| (word.to_owned(), Value::Login(login)))
    };
    LoginNeeded::ALL.into_iter().flat_map(names).collect()
}

/// A province, else a place that some organisation is for.
fn place(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let wanted = plain(given);
    let mut provinces: Vec<&str> =
        directory.organisations().filter_map(|it| it.province.as_deref()).collect();
    provinces.sort_unstable();
    provinces.dedup();
    if let Some(found) = provinces.iter().find(|name| plain(name) == wanted) {
        return Ok(Value::Province((*found).to_owned()));
    }
    let mut places = directory.organisations().flat_map(|it| &it.places);
    if let Some(found) = places.find(|name| plain(name) == wanted) {
        return Ok(Value::Place(fold(found)));
    }
    let all = provinces.iter().map(|name| (plain(name), *name));
    let meant = nearest(&wanted, all).map(str::to_owned);
    let known = provinces.into_iter().map(str::to_owned).collect();
    Err(Wrong::Value { key: Key::In, given: given.to_owned(), meant, known })
}

fn country(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let mut known = vec![
        ("eu".to_owned(), Value::Country(Country::Union)),
        ("own".to_owned(), Value::Country(Country::OwnServers)),
        ("eigen".to_owned(), Value::Country(Country::OwnServers)),
    ];
    for (_, platform) in directory.platforms.iter() {
        let Some(code) = &platform.rules.country else { continue };
        let value = Value::Country(Country::One(code.clone()));
        if known.iter().any(|(_, other)| *other == value) {
            continue;
        }
        known.push((code.to_lowercase(), value.clone()));
        let words = Language::ALL.iter().filter_map(|it| labels::country(it.words(), code));
        known.extend(words.map(|name| (name.to_owned(), value.clone())));
    }
    // The Dutch abbreviation of the United States.
    known.push(("vs".to_owned(), Value::Country(Country::One("US".to_owned()))));
    chosen(Key::Country, given, &known)
}

fn owner(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let part = fold(given);
    let mut owners: Vec<&str> =
        directory.platforms.iter().map(|(_, it)| it.rules.owner.as_str()).collect();
    if owners.iter().any(|own| fold(own).contains(&part)) {
        return Ok(Value::Owner(part));
    }
    owners.sort_unstable();
    owners.dedup();
    let meant = nearest(&part, owners.iter().map(|own| (fold(own), *own))).map(str::to_owned);
    let known = owners.into_iter().map(str::to_owned).collect();
    Err(Wrong::Value { key: Key::Owner, given: given.to_owned(), meant, known })
}

/// The organisations that handle a topic: one body for everybody, or all of a layer.
fn topic(directory: &Directory, given: &str) -> Result<Value, Wrong> {
    let wanted = plain(given);
    let is_it = |name: &String| plain(name) == wanted;
    let found = directory.topics().find(|it| is_it(&it.id) || is_it(&it.name));
    let Some(topic) = found else {
        let names = directory.topics().map(|it| (plain(&it.name), it.name.as_str()));
        let meant = nearest(&wanted, names).map(str::to_owned);
        return Err(Wrong::Value {
            key: Key::Topic,
            given: given.to_owned(),
            meant,
            known: Vec::new(),
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
    let wanted = plain(given);
    let by_name = || {
        let mut all = directory.organisation_indexes();
        all.find(|index| {
            let it = directory.organisation(*index);
            let mut names = std::iter::once(&it.name).chain(&it.abbreviation).chain(&it.aliases);
            it.ended.is_none() && names.any(|name| plain(name) == wanted)
        })
    };
    if let Some(index) = directory.organisation_by_id(given).or_else(by_name) {
        return Ok(Value::Under(index));
    }
    let names = directory.organisations().map(|it| (plain(&it.name), it.id.as_str()));
    let meant = nearest(&wanted, names).map(str::to_owned);
    Err(Wrong::Value { key: Key::Under, given: given.to_owned(), meant, known: Vec::new() })
}
