//! An answer without a hit, over the full width: what was looked through, and what helps with just this
//! question.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::directory::Directory;
use crate::messages::numbers::grouped;
use crate::messages::verdict;
use crate::tui::keys::{Action, Focus, shown_key};
use crate::tui::layout::SENTENCE;
use crate::tui::model::{Banner, Model};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_all;
use crate::tui::widgets::spans;

/// The cells before everything.
const INDENT: usize = 2;

/// Draws the page, in place of the list and of the organisation beside it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width).saturating_sub(1).min(SENTENCE);
    let page = Page { model, theme, cells };
    let height = usize::from(area.height);
    let lines = |blocks: &[Vec<Line<'static>>]| blocks.iter().map(Vec::len).sum::<usize>();
    // Where there is little room, what helps is worth more than where it was looked for, or room between.
    let fits = |blocks: &Vec<Vec<Line<'static>>>| lines(blocks) <= height;
    let found = [2, 1].into_iter().map(|about| page.blocks(about)).find(fits);
    let blocks = found.unwrap_or_else(|| page.blocks(0));
    let is_airy = lines(&blocks) + blocks.len() <= height;
    let gap = || is_airy.then(Line::default);
    put_all(frame, area, blocks.into_iter().flat_map(|block| gap().into_iter().chain(block)));
}

struct Page<'a> {
    model: &'a Model,
    theme: &'a Theme,
    cells: usize,
}

impl Page<'_> {
    fn say(&self, text: String, style: Style) -> Vec<Line<'static>> {
        spans::flow(self.theme, &[(text, style)], INDENT, self.cells)
    }

    fn blocks(&self, about: u8) -> Vec<Vec<Line<'static>>> {
        // Where the card above it answers the question, nothing is missing.
        if !self.model.layout().card.is_empty() {
            return vec![self.after_card()];
        }
        let blocks = [self.found_nothing(about), self.verdict(), self.next()];
        blocks.into_iter().filter(|block| !block.is_empty()).collect()
    }

    /// What leads on from an answer that is no organisation.
    fn after_card(&self) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let key = shown_key(self.model.keymap, Action::Activate, Focus::Query, theme.glyphs)
            .unwrap_or_default();
        match self.model.layer_to_choose() {
            Some(_) => self.say(words.topic_choose(&key), theme.base),
            None => Vec::new(),
        }
    }

    /// That nothing was found; by how much is to be said about that, also what it does not mean, and in what.
    fn found_nothing(&self, about: u8) -> Vec<Line<'static>> {
        let words = self.model.words;
        let query = self.model.browse.query.text();
        let mut lines = self.say(words.search_nothing_found(query.trim()), self.theme.title);
        if about > 1 {
            let directory = self.model.directory();
            let count = directory.map_or(0, Directory::organisation_count);
            let place = words.search_nothing_where(&grouped(words, count));
            lines.extend(self.say(place, self.theme.base));
        }
        // The verdict above it says better what that means.
        if about > 0 && self.model.banner().is_none() {
            lines.extend(self.say(words.search_nothing_means.to_owned(), self.theme.muted));
        }
        lines
    }

    /// The whole verdict on an address or handle, of which only the beginning stands above.
    fn verdict(&self) -> Vec<Line<'static>> {
        let model = self.model;
        let (Some(Banner::Verdict(answer)), Some(directory)) = (model.banner(), model.directory())
        else {
            return Vec::new();
        };
        let mut lines =
            self.say(verdict::headline(model.words, directory, answer), self.theme.title);
        for reason in verdict::reasons(model.words, directory, answer, model.today) {
            let mut sentence =
                spans::flow(self.theme, &[(reason, self.theme.base)], INDENT + 2, self.cells);
            if let Some(span) = sentence.first_mut().and_then(|line| line.spans.first_mut()) {
                let dot = self.theme.glyphs.dot;
                *span = Span::styled(format!("{:INDENT$}{dot} ", ""), self.theme.muted);
            }
            lines.extend(sentence);
        }
        lines
    }

    /// What to try with just this question.
    fn next(&self) -> Vec<Line<'static>> {
        let (model, words) = (self.model, self.model.words);
        let is_account = model.banner().is_some();
        let advice =
            if is_account { words.search_nothing_account } else { words.search_nothing_next };
        let mut lines = self.say(advice.to_owned(), self.theme.base);
        if !is_account {
            let key = shown_key(self.model.keymap, Action::Check, Focus::Query, self.theme.glyphs);
            let check = words.search_nothing_check(&key.unwrap_or_default());
            lines.extend(self.say(check, self.theme.muted));
        }
        lines
    }
}
