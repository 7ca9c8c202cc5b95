//! How a proposal is drawn: what stands in the directory beside what would, and below it what that rests on.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::directory::{Account, Directory, Trust};
use crate::messages::numbers::grouped;
use crate::messages::{labels, proposal};
use crate::proposals::effect::{account_of, beside};
use crate::proposals::{Case, Subject, Verdict};
use crate::text::sanitise::escaped;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, point_at, put, put_scrolled};
use crate::tui::widgets::spans;

/// From this width on, now and then stand side by side.
const WIDE: usize = 76;

/// Draws the first line: which proposal it is, of how many, and of which file; or why it is rejected.
pub fn prompt(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let (words, review) = (model.words, &model.review);
    let all = usize::from(area.width);
    if let Some(reason) = &review.reason {
        let left = [
            Span::raw("  "),
            Span::styled(words.review_reason, theme.base),
            Span::raw(" "),
            Span::styled(theme.glyphs.prompt, theme.accent),
            Span::raw(" "),
        ];
        let before = spans::total(&left);
        let room = all.saturating_sub(before + 1);
        let hidden = reason.cells_before().saturating_sub(room.saturating_sub(1));
        let text = spans::without_start(&reason.text(), hidden);
        let line: Vec<Span<'_>> =
            left.into_iter().chain([Span::styled(text, theme.title)]).collect();
        put(frame, area, Line::from(line));
        point_at(frame, area.x + cells(before + reason.cells_before() - hidden), area.y);
        return;
    }
    let [number, count, open] = review.numbers().map(|it| grouped(words, it));
    let file = review.file.as_ref().map_or("", |file| &file.name);
    let left = format!("  {}", words.review_progress(&count, &number, &open));
    let left = vec![Span::styled(left, theme.base)];
    let right = vec![Span::styled(escaped(file), theme.muted), Span::raw(" ")];
    put(frame, area, spans::apart(theme, left, right, all, theme.base));
}

/// Draws the selected proposal.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    put_scrolled(
        frame,
        theme,
        area,
        rows(model, theme, usize::from(area.width)),
        model.review.first,
    );
}

/// How many rows the selected proposal has.
pub fn height(model: &Model) -> usize {
    rows(model, &Theme::mono(true), usize::from(model.size.width)).len()
}

fn rows(model: &Model, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let words = model.words;
    let room = width.saturating_sub(1);
    let Some(directory) = model.directory() else { return Vec::new() };
    let Some((subject, case)) = model.review.selected() else {
        return spans::flow(theme, &[(words.review_nothing.to_owned(), theme.base)], 2, room);
    };
    let page = Page { model, theme, directory, subject, case, room };
    let mut lines = vec![Line::default()];
    lines.extend(page.title());
    lines.push(Line::default());
    lines.extend(page.sides());
    lines.push(Line::default());
    lines.extend(page.evidence());
    lines.extend(page.reasons());
    lines.extend(page.decided());
    lines
}

struct Page<'p> {
    model: &'p Model,
    theme: &'p Theme,
    directory: &'p Directory,
    subject: &'p Subject,
    case: &'p Case,
    room: usize,
}

