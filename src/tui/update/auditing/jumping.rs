//! From a finding to the account that it is about, and back again.

use super::super::super::editor::Editor;
use super::super::super::message::Effect;
use super::super::super::model::auditing::Away;
use super::super::super::model::{Model, Search};
use super::super::{checking, searching};
use crate::channel::Channel;
use crate::directory::{AccountIndex, OrganisationIndex};
use crate::search::{Field, Hit};

/// Goes to an organisation, and to an account of it: the list holds that alone, and the query its
/// address, so that the hits and the verdict are about what is shown. All that stood there before is
/// kept until the reader comes back.
pub(in crate::tui::update) fn jump(
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
    let away = Away {
        overlay: model.overlay.take(),
        under: std::mem::take(&mut model.under),
        query: std::mem::replace(&mut model.query, Editor::with(named)),
        asking: model.asking.clone(),
        hits: std::mem::take(&mut model.hits),
        search: model.search.clone(),
        selected: model.selected,
        first: model.first,
        chosen: model.chosen,
        inside: model.inside,
        channel: model.channel,
    };
    model.auditing.away = Some(Box::new(away));
    let field = if account.is_some() { Field::Handle } else { Field::Name };
    model.hits = vec![Hit::direct(organisation, account, field)];
    model.search.total = 1;
    model.search.limit = searching::START;
    forget_search(model);
    (model.selected, model.first, model.chosen) = (0, 0, true);
    model.asking.came(named);
    checking::begin(model);
    model.refresh();
    let is_it = |channel: &Channel| account.is_some_and(|it| *channel == Channel::Account(it));
    model.channel = model.channels().iter().position(is_it).unwrap_or_default();
    model.inside = true;
}

/// Whether the reader jumped here, and nothing was laid over it or typed since.
pub(in crate::tui::update) fn is_away(model: &Model) -> bool {
    model.overlay.is_none() && model.auditing.away.is_some()
}

/// Comes back to where the reader jumped from.
pub(in crate::tui::update) fn come_back(model: &mut Model) -> Option<Effect> {
    let away = *model.auditing.away.take()?;
    let Away { overlay, under, query, asking, hits, search, selected, first, .. } = away;
    (model.overlay, model.under, model.query, model.hits) = (overlay, under, query, hits);
    (model.selected, model.first) = (selected, first);
    (model.chosen, model.inside, model.channel) = (away.chosen, away.inside, away.channel);
    // The numbers of searches and checks go on: an answer that is still on its way is not to these.
    forget_search(model);
    let generation = model.search.generation;
    let is_outstanding = search.is_outstanding;
    model.search = Search { generation, is_outstanding: false, ..search };
    let generation = model.asking.generation;
    model.asking = asking;
    model.asking.generation = generation;
    checking::begin(model);
    model.refresh();
    if is_outstanding { searching::search(model) } else { None }
}

/// Whatever search is on its way is no longer waited for.
fn forget_search(model: &mut Model) {
    model.search.generation += 1;
    model.search.is_outstanding = false;
    model.search.to_last = false;
}
