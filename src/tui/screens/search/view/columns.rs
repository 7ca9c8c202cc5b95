//! The columns of a list that has room for them, and what their letters mean.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::directory::Directory;
use crate::platform::PlatformIndex;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{LetteredPlatform, lettered};
use crate::tui::widgets::spans;

/// The cells before a name.
const GUTTER: usize = 2;
/// Below so many cells for names and all else, only the name stands there.
const LEAST: usize = 24;
/// Fewer cells of a remark say nothing.
const LEAST_OF_A_REMARK: usize = 6;
/// From so many cells on, kind and place have a column each.
const TWO: usize = 19;

/// How wide each column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns<'d> {
    /// All between the gutter and the letters.
    room: usize,
    name: usize,
    kind: usize,
    place: usize,
    /// The platforms with a letter of their own.
    pub platforms: Vec<LetteredPlatform>,
    /// The platform that the question names.
    pub asked: Option<&'d str>,
}

impl<'d> Columns<'d> {
    /// The columns of a list of this width, the same for all hits.
    pub fn new(directory: &'d Directory, asked: Option<PlatformIndex>, width: u16) -> Self {
        let platforms = lettered(directory);
        // A blank before the letters, one letter for all others behind them, and a blank at the edge.
        let letters = platforms.len() + 3;
        let room = usize::from(width).saturating_sub(GUTTER + letters);
        let aside = if room < LEAST { 0 } else { room * 9 / 20 };
        let kind = if aside < TWO { 0 } else { aside / 2 };
        let place = if kind == 0 { aside } else { aside - kind - 1 };
        let name = room.saturating_sub(if aside == 0 { 0 } else { aside + 1 });
        let asked = asked.map(|platform| directory.platform(platform).id());
        Self { room, name, kind, place, platforms, asked }
    }

    /// A name with its kind and place, each in its column as far as the name leaves it.
    pub fn filled(
        &self,
        theme: &Theme,
        name: Vec<Span<'static>>,
        kind: String,
        place: Option<String>,
        style: Style,
    ) -> Vec<Span<'static>> {
        // Where only one of both has room, a place tells more organisations apart.
        let (kind, place) = match (self.kind, place) {
            (0, Some(place)) => (String::new(), place),
            (0, None) => (String::new(), kind),
            (_, place) => (kind, place.unwrap_or_default()),
        };
        let mut line = spans::cut_name(theme, name, self.room);
        let columns =
            [(self.name + 1, self.kind, kind), (self.room - self.place, self.place, place)];
        for (start, cells, text) in columns {
            let used = spans::total(&line);
            if cells > 0 && !text.is_empty() && used < start {
                line.push(Span::styled(" ".repeat(start - used), style));
                line.push(Span::styled(theme.cut(&text, cells), style));
            }
        }
        let rest = self.room.saturating_sub(spans::total(&line));
        line.push(Span::styled(" ".repeat(rest), style));
        line
    }

    /// A name with a remark in the place of kind and place: the first form of it that there is room for. The name is
    /// what a reader looks for: it gives way to the remark down to three fifths of the room only, and a remark of a
    /// few cells is none.
    pub fn with_remark(
        &self,
        theme: &Theme,
        name: Vec<Span<'static>>,
        remarks: Vec<Vec<Span<'static>>>,
        style: Style,
    ) -> Vec<Span<'static>> {
        let least = (self.room * 3 / 5).min(spans::total(&name));
        let fits = |form: &Vec<Span<'static>>| spans::total(form) + least < self.room;
        let form = remarks.iter().position(fits).unwrap_or(remarks.len().saturating_sub(1));
        let remark = remarks.into_iter().nth(form).unwrap_or_default();
        let whole = spans::total(&remark);
        let name = spans::cut_name(theme, name, least.max(self.room.saturating_sub(whole + 1)));
        let left = self.room.saturating_sub(spans::total(&name) + 1);
        let remark = if left < LEAST_OF_A_REMARK.min(whole) { Vec::new() } else { remark };
        let start = (self.name + 1).min(self.room.saturating_sub(whole));
        let start = start.max(spans::total(&name) + 1);
        let mut line = name;
        let gap = start.saturating_sub(spans::total(&line));
        line.push(Span::styled(" ".repeat(gap), style));
        let left = self.room.saturating_sub(spans::total(&line));
        line.extend(spans::cut(theme, remark, left));
        let rest = self.room.saturating_sub(spans::total(&line));
        line.push(Span::styled(" ".repeat(rest), style));
        line
    }
}
