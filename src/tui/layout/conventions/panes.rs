//! Where the parts of the conventions stand.

use ratatui::layout::Rect;

use crate::tui::layout::conventions::head::lines;
use crate::tui::layout::take;
use crate::tui::model::Model;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::theme::Theme;

/// From this width on, templates and accounts stand side by side.
const WIDE: u16 = 100;
/// From this height on, both have room, one under the other.
const TALL: u16 = 16;
/// From this height on, there is room for a blank line between blocks.
const ROOMY: u16 = 9;
/// With fewer lines there is no room for more than the title and a list.
const LOW: u16 = 6;

/// The parts; those without room are empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::tui) struct Panes {
    /// The family, and what is expected.
    pub(in crate::tui) head: Rect,
    /// The platforms that it is on.
    pub(in crate::tui) platforms: Rect,
    /// The templates.
    pub(in crate::tui) patterns: Rect,
    /// The line between templates and accounts that stand side by side.
    pub(in crate::tui) divider: Rect,
    /// The accounts of the selected template, with their heading.
    pub(in crate::tui) accounts: Rect,
}

impl Panes {
    pub(in crate::tui) fn new(model: &Model, area: Rect) -> Self {
        let conventions = &model.conventions;
        let patterns = conventions.report().map_or(1, |report| report.patterns.len());
        let said = lines(model, &Theme::mono(true), area).len();
        Self::of(area, said, patterns, conventions.pane)
    }

    fn of(area: Rect, said: usize, patterns: usize, pane: Pane) -> Self {
        let is_wide = area.width >= WIDE && area.height >= ROOMY;
        let is_alone = !is_wide && area.height < TALL;
        let mut panes = Self::default();
        let mut rest = area;
        let blank = u16::from(area.height >= ROOMY);
        if is_alone && pane == Pane::Accounts {
            panes.head = take(&mut rest, 1);
            take(&mut rest, blank);
            panes.accounts = rest;
            return panes;
        }
        let most = match area.height {
            ..LOW => 1,
            LOW..TALL => 2,
            TALL.. => 4,
        };
        panes.head = take(&mut rest, u16::try_from(said).unwrap_or(most).min(most));
        take(&mut rest, u16::from(area.height >= TALL));
        panes.platforms = take(&mut rest, u16::from(area.height >= LOW));
        take(&mut rest, blank);
        if is_alone {
            panes.patterns = rest;
        } else if is_wide {
            let left = (rest.width * 23 / 40).clamp(56, 84);
            panes.patterns = Rect { width: left, ..rest };
            panes.divider = Rect { x: rest.x + left, width: 1, ..rest };
            let width = rest.width.saturating_sub(left + 2);
            panes.accounts = Rect { x: rest.x + left + 2, width, ..rest };
        } else {
            let most = (rest.height.saturating_sub(1)) / 2;
            let patterns = u16::try_from(patterns).unwrap_or(most);
            panes.patterns = take(&mut rest, patterns.min(most));
            take(&mut rest, 1);
            panes.accounts = rest;
        }
        panes
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_lists_are_seen_where_there_is_room() {
        let of = |width, height, pane| {
            let panes = Panes::of(Rect::new(0, 0, width, height), 2, 5, pane);
            (panes.patterns.height, panes.accounts.height, panes.divider.height)
        };
        assert_eq!(of(120, 36, Pane::Patterns), (31, 31, 31));
        assert_eq!(of(80, 21, Pane::Patterns), (5, 10, 0));
        assert_eq!(of(40, 10, Pane::Patterns), (6, 0, 0));
        assert_eq!(of(40, 10, Pane::Accounts), (0, 8, 0));
        assert_eq!(of(20, 2, Pane::Patterns), (1, 0, 0));
    }

    proptest! {
        #[test]
        fn parts_stay_inside_and_apart(
            width in 0_u16..200,
            height in 0_u16..80,
            said in 0_usize..9,
            patterns in 0_usize..200,
            accounts: bool,
        ) {
            let area = Rect::new(0, 2, width, height);
            let pane = if accounts { Pane::Accounts } else { Pane::Patterns };
            let panes = Panes::of(area, said, patterns, pane);
            let Panes { head, platforms, patterns, divider, accounts } = panes;
            let parts = [head, platforms, patterns, divider, accounts];
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(part.is_empty() || area.intersection(*part) == *part);
                for other in parts.iter().skip(at + 1) {
                    prop_assert!(part.intersection(*other).is_empty());
                }
            }
        }
    }
}
