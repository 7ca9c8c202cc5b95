//! Reasons for what is not listed: what is known all the same, and how to find out.

use super::{
    foreign, handle_and_platform, is_reported_channel, listed, name, platform_name, quoted, reach,
    row, techniques,
};
use crate::channel::{self, Channel};
use crate::check::{self, Answer, NotListed, Original, Resemblance};
use crate::directory::{
    AccountIndex, Date, Directory, OrganisationIndex, ReportedImitation, ServiceIndex,
};
use crate::messages::labels;
use crate::platform::is_under;
use crate::text::fold::fold;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// The most channels of an organisation that are named in a sentence.
const MOST_CHANNELS: usize = 4;

/// By what a name resembles a listed one, and where the genuine one is.
pub(super) fn look_alike(
    words: &Words,
    directory: &Directory,
    resemblance: &Resemblance,
    today: Date,
) -> Vec<String> {
    let mut reasons = techniques::techniques(words, &resemblance.techniques, &resemblance.steps);
    let may_be_chance = resemblance.may_be_chance();
    let advice =
        if may_be_chance { words.look_alike_may_be_chance } else { words.ask_the_organisation };
    reasons.push(advice.to_owned());
    match resemblance.of {
        Original::Account(account) => reasons.push(genuine(words, directory, account, today)),
        Original::Name(organisation) => {
            let service = check::service_named(directory, &resemblance.genuine);
            let text = Words::the_genuine_organisation;
            reasons.extend(service.and_then(|it| service_reached_by(words, text, directory, it)));
            reasons.extend(reached_by(
                words,
                Words::the_genuine_organisation,
                directory,
                organisation,
                today,
            ));
        }
    }
    reasons
}

fn genuine(words: &Words, directory: &Directory, account: AccountIndex, today: Date) -> String {
    let it = directory.account(account);
    let date = it.last_seen().map(|date| date.to_string()).unwrap_or_default();
    let trust = labels::trust(words, it.trust(today));
    words.the_genuine_account(&date, trust, &escaped(&it.url))
}

/// What can be said of an account that is not listed.
pub(super) fn not_listed(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    it: &NotListed,
    today: Date,
) -> Vec<String> {
    let foreign = it.foreign.as_ref();
    if let Some(foreign) = foreign.filter(|it| it.is_asked(answer.platform)) {
        return foreign::reasons(words, directory, foreign);
    }
    let mut reasons = Vec::new();
    reasons.extend(foreign.map(|it| foreign::namesake(words, directory, it)));
    // Of this very name first: nothing else weighs as much.
    let (of_this, of_others) = reported(words, directory, answer, it);
    let is_reported = !of_this.is_empty();
    reasons.extend(of_this);
    reasons.extend(it.domain_of.as_ref().map(|site| {
        let owner = reach::owner(words, directory, site.owner);
        words.is_domain_of(&escaped(&site.host), &owner)
    }));
    reasons.extend(family_word(words, directory, it));
    reasons.extend(same_name(words, directory, answer, it));
    // Of a fake, whose name it would be is no use to anybody.
    reasons.extend(natural_name(words, directory, it).filter(|_| !is_reported));
    reasons.extend(of_others);
    let text = Words::uses_instead;
    reasons.extend(it.service.and_then(|it| service_reached_by(words, text, directory, it)));
    for &organisation in &it.claims {
        reasons.extend(listed::ended(words, directory, organisation));
        let heir = check::heir(directory, organisation);
        reasons.extend(reached_by(words, Words::uses_instead, directory, heir, today));
    }
    if !it.similar.is_empty() {
        let similar = it.similar.iter().map(|&account| handle_and_platform(directory, account));
        let accounts = row(words, &similar.collect::<Vec<_>>());
        reasons.push(words.similar_listed(&accounts));
    }
    reasons.extend(whose(words, directory, answer));
    let heir = it.claims.first().map(|&it| check::heir(directory, it));
    let own = it.service.and_then(|it| channel::best_site(directory, it)?.url(directory));
    let of_service = own.map(|website| words.verify_at(&escaped(&website)));
    reasons.push(of_service.unwrap_or_else(|| verify(words, directory, heir)));
    reasons
}

/// The word of a family in the name, and whether its head was seen to be imitated.
fn family_word(words: &Words, directory: &Directory, it: &NotListed) -> Option<String> {
    let family = directory.families.get(it.family?)?;
    let is_imitated = |head: &OrganisationIndex| {
        directory.imitations.iter().any(|imitation| imitation.organisation == *head)
    };
    let word = escaped(&family.word);
    Some(match family.organisation.filter(is_imitated) {
        Some(head) => {
            let head = name(directory, head);
            words.family_word(&head, &word)
        }
        None => words.family_word_alone(&word),
    })
}

/// Who decides which names there are where the account is.
fn whose(words: &Words, directory: &Directory, answer: &Answer) -> Option<String> {
    let host = answer.account.as_deref().map(|it| it.rsplit('@').next().unwrap_or(it));
    let is_own = |host: &&str| {
        let host = host.to_lowercase();
        directory.header.domains.iter().any(|domain| is_under(&host, domain))
    };
    if let Some(host) = host.filter(is_own) {
        return Some(words.on_government_domain(&escaped(host)));
    }
    let platform = answer.platform?;
    let owner = escaped(&directory.platform(platform).rules.owner);
    let platform = platform_name(directory, platform);
    Some(words.platform_is(&owner, &platform))
}

