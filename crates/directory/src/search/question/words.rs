//! What the file says of words that stand in questions: phrases, kinds of organisations and platforms.

use std::collections::HashMap;

use super::tokens::{LONGEST_RUN, Role, Token, runs};
use crate::directory::lexicon::PhraseRole;
use crate::directory::{Directory, Kind};
use crate::search::index::topic_words::words_of;

/// The most words of a long text that are looked at for danger.
const MOST_WORDS_LOOKED_AT: usize = 2_000;

/// The words that stand in questions, each with what it does.
#[derive(Debug, Default)]
pub(in crate::search) struct QuestionWords {
    roles: HashMap<String, Role>,
    endings: Vec<String>,
    /// What people type, and what names bear instead.
    synonyms: HashMap<String, String>,
}

impl QuestionWords {
    /// The words of a directory.
    pub(in crate::search) fn new(directory: &Directory) -> Self {
        let lexicon = &directory.lexicon;
        let mut roles: HashMap<String, Role> = HashMap::new();
        for phrases in lexicon.phrases.iter().filter(|it| it.role.is_of_questions()) {
            let all = phrases.typed.iter().cloned();
            roles.extend(all.map(|typed| (typed, Role::Phrase(phrases.role))));
        }
        for (index, platform) in directory.platforms.iter() {
            let platform = &platform.rules;
            let names = std::iter::once(&platform.name).chain(&platform.former_names);
            for name in names.chain(&platform.aliases) {
                roles.insert(joined(name), Role::Platform(index));
            }
        }
        for words in &lexicon.kinds {
            for word in &words.words {
                match roles.get_mut(word) {
                    Some(Role::Kind(kinds)) => kinds.push(words.kind),
                    _ => drop(roles.insert(word.clone(), Role::Kind(vec![words.kind]))),
                }
            }
        }
        let endings = lexicon.phrases_of(PhraseRole::Ending).map(str::to_owned).collect();
        let synonyms = lexicon
            .synonyms
            .iter()
            .flat_map(|it| it.typed.iter().map(|typed| (typed.clone(), it.word.clone())));
        Self { roles, endings, synonyms: synonyms.collect() }
    }

    /// Gives the tokens the roles that the file says, longer phrases first.
    pub(in crate::search) fn assign(&self, tokens: &mut [Token]) {
        // Letters alone are the initials of a name rather than words: `I&W`.
        let is_initials = tokens.iter().all(|token| token.letters.len() == 1);
        for (from, to) in runs(tokens.len()) {
            let run = tokens.get(from..to).unwrap_or_default();
            if is_initials || run.iter().any(|token| token.role != Role::Term) {
                continue;
            }
            if let Some(role) = self.roles.get(&spaced(run)) {
                let run = tokens.get_mut(from..to).into_iter().flatten();
                run.for_each(|token| token.role = role.clone());
            }
        }
    }

    /// Whether a text of any length and kind holds a phrase that tells of danger: what stands around it makes it no
    /// less.
    pub(in crate::search) fn tell_danger(&self, text: &str) -> bool {
        let words: Vec<String> = words_of(text).take(MOST_WORDS_LOOKED_AT).collect();
        (0..words.len()).any(|at| {
            (1..=LONGEST_RUN).any(|length| {
                let run = words.get(at..at + length).map(|run| run.join(" "));
                let role = run.and_then(|run| self.roles.get(&run));
                role == Some(&Role::Phrase(PhraseRole::Emergency))
            })
        })
    }

    /// The kinds that a word stands for.
    pub(in crate::search) fn kinds(&self, word: &str) -> &[Kind] {
        match self.roles.get(word) {
            Some(Role::Kind(kinds)) => kinds,
            _ => &[],
        }
    }

    /// What names bear for a run of tokens.
    pub(in crate::search) fn synonym(&self, run: &[Token]) -> Option<&str> {
        self.synonyms.get(&spaced(run)).map(String::as_str)
    }

    /// A compound without what it ends in, where that means nothing else.
    pub(in crate::search) fn without_ending<'w>(
        &'w self,
        compound: &'w str,
    ) -> impl Iterator<Item = &'w str> {
        self.endings.iter().filter_map(move |ending| {
            let stem = compound.strip_suffix(ending.as_str())?;
            (stem.len() >= 3).then_some(stem)
        })
    }
}

/// Tokens as one text, as the file writes phrases.
fn spaced(run: &[Token]) -> String {
    let mut text = String::new();
    for token in run {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.letters);
    }
    text
}

/// A name as the file writes phrases.
fn joined(name: &str) -> String {
    words_of(name).collect::<Vec<_>>().join(" ")
}
