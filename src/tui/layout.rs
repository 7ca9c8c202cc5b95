//! Where everything stands on a screen of a given size.

pub mod audit;
pub mod card;
pub mod check;
pub mod conventions;
pub mod doors;
pub mod finding;
pub mod help;
pub mod observe;
pub mod panel;
pub mod presence;
pub mod reach;
pub mod rule;

use ratatui::layout::{Rect, Size};

use crate::tui::model::Model;
use crate::tui::screens::{Place, Screen};

/// From this width on, the organisation stands beside the list.
pub const WIDE: u16 = 80;
/// From this width on, the evidence stands beside the organisation.
pub const WIDEST: u16 = 160;
/// From this height on, a row takes two lines, and there is a rule under the query.
pub const ROOMY: u16 = 14;
/// From this height on, a verdict has two lines for what it says.
pub const FULL: u16 = 22;
/// From this height on, a narrow screen shows the organisation below the list.
pub const TALL: u16 = 30;
/// With this many lines below what was met, a small screen shows the organisation there.
const FEW: u16 = 6;
/// From this height on, and this width, a bar with the doors stands above everything.
pub const BARRED: Size = Size { width: 72, height: 24 };
/// Sentences are no longer than this, so that the eye finds the next line.
pub const SENTENCE: usize = 90;
/// Below this size only a message fits.
pub const SMALLEST: Size = Size { width: 20, height: 4 };

/// Where everything stands; a part that does not fit is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The doors.
    pub bar: Rect,
    /// The query and the count.
    pub prompt: Rect,
    /// The rule under the query.
    pub rule: Rect,
    /// The verdict on what the query names, where it names an account or an address.
    pub banner: Rect,
    /// The rule under the verdict.
    pub banner_rule: Rect,
    /// What stands above the hits because of what was asked.
    pub card: Rect,
    /// The rule under that.
    pub card_rule: Rect,
    /// The list of organisations.
    pub list: Rect,
    /// The line between list and organisation, upright or level.
    pub divider: Rect,
    /// The selected organisation.
    pub panel: Rect,
    /// The line between the organisation and its evidence.
    pub evidence_divider: Rect,
    /// The evidence of the account that keys act on.
    pub evidence: Rect,
    /// The status, or the keys that work now.
    pub footer: Rect,
    /// The lines that one organisation takes in the list.
    pub row_height: u16,
}

/// Whether a screen is too small to show anything but a message.
pub fn is_too_small(size: Size) -> bool {
    size.width < SMALLEST.width || size.height < SMALLEST.height
}

/// Whether a bar with the doors stands above everything.
pub fn has_bar(size: Size) -> bool {
    size.width >= BARRED.width && size.height >= BARRED.height
}

impl Layout {
    /// The layout of a screen; `inside` says that the reader has gone into the organisation, which
    /// then takes the list's place where both don't fit; `has_banner` that there is a verdict.
    pub fn new(size: Size, inside: bool, has_banner: bool) -> Self {
        if !has_bar(size) {
            return Self::below_bar(size, inside, has_banner);
        }
        let below = Size { height: size.height - 1, ..size };
        let bar = Rect::new(0, 0, size.width, 1);
        Self { bar, ..Self::below_bar(below, inside, has_banner).down() }
    }

    fn below_bar(size: Size, inside: bool, has_banner: bool) -> Self {
        let roomy = size.height >= ROOMY;
        let line = |y: u16, height: u16| Rect::new(0, y, size.width, height);
        let mut top = if roomy { 2 } else { 1 };
        // A short screen has no room for both the verdict and the organisation.
        let banner = match size.height {
            _ if !has_banner || (inside && !roomy) => 0,
            FULL.. => 3,
            ROOMY.. => 2,
            _ => 1,
        };
        let banner = line(top, banner);
        top = banner.bottom();
        let banner_rule = line(top, u16::from(roomy && !banner.is_empty()));
        top = banner_rule.bottom();
        let body = line(top, size.height.saturating_sub(top + 1));
        let mut layout = Self {
            bar: Rect::ZERO,
            prompt: line(0, 1.min(size.height)),
            rule: line(1, u16::from(roomy)),
            banner,
            banner_rule,
            card: Rect::ZERO,
            card_rule: Rect::ZERO,
            list: body,
            divider: Rect::ZERO,
            panel: Rect::ZERO,
            evidence_divider: Rect::ZERO,
            evidence: Rect::ZERO,
            footer: line(size.height.saturating_sub(1), 1.min(size.height)),
            // Beside the organisation a hit is one row of columns.
            row_height: if roomy && size.width < WIDE { 2 } else { 1 },
        };
        if size.width >= WIDE {
            layout.split_beside(body);
        } else if size.height >= TALL {
            layout.split_below(body);
        } else if inside {
            layout.list = Rect::ZERO;
            layout.panel = body;
        }
        layout
    }

