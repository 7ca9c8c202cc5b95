//! The audit: families with their scores, and what stands out in them.

pub mod export;
pub mod job;
pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::{Action, Focus};
use crate::tui::layout;
use crate::tui::screens::{Handlers, Screen};
use crate::tui::update::read;

/// The audit.
pub const HANDLERS: Handlers = Handlers {
    focus: |model| if model.audit.is_typing { Focus::Conditions } else { Focus::Audit },
    draw: view::draw,
    prompt: Some(view::prompt::draw),
    act: update::act,
    click: update::click,
    wheel: update::wheel,
    line: update::line,
    typed: |model, c| {
        update::insert(model, c.encode_utf8(&mut [0; 4]));
        None
    },
    paste: update::insert,
    edit: update::edit,
    works: view::footer::works,
    label: view::footer::label,
    ..Handlers::DEFAULT
};

/// One rule of the audit in full.
pub const RULE: Handlers = Handlers {
    focus: |_| Focus::Rule,
    draw: |model, theme, frame, area| {
        if let Some(Screen::Rule { first, .. }) = model.screen() {
            view::rule::draw(model, theme, frame, area, *first);
        }
    },
    rows: layout::rule::height,
    act: read,
    // Every rule names its source.
    works: |_, action| (action == Action::Source).then_some(true),
    ..Handlers::DEFAULT
};

/// What the audit can be exported as.
pub const EXPORT: Handlers = Handlers {
    focus: |_| Focus::Export,
    draw: |model, theme, frame, area| {
        if let Some(Screen::Export { selected }) = model.screen() {
            view::export::draw(model, theme, frame, area, *selected);
        }
    },
    act: update::act_in_export,
    ..Handlers::DEFAULT
};
