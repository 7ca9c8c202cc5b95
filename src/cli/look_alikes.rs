//! Proposals of accounts that look like listed ones.

use super::Context;
use super::style::plain;
use crate::check::similarity::Resemblance;
use crate::check::{Checker, Verdict};
use crate::directory::Directory;
use crate::messages::proposal;
use crate::proposals::{Confidence, Kind, Proposals, Subject};
use crate::search::Index;

/// Says of each new account that looks like a listed one that it does: a page may show what was put there by others.
pub(super) fn mind(found: &mut Proposals, directory: &Directory, cx: &Context<'_>) {
    for (subject, genuine) in look_alikes(found, directory) {
        if let Some(case) = found.cases.get_mut(&subject) {
            case.against.insert(cx.words.proposed_look_alike(&genuine));
            case.confidence = Some(Confidence::Low);
        }
    }
}

/// Leaves them out where nobody would look at them before they are shown, and tells so.
pub(super) fn leave_out(
    found: &mut Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> std::io::Result<()> {
    for (subject, genuine) in look_alikes(found, directory) {
        found.cases.remove(&subject);
        let title = proposal::title(directory, &subject);
        let why = cx.words.proposed_look_alike(&genuine);
        writeln!(cx.err, "{}", plain(&format!("{title}: {why}")))?;
    }
    Ok(())
}

/// The new accounts that look like a listed one, each with the name of that.
fn look_alikes(found: &Proposals, directory: &Directory) -> Vec<(Subject, String)> {
    let mut new = found.cases.iter().filter(|(it, _)| it.kind == Kind::New).peekable();
    if new.peek().is_none() {
        return Vec::new();
    }
    let mut resembled = resembled(directory);
    let address = |subject: &Subject| {
        let platform = directory.platforms.by_id(subject.platform.as_deref()?)?;
        let platform = directory.platform(platform);
        let name = platform.parse_name(subject.account.as_deref()?).ok()?;
        Some(platform.address_of(&name))
    };
    new.filter_map(|(subject, case)| {
        let address = case.url.clone().or_else(|| address(subject))?;
        Some((subject.clone(), resembled(&address)?.genuine))
    })
    .collect()
}

/// What tells the listed name that an address looks like.
pub(super) fn resembled(directory: &Directory) -> impl FnMut(&str) -> Option<Resemblance> + '_ {
    let (index, checker) = (Index::new(directory), Checker::default());
    move |address| {
        let answers = checker.answers(directory, &index, address, None);
        answers.into_iter().find_map(|answer| match answer.verdict {
            Verdict::LookAlike(resemblance) => Some(resemblance),
            _ => None,
        })
    }
}
