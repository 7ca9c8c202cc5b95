//! Commands that another part of the program gives, with nothing else, and what is said of them.

use std::ffi::OsString;

use super::{Arguments, ArgumentsError, CheckArguments, Command, PickerArguments, Shared};

impl Arguments {
    /// A command without anything else.
    pub(in crate::cli) fn of(command: Command, shared: Shared) -> Self {
        let (query, picker) = (Vec::new(), PickerArguments::default());
        Self { query, picker, shared, command: Some(command) }
    }
}

impl CheckArguments {
    /// One message, and nothing else.
    pub(in crate::cli) fn of(text: &str) -> Self {
        let input = vec![OsString::from(text)];
        Self { input, table: None, platform: None, also_directory: Vec::new(), json: false }
    }
}

impl ArgumentsError {
    /// The help, or the complaint.
    pub(in crate::cli) fn text(&self) -> &str {
        &self.text
    }
}
