//! Which changes are asked about.

use super::super::arguments::DiffArguments;
use super::super::error::Result;
use super::super::{Context, load};
use crate::changes::{Change, Kind};
use crate::directory::Directory;
use crate::text::sanitise::escaped;
use crate::text::suggest::nearest;

/// Which changes are asked about: nothing means all.
pub(super) struct Asked<'a> {
    organisations: Option<Vec<String>>,
    platform: Option<String>,
    kinds: &'a [Kind],
}

/// Reads what is asked about. A name may be one that only one of the editions has.
pub(super) fn read<'a>(
    command: &'a DiffArguments,
    old: &Directory,
    new: &Directory,
    cx: &mut Context<'_>,
) -> Result<Asked<'a>> {
    let organisations = match &command.organisation {
        None => None,
        Some(given) => Some(organisations(given, old, new, cx)?),
    };
    let platform = match command.platform.as_deref() {
        None => None,
        Some(name) => Some(platform(name, old, new, cx)?),
    };
    Ok(Asked { organisations, platform, kinds: &command.kind })
}

impl Asked<'_> {
    pub(super) fn has(&self, change: &Change) -> bool {
        let is_of = |ids: &Vec<String>| ids.contains(&change.organisation.id);
        let is_there = |id: &String| change.account.as_ref().is_some_and(|it| it.platform == *id);
        self.organisations.as_ref().is_none_or(is_of)
            && self.platform.as_ref().is_none_or(is_there)
            && (self.kinds.is_empty() || self.kinds.contains(&change.kind))
    }
}

/// The ids of the organisation in both editions; one that is in neither is complained of.
fn organisations(
    given: &str,
    old: &Directory,
    new: &Directory,
    cx: &mut Context<'_>,
) -> Result<Vec<String>> {
    let id_in = |directory: &Directory| {
        let by_official_id = || directory.organisation_by_official_id(given);
        let found = directory.organisation_by_id(given).or_else(by_official_id)?;
        Some(directory.organisation(found).id.clone())
    };
    let ids: Vec<String> = [new, old].into_iter().filter_map(id_in).collect();
    if !ids.is_empty() {
        return Ok(ids);
    }
    let known = new.organisations().chain(old.organisations());
    let meant = nearest(given, known.map(|it| (it.id.as_str(), it.id.as_str())));
    Err(load::unknown(cx.words.unknown_organisation(&escaped(given)), meant, cx))
}

fn platform(name: &str, old: &Directory, new: &Directory, cx: &mut Context<'_>) -> Result<String> {
    let of_old = load::platform_named(old, name).map(|it| old.platform(it).id().to_owned());
    match of_old.filter(|_| load::platform_named(new, name).is_none()) {
        Some(id) => Ok(id),
        None => load::platform(new, name, cx).map(|it| new.platform(it).id().to_owned()),
    }
}
