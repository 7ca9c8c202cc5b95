//! Changes of a file that wait until a thread has written them.

/// Those changes, and how far each is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritten<C> {
    /// The changes, the oldest first.
    changes: Vec<C>,
    /// How many of them a thread has.
    handed_out: usize,
    /// Whether the file was asked for.
    is_asked: bool,
    /// Whether something is wrong with the file, and was told.
    pub(in crate::tui) is_told: bool,
}

impl<C> Default for Unwritten<C> {
    fn default() -> Self {
        Self { changes: Vec::new(), handed_out: 0, is_asked: false, is_told: false }
    }
}

impl<C: Clone> Unwritten<C> {
    /// One more change.
    pub(in crate::tui) fn push(&mut self, change: C) {
        self.changes.push(change);
    }

    /// The changes that are not known to be written, the oldest first.
    pub(in crate::tui) fn all(&self) -> &[C] {
        &self.changes
    }

    /// What is to be written next, if anything; none to be written is the file to be read.
    pub(in crate::tui) fn next(&mut self) -> Option<Vec<C>> {
        let next = self.changes.get(self.handed_out..).unwrap_or_default().to_vec();
        let is_needed = !(self.is_asked && next.is_empty());
        self.is_asked = true;
        self.handed_out = self.changes.len();
        is_needed.then_some(next)
    }

    /// So many changes are no longer to be written; they come back.
    pub(in crate::tui) fn answered(&mut self, count: usize) -> Vec<C> {
        let count = count.min(self.changes.len());
        self.handed_out = self.handed_out.saturating_sub(count);
        self.changes.drain(..count).collect()
    }
}
