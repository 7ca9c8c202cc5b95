//! Known sites and telephone numbers: whose they are, what they are for, and who says so.

use super::{name, row, unlisted};
use crate::check::{KnownPhone, KnownSite};
use crate::directory::{Date, Directory, Evidence, Owner, Urgency};
use crate::messages::labels;
use crate::platform::host_of_address;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// The most evidence that is told of a site or a number.
const PIECES: usize = 2;

/// The most others that are named who have the same number.
const MOST_OTHERS: usize = 3;

/// An owner as it is called: an organisation, or a service with who answers for it.
pub(super) fn owner(words: &Words, directory: &Directory, owner: Owner) -> String {
    match owner {
        Owner::Organisation(organisation) => name(directory, organisation),
        Owner::Service(index) => {
            let service = directory.service(index);
            let called = escaped(&service.name);
            match service.organisation.map(|it| name(directory, it)) {
                Some(organisation) if organisation != called => {
                    words.service_of(&organisation, &called)
                }
                _ => called,
            }
        }
    }
}

/// Whose a site is, in one sentence.
pub(super) fn site_headline(
    words: &Words,
    directory: &Directory,
    site: &KnownSite,
    asked: &str,
) -> String {
    let host = escaped(&site.host);
    if site.is_anybodys {
        return words.is_shared_site(asked, &host);
    }
    let whose = owner(words, directory, site.owner);
    let listed = site.listed(directory);
    if listed.is_some_and(|it| it.is_test) {
        return words.is_test_site(asked, &whose);
    }
    let is_host = host_of_address(asked)
        .is_some_and(|asked| asked.strip_prefix("www.").unwrap_or(&asked) == site.host);
    let is_website = match site.owner {
        Owner::Organisation(index) => {
            let website = directory.organisation(index).website.as_deref();
            let website = website.and_then(host_of_address);
            website.is_some_and(|it| it.strip_prefix("www.").unwrap_or(&it) == site.host)
        }
        Owner::Service(_) => false,
    };
    match listed {
        Some(listed) if listed.path.is_some() => {
            words.is_part_of_site(asked, &escaped(&listed.shown()), &whose)
        }
        _ if !is_host => words.is_below_site(asked, &host, &whose),
        None => words.is_site(asked, &whose),
        Some(_) if is_website => words.is_site(asked, &whose),
        Some(_) => words.is_own_site(asked, &whose),
    }
}

/// Who says whose a site is, and what else its owner is reached by.
pub(super) fn site_reasons(
    words: &Words,
    directory: &Directory,
    site: &KnownSite,
    today: Date,
) -> Vec<String> {
    let listed = site.listed(directory);
    let mut reasons = Vec::new();
    if !site.is_anybodys {
        reasons.extend(service(words, directory, site.owner));
    }
    if let Some(listed) = listed {
        reasons.extend(evidence(words, &listed.evidence));
        reasons.extend(listed.note.as_deref().map(|note| words.note(&escaped(note))));
    }
    reasons.extend(reached_by(words, directory, site, today));
    reasons
}

fn reached_by(
    words: &Words,
    directory: &Directory,
    site: &KnownSite,
    today: Date,
) -> Option<String> {
    let organisation = site.organisation(directory)?;
    unlisted::reached_by(words, Words::uses_instead, directory, organisation, today)
}

/// Whose a number is, in one sentence.
pub(super) fn phone_headline(
    words: &Words,
    directory: &Directory,
    phone: &KnownPhone,
    asked: &str,
) -> String {
    let whose = owner(words, directory, phone.owner);
    if is_emergency(directory, phone.owner) {
        return words.is_emergency_phone(asked, &whose);
    }
    words.is_phone(asked, &whose)
}

fn is_emergency(directory: &Directory, owner: Owner) -> bool {
    match owner {
        Owner::Service(service) => directory.service(service).urgency == Some(Urgency::Emergency),
        Owner::Organisation(_) => false,
    }
}

/// What a number is for, who says whose it is, and what to do.
pub(super) fn phone_reasons(
    words: &Words,
    directory: &Directory,
    phone: &KnownPhone,
) -> Vec<String> {
    let mut reasons = service(words, directory, phone.owner);
    let listed = phone.listed(directory);
    let label = listed.and_then(|it| it.label);
    reasons.extend(label.map(|label| words.purpose(labels::phone(words, label))));
    if let Some(listed) = listed {
        reasons.extend(listed.note.as_deref().map(|note| words.note(&escaped(note))));
        reasons.extend(evidence(words, &listed.evidence));
    }
    if !phone.others.is_empty() {
        let others = phone.others.iter().take(MOST_OTHERS);
        let mut others: Vec<String> = others.map(|&it| owner(words, directory, it)).collect();
        let more = phone.others.len().saturating_sub(MOST_OTHERS);
        if more > 0 {
            others.push(words.others_more(&more.to_string()));
        }
        reasons.push(words.phone_of_others(&row(words, &others)));
    }
    reasons.push(words.phone_can_be_forged.to_owned());
    reasons
}

/// What a service is, and whether it is one of the government.
fn service(words: &Words, directory: &Directory, owner: Owner) -> Vec<String> {
    let Owner::Service(index) = owner else { return Vec::new() };
    let service = directory.service(index);
    let mut told = vec![words.service_text(&escaped(&service.text))];
    if !service.is_government {
        told.push(words.service_of_others.to_owned());
    }
    told
}

/// The strongest evidence, with its day.
fn evidence(words: &Words, all: &[Evidence]) -> Vec<String> {
    let told = all.iter().take(PIECES).map(|it| {
        let method = labels::method(words, it.method);
        words.dated_evidence(&it.seen.to_string(), method, &escaped(&it.url))
    });
    told.collect()
}
