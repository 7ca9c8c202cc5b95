//! The keys of a person's own choice, laid over the table.

use crossterm::event::{KeyCode, KeyModifiers};

use super::{Binding, Chord, Focus, TABLE};
use crate::text::suggest::nearest;

/// All bindings that hold. There is one for as long as the program runs.
pub type Keymap = &'static [Binding];

/// Why a choice of keys can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeymapError {
    /// Nothing that can be done is called so; perhaps this was meant.
    Action(String, Option<String>),
    /// No place has a name like this; perhaps this was meant.
    Place(String, Option<String>),
    /// No key is written so.
    Key(String),
    /// A key would do two things in one place.
    Conflict {
        /// The key.
        key: String,
        /// What it is to do.
        action: String,
        /// What it does already.
        other: String,
    },
    /// A key that types text would do something where text is typed.
    Text {
        /// The key.
        key: String,
        /// What it is to do.
        action: String,
    },
    /// Without it the program could not be left.
    Needed(String),
}

/// The name of an action or a focus in settings: `PageUp` is `page-up`.
fn name(of: &impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for c in format!("{of:?}").chars() {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

/// The names of all actions that have keys, each once.
pub fn action_names() -> Vec<String> {
    let mut names: Vec<String> = TABLE.iter().map(|binding| name(&binding.action)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The table with other keys, `[place.]action` and the keys that do it; the first choice that can't be used with
/// why, by its position.
///
/// # Errors
///
/// Where an action, a place or a key is unknown, or a key would do two things.
pub fn keymap(chosen: &[(String, Vec<String>)]) -> Result<Keymap, (usize, KeymapError)> {
    if chosen.is_empty() {
        return Ok(TABLE);
    }
    let mut all: Vec<Binding> = TABLE.iter().map(Binding::copy).collect();
    for (at, (what, keys)) in chosen.iter().enumerate() {
        rebind(&mut all, what, keys).map_err(|error| (at, error))?;
    }
    for (at, (what, _)) in chosen.iter().enumerate() {
        let action = what.rsplit('.').next().unwrap_or(what);
        conflict(&all, action).map_or(Ok(()), |error| Err((at, error)))?;
    }
    Ok(Box::leak(all.into_boxed_slice()))
}

/// Gives an action its keys in one place, or everywhere.
fn rebind(all: &mut Vec<Binding>, what: &str, keys: &[String]) -> Result<(), KeymapError> {
    let (place, action) = match what.split_once('.') {
        Some((place, action)) => (Some(place), action),
        None => (None, what),
    };
    let focus = place.map(focus_named).transpose()?;
    if !action_names().iter().any(|known| known == action) {
        return Err(KeymapError::Action(action.to_owned(), meant(action, &action_names())));
    }
    if matches!(action, "interrupt" | "back") {
        return Err(KeymapError::Needed(action.to_owned()));
    }
    let chords: Vec<Chord> = keys
        .iter()
        .map(|key| parse(key).ok_or_else(|| KeymapError::Key(key.clone())))
        .collect::<Result<_, _>>()?;
    let chords: &'static [Chord] = Box::leak(chords.into_boxed_slice());
    let is_it = |binding: &Binding| name(&binding.action) == action;
    let Some(focus) = focus else {
        // Of several rows for one place, the first has all its keys.
        let mut done: Vec<(Focus, super::When)> = Vec::new();
        for binding in all.iter_mut().filter(|binding| is_it(binding)) {
            let is_new = binding.focus.iter().all(|it| !done.contains(&(*it, binding.when)));
            done.extend(binding.focus.iter().map(|it| (*it, binding.when)));
            binding.chords = if is_new { chords } else { &[] };
        }
        return texts(all, action);
    };
    let Some(of_place) = all.iter().find(|it| is_it(it) && it.focus.contains(&focus)) else {
        return Err(KeymapError::Action(action.to_owned(), None));
    };
    let own = Binding { focus: Box::leak(Box::new([focus])), chords, ..of_place.copy() };
    for binding in all.iter_mut().filter(|it| is_it(it) && it.focus.contains(&focus)) {
        let others: Vec<Focus> = binding.focus.iter().copied().filter(|it| *it != focus).collect();
        binding.focus = Box::leak(others.into_boxed_slice());
    }
    all.push(own);
    texts(all, action)
}

/// Refuses a letter where letters are text.
fn texts(all: &[Binding], action: &str) -> Result<(), KeymapError> {
    let of_action = all.iter().filter(|it| name(&it.action) == action);
    for binding in of_action.filter(|it| it.focus.iter().any(|focus| focus.is_text())) {
        let is_chosen = |chord: &&Chord| !TABLE.iter().any(|row| row.chords.contains(chord));
        let text = binding.chords.iter().filter(is_chosen).find(|chord| chord.is_text());
        if let Some(chord) = text.filter(|_| binding.when == super::When::Always) {
            return Err(KeymapError::Text { key: chord.name(), action: action.to_owned() });
        }
    }
    Ok(())
}

/// The first key of an action that does something else as well, in the same place and under the same condition.
fn conflict(all: &[Binding], action: &str) -> Option<KeymapError> {
    for own in all.iter().filter(|it| name(&it.action) == action) {
        for other in all.iter().filter(|it| it.action != own.action && it.when == own.when) {
            let is_shared = own.focus.iter().any(|focus| other.focus.contains(focus));
            let key = own.chords.iter().find(|key| is_shared && other.chords.contains(key));
            if let Some(key) = key {
                return Some(KeymapError::Conflict {
                    key: key.name(),
                    action: action.to_owned(),
                    other: name(&other.action),
                });
            }
        }
    }
    None
}

fn focus_named(place: &str) -> Result<Focus, KeymapError> {
    let is_it = |focus: &Focus| name(focus) == place;
    Focus::ALL.into_iter().find(is_it).ok_or_else(|| {
        let known: Vec<String> = Focus::ALL.iter().map(name).collect();
        KeymapError::Place(place.to_owned(), meant(place, &known))
    })
}

fn meant(given: &str, known: &[String]) -> Option<String> {
    let known = known.iter().map(|it| (it.as_str(), it.as_str()));
    nearest(given, known).map(str::to_owned)
}

/// The names of the keys that are no letters.
const NAMED: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("del", KeyCode::Delete),
    ("space", KeyCode::Char(' ')),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("esc", KeyCode::Esc),
];

/// A key as settings write it: `ctrl-x`, `alt-enter`, `f5`, `pgdn`, `x`.
fn parse(written: &str) -> Option<Chord> {
    let (modifiers, rest) = [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT)]
        .into_iter()
        .find_map(|(prefix, it)| written.strip_prefix(prefix).map(|rest| (it, rest)))
        .unwrap_or((KeyModifiers::NONE, written));
    let named = NAMED.iter().find(|(name, _)| *name == rest).map(|(_, code)| *code);
    let function = || {
        let number: u8 = rest.strip_prefix('f')?.parse().ok()?;
        (1..=12).contains(&number).then_some(KeyCode::F(number))
    };
    let letter = || {
        let mut letters = rest.chars();
        let letter = letters.next().filter(|c| !c.is_control() && !c.is_whitespace())?;
        letters.next().is_none().then_some(KeyCode::Char(letter))
    };
    let code = named.or_else(letter).or_else(function)?;
    Some(Chord { code, modifiers })
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::super::{Action, Situation, lookup};
    use super::*;

    fn chosen(what: &str, keys: &[&str]) -> Vec<(String, Vec<String>)> {
        vec![(what.to_owned(), keys.iter().map(|it| (*it).to_owned()).collect())]
    }

    fn at(keymap: Keymap, focus: Focus, key: &str) -> Option<Action> {
        let chord = parse(key).unwrap();
        let situation = Situation {
            focus,
            nothing_typed: false,
            at_end: false,
            in_condition: false,
            picks: false,
            marks: false,
            keymap,
        };
        lookup(&KeyEvent::new(chord.code, chord.modifiers), situation)
    }

    #[test]
    fn another_key_does_what_the_old_one_did() {
        let everywhere = keymap(&chosen("copy", &["ctrl-t"])).unwrap();
        assert_eq!(at(everywhere, Focus::Query, "ctrl-t"), Some(Action::Copy));
        assert_eq!(at(everywhere, Focus::Query, "ctrl-y"), None);
        assert_eq!(at(everywhere, Focus::Channels, "y"), None);
        let there = keymap(&chosen("channels.copy", &["c", "alt-c"])).unwrap();
        assert_eq!(at(there, Focus::Channels, "c"), Some(Action::Copy));
        assert_eq!(at(there, Focus::Channels, "alt-c"), Some(Action::Copy));
        assert_eq!(at(there, Focus::Channels, "y"), None);
        assert_eq!(at(there, Focus::Check, "y"), Some(Action::Copy));
    }

    #[test]
    fn what_can_not_be_used_is_told() {
        for (what, keys, expected) in [
            ("copi", &["x"][..], KeymapError::Action("copi".to_owned(), Some("copy".to_owned()))),
            (
                "channel.copy",
                &["x"],
                KeymapError::Place("channel".to_owned(), Some("channels".to_owned())),
            ),
            ("copy", &["strg-x"], KeymapError::Key("strg-x".to_owned())),
            (
                "channels.copy",
                &["o"],
                KeymapError::Conflict {
                    key: "o".to_owned(),
                    action: "copy".to_owned(),
                    other: "source".to_owned(),
                },
            ),
            (
                "query.copy",
                &["#"],
                KeymapError::Text { key: "#".to_owned(), action: "copy".to_owned() },
            ),
            ("interrupt", &["x"], KeymapError::Needed("interrupt".to_owned())),
        ] {
            assert_eq!(keymap(&chosen(what, keys)).err(), Some((0, expected)), "{what} {keys:?}");
        }
    }

    #[test]
    fn every_action_can_have_keys_of_ones_own() {
        for action in action_names() {
            if matches!(action.as_str(), "back" | "interrupt") {
                continue;
            }
            let keymap = keymap(&chosen(&action, &["f12"]));
            assert!(keymap.is_ok(), "{action}: {keymap:?}");
        }
    }
}
