//! Proposals: what a new account of a body could be called, best first, by the customs of its family.
//!
//! What nobody can know without asking the platform is not claimed: that a name is free says no more than
//! that this directory has it for nobody.

mod body;
mod confusion;
mod customs;
mod naming;
mod renaming;
mod spelling;

use std::collections::HashSet;

pub use body::full_name;
pub use customs::{Basis, Convention};
pub use renaming::Rename;

use crate::audit::share::Share;
use crate::check::similarity::Similarity;
use crate::check::variants::{Variant, variants};
use crate::directory::{AccountIndex, Directory, ForeignIndex, Kind, OrganisationIndex};
use crate::platform::{AccountName, PlatformIndex, Reference, Wrong};
use customs::Customs;
use naming::{Candidate, Naming};

/// So many look-alikes are named beside each proposal: those that deceive most for one registration each.
const PARKED: usize = 3;

/// For whom names are wanted, and where.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The body that is listed, or those that merge; none where it is not listed.
    pub organisations: &'a [OrganisationIndex],
    /// What it will be called; the name of the one organisation where none is given.
    pub name: Option<&'a str>,
    /// Its kind, and so its family.
    pub kind: Kind,
    /// The platform.
    pub platform: PlatformIndex,
    /// How many proposals; 0 for all.
    pub limit: usize,
    /// Organisations whose accounts are passed over, as if they were not listed.
    pub left_out: &'a [OrganisationIndex],
}

/// What can be proposed, and what was not.
#[derive(Debug, Clone)]
pub struct Proposals {
    /// The names, best first.
    pub proposals: Vec<Proposal>,
    /// How many there are, also where fewer were asked for.
    pub total: usize,
    /// Names by the leading convention of the family that can't be had.
    pub refused: Vec<Refused>,
    /// The most characters of a name on the platform, where it has a limit.
    pub limit: Option<usize>,
    /// What it costs to rename the accounts that there are.
    pub renames: Vec<Rename>,
}

/// A name for a new account.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The name; the platform can have it.
    pub name: AccountName,
    /// The convention that it follows.
    pub convention: Convention,
    /// How many of its peers follow that.
    pub share: Share,
    /// How many characters it has.
    pub length: usize,
    /// The account of the body itself that bears the name; otherwise nobody has it in this directory.
    pub own: Option<AccountIndex>,
    /// The listed account of another body that it could be taken for.
    pub confusable: Option<AccountIndex>,
    /// Look-alikes to hold beside it, the most deceptive first.
    pub parked: Vec<Variant>,
}

/// A name that can't be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The name.
    pub name: String,
    /// Why not.
    pub reason: Refusal,
}

/// Why a name can't be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It has so many characters, which is more than the platform allows.
    Long(usize),
    /// The platform does not allow its characters, or keeps the word for itself.
    Invalid,
    /// Another listed account bears it.
    Taken(AccountIndex),
    /// Another organisation was called so before: people still meet that.
    Former(OrganisationIndex),
    /// An organisation of another government bears it.
    Foreign(ForeignIndex),
}

/// What a new account could be called, best first.
///
/// Every name is one that the platform can have, and none is that of another listed body, now or before.
pub fn propose(directory: &Directory, similarity: &Similarity, request: &Request<'_>) -> Proposals {
    let body = body::body(directory, request);
    let customs = Customs::of(directory, request);
    let naming = Naming { directory, platform: request.platform, customs: &customs };
    let (mut proposals, refused) = gathered(directory, request, naming.candidates(&body));
    let total = proposals.len();
    if request.limit > 0 {
        proposals.truncate(request.limit);
    }
    for proposal in &mut proposals {
        let name = proposal.name.text();
        proposal.confusable = confusion::other(directory, similarity, request, &proposal.name);
        proposal.parked = variants(directory, name, &[request.platform]);
        proposal.parked.truncate(PARKED);
    }
    let renames = renaming::renames(directory, request);
    Proposals { proposals, total, refused, limit: naming.limit(), renames }
}

