//! A message and its answers as JSON. Their keys are stable: more may come, none is renamed.

use std::borrow::Cow;

use serde::Serialize;

use super::Desk;
use super::inputs::Input;
use super::text::steps;
use crate::channel::Channel;
use crate::check::{
    Answer, Change, HostImitation, Imitated, Instead, LeadsOn, MAX_TOKENS, Message, NotListed,
    OtherPort, Remark, Resemblance, Verdict,
};
use crate::cli::json;
use crate::directory::{Account, AccountIndex, Directory, OrganisationIndex, Owner, PhoneNumber};
use crate::messages::{summary, verdict};

/// A message.
#[derive(Debug, Serialize)]
pub(super) struct MessageJson<'a> {
    /// The title of the directory that it was judged by, where that is not the one in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    directory: Option<&'a str>,
    summary: SummaryJson<'a>,
    answers: Vec<AnswerJson<'a>>,
}

/// What a message comes down to.
#[derive(Debug, Serialize)]
struct SummaryJson<'a> {
    verdict: &'static str,
    /// The ids of the organisations that it claims to be from.
    claimed: Vec<&'a str>,
    /// The ids of the services among them.
    services: Vec<&'a str>,
    headline: String,
    advice: String,
}

impl<'a> MessageJson<'a> {
    pub(super) fn new(desk: &'a Desk, input: &'a Input, message: &'a Message) -> Self {
        let Desk { directory, words, .. } = desk;
        let claimed = message.summary.claimed.iter();
        let services = claimed.filter_map(|owner| match owner {
            Owner::Service(service) => Some(directory.service(*service).id.as_str()),
            Owner::Organisation(_) => None,
        });
        let is_cut = input.is_cut || message.answers.len() >= MAX_TOKENS;
        let answers = message.answers.iter();
        Self {
            directory: desk.other_title(),
            summary: SummaryJson {
                verdict: message.summary.verdict.id(),
                claimed: message.summary.organisations(directory),
                services: services.collect(),
                headline: summary::headline(words, directory, message),
                advice: summary::advice(words, directory, message),
            },
            answers: answers.map(|answer| AnswerJson::new(desk, input, answer, is_cut)).collect(),
        }
    }
}

/// One answer.
#[derive(Debug, Serialize)]
pub(super) struct AnswerJson<'a> {
    input: &'a str,
    /// The line of standard input; null for an argument.
    line: Option<u64>,
    /// Whether the input was too much, so that only its beginning was judged.
    cut: bool,
    /// The part of the input that was judged.
    asked: &'a str,
    verdict: &'static str,
    /// Whether it is a look-alike or an imitating host.
    imitation: bool,
    platform: Option<&'a str>,
    account: Option<&'a str>,
    /// The organisation that the verdict names.
    organisation: Option<OrganisationJson<'a>>,
    trust: Option<&'static str>,
    status: Option<&'static str>,
    last_seen: Option<String>,
    /// What the person saw of the listed account themselves.
    own_observation: Option<json::OwnObservationJson<'a>>,
    /// What a handle was that its organisation gave up.
    former_handle: Option<json::FormerHandleJson<'a>>,
    /// The canonical address of the listed account.
    url: Option<&'a str>,
    headline: String,
    reasons: Vec<String>,
    /// Whose account it is, where it is that of another government.
    foreign: Option<ForeignJson<'a>>,
    /// The official channel to go to.
    channel: Option<ChannelJson<'a>>,
    /// What a look-alike is taken for, and what a name that can't be is near to.
    genuine: Option<GenuineJson<'a>>,
    tricks: Vec<&'static str>,
    /// Character by character: written, genuine, change.
    steps: Vec<(&'a str, &'a str, &'static str)>,
    hidden: Vec<String>,
    /// The services that stand around what was judged, outermost first.
    wrapped: Vec<&'a str>,
    /// What it is instead of an account.
    instead: Option<&'static str>,
    host: Option<&'a str>,
    /// The service whose site, number or name it is, or whose name it bears or borrows.
    service: Option<OrganisationJson<'a>>,
    /// The telephone number that it is, in one spelling.
    phone: Option<String>,
    imitates: Option<ImitatedJson<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct OrganisationJson<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
}

#[derive(Debug, Serialize)]
struct ForeignJson<'a> {
    name: &'a str,
    country: &'a str,
    website: Option<&'a str>,
    wikidata: Option<&'a str>,
    /// The id of the source that says so, and the day that it says it of.
    source: Option<&'a str>,
    seen: Option<String>,
}

