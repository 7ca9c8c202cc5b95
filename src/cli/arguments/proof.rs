//! What `proof` understands.

/// What `proof` understands.
#[derive(Debug, clap::Args)]
pub struct ProofArguments {
    /// The organisation: its id, an official id, or words that find it.
    #[arg(value_name = "ORGANISATION", required = true)]
    pub organisation: Vec<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
