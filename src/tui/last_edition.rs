//! What changed since the reader looked last: worked out once on a thread, told on the start page and among the views of
//! who is where, and marked at the accounts. Looking at the list of changes is what makes an edition looked at.

use crate::changes::{Change, Kind};
use crate::directory::{Account, Directory};
use crate::last_edition::Since;
use crate::tui::job::{Job, JobKind};
use crate::tui::model::Model;
use crate::tui::screens::presence::state::View;

/// What a thread does with the edition that was looked at last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditionTask {
    /// Tells what changed since.
    Compare,
    /// Puts the one on screen in its place.
    Keep,
}

/// What is known of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LastEdition {
    /// Whether any edition is kept.
    pub is_kept: bool,
    /// Whether it was asked what changed.
    is_asked: bool,
    /// Whether the changes were looked at.
    is_looked_at: bool,
    since: Option<Box<Since>>,
}

impl LastEdition {
    /// What changed, where something did and that is known.
    pub fn since(&self) -> Option<&Since> {
        self.since.as_deref()
    }

    /// Whether this account is new since then.
    pub fn is_new(&self, directory: &Directory, account: &Account) -> bool {
        let Some(since) = self.since() else { return false };
        let organisation = &directory.organisation(account.organisation).id;
        since.changes.iter().any(|change| {
            change.kind == Kind::AccountNew
                && change.organisation.id == *organisation
                && change.account.as_ref().is_some_and(|it| it.url == account.url)
        })
    }
}

impl Model {
    /// The changes since the reader looked last, of the organisations that the filter of who is where lets through.
    pub fn changes_since(&self) -> Vec<&Change> {
        let Some(since) = self.last_edition.since() else { return Vec::new() };
        let presence = &self.presence;
        if presence.asked().is_empty() {
            return since.changes.iter().collect();
        }
        let (Some(map), Some(directory)) = (presence.map(), self.directory()) else {
            return Vec::new();
        };
        let passes = |change: &&Change| {
            let index = directory.organisation_by_id(&change.organisation.id);
            index.is_some_and(|index| map.organisations.contains(&index))
        };
        since.changes.iter().filter(passes).collect()
    }
}

/// Asks what changed, once, and has the edition kept when its changes are looked at.
pub(in crate::tui) fn ask(model: &mut Model) {
    let is_on_screen = model.shows_presence() && model.presence.view == View::Changes;
    let last = &mut model.last_edition;
    if !last.is_kept || model.catalogue.is_none() || model.jobs.is_outstanding(JobKind::Edition) {
        return;
    }
    if !last.is_asked {
        last.is_asked = true;
        model.jobs.queue(Job::Edition(EditionTask::Compare));
    } else if is_on_screen && last.since.is_some() && !last.is_looked_at {
        last.is_looked_at = true;
        model.jobs.queue(Job::Edition(EditionTask::Keep));
    }
}

/// Takes in what changed. What is told stays until the program ends, also where the edition is kept by now.
pub(in crate::tui) fn answered(model: &mut Model, since: Option<Box<Since>>) {
    if let Some(since) = since {
        model.last_edition.since = Some(since);
    }
}
