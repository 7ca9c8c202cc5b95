//! Hosts that nothing here knows, and what they pass themselves off as.

use super::{name, platform_name, reach, techniques, unlisted};
use crate::channel;
use crate::check::{self, Change, HostImitation, HostTechnique, Imitated, Likelihood, UnknownHost};
use crate::directory::{Directory, OrganisationIndex, Owner};
use crate::text::sanitise::escaped;
use crate::words::Words;

/// What an address on an unknown host is, in one sentence.
pub(super) fn headline(
    words: &Words,
    directory: &Directory,
    unknown: &UnknownHost,
    asked: &str,
) -> String {
    let host = escaped(&unknown.host);
    let Some(imitation) = &unknown.imitation else {
        return words.is_unknown_host(&host);
    };
    let genuine = genuine(directory, imitation);
    match imitation.technique {
        HostTechnique::Characters | HostTechnique::Typo | HostTechnique::OtherEnding => {
            words.is_imitating_host(&genuine, &host)
        }
        HostTechnique::EmbeddedHost | HostTechnique::EmbeddedName | HostTechnique::InPath => {
            words.is_host_with_name(&genuine, &host)
        }
        HostTechnique::BeforeHost | HostTechnique::Backslash => {
            words.is_before_host(asked, &genuine, &host)
        }
        HostTechnique::Ambiguous => words.is_ambiguous_host(asked),
    }
}

/// What is imitated: a host, or the name that is borrowed.
fn genuine(directory: &Directory, imitation: &HostImitation) -> String {
    match (imitation.technique, imitation.of) {
        (HostTechnique::EmbeddedName, Imitated::Platform(platform)) => {
            platform_name(directory, platform)
        }
        _ => escaped(&imitation.genuine),
    }
}

/// What is known of a host.
pub(super) fn reasons(words: &Words, directory: &Directory, unknown: &UnknownHost) -> Vec<String> {
    let reported = unknown.reported.iter().filter_map(|&at| directory.imitations.get(at));
    let reported = reported.map(|it| unlisted::reported_imitation(words, &unknown.host, it));
    let Some(imitation) = &unknown.imitation else {
        let mut reasons: Vec<String> = reported.collect();
        reasons.extend(unknown.named.iter().filter_map(|&it| natural_name(words, directory, it)));
        reasons.push(words.verify_site.to_owned());
        return reasons;
    };
    let mut reasons = vec![imitated(words, directory, imitation)];
    reasons.extend(reported);
    match imitation.of {
        Imitated::Organisation(organisation) => {
            reasons.extend(genuine_site(words, directory, organisation, imitation));
        }
        Imitated::Platform(platform) => {
            let host = directory.platform(platform).rules.hosts.first();
            let platform = platform_name(directory, platform);
            reasons.extend(host.map(|host| words.host_of_platform(&escaped(host), &platform)));
        }
    }
    let advice = match imitation.likelihood(directory) {
        Likelihood::Possible => words.look_alike_may_be_chance,
        Likelihood::Likely => words.look_alike_is_likely,
        Likelihood::Certain => words.ask_the_organisation,
    };
    reasons.push(advice.to_owned());
    reasons
}

/// Whose name it is by the customs of their kind, and where the site of that body is.
fn natural_name(
    words: &Words,
    directory: &Directory,
    organisation: OrganisationIndex,
) -> Option<String> {
    let website = directory.organisation(organisation).website.as_deref()?;
    Some(words.host_natural_name(&name(directory, organisation), &escaped(website)))
}

/// Where the genuine site is: that of the service whose host is imitated, or of the organisation.
fn genuine_site(
    words: &Words,
    directory: &Directory,
    organisation: OrganisationIndex,
    imitation: &HostImitation,
) -> Option<String> {
    let service = check::service_of_imitation(directory, imitation);
    let site =
        service.and_then(|it| Some((it, channel::best_site(directory, it)?.url(directory)?)));
    if let Some((service, site)) = site {
        let owner = reach::owner(words, directory, Owner::Service(service));
        return Some(words.host_genuine(&owner, &escaped(&site)));
    }
    let website = directory.organisation(organisation).website.as_deref()?;
    Some(words.host_genuine(&name(directory, organisation), &escaped(website)))
}

fn imitated(words: &Words, directory: &Directory, imitation: &HostImitation) -> String {
    let pairs = techniques::pairs(words, &imitation.steps, Change::Alike);
    match imitation.technique {
        // Where nothing can be set side by side, the letters speak for themselves.
        HostTechnique::Characters if pairs.is_empty() => {
            words.host_slip(&genuine(directory, imitation))
        }
        HostTechnique::Characters => words.host_characters(&genuine(directory, imitation), &pairs),
        HostTechnique::Typo => words.host_slip(&genuine(directory, imitation)),
        HostTechnique::OtherEnding => words.host_other_ending(&genuine(directory, imitation)),
        HostTechnique::EmbeddedHost => {
            words.host_inside(&escaped(&imitation.domain), &genuine(directory, imitation))
        }
        HostTechnique::EmbeddedName => {
            words.host_name_inside(&escaped(&imitation.domain), &genuine(directory, imitation))
        }
        HostTechnique::InPath => {
            words.host_in_path(&escaped(&imitation.domain), &genuine(directory, imitation))
        }
        HostTechnique::BeforeHost => {
            words.host_before(&escaped(&imitation.domain), &genuine(directory, imitation))
        }
        HostTechnique::Backslash => words.host_backslash(&escaped(&imitation.domain)),
        // A sign that looks like a point or slash, and that browsers read as one.
        HostTechnique::Ambiguous if imitation.domain == imitation.genuine => {
            words.host_odd_sign(&genuine(directory, imitation))
        }
        HostTechnique::Ambiguous => {
            words.host_ambiguous(&escaped(&imitation.domain), &genuine(directory, imitation))
        }
    }
}
