//! Accounts of other governments: real ones, and none that the directory lists.

use super::{Found, Judge};
use crate::check::{Foreign, NotListed, Verdict};
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
        let all = self.directory.platforms.parse_handle(name);
        self.foreign_by(&all.iter().collect::<Vec<_>>())
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
