//! What tables say of each other: parents, successors, shared accounts, duplicates.

use std::collections::HashMap;

use super::Platforming;
use super::accounts::AccountReader;
use super::fields::{Context, Located};
use super::organisations::RawOrganisation;
use super::problem::Faults;
use crate::directory::organisation::{Organisation, OrganisationIndex};
use crate::directory::records::Records;
use crate::directory::source::{Convention, Header, Inventory, Source};
use crate::directory::{Account, AccountIndex, Directory};
use crate::platform::Reference;
use crate::text::sanitise;

/// Everything a file says, table by table.
pub(super) struct Parts {
    pub(super) header: Header,
    pub(super) sources: Vec<Source>,
    pub(super) platforming: Platforming,
    pub(super) inventories: Vec<Inventory>,
    pub(super) conventions: Vec<Convention>,
    pub(super) organisations: Vec<RawOrganisation>,
}

pub(super) fn resolve(context: &Context<'_>, parts: Parts) -> Directory {
    let Parts { header, sources, platforming, inventories, conventions, organisations } = parts;
    let by_id = ids(context, &organisations);
    unique_register_ids(context, &organisations);
    let names = Names { context, by_id: &by_id };
    let mut resolved: Vec<Organisation> =
        organisations.iter().map(|raw| names.organisation(raw)).collect();
    no_circles(context, &organisations, &resolved);
    let reader = AccountReader {
        context,
        header: &header,
        sources: &sources,
        platforming: &platforming,
        organisations: &resolved,
        names: &names,
    };
    let mut accounts: Vec<Account> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for (position, raw) in organisations.iter().enumerate() {
        for raw_account in &raw.accounts {
            let owner = OrganisationIndex(small(position));
            if let Some(account) = reader.read(owner, raw_account) {
                accounts.push(account);
                places.push(raw_account.at);
            }
        }
    }
    no_account_twice(context, &accounts, &places);
    give_accounts(&mut resolved, &accounts);
    Directory {
        header,
        sources,
        platforms: platforming.platforms,
        badges: platforming.badges,
        own_platforms: platforming.own,
        inventories,
        conventions,
        records: Records::loaded(resolved, accounts),
    }
}

fn small(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

fn ids(context: &Context<'_>, all: &[RawOrganisation]) -> HashMap<String, OrganisationIndex> {
    let mut by_id = HashMap::with_capacity(all.len());
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (position, raw) in all.iter().enumerate() {
        let id = raw.id.value.as_str();
        if let Some(at) = first.get(id) {
            let line = Faults::line_of(context.text, *at);
            let message = format!(
                "there is already an organisation `{id}` on line {line}; give this one its own id"
            );
            context.fault(raw.id.at, message);
        } else {
            first.insert(id, raw.id.at);
            by_id.insert(id.to_owned(), OrganisationIndex(small(position)));
        }
    }
    by_id
}

fn unique_register_ids(context: &Context<'_>, all: &[RawOrganisation]) {
    let mut first: HashMap<&str, &RawOrganisation> = HashMap::new();
    for raw in all {
        let Some(id) = &raw.register_id else { continue };
        if let Some(earlier) = first.insert(id.value.as_str(), raw) {
            let message = format!(
                "`{}` is already the register id of `{}`; one of the two is wrong",
                id.value, earlier.id.value
            );
            context.fault(id.at, message);
        }
    }
}

/// Looks up the organisations that others name.
pub(super) struct Names<'a> {
    context: &'a Context<'a>,
    by_id: &'a HashMap<String, OrganisationIndex>,
}

