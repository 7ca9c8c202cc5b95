//! From a finding to the account that it is about, and back again.

use crate::channel::Channel;
use crate::directory::{AccountIndex, OrganisationIndex};
use crate::search::{Field, Hit};
use crate::tui::job::JobKind;
use crate::tui::model::Model;
use crate::tui::screens::audit::state::Away;
use crate::tui::screens::check::update as check;
use crate::tui::screens::search::update as search;
use crate::tui::widgets::editor::Editor;

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
    let away = Away {
        overlay: model.overlay.take(),
        under: std::mem::take(&mut model.under),
        query: std::mem::replace(&mut model.query, Editor::with(named)),
        check: model.check.clone(),
        hits: std::mem::take(&mut model.hits),
        search: model.search.clone(),
        is_searching: model.is_searching(),
        selected: model.selected,
        first: model.first,
        chosen: model.chosen,
        inside: model.inside,
        channel: model.channel,
    };
    model.audit.away = Some(Box::new(away));
    let field = if account.is_some() { Field::Handle } else { Field::Name };
    model.hits = vec![Hit::direct(organisation, account, field)];
    model.search.total = 1;
    model.search.limit = search::START;
    forget_search(model);
    (model.selected, model.first, model.chosen) = (0, 0, true);
    model.check.came(named);
    check::begin(model);
    model.refresh();
    let is_it = |channel: &Channel| account.is_some_and(|it| *channel == Channel::Account(it));
    model.channel = model.channels().iter().position(is_it).unwrap_or_default();
    model.inside = true;
}

/// Whether the reader jumped here, and nothing was laid over it or typed since.
pub(in crate::tui) fn is_away(model: &Model) -> bool {
    model.overlay.is_none() && model.audit.away.is_some()
}

/// Comes back to where the reader jumped from.
pub(in crate::tui) fn come_back(model: &mut Model) {
    let Some(away) = model.audit.away.take() else {
        return;
    };
    let Away { overlay, under, query, check, hits, search, is_searching, selected, first, .. } =
        *away;
    (model.overlay, model.under, model.query, model.hits) = (overlay, under, query, hits);
    (model.selected, model.first) = (selected, first);
    (model.chosen, model.inside, model.channel) = (away.chosen, away.inside, away.channel);
    forget_search(model);
    model.search = search;
    model.check = check;
    check::begin(model);
    model.refresh();
    if is_searching {
        search::search(model);
    }
}

/// Whatever search is on its way is no longer waited for.
fn forget_search(model: &mut Model) {
    model.jobs.cancel(JobKind::Search);
    model.search.to_last = false;
}
