//! Places that follow each other: one that says where the other lies, or each for itself.

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use super::names::Names;
use super::tokens::Token;
use super::{NamedPlace, Reader};
use crate::compact_sort::CompactSort;
use crate::directory::{Kind, OrganisationIndex};
use crate::search::answer::Field;
use crate::search::index::word_index::{MOST_LOOKED_AT, Posting};
use crate::search::tokens::Tokenized;
use crate::text::fold::fold;

/// What the places of a question mean together.
#[derive(Debug, Default)]
pub(in crate::search) struct Places {
    /// The one that is asked about.
    pub(in crate::search) asked: Option<NamedPlace>,
    /// The others for which it is asked as well.
    pub(in crate::search) others: Vec<NamedPlace>,
    /// Whether it doesn't lie where the question says.
    pub(in crate::search) is_elsewhere: bool,
    /// Whether another place says which one of its name it is.
    pub(in crate::search) is_told_apart: bool,
    /// The tokens that name each place: from, and to before which.
    runs: Vec<(usize, usize)>,
}

impl Places {
    /// Whether a run of tokens may name a body: it takes a place whole or not at all (`gemeente beek` in `gemeente
    /// beek montferland` does not), and of several places all, where nothing but places and kinds is named.
    pub(super) fn leave_whole(&self, (from, to): (usize, usize), are_all: bool) -> bool {
        let is_in = |run: &&(usize, usize)| from <= run.0 && run.1 <= to;
        let is_apart = |run: &(usize, usize)| run.1 <= from || to <= run.0;
        let several = are_all && !self.others.is_empty();
        let is_any = self.runs.iter().any(|run| is_in(&run));
        self.runs.iter().all(|run| is_in(&run) || (is_apart(run) && !(several && is_any)))
    }

    /// Whether a body that bears the name of a place may be for it: it lies in another province than the one that is
    /// told apart by that.
    pub(super) fn is_of_another(&self, province: Option<&str>) -> bool {
        let asked = self.asked.as_ref().filter(|it| self.is_told_apart && !it.is_province);
        let own = asked.and_then(|it| it.province.as_deref());
        own.is_some() && province.is_some() && own != province
    }
}

/// A place with the letters and the tokens that name it.
struct Met {
    place: NamedPlace,
    letters: String,
    run: (usize, usize),
}

