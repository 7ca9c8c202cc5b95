//! The one answer to a whole message in sentences, the same on the screen, in text and in JSON.
//!
//! Whatever comes out here is harmless: hostile characters of the input stand escaped in it.

use super::verdict::{handle, headline as headline_of, is_only_reported, owner, row, shown};
use crate::channel::Channel;
use crate::check::{Answer, Instead, Message, MessageVerdict, Reason, Standing, Summary, Verdict};
use crate::directory::{Directory, Owner};
use crate::platform::host_of_address;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// The most places that are named to which a message leads.
const MOST_PLACES: usize = 3;

/// The most words of a text that is told in full; of a longer one, the reader knows what it says.
const FEW_WORDS: usize = 6;

/// The verdict in a word or two.
pub fn label(words: &Words, directory: &Directory, message: &Message) -> &'static str {
    match message.summary.verdict {
        MessageVerdict::Official if has_only_reported(directory, message) => {
            words.official_reported
        }
        MessageVerdict::Official => words.message_official,
        MessageVerdict::Beware => words.message_beware,
        MessageVerdict::Unconfirmed => words.message_unconfirmed,
        MessageVerdict::Nothing => words.message_nothing,
    }
}

/// Whether there is something to say of a message that is not said of the one thing in it.
pub fn is_told(message: &Message) -> bool {
    let Message { summary, answers } = message;
    let [only] = answers.as_slice() else { return true };
    // What was judged is official; that not all of it was is said nowhere else.
    if summary.reason == Reason::NotWhole {
        return true;
    }
    if matches!(only.verdict, Verdict::NotAnAccount(Instead::Words(_))) {
        return only.asked.split_whitespace().nth(FEW_WORDS).is_some();
    }
    // Of one thing that nobody is named beside, its own verdict says all.
    let is_explained = matches!(
        summary.reason,
        Reason::Imitates | Reason::AllOfficial | Reason::NotKnown | Reason::NotInUse
    );
    summary.has_text && (summary.is_named || !is_explained)
}

/// The answers that are worth telling one by one beside the summary: what leads nowhere is not.
pub fn pieces(message: &Message) -> impl Iterator<Item = (usize, &Answer)> {
    let is_alone = message.answers.len() == 1 && !is_told(message);
    let leads = move |(_, answer): &(usize, &Answer)| is_alone || !is_nowhere(answer);
    message.answers.iter().enumerate().filter(leads)
}

fn is_nowhere(answer: &Answer) -> bool {
    matches!(answer.verdict, Verdict::NotAnAccount(Instead::Words(_) | Instead::Nothing))
}

/// The answer in one sentence: who it claims to be, and where it leads.
pub fn headline(words: &Words, directory: &Directory, message: &Message) -> String {
    let Summary { reason, decided_by, .. } = &message.summary;
    let decided = decided_by.and_then(|at| message.answers.get(at));
    let place = decided.map(|answer| place(directory, answer)).unwrap_or_default();
    let claimed = claimed(words, directory, &message.summary);
    let owners = owners(words, directory, &message.summary.owners);
    let may_be_chance = decided.is_some_and(|it| it.verdict.may_be_chance(directory));
    let is_chance = may_be_chance && !message.summary.is_named;
    match reason {
        Reason::Imitates if message.summary.imitated.is_none() || is_chance => {
            decided.map(|answer| headline_of(words, directory, answer)).unwrap_or_default()
        }
        Reason::Imitates => {
            let imitated = self::owners(words, directory, message.summary.imitated.as_slice());
            words.message_poses(&imitated, &place)
        }
        Reason::Shows(shown_as) => words.message_shows(&place, &shown(shown_as)),
        Reason::Sender(_) => words.message_sender(&claimed, &place),
        Reason::NeverAsked if claimed.is_empty() => words.message_never_asked(&owners),
        Reason::NeverAsked => words.message_never_asked(&claimed),
        Reason::LeadsElsewhere if claimed.is_empty() => words.message_elsewhere(&owners, &place),
        Reason::LeadsElsewhere => words.message_elsewhere(&claimed, &place),
        Reason::AllOfficial if owners.is_empty() => words.message_of_government.to_owned(),
        Reason::AllOfficial => match reported_places(words, directory, message) {
            None => words.message_all_official(&owners),
            Some(Reported::All) => words.message_all_reported(&owners),
            Some(Reported::Part(places)) => words.message_partly_reported(&owners, &places),
        },
        Reason::NotInUse => words.message_not_in_use(&place),
        Reason::NotKnown if decided.is_some_and(leads_on) => {
            decided.map(|answer| headline_of(words, directory, answer)).unwrap_or_default()
        }
        Reason::NotKnown if owners.is_empty() => words.message_not_known(&place),
        Reason::NotKnown => words.message_partly_known(&owners, &place),
        Reason::OfOthers => words.message_of_others(&claimed, &owners),
        Reason::NotWhole => words.message_not_whole.to_owned(),
        Reason::BankAccount => words.is_bank_account(&place),
        Reason::OnlyName | Reason::LeadsNowhere if !claimed.is_empty() => {
            words.message_names(&claimed)
        }
        Reason::OnlyName | Reason::LeadsNowhere => words.message_leads_nowhere.to_owned(),
    }
}

