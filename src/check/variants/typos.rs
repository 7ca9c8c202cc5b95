//! Letters doubled, dropped or swapped, as by a typing error.

use super::{Candidate, Stem, Technique};

/// From this many letters on, a reader takes in a name as a whole and passes over a typo.
const LONG: usize = 6;

/// A name of fewer letters is not shortened: the rest is too little to mean anyone.
const SHORTEST: usize = 4;

pub(super) fn candidates(stem: &Stem) -> Vec<Candidate> {
    let base = if stem.letters() < LONG { 4000 } else { 2000 };
    let mut all = Vec::new();
    for (at, &c) in stem.chars.iter().enumerate() {
        if !c.is_alphabetic() {
            continue;
        }
        let place = stem.off_middle(at) + if at == 0 { 500 } else { 0 };
        let mut add = |name: String, technique: Technique, cost: u32| {
            all.push(Candidate { name, technique, cost: base + cost + place });
        };
        let next = stem.chars.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| stem.chars.get(at)).copied();
        if !alike(next, c) && !alike(before, c) {
            let doubled: String = [c, lower(c)].iter().collect();
            add(stem.with(at, 1, &doubled), Technique::Doubled, 0);
            if stem.letters() >= SHORTEST {
                add(stem.with(at, 1, ""), Technique::Dropped, 60);
            }
        } else if alike(next, c) {
            add(stem.with(at, 1, ""), Technique::Doubled, 0);
        }
        if let Some(next) = next.filter(|next| next.is_alphabetic() && !alike(Some(*next), c)) {
            add(stem.with(at, 2, &swapped(c, next)), Technique::Swapped, 30);
        }
    }
    all
}

/// The two in the other order; a capital stays in front.
fn swapped(first: char, second: char) -> String {
    if first.is_uppercase() && second.is_lowercase() {
        return second.to_uppercase().chain(first.to_lowercase()).collect();
    }
    [second, first].iter().collect()
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn alike(other: Option<char>, c: char) -> bool {
    other.is_some_and(|other| lower(other) == lower(c))
}
