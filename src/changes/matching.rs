//! Which organisation of one edition is which of the other.

use std::collections::HashMap;

use super::Body;
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, OrganisationIndex};

/// Two editions, with the organisations that are the same in both.
pub(super) struct Bodies<'d> {
    pub(super) old: &'d Directory,
    pub(super) new: &'d Directory,
    /// By the position of an organisation in the old edition.
    to_new: Vec<Option<OrganisationIndex>>,
    /// By the position of one in the new edition.
    to_old: Vec<Option<OrganisationIndex>>,
}

impl<'d> Bodies<'d> {
    /// An organisation is the one with its id; else the one that a register calls so; else the one with its
    /// name and website.
    pub(super) fn new(old: &'d Directory, new: &'d Directory) -> Self {
        let to_new = vec![None; old.organisation_count()];
        let to_old = vec![None; new.organisation_count()];
        let mut bodies = Self { old, new, to_new, to_old };
        bodies.join(|it| new.organisation_by_id(&old.organisation(it).id));
        bodies.join(|it| {
            let mut ids = old.organisation(it).official_ids();
            ids.find_map(|id| new.organisation_by_official_id(id))
        });
        let known = by_name_and_website(new);
        // Where several are called so, none of them is known to be the one.
        let of_old = by_name_and_website(old);
        bodies.join(|it| {
            let key = name_and_website(old, it)?;
            of_old.get(&key).copied().flatten()?;
            known.get(&key).copied().flatten()
        });
        bodies
    }

    /// Joins those that are not joined yet with what is found for them, unless that is another's.
    fn join(&mut self, find: impl Fn(OrganisationIndex) -> Option<OrganisationIndex>) {
        let mut open: Vec<OrganisationIndex> =
            self.old.organisation_indexes().filter(|it| self.newer(*it).is_none()).collect();
        // The order of the file decides nothing.
        open.compact_sort_by_key(|it| &self.old.organisation(*it).id);
        for older in open {
            let Some(newer) = find(older).filter(|it| self.older(*it).is_none()) else { continue };
            if let Some(slot) = self.to_new.get_mut(older.position()) {
                *slot = Some(newer);
            }
            if let Some(slot) = self.to_old.get_mut(newer.position()) {
                *slot = Some(older);
            }
        }
    }

    /// The organisation in the new edition.
    pub(super) fn newer(&self, older: OrganisationIndex) -> Option<OrganisationIndex> {
        self.to_new.get(older.position()).copied().flatten()
    }

    /// The organisation in the old edition.
    pub(super) fn older(&self, newer: OrganisationIndex) -> Option<OrganisationIndex> {
        self.to_old.get(newer.position()).copied().flatten()
    }

    /// All organisations, each once: as the old edition and as the new one has it.
    pub(super) fn all(
        &self,
    ) -> impl Iterator<Item = (Option<OrganisationIndex>, Option<OrganisationIndex>)> {
        let old = self.old.organisation_indexes().map(|it| (Some(it), self.newer(it)));
        let new = self.new.organisation_indexes().filter(|it| self.older(*it).is_none());
        old.chain(new.map(|it| (None, Some(it))))
    }

    /// What an organisation of the old edition is called now, or was.
    pub(super) fn body_of_older(&self, older: OrganisationIndex) -> Body {
        self.newer(older).map_or_else(|| body(self.old, older), |newer| body(self.new, newer))
    }
}

/// What an organisation is called in an edition.
pub(super) fn body(directory: &Directory, index: OrganisationIndex) -> Body {
    let it = directory.organisation(index);
    Body { id: it.id.clone(), name: it.name.clone() }
}

fn name_and_website(directory: &Directory, index: OrganisationIndex) -> Option<(&str, &str)> {
    let it = directory.organisation(index);
    Some((&it.name, it.website.as_deref()?))
}

/// The organisations with a website by name and website; `None` for what several are called.
fn by_name_and_website(directory: &Directory) -> HashMap<(&str, &str), Option<OrganisationIndex>> {
    let mut all = HashMap::new();
    for index in directory.organisation_indexes() {
        if let Some(key) = name_and_website(directory, index) {
            all.entry(key).and_modify(|it| *it = None).or_insert(Some(index));
        }
    }
    all
}