/// Whether its own verdict says that it may lead on from an official host.
fn leads_on(answer: &Answer) -> bool {
    matches!(answer.verdict, Verdict::NotAnAccount(Instead::LeadsOn(_)))
}

/// Who a message claims to be from, or speaks of; empty where that is nobody.
pub fn claimed(words: &Words, directory: &Directory, summary: &Summary) -> String {
    owners(words, directory, &summary.claimed)
}

fn owners(words: &Words, directory: &Directory, all: &[Owner]) -> String {
    let named: Vec<String> = all
        .iter()
        .map(|it| match it {
            // Nobody knows who answers for a service by that name.
            Owner::Service(service) => escaped(&directory.service(*service).name),
            Owner::Organisation(_) => owner(words, directory, *it),
        })
        .collect();
    row(words, &named)
}

/// Where a message leads, the first few places.
pub fn places(words: &Words, directory: &Directory, message: &Message) -> String {
    let leads = |answer: &&Answer| {
        !matches!(Standing::of(directory, answer), Standing::Nowhere | Standing::OnlyShown)
    };
    row_of_places(words, directory, message.answers.iter().filter(leads))
}

/// The first few of these places, each once.
fn row_of_places<'a>(
    words: &Words,
    directory: &Directory,
    answers: impl Iterator<Item = &'a Answer>,
) -> String {
    let mut all: Vec<String> = Vec::new();
    for place in answers.map(|answer| place(directory, answer)) {
        if !all.contains(&place) {
            all.push(place);
        }
    }
    let more = all.len().saturating_sub(MOST_PLACES);
    all.truncate(MOST_PLACES);
    if more > 0 {
        all.push(words.others_more(&more.to_string()));
    }
    row(words, &all)
}

/// Where an answer leads, in short: the domain that counts, the account, the number.
pub fn place(directory: &Directory, answer: &Answer) -> String {
    match &answer.verdict {
        Verdict::UnknownHost(unknown) => {
            let domain = unknown.imitation.as_ref().map(|it| it.domain.as_str());
            let domain = domain.filter(|it| !it.is_empty());
            shown(domain.unwrap_or(&unknown.host))
        }
        Verdict::NotAnAccount(Instead::Site(site)) => escaped(&site.host),
        Verdict::NotAnAccount(Instead::GovernmentSite(host)) => escaped(host),
        Verdict::Official(listed) => handle(directory, listed.account),
        _ => shown(answer.address()),
    }
}

