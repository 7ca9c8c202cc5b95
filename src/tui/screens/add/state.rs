//! What is typed of an account that is added.

use std::str::FromStr;

use crate::directory::{Date, Directory, OrganisationIndex};
use crate::messages::own_addition;
use crate::own_addition::{Fault, Request, account, addition, page};
use crate::platform::PlatformIndex;
use crate::proposals::Proposals;
use crate::text::fold::fold;
use crate::text::sanitise::escaped;
use crate::tui::screens::observe::writer::OwnFile;
use crate::tui::widgets::editor::Editor;
use crate::words::Words;

/// An account that is about to be added, and where to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddState {
    /// The file of own additions; `None` where there is none.
    pub file: Option<OwnFile>,
    /// What is typed, while it is on screen.
    pub form: Option<Form>,
}

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Whose account it is.
    pub organisation: OrganisationIndex,
    /// What stands in each field, in the order of [`Field::ALL`].
    editors: [Editor; 4],
    /// The field that text goes to.
    pub field: Field,
    /// What would be written, once all is typed.
    pub confirming: Option<Box<Proposals>>,
    /// Whether the reader wanted to leave what is typed.
    pub is_leaving: bool,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The address of the account, or its handle.
    Account,
    /// The platform of a handle.
    Platform,
    /// The page that shows it.
    Page,
    /// The day on which that was seen.
    Day,
}

/// What is wrong with what is typed, and in which field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such platform.
    Platform,
    /// It is no day.
    Day,
    /// It can't be added.
    Fault(Fault),
}

impl Field {
    /// All of them, from the first line to the last.
    pub const ALL: [Self; 4] = [Self::Account, Self::Platform, Self::Page, Self::Day];

    fn moved(self, by: usize) -> Self {
        let at = (self as usize + by) % Self::ALL.len();
        Self::ALL.get(at).copied().unwrap_or(self)
    }

    /// The one below; below the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        self.moved(1)
    }

    /// The one above.
    #[must_use]
    pub fn previous(self) -> Self {
        self.moved(Self::ALL.len() - 1)
    }
}

impl Wrong {
    /// The field that it is about.
    pub fn field(self) -> Field {
        match self {
            Self::Platform | Self::Fault(Fault::NoHandle(_)) => Field::Platform,
            Self::Day | Self::Fault(Fault::Later(_)) => Field::Day,
            Self::Fault(Fault::NoPage) => Field::Page,
            Self::Fault(_) => Field::Account,
        }
    }
}

impl AddState {
    /// Whether the reader is asked whether it is to be written.
    pub fn is_confirming(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.confirming.is_some())
    }

    /// The field that is typed in.
    pub fn editor(&mut self) -> Option<&mut Editor> {
        let form = self.form.as_mut().filter(|form| form.confirming.is_none())?;
        form.editors.get_mut(form.field as usize)
    }
}

impl Form {
    /// An empty form, for what is seen today.
    pub fn new(organisation: OrganisationIndex, today: Date) -> Self {
        let mut editors = std::array::from_fn(|_| Editor::default());
        if let Some(day) = editors.get_mut(Field::Day as usize) {
            *day = Editor::with(&today.to_string());
        }
        Self { organisation, editors, field: Field::Account, confirming: None, is_leaving: false }
    }

    /// What stands in a field.
    pub fn text(&self, field: Field) -> String {
        self.of(field).map(|it| it.text().trim().to_owned()).unwrap_or_default()
    }

    /// A field.
    pub fn of(&self, field: Field) -> Option<&Editor> {
        self.editors.get(field as usize)
    }

    /// Whether anything would be lost by leaving.
    pub fn is_touched(&self, today: Date) -> bool {
        let typed = [Field::Account, Field::Platform, Field::Page];
        typed.iter().any(|it| !self.text(*it).is_empty())
            || self.text(Field::Day) != today.to_string()
    }

    /// What is wrong with the fields that are filled in, the first of them first.
    pub fn wrong(&self, directory: &Directory, today: Date) -> Option<Wrong> {
        let platform = match self.platform(directory) {
            Ok(platform) => platform,
            Err(wrong) => return Some(wrong),
        };
        let given = self.text(Field::Account);
        // A handle is none before its platform is told.
        let is_handle = !given.contains('/') && platform.is_none();
        let is_unfinished = is_handle && self.field == Field::Account;
        if !given.is_empty() && !is_unfinished {
            match account(directory, &given, platform) {
                Err(fault) => return Some(Wrong::Fault(fault)),
                Ok(account) => {
                    let listed = directory.account_by(&account);
                    let owner = listed.map(|it| directory.account(it).organisation);
                    match owner {
                        Some(owner) if owner == self.organisation => {
                            return Some(Wrong::Fault(Fault::Listed(owner)));
                        }
                        Some(owner) => return Some(Wrong::Fault(Fault::OfAnother(owner))),
                        None => {}
                    }
                }
            }
        }
        let shown = self.text(Field::Page);
        let is_typed = self.field != Field::Page && !shown.is_empty();
        if is_typed && let Err(fault) = page(&shown) {
            return Some(Wrong::Fault(fault));
        }
        match Date::from_str(&self.text(Field::Day)) {
            Err(_) if self.field != Field::Day => Some(Wrong::Day),
            Ok(day) if day > today => Some(Wrong::Fault(Fault::Later(day))),
            _ => None,
        }
    }

    /// What is wrong, in a sentence.
    pub fn told(&self, words: &Words, directory: &Directory, wrong: Wrong) -> String {
        let given = self.text(Field::Account);
        match wrong {
            Wrong::Platform => words.add_no_platform(&escaped(&self.text(Field::Platform))),
            Wrong::Day => words.add_no_day.to_owned(),
            Wrong::Fault(Fault::NoAddress) => words.add_no_account(&escaped(&given)),
            Wrong::Fault(fault) => own_addition::fault(words, directory, &given, fault),
        }
    }

    /// What would be written.
    ///
    /// # Errors
    ///
    /// What is wrong first.
    pub fn addition(&self, directory: &Directory, today: Date) -> Result<Proposals, Wrong> {
        let seen = Date::from_str(&self.text(Field::Day)).map_err(|_day| Wrong::Day)?;
        let request = Request {
            organisation: self.organisation,
            account: &self.text(Field::Account),
            platform: self.platform(directory)?,
            page: &self.text(Field::Page),
            seen,
        };
        addition(directory, &request, today).map_err(Wrong::Fault)
    }

    /// The platform that is named, by its id or its name.
    fn platform(&self, directory: &Directory) -> Result<Option<PlatformIndex>, Wrong> {
        let given = fold(&self.text(Field::Platform));
        if given.is_empty() {
            return Ok(None);
        }
        let mut all = directory.platforms.iter();
        let is_it = |name: &str| fold(name) == given;
        let found = all.find(|(_, platform)| is_it(platform.id()) || is_it(platform.name()));
        found.map(|(index, _)| Some(index)).ok_or(Wrong::Platform)
    }
}
