//! Former handles, of an account or of an organisation.

use std::collections::{HashMap, HashSet};

use super::Platforming;
use super::fields::{Context, Fields, Located, Message, Sentence};
use super::head::is_known;
use super::organisations::value;
use super::problem::Lines;
use crate::directory::{Account, Date, FormerHandle};
use crate::platform::{AccountName, PlatformIndex, Platforms, Reference};

/// One item of `former_handles`, before its platform is looked up.
pub(super) struct RawFormerHandle {
    /// Of an organisation; an account has its own.
    platform: Option<Located<String>>,
    handle: Located<String>,
    until: Option<Date>,
    successor: Option<Located<String>>,
    url: String,
    seen: Date,
}

impl RawFormerHandle {
    /// The address of the account that continues it.
    pub(super) fn successor(&self) -> Option<&Located<String>> {
        self.successor.as_ref()
    }
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
    let until = fields.web_date("until");
    let successor = of_organisation.then(|| fields.address("successor")).flatten();
    let url = fields.required_address("url");
    let seen = fields.required_web_date("seen");
    if let (Some(until), Some(seen)) = (&until, &seen)
        && until.value.is_after(seen.value)
    {
        fields.fault(until.at, Sentence::UntilAfterSeen.of([&until.value, &seen.value]));
    }
    fields.finish();
    if of_organisation && platform.is_none() {
        return None;
    }
    let (url, seen) = (url?.value, seen?.value);
    let until = until.map(|date| date.value);
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
        Some(FormerHandle { platform, handle, until, successor: value(successor), url, seen })
    };
    raw.into_iter().filter_map(resolve).collect()
}

/// Reports successors that are addresses of accounts which the file doesn't list.
pub(super) fn listed_successors(
    context: &Context<'_>,
    platforms: &Platforms,
    successors: &[Located<String>],
    accounts: &[Account],
) {
    let meant = successors.iter().filter_map(|address| {
        let parsed = platforms.parse_address(&address.value).ok()?;
        Some((address, parsed.account))
    });
    let mut unlisted: Vec<_> = meant.collect();
    if unlisted.is_empty() {
        return;
    }
    let listed: HashSet<Reference> = accounts.iter().flat_map(Account::references).collect();
    unlisted.retain(|(_, account)| !listed.contains(account));
    for (address, _) in unlisted {
        context.fault(address.at, Sentence::SuccessorNotListed.of([&address.value]));
    }
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