impl Names<'_> {
    /// The organisation that a key names; an unknown one is reported.
    pub(super) fn find(&self, key: &str, id: &Located<String>) -> Option<OrganisationIndex> {
        let found = self.by_id.get(&id.value).copied();
        if found.is_none() {
            let given = sanitise::escaped(&id.value);
            let near = self
                .by_id
                .keys()
                .map(|known| (strsim::osa_distance(&id.value, known), known))
                .min()
                .filter(|(distance, _)| *distance <= 3);
            let hint = near.map_or_else(
                || "add it or correct the id".to_owned(),
                |(_, known)| format!("did you mean `{known}`?"),
            );
            self.context.fault(
                id.at,
                format!("`{key}` names `{given}`, which is no organisation here; {hint}"),
            );
        }
        found
    }

    fn organisation(&self, raw: &RawOrganisation) -> Organisation {
        Organisation {
            id: raw.id.value.clone(),
            name: raw.name.clone(),
            abbreviation: raw.abbreviation.clone(),
            aliases: raw.aliases.clone(),
            former_names: raw.former_names.clone(),
            kind: raw.kind,
            parent: raw.parent.as_ref().and_then(|id| self.find("parent", id)),
            places: raw.places.clone(),
            province: raw.province.clone(),
            website: raw.website.clone(),
            phone: raw.phone.clone(),
            contact_form: raw.contact_form.clone(),
            register_id: raw.register_id.as_ref().map(|id| id.value.clone()),
            tooi: raw.tooi.clone(),
            wikidata: raw.wikidata.clone(),
            ended: raw.ended,
            successor: raw.successor.as_ref().and_then(|id| self.find("successor", id)),
            gaps: raw.gaps.clone(),
            accounts: Vec::new(),
            note: raw.note.clone(),
        }
    }
}

/// Reports organisations that are above themselves or their own successors.
fn no_circles(context: &Context<'_>, raw: &[RawOrganisation], resolved: &[Organisation]) {
    for (position, organisation) in raw.iter().enumerate() {
        let start = OrganisationIndex(small(position));
        let links = [
            (
                "parent",
                &organisation.parent,
                (|o: &Organisation| o.parent) as fn(&Organisation) -> _,
            ),
            ("successor", &organisation.successor, |o: &Organisation| o.successor),
        ];
        for (key, written, next) in links {
            let Some(written) = written else { continue };
            if returns(resolved, start, next) {
                let message = format!(
                    "`{key}` leads back to `{}` itself; break the circle",
                    organisation.id.value
                );
                context.fault(written.at, message);
            }
        }
    }
}

fn returns(
    all: &[Organisation],
    start: OrganisationIndex,
    next: fn(&Organisation) -> Option<OrganisationIndex>,
) -> bool {
    let step = |from: OrganisationIndex| all.get(from.position()).and_then(next);
    // No chain without a circle is longer than there are organisations; real ones have a few steps.
    std::iter::successors(step(start), |from| step(*from)).take(all.len()).any(|on| on == start)
}

/// Reports accounts that are written twice.
fn no_account_twice(context: &Context<'_>, accounts: &[Account], places: &[usize]) {
    let mut by_reference: HashMap<Reference, AccountIndex> =
        HashMap::with_capacity(accounts.len() * 2);
    let mut by_url: HashMap<&str, usize> = HashMap::with_capacity(accounts.len());
    for (position, account) in accounts.iter().enumerate() {
        let at = places.get(position).copied().unwrap_or_default();
        let mut earlier = by_url.insert(account.url.as_str(), position);
        for reference in account.references() {
            let known = by_reference.insert(reference, AccountIndex(small(position)));
            earlier = earlier.or(known.map(AccountIndex::position));
        }
        if let Some(first) = earlier.and_then(|position| places.get(position)) {
            let line = Faults::line_of(context.text, *first);
            let message = format!(
                "this account (`{}`) stands already on line {line}; keep one, with the evidence of both",
                account.name()
            );
            context.fault(at, message);
        }
    }
}

/// Hands every organisation its own accounts, then those that others share with it.
fn give_accounts(organisations: &mut [Organisation], accounts: &[Account]) {
    let mut give = |to: OrganisationIndex, position: usize| {
        if let Some(organisation) = organisations.get_mut(to.position()) {
            organisation.accounts.push(AccountIndex(small(position)));
        }
    };
    for (position, account) in accounts.iter().enumerate() {
        give(account.organisation, position);
    }
    for (position, account) in accounts.iter().enumerate() {
        for sharer in &account.shared_with {
            give(*sharer, position);
        }
    }
}
