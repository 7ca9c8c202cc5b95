//! Addresses: the account that one means, or the host that it leads to.

use super::{Found, Judge};
use crate::check::host::{self, Writing};
use crate::check::tokens::is_routed;
use crate::check::{
    HostImitation, HostTechnique, Imitated, Instead, KnownSite, Listed, OtherPort, Remark,
    UnknownHost, Verdict, attribution,
};
use crate::directory::OrganisationIndex;
use crate::platform::{AddressError, PlatformIndex, Reference, host_of_address, is_under};

/// A shorter name is that of others as well: `az.com`.
const TELLING: usize = 5;

impl Judge<'_> {
    /// The verdict on an address, with how it is written.
    pub(super) fn address(&self, text: &str) -> Found {
        let found = self.address_as_written(text);
        // What passes itself off as another host is told as that.
        if matches!(found.verdict, Verdict::UnknownHost(UnknownHost { imitation: Some(_), .. })) {
            return found;
        }
        match host::writing(text) {
            Some(Writing::Replaced(meant)) => found.with(Remark::ReplacedInHost(meant)),
            Some(Writing::Impossible(host)) => {
                let remark = Remark::ImpossibleHost(host);
                if found.remarks.contains(&remark) { found } else { found.with(remark) }
            }
            None => found,
        }
    }

    fn address_as_written(&self, text: &str) -> Found {
        if let Some(found) = self.wrapped(text) {
            return found;
        }
        match self.directory.platforms.parse_address(text) {
            Ok(parsed) => self.with_foreign_in_path(self.parsed(&parsed), text),
            Err(AddressError::NotAnAddress) => self.no_address(text),
            Err(AddressError::Disguised(_)) => self.ambiguous(text),
            Err(AddressError::UserBeforeHost(host)) => {
                let imitation =
                    self.checker.hosts(self.directory).imitated_in_authority(self.directory, text);
                if imitation.is_some() {
                    return self.unknown_host(host, imitation);
                }
                let verdict = Verdict::NotAnAccount(Instead::UnknownForm);
                Found::new(None, None, verdict).with(Remark::UserBeforeHost(host))
            }
            Err(AddressError::UnknownHost(host)) => match self.directory.account_by_address(text) {
                Some(account) => {
                    let listed = Listed { account, others: Vec::new() };
                    let platform = self.directory.account(account).platform;
                    Found::new(Some(platform), None, self.verdict_on_listed(listed))
                }
                None => self.named_like_host(text).unwrap_or_else(|| self.host(text, host)),
            },
            Err(AddressError::UnknownForm(platform)) => {
                Found::new(Some(platform), None, Verdict::NotAnAccount(Instead::UnknownForm))
            }
            Err(AddressError::NotAnAccount(platform, what)) => {
                let instead = Instead::OnPlatform { what, of: None, named: None };
                Found::new(Some(platform), None, Verdict::NotAnAccount(instead))
            }
            Err(AddressError::Ambiguous(platform, ambiguity)) => {
                self.several_readings(platform, ambiguity, text)
            }
            Err(AddressError::BadName(platform, fault)) => self.impossible(platform, fault),
        }
    }

    /// What browsers take for no address: one that programs read differently, or a name.
    fn no_address(&self, text: &str) -> Found {
        let hosts = self.checker.hosts(self.directory);
        match hosts.imitated_in_authority(self.directory, text) {
            Some(imitation) => self.unknown_host(imitation.domain.clone(), Some(imitation)),
            None => match unreadable_host(text).or_else(|| host::with_false_points(text)) {
                Some(host) => {
                    let remark = Remark::ImpossibleHost(host.to_owned());
                    self.host(text, host.to_lowercase()).with(remark)
                }
                None => self.handle(text),
            },
        }
    }

    /// An address whose signs programs read differently.
    fn ambiguous(&self, text: &str) -> Found {
        let hosts = self.checker.hosts(self.directory);
        let imitation = hosts.imitated_in_authority(self.directory, text);
        let host = host_of_address(&text.replace('\\', "/")).unwrap_or_default();
        self.unknown_host(host, imitation)
    }

    pub(super) fn unknown_host(&self, host: String, imitation: Option<HostImitation>) -> Found {
        let claim = imitation.as_ref().and_then(|it| match it.of {
            Imitated::Organisation(organisation) => Some(organisation),
            Imitated::Platform(_) => None,
        });
        let name = host.strip_prefix("www.").unwrap_or(&host);
        let reported = attribution::reported(self.directory, name, &[], claim.as_slice());
        let named = Vec::new();
        let verdict = Verdict::UnknownHost(UnknownHost { host, imitation, named, reported });
        Found::new(None, None, verdict)
    }

    /// An unknown host, with whose name it is by the customs of a kind. A listed body's own name is no slip in
    /// that of another.
    fn unknown_or_named(&self, host: String, name: &str) -> Found {
        let hosts = self.checker.hosts(self.directory);
        let imitation = hosts.imitated(self.directory, name);
        let is_slip = |it: &HostImitation| {
            matches!(it.technique, HostTechnique::Typo | HostTechnique::Characters)
        };
        if imitation.as_ref().is_some_and(|it| !is_slip(it)) {
            return self.unknown_host(host, imitation);
        }
        let similarity = self.checker.similarity(self.directory);
        let label = host::label_alone(name).filter(|it| imitation.is_some() || it.len() >= TELLING);
        let mut named =
            label.map_or_else(Vec::new, |label| similarity.natural(self.directory, &label));
        let of = imitation.as_ref().map(|it| it.of);
        let is_own = |index: &OrganisationIndex| of == Some(Imitated::Organisation(*index));
        if named.is_empty() || named.iter().any(is_own) {
            return self.unknown_host(host, imitation);
        }
        let mut found = self.unknown_host(host, None);
        named.truncate(attribution::MOST);
        if let Verdict::UnknownHost(unknown) = &mut found.verdict {
            unknown.named = named;
        }
        found
    }

    /// An address on a host that is no platform's.
    pub(super) fn host(&self, text: &str, host: String) -> Found {
        let hosts = self.checker.hosts(self.directory);
        let (name, port) = host::split_port(&host);
        if let Some(imitation) = hosts.imitated_in_authority(self.directory, text) {
            return self.unknown_host(host, Some(imitation));
        }
        // A user before a host is passed over by browsers, and not by mail.
        if !text.contains(':') && is_routed(text) {
            return Found::new(None, None, Verdict::NotAnAccount(Instead::Mail(None)));
        }
        if let Some(site) = hosts.site(self.directory, name, host::path_of(text)) {
            let instead = at_other_port(name, port, Some(&site))
                .or_else(|| self.leads_on(name, Some(&site), text))
                .unwrap_or(Instead::Site(site));
            return Found::new(None, None, Verdict::NotAnAccount(instead));
        }
        if let Some(domain) = hosts.government_domain(name) {
            let of_domain = || Instead::GovernmentSite(domain.to_owned());
            let instead = at_other_port(name, port, None)
                .or_else(|| self.leads_on(name, None, text))
                .unwrap_or_else(of_domain);
            return Found::new(None, None, Verdict::NotAnAccount(instead));
        }
        if let Some(platform) = self.platform_at(name) {
            return Found::new(Some(platform), None, Verdict::NotAnAccount(Instead::UnknownForm));
        }
        let name = name.to_owned();
        let in_path = || hosts.imitated_in_path(self.directory, &name, host::path_of(text));
        let found = self.unknown_or_named(host.clone(), &name);
        match (found.verdict.is_imitation(), in_path()) {
            (false, Some(imitation)) => self.unknown_host(host, Some(imitation)),
            _ => found,
        }
    }

    fn leads_on(&self, host: &str, site: Option<&KnownSite>, text: &str) -> Option<Instead> {
        host::leads_on(self.directory, host, site, text).map(Instead::LeadsOn)
    }

    /// The platform on one of whose hosts an address is that is none of an account (that of another
    /// port, say), or under one of whose hosts another lies: `l.facebook.com`.
    fn platform_at(&self, host: &str) -> Option<PlatformIndex> {
        let is_above = |above: &String| is_under(host, above);
        let mut all = self.directory.platforms.iter();
        all.find(|(_, it)| it.rules.hosts.iter().any(is_above)).map(|(index, _)| index)
    }

    /// A listed handle with points in it, on the platform that was named: `IND.NL` on Facebook.
    fn named_like_host(&self, text: &str) -> Option<Found> {
        let platform = self.platform?;
        let name = self.directory.platform(platform).parse_name(text).ok()?;
        let reference = Reference { platform, name };
        let is_foreign = self.directory.foreign_by(&reference).is_some();
        (is_foreign || self.directory.account_by(&reference).is_some()).then(|| self.handle(text))
    }
}

/// What an address on an official host is where its port is not that of the site.
fn at_other_port(host: &str, port: Option<&str>, site: Option<&KnownSite>) -> Option<Instead> {
    let port = port.filter(|port| host::has_own_program(port))?.to_owned();
    Some(Instead::OtherPort(OtherPort { host: host.to_owned(), port, site: site.cloned() }))
}

/// The host in an address of the web that browsers take for none: in broken Punycode, or with a port that there
/// is not.
fn unreadable_host(text: &str) -> Option<&str> {
    let scheme = text.split_once(':').filter(|(scheme, rest)| {
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        is_web && rest.starts_with(['/', '\\'])
    });
    let rest = scheme.map_or(text, |(_, rest)| rest).trim_start_matches(['/', '\\']);
    let host = rest.split(['/', '\\', '?', '#']).next()?;
    let name = host.split(':').next()?;
    let is_of_label = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut labels = name.split('.');
    let is_host =
        name.contains('.') && labels.all(|it| !it.is_empty() && it.chars().all(is_of_label));
    let is_sure = scheme.is_some() || name.split('.').any(|it| it.starts_with("xn--"));
    (is_host && is_sure).then_some(host)
}
