//! Exporting what the audit shows: as which format, under which name, and with what in it.

use std::io;
use std::path::{Path, PathBuf};

use crate::audit::{Family, Finding, Rule, Scope};
use crate::directory::{Date, Directory};
use crate::report::{Looked, Report, csv, json, junit, markdown, sarif};
use crate::tui::model::Catalogue;
use crate::tui::new_file;
use crate::words::Words;

/// The longest part of a name that comes from a family.
const LONGEST: usize = 60;

/// What findings can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A report to send round.
    Markdown,
    /// Cells with commas between them.
    Csv,
    /// Cells with semicolons between them, which a Dutch Excel wants.
    CsvDutch,
    /// For programs.
    Json,
    /// For tools that show the findings of static analysis.
    Sarif,
    /// For tools that show the results of tests.
    Junit,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Markdown, Self::Csv, Self::CsvDutch, Self::Json, Self::Sarif, Self::Junit];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::CsvDutch => "CSV ;",
            Self::Json => "JSON",
            Self::Sarif => "SARIF",
            Self::Junit => "JUnit",
        }
    }

    /// What it is for.
    pub fn purpose(self, words: &Words) -> &'static str {
        match self {
            Self::Markdown => words.export_markdown,
            Self::Csv => words.export_csv,
            Self::CsvDutch => words.export_csv_dutch,
            Self::Json => words.export_json,
            Self::Sarif => words.export_sarif,
            Self::Junit => words.export_junit,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Csv | Self::CsvDutch => "csv",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Junit => "xml",
        }
    }
}

/// Findings to be written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// As what.
    pub format: Format,
    /// The family that they were found in; `None` for the whole directory.
    pub family: Option<Family>,
    /// The findings, in the order of rules.
    pub findings: Vec<Finding>,
    /// The rules that were looked for; all where none is named.
    pub rules: Vec<Rule>,
    /// What was left out, in a sentence, where something was.
    pub chosen: Option<String>,
    /// The name of the file that the directory comes from, where it is one.
    pub directory: Option<String>,
}

impl Export {
    /// The name of the file: nothing in it comes from the directory but letters, digits and dashes.
    pub fn file_name(&self, directory: &Directory, today: Date) -> String {
        file_name(self.format, self.family, directory, today)
    }

    /// What is written, as it stands in the file.
    ///
    /// # Errors
    ///
    /// Where a format can't hold it.
    pub fn bytes(
        &self,
        directory: &Directory,
        words: &'static Words,
        today: Date,
    ) -> io::Result<Vec<u8>> {
        let scope = Scope { family: self.family, rules: self.rules.clone(), ..Scope::default() };
        let organisations = scope.organisations(directory).len();
        let file = self.directory.as_deref().unwrap_or("directory.toml");
        let looked = Looked::Directory { file: PathBuf::from(file), organisations };
        let mut report =
            Report::new(directory, &scope, looked, self.findings.clone(), words, today);
        report.chosen.clone_from(&self.chosen);
        let mut bytes = Vec::new();
        match self.format {
            Format::Markdown => markdown::write(&report, &mut bytes)?,
            Format::Csv => csv::write(&report, b',', &mut bytes)?,
            Format::CsvDutch => csv::write(&report, b';', &mut bytes)?,
            Format::Json => json::write(&report, &mut bytes)?,
            Format::Sarif => sarif::write(&report, &mut bytes)?,
            Format::Junit => junit::write(&report, &mut bytes)?,
        }
        Ok(bytes)
    }

    /// Writes it to a new file in a folder, beside those that are there already.
    ///
    /// # Errors
    ///
    /// In a sentence, where the file can't be made or written. No half file is left behind.
    pub fn write(
        &self,
        catalogue: &Catalogue,
        words: &'static Words,
        today: Date,
        folder: &Path,
    ) -> Result<PathBuf, String> {
        let name = self.file_name(&catalogue.directory, today);
        let bytes = self.bytes(&catalogue.directory, words, today);
        new_file::write(words, folder, &name, bytes)
    }
}

/// The name of an export: `officieel-audit-police-team-2026-11-21.md`.
pub fn file_name(
    format: Format,
    family: Option<Family>,
    directory: &Directory,
    today: Date,
) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let family = family.map(|family| family.id(directory)).unwrap_or_default();
    let family: String = family.chars().filter(is_plain).take(LONGEST).collect();
    let parts = ["officieel-audit", family.as_str(), &today.to_string()];
    let named: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.{}", named.join("-"), format.extension())
}

#[cfg(test)]
mod tests;
