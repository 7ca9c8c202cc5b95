//! The platforms to choose from: those that are left, or those that more is told of.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::messages::numbers::grouped;
use crate::text::sanitise::escaped;
use crate::tui::layout::presence::first_choice;
use crate::tui::model::Model;
use crate::tui::screens::presence::state::View;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{mark_more, point_at, put};
use crate::tui::widgets::spans::{self, gutter};

/// A platform to choose, and how many are known there.
struct Choice {
    name: String,
    count: usize,
    is_selected: bool,
}

/// Draws those that fit.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let all = match model.presence.view {
        View::Platforms => side_by_side(model),
        _ => to_leave(model),
    };
    let height = usize::from(area.height);
    let first = first_choice(model, height);
    let room = usize::from(area.width).saturating_sub(1);
    for (y, choice) in (area.top()..area.bottom()).zip(all.iter().skip(first)) {
        let style = if choice.is_selected { theme.selection } else { theme.base };
        let left =
            vec![gutter(theme, choice.is_selected), Span::styled(choice.name.clone(), style)];
        let count = grouped(model.words, choice.count);
        let right = vec![Span::styled(count, theme.muted), Span::raw(" ")];
        let line = spans::apart(theme, left, right, room, theme.base);
        put(frame, Rect { y, height: 1, ..area }, line);
        if choice.is_selected {
            point_at(frame, area.x, y);
        }
    }
    mark_more(frame, theme, area, first > 0, first + height < all.len());
}

/// All platforms together, then each.
fn side_by_side(model: &Model) -> Vec<Choice> {
    let presence = &model.presence;
    let Some((overview, directory)) = presence.platforms().zip(model.directory()) else {
        return Vec::new();
    };
    let all = (model.words.presence_all_platforms.to_owned(), &overview.all);
    let each = overview.platforms.iter();
    let each = each.map(|it| (escaped(directory.platform(it.platform).name()), &it.presence));
    let choice = |(at, (name, known)): (usize, (String, &crate::presence::Presence))| Choice {
        name,
        count: known.organisations.in_use(),
        is_selected: at == presence.choice,
    };
    std::iter::once(all).chain(each).enumerate().map(choice).collect()
}

/// The platforms of the map: which are left, and which is gone to.
fn to_leave(model: &Model) -> Vec<Choice> {
    let presence = &model.presence;
    let Some((map, directory)) = presence.map().zip(model.directory()) else {
        return Vec::new();
    };
    let choice = |at: usize| {
        let platform = map.platforms.get(at)?;
        let sign = if presence.leave.contains(platform) {
            "[x]"
        } else if presence.move_to == Some(*platform) {
            "[+]"
        } else {
            "[ ]"
        };
        let name = directory.platform(*platform).name();
        Some(Choice {
            name: format!("{sign} {}", escaped(name)),
            count: map.totals.get(at)?.known,
            is_selected: at == presence.column,
        })
    };
    (0..map.platforms.len()).filter_map(choice).collect()
}