    /// The same a line lower.
    fn down(self) -> Self {
        let down = |it: Rect| if it.is_empty() { it } else { Rect { y: it.y + 1, ..it } };
        Self {
            prompt: down(self.prompt),
            rule: down(self.rule),
            banner: down(self.banner),
            banner_rule: down(self.banner_rule),
            list: down(self.list),
            divider: down(self.divider),
            panel: down(self.panel),
            evidence_divider: down(self.evidence_divider),
            evidence: down(self.evidence),
            footer: down(self.footer),
            ..self
        }
    }

    fn split_beside(&mut self, body: Rect) {
        let left = (body.width.saturating_mul(12) / 25).clamp(38, 64);
        self.list = Rect { width: left, ..body };
        self.divider = Rect { x: left, width: 1, ..body };
        self.panel = Rect { x: left + 2, width: body.width.saturating_sub(left + 2), ..body };
        if body.width >= WIDEST {
            self.split_evidence();
        }
    }

    /// The same with a card of so many lines above the list and what stands beside it, where that leaves more than
    /// half of the room to these.
    #[must_use]
    pub fn with_card(self, lines: u16) -> Self {
        let whole = [self.list, self.panel].into_iter().find(|it| !it.is_empty());
        let (top, room) = whole.map_or((0, 0), |it| (it.y, it.height));
        let height = lines.min(room * 2 / 5);
        if height == 0 {
            return self;
        }
        let rule = u16::from(!self.rule.is_empty());
        let line = |y, height| Rect { y, height, ..self.prompt };
        let down = |area: Rect| {
            let taken = (height + rule).min(area.height);
            // What stands below the list, in a narrow window, moves down with it.
            if area.is_empty() || area.y > top {
                return area;
            }
            Rect { y: area.y + taken, height: area.height - taken, ..area }
        };
        Self {
            card: line(top, height),
            card_rule: line(top + height, rule),
            list: down(self.list),
            divider: down(self.divider),
            panel: down(self.panel),
            evidence_divider: down(self.evidence_divider),
            evidence: down(self.evidence),
            ..self
        }
    }

    /// The same with the selected organisation below the list, where so few were met that they leave room for it.
    #[must_use]
    pub fn with_few(self, hits: usize) -> Self {
        let whole = self.list;
        let taken = u16::try_from(hits).unwrap_or(u16::MAX).saturating_mul(self.row_height);
        let left = whole.height.saturating_sub(taken.saturating_add(1));
        if self.shows_panel() || hits == 0 || left < FEW {
            return self;
        }
        Self {
            list: Rect { height: taken, ..whole },
            divider: Rect { y: whole.y + taken, height: 1, ..whole },
            panel: Rect { y: whole.bottom() - left, height: left, ..whole },
            ..self
        }
    }

    /// The same with the list in all the room below the verdict.
    #[must_use]
    pub fn without_panel(self) -> Self {
        let top = self.last_rule().bottom().max(self.banner.bottom()).max(self.prompt.bottom());
        let list = Rect { y: top, height: self.footer.y.saturating_sub(top), ..self.prompt };
        let none = Rect::ZERO;
        Self { list, divider: none, panel: none, evidence_divider: none, evidence: none, ..self }
    }

    fn split_evidence(&mut self) {
        let whole = self.panel;
        let right = (whole.width * 2 / 5).clamp(36, 64);
        let x = whole.right().saturating_sub(right);
        self.panel.width = whole.width.saturating_sub(right + 2);
        self.evidence_divider = Rect { x: x.saturating_sub(2), width: 1, ..whole };
        self.evidence = Rect { x, width: right, ..whole };
    }

    fn split_below(&mut self, body: Rect) {
        let above = body.height * 2 / 5;
        self.list = Rect { height: above, ..body };
        self.divider = Rect { y: body.y + above, height: 1, ..body };
        self.panel =
            Rect { y: body.y + above + 1, height: body.height.saturating_sub(above + 1), ..body };
    }

    /// The rule right above the list, if there is one.
    pub fn last_rule(&self) -> Rect {
        let rules = [self.card_rule, self.banner_rule, self.rule];
        rules.into_iter().find(|rule| !rule.is_empty()).unwrap_or_default()
    }

