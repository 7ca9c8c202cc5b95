//! What a person set, where nothing is said on the command line.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::{Arguments, ColorChoice, ThemeName};
use crate::dirs;
use crate::settings::Interface;
use crate::words::Language;

impl Arguments {
    /// The same with what a person set where nothing is said on the command line.
    #[must_use]
    pub fn with_settings(mut self, set: &Interface) -> Self {
        let shared = &mut self.shared;
        let color = set.color.as_deref().and_then(|it| ColorChoice::from_str(it, false).ok());
        if shared.color == ColorChoice::Auto {
            shared.color = color.unwrap_or_default();
        }
        let theme = set.theme.as_deref().and_then(|it| ThemeName::from_str(it, false).ok());
        if shared.theme == ThemeName::Auto {
            shared.theme = theme.unwrap_or_default();
        }
        shared.ascii |= set.ascii.unwrap_or_default();
        if self.command.is_none() {
            self.picker.plain |= set.plain.unwrap_or_default();
        }
        let shared = &mut self.shared;
        shared.no_mouse |= !set.mouse.unwrap_or(true);
        shared.private |= set.private.unwrap_or_default();
        if shared.directory.is_none() && shared.country.is_none() {
            shared.country.clone_from(&set.country);
        }
        if shared.additions.is_empty() {
            shared.additions = set.with.iter().map(|path| dirs::from_home(path)).collect();
        }
        self
    }
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

/// The language to speak: `--lang`, else what is set, else the locale of the environment.
pub fn language(
    given: &[OsString],
    set: Option<&str>,
    variable: impl Fn(&str) -> Option<String>,
) -> Language {
    let mut given = given.iter().filter_map(|argument| argument.to_str());
    let mut chosen = None;
    while let Some(argument) = given.next() {
        if argument == "--lang" {
            chosen = given.next();
        } else if let Some(value) = argument.strip_prefix("--lang=") {
            chosen = Some(value);
        }
    }
    let locale = || {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default()
    };
    chosen.or(set).map_or_else(|| Language::of_locale(&locale()), Language::of_locale)
}