#[derive(Debug, Serialize)]
struct ChannelJson<'a> {
    kind: &'static str,
    platform: Option<&'a str>,
    account: Option<&'a str>,
    url: Option<Cow<'a, str>>,
    phone: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct GenuineJson<'a> {
    /// The name that it is taken for.
    name: &'a str,
    platform: Option<&'a str>,
    account: Option<&'a str>,
    url: Option<&'a str>,
    organisation: OrganisationJson<'a>,
}

#[derive(Debug, Serialize)]
struct ImitatedJson<'a> {
    platform: Option<&'a str>,
    organisation: Option<OrganisationJson<'a>>,
    /// The host or word that is borrowed.
    genuine: &'a str,
    /// The domain that the address belongs to.
    domain: &'a str,
    /// How sure it is that it was meant.
    likelihood: &'static str,
}

impl<'a> AnswerJson<'a> {
    pub(super) fn new(desk: &'a Desk, input: &'a Input, answer: &'a Answer, cut: bool) -> Self {
        let Desk { directory, words, today, .. } = desk;
        let listed = answer.listed().map(|account| directory.account(account));
        Self {
            input: &input.text,
            line: input.line,
            cut,
            asked: &answer.asked,
            verdict: answer.verdict.id(),
            imitation: answer.verdict.is_imitation(),
            platform: answer.platform.map(|platform| directory.platform(platform).id()),
            account: answer.account.as_deref(),
            organisation: answer.organisation(directory).map(|o| organisation(directory, o)),
            trust: listed.map(|account| account.trust(*today).id()),
            status: listed.map(|account| account.status.id()),
            last_seen: listed.and_then(Account::last_seen).map(|day| day.to_string()),
            own_observation: answer.listed().and_then(|it| json::own_observation(directory, it)),
            former_handle: match &answer.verdict {
                Verdict::Former(former) => directory
                    .formerly(&former.reference)
                    .map(|it| json::former_handle(directory, it.handle)),
                _ => None,
            },
            url: listed.map(|account| account.url.as_str()),
            headline: verdict::headline(words, directory, answer),
            reasons: verdict::reasons(words, directory, answer, *today),
            foreign: foreign(directory, answer),
            channel: answer.channel(directory, *today).map(|found| channel(directory, found)),
            genuine: genuine(directory, answer),
            tricks: tricks(answer),
            steps: steps(answer)
                .iter()
                .map(|step| (step.written.as_str(), step.genuine.as_str(), change(step.change)))
                .collect(),
            hidden: hidden(answer),
            wrapped: answer.wrapped_by(directory, |_| true),
            instead: instead(answer),
            host: host(answer),
            service: service(directory, answer),
            phone: phone(answer),
            imitates: imitation(answer).map(|found| imitated(directory, found)),
        }
    }
}

fn organisation(directory: &Directory, index: OrganisationIndex) -> OrganisationJson<'_> {
    let it = directory.organisation(index);
    OrganisationJson { id: &it.id, name: &it.name }
}

fn foreign<'a>(directory: &'a Directory, answer: &Answer) -> Option<ForeignJson<'a>> {
    let Verdict::NotListed(NotListed { foreign: Some(foreign), .. }) = &answer.verdict else {
        return None;
    };
    let it = directory.foreign_organisation(foreign.organisation);
    let source = directory.sources.get(it.source.position());
    foreign.is_asked(answer.platform).then(|| ForeignJson {
        name: &it.name,
        country: &it.country,
        website: it.website.as_deref(),
        wikidata: it.wikidata.as_deref(),
        source: source.map(|source| source.id.as_str()),
        seen: source.map(|source| source.retrieved.to_string()),
    })
}

/// The platform, the name and the address of a listed account.
fn account(directory: &Directory, index: AccountIndex) -> (&str, &str, &str) {
    let it = directory.account(index);
    (directory.platform(it.platform).id(), it.name(), &it.url)
}

fn channel(directory: &Directory, channel: Channel) -> ChannelJson<'_> {
    let of = |kind| ChannelJson {
        kind,
        platform: None,
        account: None,
        url: channel.url(directory),
        phone: channel.number(directory),
    };
    match channel {
        Channel::Website(_) | Channel::Site(..) => of("website"),
        Channel::ContactForm(_) => of("contact-form"),
        Channel::Phone(_) | Channel::Number(..) => of("phone"),
        Channel::Account(index) => {
            let (platform, name, _) = account(directory, index);
            ChannelJson { platform: Some(platform), account: Some(name), ..of("account") }
        }
    }
}

