//! What stands above the hits because of what was asked, and not of what was met: whom to call where somebody may
//! be in danger, who handles a topic, and that the hits are the government of a place.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::sanitise::escaped;
use crate::tui::model::Model;
use crate::tui::screens::search::state::Told;
use crate::tui::theme::Theme;
use crate::tui::widgets::spans;
use crate::words::Words;

/// The cells before everything.
const INDENT: usize = 2;

/// The lines of the card on a screen of this width; none where nothing is to be said.
pub(in crate::tui) fn rows(model: &Model, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    if model.directory().is_none() || model.browse.query.is_empty() {
        return Vec::new();
    }
    let (words, told) = (model.words, &model.browse.search.told);
    let card = Card { words, theme, told, cells: width.saturating_sub(1) };
    // A verdict answers the rest of what was typed; in danger it is no answer.
    if model.banner().is_some() {
        return card.urgent();
    }
    let blocks =
        [card.urgent(), card.fault(), card.genuine(), card.topic(), card.which(), card.place()];
    blocks.into_iter().flatten().collect()
}

struct Card<'a> {
    words: &'a Words,
    theme: &'a Theme,
    told: &'a Told,
    cells: usize,
}

impl Card<'_> {
    fn say(&self, pieces: &[(String, Style)]) -> Vec<Line<'static>> {
        spans::flow(self.theme, pieces, INDENT, self.cells)
    }

    /// Whom to call, before all else: the first so that nobody passes it over.
    fn urgent(&self) -> Vec<Line<'static>> {
        let theme = self.theme;
        let Some((first, others)) = self.told.urgent.split_first() else {
            return Vec::new();
        };
        let call = format!("{} {}", theme.glyphs.warning, escaped(first));
        let mut lines = self.say(&[(call, theme.alarm())]);
        let others: Vec<(String, Style)> =
            others.iter().map(|it| (it.clone(), theme.base)).collect();
        lines.extend(self.say(&others));
        lines
    }

    /// What is wrong with a condition that is typed.
    fn fault(&self) -> Vec<Line<'static>> {
        let told = self.told.fault.iter();
        told.flat_map(|it| self.say(&[(it.clone(), self.theme.warn)])).collect()
    }

    /// That a name proves nothing, where it is asked whether something is genuine.
    fn genuine(&self) -> Vec<Line<'static>> {
        let told = self.told.genuine.iter();
        told.flat_map(|it| self.say(&[((*it).to_owned(), self.theme.base)])).collect()
    }

    /// Who handles the topic that is asked about, and what to type to be led there.
    fn topic(&self) -> Vec<Line<'static>> {
        let theme = self.theme;
        let Some(topic) = &self.told.topic else {
            return Vec::new();
        };
        let mut pieces = vec![(topic.heading.clone(), theme.title)];
        if !topic.handlers.is_empty() {
            let who = topic.handlers.join(", ");
            pieces.push((format!("{} {who}", self.words.question_handled_by), theme.base));
        }
        pieces.extend(topic.hint.iter().chain(&topic.note).map(|it| (it.clone(), theme.base)));
        pieces.extend(topic.source.iter().map(|it| (it.clone(), theme.muted)));
        self.say(&pieces)
    }

    fn which(&self) -> Vec<Line<'static>> {
        let which = self.told.which.iter();
        which.flat_map(|it| self.say(&[(it.clone(), self.theme.base)])).collect()
    }

    /// That what stands below is the government of a place, and which of it is only perhaps.
    fn place(&self) -> Vec<Line<'static>> {
        let Some(place) = self.told.place.as_ref().filter(|it| !it.rows.is_empty()) else {
            return Vec::new();
        };
        let mut pieces = vec![(place.heading.clone(), self.theme.title)];
        if place.rows.iter().any(|row| row.is_perhaps) {
            let guess = self.words.row_guess;
            pieces.push((format!("{guess}: {}", place.perhaps), self.theme.muted));
        }
        self.say(&pieces)
    }
}
