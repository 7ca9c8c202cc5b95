//! Known sites and telephone numbers: whose they are, what they are for, and who says so.

use super::{name, row, shown, unlisted};
use crate::check::{KnownPhone, KnownSite};
use crate::directory::{Date, Directory, Evidence, Owner, PhoneNumber};
use crate::messages::evidence::{one_of_each, told};
use crate::messages::labels;
use crate::platform::host_of_address;
use crate::text::sanitise::{escaped, is_hostile};
use crate::words::Words;

/// The most evidence that is told of a site or a number.
const PIECES: usize = 2;

/// The most owners of one number that are named.
const MOST_OWNERS: usize = 5;

/// An owner as it is called: an organisation, or a service with who answers for it.
pub(in crate::messages) fn owner(words: &Words, directory: &Directory, owner: Owner) -> String {
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
    typed: &str,
) -> String {
    let asked = &shown(typed);
    let host = escaped(&site.host);
    let whose = owner(words, directory, site.owner);
    if site.is_anybodys {
        return match site.owner {
            Owner::Service(_) => words.is_shared_service(asked, &whose),
            Owner::Organisation(_) => words.is_shared_site(asked, &host),
        };
    }
    let listed = site.listed(directory);
    if listed.is_some_and(|it| it.is_test) {
        return words.is_test_site(asked, &whose);
    }
    // What nobody sees changes no host: the network passes it over.
    let plain: String = typed.chars().filter(|&c| !is_hostile(c)).collect();
    let is_host = host_of_address(&plain).is_some_and(|asked| {
        asked.strip_prefix("www.").unwrap_or(&asked).trim_end_matches('.') == site.host
    });
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
            words.is_part_of_site(asked, &whose, &escaped(&listed.shown()))
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
    let mut reasons = service(words, directory, site.owner);
    if let Some(listed) = listed {
        reasons.extend(evidence(words, directory, &listed.evidence));
        reasons.extend(listed.note.as_deref().map(|note| words.note(&escaped(note))));
    }
    if let Owner::Service(service) = site.owner
        && !site.is_anybodys
    {
        let text = Words::uses_instead;
        reasons.extend(unlisted::service_reached_by(words, text, directory, service));
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
    if phone.is_emergency(directory) {
        // Who comes is more than the body that answers for it.
        let called = match phone.owner {
            Owner::Service(service) => escaped(&directory.service(service).name),
            Owner::Organisation(_) => whose,
        };
        let is_its_number = PhoneNumber::read(&called) == PhoneNumber::read(asked);
        if is_its_number {
            return words.is_emergency_phone(asked);
        }
        return words.is_emergency_phone_of(asked, &called);
    }
    match phone.owner {
        // One number of several, none of which has it before the others.
        Owner::Organisation(_) => {
            let all: Vec<Owner> =
                std::iter::once(phone.owner).chain(organisations(phone)).collect();
            words.is_phone(asked, &owners(words, directory, &all))
        }
        Owner::Service(_) => words.is_phone(asked, &whose),
    }
}

/// The other organisations that have a number.
fn organisations(phone: &KnownPhone) -> impl Iterator<Item = Owner> + '_ {
    phone.others.iter().copied().filter(|it| matches!(it, Owner::Organisation(_)))
}

/// Some owners in a row, with how many more there are.
pub(super) fn owners(words: &Words, directory: &Directory, all: &[Owner]) -> String {
    let mut named: Vec<String> =
        all.iter().take(MOST_OWNERS).map(|&it| owner(words, directory, it)).collect();
    let more = all.len().saturating_sub(MOST_OWNERS);
    if more > 0 {
        named.push(words.others_more(&more.to_string()));
    }
    row(words, &named)
}

/// What a number is for, who says whose it is, and what to do.
pub(super) fn phone_reasons(
    words: &Words,
    directory: &Directory,
    phone: &KnownPhone,
    asked: &str,
) -> Vec<String> {
    let mut reasons = service(words, directory, phone.owner);
    let listed = phone.listed(directory);
    let label = listed.and_then(|it| it.label);
    reasons.extend(label.map(|label| words.purpose(labels::phone(words, label))));
    let named: Vec<Owner> = std::iter::once(phone.owner).chain(organisations(phone)).collect();
    if named.len() > 1 && matches!(phone.owner, Owner::Organisation(_)) {
        reasons.extend(evidence_of_each(words, directory, &named, asked));
    } else if let Some(listed) = listed {
        reasons.extend(listed.note.as_deref().map(|note| words.note(&escaped(note))));
        reasons.extend(evidence(words, directory, &listed.evidence));
    }
    // The headline names all organisations where it names one.
    let is_named =
        |it: &&Owner| matches!((phone.owner, it), (Owner::Organisation(_), Owner::Organisation(_)));
    let others: Vec<Owner> = phone.others.iter().filter(|it| !is_named(it)).copied().collect();
    if !others.is_empty() {
        reasons.push(words.phone_of_others(&owners(words, directory, &others)));
    }
    if let Owner::Service(service) = phone.owner
        && !phone.is_emergency(directory)
    {
        let text = Words::uses_instead;
        reasons.extend(unlisted::service_reached_by(words, text, directory, service));
    }
    // Nobody is called by an emergency number, and who needs it has no time to read.
    if !phone.is_emergency(directory) {
        reasons.push(words.phone_can_be_forged.to_owned());
    }
    reasons
}

/// The strongest evidence that a number is theirs, for each of several organisations.
fn evidence_of_each(
    words: &Words,
    directory: &Directory,
    owners: &[Owner],
    asked: &str,
) -> Vec<String> {
    let number = PhoneNumber::read(asked);
    let told = |&whose: &Owner| {
        let mut phones = directory.phones_of(whose).iter();
        let phone = phones.find(|it| PhoneNumber::read(&it.number) == number)?;
        let best = phone.evidence.first()?;
        let (method, owner) = (labels::method(words, best.method), owner(words, directory, whose));
        Some(words.dated_evidence_of(&best.seen.to_string(), method, &owner, &escaped(&best.url)))
    };
    owners.iter().take(MOST_OWNERS).filter_map(told).collect()
}

/// What a service is, and whether it is one of the government.
pub(super) fn service(words: &Words, directory: &Directory, owner: Owner) -> Vec<String> {
    let Owner::Service(index) = owner else { return Vec::new() };
    let service = directory.service(index);
    let mut told = vec![words.service_text(&escaped(&service.text))];
    if !service.is_government {
        told.push(words.service_of_others.to_owned());
    }
    told
}

/// The strongest evidence, with its day.
fn evidence(words: &Words, directory: &Directory, all: &[Evidence]) -> Vec<String> {
    let told = one_of_each(all.iter()).into_iter().take(PIECES).map(|it| {
        let what = escaped(&told(words, directory, all, it).in_short());
        words.dated_evidence(&it.seen.to_string(), &what, &escaped(&it.url))
    });
    told.collect()
}
