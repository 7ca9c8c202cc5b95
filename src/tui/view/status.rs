//! The last line: what was just done, or else the keys that work now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::channel::Channel;
use crate::text::sanitise::escaped;
use crate::tui::keys::{Action, Binding, Focus, footer};
use crate::tui::model::{Banner, Model, Screen, Status, Tone};
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{handle, short};
use crate::tui::widgets::draw::{put, put_all};
use crate::tui::widgets::spans;

/// The most lines of a sentence: what it is about stays in sight.
const MOST_LINES: u16 = 3;

/// Draws the status, or the keys by weight, as many as fit.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if let Some(status) = &model.status {
        say(status, theme, frame, area);
        return;
    }
    let room = usize::from(area.width).saturating_sub(2);
    let mut line = vec![Span::raw("  ")];
    let guess = guess(model, theme, room);
    let left = room.saturating_sub(spans::total(&guess));
    line.extend(guess.into_iter().chain(keys(model, theme, left)));
    put(frame, area, Line::from(line));
}

/// Draws what is said, so that it ends in the last line: a question must be read whole before it is answered.
fn say(status: &Status, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let style = match status.tone {
        Tone::Note => theme.base,
        Tone::Warning => theme.warn,
        Tone::Error => theme.bad,
    };
    let cells = usize::from(area.width);
    let lines = spans::flow(theme, &[(status.text.clone(), style)], 2, cells);
    let most = MOST_LINES.min(area.bottom() / 2).max(1);
    let lines = spans::at_most(theme, lines, usize::from(most), cells);
    let height = u16::try_from(lines.len()).unwrap_or(most);
    let area = Rect { y: area.bottom().saturating_sub(height), height, ..area };
    frame.render_widget(Clear, area.intersection(frame.area()));
    put_all(frame, area, lines);
}

/// Says that all above it is a guess, on a screen without the rule that says so elsewhere.
fn guess(model: &Model, theme: &Theme, room: usize) -> Vec<Span<'static>> {
    let is_said = !model.layout().rule.is_empty()
        || model.focus() != Focus::Query
        || model.banner().is_some();
    if is_said || !model.browse.hits.first().is_some_and(|hit| hit.guess) {
        return Vec::new();
    }
    let said = Span::styled(model.words.guess_footer, theme.warn);
    let mut said = spans::cut(theme, vec![said], room);
    said.push(Span::raw("   "));
    said
}

fn keys(model: &Model, theme: &Theme, room: usize) -> Vec<Span<'static>> {
    let focus = model.focus();
    let mut kept: Vec<Span<'static>> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for binding in footer(focus).into_iter().filter(|binding| works(model, binding.action)) {
        let Some(chord) = binding.chords.first() else {
            continue;
        };
        let label = label(model, binding);
        if said.contains(&label) {
            continue;
        }
        let gap = if kept.is_empty() { "" } else { "   " };
        let hint = [
            Span::raw(gap),
            Span::styled(chord.label(theme.glyphs), theme.accent),
            Span::styled(format!(" {label}"), theme.muted),
        ];
        if spans::total(&kept) + spans::total(&hint) <= room {
            kept.extend(hint);
            said.push(label);
        }
    }
    kept
}

/// Whether an action can do anything now.
fn works(model: &Model, action: Action) -> bool {
    if let Some(works) = model.handlers().and_then(|handlers| (handlers.works)(model, action)) {
        return works;
    }
    match action {
        Action::Activate if model.focus() == Focus::Query && model.banner_has_enter() => {
            !model.browse.query.is_empty()
        }
        Action::Check => model.banner().is_some() || model.banner_has_enter(),
        Action::Next | Action::Previous => model.browse.check.answers.len() > 1,
        Action::Activate if model.is_at_start() && model.screen().is_none() => {
            !model.browse.hits.is_empty()
        }
        Action::Activate if model.screen().is_none() => {
            let is_way = model.focus() == Focus::Query && !model.layout().shows_panel();
            is_way && model.hit().is_some() || is_opened(model)
        }
        Action::Activate | Action::Copy => model.current().is_some() || model.screen().is_some(),
        Action::Reach => model.hit().is_some(),
        Action::Into => !model.channels().is_empty(),
        Action::Badge | Action::Status => model.account().is_some() && model.observe.file.is_some(),
        Action::Evidence | Action::Source => {
            model.account().is_some() || !model.site_evidence().is_empty()
        }
        Action::QrCode => is_opened(model),
        _ => true,
    }
}

/// Whether what keys act on has an address.
fn is_opened(model: &Model) -> bool {
    let channel = model.current().zip(model.directory());
    channel.is_some_and(|(channel, directory)| channel.url(directory).is_some())
}

/// What a key does now: Enter names what it opens, Esc what it leaves.
fn label(model: &Model, binding: &Binding) -> String {
    if let Some(label) = model.handlers().and_then(|it| (it.label)(model, binding.action)) {
        return label.to_owned();
    }
    let words = model.words;
    match (binding.action, model.focus()) {
        (Action::Activate, Focus::Query) if model.is_at_start() => words.key_to_list.to_owned(),
        (Action::Activate, Focus::Query) if model.banner_has_enter() => question(model),
        (Action::Check, Focus::Query) => question(model),
        (Action::Activate, Focus::Query) if !model.layout().shows_panel() => {
            words.key_into.to_owned()
        }
        (Action::Activate, Focus::Query | Focus::Channels | Focus::Check | Focus::Reach) => {
            match target(model) {
                Some(target) => words.key_opens(&target),
                None => (binding.label)(words).to_owned(),
            }
        }
        (Action::Back, _) if model.is_jumped() => {
            let are_conventions = model.jumped_from() == Some(&Screen::Conventions);
            let label = if are_conventions {
                words.key_back_to_conventions
            } else {
                words.key_back_to_audit
            };
            label.to_owned()
        }
        (Action::Back, Focus::Query) if model.browse.query.is_empty() => words.key_quit.to_owned(),
        (Action::Back, Focus::Query) => words.key_clear.to_owned(),
        _ => (binding.label)(words).to_owned(),
    }
}

/// What a verdict in full answers: whether it is real, or where that was said, why.
fn question(model: &Model) -> String {
    let is_told = matches!(model.banner(), Some(Banner::Verdict(_)));
    let words = model.words;
    if is_told { words.verdict_why } else { words.key_check }.to_owned()
}

/// What Enter opens, in short.
fn target(model: &Model) -> Option<String> {
    let directory = model.directory()?;
    match model.current()? {
        Channel::Account(account) => {
            let account = directory.account(account);
            let platform = directory.platform(account.platform).name();
            Some(escaped(&format!("{platform} {}", handle(directory, account))))
        }
        channel => channel.url(directory).map(|url| escaped(&short(&url))),
    }
}
