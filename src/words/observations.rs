//! The words in which own observations are told, on the screen and on the command line.

use super::problems::{placed, told};
use super::{Language, Words, fill, labels};
use crate::directory::{
    AccountIndex, BadgeObservation, Date, Directory, Problem, Status, StatusObservation,
};
use crate::observations_file::NotRecorded;
use crate::text::sanitise::{escaped, escaped_path};

words! {
    /// The words of own observations in one language.
    ObservationWords []
    // The command line: help
    cli_arg_overlay: "Het bestand met uw eigen waarnemingen (anders dat in de map voor gegevens)", "The file with your own observations (otherwise the one in the folder for data)";
    cli_arg_no_overlay: "Laat eigen waarnemingen weg", "Leave own observations out";
    cli: "Leg vast wat u zelf van een account zag: welke badge, en of het in gebruik is", "Record what you saw of an account yourself: which badge, and whether it is in use";
    cli_examples: "Voorbeelden:\n  officieel observe @KNMI --platform x --badge none\n  officieel observe https://x.com/KNMI --badge x-grey --status active\n  officieel observe @oud_account --successor https://social.overheid.nl/@nieuw\n  officieel observe @KNMI --platform x --forget", "Examples:\n  officieel observe @KNMI --platform x --badge none\n  officieel observe https://x.com/KNMI --badge x-grey --status active\n  officieel observe @old_account --successor https://social.overheid.nl/@new\n  officieel observe @KNMI --platform x --forget";
    cli_value_account: "ACCOUNT", "ACCOUNT";
    cli_value_badge: "BADGE", "BADGE";
    cli_value_status: "GEBRUIK", "USE";
    cli_value_address: "ADRES", "ADDRESS";
    cli_arg_account: "Het account uit de lijst: een accountnaam of adres", "The account of the directory: a handle or address";
    cli_arg_badge: "De badge die er vandaag bij staat: de id of naam van een soort, none of unknown; unknown neemt een eerdere waarneming terug", "The badge next to it today: the id or name of a kind, none or unknown; unknown takes an earlier observation back";
    cli_arg_status: "Of het in gebruik is: active, parked, left, closed, moved of unknown; unknown neemt een eerdere waarneming terug", "Whether it is in use: active, parked, left, closed, moved or unknown; unknown takes an earlier observation back";
    cli_arg_successor: "Het https-adres waar het verdergaat; daarmee is het verhuisd", "The https address where it continues; with that it has moved";
    cli_arg_forget: "Neem alles terug wat u van het account zag", "Take back all that you saw of the account";
    cli_fault_conflict: "{argument} gaat niet samen met {other}.", "{argument} does not go with {other}.";
    // The command line: what it says
    left_out: "Het antwoord is zonder uw eigen waarnemingen: {why} Herstel het bestand, of laat het weg met --no-overlay.", "The answer is without your own observations: {why} Mend the file, or leave it out with --no-overlay.";
    all_problems: "Alle fouten: officieel validate --overlay {file}", "All problems: officieel validate --overlay {file}";
    needed: "Zonder eigen waarnemingen gaat het met --no-overlay.", "Without your own observations it works with --no-overlay.";
    no_stream: "--overlay vraagt om een bestand: eigen waarnemingen worden daaruit gelezen en daarin geschreven.", "--overlay needs a file: your own observations are read from it and written to it.";
    no_file: "Er is geen map voor gegevens bekend; noem een bestand met --overlay.", "No folder for data is known; name a file with --overlay.";
    not_an_account: "“{account}” staat niet als account in de lijst; er is niets vastgelegd.", "“{account}” is no account of the directory; nothing was recorded.";
    several: "“{account}” staat er op meer dan één platform: {platforms}. Noem er een met --platform.", "“{account}” is listed on more than one platform: {platforms}. Name one with --platform.";
    no_such_badge: "{platform} heeft op {date} geen badge “{badge}”; wel: {known}.", "{platform} has no badge “{badge}” on {date}; it has: {known}.";
    moved_whereto: "Een account dat verhuisd is heeft een --successor: het adres waar het verdergaat.", "An account that moved has a --successor: the address where it continues.";
    not_moved: "Alleen een account dat verhuisd is heeft een --successor.", "Only an account that moved has a --successor.";
    not_https: "Het adres waar een account verdergaat is een volledig https-adres.", "The address where an account continues is a whole https address.";
    forgotten: "Wat u van dit account zag is teruggenomen.", "What you saw of this account is taken back.";
    outdated: "de lijst weet het van later", "the directory knows it from later";
    file: "bestand", "file";
    sound: "{file} is in orde: waarnemingen van {count} accounts tellen mee.", "{file} is sound: observations of {count} accounts count.";
    sound_one: "{file} is in orde: waarnemingen van 1 account tellen mee.", "{file} is sound: observations of 1 account count.";
    unlisted: "niet in de lijst", "not in the directory";
    later: "pas na vandaag gezien", "only seen after today";
    // Why something was not recorded
    unwritable: "{file} kan niet gelezen of geschreven worden: {why}.", "{file} can't be read or written: {why}.";
    busy: "Een ander programma houdt {file} bezet; probeer het zo weer.", "Another program keeps {file} busy; try again in a moment.";
    no_lock: "{file} staat in de weg: daar hoort het bestand waarmee programma's om beurten schrijven. Verwijder het.", "{file} is in the way: there belongs the file by which programs take turns in writing. Remove it.";
    broken: "{file} heeft fouten en blijft zoals het is:", "{file} has problems and stays as it is:";
    foreign: "{file} hoort bij een andere lijst en blijft zoals het is:", "{file} belongs to another directory and stays as it is:";
    comment: "{file} heeft op regel {line} commentaar dat verloren zou gaan; zet het bovenaan of in een `note`.", "{file} has a comment on line {line} that would be lost; put it at the top or in a `note`.";
    newer: "Er staat al een latere waarneming, van {date}. Klopt die dag niet, neem haar dan eerst terug met: officieel observe ACCOUNT --forget", "There is a later observation already, of {date}. If that day is wrong, take it back first with: officieel observe ACCOUNT --forget";
    unfit: "Dit kan niet gezien zijn:", "This can't have been seen:";
    // What is shown
    own: "eigen waarneming", "own observation";
    own_badge: "Eigen waarneming van {date}: badge {badge}.", "Own observation of {date}: badge {badge}.";
    own_no_badge: "Eigen waarneming van {date}: geen badge.", "Own observation of {date}: no badge.";
    own_status: "Eigen waarneming van {date}: {status}.", "Own observation of {date}: {status}.";
    own_of: "eigen waarneming van {date}", "own observation of {date}";
}

