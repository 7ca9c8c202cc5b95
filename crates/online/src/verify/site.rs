//! What an organisation's own site says: its home page, and the files that list its accounts.

use std::collections::{HashMap, HashSet};

use officieel_directory::directory::{Directory, OrganisationIndex};
use officieel_directory::platform::{Platforms, Reference, is_under};
use url::Url;

use super::look::Look;
use super::rel_me::PageLinks;
use super::trust_txt::{Attribute, TrustTxt};
use super::xpoc::Manifest;
use super::{Rule, Verifier};
use crate::fetch::{Accept, Failure, Follow, OwnHosts, Page, Request, says_nothing};
use crate::robots::Robots;

/// The site of one organisation; each page of it is asked for once.
pub(super) struct Site {
    pub(super) website: Option<Url>,
    /// The hosts that are its own and nobody else's, without `www.`.
    own: Vec<String>,
    hosts: OwnHosts,
    pages: HashMap<Url, Option<(Url, PageLinks)>>,
    files: Option<Vec<File>>,
    /// What each of its hosts asks of programs.
    robots: HashMap<String, Result<Robots, Failure>>,
    /// Pages of which nothing is known, though they were asked for.
    not_looked: HashSet<Url>,
}

/// A file that lists accounts.
pub(super) enum File {
    TrustTxt(Url, TrustTxt),
    Xpoc(Url, Manifest),
}

impl Site {
    pub(super) fn new(directory: &Directory, index: OrganisationIndex) -> Self {
        let organisation = directory.organisation(index);
        let website = organisation.website.as_deref().and_then(|website| Url::parse(website).ok());
        let mut own: Vec<String> = organisation
            .sites
            .iter()
            .filter(|site| !site.is_shared && site.bare_path().is_empty())
            .map(|site| site.bare_host().to_owned())
            .collect();
        // A website that is a path is on the host of others.
        let whole =
            website.as_ref().filter(|website| website.path() == "/" && website.query().is_none());
        own.extend(whole.and_then(Url::host_str).map(|host| bare(host).to_owned()));
        let hosts = OwnHosts::of(directory, &[index]);
        let (pages, robots, not_looked) = (HashMap::new(), HashMap::new(), HashSet::new());
        Self { website, own, hosts, pages, files: None, robots, not_looked }
    }

    /// Whether a host is the organisation's own, or below one that is.
    pub(super) fn owns(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        self.own.iter().any(|own| is_under(&host, own))
    }

    /// Whether a page speaks for the organisation: on a host of its own, or on its part of the host of others.
    pub(super) fn speaks(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let is_part = |website: &Url| {
            let path = website.path().trim_end_matches('/');
            let behind = url.path().strip_prefix(path);
            website.host_str().map(bare) == Some(bare(host))
                && behind.is_some_and(|behind| behind.is_empty() || behind.starts_with('/'))
        };
        url.scheme() == "https" && (self.owns(host) || self.website.as_ref().is_some_and(is_part))
    }

    /// The links of a page of the site, and where it was found.
    pub(super) fn links(
        &mut self,
        verifier: &Verifier<'_>,
        url: &Url,
        look: &Look<'_>,
    ) -> Option<&(Url, PageLinks)> {
        if !self.pages.contains_key(url) {
            let page = self.get(verifier, url, Accept::Html, look);
            if page.as_ref().is_none_or(|page| says_nothing(page.status)) {
                self.not_looked.insert(url.clone());
            }
            let page = page.filter(|page| page.status == 200 && self.speaks(&page.url));
            let page = page.filter(|page| !self.sends_away(verifier, page));
            let read = page.map(|page| (page.url.clone(), PageLinks::read(&page.body, &page.url)));
            self.pages.insert(url.clone(), read);
        }
        self.pages.get(url)?.as_ref()
    }

    /// Whether a page sends its visitors on to a host that is not the organisation's: then it is a stranger's by now.
    fn sends_away(&self, verifier: &Verifier<'_>, page: &Page) -> bool {
        let read = crate::page::Page::read(&page.body, page.header("content-type"));
        let to = read.answered_with(page.header("refresh")).sent_on(&page.url);
        let host = |url: &Url| url.host_str().unwrap_or_default().to_owned();
        to.is_some_and(|to| !self.hosts.allow(verifier.suffixes, &host(&page.url), &host(&to)))
    }

