//! Texts that hold the query somewhere inside: one look at all letters.

use super::Tier;
use super::best::{Weight, Weights};
use super::entries::Entries;
use super::meet::strict;
use super::run::{Run, Stale};

/// How many bytes are looked at before asking whether anybody still waits.
const BREATH: usize = 1 << 20;

/// Weighs every organisation that no better tier met and that has a text with the query in it.
pub(super) fn inside(
    run: &Run<'_>,
    weights: &mut Weights,
    is_stale: &dyn Fn() -> bool,
) -> Result<(), Stale> {
    let begins = run.tables.letters_at();
    let begins: Vec<u32> =
        begins.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect();
    let mut entries = Entries::default();
    for query in &run.queries {
        let letters = query.letters.as_bytes();
        if letters.is_empty() {
            continue;
        }
        let finder = memchr::memmem::Finder::new(letters);
        let mut looked = 0;
        while looked < run.tables.letters.len() {
            if is_stale() {
                return Err(Stale);
            }
            let end = (looked + BREATH).min(run.tables.letters.len());
            // What stands across two looks is in the first.
            let window = run.tables.letters.read(looked..end + letters.len() - 1);
            let mut from = 0;
            while let Some(found) =
                window.get(from..).and_then(|rest| finder.find(rest)).map(|at| from + at)
            {
                let place = u32::try_from(looked + found).unwrap_or(u32::MAX);
                let rank = begins.partition_point(|begin| *begin <= place).saturating_sub(1);
                let next = begins.get(rank + 1).map_or(usize::MAX, |next| *next as usize);
                // One hit is enough: on to the next organisation.
                from = next.saturating_sub(looked).max(found + 1);
                let rank = u32::try_from(rank).unwrap_or(u32::MAX);
                if weights.get(rank) == Weight::NONE {
                    weigh(run, rank, &mut entries, weights);
                }
            }
            looked = end;
        }
    }
    Ok(())
}

fn weigh(run: &Run<'_>, rank: u32, entries: &mut Entries, weights: &mut Weights) {
    run.tables.read(rank, entries);
    let kind = run.tables.kind_of(rank);
    let met = strict(entries, run, kind);
    if let Some(met) = met.filter(|met| met.tier == Tier::Substring) {
        weights.add(rank, met.weight());
    }
}
