//! The last line: what was just done, or else the keys that work now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::channel::Channel;
use crate::pick::Pick;
use crate::text::sanitise::escaped;
use crate::tui::keys::{Action, Binding, Focus, footer};
use crate::tui::layout::has_bar;
use crate::tui::model::{Banner, Model, Screen, Status, Tone};
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{named, short};
use crate::tui::widgets::draw::{put, put_all};
use crate::tui::widgets::spans;

/// From this many cells on, keys are named at length.
const ROOMY: usize = 96;
/// The cells of the key of the help, with room before it.
const HELP: usize = 10;
/// In fewer cells than this, a key and the beginning of what it does say nothing.
const FEW: usize = 18;
/// Below this many cells, keys stand closer together.
const NARROW: usize = 60;
/// The most lines of a sentence: what it is about stays in sight.
const MOST_LINES: u16 = 6;

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
    let area_there = area.intersection(frame.area());
    frame.render_widget(Clear, area_there);
    frame.buffer_mut().set_style(area_there, theme.base);
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
    // The key of the help stays.
    let mut said = spans::cut(theme, vec![said], room.saturating_sub(HELP));
    said.push(Span::raw("   "));
    said
}

/// The keys that work now. Those that lead to another screen stand there always, at the end; the others by
/// weight as far as there is room beside.
fn keys(model: &Model, theme: &Theme, room: usize) -> Vec<Span<'static>> {
    let focus = model.focus();
    let gap = Span::raw(if room < NARROW { "  " } else { "   " });
    let others = footer(model.keymap, focus)
        .into_iter()
        .filter(|binding| !is_screen_key(focus, binding.action));
    let others = others.filter(|binding| works(model, binding.action));
    let others = others.filter(|binding| !is_in_bar(model, binding.action));
    let (mut first, later): (Vec<_>, Vec<_>) =
        others.enumerate().partition(|(at, it)| *at == 0 || is_way_back(model, it.action));
    first.extend(later);
    // The one key that matters most is told, if need be with its words cut.
    let beside = spans::total(&named_screen_keys(model, theme, room, 1, &gap));
    let most = room.saturating_sub(beside + gap.width());
    let hints: Vec<(String, Vec<Span<'static>>)> = first
        .into_iter()
        .enumerate()
        .map(|(at, (_, binding))| {
            let label = label(model, binding);
            let mut hint = hint(theme, binding, &label);
            if at == 0 && most >= FEW {
                hint = spans::cut(theme, hint, most);
            }
            hint.push(gap.clone());
            (label, hint)
        })
        .collect();
    let needed = if model.is_jumped() { 2 } else { 1 };
    let needed: usize = hints.iter().take(needed).map(|(_, hint)| spans::total(hint)).sum();
    let screen_keys = screen_keys(model, theme, room, needed, &gap);
    let mut left = room.saturating_sub(spans::total(&screen_keys));
    let mut kept: Vec<Span<'static>> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for (label, hint) in hints {
        let cells = spans::total(&hint);
        if cells <= left && !said.contains(&label) {
            left -= cells;
            kept.extend(hint);
            said.push(label);
        }
    }
    kept.extend(screen_keys);
    kept
}

/// Whether a key leads back to where the reader jumped from.
fn is_way_back(model: &Model, action: Action) -> bool {
    action == Action::Back && model.is_jumped()
}

/// A key and what it does.
fn hint(theme: &Theme, binding: &Binding, label: &str) -> Vec<Span<'static>> {
    let key = binding.chords.first().map(|chord| chord.label(theme.glyphs)).unwrap_or_default();
    vec![Span::styled(key, theme.accent), Span::styled(format!(" {label}"), theme.muted)]
}

/// Whether a key leads where everybody must be able to go from here, so that it is never left out.
fn is_screen_key(focus: Focus, action: Action) -> bool {
    let is_browsing = matches!(focus, Focus::Query | Focus::Channels);
    action == Action::Help || is_browsing && matches!(action, Action::Check | Action::Audit)
}

/// Whether the bar says where a key leads; what a verdict is made of is no door.
fn is_in_bar(model: &Model, action: Action) -> bool {
    let is_door = match action {
        Action::Check => !is_told(model),
        Action::Audit | Action::Presence => true,
        _ => false,
    };
    is_door && has_bar(model.size)
}

/// The actions that lead to another screen, in this order; where there is little room, the words behind the
/// last are left out first.
const SCREEN_KEYS: [Action; 3] = [Action::Help, Action::Check, Action::Audit];

/// The keys of other screens, with as many of their words as leave room for what is needed beside them.
fn screen_keys(
    model: &Model,
    theme: &Theme,
    room: usize,
    needed: usize,
    gap: &Span<'static>,
) -> Vec<Span<'static>> {
    let with_words = |count| named_screen_keys(model, theme, room, count, gap);
    let fits = |screen_keys: &Vec<Span<'static>>| spans::total(screen_keys) + needed <= room;
    let found = (0..=SCREEN_KEYS.len()).rev().map(with_words).find(fits);
    let is_cramped = || with_words(SCREEN_KEYS.len());
    let mut screen_keys = found.unwrap_or_else(is_cramped);
    // Where not all fit, the help stays longest.
    while spans::total(&screen_keys) > room && !screen_keys.is_empty() {
        screen_keys.pop();
    }
    screen_keys
}

