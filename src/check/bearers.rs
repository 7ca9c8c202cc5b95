//! Who bears a name: the services and organisations that a text is the name of, and the service whose name
//! stands in it.

use super::similarity::{Similarity, own_part};
use super::{Answer, HostImitation, Imitated, Instead, LeadsOn, Original, OtherPort, Verdict};
use crate::directory::{Directory, OrganisationIndex, Owner, Service, ServiceIndex};
use crate::text::fold::{fold, letters};

/// The fewest letters of a name of a service that is looked for inside another name: shorter ones stand in
/// words by chance.
const FEWEST_INSIDE: usize = 5;

/// All that a text is the name, abbreviation or alias of, but for capitals, accents and blanks: services
/// first.
pub(super) fn bearers(directory: &Directory, similarity: &Similarity, text: &str) -> Vec<Owner> {
    let asked = plain(text);
    let is_service = |index: &ServiceIndex| {
        let mut names = names_of_service(directory.service(*index));
        names.any(|name| may_begin(name, asked.chars().next()) && plain(name) == asked)
    };
    let is_organisation = |index: &OrganisationIndex| {
        directory.organisation(*index).names().any(|name| plain(name) == asked)
    };
    let services = directory.service_indexes().filter(is_service).map(Owner::Service);
    let named = similarity.named(directory, text).into_iter().filter(is_organisation);
    let mut all: Vec<Owner> = services.chain(named.map(Owner::Organisation)).collect();
    // What no longer exists is meant only where nothing else bears the name.
    let is_ended = |owner: &Owner| match owner {
        Owner::Organisation(index) => directory.organisation(*index).ended.is_some(),
        Owner::Service(_) => false,
    };
    if !all.iter().all(is_ended) {
        all.retain(|owner| !is_ended(owner));
    }
    all
}

/// The service whose name or alias a text is, or holds as whole words: `digid_help`; the longest name counts.
pub fn service_named(directory: &Directory, text: &str) -> Option<ServiceIndex> {
    let text = fold(text);
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    // Most names begin with another letter than any of the parts: these need no further look.
    let begins: Vec<Option<char>> = parts.iter().map(|part| part.chars().next()).collect();
    let stands = |name: &str| {
        if !begins.iter().any(|first| may_begin(name, *first)) {
            return None;
        }
        let name = letters(name);
        let is_long = name.chars().count() >= FEWEST_INSIDE;
        let is_it = |from: usize| begins_with(parts.get(from..).unwrap_or_default(), &name);
        (is_long && (0..parts.len()).any(is_it)).then_some(name.len())
    };
    let longest =
        |index: ServiceIndex| names_of_service(directory.service(index)).filter_map(stands).max();
    let found = directory.service_indexes().filter_map(|index| Some((longest(index)?, index)));
    // Of two the first, which is the same one in any order of the file.
    found.min_by_key(|(length, index)| (std::cmp::Reverse(*length), *index)).map(|it| it.1)
}

/// The services whose name or alias a handle is, but for points, dashes and case. What stands behind it for others as well,
/// such as the host of a server, is no part of it.
pub fn services_called(directory: &Directory, handle: &str) -> Vec<ServiceIndex> {
    let asked = letters(own_part(handle));
    let is_it = |name: &str| may_begin(name, asked.chars().next()) && letters(name) == asked;
    let is_called = |index: &ServiceIndex| names_of_service(directory.service(*index)).any(is_it);
    directory.service_indexes().filter(is_called).collect()
}

/// The organisations that are known by a word which a handle is, but for points, dashes and case: the heads of families.
pub fn heads_called(directory: &Directory, handle: &str) -> Vec<OrganisationIndex> {
    let asked = letters(own_part(handle));
    let families = directory.families.iter().filter(|it| !it.with_place);
    let called = families.filter(|it| letters(&it.word) == asked);
    called.filter_map(|it| it.organisation).collect()
}

/// Whether a name may begin with this letter once it is folded. It says so of all that begin with no plain
/// letter.
fn may_begin(name: &str, letter: Option<char>) -> bool {
    let first = name.chars().next().filter(char::is_ascii_alphanumeric);
    first.is_none_or(|first| Some(first.to_ascii_lowercase()) == letter)
}

/// Whether the first words of a text, written together, are a name.
fn begins_with(words: &[&str], name: &str) -> bool {
    let mut rest = name;
    for word in words {
        match rest.strip_prefix(word) {
            Some("") => return true,
            Some(further) => rest = further,
            None => return false,
        }
    }
    false
}

/// The service whose host an imitation passes itself off as, or whose name it borrows.
pub fn service_of_imitation(
    directory: &Directory,
    imitation: &HostImitation,
) -> Option<ServiceIndex> {
    let Imitated::Organisation(organisation) = imitation.of else { return None };
    let sites = directory.sites_on_host(&imitation.genuine);
    if sites.iter().any(|it| it.owner == Owner::Organisation(organisation)) {
        return None;
    }
    let on_host = sites.iter().find_map(|it| match it.owner {
        Owner::Service(service) => Some(service),
        Owner::Organisation(_) => None,
    });
    on_host.or_else(|| service_named(directory, &imitation.genuine))
}

/// The service that an answer is about, or that what was asked about names or resembles.
pub(super) fn service_of(directory: &Directory, answer: &Answer) -> Option<ServiceIndex> {
    let of = |owner: Owner| match owner {
        Owner::Service(service) => Some(service),
        Owner::Organisation(_) => None,
    };
    match &answer.verdict {
        Verdict::NotAnAccount(
            Instead::Site(site)
            | Instead::Mail(Some(site))
            | Instead::OtherPort(OtherPort { site: Some(site), .. })
            | Instead::LeadsOn(LeadsOn { site: Some(site), .. }),
        ) => of(site.owner).filter(|_| !site.is_anybodys),
        Verdict::NotAnAccount(Instead::Phone(phone)) => of(phone.owner),
        Verdict::NotAnAccount(Instead::Name(owners)) => owners.first().copied().and_then(of),
        Verdict::NotAnAccount(Instead::Words(_)) => service_named(directory, &answer.asked),
        Verdict::NotListed(it) => it.service,
        Verdict::LookAlike(it) => match it.of {
            Original::Name(_) => service_named(directory, &it.genuine),
            Original::Account(_) => None,
        },
        Verdict::UnknownHost(it) => service_of_imitation(directory, it.imitation.as_ref()?),
        _ => None,
    }
}

/// What a service is called.
pub(super) fn names_of_service(service: &Service) -> impl Iterator<Item = &str> {
    std::iter::once(&service.name).chain(&service.aliases).map(String::as_str)
}

/// A name as it is compared: folded, with single blanks.
fn plain(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
