//! Which listed name an unlisted one is taken for.

use std::cell::OnceCell;

use super::affix::{Core, cores};
use super::align::Edit;
use super::compare::{Comparison, compare, compare_hosts, tidy};
use super::natural;
use super::siblings::namesakes;
use super::skeleton::{Skeleton, merged};
use super::targets::{Target, Targets, handle_of, name_of, split};
use super::thresholds::{is_allowed, reach};
use super::{Change, Original, Resemblance, Step, Technique};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::sanitise::is_hostile;

/// What an affix weighs beside the moves of an alignment.
const AFFIX_WEIGHT: u32 = 6;

/// The name that is asked about.
pub(super) struct UnlistedName<'a> {
    pub(super) directory: &'a Directory,
    pub(super) targets: &'a Targets,
    pub(super) on: &'a [PlatformIndex],
    /// The part that its owner chose, and the host behind it.
    pub(super) own: &'a str,
    pub(super) host: &'a str,
}

/// A listed name that it may be taken for.
struct Candidate {
    weight: u32,
    is_here: bool,
    resemblance: Resemblance,
}

/// What a comparison with one listed name comes to.
enum Outcome {
    /// It is that name, on that platform.
    Listed,
    /// It is that name, but that of an organisation or of an account elsewhere.
    Namesake,
    LookAlike(Candidate),
}

impl UnlistedName<'_> {
    /// The listed name that it is taken for, where it is none itself.
    pub(super) fn resembled(&self) -> Option<Resemblance> {
        let name = Skeleton::new(self.own);
        if !name.rest.is_empty() || name.letters.is_empty() {
            return None;
        }
        let mut best: Option<Candidate> = None;
        let mut is_namesake = false;
        // Looked for only once something is near: most names are near to nothing.
        let bearers = OnceCell::new();
        for core in cores(&name, &self.targets.country) {
            for target in self.candidates(&name, &core) {
                match self.outcome(&name, &core, target) {
                    Some(Outcome::Listed) => return None,
                    Some(Outcome::Namesake) => is_namesake = true,
                    Some(Outcome::LookAlike(found))
                        if best.as_ref().is_none_or(|best| self.is_better(&found, best))
                            && !self.is_of_others(&name, &bearers, &found) =>
                    {
                        best = Some(found);
                    }
                    Some(Outcome::LookAlike(_)) | None => {}
                }
            }
        }
        // The own name of an organisation, or that of its account elsewhere, is nobody's typo.
        let best = best.filter(|best| {
            let techniques = &best.resemblance.techniques;
            !is_namesake
                || *techniques == [Technique::Separators]
                || techniques.contains(&Technique::Hidden)
        });
        best.map(|best| best.resemblance)
    }

    /// Whether the name is that of another listed body than the one that it is near to, by the customs of
    /// its kind: who is called so imitates nobody. Near to an account of its own body it stays a
    /// look-alike, but for points and dashes where nobody knows the platform.
    fn is_of_others(
        &self,
        name: &Skeleton<'_>,
        bearers: &OnceCell<Vec<OrganisationIndex>>,
        found: &Candidate,
    ) -> bool {
        let Resemblance { of, techniques, .. } = &found.resemblance;
        let bearers = bearers.get_or_init(|| natural::bearers(self.directory, self.targets, name));
        if bearers.is_empty() || techniques.contains(&Technique::Hidden) {
            return false;
        }
        let is_open = self.on.is_empty() && *techniques == [Technique::Separators];
        is_open || !bearers.contains(&of.organisation(self.directory))
    }

    /// The listed names within reach of a part of the name.
    fn candidates(&self, name: &Skeleton<'_>, core: &Core) -> Vec<&Target> {
        let letters = name.letters.get(core.letters.clone()).unwrap_or_default();
        let both = merged(letters);
        let mut found: Vec<&Target> = self.targets.exact(&both).collect();
        let limit = reach(letters.len(), core);
        if limit == 0 {
            return found;
        }
        let close = |letters: &[u8], found: &mut Vec<_>| {
            let handles = self.targets.close_handles(letters, limit);
            let names = self.targets.close_names(letters, limit.min(1));
            let with_typo = handles.chain(names).filter(|(typos, _)| *typos > 0);
            found.extend(with_typo.map(|(_, target)| target));
        };
        close(letters, &mut found);
        // With pairs such as `rn` drawn together, other names are close.
        if both.len() != letters.len() {
            close(&both, &mut found);
        }
        found
    }

    fn outcome(&self, name: &Skeleton<'_>, core: &Core, target: &Target) -> Option<Outcome> {
        let (genuine, host) = self.written(target);
        let mut compared = compare(name, core, target, genuine);
        // Where no host is asked for, none is compared.
        let host = if self.host.is_empty() { "" } else { host };
        let (host_steps, is_host_like) = compare_hosts(self.host, host);
        if is_host_like {
            compared.techniques.push(Technique::Characters);
            tidy(&mut compared.techniques);
        }
        let is_here = self.is_here(target, host);
        if compared.is_same && !is_host_like {
            if is_here && self.is_listed(target) {
                return Some(Outcome::Listed);
            }
            let is_technique = is_here && !compared.techniques.is_empty();
            if !is_technique && !is_torn(target, &compared) {
                return Some(Outcome::Namesake);
            }
        }
        let Comparison { path, techniques, mut steps, .. } = compared;
        if techniques.is_empty() || !is_allowed(self.targets, name, core, target, &path) {
            return None;
        }
        steps.extend(host_steps);
        let weight = path.iter().map(|step| step.weight()).sum::<u32>();
        let affixes = u32::try_from(core.count).unwrap_or(u32::MAX);
        Some(Outcome::LookAlike(Candidate {
            weight: weight.saturating_add(affixes.saturating_mul(AFFIX_WEIGHT)),
            is_here,
            resemblance: Resemblance {
                of: target.original,
                genuine: format!("{genuine}{host}"),
                techniques,
                steps,
            },
        }))
    }

    /// The name of a target as it is written, and the host behind it.
    fn written(&self, target: &Target) -> (&str, &str) {
        match target.original {
            Original::Account(index) => {
                split(handle_of(self.directory.account(index)).unwrap_or_default())
            }
            Original::Name(index) => (name_of(self.directory, index, target.item), ""),
        }
    }

    /// Whether a listed account is where the name that is asked about may be.
    fn is_here(&self, target: &Target, host: &str) -> bool {
        let Original::Account(index) = target.original else { return false };
        let platform = self.directory.account(index).platform;
        self.host.eq_ignore_ascii_case(host) && (self.on.is_empty() || self.on.contains(&platform))
    }

    /// Whether the platform takes the name for that of the listed account.
    fn is_listed(&self, target: &Target) -> bool {
        let Original::Account(index) = target.original else { return false };
        let account = self.directory.account(index);
        let Some(handle) = &account.handle else { return false };
        let host = if self.host.is_empty() { split(handle.text()).1 } else { self.host };
        let platform = self.directory.platform(account.platform);
        let name = platform.known_name(handle.space(), &format!("{}{host}", self.own));
        name.as_ref() == Some(handle)
    }

    /// Whether one fits better than another. It never depends on the order of the directory.
    fn is_better(&self, one: &Candidate, other: &Candidate) -> bool {
        self.rank(one) < self.rank(other)
    }

    fn rank<'c>(&'c self, candidate: &'c Candidate) -> impl Ord + use<'c> {
        let (is_name, is_retired, owner, platform) = match candidate.resemblance.of {
            Original::Account(index) => {
                let account = self.directory.account(index);
                let owner = self.directory.organisation(account.organisation);
                let is_retired = account.status.is_retired() || owner.ended.is_some();
                (false, is_retired, owner, self.directory.platform(account.platform).id())
            }
            Original::Name(index) => {
                let owner = self.directory.organisation(index);
                (true, owner.ended.is_some(), owner, "")
            }
        };
        let genuine = candidate.resemblance.genuine.as_str();
        let weight = candidate.weight;
        (weight, !candidate.is_here, is_retired, is_name, genuine, platform, owner.id.as_str())
    }
}

