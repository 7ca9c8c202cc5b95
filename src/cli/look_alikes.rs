//! Proposals of accounts that look like listed ones.

use super::Context;
use super::style::plain;
use crate::directory::Directory;
use crate::messages::proposal;
use crate::own_addition::look_alikes;
use crate::proposals::{Case, Proposals, Subject, Verdict};

/// Says of each new account that looks like a listed one that it does: a page may show what was put there by others.
pub(super) fn mind(found: &mut Proposals, directory: &Directory) {
    look_alikes::mind(found, directory, &|_, _| true);
}

/// The same of those alone that somebody accepted.
pub(super) fn mind_accepted(found: &mut Proposals, directory: &Directory) {
    let is_accepted = |_: &Subject, case: &Case| {
        case.decision.as_ref().is_some_and(|it| it.verdict == Verdict::Accepted)
    };
    look_alikes::mind(found, directory, &is_accepted);
}

/// Leaves them out where nobody would look at them before they are shown, and tells so.
pub(super) fn leave_out(
    found: &mut Proposals,
    directory: &Directory,
    name: &str,
    cx: &mut Context<'_>,
) -> std::io::Result<()> {
    for (subject, genuine) in look_alikes::look_alikes(found, directory, &|_, _| true) {
        let title = proposal::title(directory, found, &subject);
        found.cases.remove(&subject);
        writeln!(cx.err, "{}", plain(&cx.words.add_left_out(&genuine, name, &title)))?;
    }
    Ok(())
}
