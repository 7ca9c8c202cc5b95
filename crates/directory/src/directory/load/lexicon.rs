//! The words of a country: those of kinds of organisations, synonyms, and the phrases of questions.

use super::BuiltIn;
use super::fields::{Fields, Located, Sentence};
use crate::directory::Kind;
use crate::directory::lexicon::{KindWords, Lexicon, PhraseRole, Phrases, Synonym};
use crate::text::fold::fold;

/// The words of a file, and whether it gives them itself; those of the built-in directory where it has
/// none.
pub(super) fn read(root: &Fields<'_, '_>, built_in: BuiltIn<'_>) -> (Lexicon, bool) {
    let lexicon = Lexicon {
        kinds: read_kinds(root),
        synonyms: read_synonyms(root),
        phrases: read_phrases(root),
    };
    let has_tables = ["kind", "synonym", "phrase"].iter().any(|table| !root.is_missing(table));
    if has_tables || root.context.is_overlay {
        return (lexicon, has_tables);
    }
    (built_in().map(|it| it.lexicon).unwrap_or_default(), false)
}

fn read_kinds(root: &Fields<'_, '_>) -> Vec<KindWords> {
    let mut kinds: Vec<KindWords> = Vec::new();
    for fields in root.tables("kind", Sentence::AKind) {
        let kind = fields.required_choice("id", Kind::ALL, Kind::id);
        let name_words = sound(&fields, "name_words", is_one_word, Sentence::WordNotFolded);
        let of_handles = |key| sound(&fields, key, is_plain, Sentence::WordNotPlain);
        let handle_prefixes = of_handles("handle_prefixes");
        let handle_suffixes = of_handles("handle_suffixes");
        let words = sound(&fields, "words", is_folded, Sentence::WordNotFolded);
        if let Some(kind) = kind {
            if kinds.iter().any(|earlier| earlier.kind == kind) {
                fields.fault(fields.place_of("id"), Sentence::KindTwice.of([&kind.id()]));
            }
            kinds.push(KindWords { kind, name_words, handle_prefixes, handle_suffixes, words });
        }
        fields.finish();
    }
    kinds
}

fn read_synonyms(root: &Fields<'_, '_>) -> Vec<Synonym> {
    let mut synonyms: Vec<Synonym> = Vec::new();
    for fields in root.tables("synonym", Sentence::ASynonym) {
        let word = fields.required_text("word").filter(|word| {
            let is_sound = is_folded(&word.value);
            if !is_sound {
                fields.fault(word.at, Sentence::WordNotFolded.of([&word.value]));
            }
            is_sound
        });
        if fields.is_missing("typed") {
            fields.missing("typed");
        }
        let all = fields.texts("typed");
        for typed in &all {
            if let Some(other) = synonyms.iter().find(|it| it.typed.contains(&typed.value)) {
                fields.fault(typed.at, Sentence::SynonymTwice.of([&typed.value, &other.word]));
            }
        }
        let typed = only(&fields, all, is_folded, Sentence::WordNotFolded);
        let note = fields.text("note").map(|text| text.value);
        if let Some(word) = word {
            synonyms.push(Synonym { word: word.value, typed, note });
        }
        fields.finish();
    }
    synonyms
}

fn read_phrases(root: &Fields<'_, '_>) -> Vec<Phrases> {
    let mut phrases: Vec<Phrases> = Vec::new();
    for fields in root.tables("phrase", Sentence::APhrase) {
        let role = fields.required_choice("role", &PhraseRole::ALL, PhraseRole::id);
        if fields.is_missing("typed") {
            fields.missing("typed");
        }
        let all = fields.texts("typed");
        let others = |role| phrases.iter().filter(move |it| is_one_sense(it.role, role));
        for typed in &all {
            let other =
                role.and_then(|role| others(role).find(|it| it.typed.contains(&typed.value)));
            if let Some(other) = other {
                let problem = Sentence::PhraseTwice.of([&typed.value, &other.role.id()]);
                fields.fault(typed.at, problem);
            }
        }
        let typed = only(&fields, all, is_folded, Sentence::WordNotFolded);
        let note = fields.text("note").map(|text| text.value);
        if let Some(role) = role {
            phrases.push(Phrases { role, typed, note });
        }
        fields.finish();
    }
    phrases
}

