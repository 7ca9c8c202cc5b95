//! New accounts among proposals that look like listed ones.

use crate::check::Checker;
use crate::directory::Directory;
use crate::parallel::in_order;
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Subject};
use crate::search::Index;

use super::genuine;

/// Writes down that a new account looks like the listed one of this name.
pub fn warn(case: &mut Case, genuine: &str) {
    case.against.insert(Objection::LookAlike(genuine).to_string());
    case.confidence = Some(Confidence::Low);
}

/// The new accounts of a choice that look like a listed one, each with the name of that.
pub fn look_alikes(
    found: &Proposals,
    directory: &Directory,
    is_meant: &dyn Fn(&Subject, &Case) -> bool,
) -> Vec<(Subject, String)> {
    let is_new = |it: &&Subject, case: &&Case| it.kind == Kind::New && is_meant(it, case);
    let new: Vec<(&Subject, &Case)> =
        found.cases.iter().filter(|(it, case)| is_new(it, case)).collect();
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

/// Says of each of them that it does.
pub fn mind(
    found: &mut Proposals,
    directory: &Directory,
    is_meant: &dyn Fn(&Subject, &Case) -> bool,
) {
    for (subject, genuine) in look_alikes(found, directory, is_meant) {
        if let Some(case) = found.cases.get_mut(&subject) {
            warn(case, &genuine);
        }
    }
}
