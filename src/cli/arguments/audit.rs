//! The arguments of `audit` and `explain`.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::audit::Severity;

/// What `audit` understands.
#[derive(Debug, clap::Args)]
pub struct AuditArguments {
    /// The conditions that organisations must hold; all organisations where there are none.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// The family that shares are reckoned in: a kind, or an organisation and all under it.
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Only organisations of this kind.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only this organisation and what falls under it, by its id or an official one.
    #[arg(long, value_name = "ORGANISATION")]
    pub organisation: Option<String>,
    /// Only this platform.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// Only these rules.
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Only findings of this severity and above.
    #[arg(long, value_name = "SEVERITY")]
    pub severity: Option<SeverityChoice>,
    /// A register extract to hold against the directory, instead of the directory itself.
    #[arg(long, value_name = "FILE")]
    pub register: Option<PathBuf>,
    /// How to print the findings.
    #[arg(long, short = 'f', value_name = "FORMAT", default_value = "text")]
    pub format: FormatChoice,
    /// What stands between the cells of CSV.
    #[arg(long, value_name = "SIGN", default_value = ",", value_parser = delimiter)]
    pub delimiter: u8,
    /// From which severity on the status is 1.
    #[arg(long, value_name = "SEVERITY", default_value = "note")]
    pub fail_on: SeverityChoice,
    /// A file of findings to leave out.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Where to write what is found now, for `--baseline`.
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
}

/// What `explain` understands.
#[derive(Debug, clap::Args)]
pub struct ExplainArguments {
    /// The rule; all of them where none is given.
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// A severity, as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SeverityChoice {
    /// Worth knowing.
    Note,
    /// Costs citizens trust or time.
    Warning,
    /// Citizens can be misled or left without help.
    Error,
}

impl From<SeverityChoice> for Severity {
    fn from(choice: SeverityChoice) -> Self {
        match choice {
            SeverityChoice::Note => Self::Note,
            SeverityChoice::Warning => Self::Warning,
            SeverityChoice::Error => Self::Error,
        }
    }
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatChoice {
    /// For people, in a terminal.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For people, to send round.
    Markdown,
    /// For tools that show the findings of static analysis (SARIF 2.1.0).
    Sarif,
    /// For tools that show test results.
    Junit,
}

/// A sign between cells that no spreadsheet takes for anything else.
pub(super) fn delimiter(given: &str) -> Result<u8, String> {
    match given {
        "," => Ok(b','),
        ";" => Ok(b';'),
        "tab" | "\t" => Ok(b'\t'),
        _ => Err(", ; tab".to_owned()),
    }
}
