//! How who is where is drawn: the views by name, and the one that is looked at.

mod cell;
mod choices;
mod map;
pub mod prompt;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keys::Action;
use crate::tui::layout::presence::{complaint, places, told, views};
use crate::tui::model::Model;
use crate::tui::screens::presence::state::View;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{put, put_all, put_scrolled};
use crate::tui::widgets::spans;

/// Draws it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, _: Rect) {
    let places = places(model);
    let mut line = vec![Span::raw(" ")];
    for (view, name, cells) in views(model.words, places.views.width) {
        let is_it = view == model.presence.view;
        let style = if is_it { theme.selection } else { theme.muted };
        if line.len() > 1 {
            line.push(Span::raw(" "));
        }
        line.push(Span::styled(format!("{name:^width$}", width = cells.len()), style));
    }
    put(frame, places.views, Line::from(spans::cut(theme, line, usize::from(places.views.width))));
    put_all(frame, places.said, complaint(model, theme, usize::from(places.said.width)));
    match model.presence.view {
        View::Map => map::draw(model, theme, frame, &places),
        View::Platforms | View::WhatIf => {
            choices::draw(model, theme, frame, places.list);
            told(model, theme, frame, places.detail);
        }
        View::Numbers | View::Changes => told(model, theme, frame, places.detail),
    }
}

/// Draws what is told beside the choices, from the line on to which it was scrolled.
fn told(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let room = usize::from(area.width).saturating_sub(1);
    let lines = told::lines(model, theme, room);
    put_scrolled(frame, theme, area, lines, model.presence.scrolled);
}

/// Whether a key does something there.
pub fn works(model: &Model, action: Action) -> Option<bool> {
    let presence = &model.presence;
    let is_map = presence.view == View::Map;
    match action {
        Action::Activate if presence.is_typing => Some(true),
        Action::Activate => Some(match presence.view {
            View::Map => presence.organisation().is_some(),
            View::Platforms => presence.choice > 0,
            View::WhatIf => presence.platform().is_some(),
            View::Numbers | View::Changes => false,
        }),
        Action::Next | Action::Previous => Some(true),
        Action::Sort | Action::Group | Action::CursorRight => Some(is_map),
        Action::Turn | Action::MoveTo => {
            let is_chosen = matches!(presence.view, View::Map | View::WhatIf);
            Some(is_chosen && presence.platform().is_some())
        }
        Action::Export => Some(match presence.view {
            View::Map => presence.map().is_some(),
            View::WhatIf => presence.outcome().is_some_and(|it| !it.affected.is_empty()),
            View::Platforms | View::Numbers | View::Changes => false,
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
        Action::Activate if !presence.is_typing && presence.view == View::Platforms => {
            Some(words.key_on_map)
        }
        Action::Activate if !presence.is_typing && model.account_on_map().is_none() => {
            Some(words.key_to_organisation)
        }
        Action::Back if !presence.filter.is_empty() => Some(words.key_clear_filter),
        _ => None,
    }
}
