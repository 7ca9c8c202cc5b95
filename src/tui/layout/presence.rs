//! Where the parts of who is where stand, and what stands on their cells.

pub mod told;

use ratatui::layout::{Position, Rect};

use crate::directory::Directory;
use crate::matrix::{Grouping, Order};
use crate::messages::settings::unexpanded;
use crate::platform::PlatformIndex;
use crate::text::width::width;
use crate::tui::layout::{WIDE, first_visible, take};
use crate::tui::model::Model;
use crate::tui::screens::presence::state::{Line, View};
use crate::tui::theme::Theme;
use crate::tui::widgets::account::mark;
use crate::tui::widgets::spans;
use crate::words::Words;

/// The cells before a name: the gutter and a space.
pub const INDENT: usize = 2;
/// The fewest and the most cells of a column.
const COLUMN: [usize; 2] = [4, 10];
/// The fewest cells of the names.
const NAME: usize = 16;
/// The most cells that a map takes for names before its columns have room for theirs.
const NAMED: usize = 40;
/// The most cells of the names at all.
const WIDEST: usize = 56;
/// The cells of how many platforms there are, and of the share that bears one name.
pub const TAIL: [usize; 2] = [4, 6];
/// From this width on, both of them are told; and from this one, the first.
const TAILED: [usize; 2] = [100, 60];
/// The cells of the platforms to choose from, beside what is left.
const CHOICES: u16 = 30;
/// From this height of the body on, the head of the map has two lines, the signs are explained, and both totals told.
const TALL: u16 = 14;
/// From this height on, it is also told how many are known to have stopped.
const FULL: u16 = 20;
/// From this height on there is a second line to the head.
const ROOMY: u16 = 9;
/// The most lines that a complaint about a filter takes.
const SAID: u16 = 6;
/// The lines that stay for all else.
const LEAST: u16 = 3;

/// Where the parts stand; one that does not fit is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Places {
    /// The names of the views.
    pub views: Rect,
    /// What is wrong with the filter.
    pub said: Rect,
    /// The platforms, above their columns.
    pub heads: Rect,
    /// The rows of the map, or the platforms to choose from.
    pub list: Rect,
    /// What the signs mean.
    pub legend: Rect,
    /// What the columns add up to.
    pub totals: Rect,
    /// What is said of the selected cell, or what is left.
    pub detail: Rect,
}

/// How the width is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The cells of the names, with a gap behind them.
    pub name: usize,
    /// The cells of each platform, with a gap behind them.
    pub each: usize,
    /// How many platforms fit.
    pub shown: usize,
    /// The cells of how many platforms there are, and of the share that bears one name; 0 where there is no room.
    pub tail: [usize; 2],
    /// Whether the platforms have room for their names.
    pub has_names: bool,
}

/// What stands on a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The name of a view.
    View(View),
    /// A platform, by its place among those of the map.
    Platform(usize),
    /// A row of the map, and perhaps a column.
    Cell(usize, Option<usize>),
}

/// Where the parts stand.
pub fn places(model: &Model) -> Places {
    let body = model.layout().body();
    let said = complaint(model, &Theme::mono(true), usize::from(body.width)).len();
    let said = u16::try_from(said).unwrap_or(SAID).min(SAID).min(body.height.saturating_sub(LEAST));
    Places::new(body, model.presence.view, said, columns(model).has_names)
}

impl Places {
    fn new(body: Rect, view: View, said: u16, has_names: bool) -> Self {
        let mut rest = body;
        let mut places =
            Self { views: take(&mut rest, 1), said: take(&mut rest, said), ..Self::default() };
        match view {
            View::Map => {
                let is_tall = body.height >= TALL;
                // Where platforms have room for their names, so have their owners.
                let heads = match body.height {
                    TALL.. if has_names => 3,
                    ROOMY.. => 2,
                    _ => 1,
                };
                places.heads = take(&mut rest, heads);
                let totals = if body.height >= FULL { 3 } else { 2 };
                let lines = if is_tall { [1, totals, 2] } else { [0, 1, 1] };
                let below: u16 = lines.iter().sum();
                let height = rest.height.saturating_sub(below);
                places.list = take(&mut rest, height);
                let [legend, totals, detail] = lines;
                // Where hardly anything fits, the rows go before all else.
                places.totals = take(&mut rest, totals);
                places.legend = take(&mut rest, legend);
                places.detail = take(&mut rest, detail);
            }
            View::Numbers | View::Changes => {
                take(&mut rest, u16::from(body.height >= ROOMY));
                places.detail = rest;
            }
            View::Platforms | View::WhatIf if body.width >= WIDE => {
                take(&mut rest, u16::from(body.height >= ROOMY));
                places.list = Rect { width: CHOICES, ..rest };
                let x = rest.x + CHOICES;
                places.detail = Rect { x, width: rest.width - CHOICES, ..rest };
            }
            View::Platforms | View::WhatIf => {
                let height = rest.height * 2 / 5;
                places.list = take(&mut rest, height);
                places.detail = rest;
            }
        }
        places
    }
}

