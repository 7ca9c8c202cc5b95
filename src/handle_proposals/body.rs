//! The body that a name is for: a listed organisation, or one that does not exist yet.

use std::collections::BTreeMap;

use super::Request;
use super::spelling::words;
use crate::audit::conventions::terms::bare_name;
use crate::directory::{Directory, Kind, Organisation};

/// The organisation as it will be: of one that is listed all its names, of one that gets a new name no other.
pub(super) fn body(directory: &Directory, request: &Request<'_>) -> Organisation {
    match (request.name, request.organisations) {
        (None, [one]) => directory.organisation(*one).clone(),
        (name, _) => {
            let name = full_name(directory, name.unwrap_or_default(), request.kind);
            Organisation::bare(String::new(), name, request.kind)
        }
    }
}

/// A name with the word of its family before it, where most of the kind have one: `Gemeente Nieuwstad` of
/// Nieuwstad.
pub fn full_name(directory: &Directory, name: &str, kind: Kind) -> String {
    let name = name.trim();
    match family_word(directory, kind) {
        // The word of the family alone is nobody's name.
        Some(word) if bare_name(name).is_none() && !words(name).is_empty() => {
            format!("{word}{name}")
        }
        _ => name.to_owned(),
    }
}

/// The word, with the space behind it, that more than half of the names of a kind begin with.
fn family_word(directory: &Directory, kind: Kind) -> Option<&str> {
    let (mut words, mut total): (BTreeMap<&str, usize>, usize) = (BTreeMap::new(), 0);
    for organisation in directory.organisations().filter(|it| it.kind == kind) {
        total += 1;
        let bare = bare_name(&organisation.name);
        if let Some(word) = bare.and_then(|bare| organisation.name.strip_suffix(bare)) {
            *words.entry(word).or_default() += 1;
        }
    }
    let (word, count) = words.into_iter().max_by_key(|(_, count)| *count)?;
    (2 * count > total).then_some(word)
}