/// Whether a phrase can't do both: what compounds end in and what messages ask for are told by themselves, for
/// neither stands in a question alone.
fn is_one_sense(one: PhraseRole, other: PhraseRole) -> bool {
    one == other || one.is_of_questions() && other.is_of_questions()
}

/// The texts of a key; those that are not sound are reported.
fn sound(
    fields: &Fields<'_, '_>,
    key: &'static str,
    is_sound: impl Fn(&str) -> bool,
    problem: Sentence,
) -> Vec<String> {
    only(fields, fields.texts(key), is_sound, problem)
}

fn only(
    fields: &Fields<'_, '_>,
    texts: Vec<Located<String>>,
    is_sound: impl Fn(&str) -> bool,
    problem: Sentence,
) -> Vec<String> {
    for text in texts.iter().filter(|text| !is_sound(&text.value)) {
        fields.fault(text.at, problem.of([&text.value]));
    }
    texts.into_iter().map(|text| text.value).collect()
}

/// Whether words are written as search compares them.
fn is_folded(text: &str) -> bool {
    text.split(' ').all(|word| !word.is_empty() && word.chars().all(char::is_alphanumeric))
        && fold(text) == text
}

fn is_one_word(text: &str) -> bool {
    is_folded(text) && !text.contains(' ')
}

/// Whether a text can stand in a handle as it is.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::testing::problems;

    #[test]
    fn words_that_can_not_be_compared_are_problems() {
        let kind = "[[kind]]\nid = \"court\"\n";
        let synonym = "[[synonym]]\nword = \"court\"\ntyped = [\"tribunal\"]\n";
        let phrase = |role| format!("[[phrase]]\nrole = \"{role}\"\ntyped = [\"please\"]\n");
        let folded = "is not as search compares it; write it in small letters and digits without accents, with single spaces between words";
        for (tables, expected) in [
            (kind.to_owned() + synonym, vec![]),
            ("[[kind]]\n".to_owned(), vec!["6:1: a kind lacks `id`; add it".to_owned()]),
            (
                kind.repeat(2),
                vec!["9:6: there are already words of the kind `court`; keep one table, with the words of both".to_owned()],
            ),
            (
                format!("{kind}name_words = [\"Court\", \"high court\", \"\u{e9}tat\"]\n"),
                vec![
                    format!("8:15: `Court` {folded}"),
                    format!("8:24: `high court` {folded}"),
                    format!("8:38: `\u{e9}tat` {folded}"),
                ],
            ),
            (
                format!("{kind}handle_prefixes = [\"hof-\"]\n"),
                vec!["8:20: `hof-` can't be compared with handles; write it in lower-case letters and digits only".to_owned()],
            ),
            (
                "[[synonym]]\nword = \"court\"\n".to_owned(),
                vec!["6:1: a synonym lacks `typed`; add it".to_owned()],
            ),
            (
                synonym.replace("tribunal", "le  tribunal"),
                vec![format!("8:10: `le  tribunal` {folded}")],
            ),
            (
                format!("{kind}words = [\"High Court\"]\n"),
                vec![format!("8:10: `High Court` {folded}")],
            ),
            (
                "[[phrase]]\nrole = \"ignored\"\n".to_owned(),
                vec!["6:1: a set of phrases lacks `typed`; add it".to_owned()],
            ),
            (
                format!("{}{}{}", phrase("ignored"), phrase("ending"), phrase("action")),
                vec!["14:10: `please` already stands with the role `ignored`; keep one".to_owned()],
            ),
            (
                phrase("ignored").replace("please", "Please"),
                vec![format!("8:10: `Please` {folded}")],
            ),
            (
                format!("{synonym}{}", synonym.replace("\"court\"", "\"rechtbank\"")),
                vec!["11:10: `tribunal` is already typed for `court`; keep one".to_owned()],
            ),
        ] {
            assert_eq!(problems(&tables), expected, "{tables}");
        }
    }
}
