//! Who took over from organisations that ended.

use crate::directory::{Directory, OrganisationIndex};

/// The organisation that does today what another did: itself, while it exists.
pub fn heir(directory: &Directory, organisation: OrganisationIndex) -> OrganisationIndex {
    heirs(directory, organisation).next().unwrap_or(organisation)
}

/// An organisation and those that took over from it one after the other, the last one first; an
/// organisation that still exists is the only one.
pub(super) fn heirs(
    directory: &Directory,
    organisation: OrganisationIndex,
) -> impl Iterator<Item = OrganisationIndex> {
    let next = |index: &OrganisationIndex| {
        let it = directory.organisation(*index);
        it.successor.filter(|_| it.ended.is_some())
    };
    // A circle of successors is no news that anyone needs.
    let mut line: Vec<OrganisationIndex> =
        std::iter::successors(Some(organisation), next).take(LONGEST_LINE).collect();
    line.reverse();
    line.into_iter()
}

/// The most organisations that are followed from one to the one that took over from it.
const LONGEST_LINE: usize = 10;
