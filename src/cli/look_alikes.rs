//! Proposals of accounts that look like listed ones.

use super::Context;
use super::style::plain;
use crate::check::Checker;
use crate::directory::Directory;
use crate::messages::proposal;
use crate::own_addition::genuine;
use crate::parallel::in_order;
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Subject, Verdict};
use crate::search::Index;

/// Says of each new account that looks like a listed one that it does: a page may show what was put there by others.
pub(super) fn mind(found: &mut Proposals, directory: &Directory) {
    for (subject, genuine) in look_alikes(found, directory, &|_| true) {
        if let Some(case) = found.cases.get_mut(&subject) {
            warn(case, &genuine);
        }
    }
}

/// The same of those alone that somebody accepted.
pub(super) fn mind_accepted(found: &mut Proposals, directory: &Directory) {
    let is_accepted =
        |case: &Case| case.decision.as_ref().is_some_and(|it| it.verdict == Verdict::Accepted);
    for (subject, genuine) in look_alikes(found, directory, &is_accepted) {
        if let Some(case) = found.cases.get_mut(&subject) {
            warn(case, &genuine);
        }
    }
}

fn warn(case: &mut Case, genuine: &str) {
    case.against.insert(Objection::LookAlike(genuine).to_string());
    case.confidence = Some(Confidence::Low);
}

/// Leaves them out where nobody would look at them before they are shown, and tells so.
pub(super) fn leave_out(
    found: &mut Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> std::io::Result<()> {
    for (subject, genuine) in look_alikes(found, directory, &|_| true) {
        found.cases.remove(&subject);
        let title = proposal::title(directory, &subject);
        let why = cx.words.proposed_look_alike(&genuine);
        writeln!(cx.err, "{}", plain(&format!("{title}: {why}")))?;
    }
    Ok(())
}

/// The new accounts that look like a listed one, each with the name of that.
fn look_alikes(
    found: &Proposals,
    directory: &Directory,
    is_meant: &dyn Fn(&Case) -> bool,
) -> Vec<(Subject, String)> {
    let new = found.cases.iter().filter(|(it, case)| it.kind == Kind::New && is_meant(case));
    let new: Vec<(&Subject, &Case)> = new.collect();
    if new.is_empty() {
        return Vec::new();
    }
    let (index, checker) = (Index::new(directory), Checker::default());
    let address = |subject: &Subject| {
        let platform = directory.platforms.by_id(subject.platform.as_deref()?)?;
        let platform = directory.platform(platform);
        let name = platform.parse_name(subject.account.as_deref()?).ok()?;
        Some(platform.address_of(&name))
    };
    let found = in_order(new, |(subject, case)| {
        let address = case.url.clone().or_else(|| address(subject))?;
        // What is listed looks like nothing but itself.
        let parsed = directory.platforms.parse_address(&address);
        if parsed.is_ok_and(|it| directory.account_by(&it.account).is_some()) {
            return None;
        }
        Some((subject.clone(), genuine(directory, &index, &checker, &address)?))
    });
    found.into_iter().flatten().collect()
}
