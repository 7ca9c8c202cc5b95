//! What a thread works out for the views of who is where.

use crate::directory::{Date, Directory};
use crate::filter::Filter;
use crate::matrix::{Arrangement, Matrix};
use crate::platform::PlatformIndex;
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
            Question::WhatIf { filter, leave, move_to } => {
                let asked = what_if::Question { filter, leave, move_to: *move_to };
                Found::WhatIf(Outcome::of(&asked, directory, today))
            }
        };
        Self { question, found }
    }
}
