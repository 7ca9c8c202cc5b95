//! What the reader records of an account.

use crate::directory::badge::BadgeKindIndex;
use crate::directory::{AccountIndex, Date, Directory, Status};
use crate::tui::widgets::editor::Editor;

/// What is about to be recorded, and what is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObserveState {
    /// The name of the file that it goes to; `None` where there is none.
    pub file: Option<String>,
    /// What the reader is asked, while it is on screen.
    pub sheet: Option<Sheet>,
    /// How many observations are being written.
    pub outstanding: usize,
}

/// What the reader is asked of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The account.
    pub account: AccountIndex,
    /// What of it.
    pub asked: Asked,
    /// The selected choice.
    pub selected: usize,
    /// The address where the account continues, while it is typed.
    pub successor: Option<Editor>,
}

/// What of an account is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The badge next to its name.
    Badge,
    /// What has become of it.
    Status,
}

/// What the reader can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// There is no badge.
    NoBadge,
    /// There is this badge.
    Badge(BadgeKindIndex),
    /// This has become of it.
    Status(Status),
    /// What they said before of the same is not to count.
    TakeBack,
}

impl ObserveState {
    /// Whether the address has the keys.
    pub fn is_typing(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.successor.is_some())
    }
}

impl Sheet {
    /// Asks of an account; what is known of it is selected.
    pub fn new(directory: &Directory, account: AccountIndex, asked: Asked, today: Date) -> Self {
        let mut sheet = Self { account, asked, selected: 0, successor: None };
        let known = sheet.known(directory);
        let choices = sheet.choices(directory, today);
        sheet.selected = choices.iter().position(|it| Some(*it) == known).unwrap_or_default();
        sheet
    }

    /// The choices: the badges that the platform gives on this day, or the statuses; and to take back
    /// what the reader said before. Nothing where the platform gives no badge.
    pub fn choices(&self, directory: &Directory, today: Date) -> Vec<Choice> {
        let own = directory.own_observation(self.account);
        let (mut choices, is_told) = match self.asked {
            Asked::Badge => {
                let kinds = badges(directory, self.account, today);
                let none = (!kinds.is_empty()).then_some(Choice::NoBadge);
                let all = none.into_iter().chain(kinds.into_iter().map(Choice::Badge)).collect();
                (all, own.is_some_and(|own| own.badge.is_some()))
            }
            Asked::Status => {
                let known = Status::ALL.into_iter().filter(|status| *status != Status::Unknown);
                let all: Vec<Choice> = known.map(Choice::Status).collect();
                (all, own.is_some_and(|own| own.status.is_some()))
            }
        };
        choices.extend(is_told.then_some(Choice::TakeBack));
        choices
    }

    /// The selected choice.
    pub fn choice(&self, directory: &Directory, today: Date) -> Option<Choice> {
        self.choices(directory, today).get(self.selected).copied()
    }

    /// What is known of the account now, as a choice.
    fn known(&self, directory: &Directory) -> Option<Choice> {
        let account = directory.account(self.account);
        match self.asked {
            Asked::Badge => {
                let badge = account.badge.as_ref()?;
                Some(badge.kind.map_or(Choice::NoBadge, Choice::Badge))
            }
            Asked::Status => Some(Choice::Status(account.status)),
        }
    }
}

/// The kinds of badges that the platform of an account gives on a day, by the calendar.
fn badges(directory: &Directory, account: AccountIndex, today: Date) -> Vec<BadgeKindIndex> {
    let platform = directory.account(account).platform;
    let given = directory
        .badge_kinds()
        .filter(|(_, kind)| kind.platform == platform && kind.is_given(today));
    given.map(|(index, _)| index).collect()
}
