//! What a thread works out for the views of who is where.

use crate::directory::{Date, Directory};
use crate::filter::Filter;
use crate::matrix::{Arrangement, Matrix};
use crate::platform::PlatformIndex;
use crate::platform_overview::PlatformOverview;
use crate::stats::Stats;
use crate::what_if::{self, Outcome};

/// What a view is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The channel map.
    Map {
        /// Which organisations have a row.
        filter: Filter,
        /// In which order.
        arrangement: Arrangement,
    },
    /// The platforms side by side.
    Platforms {
        /// Of which organisations it is told who is there.
        filter: Filter,
    },
    /// What is known, in numbers.
    Numbers {
        /// Which organisations are counted.
        filter: Filter,
    },
    /// What is left.
    WhatIf {
        /// Which organisations would do it.
        filter: Filter,
        /// The platforms that they would leave.
        leave: Vec<PlatformIndex>,
        /// Where they would go.
        move_to: Option<PlatformIndex>,
    },
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The channel map.
    Map(Matrix),
    /// The platforms side by side.
    Platforms(Box<PlatformOverview>),
    /// What is known, in numbers.
    Numbers(Box<Stats>),
    /// What is left.
    WhatIf(Outcome),
}

/// A question with what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresenceAnswer {
    /// What was asked.
    pub question: Question,
    /// What came of it.
    pub found: Found,
}

impl PresenceAnswer {
    /// Works a question out.
    pub fn of(question: Question, directory: &Directory, today: Date) -> Self {
        let found = match &question {
            Question::Map { filter, arrangement } => {
                Found::Map(Matrix::of(directory, filter, *arrangement, today))
            }
            Question::Platforms { filter } => {
                Found::Platforms(Box::new(PlatformOverview::of(directory, filter, today)))
            }
            Question::Numbers { filter } => {
                Found::Numbers(Box::new(Stats::of(directory, filter, today)))
            }
            Question::WhatIf { filter, leave, move_to } => {
                let asked = what_if::Question { filter, leave, move_to: *move_to };
                Found::WhatIf(Outcome::of(&asked, directory, today))
            }
        };
        Self { question, found }
    }
}
