//! What is typed, with the conditions of filters in it set apart.

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;

use crate::directory::Directory;
use crate::filter::Filter;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::theme::Theme;

/// What is typed without its first cells, in which every condition stands out.
pub fn marked(
    theme: &Theme,
    directory: Option<&Directory>,
    text: &str,
    hidden: usize,
    style: Style,
) -> Vec<Span<'static>> {
    let places = directory.map(|it| Filter::places(text, it)).unwrap_or_default();
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut passed = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let is_hidden = passed < hidden;
        passed += width(grapheme);
        if is_hidden {
            continue;
        }
        let is_condition = places.iter().any(|place| place.contains(&at));
        let style = if is_condition { theme.condition } else { style };
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push_str(&escaped(grapheme)),
            _ => spans.push(Span::styled(escaped(grapheme), style)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_stand_out_and_nothing_else() {
        let directory = crate::embedded::directory().unwrap();
        let theme = Theme::ansi(false);
        let told = |text: &str, hidden| -> Vec<(String, bool)> {
            let spans = marked(&theme, Some(&directory), text, hidden, theme.title);
            spans
                .into_iter()
                .map(|it| (it.content.into_owned(), it.style == theme.condition))
                .collect()
        };
        let chip = |text: &str| (text.to_owned(), true);
        let word = |text: &str| (text.to_owned(), false);
        assert_eq!(
            told("politie op:x ede !in:utrecht", 0),
            [word("politie "), chip("op:x"), word(" ede "), chip("!in:utrecht")]
        );
        assert_eq!(told("politie op:x", 10), [chip(":x")]);
        assert_eq!(told("https://ede.nl", 0), [word("https://ede.nl")]);
        assert_eq!(told("let op: ede", 0), [word("let op: ede")]);
    }
}
