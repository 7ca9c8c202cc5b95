//! What a question was understood as, told in the same words on the screen and on the command line.

#[cfg(test)]
mod tests;

use crate::channel::{OnPlatform, best_site, number_of_service, on_platform};
use crate::directory::{
    Date, Directory, HandledBy, Handler, Kind, Layer, Organisation, OrganisationIndex,
    ServiceIndex, TopicIndex, Urgency,
};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform::PlatformIndex;
use crate::search::{Because, Index, LocalBody, NamedPlace, Understood};
use crate::text::fold::letters;
use crate::words::Words;

/// The longest question that is repeated as an example, in characters.
const LONGEST_EXAMPLE: usize = 40;

/// What was searched for, where that is not all that was typed: "gezocht op: belastingdienst".
pub fn searched_for(words: &Words, directory: &Directory, it: &Understood) -> Option<String> {
    let is_all = it.ignored.is_empty() && it.platform.is_none();
    if is_all || it.terms.is_empty() {
        return None;
    }
    let terms = it.terms.join(" ");
    let platform = it.platform.map(|platform| directory.platform(platform).name());
    Some(match platform {
        Some(platform) => words.question_searched_on(platform, &terms),
        None => words.question_searched(&terms),
    })
}

/// What to do where somebody may be in danger or help is needed soon, most pressing first; nothing where the
/// question is about neither.
pub fn urgent(words: &Words, directory: &Directory, it: &Understood) -> Vec<String> {
    let named = it.services.iter().copied();
    let pressing: Vec<ServiceIndex> =
        named.filter(|service| directory.service(*service).urgency.is_some()).collect();
    if it.is_emergency {
        return emergency(words, directory);
    }
    if pressing.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<String> =
        pressing.iter().filter_map(|service| with_number(words, directory, *service)).collect();
    let danger = services(directory, Urgency::Emergency).filter(|it| !pressing.contains(it));
    lines.extend(
        danger.filter_map(|service| {
            Some(words.question_danger(number_of_service(directory, service)?))
        }),
    );
    lines
}

/// The same where a life is in danger.
fn emergency(words: &Words, directory: &Directory) -> Vec<String> {
    let first: Vec<ServiceIndex> = services(directory, Urgency::Emergency).collect();
    let of = |service: &ServiceIndex| directory.service(*service).organisation;
    let mut lines: Vec<String> =
        first.iter().map(|it| words.question_emergency(&directory.service(*it).text)).collect();
    // Who comes for an emergency is called at their general number where it is none.
    let same = services(directory, Urgency::Urgent).filter(|service| {
        let by = directory.service(*service).organisation;
        let general = by.and_then(|by| directory.organisation(by).phone.as_deref());
        let is_general = general.is_some() && number_of_service(directory, *service) == general;
        is_general && first.iter().any(|it| of(it) == by)
    });
    lines.extend(same.filter_map(|service| {
        let number = number_of_service(directory, service)?;
        Some(words.question_number(&directory.service(service).name, number))
    }));
    // A directory need not have services: the number is the same all over Europe (Directive (EU) 2018/1972,
    // article 109).
    if lines.is_empty() {
        lines.push(words.question_call.to_owned());
    }
    lines.push(words.question_no_control_room.to_owned());
    lines
}

fn services(directory: &Directory, urgency: Urgency) -> impl Iterator<Item = ServiceIndex> {
    directory
        .service_indexes()
        .filter(move |service| directory.service(*service).urgency == Some(urgency))
}

/// A service with its number and what it is for.
fn with_number(words: &Words, directory: &Directory, service: ServiceIndex) -> Option<String> {
    let it = directory.service(service);
    let number = number_of_service(directory, service)?;
    let head = if it.name.contains(number) {
        it.name.clone()
    } else {
        words.question_number(&it.name, number)
    };
    let told = words.question_service(&head, &it.text);
    let site = best_site(directory, service).and_then(|site| site.site(directory));
    Some(site.map_or_else(|| told.clone(), |site| format!("{told} {}", site.shown())))
}

/// A topic that was asked about: who handles it, and what to type where that is a body of one's own place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicTold {
    /// "onderwerp: paspoort".
    pub heading: String,
    /// Who handles it, each with its part.
    pub handlers: Vec<String>,
    /// What to type to be led to the body of one's own place, where none was named.
    pub hint: Option<String>,
    /// What a reader must know besides.
    pub note: Option<String>,
    /// Who says so.
    pub source: Option<String>,
}

