//! One organisation in the list.

use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

use crate::directory::{Directory, Kind, Organisation};
use crate::messages::labels;
use crate::search::{Field, Hit, Matched};
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::model::{Catalogue, Model};
use crate::tui::screens::search::view::columns::Columns;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{handle, letter_of, letters, mark};
use crate::tui::widgets::spans;
use crate::words::Words;

/// The cells that the marks of the platforms get, however long the name is: `X +3`.
const LEAST_MARKS: usize = 7;

/// The fewest cells in which something beside the name says anything.
const LEAST_ASIDE: usize = 9;

/// One organisation in the list.
#[expect(clippy::struct_excessive_bools, reason = "each is shown by a sign of its own")]
pub struct Row<'a> {
    theme: &'a Theme,
    words: &'a Words,
    directory: &'a Directory,
    organisation: &'a Organisation,
    hit: &'a Hit,
    matched: Matched,
    /// Positions in the name, where the name is not what was met.
    in_name: Vec<usize>,
    /// Whether the name holds all that was asked for, so that nothing else need say why it is here.
    is_told_by_name: bool,
    trust: Option<Span<'static>>,
    is_favourite: bool,
    /// Whether it is to be picked, or a channel of it.
    is_marked: bool,
    /// Whether it is the selected one.
    pub selected: bool,
}

impl<'a> Row<'a> {
    /// A hit as a row.
    pub fn new(
        model: &'a Model,
        theme: &'a Theme,
        catalogue: &'a Catalogue,
        hit: &'a Hit,
        selected: bool,
    ) -> Self {
        let Catalogue { directory, index, .. } = catalogue;
        let query = model.browse.search.words.as_str();
        let organisation = directory.organisation(hit.organisation);
        let matched = index.matched(directory, query.trim(), hit);
        let in_name = if matched.field == Field::Name {
            matched.positions.clone()
        } else {
            index.positions_beside(query.trim(), &organisation.name)
        };
        let trust = hit.account.map(|account| {
            let trust = directory.account(account).trust(model.today);
            Span::styled(theme.trust_glyph(trust), theme.trust(trust))
        });
        let words = model.words;
        let asked = query.chars().filter(|c| c.is_alphanumeric()).count();
        let is_whole = hit.account.is_none() && hit.service().is_none();
        let is_told_by_name = is_whole && asked > 0 && in_name.len() >= asked;
        Self {
            theme,
            words,
            directory,
            organisation,
            hit,
            matched,
            in_name,
            is_told_by_name,
            trust,
            is_favourite: model.favourites.is_marked(&organisation.id),
            is_marked: model.is_marked(hit.organisation),
            selected,
        }
    }

