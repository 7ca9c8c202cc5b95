//! What tables say of each other: parents, successors, families, shared accounts, duplicates.

use std::collections::HashMap;
use std::sync::Arc;

use super::Platforming;
use super::accounts::{AccountReader, Known};
use super::circles;
use super::evidence::Sources;
use super::fields::{Context, Located, Sentence};
use super::foreign::{self, RawForeign};
use super::former_handles::{self, RawFormerHandle};
use super::head::RawHeader;
use super::hosts::Hosts;
use super::imitations::{self, RawFamily, RawImitation};
use super::organisations::{RawAccount, RawOrganisation};
use super::policies::{self, RawPolicy};
use super::problem::{Lines, lines_of};
use super::services::{self, RawService};
use super::sites::RawReach;
use super::topics::{self, RawTopic};
use super::unknown;
use crate::directory::organisation::{Organisation, OrganisationIndex};
use crate::directory::records::{self, Foreign, Records};
use crate::directory::source::{Convention, Inventory, Source};
use crate::directory::{Account, AccountIndex, Directory, Lexicon};
use crate::parallel::in_order;
use crate::platform::Wrappers;

/// Everything a file says, table by table.
pub(super) struct Parts {
    /// The head, where it is whole.
    pub(super) header: Option<RawHeader>,
    pub(super) sources: Vec<Source>,
    pub(super) platforming: Platforming,
    pub(super) inventories: Vec<Inventory>,
    pub(super) policies: Vec<RawPolicy>,
    pub(super) conventions: Vec<Convention>,
    pub(super) lexicon: (Lexicon, bool),
    pub(super) wrappers: (Wrappers, bool),
    pub(super) families: Vec<RawFamily>,
    pub(super) imitations: Vec<RawImitation>,
    pub(super) services: Vec<RawService>,
    pub(super) topics: Vec<RawTopic>,
    pub(super) foreign: Vec<RawForeign>,
    /// The organisations of each part of the file.
    pub(super) organisations: Vec<Vec<RawOrganisation>>,
}

pub(super) fn resolve(context: &Context<'_>, header: RawHeader, parts: Parts) -> Directory {
    let lines = Lines::new(context.text);
    let Taken { mut organisations, written, reach, former_handles, accounts } =
        Taken::apart(parts.organisations);
    let by_id = ids(context, &lines, &organisations, &written);
    unique_register_ids(context, &organisations, &written);
    let by_name = |id: &str| by_id.get(id).copied();
    let names = Names { by_id: &by_name };
    for (organisation, written) in organisations.iter_mut().zip(&written) {
        let find = |key, id: &Option<_>| id.as_ref().and_then(|id| names.find(context, key, id));
        organisation.parent = find("parent", &written.parent);
        organisation.successor = find("successor", &written.successor);
    }
    circles::of_organisations(context, &organisations, &written);
    let continued: Vec<Located<String>> = former_handles
        .iter()
        .flat_map(|(_, _, all)| all)
        .filter_map(RawFormerHandle::successor)
        .cloned()
        .collect();
    let former_places =
        formerly_called(context, &parts.platforming, &mut organisations, former_handles);
    let begins = written.iter().map(|written| written.begins);
    let of_organisations = lines_of(context.text, begins);
    let websites: Vec<Option<usize>> = written.iter().map(|written| written.website_at).collect();
    drop(written);
    let families = imitations::families(context, &names, parts.families);
    let imitations = imitations::imitations(context, &names, parts.imitations);
    let Parts { sources, platforming, lexicon: (lexicon, own_lexicon), .. } = parts;
    let (wrappers, own_wrappers) = parts.wrappers;
    let hosts = Hosts::new(context, &platforming.platforms);
    let header = header.resolve(context, &hosts);
    for (organisation, at) in organisations.iter().zip(websites) {
        if let (Some(website), Some(at)) = (&organisation.website, at) {
            hosts.check_website(context, website, at);
        }
    }
    let sources_by_id = Sources::new(&sources);
    for (organisation, reach) in organisations.iter_mut().zip(reach) {
        (organisation.sites, organisation.phones) = reach.resolve(context, &sources_by_id, &hosts);
    }
    let policies = policies::policies(context, &names, &sources_by_id, parts.policies);
    let services = services::services(context, &names, &sources_by_id, &hosts, parts.services);
    let topics = topics::topics(context, &names, &sources_by_id, parts.topics);
    let mut known = Known::new(&header, &sources_by_id, &platforming, &organisations, &names);
    known.is_overlay = context.is_overlay;
    let ReadAccounts { accounts, places, successors } = read_accounts(context, &known, accounts);
    unknown::report(context, by_id.keys().map(String::as_str));
    drop(by_id);
    no_account_twice(context, &lines, &accounts, &places);
    // Of what an overlay says of accounts, only what the directory lists is looked at.
    if !context.is_overlay {
        let platforms = &platforming.platforms;
        circles::of_accounts(context, platforms, &accounts, &successors);
        former_handles::listed_successors(context, platforms, &continued, &accounts);
    }
    let listed = (&accounts[..], &places[..]);
    let foreign = foreign::resolve(context, &lines, &sources_by_id, &hosts, parts.foreign, listed);
    let foreign = Foreign::loaded(foreign, &platforming.platforms);
    no_handle_both(context, &lines, (&organisations, &former_places), (&accounts, &places));
    give_accounts(&mut organisations, &accounts);
    let of_accounts = lines_of(context.text, places.into_iter());
    let lines = records::Lines { organisations: of_organisations, accounts: of_accounts };
    Directory {
        header,
        sources,
        platforms: platforming.platforms,
        badges: platforming.badges,
        own_platforms: platforming.own,
        inventories: parts.inventories,
        policies,
        conventions: parts.conventions,
        lexicon: Arc::new(lexicon),
        own_lexicon,
        wrappers,
        own_wrappers,
        families,
        imitations,
        foreign,
        records: Records::loaded(organisations, accounts, services, topics, lines),
        observed: None,
    }
}

