//! How a name of several words becomes one: the ways that families have.

use crate::audit::conventions::spelling::{Joiner, is_connective, written};
use crate::text::fold::fold;

/// A way to write a name where spaces can't stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelling {
    /// All its words, joined.
    Whole(Joiner),
    /// Without the words that only lead it in: `Hogeland` of Het Hogeland.
    WithoutLead,
    /// Without any word that only connects others: `PeelMaas` of Peel en Maas.
    Telling,
    /// The first word that says something: `Alphen` of Alphen aan den Rijn.
    First,
    /// The first letters: `LvC` of Land van Cuijk.
    Initials,
    /// The beginning of a single long word: `Vijfheer` of Vijfheerenlanden.
    Clipped,
}

impl Spelling {
    /// All of them, the plainest first.
    pub(super) const ALL: [Self; 9] = [
        Self::Whole(Joiner::Nothing),
        Self::Whole(Joiner::Underscore),
        Self::Whole(Joiner::Dash),
        Self::Whole(Joiner::Point),
        Self::WithoutLead,
        Self::Telling,
        Self::First,
        Self::Initials,
        Self::Clipped,
    ];

    /// The name in this way, its capitals kept; empty where nothing of it is left.
    pub(super) fn of(self, name: &str) -> String {
        let words = words(name);
        let leads = words.iter().take_while(|word| is_mere(word)).count();
        let telling = || words.iter().filter(|word| !is_mere(word)).map(String::as_str);
        match self {
            Self::Whole(joiner) => words.join(joiner.sign()),
            Self::WithoutLead => words.iter().skip(leads).map(String::as_str).collect(),
            Self::Telling => telling().collect(),
            Self::First => telling().next().unwrap_or_default().to_owned(),
            Self::Initials => {
                // The `s` of 's-Hertogenbosch is no word.
                let words = words.iter().filter(|word| word.chars().nth(1).is_some());
                words.filter_map(|word| word.chars().next()).collect()
            }
            Self::Clipped => match words.as_slice() {
                [one] => clipped(one),
                _ => String::new(),
            },
        }
    }

    /// Whether all words of a name are in it.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Self::Whole(_))
    }

    /// Whether it is the beginning of a name, which may be that of others too.
    pub(super) fn is_part(self) -> bool {
        matches!(self, Self::First | Self::Clipped)
    }
}

/// The words of a name without accents and signs; what stands in brackets is left out.
pub(super) fn words(name: &str) -> Vec<String> {
    let joined = written(name, Joiner::Dash);
    joined.split('-').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The first letters of the words that say something, in capitals: `BZK`; then with the words between them,
/// as ministries have it: `JenV`. None of a single word.
pub(super) fn abbreviated(name: &str) -> Vec<String> {
    let first = |word: &str| word.chars().next().map(|c| c.to_uppercase().to_string());
    let (mut telling, mut joined) = (String::new(), String::new());
    for word in words(name) {
        let letter = first(&word).unwrap_or_default();
        let is_mere = is_mere(&word);
        joined.push_str(if is_mere { &word } else { &letter });
        telling.push_str(if is_mere { "" } else { &letter });
    }
    let mut all = vec![telling, joined];
    all.dedup();
    all.retain(|it| it.chars().nth(1).is_some());
    all
}

/// The first letters of a long word, up to the end of a syllable: `Vijfheer` of Vijfheerenlanden. Empty for a
/// short one, which needs no shortening.
fn clipped(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= CLIPPED {
        return String::new();
    }
    let is_vowel = |c: Option<&char>| c.is_some_and(|c| "aeiouy".contains(c.to_ascii_lowercase()));
    let ends = |&end: &usize| is_vowel(letters.get(end - 2)) && !is_vowel(letters.get(end - 1));
    let end = (SHORTEST..=CLIPPED).rev().find(ends).unwrap_or(CLIPPED);
    letters.into_iter().take(end).collect()
}

/// A clipped word has at most so many letters: half of the names of X, with room for those of the family.
const CLIPPED: usize = 8;

/// Fewer letters than these are no part of a name that anybody knows again.
const SHORTEST: usize = 4;

/// Whether a word says nothing by itself; `'s` and `'t` are such.
fn is_mere(word: &str) -> bool {
    word.chars().count() == 1 || is_connective(&fold(word))
}

/// The ways that make different names of one, the plainest first.
pub(super) fn spellings(name: &str) -> Vec<(Spelling, String)> {
    let mut all: Vec<(Spelling, String)> = Vec::new();
    for spelling in Spelling::ALL {
        let text = spelling.of(name);
        // One letter stands for everybody whose name begins so.
        let is_name = text.chars().nth(1).is_some();
        if is_name && all.iter().all(|(_, known)| fold(known) != fold(&text)) {
            all.push((spelling, text));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_several_words_becomes_one_in_several_ways() {
        for (name, expected) in [
            ("Ede", &["Ede"][..]),
            ("Vijfheerenlanden", &["Vijfheerenlanden", "Vijfheer"]),
            ("Westerkwartier", &["Westerkwartier", "Wester"]),
            ("Å", &[]),
            ("", &[]),
            (
                "'s-Hertogenbosch",
                &[
                    "sHertogenbosch",
                    "s_Hertogenbosch",
                    "s-Hertogenbosch",
                    "s.Hertogenbosch",
                    "Hertogenbosch",
                ],
            ),
            (
                "Súdwest-Fryslân",
                &[
                    "SudwestFryslan",
                    "Sudwest_Fryslan",
                    "Sudwest-Fryslan",
                    "Sudwest.Fryslan",
                    "Sudwest",
                    "SF",
                ],
            ),
            (
                "Alphen aan den Rijn",
                &[
                    "AlphenaandenRijn",
                    "Alphen_aan_den_Rijn",
                    "Alphen-aan-den-Rijn",
                    "Alphen.aan.den.Rijn",
                    "AlphenaanRijn",
                    "Alphen",
                    "AadR",
                ],
            ),
            (
                "Peel en Maas",
                &[
                    "PeelenMaas",
                    "Peel_en_Maas",
                    "Peel-en-Maas",
                    "Peel.en.Maas",
                    "PeelMaas",
                    "Peel",
                    "PeM",
                ],
            ),
            ("Bergen (NH)", &["Bergen"]),
        ] {
            let texts: Vec<String> = spellings(name).into_iter().map(|(_, text)| text).collect();
            assert_eq!(texts, expected, "{name}");
        }
    }

    #[test]
    fn a_name_of_several_words_has_abbreviations() {
        for (name, expected) in [
            ("Justitie en Veiligheid", &["JV", "JenV"][..]),
            ("Volkshuisvesting, Ruimtelijke Ordening", &["VRO"]),
            ("Financiën", &[]),
            ("Het Bildt", &["HetB"]),
            ("", &[]),
        ] {
            assert_eq!(abbreviated(name), expected, "{name}");
        }
    }
}
