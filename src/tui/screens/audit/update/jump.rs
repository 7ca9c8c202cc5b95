//! From a finding to the account that it is about, and back again.

use crate::channel::Channel;
use crate::directory::{AccountIndex, OrganisationIndex};
use crate::search::{Field, Hit};
use crate::tui::job::JobKind;
use crate::tui::model::{Browse, Model, Screen};
use crate::tui::screens::check::update as check;
use crate::tui::screens::search::update as search;

/// Goes to an organisation, and to an account of it: the list holds that alone, and the query its
/// address, so that the hits and the verdict are about what is shown. All that stood there before is
/// kept until the reader comes back.
pub(in crate::tui) fn jump(
    model: &mut Model,
    organisation: OrganisationIndex,
    account: Option<AccountIndex>,
) {
    let Some(catalogue) = model.catalogue.clone() else {
        return;
    };
    let directory = &catalogue.directory;
    let named = match account {
        Some(account) => directory.account(account).url.as_str(),
        None => directory.organisation(organisation).name.as_str(),
    };
    let field = if account.is_some() { Field::Handle } else { Field::Name };
    let hit = Hit::direct(organisation, account, field);
    let there = Browse { inside: true, ..search::alone(hit, named) };
    let mut left = std::mem::replace(&mut model.browse, there);
    left.is_interrupted = model.is_searching();
    model.push(Screen::Browse(Box::new(left)));
    model.jobs.cancel(JobKind::Search);
    check::begin(model);
    model.refresh();
    let is_it = |channel: &Channel| account.is_some_and(|it| *channel == Channel::Account(it));
    model.browse.channel = model.channels().iter().position(is_it).unwrap_or_default();
}

/// Comes back to where the reader jumped from.
pub(in crate::tui) fn come_back(model: &mut Model) {
    let Some(Screen::Browse(left)) = model.screens.pop_if(|it| matches!(it, Screen::Browse(_)))
    else {
        return;
    };
    model.browse = *left;
    // An answer that is still on its way is to what is left now.
    model.jobs.cancel(JobKind::Search);
    check::begin(model);
    model.refresh();
    if std::mem::take(&mut model.browse.is_interrupted) {
        search::search(model);
    }
}
