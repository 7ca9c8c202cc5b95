//! The words in which own observations are told, on the screen and on the command line.

use super::labels;
use super::problem::{message, placed};
use crate::directory::{
    AccountIndex, BadgeObservation, Date, Directory, LoadError, Status, StatusObservation,
};
use crate::observations_file::ObserveError;
use crate::text::sanitise::{escaped, escaped_path};
use crate::words::Words;

/// Why an observation was not recorded, in sentences; the problems of the file one by one.
pub fn not_recorded(words: &Words, file: &str, fault: &ObserveError) -> Vec<String> {
    let of_file = |text: fn(&Words, &str) -> String| text(words, file);
    let listed = |text: fn(&Words, &str) -> String, problems: &[LoadError]| {
        let problems = problems.iter().map(|it| format!("{file}:{}", placed(words, it)));
        std::iter::once(of_file(text)).chain(problems).collect()
    };
    match fault {
        ObserveError::Unwritable(fault) => {
            vec![words.unwritable(file, &fault.to_string())]
        }
        ObserveError::Busy => vec![of_file(Words::busy)],
        ObserveError::NoLock(lock) => vec![words.no_lock(&escaped_path(lock))],
        ObserveError::Broken(problems) => listed(Words::broken, problems),
        ObserveError::Foreign(problems) => listed(Words::foreign, problems),
        ObserveError::Comment(line) => {
            vec![words.comment(file, &line.to_string())]
        }
        ObserveError::Newer(error) => vec![words.newer(&error.0.to_string())],
        ObserveError::Invalid(problems) => {
            let problems = problems.iter().map(|it| message(words, it));
            std::iter::once(words.unfit.to_owned()).chain(problems).collect()
        }
    }
}

/// The kind of badge that was seen and how an account comes by it, or that there was none.
pub fn badge(words: &Words, directory: &Directory, seen: &BadgeObservation) -> String {
    let kind = seen.kind.and_then(|kind| directory.badges.get(kind.position()));
    kind.map_or_else(
        || words.cli_badge_none.to_owned(),
        |kind| format!("{} ({})", kind.name, labels::gained(words, kind.gained)),
    )
}

/// That the badge of an account is an own observation, where it is: to stand behind it and its date.
pub fn of_badge(words: &Words, directory: &Directory, index: AccountIndex) -> Option<&'static str> {
    let is_own = directory.own_observation(index)?.shows_badge();
    is_own.then_some(words.own)
}

/// That the status of an account is an own observation, and since when, where it is: to stand behind it.
pub fn of_status(words: &Words, directory: &Directory, index: AccountIndex) -> Option<String> {
    let day = shown_status(directory, index)?.seen.to_string();
    Some(words.own_of(&day))
}

/// What the account is like by an own observation, in sentences; nothing where the directory knows better.
pub fn sentences(words: &Words, directory: &Directory, index: AccountIndex) -> Vec<String> {
    let status = shown_status(directory, index).map(|it| {
        let status = match it.status {
            Status::Unknown => words.cli_status_unknown,
            known => labels::status(words, known),
        };
        words.own_status_seen(&it.seen.to_string(), status)
    });
    let own = directory.own_observation(index).filter(|own| own.shows_badge());
    let badge = own.and_then(|own| own.badge.as_ref()).map(|seen| {
        let badge = escaped(&badge(words, directory, seen));
        if seen.kind.is_some() {
            words.own_badge_seen(&badge, &seen.seen.to_string())
        } else {
            words.own_no_badge_seen(&seen.seen.to_string())
        }
    });
    status.into_iter().chain(badge).collect()
}

/// What was observed of an account, with its label and whether it counts: its badge and its use.
pub fn recorded(
    words: &Words,
    directory: &Directory,
    index: AccountIndex,
) -> Vec<(&'static str, String)> {
    let Some(own) = directory.own_observation(index) else { return Vec::new() };
    let told = |what: String, seen: Date, counts: bool| {
        let day = words.account_seen(&seen.to_string());
        let more = if counts { String::new() } else { format!("; {}", words.outdated) };
        format!("{what}, {day}{more}")
    };
    let badge = own
        .badge
        .as_ref()
        .map(|seen| ("badge", told(badge(words, directory, seen), seen.seen, own.shows_badge())));
    let status = own.status.as_ref().map(|it| {
        let status = labels::status(words, it.status);
        let status = match &it.successor {
            Some(address) => format!("{status}, {address}"),
            None => status.to_owned(),
        };
        (words.cli_status, told(status, it.seen, own.shows_status()))
    });
    badge.into_iter().chain(status).collect()
}

fn shown_status(directory: &Directory, index: AccountIndex) -> Option<&StatusObservation> {
    directory.own_observation(index).filter(|own| own.shows_status())?.status.as_ref()
}
