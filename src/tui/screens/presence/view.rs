//! How who is where is drawn: the views by name, and the one that is looked at.

mod cell;
mod map;
pub mod prompt;
mod what_if;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keys::Action;
use crate::tui::layout::presence::{complaint, places, views};
use crate::tui::model::Model;
use crate::tui::screens::presence::state::View;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{put, put_all};
use crate::tui::widgets::spans;

/// Draws it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, _: Rect) {
    let places = places(model);
    let mut line = vec![Span::raw(" ")];
    for (view, name, _) in views(model.words) {
        let is_it = view == model.presence.view;
        let style = if is_it { theme.selection } else { theme.muted };
        line.push(Span::styled(format!(" {name} "), style));
        line.push(Span::raw(" "));
    }
    put(frame, places.views, Line::from(spans::cut(theme, line, usize::from(places.views.width))));
    put_all(frame, places.said, complaint(model, theme, usize::from(places.said.width)));
    match model.presence.view {
        View::Map => map::draw(model, theme, frame, &places),
        View::WhatIf => what_if::draw(model, theme, frame, &places),
    }
}

/// Whether a key does something there.
pub fn works(model: &Model, action: Action) -> Option<bool> {
    let presence = &model.presence;
    let is_map = presence.view == View::Map;
    match action {
        Action::Activate if presence.is_typing => Some(true),
        Action::Activate => Some(presence.organisation().is_some()),
        Action::Sort | Action::Group | Action::CursorRight => Some(is_map),
        Action::Turn | Action::MoveTo => Some(presence.platform().is_some()),
        Action::Export => Some(if is_map {
            presence.map().is_some()
        } else {
            presence.outcome().is_some_and(|it| !it.affected.is_empty())
        }),
        Action::Open | Action::Copy | Action::Evidence => Some(model.account_on_map().is_some()),
        _ => None,
    }
}

/// What a key does there, where that depends on the view.
pub fn label(model: &Model, action: Action) -> Option<&'static str> {
    let words = model.words;
    let presence = &model.presence;
    match action {
        Action::Activate if !presence.is_typing && presence.view == View::WhatIf => {
            Some(words.key_leave)
        }
        Action::Activate if !presence.is_typing && model.account_on_map().is_none() => {
            Some(words.key_to_organisation)
        }
        Action::Back if !presence.filter.is_empty() => Some(words.key_clear_filter),
        _ => None,
    }
}
