//! What to search for a question, and which bodies stand before what is found.

use std::ops::ControlFlow;

use super::answer::{Field, Hit, Tier, service_item};
use super::bodies::{self, Because, LocalBody};
use super::index::tables::Tables;
use super::index::word_index::{MOST_LOOKED_AT, Posting};
use super::question::names::Named;
use super::question::places::without_brackets;
use super::question::tokens::{Role, Token};
use super::question::{NamedPlace, Reading};
use crate::directory::{
    Directory, HandledBy, Kind, Layer, OrganisationIndex, ServiceIndex, TopicIndex, Urgency,
};

/// What is done for a question.
#[derive(Debug, Default)]
pub(super) struct Composed {
    /// What is searched for.
    pub(super) searched: String,
    /// What is searched for where nothing has all of that, best first.
    pub(super) relaxed: Vec<Relaxed>,
    /// The bodies that stand before what is found, best first.
    pub(super) lead: Vec<Hit>,
    /// Those that stand there where nothing is found.
    pub(super) fallback: Vec<Hit>,
}

/// A query of the words that are met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relaxed {
    pub(super) searched: String,
    /// Whether too little is left of the question for more than a guess.
    pub(super) is_guess: bool,
}

/// Composes the search for a question.
pub(super) struct Composer<'c> {
    pub(super) tables: &'c Tables,
    pub(super) directory: &'c Directory,
    pub(super) reading: &'c Reading,
}