/// How the width of the map is divided.
pub fn columns(model: &Model) -> Columns {
    let names = heads(model).into_iter().map(|(name, _)| width(&name));
    let all = names.collect::<Vec<usize>>();
    let widest = all.iter().copied().max().unwrap_or_default();
    Columns::new(usize::from(model.size.width), all.len(), widest)
}

impl Columns {
    fn new(room: usize, platforms: usize, widest: usize) -> Self {
        let [count, share] = TAIL;
        let [both, one] = TAILED;
        let tail = match room {
            _ if room >= both => [count, share],
            _ if room >= one => [count, 0],
            _ => [0, 0],
        };
        // The last cell is for the mark that there is more.
        let room = room.saturating_sub(INDENT + tail.iter().sum::<usize>() + 1);
        let [least, most] = COLUMN;
        let name = (room * 2 / 5).clamp(NAME, NAMED).min(room);
        let each = room.saturating_sub(name).checked_div(platforms).unwrap_or(least);
        let each = each.clamp(least, most);
        let shown = room.saturating_sub(NAME.min(room)) / each;
        let shown = shown.min(platforms);
        Self {
            // Signs stand near the names that they are of.
            name: room.saturating_sub(shown * each).min(WIDEST),
            each,
            shown,
            tail,
            has_names: each > widest.min(most - 1),
        }
    }
}

/// The names of the platforms of the map, and their short marks.
pub fn heads(model: &Model) -> Vec<(String, String)> {
    let Some((map, directory)) = model.presence.map().zip(model.directory()) else {
        return Vec::new();
    };
    let head = |index: &PlatformIndex| {
        let platform = directory.platform(*index);
        (platform.name().to_owned(), mark(platform.id()))
    };
    map.platforms.iter().map(head).collect()
}

/// The names of the views, each with where its cells begin and end. Where there is room for it a blank on either side
/// belongs to each.
pub fn views(words: &Words, room: u16) -> Vec<(View, &'static str, std::ops::Range<usize>)> {
    let names = View::ALL.map(|view| {
        let name = match view {
            View::Map => words.presence_map,
            View::Platforms => words.presence_platforms,
            View::WhatIf => words.presence_what_if,
            View::Numbers => words.presence_numbers,
            View::Changes => words.presence_changes,
        };
        (view, name)
    });
    let cells: usize = names.iter().map(|(_, name)| width(name) + 3).sum();
    let blanks = if cells <= usize::from(room) { 2 } else { 0 };
    let mut start = 1;
    let place = |(view, name)| {
        let end = start + width(name) + blanks;
        let place = (view, name, start..end);
        start = end + 1;
        place
    };
    names.into_iter().map(place).collect()
}

/// What is wrong with the filter, in lines.
pub fn complaint(model: &Model, theme: &Theme, room: usize) -> Vec<ratatui::text::Line<'static>> {
    let presence = &model.presence;
    let unset = presence.unset.as_ref();
    let unset = unset.map(|why| unexpanded(model.words, &model.settings, why));
    let error = presence.error.as_ref().map(|error| error.text(model.words));
    let Some(text) = unset.or(error) else {
        return Vec::new();
    };
    spans::flow(theme, &[(text, theme.warn)], INDENT, room.saturating_sub(1))
}

/// What the rows are sorted by.
pub fn order(words: &Words, order: Order) -> &'static str {
    match order {
        Order::Name => words.presence_by_name,
        Order::Count => words.presence_by_count,
        Order::Consistency => words.presence_by_consistency,
    }
}

