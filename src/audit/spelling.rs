//! How the name of a place or organisation is written in a handle, where spaces can't stand.

use crate::text::fold::fold;

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

/// The spellings of a name with all its letters, folded, each once, the plainest first.
///
/// Accents and apostrophes go; `'s-Hertogenbosch` may lose its `s`, and what stands in brackets to
/// tell two places apart (`Bergen (NH)`) may go.
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
    all
}

/// The words of a name, folded: `'s-Hertogenbosch` has two.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace(['\'', '’'], " ");
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether something is a name with letters left out: `hbeek` for Hilvarenbeek, `boz` for Bergen op
/// Zoom. It begins with the same letter and keeps the order, and has at least two letters.
pub fn shortens(written: &str, name: &str) -> bool {
    let letters =
        |text: &str| -> Vec<char> { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
    let (short, long) = (letters(written), letters(&words(name).concat()));
    if short.len() < 2 || short.len() >= long.len() || short.first() != long.first() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|d| d == c))
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
            ("'t Zand", vec!["tzand", "t_zand", "t-zand", "t.zand", "zand"]),
            ("Bergen (L)", vec!["bergenl", "bergen_l", "bergen-l", "bergen.l", "bergen"]),
            ("", vec![]),
        ] {
            assert_eq!(spellings(name), expected, "{name}");
        }
    }

    #[test]
    fn letters_left_out_are_a_shortening() {
        for (written, name, is_short) in [
            ("hbeek", "Hilvarenbeek", true),
            ("boz", "Bergen op Zoom", true),
            ("aadr", "Alphen aan den Rijn", true),
            ("txl", "Texel", true),
            ("texel", "Texel", false),
            ("straatweg", "Utrecht", false),
            ("e", "Ede", false),
            ("lets", "Texel", false),
            ("", "Texel", false),
        ] {
            assert_eq!(shortens(written, name), is_short, "{written} {name}");
        }
    }
}
