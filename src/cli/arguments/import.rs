//! What `import` understands.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::directory::Date;
use officieel_online::import::Source;

/// What `import` understands.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub struct ImportArguments {
    /// The source.
    #[arg(value_name = "SOURCE")]
    pub source: SourceChoice,
    /// The answer of the source; standard input where it is `-`.
    #[arg(value_name = "FILE", required_unless_present_any = ["print_query", "fetch"])]
    pub file: Option<PathBuf>,
    /// Whether the source itself is asked.
    #[arg(long, conflicts_with_all = ["file", "print_query"])]
    pub fetch: bool,
    /// Where, instead of at its own address.
    #[arg(long, value_name = "ADDRESS", requires = "fetch", conflicts_with = "file")]
    pub address: Option<String>,
    /// The day on which the source said so, where it doesn't tell that itself.
    #[arg(long, value_name = "DATE")]
    pub seen: Option<Date>,
    /// Only rows of this country, as the table writes it.
    #[arg(long, value_name = "NAME")]
    pub rows: Option<String>,
    /// In which columns of a table what stands.
    #[arg(long, value_name = "MAPPING")]
    pub map: Option<String>,
    /// The file that tells what the last good run held, and is told this one.
    #[arg(long, value_name = "FILE")]
    pub last_run: Option<PathBuf>,
    /// How results are told.
    #[arg(long = "as", value_name = "FORMAT", default_value = "table")]
    pub format: ImportFormat,
    /// JSON instead of text.
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// The file of proposals that what was found is put in.
    #[arg(long, value_name = "FILE", conflicts_with = "new_directory")]
    pub proposals: Option<PathBuf>,
    /// The directory file to make of it.
    #[arg(long, value_name = "FILE", requires = "country")]
    pub new_directory: Option<PathBuf>,
    /// Where the source can be read, where that is not its usual address.
    #[arg(long, value_name = "ADDRESS", requires = "new_directory")]
    pub published_at: Option<String>,
    /// The words of the country.
    #[arg(long, value_name = "FILE", requires = "new_directory")]
    pub words: Option<PathBuf>,
    /// Whether a file that is there already may be replaced.
    #[arg(long, requires = "new_directory")]
    pub force: bool,
    /// Only print the query for Wikidata.
    #[arg(long, requires = "country", conflicts_with = "file")]
    pub print_query: bool,
    /// The languages of names in that query.
    #[arg(long, value_name = "LANGUAGES", value_delimiter = ',', default_value = "en")]
    pub languages: Vec<String>,
}

/// The sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SourceChoice {
    /// The register of organisations.
    Roo,
    /// The register of domains.
    Rio,
    /// Wikidata.
    Wikidata,
    /// Govdirectory.
    Govdirectory,
    /// The directory of a server.
    Mastodon,
    /// The stations of the police.
    Police,
    /// A table.
    Csv,
}

impl From<SourceChoice> for Source {
    fn from(choice: SourceChoice) -> Self {
        match choice {
            SourceChoice::Roo => Self::Roo,
            SourceChoice::Rio => Self::Rio,
            SourceChoice::Wikidata => Self::Wikidata,
            SourceChoice::Govdirectory => Self::Govdirectory,
            SourceChoice::Mastodon => Self::Mastodon,
            SourceChoice::Police => Self::Police,
            SourceChoice::Csv => Self::Csv,
        }
    }
}

/// How results are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// For people.
    Table,
    /// For programs.
    Json,
}
