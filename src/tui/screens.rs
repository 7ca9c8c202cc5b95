//! The screens, a folder each: what a screen knows (`state`), what keys and answers change of that
//! (`update`), and how it is drawn (`view`).
//!
//! This is their registry. A new screen is a folder, a variant of [`Screen`], a row in
//! [`Screen::handlers`] and the action that opens it in `open`; besides, its keys in
//! [`keys`](super::keys), its words, and where it needs a thread, its job in [`job`](super::job).

pub mod add;
pub mod audit;
pub mod check;
pub mod conventions;
pub mod evidence;
mod filtered;
pub mod help;
pub mod history;
pub mod observe;
pub mod palette;
pub mod presence;
pub mod qr;
pub mod reach;
pub mod review;
pub mod search;
pub mod start;

use std::ops::ControlFlow;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::audit::Rule;
use crate::directory::AccountIndex;
use crate::tui::favourites::update as favourites;
use crate::tui::history::update as asked;
use crate::tui::job::Answer;
use crate::tui::keys::{Action, Focus};
use crate::tui::last_edition;
use crate::tui::layout;
use crate::tui::layout::doors::Door;
use crate::tui::message::Effect;
use crate::tui::model::{Browse, Model};
use crate::tui::theme::Theme;
use crate::tui::update::act;
use crate::tui::update::doors::come_back_to;
use crate::tui::widgets::editor::Editor;
use help::state::Help;
use observe::state::Asked;
use palette::state::Palette;
use reach::state::Reach;

/// A screen over the list and the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
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
    /// All sites and telephone numbers of an organisation.
    Reach(Box<Reach>),
    /// One verdict in full.
    Check {
        /// Which of the pages.
        page: usize,
        /// The first row shown.
        first: usize,
    },
    /// The audit.
    Audit,
    /// One rule of the audit in full.
    Rule {
        /// The rule.
        rule: Rule,
        /// The first row shown.
        first: usize,
    },
    /// What the audit can be exported as.
    Export {
        /// The selected format.
        selected: usize,
    },
    /// The conventions of a family.
    Conventions,
    /// Who is where.
    Presence,
    /// Proposals, one at a time.
    Review,
    /// What can be recorded of an account.
    Observe,
    /// An account that is added.
    Add,
    /// The organisation that the reader jumped to. What was browsed before is kept here, and what was on
    /// screen lies below, so that coming back restores all of it.
    Browse(Box<Browse>),
    /// Everything that can be done, by its name.
    Palette(Box<Palette>),
    /// What was asked before.
    History(Box<history::state::Asked>),
    /// The keys.
    Help(Box<Help>),
}

/// Where a screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In all the room between the first line and the last, as is all that is put over it.
    Body,
    /// In place of the organisation, beside the list where there is room for both.
    Panel,
    /// In place of the organisation, and the verdict above the list gives way.
    PanelAlone,
}

/// Draws something of the model in an area.
type Draw = fn(&Model, &Theme, &mut Frame<'_>, Rect);

/// What a screen does: its row in the registry. Nothing that draws can change the model.
#[derive(Debug)]
pub struct Handlers {
    /// What the keys go to.
    pub focus: fn(&Model) -> Focus,
    /// Where it is drawn.
    pub place: Place,
    /// Draws it.
    pub draw: Draw,
    /// Draws the first line, where that is not the query; it stays while something is put over the screen.
    pub prompt: Option<Draw>,
    /// How many rows its text has, where that can be scrolled.
    pub rows: fn(&Model) -> usize,
    /// Does what a key does there, unless the key does the same everywhere.
    pub act: fn(&mut Model, Action) -> ControlFlow<Option<Effect>>,
    /// Does what a click on a cell does.
    pub click: fn(&mut Model, Position),
    /// Does what a notch of the wheel over a cell does, as an action up or down.
    pub wheel: fn(&mut Model, Position, Action),
    /// The line that text goes to, if there is one now.
    pub line: fn(&mut Model) -> Option<&mut Editor>,
    /// Takes in a character that was typed.
    pub typed: fn(&mut Model, char) -> Option<Effect>,
    /// Puts a text into that line.
    pub paste: fn(&mut Model, &str),
    /// Does what a key does in that line.
    pub edit: fn(&mut Model, Action),
    /// Whether a key does something now, so that it stands in the last line; `None` where that does not
    /// depend on the screen.
    pub works: fn(&Model, Action) -> Option<bool>,
    /// What a key does now, where that is not what the table of keys says.
    pub label: fn(&Model, Action) -> Option<&'static str>,
}

impl Handlers {
    /// A screen that is drawn in all the room, shows nothing, and does nothing of its own.
    pub const DEFAULT: Self = Self {
        focus: |_| Focus::Help,
        place: Place::Body,
        draw: |_, _, _, _| {},
        prompt: None,
        rows: |_| 0,
        act: |_, _| ControlFlow::Continue(()),
        click: |_, _| {},
        wheel: |model, _, action| {
            // What moves a selection does nothing outside.
            let _ = act(model, action);
        },
        line: |_| None,
        typed: |_, _| None,
        paste: |_, _| {},
        edit: |_, _| {},
        works: |_, _| None,
        label: |_, _| None,
    };
}

impl Screen {
    /// What it does; `None` where the reader browses.
    pub fn handlers(&self) -> Option<&'static Handlers> {
        Some(match self {
            Self::Evidence { .. } => &evidence::HANDLERS,
            Self::QrCode { .. } => &qr::HANDLERS,
            Self::Reach(_) => &reach::HANDLERS,
            Self::Check { .. } => &check::HANDLERS,
            Self::Audit => &audit::HANDLERS,
            Self::Rule { .. } => &audit::RULE,
            Self::Export { .. } => &audit::EXPORT,
            Self::Conventions => &conventions::HANDLERS,
            Self::Presence => &presence::HANDLERS,
            Self::Review => &review::HANDLERS,
            Self::Observe => &observe::HANDLERS,
            Self::Add => &add::HANDLERS,
            Self::Palette(_) => &palette::HANDLERS,
            Self::History(_) => &history::HANDLERS,
            Self::Help(_) => &help::HANDLERS,
            Self::Browse(_) => return None,
        })
    }

    /// The first row shown of a text that can be scrolled.
    pub fn first_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::Check { first, .. } | Self::Rule { first, .. } => Some(first),
            Self::Help(help) => Some(&mut help.first),
            _ => None,
        }
    }
}