impl Composer<'_> {
    /// What is done for a question that was typed like this.
    pub(super) fn compose(&self, typed: &str) -> Composed {
        let tokens = &self.reading.tokens;
        let searched = |token: &Token| token.role.is_searched();
        // A question of nothing but phrases is searched for as it stands, and so is what a name begins with.
        let is_whole = tokens.iter().all(searched)
            || !tokens.iter().any(searched)
            || self.begins_a_name(&joined_letters(tokens));
        let searched = if is_whole { typed.to_owned() } else { joined(tokens, Role::is_searched) };
        Composed {
            searched,
            relaxed: self.relaxed(),
            lead: each_once(self.lead()),
            fallback: each_once(self.fallback()),
        }
    }

    /// Whether somebody may be in danger or a service was named that one turns to in need: then only whom to call is
    /// an answer.
    pub(super) fn is_pressing(&self) -> bool {
        let Reading { understood, tokens, named, .. } = self.reading;
        let is_urgent = |it: &ServiceIndex| self.directory.service(*it).urgency.is_some();
        let is_alone = named.iter().any(|it| it.tokens == (0, tokens.len()));
        let is_asked = understood.is_emergency || understood.services.iter().any(is_urgent);
        is_asked && !is_alone && tokens.len() > 1
    }

    /// Whether words were passed over and what is left is only the beginning of words that are met, as `hou` is of
    /// Houten in `ik hou van je`.
    pub(super) fn is_met_by_beginnings(&self) -> bool {
        let tokens = &self.reading.tokens;
        let mut searched = tokens.iter().filter(|token| token.role.is_searched()).peekable();
        let is_passed_over = tokens.iter().any(|token| token.role.is_passed_over());
        let is_loose = |token: &Token| token.role == Role::Term && !self.is_in_names(token);
        is_passed_over && searched.peek().is_some() && searched.all(is_loose)
    }

    /// Whether a name begins with these letters.
    fn begins_a_name(&self, letters: &str) -> bool {
        let is_called = |field: Field| field.is_of_name() || field == Field::FormerName;
        self.tables.word_index.begins_a_text(letters, is_called)
    }

    /// The bodies that the question leads to whatever its words stand in.
    fn lead(&self) -> Vec<Hit> {
        let Reading { understood, tokens, named, .. } = self.reading;
        let place = understood.place.as_ref();
        let is_alone = |it: &&Named| it.tokens == (0, tokens.len());
        if let Some(alone) = named.iter().find(is_alone) {
            return self.instead_of(alone);
        }
        if self.asks_for_places() {
            return self.of_places();
        }
        let of_names = |is_kind: bool| {
            let all = named.iter().filter(move |it| it.is_kind == is_kind);
            all.map(|it| Hit { tier: Tier::Meant, ..it.hit.clone() })
        };
        let mut lead: Vec<Hit> = of_names(false).collect();
        lead.extend(self.national());
        if let Some(topic) = understood.topic {
            let handlers = self.handlers(topic).into_iter().filter(|hit| !hit.guess);
            // A place and a topic ask for the one that handles it there.
            let behind = if place.is_some() && !lead.iter().any(|hit| hit.field != Field::Service) {
                std::mem::take(&mut lead)
            } else {
                Vec::new()
            };
            lead.extend(handlers);
            lead.extend(behind);
        } else if let Some(place) = place.filter(|it| lead.is_empty() && self.is_all_of(it)) {
            lead.extend(self.of_kinds(place));
        } else if lead.is_empty() && understood.is_emergency {
            lead.extend(self.rescuers());
        }
        // A kind beside words that are not understood is no name: `politie zwole`.
        let is_open = tokens.iter().any(|token| token.role == Role::Term);
        if lead.is_empty() && place.is_none() && !is_open {
            lead.extend(of_names(true));
        }
        lead
    }

    /// Whether nothing but places and kinds is asked for, and which place is meant must be told: there are several, or
    /// one was told apart from others of its name.
    pub(super) fn asks_for_places(&self) -> bool {
        let Reading { understood, tokens, places, named, .. } = self.reading;
        let is_several = |it: &NamedPlace| it.municipalities.len() > 1;
        let must_be_told = places.is_told_apart
            || !places.others.is_empty()
            || understood.place.as_ref().is_some_and(is_several);
        must_be_told
            && understood.topic.is_none()
            && named.iter().all(|it| it.is_kind)
            && tokens.iter().all(|token| token.role.says_where_or_of_what_kind())
    }

    /// The bodies of the places that are named: their municipalities, or those of the kinds that were asked for.
    fn of_places(&self) -> Vec<Hit> {
        let kinds = &self.reading.understood.kinds;
        if !kinds.is_empty() && !kinds.contains(&Kind::Municipality) {
            return self.places().flat_map(|place| self.of_kinds(place)).collect();
        }
        let guess = self.reading.places.is_elsewhere;
        let municipalities = self.places().flat_map(|place| {
            let all = place.municipalities.iter();
            all.map(move |&it| Hit { guess, ..self.hit_of_place(it, place) })
        });
        municipalities.collect()
    }

    /// The municipality of a place, met by the place where it is called otherwise.
    fn hit_of_place(&self, organisation: OrganisationIndex, place: &NamedPlace) -> Hit {
        let it = self.directory.organisation(organisation);
        let is_it = |name: &str| without_brackets(name).unwrap_or(name) == place.name;
        let is_called = it
            .names()
            .any(|name| is_it(self.directory.lexicon.bare_name(it.kind, name).unwrap_or(name)));
        let at = it.places.iter().position(|name| name == &place.name || is_it(name));
        match at.and_then(|at| u32::try_from(at).ok()).filter(|_| !is_called) {
            Some(item) => understood_hit(organisation, Field::Place, item),
            None => understood_hit(organisation, Field::Name, 0),
        }
    }

    /// All places for which it is asked.
    fn places(&self) -> impl Iterator<Item = &NamedPlace> {
        self.reading.understood.place.iter().chain(&self.reading.places.others)
    }

    /// Who stands before the one body that a query names in whole: who handles the topic of that name, where that
    /// body can't be reached in any way (`apk` is also short for a group in a register).
    fn instead_of(&self, named: &Named) -> Vec<Hit> {
        let it = self.directory.organisation(named.hit.organisation);
        let topic = self.reading.understood.topic.filter(|_| !it.is_reachable());
        topic.map(|topic| self.handlers(topic)).unwrap_or_default()
    }

    /// Whether the bodies of the kinds that were asked for are all those of a place: what bears a town in its name
    /// is found by that, and ranked by it.
    fn is_all_of(&self, place: &NamedPlace) -> bool {
        place.is_province || self.reading.understood.kinds.contains(&Kind::Municipality)
    }

    /// What stands there where nothing has all words: bodies of the region, or who handles what was perhaps meant.
    fn fallback(&self) -> Vec<Hit> {
        let of_places: Vec<Hit> = self.places().flat_map(|place| self.of_kinds(place)).collect();
        if !of_places.is_empty() {
            return of_places;
        }
        let topic = self.reading.understood.topic.or(self.reading.perhaps);
        let mut all = topic.map(|topic| self.handlers(topic)).unwrap_or_default();
        for hit in &mut all {
            hit.guess = true;
        }
        all
    }

    /// Who answers for the services that are there for emergencies.
    fn rescuers(&self) -> Vec<Hit> {
        let all = self.directory.service_indexes();
        let hit = |service| {
            let it = self.directory.service(service);
            let is_it = it.urgency == Some(Urgency::Emergency);
            let item = service_item(service, 0);
            Some(understood_hit(it.organisation.filter(|_| is_it)?, Field::Service, item))
        };
        all.filter_map(hit).collect()
    }

    /// Who handles a topic, at the places that were named.
    pub(super) fn handlers(&self, topic: TopicIndex) -> Vec<Hit> {
        let is_elsewhere = self.reading.places.is_elsewhere;
        let TopicIndex(item) = topic;
        let hit = |organisation| understood_hit(organisation, Field::Topic, item);
        let mut all = Vec::new();
        for handler in &self.directory.topic(topic).handlers {
            match handler.by {
                HandledBy::Organisation(organisation) => all.push(hit(organisation)),
                HandledBy::Layer(layer) => {
                    let is_one = |it: &&NamedPlace| layer != Layer::Municipality || !it.is_province;
                    let kinds = kinds_of(layer).unwrap_or_default();
                    for place in self.places().filter(is_one) {
                        let of = bodies::of_kinds(self.tables, self.directory, place, kinds);
                        let is_guess =
                            |it: &LocalBody| is_elsewhere || is_one_of_several(*it, place);
                        let of =
                            of.iter().map(|it| Hit { guess: is_guess(it), ..hit(it.organisation) });
                        all.extend(of);
                    }
                }
            }
        }
        all
    }

    /// The bodies of the kinds that were asked for at a place, where their names don't say it.
    fn of_kinds(&self, place: &NamedPlace) -> Vec<Hit> {
        let kinds = &self.reading.understood.kinds;
        let is_more = |token: &Token| matches!(token.role, Role::Term | Role::Topic | Role::Name);
        if kinds.is_empty() || self.reading.tokens.iter().any(is_more) {
            return Vec::new();
        }
        let all = bodies::of_kinds(self.tables, self.directory, place, kinds);
        let hit = |it: &LocalBody| {
            let is_there = it.because != Because::Province;
            let field = if is_there { Field::Name } else { Field::Province };
            let guess = self.reading.places.is_elsewhere || is_one_of_several(*it, place);
            Hit { guess, ..understood_hit(it.organisation, field, 0) }
        };
        all.iter().map(hit).collect()
    }

    /// The one national body in whose name a single word stands: `ombudsman` is first of all the national one.
    fn national(&self) -> Option<Hit> {
        let mut searched = self.reading.tokens.iter().filter(|token| token.role.is_searched());
        let token = searched.next().filter(|token| matches!(token.role, Role::Term | Role::Topic));
        let token = token.filter(|_| searched.next().is_none())?;
        let mut found: Option<u32> = None;
        let mut others = 0;
        let mut left = MOST_LOOKED_AT;
        let tables = self.tables;
        let index = &tables.word_index;
        index.each_until(index.range(&token.letters), &mut |posting: Posting| {
            left -= 1;
            if left == 0 {
                others = usize::MAX;
                return ControlFlow::Break(());
            }
            let Posting { rank, field, .. } = posting;
            if usize::from(posting.word) != token.letters.len() || rank >= tables.first_ended {
                return ControlFlow::Continue(());
            }
            let is_whole = usize::from(posting.rest) == token.letters.len();
            // The word that a name ends with says what the body is: *Nationale ombudsman*.
            let is_head = field == Field::Name && is_whole;
            if is_head && is_national(tables.kind_of(rank)) && found != Some(rank) {
                others += usize::from(found.is_some());
                found = Some(rank);
            } else if posting.begins && is_whole && field.is_of_name() && found != Some(rank) {
                // Somebody bears it as a whole name.
                others = usize::MAX;
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        let rank = found.filter(|_| others == 0)?;
        Some(understood_hit(tables.organisation(rank), Field::Name, 0))
    }

    /// What is searched for where nothing has all words: those that stand in names, and those without the place.
    fn relaxed(&self) -> Vec<Relaxed> {
        let searched = self.reading.tokens.iter().filter(|token| token.role.is_searched());
        let content: Vec<&Token> = searched.collect();
        let in_names: Vec<&Token> =
            content.iter().copied().filter(|it| self.is_in_names(it)).collect();
        let elsewhere = in_names.iter().copied().filter(|it| it.role != Role::Place).collect();
        let mut all: Vec<Relaxed> = Vec::new();
        let mut last = content.len();
        for kept in [in_names, elsewhere] {
            let says = |token: &&Token| !matches!(token.role, Role::Kind(_) | Role::Place);
            let says_something = kept.iter().any(says);
            if kept.len() < last && !kept.is_empty() {
                // A kind says little, and a place only where.
                let letters = |tokens: &[&Token]| -> usize {
                    let names = tokens.iter().filter(|it| !matches!(it.role, Role::Kind(_)));
                    names.map(|token| token.letters.len()).sum()
                };
                let typed: Vec<&str> = kept.iter().map(|token| token.typed.as_str()).collect();
                let is_guess = !says_something || letters(&kept) * 3 < letters(&content) * 2;
                all.push(Relaxed { searched: typed.join(" "), is_guess });
                last = kept.len();
            }
        }
        all
    }

    /// Whether a word stands as a whole word in the name of a living body. A part of a number is no name.
    fn is_in_names(&self, token: &Token) -> bool {
        if token.letters.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let (mut is_met, mut left) = (false, MOST_LOOKED_AT);
        let index = &self.tables.word_index;
        index.each_until(index.range(&token.letters), &mut |posting: Posting| {
            is_met = usize::from(posting.word) == token.letters.len()
                && posting.field.is_of_name()
                && posting.rank < self.tables.first_ended;
            left -= 1;
            if is_met || left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        is_met
    }
}

/// Whether a body is known by its province only, for a town: which of those in a province it is, nobody says. A
/// province has one body of its own.
fn is_one_of_several(body: LocalBody, place: &NamedPlace) -> bool {
    body.because == Because::Province && !place.is_province && !body.is_province
}

/// A hit that a question leads to by what it means.
fn understood_hit(organisation: OrganisationIndex, field: Field, item: u32) -> Hit {
    Hit { organisation, account: None, tier: Tier::Meant, field, guess: false, item }
}

fn each_once(mut hits: Vec<Hit>) -> Vec<Hit> {
    let mut seen: Vec<OrganisationIndex> = Vec::new();
    hits.retain(|hit| {
        let is_new = !seen.contains(&hit.organisation);
        seen.push(hit.organisation);
        is_new
    });
    hits
}

/// The kinds of bodies of a layer of the government; none of the state, which has one for everybody.
fn kinds_of(layer: Layer) -> Option<&'static [Kind]> {
    match layer {
        Layer::Municipality => Some(&[Kind::Municipality, Kind::CaribbeanBody]),
        Layer::Province => Some(&[Kind::Province]),
        Layer::WaterBoard => Some(&[Kind::WaterBoard]),
        Layer::State => None,
    }
}

/// Whether a body of this kind is there for the whole country.
fn is_national(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Ministry
            | Kind::HighCouncil
            | Kind::Agency
            | Kind::Inspectorate
            | Kind::Defence
            | Kind::PoliceForce
            | Kind::StatutoryBody
    )
}

fn joined_letters(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.letters.as_str()).collect()
}

fn joined(tokens: &[Token], is: impl Fn(&Role) -> bool) -> String {
    let kept = tokens.iter().filter(|token| is(&token.role));
    kept.map(|token| token.typed.as_str()).collect::<Vec<_>>().join(" ")
}
