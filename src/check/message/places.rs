//! Places of one name, and the bodies that are told apart by what stands behind it: `Bergen (NH)`, `Hengelo (Gld)`.

use std::collections::HashMap;

use super::claims::plain;
use crate::directory::summary::OrganisationSummary;
use crate::directory::{Directory, Kind, OrganisationIndex};

/// A name without what tells it apart from others of its kind, and that: `Hengelo` and `Gld`.
fn parted(name: &str) -> Option<(&str, &str)> {
    let (bare, rest) = name.split_once(" (")?;
    Some((bare, rest.strip_suffix(')')?))
}

/// Whether two organisations of one kind bear one name, but for what tells them apart.
pub(super) fn is_namesake(
    directory: &Directory,
    one: OrganisationIndex,
    other: OrganisationIndex,
) -> bool {
    let of = |index: OrganisationIndex| {
        let it = directory.organisation(index);
        (it.kind, plain(parted(&it.name).map_or(it.name.as_str(), |(bare, _)| bare)))
    };
    one == other || of(one) == of(other)
}

/// The organisations of places whose names others have too, by such a name and what tells it apart: the letters behind
/// it, the province, or the municipality in which it lies. By a name alone those that bear it, each with letters behind.
pub(super) fn told_apart(directory: &Directory) -> HashMap<String, Vec<OrganisationIndex>> {
    let summaries = directory.summaries();
    let organisations = summaries.organisations();
    let indexed =
        || directory.organisation_indexes().zip(&organisations).filter(|(_, it)| !it.has_ended);
    // The municipality of a place says in which province it lies.
    let mut towns: HashMap<&str, &OrganisationSummary<'_>> = HashMap::new();
    for (_, it) in indexed().filter(|(_, it)| it.kind == Kind::Municipality) {
        for place in it.places.iter().filter(|place| parted(place).is_some()) {
            towns.entry(place).or_insert(it);
        }
    }
    let mut named: HashMap<String, Vec<OrganisationIndex>> = HashMap::new();
    let mut add = |name: &str, index: OrganisationIndex| {
        let own = named.entry(plain(name)).or_default();
        if !own.contains(&index) {
            own.push(index);
        }
    };
    let without_kind =
        |kind: Kind, name: &str| directory.lexicon.bare_name(kind, name).unwrap_or(name).to_owned();
    for (index, it) in indexed() {
        if let Some((bare, _)) = parted(it.name) {
            add(&without_kind(it.kind, bare), index);
        }
        for place in &it.places {
            let Some((bare, letters)) = parted(place) else { continue };
            add(&format!("{bare} {letters}"), index);
            let Some(town) = towns.get(*place) else {
                continue;
            };
            add(&format!("{bare} {}", without_kind(town.kind, town.name)), index);
            if let Some(province) = town.province {
                add(&format!("{bare} {province}"), index);
            }
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_apart_by_its_letters_its_province_and_its_municipality() {
        let directory = crate::embedded::directory().unwrap();
        let all = told_apart(&directory);
        let of_kind = |name: &str| -> Vec<&str> {
            let found = all.get(name).into_iter().flatten();
            let found = found.map(|it| directory.organisation(*it));
            found.filter(|it| it.kind == Kind::Municipality).map(|it| it.id.as_str()).collect()
        };
        for (name, expected) in [
            ("hengelo gld", &["gemeente-bronckhorst"][..]),
            ("hengelo gelderland", &["gemeente-bronckhorst"]),
            ("hengelo bronckhorst", &["gemeente-bronckhorst"]),
            ("hengelo overijssel", &["gemeente-hengelo"]),
            ("bergen noord holland", &["gemeente-bergen-nh"]),
            ("bergen", &["gemeente-bergen-l", "gemeente-bergen-nh"]),
            ("hengelo", &[]),
            ("hengelo drenthe", &[]),
        ] {
            assert_eq!(of_kind(name), expected, "{name}");
        }
    }
}
