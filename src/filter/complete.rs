//! Completing a filter that is typed.

use super::parse::{Piece, keyed, pieces};
use super::{Filter, Key, values};
use crate::directory::Directory;
use crate::text::fold::fold;
use crate::words::Language;

/// How a filter that is typed can go on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// What all ways to go on begin with; nothing where they part at once, or there are none.
    pub added: String,
    /// The ways to go on, each as it would be written.
    pub choices: Vec<String>,
}

impl Filter {
    /// How a filter can go on whose beginning is typed: a key, or a value behind one, in the words of a language.
    ///
    /// ```
    /// use officieel::filter::Filter;
    /// use officieel::words::Language;
    ///
    /// let directory = officieel::embedded::directory().unwrap();
    /// let found = Filter::complete("soort:gemeente op:inst", &directory, Language::Nl);
    /// assert_eq!(found.added, "agram ");
    /// assert_eq!(Filter::complete("soo", &directory, Language::Nl).added, "rt:");
    /// ```
    pub fn complete(before: &str, directory: &Directory, language: Language) -> Completion {
        let empty = Piece { start: before.len(), text: "" };
        let is_begun = !before.ends_with(char::is_whitespace);
        let piece = pieces(before).pop().filter(|_| is_begun).unwrap_or(empty);
        match keyed(&piece) {
            Some(keyed) => {
                let typed = keyed.value.rsplit('|').next().unwrap_or_default();
                Key::from_written(keyed.key)
                    .map_or_else(Completion::default, |key| value(directory, key, typed, language))
            }
            None => key(piece.text.trim_start_matches(['!', '-']), language),
        }
    }
}

fn key(typed: &str, language: Language) -> Completion {
    let in_language = || Key::ALL.into_iter().map(|key| key.written_in(language));
    let in_any = Key::ALL.into_iter().flat_map(Key::written);
    let own = going_on(typed, in_language().map(|key| format!("{key}:")));
    if own.choices.is_empty() { going_on(typed, in_any.map(|key| format!("{key}:"))) } else { own }
}

/// A value is written without blanks, so that it needs no quotation marks.
fn value(directory: &Directory, key: Key, typed: &str, language: Language) -> Completion {
    let known = values::known(directory, key);
    let written = |name: &str| fold(name).replace(' ', "-");
    let told = |at: usize| {
        let names = known.iter().filter_map(move |it| it.told.get(at));
        names.map(|name| written(name)).collect::<Vec<String>>()
    };
    let at = usize::from(language == Language::Nl);
    let mut found = going_on(typed, told(at).into_iter());
    if found.choices.is_empty() {
        found = going_on(typed, told(1 - at).into_iter());
    }
    if found.choices.len() == 1 {
        found.added.push(' ');
    }
    found
}

/// What all of some words have in common that begin with what is typed.
fn going_on(typed: &str, words: impl Iterator<Item = String>) -> Completion {
    let begun = fold(typed);
    let choices: Vec<String> = words.filter(|word| word.starts_with(&begun)).collect();
    let rest = |word: &String| word.get(begun.len()..).unwrap_or_default().to_owned();
    let mut added = choices.first().map(rest).unwrap_or_default();
    for other in choices.iter().map(rest) {
        let same = added.chars().zip(other.chars()).take_while(|(one, other)| one == other);
        added = same.map(|(c, _)| c).collect();
    }
    Completion { added, choices }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(typed: &str, language: Language) -> (String, usize) {
        let directory = crate::embedded::directory().unwrap();
        let found = Filter::complete(typed, &directory, language);
        (found.added, found.choices.len())
    }

    #[test]
    fn keys_and_values_go_on_as_far_as_they_agree() {
        for (typed, language, added, choices) in [
            ("soo", Language::Nl, "rt:", 1),
            ("kin", Language::Nl, "d:", 1),
            ("o", Language::Nl, "", 4),
            ("", Language::Nl, "", 15),
            ("soort:gem", Language::Nl, "eente ", 1),
            ("soort:polit", Language::Nl, "ie", 4),
            ("kind:muni", Language::En, "cipality ", 1),
            ("kind:gem", Language::En, "eente ", 1),
            ("!op:inst", Language::Nl, "agram ", 1),
            ("op:x|mast", Language::Nl, "odon ", 1),
            ("in:noord", Language::Nl, "-", 2),
            ("IN:GELD", Language::Nl, "erland ", 1),
            ("zzz", Language::Nl, "", 0),
            ("naam:ede", Language::Nl, "", 0),
            ("op:x ", Language::Nl, "", 15),
        ] {
            assert_eq!(completed(typed, language), (added.to_owned(), choices), "{typed}");
        }
    }

    #[test]
    fn whatever_is_completed_can_be_read() {
        let directory = crate::embedded::directory().unwrap();
        for &language in Language::ALL {
            for key in Key::ALL {
                let typed = format!("{}:", key.written_in(language));
                for choice in Filter::complete(&typed, &directory, language).choices {
                    let filter = format!("{typed}{choice}");
                    assert!(Filter::parse(&filter, &directory).is_ok(), "{filter}");
                }
            }
        }
    }
}
