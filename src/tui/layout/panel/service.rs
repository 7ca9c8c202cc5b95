//! The service that was asked for, above the organisation that answers for it.

use ratatui::text::{Line, Span};

use crate::channel::Channel;
use crate::directory::evidence::last_seen;
use crate::directory::{Service, Trust, phone};
use crate::messages::{evidence, labels};
use crate::search::Hit;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::layout::panel::{NAMES, Panel, ROOMY, Row, plain};
use crate::tui::widgets::account::{host, short};
use crate::tui::widgets::spans;

/// The cells of the day on which something was seen.
const DAY: usize = 10;

impl Panel<'_> {
    /// What the service is, who answers for it and according to whom, and how it is reached.
    pub(in crate::tui) fn service(&self) -> Vec<Row> {
        let Some(index) = self.model.hit().and_then(Hit::service) else {
            return Vec::new();
        };
        let it = self.directory.service(index);
        let mut rows: Vec<Row> = self.about_service(it).into_iter().map(plain).collect();
        let preferred = self.model.preferred();
        for (position, channel) in self.model.channels().iter().copied().enumerate() {
            if matches!(channel, Channel::Site(..) | Channel::Number(..)) {
                let line = self.way(position, channel, preferred);
                rows.push(Row { line, channel: Some(position) });
            }
        }
        rows.extend(self.service_evidence(it).into_iter().map(plain));
        rows.push(plain(Line::default()));
        rows
    }

    fn about_service(&self, it: &Service) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let mut lines = self.flow(&[(it.name.clone(), theme.title)]);
        let mut who = Vec::new();
        who.extend(it.organisation.map(|o| (words.service_by(self.name_of(o)), theme.base)));
        if !it.is_government {
            who.push((words.service_not_government.to_owned(), theme.warn));
        }
        lines.extend(self.flow(&who));
        lines.extend(self.flow(&[(it.text.clone(), theme.base)]));
        lines.extend(it.note.iter().flat_map(|note| self.flow(&[(note.clone(), theme.muted)])));
        lines.push(Line::default());
        lines
    }

    /// Who says who answers for it.
    fn service_evidence(&self, it: &Service) -> Vec<Line<'static>> {
        let words = self.model.words;
        let mut lines = vec![Line::default()];
        let whose = it.organisation.map(|o| words.service_whose(self.name_of(o)));
        lines.extend(whose.into_iter().flat_map(|text| self.flow(&[(text, self.theme.muted)])));
        for piece in &it.evidence {
            let told = evidence::told(words, self.directory, &it.evidence, piece);
            let seen = words.account_seen(&piece.seen.to_string());
            let pieces = [told.in_short(), seen, host(&piece.url)];
            lines.extend(self.flow(&pieces.map(|text| (text, self.theme.muted))));
        }
        lines
    }

    /// A site or a telephone number of the service, with how sure that is and when it was seen.
    fn way(&self, position: usize, channel: Channel, preferred: Option<Channel>) -> Line<'static> {
        let (words, theme) = (self.model.words, self.theme);
        let (selected, gutter) = self.gutter(position, channel, preferred);
        let style = |style| if selected { theme.selection } else { style };
        let (quiet, loud) = self.styles(selected);
        let (name, value, label) = if let Some(number) = channel.number(self.directory) {
            let label = channel.phone(self.directory).and_then(|it| it.label);
            let label = label.map(|it| labels::phone(words, it));
            (words.channel_phone, phone::grouped(number), label)
        } else {
            let site = channel.site(self.directory);
            let url = channel.url(self.directory).map(|url| short(&url));
            let label = site.and_then(|it| labels::site(words, it));
            (words.channel_website, url.unwrap_or_default(), label)
        };
        let all = channel.evidence(self.directory);
        let trust = Trust::of(all, self.model.today);
        let word = labels::trust(words, trust);
        let seen = last_seen(all).map(|day| day.to_string());
        let mut left = vec![
            Span::styled(format!("{} ", theme.trust_glyph(trust)), style(theme.trust(trust))),
            Span::styled(format!("{name:<NAMES$}"), quiet),
            Span::styled(escaped(&value), loud),
        ];
        let column = Trust::ALL.map(|it| width(labels::trust(words, it))).into_iter().max();
        let column = column.unwrap_or_default();
        let right = if self.width >= ROOMY {
            let seen = seen.unwrap_or_default();
            vec![
                Span::styled(format!("{word:<column$}"), style(theme.trust(trust))),
                Span::styled(format!("  {seen:<DAY$}"), style(theme.base)),
            ]
        } else {
            Vec::new()
        };
        // What it is for is said whole or not at all.
        let used = spans::total(&left) + spans::total(&right) + 1;
        let label = label.map(|label| format!(" ({label})"));
        let room = self.width.saturating_sub(3);
        if let Some(label) = label.filter(|label| used + width(label) <= room) {
            left.push(Span::styled(label, loud));
        }
        self.row(gutter, left, right, quiet)
    }
}