    /// Whether a page was asked for, and nothing is known of it all the same.
    pub(super) fn could_not_look(&self, url: &Url) -> bool {
        self.not_looked.contains(url)
    }

    /// A page of the site, where the site asks nobody to stay away from it. Of the platforms' own programming interfaces
    /// (lookups, feeds, `WebFinger`, handles) no `robots.txt` is asked: they are made for programs.
    fn get(
        &mut self,
        verifier: &Verifier<'_>,
        url: &Url,
        accept: Accept,
        look: &Look<'_>,
    ) -> Option<Page> {
        if self.may_ask(url, look).is_err() {
            look.not_asked(url);
            return None;
        }
        let to = |from: &str, to: &str| self.hosts.allow(verifier.suffixes, from, to);
        let follow = Follow { to: &to, ..Follow::default() };
        look.page(&Request::new(url.clone(), accept).following(follow)).ok()
    }

    fn may_ask(&mut self, url: &Url, look: &Look<'_>) -> Result<(), Failure> {
        let host = url.host_str().unwrap_or_default();
        if !self.robots.contains_key(host) {
            self.robots.insert(host.to_owned(), look.robots(url));
        }
        match self.robots.get(host) {
            Some(Err(failure)) => Err(failure.clone()),
            Some(Ok(robots)) if robots.allows_url(url) => Ok(()),
            _ => Err(Failure::Robots),
        }
    }

    /// The files of the site. On a host of others, they are the others'.
    pub(super) fn files(&mut self, verifier: &Verifier<'_>, look: &Look<'_>) -> &[File] {
        if self.files.is_none() {
            self.files = Some(self.read_files(verifier, look));
        }
        self.files.as_deref().unwrap_or_default()
    }

    fn read_files(&mut self, verifier: &Verifier<'_>, look: &Look<'_>) -> Vec<File> {
        let mut files = Vec::new();
        let website = self.website.clone();
        let Some(website) =
            website.filter(|website| self.owns(website.host_str().unwrap_or_default()))
        else {
            return files;
        };
        let mut get = |path: &str, accept| {
            let page = self.get(verifier, &website.join(path).ok()?, accept, look)?;
            let is_whole = page.status == 200 && page.is_complete;
            let is_here = page.url.host_str().map(bare) == website.host_str().map(bare);
            (is_whole && is_here && !is_html(&page)).then_some(page)
        };
        let trust_txt = ["/.well-known/trust.txt", "/trust.txt"].into_iter().find_map(|path| {
            let page = get(path, Accept::Text)?;
            Some(File::TrustTxt(page.url.clone(), TrustTxt::parse(&page.body)?))
        });
        files.extend(trust_txt);
        let manifest = get("/xpoc-manifest.json", Accept::Json).and_then(|page| {
            let host = page.url.host_str()?;
            Some(File::Xpoc(page.url.clone(), Manifest::parse(&page.body, host)?))
        });
        files.extend(manifest);
        files
    }
}

fn is_html(page: &Page) -> bool {
    page.header("content-type").is_some_and(|content| content.trim_start().starts_with("text/html"))
}

impl File {
    pub(super) fn url(&self) -> &Url {
        match self {
            Self::TrustTxt(url, _) | Self::Xpoc(url, _) => url,
        }
    }

    pub(super) fn rule(&self) -> Rule {
        match self {
            Self::TrustTxt(..) => Rule::TrustTxt,
            Self::Xpoc(..) => Rule::Xpoc,
        }
    }

    pub(super) fn lists(&self, account: &Reference, platforms: &Platforms) -> bool {
        match self {
            Self::TrustTxt(_, file) => file.values(Attribute::Social).any(|url| {
                let parsed = platforms.parse_address(url);
                parsed.is_ok_and(|parsed| parsed.part.is_none() && parsed.account == *account)
            }),
            Self::Xpoc(_, manifest) => manifest.references(platforms).contains(account),
        }
    }

    /// Whether a profile names the site back: `trust://host!` or `xpoc://host!`.
    pub(super) fn is_named_in(&self, profile: &str) -> bool {
        let scheme = match self {
            Self::TrustTxt(..) => "trust://",
            Self::Xpoc(..) => "xpoc://",
        };
        let host = self.url().host_str().unwrap_or_default();
        let profile = profile.to_ascii_lowercase();
        let mut named = profile.split(scheme).skip(1).filter_map(|rest| rest.split_once('!'));
        named.any(|(named, _)| bare(named.trim_end_matches('/')) == bare(host))
    }
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}