/// The names that a body could have where its family has a custom, best first; none where no more than a half of its peers
/// do the same and none of it was declared.
pub fn customary(directory: &Directory, request: &Request<'_>) -> Vec<AccountName> {
    let body = body::body(directory, request);
    let customs = Customs::of(directory, request);
    let naming = Naming { directory, platform: request.platform, customs: &customs };
    let (proposals, _) = gathered(directory, request, naming.candidates(&body));
    let is_custom = |it: &Proposal| match &it.convention {
        Convention::Template(_, Basis::Declared) => true,
        Convention::Template(_, Basis::Name) => false,
        Convention::Template(..) | Convention::OwnDomain => it.share.some * 2 > it.share.all,
    };
    let has_custom = proposals.first().is_some_and(is_custom);
    let names = proposals.into_iter().filter(|_| has_custom);
    names.map(|proposal| proposal.name).collect()
}

/// The names that can be had, each once, and those by the leading convention that can't.
fn gathered(
    directory: &Directory,
    request: &Request<'_>,
    candidates: Vec<Candidate>,
) -> (Vec<Proposal>, Vec<Refused>) {
    let leading = candidates.first().map(|first| first.convention.clone());
    let (mut proposals, mut refused, mut known) = (Vec::new(), Vec::new(), HashSet::new());
    for candidate in candidates {
        let leads = Some(&candidate.convention) == leading.as_ref();
        match judged(directory, request, &candidate) {
            Ok((name, own)) => {
                if known.insert(name.clone()) {
                    proposals.push(proposal(candidate, name, own));
                }
            }
            // Who asks wants to know what became of the name that everybody would guess.
            Err(reason) if leads && refused.is_empty() => {
                refused.push(Refused { name: candidate.name, reason });
            }
            Err(_) => {}
        }
    }
    // Where the convention is followed after all, only another's name in the way is worth a word.
    if proposals.first().is_some_and(|it| Some(&it.convention) == leading.as_ref()) {
        refused.retain(|it| !matches!(it.reason, Refusal::Long(_) | Refusal::Invalid));
    }
    (proposals, refused)
}

fn proposal(candidate: Candidate, name: AccountName, own: Option<AccountIndex>) -> Proposal {
    let Candidate { convention, share, .. } = candidate;
    let length = name.text().chars().count();
    Proposal { name, convention, share, length, own, confusable: None, parked: Vec::new() }
}

/// The name, and the body's own account that bears it, where one does; else why it can't be had.
fn judged(
    directory: &Directory,
    request: &Request<'_>,
    candidate: &Candidate,
) -> Result<(AccountName, Option<AccountIndex>), Refusal> {
    let platform = directory.platform(request.platform);
    let name = platform.parse_name(&candidate.name).map_err(|error| match error.wrong {
        Wrong::Length(count, allowed) if count > allowed.longest => Refusal::Long(count),
        _ => Refusal::Invalid,
    })?;
    // A platform may read more into a text than a name, such as a telephone number.
    if name.text() != candidate.name {
        return Err(Refusal::Invalid);
    }
    let reference = Reference { platform: request.platform, name };
    let is_own = |it: OrganisationIndex| request.organisations.contains(&it);
    let is_passed_over = |it: OrganisationIndex| request.left_out.contains(&it);
    let account = directory.account_by(&reference);
    let owner = account.map(|it| (it, directory.account(it).organisation));
    let own = match owner.filter(|(_, owner)| !is_passed_over(*owner)) {
        Some((account, owner)) if !is_own(owner) => return Err(Refusal::Taken(account)),
        other => other.map(|(account, _)| account),
    };
    let former = directory.formerly(&reference).map(|it| it.organisation);
    if let Some(former) = former.filter(|&it| !is_own(it) && !is_passed_over(it)) {
        return Err(Refusal::Former(former));
    }
    if let Some(foreign) = directory.foreign_by(&reference) {
        return Err(Refusal::Foreign(foreign));
    }
    Ok((reference.name, own))
}

#[cfg(test)]
mod tests;
