//! Reading settings: all that is wrong in a file, each with where it stands.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{ChosenKeys, Fault, Interface, OwnColour, Selection, Settings, Wrong};
use crate::text::suggest::nearest;

/// What is wrong, with where in the text it begins.
pub(super) type Misplaced = (usize, Wrong);

/// The settings in a text, and all that is wrong in it, in its order.
pub(super) fn settings(text: &str) -> (Settings, Vec<Fault>) {
    let (settings, mut faults) = match DeTable::parse(text) {
        Ok(whole) => {
            let mut reader = Reader { text, settings: Settings::default(), faults: Vec::new() };
            reader.whole(whole.get_ref());
            (reader.settings, reader.faults)
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            (Settings::default(), vec![(at, Wrong::Syntax(error.message().to_owned()))])
        }
    };
    faults.sort_by_key(|(at, _)| *at);
    let placed = |(at, wrong)| Fault { place: place(text, at), wrong };
    (settings, faults.into_iter().map(placed).collect())
}

struct Reader<'t> {
    text: &'t str,
    settings: Settings,
    faults: Vec<Misplaced>,
}

impl Reader<'_> {
    /// What was read, unless something is wrong with it.
    fn take<T>(&mut self, found: Result<T, Misplaced>) -> Option<T> {
        found.map_err(|fault| self.faults.push(fault)).ok()
    }

    fn whole(&mut self, whole: &DeTable<'_>) {
        const KNOWN: &[&str] = &["selections", "channels", "interface", "theme", "keys"];
        for (key, value) in whole {
            let name = key.get_ref().as_ref();
            if !KNOWN.contains(&name) {
                self.faults.push((key.span().start, unknown(name, KNOWN)));
                continue;
            }
            let Some(table) = self.take(table(value, name)) else { continue };
            match name {
                "selections" => self.selections(table),
                "channels" => self.channels(table),
                "interface" => {
                    self.settings.interface = Interface::read(table, &mut self.faults);
                }
                "theme" => self.colours(table),
                _ => self.keys(table),
            }
        }
    }

    fn selections(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if let Some(filter) = self.take(text(name, value)) {
                let (name, place) = (name.to_lowercase(), place(self.text, value.span().start));
                self.settings.selections.push(Selection { name, filter, place });
            }
        }
    }

    fn colours(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let colour = self.take(OwnColour::read(key, value));
            self.settings.colours.extend(colour);
        }
    }

    fn keys(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let action = key.get_ref().as_ref().to_owned();
            if let Some(keys) = self.take(texts(&action, value)) {
                let place = place(self.text, key.span().start);
                self.settings.keys.push(ChosenKeys { action, keys, place });
            }
        }
        self.settings.keys.sort_by_key(|it| it.place);
    }

    fn channels(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name {
                "prefer" => {
                    self.settings.prefer = self.take(list(name, value)).unwrap_or_default();
                }
                "avoid" => self.settings.avoid = self.take(list(name, value)).unwrap_or_default(),
                "ask_before_walled" => {
                    let asks = self.take(truth(name, value));
                    self.settings.ask_before_walled = asks.unwrap_or_default();
                }
                _ => {
                    let known = ["prefer", "avoid", "ask_before_walled"];
                    self.faults.push((key.span().start, unknown(name, &known)));
                }
            }
        }
    }
}

/// The line and the column of a place in a text, both counted from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

fn table<'t, 'i>(
    value: &'t Spanned<DeValue<'i>>,
    name: &str,
) -> Result<&'t DeTable<'i>, Misplaced> {
    value.get_ref().as_table().ok_or_else(|| wrong(name, value))
}

pub(super) fn unknown(given: &str, known: &[&'static str]) -> Wrong {
    let meant = nearest(given, known.iter().map(|own| (*own, *own)));
    Wrong::Key(given.to_owned(), meant)
}

fn wrong(name: &str, value: &Spanned<DeValue<'_>>) -> Misplaced {
    (value.span().start, Wrong::Value(name.to_owned()))
}

pub(super) fn truth(name: &str, value: &Spanned<DeValue<'_>>) -> Result<bool, Misplaced> {
    value.get_ref().as_bool().ok_or_else(|| wrong(name, value))
}

pub(super) fn text(name: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Misplaced> {
    value.get_ref().as_str().map(str::to_owned).ok_or_else(|| wrong(name, value))
}

/// A list of texts.
fn list(name: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Misplaced> {
    let all = value.get_ref().as_array().ok_or_else(|| wrong(name, value))?;
    all.iter().map(|it| text(name, it)).collect()
}

/// A text, or a list of them.
pub(super) fn texts(name: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Misplaced> {
    match value.get_ref() {
        DeValue::Array(_) => list(name, value),
        _ => Ok(vec![text(name, value)?]),
    }
}