fn genuine<'a>(directory: &'a Directory, answer: &'a Answer) -> Option<GenuineJson<'a>> {
    let (Verdict::LookAlike(near) | Verdict::NotAnAccount(Instead::ImpossibleName(_, Some(near)))) =
        &answer.verdict
    else {
        return None;
    };
    let Resemblance { of, genuine, .. } = near;
    let listed = of.account().map(|index| account(directory, index));
    Some(GenuineJson {
        name: genuine,
        platform: listed.map(|(platform, ..)| platform),
        account: listed.map(|(_, name, _)| name),
        url: listed.map(|(.., url)| url),
        organisation: organisation(directory, of.organisation(directory)),
    })
}

fn imitation(answer: &Answer) -> Option<&HostImitation> {
    match &answer.verdict {
        Verdict::UnknownHost(unknown) => unknown.imitation.as_ref(),
        _ => None,
    }
}

fn imitated<'a>(directory: &'a Directory, imitation: &'a HostImitation) -> ImitatedJson<'a> {
    let (platform, owner) = match imitation.of {
        Imitated::Platform(platform) => (Some(directory.platform(platform).id()), None),
        Imitated::Organisation(owner) => (None, Some(organisation(directory, owner))),
    };
    ImitatedJson {
        platform,
        organisation: owner,
        genuine: &imitation.genuine,
        domain: &imitation.domain,
        likelihood: imitation.likelihood(directory).id(),
    }
}

fn tricks(answer: &Answer) -> Vec<&'static str> {
    match &answer.verdict {
        Verdict::LookAlike(resemblance) => resemblance.techniques.iter().map(json::trick).collect(),
        _ => imitation(answer)
            .map(|imitation| json::host_trick(imitation.technique))
            .into_iter()
            .collect(),
    }
}

fn hidden(answer: &Answer) -> Vec<String> {
    let hidden = answer.remarks.iter().filter_map(|remark| match remark {
        Remark::Hidden(characters) => Some(characters),
        _ => None,
    });
    hidden.flatten().map(|&c| format!("U+{:04X}", u32::from(c))).collect()
}

fn host(answer: &Answer) -> Option<&str> {
    match &answer.verdict {
        Verdict::UnknownHost(unknown) => Some(&unknown.host),
        Verdict::NotAnAccount(Instead::Site(site) | Instead::Mail(Some(site))) => Some(&site.host),
        Verdict::NotAnAccount(Instead::GovernmentSite(domain)) => Some(domain),
        Verdict::NotAnAccount(
            Instead::OtherPort(OtherPort { host, .. }) | Instead::LeadsOn(LeadsOn { host, .. }),
        ) => Some(host),
        _ => None,
    }
}

fn service<'a>(directory: &'a Directory, answer: &Answer) -> Option<OrganisationJson<'a>> {
    let it = directory.service(answer.service(directory)?);
    Some(OrganisationJson { id: &it.id, name: &it.name })
}

fn phone(answer: &Answer) -> Option<String> {
    match &answer.verdict {
        Verdict::NotAnAccount(Instead::Phone(_)) => {
            PhoneNumber::read(&answer.asked).map(|number| number.key())
        }
        _ => None,
    }
}

fn instead(answer: &Answer) -> Option<&'static str> {
    let Verdict::NotAnAccount(instead) = &answer.verdict else {
        return None;
    };
    Some(match instead {
        Instead::OnPlatform { what, .. } => what.id(),
        Instead::UnknownForm => "unknown-form",
        Instead::Ambiguous(_) => "ambiguous",
        Instead::ImpossibleName(..) => "impossible-name",
        Instead::CutOff => "cut-off",
        Instead::Copy(_) => "copy",
        Instead::Shortened(_) => "shortened",
        Instead::UnreadableWrapper(_) => "unreadable-wrapper",
        Instead::Site(_) => "website",
        Instead::GovernmentSite(_) => "government-site",
        Instead::OtherPort(_) => "other-port",
        Instead::LeadsOn(_) => "leads-on",
        Instead::Mail(_) => "mail",
        Instead::Phone(_) => "phone",
        Instead::UnlistedPhone => "unlisted-phone",
        Instead::OddPhone(_) => "odd-phone",
        Instead::BankAccount => "bank-account",
        Instead::Name(_) => "name",
        Instead::Words(_) => "words",
        Instead::Nothing => "nothing",
    })
}

fn change(change: Change) -> &'static str {
    match change {
        Change::None => "same",
        Change::Hidden => "hidden",
        Change::Alike => "alike",
        Change::Separator => "separator",
        Change::Added => "added",
        Change::Missing => "missing",
        Change::Swapped => "swapped",
        Change::Replaced => "replaced",
    }
}
