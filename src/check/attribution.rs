//! Whom an account that is not listed seems to speak for, and what was reported of such accounts.

use super::judge::Judge;
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::fold::fold;

/// The most organisations, or accounts, that are named.
pub(super) const MOST: usize = 3;

/// The organisations that a name seems to speak for, the likeliest first.
pub(super) fn claimed_organisations(
    judge: &Judge<'_>,
    name: &str,
    family: Option<usize>,
    namesakes: &[AccountIndex],
    natural: &[OrganisationIndex],
) -> Vec<OrganisationIndex> {
    let directory = judge.directory;
    let owners = namesakes.iter().map(|&account| directory.account(account).organisation);
    let mut claims: Vec<OrganisationIndex> = owners.collect();
    claims.extend(judge.checker.similarity(directory).named(directory, name));
    claims.extend(natural);
    if let Some(family) = family.and_then(|family| directory.families.get(family)) {
        let rest = fold(name).replace(family.word.as_str(), " ");
        let rest = rest.replace(|c: char| !c.is_alphanumeric(), " ");
        if !rest.trim().is_empty() {
            claims.extend(searched(judge, &format!("{} {}", family.word, rest.trim())));
        }
        claims.extend(family.organisation);
    }
    without_repeats(claims)
}

/// The organisations that words may mean.
pub(super) fn meant(judge: &Judge<'_>, words: &str) -> Vec<OrganisationIndex> {
    let mut meant = judge.checker.similarity(judge.directory).named(judge.directory, words);
    meant.extend(searched(judge, words));
    without_repeats(meant)
}

fn searched(judge: &Judge<'_>, words: &str) -> Vec<OrganisationIndex> {
    let answer = judge.index.search(judge.directory, words, MOST);
    let sure = answer.hits.into_iter().filter(|hit| !hit.guess);
    sure.map(|hit| hit.organisation).collect()
}

fn without_repeats(all: Vec<OrganisationIndex>) -> Vec<OrganisationIndex> {
    let mut kept: Vec<OrganisationIndex> = Vec::new();
    for organisation in all {
        if kept.len() < MOST && !kept.contains(&organisation) {
            kept.push(organisation);
        }
    }
    kept
}

/// The imitations that were reported: first those of this very name, then others of the
/// organisations that it seems to speak for.
pub(super) fn reported(
    directory: &Directory,
    name: &str,
    on: &[PlatformIndex],
    claims: &[OrganisationIndex],
) -> Vec<usize> {
    let all = || directory.imitations.iter().enumerate();
    let is_this = |names: &[String]| names.iter().any(|it| fold(it) == fold(name));
    let is_here = |platform: Option<PlatformIndex>| {
        platform.is_none_or(|it| on.is_empty() || on.contains(&it))
    };
    let same = all().filter(|(_, it)| is_this(&it.names) && is_here(it.platform));
    let mut found: Vec<usize> = same.map(|(at, _)| at).collect();
    for (at, it) in all() {
        if claims.contains(&it.organisation) && !found.contains(&at) {
            found.push(at);
        }
    }
    found.truncate(MOST);
    found
}

/// The declared convention that a name follows, on one of these platforms.
pub(super) fn convention(directory: &Directory, name: &str, on: &[PlatformIndex]) -> Option<usize> {
    let name = fold(name);
    directory.conventions.iter().position(|convention| {
        let template = fold(&convention.template);
        let Some((before, behind)) = template.split_once("{place}") else {
            return false;
        };
        let middle = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
        let is_here = on.is_empty() || on.contains(&convention.platform);
        let is_place = |middle: &str| middle.chars().filter(|c| c.is_alphabetic()).count() > 1;
        is_here && middle.is_some_and(is_place)
    })
}
