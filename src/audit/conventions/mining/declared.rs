//! Templates that were declared: they are looked for however few follow them.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::conventions::mining::{Handle, MinedTemplate, is_shortened, is_spelled};
use crate::audit::conventions::template::Template;
use crate::audit::conventions::terms::chosen_part;
use crate::directory::{AccountIndex, Convention, Directory, Kind};
use crate::platform::PlatformIndex;

/// The template that a kind has declared for a platform.
pub fn declared(directory: &Directory, kind: Kind, platform: PlatformIndex) -> Option<Template> {
    declaration(directory, kind, platform).map(|(template, _)| template)
}

/// The template that a kind has declared for a platform, with where and when it was declared.
pub fn declaration(
    directory: &Directory,
    kind: Kind,
    platform: PlatformIndex,
) -> Option<(Template, &Convention)> {
    let mut of_kind =
        directory.conventions.iter().filter(|it| (it.kind, it.platform) == (kind, platform));
    of_kind.find_map(|it| Some((it.template.parse().ok()?, it)))
}

/// Gives each template that the kinds of some accounts declared a row, with all accounts of the kind that
/// fill it with a name of their organisation. `rest` are the handles that stand in no row yet.
pub(in crate::audit) fn claim(
    directory: &Directory,
    accounts: &[AccountIndex],
    rows: &mut Vec<MinedTemplate>,
    rest: &mut Vec<Handle>,
) {
    let kinds: BTreeSet<(Kind, PlatformIndex)> =
        accounts.iter().map(|it| kind_and_platform(directory, *it)).collect();
    for (kind, platform) in kinds {
        let Some(template) = declared(directory, kind, platform) else { continue };
        let claimed: BTreeMap<AccountIndex, bool> = accounts
            .iter()
            .filter(|it| kind_and_platform(directory, **it) == (kind, platform))
            .filter_map(|it| Some((*it, fills(directory, *it, &template)?)))
            .collect();
        for row in rows.iter_mut() {
            row.followers.retain(|it| !claimed.contains_key(it));
        }
        rest.retain(|(it, _)| !claimed.contains_key(it));
        let at = rows.iter().position(|row| row.template == template).unwrap_or(rows.len());
        if at == rows.len() {
            rows.push(MinedTemplate::new(template));
        }
        if let Some(row) = rows.get_mut(at) {
            row.is_declared = true;
            for (account, is_whole) in claimed {
                let filled = if is_whole { &mut row.followers } else { &mut row.shortened };
                filled.push(account);
            }
        }
    }
}

/// Whether an account fills a template with a whole name of its organisation; `None` where not with a
/// shortened one either.
fn fills(directory: &Directory, account: AccountIndex, template: &Template) -> Option<bool> {
    let opening = template.opening(&chosen_part(directory, account)?)?;
    if is_spelled(directory, account, &opening, template.slot()) {
        return Some(true);
    }
    is_shortened(directory, account, &opening, template.slot()).then_some(false)
}

fn kind_and_platform(directory: &Directory, account: AccountIndex) -> (Kind, PlatformIndex) {
    let account = directory.account(account);
    (directory.organisation(account.organisation).kind, account.platform)
}
