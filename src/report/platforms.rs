//! What is said of platforms wherever they stand side by side.

use crate::directory::{Directory, Kind, OrganisationIndex, Policy};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform_overview::Jurisdiction;
use crate::words::Words;

/// What a jurisdiction is called.
pub(crate) fn jurisdiction(words: &'static Words, it: Jurisdiction) -> &'static str {
    match it {
        Jurisdiction::UnitedStates => words.platforms_american,
        Jurisdiction::Union => words.platforms_european,
        Jurisdiction::OwnServers => words.platforms_own,
        Jurisdiction::Other => words.platforms_other,
    }
}

/// Whom a policy binds: in words, by kind and by name. Where there are more names than the most to be told, they are
/// counted.
pub(crate) fn bound(
    words: &Words,
    directory: &Directory,
    policy: &Policy,
    most: Option<usize>,
) -> String {
    let kind = |kind: &Kind| labels::kind(words, *kind).to_owned();
    let count = policy.organisations.len();
    let names: Vec<String> = if most.is_some_and(|most| count > most) {
        vec![format!("{} {}", grouped(words, count), words.presence_organisations)]
    } else {
        let name = |it: &OrganisationIndex| directory.organisation(*it).name.clone();
        policy.organisations.iter().map(name).collect()
    };
    let kinds = policy.kinds.iter().map(kind);
    policy.binds.iter().cloned().chain(kinds).chain(names).collect::<Vec<_>>().join(", ")
}
