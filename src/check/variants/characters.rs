//! Characters that look like others.

use super::{Candidate, Stem, Technique};

/// What stands in a name, what is written for it, and how easily that is seen: 0 not at all.
///
/// Of a letter in both cases the one is given that looks like the other sign: `I` for `l`, also
/// where a platform passes over the case.
const ALIKE: &[(&str, &str, u32)] = &[
    ("l", "I", 1),
    ("I", "l", 1),
    ("O", "0", 2),
    ("0", "O", 2),
    ("l", "1", 3),
    ("I", "1", 3),
    ("1", "l", 3),
    ("rn", "m", 4),
    ("m", "rn", 4),
    ("o", "0", 5),
    ("vv", "w", 6),
    ("w", "vv", 6),
    ("W", "VV", 6),
    ("cl", "d", 7),
    ("d", "cl", 7),
    ("i", "l", 8),
    ("i", "1", 8),
    ("1", "i", 8),
    ("S", "5", 9),
    ("5", "S", 9),
    ("s", "5", 9),
    ("L", "1", 10),
    ("M", "RN", 10),
];

/// Letters of another script that fonts draw alike; platforms that take such letters are few.
///
/// Source: the prototypes in `confusables.txt` of UTS #39, Unicode Security Mechanisms.
const OTHER_SCRIPTS: &[(&str, &str)] = &[
    ("a", "а"),
    ("c", "с"),
    ("e", "е"),
    ("h", "һ"),
    ("i", "і"),
    ("j", "ј"),
    ("o", "о"),
    ("p", "р"),
    ("s", "ѕ"),
    ("x", "х"),
    ("y", "у"),
    ("A", "А"),
    ("B", "В"),
    ("C", "С"),
    ("E", "Е"),
    ("H", "Н"),
    ("I", "І"),
    ("J", "Ј"),
    ("K", "К"),
    ("M", "М"),
    ("O", "О"),
    ("P", "Р"),
    ("S", "Ѕ"),
    ("T", "Т"),
    ("X", "Х"),
];

/// Letters of the Latin script that differ by a dot or an accent.
const SAME_SCRIPT: &[(&str, &str)] =
    &[("i", "ı"), ("e", "é"), ("a", "á"), ("o", "ö"), ("u", "ü"), ("n", "ñ")];

pub(super) fn candidates(stem: &Stem) -> Vec<Candidate> {
    let other = OTHER_SCRIPTS.iter().map(|&(from, to)| (from, to, 0));
    let same = SAME_SCRIPT.iter().map(|&(from, to)| (from, to, 7));
    let mut all = Vec::new();
    for (from, to, rank) in other.chain(ALIKE.iter().copied()).chain(same) {
        let places = places(stem, from);
        for &at in &places {
            let name = stem.with(at, from.chars().count(), to);
            all.push(alike(name, rank, stem.off_middle(at)));
        }
        if places.len() > 1 {
            all.push(alike(stem.text().replace(from, to), rank, 50));
        }
    }
    all
}

fn alike(name: String, rank: u32, place: u32) -> Candidate {
    Candidate { name, technique: Technique::Characters, cost: rank * 60 + place }
}

/// Where a text stands in the name.
fn places(stem: &Stem, text: &str) -> Vec<usize> {
    let wanted: Vec<char> = text.chars().collect();
    let windows = stem.chars.windows(wanted.len()).enumerate();
    windows.filter(|(_, window)| *window == wanted).map(|(at, _)| at).collect()
}
