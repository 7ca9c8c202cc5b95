//! Two names under each other, character by character. The reasons tell the same in words.

use crate::check::{Change, Step};
use crate::text::sanitise;
use crate::text::width::width;

/// Names wider than this are not set under each other: no screen would hold them.
const WIDEST: usize = 120;

/// What stands where the other name has more.
const GAP: &str = "·";

/// Three rows of equal columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rows {
    /// The name that was asked about.
    pub(super) written: String,
    /// Carets under what differs in it.
    pub(super) carets: String,
    /// The genuine name.
    pub(super) genuine: String,
}

/// The two names in rows; `None` where there is nothing to compare or no room for it.
pub(super) fn rows(steps: &[Step]) -> Option<Rows> {
    let [mut written, mut carets, mut genuine] = [const { String::new() }; 3];
    for step in steps {
        let (ours, theirs) = (visible(&step.written), visible(&step.genuine));
        let cells = width(&ours).max(width(&theirs));
        let mark = if step.change == Change::None { " " } else { "^" };
        carets.push_str(&mark.repeat(cells));
        for (row, text) in [(&mut written, ours), (&mut genuine, theirs)] {
            row.push_str(&text);
            // A blank would read as one that stands in the name.
            row.push_str(&GAP.repeat(cells - width(&text)));
        }
    }
    let has_room = !steps.is_empty() && width(&written) <= WIDEST;
    carets.truncate(carets.trim_end().len());
    has_room.then_some(Rows { written, carets, genuine })
}

/// A text of which every character takes a place on screen.
fn visible(text: &str) -> String {
    let escaped = sanitise::escaped(text);
    if width(&escaped) > 0 { escaped } else { escaped.chars().map(sanitise::escape).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(all: &[(&str, &str, Change)]) -> Vec<Step> {
        let step = |(written, genuine, change): &(&str, &str, Change)| Step {
            written: (*written).into(),
            genuine: (*genuine).into(),
            change: *change,
        };
        all.iter().map(step).collect()
    }

    #[test]
    fn names_stand_under_each_other_with_carets_under_what_differs() {
        for (all, expected) in [
            (
                &[("p", "p", Change::None), ("0", "o", Change::Alike), ("l", "l", Change::None)][..],
                ["p0l", " ^", "pol"],
            ),
            (&[("r", "r", Change::None), ("rn", "m", Change::Alike)], ["rrn", " ^^", "rm·"]),
            (
                &[("a", "a", Change::None), ("", "_", Change::Separator), ("b", "B", Change::None)],
                ["a·b", " ^", "a_B"],
            ),
            (
                &[("\u{202e}", "", Change::Hidden), ("a", "a", Change::None)],
                ["‹U+202E›a", "^^^^^^^^", "········a"],
            ),
            (
                &[("e", "e", Change::None), ("\u{301}", "", Change::Added)],
                ["e‹U+0301›", " ^^^^^^^^", "e········"],
            ),
            (&[("水", "x", Change::Replaced), ("y", "y", Change::None)], ["水y", "^^", "x·y"]),
        ] {
            let Rows { written, carets, genuine } = rows(&steps(all)).unwrap();
            assert_eq!([written, carets, genuine], expected.map(str::to_owned));
        }
        assert_eq!(rows(&[]), None);
        assert_eq!(rows(&steps(&[("x", "x", Change::None)].repeat(WIDEST + 1))), None);
    }
}