impl Names<'_> {
    /// The places that are named, their tokens marked. A province or a municipality beside one says which of its name
    /// is meant: there is a Rijswijk in Zuid-Holland, and one in Gelderland, in Buren.
    pub(super) fn places(self, tokens: &mut [Token], taken: u32) -> Places {
        let mut all: Vec<Met> = Vec::new();
        while let Some((place, run)) = self.place(tokens, taken) {
            let of_run = tokens.get(run.0..run.1).unwrap_or_default();
            let letters = of_run.iter().map(|it| it.letters.as_str()).collect();
            all.push(Met { place, letters, run });
        }
        let runs = all.iter().map(|met| met.run).collect();
        all.compact_sort_by_key(|met| met.run);
        let mut is_told_apart = false;
        let mut apart: Vec<Met> = Vec::new();
        for mut met in all {
            let joined = apart.iter_mut().find_map(|known| {
                if let Some(found) = self.within(known, &met.place, true) {
                    known.place = found;
                    return Some(());
                }
                met.place = self.within(&met, &known.place, false)?;
                std::mem::swap(known, &mut met);
                Some(())
            });
            match joined {
                Some(()) => is_told_apart = true,
                None => apart.push(met),
            }
        }
        let mut apart = apart.into_iter().map(|met| met.place);
        let asked = apart.next();
        let others: Vec<NamedPlace> = apart.collect();
        let is_province = asked.as_ref().is_some_and(|it| it.is_province);
        let is_elsewhere = others.first().is_some_and(|it| it.is_province != is_province);
        Places { asked, others, is_elsewhere, is_told_apart, runs }
    }

    /// A place, where one of its name lies in another.
    fn within(self, met: &Met, other: &NamedPlace, is_before: bool) -> Option<NamedPlace> {
        let Met { place, letters, .. } = met;
        if place.is_province {
            return None;
        }
        let directory = self.reader.directory;
        let mut municipalities = self.municipalities_with(letters);
        // Before another town, one that bears the name of a province is a town as well: `utrecht amersfoort`.
        let says_province = other.is_province || is_before || municipalities.len() > 1;
        let is_there = |it: &OrganisationIndex| {
            let province = directory.organisation(*it).province.as_deref();
            let is_of_province = province.is_some_and(|it| fold(it) == fold(&other.name));
            let is_of_province = is_of_province && says_province;
            other.municipalities.contains(it) || is_of_province
        };
        municipalities.retain(is_there);
        let first = municipalities.first()?;
        let province = directory.organisation(*first).province.clone();
        Some(NamedPlace { municipalities, province, ..place.clone() })
    }

    /// The municipalities that are called so, or have a place that is.
    fn municipalities_with(self, letters: &str) -> Vec<OrganisationIndex> {
        let tables = self.reader.tables;
        let mut ranks: Vec<u32> = Vec::new();
        self.each_whole(letters, &mut |posting| {
            if !posting.begins || posting.rank >= tables.first_ended {
                return;
            }
            let is_town = matches!(posting.field, Field::Name | Field::Alias)
                && matches!(tables.kind_of(posting.rank), Kind::Municipality | Kind::CaribbeanBody)
                && self.is_bare(posting.rank, letters);
            if is_town || posting.is_municipal_place {
                ranks.push(posting.rank);
            }
        });
        let ToldApart { towns, villages, .. } = self.told_apart(letters);
        ranks.extend(towns.into_iter().chain(villages));
        let mut all: Vec<OrganisationIndex> =
            ranks.iter().map(|rank| tables.organisation(*rank)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The municipalities that are called so but for what tells them from another of that name, and those with such a
    /// place: `Rijswijk (Gld)` is called Rijswijk by who lives there.
    pub(super) fn told_apart(self, letters: &str) -> ToldApart {
        let mut found = ToldApart::default();
        if letters.len() < SHORTEST_TOLD_APART {
            return found;
        }
        let Reader { tables, directory, .. } = self.reader;
        let mut left = MOST_LOOKED_AT;
        let index = &tables.word_index;
        index.each_until(index.range(letters), &mut |posting: Posting| {
            let Posting { rank, field, is_municipal_place, .. } = posting;
            let may_be = posting.begins
                && usize::from(posting.word) <= letters.len()
                && usize::from(posting.rest) > letters.len()
                && rank < tables.first_ended;
            let is_name = || {
                matches!(field, Field::Name | Field::Alias)
                    && matches!(tables.kind_of(rank), Kind::Municipality | Kind::CaribbeanBody)
            };
            if may_be && (is_municipal_place || is_name()) {
                let it = directory.organisation(tables.organisation(rank));
                let is_it = |text: &str| {
                    without_brackets(text).is_some_and(|it| Tokenized::new(it).letters == letters)
                };
                let bare = |name| directory.lexicon.bare_name(it.kind, name).unwrap_or(name);
                if is_municipal_place && it.places.iter().any(|place| is_it(place)) {
                    found.villages.push(rank);
                } else if !is_municipal_place && it.names().any(|name| is_it(bare(name))) {
                    found.towns.push(rank);
                } else if !is_municipal_place && usize::from(posting.word) == letters.len() {
                    found.longer.push(rank);
                }
            }
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        found
    }
}

/// The ranks of municipalities that share a name with others.
#[derive(Debug, Default)]
pub(super) struct ToldApart {
    /// Those that are called so but for what tells them from another.
    pub(super) towns: Vec<u32>,
    /// Those with such a place.
    pub(super) villages: Vec<u32>,
    /// Those of a longer name that begins so: *Alphen aan den Rijn*.
    pub(super) longer: Vec<u32>,
}

/// The fewest letters of a name of which there are several.
const SHORTEST_TOLD_APART: usize = 3;

/// A name without what tells it from another, where it has that: `Bergen` of *Bergen (L)*.
pub(in crate::search) fn without_brackets(name: &str) -> Option<&str> {
    Some(name.split_once(" (")?.0)
}