/// The character that turns the direction of what follows round.
const OVERRIDE: char = '\u{202E}';

/// The listed account whose name is shown where a character turns part of a name round.
pub(super) fn turned(unlisted: &UnlistedName<'_>, name: &str) -> Option<Resemblance> {
    let (before, behind) = name.split_once(OVERRIDE)?;
    let seen: String = before.chars().chain(behind.chars().rev()).collect();
    let seen: String = seen.chars().filter(|&c| !is_hostile(c)).collect();
    let accounts = namesakes(unlisted.directory, unlisted.targets, &seen);
    let is_elsewhere = |index: &AccountIndex| {
        let platform = unlisted.directory.account(*index).platform;
        !unlisted.on.is_empty() && !unlisted.on.contains(&platform)
    };
    // The first of those that are left equal stands: the surest.
    let index = accounts.into_iter().min_by_key(is_elsewhere)?;
    let genuine = handle_of(unlisted.directory.account(index))?;
    let genuine = if split(&seen).1.is_empty() { split(genuine).0 } else { genuine };
    let (written, genuine) = (name.to_owned(), genuine.to_owned());
    let step = Step { written, genuine: genuine.clone(), change: Change::Swapped };
    Some(Resemblance {
        of: Original::Account(index),
        genuine,
        techniques: vec![Technique::Hidden],
        steps: vec![step],
    })
}

/// Whether separators tear the name of an organisation apart where it is one word.
fn is_torn(target: &Target, compared: &Comparison) -> bool {
    matches!(target.original, Original::Name(_)) && compared.path.contains(&Edit::Separator(1, 0))
}
