//! Bars: shares as lengths, where the whole room stands for all.

use crate::audit::share::Share;
use crate::text::width::width;
use crate::tui::theme::Theme;
use crate::words::Words;

/// A share as a bar in so many cells: with something where there is any, and full only where all do.
pub(in crate::tui) fn bar(theme: &Theme, share: Share, room: usize) -> String {
    let parts = theme.glyphs.bar;
    let (Some(full), steps) = (parts.last(), parts.len()) else {
        return String::new();
    };
    let filled = share.of_parts(room * steps);
    let mut bar = full.repeat(filled.checked_div(steps).unwrap_or_default());
    let rest = filled.checked_rem(steps).and_then(|rest| rest.checked_sub(1));
    bar.push_str(rest.and_then(|rest| parts.get(rest)).copied().unwrap_or_default());
    bar
}

/// A bar with blanks up to the end of its room.
pub(in crate::tui) fn padded(theme: &Theme, share: Share, room: usize) -> String {
    let bar = bar(theme, share, room);
    let gap = " ".repeat(room.saturating_sub(width(&bar)));
    format!("{bar}{gap}")
}

/// A share in whole percents, which are never nothing where there is any, nor all where not all do.
pub(in crate::tui) fn percent(words: &Words, share: Share) -> String {
    let (sign, percent) = match share.percent().unwrap_or_default() {
        0 if share.some > 0 => ("<", 1),
        100 if share.some < share.all => (">", 99),
        percent => ("", percent),
    };
    words.conventions_percent(&format!("{sign}{percent}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::Language;

    fn share(some: usize, all: usize) -> Share {
        Share { some, all }
    }

    #[test]
    fn bars_are_drawn_in_eighths_of_a_cell_or_in_signs() {
        for (some, all, room, unicode, ascii) in [
            (0, 0, 4, "", ""),
            (0, 8, 4, "", ""),
            (1, 300, 4, "▏", "#"),
            (75, 300, 4, "█", "#"),
            (100, 300, 4, "█▍", "#"),
            (150, 300, 4, "██", "##"),
            (299, 300, 4, "███▉", "###"),
            (300, 300, 4, "████", "####"),
            (299, 300, 1, "▉", "#"),
            (3, 300, 0, "", ""),
        ] {
            let share = share(some, all);
            assert_eq!(bar(&Theme::mono(false), share, room), unicode, "{some} of {all}");
            assert_eq!(bar(&Theme::mono(true), share, room), ascii, "{some} of {all}");
        }
    }

    #[test]
    fn percents_hide_neither_the_few_nor_those_who_are_left() {
        for (some, all, expected) in [
            (0, 0, "0%"),
            (0, 3, "0%"),
            (1, 322, "<1%"),
            (81, 322, "25%"),
            (321, 322, ">99%"),
            (322, 322, "100%"),
        ] {
            for language in [Language::Nl, Language::En] {
                assert_eq!(percent(language.words(), share(some, all)), expected);
            }
        }
    }

    proptest! {
        #[test]
        fn bars_fit_grow_and_show_whoever_is_there(
            all in 1_usize..5_000,
            one in 0_usize..5_000,
            other in 0_usize..5_000,
            room in 0_usize..60,
            ascii: bool,
        ) {
            let theme = Theme::mono(ascii);
            let (few, many) = (one.min(other).min(all), one.max(other).min(all));
            let parts = |some| {
                let bar = bar(&theme, share(some, all), room);
                let cells = width(&bar);
                prop_assert!(cells <= room);
                prop_assert_eq!(cells == 0, some == 0 || room == 0);
                prop_assert_eq!(width(&padded(&theme, share(some, all), room)), room);
                let all_parts = theme.glyphs.bar;
                let part = |c: char| all_parts.iter().position(|it| *it == c.to_string()).unwrap() + 1;
                Ok(bar.chars().map(part).sum::<usize>())
            };
            prop_assert!(parts(few)? <= parts(many)?);
        }
    }
}
