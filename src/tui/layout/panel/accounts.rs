//! The accounts of the organisation: each with what is known of it, and what holds for all of them told once.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::channel::Channel;
use crate::directory::AccountIndex;
use crate::messages::labels;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::layout::panel::{INDENT, NAMES, Panel, ROOMY};
use crate::tui::widgets::account::{facts, named};
use crate::tui::widgets::spans;
use crate::words::Words;

/// A piece of what is known, and how it is drawn.
type Fact = (String, Style);

/// What is known of each account, and of all.
pub(super) struct Facts {
    each: Vec<(AccountIndex, Vec<Fact>)>,
    all: Vec<Fact>,
}

impl Facts {
    /// Gathers what is known of the accounts of a panel. What each of several has is told once, but not what is
    /// a warning: that stands at the account that it warns of.
    pub(super) fn new(panel: &Panel<'_>) -> Self {
        let (model, theme) = (panel.model, panel.theme);
        let mut each: Vec<(AccountIndex, Vec<Fact>)> = Vec::new();
        for channel in model.channels() {
            if let Channel::Account(account) = *channel {
                let known = facts(model, theme, panel.directory, account, panel.organisation);
                each.push((account, known));
            }
        }
        let mut all = match each.as_slice() {
            [(_, first), rest @ ..] if !rest.is_empty() => first.clone(),
            _ => Vec::new(),
        };
        all.retain(|fact| {
            fact.1 != theme.bad && each.iter().all(|(_, facts)| facts.contains(fact))
        });
        for (_, facts) in &mut each {
            facts.retain(|fact| !all.contains(fact));
            join_unknown(model.words, facts, model.words.badge_and_status_unknown);
        }
        Self { each, all }
    }

    /// What is known of one account and not of all.
    pub(super) fn of(&self, account: AccountIndex) -> Vec<Fact> {
        let found = self.each.iter().find(|(index, _)| *index == account);
        found.map(|(_, facts)| facts.clone()).unwrap_or_default()
    }
}

/// Says of badge and use in one piece that both are unknown.
fn join_unknown(words: &Words, facts: &mut Vec<Fact>, both: &str) {
    let place = |text: &str| facts.iter().position(|(fact, _)| fact == text);
    let (badge, status) = (place(words.badge_unknown), place(words.status_unknown));
    if let (Some(badge), Some(status)) = (badge, status) {
        if let Some((text, _)) = facts.get_mut(badge) {
            both.clone_into(text);
        }
        facts.remove(status);
    }
}

impl Panel<'_> {
    /// What holds for all accounts, in sentences.
    pub(super) fn of_all_accounts(&self, facts: &Facts) -> Vec<Line<'static>> {
        let words = self.model.words;
        let mut all = facts.all.clone();
        join_unknown(words, &mut all, words.all_badge_and_status_unknown);
        let mut sentences = Vec::new();
        all.retain(|(text, style)| {
            let sentence = match text.as_str() {
                it if it == words.all_badge_and_status_unknown => it.to_owned(),
                it if it == words.badge_unknown => words.all_badge_unknown.to_owned(),
                it if it == words.status_unknown => words.all_status_unknown.to_owned(),
                _ => return true,
            };
            sentences.push((sentence, *style));
            false
        });
        if !all.is_empty() {
            let told: Vec<&str> = all.iter().map(|(text, _)| text.as_str()).collect();
            sentences.insert(0, (words.all_accounts(&told.join("; ")), self.theme.muted));
        }
        let lines = sentences.into_iter().flat_map(|sentence| {
            spans::flow(self.theme, &[sentence], INDENT, self.width.saturating_sub(1))
        });
        lines.collect()
    }

    /// An account: its handle and how sure that is, then what else is known of it.
    pub(super) fn account(
        &self,
        position: usize,
        channel: Channel,
        index: AccountIndex,
        preferred: Option<Channel>,
        mut facts: Vec<Fact>,
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
