//! Which places and bodies the words of a question name in whole.

use std::ops::ControlFlow;

use super::places::{Places, without_brackets};
use super::tokens::{Role, Token, runs};
use super::{NamedPlace, Reader};
use crate::compact_sort::CompactSort;
use crate::directory::lexicon::PhraseRole;
use crate::directory::{Kind, OrganisationIndex};
use crate::search::answer::{Field, Hit, Tier};
use crate::search::index::entries::Entries;
use crate::search::index::word_index::{MOST_LOOKED_AT, Posting};
use crate::search::tokens::Tokenized;

/// The most bodies of one name that a question means.
const MOST_OF_A_NAME: usize = 3;

/// A body that is named in whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Named {
    pub(in crate::search) hit: Hit,
    /// The tokens that name it: from, and to before which.
    pub(in crate::search) tokens: (usize, usize),
    /// Whether that is a word for a kind of bodies as well, as `politie` is.
    pub(in crate::search) is_kind: bool,
}

/// Looks up names.
#[derive(Clone, Copy)]
pub(in crate::search) struct Names<'r> {
    pub(in crate::search) reader: Reader<'r>,
}

impl Names<'_> {
    /// Gives words back that are names after all: an abbreviation in capitals (`OM`), and the place behind the one
    /// word for a kind (`gemeente Echt`).
    pub(in crate::search) fn restore(self, tokens: &mut [Token]) {
        let is_kind = |token: &Token| matches!(token.role, Role::Kind(_));
        if let [first, second] = tokens {
            let other = match (is_kind(first), is_kind(second)) {
                (true, false) => second,
                (false, true) => first,
                _ => return,
            };
            if matches!(other.role, Role::Phrase(_))
                && self
                    .place_of(&other.letters, AsksFor { apart: true, ..AsksFor::default() })
                    .is_some()
            {
                other.role = Role::Term;
            }
            return;
        }
        for token in tokens.iter_mut().filter(|token| token.is_in_capitals) {
            let is_phrase = matches!(token.role, Role::Phrase(_) | Role::Platform(_));
            if is_phrase && self.has_abbreviation(&token.letters) {
                token.role = Role::Term;
            }
        }
    }

    /// Takes a word of a phrase for the abbreviation that it is as well.
    pub(in crate::search) fn take_for_a_name(self, token: &mut Token) {
        if matches!(token.role, Role::Phrase(_)) && self.has_abbreviation(&token.letters) {
            token.role = Role::Term;
        }
    }

    fn has_abbreviation(self, letters: &str) -> bool {
        let mut is_one = false;
        self.each_whole(letters, &mut |posting| {
            is_one |= posting.begins && posting.field == Field::Abbreviation;
        });
        is_one
    }

    /// The first place that is named, with its tokens, which are marked.
    pub(super) fn place(
        self,
        tokens: &mut [Token],
        taken: u32,
    ) -> Option<(NamedPlace, (usize, usize))> {
        let asks = AsksFor {
            several: tokens.iter().any(|token| self.is_plural(token)),
            kind: tokens.iter().any(|token| matches!(token.role, Role::Kind(_))),
            apart: false,
        };
        for (from, to) in runs(tokens.len()) {
            let run = tokens.get(from..to).unwrap_or_default();
            let is_free = (from..to).all(|at| taken & 1 << at == 0);
            if !is_free || !may_name(run) {
                continue;
            }
            let letters: String = run.iter().map(|token| token.letters.as_str()).collect();
            let other = || self.reader.words.synonym(run).map(|word| word.replace(' ', ""));
            let asks = AsksFor { apart: run.iter().any(|it| it.role == Role::Term), ..asks };
            let found = self.place_of(&letters, asks).or_else(|| self.place_of(&other()?, asks));
            if let Some(place) = found {
                let run = tokens.get_mut(from..to).into_iter().flatten();
                run.for_each(|token| token.role = Role::Place);
                return Some((place, (from, to)));
            }
        }
        None
    }

    /// Whether a word asks for all bodies of a kind: `gemeenten`.
    fn is_plural(self, token: &Token) -> bool {
        let singular = ["en", "s", "n"].iter().filter_map(|end| token.letters.strip_suffix(end));
        matches!(token.role, Role::Kind(_))
            && singular.into_iter().any(|word| !self.reader.words.kinds(word).is_empty())
    }

    /// The place with these letters.
    fn place_of(self, letters: &str, asks: AsksFor) -> Option<NamedPlace> {
        let tables = self.reader.tables;
        let (mut towns, mut villages, mut province) = (Vec::new(), Vec::new(), None);
        self.each_whole(letters, &mut |posting| {
            let Posting { rank, field, .. } = posting;
            if !posting.begins || rank >= tables.first_ended {
                return;
            }
            let is_named = matches!(field, Field::Name | Field::Alias);
            match tables.kind_of(rank) {
                Kind::Municipality if posting.is_municipal_place => villages.push(rank),
                Kind::Municipality | Kind::CaribbeanBody
                    if is_named && self.is_bare(rank, letters) =>
                {
                    towns.push(rank);
                }
                Kind::Province if is_named && self.is_bare(rank, letters) => province = Some(rank),
                _ => {}
            }
        });
        let mut longer = Vec::new();
        if asks.apart && towns.is_empty() && villages.is_empty() && province.is_none() {
            let apart = self.told_apart(letters);
            (towns, villages) = (apart.towns, apart.villages);
            // Who names a village may mean the town with a longer name as well.
            if towns.is_empty() && !villages.is_empty() {
                longer = apart.longer;
            }
        }
        let known = |ranks: &[u32]| {
            let mut all: Vec<OrganisationIndex> =
                ranks.iter().map(|rank| tables.organisation(*rank)).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        // A province is better known than a village of its name, and has several of a kind.
        let is_province = province.is_some() && (asks.several || (asks.kind && towns.is_empty()));
        let municipalities = match (is_province, towns.is_empty()) {
            (true, _) => Vec::new(),
            (false, true) => {
                let mut all = known(&longer);
                let of_villages = known(&villages).into_iter().filter(|it| !all.contains(it));
                let of_villages: Vec<OrganisationIndex> = of_villages.collect();
                all.extend(of_villages);
                all
            }
            (false, false) => known(&towns),
        };
        let directory = self.reader.directory;
        let first = municipalities.first().map(|index| directory.organisation(*index));
        if first.is_none() && province.is_none() {
            return None;
        }
        let of_province = province.map(|rank| directory.organisation(tables.organisation(rank)));
        let shared = |name: &str| {
            let all =
                municipalities.iter().map(|it| directory.organisation(*it).province.as_deref());
            all.into_iter().all(|it| it == Some(name))
        };
        let own = first.and_then(|it| it.province.as_deref()).filter(|name| shared(name));
        let bare = of_province.and_then(|it| directory.lexicon.bare_name(it.kind, &it.name));
        let name = match (towns.is_empty(), first, bare) {
            (false, Some(it), _) => directory
                .lexicon
                .bare_name(it.kind, &it.name)
                .map(|name| without_brackets(name).unwrap_or(name)),
            (true, Some(_), _) => {
                let is_it = |name: &str| Tokenized::new(name).letters == letters;
                let of = |name| [Some(name), without_brackets(name)].into_iter().flatten();
                let all = municipalities.iter().flat_map(|it| &directory.organisation(*it).places);
                all.flat_map(|name| of(name.as_str())).find(|name| is_it(name))
            }
            (_, None, bare) => bare,
        };
        Some(NamedPlace {
            name: name.unwrap_or(letters).to_owned(),
            province: own.or(bare.filter(|_| first.is_none())).map(str::to_owned),
            is_province: first.is_none(),
            municipalities,
        })
    }

    /// Whether these letters are a name without the word for its kind.
    pub(super) fn is_bare(self, rank: u32, letters: &str) -> bool {
        let directory = self.reader.directory;
        let it = directory.organisation(self.reader.tables.organisation(rank));
        let names = std::iter::once(&it.name).chain(&it.aliases);
        let mut bare = names.map(|name| directory.lexicon.bare_name(it.kind, name).unwrap_or(name));
        bare.any(|name| Tokenized::new(name).letters == letters)
    }

    /// The bodies that are named in whole, in the order of the query, their tokens marked.
    pub(super) fn bodies(self, tokens: &mut [Token], places: &Places) -> Vec<Named> {
        let mut all: Vec<Named> = Vec::new();
        let are_all = tokens.iter().all(|token| token.role.says_where_or_of_what_kind());
        for (from, to) in runs(tokens.len()) {
            let run = tokens.get(from..to).unwrap_or_default();
            let is_kind = |token: &Token| matches!(token.role, Role::Kind(_));
            if !may_name(run)
                || !places.leave_whole((from, to), are_all)
                || run.iter().all(is_kind)
                || run.iter().any(|it| it.role == Role::Name)
            {
                continue;
            }
            let letters: String = run.iter().map(|token| token.letters.as_str()).collect();
            let mut hits = self.bodies_of(&letters);
            if hits.is_empty()
                && let Some(word) = self.reader.words.synonym(run)
            {
                hits = self.bodies_of(&word.replace(' ', ""));
            }
            let has_place = run.iter().any(|token| token.role == Role::Place);
            let directory = self.reader.directory;
            hits.retain(|hit| {
                let province = directory.organisation(hit.organisation).province.as_deref();
                !has_place || !places.is_of_another(province)
            });
            if hits.is_empty() {
                continue;
            }
            let is_kind = run.iter().all(|token| matches!(token.role, Role::Kind(_)));
            if !is_kind {
                let run = tokens.get_mut(from..to).into_iter().flatten();
                run.for_each(|token| token.role = Role::Name);
            }
            all.extend(hits.into_iter().map(|hit| Named { hit, tokens: (from, to), is_kind }));
        }
        all.compact_sort_by_key(|named| named.tokens.0);
        all
    }

    /// The living bodies with just this name.
    fn bodies_of(self, letters: &str) -> Vec<Hit> {
        let tables = self.reader.tables;
        let mut found: Vec<(u32, Field)> = Vec::new();
        if letters.len() < 2 {
            return Vec::new();
        }
        self.each_whole(letters, &mut |posting| {
            let Posting { rank, field, .. } = posting;
            let is_name = matches!(
                field,
                Field::Name
                    | Field::Abbreviation
                    | Field::Alias
                    | Field::Service
                    | Field::FormerName
            );
            let is_known = found.iter().any(|(known, _)| *known == rank);
            if is_name
                && posting.begins
                && !posting.lacks_family_word
                && rank < tables.first_ended
                && !is_known
            {
                found.push((rank, field));
            }
        });
        found.compact_sort_by_key(|(rank, _)| *rank);
        let mut entries = Entries::default();
        let hits = found.into_iter().take(MOST_OF_A_NAME).map(|(rank, field)| {
            tables.read(rank, &mut entries);
            let is_it = |it: &&crate::search::index::entries::Entry| {
                it.field == field && entries.is_whole(it, letters)
            };
            let item = entries.all.iter().find(is_it).map_or(0, |entry| entry.item);
            let tier = if field == Field::Abbreviation {
                Tier::ExactAbbreviation
            } else {
                Tier::ExactName
            };
            let organisation = tables.organisation(rank);
            Hit { organisation, account: None, tier, field, guess: false, item }
        });
        hits.collect()
    }

    /// Shows where these letters are all that follows, as far as anybody would look.
    pub(super) fn each_whole(self, letters: &str, visit: &mut dyn FnMut(Posting)) {
        let mut left = MOST_LOOKED_AT;
        self.reader.tables.word_index.each_whole(letters, &mut |posting| {
            visit(posting);
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
    }
}

/// What is asked for at a place.
#[derive(Debug, Default, Clone, Copy)]
struct AsksFor {
    /// Bodies of a kind.
    kind: bool,
    /// All of them.
    several: bool,
    /// Any that must be told apart from others of its name.
    apart: bool,
}

/// Whether a run of tokens may be a name: it has a word of its own, and stands in no phrase alone.
fn may_name(run: &[Token]) -> bool {
    let is_own = |token: &Token| matches!(token.role, Role::Term | Role::Kind(_));
    let is_inner = |token: &Token| {
        is_own(token)
            || matches!(
                token.role,
                Role::Place | Role::Phrase(PhraseRole::Ignored | PhraseRole::Action)
            )
    };
    run.iter().all(is_inner) && run.iter().any(is_own)
}