/// Why an observation was not recorded, in sentences; the problems of the file one by one.
pub fn not_recorded(words: &Words, file: &str, fault: &NotRecorded) -> Vec<String> {
    let own = words.observations;
    let of_file = |text: &str| fill(text, &[("file", file)]);
    let listed = |text: &str, problems: &[Problem]| {
        let problems = problems.iter().map(|it| format!("{file}:{}", placed(words, it)));
        std::iter::once(of_file(text)).chain(problems).collect()
    };
    match fault {
        NotRecorded::Unwritable(fault) => {
            vec![fill(own.unwritable, &[("file", file), ("why", &fault.to_string())])]
        }
        NotRecorded::Busy => vec![of_file(own.busy)],
        NotRecorded::NoLock(lock) => vec![fill(own.no_lock, &[("file", &escaped_path(lock))])],
        NotRecorded::Broken(problems) => listed(own.broken, problems),
        NotRecorded::Foreign(problems) => listed(own.foreign, problems),
        NotRecorded::Comment(line) => {
            vec![fill(own.comment, &[("file", file), ("line", &line.to_string())])]
        }
        NotRecorded::Newer(day) => vec![fill(own.newer, &[("date", &day.to_string())])],
        NotRecorded::Unfit(problems) => {
            let problems = problems.iter().map(|it| told(words, it));
            std::iter::once(own.unfit.to_owned()).chain(problems).collect()
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
    is_own.then_some(words.observations.own)
}

/// That the status of an account is an own observation, and since when, where it is: to stand behind it.
pub fn of_status(words: &Words, directory: &Directory, index: AccountIndex) -> Option<String> {
    let day = shown_status(directory, index)?.seen.to_string();
    Some(fill(words.observations.own_of, &[("date", &day)]))
}

/// What the account is like by an own observation, in sentences; nothing where the directory knows better.
pub fn sentences(words: &Words, directory: &Directory, index: AccountIndex) -> Vec<String> {
    let all = words.observations;
    let status = shown_status(directory, index).map(|it| {
        let status = match it.status {
            Status::Unknown => words.cli_status_unknown,
            known => labels::status(words, known),
        };
        fill(all.own_status, &[("date", &it.seen.to_string()), ("status", status)])
    });
    let own = directory.own_observation(index).filter(|own| own.shows_badge());
    let badge = own.and_then(|own| own.badge.as_ref()).map(|seen| {
        let text = if seen.kind.is_some() { all.own_badge } else { all.own_no_badge };
        let badge = escaped(&badge(words, directory, seen));
        fill(text, &[("date", &seen.seen.to_string()), ("badge", &badge)])
    });
    status.into_iter().chain(badge).collect()
}

/// What was observed of an account, with its label and whether it counts: its badge and its use.
pub fn recorded(
    words: &Words,
    directory: &Directory,
    index: AccountIndex,
) -> Vec<(&'static str, String)> {
    let all = words.observations;
    let Some(own) = directory.own_observation(index) else { return Vec::new() };
    let told = |what: String, seen: Date, counts: bool| {
        let day = fill(words.account_seen, &[("date", &seen.to_string())]);
        let more = if counts { String::new() } else { format!("; {}", all.outdated) };
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
