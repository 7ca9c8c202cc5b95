//! What the views of who is where know.

use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::filter::{Filter, FilterError};
use crate::matrix::{Arrangement, Cell, Grouping, Matrix, Order};
use crate::platform::PlatformIndex;
use crate::platform_overview::PlatformOverview;
use crate::settings::{Settings, Unexpanded};
use crate::stats::Stats;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::screens::presence::job::{Found, PresenceAnswer, Question};
use crate::tui::widgets::editor::Editor;
use crate::what_if::Outcome;

/// The views.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// The channel map.
    #[default]
    Map,
    /// The platforms side by side.
    Platforms,
    /// What is left.
    WhatIf,
    /// What is known, in numbers.
    Numbers,
    /// What changed since the reader looked last.
    Changes,
}

impl View {
    /// All views, in their order.
    pub const ALL: [Self; 5] =
        [Self::Map, Self::Platforms, Self::WhatIf, Self::Numbers, Self::Changes];

    /// The view that stands so many places on; after the last comes the first.
    #[must_use]
    pub fn turned(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or_default();
        Self::ALL.into_iter().cycle().nth(at + by).unwrap_or(self)
    }
}

/// The views of who is where: what they are about, and where the reader is in them.
#[derive(Debug, Default)]
pub struct PresenceState {
    /// The view on screen.
    pub view: View,
    /// What is typed as a filter.
    pub filter: Editor,
    /// Whether it is being typed.
    pub is_typing: bool,
    /// What could be read of it.
    asked: Filter,
    /// What is wrong with what is typed, where that is so.
    pub error: Option<FilterError>,
    /// Why a selection in it stands for nothing.
    pub unset: Option<Unexpanded>,
    /// In which order the rows of the map stand.
    pub arrangement: Arrangement,
    map: Option<(Question, Matrix)>,
    platforms: Option<(Question, Box<PlatformOverview>)>,
    what_if: Option<(Question, Outcome)>,
    numbers: Option<(Question, Box<Stats>)>,
    /// The selected row of the map.
    pub row: usize,
    /// The selected platform, by its place in the map, or among all.
    pub column: usize,
    /// The first line of the map on screen.
    pub first: usize,
    /// The first column on screen.
    pub first_column: usize,
    /// The selected line among the platforms side by side: first all together, then each.
    pub choice: usize,
    /// The first line on screen of what is told.
    pub scrolled: usize,
    /// The platforms to be left.
    pub leave: Vec<PlatformIndex>,
    /// The platform to go to.
    pub move_to: Option<PlatformIndex>,
    /// The organisation whose row is to be selected once there is a map.
    sought: Option<OrganisationIndex>,
    /// Whether what was worked out is of another state of the directory.
    is_outdated: bool,
}

/// A line of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of a group, by its place among the groups.
    Heading(usize),
    /// A row.
    Row(usize),
}

impl PresenceState {
    /// The map of all organisations, those that are on most platforms first.
    pub fn new() -> Self {
        let arrangement = Arrangement { order: Order::Count, ..Arrangement::default() };
        Self { arrangement, ..Self::default() }
    }

    /// The channel map, as far as it was worked out.
    pub fn map(&self) -> Option<&Matrix> {
        self.map.as_ref().map(|(_, map)| map)
    }

    /// The platforms side by side, as far as that was worked out.
    pub fn platforms(&self) -> Option<&PlatformOverview> {
        self.platforms.as_ref().map(|(_, overview)| &**overview)
    }

    /// What is known, in numbers, as far as that was counted.
    pub fn numbers(&self) -> Option<&Stats> {
        self.numbers.as_ref().map(|(_, stats)| &**stats)
    }

