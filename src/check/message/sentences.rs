//! The sentences of a text.

use std::ops::Range;

/// The sentences and lines of a text that hold a letter or digit, in their order.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    let ends = text.char_indices().filter(|(at, c)| is_end(text, *at, *c));
    let ends = ends.map(|(at, c)| at + c.len_utf8()).chain(std::iter::once(text.len()));
    let all = ends.map(move |end| std::mem::replace(&mut from, end)..end);
    all.filter(|range| {
        text.get(range.clone()).is_some_and(|sentence| sentence.contains(char::is_alphanumeric))
    })
}

/// The sentence that a place is in; it goes on behind a place that reads over the end of a sentence.
pub(super) fn around(text: &str, place: &Range<usize>) -> Range<usize> {
    let is_of =
        |it: &Range<usize>| it.end > place.start && it.start < place.end.max(place.start + 1);
    let own = sentences(text).filter(is_of);
    own.reduce(|first, last| first.start..last.end).unwrap_or(place.clone())
}

/// Whether a sentence or line ends here: a point within a name, a number or a host ends none.
fn is_end(text: &str, at: usize, c: char) -> bool {
    match c {
        '\n' | '\r' => true,
        '.' | '!' | '?' => {
            let behind = text.get(at + 1..).unwrap_or_default();
            behind.is_empty() || behind.starts_with(char::is_whitespace)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_with_their_sign_or_line() {
        for (text, expected) in [
            ("", &[][..]),
            (" … \n", &[]),
            ("Een. Twee! … Drie?", &["Een.", " Twee!", " … Drie?"]),
            ("op 1.2 bij a.nl\n\nKlaar", &["op 1.2 bij a.nl\n", "Klaar"]),
        ] {
            let found: Vec<&str> = sentences(text).map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_place_has_its_sentence() {
        for (text, own) in [("X", "X"), ("Een. X twee. Drie.", " X twee."), ("Een\n\nX", "X")] {
            let at = text.find('X').unwrap();
            assert_eq!(text.get(around(text, &(at..at + 1))), Some(own), "{text}");
        }
    }
}