    fn gutter(&self) -> Span<'static> {
        if !self.selected && !self.is_marked {
            return Span::raw("  ");
        }
        let gutter = if self.selected { self.theme.glyphs.gutter } else { " " };
        let mark = if self.is_marked { self.theme.glyphs.marked } else { " " };
        Span::styled(format!("{gutter}{mark}"), self.theme.accent)
    }

    /// The style of the row's first line, and that of matched characters in it.
    fn styles(&self) -> (Style, Style) {
        if self.selected {
            let selection = self.theme.selection;
            (selection, selection.add_modifier(Modifier::UNDERLINED))
        } else if self.organisation.ended.is_some() || self.hit.guess {
            (self.theme.muted, self.theme.matched)
        } else {
            (self.theme.base, self.theme.matched)
        }
    }

    /// The name with what was met in it, behind the mark of a favourite.
    fn name(&self, base: Style, matched: Style) -> Vec<Span<'static>> {
        let style = if self.selected { base } else { self.theme.accent };
        let mark = Span::styled(format!("{} ", self.theme.glyphs.favourite), style);
        let name = spans::highlighted(&self.organisation.name, &self.in_name, base, matched);
        Some(mark).filter(|_| self.is_favourite).into_iter().chain(name).collect()
    }

    /// The marks of the platforms it is on, as many as fit, and how many more there are.
    fn marks(&self, style: Style, room: usize) -> Vec<Span<'static>> {
        let mut marks: Vec<String> = Vec::new();
        for &account in &self.organisation.accounts {
            let account = self.directory.account(account);
            let mark = mark(self.directory.platform(account.platform).id());
            if !account.status.is_retired() && !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        let all = marks.len();
        let mut text = String::new();
        for shown in (1..=all).rev() {
            let more = if shown < all { format!(" +{}", all - shown) } else { String::new() };
            text = format!(
                "{}{more} ",
                marks.iter().take(shown).cloned().collect::<Vec<_>>().join(" ")
            );
            if width(&text) <= room {
                break;
            }
        }
        if text.is_empty() { Vec::new() } else { vec![Span::styled(text, style)] }
    }

    /// The first of two lines: the name, and the marks of its platforms.
    pub fn name_line(&self, room: usize) -> ratatui::text::Line<'static> {
        let (base, matched) = self.styles();
        let muted = if self.selected { base } else { self.theme.muted };
        let name = self.name(base, matched);
        let left = room.saturating_sub(spans::total(&name) + 3);
        let room_for_marks = left.max(LEAST_MARKS).min(room / 2);
        let marks = self.marks(muted, room_for_marks);
        let beside = spans::total(&marks) + usize::from(!marks.is_empty());
        let name = spans::cut_name(self.theme, name, room.saturating_sub(2 + beside));
        let line = spans::apart(self.theme, name, marks, room.saturating_sub(2), base);
        std::iter::once(self.gutter()).chain(line.spans).collect()
    }

    /// The second: why it is here, what kind it is, and where.
    pub fn detail_line(&self, room: usize) -> ratatui::text::Line<'static> {
        let gutter = std::iter::once(self.gutter());
        let detail = spans::cut(self.theme, self.details(), room.saturating_sub(2));
        gutter.chain(detail).collect()
    }

    /// All of it in one line of a narrow list: the name, and one thing beside it.
    pub fn only_line(&self, whole: usize) -> ratatui::text::Line<'static> {
        let (base, matched) = self.styles();
        let name = self.name(base, matched);
        let room = whole.saturating_sub(2);
        let left = room.saturating_sub(spans::total(&name) + 2);
        let muted = if self.selected { base } else { self.theme.muted };
        let mut aside = if left < LEAST_ASIDE {
            Vec::new()
        } else if self.organisation.ended.is_some() {
            vec![Span::styled(self.words.row_ended, muted)]
        } else if self.is_met_elsewhere() {
            let forms = self.forms_of_met(base, matched);
            let whole = forms.iter().find(|form| spans::total(form) <= left);
            whole.or(forms.first()).cloned().unwrap_or_default()
        } else {
            let kind = labels::kind(self.words, self.organisation.kind);
            vec![Span::styled(kind, muted)]
        };
        let mut left = left;
        if self.hit.guess {
            // That it is a guess is said even where the name has to give way, and a kind that would
            // be cut is left out.
            let room = left.saturating_sub(width(self.words.row_guess) + 3);
            if spans::total(&aside) > room && !self.is_met_elsewhere() {
                aside.clear();
            }
            if !aside.is_empty() {
                aside.insert(0, Span::styled(format!(" {} ", self.theme.glyphs.dot), muted));
            }
            let style = if self.selected { base } else { self.theme.warn };
            aside.insert(0, Span::styled(self.words.row_guess, style));
            left = left.max(width(self.words.row_guess));
        }
        let aside = spans::cut(self.theme, aside, left);
        let beside = spans::total(&aside) + usize::from(!aside.is_empty());
        let name = spans::cut_name(self.theme, name, room.saturating_sub(beside));
        let line = spans::apart(self.theme, name, aside, room, base);
        std::iter::once(self.gutter()).chain(line.spans).collect()
    }

    /// All of it in one line with columns: the name, its kind, where it is, and on which platforms.
    ///
    /// A name that is longer than its column goes on in the next ones: it says more than they do.
    pub fn columns_line(&self, columns: &Columns<'_>) -> ratatui::text::Line<'static> {
        let (base, matched) = self.styles();
        let muted = if self.selected { base } else { self.theme.muted };
        let name = self.name(base, matched);
        let mut line = vec![self.gutter()];
        let remarks = self.remarks(base, matched);
        if remarks.is_empty() {
            let kind = labels::kind(self.words, self.organisation.kind).to_owned();
            let place = place(self.organisation).map(|place| escaped(&place));
            line.extend(columns.filled(self.theme, name, kind, place, muted));
        } else {
            line.extend(columns.with_remark(self.theme, name, remarks, base));
        }
        line.extend(self.letters(columns, base, matched, muted));
        line.into()
    }

    /// What must be said beside the name, whatever gives way to it: that it is a guess, that it has ended, or
    /// what was met instead of the name. The longest form comes first, for what there is room for.
    fn remarks(&self, base: Style, matched: Style) -> Vec<Vec<Span<'static>>> {
        let theme = self.theme;
        let style = |style| if self.selected { base } else { style };
        let mut marks: Vec<Vec<Span<'static>>> = Vec::new();
        if self.hit.guess {
            marks.push(vec![Span::styled(self.words.row_guess, style(theme.warn))]);
        }
        if self.organisation.ended.is_some() {
            marks.push(vec![Span::styled(self.words.row_ended, style(theme.bad))]);
        }
        let dot = [Span::styled(format!(" {} ", theme.glyphs.dot), style(theme.muted))];
        let mut forms = Vec::new();
        if self.is_met_elsewhere() && !self.is_told_by_name {
            for met in self.forms_of_met(base, matched) {
                let pieces: Vec<_> = marks.iter().cloned().chain([met]).collect();
                forms.push(pieces.join(&dot[..]));
            }
        }
        if !marks.is_empty() {
            forms.push(marks.join(&dot[..]));
        }
        forms
    }

    /// What was met, if not the name, and where less of it still says why it is here, that too: an account by its
    /// platform, and a place by itself.
    fn forms_of_met(&self, base: Style, matched: Style) -> Vec<Vec<Span<'static>>> {
        let met = self.met(base, matched);
        let short = match self.matched.field {
            _ if self.hit.account.is_some() => met.iter().take(2).cloned().collect(),
            Field::Place | Field::Alias | Field::Abbreviation | Field::Topic => {
                met.iter().skip(1).cloned().collect()
            }
            _ => Vec::new(),
        };
        std::iter::once(met).chain(Some(short).filter(|it| !it.is_empty())).collect()
    }

    /// The letter of each platform that it is on, each in its own cell.
    fn letters(
        &self,
        columns: &Columns<'_>,
        base: Style,
        matched: Style,
        muted: Style,
    ) -> Vec<Span<'static>> {
        let accounts = self.organisation.accounts.iter().map(|it| self.directory.account(*it));
        let active = accounts.filter(|account| !account.status.is_retired());
        let ids: Vec<&str> = active.map(|it| self.directory.platform(it.platform).id()).collect();
        let asked = columns.asked.and_then(|asked| letter_of(&columns.platforms, asked));
        let cell = |letter: Option<&'static str>| match letter {
            // Where it was asked for, one looks down the column for it.
            Some(letter) if Some(letter) == asked => Span::styled(letter, matched),
            Some(letter) => Span::styled(letter, base),
            None => Span::styled(self.theme.glyphs.dot, muted),
        };
        std::iter::once(Span::styled(" ", base))
            .chain(letters(&columns.platforms, &ids).into_iter().map(cell))
            .collect()
    }

    /// Whether something else than the name was met, which then must be shown.
    fn is_met_elsewhere(&self) -> bool {
        self.matched.field != Field::Name && !self.matched.text.is_empty()
    }

    /// What was met, if not the name: `voorheen Gemeente Franekeradeel`.
    fn met(&self, base: Style, matched: Style) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        if let Some(account) = self.hit.account {
            let account = self.directory.account(account);
            // On the selected row everything is reversed alike.
            let reversed = base.add_modifier.contains(Modifier::REVERSED);
            let trust = self.trust.clone();
            spans.extend(trust.map(|trust| if reversed { trust.style(base) } else { trust }));
            let platform = escaped(self.directory.platform(account.platform).name());
            spans.push(Span::styled(format!(" {platform} "), base));
            let shown = handle(self.directory, account);
            if self.matched.field == Field::Handle
                && let Some(before) = shown.strip_suffix(&self.matched.text)
            {
                spans.push(Span::styled(escaped(before), base));
            }
        } else {
            let label = labels::field(self.words, self.matched.field);
            spans.push(Span::styled(format!("{label} "), base));
        }
        spans.extend(spans::highlighted(
            &self.matched.text,
            &self.matched.positions,
            base,
            matched,
        ));
        spans
    }

    /// The second line: what was met, ended or not, kind and place.
    fn details(&self) -> Vec<Span<'static>> {
        let muted = self.theme.muted;
        let dot = || Span::styled(format!(" {} ", self.theme.glyphs.dot), muted);
        let mut spans = Vec::new();
        if self.hit.guess {
            spans.push(Span::styled(self.words.row_guess, self.theme.warn));
            spans.push(dot());
        }
        if self.is_met_elsewhere() {
            spans.extend(self.met(self.theme.base, self.theme.matched));
            spans.push(dot());
        }
        if self.organisation.ended.is_some() {
            spans.push(Span::styled(self.words.row_ended, self.theme.bad));
            spans.push(dot());
        }
        spans.push(Span::styled(labels::kind(self.words, self.organisation.kind), muted));
        if let Some(place) = place(self.organisation) {
            spans.push(dot());
            spans.push(Span::styled(escaped(&place), muted));
        }
        spans
    }
}

/// Where an organisation is, in a few words: its province, or the first of its places.
fn place(organisation: &Organisation) -> Option<String> {
    let wide =
        matches!(organisation.kind, Kind::Municipality | Kind::SafetyRegion | Kind::WaterBoard);
    if let Some(province) = organisation.province.as_ref().filter(|_| wide) {
        return Some(province.clone());
    }
    match organisation.places.as_slice() {
        [] => organisation.province.clone(),
        [only] => Some(only.clone()),
        [first, second] => Some(format!("{first}, {second}")),
        [first, second, rest @ ..] => Some(format!("{first}, {second} +{}", rest.len())),
    }
}
