//! What may stand in the open place of a template for an organisation, and the part of a handle in
//! which it stands.

use crate::audit::conventions::template::Slot;
use crate::directory::{AccountIndex, Directory, Kind, Organisation};

/// The words that tell of a name what family the organisation is of; the longer ones first.
const FAMILIES: &[&str] = &[
    "Gemeente ",
    "Politie-eenheid ",
    "Politie ",
    "Provincie ",
    "Openbaar Lichaam ",
    "Waterschap ",
    "Wetterskip ",
    "Hoogheemraadschap van ",
    "Hoogheemraadschap ",
    "Ministerie van ",
    "Veiligheidsregio ",
    "Brandweer ",
    "GGD ",
    "Omgevingsdienst ",
    "Rechtbank ",
    "Gerechtshof ",
];

/// The name without the word of its family: Zwolle of Gemeente Zwolle.
pub fn bare_name(name: &str) -> Option<&str> {
    FAMILIES.iter().find_map(|family| name.strip_prefix(family))
}

/// Whether organisations of a kind are called after the place that they are for.
pub fn is_named_after_place(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Municipality
            | Kind::CaribbeanBody
            | Kind::PoliceUnit
            | Kind::PoliceTeam
            | Kind::PoliceTheme
            | Kind::FireService
            | Kind::Court
            | Kind::SafetyRegion
            | Kind::HealthService
            | Kind::EnvironmentService
    )
}

/// What may stand in the open place of a template for an organisation, the most telling first.
pub fn terms(organisation: &Organisation, slot: Slot) -> Vec<&str> {
    let mut terms = own_terms(organisation, slot);
    if slot == Slot::Place && is_named_after_place(organisation.kind) {
        let bare = names(organisation).filter_map(bare_name);
        let districts = bare.filter_map(|name| district(organisation, name));
        terms.extend(districts.flat_map(tails));
        terms.extend(organisation.places.iter().map(String::as_str));
    }
    terms
}

/// As [`terms`], but only what names the organisation and no other: of a police team its own name,
/// never those of the other towns that it is for, and of its district no more than tells it apart.
pub fn own_terms(organisation: &Organisation, slot: Slot) -> Vec<&str> {
    let bare = || names(organisation).filter_map(bare_name);
    match slot {
        Slot::Place if is_named_after_place(organisation.kind) => {
            let districts = bare().filter_map(|name| district(organisation, name));
            // Every city has a south.
            let telling = districts.filter(|part| !DIRECTIONS.contains(part));
            let terms: Vec<&str> =
                bare().chain(telling).chain(after_directions(organisation)).collect();
            if terms.is_empty() { named_places(organisation) } else { terms }
        }
        Slot::Province if organisation.kind == Kind::Province => bare().collect(),
        Slot::Place | Slot::Province => Vec::new(),
        Slot::Abbreviation => organisation.abbreviation.as_deref().into_iter().collect(),
        Slot::Name => names(organisation).chain(bare()).collect(),
    }
}

/// The places that names of an organisation hold as whole words: Leuven of Politiezone Leuven. What its kind is called
/// in its country need not be known for that.
fn named_places(organisation: &Organisation) -> Vec<&str> {
    let is_border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let holds = |name: &str, place: &str| {
        name.match_indices(place).any(|(at, _)| {
            let before = name.get(..at).and_then(|it| it.chars().next_back());
            let behind = name.get(at + place.len()..).and_then(|it| it.chars().next());
            is_border(before) && is_border(behind)
        })
    };
    let places = organisation.places.iter().map(String::as_str);
    places.filter(|place| names(organisation).any(|name| holds(name, place))).collect()
}

/// The name and the aliases.
fn names(organisation: &Organisation) -> impl Iterator<Item = &str> {
    let aliases = organisation.aliases.iter().map(String::as_str);
    std::iter::once(organisation.name.as_str()).chain(aliases)
}

/// The parts that every city has.
const DIRECTIONS: &[&str] = &[
    "Noord",
    "Oost",
    "Zuid",
    "West",
    "Noordoost",
    "Noordwest",
    "Zuidoost",
    "Zuidwest",
    "Centrum",
    "Nieuw-West",
];

