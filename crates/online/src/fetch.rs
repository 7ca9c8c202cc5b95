//! Asking for one page: what is asked, and what can come of it.
//!
//! Everything that asks the network does so through [`Fetch`], so that it can be tried without one. The client that
//! opens sockets is [`crate::client::Client`].

pub mod fake;
mod own_hosts;
mod paced;

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use officieel_directory::text::sanitise::escaped;
use serde::{Deserialize, Serialize};
use url::Url;

pub use own_hosts::{OwnHosts, site_of};
pub use paced::Paced;

/// Something that can be asked for pages.
pub trait Fetch: Sync {
    /// Asks once. Never waits longer than the limits of the implementation, and never panics.
    fn fetch(&self, request: &Request<'_>) -> Outcome;

    /// The address that a host answers at, where it can be told before anything is asked: hosts at one address share
    /// a server, and are asked one after another.
    fn address_of(&self, _host: &str) -> Option<IpAddr> {
        None
    }
}

impl<F: Fetch> Fetch for &F {
    fn fetch(&self, request: &Request<'_>) -> Outcome {
        (**self).fetch(request)
    }

    fn address_of(&self, host: &str) -> Option<IpAddr> {
        (**self).address_of(host)
    }
}

/// One question.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The page that is asked for.
    pub url: Url,
    /// Whether its body is wanted.
    pub method: Method,
    /// What it may be.
    pub accept: Accept,
    /// What an earlier answer gave, to be told only what is new.
    pub validators: Validators,
    /// Which redirects are followed.
    pub follow: Follow<'a>,
}

impl<'a> Request<'a> {
    /// A page in full, wherever its redirects lead on its own host.
    pub fn new(url: Url, accept: Accept) -> Self {
        let validators = Validators::default();
        Self { url, method: Method::Get, accept, validators, follow: Follow::default() }
    }

    /// The same with other redirects.
    #[must_use]
    pub fn following(mut self, follow: Follow<'a>) -> Self {
        self.follow = follow;
        self
    }

    /// The same, told only what is new.
    #[must_use]
    pub fn since(mut self, validators: Validators) -> Self {
        self.validators = validators;
        self
    }
}

/// Whether the body of a page is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// With its body.
    Get,
    /// Its headers only.
    Head,
}

/// What an answer may be. One that says it is something else isn't read; one that doesn't say is taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accept {
    /// A page.
    Html,
    /// Plain text; a page of HTML is read as well, for servers that say so of everything.
    Text,
    /// JSON of any kind.
    Json,
    /// XML of any kind.
    Xml,
    /// A file, whatever its server calls it.
    File,
}

/// What names the state of a page at an earlier look: RFC 9110, 8.8.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Validators {
    /// The `ETag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The `Last-Modified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

/// Which redirects are followed.
#[derive(Clone, Copy)]
pub struct Follow<'a> {
    /// How many of them; with none, a redirect is an answer like any other.
    pub limit: usize,
    /// To which other hosts: given the host that redirects and the one it names. Whatever it says, a redirect never
    /// leads to an address that isn't public, out of encryption, or to a name with a user before it.
    pub to: &'a (dyn Fn(&str, &str) -> bool + Sync),
}

impl Default for Follow<'_> {
    /// Ten, on the same host and between it and its `www.`.
    fn default() -> Self {
        Self { limit: 10, to: &|from, to| bare(from) == bare(to) }
    }
}

impl Follow<'_> {
    /// None at all.
    pub fn none() -> Self {
        Self { limit: 0, ..Self::default() }
    }

    /// This many, to any public host: for files whose answers hold for the first host.
    pub fn anywhere(limit: usize) -> Self {
        Self { limit, to: &|_, _| true }
    }
}

impl fmt::Debug for Follow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Follow").field("limit", &self.limit).finish_non_exhaustive()
    }
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// An answer of any status with what it holds.
    Page(Page),
    /// What the validators named is still so: RFC 9110, 15.4.5.
    NotModified(Url),
    /// The answer leads where this program doesn't go. It is a finding about the site, and no evidence.
    Refused(Refusal),
    /// Nothing is known of the page.
    CouldNotLook(Failure),
}

impl Outcome {
    /// The page, where there is one.
    pub fn page(&self) -> Option<&Page> {
        match self {
            Self::Page(page) => Some(page),
            _ => None,
        }
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its status.
    pub status: u16,
    /// Where it was found, behind all redirects; what evidence names.
    pub url: Url,
    /// The addresses that redirected to it, in order.
    pub redirects: Vec<Url>,
    /// Its headers: names in lower case, values as they came, in order.
    pub headers: Vec<(String, String)>,
    /// Its body, unpacked. The charset is as the server sent it.
    pub body: Vec<u8>,
    /// Whether that is all of it: a body that was cut off may show a link, never that one is missing.
    pub is_complete: bool,
    /// Whether its server told where it ends, so that it can't have been cut off unseen.
    pub is_end_told: bool,
}

impl Page {
    /// A whole answer without headers or redirects.
    pub fn bare(url: Url, status: u16, body: &[u8]) -> Self {
        let (redirects, headers, body) = (Vec::new(), Vec::new(), body.to_vec());
        Self { status, url, redirects, headers, body, is_complete: true, is_end_told: true }
    }

    /// The first header of a name, given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether the status says that the page is there: 2xx.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// What names its state, to be given back at the next look.
    pub fn validators(&self) -> Validators {
        let of = |name| self.header(name).map(str::to_owned);
        Validators { etag: of("etag"), last_modified: of("last-modified") }
    }

