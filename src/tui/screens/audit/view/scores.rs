//! How far a family is: shares, each with what it counts.

use crate::tui::layout::finding::name_of;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::audit::score::Scores;
use crate::audit::share::Share;
use crate::messages::numbers::grouped;
use crate::report::{share, shares};
use crate::text::width::width;
use crate::tui::model::Model;
use crate::tui::screens::audit::job::Tally;
use crate::tui::screens::audit::view::ruled;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_all;
use crate::tui::widgets::spans;
use crate::words::Words;

/// From this width on, what a share counts is said in full.
const BROAD: u16 = 50;
/// From this height on, every share has a line of its own.
const TALL: u16 = 6;

/// Draws the scores of the selected family below a rule.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let area = ruled(theme, frame, area);
    let audit = &model.audit;
    let (Some(directory), Some(entry)) = (model.directory(), audit.entry()) else {
        return;
    };
    let words = model.words;
    let room = usize::from(area.width).saturating_sub(3);
    let tally = audit.tallies.get(&audit.family);
    let indent = |spans: Vec<Span<'static>>| -> Line<'static> {
        std::iter::once(Span::raw("  ")).chain(spans::cut(theme, spans, room)).collect()
    };
    let [accounts, organisations] =
        [entry.accounts, entry.organisations].map(|count| grouped(words, count));
    let size = words.size(&accounts, &organisations);
    if area.height < TALL {
        let pieces = tally.map_or_else(Vec::new, |tally| pieces(words, theme, &tally.scores));
        let size = (size, theme.muted);
        let pieces: Vec<_> = std::iter::once(size).chain(pieces).collect();
        let lines = spans::flow(theme, &pieces, 2, usize::from(area.width).saturating_sub(1));
        let lines = spans::at_most(theme, lines, usize::from(area.height), room + 2);
        put_all(frame, area, lines);
        return;
    }
    // Where there is no room for both, accounts are what the shares count.
    let size = if width(&size) <= room { size } else { words.size_short(&accounts) };
    let name = name_of(words, directory, audit.family);
    let mut lines = vec![
        indent(vec![Span::styled(name, theme.title)]),
        indent(vec![Span::styled(size, theme.muted)]),
    ];
    let Some(tally) = tally else {
        lines.push(indent(vec![Span::styled(theme.glyphs.pending, theme.muted)]));
        put_all(frame, area, lines);
        return;
    };
    let is_broad = area.width >= BROAD;
    let named = if is_broad { shares(words, &tally.scores) } else { short(words, &tally.scores) };
    let widest = named.iter().map(|(what, _)| width(what)).max().unwrap_or_default();
    for (what, it) in named {
        let gap = " ".repeat(widest.saturating_sub(width(what)) + 2);
        let text = if is_broad { share(words, it) } else { in_short(words, it) };
        let style = if it.all == 0 { theme.muted } else { theme.base };
        lines.push(indent(vec![
            Span::styled(what, theme.muted),
            Span::raw(gap),
            Span::styled(text, style),
        ]));
    }
    put_all(frame, area, lines);
}

/// The scores of a family in one line: only that of badges is told without a percentage, for few
/// are ever looked at.
pub fn compact(words: &Words, theme: &Theme, tally: &Tally, room: usize) -> Vec<Span<'static>> {
    let mut text = String::new();
    for (what, it) in short(words, &tally.scores) {
        if what == words.short_observed {
            continue;
        }
        let value = match it.percent() {
            None => words.nothing_to_count.to_owned(),
            Some(_) if what == words.short_badges => base(words, it),
            Some(percent) => format!("{percent}%"),
        };
        let dot = format!(" {} ", theme.glyphs.dot);
        let gap = if text.is_empty() { "" } else { dot.as_str() };
        let piece = format!("{gap}{what} {value}");
        if width(&text) + width(&piece) > room {
            break;
        }
        text.push_str(&piece);
    }
    vec![Span::styled(text, theme.muted)]
}

fn pieces(words: &Words, theme: &Theme, scores: &Scores) -> Vec<(String, Style)> {
    let text = |(what, it): (&str, Share)| {
        let value = if it.all == 0 { words.nothing_to_count.to_owned() } else { base(words, it) };
        (format!("{what} {value}"), theme.base)
    };
    short(words, scores).into_iter().map(text).collect()
}

/// The shares of a family, each by a short name.
fn short(words: &Words, scores: &Scores) -> [(&'static str, Share); 5] {
    [
        (words.short_convention, scores.convention),
        (words.short_consistency, scores.consistency),
        (words.short_badges, scores.badges),
        (words.short_observed, scores.observed),
        (words.short_freshness, scores.freshness),
    ]
}

/// A share in few cells, as in `98%  72/73`.
fn in_short(words: &Words, it: Share) -> String {
    let Some(percent) = it.percent() else {
        return words.nothing_to_count.to_owned();
    };
    format!("{percent:>3}%  {}", base(words, it))
}

fn base(words: &Words, it: Share) -> String {
    let (some, all) = (grouped(words, it.some), grouped(words, it.all));
    words.base(&all, &some)
}
