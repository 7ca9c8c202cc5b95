//! The verdict on what the query names, in two or three lines above the hits.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::check::{Answer, Message, MessageVerdict, Verdict};
use crate::directory::Directory;
use crate::messages::{summary, verdict};
use crate::text::sanitise::escaped;
use crate::tui::keys::{Action, Focus, shown_key};
use crate::tui::layout::check;
use crate::tui::model::{Banner, Model};
use crate::tui::theme::Theme;
use crate::tui::widgets::account::handle;
use crate::tui::widgets::draw::put;
use crate::tui::widgets::spans;

/// From this width on, things are said at length.
const ROOMY: u16 = 60;
/// The cells before a reason.
const INDENT: usize = 4;

/// Draws the verdict: what it is and what it is about, then the first reason as far as it fits.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let (Some(banner), Some(directory)) = (model.banner(), model.directory()) else {
        return;
    };
    if area.is_empty() {
        return;
    }
    let words = model.words;
    let calm = |text| vec![Span::styled(format!("{} {text}", theme.glyphs.dot), theme.muted)];
    let (about, said) = match banner {
        Banner::Pending => (calm(words.pending), Vec::new()),
        Banner::Unfinished => {
            let is_roomy = area.width >= ROOMY;
            let about = calm(if is_roomy { words.unfinished } else { words.not_listed });
            (about, below(theme, &[(words.neither.to_owned(), theme.muted)], area))
        }
        Banner::Verdict(answer) => (
            verdict(model, theme, directory, answer),
            reasons(model, theme, directory, answer, area),
        ),
        Banner::Message(message) => (
            of_message(model, theme, directory, message),
            advice(model, theme, directory, message, area),
        ),
    };
    let left = std::iter::once(Span::raw("  ")).chain(about).collect();
    let mut more = more(model, theme, banner);
    more.push(Span::raw(" "));
    put(frame, area, spans::apart(theme, left, more, usize::from(area.width), theme.base));
    for (y, line) in (area.top()..area.bottom()).skip(1).zip(said) {
        put(frame, Rect { y, height: 1, ..area }, line);
    }
}

/// The verdict in a word, what it is about, and whose that is or what it resembles.
fn verdict(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    answer: &Answer,
) -> Vec<Span<'static>> {
    let mut spans = check::badge(model, theme, directory, answer);
    // A long address leaves room for what stands beside it.
    let asked = theme.cut(&escaped(&answer.asked), usize::from(model.size.width) * 2 / 5);
    spans.push(Span::styled(format!("  {asked}"), theme.title));
    let genuine = match &answer.verdict {
        Verdict::LookAlike(resemblance) => Some(match resemblance.of.account() {
            Some(account) => handle(directory, directory.account(account)),
            None => resemblance.genuine.clone(),
        }),
        Verdict::UnknownHost(unknown) => unknown.imitation.as_ref().map(|it| it.genuine.clone()),
        _ => None,
    };
    let beside = if let Some(genuine) = genuine {
        let label = verdict::original_label(model.words, directory, answer);
        format!("  {label}: {}", escaped(&genuine))
    } else if let Some(owner) = answer.organisation(directory) {
        format!("  {}", escaped(&directory.organisation(owner).name))
    } else {
        return spans;
    };
    spans.push(Span::styled(beside, theme.base));
    spans
}

/// The verdict on a whole message in a word, and in a sentence.
fn of_message(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    message: &Message,
) -> Vec<Span<'static>> {
    let mut spans = check::message_label(model, theme, directory, message);
    let claimed = summary::claimed(model.words, directory, &message.summary);
    let places = summary::places(model.words, directory, message);
    // What is to be wary of is where it leads, not whom it names.
    let both = if message.summary.verdict == MessageVerdict::Beware {
        [(places, theme.title), (String::new(), theme.base)]
    } else {
        [(claimed, theme.title), (places, theme.base)]
    };
    for (text, style) in both {
        if !text.is_empty() {
            spans.push(Span::styled(format!("  {text}"), style));
        }
    }
    spans
}

/// What is said below: the verdict in a sentence, and what to do.
fn advice(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    message: &Message,
    area: Rect,
) -> Vec<Line<'static>> {
    let words = model.words;
    let said = [
        check::input_cut(model),
        Some(summary::advice(words, directory, message)),
        Some(summary::headline(words, directory, message)),
    ];
    let said: Vec<(String, Style)> =
        said.into_iter().flatten().map(|it| (it, theme.base)).collect();
    below(theme, &said, area)
}

/// What is said below: why, or where there is little to say why, what the verdict means.
fn reasons(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    answer: &Answer,
    area: Rect,
) -> Vec<Line<'static>> {
    let (words, today) = (model.words, model.today);
    let mut said = verdict::reasons(words, directory, answer, today);
    match &answer.verdict {
        _ if answer.leads_to().is_some() => {
            said.insert(0, verdict::headline(words, directory, answer));
        }
        Verdict::Official(_) | Verdict::Retired(_) | Verdict::Former(_) => {}
        it if it.is_imitation() => {}
        Verdict::NotListed(it) if it.foreign.is_some() => {
            said.insert(0, verdict::headline(words, directory, answer));
        }
        Verdict::NotAnAccount(_) => {
            said.insert(0, verdict::headline(words, directory, answer));
        }
        _ => said.insert(0, words.neither.to_owned()),
    }
    if let Some(cut) = check::input_cut(model) {
        said.insert(0, cut);
    }
    let said: Vec<(String, Style)> = said.into_iter().map(|it| (it, theme.base)).collect();
    below(theme, &said, area)
}

/// Sentences in the lines below the first one, as far as they fit.
fn below(theme: &Theme, said: &[(String, Style)], area: Rect) -> Vec<Line<'static>> {
    let room = usize::from(area.width).saturating_sub(1);
    let lines = spans::flow(theme, said, INDENT, room);
    spans::at_most(theme, lines, usize::from(area.height).saturating_sub(1), room)
}

/// Which of several it is, and the key that shows it in full.
fn more(model: &Model, theme: &Theme, banner: Banner<'_>) -> Vec<Span<'static>> {
    let words = model.words;
    let mut spans = Vec::new();
    let count = model.browse.check.answers().len();
    if let (Banner::Verdict(_), Some(at), 2..) = (banner, model.browse.check.weightiest(), count) {
        let text = words.one_of_several(&(at + 1).to_string(), &count.to_string());
        spans.push(Span::styled(format!("{text}  "), theme.muted));
    }
    let key =
        shown_key(model.keymap, Action::Check, Focus::Query, theme.glyphs).unwrap_or_default();
    spans.push(Span::styled(key, theme.accent));
    match banner {
        Banner::Verdict(_) | Banner::Message(_) if model.size.width < ROOMY => {}
        Banner::Verdict(_) | Banner::Message(_) => {
            spans.push(Span::styled(format!(" {}", words.verdict_why), theme.muted));
        }
        Banner::Pending | Banner::Unfinished => {
            spans.push(Span::styled(format!(" {}", words.key_check), theme.muted));
        }
    }
    spans
}
