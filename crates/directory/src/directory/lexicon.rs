//! The words of a country: what names and handles of each kind of organisation begin with, and what
//! people type for the words that names bear.
//!
//! Search and the check of names know no such word themselves, so that the file of another country
//! gets the same service.

use serde::{Deserialize, Serialize};

use super::kind::Kind;
use crate::text::fold::fold;

/// All words of a directory.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lexicon {
    /// The words of kinds of organisations, each kind once.
    pub kinds: Vec<KindWords>,
    /// What people type, and the words that names bear instead.
    pub synonyms: Vec<Synonym>,
    /// What stands in questions beside what they ask for.
    pub phrases: Vec<Phrases>,
}

/// The words of one kind of organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindWords {
    /// The kind.
    pub kind: Kind,
    /// Words that a name of this kind begins with and that people leave out, as `gemeente`, folded.
    pub name_words: Vec<String>,
    /// What handles begin with and a place follows, as `gem`, in lower case: two of them differ only by
    /// the place.
    pub handle_prefixes: Vec<String>,
    /// What stands behind the place in some handles, in lower case.
    pub handle_suffixes: Vec<String>,
    /// What people type who look for one of this kind, as `stadhuis`, folded; of several words with single
    /// spaces between them.
    pub words: Vec<String>,
}

/// Words that people type for a word that names bear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Synonym {
    /// What names bear, folded; several words have single spaces between them.
    pub word: String,
    /// What people type for it, each written like `word`.
    pub typed: Vec<String>,
    /// Why it is one.
    pub note: Option<String>,
}

/// What a phrase does in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PhraseRole {
    /// It says nothing about what is asked for: `waar vind ik`.
    Ignored,
    /// It asks whether something is genuine: `is dit echt`.
    Genuine,
    /// What one wants to do with what is asked for: `aanvragen`.
    Action,
    /// Somebody is in danger: `inbraak bezig`.
    Emergency,
    /// It is pressing: somebody is in danger where nothing else is asked for, as in `spoed`.
    Urgent,
    /// What a compound may end in without meaning anything else: `formulier`.
    Ending,
    /// What a message asks its reader for: `log in`, `betaal`. It stands in messages, not in questions.
    Demand,
    /// How a message sends its reader somewhere: `ga naar`.
    Pointer,
    /// What no body of this government asks for: `cadeaubonnen`.
    NeverAsked,
    /// What nobody gives away: `wachtwoord`, `bankpas`. Who asks to hand it over is no body of this government.
    Secret,
    /// Words for handing something over: `geef`, `ophalen`.
    Handover,
    /// What turns a sentence into its opposite: `nooit`.
    Negation,
    /// What takes that back: `maar alleen aan onze`.
    Exception,
}

impl PhraseRole {
    /// All of them, in the order of the file.
    pub const ALL: [Self; 13] = [
        Self::Ignored,
        Self::Genuine,
        Self::Action,
        Self::Emergency,
        Self::Urgent,
        Self::Ending,
        Self::Demand,
        Self::Pointer,
        Self::NeverAsked,
        Self::Secret,
        Self::Handover,
        Self::Negation,
        Self::Exception,
    ];

    /// Whether it is a role of whole words in questions.
    pub fn is_of_questions(self) -> bool {
        match self {
            Self::Ignored | Self::Genuine | Self::Action | Self::Emergency | Self::Urgent => true,
            Self::Ending
            | Self::Demand
            | Self::Pointer
            | Self::NeverAsked
            | Self::Secret
            | Self::Handover
            | Self::Negation
            | Self::Exception => false,
        }
    }

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ignored => "ignored",
            Self::Genuine => "genuine",
            Self::Action => "action",
            Self::Emergency => "emergency",
            Self::Urgent => "urgent",
            Self::Ending => "ending",
            Self::Demand => "demand",
            Self::Pointer => "pointer",
            Self::NeverAsked => "never-asked",
            Self::Secret => "secret",
            Self::Handover => "handover",
            Self::Negation => "negation",
            Self::Exception => "exception",
        }
    }
}

/// Phrases that do the same in a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrases {
    /// What they do.
    pub role: PhraseRole,
    /// How they are typed, each written like the `word` of a synonym.
    pub typed: Vec<String>,
    /// Why they do so.
    pub note: Option<String>,
}

impl Lexicon {
    /// Whether it has no word at all.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.synonyms.is_empty() && self.phrases.is_empty()
    }

    /// The phrases with a role.
    pub fn phrases_of(&self, role: PhraseRole) -> impl Iterator<Item = &str> {
        let of_role = self.phrases.iter().filter(move |it| it.role == role);
        of_role.flat_map(|it| &it.typed).map(String::as_str)
    }

    /// The words that a name of this kind begins with and that people leave out.
    pub fn name_words(&self, kind: Kind) -> &[String] {
        let of_kind = self.kinds.iter().find(|it| it.kind == kind);
        of_kind.map(|it| it.name_words.as_slice()).unwrap_or_default()
    }

    /// Whether the organisations of a kind have words in common, in their names or handles: then a reader can
    /// expect that they are called alike. Bodies of other kinds have each a name of its own.
    pub fn has_words(&self, kind: Kind) -> bool {
        let has = |it: &KindWords| {
            [&it.name_words, &it.handle_prefixes, &it.handle_suffixes]
                .iter()
                .any(|it| !it.is_empty())
        };
        self.kinds.iter().any(|it| it.kind == kind && has(it))
    }

    /// A name of this kind without the words that people leave out: `Zwolle` of `Gemeente Zwolle`.
    /// `None` where it has none.
    pub fn bare_name<'n>(&self, kind: Kind, name: &'n str) -> Option<&'n str> {
        let words = self.name_words(kind);
        let is_left_out = |typed: &str| {
            words.iter().any(|word| {
                typed.eq_ignore_ascii_case(word) || (!typed.is_ascii() && fold(typed) == *word)
            })
        };
        let mut rest = name;
        while let Some((first, behind)) = rest.split_once(' ')
            && is_left_out(first)
        {
            rest = behind;
        }
        (rest.len() < name.len()).then_some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_the_words_that_people_leave_out() {
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let of = |kind, name_words: &[&str]| KindWords {
            kind,
            name_words: words(name_words),
            handle_prefixes: Vec::new(),
            handle_suffixes: Vec::new(),
            words: Vec::new(),
        };
        let lexicon = Lexicon {
            kinds: vec![
                of(Kind::Municipality, &["gemeente"]),
                of(Kind::WaterBoard, &["wetterskip", "van", "de"]),
                of(Kind::Province, &["comte"]),
                of(Kind::Agency, &[]),
            ],
            synonyms: Vec::new(),
            phrases: Vec::new(),
        };
        for (kind, name, bare) in [
            (Kind::Municipality, "Gemeente De Meern", Some("De Meern")),
            (Kind::Municipality, "Gemeentewerken", None),
            (Kind::Municipality, "Gemeente", None),
            (Kind::WaterBoard, "Wetterskip van de Aa", Some("Aa")),
            (Kind::Province, "Comté de Val", Some("de Val")),
            (Kind::Court, "Gemeente Ede", None),
        ] {
            assert_eq!(lexicon.bare_name(kind, name), bare, "{name}");
        }
        for (kind, has_words) in
            [(Kind::Municipality, true), (Kind::Agency, false), (Kind::Court, false)]
        {
            assert_eq!(lexicon.has_words(kind), has_words, "{kind:?}");
        }
    }
}
