//! How an account that is added is drawn: the fields, or what would be written.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::directory::Directory;
use crate::messages::proposal;
use crate::proposals::Proposals;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::layout::observe::inset;
use crate::tui::model::Model;
use crate::tui::screens::add::state::{Field, Form};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, point_at, put};
use crate::tui::widgets::spans;

/// Draws it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let (Some(form), Some(directory)) = (&model.add.form, model.directory()) else { return };
    let area = inset(model, area);
    let page = Page { model, theme, directory, form, width: usize::from(area.width) };
    let height = usize::from(area.height);
    let (lines, cursor) = match &form.confirming {
        Some(addition) => (page.confirmation(addition, height), None),
        None => page.fields(height),
    };
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        put(frame, Rect { y, height: 1, ..area }, line);
    }
    if let Some((row, column)) = cursor {
        point_at(frame, area.x + cells(column), area.y + cells(row));
    }
}

struct Page<'p> {
    model: &'p Model,
    theme: &'p Theme,
    directory: &'p Directory,
    form: &'p Form,
    width: usize,
}

impl Page<'_> {
    fn flow(&self, text: String, style: Style, indent: usize) -> Vec<Line<'static>> {
        spans::flow(self.theme, &[(text, style)], indent, self.width.saturating_sub(1))
    }

    /// Whose account it is.
    fn title(&self, height: usize) -> Vec<Line<'static>> {
        let name = escaped(&self.directory.organisation(self.form.organisation).name);
        let mut lines = self.flow(self.model.words.add_title(&name), self.theme.title, 0);
        // Four fields and what is said of them are worth more than the end of a long name.
        lines.truncate(if height < 12 { 1 } else { 2 });
        if height > 8 {
            lines.push(Line::default());
        }
        lines
    }

    fn label(&self, field: Field) -> &'static str {
        let words = self.model.words;
        match field {
            Field::Account => words.add_field_account,
            Field::Platform => words.add_field_platform,
            Field::Page => words.add_field_page,
            Field::Day => words.add_field_day,
        }
    }

    /// The fields with what is wrong below them, and where the cursor stands.
    fn fields(&self, height: usize) -> (Vec<Line<'static>>, Option<(usize, usize)>) {
        let (theme, form) = (self.theme, self.form);
        let mut lines = self.title(height);
        let widest = Field::ALL.into_iter().map(|it| width(self.label(it))).max().unwrap_or(0);
        let mut cursor = None;
        for field in Field::ALL {
            let is_here = field == form.field;
            let Some(editor) = form.of(field) else { continue };
            let label = self.label(field);
            let style = if is_here { theme.accent } else { theme.muted };
            let before = 2 + widest + 1;
            let room = self.width.saturating_sub(before + 1);
            let hidden = editor.cells_before().saturating_sub(room.saturating_sub(1));
            let hidden = if is_here { hidden } else { 0 };
            let gap = " ".repeat(widest.saturating_sub(width(label)) + 1);
            let text = spans::without_start(&editor.text(), hidden);
            let mut line =
                vec![spans::gutter(theme, is_here), Span::styled(label, style), Span::raw(gap)];
            line.extend(spans::cut(theme, vec![Span::styled(text, theme.base)], room));
            if is_here {
                cursor = Some((lines.len(), before + editor.cells_before() - hidden));
            }
            lines.push(Line::from(line));
        }
        let wrong = form.wrong(self.directory, self.model.today);
        let (text, style) = match wrong {
            Some(wrong) => (form.told(self.model.words, self.directory, wrong), theme.warn),
            None => (self.model.words.add_hint.to_owned(), theme.muted),
        };
        let left = height.saturating_sub(lines.len());
        if left > 2 {
            lines.push(Line::default());
        }
        let left = height.saturating_sub(lines.len());
        lines.extend(spans::at_most(theme, self.flow(text, style, 2), left, self.width));
        (lines, cursor)
    }

    /// What would be written, what speaks against it, and where to.
    fn confirmation(&self, addition: &Proposals, height: usize) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let mut lines = Vec::new();
        for (subject, case) in &addition.cases {
            let title = escaped(&proposal::title(self.directory, addition, subject));
            lines.extend(self.flow(title, theme.title, 0));
            for against in &case.against {
                let told = proposal::objection(words, self.directory, subject, against);
                lines.extend(self.flow(escaped(&told), theme.warn, 2));
            }
            let url = case.url.iter().map(|url| escaped(url));
            let seen = case.evidence.iter().map(|it| escaped(&proposal::sighting(words, it)));
            lines.extend(url.chain(seen).flat_map(|text| self.flow(text, theme.base, 2)));
        }
        let file = self.model.add.file.as_ref().map_or("", |file| file.name.as_str());
        let ask = self.flow(words.add_confirm(&escaped(file)), theme.accent, 0);
        let room = height.saturating_sub(ask.len());
        let mut lines = spans::at_most(theme, lines, room, self.width);
        if lines.len() < room {
            lines.push(Line::default());
        }
        lines.extend(ask);
        lines
    }
}