fn small(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// The organisations with what is written about others taken out of them.
pub(super) struct Taken {
    pub(super) organisations: Vec<Organisation>,
    /// The links of each.
    pub(super) written: Vec<Written>,
    /// The sites and telephone numbers of each.
    pub(super) reach: Vec<RawReach>,
    /// The former handles of those that have some, with where these organisations stand.
    pub(super) former_handles: Vec<(OrganisationIndex, usize, Vec<RawFormerHandle>)>,
    /// The accounts of each part of the file.
    pub(super) accounts: Vec<Vec<(OrganisationIndex, RawAccount)>>,
}

/// What an organisation writes about others, and where.
pub(super) struct Written {
    pub(super) begins: usize,
    at: usize,
    register_id_at: Option<usize>,
    website_at: Option<usize>,
    pub(super) parent: Option<Located<String>>,
    pub(super) successor: Option<Located<String>>,
}

impl Taken {
    pub(super) fn apart(parts: Vec<Vec<RawOrganisation>>) -> Self {
        let count = parts.iter().map(Vec::len).sum();
        let mut organisations = Vec::with_capacity(count);
        let mut written = Vec::with_capacity(count);
        let mut reach = Vec::with_capacity(count);
        let mut former_handles = Vec::new();
        let mut accounts = Vec::with_capacity(parts.len());
        for part in parts {
            let mut of_part = Vec::with_capacity(part.iter().map(|raw| raw.accounts.len()).sum());
            for raw in part {
                let owner = OrganisationIndex(small(organisations.len()));
                of_part.extend(raw.accounts.into_iter().map(|account| (owner, account)));
                if !raw.former_handles.is_empty() {
                    former_handles.push((owner, raw.at, raw.former_handles));
                }
                organisations.push(raw.organisation);
                reach.push(raw.reach);
                let RawOrganisation { begins, at, register_id_at, website_at, .. } = raw;
                let RawOrganisation { parent, successor, .. } = raw;
                let places = Written { begins, at, register_id_at, website_at, parent, successor };
                written.push(places);
            }
            accounts.push(of_part);
        }
        Self { organisations, written, reach, former_handles, accounts }
    }
}

/// Gives organisations their former handles, and tells which have some and where these stand.
pub(super) fn formerly_called(
    context: &Context<'_>,
    platforming: &Platforming,
    organisations: &mut [Organisation],
    former_handles: Vec<(OrganisationIndex, usize, Vec<RawFormerHandle>)>,
) -> Vec<(OrganisationIndex, usize)> {
    // An overlay may lie over another directory than the one it was made for.
    let not_here = |at, message| {
        if context.is_overlay {
            context.foreign(at, message);
        } else {
            context.fault(at, message);
        }
    };
    let mut places = Vec::with_capacity(former_handles.len());
    for (owner, at, raw) in former_handles {
        if let Some(organisation) = organisations.get_mut(owner.position()) {
            organisation.former_handles =
                former_handles::resolve(context, platforming, None, raw, not_here);
            places.push((owner, at));
        }
    }
    places
}

/// Reports former handles that are those of a listed account, and those that are written twice.
fn no_handle_both(
    context: &Context<'_>,
    lines: &Lines<'_>,
    (organisations, former_places): (&[Organisation], &[(OrganisationIndex, usize)]),
    (accounts, places): (&[Account], &[usize]),
) {
    let located = || accounts.iter().zip(places.iter().copied());
    let of_accounts =
        located().flat_map(|(it, at)| it.former_handles.iter().map(move |former| (former, at)));
    let of_organisations = former_places.iter().flat_map(|&(owner, at)| {
        let it = organisations.get(owner.position());
        it.into_iter().flat_map(|it| &it.former_handles).map(move |former| (former, at))
    });
    let former = of_organisations.chain(of_accounts);
    former_handles::no_contradiction(context, lines, former, located());
}

fn ids(
    context: &Context<'_>,
    lines: &Lines<'_>,
    organisations: &[Organisation],
    written: &[Written],
) -> HashMap<String, OrganisationIndex> {
    let mut by_id: HashMap<String, OrganisationIndex> = HashMap::with_capacity(organisations.len());
    for (position, (organisation, own)) in organisations.iter().zip(written).enumerate() {
        let id = &organisation.id;
        if let Some(first) = by_id.get(id).and_then(|first| written.get(first.position())) {
            let line = lines.line_of(first.at);
            context.fault(own.at, Sentence::OrganisationTwice.of([id, &line]));
        } else {
            by_id.insert(id.clone(), OrganisationIndex(small(position)));
        }
    }
    by_id
}

fn unique_register_ids(context: &Context<'_>, all: &[Organisation], written: &[Written]) {
    let mut first: HashMap<&str, &Organisation> = HashMap::new();
    for (organisation, written) in all.iter().zip(written) {
        let (Some(id), Some(at)) = (&organisation.register_id, written.register_id_at) else {
            continue;
        };
        if let Some(earlier) = first.insert(id, organisation) {
            context.fault(at, Sentence::RegisterIdTwice.of([id, &earlier.id]));
        }
    }
}

/// Looks up the organisations that others name.
pub(super) struct Names<'a> {
    pub(super) by_id: &'a (dyn Fn(&str) -> Option<OrganisationIndex> + Sync),
}

