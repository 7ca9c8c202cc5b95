//! Who governs a place: its municipality, and the regional bodies that it falls under.

use std::ops::ControlFlow;

use super::answer::Field;
use super::index::tables::Tables;
use super::index::word_index::{MOST_LOOKED_AT, Posting};
use super::question::NamedPlace;
use super::question::places::without_brackets;
use super::question::tokens::LONGEST_RUN;
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
        let provinces: Vec<&str> = place
            .municipalities
            .iter()
            .filter_map(|it| directory.organisation(*it).province.as_deref())
            .collect();
        let of_town = |name: &str| {
            let mut named = with_word(tables, &Tokenized::new(name).letters, kinds);
            named.retain(|it| {
                // Of two towns of a name, a body is for the one that lies where it has its seat.
                let province = directory.organisation(*it).province.as_deref();
                province.is_none_or(|it| provinces.is_empty() || provinces.contains(&it))
                    && is_for(tables, directory, *it, name)
            });
            named
        };
        let named = of_town(&place.name);
        if !named.is_empty() {
            return as_bodies(named, Because::Place, kinds);
        }
        for &municipality in &place.municipalities {
            let it = directory.organisation(municipality);
            let bare = directory.lexicon.bare_name(it.kind, &it.name).unwrap_or(&it.name);
            let named = of_town(bare);
            if !named.is_empty() {
                return as_bodies(named, Because::Municipality, kinds);
            }
        }
        // Of several towns of a name, each lies in a province of its own.
        if place.province.is_none() {
            let of = |it| at_province(tables, directory, (it, false), kinds);
            return provinces.into_iter().flat_map(of).collect();
        }
    }
    let province = place.province.as_deref().unwrap_or_default();
    at_province(tables, directory, (province, place.is_province), kinds)
}

/// The bodies of some kinds that have a province in their name, for a town, or else their seat in it.
fn at_province(
    tables: &Tables,
    directory: &Directory,
    (province, is_asked): (&str, bool),
    kinds: &[Kind],
) -> Vec<LocalBody> {
    let named = with_word(tables, &Tokenized::new(province).letters, kinds);
    let mut all =
        if named.is_empty() || is_asked { in_province(tables, province, kinds) } else { named };
    if !is_asked {
        let also = also_called(tables, directory, province, kinds);
        let new: Vec<OrganisationIndex> = also.into_iter().filter(|it| !all.contains(it)).collect();
        all.extend(new);
    }
    as_bodies(all, Because::Province, kinds)
}

/// The regional bodies of other kinds in a province that bear the word for one of these kinds in their names: a
/// *Veiligheids- en Gezondheidsregio* is both.
fn also_called(
    tables: &Tables,
    directory: &Directory,
    province: &str,
    kinds: &[Kind],
) -> Vec<OrganisationIndex> {
    let of_kinds = directory.lexicon.kinds.iter().filter(|words| kinds.contains(&words.kind));
    let words = of_kinds.filter(|it| is_regional(it.kind)).flat_map(|it| &it.words);
    let mut all: Vec<OrganisationIndex> = Vec::new();
    for word in words {
        let letters = word.replace(' ', "");
        let index = &tables.word_index;
        index.each_until(index.range(&letters), &mut |posting: Posting| {
            let is_other = posting.rank < tables.first_ended
                && matches!(posting.field, Field::Name | Field::Alias)
                && !kinds.contains(&tables.kind_of(posting.rank))
                && is_regional(tables.kind_of(posting.rank));
            let organisation = tables.organisation(posting.rank);
            if is_other
                && !all.contains(&organisation)
                && directory.organisation(organisation).province.as_deref() == Some(province)
            {
                all.push(organisation);
            }
            ControlFlow::Continue(())
        });
    }
    all
}

fn is_regional(kind: Kind) -> bool {
    matches!(kind, Kind::SafetyRegion | Kind::HealthService | Kind::FireService)
}

/// Whether a body that has a town in its name or places is for that, and not for one with a longer name: Politie
/// Bergen op Zoom is not for Bergen.
pub(super) fn is_for(
    tables: &Tables,
    directory: &Directory,
    organisation: OrganisationIndex,
    town: &str,
) -> bool {
    let it = directory.organisation(organisation);
    let town = words_of(town);
    let (mut is_met, mut is_for) = (false, false);
    for text in it.names().chain(&it.places) {
        let words = words_of(text);
        for (at, run) in words.windows(town.len().max(1)).enumerate() {
            if run == town {
                is_met = true;
                is_for |= !is_in_longer(tables, &words, at, town.len());
            }
        }
    }
    is_for || !is_met
}

/// Whether words of a text stand in a longer name of a town, or village.
fn is_in_longer(tables: &Tables, words: &[String], at: usize, count: usize) -> bool {
    let rest = words.get(at..).unwrap_or_default();
    (count + 1..=rest.len().min(LONGEST_RUN)).any(|length| {
        let letters = rest.get(..length).unwrap_or_default().concat();
        let mut is_town = false;
        tables.word_index.each_whole(&letters, &mut |posting| {
            let kind = tables.kind_of(posting.rank);
            is_town = posting.begins && is_municipal(kind) && posting.field.is_of_name();
            if is_town { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        is_town
    })
}

/// The words of a name, as search compares them, without what tells it from another: *Bergen (L)*.
fn words_of(name: &str) -> Vec<String> {
    let name = without_brackets(name).unwrap_or(name);
    let words = name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    words.map(|word| Tokenized::new(word).letters).filter(|word| !word.is_empty()).collect()
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
