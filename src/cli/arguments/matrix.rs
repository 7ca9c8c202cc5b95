//! What `matrix` understands.

use clap::ValueEnum;

use super::audit::delimiter;
use crate::matrix::{Arrangement, Grouping, Order};

/// What `matrix` understands.
#[derive(Debug, clap::Args)]
pub struct MatrixArguments {
    /// The conditions that all must hold; all organisations where there are none.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// How the map is written.
    #[arg(long, short = 'f', value_name = "FORMAT", default_value = "text")]
    pub format: MatrixFormat,
    /// What the rows are sorted by.
    #[arg(long, value_name = "ORDER", default_value = "name")]
    pub sort: OrderChoice,
    /// What stands between the cells of CSV.
    #[arg(long, value_name = "SIGN", default_value = ",", value_parser = delimiter)]
    pub delimiter: u8,
}

/// How the map is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MatrixFormat {
    /// For people, in a terminal.
    Text,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// For people, to send round.
    Markdown,
}

/// What the rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OrderChoice {
    /// The name.
    Name,
    /// On how many platforms they are.
    Count,
    /// The kind, then the name.
    Kind,
    /// The province, then the name.
    Province,
    /// How far they bear one name everywhere.
    Consistency,
}

impl From<OrderChoice> for Arrangement {
    fn from(choice: OrderChoice) -> Self {
        let (grouping, order) = match choice {
            OrderChoice::Name => (Grouping::None, Order::Name),
            OrderChoice::Count => (Grouping::None, Order::Count),
            OrderChoice::Kind => (Grouping::Kind, Order::Name),
            OrderChoice::Province => (Grouping::Province, Order::Name),
            OrderChoice::Consistency => (Grouping::None, Order::Consistency),
        };
        Self { grouping, order }
    }
}
