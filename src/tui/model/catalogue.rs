//! A directory with what makes it quick to search.

use std::sync::Arc;

use crate::check::Checker;
use crate::directory::{Date, Directory, Overlay};
use crate::filter::{Among, Filter, FilterError, FilteredWords};
use crate::search::Index;

/// A directory, ready to be searched.
#[derive(Debug)]
pub struct Catalogue {
    /// The directory.
    pub directory: Directory,
    /// Its folded text, which stays the same whatever the reader records.
    pub index: Arc<Index>,
    /// What a check needs besides, made when it is first needed, of names and domains alone.
    pub checker: Arc<Checker>,
    /// The organisations among which is searched; `None` for all.
    among: Option<Among>,
}

impl Catalogue {
    /// Indexes a directory.
    pub fn new(directory: Directory) -> Self {
        let index = Arc::new(Index::new(&directory));
        Self { directory, index, checker: Arc::default(), among: None }
    }

    /// The same, searched among some organisations only.
    #[must_use]
    pub fn among(mut self, among: Option<Among>) -> Self {
        self.among = among;
        self
    }

    /// Whether only some organisations are searched.
    pub fn is_among(&self) -> bool {
        self.among.is_some()
    }

    /// How many organisations are searched.
    pub fn searched_count(&self) -> usize {
        let all = self.directory.organisation_count();
        self.among.as_ref().map_or(all, |among| among.len())
    }

    /// A query as its conditions and its words, and what is wrong with it.
    pub fn split(&self, query: &str) -> (FilteredWords, Option<FilterError>) {
        let (mut asked, fault) = Filter::split_typed(query, &self.directory);
        asked.filter = asked.filter.among(self.among.clone());
        (asked, fault)
    }

    /// This directory with what an overlay says that was seen until this day.
    #[must_use]
    pub fn with_overlay(&self, overlay: &Overlay, today: Date) -> Self {
        Self {
            directory: self.directory.with_overlay(overlay, today),
            index: Arc::clone(&self.index),
            checker: Arc::clone(&self.checker),
            among: self.among.clone(),
        }
    }
}
