//! Holding proposals against a directory: what their pages can carry, and what warns of them.

use super::objection::Objection;
use super::sighting::newest;
use super::{Confidence, Proposals, names, own_page, strangers, vouched, website};
use crate::directory::Directory;

impl Proposals {
    /// Holds evidence to its pages, and says all that a directory knows against proposals.
    pub fn mind_all(&mut self, directory: &Directory) {
        self.hold_to_pages(directory);
        self.mind_words_of_others(directory);
        self.mind_strangers(directory);
        self.mind_websites(directory);
        self.mind_names(directory);
    }

    /// Takes evidence for what its page can carry in a directory: see [`own_page::carried`].
    pub fn hold_to_pages(&mut self, directory: &Directory) {
        for (subject, case) in &mut self.cases {
            let whose = own_page::Whose::of(directory, subject, case);
            for it in &mut case.evidence {
                it.method = own_page::carried(directory, &whose, it.method, &it.url);
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

    /// Says of what nobody but strangers says that it is so, once the evidence is held to its pages.
    pub fn mind_words_of_others(&mut self, directory: &Directory) {
        for (subject, case) in &mut self.cases {
            let id = Objection::PageElsewhere.to_string();
            if vouched::is_word_of_others(directory, subject, case) {
                case.against.insert(id);
            } else {
                case.against.remove(&id);
            }
        }
    }

    /// Warns of websites that are somebody else's, by what a directory lists.
    pub fn mind_websites(&mut self, directory: &Directory) {
        if !self.cases.keys().any(website::is_meant) {
            return;
        }
        let websites = website::Websites::of(directory);
        for (subject, case) in &mut self.cases {
            case.against.retain(|it| {
                !matches!(Objection::read(it), Objection::SiteOf(_) | Objection::SharedHost(_))
            });
            if let Some(objection) = websites.objection(directory, subject) {
                case.against.insert(objection);
                case.confidence = Some(Confidence::Low);
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