/// That the same name is listed on other platforms.
fn same_name(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    it: &NotListed,
) -> Option<String> {
    let first = directory.account(*it.namesakes.first()?);
    let mut platforms: Vec<String> = Vec::new();
    for &account in &it.namesakes {
        let account = directory.account(account);
        let platform = platform_name(directory, account.platform);
        if account.organisation == first.organisation && !platforms.contains(&platform) {
            platforms.push(platform);
        }
    }
    let organisation = name(directory, first.organisation);
    let asked = answer.account.as_deref().unwrap_or(&answer.asked).trim_start_matches('@');
    let is_same = |account: &AccountIndex| {
        let handle = directory.account(*account).handle.as_ref();
        handle.is_some_and(|it| it.text().eq_ignore_ascii_case(asked))
    };
    let told =
        if it.namesakes.iter().any(is_same) { Words::same_name } else { Words::same_letters };
    Some(told(words, &organisation, &row(words, &platforms)))
}

/// Whose name it is by the customs of their kind.
fn natural_name(words: &Words, directory: &Directory, it: &NotListed) -> Option<String> {
    let all: Vec<String> = it.named.iter().map(|&index| name(directory, index)).collect();
    (!all.is_empty()).then(|| words.natural_name(&row(words, &all)))
}

/// The imitations that were reported: those of this very name, and others.
fn reported(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    it: &NotListed,
) -> (Vec<String>, Vec<String>) {
    let asked = answer.account.as_deref().unwrap_or(&answer.asked);
    let imitations = it.reported.iter().filter_map(|&at| directory.imitations.get(at));
    let (of_this, of_others): (Vec<_>, Vec<_>) = imitations.partition(|it| is_of(it, asked));
    let told = |it: &ReportedImitation| reported_imitation(words, asked, it);
    (of_this.into_iter().map(told).collect(), of_others.into_iter().map(told).collect())
}

/// Whether a report is about this very name.
fn is_of(imitation: &ReportedImitation, asked: &str) -> bool {
    imitation.names.iter().any(|it| fold(it) == fold(asked))
}

/// An imitation that was reported: of this very name, or else an earlier one.
pub(super) fn reported_imitation(
    words: &Words,
    asked: &str,
    imitation: &ReportedImitation,
) -> String {
    let is_this = is_of(imitation, asked);
    if is_this {
        words.reported_imitation(
            &imitation.seen.to_string(),
            &escaped(&imitation.text),
            &escaped(&imitation.url),
        )
    } else {
        words.reported_elsewhere(
            &imitation.seen.to_string(),
            &escaped(&imitation.text),
            &escaped(&imitation.url),
        )
    }
}

/// By which channels an organisation is reached, in a sentence for these and its name, where what only others report is
/// told as such; `None` where none is known.
pub(super) fn reached_by(
    words: &Words,
    text: fn(&Words, &str, &str) -> String,
    directory: &Directory,
    organisation: OrganisationIndex,
    today: Date,
) -> Option<String> {
    let shown = |channel: Channel| match channel {
        Channel::Account(account) => {
            let it = directory.account(account);
            (!it.status.is_retired()).then(|| handle_and_platform(directory, account))
        }
        Channel::ContactForm(_) => None,
        other => address_or_number(directory, other),
    };
    let all = channel::channels(directory, organisation, today).into_iter();
    let told = all.filter_map(|it| Some((is_reported_channel(directory, it), shown(it)?)));
    let (reported, own): (Vec<_>, Vec<_>) = told.take(MOST_CHANNELS).partition(|it| it.0);
    let names = |all: Vec<(bool, String)>| {
        row(words, &all.into_iter().map(|(_, name)| name).collect::<Vec<_>>())
    };
    let name = name(directory, organisation);
    match (own.is_empty(), reported.is_empty()) {
        (true, true) => None,
        (false, true) => Some(text(words, &names(own), &name)),
        (true, false) => Some(words.others_report_of(&names(reported), &name)),
        (false, false) => {
            let own = text(words, &names(own), &name);
            Some(format!("{own} {}", words.others_report(&names(reported))))
        }
    }
}

/// The address of a channel that is no account, or its number.
fn address_or_number(directory: &Directory, channel: Channel) -> Option<String> {
    let number = || channel.number(directory).map(escaped);
    channel.url(directory).map(|url| escaped(&url)).or_else(number)
}

/// By which channels of its own a service is reached, in a sentence for these and its name; `None` where it
/// has none.
pub(super) fn service_reached_by(
    words: &Words,
    text: fn(&Words, &str, &str) -> String,
    directory: &Directory,
    service: ServiceIndex,
) -> Option<String> {
    let all = channel::best_of_service(directory, service).into_iter();
    let channels: Vec<String> = all.filter_map(|it| address_or_number(directory, it)).collect();
    let name = escaped(&directory.service(service).name);
    (!channels.is_empty()).then(|| text(words, &row(words, &channels), &name))
}

/// How a reader finds out.
pub(super) fn verify(
    words: &Words,
    directory: &Directory,
    organisation: Option<OrganisationIndex>,
) -> String {
    let website = organisation.and_then(|it| directory.organisation(it).website.as_deref());
    website.map_or_else(|| words.verify.to_owned(), |website| words.verify_at(&escaped(website)))
}

/// The template of a convention, quoted.
pub(super) fn template(directory: &Directory, convention: usize) -> String {
    directory.conventions.get(convention).map_or_else(String::new, |it| quoted(&it.template))
}
