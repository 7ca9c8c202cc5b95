//! How the name of a place or organisation is written in a handle, where spaces can't stand.

use crate::text::fold::{fold, fold_char, letters};

/// What stands between the words of a name in a handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Joiner {
    /// Nothing: `bergenopzoom`.
    Nothing,
    /// `bergen_op_zoom`.
    Underscore,
    /// `bergen-op-zoom`.
    Dash,
    /// `bergen.op.zoom`.
    Point,
}

impl Joiner {
    /// All joiners; the first is the one that every platform allows.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Underscore, Self::Dash, Self::Point];

    /// The sign itself.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Underscore => "_",
            Self::Dash => "-",
            Self::Point => ".",
        }
    }
}

/// Whether something stands between words only.
pub fn is_separator(c: char) -> bool {
    matches!(c, '_' | '-' | '.')
}

/// The spellings of a name with all its letters, folded, each once, the plainest first.
///
/// Accents and apostrophes go; `'s-Hertogenbosch` may lose its `s`, and what stands in brackets to
/// tell two places apart (`Bergen (NH)`) may go. Last comes the name with all its signs and a dash for each
/// space, as `LinkedIn` makes the address of a page of its name: `noord--en-oost-gelderland`.
pub fn spellings(name: &str) -> Vec<String> {
    let mut all = Vec::new();
    let bare = name.split_once(" (").map(|(bare, _)| bare);
    for name in std::iter::once(name).chain(bare) {
        let words = words(name);
        let skip = usize::from(words.len() > 1 && words.first().is_some_and(|it| it.len() == 1));
        for words in [words.as_slice(), words.get(skip..).unwrap_or_default()] {
            for joiner in Joiner::ALL {
                let spelling = words.join(joiner.sign());
                if !spelling.is_empty() && !all.contains(&spelling) {
                    all.push(spelling);
                }
            }
        }
    }
    let with_signs = fold(name).replace(' ', Joiner::Dash.sign());
    if !all.is_empty() && !all.contains(&with_signs) {
        all.push(with_signs);
    }
    all
}

/// A name as it could be proposed: its capitals kept, without accents and what stands in brackets.
pub fn written(name: &str, joiner: Joiner) -> String {
    let bare = name.split_once(" (").map_or(name, |(bare, _)| bare);
    let plain: String = bare.chars().filter_map(plain_char).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(joiner.sign())
}

/// A character without its accent, in its own case.
fn plain_char(c: char) -> Option<char> {
    let folded = fold_char(c)?;
    if c.is_uppercase() { folded.to_uppercase().next() } else { Some(folded) }
}

/// The words of a name, folded: `'s-Hertogenbosch` has two.
pub fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words that only connect others in Dutch and English names: abbreviations leave them out.
const CONNECTIVES: &[&str] = &[
    "de", "het", "van", "der", "den", "en", "voor", "in", "op", "te", "s", "t", "the", "of", "and",
    "for",
];

/// Whether a folded word only connects others in a name.
pub fn is_connective(word: &str) -> bool {
    CONNECTIVES.contains(&word)
}

/// A shortening that passes over the first words of a name has at least so many letters, for fewer
/// fit almost any name.
const WITHOUT_FIRST_WORDS: usize = 4;

/// Whether something is a name with letters left out: `hbeek` for Hilvarenbeek, `boz` for Bergen op
/// Zoom, `anthonis` for Sint Anthonis. It begins with the first letter of a word and keeps the order,
/// and has at least two letters.
pub fn shortens(written: &str, name: &str) -> bool {
    let short: Vec<char> = letters(written).chars().collect();
    let words = words(name);
    let long: usize = words.iter().map(|word| word.chars().count()).sum();
    if short.len() < 2 || short.len() >= long {
        return false;
    }
    (0..words.len()).any(|skip| {
        let long: Vec<char> = words.iter().skip(skip).flat_map(|word| word.chars()).collect();
        let is_enough = skip == 0 || short.len() >= WITHOUT_FIRST_WORDS;
        let mut rest = long.iter();
        is_enough && short.first() == long.first() && short.iter().all(|c| rest.any(|d| d == c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_spellings_with_all_its_letters() {
        for (name, expected) in [
            ("Ede", vec!["ede"]),
            (
                "Súdwest-Fryslân",
                vec!["sudwestfryslan", "sudwest_fryslan", "sudwest-fryslan", "sudwest.fryslan"],
            ),
            ("'t Zand", vec!["tzand", "t_zand", "t-zand", "t.zand", "zand", "'t-zand"]),
            (
                "Bergen (L)",
                vec!["bergenl", "bergen_l", "bergen-l", "bergen.l", "bergen", "bergen-(l)"],
            ),
            (
                "Noord- en Oost",
                vec![
                    "noordenoost",
                    "noord_en_oost",
                    "noord-en-oost",
                    "noord.en.oost",
                    "noord--en-oost",
                ],
            ),
            ("", vec![]),
        ] {
            assert_eq!(spellings(name), expected, "{name}");
        }
    }

    #[test]
    fn what_is_proposed_keeps_its_capitals() {
        for (name, joiner, expected) in [
            ("Ede", Joiner::Nothing, "Ede"),
            ("Súdwest-Fryslân", Joiner::Nothing, "SudwestFryslan"),
            ("Bergen op Zoom", Joiner::Dash, "Bergen-op-Zoom"),
            ("Bergen (NH)", Joiner::Underscore, "Bergen"),
            ("'s-Hertogenbosch", Joiner::Nothing, "sHertogenbosch"),
            ("IJsselstein", Joiner::Point, "IJsselstein"),
            ("Å", Joiner::Nothing, "A"),
            ("", Joiner::Nothing, ""),
        ] {
            assert_eq!(written(name, joiner), expected, "{name}");
        }
    }

    #[test]
    fn letters_left_out_are_a_shortening() {
        for (written, name, is_short) in [
            ("hbeek", "Hilvarenbeek", true),
            ("boz", "Bergen op Zoom", true),
            ("aadr", "Alphen aan den Rijn", true),
            ("txl", "Texel", true),
            ("Anthonis", "Sint Anthonis", true),
            ("peelmaas", "Peel en Maas", true),
            ("leidvburg", "Leidschendam-Voorburg", true),
            ("haag", "Den Haag", true),
            ("hg", "Den Haag", false),
            ("texel", "Texel", false),
            ("straatweg", "Utrecht", false),
            ("e", "Ede", false),
            ("lets", "Texel", false),
            ("", "Texel", false),
            ("ab", "", false),
        ] {
            assert_eq!(shortens(written, name), is_short, "{written} {name}");
        }
    }
}
