//! Variants: the look-alikes of a name, for those who want to hold them before a stranger does.
//!
//! Each technique of [`Technique`] that leaves a name which a platform would give out is used once. How
//! deceptive the result is, is judged by the eye: characters that many fonts draw alike come first,
//! then separators, then typos in the middle of a long name, then what is put before or behind.

mod affixes;
mod borders;
mod characters;
mod separators;
mod typos;

use std::collections::HashSet;

use super::similarity::Technique;
use crate::compact_sort::CompactSort;
use crate::directory::Directory;
use crate::platform::{AccountName, Platform, PlatformIndex, Reference};

/// A name longer than any platform's (that of a domain, RFC 1035 section 2.3.4) has no variants.
const LONGEST: usize = 253;

/// A name that is easily taken for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The name.
    pub name: String,
    /// By what it differs.
    pub technique: Technique,
    /// The platforms where such a name can exist, in their order.
    pub platforms: Vec<PlatformIndex>,
}

/// The look-alikes of a name that an account could bear, most deceptive first, each valid by the
/// syntax of at least one of `platforms`, none of them listed there, and no two that a platform
/// treats as one.
///
/// Where names are like `user@host`, or are domains, only the user or the first label varies.
pub fn variants(directory: &Directory, name: &str, platforms: &[PlatformIndex]) -> Vec<Variant> {
    let name = name.trim();
    let name = name.strip_prefix('@').unwrap_or(name);
    let is_empty = !name.chars().any(char::is_alphabetic);
    if is_empty || name.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let all = directory.platforms.iter().map(|(index, _)| index);
    let platforms = all.filter(|platform| platforms.contains(platform)).collect();
    let mut wanted = Wanted::new(directory, name, platforms);
    let mut candidates = wanted.candidates();
    // Those of one cost stay in the order of the name.
    candidates.compact_sort_by_key(|candidate| candidate.cost);
    candidates.into_iter().filter_map(|candidate| wanted.variant(candidate)).collect()
}

/// A name that a technique made, before it is known whether any platform takes it.
#[derive(Debug, Clone)]
struct Candidate {
    name: String,
    technique: Technique,
    /// How easily it is told from the original; only the order counts.
    cost: u32,
}

/// The part of a name that varies, and where its words meet.
struct Stem {
    chars: Vec<char>,
    /// Positions between two words without a separator, in ascending order.
    borders: Vec<usize>,
    /// The code of the country, in small letters.
    country: String,
}

impl Stem {
    /// The name with some of its characters replaced.
    fn with(&self, start: usize, len: usize, by: &str) -> String {
        let before = self.chars.iter().take(start);
        let after = self.chars.iter().skip(start + len);
        before.copied().chain(by.chars()).chain(after.copied()).collect()
    }

    fn text(&self) -> String {
        self.chars.iter().collect()
    }

    fn letters(&self) -> usize {
        self.chars.iter().filter(|c| c.is_alphanumeric()).count()
    }

    /// How far a position is from the middle, from 0 to 49. The first letters are read first, and
    /// the eye guesses what stands in the middle.
    fn off_middle(&self, position: usize) -> u32 {
        let doubled = (2 * position + 1).abs_diff(self.chars.len());
        u32::try_from(doubled * 49 / self.chars.len().max(1)).unwrap_or(49)
    }

    fn candidates(&self) -> Vec<Candidate> {
        let mut all = characters::candidates(self);
        all.extend(separators::candidates(self));
        all.extend(typos::candidates(self));
        all.extend(affixes::candidates(self));
        all
    }
}

/// Whether a character separates words in names.
fn is_separator(c: char) -> bool {
    matches!(c, '_' | '.' | '-' | '·')
}

/// What variants are wanted of, and which names are given away already.
struct Wanted<'a> {
    directory: &'a Directory,
    name: &'a str,
    /// Each platform with the part of the name that stays as it is there.
    platforms: Vec<(PlatformIndex, &'a str)>,
    taken: HashSet<Reference>,
}

impl<'a> Wanted<'a> {
    fn new(directory: &'a Directory, name: &'a str, platforms: Vec<PlatformIndex>) -> Self {
        let with_tail = |index| Some((index, tail(directory.platform(index), name)?));
        let platforms: Vec<_> = platforms.into_iter().filter_map(with_tail).collect();
        let own = platforms.iter().filter_map(|&(platform, _)| {
            let name = directory.platform(platform).parse_name(name).ok()?;
            Some(Reference { platform, name })
        });
        let taken = own.collect();
        Self { directory, name, platforms, taken }
    }

    fn candidates(&self) -> Vec<Candidate> {
        let mut tails: Vec<&str> = self.platforms.iter().map(|&(_, tail)| tail).collect();
        tails.sort_unstable();
        tails.dedup();
        let mut all = Vec::new();
        for tail in tails {
            let Some(start) = self.name.strip_suffix(tail) else { continue };
            let chars: Vec<char> = start.chars().collect();
            let borders = borders::borders(self.directory, &chars, &self.taken);
            let country = self.directory.header.country().to_ascii_lowercase();
            let stem = Stem { chars, borders, country };
            let whole = stem.candidates().into_iter().map(|candidate| Candidate {
                name: format!("{}{tail}", candidate.name),
                ..candidate
            });
            all.extend(whole);
        }
        all
    }

    /// The candidate where a platform gives such a name out, and did not for one before it.
    fn variant(&mut self, candidate: Candidate) -> Option<Variant> {
        let mut platforms = Vec::new();
        for &(platform, tail) in &self.platforms {
            let Some(stem) = candidate.name.strip_suffix(tail) else { continue };
            // Another label would be a name under a domain of somebody else.
            if tail.starts_with('.') && stem.contains('.') {
                continue;
            }
            let Ok(name) = self.directory.platform(platform).parse_name(&candidate.name) else {
                continue;
            };
            // A platform may read more into a text than a name, such as a telephone number.
            let is_name = AccountName::text(&name) == candidate.name;
            let reference = Reference { platform, name };
            if is_name
                && self.directory.account_by(&reference).is_none()
                && self.taken.insert(reference)
            {
                platforms.push(platform);
            }
        }
        let Candidate { name, technique, .. } = candidate;
        (!platforms.is_empty()).then_some(Variant { name, technique, platforms })
    }
}

/// The end of a name that no variant changes: the host, or all but the first label of a domain.
/// `None` where the platform can't have the name, and so no variant of it.
fn tail<'a>(platform: &Platform, name: &'a str) -> Option<&'a str> {
    let rules = platform.rules.names.first()?;
    let mark = match (rules.address.contains("{host}"), rules.is_domain) {
        (true, _) => '@',
        (_, true) => '.',
        _ => return Some(""),
    };
    platform.parse_name(name).ok()?;
    name.find(mark).and_then(|at| name.get(at..))
}

#[cfg(test)]
mod tests;
