//! From an input to its answers.

use std::sync::OnceLock;

use super::Answer;
use super::host::Hosts;
use super::likeness::Likeness;
use crate::directory::Directory;
use crate::platform::PlatformIndex;
use crate::search::Index;

/// What a check needs besides the directory and its index, made when it is first needed.
#[derive(Debug, Default)]
pub struct Checker {
    likeness: OnceLock<Likeness>,
    hosts: OnceLock<Hosts>,
}

impl Checker {
    /// The answers to what a person has in front of them: an address, a handle, a handle with a
    /// display name, or a sentence with any of these in it. One for each, in their order; at least
    /// one.
    ///
    /// A handle that stands without its platform is looked up on `platform`, or else on the one that
    /// the text names, or else on all of them.
    pub fn answers(
        &self,
        directory: &Directory,
        index: &Index,
        input: &str,
        platform: Option<PlatformIndex>,
    ) -> Vec<Answer> {
        let _ =
            (directory, index, input, platform, self.likeness(directory), self.hosts(directory));
        Vec::new()
    }

    /// The look-alikes of a directory.
    pub fn likeness(&self, directory: &Directory) -> &Likeness {
        self.likeness.get_or_init(|| Likeness::new(directory))
    }

    fn hosts(&self, directory: &Directory) -> &Hosts {
        self.hosts.get_or_init(|| Hosts::new(directory))
    }
}
