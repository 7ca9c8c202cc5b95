//! What a question asks for, before anything is searched: which of its words name something, which say on
//! what platform, where, or of what kind it should be, and which carry nothing.
//!
//! It is one step without side effects ([`Reader::read`]). Its words come from the file: phrases, kinds and
//! platforms (`words`), names and places (`names`), topics and services (`topics`, `stems`). What to search
//! for then is told by `composing`.

pub(super) mod names;
pub(super) mod places;
mod stems;
#[cfg(test)]
mod tests;
pub(super) mod tokens;
pub(super) mod topics;
pub(super) mod words;

use crate::compact_sort::CompactSort;
use crate::directory::lexicon::PhraseRole;
use crate::directory::{
    Directory, HandledBy, Kind, OrganisationIndex, ServiceIndex, TopicIndex, Urgency,
};
use crate::platform::PlatformIndex;
use crate::search::answer::Field;
use crate::search::index::tables::Tables;
use crate::search::index::topic_words::{Subject, TopicWords};
use names::{Named, Names};
use places::Places;
use tokens::{Role, Token};
use words::QuestionWords;

/// What a query asks for, as far as it can be told from its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// The words that are searched for, as they were typed.
    pub terms: Vec<String>,
    /// The words that were passed over, as they were typed.
    pub ignored: Vec<String>,
    /// The platform on which it is asked for.
    pub platform: Option<PlatformIndex>,
    /// The place for which it is asked.
    pub place: Option<NamedPlace>,
    /// The other places for which it is asked as well.
    pub other_places: Vec<NamedPlace>,
    /// Whether bodies of a kind are asked for at a place, and which these are is not known.
    pub is_body_unknown: bool,
    /// The kinds of organisations that were named, the likeliest first.
    pub kinds: Vec<Kind>,
    /// The words that named them, as they were typed.
    pub kind_words: Vec<String>,
    /// The topic that is asked about, where the query is about little else.
    pub topic: Option<TopicIndex>,
    /// The addresses and handles that stand in it: not searched for by their parts, and for a check to judge.
    pub addresses: Vec<String>,
    /// The services that were named, the most pressing first.
    pub services: Vec<ServiceIndex>,
    /// Whether somebody may be in danger.
    pub is_emergency: bool,
    /// Whether it is asked whether something is genuine.
    pub asks_if_genuine: bool,
}

impl Understood {
    /// Passes over all terms but these, since nothing has all.
    pub(super) fn keep(&mut self, kept: &str) {
        let kept: Vec<&str> = kept.split(' ').collect();
        let (terms, ignored) = std::mem::take(&mut self.terms)
            .into_iter()
            .partition(|term| kept.contains(&term.as_str()));
        self.terms = terms;
        self.ignored.extend::<Vec<String>>(ignored);
    }
}

/// A place that was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPlace {
    /// Its name.
    pub name: String,
    /// The municipalities that it is or lies in; several where more than one has a place of that name.
    pub municipalities: Vec<OrganisationIndex>,
    /// The province that it is or lies in, where that is known.
    pub province: Option<String>,
    /// Whether it is a province, and no place within one.
    pub is_province: bool,
}

/// What [`Understood`] tells, with what the search needs besides.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) understood: Understood,
    pub(super) tokens: Vec<Token>,
    /// The places that are named, with the one that is understood.
    pub(super) places: Places,
    /// The bodies that are named in whole, in the order of the query.
    pub(super) named: Vec<Named>,
    /// The topic that is perhaps meant, where none is for certain.
    pub(super) perhaps: Option<TopicIndex>,
}