/// What is told of the topic of a question.
pub fn topic(
    words: &Words,
    directory: &Directory,
    index: &Index,
    it: &Understood,
) -> Option<TopicTold> {
    let topic = it.topic?;
    let of = directory.topic(topic);
    let has_place = it.place.is_some();
    let layer = layer_asked(directory, topic).filter(|_| !has_place);
    let example = layer.and_then(|layer| index.example(directory, kind_of(layer)?));
    let typed = it.terms.join(" ");
    let typed = if typed.chars().count() > LONGEST_EXAMPLE { of.name.clone() } else { typed };
    Some(TopicTold {
        heading: words.question_topic(&of.name),
        handlers: handlers(words, directory, topic),
        hint: example.map(|example| words.question_add_name(&format!("{typed} {example}"))),
        note: of.note.clone(),
        source: source(words, directory, topic),
    })
}

/// The layer whose body of one's own place one turns to first with a topic, where that is one.
pub fn layer_asked(directory: &Directory, topic: TopicIndex) -> Option<Layer> {
    match directory.topic(topic).handlers.first()?.by {
        HandledBy::Layer(layer) => Some(layer).filter(|layer| *layer != Layer::State),
        HandledBy::Organisation(_) => None,
    }
}

/// The kind of the bodies of a layer; none of the state.
pub fn kind_of(layer: Layer) -> Option<Kind> {
    match layer {
        Layer::Municipality => Some(Kind::Municipality),
        Layer::Province => Some(Kind::Province),
        Layer::WaterBoard => Some(Kind::WaterBoard),
        Layer::State => None,
    }
}

/// Who handles a topic, in order. The state without a body is not told beside those that one can turn to.
fn handlers(words: &Words, directory: &Directory, topic: TopicIndex) -> Vec<String> {
    let all = &directory.topic(topic).handlers;
    let is_state = |it: &Handler| it.by == HandledBy::Layer(Layer::State);
    let has_others = !all.iter().all(is_state);
    let is_told = |it: &&Handler| !(has_others && is_state(it));
    let told = |it: &Handler| {
        let who = match it.by {
            HandledBy::Organisation(index) => directory.organisation(index).name.clone(),
            HandledBy::Layer(Layer::Municipality) => words.question_your_municipality.to_owned(),
            HandledBy::Layer(Layer::Province) => words.question_your_province.to_owned(),
            HandledBy::Layer(Layer::WaterBoard) => words.question_your_water_board.to_owned(),
            HandledBy::Layer(Layer::State) => words.question_the_state.to_owned(),
        };
        match &it.part {
            Some(part) => words.question_part(part, &who),
            None => who,
        }
    };
    all.iter().filter(is_told).map(told).collect()
}

/// Who says who handles a topic first of all.
fn source(words: &Words, directory: &Directory, topic: TopicIndex) -> Option<String> {
    let evidence = directory.topic(topic).handlers.first()?.evidence.first()?;
    let source = directory.sources.get(evidence.source?.position())?;
    Some(words.question_source(&source.title))
}

/// What to type where a kind of bodies was asked for of which every place has its own.
pub fn which_of_kind(
    words: &Words,
    directory: &Directory,
    index: &Index,
    it: &Understood,
) -> Option<String> {
    it.kinds.iter().find(|kind| has_places(**kind))?;
    let is_kind = |term: &String| it.kind_words.contains(term);
    it.terms.iter().all(is_kind).then_some(())?;
    let is_alone = it.place.is_none() && it.topic.is_none() && it.services.is_empty();
    let example = index.example(directory, Kind::Municipality)?;
    let term = it.terms.first()?;
    is_alone.then(|| words.question_add_place(&format!("{term} {example}")))
}

/// How many more there may be in a province that is asked for, where there are any.
pub fn of_unknown_province(words: &Words, count: usize) -> Option<String> {
    (count > 0).then(|| words.question_province_unknown(&grouped(words, count)))
}

