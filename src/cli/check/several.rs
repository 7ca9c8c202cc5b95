//! Judging by several directories at once: what one knows as official is so, whatever another does not know.

use std::path::PathBuf;

use super::super::arguments::{CheckArguments, Shared};
use super::super::error::Result;
use super::super::{Context, load};
use super::Desk;
use super::inputs::Input;
use crate::check::{Checker, Message, MessageVerdict};
use crate::search::Index;

/// What answers are made with: the directory in use, and all others that were named.
pub(super) fn desk(
    command: &CheckArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<Desk> {
    let mut all = directories(command, shared).into_iter();
    let first = all.next().unwrap_or_else(|| shared.clone());
    let mut desk = one(command, &first, false, cx)?;
    for other in all {
        desk.others.push(one(command, &other, true, cx)?);
    }
    Ok(desk)
}

/// Each directory that was named, as if it had been named alone.
fn directories(command: &CheckArguments, shared: &Shared) -> Vec<Shared> {
    let only = |directory: Option<&PathBuf>, country: Option<&str>| {
        let mut alone = shared.clone();
        (alone.directory, alone.country) = (directory.cloned(), country.map(str::to_owned));
        alone
    };
    let countries = shared.country.as_deref().unwrap_or_default().split(',');
    let countries = countries.map(str::trim).filter(|code| !code.is_empty());
    let mut all: Vec<Shared> = countries.map(|code| only(None, Some(code))).collect();
    if all.is_empty() || shared.directory.is_some() {
        all.insert(0, only(shared.directory.as_ref(), None));
    }
    all.extend(command.also_directory.iter().map(|path| only(Some(path), None)));
    all
}

fn one(
    command: &CheckArguments,
    shared: &Shared,
    is_other: bool,
    cx: &mut Context<'_>,
) -> Result<Desk> {
    let directory = load::directory_to_answer(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    Ok(Desk {
        index: Index::new(&directory),
        directory,
        checker: Checker::default(),
        platform,
        words: cx.words,
        today: cx.today,
        styled: cx.styled,
        others: Vec::new(),
        is_other,
    })
}

impl Desk {
    /// What an input comes down to, by the directory that knows most of it: one that has all of it as official, else
    /// one that warns of it, else the first.
    pub(super) fn best(&self, input: &Input) -> (&Self, Message) {
        let mut best = (self, self.message(input));
        for other in &self.others {
            let message = other.message(input);
            if weight(&message) < weight(&best.1) {
                best = (other, message);
            }
        }
        best
    }

    /// The title of its directory, where that is not the one in use.
    pub(super) fn other_title(&self) -> Option<&str> {
        self.is_other.then_some(self.directory.header.title.as_str())
    }
}

fn weight(message: &Message) -> u8 {
    match message.summary.verdict {
        MessageVerdict::Official => 0,
        MessageVerdict::Beware => 1,
        MessageVerdict::Unconfirmed => 2,
        MessageVerdict::Nothing => 3,
    }
}