impl Reading {
    /// The words that name something: a body, a place, a kind or a topic.
    pub(super) fn named_words(&self) -> String {
        let is_name = |token: &&Token| token.role != Role::Term && token.role.is_searched();
        let named = self.tokens.iter().filter(is_name);
        named.map(|token| token.typed.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The town at which nothing but bodies of a kind is asked for.
    pub(super) fn town_of_kinds(&self) -> Option<&NamedPlace> {
        let is_of_kind = !self.understood.kinds.is_empty() && self.understood.topic.is_none();
        let is_all = self.tokens.iter().all(|token| token.role.says_where_or_of_what_kind());
        let place = self.understood.place.as_ref().filter(|place| !place.is_province);
        place.filter(|_| is_of_kind && is_all)
    }

    /// Whether nothing but a kind of bodies is looked for.
    pub(super) fn names_a_kind(&self) -> bool {
        let is_kind = |token: &Token| matches!(token.role, Role::Kind(_));
        let mut searched = self.tokens.iter().filter(|token| token.role.is_searched()).peekable();
        searched.peek().is_some() && searched.all(is_kind)
    }
}

/// What a question is read with.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    pub(super) directory: &'r Directory,
    pub(super) tables: &'r Tables,
    pub(super) words: &'r QuestionWords,
    pub(super) topics: &'r TopicWords,
}

impl Reader<'_> {
    /// What a query asks for.
    pub(super) fn read(self, text: &str) -> Reading {
        let tokens::Question { mut tokens, addresses } = tokens::read(text);
        if tokens.is_empty() {
            let terms = text.split_whitespace().map(str::to_owned).collect();
            let is_emergency = self.words.tell_danger(text);
            let understood = Understood { terms, addresses, is_emergency, ..Understood::default() };
            return Reading { understood, ..Reading::default() };
        }
        let names = Names { reader: self };
        self.words.assign(&mut tokens);
        names.restore(&mut tokens);
        // Words that name a topic together name no village on the way: `dieren houden`.
        let subjects = topics::find(self.topics, self.words, &tokens);
        let taken = subjects.first().filter(|met| met.words > 1).map_or(0, |met| met.covered);
        let places = names.places(&mut tokens, taken);
        let bodies = names.bodies(&mut tokens, &places);
        let mut understood = told(&tokens);
        (understood.place, understood.addresses) = (places.asked.clone(), addresses);
        understood.other_places.clone_from(&places.others);
        let subjects = topics::find(self.topics, self.words, &tokens);
        let perhaps = self.add_subjects(&subjects, &mut tokens, &bodies, &mut understood);
        let mut reading = Reading { understood, tokens, places, named: bodies, perhaps };
        settle_urgency(&mut reading);
        keep_something(names, &mut reading);
        let typed = |is: &dyn Fn(&Token) -> bool| {
            let all = reading.tokens.iter().filter(|token| is(token));
            all.map(|token| token.typed.clone()).collect()
        };
        let terms = typed(&|token| token.role.is_searched());
        let ignored = typed(&|token| token.role.is_passed_over());
        (reading.understood.terms, reading.understood.ignored) = (terms, ignored);
        reading
    }

    /// Whether a body is named that has nothing to do with a topic, which is then not what is asked about: `defensie
    /// werken bij`. Where the name is all there is, the topic of that name is told as well.
    fn is_of_others(self, topic: TopicIndex, named: &[Named]) -> bool {
        let handlers = &self.directory.topic(topic).handlers;
        let organisations = handlers.iter().filter_map(|it| match it.by {
            HandledBy::Organisation(organisation) => Some(organisation),
            HandledBy::Layer(_) => None,
        });
        let organisations: Vec<OrganisationIndex> = organisations.collect();
        let mut bodies = named.iter().filter(|it| !it.is_kind && it.hit.field != Field::Service);
        let is_handler = |it: &Named| organisations.contains(&it.hit.organisation);
        let is_reached =
            |it: &Named| self.directory.organisation(it.hit.organisation).is_reachable();
        bodies.clone().next().is_some() && bodies.all(|it| is_reached(it) && !is_handler(it))
    }

    /// Whether what was taken for a compound that tells a topic is the beginning of a name or handle.
    fn is_a_name(self, met: &topics::Met, tokens: &[Token]) -> bool {
        let [token] = tokens else { return false };
        let is_called = |field: Field| field.is_of_name() || field == Field::Handle;
        !met.is_exact() && self.tables.word_index.begins_a_text(&token.letters, is_called)
    }