/// What to do, in one line.
pub fn advice(words: &Words, directory: &Directory, message: &Message) -> String {
    let summary = &message.summary;
    let ways = summary.ways(directory);
    let site = ways.iter().find_map(|way| site(directory, *way));
    let phone = ways.iter().find_map(|way| way.number(directory)).map(escaped);
    let (site, phone) = (site.as_deref(), phone.as_deref());
    match summary.verdict {
        MessageVerdict::Beware => match (site, phone) {
            (Some(site), Some(phone)) => words.advice_beware_site_phone(phone, site),
            (Some(site), None) => words.advice_beware_site(site),
            (None, Some(phone)) => words.advice_beware_phone(phone),
            (None, None) => words.advice_beware.to_owned(),
        },
        MessageVerdict::Official => match reported_places(words, directory, message) {
            None => official(words, message, site),
            Some(Reported::All) => {
                // Nobody is sent from a place to that same place.
                let is_there = |site: &&str| places(words, directory, message) != **site;
                reported(words, message, site.filter(is_there))
            }
            Some(Reported::Part(places)) => words.advice_partly_reported(&places),
        },
        MessageVerdict::Nothing if summary.claimed.is_empty() => words.advice_paste.to_owned(),
        MessageVerdict::Nothing => match (site, phone) {
            (Some(site), Some(phone)) => words.advice_go_site_phone(phone, site),
            (Some(site), None) => words.advice_go_site(site),
            (None, Some(phone)) => words.advice_go_phone(phone),
            (None, None) => words.advice_unsure.to_owned(),
        },
        MessageVerdict::Unconfirmed => match (site, phone) {
            (Some(site), Some(phone)) => words.advice_unsure_site_phone(phone, site),
            (Some(site), None) => words.advice_unsure_site(site),
            (None, Some(phone)) => words.advice_unsure_phone(phone),
            (None, None) => words.advice_unsure.to_owned(),
        },
    }
}

/// What of a message only others call official.
enum Reported {
    /// All that leads anywhere in it.
    All,
    /// These places, beside others.
    Part(String),
}

/// Which of the places that count as official in it rest on others than the government alone.
fn reported_places(words: &Words, directory: &Directory, message: &Message) -> Option<Reported> {
    let official = message.answers.iter().filter(|it| Standing::of(directory, it).is_official());
    let (reported, others): (Vec<&Answer>, Vec<&Answer>) =
        official.partition(|it| is_only_reported(directory, it));
    match (reported.is_empty(), others.is_empty()) {
        (true, _) => None,
        (false, true) => Some(Reported::All),
        (false, false) => {
            Some(Reported::Part(row_of_places(words, directory, reported.into_iter())))
        }
    }
}

/// Whether something that counts as official in it rests on others than the government alone.
pub fn has_only_reported(directory: &Directory, message: &Message) -> bool {
    message.answers.iter().any(|it| it.leads_to().is_none() && is_only_reported(directory, it))
}

/// What to do with what only others call official: of that, nobody who answers for it has said that it is.
fn reported(words: &Words, message: &Message, site: Option<&str>) -> String {
    let is_phone = |it: &Answer| matches!(it.verdict, Verdict::NotAnAccount(Instead::Phone(_)));
    if message.answers.iter().all(is_phone) {
        return words.advice_call_reported.to_owned();
    }
    site.map_or_else(|| words.advice_reported.to_owned(), |site| words.advice_reported_site(site))
}

/// What to do with what is official.
fn official(words: &Words, message: &Message, site: Option<&str>) -> String {
    let is_all = |is: fn(&Instead) -> bool| {
        let mut all = message.answers.iter();
        all.all(|it| matches!(&it.verdict, Verdict::NotAnAccount(instead) if is(instead)))
    };
    if is_all(|it| matches!(it, Instead::Phone(_))) {
        words.advice_call.to_owned()
    } else if is_all(|it| matches!(it, Instead::Mail(_))) {
        words.advice_mail.to_owned()
    } else if !message.summary.has_text {
        words.advice_open.to_owned()
    } else {
        site.map_or_else(
            || words.advice_official.to_owned(),
            |site| words.advice_official_site(site),
        )
    }
}

/// A site as a person types it: its host, for the rest of an address is copied and not typed.
fn site(directory: &Directory, channel: Channel) -> Option<String> {
    let host = host_of_address(&channel.url(directory)?)?;
    Some(escaped(host.strip_prefix("www.").unwrap_or(&host)))
}

#[cfg(test)]
mod tests;