/// Which place is meant where that isn't told by its name, and whether the directory knows what there is for it.
pub fn of_place(words: &Words, directory: &Directory, it: &Understood) -> Vec<String> {
    if it.kinds.is_empty() && it.topic.is_none() {
        return Vec::new();
    }
    let mut lines: Vec<String> = Vec::new();
    for place in it.place.iter().chain(&it.other_places) {
        let all = place.municipalities.iter().map(|index| directory.organisation(*index));
        let names: Vec<&str> = all.clone().map(|it| it.name.as_str()).collect();
        let is_called = |it: &Organisation| {
            it.names().any(|name| letters(name).ends_with(&letters(&place.name)))
        };
        match names.as_slice() {
            [] => {}
            [name] => {
                let is_other = !all.clone().any(is_called);
                lines.extend(is_other.then(|| words.question_lies_in(name, &place.name)));
            }
            names => lines.push(words.question_several_places(&names.join(", "), &place.name)),
        }
    }
    if let Some(place) = it.place.as_ref().filter(|_| it.is_body_unknown) {
        lines.push(words.question_body_unknown(&it.kind_words.join(" "), &place.name));
    }
    lines
}

/// Whether the bodies of a kind divide the country among them.
pub fn has_places(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Municipality
            | Kind::Province
            | Kind::WaterBoard
            | Kind::PoliceTeam
            | Kind::PoliceUnit
            | Kind::Court
            | Kind::SafetyRegion
            | Kind::FireService
            | Kind::HealthService
            | Kind::EnvironmentService
    )
}

/// A row of the table of bodies that a place falls under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// What kind of body it is.
    pub kind: &'static str,
    /// The bodies, the likeliest first.
    pub bodies: Vec<OrganisationIndex>,
    /// Whether no more is known of them than that they have their seat in the province.
    pub is_perhaps: bool,
}

/// The bodies that a place falls under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceTold {
    /// What those are that are known to be for it.
    pub heading: String,
    /// These.
    pub rows: Vec<PlaceRow>,
    /// What those are of which only the province is known, where there are any.
    pub perhaps: String,
}

/// The bodies that a place falls under, where a question names a place and nothing else.
pub fn bodies_of_place(
    words: &Words,
    directory: &Directory,
    index: &Index,
    it: &Understood,
) -> Option<PlaceTold> {
    let place = it.place.as_ref().filter(|place| !place.is_province)?;
    let is_alone = it.kinds.is_empty() && it.topic.is_none() && it.services.is_empty();
    if !is_alone || !is_all_of(it, place) {
        return None;
    }
    let mut rows: Vec<PlaceRow> = Vec::new();
    for LocalBody { organisation, because, .. } in index.bodies_at(directory, place) {
        let kind = labels::kind(words, directory.organisation(organisation).kind);
        let is_perhaps = because == Because::Province;
        match rows.iter_mut().find(|row| row.kind == kind && row.is_perhaps == is_perhaps) {
            Some(row) => row.bodies.push(organisation),
            None => rows.push(PlaceRow { kind, bodies: vec![organisation], is_perhaps }),
        }
    }
    // Where several are called so, each lies in a province of its own.
    let mut provinces: Vec<&str> = place
        .municipalities
        .iter()
        .filter_map(|index| directory.organisation(*index).province.as_deref())
        .collect();
    provinces.dedup();
    Some(PlaceTold {
        heading: words.question_place(&place.name),
        perhaps: words.question_perhaps(&place.name, &provinces.join(", ")),
        rows,
    })
}

/// Whether nothing else was searched for than the place.
fn is_all_of(it: &Understood, place: &NamedPlace) -> bool {
    let terms: String = it.terms.iter().map(|term| letters(term)).collect();
    let is_short = it.terms.len() <= place.name.split([' ', '-']).count();
    terms == letters(&place.name) || is_short
}

/// What is known of an organisation on the platform that was asked for.
pub fn on_the_platform(
    words: &Words,
    directory: &Directory,
    organisation: OrganisationIndex,
    platform: PlatformIndex,
    today: Date,
) -> String {
    let name = directory.platform(platform).name();
    match on_platform(directory, organisation, platform, today) {
        OnPlatform::Known(accounts) => {
            let written = accounts.iter().map(|&account| {
                let it = directory.account(account);
                it.written(directory.platform(it.platform))
            });
            written.collect::<Vec<_>>().join(", ")
        }
        OnPlatform::NotFoundYet => words.question_not_found_yet.to_owned(),
        OnPlatform::NoneKnown(others) if others.is_empty() => words.question_none_at_all.to_owned(),
        OnPlatform::NoneKnown(others) => {
            let others: Vec<&str> =
                others.iter().map(|it| directory.platform(*it).name()).collect();
            words.question_none_there(&others.join(", "), name)
        }
    }
}