/// Which rows stand together.
pub fn grouping(words: &Words, grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::None => words.presence_ungrouped,
        Grouping::Kind => words.presence_by_kind,
        Grouping::Province => words.presence_by_province,
    }
}

/// The names of the platforms that would be left.
pub fn left(model: &Model) -> Vec<String> {
    let name =
        |directory: &Directory, index: &PlatformIndex| directory.platform(*index).name().to_owned();
    let Some(directory) = model.directory() else { return Vec::new() };
    model.presence.leave.iter().map(|it| name(directory, it)).collect()
}

/// How far a page goes.
pub fn page(model: &Model) -> usize {
    usize::from(places(model).list.height).saturating_sub(1).max(1)
}

/// What stands on a cell of the screen.
pub fn spot(model: &Model, position: Position) -> Option<Spot> {
    let places = places(model);
    let column = usize::from(position.x);
    if places.views.contains(position) {
        let all = views(model.words, places.views.width).into_iter();
        return all.filter(|(.., cells)| cells.contains(&column)).map(|it| Spot::View(it.0)).next();
    }
    let presence = &model.presence;
    if presence.view != View::Map {
        let at = usize::from(position.y.saturating_sub(places.list.y));
        let first = first_choice(model, usize::from(places.list.height));
        return places.list.contains(position).then_some(Spot::Platform(first + at));
    }
    let columns = columns(model);
    let platform = column.checked_sub(INDENT + columns.name).map(|cells| cells / columns.each);
    let platform = platform.filter(|at| *at < columns.shown).map(|at| presence.first_column + at);
    if places.heads.contains(position) {
        return platform.map(Spot::Platform);
    }
    let line = presence.first + usize::from(position.y.saturating_sub(places.list.y));
    match presence.line(line).filter(|_| places.list.contains(position))? {
        Line::Row(row) => Some(Spot::Cell(row, platform)),
        Line::Heading(_) => None,
    }
}

/// The first of the platforms to choose from that is on screen.
pub fn first_choice(model: &Model, height: usize) -> usize {
    let presence = &model.presence;
    let (selected, count) = match presence.view {
        View::Platforms => {
            (presence.choice, presence.platforms().map_or(0, |it| it.platforms.len() + 1))
        }
        _ => (presence.column, presence.map().map_or(0, |map| map.platforms.len())),
    };
    first_visible(0, selected, height, count)
}

/// How many lines are told beside the choices, where that depends on the view.
pub fn told_height(model: &Model) -> usize {
    let places = places(model);
    let room = usize::from(places.detail.width).saturating_sub(1);
    told::lines(model, &Theme::mono(true), room).len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_map_shows_as_many_platforms_as_fit() {
        for (room, platforms, expected) in [
            (80, 13, (21, 4, 13)),
            (120, 13, (42, 5, 13)),
            (200, 13, (56, 10, 13)),
            (40, 13, (17, 4, 5)),
            (80, 2, (53, 10, 2)),
            (20, 13, (17, 4, 0)),
        ] {
            let Columns { name, each, shown, .. } = Columns::new(room, platforms, 9);
            assert_eq!((name, each, shown), expected, "{platforms} in {room}");
        }
    }

    proptest! {
        #[test]
        fn columns_take_all_there_is_and_no_more(
            room in 20_usize..300,
            platforms in 0_usize..30,
            widest in 0_usize..20,
        ) {
            let columns = Columns::new(room, platforms, widest);
            let Columns { name, each, shown, tail, .. } = columns;
            let taken = INDENT + name + each * shown + tail.iter().sum::<usize>();
            prop_assert!(taken < room && (taken + 1 == room || name == WIDEST), "{:?}", columns);
            prop_assert!(shown <= platforms);
        }

        #[test]
        fn parts_stay_inside_and_apart(
            width in 20_u16..300,
            height in 2_u16..80,
            said in 0_u16..7,
            view in 0_usize..4,
            has_names: bool,
        ) {
            let area = Rect::new(0, 2, width, height);
            let view = View::ALL[view];
            let Places { views, said, heads, list, legend, totals, detail } =
                Places::new(area, view, said, has_names);
            let parts = [views, said, heads, list, legend, totals, detail];
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(part.is_empty() || area.intersection(*part) == *part);
                for other in parts.iter().skip(at + 1) {
                    prop_assert!(part.intersection(*other).is_empty());
                }
            }
        }
    }
}
