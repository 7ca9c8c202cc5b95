//! `officieel propose-handle`: what a new account could be called, best first.

mod json;
mod text;

use super::arguments::{ProposeHandleArguments, Shared};
use super::audit::organisation_named;
use super::error::Result;
use super::{Context, ExitStatus, load};
use crate::check::similarity::Similarity;
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};
use crate::handle_proposals::{Proposals, Request, full_name, propose};
use crate::json::write as write_json;
use crate::platform::{Platform, PlatformIndex};
use crate::text::sanitise::escaped;
use crate::words::Words;

/// What is told, and of whom.
struct Told<'a> {
    directory: &'a Directory,
    platform: PlatformIndex,
    /// What the body is or will be called.
    name: &'a str,
    kind: Kind,
    proposals: &'a Proposals,
}

pub(super) fn run(
    command: &ProposeHandleArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let platform = load::platform(&directory, &command.platform, cx)?;
    let mut organisations = organisations(command, &directory, cx)?;
    let kind = kind(command, &directory, &organisations, cx)?;
    let name = name(command, &directory, &organisations, kind, cx)?;
    let is_new = organisations.len() != 1 || command.name.is_some();
    // What a merger has already is nobody else's.
    if let Some(successor) = successor(&directory, &organisations) {
        let is_it = directory.organisation(successor).name == name;
        organisations.extend((is_new && is_it).then_some(successor));
    }
    let request = Request {
        organisations: &organisations,
        name: is_new.then_some(name.as_str()),
        kind,
        platform,
        limit: command.limit,
        left_out: &[],
    };
    let proposals = propose(&directory, &Similarity::new(&directory), &request);
    let told = Told { directory: &directory, platform, name: &name, kind, proposals: &proposals };
    if command.json {
        write_json(cx.out, &json::proposals(&told))?;
    } else if !proposals.proposals.is_empty() {
        text::write(&told, cx)?;
    }
    if proposals.proposals.is_empty() {
        let (name, platform) = (escaped(&name), escaped(told.platform().name()));
        writeln!(cx.err, "{}", cx.words.propose_none(&name, &platform))?;
        return Ok(ExitStatus::NotFound);
    }
    Ok(ExitStatus::Found)
}

/// The organisations that were named, each once.
fn organisations(
    command: &ProposeHandleArguments,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<Vec<OrganisationIndex>> {
    let mut all = Vec::new();
    for given in &command.organisation {
        let organisation = organisation_named(directory, given, cx)?;
        if !all.contains(&organisation) {
            all.push(organisation);
        }
    }
    Ok(all)
}

/// The kind that was named, else that of the first organisation.
fn kind(
    command: &ProposeHandleArguments,
    directory: &Directory,
    organisations: &[OrganisationIndex],
    cx: &mut Context<'_>,
) -> Result<Kind> {
    match (&command.kind, organisations.first()) {
        (Some(kind), _) => load::kind(kind, cx),
        (None, Some(first)) => Ok(directory.organisation(*first).kind),
        (None, None) => Err(cx.unusable(cx.words.propose_needs_kind)),
    }
}

/// The name that was given; of one organisation its own, of several that of the one that took over from all
/// of them.
fn name(
    command: &ProposeHandleArguments,
    directory: &Directory,
    organisations: &[OrganisationIndex],
    kind: Kind,
    cx: &mut Context<'_>,
) -> Result<String> {
    if let Some(name) = &command.name {
        return match name.trim() {
            "" => Err(cx.unusable(cx.words.propose_needs_name)),
            name => Ok(full_name(directory, name, kind)),
        };
    }
    let of = |it: OrganisationIndex| directory.organisation(it);
    if let [one] = organisations {
        return Ok(of(*one).name.clone());
    }
    match successor(directory, organisations) {
        Some(successor) => Ok(of(successor).name.clone()),
        None => Err(cx.unusable(cx.words.propose_needs_name)),
    }
}

/// The organisation that took over from all of these, where the directory knows one.
fn successor(
    directory: &Directory,
    organisations: &[OrganisationIndex],
) -> Option<OrganisationIndex> {
    let of = |it: &OrganisationIndex| directory.organisation(*it).successor;
    let successor = organisations.first().and_then(of)?;
    let is_new = !organisations.contains(&successor);
    (is_new && organisations.iter().all(|it| of(it) == Some(successor))).then_some(successor)
}

impl Told<'_> {
    fn platform(&self) -> &Platform {
        self.directory.platform(self.platform)
    }

    /// The text to put on an old account, in the language of these words; none where no other name is
    /// proposed.
    fn notice(&self, old: AccountIndex, words: &Words) -> Option<String> {
        let new = text::new_name(self)?;
        let owner = self.directory.account(old).organisation;
        let owner = &self.directory.organisation(owner).name;
        let address = self.platform().address_of(new);
        let name = self.platform().written(new);
        Some(if owner == self.name {
            words.propose_notice_renamed(&address, &name, owner)
        } else {
            words.propose_notice_merged(&address, self.name, &name, owner)
        })
    }
}
