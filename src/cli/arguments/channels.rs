//! What `channels` understands.

use clap::ValueEnum;

use crate::channel::Need;

/// What `channels` understands.
#[derive(Debug, clap::Args)]
pub struct ChannelsArguments {
    /// The organisation: its id, an official one, or a name.
    #[arg(value_name = "ORGANISATION", required = true)]
    pub organisation: Vec<String>,
    /// What it is needed for.
    #[arg(long = "for", value_name = "NEED", default_value = "news")]
    pub need: NeedChoice,
    /// Platforms that come before others that suit as well.
    #[arg(long, value_name = "PLATFORMS", value_delimiter = ',')]
    pub prefer: Vec<String>,
    /// Platforms that come last.
    #[arg(long, value_name = "PLATFORMS", value_delimiter = ',')]
    pub avoid: Vec<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What a channel is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NeedChoice {
    /// To read its news.
    News,
    /// To ask something.
    Question,
    /// To report something.
    Report,
    /// Help at once.
    Emergency,
    /// To follow it without an account.
    Follow,
}

impl From<NeedChoice> for Need {
    fn from(choice: NeedChoice) -> Self {
        match choice {
            NeedChoice::News => Self::News,
            NeedChoice::Question => Self::Question,
            NeedChoice::Report => Self::Report,
            NeedChoice::Emergency => Self::Emergency,
            NeedChoice::Follow => Self::Follow,
        }
    }
}
