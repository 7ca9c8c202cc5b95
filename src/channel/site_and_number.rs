//! Where to go instead of where a link leads.

use super::{Channel, best_site, number_of};
use crate::directory::{Directory, OrganisationIndex, Owner};

/// How many organisations above one are asked for a way.
const MOST_ABOVE: usize = 4;

/// Where an owner is reached by who trusts no link: its site, and the number to call.
pub fn site_and_number(directory: &Directory, owner: Owner) -> Vec<Channel> {
    let of_organisation = |organisation: OrganisationIndex| {
        // A team without a way of its own is reached by what it is a part of.
        let above = |index: &OrganisationIndex| directory.organisation(*index).parent;
        let mut all = std::iter::successors(Some(organisation), above).take(MOST_ABOVE);
        let ways = |index: OrganisationIndex| {
            let it = directory.organisation(index);
            let site = it.website.as_ref().map(|_| Channel::Website(index));
            let number = it.phone.as_ref().map(|_| Channel::Phone(index));
            (site.is_some() || number.is_some()).then_some((site, number))
        };
        all.find_map(ways).unwrap_or_default()
    };
    let (site, number) = match owner {
        Owner::Organisation(organisation) => of_organisation(organisation),
        Owner::Service(service) => {
            let above = directory.organisation_of(owner).map(of_organisation).unwrap_or_default();
            let number = number_of(directory, service).map(|at| Channel::Number(owner, at));
            match best_site(directory, service) {
                // Its own site and the number of another would be two answers.
                Some(site) => (Some(site), number),
                None => (above.0, number.or(above.1)),
            }
        }
    };
    site.into_iter().chain(number).collect()
}
