//! Texts that hold the query somewhere inside: one look at all letters.

use std::cell::OnceCell;
use std::ops::ControlFlow;

use memchr::memmem::Finder;

use super::matching::best_match;
use crate::search::answer::Tier;
use crate::search::index::entries::Entries;
use crate::search::plan::{Cancelled, Plan};
use crate::search::rank::top_k::Weights;
use crate::search::rank::weight::Weight;

/// How many bytes are looked at before asking whether anybody still waits.
const CANCEL_CHECK_EVERY: usize = 4 << 20;

/// Weighs every organisation that no better tier met and that has a text with the query in it.
pub(in crate::search) fn search(
    plan: &Plan<'_>,
    weights: &mut Weights,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<(), Cancelled> {
    let ranks = Ranks { plan, begins: OnceCell::new() };
    let mut entries = Entries::default();
    for query in plan.queries.iter().filter(|query| !query.letters.is_empty()) {
        each(plan, query.letters.as_bytes(), is_cancelled, &mut |place| {
            let (rank, next) = ranks.at(place);
            if weights.get(rank) == Weight::NONE {
                weigh(plan, rank, &mut entries, weights);
            }
            next
        })?;
    }
    Ok(())
}

/// Shows where these letters stand in those of all texts; `visit` says from where on it wants to be
/// shown more.
fn each(
    plan: &Plan<'_>,
    wanted: &[u8],
    is_cancelled: &dyn Fn() -> bool,
    visit: &mut dyn FnMut(usize) -> usize,
) -> Result<(), Cancelled> {
    let letters = &plan.tables.letters;
    let finder = Finder::new(wanted);
    let mut next = 0;
    // The end of what was looked at, for what stands across two pieces.
    let mut seam: Vec<u8> = Vec::new();
    for start in (0..letters.len()).step_by(CANCEL_CHECK_EVERY) {
        if is_cancelled() {
            return Err(Cancelled);
        }
        letters.pieces(start..start + CANCEL_CHECK_EVERY, &mut |at, bytes| {
            let overlap = (wanted.len() - 1).min(bytes.len());
            let before = at - seam.len();
            seam.extend(bytes.iter().take(overlap));
            find_in(&finder, &seam, before, &mut next, visit);
            find_in(&finder, bytes, at, &mut next, visit);
            seam.clear();
            seam.extend(bytes.iter().skip(bytes.len() - overlap));
            ControlFlow::Continue(())
        });
    }
    Ok(())
}

/// Looks into one piece, which stands at a place, from where more is wanted.
fn find_in(
    finder: &Finder<'_>,
    piece: &[u8],
    at: usize,
    next: &mut usize,
    visit: &mut dyn FnMut(usize) -> usize,
) {
    let mut from = next.saturating_sub(at);
    while let Some(found) = piece.get(from..).and_then(|rest| finder.find(rest)) {
        let place = from + found;
        *next = visit(at + place).max(at + place + 1);
        from = *next - at;
    }
}

/// Whose letters stand where.
struct Ranks<'r> {
    plan: &'r Plan<'r>,
    begins: OnceCell<Vec<u32>>,
}

impl Ranks<'_> {
    /// The rank of the organisation whose letters stand at a place, and where those of the next
    /// begin: one hit is enough.
    fn at(&self, place: usize) -> (u32, usize) {
        let begins = self.begins.get_or_init(|| {
            let bytes = self.plan.tables.letters_at();
            bytes.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
        });
        let rank = begins.partition_point(|begin| *begin as usize <= place).saturating_sub(1);
        let next = begins.get(rank + 1).map_or(usize::MAX, |next| *next as usize);
        (u32::try_from(rank).unwrap_or(u32::MAX), next)
    }
}

fn weigh(plan: &Plan<'_>, rank: u32, entries: &mut Entries, weights: &mut Weights) {
    plan.tables.read(rank, entries);
    let kind = plan.tables.kind_of(rank);
    let matched = best_match(entries, plan, kind);
    if let Some(matched) = matched.filter(|matched| matched.tier == Tier::Substring) {
        weights.add(rank, matched.weight());
    }
}
