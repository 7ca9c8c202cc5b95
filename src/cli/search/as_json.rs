//! The answer of a search as JSON.

use serde::Serialize;

use super::Found;
use crate::channel::{self, Asked, Channel};
use crate::cli::json;
use crate::compact_sort::CompactSort;
use crate::directory::{Date, Directory, HandledBy, Kind, Layer, OrganisationIndex, TopicIndex};
use crate::messages::question::layer_asked;
use crate::platform::PlatformIndex;
use crate::search::{Hit, NamedPlace};

/// What was asked, what it was understood as, and what it met.
#[derive(Serialize)]
pub(super) struct Reply<'a> {
    query: &'a str,
    understood: UnderstoodJson<'a>,
    /// What the addresses and handles in the question are.
    verdicts: Vec<VerdictJson<'a>>,
    /// How many organisations were met in all.
    total: usize,
    hits: Vec<HitJson<'a>>,
}

/// What an address or handle in the question is; all of it is told by `check`.
#[derive(Serialize)]
struct VerdictJson<'a> {
    asked: &'a str,
    verdict: &'static str,
    imitation: bool,
}

#[derive(Serialize)]
struct UnderstoodJson<'a> {
    terms: &'a [String],
    ignored: &'a [String],
    platform: Option<&'a str>,
    place: Option<PlaceJson<'a>>,
    /// The likeliest kind that was named.
    kind: Option<&'static str>,
    kinds: Vec<&'static str>,
    topic: Option<TopicJson<'a>>,
    /// The services that were named, the most pressing first.
    services: Vec<json::ServiceFull<'a>>,
    emergency: bool,
    /// Whether it is asked whether something is genuine.
    genuine: bool,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    name: &'a str,
    municipalities: Vec<json::OrganisationBrief<'a>>,
    province: Option<&'a str>,
}

#[derive(Serialize)]
struct TopicJson<'a> {
    id: &'a str,
    name: &'a str,
    /// The layer whose body of one's own place handles it, where one does.
    layer: Option<&'static str>,
    /// The organisations that handle it for everybody, in order.
    organisations: Vec<json::OrganisationBrief<'a>>,
    /// The work that says so.
    source: Option<&'a str>,
}

/// One hit.
#[derive(Serialize)]
struct HitJson<'a> {
    organisation: json::OrganisationBrief<'a>,
    /// The place that it is for, where there is one.
    place: Option<&'a str>,
    province: Option<&'a str>,
    parent: Option<json::OrganisationBrief<'a>>,
    /// The platforms on which it has an account in use, in their order.
    platforms: Vec<&'a str>,
    /// The channel that the text form shows first.
    channel: Option<ChannelJson<'a>>,
    /// The account that matched, if one did.
    account: Option<json::AccountBrief<'a>>,
    /// The service that matched, if one did.
    service: Option<json::ServiceFull<'a>>,
    matched: MatchedJson,
    /// Whether the hit is only a guess at what was meant.
    guess: bool,
}

#[derive(Serialize)]
struct ChannelJson<'a> {
    /// The platform of an account, `website`, `contact-form` or `phone`.
    what: &'a str,
    url: Option<String>,
    number: Option<&'a str>,
}

#[derive(Serialize)]
struct MatchedJson {
    field: &'static str,
    text: String,
}

/// What is printed for a search.
pub(super) fn reply<'a>(found: &Found<'a>, today: Date) -> Reply<'a> {
    let Found { directory, query, understood, hits, total, judged, .. } = *found;
    let verdicts = judged.iter().map(|answer| VerdictJson {
        asked: &answer.asked,
        verdict: answer.verdict.id(),
        imitation: answer.verdict.is_imitation(),
    });
    let kinds: Vec<&str> = understood.kinds.iter().map(|kind| kind.id()).collect();
    Reply {
        query,
        understood: UnderstoodJson {
            terms: &understood.terms,
            ignored: &understood.ignored,
            platform: understood.platform.map(|platform| directory.platform(platform).id()),
            place: understood.place.as_ref().map(|it| place(directory, it)),
            kind: kinds.first().copied(),
            kinds,
            topic: understood.topic.map(|it| topic(directory, it)),
            services: understood.services.iter().map(|&it| json::service(directory, it)).collect(),
            emergency: understood.is_emergency,
            genuine: understood.asks_if_genuine,
        },
        verdicts: verdicts.collect(),
        total,
        hits: hits.iter().map(|it| hit(found, it, today)).collect(),
    }
}

