//! What people wrote of in public trackers of programs like this one, and others of the same kinds: each input with
//! what it comes to. A file for each group of kinds.

mod accounts;
mod addresses;
mod beside;
mod demands;
mod disguised;
mod glued;
mod lines;
mod names;
mod others;
mod pages;
mod wrappers;

use officieel::check::{Answer, Instead, Verdict};
use officieel::directory::OrganisationIndex;

use crate::loaded::BUILT_IN;

/// What an input comes to, an entry for each answer in their order.
///
/// | entry | the answer |
/// | --- | --- |
/// | `official NAME`, `retired NAME`, `copy NAME` | the listed account of this name, or a copy of its page |
/// | `imitation` | something that passes itself off as something else |
/// | `imitation ID` | the same, as this organisation |
/// | `names ID` | the site, mail, number or name of this organisation, and no imitation |
/// | `unlisted NAME` | an account of this name that is not listed |
/// | `body ID` | nothing that is listed; the name is that of this organisation |
/// | `unknown HOST` | a host of which nothing is known |
/// | `part NAME`, `page` | something on a platform, of an account with this name or of none |
/// | `impossible` | a name that no account can have |
/// | `shortened`, `mail`, `words`, `other` | what it says; `other` is anything else |
type Row = (&'static str, &'static [&'static str]);

/// The name of the verdict on a whole message.
fn verdict(message: &str) -> &'static str {
    BUILT_IN.message(message).summary.verdict.id()
}

/// Checks that each message has the verdict of its row.
fn verdicts(rows: &[(&str, &str)]) {
    for (message, expected) in rows {
        assert_eq!(verdict(message), *expected, "{message:?}");
    }
}

/// Checks that each input comes to what its row says.
fn hold(kind: &str, rows: &[Row]) {
    let wrong: Vec<String> = rows.iter().filter_map(|row| difference(kind, row)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(kind: &str, (input, expected): &Row) -> Option<String> {
    let answers = BUILT_IN.answers(input);
    let is_right = answers.len() == expected.len()
        && answers.iter().zip(*expected).all(|(answer, expected)| is_met(answer, expected));
    let found = || answers.iter().map(gist).collect::<Vec<_>>().join("; ");
    (!is_right).then(|| format!("{kind}: {input:?} should be {expected:?}, and is {}", found()))
}

fn is_met(answer: &Answer, expected: &str) -> bool {
    let organisation = organisation(answer);
    match expected.split_once(' ') {
        Some(("imitation", id)) => {
            answer.verdict.is_imitation() && organisation.as_deref() == Some(id)
        }
        Some(("names", id)) => {
            !answer.verdict.is_imitation() && organisation.as_deref() == Some(id)
        }
        Some(("body", id)) => bodies(answer).iter().any(|at| id_of(*at) == id),
        _ => gist(answer) == expected || expected == "imitation" && answer.verdict.is_imitation(),
    }
}

/// What an answer comes to.
fn gist(answer: &Answer) -> String {
    let name = answer.account.as_deref().unwrap_or_default();
    match &answer.verdict {
        verdict if verdict.is_imitation() => {
            format!("imitation {}", organisation(answer).unwrap_or_default())
        }
        Verdict::Official(_) => format!("official {name}"),
        Verdict::Retired(_) | Verdict::Former(_) => format!("retired {name}"),
        Verdict::NotListed(_) => format!("unlisted {name}"),
        Verdict::UnknownHost(unknown) => format!("unknown {}", unknown.host),
        Verdict::NotAnAccount(Instead::OnPlatform { .. } | Instead::UnknownForm) => match name {
            "" => "page".to_owned(),
            name => format!("part {name}"),
        },
        Verdict::NotAnAccount(Instead::ImpossibleName(..)) => "impossible".to_owned(),
        Verdict::NotAnAccount(Instead::Copy(_)) => format!("copy {name}"),
        Verdict::NotAnAccount(Instead::Shortened(_)) => "shortened".to_owned(),
        Verdict::NotAnAccount(Instead::Mail(None)) => "mail".to_owned(),
        Verdict::NotAnAccount(Instead::Words(_)) => "words".to_owned(),
        _ => organisation(answer).map_or("other".to_owned(), |id| format!("names {id}")),
    }
}

fn organisation(answer: &Answer) -> Option<String> {
    answer.organisation(&BUILT_IN.directory).map(id_of)
}

fn id_of(organisation: OrganisationIndex) -> String {
    BUILT_IN.directory.organisation(organisation).id.clone()
}

/// The organisations whose name it is.
fn bodies(answer: &Answer) -> &[OrganisationIndex] {
    match &answer.verdict {
        Verdict::NotListed(it) => &it.named,
        Verdict::UnknownHost(it) if it.imitation.is_none() => &it.named,
        _ => &[],
    }
}
