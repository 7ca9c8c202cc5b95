//! Judging hosts by the million, where only imitations are of interest.

use super::host::label_alone;
use super::{Checker, HostImitation, HostTechnique, Imitated};
use crate::directory::{Directory, OrganisationIndex};

impl Checker {
    /// What a host passes itself off as, by its name alone; `None` also for known sites, and for what is the own
    /// name of a listed organisation by the customs of its kind. `host` may stand as it was typed.
    ///
    /// It is what [`Checker::answers`] says of an address with nothing but this host.
    pub fn host_imitation(&self, directory: &Directory, host: &str) -> Option<HostImitation> {
        let found = self.hosts(directory).imitated(directory, host)?;
        if !matches!(found.technique, HostTechnique::Typo | HostTechnique::Characters) {
            return Some(found);
        }
        let Some(label) = label_alone(host) else { return Some(found) };
        let named = self.similarity(directory).natural(directory, &label);
        let is_own = |index: &OrganisationIndex| found.of == Imitated::Organisation(*index);
        (named.is_empty() || named.iter().any(is_own)).then_some(found)
    }

    /// Makes ready what hosts and names are compared with, which takes longest the first time.
    pub fn prepare(&self, directory: &Directory) {
        self.hosts(directory);
        self.similarity(directory);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Verdict;
    use crate::search::Index;

    #[test]
    fn a_host_is_judged_as_its_address_is() {
        let directory = crate::embedded::directory().unwrap();
        let index = Index::new(&directory);
        let checker = Checker::default();
        for host in [
            "belastingdienst.nl",
            "www.belastingdienst.nl",
            "belastingdienst.com",
            "be1astingdienst.nl",
            "belastingdienst-nl.com",
            "xn--belastingdenst-z5a.nl",
            "digid-form-site.xyz",
            "digid.nl.example.com",
            "mijn.overheid.nl",
            "gemeente-ede.nl",
            "bakkerij-de-molen.nl",
            "example.com",
            "annsterdam.nl",
            "x.com",
            "faceb00k.com",
        ] {
            let answers = checker.answers(&directory, &index, &format!("https://{host}/"), None);
            let expected = answers.into_iter().find_map(|answer| match answer.verdict {
                Verdict::UnknownHost(unknown) => unknown.imitation,
                _ => None,
            });
            assert_eq!(checker.host_imitation(&directory, host), expected, "{host}");
        }
    }
}
