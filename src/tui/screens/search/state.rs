//! What is browsed: the query, what it met, and where the reader is in that.

use crate::directory::OrganisationIndex;
use crate::messages::question::{PlaceTold, TopicTold};
use crate::search::{Hit, Understood};
use crate::tui::screens::check::state::CheckState;
use crate::tui::screens::search::channels::ChannelList;
use crate::tui::widgets::editor::Editor;

/// A hit that the reader chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// How many hits stand above it on screen.
    pub line: usize,
}

/// How far the search for the query is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// How many hits were asked for.
    pub limit: usize,
    /// How many organisations the query met, of which the hits are the best.
    pub total: usize,
    /// Whether the reader waits for the last hit of that answer.
    pub to_last: bool,
    /// The chosen hit, while it is not known whether the query still meets it.
    pub choice: Option<Choice>,
    /// What is searched for: the query without its conditions.
    pub words: String,
    /// What the query asks for, as far as it can be told from its words.
    pub understood: Understood,
    /// What is told of that, above the hits and in the first line.
    pub told: Told,
}

/// What a question was understood as, in sentences; worked out once for a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// What was searched for, where that is not all that was typed.
    pub searched: Option<String>,
    /// What is wrong with a condition in it.
    pub fault: Option<String>,
    /// Whom to call, the most pressing first.
    pub urgent: Vec<String>,
    /// What a name proves, where it is asked whether something is genuine.
    pub genuine: Option<&'static str>,
    /// Who handles the topic that is asked about.
    pub topic: Option<TopicTold>,
    /// What to type where a kind of bodies was asked for of which every place has its own, and which place is meant.
    pub which: Vec<String>,
    /// The bodies of a place, where nothing but a place was asked for.
    pub place: Option<PlaceTold>,
}

/// The query, what it met, and where the reader is in that: all that a jump to an account leaves and
/// that coming back restores.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Browse {
    /// What was typed.
    pub query: Editor,
    /// What is asked about in it, and what came of that.
    pub check: CheckState,
    /// What it met, best first.
    pub hits: Vec<Hit>,
    /// How far the search is.
    pub search: Search,
    /// Whether the whole answer was still to come when the reader jumped from here.
    pub is_interrupted: bool,
    /// The selected hit.
    pub selected: usize,
    /// The first hit on screen.
    pub first: usize,
    /// Whether the reader chose the selected hit, so that it stays selected while results change.
    pub chosen: bool,
    /// Whether the reader has gone into the channels of the organisation.
    pub inside: bool,
    /// The selected channel.
    pub channel: usize,
    /// What there is to open at the selected hit, reckoned once.
    pub(in crate::tui) channel_list: Option<ChannelList>,
}

impl Browse {
    /// Browsing what stands on the command line, or what the reader jumps to, before it was searched for.
    pub fn of(query: &str) -> Self {
        let mut check = CheckState::default();
        check.came(query);
        Self { query: Editor::with(query), check, ..Self::default() }
    }
}
