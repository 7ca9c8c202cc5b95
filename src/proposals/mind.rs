//! Holding proposals against a directory: what their pages can carry, and what warns of them.

use super::objection::Objection;
use super::sighting::newest;
use super::{
    Case, Confidence, Proposals, fate, names, own_page, sends_on, strangers, telephone, vouched,
    website,
};
use crate::directory::{Directory, Method};

impl Proposals {
    /// Holds evidence to its pages, and says all that a directory knows against proposals.
    pub fn mind_all(&mut self, directory: &Directory) {
        self.mind_proofs();
        self.hold_to_pages(directory);
        self.mind_pages(directory);
        self.mind_words_of_others(directory);
        self.mind_strangers(directory);
        self.mind_websites(directory);
        self.mind_names(directory);
        self.mind_numbers(directory);
        self.mind_fates(directory);
    }

    /// Says of proofs from both sides where nothing proves that they can't be. What such evidence counts for is changed with
    /// that, so that it stays said.
    pub(super) fn mind_proofs(&mut self) {
        for (subject, case) in &mut self.cases {
            let is_proof = case.evidence.iter().any(|it| it.method == Method::TwoWay);
            if is_proof && own_page::is_beyond_proof(subject) {
                case.mind(Objection::NoProof, true);
            }
        }
    }

    /// Says of pages, and of sites that readers would be led to, that they may send on to others, or are on hosts that aren't
    /// listed.
    pub(super) fn mind_pages(&mut self, directory: &Directory) {
        for (subject, case) in &mut self.cases {
            let organisation = directory.organisation_by_id(&subject.organisation);
            let is_own = |page: &str| {
                organisation.is_some_and(|it| own_page::is_of_family(directory, it, page))
            };
            // Whoever is led to a site is sent on from there as well.
            let site = website::given(directory, subject, case);
            let mut pages = case.evidence.iter().map(|it| it.url.as_str()).chain(site);
            let is_sent = pages.any(|page| sends_on::sends_on(page, &is_own));
            let own = case
                .evidence
                .iter()
                .filter(|it| matches!(it.method, Method::OfficialSite | Method::TwoWay));
            let hosts: Vec<String> = own
                .map(|it| it.url.as_str())
                .chain(site)
                .filter_map(|page| own_page::unlisted_host(directory, organisation?, page))
                .collect();
            case.mind(Objection::SendsOn, is_sent);
            case.against.retain(|it| !matches!(Objection::read(it), Objection::UnlistedHost(_)));
            for host in hosts {
                case.mind(Objection::UnlistedHost(&host), true);
            }
        }
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
            let is_elsewhere = vouched::is_word_of_others(directory, subject, case);
            case.mind(Objection::PageElsewhere, is_elsewhere);
        }
    }

    /// Warns of websites that are somebody else's, by what a directory lists.
    pub fn mind_websites(&mut self, directory: &Directory) {
        let is_meant = |(subject, case)| website::given(directory, subject, case).is_some();
        if !self.cases.iter().any(is_meant) {
            return;
        }
        let websites = website::Websites::of(directory);
        for (subject, case) in &mut self.cases {
            case.against.retain(|it| {
                !matches!(Objection::read(it), Objection::SiteOf(_) | Objection::SharedHost(_))
            });
            if let Some(objection) = websites.objection(directory, subject, case) {
                case.against.insert(objection);
                case.confidence = Some(Confidence::Low);
            }
        }
    }

    /// Says of telephone numbers that are not listed with their organisation that they are.
    fn mind_numbers(&mut self, directory: &Directory) {
        for (subject, case) in &mut self.cases {
            case.mind(Objection::TelephoneNumber, telephone::is_unlisted(directory, subject, case));
        }
    }

    /// Says of ends and other names what no register says, and of ends what was seen since.
    fn mind_fates(&mut self, directory: &Directory) {
        for (subject, case) in &mut self.cases {
            case.mind(Objection::NoRegister, fate::is_unregistered(subject, case));
            case.against.retain(|it| !matches!(Objection::read(it), Objection::SeenSince(_)));
            if let Some(day) = fate::seen_since(directory, subject) {
                case.mind(Objection::SeenSince(&day.to_string()), true);
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

impl Case {
    /// Has an objection, or hasn't.
    fn mind(&mut self, objection: Objection<'_>, holds: bool) {
        let id = objection.to_string();
        if holds {
            self.against.insert(id);
        } else {
            self.against.remove(&id);
        }
    }
}
