//! Look-alikes of listed handles, made by rote: every trick at every place where it can be played.
//!
//! Nothing here knows how look-alikes are recognised, nor leaves out a name because it would be hard
//! to tell or is a name of its own: `rvm` is made of `rivm`, and counts. Only names that the
//! platform would not give out, and those that are listed themselves, are left out.

use std::collections::HashSet;

use officieel::directory::{Account, Directory};
use officieel::platform::{Platform, PlatformIndex, Reference};

mod lot;
mod tricks;

use lot::Lot;
pub(crate) use tricks::Kind;

/// The platforms whose handles are imitated.
pub(crate) const PLATFORMS: [&str; 3] = ["x", "instagram", "mastodon"];

/// The seed of the places where two tricks at once are played.
const SEED: u64 = 20_261_122;

/// So many names are made of a handle by two tricks at once.
const OF_TWO: usize = 30;

/// One look-alike.
pub(crate) struct LookAlike {
    pub(crate) name: String,
    /// The handle that it is made of.
    pub(crate) of: String,
    pub(crate) platform: PlatformIndex,
    pub(crate) kind: Kind,
    /// How many letters and digits the handle has, without a host.
    pub(crate) length: usize,
}

/// Look-alikes of all listed handles of the platforms.
#[derive(Default)]
pub(crate) struct LookAlikes {
    pub(crate) all: Vec<LookAlike>,
    /// How many handles they are made of.
    pub(crate) handles: usize,
    /// How many were left out because they are another listed account.
    pub(crate) listed: usize,
}

impl LookAlikes {
    /// One in so many of all that can be made; 1 for all. The same number gives the same names.
    pub(crate) fn new(directory: &Directory, one_in: usize) -> Self {
        let mut found = Self::default();
        let mut lot = Lot::new(SEED);
        let platforms = PLATFORMS.map(|id| directory.platforms.by_id(id).unwrap());
        let accounts = directory.accounts().filter(|it| platforms.contains(&it.platform));
        for account in accounts.filter(|it| it.handle.is_some()) {
            found.handles += 1;
            found.add(directory, account, &mut lot, one_in);
        }
        found
    }

    fn add(&mut self, directory: &Directory, of: &Account, lot: &mut Lot, one_in: usize) {
        let platform = directory.platform(of.platform);
        let (user, host) = parts(of.name());
        let mut made: Vec<(Kind, String)> = Vec::new();
        for kind in Kind::SINGLE {
            made.extend(kind.played_on(user).into_iter().map(|name| (kind, name)));
        }
        made.extend(two_at_once(user, lot));
        let mut seen: HashSet<_> = of.handle.iter().cloned().collect();
        for (position, (kind, name)) in made.into_iter().enumerate() {
            if !(position + self.handles).is_multiple_of(one_in) {
                continue;
            }
            let name = format!("{name}{host}");
            let Some(reference) = given_out(platform, of.platform, &name) else { continue };
            if !seen.insert(reference.name.clone()) {
                continue;
            }
            if directory.account_by(&reference).is_some() {
                self.listed += 1;
                continue;
            }
            let length = user.chars().filter(|c| c.is_alphanumeric()).count();
            let of = of.name().to_owned();
            self.all.push(LookAlike { name, of, platform: reference.platform, kind, length });
        }
    }
}

/// The name as the platform reads it, if it would give it out.
fn given_out(platform: &Platform, index: PlatformIndex, name: &str) -> Option<Reference> {
    Some(Reference { platform: index, name: platform.parse_name(name).ok()? })
}

/// The user and, with its sign, the host.
fn parts(name: &str) -> (&str, &str) {
    name.find('@').map_or((name, ""), |at| name.split_at(at))
}

/// Names made by two tricks of different kinds, one after the other, at places drawn by lot.
fn two_at_once(user: &str, lot: &mut Lot) -> Vec<(Kind, String)> {
    let mut made = Vec::new();
    for _ in 0..OF_TWO {
        let first = *lot.pick(&Kind::SINGLE);
        let second = *lot.pick(&Kind::SINGLE);
        let once = first.played_on(user);
        if first == second || once.is_empty() {
            continue;
        }
        let between: &String = lot.pick(&once);
        let twice = second.played_on(between);
        if !twice.is_empty() {
            made.push((first.and(second), lot.pick(&twice).clone()));
        }
    }
    made
}
