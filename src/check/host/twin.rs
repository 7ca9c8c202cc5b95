//! Characters that look alike in a host, and the comparison of two hosts character by character.

use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;

use crate::check::likeness::{Change, Step};

/// The characters of a text that an eye tells apart.
pub(super) fn folded(text: &str) -> String {
    let text: String = if text.is_ascii() {
        text.to_owned()
    } else {
        // The prototypes are capitals in places: `0` stands for `O`.
        let plain = skeleton(text).filter(|c| !is_combining_mark(*c));
        plain.flat_map(char::to_lowercase).collect()
    };
    let single = text.chars().map(|c| match c.to_ascii_lowercase() {
        '0' => 'o',
        '1' | 'i' | '|' => 'l',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        c => c,
    });
    let single: String = single.collect();
    single.replace("rn", "m").replace("vv", "w").replace("cl", "d")
}

/// Compares two hosts character by character.
pub(super) fn steps(written: &str, genuine: &str) -> Vec<Step> {
    let (written, genuine): (Vec<char>, Vec<char>) =
        (written.chars().collect(), genuine.chars().collect());
    let costs = costs(&written, &genuine);
    let mut steps = Vec::new();
    let (mut at, mut to) = (0, 0);
    while let Some(&(_, (taken, given))) = costs.get(at).and_then(|row| row.get(to)) {
        if (taken, given) == (0, 0) {
            break;
        }
        let text = |all: &[char], from, many| all.iter().skip(from).take(many).collect::<String>();
        let (own, other) = (text(&written, at, taken), text(&genuine, to, given));
        steps.push(Step { change: change(&own, &other), written: own, genuine: other });
        (at, to) = (at + taken, to + given);
    }
    steps
}

/// For each pair of places: what the way to the end costs from there, and the step to take next, as
/// how many characters of each.
fn costs(written: &[char], genuine: &[char]) -> Vec<Vec<(u32, (usize, usize))>> {
    let mut costs = vec![vec![(0, (0, 0)); genuine.len() + 1]; written.len() + 1];
    let moves = [(1, 1), (2, 2), (2, 1), (1, 2), (1, 0), (0, 1)];
    for at in (0..=written.len()).rev() {
        for to in (0..=genuine.len()).rev() {
            let best = moves.into_iter().filter_map(|(taken, given)| {
                let own: String = written.get(at..at + taken)?.iter().collect();
                let other: String = genuine.get(to..to + given)?.iter().collect();
                let price = match change(&own, &other) {
                    Change::None if taken == 1 => 0,
                    Change::Alike if (taken, given) != (2, 2) => 1,
                    Change::Separator => 2,
                    Change::Swapped | Change::Added | Change::Missing => 3,
                    Change::Replaced if (taken, given) == (1, 1) => 4,
                    _ => return None,
                };
                let (rest, _) = costs.get(at + taken)?.get(to + given)?;
                Some((price + rest, (taken, given)))
            });
            if let (Some(best), Some(cell)) = (
                best.min_by_key(|(cost, _)| *cost),
                costs.get_mut(at).and_then(|row| row.get_mut(to)),
            ) {
                *cell = best;
            }
        }
    }
    costs
}

fn change(written: &str, genuine: &str) -> Change {
    let is_separator = |text: &str| matches!(text, "-" | "." | "_");
    let reversed = || genuine.chars().rev().eq(written.chars());
    match (written, genuine) {
        _ if written == genuine => Change::None,
        (_, "") if is_separator(written) => Change::Separator,
        ("", _) if is_separator(genuine) => Change::Separator,
        (_, "") => Change::Added,
        ("", _) => Change::Missing,
        _ if folded(written) == folded(genuine) => Change::Alike,
        _ if written.chars().count() == 2 && reversed() => Change::Swapped,
        _ => Change::Replaced,
    }
}
