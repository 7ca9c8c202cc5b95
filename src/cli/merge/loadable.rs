//! What of the accepted proposals a directory file can have: one that would not load is no reason to leave the others.

use std::collections::BTreeSet;

use crate::directory::format::Comments;
use crate::directory::{Date, Directory, LoadError};
use crate::proposals::apply::{Applied, apply};
use crate::proposals::{Proposals, Subject, Verdict};

/// A directory file that proposals are taken over into.
pub(super) struct Target<'t> {
    /// What it says.
    pub(super) directory: &'t Directory,
    /// Its text, whose comments stay.
    pub(super) text: &'t str,
    /// The day by which confirmations need no decision, where they don't.
    pub(super) confirmations: Option<Date>,
    /// The day by which it is judged.
    pub(super) today: Date,
}

/// What came of it.
pub(super) struct Loadable {
    /// What was taken over.
    pub(super) applied: Applied,
    /// The file as it is then.
    pub(super) laid_out: String,
    /// What would not load, with why.
    pub(super) faulty: Vec<(Subject, LoadError)>,
}

impl Target<'_> {
    /// Takes over all that can be.
    ///
    /// # Errors
    ///
    /// What is wrong with the file where it would not load whatever is left out.
    pub(super) fn take(&self, proposals: &Proposals) -> Result<Loadable, Vec<LoadError>> {
        let (applied, laid_out) = self.lay_out(proposals);
        let mut faulty = Vec::new();
        if crate::embedded::from_toml(&laid_out, self.today).is_ok() {
            return Ok(Loadable { applied, laid_out, faulty });
        }
        let mut good = BTreeSet::new();
        let all: Vec<&Subject> = applied.done.iter().collect();
        self.sort(proposals, &all, &mut good, &mut faulty);
        let rest = self.only(proposals, |it| !faulty.iter().any(|(bad, _)| bad == it));
        let (applied, laid_out) = self.lay_out(&rest);
        crate::embedded::from_toml(&laid_out, self.today)?;
        Ok(Loadable { applied, laid_out, faulty })
    }

    fn lay_out(&self, proposals: &Proposals) -> (Applied, String) {
        let applied = apply(self.directory, proposals, self.confirmations);
        let laid_out = Comments::of(self.text).above(&applied.directory.to_toml());
        (applied, laid_out)
    }

    /// Finds by halves which of some can't be added to those that are good.
    fn sort<'s>(
        &self,
        proposals: &Proposals,
        some: &[&'s Subject],
        good: &mut BTreeSet<&'s Subject>,
        faulty: &mut Vec<(Subject, LoadError)>,
    ) {
        let with = self.only(proposals, |it| good.contains(it) || some.contains(&it));
        let loaded = crate::embedded::from_toml(&self.lay_out(&with).1, self.today);
        match (loaded, some) {
            (Ok(_), _) => good.extend(some),
            (Err(problems), [one]) => {
                faulty.extend(problems.into_iter().next().map(|why| ((*one).clone(), why)));
            }
            (Err(_), _) => {
                let (first, last) = some.split_at(some.len() / 2);
                self.sort(proposals, first, good, faulty);
                self.sort(proposals, last, good, faulty);
            }
        }
    }

    /// Proposals of which only a choice is taken over.
    fn only(&self, proposals: &Proposals, is_meant: impl Fn(&Subject) -> bool) -> Proposals {
        let mut only = proposals.clone();
        for (subject, case) in &mut only.cases {
            if !is_meant(subject) {
                case.decide(Verdict::Later, None, self.today);
            }
        }
        only
    }
}
