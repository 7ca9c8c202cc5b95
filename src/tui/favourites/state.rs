//! What is kept, and what of it is still to be written.

use crate::directory::OrganisationIndex;
use crate::favourites::{Change, Favourites};
use crate::tui::model::Model;
use crate::tui::unwritten::Unwritten;

/// Whether anything is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Keeping {
    /// In the file of this name, as it is shown.
    File(String),
    /// Nothing, as the reader asked.
    Private,
    /// Nothing, as the environment names no folder for it.
    #[default]
    Nowhere,
}

/// A line of organisations on the start page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartRow {
    /// Those that are marked.
    Marked,
    /// Those that were looked at last.
    Recent,
}

/// What the reader keeps at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FavouritesState {
    /// Whether anything is kept.
    pub keeping: Keeping,
    /// What the file last said.
    kept: Favourites,
    /// That with the changes that are still to be written.
    shown: Favourites,
    /// Those changes.
    pub(super) unwritten: Unwritten<Change>,
    /// The organisation of the start page that is selected: the line, and its place in that.
    pub selected: Option<(StartRow, usize)>,
}

impl FavouritesState {
    /// Whether the organisation of this id is a favourite.
    pub fn is_marked(&self, id: &str) -> bool {
        self.shown.is_marked(id)
    }

    /// Whether the organisation of this id was looked at last of all.
    pub fn is_newest(&self, id: &str) -> bool {
        self.shown.recent.first().is_some_and(|newest| newest == id)
    }

    /// Whether anything can be kept.
    pub fn is_kept(&self) -> bool {
        matches!(self.keeping, Keeping::File(_))
    }

    /// Makes a change, which is shown at once and written later.
    pub(super) fn change(&mut self, change: Change) {
        self.shown.apply(&change);
        self.unwritten.push(change);
    }

    /// What is to be written next, if anything; none to be written is the file to be read.
    pub(super) fn next(&mut self) -> Option<Vec<Change>> {
        self.is_kept().then(|| self.unwritten.next()).flatten()
    }

    /// So many changes are no longer to be written; those that the reader asked for are among what comes back.
    pub(super) fn answered(&mut self, count: usize, kept: Option<Favourites>) -> Vec<Change> {
        let done = self.unwritten.answered(count);
        self.kept = kept.unwrap_or_else(|| std::mem::take(&mut self.kept));
        self.shown = self.kept.clone();
        self.unwritten.all().iter().for_each(|change| self.shown.apply(change));
        done
    }

    fn ids(&self, row: StartRow) -> &[String] {
        match row {
            StartRow::Marked => &self.shown.marked,
            StartRow::Recent => &self.shown.recent,
        }
    }
}

impl Model {
    /// The organisations of a line of the start page: those that are in this directory.
    pub fn at_hand(&self, row: StartRow) -> Vec<OrganisationIndex> {
        let ids = self.favourites.ids(row).iter();
        let known = |directory: &crate::directory::Directory| {
            ids.filter_map(|id| directory.organisation_by_id(id)).collect()
        };
        self.directory().map(known).unwrap_or_default()
    }

    /// The organisation that is selected on the start page.
    pub fn selected_at_hand(&self) -> Option<OrganisationIndex> {
        let (row, at) = self.favourites.selected.filter(|_| self.is_at_start())?;
        self.at_hand(row).get(at).copied()
    }
}
