//! All sites and telephone numbers of an organisation and of its services, each with who says so.

pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::{Action, Focus};
use crate::tui::screens::Handlers;

/// All sites and telephone numbers of an organisation and of its services.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::Reach,
    draw: view::draw,
    prompt: Some(view::prompt::draw),
    act: update::act,
    click: update::click,
    line: update::line,
    typed: |model, c| {
        update::insert(model, c.encode_utf8(&mut [0; 4]));
        None
    },
    paste: update::insert,
    edit: update::edit,
    works: |model, action| {
        let directory = model.directory()?;
        let channel = model.reach()?.channel();
        Some(match action {
            Action::Activate | Action::QrCode => channel.and_then(|it| it.url(directory)).is_some(),
            Action::Source => channel.is_some_and(|it| !it.evidence(directory).is_empty()),
            Action::Copy => channel.is_some(),
            _ => true,
        })
    },
    label: |model, action| {
        let is_filtered = model.reach().is_some_and(|it| !it.filter.is_empty());
        (action == Action::Back && is_filtered).then_some(model.words.key_clear_filter)
    },
    ..Handlers::DEFAULT
};
