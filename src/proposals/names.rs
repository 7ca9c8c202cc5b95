//! Names and ids of organisations that are another's already.

use std::collections::HashMap;

use unicode_security::skeleton;

use crate::directory::{Directory, OrganisationIndex};

use super::{Case, Kind, Subject};

/// Whether a proposal would give an organisation a name.
pub(super) fn is_meant(subject: &Subject) -> bool {
    matches!(subject.kind, Kind::OrganisationNew | Kind::OrganisationRenamed)
}

/// A name of an organisation.
#[derive(Clone, Copy)]
struct Listed<'d> {
    index: OrganisationIndex,
    /// The one that it is known by, or another one.
    name: &'d str,
}

/// The organisations of a directory by their names.
pub(super) struct Others<'d> {
    by_name: HashMap<String, Vec<Listed<'d>>>,
}

impl<'d> Others<'d> {
    pub(super) fn of(directory: &'d Directory) -> Self {
        let mut by_name: HashMap<String, Vec<_>> = HashMap::new();
        for index in directory.organisation_indexes() {
            let it = directory.organisation(index);
            for name in std::iter::once(&it.name).chain(&it.aliases) {
                by_name.entry(folded(name)).or_default().push(Listed { index, name });
            }
        }
        Self { by_name }
    }

    /// The listed organisation, other than the one that a proposal is about, that has the name or the id that it would give.
    pub(super) fn named(
        &self,
        directory: &'d Directory,
        subject: &Subject,
        case: &Case,
    ) -> Option<&'d str> {
        if !is_meant(subject) {
            return None;
        }
        let is_new = subject.kind == Kind::OrganisationNew;
        let own = directory.organisation_by_id(&subject.organisation);
        let name = subject.value.as_deref()?;
        // Taken over before, a new one is listed under its own name.
        let is_it = own.is_some_and(|own| directory.organisation(own).name == name);
        if is_it {
            return None;
        }
        if let Some(listed) = own.filter(|_| is_new) {
            return Some(&directory.organisation(listed).name);
        }
        let aliases = case.profile.iter().flat_map(|it| &it.aliases).map(String::as_str);
        let names = std::iter::once(name).chain(aliases.filter(|_| is_new));
        let found = names.flat_map(|name| {
            let listed = self.by_name.get(&folded(name)).into_iter().flatten();
            // Its own name is another one where letters of another script stand in it.
            listed.filter(move |it| Some(it.index) != own || letters(it.name) != letters(name))
        });
        found.map(|it| directory.organisation(it.index).name.as_str()).next()
    }
}

/// A name as it is compared: its letters and figures as a reader takes them, whatever script they are of (the skeleton of
/// Unicode Technical Standard 39).
fn folded(name: &str) -> String {
    letters(&skeleton(&letters(name)).collect::<String>())
}

/// Letters and figures without capitals, signs and spaces.
fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
