//! Values of options in the language of the reader: `--kind gemeente` is `--kind municipality`.

use std::ffi::OsString;

use crate::audit::Severity;
use crate::directory::{Kind, Status};
use crate::messages::labels;
use crate::words::Words;

/// What may be written in words, and the id that is meant by them.
type Values = Vec<(&'static str, &'static str)>;

/// The arguments with ids in the place of words. What is no word of the language stays as it is.
pub(super) fn with_ids(given: Vec<OsString>, words: &Words) -> Vec<OsString> {
    let mut is_option = true;
    let mut option: Option<Values> = None;
    let replaced = given.into_iter().map(|argument| {
        let Some(text) = argument.to_str() else {
            option = None;
            return argument;
        };
        if let Some(values) = option.take() {
            let id = id_of(&values, text).map(OsString::from);
            return id.unwrap_or(argument);
        }
        // What stands behind it is no option, whatever it looks like.
        is_option = is_option && text != "--";
        if !is_option {
            return argument;
        }
        if let Some((name, value)) = text.split_once('=') {
            let id = values_of(name, words).and_then(|values| id_of(&values, value));
            let with_id = id.map(|id| OsString::from(format!("{name}={id}")));
            return with_id.unwrap_or(argument);
        }
        option = values_of(text, words);
        argument
    });
    replaced.collect()
}

fn id_of(values: &[(&'static str, &'static str)], text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    values.iter().find(|(word, _)| word.to_lowercase() == text).map(|(_, id)| *id)
}

/// The words for the values of an option; `None` where it takes no words.
fn values_of(option: &str, words: &Words) -> Option<Values> {
    Some(match option {
        "--kind" => Kind::ALL.iter().map(|&kind| (labels::kind(words, kind), kind.id())).collect(),
        "--severity" | "--fail-on" => Severity::ALL
            .iter()
            .map(|&severity| (labels::severity(words, severity), severity.id()))
            .collect(),
        "--status" => vec![
            (words.argument_status_active, Status::Active.id()),
            (words.argument_status_parked, Status::Parked.id()),
            (words.argument_status_left, Status::Left.id()),
            (words.argument_status_closed, Status::Closed.id()),
            (words.argument_status_moved, Status::Moved.id()),
            (words.argument_status_unknown, Status::Unknown.id()),
        ],
        "--badge" => {
            vec![(words.argument_badge_none, "none"), (words.argument_badge_unknown, "unknown")]
        }
        "--color" => vec![
            (words.argument_color_auto, "auto"),
            (words.argument_color_always, "always"),
            (words.argument_color_never, "never"),
        ],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn words_of_the_language_stand_for_ids() {
        for (line, expected) in [
            ("audit --kind gemeente", "audit --kind municipality"),
            ("audit --kind=Politieteam --json", "audit --kind=police-team --json"),
            (
                "audit --severity waarschuwing --fail-on fout",
                "audit --severity warning --fail-on error",
            ),
            ("observe @a --badge geen --status actief", "observe @a --badge none --status active"),
            ("--color nooit search x", "--color never search x"),
            ("audit --kind municipality", "audit --kind municipality"),
            ("audit --kind gemeent", "audit --kind gemeent"),
            ("search gemeente", "search gemeente"),
            ("check -- --kind gemeente", "check -- --kind gemeente"),
        ] {
            let given = line.split(' ').map(OsString::from).collect();
            let read = with_ids(given, Language::Nl.words());
            let read: Vec<_> = read.iter().filter_map(|it| it.to_str()).collect();
            assert_eq!(read.join(" "), expected);
        }
        let english = ["audit", "--kind", "gemeente"].map(OsString::from).to_vec();
        assert_eq!(with_ids(english.clone(), Language::En.words()), english);
    }

    #[test]
    fn no_word_means_two_things() {
        for &language in Language::ALL {
            for option in ["--kind", "--severity", "--status", "--badge", "--color"] {
                let values = values_of(option, language.words()).unwrap();
                for (word, id) in &values {
                    assert_eq!(id_of(&values, word), Some(*id), "{language:?} {option} {word}");
                    let is_id_of_another = values.iter().any(|(_, it)| it == word && it != id);
                    assert!(!is_id_of_another, "{language:?} {option} {word}");
                }
            }
        }
    }
}
