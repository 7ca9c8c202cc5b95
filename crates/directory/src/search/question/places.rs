//! Places that follow each other: one that says where the other lies, or each for itself.

use std::ops::ControlFlow;

use super::NamedPlace;
use super::names::Names;
use super::tokens::{Role, Token};
use crate::directory::{Kind, OrganisationIndex};
use crate::search::answer::Field;
use crate::search::index::word_index::{MOST_LOOKED_AT, Posting};
use crate::search::tokens::Tokenized;
use crate::text::fold::fold;

/// What the places of a question mean together.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The one that is asked about.
    pub(super) asked: Option<NamedPlace>,
    /// The others, where nothing but places is named.
    pub(super) others: Vec<NamedPlace>,
    /// Whether it doesn't lie where the question says.
    pub(super) is_elsewhere: bool,
}

impl Names<'_> {
    /// The places that are named, the first marked. A province or a municipality beside one says which of its name is
    /// meant: there is a Rijswijk in Zuid-Holland, and one in Gelderland, in Buren.
    pub(super) fn places(self, tokens: &mut [Token], taken: u32) -> Places {
        let Some(first) = self.place(tokens, taken) else { return Places::default() };
        let first_letters = letters(tokens);
        let mut left = tokens.to_vec();
        let mut others: Vec<(NamedPlace, String)> = Vec::new();
        loop {
            let before: Vec<bool> = left.iter().map(is_place).collect();
            let Some(place) = self.place(&mut left, taken) else { break };
            let is_new = |(token, was): &(&Token, &bool)| is_place(token) && !**was;
            let new = left.iter().zip(&before).filter(is_new);
            others.push((place, new.map(|(token, _)| token.letters.as_str()).collect()));
        }
        let says_no_more = |token: &Token| match &token.role {
            Role::Place => true,
            Role::Kind(kinds) => kinds.contains(&Kind::Municipality),
            _ => token.letters.is_empty(),
        };
        let is_alone = left.iter().all(says_no_more);
        let Some((other, other_letters)) = others.first() else {
            return Places { asked: Some(first), ..Places::default() };
        };
        let within = self.within(&first, &first_letters, other);
        if let Some(found) = within.or_else(|| self.within(other, other_letters, &first)) {
            let others = if is_alone { vec![found.clone()] } else { Vec::new() };
            return Places { asked: Some(found), others, is_elsewhere: false };
        }
        let is_elsewhere = first.is_province != other.is_province;
        let others = others.into_iter().map(|(place, _)| place);
        let others = if is_alone { others.collect() } else { Vec::new() };
        Places { asked: Some(first), others, is_elsewhere }
    }

    /// A place, where one of its name lies in another.
    fn within(self, place: &NamedPlace, letters: &str, other: &NamedPlace) -> Option<NamedPlace> {
        if place.is_province {
            return None;
        }
        let directory = self.reader.directory;
        let is_there = |it: &OrganisationIndex| {
            let province = directory.organisation(*it).province.as_deref();
            let is_of_province = province.is_some_and(|it| fold(it) == fold(&other.name));
            other.municipalities.contains(it) || is_of_province
        };
        let mut municipalities = self.municipalities_with(letters);
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
        // `Rijswijk (Gld)` is called Rijswijk by who lives there.
        let mut left = MOST_LOOKED_AT;
        let index = &tables.word_index;
        index.each_until(index.range(letters), &mut |posting: Posting| {
            let is_word = posting.begins && usize::from(posting.word) == letters.len();
            if is_word && posting.is_municipal_place && posting.rank < tables.first_ended {
                let it = self.reader.directory.organisation(tables.organisation(posting.rank));
                let mut bare = it.places.iter().filter_map(|it| Some(it.split_once(" (")?.0));
                if bare.any(|it| Tokenized::new(it).letters == letters) {
                    ranks.push(posting.rank);
                }
            }
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let mut all: Vec<OrganisationIndex> =
            ranks.iter().map(|rank| tables.organisation(*rank)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn is_place(token: &Token) -> bool {
    token.role == Role::Place
}

fn letters(tokens: &[Token]) -> String {
    tokens.iter().filter(|it| is_place(it)).map(|it| it.letters.as_str()).collect()
}