/// The part of a city that a name tells: Zuid De Pijp of Amsterdam Zuid De Pijp.
fn district<'a>(organisation: &Organisation, name: &'a str) -> Option<&'a str> {
    let mut cities = organisation.places.iter();
    cities.find_map(|city| name.strip_prefix(city.as_str())?.strip_prefix(' '))
}

/// A name, and what is left of it without its first words.
fn tails(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |rest| rest.split_once(' ').map(|(_, behind)| behind))
}

/// The district without the direction that stands before it.
fn after_directions(organisation: &Organisation) -> Option<&str> {
    let part =
        names(organisation).filter_map(bare_name).find_map(|it| district(organisation, it))?;
    let (first, rest) = part.split_once(' ')?;
    (DIRECTIONS.contains(&first) && !DIRECTIONS.contains(&rest)).then_some(rest)
}

/// The part of an account's handle that its owner chose: without the host of a server, the platform's
/// own domain, and characters that the platform passes over. `None` where there is no handle, or where
/// it is a number or a domain of the owner's own, which tells whose it is by itself.
pub fn chosen_part(directory: &Directory, account: AccountIndex) -> Option<String> {
    let account = directory.account(account);
    let handle = account.handle.as_ref()?;
    let rules = directory.platform(account.platform).name_rules(handle)?;
    let text = handle.text();
    let part = if rules.is_domain {
        // The domain that Bluesky gives to whoever has none of their own.
        text.strip_suffix(SHARED_DOMAIN)?
    } else {
        text.split('@').next().unwrap_or(text)
    };
    let part: String = part.chars().filter(|c| !rules.ignored.contains(*c)).collect();
    part.chars().any(char::is_alphabetic).then_some(part)
}

/// The domain under which Bluesky names accounts that have no domain of their own.
pub const SHARED_DOMAIN: &str = ".bsky.social";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::AccountName;

    #[test]
    fn a_district_is_a_place_too() {
        let directory = crate::embedded::directory().unwrap();
        for (id, slot, expected) in [
            (
                "politie-team-amsterdam-zuid-de-pijp",
                Slot::Place,
                &[
                    "Amsterdam Zuid De Pijp",
                    "Zuid De Pijp",
                    "De Pijp",
                    "Zuid De Pijp",
                    "De Pijp",
                    "Pijp",
                    "Amsterdam",
                ][..],
            ),
            (
                "politie-team-amsterdam-oost",
                Slot::Place,
                &["Amsterdam Oost", "Oost Watergraafsmeer", "Oost", "Amsterdam"],
            ),
            ("gemeente-zwolle", Slot::Abbreviation, &[]),
            ("gemeente-zwolle", Slot::Province, &[]),
            ("provincie-zeeland", Slot::Province, &["Zeeland"]),
            ("provincie-zeeland", Slot::Place, &[]),
            ("ministerie-van-financien", Slot::Abbreviation, &["Fin"]),
            ("politie-team-gelderland", Slot::Place, &["Gelderland"]),
        ] {
            let organisation = directory.organisation_by_id(id).unwrap();
            assert_eq!(terms(directory.organisation(organisation), slot), expected, "{id}");
        }
    }

    #[test]
    fn what_a_platform_adds_is_not_chosen() {
        let directory = crate::embedded::directory().unwrap();
        let part = |platform: &str, handle: &str| {
            let is_it = |it: &AccountIndex| {
                let account = directory.account(*it);
                let name = account.handle.as_ref().map(AccountName::text);
                directory.platform(account.platform).id() == platform && name == Some(handle)
            };
            chosen_part(&directory, directory.account_indexes().find(is_it).unwrap())
        };
        for (platform, handle, expected) in [
            ("mastodon", "provinciedrenthe@social.overheid.nl", Some("provinciedrenthe")),
            ("bluesky", "provinciedrenthe.bsky.social", Some("provinciedrenthe")),
            ("facebook", "politie.aalten.dinxperlo", Some("politieaaltendinxperlo")),
            ("instagram", "gemeente.maastricht", Some("gemeente.maastricht")),
            ("x", "POL_Ede", Some("POL_Ede")),
            ("whatsapp", "31682387796", None),
            ("x", "14_073", None),
        ] {
            assert_eq!(part(platform, handle).as_deref(), expected, "{handle}");
        }
    }
}
