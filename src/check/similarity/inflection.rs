//! Words that are made of another: the plural of a listed name, its compound with or without the letter that
//! links the two parts, and longer words that begin like it. They are nobody's slip.

use super::family::COMPOUND_PARTS;
use super::targets::Targets;
use crate::directory::Directory;

/// What the directory says of words, in letters only.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The words of families that are names and nothing else: `rijkswaterstaat`. They have no plural.
    brands: Vec<String>,
    /// Words of families, each with one that begins with it and means something else.
    except: Vec<(String, String)>,
}

impl Words {
    pub(super) fn new(directory: &Directory) -> Self {
        let brands = directory.families.iter().filter(|it| !it.is_generic && !it.with_place);
        let except = directory
            .families
            .iter()
            .flat_map(|it| it.except.iter().map(move |other| (it.word.clone(), other.clone())));
        Self { brands: brands.map(|it| it.word.clone()).collect(), except: except.collect() }
    }

    fn has_brand(&self, plain: &[u8]) -> bool {
        let holds =
            |word: &String| plain.windows(word.len().max(1)).any(|part| part == word.as_bytes());
        self.brands.iter().any(holds)
    }
}

/// Whether these letters are a word that is made of a listed name, and so no slip in it.
pub(super) fn is_derived(targets: &Targets, letters: &[u8], genuine: &[u8]) -> bool {
    let is_other = |(word, other): &(String, String)| {
        genuine.starts_with(word.as_bytes()) && letters.starts_with(other.as_bytes())
    };
    if targets.words.except.iter().any(is_other) {
        return true;
    }
    if letters == genuine || targets.words.has_brand(genuine) {
        return false;
    }
    let mut written = std::iter::once(letters).chain(singular(letters));
    written.any(|written| {
        // `groninge` is no singular.
        let singular = singular(genuine).filter(|_| genuine.ends_with(b"s"));
        let mut all = std::iter::once(genuine).chain(singular);
        all.any(|genuine| written == genuine || is_linked(targets, written, genuine))
    })
}

/// A word without the ending of its plural, `-s` or the `-n` behind an `e`.
fn singular(letters: &[u8]) -> Option<&[u8]> {
    match letters {
        [.., b's', b's'] => None,
        [word @ .., b's'] => Some(word),
        [word @ .., b'n'] if word.ends_with(b"e") => Some(word),
        _ => None,
    }
}

/// Whether two words differ in the `s` that links the parts of one of them: `stadsnieuws`, `stadnieuws`.
fn is_linked(targets: &Targets, one: &[u8], other: &[u8]) -> bool {
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let Some((before, [b's', behind @ ..])) = long.split_at_checked(same) else { return false };
    let is_part = |part: &str| behind == part.as_bytes();
    short.get(same..) == Some(behind)
        && (COMPOUND_PARTS.iter().any(|part| is_part(part)) || targets.customs.is_word(before))
}
