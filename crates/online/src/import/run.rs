//! Holding an answer against the last good one: an outage looks like a fact.

use serde::{Deserialize, Serialize};

use super::{Extract, Source};
use officieel_directory::directory::Date;

/// How many of a hundred records may be gone since the last run. Registers lose a few in a month of mergers; an
/// answer that lost more was cut or halved on its way.
const MOST_GONE: usize = 5;
/// So many may be gone from a source of any size.
const ALWAYS_GONE: usize = 2;

/// What the last good answer of a source held. It is data for whoever keeps it from run to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRun {
    /// The source, by its name on the command line.
    pub source: String,
    /// The day of which the answer said that it is, as `2026-11-28`.
    pub stamped: Option<String>,
    /// How many records there were.
    pub records: usize,
    /// How many entries of accounts.
    pub accounts: usize,
    /// How many domains.
    pub domains: usize,
}

/// Why an answer is no news: it lacks too much of what the last one had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Shrunk {
    /// It has far fewer of something.
    #[error(
        "it has {now} {what} where the last run had {before}; that is an outage until somebody says otherwise"
    )]
    Fewer {
        /// What there are fewer of: `records`, `accounts` or `domains`.
        what: &'static str,
        /// How many there are now.
        now: usize,
        /// How many there were.
        before: usize,
    },
    /// It is older than the last one.
    #[error("it is of {now}, and the last run was of {before}")]
    Older {
        /// The day of this one.
        now: Date,
        /// The day of the last one.
        before: Date,
    },
    /// It is of another source.
    #[error("the last run was of `{0}`")]
    OtherSource(String),
}

impl LastRun {
    /// What is to be kept of a good answer.
    pub fn of(source: Source, extract: &Extract) -> Self {
        Self {
            source: source.id().to_owned(),
            stamped: extract.stamped.map(|it| it.to_string()),
            records: extract.records.len(),
            accounts: extract.account_count(),
            domains: extract.domain_count(),
        }
    }

    /// Whether another answer can follow this one.
    ///
    /// # Errors
    ///
    /// Where it is much smaller, or older. A source that grew is taken as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use officieel_online::import::{self, LastRun, ReadOptions, Source};
    ///
    /// let rows = |count: usize| {
    ///     let row = |it| format!("Body {it},https://x.com/body{it}\n");
    ///     format!("organisation,url\n{}", (0..count).map(row).collect::<String>())
    /// };
    /// let read = |text: &str| import::read(Source::Csv, text.as_bytes(), &ReadOptions::default());
    /// let last = LastRun::of(Source::Csv, &read(&rows(100))?);
    /// assert!(last.check(Source::Csv, &read(&rows(96))?).is_ok());
    /// assert!(last.check(Source::Csv, &read(&rows(50))?).is_err());
    /// # Ok::<(), import::ImportError>(())
    /// ```
    pub fn check(&self, source: Source, extract: &Extract) -> Result<(), Shrunk> {
        if self.source != source.id() {
            return Err(Shrunk::OtherSource(super::clean(&self.source).unwrap_or_default()));
        }
        let now = Self::of(source, extract);
        for (what, before, now) in [
            ("records", self.records, now.records),
            ("accounts", self.accounts, now.accounts),
            ("domains", self.domains, now.domains),
        ] {
            let gone = before.saturating_sub(now);
            if gone > ALWAYS_GONE && gone.saturating_mul(100) > before.saturating_mul(MOST_GONE) {
                return Err(Shrunk::Fewer { what, now, before });
            }
        }
        let before = self.stamped.as_deref().and_then(|it| it.parse::<Date>().ok());
        match (extract.stamped, before) {
            (Some(now), Some(before)) if before.is_after(now) => Err(Shrunk::Older { now, before }),
            _ => Ok(()),
        }
    }
}
