//! The words in which it is told why an account can't be added.

use crate::directory::Directory;
use crate::messages::proposal;
use crate::own_addition::Fault;
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Proposals, Subject};
use crate::text::sanitise::escaped;
use crate::words::Words;

/// Why it can't be added, in a sentence; what was given for the account is named in it.
pub fn fault(words: &Words, directory: &Directory, given: &str, fault: Fault) -> String {
    let given = escaped(given);
    let name = |index| escaped(&directory.organisation(index).name);
    match fault {
        Fault::NoHandle(platform) => {
            words.add_no_handle(&given, &escaped(directory.platform(platform).name()))
        }
        Fault::NoAddress => words.add_no_address(&given),
        Fault::Part => words.add_part(&given),
        // What was given may hold a password.
        Fault::NoPage => words.add_no_page.to_owned(),
        Fault::Later(seen) => words.add_later(&seen.to_string()),
        Fault::Listed(organisation) => words.add_listed(&name(organisation)),
        Fault::OfAnother(organisation) => words.add_of_another(&name(organisation)),
        Fault::Refused(why) => proposal::refusal(words, why).to_owned(),
    }
}

/// That an account was added to a file of this name, or stood there already. What looks like a listed account is not shown with the directory before
/// somebody looked at it, and that is told.
pub fn added(
    words: &Words,
    directory: &Directory,
    addition: &Proposals,
    subject: &Subject,
    case: &Case,
    (file, stood): (&str, bool),
) -> String {
    let title = proposal::title(directory, addition, subject);
    let genuine = case.against.iter().find_map(|it| match Objection::read(it) {
        Objection::LookAlike(genuine) => Some(genuine),
        _ => None,
    });
    let told = match genuine {
        Some(genuine) => words.add_added_unshown(genuine, file, &title),
        None => words.add_added(file, &title),
    };
    if stood { format!("{told} {}", words.add_stood) } else { told }
}
