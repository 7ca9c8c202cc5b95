//! What of a long input is read.

use std::borrow::Cow;

use super::LONGEST_INPUT;
use crate::text::sanitise::is_hostile;

/// How many blanks stand between two words at most where they would take the room of what is read.
const MOST_BLANKS: usize = 4;

/// An input that is longer than what is read, without most of what nobody sees in it: blanks must not keep what stands
/// behind them from being read.
pub(crate) fn condensed(input: &str) -> Cow<'_, str> {
    if input.len() <= LONGEST_INPUT {
        return Cow::Borrowed(input);
    }
    let mut out = String::with_capacity(LONGEST_INPUT);
    let (mut blanks, mut has_line) = (0, false);
    for c in input.chars() {
        let is_blank = c.is_whitespace() || is_hostile(c);
        if !is_blank {
            (blanks, has_line) = (0, false);
        }
        let is_first_line = c == '\n' && !has_line;
        has_line |= c == '\n';
        blanks += usize::from(is_blank);
        if blanks <= MOST_BLANKS || is_first_line {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// No more of the input than is read, cut between two characters.
pub(super) fn cut(input: &str) -> &str {
    if input.len() <= LONGEST_INPUT {
        return input;
    }
    let end = (0..=LONGEST_INPUT).rev().find(|&at| input.is_char_boundary(at)).unwrap_or_default();
    input.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_take_no_room() {
        let many = |blank: &str| format!("x.com/a{}x.com/b", blank.repeat(LONGEST_INPUT));
        for (blank, expected) in [
            (" ", "x.com/a    x.com/b"),
            ("\t", "x.com/a\t\t\t\tx.com/b"),
            (" \n", "x.com/a \n \nx.com/b"),
            ("\u{200b}", "x.com/a\u{200b}\u{200b}\u{200b}\u{200b}x.com/b"),
            ("\u{a0}", "x.com/a\u{a0}\u{a0}\u{a0}\u{a0}x.com/b"),
        ] {
            assert_eq!(condensed(&many(blank)), expected, "{blank:?}");
        }
        let line = format!("a{}\nb", " ".repeat(LONGEST_INPUT));
        assert_eq!(condensed(&line), "a    \nb", "a line ends behind them");
        let short = format!("a{}b", " ".repeat(100));
        assert_eq!(condensed(&short), short);
    }
}