    /// The body as UTF-8, with what isn't replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Where an answer leads that this program doesn't follow.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum Refusal {
    /// To a host that isn't known to be the organisation's.
    #[error("it redirects to another host: {0}")]
    OtherHost(String),
    /// To an address inside a network, of one machine, or of no use to the public.
    #[error("it leads to an address that isn't public")]
    PrivateAddress,
    /// To something else than the web.
    #[error("it redirects to something else than the web")]
    OtherScheme,
    /// To an address with a user name or password in it, which is never shown.
    #[error("it redirects to an address with a user name in it")]
    UserInfo,
    /// Out of encryption, or never into it.
    #[error("it isn't encrypted")]
    NotEncrypted,
    /// Nowhere: no socket may be opened.
    #[error("no socket may be opened: --offline")]
    Offline,
}

/// Why nothing is known of a page.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum Failure {
    /// The name of the host doesn't exist.
    #[error("the host doesn't exist")]
    NoSuchHost,
    /// Nobody could say where the host is.
    #[error("the name of the host couldn't be looked up")]
    NameLookup,
    /// No name at all can be looked up, or no address be reached: there is no network.
    #[error("there is no network")]
    NoNetwork,
    /// The proxy that is set doesn't connect to it.
    #[error("the proxy doesn't connect to it")]
    Proxy,
    /// The host refuses to be connected to, or can't be reached.
    #[error("the host can't be connected to")]
    NoConnection,
    /// It took too long.
    #[error("the answer took too long")]
    TimedOut,
    /// The certificate can't be trusted, for the reason given. A browser that fetches missing certificates may show
    /// the page all the same.
    #[error("the certificate can't be trusted: {0}")]
    Certificate(CertificateFault),
    /// The answer isn't HTTP, or its headers are longer than 64 KiB.
    #[error("the answer can't be read")]
    Protocol,
    /// The answer is longer than is read, or breaks off.
    #[error("the answer is too large, or breaks off")]
    NotWhole,
    /// The body can't be unpacked.
    #[error("the answer can't be unpacked")]
    Encoding,
    /// The answer says that it is something else than what was asked for.
    #[error("it is something else than a page: {0}")]
    OtherContent(String),
    /// More redirects than are followed.
    #[error("it redirects without end")]
    TooManyRedirects,
    /// A redirect without an address, or with one that can't be read.
    #[error("it redirects to an address that can't be read")]
    BrokenRedirect,
    /// It asks for its cookie again and again.
    #[error("it asks for cookies again and again")]
    Cookies,
    /// It answers with a status that says nothing of the page.
    #[error("it answers with status {0}")]
    Status(u16),
    /// The site's `robots.txt` asks not to.
    #[error("its robots.txt asks not to")]
    Robots,
    /// It asks to wait for longer than this run lasts, in seconds.
    #[error("it asks to wait for {0} seconds")]
    PutOff(u64),
    /// Something that comes before the page is refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl Refusal {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::OtherHost(_) => "other-host",
            Self::PrivateAddress => "private-address",
            Self::OtherScheme => "other-scheme",
            Self::UserInfo => "user-info",
            Self::NotEncrypted => "not-encrypted",
            Self::Offline => "offline",
        }
    }
}

impl Failure {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoSuchHost => "no-such-host",
            Self::NameLookup => "name-lookup",
            Self::NoNetwork => "no-network",
            Self::Proxy => "proxy",
            Self::NoConnection => "no-connection",
            Self::TimedOut => "timed-out",
            Self::Certificate(_) => "certificate",
            Self::Protocol => "protocol",
            Self::NotWhole => "not-whole",
            Self::Encoding => "encoding",
            Self::OtherContent(_) => "other-content",
            Self::TooManyRedirects => "too-many-redirects",
            Self::BrokenRedirect => "broken-redirect",
            Self::Cookies => "cookies",
            Self::Status(_) => "status",
            Self::Robots => "robots",
            Self::PutOff(_) => "put-off",
            Self::Refused(refusal) => refusal.id(),
        }
    }
}

/// What is wrong with a certificate.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum CertificateFault {
    /// It has expired, or isn't valid yet.
    #[error("it has expired, or isn't valid yet")]
    Expired,
    /// It is for other names: a host may have lapsed or be parked.
    #[error("it is for another name")]
    OtherName,
    /// Nobody that is trusted has issued it, or the server leaves out who did.
    #[error("its issuer isn't known")]
    UnknownIssuer,
    /// Anything else.
    #[error("no secure connection can be made")]
    Other,
}

/// Whether an answer of this status says nothing of the page: whoever asked isn't let in, or the server can't answer now.
pub fn says_nothing(status: u16) -> bool {
    matches!(status, 401 | 403 | 408 | 429 | 500..)
}

/// An address as it may be shown: without what hides or steers, and without a user name.
pub fn shown(url: &Url) -> String {
    let mut url = url.clone();
    let _ = url.set_username("");
    let _ = url.set_password(None);
    escaped(url.as_str())
}

/// How long a server asks to wait, from its `Retry-After` and the time that is now, both of RFC 9110: seconds, or a
/// date. Nonsense is no answer.
pub fn retry_after(value: &str, now: Duration) -> Option<Duration> {
    let value = value.trim();
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        // Longer than a year isn't meant.
        let seconds = value.parse().ok().filter(|&seconds: &u64| seconds <= 366 * 86_400)?;
        return Some(Duration::from_secs(seconds));
    }
    let then = http_date::parse(value)?;
    Some(then.saturating_sub(now))
}

mod http_date;

#[cfg(test)]
mod tests;
