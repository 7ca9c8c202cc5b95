//! A directory with what makes it quick to search.

use std::sync::Arc;

use crate::check::Checker;
use crate::directory::{Date, Directory, Overlay};
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
}

impl Catalogue {
    /// Indexes a directory.
    pub fn new(directory: Directory) -> Self {
        let index = Arc::new(Index::new(&directory));
        Self { directory, index, checker: Arc::default() }
    }

    /// This directory with what an overlay says that was seen until this day.
    #[must_use]
    pub fn with_overlay(&self, overlay: &Overlay, today: Date) -> Self {
        Self {
            directory: self.directory.with_overlay(overlay, today),
            index: Arc::clone(&self.index),
            checker: Arc::clone(&self.checker),
        }
    }
}
