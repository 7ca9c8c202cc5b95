//! The doors of the program, in the bar above everything: where one is, and where one can go.

use ratatui::layout::Position;

use crate::text::width::width;
use crate::tui::keys::{Action, shown_key};
use crate::tui::layout::Layout;
use crate::tui::model::{Model, Screen};
use crate::tui::theme::Theme;

/// What the program is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Find an organisation.
    Search,
    /// Is this real?
    Check,
    /// Is all in order?
    Audit,
    /// Who is where?
    Presence,
}

impl Door {
    /// All of them, in the order of the bar.
    const ALL: [Self; 4] = [Self::Search, Self::Check, Self::Audit, Self::Presence];

    /// What opens it; finding is where everything begins.
    pub fn action(self) -> Option<Action> {
        match self {
            Self::Search => None,
            Self::Check => Some(Action::Check),
            Self::Audit => Some(Action::Audit),
            Self::Presence => Some(Action::Presence),
        }
    }

    /// The one that an action opens, if it opens one.
    pub fn of(action: Action) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.action() == Some(action))
    }

    /// The one that opens on a screen, if one does.
    pub fn behind(screen: &Screen) -> Option<Self> {
        match screen {
            Screen::Check { .. } => Some(Self::Check),
            Screen::Audit => Some(Self::Audit),
            Screen::Presence => Some(Self::Presence),
            _ => None,
        }
    }

    /// The one that the reader went through; `None` where what is on screen is behind none of them.
    pub fn current(model: &Model) -> Option<Self> {
        let mut shown = model.shown().iter().rev();
        let found = shown.find_map(|screen| match screen {
            Screen::Conventions => Some(Some(Self::Audit)),
            Screen::Review | Screen::Add => Some(None),
            _ => Self::behind(screen).map(Some),
        });
        found.unwrap_or(Some(Self::Search))
    }

    fn name(self, model: &Model) -> &'static str {
        let words = model.words;
        match self {
            Self::Search => words.start_find,
            Self::Check => words.start_real,
            Self::Audit => words.start_order,
            Self::Presence => words.bar_presence,
        }
    }
}

/// A door as the bar has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Which it is.
    pub door: Door,
    /// The column in which it begins.
    pub column: u16,
    /// The key that opens it, where there is one.
    pub key: Option<String>,
    /// What it is called.
    pub name: &'static str,
}

impl Label {
    /// The cells that it takes, with one on either side.
    pub fn width(&self) -> u16 {
        let key = self.key.as_deref().map_or(0, |key| width(key) + 1);
        u16::try_from(key + width(self.name) + 2).unwrap_or(u16::MAX)
    }
}

/// The room between two of them.
const GAP: u16 = 1;

/// The doors as they stand in the bar; none where it isn't there, or not wide enough for all of them.
pub fn labels(model: &Model, theme: &Theme, layout: &Layout) -> Vec<Label> {
    // A key that does nothing here is not promised; the mouse opens each.
    let focus = model.focus();
    let mut column = layout.bar.x + 1;
    let mut labels = Vec::new();
    for door in Door::ALL {
        let key =
            door.action().and_then(|action| shown_key(model.keymap, action, focus, theme.glyphs));
        let label = Label { door, column, key, name: door.name(model) };
        column = column.saturating_add(label.width() + GAP);
        labels.push(label);
    }
    if column > layout.bar.right() + GAP {
        labels.clear();
    }
    labels
}

/// The door at a place on the screen.
pub fn door_at(model: &Model, layout: &Layout, at: Position) -> Option<Door> {
    let mut labels = labels(model, &Theme::mono(false), layout).into_iter();
    let is_at = |it: &Label| (it.column..it.column + it.width()).contains(&at.x);
    layout.bar.contains(at).then(|| labels.find(is_at)).flatten().map(|it| it.door)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::directory::Date;
    use crate::tui::layout::BARRED;
    use crate::words::Language;

    #[test]
    fn all_doors_fit_where_there_is_a_bar() {
        for language in Language::ALL {
            for ascii in [false, true] {
                let mut model = Model::new(*language, Date::LAST, "");
                model.size = BARRED;
                let (layout, theme) = (model.layout(), Theme::mono(ascii));
                let labels = labels(&model, &theme, &layout);
                assert_eq!(labels.len(), Door::ALL.len(), "{language:?}");
                for label in &labels {
                    let at = Position::new(label.column + 1, layout.bar.y);
                    assert_eq!(door_at(&model, &layout, at), Some(label.door), "{language:?}");
                    let below = Position { y: 1, ..at };
                    assert_eq!(door_at(&model, &layout, below), None, "{language:?}");
                }
            }
        }
    }

    #[test]
    fn a_small_screen_keeps_its_lines() {
        for size in [Size::new(71, 24), Size::new(80, 23), Size::new(20, 4)] {
            let mut model = Model::new(Language::Nl, Date::LAST, "");
            model.size = size;
            assert!(model.layout().bar.is_empty(), "{size:?}");
            assert_eq!(model.layout().prompt.y, 0, "{size:?}");
        }
    }
}