/// Opens the screen that an action stands for, or does what it does in whatever is browsed; whether it stands for
/// either.
pub(in crate::tui) fn open(model: &mut Model, action: Action) -> bool {
    if Door::of(action).is_some_and(|door| come_back_to(model, door)) {
        return true;
    }
    match action {
        Action::Help => {
            let first = help_of(model);
            model.push(Screen::Help(Box::new(Help { first, ..Help::default() })));
        }
        Action::Palette => palette::update::show(model),
        Action::History => history::update::show(model),
        Action::Check => check::update::show(model),
        Action::Audit => audit::update::show(model),
        Action::Export => audit::update::show_export(model),
        Action::Conventions => conventions::update::show(model),
        Action::Presence => presence::update::show(model),
        Action::Badge => observe::update::show(model, Asked::Badge),
        Action::Status => observe::update::show(model, Asked::Status),
        Action::Add => add::update::show(model),
        Action::Evidence => evidence::update::show(model),
        Action::QrCode => qr::update::show(model),
        Action::Reach => reach::update::show(model),
        Action::Favourite => favourites::toggle(model),
        _ => return false,
    }
    true
}

/// The row of the help on which the keys begin that hold where the reader is; its beginning, which explains the marks of
/// the directory, where organisations are looked for.
fn help_of(model: &Model) -> usize {
    match model.focus() {
        Focus::Query | Focus::Channels => 0,
        focus => layout::help::row_of(model.words, model.keymap, model.size.width, focus),
    }
}

/// Takes in what a job came to.
pub(in crate::tui) fn answered(model: &mut Model, answer: Answer) {
    match answer {
        Answer::Search(answer) => search::update::answered(model, answer),
        Answer::Check(answers) => check::update::answered(model, answers),
        Answer::Conventions(reports) => model.conventions.take(reports),
        Answer::Audit(answer) => audit::update::answered(model, answer),
        Answer::Observe(outcome) => observe::update::written(model, outcome),
        Answer::Export(written) => audit::update::exported(model, written),
        Answer::Presence(answer) => presence::update::answered(model, *answer),
        Answer::Overview(overview) => model.overview = Some(overview),
        Answer::Favourites(kept) => favourites::answered(model, kept),
        Answer::History(kept) => asked::answered(model, kept),
        Answer::Add(outcome) => add::update::written(model, *outcome),
        Answer::Review(outcome) => review::update::written(model, *outcome),
        Answer::Edition(since) => last_edition::answered(model, since),
    }
}

/// The directory has changed: what was worked out of it is worked out anew.
pub(in crate::tui) fn outdated(model: &mut Model) {
    model.overview = None;
    conventions::update::outdated(model);
    presence::update::outdated(model);
    audit::update::outdated(model);
}

/// Keeps every selection on something that is there, and on screen.
pub(in crate::tui) fn settle(model: &mut Model) {
    start::update::settle(model);
    audit::update::settle(model);
    conventions::update::settle(model);
    reach::update::settle(model);
    presence::update::settle(model);
}

/// Queues the jobs for what is looked at and not yet known.
pub(in crate::tui) fn ask(model: &mut Model) {
    start::update::ask(model);
    conventions::update::ask(model);
    audit::update::ask(model);
    presence::update::ask(model);
    favourites::ask(model);
    asked::ask(model);
    last_edition::ask(model);
}
