//! Which hosts a page of an organisation may redirect to.

use officieel_directory::directory::{Directory, OrganisationIndex};
use officieel_directory::platform::{host_of_address, is_under};
use officieel_directory::public_suffixes::PublicSuffixes;

/// The hosts that the directory gives an organisation: its website's, and its sites', each with what lies below.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnHosts(Vec<String>);

impl OwnHosts {
    /// Those of all of some organisations.
    pub fn of(directory: &Directory, organisations: &[OrganisationIndex]) -> Self {
        let mut hosts = Vec::new();
        for &index in organisations {
            let organisation = directory.organisation(index);
            hosts.extend(organisation.website.as_deref().and_then(host_of_address));
            let own = organisation.sites.iter().filter(|site| !site.is_shared);
            hosts.extend(own.map(|site| site.host.clone()));
        }
        for host in &mut hosts {
            if let Some(bare) = host.strip_prefix("www.") {
                *host = bare.to_owned();
            }
        }
        hosts.sort_unstable();
        hosts.dedup();
        Self(hosts)
    }

    /// The same with more of them, such as those that a register of domains lists.
    #[must_use]
    pub fn with(mut self, hosts: impl IntoIterator<Item = String>) -> Self {
        self.0.extend(hosts);
        self
    }

    /// Whether a redirect from one host to another stays with the organisation: on the registered domain, or on a host
    /// of its own.
    pub fn allow(&self, suffixes: &PublicSuffixes, from: &str, to: &str) -> bool {
        site_of(suffixes, from) == site_of(suffixes, to)
            || self.0.iter().any(|own| is_under(to, own))
    }
}

/// The domain that somebody registered, for a host below it; the host itself where no list knows its ending.
pub fn site_of<'h>(suffixes: &PublicSuffixes, host: &'h str) -> &'h str {
    suffixes.registered(host).map_or(host, |(site, _)| site)
}
