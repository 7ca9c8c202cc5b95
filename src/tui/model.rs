//! What the UI knows: the directory, the query, and where the reader is.

use ratatui::layout::Size;

use super::editor::Editor;
use super::keys::{Focus, Situation};
use super::layout::Layout;
use crate::channel::{self, Channel};
use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::search::{Field, Hit, Index};
use crate::words::{Language, Words};

/// A directory, ready to be searched.
#[derive(Debug)]
pub struct Catalogue {
    /// The directory.
    pub directory: Directory,
    /// Its folded text.
    pub index: Index,
}

impl Catalogue {
    /// Indexes a directory.
    pub fn new(directory: Directory) -> Self {
        let index = Index::new(&directory);
        Self { directory, index }
    }
}

/// What lies over the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The evidence of an account, with one piece selected.
    Evidence {
        /// The account.
        account: AccountIndex,
        /// The piece.
        selected: usize,
    },
    /// An address as a QR code.
    QrCode {
        /// The address.
        address: String,
    },
    /// The keys, from this row on.
    Help {
        /// The first row shown.
        first: usize,
    },
}

/// How a status is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Note,
    /// Something is asked.
    Warning,
    /// Something failed.
    Error,
}

/// What is said in the last line, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// How it is meant.
    pub tone: Tone,
    /// What is said.
    pub text: String,
}

/// All that a frame is drawn from.
#[derive(Debug)]
pub struct Model {
    /// The words of the interface.
    pub words: &'static Words,
    /// The day on which trust is reckoned.
    pub today: Date,
    /// The size of the screen.
    pub size: Size,
    /// The directory, once it is loaded.
    pub catalogue: Option<Box<Catalogue>>,
    /// What was typed.
    pub query: Editor,
    /// What it met, best first.
    pub hits: Vec<Hit>,
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
    /// What lies over the organisation.
    pub overlay: Option<Overlay>,
    /// The channel that opens at the second Enter, because there is a reason to look first.
    pub confirming: Option<String>,
    /// What is said in the last line.
    pub status: Option<Status>,
}

impl Model {
    /// The UI before the directory is there.
    pub fn new(language: Language, today: Date, query: &str) -> Self {
        Self {
            words: language.words(),
            today,
            size: Size::ZERO,
            catalogue: None,
            query: Editor::with(query),
            hits: Vec::new(),
            selected: 0,
            first: 0,
            chosen: false,
            inside: false,
            channel: 0,
            overlay: None,
            confirming: None,
            status: None,
        }
    }

    /// What the keys go to.
    pub fn focus(&self) -> Focus {
        match &self.overlay {
            Some(Overlay::Evidence { .. }) => Focus::Evidence,
            Some(Overlay::QrCode { .. }) => Focus::QrCode,
            Some(Overlay::Help { .. }) => Focus::Help,
            None if self.inside => Focus::Channels,
            None => Focus::Query,
        }
    }

    /// Where the reader is, as far as keys care.
    pub fn situation(&self) -> Situation {
        Situation {
            focus: self.focus(),
            nothing_typed: self.query.is_empty(),
            at_end: self.query.is_at_end(),
        }
    }

    /// Where everything stands.
    pub fn layout(&self) -> Layout {
        self.layout_at(self.size)
    }

    /// Where everything stands on a screen of this size.
    pub fn layout_at(&self, size: Size) -> Layout {
        let over = matches!(&self.overlay, Some(Overlay::Evidence { .. } | Overlay::QrCode { .. }));
        Layout::new(size, self.inside || over)
    }

    /// The directory, once it is loaded.
    pub fn directory(&self) -> Option<&Directory> {
        self.catalogue.as_ref().map(|catalogue| &catalogue.directory)
    }

    /// The selected hit.
    pub fn hit(&self) -> Option<&Hit> {
        self.hits.get(self.selected)
    }

    /// The selected organisation.
    pub fn organisation(&self) -> Option<OrganisationIndex> {
        self.hit().map(|hit| hit.organisation)
    }

    /// The channels of the selected organisation.
    pub fn channels(&self) -> Vec<Channel> {
        match (self.directory(), self.organisation()) {
            (Some(directory), Some(organisation)) => {
                channel::channels(directory, organisation, self.today)
            }
            _ => Vec::new(),
        }
    }

    /// The channel that Enter opens from the list.
    pub fn preferred(&self) -> Option<Channel> {
        let hit = self.hit()?;
        channel::preferred(self.directory()?, hit.organisation, hit.account, self.today)
    }

    /// The channel that keys act on: the selected one, or from the list the preferred one.
    pub fn current(&self) -> Option<Channel> {
        if self.inside { self.channels().get(self.channel).copied() } else { self.preferred() }
    }

    /// The account whose evidence is one key away: the current one, or else the first.
    pub fn account(&self) -> Option<AccountIndex> {
        let account = |channel: &Channel| match channel {
            Channel::Account(account) => Some(*account),
            _ => None,
        };
        let current = self.current();
        match current.as_ref().and_then(account) {
            Some(found) => Some(found),
            None if self.inside => None,
            None => self.channels().iter().find_map(account),
        }
    }

    /// The place that led to the selected organisation, where it was a place.
    pub fn met_place(&self) -> Option<String> {
        let Catalogue { directory, index } = self.catalogue.as_deref()?;
        let hit = self.hit().filter(|hit| hit.field == Field::Place)?;
        let query = self.query.text();
        Some(index.matched(directory, query.trim(), hit).text)
    }
}
