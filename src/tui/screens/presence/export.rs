//! Writing what is shown of who is where to a file.

use std::io;
use std::path::{Path, PathBuf};

use crate::compact_sort::CompactSort;
use crate::directory::{Date, Directory};
use crate::report::matrix::csv;
use crate::report::what_if::Report;
use crate::tui::job::Job;
use crate::tui::message::Effect;
use crate::tui::model::{Catalogue, Model, Tone};
use crate::tui::new_file;
use crate::tui::screens::presence::job::{Found, PresenceAnswer, Question};
use crate::tui::screens::presence::state::View;
use crate::tui::update::say;
use crate::what_if;
use crate::words::{Language, Words};

/// What is shown, to be written to a file: the channel map for spreadsheets, or what is left as a page to send round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// What it is about.
    pub question: Question,
    /// What was typed as a filter.
    pub typed: String,
}

/// Has what is shown written, where there is anything.
pub(in crate::tui) fn begin(model: &mut Model) -> Option<Effect> {
    let presence = &model.presence;
    let is_there = match presence.view {
        View::Map => presence.map().is_some_and(|map| !map.organisations.is_empty()),
        View::WhatIf => presence.outcome().is_some_and(|it| !it.affected.is_empty()),
        View::Platforms | View::Numbers | View::Changes => return None,
    };
    if !is_there || presence.wanted().is_some() {
        say(model, Tone::Note, model.words.list_nothing.to_owned());
        return None;
    }
    let export =
        Export { question: presence.question(), typed: presence.filter.text().trim().to_owned() };
    say(model, Tone::Note, model.words.exporting.to_owned());
    Some(Effect::Run(0, Job::ExportPresence(Box::new(export))))
}

impl Export {
    /// The name of the file: nothing in it comes from the directory but letters, digits and dashes.
    pub fn file_name(&self, directory: &Directory, today: Date) -> String {
        match &self.question {
            Question::Map { .. } | Question::Platforms { .. } | Question::Numbers { .. } => {
                format!("officieel-matrix-{today}.csv")
            }
            Question::WhatIf { leave, .. } => {
                let mut ids: Vec<&str> =
                    leave.iter().map(|it| directory.platform(*it).id()).collect();
                ids.compact_sort();
                format!("officieel-what-if-{}-{today}.md", ids.join("-"))
            }
        }
    }

    /// What is written, as it stands in the file. A Dutch Excel wants semicolons.
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
        let answer = PresenceAnswer::of(self.question.clone(), directory, today);
        let mut bytes = Vec::new();
        match (&self.question, &answer.found) {
            (_, Found::Map(map)) => {
                let delimiter = if words.language == Language::Nl { b';' } else { b',' };
                csv(map, directory, delimiter, &mut bytes)?;
            }
            (Question::WhatIf { filter, leave, move_to }, Found::WhatIf(outcome)) => {
                let question = what_if::Question { filter, leave, move_to: *move_to };
                let report = Report { directory, question: &question, outcome, words, today };
                report.write(&self.typed, &mut bytes)?;
            }
            _ => {}
        }
        Ok(bytes)
    }

    /// Writes it to a new file in a folder.
    ///
    /// # Errors
    ///
    /// In a sentence, where the file can't be made or written.
    pub fn write(
        &self,
        catalogue: &Catalogue,
        words: &'static Words,
        today: Date,
        folder: &Path,
    ) -> Result<PathBuf, String> {
        let name = self.file_name(&catalogue.directory, today);
        new_file::write(words, folder, &name, self.bytes(&catalogue.directory, words, today))
    }
}
