//! The selected organisation: who it is, and each of its channels with how sure that is.

mod organisation;
mod service;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::channel::Channel;
use crate::directory::{AccountIndex, Directory, Organisation, OrganisationIndex};
use crate::messages::labels;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{facts, named, short};
use crate::tui::widgets::spans;

/// From this width on, trust and date stand in columns of their own.
const ROOMY: usize = 60;
/// The cells before a channel's name: gutter, trust glyph, and a space behind each.
const INDENT: usize = 4;
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
    let first = first_row(&rows, focused(model), usize::from(area.height));
    rows.get(first + usize::from(row)).and_then(|row| row.channel)
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
pub(in crate::tui) fn first_row(rows: &[Row], channel: Option<usize>, height: usize) -> usize {
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
    rows.extend(panel.channels());
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
        for (position, channel) in self.model.channels().iter().copied().enumerate() {
            let lines = match channel {
                Channel::Site(..) | Channel::Number(..) => continue,
                Channel::Account(account) => {
                    if open_ended && !rows.is_empty() {
                        rows.push(plain(Line::default()));
                    }
                    open_ended = false;
                    self.account(position, channel, account, preferred)
                }
                _ => vec![self.channel(position, channel, preferred)],
            };
            rows.extend(lines.into_iter().map(|line| Row { line, channel: Some(position) }));
        }
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
        (selected, Span::styled(format!("{glyph} "), self.theme.accent))
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
            Channel::Website(_) => (words.channel_website, it.website.as_deref().map(short)),
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

    /// An account: its handle and how sure that is, then what else is known of it.
    fn account(
        &self,
        position: usize,
        channel: Channel,
        index: AccountIndex,
        preferred: Option<Channel>,
    ) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let account = self.directory.account(index);
        let trust = account.trust(self.model.today);
        let (selected, gutter) = self.gutter(position, channel, preferred);
        let style = |style: Style| if selected { theme.selection } else { style };
        let (quiet, loud) = self.styles(selected);
        let platform = escaped(self.directory.platform(account.platform).name());
        let gap = NAMES.saturating_sub(width(&platform)).max(1);
        let loud = if account.status.is_retired() { quiet } else { loud };
        let left = vec![
            Span::styled(format!("{} ", theme.trust_glyph(trust)), style(theme.trust(trust))),
            Span::styled(format!("{platform}{}", " ".repeat(gap)), style(theme.base)),
            Span::styled(escaped(&named(words, self.directory, account)), loud),
        ];
        let word = labels::trust(words, trust);
        let seen = account.last_seen().map(|date| date.to_string()).unwrap_or_default();
        let mut facts = facts(self.model, theme, self.directory, index, self.organisation);
        let right = if self.width >= ROOMY {
            let widest = crate::directory::Trust::ALL.map(|t| width(labels::trust(words, t)));
            let column = widest.into_iter().max().unwrap_or(0);
            vec![
                Span::styled(format!("{word:<column$}"), style(theme.trust(trust))),
                Span::styled(format!("  {seen:<10}"), style(theme.base)),
            ]
        } else {
            let seen = words.account_seen(&seen);
            facts.insert(0, (seen, theme.base));
            facts.insert(0, (word.to_owned(), theme.trust(trust)));
            Vec::new()
        };
        let indent = if self.width >= ROOMY { INDENT + NAMES } else { INDENT };
        let mut lines = vec![self.row(gutter, left, right, quiet)];
        lines.extend(spans::flow(theme, &facts, indent, self.width.saturating_sub(1)));
        lines
    }
}