    /// Everything between the rule under the query and the footer.
    pub fn body(&self) -> Rect {
        let top = self.prompt.bottom().max(self.rule.bottom());
        Rect { y: top, height: self.footer.y.saturating_sub(top), ..self.prompt }
    }

    /// Whether the list has columns.
    pub fn has_columns(&self) -> bool {
        self.prompt.width >= WIDE
    }

    /// How many organisations fit into the list.
    pub fn rows(&self) -> usize {
        usize::from(self.list.height / self.row_height.max(1))
    }

    /// Whether the selected organisation can be seen.
    pub fn shows_panel(&self) -> bool {
        !self.panel.is_empty()
    }
}

/// Takes this many lines off the top of an area, which keeps what is below them.
pub(in crate::tui) fn take(rest: &mut Rect, height: u16) -> Rect {
    let part = Rect { height: height.min(rest.height), ..*rest };
    rest.y += part.height;
    rest.height -= part.height;
    part
}

/// The first row to show so that the selected one is seen, moving as little as possible.
pub fn first_visible(first: usize, selected: usize, rows: usize, len: usize) -> usize {
    let rows = rows.max(1);
    let lowest = selected.saturating_sub(rows - 1);
    let highest = len.saturating_sub(rows);
    first.clamp(lowest, selected.max(lowest)).min(highest.max(lowest))
}

/// How many rows the text has that is read on screen, where that can be scrolled.
pub fn text_height(model: &Model) -> usize {
    model.handlers().map_or(0, |handlers| (handlers.rows)(model))
}

/// Whether what is shown takes all the room, as does all that is put over it.
pub fn fills_body(model: &Model) -> bool {
    if model.is_at_start() {
        return true;
    }
    let mut handlers = model.shown().iter().filter_map(Screen::handlers);
    handlers.any(|handlers| handlers.place == Place::Body)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_parts_depend_on_the_room() {
        let wide = Layout::new(Size::new(80, 24), false, false);
        assert_eq!((wide.list.width, wide.panel.width), (38, 40));
        let widest = Layout::new(Size::new(160, 40), false, false);
        assert_eq!((widest.list.width, widest.panel.width, widest.evidence.width), (64, 55, 37));
        assert!(Layout::new(Size::new(159, 40), false, false).evidence.is_empty());
        let narrow = Layout::new(Size::new(79, 24), false, false);
        assert!(!narrow.shows_panel());
        assert_eq!(narrow.list.width, 79);
        let inside = Layout::new(Size::new(79, 24), true, false);
        assert!(inside.list.is_empty() && inside.panel.width == 79);
        let tall = Layout::new(Size::new(60, 40), false, false);
        assert!(tall.panel.y > tall.list.bottom() && tall.divider.height == 1);
        assert_eq!(Layout::new(Size::new(40, 12), false, false).row_height, 1);
    }

    #[test]
    fn the_verdict_takes_as_much_as_there_is_room_for() {
        let rows = |width, height, inside| {
            let layout = Layout::new(Size::new(width, height), inside, true);
            (layout.banner.height, layout.banner_rule.height)
        };
        assert_eq!(rows(120, 40, false), (3, 1));
        assert_eq!(rows(80, 24, true), (3, 1));
        assert_eq!(rows(80, 21, true), (2, 1));
        assert_eq!(rows(40, 12, false), (1, 0));
        assert_eq!(rows(40, 12, true), (0, 0));
    }

    proptest! {
        #[test]
        fn parts_stay_on_the_screen(
            width in 0_u16..300,
            height in 0_u16..120,
            inside: bool,
            banner: bool,
        ) {
            let screen = Rect::new(0, 0, width, height);
            let layout = Layout::new(Size::new(width, height), inside, banner);
            if !is_too_small(Size::new(width, height)) {
                let Layout { prompt, rule, banner, banner_rule, list, panel, evidence, footer, .. } = layout;
                let parts = [prompt, rule, banner, banner_rule, list, panel, evidence, footer];
                for (at, part) in parts.iter().enumerate() {
                    prop_assert!(part.is_empty() || screen.intersection(*part) == *part);
                    for other in parts.iter().skip(at + 1) {
                        prop_assert!(part.intersection(*other).is_empty());
                    }
                }
                prop_assert!(!list.is_empty() || !panel.is_empty());
            }
        }

        #[test]
        fn the_selected_row_is_seen(first in 0_usize..50, selected in 0_usize..50, rows in 0_usize..20) {
            let len = 50;
            let shown = first_visible(first, selected, rows, len);
            prop_assert!(shown <= selected && selected < shown + rows.max(1));
            prop_assert_eq!(first_visible(shown, selected, rows, len), shown);
        }
    }
}