impl Names<'_> {
    /// The organisation that a key names; an unknown one is reported.
    pub(super) fn find(
        &self,
        context: &Context<'_>,
        key: &'static str,
        id: &Located<String>,
    ) -> Option<OrganisationIndex> {
        let found = (self.by_id)(&id.value);
        if found.is_none() {
            context.unknown(key, id.clone());
        }
        found
    }
}

/// All accounts in the order of the file.
struct ReadAccounts {
    accounts: Vec<Account>,
    /// Where each stands.
    places: Vec<usize>,
    /// Those that continue elsewhere, with where that stands.
    successors: Vec<(AccountIndex, usize)>,
}

fn read_accounts(
    context: &Context<'_>,
    known: &Known<'_>,
    parts: Vec<Vec<(OrganisationIndex, RawAccount)>>,
) -> ReadAccounts {
    let today = context.today;
    let read_part = |part: Vec<(OrganisationIndex, RawAccount)>| {
        let context = Context::new("", today);
        let reader = AccountReader { context: &context, known };
        let read = |(owner, raw): (OrganisationIndex, RawAccount)| {
            let (at, successor) = (raw.at, raw.successor.as_ref().map(|it| it.at));
            let (account, claim) = reader.read(owner, raw)?;
            if let Some(claimed_at) = claim {
                reader.own_domain(&account, claimed_at);
            }
            Some((account, at, successor))
        };
        let read: Vec<(Account, usize, Option<usize>)> =
            part.into_iter().filter_map(read).collect();
        (read, context.into_faults())
    };
    let parts = in_order(parts, read_part);
    let count = parts.iter().map(|(read, _)| read.len()).sum();
    let mut accounts = Vec::with_capacity(count);
    let (mut places, mut successors) = (Vec::with_capacity(count), Vec::new());
    for (read, faults) in parts {
        for (account, at, successor) in read {
            successors.extend(successor.map(|at| (AccountIndex(small(accounts.len())), at)));
            accounts.push(account);
            places.push(at);
        }
        context.faults(faults);
    }
    ReadAccounts { accounts, places, successors }
}

/// Reports accounts that are written twice: under the same address, or a name that is the same.
fn no_account_twice(
    context: &Context<'_>,
    lines: &Lines<'_>,
    accounts: &[Account],
    places: &[usize],
) {
    let mut by_name = HashMap::with_capacity(accounts.len());
    let mut by_url: HashMap<&str, usize> = HashMap::with_capacity(accounts.len());
    for (position, account) in accounts.iter().enumerate() {
        let at = places.get(position).copied().unwrap_or_default();
        let mut earlier = by_url.insert(account.url.as_str(), position);
        for name in account.handle.iter().chain(&account.platform_id) {
            earlier = earlier.or(by_name.insert((account.platform, name), position));
        }
        if let Some(first) = earlier.and_then(|position| places.get(position)) {
            let line = lines.line_of(*first);
            context.fault(at, Sentence::AccountTwice.of([&account.name(), &line]));
        }
    }
}

/// Hands every organisation its own accounts, then those that others share with it.
pub(in crate::directory) fn give_accounts(
    organisations: &mut [Organisation],
    accounts: &[Account],
) {
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
