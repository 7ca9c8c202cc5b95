//! The elements that are open, and those that stood before them: what style sheets ask for.

use html5gum::StartTag;

/// The way from the root of a page to where it is being read.
#[derive(Debug, Default)]
pub(super) struct Path {
    open: Vec<Opened>,
    /// What stood outside of all that is open.
    first: Vec<StartTag<()>>,
    /// Whether what is closed is kept, for somebody asks what stands before an element.
    pub(super) keeps_closed: bool,
}

#[derive(Debug)]
struct Opened {
    tag: StartTag<()>,
    closed: Vec<StartTag<()>>,
}

impl Path {
    /// Opens an element.
    pub(super) fn push(&mut self, tag: StartTag<()>) {
        self.open.push(Opened { tag, closed: Vec::new() });
    }

    /// Closes the innermost one.
    pub(super) fn pop(&mut self) {
        if let Some(closed) = self.open.pop() {
            self.pass(closed.tag);
        }
    }

    /// An element that holds nothing.
    pub(super) fn pass(&mut self, tag: StartTag<()>) {
        if self.keeps_closed {
            match self.open.last_mut() {
                Some(around) => around.closed.push(tag),
                None => self.first.push(tag),
            }
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The open element with so many around it.
    pub(super) fn at(&self, depth: usize) -> Option<&StartTag<()>> {
        self.open.get(depth).map(|it| &it.tag)
    }

    /// What stood before in the element that has so many around it and itself.
    pub(super) fn before(&self, depth: usize) -> &[StartTag<()>] {
        match depth.checked_sub(1) {
            Some(around) => self.open.get(around).map_or(&[], |it| &it.closed),
            None => &self.first,
        }
    }
}