    /// The topic that a question means but for typing errors.
    pub(super) fn mistyped(self, reading: &Reading) -> Option<TopicIndex> {
        let met = topics::find_mistyped(self.topics, self.words, &reading.tokens)?;
        match met.subject {
            Subject::Topic(topic) => Some(topic),
            Subject::Service(_) => None,
        }
    }

    /// Takes in which topic and services were met; comes back with the topic that is perhaps meant where none is
    /// for certain.
    fn add_subjects(
        self,
        subjects: &[topics::Met],
        tokens: &mut [Token],
        named: &[Named],
        understood: &mut Understood,
    ) -> Option<TopicIndex> {
        let mut perhaps = None;
        for met in subjects {
            match met.subject {
                Subject::Topic(topic) if understood.topic.is_none() => {
                    let is_other = self.is_a_name(met, tokens) || self.is_of_others(topic, named);
                    if topics::is_sure(met, tokens) && !is_other {
                        understood.topic = Some(topic);
                        topics::mark(met, tokens);
                    }
                    perhaps = perhaps.or(Some(topic));
                }
                Subject::Topic(_) => {}
                // What is called by a name is called by all of it.
                Subject::Service(service) => {
                    if met.missing == 0 && !understood.services.contains(&service) {
                        understood.services.push(service);
                    }
                }
            }
        }
        let urgency = |service: &ServiceIndex| {
            let urgency = self.directory.service(*service).urgency;
            (urgency != Some(Urgency::Emergency), urgency.is_none())
        };
        understood.services.compact_sort_by_key(urgency);
        understood.is_emergency |= understood
            .services
            .first()
            .is_some_and(|it| self.directory.service(*it).urgency == Some(Urgency::Emergency));
        perhaps.filter(|_| understood.topic.is_none())
    }
}

/// What the roles of single tokens say.
fn told(tokens: &[Token]) -> Understood {
    let mut understood = Understood::default();
    for token in tokens {
        match &token.role {
            Role::Platform(platform) => {
                understood.platform.get_or_insert(*platform);
            }
            Role::Kind(kinds) => {
                understood.kind_words.push(token.typed.clone());
                let new = kinds.iter().filter(|kind| !understood.kinds.contains(kind));
                let new: Vec<Kind> = new.copied().collect();
                understood.kinds.extend(new);
            }
            Role::Phrase(PhraseRole::Emergency) => understood.is_emergency = true,
            Role::Phrase(PhraseRole::Genuine) => understood.asks_if_genuine = true,
            _ => {}
        }
    }
    understood
}

/// What is pressing is an emergency where nothing else is asked for. In one, a topic that the words happen to tell is
/// beside the point.
fn settle_urgency(reading: &mut Reading) {
    let Reading { understood, tokens, named, .. } = reading;
    let is_pressing = tokens.iter().any(|it| it.role == Role::Phrase(PhraseRole::Urgent));
    let is_asked = understood.topic.is_some() || named.iter().any(|it| !it.is_kind);
    understood.is_emergency |= is_pressing && !is_asked;
    if understood.is_emergency && understood.services.is_empty() {
        understood.topic = None;
        reading.perhaps = None;
    }
}

/// A query of nothing but what is passed over is searched for as it stands, or by what of it is a name: `echt`
/// is a town as well, and `het om` a body.
fn keep_something(names: Names<'_>, reading: &mut Reading) {
    let Reading { understood, tokens, named, .. } = reading;
    // Beside an address, phrases are about that.
    let has_address = !understood.addresses.is_empty();
    let is_asked = understood.is_emergency || understood.topic.is_some() || has_address;
    if is_asked || tokens.iter().any(|token| token.role.is_searched()) {
        return;
    }
    let asks = understood.asks_if_genuine && tokens.len() > 1;
    for token in tokens.iter_mut() {
        if !matches!(token.role, Role::Phrase(PhraseRole::Genuine)) || !asks {
            names.take_for_a_name(token);
        }
    }
    *named = names.bodies(tokens, &Places::default());
    if named.is_empty() && !asks {
        for token in tokens.iter_mut() {
            token.role = Role::Term;
        }
        understood.platform = None;
        understood.asks_if_genuine = false;
    }
}