impl Page<'_> {
    fn flow(&self, text: &str, style: Style, indent: usize) -> Vec<Line<'static>> {
        spans::flow(self.theme, &[(escaped(text), style)], indent, self.room)
    }

    /// What is proposed, and for whom.
    fn title(&self) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let kind = proposal::kind(words, self.subject.kind);
        let is_alarm = self.subject.kind.is_alarm();
        let (sign, style) = if is_alarm {
            (format!("{} ", theme.glyphs.warning), theme.alarm())
        } else {
            (String::new(), theme.accent)
        };
        let title =
            escaped(&proposal::title(self.directory, self.model.review.proposals(), self.subject));
        let pieces = [(format!("{sign}{kind}"), style), (title, theme.title)];
        spans::flow(theme, &pieces, 2, self.room)
    }

    /// What stands in the directory, and what would.
    fn sides(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let now = self.now();
        let then = self.then();
        let heads = [words.review_now, words.review_then];
        if self.room < WIDE {
            let mut lines = Vec::new();
            for (head, side) in heads.into_iter().zip([now, then]) {
                lines.extend(self.flow(head, self.theme.muted, 2));
                lines.extend(side.into_iter().flat_map(|(text, style)| self.flow(&text, style, 4)));
            }
            return lines;
        }
        let half = self.room / 2;
        let column = |head: &str, side: Vec<(String, Style)>| {
            let mut lines =
                spans::flow(self.theme, &[(head.to_owned(), self.theme.muted)], 2, half);
            for (text, style) in side {
                lines.extend(spans::flow(self.theme, &[(escaped(&text), style)], 4, half - 1));
            }
            lines
        };
        let [now_head, then_head] = heads;
        let mut left = column(now_head, now).into_iter();
        let mut right = column(then_head, then).into_iter();
        let mut lines = Vec::new();
        loop {
            let (one, other) = (left.next(), right.next());
            if one.is_none() && other.is_none() {
                return lines;
            }
            let mut line = one.unwrap_or_default();
            let used = spans::total(&line.spans);
            line.spans.push(Span::raw(" ".repeat(half.saturating_sub(used))));
            line.spans.extend(other.unwrap_or_default().spans);
            lines.push(line);
        }
    }

    fn account(&self) -> Option<&Account> {
        let organisation = self.directory.organisation_by_id(&self.subject.organisation)?;
        let index = account_of(self.directory, organisation, self.subject)?;
        Some(self.directory.account(index))
    }

    fn trust(&self, trust: Trust) -> (String, Style) {
        let theme = self.theme;
        let word = labels::trust(self.model.words, trust);
        (format!("{} {word}", theme.trust_glyph(trust)), theme.trust(trust))
    }

    fn now(&self) -> Vec<(String, Style)> {
        let (words, theme) = (self.model.words, self.theme);
        let Some(account) = self.account() else {
            if !self.subject.kind.is_of_account() {
                return vec![(self.organisation(), theme.muted)];
            }
            let mut side = vec![(words.proposal_not_listed.to_owned(), theme.muted)];
            for account in beside(self.directory, self.subject) {
                side.push((account.url.clone(), theme.base));
                side.push(self.trust(account.trust(self.model.today)));
            }
            return side;
        };
        let mut side = vec![(account.url.clone(), theme.base)];
        side.push(self.trust(account.trust(self.model.today)));
        let evidence = account.evidence.iter().map(|it| {
            let method = labels::method(words, it.method);
            (words.proposal_sighting(method, &it.seen.to_string(), &it.url), theme.muted)
        });
        side.extend(evidence);
        side
    }

    /// What is known of the organisation that would change.
    fn organisation(&self) -> String {
        let index = self.directory.organisation_by_id(&self.subject.organisation);
        let told = index.map(|index| {
            let it = self.directory.organisation(index);
            let website = it.website.as_deref().unwrap_or_default();
            format!("{} {website}", it.name).trim().to_owned()
        });
        told.unwrap_or_else(|| self.model.words.proposal_not_listed.to_owned())
    }

    fn then(&self) -> Vec<(String, Style)> {
        let theme = self.theme;
        let mut side = Vec::new();
        let value = self.subject.value.clone().or_else(|| self.case.url.clone());
        side.extend(value.map(|value| (value, theme.base)));
        if let Some(profile) = proposal::profile(self.model.words, self.case) {
            side.extend(self.case.url.clone().map(|website| (website, theme.base)));
            side.push((profile, theme.base));
        }
        side.extend(self.case.effect.map(|effect| self.trust(effect.after)));
        if side.is_empty() {
            side.push((proposal::kind(self.model.words, self.subject.kind).to_owned(), theme.base));
        }
        side
    }

    /// The pages that were seen, with the words on them.
    fn evidence(&self) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let mut lines = Vec::new();
        for it in &self.case.evidence {
            lines.extend(self.flow(&proposal::sighting(words, it), theme.base, 2));
            let of_page = [&it.href, &it.record].into_iter().flatten();
            lines.extend(of_page.flat_map(|text| self.flow(text, theme.muted, 4)));
        }
        lines
    }

    /// Which rule led to it, and what speaks against it.
    fn reasons(&self) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let mut lines = Vec::new();
        if !self.case.rules.is_empty() {
            let rules = self.case.rules.iter().map(String::as_str).collect::<Vec<&str>>();
            let sure = self.case.confidence.map_or("", |it| proposal::confidence(words, it));
            lines.extend(self.flow(&words.review_rules(&rules.join(", "), sure), theme.muted, 2));
        }
        for why in &self.case.against {
            let told = proposal::objection(words, self.directory, self.subject, why);
            lines.extend(self.flow(&told, theme.warn, 2));
        }
        lines
    }

    /// What was decided, where that is so.
    fn decided(&self) -> Vec<Line<'static>> {
        let Some(decision) = &self.case.decision else { return Vec::new() };
        let theme = self.theme;
        let verdict = proposal::verdict(self.model.words, decision.verdict);
        let reason = decision.reason.as_deref().unwrap_or_default();
        let style = match decision.verdict {
            Verdict::Accepted => theme.accent,
            Verdict::Rejected => theme.bad,
            Verdict::Later => theme.muted,
        };
        let told = format!("{verdict} {} {reason}", decision.on);
        let mut lines = vec![Line::default()];
        lines.extend(self.flow(told.trim(), style, 2));
        lines
    }
}
