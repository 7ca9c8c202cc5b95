//! The one table of actions: which keys do what, where, and what that is called.
//!
//! Key bindings, the footer and the help are all read from it, so they can't disagree.

mod binding;
mod chord;
pub mod keymap;
mod table;
pub mod told;

use crate::words::Words;
pub use binding::{Binding, Situation, When, footer, lookup, shown_key};
pub use chord::Chord;
pub use keymap::Keymap;
pub use table::TABLE;

/// What a key can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Activate,
    Mark,
    Into,
    Back,
    Search,
    Copy,
    Source,
    Evidence,
    QrCode,
    Reach,
    Check,
    Audit,
    Conventions,
    Badge,
    Status,
    Favourite,
    Next,
    Previous,
    Open,
    Export,
    Explain,
    Errors,
    Warnings,
    Notes,
    HideRule,
    AllRules,
    Fold,
    Unfold,
    Turn,
    FoldAll,
    Presence,
    Sort,
    Group,
    MoveTo,
    Accept,
    Reject,
    Later,
    Undo,
    Add,
    Complete,
    Help,
    Palette,
    History,
    HalfUp,
    HalfDown,
    CursorLeft,
    CursorRight,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    DeleteBack,
    DeleteForward,
    DeleteWord,
    DeleteLine,
    Redraw,
    Suspend,
    Interrupt,
}

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The query and the list.
    Query,
    /// The channels of the selected organisation.
    Channels,
    /// The evidence of an account.
    Evidence,
    /// A QR code.
    QrCode,
    /// All sites and telephone numbers of an organisation, and the filter of these.
    Reach,
    /// One verdict in full.
    Check,
    /// The audit: its families, or its findings.
    Audit,
    /// The filter of the audit, which is typed.
    Filter,
    /// One rule of the audit in full.
    Rule,
    /// What the audit is exported as.
    Export,
    /// The conventions of a family.
    Conventions,
    /// Who is where: the channel map, and what would be left.
    Presence,
    /// The filter of that, which is typed.
    Conditions,
    /// Proposals, one at a time.
    Review,
    /// Why one of them is rejected, which is typed.
    Reason,
    /// What the reader saw of an account.
    Observe,
    /// Where an account continues, which is typed.
    Successor,
    /// An account that is added, which is typed.
    Add,
    /// Whether that is to be written.
    Confirm,
    /// Everything that can be done, and what narrows it down, which is typed.
    Palette,
    /// What was asked before, and what narrows it down, which is typed.
    History,
    /// The help.
    Help,
}

impl Action {
    /// Whether it only moves the selection, so that it is no harm where it was not meant.
    pub fn moves(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::HalfUp
                | Self::HalfDown
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
        )
    }
}

impl Focus {
    /// Whether letters are text there.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Self::Query
                | Self::Reach
                | Self::Filter
                | Self::Conditions
                | Self::Reason
                | Self::Successor
                | Self::Add
                | Self::Palette
                | Self::History
        )
    }

    /// Every focus.
    pub const ALL: [Self; 22] = [
        Self::Query,
        Self::Channels,
        Self::Evidence,
        Self::QrCode,
        Self::Reach,
        Self::Check,
        Self::Audit,
        Self::Filter,
        Self::Rule,
        Self::Export,
        Self::Conventions,
        Self::Presence,
        Self::Conditions,
        Self::Review,
        Self::Reason,
        Self::Observe,
        Self::Successor,
        Self::Add,
        Self::Confirm,
        Self::Palette,
        Self::History,
        Self::Help,
    ];
}

/// The parts of the help, each with its title: what has keys of its own.
pub(super) fn sections(words: &Words) -> [(Focus, &'static str); 18] {
    [
        (Focus::Query, words.help_query),
        (Focus::Channels, words.help_channels),
        (Focus::Check, words.help_check),
        (Focus::Evidence, words.help_evidence),
        (Focus::QrCode, words.help_qr),
        (Focus::Reach, words.help_reach),
        (Focus::Audit, words.help_audit),
        (Focus::Filter, words.help_filter),
        (Focus::Rule, words.help_rule),
        (Focus::Export, words.help_choices),
        (Focus::Conventions, words.help_conventions),
        (Focus::Presence, words.help_presence),
        (Focus::Conditions, words.help_conditions),
        (Focus::Add, words.help_add_screen),
        (Focus::Confirm, words.help_confirm),
        (Focus::Review, words.help_review_screen),
        (Focus::Palette, words.palette_title),
        (Focus::History, words.history_title),
    ]
}

#[cfg(test)]
mod tests;
