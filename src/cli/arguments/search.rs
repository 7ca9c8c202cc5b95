//! What `search` and `show` understand.

/// What `search` understands.
#[derive(Debug, clap::Args)]
pub struct SearchArguments {
    /// The words to search for.
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// How many hits to give; 0 for all.
    #[arg(long, short = 'n', value_name = "NUMBER", default_value_t = 10)]
    pub limit: usize,
    /// Only organisations with an account on this platform.
    #[arg(long, value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// Only organisations of this kind.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only organisations in this province.
    #[arg(long, value_name = "PROVINCE")]
    pub province: Option<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What `show` understands.
#[derive(Debug, clap::Args)]
pub struct ShowArguments {
    /// The organisation: its id, an official id, or words that find it.
    #[arg(value_name = "ORGANISATION", required = true)]
    pub organisation: Vec<String>,
    /// All sites and numbers, each with its evidence.
    #[arg(long)]
    pub all: bool,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
