//! Links that lead back to where they began: parents and successors of organisations, successors of accounts.

use std::collections::HashMap;

use super::fields::{Context, Located, Sentence};
use super::resolve::Written;
use crate::directory::organisation::{Organisation, OrganisationIndex};
use crate::directory::{Account, AccountIndex};
use crate::platform::{Platforms, Reference, page_of_address};

/// Reports organisations that are above themselves or their own successors.
pub(super) fn of_organisations(context: &Context<'_>, all: &[Organisation], written: &[Written]) {
    type Link = fn(&Organisation) -> Option<OrganisationIndex>;
    let report = |key, link: Link, place: fn(&Written) -> &Option<Located<String>>| {
        let next = |from: usize| all.get(from).and_then(link).map(OrganisationIndex::position);
        for position in on_circles(all.len(), next) {
            let at = written.get(position).and_then(|written| place(written).as_ref());
            if let (Some(organisation), Some(written)) = (all.get(position), at) {
                context.fault(written.at, Sentence::Circle.of([&key, &organisation.id]));
            }
        }
    };
    report("parent", |o| o.parent, |written| &written.parent);
    report("successor", |o| o.successor, |written| &written.successor);
}

/// Reports accounts that continue as themselves, at once or by way of others. `successors` are the accounts
/// that continue elsewhere, with where that stands.
pub(super) fn of_accounts(
    context: &Context<'_>,
    platforms: &Platforms,
    accounts: &[Account],
    successors: &[(AccountIndex, usize)],
) {
    let continued: Vec<(&Account, usize)> = successors
        .iter()
        .filter_map(|(index, at)| Some((accounts.get(index.position())?, *at)))
        .collect();
    let mut by_name: HashMap<Reference, usize> = HashMap::new();
    let mut by_page: HashMap<String, usize> = HashMap::new();
    for (position, (account, _)) in continued.iter().enumerate() {
        by_name.extend(account.references().map(|name| (name, position)));
        by_page.extend(account.page().map(|page| (page, position)));
    }
    let next: Vec<Option<usize>> = continued
        .iter()
        .map(|(account, _)| {
            let address = account.successor.as_deref()?;
            match platforms.parse_address(address) {
                Ok(parsed) => by_name.get(&parsed.account).copied(),
                Err(_) => by_page.get(&page_of_address(address)?).copied(),
            }
        })
        .collect();
    for position in on_circles(next.len(), |from| next.get(from).copied().flatten()) {
        if let Some((account, at)) = continued.get(position) {
            context.fault(*at, Sentence::Circle.of([&"successor", &account.name()]));
        }
    }
}

/// The positions that a link leads back to; each is passed once or twice.
pub(super) fn on_circles(count: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    // The walk that came by each first.
    let mut first_walk: Vec<Option<usize>> = vec![None; count];
    let mut found = Vec::new();
    for start in 0..count {
        let mut on = Some(start);
        while let Some(walk) = on.and_then(|on| first_walk.get_mut(on)).filter(|w| w.is_none()) {
            *walk = Some(start);
            on = on.and_then(&next);
        }
        // Where a walk meets itself it has gone round.
        if let Some(meeting) = on.filter(|on| first_walk.get(*on) == Some(&Some(start))) {
            found.push(meeting);
            let round = std::iter::successors(next(meeting), |from| next(*from));
            found.extend(round.take_while(|on| *on != meeting));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::on_circles;

    #[test]
    fn only_what_lies_on_a_circle_is_found() {
        let links = [Some(1), Some(2), Some(1), Some(3), Some(0), None, Some(5), Some(9)];
        let mut found = on_circles(links.len(), |from| links.get(from).copied().flatten());
        found.sort_unstable();
        assert_eq!(found, [1, 2, 3]);
    }
}