fn place<'a>(directory: &'a Directory, it: &'a NamedPlace) -> PlaceJson<'a> {
    let brief = |&index: &OrganisationIndex| json::organisation(directory, index);
    PlaceJson {
        name: &it.name,
        municipalities: it.municipalities.iter().map(brief).collect(),
        province: it.province.as_deref(),
    }
}

fn topic(directory: &Directory, index: TopicIndex) -> TopicJson<'_> {
    let it = directory.topic(index);
    let organisation = |by: HandledBy| match by {
        HandledBy::Organisation(index) => Some(json::organisation(directory, index)),
        HandledBy::Layer(_) => None,
    };
    let only_layer = it.handlers.iter().find_map(|handler| match handler.by {
        HandledBy::Layer(layer) => Some(layer),
        HandledBy::Organisation(_) => None,
    });
    let evidence = it.handlers.first().and_then(|handler| handler.evidence.first());
    let source = evidence.and_then(|it| directory.sources.get(it.source?.position()));
    TopicJson {
        id: &it.id,
        name: &it.name,
        layer: layer_asked(directory, index).or(only_layer).map(Layer::id),
        organisations: it.handlers.iter().filter_map(|it| organisation(it.by)).collect(),
        source: source.map(|source| source.id.as_str()),
    }
}

fn hit<'a>(found: &Found<'a>, hit: &Hit, today: Date) -> HitJson<'a> {
    let Found { directory, index, query, understood, .. } = *found;
    let it = directory.organisation(hit.organisation);
    let matched = index.matched(directory, query, hit);
    HitJson {
        organisation: json::organisation(directory, hit.organisation),
        place: place_of(directory, hit.organisation),
        province: it.province.as_deref(),
        parent: it.parent.map(|parent| json::organisation(directory, parent)),
        platforms: platforms(directory, hit.organisation),
        channel: channel_of(directory, hit, understood.platform, today),
        account: hit.account.map(|account| json::account(directory, account, today)),
        service: hit.service().map(|service| json::service(directory, service)),
        matched: MatchedJson { field: matched.field.id(), text: matched.text },
        guess: hit.guess,
    }
}

/// The place that an organisation is for: of a municipality the one that it is named after.
fn place_of(directory: &Directory, index: OrganisationIndex) -> Option<&str> {
    let it = directory.organisation(index);
    if it.kind == Kind::Municipality {
        return directory.lexicon.bare_name(it.kind, &it.name).or(Some(&it.name));
    }
    it.places.first().map(String::as_str)
}

fn platforms(directory: &Directory, index: OrganisationIndex) -> Vec<&str> {
    let accounts = directory.accounts_of(index).map(|it| directory.account(it));
    let in_use = accounts.filter(|it| !it.status.is_retired());
    let mut all: Vec<PlatformIndex> = in_use.map(|it| it.platform).collect();
    all.compact_sort();
    all.dedup();
    all.into_iter().map(|platform| directory.platform(platform).id()).collect()
}

/// The channel that a reader is sent to: on the platform that was asked for, where one is known there.
fn channel_of<'a>(
    directory: &'a Directory,
    hit: &Hit,
    platform: Option<PlatformIndex>,
    today: Date,
) -> Option<ChannelJson<'a>> {
    let asked = platform.and_then(|platform| {
        let known = channel::on_platform(directory, hit.organisation, platform, today);
        match known {
            channel::OnPlatform::Known(accounts) => accounts.first().copied().map(Channel::Account),
            _ => None,
        }
    });
    let by_hit = || channel::preferred(directory, hit.organisation, Asked::by(hit), today);
    let channel = asked.or_else(by_hit)?;
    Some(ChannelJson {
        what: match channel {
            Channel::Account(account) => {
                directory.platform(directory.account(account).platform).id()
            }
            Channel::Website(_) | Channel::Site(..) => "website",
            Channel::ContactForm(_) => "contact-form",
            Channel::Phone(_) | Channel::Number(..) => "phone",
        },
        url: channel.url(directory).map(std::borrow::Cow::into_owned),
        number: channel.number(directory),
    })
}
