//! Accounts of other governments: real ones, and none that the directory lists.

use super::{Found, Judge};
use crate::check::{Foreign, NotListed, Verdict, host};
use crate::platform::{PlatformIndex, Reference};

impl Judge<'_> {
    /// The verdict on what is known as an account of another government, whatever it looks like.
    pub(super) fn foreign(&self, name: &str, meant: &[&Reference]) -> Option<Found> {
        let foreign = self.foreign_by(meant)?;
        let only = match foreign.on.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let not_listed = NotListed { foreign: Some(foreign), ..NotListed::default() };
        Some(Found::new(only, Some(name), Verdict::NotListed(not_listed)))
    }

    /// The organisation of another government that has an account of this name, on whatever platform: it
    /// goes by that name, and takes nobody else's.
    pub(super) fn foreign_namesake(&self, name: &str) -> Option<Foreign> {
        let platforms = &self.directory.platforms;
        // Other letters may only pass for those of a name.
        let all: Vec<Reference> = if name.is_ascii() {
            platforms.unchecked_references(name).collect()
        } else {
            platforms.parse_handle(name)
        };
        self.foreign_by(&all.iter().collect::<Vec<_>>())
    }

    /// The same for an account on a platform where points and dashes stand otherwise in names, or not at all.
    pub(super) fn foreign_elsewhere(&self, platform: PlatformIndex, name: &str) -> Option<Foreign> {
        let joined = || {
            let plain = name.replace(['-', '.', '_'], "");
            self.foreign_namesake(&plain).filter(|_| plain != name)
        };
        let found = self.foreign_namesake(name).or_else(joined)?;
        // On the platform itself it would have been found by its own name.
        (!found.on.contains(&platform)).then_some(found)
    }

    /// What is not listed, with the organisation of another government whose name stands before the number
    /// in its address: `/people/Gemeente-Beersel/1000…`. Anybody can write one there.
    pub(super) fn with_foreign_in_path(&self, mut found: Found, text: &str) -> Found {
        let (Some(platform), Verdict::NotListed(it)) = (found.platform, &mut found.verdict) else {
            return found;
        };
        let is_number = |name: &str| name.bytes().all(|b| b.is_ascii_digit());
        if it.foreign.is_some() || !found.account.as_deref().is_some_and(is_number) {
            return found;
        }
        let parts = host::path_of(text).split('/');
        let names =
            parts.map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-'));
        let mut names = names.filter(|name| name.contains('-'));
        it.foreign = names.find_map(|name| self.foreign_elsewhere(platform, name));
        found
    }

    /// Whose account the first of these is that is known, and where else it is theirs.
    fn foreign_by(&self, meant: &[&Reference]) -> Option<Foreign> {
        let known = |it: &&Reference| Some((self.directory.foreign_by(it)?, it.platform));
        let mut all = meant.iter().filter_map(known);
        let (organisation, first) = all.next()?;
        let others = all.filter(|(other, _)| *other == organisation).map(|(_, platform)| platform);
        let mut on: Vec<PlatformIndex> = std::iter::once(first).chain(others).collect();
        on.dedup();
        Some(Foreign { organisation, on })
    }
}