    /// What is left, as far as that was worked out.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.what_if.as_ref().map(|(_, outcome)| outcome)
    }

    /// Whether the view is a text to be read, with nothing in it to choose.
    pub fn is_read(&self) -> bool {
        matches!(self.view, View::Numbers | View::Changes)
    }

    /// The filter that all views are about.
    pub fn asked(&self) -> &Filter {
        &self.asked
    }

    /// Reads what is typed; what is wrong in it is left out.
    ///
    /// Selections of the settings (`@peers`) stand for their filters; one that is not set is left as it is typed.
    pub fn read(&mut self, directory: &Directory, settings: &Settings) {
        let typed = self.filter.text();
        let expanded = settings.expanded(&typed);
        let text = expanded.as_ref().unwrap_or(&typed);
        (self.asked, self.error) = Filter::parse_typed(text, directory);
        self.unset = expanded.err();
    }

    /// What the view is about.
    pub fn question(&self) -> Question {
        let filter = self.asked.clone();
        match self.view {
            // What changed is worked out once for all; the filter chooses by the rows of the map.
            View::Map | View::Changes => Question::Map { filter, arrangement: self.arrangement },
            View::Platforms => Question::Platforms { filter },
            View::Numbers => Question::Numbers { filter },
            View::WhatIf => {
                Question::WhatIf { filter, leave: self.leave.clone(), move_to: self.move_to }
            }
        }
    }

    /// What the view is about, where that isn't worked out yet. The map comes first: the first line counts its rows, and
    /// the platforms to leave are its columns.
    pub fn wanted(&self) -> Option<Question> {
        let map = Question::Map { filter: self.asked.clone(), arrangement: self.arrangement };
        if self.is_outdated || self.map.as_ref().is_none_or(|(question, _)| *question != map) {
            return Some(map);
        }
        let question = self.question();
        let known = match self.view {
            View::Map | View::Changes => self.map.as_ref().map(|(question, _)| question),
            View::Platforms => self.platforms.as_ref().map(|(question, _)| question),
            View::WhatIf => self.what_if.as_ref().map(|(question, _)| question),
            View::Numbers => self.numbers.as_ref().map(|(question, _)| question),
        };
        (known != Some(&question)).then_some(question)
    }

    /// Takes in what was worked out. The reader stays with the organisation and the platform that were selected.
    pub fn take(&mut self, answer: PresenceAnswer) {
        self.is_outdated = false;
        match answer.found {
            Found::Map(map) => {
                let organisation = self.sought.take().or_else(|| self.organisation());
                let platform = self.platform();
                let at =
                    |all: &[OrganisationIndex]| all.iter().position(|it| Some(*it) == organisation);
                self.row = at(&map.organisations).unwrap_or_default();
                let column = map.platforms.iter().position(|it| Some(*it) == platform);
                self.column = column.unwrap_or_default();
                self.map = Some((answer.question, map));
            }
            Found::Platforms(overview) => self.platforms = Some((answer.question, overview)),
            Found::Numbers(stats) => self.numbers = Some((answer.question, stats)),
            Found::WhatIf(outcome) => self.what_if = Some((answer.question, outcome)),
        }
    }

    /// Says that the directory has changed.
    pub fn outdate(&mut self) {
        self.is_outdated = true;
        (self.platforms, self.what_if, self.numbers) = (None, None, None);
    }

    /// Selects the row of an organisation, now or once there is a map.
    pub fn look_for(&mut self, organisation: OrganisationIndex) {
        let rows = self.map().map(|map| &map.organisations);
        match rows.and_then(|rows| rows.iter().position(|it| *it == organisation)) {
            Some(row) => self.row = row,
            None => self.sought = Some(organisation),
        }
    }

    /// The organisation of the selected row.
    pub fn organisation(&self) -> Option<OrganisationIndex> {
        self.map()?.organisations.get(self.row).copied()
    }

    /// The selected platform.
    pub fn platform(&self) -> Option<PlatformIndex> {
        self.map()?.platforms.get(self.column).copied()
    }

    /// The selected cell of the map.
    pub fn cell(&self, directory: &Directory) -> Option<Cell> {
        let row = self.map()?.row(directory, self.organisation()?);
        row.cells.get(self.column).copied()
    }

    /// How many lines the map has, headings among them.
    pub fn lines(&self) -> usize {
        self.map().map_or(0, |map| map.organisations.len() + map.groups.len())
    }

    /// The line of a row.
    pub fn line_of(&self, row: usize) -> usize {
        let before = |map: &Matrix| map.groups.partition_point(|group| group.start <= row);
        row + self.map().map_or(0, before)
    }

    /// What stands on a line.
    pub fn line(&self, line: usize) -> Option<Line> {
        let map = self.map()?;
        // A heading stands above the first of its group, and below the headings of those before.
        let headings = map.groups.iter().enumerate();
        let before = headings.filter(|(at, group)| group.start + at <= line).count();
        let Some(last) = before.checked_sub(1) else {
            return (line < map.organisations.len()).then_some(Line::Row(line));
        };
        let start = map.groups.get(last)?.start + last;
        if start == line {
            return Some(Line::Heading(last));
        }
        let row = line - before;
        (row < map.organisations.len()).then_some(Line::Row(row))
    }

    /// Sorts the rows by the next order.
    pub fn sort(&mut self) {
        self.arrangement.order = match self.arrangement.order {
            Order::Name => Order::Count,
            Order::Count => Order::Consistency,
            Order::Consistency => Order::Name,
        };
    }

    /// Has rows stand together by the next grouping.
    pub fn group(&mut self) {
        self.arrangement.grouping = match self.arrangement.grouping {
            Grouping::None => Grouping::Kind,
            Grouping::Kind => Grouping::Province,
            Grouping::Province => Grouping::None,
        };
    }

    /// Puts a platform among those to be left, or takes it back.
    pub fn turn(&mut self, platform: PlatformIndex) {
        if self.leave.contains(&platform) {
            self.leave.retain(|it| *it != platform);
        } else {
            self.leave.push(platform);
            self.move_to = self.move_to.filter(|it| *it != platform);
        }
    }

    /// Goes to a platform, or no longer.
    pub fn go_to(&mut self, platform: PlatformIndex) {
        self.move_to = if self.move_to == Some(platform) { None } else { Some(platform) };
        self.leave.retain(|it| *it != platform);
    }
}

impl Model {
    /// Whether who is where is on screen, or lies next under what is.
    pub fn shows_presence(&self) -> bool {
        self.shown().contains(&Screen::Presence)
    }

    /// The account of the selected cell of the map, where it has one.
    pub fn account_on_map(&self) -> Option<AccountIndex> {
        let is_map = self.presence.view == View::Map;
        let cell = is_map.then(|| self.presence.cell(self.directory()?))??;
        match cell {
            Cell::Unknown => None,
            Cell::Retired(account) | Cell::InUse { account, .. } => Some(account),
        }
    }
}
