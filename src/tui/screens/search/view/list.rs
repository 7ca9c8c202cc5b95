//! The list of organisations.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::keys::Focus;
use crate::tui::layout::{Layout, first_visible};
use crate::tui::model::Model;
use crate::tui::screens::search::view::columns::Columns;
use crate::tui::screens::search::view::row::Row;
use crate::tui::screens::search::view::{loading, nothing};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{point_at, put};

/// Draws the organisations that fit.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, layout: &Layout) {
    let area = layout.list;
    let Some(catalogue) = &model.catalogue else {
        loading::draw(model, theme, frame, area);
        return;
    };
    if model.browse.hits.is_empty() {
        // As long as the search goes on, nobody knows that there is nothing.
        if !model.is_searching() {
            nothing::draw(model, theme, frame, area);
        }
        return;
    }
    let asked = model.browse.search.understood.platform;
    let columns =
        layout.has_columns().then(|| Columns::new(&catalogue.directory, asked, area.width));
    let rows = layout.rows();
    let first =
        first_visible(model.browse.first, model.browse.selected, rows, model.browse.hits.len());
    let shown = model.browse.hits.iter().enumerate().skip(first).take(rows);
    for (slot, (number, hit)) in (0_u16..).zip(shown) {
        let y = area.y + slot * layout.row_height;
        let row = Row::new(model, theme, catalogue, hit, number == model.browse.selected);
        let room = usize::from(area.width).saturating_sub(1);
        if let Some(columns) = &columns {
            put(frame, Rect { y, height: 1, ..area }, row.columns_line(columns));
        } else if layout.row_height > 1 {
            put(frame, Rect { y, height: 1, ..area }, row.name_line(room));
            put(frame, Rect { y: y + 1, height: 1, ..area }, row.detail_line(room));
        } else {
            put(frame, Rect { y, height: 1, ..area }, row.only_line(room));
        }
        if row.selected
            && model.focus() == Focus::Query
            && model.browse.query.is_empty()
            && model.browse.chosen
        {
            point_at(frame, area.x, y);
        }
    }
}
