//! Holding proposals against a directory: what their pages can carry, and what warns of them.

use super::objection::Objection;
use super::sighting::newest;
use super::{Confidence, Proposals, names, own_page, strangers};
use crate::directory::Directory;

impl Proposals {
    /// Takes evidence for what its page can carry in a directory: see [`own_page::carried`].
    pub fn hold_to_pages(&mut self, directory: &Directory) {
        for (subject, case) in &mut self.cases {
            let Some(organisation) = directory.organisation_by_id(&subject.organisation) else {
                continue;
            };
            for it in &mut case.evidence {
                it.method = own_page::carried(directory, organisation, it.method, &it.url);
            }
            case.evidence = newest(std::mem::take(&mut case.evidence));
        }
    }

    /// Warns of names and ids that are another's, by what a directory lists.
    pub fn mind_names(&mut self, directory: &Directory) {
        if !self.cases.keys().any(names::is_meant) {
            return;
        }
        let others = names::Others::of(directory);
        for (subject, case) in &mut self.cases {
            case.against.retain(|it| !matches!(Objection::read(it), Objection::NameOf(_)));
            if let Some(other) = others.named(directory, subject, case) {
                case.against.insert(Objection::NameOf(other).to_string());
            }
        }
    }

    /// Warns of what would lead to a site or an account of a stranger, by what a directory knows.
    pub fn mind_strangers(&mut self, directory: &Directory) {
        for (subject, case) in &mut self.cases {
            case.against.retain(|it| !matches!(Objection::read(it), Objection::Stranger(_)));
            if let Some(stranger) = strangers::stranger(directory, subject, case) {
                case.against.insert(Objection::Stranger(&stranger).to_string());
                case.confidence = Some(Confidence::Low);
            }
        }
    }
}
