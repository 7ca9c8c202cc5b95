//! Points, dashes and underscores added, dropped or exchanged.

use super::{Candidate, Stem, Technique, is_separator};

/// The separators that platforms take, the usual ones first.
const SEPARATORS: [&str; 3] = ["_", ".", "-"];

pub(super) fn candidates(stem: &Stem) -> Vec<Candidate> {
    let mut all = Vec::new();
    let mut add = |name: String, cost: u32| {
        all.push(Candidate { name, technique: Technique::Separators, cost: 1000 + cost });
    };
    let end = stem.chars.len();
    add(stem.with(end, 0, "_"), 0);
    let own = stem.chars.iter().enumerate().filter(|(_, c)| is_separator(**c));
    for (at, c) in own {
        add(stem.with(at, 1, &format!("{c}{c}")), 1);
        add(stem.with(at, 1, ""), 2);
        for (rank, separator) in (3..).zip(SEPARATORS) {
            add(stem.with(at, 1, separator), rank);
        }
    }
    let all_dropped = stem.chars.iter().filter(|c| !is_separator(**c)).collect();
    add(all_dropped, 6);
    for &at in &stem.borders {
        for (rank, separator) in (7..).zip(SEPARATORS) {
            add(stem.with(at, 0, separator), rank);
        }
    }
    add(stem.with(0, 0, "_"), 10);
    add(format!("_{}_", stem.text()), 11);
    add(stem.with(end, 0, "__"), 12);
    all
}
