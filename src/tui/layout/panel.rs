//! The selected organisation: who it is, and each of its channels with how sure that is.

mod accounts;
mod organisation;
mod service;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use accounts::Facts;

use crate::channel::Channel;
use crate::directory::{Directory, Organisation, OrganisationIndex};
use crate::text::sanitise::escaped;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::short;
use crate::tui::widgets::spans;

/// From this width on, trust and date stand in columns of their own.
const ROOMY: usize = 60;
/// The cells before a channel's name: gutter, trust glyph, and a space behind each.
const INDENT: usize = 4;
/// In no more rows than this, all are needed for the channel.
const LEAST: usize = 4;
/// The cells of the column that says what a channel is.
const NAMES: usize = 11;

/// One line of the panel.
#[derive(Debug)]
pub struct Row {
    /// What is drawn.
    pub line: Line<'static>,
    /// The channel that it is about, by position.
    pub channel: Option<usize>,
}

/// The channel on a row of the panel.
pub fn channel_at(model: &Model, area: Rect, row: u16) -> Option<usize> {
    let rows = rows(model, &Theme::mono(true), usize::from(area.width));
    let mut shown = seen(rows, focused(model), usize::from(area.height));
    shown.nth(usize::from(row)).and_then(|row| row.channel)
}

/// The rows that are seen, in their order: those around a channel, and above them the first, which says whose it is.
pub(in crate::tui) fn seen(
    rows: Vec<Row>,
    channel: Option<usize>,
    height: usize,
) -> impl Iterator<Item = Row> {
    let pinned = usize::from(height > LEAST);
    let first = match first_row(&rows, channel, height) {
        0 => 0,
        _ => first_row(&rows, channel, height - pinned).max(pinned),
    };
    let kept = move |at: &usize| *at >= first || first > 0 && *at < pinned;
    rows.into_iter().enumerate().filter(move |(at, _)| kept(at)).map(|(_, row)| row).take(height)
}

/// The channel to keep on screen: the selected one, or the one that Enter opens.
pub(in crate::tui) fn focused(model: &Model) -> Option<usize> {
    if model.browse.inside {
        return Some(model.browse.channel);
    }
    let preferred = model.preferred()?;
    model.channels().iter().position(|channel| *channel == preferred)
}

/// The first row to show so that a channel is seen whole, and from the top where all fits.
fn first_row(rows: &[Row], channel: Option<usize>, height: usize) -> usize {
    let Some(channel) = channel else { return 0 };
    let Some(start) = rows.iter().position(|row| row.channel == Some(channel)) else {
        return 0;
    };
    let next = rows.iter().position(|row| row.channel.is_some_and(|c| c > channel));
    let end = next.unwrap_or(rows.len());
    end.saturating_sub(height).min(start)
}

/// The whole panel, line by line.
pub fn rows(model: &Model, theme: &Theme, width: usize) -> Vec<Row> {
    let (Some(directory), Some(organisation)) = (model.directory(), model.organisation()) else {
        return Vec::new();
    };
    let panel = Panel { model, theme, directory, organisation, width };
    let mut rows = panel.service();
    rows.extend(panel.head().into_iter().map(plain));
    rows.extend(panel.missing().into_iter().map(plain));
    rows.extend(panel.channels());
    rows.extend(panel.note().into_iter().map(plain));
    rows.extend(panel.reach().into_iter().map(plain));
    rows.extend(panel.gaps().into_iter().map(plain));
    rows.extend(panel.parts().into_iter().map(plain));
    rows
}

fn plain(line: Line<'static>) -> Row {
    Row { line, channel: None }
}

struct Panel<'a> {
    model: &'a Model,
    theme: &'a Theme,
    directory: &'a Directory,
    organisation: OrganisationIndex,
    width: usize,
}

impl Panel<'_> {
    fn it(&self) -> &Organisation {
        self.directory.organisation(self.organisation)
    }

    fn name_of(&self, organisation: OrganisationIndex) -> &str {
        &self.directory.organisation(organisation).name
    }

    fn flow(&self, pieces: &[(String, Style)]) -> Vec<Line<'static>> {
        spans::flow(self.theme, pieces, 0, self.width.saturating_sub(1))
    }

    fn channels(&self) -> Vec<Row> {
        let preferred = self.model.preferred();
        let mut rows = Vec::new();
        let mut open_ended = true;
        let facts = Facts::new(self);
        for (position, channel) in self.model.channels().iter().copied().enumerate() {
            let lines = match channel {
                Channel::Site(..) | Channel::Number(..) => continue,
                Channel::Account(account) => {
                    if open_ended && !rows.is_empty() {
                        rows.push(plain(Line::default()));
                    }
                    open_ended = false;
                    self.account(position, channel, account, preferred, facts.of(account))
                }
                _ => vec![self.channel(position, channel, preferred)],
            };
            rows.extend(lines.into_iter().map(|line| Row { line, channel: Some(position) }));
        }
        rows.extend(self.of_all_accounts(&facts).into_iter().map(plain));
        if rows.is_empty() {
            let text = self.model.words.panel_no_channels.to_owned();
            rows.extend(self.flow(&[(text, self.theme.muted)]).into_iter().map(plain));
        }
        rows
    }

    /// Whether a channel is selected, and the two cells before it.
    fn gutter(
        &self,
        position: usize,
        channel: Channel,
        preferred: Option<Channel>,
    ) -> (bool, Span<'static>) {
        let selected = self.model.browse.inside && self.model.browse.channel == position;
        let glyphs = self.theme.glyphs;
        let glyph = if selected {
            glyphs.gutter
        } else if Some(channel) == preferred {
            glyphs.preferred
        } else {
            " "
        };
        let picking = self.model.picking.as_ref();
        let is_marked = picking.is_some_and(|picking| picking.is_channel_marked(channel));
        let mark = if is_marked { glyphs.marked } else { " " };
        (selected, Span::styled(format!("{glyph}{mark}"), self.theme.accent))
    }

    /// Website, telephone or contact form.
    fn channel(
        &self,
        position: usize,
        channel: Channel,
        preferred: Option<Channel>,
    ) -> Line<'static> {
        let (words, it) = (self.model.words, self.it());
        let (name, value) = match channel {
            Channel::Website(own) => {
                let website = self.directory.organisation(own).website.as_deref();
                (words.channel_website, website.map(short))
            }
            Channel::Phone(_) => (words.channel_phone, it.phone.clone()),
            _ => (words.channel_contact_form, it.contact_form.as_deref().map(short)),
        };
        let (selected, gutter) = self.gutter(position, channel, preferred);
        let value = escaped(&value.unwrap_or_default());
        let (quiet, loud) = self.styles(selected);
        let left = vec![
            Span::styled("  ", quiet),
            Span::styled(format!("{name:<NAMES$}"), quiet),
            Span::styled(value, loud),
        ];
        self.row(gutter, left, Vec::new(), quiet)
    }

    fn styles(&self, selected: bool) -> (Style, Style) {
        if selected {
            (self.theme.selection, self.theme.selection)
        } else {
            (self.theme.muted, self.theme.accent)
        }
    }

    fn row(
        &self,
        gutter: Span<'static>,
        left: Vec<Span<'static>>,
        right: Vec<Span<'static>>,
        fill: Style,
    ) -> Line<'static> {
        let line = spans::apart(self.theme, left, right, self.width.saturating_sub(3), fill);
        std::iter::once(gutter).chain(line.spans).collect()
    }
}
