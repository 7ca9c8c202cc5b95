//! The skeleton of a name: the letters that a quick reader sees, and where each of them is written.

use std::ops::Range;

use unicode_normalization::is_nfc;

use super::confusables::{self, FOREIGN, Glyph, Letters};

/// No more of a name than this many places is compared; no platform's names are longer.
pub(super) const LONGEST: usize = 100;

/// What a place of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Letter,
    Separator,
    Hidden,
}

/// One place of a name: a letter with its marks, or a run of separators or of hidden characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'t> {
    pub(super) sort: Sort,
    /// What is written there.
    pub(super) text: &'t str,
    pub(super) letters: Letters,
}

impl Cell<'_> {
    /// The classes of its letters.
    pub(super) fn classes(&self) -> impl Iterator<Item = u8> + '_ {
        self.letters.iter().map(confusables::class)
    }

    /// Whether both are the same but for the case of a letter. A sign that only stands for a letter
    /// (the Kelvin sign, whose small letter is k) is not that letter.
    pub(super) fn is_same(&self, other: &Cell<'_>) -> bool {
        if self.text.is_ascii() && other.text.is_ascii() {
            return self.text.eq_ignore_ascii_case(other.text);
        }
        let [own, others] =
            [self.text, other.text].map(|text| text.chars().flat_map(char::to_lowercase));
        self.text == other.text || (own.eq(others) && is_nfc(self.text) && is_nfc(other.text))
    }
}

/// The skeleton of a name.
#[derive(Debug)]
pub(super) struct Skeleton<'t> {
    pub(super) cells: Vec<Cell<'t>>,
    /// The letters as they are written, in lower case; see [`FOREIGN`].
    pub(super) plain: Vec<u8>,
    /// The classes of these letters.
    pub(super) letters: Vec<u8>,
    /// The cell of each letter.
    pub(super) owners: Vec<usize>,
    /// What stands behind the last place that is compared.
    pub(super) rest: &'t str,
}

impl<'t> Skeleton<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut skeleton = Self {
            cells: Vec::with_capacity(text.len().min(LONGEST)),
            plain: Vec::with_capacity(text.len().min(LONGEST)),
            letters: Vec::with_capacity(text.len().min(LONGEST)),
            owners: Vec::with_capacity(text.len().min(LONGEST)),
            rest: "",
        };
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            if skeleton.cells.len() == LONGEST {
                skeleton.rest = text.get(start..).unwrap_or_default();
                break;
            }
            let glyph = confusables::read(c);
            let mut is_marked = glyph == Glyph::Mark;
            while let Some(&(_, next)) = chars.peek() {
                match (glyph, confusables::read(next)) {
                    (Glyph::Letters(_) | Glyph::Mark, Glyph::Mark) => is_marked = true,
                    (Glyph::Hidden, Glyph::Hidden) | (Glyph::Separator, Glyph::Separator) => {}
                    _ => break,
                }
                chars.next();
            }
            let end = chars.peek().map_or(text.len(), |(end, _)| *end);
            skeleton.push(glyph, text.get(start..end).unwrap_or_default(), is_marked);
        }
        skeleton
    }

    fn push(&mut self, glyph: Glyph, text: &'t str, is_marked: bool) {
        let (sort, letters) = match glyph {
            Glyph::Hidden => (Sort::Hidden, Letters::default()),
            // A mark without a letter.
            Glyph::Mark | Glyph::Separator => (Sort::Separator, Letters::default()),
            Glyph::Letters(letters) => (Sort::Letter, letters),
        };
        for letter in letters.iter() {
            self.plain.push(if is_marked { letter | FOREIGN } else { letter });
            self.letters.push(confusables::class(letter));
            self.owners.push(self.cells.len());
        }
        self.cells.push(Cell { sort, text, letters });
    }

    /// The cells of a range of letters, with what stands between them.
    pub(super) fn cells_of(&self, letters: &Range<usize>) -> Range<usize> {
        let cell = |at: usize| self.owners.get(at).copied();
        let last = letters.end.checked_sub(1).and_then(cell);
        match (cell(letters.start), last) {
            (Some(first), Some(last)) if first <= last => first..last + 1,
            _ => 0..0,
        }
    }

    /// Whether something is hidden in it.
    pub(super) fn has_hidden(&self) -> bool {
        self.cells.iter().any(|cell| cell.sort == Sort::Hidden)
    }
}

/// The plain letters and the classes of [`Skeleton::new`], where a text is short and of everyday letters
/// and signs: most listed names and hosts are, and there are thousands of them.
pub(super) fn of_ascii(text: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || b" -_.'&/(),".contains(&byte);
    if text.len() > LONGEST || !text.bytes().all(is_usual) {
        return None;
    }
    let plain = text.bytes().filter(u8::is_ascii_alphanumeric);
    let plain: Vec<u8> = plain.map(|letter| letter.to_ascii_lowercase()).collect();
    let letters = plain.iter().map(|letter| confusables::class(*letter)).collect();
    Some((plain, letters))
}

/// Whether two rows of plain letters are the same, where the second may be written without the marks
/// and signs of the first.
pub(super) fn is_same_plain(genuine: &[u8], written: &[u8]) -> bool {
    genuine == written || genuine.iter().map(|letter| letter & !FOREIGN).eq(written.iter().copied())
}

/// The classes with pairs that are taken for one letter drawn together: `rn` as `m`.
pub(super) fn merged(letters: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(letters.len());
    out.extend(merge(letters).map(|(letter, _)| letter));
    out
}

/// The merged classes as in [`merged`], each with the letters that it stands for.
pub(super) fn merged_spans(letters: &[u8]) -> (Vec<u8>, Vec<Range<usize>>) {
    merge(letters).unzip()
}

/// Whether two rows of classes are the same once pairs are drawn together.
pub(super) fn is_same_merged(one: &[u8], other: &[u8]) -> bool {
    let letters = |(letter, _): (u8, Range<usize>)| letter;
    merge(one).map(letters).eq(merge(other).map(letters))
}

fn merge(letters: &[u8]) -> impl Iterator<Item = (u8, Range<usize>)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let first = *letters.get(start)?;
        let both = letters.get(start + 1).and_then(|second| confusables::pair(first, *second));
        at += if both.is_some() { 2 } else { 1 };
        Some((both.unwrap_or(first), start..at))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_sees_what_the_long_one_does(text in "[a-zA-Z0-9 _.'&/(),-]{0,99}") {
            let long = Skeleton::new(&text);
            prop_assert_eq!(of_ascii(&text), Some((long.plain, long.letters)));
        }
    }

    #[test]
    fn other_texts_go_the_long_way() {
        for text in ["é", "a\u{200b}b", "a@b", &"a".repeat(LONGEST + 1)] {
            assert_eq!(of_ascii(text), None, "{text}");
        }
    }
}
