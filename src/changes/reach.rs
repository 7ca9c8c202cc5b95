//! What changed of websites, sites and telephone numbers. Those of a service count as those of the organisation
//! that answers for it.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::{Bodies, body};
use super::{Body, Change, Kind, Value};
use crate::directory::{Directory, OrganisationIndex, Owner, PhoneNumber, ServiceIndex, phone};

/// By what somebody is reached: what is shown, by what it is compared by.
#[derive(Default)]
struct Reach {
    website: Option<String>,
    sites: BTreeMap<String, String>,
    phones: BTreeMap<String, String>,
}

pub(super) fn changes(bodies: &Bodies<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for (older, newer) in bodies.all() {
        let Some(whose) =
            newer.map(|it| body(bodies.new, it)).or_else(|| older.map(|it| body(bodies.old, it)))
        else {
            continue;
        };
        let of = |directory, it: Option<_>| it.map(|it| Reach::of_organisation(directory, it));
        let was = of(bodies.old, older).unwrap_or_default();
        let is = of(bodies.new, newer).unwrap_or_default();
        compare(&whose, &was, &is, &mut changes);
    }
    of_nobodys_services(bodies, &mut changes);
    changes
}

/// The changes of services that no organisation answers for, by their ids.
fn of_nobodys_services(bodies: &Bodies<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (nobodys_services(bodies.old), nobodys_services(bodies.new));
    let ids: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    for id in ids {
        let of = |directory: &Directory, all: &BTreeMap<&str, ServiceIndex>| {
            let index = all.get(id).copied()?;
            let mut reach = Reach::default();
            reach.add(directory, Owner::Service(index));
            Some((directory.service(index).name.clone(), reach))
        };
        let (was, is) = (of(bodies.old, &old), of(bodies.new, &new));
        let name = is.as_ref().or(was.as_ref()).map(|(name, _)| name.clone()).unwrap_or_default();
        let reach = |it: Option<(String, Reach)>| it.map(|(_, reach)| reach).unwrap_or_default();
        compare(&Body { id: id.to_owned(), name }, &reach(was), &reach(is), changes);
    }
}

fn nobodys_services(directory: &Directory) -> BTreeMap<&str, ServiceIndex> {
    let all = directory.service_indexes();
    let all = all.filter(|it| directory.service(*it).organisation.is_none());
    all.map(|it| (directory.service(it).id.as_str(), it)).collect()
}

impl Reach {
    fn of_organisation(directory: &Directory, index: OrganisationIndex) -> Self {
        let website = directory.organisation(index).website.clone();
        let mut reach = Self { website, ..Self::default() };
        reach.add(directory, Owner::Organisation(index));
        for service in directory.services_of(index) {
            reach.add(directory, Owner::Service(service));
        }
        reach
    }

    fn add(&mut self, directory: &Directory, owner: Owner) {
        for site in directory.sites_of(owner) {
            let key = format!("{}{}", site.bare_host(), site.bare_path());
            self.sites.insert(key, site.shown());
        }
        for it in directory.numbers_of(owner) {
            let read = PhoneNumber::read(it.number);
            let key = read.map_or_else(|| it.number.to_owned(), |number| number.key());
            // In one spelling, for two sources may write it in two.
            self.phones.insert(key, phone::grouped(it.number));
        }
    }
}

fn compare(whose: &Body, was: &Reach, is: &Reach, changes: &mut Vec<Change>) {
    let change = |kind, before: Option<&String>, after: Option<&String>| Change {
        organisation: whose.clone(),
        kind,
        account: None,
        before: before.cloned().map(Value::Text),
        after: after.cloned().map(Value::Text),
    };
    let bare =
        |website: &Option<String>| website.as_deref().map(|it| it.trim_end_matches('/').to_owned());
    if bare(&was.website) != bare(&is.website) {
        let (before, after) = (was.website.as_ref(), is.website.as_ref());
        changes.push(change(Kind::WebsiteChanged, before, after));
    }
    for (was, is, new, gone) in [
        (&was.sites, &is.sites, Kind::SiteNew, Kind::SiteGone),
        (&was.phones, &is.phones, Kind::PhoneNew, Kind::PhoneGone),
    ] {
        let only = |these: &BTreeMap<String, String>, those: &BTreeMap<String, String>| {
            let only = these.iter().filter(|(key, _)| !those.contains_key(*key));
            only.map(|(_, shown)| shown.clone()).collect::<Vec<_>>()
        };
        changes.extend(only(is, was).iter().map(|it| change(new, None, Some(it))));
        changes.extend(only(was, is).iter().map(|it| change(gone, Some(it), None)));
    }
}
