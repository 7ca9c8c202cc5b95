//! Which hosts are visited, and where a visit begins.

use std::collections::BTreeMap;

use officieel_directory::directory::{Directory, OrganisationIndex};
use url::Url;

use super::Purpose;

/// The hosts of a run, in order of their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The hosts.
    pub hosts: Vec<HostPlan>,
}

/// One host with all visits to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostPlan {
    /// Its name.
    pub host: String,
    /// The websites on it, by address. One address may be that of several organisations.
    pub starts: Vec<Start>,
}

/// One website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Its address.
    pub url: Url,
    /// Whose it is.
    pub organisations: Vec<OrganisationIndex>,
}

impl Plan {
    /// The websites of some organisations; those without one aren't in it.
    pub fn of(
        directory: &Directory,
        organisations: impl IntoIterator<Item = OrganisationIndex>,
    ) -> Self {
        let mut hosts: BTreeMap<String, BTreeMap<Url, Vec<OrganisationIndex>>> = BTreeMap::new();
        for index in organisations {
            let website = directory.organisation(index).website.as_deref();
            let Some(mut url) = website.and_then(|website| Url::parse(website).ok()) else {
                continue;
            };
            url.set_fragment(None);
            let Some(host) = url.host_str().map(str::to_owned) else {
                continue;
            };
            let own = hosts.entry(host).or_default().entry(url).or_default();
            if !own.contains(&index) {
                own.push(index);
            }
        }
        let start = |(url, organisations)| Start { url, organisations };
        let host = |(host, starts): (String, BTreeMap<_, _>)| HostPlan {
            host,
            starts: starts.into_iter().map(start).collect(),
        };
        Self { hosts: hosts.into_iter().map(host).collect() }
    }

    /// The same with these hosts alone.
    #[must_use]
    pub fn only(mut self, is_wanted: impl Fn(&str) -> bool) -> Self {
        self.hosts.retain(|host| is_wanted(&host.host));
        self
    }

    /// The first of its hosts.
    #[must_use]
    pub fn limit(mut self, hosts: usize) -> Self {
        self.hosts.truncate(hosts);
        self
    }

    /// What would be asked for, as far as it is known before anything is; contact pages and pages of accounts aren't.
    pub fn requests(&self) -> Vec<Url> {
        self.hosts.iter().flat_map(HostPlan::requests).collect()
    }
}

impl HostPlan {
    fn requests(&self) -> Vec<Url> {
        let robots = self.file("/robots.txt");
        let starts = self.starts.iter().map(|start| start.url.clone());
        let files = self.files().into_iter().map(|(_, url)| url);
        robots.into_iter().chain(starts).chain(files).collect()
    }

    /// All whose website is on the host.
    pub fn organisations(&self) -> Vec<OrganisationIndex> {
        let mut all: Vec<_> = self.starts.iter().flat_map(|it| it.organisations.clone()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    pub(super) fn file(&self, path: &str) -> Option<Url> {
        self.starts.first().and_then(|start| start.url.join(path).ok())
    }

    /// The files by which a site says what is its own.
    pub(super) fn files(&self) -> Vec<(Purpose, Url)> {
        let files = [
            (Purpose::TrustTxt, "/.well-known/trust.txt"),
            (Purpose::XpocManifest, "/xpoc-manifest.json"),
        ];
        files.into_iter().filter_map(|(purpose, path)| Some((purpose, self.file(path)?))).collect()
    }
}
