//! Former handles, of an account or of an organisation.

use std::collections::HashMap;

use super::Platforming;
use super::fields::{Context, Fields, Located, Message, Sentence};
use super::head::is_known;
use super::problem::Lines;
use crate::directory::{Account, Date, FormerHandle};
use crate::platform::{AccountName, PlatformIndex};

/// One item of `former_handles`, before its platform is looked up.
pub(super) struct RawFormerHandle {
    /// Of an organisation; an account has its own.
    platform: Option<Located<String>>,
    handle: Located<String>,
    until: Option<Date>,
    successor: Option<String>,
    url: String,
    seen: Date,
}

/// Reads those of an account, which is on one platform and continues them itself.
pub(super) fn of_account(fields: Fields<'_, '_>) -> Option<RawFormerHandle> {
    read(fields, false)
}

/// Reads those of an organisation.
pub(super) fn of_organisation(fields: Fields<'_, '_>) -> Option<RawFormerHandle> {
    read(fields, true)
}

fn read(fields: Fields<'_, '_>, of_organisation: bool) -> Option<RawFormerHandle> {
    let platform = of_organisation.then(|| fields.required_text("platform")).flatten();
    let handle = fields.required_text("handle");
    let until = fields.date("until").map(|date| date.value);
    let successor = of_organisation.then(|| fields.address("successor")).flatten();
    let url = fields.required_address("url");
    let seen = fields.required_date("seen");
    fields.finish();
    if of_organisation && platform.is_none() {
        return None;
    }
    let (url, seen) = (url?.value, seen?.value);
    let successor = successor.map(|address| address.value);
    Some(RawFormerHandle { platform, handle: handle?, until, successor, url, seen })
}

/// The handles by the rules of their platforms; `own` is that of the account whose they are. What the
/// platform can't have is told to `not_here`.
pub(super) fn resolve(
    context: &Context<'_>,
    platforming: &Platforming,
    own: Option<PlatformIndex>,
    raw: Vec<RawFormerHandle>,
    not_here: impl Fn(usize, Message),
) -> Vec<FormerHandle> {
    let platforms = &platforming.platforms;
    let resolve = |raw: RawFormerHandle| {
        let platform = match (own, &raw.platform) {
            (None, Some(id)) if context.is_overlay && platforms.by_id(&id.value).is_none() => {
                not_here(id.at, Sentence::PlatformNotHere.of([&id.value]));
                return None;
            }
            (None, Some(id)) => is_known(context, id, platforms)?,
            (own, _) => own?,
        };
        let handle = match platforms.get(platform).parse_name(&raw.handle.value) {
            Ok(handle) => handle,
            Err(fault) => {
                not_here(raw.handle.at, Message::from(&fault));
                return None;
            }
        };
        let RawFormerHandle { until, successor, url, seen, .. } = raw;
        Some(FormerHandle { platform, handle, until, successor, url, seen })
    };
    raw.into_iter().filter_map(resolve).collect()
}

/// Reports handles that are former and yet those of a listed account, and those that are written twice. Each
/// comes with the place of the table that it stands in.
pub(super) fn no_contradiction<'a>(
    context: &Context<'_>,
    lines: &Lines<'_>,
    former: impl Iterator<Item = (&'a FormerHandle, usize)>,
    accounts: impl Iterator<Item = (&'a Account, usize)>,
) {
    let mut by_name: HashMap<(PlatformIndex, &AccountName), usize> = HashMap::new();
    for (it, at) in former {
        if let Some(first) = by_name.insert((it.platform, &it.handle), at) {
            let line = lines.line_of(first);
            context.fault(at, Sentence::FormerHandleTwice.of([&it.handle, &line]));
        }
    }
    if by_name.is_empty() {
        return;
    }
    for (account, place) in accounts {
        for name in account.handle.iter().chain(&account.platform_id) {
            if let Some(at) = by_name.get(&(account.platform, name)) {
                let line = lines.line_of(place);
                context.fault(*at, Sentence::FormerHandleListed.of([name, &line]));
            }
        }
    }
}
