//! A directory with all that a search or a check of it needs, the built-in one loaded once; and what a
//! directory that does not load says.

use std::sync::LazyLock;

use officieel::check::{Answer, Checker, Message};
use officieel::directory::{Date, Directory, LoadError};
use officieel::embedded;
use officieel::messages::problem;
use officieel::search::Index;
use officieel::words::Language;

/// A directory, and what is made of it before it can be asked.
pub(crate) struct Loaded {
    pub(crate) directory: Directory,
    pub(crate) index: Index,
    pub(crate) checker: Checker,
}

impl Loaded {
    pub(crate) fn new(directory: Directory) -> Self {
        Self { index: Index::new(&directory), checker: Checker::default(), directory }
    }

    /// The answers to an input of which nothing else is known.
    pub(crate) fn answers(&self, input: &str) -> Vec<Answer> {
        self.checker.answers(&self.directory, &self.index, input, None)
    }

    /// The one answer to a message.
    pub(crate) fn message(&self, input: &str) -> Message {
        self.checker.message(&self.directory, &self.index, input, None)
    }
}

/// The built-in directory.
pub(crate) static BUILT_IN: LazyLock<Loaded> = LazyLock::new(|| {
    let directory = embedded::directory();
    Loaded::new(
        directory.unwrap_or_else(|problems| panic!("the built-in directory: {problems:#?}")),
    )
});

/// The problems of a file, each as it is printed.
pub(crate) fn problems(text: &str) -> Vec<String> {
    match embedded::from_toml(text, Date::new(2026, 11, 21).unwrap()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(english).collect(),
    }
}

/// A problem in English, with its place.
pub(crate) fn english(error: &LoadError) -> String {
    problem::placed(Language::En.words(), error)
}
