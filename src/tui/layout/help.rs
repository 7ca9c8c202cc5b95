//! The help: every key, from the one table.

use std::fmt::Write as _;

use ratatui::text::{Line, Span};

use crate::directory::Trust;
use crate::messages::labels;
use crate::text::fold::fold;
use crate::text::width::width;
use crate::tui::keys::{Binding, Focus, Keymap, TABLE, sections};
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{LETTERS, OTHERS, mark};
use crate::tui::widgets::spans;
use crate::words::Words;

/// The cells of the column with the keys.
const KEYS: usize = 22;

/// The rows of the help on a screen of this width, where typed words narrow it down.
pub fn height(words: &Words, keymap: Keymap, cells: u16, filter: &str) -> usize {
    rows(words, keymap, &Theme::mono(true), usize::from(cells), filter).len()
}

/// The row on which the keys of a focus begin; the first row where it has no part of its own.
pub fn row_of(words: &Words, keymap: Keymap, cells: u16, focus: Focus) -> usize {
    let title = sections(words).into_iter().find(|(it, _)| *it == focus).map(|(_, title)| title);
    let rows = rows(words, keymap, &Theme::mono(true), usize::from(cells), "");
    let is_title = |row: &Line<'_>| title.is_some_and(|title| row.to_string().trim() == title);
    rows.iter().position(is_title).unwrap_or(0)
}

/// Every key as a table for the documentation.
pub fn markdown(words: &Words) -> String {
    let theme = Theme::ansi(false);
    let mut text = String::new();
    for (focus, title) in sections(words) {
        // Writing to a string can't fail.
        let _ = write!(
            text,
            "## {title}\n\n| {} | {} |\n| --- | --- |\n",
            words.help_key, words.help_does
        );
        for (label, keys) in entries(words, TABLE, &theme, focus) {
            let _ = writeln!(text, "| {keys} | {label} |");
        }
        text.push('\n');
    }
    text
}

/// The help: what its signs mean, and every key; of these only those whose name, key or place has all of the words of
/// a filter.
pub(in crate::tui) fn rows(
    words: &Words,
    keymap: Keymap,
    theme: &Theme,
    cells: usize,
    filter: &str,
) -> Vec<Line<'static>> {
    let filter = fold(filter);
    let typed: Vec<&str> = filter.split_whitespace().collect();
    let mut rows = if typed.is_empty() { meanings(words, theme, cells) } else { Vec::new() };
    for (focus, title) in sections(words) {
        let has = |label: &str, keys: &str| {
            let text = fold(&format!("{title}\n{label}\n{keys}"));
            typed.iter().all(|word| text.contains(word))
        };
        let mut entries = entries(words, keymap, theme, focus);
        entries.retain(|(label, keys)| has(label, keys));
        if entries.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Line::default());
        }
        rows.push(Line::styled(format!("  {title}"), theme.title));
        rows.extend(entries.iter().map(|(label, keys)| row(theme, keys, label, cells)));
    }
    if rows.is_empty() {
        let said = vec![(words.palette_nothing.to_owned(), theme.muted)];
        rows = spans::flow(theme, &said, 2, cells);
    }
    rows
}

/// What the signs in the lists mean.
fn meanings(words: &Words, theme: &Theme, cells: usize) -> Vec<Line<'static>> {
    let mut rows = vec![Line::styled(format!("  {}", words.help_trust), theme.title)];
    let meanings = [
        (Trust::Confirmed, words.trust_confirmed_means),
        (Trust::Aged, words.trust_aged_means),
        (Trust::Aged, words.trust_agreed_means),
        (Trust::Reported, words.trust_reported_means),
    ];
    for (trust, meaning) in meanings {
        let word = format!("{} {}", theme.trust_glyph(trust), labels::trust(words, trust));
        let pieces = [(word, theme.trust(trust)), (meaning.to_owned(), theme.base)];
        rows.extend(spans::flow(theme, &pieces, 4, cells.saturating_sub(1)));
    }
    rows.push(Line::default());
    rows.push(Line::styled(format!("  {}", words.help_letters), theme.title));
    let letters = LETTERS.map(|(id, letter)| (format!("{letter} {}", known_as(id)), theme.base));
    let others = (format!("{OTHERS} {}", words.other_platforms), theme.base);
    let letters: Vec<_> = letters.into_iter().chain([others]).collect();
    rows.extend(spans::flow(theme, &letters, 4, cells.saturating_sub(1)));
    rows
}

/// A platform by its id, which is a word, and by the mark that it has in a narrow list where that is another.
fn known_as(id: &str) -> String {
    match mark(id) {
        mark if mark.eq_ignore_ascii_case(id) => id.to_owned(),
        mark => format!("{id} ({mark})"),
    }
}

fn row(theme: &Theme, keys: &str, label: &str, cells: usize) -> Line<'static> {
    let column = KEYS.min(cells / 2);
    let keys = theme.cut(keys, column.saturating_sub(1));
    let gap = " ".repeat(column.saturating_sub(width(&keys)));
    let line = vec![
        Span::raw("    "),
        Span::styled(keys, theme.accent),
        Span::raw(gap),
        Span::styled(label.to_owned(), theme.base),
    ];
    Line::from(spans::cut(theme, line, cells))
}

/// What can be done in a focus, and by which keys.
fn entries(
    words: &Words,
    keymap: Keymap,
    theme: &Theme,
    focus: Focus,
) -> Vec<(&'static str, String)> {
    let mut entries: Vec<(&'static str, String)> = Vec::new();
    let is_there = |it: &&Binding| it.focus.contains(&focus) && !it.chords.is_empty();
    for binding in keymap.iter().filter(is_there) {
        let label = (binding.label)(words);
        let keys: Vec<String> =
            binding.chords.iter().map(|chord| chord.label(theme.glyphs)).collect();
        let keys = keys.join(", ");
        match entries.iter_mut().find(|(known, _)| *known == label) {
            Some((_, known)) => {
                known.push_str(", ");
                known.push_str(&keys);
            }
            None => entries.push((label, keys)),
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_binding_is_in_the_help_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let theme = Theme::mono(true);
            let words = language.words();
            let rows: Vec<String> =
                rows(words, TABLE, &theme, 200, "").iter().map(Line::to_string).collect();
            for binding in TABLE.iter().filter(|b| b.focus != [Focus::Help]) {
                let label = (binding.label)(words);
                let key = binding.chords[0].label(theme.glyphs);
                let row = rows.iter().find(|line| line.contains(label) && line.contains(&key));
                assert!(row.is_some(), "{key}: {label}");
            }
        }
    }
}
