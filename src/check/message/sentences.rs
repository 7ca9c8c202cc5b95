//! The sentences of a text.

use std::ops::Range;

use super::phrases::is_unseen;

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
        '\n' | '\r' => !goes_on(text, at),
        '.' | '!' | '?' => {
            let behind = text.get(at + 1..).unwrap_or_default();
            behind.is_empty() || behind.starts_with(char::is_whitespace)
        }
        _ => false,
    }
}

/// Whether a sentence goes on over the end of a line, or over several: it did not end before, and what follows begins
/// as none does. Programs break lines at some width, and put signs before those that they quote.
fn goes_on(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches(is_around);
    let behind = text.get(at..).unwrap_or_default().trim_start_matches(is_around);
    if before.ends_with(['.', '!', '?', '…']) {
        return false;
    }
    let word = |c: char| !c.is_alphanumeric();
    let last = || before.rsplit(word).next().unwrap_or_default().to_lowercase();
    let may_follow = |c: char| c.is_alphanumeric() || "@€$£(\"'“‘„".contains(c);
    behind.starts_with(char::is_lowercase)
        || behind.starts_with(may_follow) && LEADING.contains(&last().as_str())
}

/// Words with which no sentence ends, nor a heading.
const LEADING: &[&str] = &[
    "a", "an", "and", "at", "bij", "de", "deze", "die", "een", "en", "from", "haar", "het", "hun",
    "je", "jouw", "met", "mijn", "naar", "no", "of", "onze", "or", "our", "the", "this", "to",
    "tot", "uw", "van", "via", "voor", "with", "your", "zijn",
];

/// Whether a sign stands around what a line says: a quotation, a list, emphasis, or what nobody sees.
fn is_around(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '|' | '*' | '•' | '·' | '-' | '–' | '_') || is_unseen(c)
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
            ("Deel deze\ncode\r\n> met\n\n* niemand.", &["Deel deze\ncode\r\n> met\n\n* niemand."]),
            ("stuur uw\nPIN", &["stuur uw\nPIN"]),
            ("Kop\n\nStuur dit\nNiet", &["Kop\n", "Stuur dit\n", "Niet"]),
            ("Kop.\nwww.a.nl", &["Kop.", "www.a.nl"]),
            ("haal op bij\n@a", &["haal op bij\n@a"]),
            ("op 1.2 bij a.nl\n\nKlaar", &["op 1.2 bij a.nl\n", "Klaar"]),
        ] {
            let found: Vec<&str> = sentences(text).map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_place_has_its_sentence() {
        for (text, own) in [("X", "X"), ("Een. X twee. Drie.", " X twee."), ("Kop\n\nX", "X")] {
            let at = text.find('X').unwrap();
            assert_eq!(text.get(around(text, &(at..at + 1))), Some(own), "{text}");
        }
    }
}
