//! What looking at sources found, as proposals in a file.

pub(super) mod import;
pub(super) mod sweep;
pub(super) mod verify;

use std::path::Path;

use super::error::Result;
use super::{Context, load, look_alikes, review};
use crate::directory::{Account, Directory, OrganisationIndex};
use crate::messages::numbers::grouped;
use crate::proposals::effect::is_known;
use crate::proposals::objection::Objection;
use crate::proposals::{Kind, Proposals, Sighting, Subject};

/// Puts proposals into a file, with those that it has: what was decided there stays decided.
pub(super) fn keep(
    path: &Path,
    mut found: Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<()> {
    found.cases.retain(|subject, case| {
        subject.kind != Kind::Confirms || !is_known(directory, subject, case)
    });
    look_alikes::mind(&mut found, directory);
    let _held = review::hold(path, cx)?;
    let known = if path.exists() { review::read(path, cx)? } else { Proposals::default() };
    review::check_country(path, &known, directory, cx)?;
    found.country = Some(directory.header.country().to_owned());
    let mut all = known.join(found);
    review::write(path, &mut all, directory, cx)?;
    let [count, open] = [all.cases.len(), all.open_count()].map(|it| grouped(cx.words, it));
    writeln!(cx.err, "{}", cx.words.merge_joined(&count, &load::name_of(path), &open))?;
    Ok(())
}

/// The subject of a proposal about a listed account.
fn of_account(directory: &Directory, kind: Kind, account: &Account) -> Subject {
    Subject {
        organisation: directory.organisation(account.organisation).id.clone(),
        kind,
        platform: Some(directory.platform(account.platform).id().to_owned()),
        account: Some(account.name().to_owned()),
        value: None,
    }
}

/// The subject of a proposal about an organisation.
fn of_organisation(
    directory: &Directory,
    kind: Kind,
    organisation: OrganisationIndex,
    value: &str,
) -> Subject {
    Subject {
        organisation: directory.organisation(organisation).id.clone(),
        kind,
        platform: None,
        account: None,
        value: Some(value.to_owned()),
    }
}

/// A sighting of a page with `https`; only what anybody can open is cited. One that was seen without encryption is cited
/// by the address with it, and that is told.
fn cited(sighting: Sighting) -> (Sighting, Option<String>) {
    match sighting.url.strip_prefix("http://") {
        Some(rest) => {
            let url = format!("https://{rest}");
            (Sighting { url, ..sighting }, Some(Objection::WithoutHttps.to_string()))
        }
        None => (sighting, None),
    }
}
