//! Adding an account of one's own organisation: what is checked, and what is proposed of it.
//!
//! The command and the screen ask the same of whoever adds one: an address or a handle, the page that shows it, and the
//! day on which that was seen.

pub mod look_alikes;
mod namesakes;
#[cfg(test)]
mod tests;

use crate::check::{Checker, Verdict};
use crate::directory::{Date, Directory, Method, OrganisationIndex};
use crate::handle_proposals::{Request as NameRequest, customary};
use crate::platform::{ParsedAddress, PlatformIndex, Reference};
use crate::proposals::additions::additions;
use crate::proposals::apply::Refusal;
use crate::proposals::objection::Objection;
use crate::proposals::own_page::is_of_family;
use crate::proposals::{Case, Confidence, Kind, Proposals, Sighting, Subject};
use crate::search::Index;

/// What is added.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// Whose account it is.
    pub organisation: OrganisationIndex,
    /// The account: its address, or its handle where the platform is told.
    pub account: &'r str,
    /// The platform of a handle.
    pub platform: Option<PlatformIndex>,
    /// The page that shows it.
    pub page: &'r str,
    /// The day on which that was seen.
    pub seen: Date,
}

/// Why it can't be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The platform has no such handle.
    NoHandle(PlatformIndex),
    /// It is no address of an account.
    NoAddress,
    /// It is the address of a part of one, such as a post.
    Part,
    /// The page is none that anybody can open.
    NoPage,
    /// The day is yet to come.
    Later(Date),
    /// The organisation is listed with it.
    Listed(OrganisationIndex),
    /// Another organisation is.
    OfAnother(OrganisationIndex),
    /// It could not be taken over.
    Refused(Refusal),
}

/// The account that is meant.
///
/// # Errors
///
/// Where it is none.
pub fn account(
    directory: &Directory,
    given: &str,
    platform: Option<PlatformIndex>,
) -> Result<Reference, Fault> {
    if let Some(index) = platform {
        let name = directory.platform(index).parse_name(given);
        return match name {
            Ok(name) => Ok(Reference { platform: index, name }),
            // The address of one is as good as its handle.
            Err(_name) => match directory.platforms.parse_address(given) {
                Ok(ParsedAddress { account, part: None, .. }) if account.platform == index => {
                    Ok(account)
                }
                _ => Err(Fault::NoHandle(index)),
            },
        };
    }
    match directory.platforms.parse_address(given) {
        Ok(ParsedAddress { account, part: None, .. }) => Ok(account),
        Ok(_) => Err(Fault::Part),
        Err(_) => Err(Fault::NoAddress),
    }
}

/// The page that shows it: only what can be opened by anybody is evidence.
///
/// # Errors
///
/// Where it can't be.
pub fn page(given: &str) -> Result<String, Fault> {
    let url = url::Url::parse(given.trim()).ok().filter(|url| {
        let is_bare = url.username().is_empty() && url.password().is_none();
        url.scheme() == "https" && is_bare && url.domain().is_some()
    });
    url.map(|url| url.to_string()).ok_or(Fault::NoPage)
}

/// The addition as a proposal, with what whoever takes it over should look at. That it looks like a listed account is told
/// by [`genuine`].
///
/// # Errors
///
/// The first reason why it can't be added.
pub fn addition(
    directory: &Directory,
    request: &Request<'_>,
    today: Date,
) -> Result<Proposals, Fault> {
    let Request { organisation, seen, .. } = *request;
    let account = account(directory, request.account, request.platform)?;
    let page = page(request.page)?;
    if seen > today {
        return Err(Fault::Later(seen));
    }
    if let Some(listed) = directory.account_by(&account) {
        let owner = directory.account(listed).organisation;
        let is_own = owner == organisation;
        return Err(if is_own { Fault::Listed(owner) } else { Fault::OfAnother(owner) });
    }
    let platform = directory.platform(account.platform);
    let subject = Subject {
        organisation: directory.organisation(organisation).id.clone(),
        kind: Kind::New,
        platform: Some(platform.id().to_owned()),
        account: Some(account.name.text().to_owned()),
        value: None,
    };
    // A page of somebody else is their word, not the organisation's.
    let is_own = is_of_family(directory, organisation, &page);
    let method = if is_own { Method::OfficialSite } else { Method::ThirdParty };
    let mut case = Case {
        url: Some(platform.address_of(&account.name)),
        evidence: vec![Sighting::new(method, &page, seen)],
        ..Case::default()
    };
    case.rules.insert("added-by-hand".to_owned());
    if !is_own {
        case.against.insert(Objection::PageElsewhere.to_string());
    }
    case.against.extend(custom(directory, organisation, &account));
    let is_plain = case.against.is_empty();
    case.confidence = Some(if is_plain { Confidence::Medium } else { Confidence::Low });
    let country = Some(directory.header.country().to_owned());
    let mut addition = Proposals { country, ..Proposals::default() };
    addition.add(subject, case);
    match additions(directory, &addition, "").1.first() {
        Some((_, why)) => Err(Fault::Refused(*why)),
        None => Ok(addition),
    }
}

/// What stands in a file with an addition, and whether one of the account stood there already, however it is written.
#[must_use]
pub fn joined(directory: &Directory, known: Proposals, addition: &Proposals) -> (Proposals, bool) {
    let mut own = Proposals { country: addition.country.clone(), ..Proposals::default() };
    let mut stood = false;
    for (subject, case) in &addition.cases {
        let before = known.cases.keys().find(|it| is_same(directory, it, subject));
        stood |= before.is_some();
        own.add(before.unwrap_or(subject).clone(), case.clone());
    }
    (known.join(own), stood)
}

/// Whether two proposals are of one account of one organisation, and of the same kind.
fn is_same(directory: &Directory, one: &Subject, other: &Subject) -> bool {
    let account = |it: &Subject| {
        let platform = directory.platforms.by_id(it.platform.as_deref()?)?;
        directory.platform(platform).parse_name(it.account.as_deref()?).ok()
    };
    let is_alike = (&one.organisation, one.kind, &one.platform)
        == (&other.organisation, other.kind, &other.platform);
    is_alike && (one == other || account(one).is_some_and(|it| account(other) == Some(it)))
}

/// What it would be called by the custom of its family, where that has one and it is called otherwise.
fn custom(
    directory: &Directory,
    organisation: OrganisationIndex,
    account: &Reference,
) -> Option<String> {
    let request = NameRequest {
        organisations: &[organisation],
        name: None,
        kind: directory.organisation(organisation).kind,
        platform: account.platform,
        limit: 0,
        left_out: &[],
    };
    let names = customary(directory, &request);
    let first = names.first()?;
    let is_customary = names.iter().any(|name| name.key() == account.name.key());
    (!is_customary).then(|| Objection::NotCustomary(first.text()).to_string())
}

/// The listed account, or the known site, that one at an address looks like, where it does; or what another than its own
/// organisation is known by, where it is called so.
pub fn genuine(
    directory: &Directory,
    index: &Index,
    checker: &Checker,
    organisation: Option<OrganisationIndex>,
    address: &str,
) -> Option<String> {
    let answers = checker.answers(directory, index, address, None);
    let imitated = answers.iter().find_map(|answer| match &answer.verdict {
        Verdict::LookAlike(resemblance) => Some(resemblance.genuine.clone()),
        Verdict::UnknownHost(host) => host.imitation.as_ref().map(|it| it.genuine.clone()),
        _ => None,
    });
    imitated.or_else(|| namesakes::of_another(directory, checker, organisation, address, &answers))
}
