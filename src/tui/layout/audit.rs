//! Where the parts of the audit stand on a screen.

use crate::tui::layout::first_visible;
use crate::tui::model::Model;
use crate::tui::screens::audit::job::Group;
use ratatui::layout::Rect;

use crate::tui::layout::WIDE;
use crate::tui::screens::audit::state::{AuditState, Pane};

/// From this width on, a family has room for its scores in a line of its own.
const BROAD: u16 = 110;
/// The cells of the families on such a screen, and on one that is less wide.
const COLUMNS: [u16; 2] = [55, 30];
/// From this height of the body on, the scores and the selected finding are shown in full.
const ROOMY: u16 = 16;
/// From this height on, with more room for it.
const TALL: u16 = 28;
/// Below this height there is nothing but the rows.
const SHORT: u16 = 9;

/// Where the parts stand; one that does not fit is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    /// The families.
    pub families: Rect,
    /// The scores of the selected one.
    pub scores: Rect,
    /// The line between the halves.
    pub divider: Rect,
    /// What is left out of the findings.
    pub toggles: Rect,
    /// The findings.
    pub findings: Rect,
    /// The selected one in full.
    pub detail: Rect,
    /// The lines that a family takes.
    pub entry_height: u16,
}

impl Places {
    /// The places in an area; where both halves don't fit, those of the one that has the keys.
    pub fn new(body: Rect, pane: Pane) -> Self {
        let mut places = Self { entry_height: 1, ..Self::default() };
        if body.width < WIDE {
            match pane {
                Pane::Families => places.split_left(body),
                Pane::Findings => places.split_right(body),
            }
            return places;
        }
        let [broad, slim] = COLUMNS;
        let left = if body.width >= BROAD { broad } else { slim };
        places.divider = Rect { x: body.x + left, width: 1, ..body };
        places.split_left(Rect { width: left, ..body });
        places.split_right(Rect {
            x: body.x + left + 2,
            width: body.width.saturating_sub(left + 2),
            ..body
        });
        places
    }

    fn split_left(&mut self, area: Rect) {
        let scores = match area.height {
            ROOMY.. => 8,
            SHORT.. => 4,
            _ => 0,
        };
        let [broad, _] = COLUMNS;
        self.entry_height = if area.width >= broad && area.height >= TALL { 2 } else { 1 };
        (self.families, self.scores) = cut(area, scores);
    }

    fn split_right(&mut self, area: Rect) {
        let detail = match area.height {
            TALL.. => 13,
            ROOMY.. => 9,
            SHORT.. => 4,
            _ => 0,
        };
        let toggles = match area.height {
            ROOMY.. => 2,
            SHORT.. => 1,
            _ => 0,
        };
        self.toggles = Rect { height: toggles.min(1), ..area };
        let height = area.height.saturating_sub(toggles);
        (self.findings, self.detail) = cut(Rect { y: area.y + toggles, height, ..area }, detail);
    }

    /// Whether only one half is on screen.
    pub fn is_single(&self) -> bool {
        self.divider.is_empty()
    }
}

/// An area without its last lines, and those.
fn cut(area: Rect, lines: u16) -> (Rect, Rect) {
    let above = area.height.saturating_sub(lines);
    let below = Rect { y: area.y + above, height: area.height - above, ..area };
    (Rect { height: above, ..area }, below)
}

/// Where everything stands.
pub fn places(model: &Model) -> Places {
    Places::new(model.layout().body(), model.audit.pane)
}

/// A line among the families.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Nothing.
    Blank,
    /// What the families below it have in common.
    Title(Group),
    /// A family by its number, and which of its lines.
    Entry(usize, u16),
}

impl Slot {
    /// The number of the family on this line.
    pub fn entry(&self) -> Option<usize> {
        match self {
            Self::Entry(number, _) => Some(*number),
            Self::Blank | Self::Title(_) => None,
        }
    }
}

/// All lines, with so many for each family.
pub fn slots(audit: &AuditState, height: u16) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut group = None;
    for (number, entry) in audit.entries.iter().enumerate() {
        if group.is_some_and(|group| group != entry.group) {
            slots.extend([Slot::Blank, Slot::Title(entry.group)]);
        }
        group = Some(entry.group);
        slots.extend((0..height).map(|line| Slot::Entry(number, line)));
    }
    slots
}

/// The first line to show so that the selected family is seen whole.
pub fn first(audit: &AuditState, slots: &[Slot], height: usize) -> usize {
    let is_selected = |slot: &Slot| {
        let entry = slot.entry().and_then(|number| audit.entries.get(number));
        entry.is_some_and(|entry| entry.family == audit.family)
    };
    let start = slots.iter().position(is_selected).unwrap_or_default();
    let end = slots.iter().rposition(is_selected).unwrap_or_default();
    let first = first_visible(audit.first_family, end, height, slots.len());
    first_visible(first, start, height, slots.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_halves_stand_side_by_side_where_they_fit() {
        let places = |width, height, pane| Places::new(Rect::new(0, 2, width, height), pane);
        let large = places(120, 37, Pane::Families);
        assert_eq!((large.families.width, large.findings.width), (55, 63));
        assert_eq!((large.entry_height, large.scores.height, large.detail.height), (2, 8, 13));
        let common = places(80, 21, Pane::Findings);
        assert_eq!((common.families.width, common.findings.width), (30, 48));
        assert_eq!((common.families.height, common.findings.height), (13, 10));
        assert!(!common.is_single());
        for (pane, is_left) in [(Pane::Families, true), (Pane::Findings, false)] {
            let small = places(40, 10, pane);
            assert!(small.is_single());
            assert_eq!((small.families.is_empty(), small.findings.is_empty()), (!is_left, is_left));
        }
        let least = places(20, 2, Pane::Findings);
        assert_eq!((least.findings.height, least.detail.height), (2, 0));
    }

    proptest! {
        #[test]
        fn parts_stay_apart_and_inside(width in 0_u16..200, height in 0_u16..80, left: bool) {
            let body = Rect::new(0, 2, width, height);
            let pane = if left { Pane::Families } else { Pane::Findings };
            let Places { families, scores, divider, toggles, findings, detail, .. } =
                Places::new(body, pane);
            let parts = [families, scores, divider, toggles, findings, detail];
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(part.is_empty() || body.intersection(*part) == *part, "{part:?}");
                for other in parts.iter().skip(at + 1) {
                    prop_assert!(part.intersection(*other).is_empty(), "{part:?} {other:?}");
                }
            }
        }
    }
}
