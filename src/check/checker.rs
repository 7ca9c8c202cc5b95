//! From an input to its answers.

use std::sync::OnceLock;

use super::hidden::hidden;
use super::host::Hosts;
use super::judge::Judge;
use super::likeness::Likeness;
use super::pieces::{pieces, platform_named};
use super::{Answer, Remark};
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
        let platform = platform.or_else(|| platform_named(directory, input));
        let judge = Judge { checker: self, directory, index, platform };
        let around = hidden(input);
        let answer = |piece| {
            let mut answer = judge.answer(piece);
            if !around.is_empty() && hidden(piece.text).is_empty() {
                answer.remarks.push(Remark::HiddenAround(around.clone()));
            }
            answer
        };
        pieces(directory, input).into_iter().map(answer).collect()
    }

    /// The look-alikes of a directory.
    pub fn likeness(&self, directory: &Directory) -> &Likeness {
        self.likeness.get_or_init(|| Likeness::new(directory))
    }

    pub(super) fn hosts(&self, directory: &Directory) -> &Hosts {
        self.hosts.get_or_init(|| Hosts::new(directory))
    }
}
