//! All sites and telephone numbers of an organisation: the lines of the list, and what is said of one.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::directory::{Directory, Trust};
use crate::messages::{evidence, labels};
use crate::text::sanitise::escaped;
use crate::tui::layout::{ROOMY, SENTENCE};
use crate::tui::model::Model;
use crate::tui::screens::reach::state::{Group, Reach};
use crate::tui::theme::Theme;
use crate::tui::widgets::account::short;
use crate::tui::widgets::spans;

/// The columns at the left of all that is said of the selected one.
const INDENT: usize = 2;

/// Where the parts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// The list.
    pub list: Rect,
    /// The rule under it.
    pub rule: Rect,
    /// What is said of the selected one.
    pub detail: Rect,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// An empty line above a heading.
    Gap,
    /// The heading of a group.
    Heading(Group),
    /// An item, by its place among those that are shown.
    Item(usize),
}

/// Whether there is room for empty lines between groups.
pub fn is_roomy(model: &Model) -> bool {
    model.size.height >= ROOMY
}

/// The lines of the list.
pub fn slots(reach: &Reach, is_roomy: bool) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut before = None;
    for (at, item) in reach.shown().enumerate() {
        if before != Some(item.group) {
            if before.is_some() && is_roomy {
                slots.push(Slot::Gap);
            }
            slots.push(Slot::Heading(item.group));
            before = Some(item.group);
        }
        slots.push(Slot::Item(at));
    }
    slots
}

/// Where the parts stand: what is said of the selected one takes what it needs, but never more than half.
pub fn places(model: &Model) -> Places {
    let body = model.layout().body();
    let wanted = match (model.reach(), model.directory()) {
        (Some(reach), Some(directory)) => {
            detail(model, &Theme::mono(true), directory, reach, usize::from(body.width)).len()
        }
        _ => 0,
    };
    let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
    let detail = wanted.min(body.height / 2);
    let rule = u16::from(detail > 0);
    let list = body.height.saturating_sub(detail + rule);
    Places {
        list: Rect { height: list, ..body },
        rule: Rect { y: body.y + list, height: rule, ..body },
        detail: Rect { y: body.y + list + rule, height: detail, ..body },
    }
}

/// What is said of the selected one: which it is, how sure that is, and who says so.
pub fn detail(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    reach: &Reach,
    cells: usize,
) -> Vec<Line<'static>> {
    let Some(item) = reach.item() else {
        return Vec::new();
    };
    let words = model.words;
    let cells = cells.saturating_sub(1).min(SENTENCE);
    let all = item.channel.evidence(directory);
    let mut head = vec![(escaped(&item.name), theme.accent)];
    head.extend(item.label.map(|label| (label.to_owned(), theme.base)));
    if all.is_empty() {
        head.push((words.reach_unsaid.to_owned(), theme.muted));
    } else {
        let trust = Trust::of(all, model.today);
        let word = format!("{} {}", theme.trust_glyph(trust), labels::trust(words, trust));
        head.push((word, theme.trust(trust)));
    }
    let mut lines = spans::flow(theme, &head, INDENT, cells);
    for it in all {
        let told = evidence::told(words, directory, all, it);
        let mut pieces = vec![(escaped(&told.what), theme.base)];
        pieces.push((words.account_seen(&it.seen.to_string()), theme.base));
        pieces.push((escaped(&short(&it.url)), theme.accent));
        pieces.extend(told.title.map(|title| (escaped(title), theme.muted)));
        pieces.extend(told.kept.map(|kept| (escaped(&kept), theme.muted)));
        pieces.extend(told.remark.map(|remark| (escaped(remark), theme.muted)));
        lines.extend(spans::flow(theme, &pieces, INDENT, cells));
    }
    let note = item.channel.site(directory).and_then(|it| it.note.as_deref());
    let note = note.or_else(|| item.channel.phone(directory).and_then(|it| it.note.as_deref()));
    lines.extend(
        note.iter()
            .flat_map(|note| spans::flow(theme, &[(escaped(note), theme.muted)], INDENT, cells)),
    );
    lines
}
