//! The words in which own observations are told, on the screen and on the command line.

use super::{Language, Words, fill};
use crate::directory::Problem;
use crate::overlay::NotRecorded;

words! {
    /// The words of own observations in one language.
    ObservationWords []
    // The command line: help
    cli_arg_overlay: "Het bestand met uw eigen waarnemingen (anders dat in de map voor gegevens)", "The file with your own observations (otherwise the one in the folder for data)";
    cli_arg_no_overlay: "Laat eigen waarnemingen weg", "Leave own observations out";
    // Why something was not recorded
    unwritable: "{file} kan niet gelezen of geschreven worden: {why}.", "{file} can't be read or written: {why}.";
    busy: "Een ander programma houdt {file} bezet; probeer het zo weer.", "Another program keeps {file} busy; try again in a moment.";
    broken: "{file} heeft fouten en blijft zoals het is:", "{file} has problems and stays as it is:";
    foreign: "{file} zegt iets van platforms of badges die deze directory niet heeft, en blijft zoals het is:", "{file} says something of platforms or badges that this directory doesn't have, and stays as it is:";
    comment: "{file} heeft op regel {line} commentaar dat verloren zou gaan; zet het bovenaan of in een `note`.", "{file} has a comment on line {line} that would be lost; put it at the top or in a `note`.";
    newer: "Er staat al een latere waarneming, van {date}.", "There is a later observation already, of {date}.";
    unfit: "Dit kan niet gezien zijn:", "This can't have been seen:";
    // What is shown
    own: "eigen waarneming", "own observation";
    own_of: "eigen waarneming van {date}", "own observation of {date}";
}

/// Why an observation was not recorded, in sentences; the problems of the file one by one.
pub fn not_recorded(words: &Words, file: &str, fault: &NotRecorded) -> Vec<String> {
    let own = words.observations;
    let of_file = |text: &str| fill(text, &[("file", file)]);
    let listed = |text: &str, problems: &[Problem]| {
        let problems = problems.iter().map(|problem| format!("{file}:{problem}"));
        std::iter::once(of_file(text)).chain(problems).collect()
    };
    match fault {
        NotRecorded::Unwritable(fault) => {
            vec![fill(own.unwritable, &[("file", file), ("why", &fault.to_string())])]
        }
        NotRecorded::Busy => vec![of_file(own.busy)],
        NotRecorded::Broken(problems) => listed(own.broken, problems),
        NotRecorded::Foreign(problems) => listed(own.foreign, problems),
        NotRecorded::Comment(line) => {
            vec![fill(own.comment, &[("file", file), ("line", &line.to_string())])]
        }
        NotRecorded::Newer(day) => vec![fill(own.newer, &[("date", &day.to_string())])],
        NotRecorded::Unfit(problems) => {
            let problems = problems.iter().map(|problem| problem.message.clone());
            std::iter::once(own.unfit.to_owned()).chain(problems).collect()
        }
    }
}
