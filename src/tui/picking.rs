//! Picking for another program: Enter ends the screen with what was picked, and a key marks several.

use crate::channel::Channel;
use crate::directory::OrganisationIndex;
use crate::pick::Pick;
use crate::tui::keys::Action;
use crate::tui::message::{Effect, Ending};
use crate::tui::model::{Model, Tone};
use crate::tui::update::{move_by, opening, say};

/// What is to be picked, and what was marked so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picking {
    /// Whether organisations are picked rather than their channels.
    pub of_organisations: bool,
    /// Whether accounts are wanted: then no site goes before them.
    pub of_accounts: bool,
    /// Whether several can be marked.
    pub is_multiple: bool,
    /// What was marked, in that order.
    pub marked: Vec<Pick>,
}

impl Picking {
    /// Whether a channel is marked, for whichever organisation.
    pub fn is_channel_marked(&self, channel: Channel) -> bool {
        self.marked.iter().any(|it| matches!(it, Pick::Channel(_, marked) if *marked == channel))
    }
}

impl Model {
    /// Whether an organisation is marked, or a channel of it.
    pub fn is_marked(&self, organisation: OrganisationIndex) -> bool {
        let mut marked = self.picking.iter().flat_map(|picking| &picking.marked);
        marked.any(|pick| pick.organisation() == organisation)
    }

    /// What would be picked where the reader is.
    pub(in crate::tui) fn to_pick(&self) -> Option<Pick> {
        let picking = self.picking.as_ref()?;
        let is_in_list = self.screen().is_none();
        if picking.of_organisations && is_in_list {
            return self.organisation().map(Pick::Organisation);
        }
        let channel = self.current()?;
        // What is shown over the list may be of another organisation than the one that is selected there.
        let owner = || {
            let directory = self.directory()?;
            directory.organisation_of(channel.owner(directory))
        };
        let organisation = self.organisation().filter(|_| is_in_list).or_else(owner);
        organisation.map(|organisation| Pick::Channel(organisation, channel))
    }
}

/// Ends with what is marked, or else with what is selected.
pub(in crate::tui) fn pick(model: &mut Model) -> Option<Effect> {
    let marked = model.picking.as_ref().map(|it| it.marked.clone()).unwrap_or_default();
    if !marked.is_empty() {
        return Some(Effect::End(Ending::Picked(marked)));
    }
    let pick = chosen(model)?;
    Some(Effect::End(Ending::Picked(vec![pick])))
}

/// What is selected, unless there is a reason to look first, which is then said.
fn chosen(model: &mut Model) -> Option<Pick> {
    let Some(pick) = model.to_pick() else {
        let text = model.words.pick_nothing.to_owned();
        say(model, Tone::Note, text);
        return None;
    };
    opening::is_sure(model, pick).then_some(pick)
}

/// Marks what is selected, or takes the mark back, and goes on to the next.
pub(in crate::tui) fn mark(model: &mut Model) {
    let Some(pick) = model.to_pick() else { return };
    let at = |model: &Model| model.picking.as_ref()?.marked.iter().position(|it| *it == pick);
    match at(model) {
        Some(at) => {
            if let Some(picking) = &mut model.picking {
                picking.marked.remove(at);
            }
        }
        None if !opening::is_sure(model, pick) => return,
        None => {
            if let Some(picking) = &mut model.picking {
                picking.marked.push(pick);
            }
        }
    }
    move_by(model, Action::Down);
    let count = model.picking.as_ref().map_or(0, |picking| picking.marked.len());
    let text = match count {
        0 => model.words.pick_none_marked.to_owned(),
        1 => model.words.pick_one_marked.to_owned(),
        _ => model.words.pick_marked(&count.to_string()),
    };
    say(model, Tone::Note, text);
}
