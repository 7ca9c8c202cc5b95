//! Who governs a place: its municipality, and the regional bodies that it falls under.

use std::ops::ControlFlow;

use super::index::tables::Tables;
use super::index::word_index::{MOST_LOOKED_AT, Posting};
use super::question::NamedPlace;
use super::tokens::Tokenized;
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, Kind, OrganisationIndex};
use crate::text::fold::fold;

/// The kinds of bodies that a town has, in the order in which people need them.
const KINDS: [&[Kind]; 6] = [
    &[Kind::Municipality, Kind::CaribbeanBody],
    &[Kind::PoliceTeam, Kind::PoliceUnit],
    &[Kind::WaterBoard],
    &[Kind::SafetyRegion],
    &[Kind::HealthService],
    &[Kind::Court],
];

/// The most bodies of a kind that are told of one place.
pub(super) const MOST_OF_A_KIND: usize = 64;

/// A body that a place falls under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalBody {
    /// The body.
    pub organisation: OrganisationIndex,
    /// How it is known to be for that place.
    pub because: Because,
    /// Whether it is the province itself.
    pub is_province: bool,
}

/// How a body is known to be for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// The place stands in its name or is one of its places.
    Place,
    /// The municipality of the place does.
    Municipality,
    /// It has its seat in the province: no more is known.
    Province,
}

/// The bodies of some kinds that a place falls under, those that are known best; of others that lie in the
/// province only, all.
pub(super) fn of_kinds(
    tables: &Tables,
    directory: &Directory,
    place: &NamedPlace,
    kinds: &[Kind],
) -> Vec<LocalBody> {
    if !place.is_province {
        if kinds.iter().any(|kind| is_municipal(*kind)) {
            let all = place.municipalities.iter();
            let because = Because::Place;
            let body = |&organisation| LocalBody { organisation, because, is_province: false };
            return all.map(body).collect();
        }
        let named = with_word(tables, &Tokenized::new(&place.name).letters, kinds);
        if !named.is_empty() {
            return as_bodies(named, Because::Place, kinds);
        }
        for &municipality in &place.municipalities {
            let it = directory.organisation(municipality);
            let bare = directory.lexicon.bare_name(it.kind, &it.name).unwrap_or(&it.name);
            let named = with_word(tables, &Tokenized::new(bare).letters, kinds);
            if !named.is_empty() {
                return as_bodies(named, Because::Municipality, kinds);
            }
        }
    }
    let province = place.province.as_deref().unwrap_or_default();
    let named = with_word(tables, &Tokenized::new(province).letters, kinds);
    if !named.is_empty() && !place.is_province {
        return as_bodies(named, Because::Province, kinds);
    }
    as_bodies(in_province(tables, province, kinds), Because::Province, kinds)
}

fn is_municipal(kind: Kind) -> bool {
    matches!(kind, Kind::Municipality | Kind::CaribbeanBody)
}

fn as_bodies(all: Vec<OrganisationIndex>, because: Because, kinds: &[Kind]) -> Vec<LocalBody> {
    let is_province = kinds == [Kind::Province];
    let body = |organisation| LocalBody { organisation, because, is_province };
    all.into_iter().map(body).collect()
}

/// The bodies of all kinds that a place falls under, in the order in which people need them.
pub(super) fn at(tables: &Tables, directory: &Directory, place: &NamedPlace) -> Vec<LocalBody> {
    let of = |kinds: &&[Kind]| {
        let mut all = of_kinds(tables, directory, place, kinds);
        let kind = |it: &LocalBody| directory.organisation(it.organisation).kind;
        // Of all police in a province, only the unit is one for the whole of it.
        all.retain(|it| it.because != Because::Province || kind(it) != Kind::PoliceTeam);
        all.retain(|it| kind(it) != Kind::Court || is_called_after_its_kind(directory, *it));
        all.compact_sort_by_key(|it| kinds.iter().position(|of| *of == kind(it)));
        all
    };
    KINDS.iter().flat_map(of).collect()
}

/// Whether a name begins with a word for its kind, as that of a `rechtbank` does and that of a council of judges
/// that has its seat there does not.
fn is_called_after_its_kind(directory: &Directory, body: LocalBody) -> bool {
    let it = directory.organisation(body.organisation);
    let first = fold(it.name.split(' ').next().unwrap_or_default());
    let of_kind = directory.lexicon.kinds.iter().filter(|words| words.kind == it.kind);
    of_kind.flat_map(|words| &words.words).any(|word| *word == first)
}

/// The living bodies of some kinds in whose name or places a word stands.
fn with_word(tables: &Tables, letters: &str, kinds: &[Kind]) -> Vec<OrganisationIndex> {
    let mut ranks = Vec::new();
    let mut left = MOST_LOOKED_AT;
    let index = &tables.word_index;
    index.each_until(index.range(letters), &mut |posting: Posting| {
        let Posting { rank, field, .. } = posting;
        let ends = usize::from(posting.word) == letters.len()
            || usize::from(posting.rest) == letters.len();
        if ends
            && field.is_of_name()
            && rank < tables.first_ended
            && kinds.contains(&tables.kind_of(rank))
        {
            ranks.push(rank);
        }
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    ranks.sort_unstable();
    ranks.dedup();
    ranks.into_iter().take(MOST_OF_A_KIND).map(|rank| tables.organisation(rank)).collect()
}

/// The living bodies of some kinds that have their seat in a province, by rank.
pub(super) fn in_province(
    tables: &Tables,
    province: &str,
    kinds: &[Kind],
) -> Vec<OrganisationIndex> {
    let mut all = Vec::new();
    let Some(number) = tables.provinces.number(&Tokenized::new(province).letters) else {
        return all;
    };
    tables.provinces.each_in(number, &mut |rank| {
        if rank >= tables.first_ended || all.len() >= MOST_OF_A_KIND {
            return ControlFlow::Break(());
        }
        if kinds.contains(&tables.kind_of(rank)) {
            all.push(tables.organisation(rank));
        }
        ControlFlow::Continue(())
    });
    all
}
