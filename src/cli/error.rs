//! How a command ends early.

use std::io;

use super::{Context, ExitStatus};

/// Why a command can't go on.
#[derive(Debug, thiserror::Error)]
pub(super) enum CommandError {
    /// The reason is on the error output already, and the program ends with this status.
    #[error("the reason is on the error output")]
    Reported(ExitStatus),
    /// The output can't be written, or something of the program itself can't be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What a command comes to, or a part of it.
pub(super) type Result<T> = std::result::Result<T, CommandError>;

impl Context<'_> {
    /// Reports that the arguments or a file can't be used.
    pub(super) fn unusable(&mut self, text: &str) -> CommandError {
        self.reported(text, ExitStatus::Unusable)
    }

    /// Reports why a command ends with a status.
    pub(super) fn reported(&mut self, text: &str, status: ExitStatus) -> CommandError {
        match writeln!(self.err, "officieel: {text}") {
            Ok(()) => CommandError::Reported(status),
            Err(error) => error.into(),
        }
    }

    /// Reports lines that say themselves what they are about.
    pub(super) fn unusable_lines(&mut self, lines: impl Iterator<Item = String>) -> CommandError {
        for line in lines {
            if let Err(error) = writeln!(self.err, "{line}") {
                return error.into();
            }
        }
        CommandError::Reported(ExitStatus::Unusable)
    }
}
