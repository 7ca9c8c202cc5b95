//! Whether an address that is new looks like a listed one.

use crate::check::similarity::Resemblance;
use crate::check::{Checker, Verdict};
use crate::directory::Directory;
use crate::search::Index;

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