/// The keys of other screens, the first so many of them with what they lead to.
fn named_screen_keys(
    model: &Model,
    theme: &Theme,
    room: usize,
    named: usize,
    gap: &Span<'static>,
) -> Vec<Span<'static>> {
    let focus = model.focus();
    let mut screen_keys: Vec<Span<'static>> = Vec::new();
    for (at, action) in SCREEN_KEYS
        .into_iter()
        .enumerate()
        .filter(|(_, it)| is_screen_key(focus, *it) && !is_in_bar(model, *it))
    {
        let binding =
            footer(model.keymap, focus).into_iter().find(|binding| binding.action == action);
        let Some(binding) = binding else { continue };
        if !screen_keys.is_empty() {
            screen_keys.push(gap.clone());
        }
        let mut hint = hint(theme, binding, &screen_label(model, binding, room));
        hint.truncate(if at < named { 2 } else { 1 });
        screen_keys.extend(hint);
    }
    screen_keys
}

fn screen_label(model: &Model, binding: &Binding, room: usize) -> String {
    let (words, is_short) = (model.words, room < ROOMY);
    match binding.action {
        Action::Check if is_short && !is_told(model) => words.key_check_short.to_owned(),
        Action::Check => question(model),
        Action::Audit if !is_short => words.key_audit_question.to_owned(),
        _ => label(model, binding),
    }
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
        Action::Next | Action::Previous => model.browse.check.pages().len() > 1,
        Action::Activate if model.is_at_start() && model.screen().is_none() => {
            !model.browse.hits.is_empty()
        }
        Action::Activate if model.screen().is_none() && model.layer_to_choose().is_some() => true,
        Action::Activate if model.screen().is_none() => {
            let is_way = model.focus() == Focus::Query && !model.layout().shows_panel();
            is_way && model.hit().is_some() || is_opened(model)
        }
        Action::Activate | Action::Copy => model.current().is_some() || model.screen().is_some(),
        Action::Mark => model.situation().marks,
        Action::Reach => model.hit().is_some(),
        Action::Favourite => model.favourites.is_kept() && marked(model).is_some(),
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
    let is_at_hand = model.selected_at_hand().is_some();
    match (binding.action, model.focus()) {
        (Action::Activate, Focus::Query) if is_at_hand => words.key_go_there.to_owned(),
        (Action::Back, Focus::Query) if is_at_hand => words.key_back.to_owned(),
        (Action::Activate, Focus::Query) if model.is_at_start() => words.key_to_list.to_owned(),
        (Action::Favourite, _) if marked(model) == Some(true) => {
            words.key_favourite_no_more.to_owned()
        }
        (Action::Activate, Focus::Query) if model.layer_to_choose().is_some() => {
            words.key_choose_one.to_owned()
        }
        (Action::Activate, Focus::Query) if model.banner_has_enter() => question(model),
        (Action::Activate, Focus::Query) if !model.layout().shows_panel() => {
            words.key_into.to_owned()
        }
        (Action::Activate, Focus::Query | Focus::Channels | Focus::Check | Focus::Reach) => {
            match target(model) {
                Some(target) if model.picking.is_some() => words.key_picks(&target),
                Some(target) => words.key_opens(&target),
                None => (binding.label)(words).to_owned(),
            }
        }
        (Action::Back, _) if model.is_jumped() => {
            let label = match model.jumped_from() {
                Some(Screen::Conventions) => words.key_back_to_conventions,
                Some(Screen::Presence) => words.key_back_to_map,
                _ => words.key_back_to_audit,
            };
            label.to_owned()
        }
        (Action::Back, Focus::Query) if model.is_at_start() => words.key_quit.to_owned(),
        (Action::Back, Focus::Query) if model.browse.query.is_empty() && model.browse.chosen => {
            words.key_back.to_owned()
        }
        (Action::Back, Focus::Query) if model.browse.query.is_empty() => words.key_quit.to_owned(),
        (Action::Back, Focus::Query) => words.key_clear.to_owned(),
        _ => (binding.label)(words).to_owned(),
    }
}

/// Whether what would be marked as a favourite is one.
fn marked(model: &Model) -> Option<bool> {
    let selected = model.selected_at_hand().or_else(|| model.organisation())?;
    Some(model.favourites.is_marked(&model.directory()?.organisation(selected).id))
}

/// What a verdict in full answers: whether it is real, or where that was said, why.
fn question(model: &Model) -> String {
    let words = model.words;
    if is_told(model) { words.verdict_why } else { words.key_check }.to_owned()
}

fn is_told(model: &Model) -> bool {
    matches!(model.banner(), Some(Banner::Verdict(_)))
}

/// What Enter opens, in short.
fn target(model: &Model) -> Option<String> {
    let directory = model.directory()?;
    if let Some(Pick::Organisation(picked)) = model.to_pick() {
        return Some(escaped(&directory.organisation(picked).name));
    }
    match model.current()? {
        Channel::Account(account) => {
            let account = directory.account(account);
            let platform = directory.platform(account.platform).name();
            Some(escaped(&format!("{platform} {}", named(model.words, directory, account))))
        }
        channel => channel.url(directory).map(|url| escaped(&short(&url))),
    }
}
