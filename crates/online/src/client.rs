//! The client that opens sockets, and the rules that no page can talk it out of.
//!
//! It connects to public addresses only, and to the very address that it checked; it speaks over TLS only, but for one
//! redirect into it; it never sends a user name, and cookies only where a site shows nothing without; it reads no more
//! than [`Limits`] allow. Where a proxy is set in the environment, names are looked up by the proxy, and the check of
//! addresses is the proxy's.

mod addresses;
mod answer;
mod cookies;
mod judge;
mod loopback;
mod resolver;
mod stopped;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::http::Response;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Proxy};
use url::Url;

use crate::fetch::{Accept, Failure, Fetch, Method, Outcome, Page, Refusal, Request};
use cookies::{Cookie, Jar};
pub use loopback::{Loopback, LoopbackError};
use resolver::{CheckedResolver, Names};
pub use resolver::{Lookup, SystemLookup};
use stopped::Stopped;

/// How often a site may ask for its cookie before that is given up.
const MAX_COOKIE_ROUNDS: usize = 3;

/// How long an answer may take, and how large it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Until there is a secure connection.
    pub connect: Duration,
    /// From the question to the end of the headers.
    pub first_byte: Duration,
    /// From the first question to the last byte, with all redirects.
    pub total: Duration,
    /// Unpacked bytes of a body.
    pub body: u64,
    /// Bytes of all headers.
    pub headers: usize,
}

impl Default for Limits {
    /// 10, 15 and 30 seconds, 4 MiB and 64 KiB.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            first_byte: Duration::from_secs(15),
            total: Duration::from_secs(30),
            body: 4 << 20,
            headers: 64 << 10,
        }
    }
}

/// What a client is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Who asks, as every request says: the program with its version, and a page that tells of it.
    pub user_agent: String,
    /// The languages that sites are asked for, the best first: one that has several answers in the one that its links
    /// are for. Where there are none, nothing is said of them.
    pub languages: Vec<String>,
    /// How long an answer may take, and how large it may be.
    pub limits: Limits,
    /// Whether no socket may be opened at all.
    pub is_offline: bool,
}

impl Settings {
    /// The program `officieel` of a version, with the page that tells of it, where it has one.
    ///
    /// ```
    /// use officieel_online::client::{Client, Settings};
    /// use officieel_online::fetch::{Accept, Fetch, Outcome, Refusal, Request};
    ///
    /// let mut settings = Settings::new("0.1.0", "https://officieel.example/");
    /// assert_eq!(settings.user_agent, "officieel/0.1.0 (+https://officieel.example/)");
    /// settings.is_offline = true;
    /// let client = Client::new(settings);
    /// let home = url::Url::parse("https://www.gemeente.example/").unwrap();
    /// let outcome = client.fetch(&Request::new(home, Accept::Html));
    /// assert_eq!(outcome, Outcome::Refused(Refusal::Offline));
    /// ```
    pub fn new(version: &str, project_page: &str) -> Self {
        let user_agent = if project_page.is_empty() {
            format!("officieel/{version}")
        } else {
            format!("officieel/{version} (+{project_page})")
        };
        Self { user_agent, languages: Vec::new(), limits: Limits::default(), is_offline: false }
    }
}

/// A client for one run.
#[derive(Debug)]
pub struct Client {
    settings: Settings,
    agent: Agent,
    names: Names,
    proxy: Option<String>,
    jar: Jar,
    /// Whether what is `https` is asked for without encryption: at a server of a test only.
    is_plain: bool,
}

impl Client {
    /// A client for the internet, through the proxy of the environment where one is set.
    pub fn new(settings: Settings) -> Self {
        Self::with_lookup(settings, Arc::new(SystemLookup))
    }

    /// The same where the names of hosts are looked up elsewhere. All rules hold.
    pub fn with_lookup(settings: Settings, lookup: Arc<dyn Lookup>) -> Self {
        Self::build(settings, Names::Public(lookup), Proxy::try_from_env(), RootCerts::WebPki)
    }

    /// A client that reaches the servers of a test and nothing else: no other host exists for it, and no environment
    /// can make one.
    pub fn on_loopback(settings: Settings, loopback: Loopback) -> Self {
        let roots = loopback.roots().map_or(RootCerts::WebPki, RootCerts::new_with_certs);
        let is_plain = loopback.roots().is_none();
        let client = Self::build(settings, Names::Loopback(Arc::new(loopback)), None, roots);
        Self { is_plain, ..client }
    }

    fn build(settings: Settings, names: Names, proxy: Option<Proxy>, roots: RootCerts) -> Self {
        let proxy_host = proxy.as_ref().map(|proxy| proxy.host().to_owned());
        let limits = settings.limits;
        let config = Config::builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(proxy)
            .user_agent(settings.user_agent.as_str())
            .max_response_header_size(limits.headers)
            .timeout_connect(Some(limits.connect))
            .timeout_recv_response(Some(limits.first_byte))
            .timeout_global(Some(limits.total))
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .build();
        let resolver = CheckedResolver { names: names.clone(), proxy: proxy_host.clone() };
        let agent = Agent::with_parts(config, DefaultConnector::new(), resolver);
        Self { settings, agent, names, proxy: proxy_host, jar: Jar::default(), is_plain: false }
    }

    /// Follows redirects until something else comes, or one that isn't followed.
    fn walk(&self, request: &Request<'_>) -> Result<Outcome, Stopped> {
        let begin = Instant::now();
        let mut walk = Walk::new(request.url.clone());
        judge::check(&walk.url)?;
        loop {
            let left = self.settings.limits.total.saturating_sub(begin.elapsed());
            let mut response =
                self.ask(&walk, request, left).map_err(|error| answer::stopped(&error))?;
            let status = response.status().as_u16();
            let is_redirect = matches!(status, 301 | 302 | 303 | 307 | 308);
            if is_redirect && request.follow.limit > 0 {
                self.redirect(&mut walk, &response, request)?;
                continue;
            }
            if walk.url.scheme() != "https" {
                return Err(Refusal::NotEncrypted.into());
            }
            if status == 304 {
                return Ok(Outcome::NotModified(walk.url));
            }
            let headers = answer::headers(response.headers());
            if request.method == Method::Get {
                answer::check_content(status, &headers, request.accept)?;
            }
            let is_end_told = answer::is_end_told(&response);
            let (body, is_complete) = answer::body(&mut response, self.settings.limits.body)?;
            let Walk { url, redirects, .. } = walk;
            return Ok(Outcome::Page(Page {
                status,
                url,
                redirects,
                headers,
                body,
                is_complete,
                is_end_told,
            }));
        }
    }

    fn ask(
        &self,
        walk: &Walk,
        request: &Request<'_>,
        left: Duration,
    ) -> Result<Response<Body>, ureq::Error> {
        if left.is_zero() {
            return Err(ureq::Error::Timeout(ureq::Timeout::Global));
        }
        let mut url = walk.url.clone();
        if self.is_plain {
            // Both are schemes of the web, between which `url` changes without question.
            let _ = url.set_scheme("http");
        }
        let mut ask = match request.method {
            Method::Get => self.agent.get(url.as_str()),
            Method::Head => self.agent.head(url.as_str()),
        };
        // The client keeps what it knows of certificates for requests that change nothing.
        if !walk.redirects.is_empty() {
            ask = ask.config().timeout_global(Some(left)).build();
        }
        ask = ask.header("accept", accepted(request.accept));
        if let Some(languages) = accepted_languages(&self.settings.languages) {
            ask = ask.header("accept-language", languages.as_str());
        }
        if let Some(etag) = &request.validators.etag {
            ask = ask.header("if-none-match", etag.as_str());
        }
        if let Some(date) = &request.validators.last_modified {
            ask = ask.header("if-modified-since", date.as_str());
        }
        if let Some(cookies) = self.jar.header(walk.host()) {
            ask = ask.header("cookie", cookies);
        }
        ask.call()
    }

    fn redirect(
        &self,
        walk: &mut Walk,
        response: &Response<Body>,
        request: &Request<'_>,
    ) -> Result<(), Stopped> {
        let headers = response.headers();
        let location = headers.get("location").map(|it| String::from_utf8_lossy(it.as_bytes()));
        let to = judge::target(&walk.url, location.as_deref(), request.follow)?;
        if self.proxy.as_deref().is_some_and(|proxy| to.host_str() == Some(proxy)) {
            return Err(Refusal::PrivateAddress.into());
        }
        let cookies = headers.get_all("set-cookie").iter();
        let cookies =
            cookies.filter_map(|it| Cookie::read(&String::from_utf8_lossy(it.as_bytes())));
        walk.cookies.extend(
            cookies.map(|cookie| (walk.url.host_str().unwrap_or_default().to_owned(), cookie)),
        );
        let is_circle = to == walk.url || walk.redirects.contains(&to);
        if is_circle && !walk.cookies.is_empty() {
            walk.cookie_rounds += 1;
            if walk.cookie_rounds > MAX_COOKIE_ROUNDS {
                return Err(Failure::Cookies.into());
            }
            for (host, cookie) in walk.cookies.drain(..) {
                self.jar.keep(&host, vec![cookie]);
            }
        } else if walk.redirects.len() >= request.follow.limit {
            return Err(Failure::TooManyRedirects.into());
        } else {
            walk.redirects.push(walk.url.clone());
        }
        walk.url = to;
        Ok(())
    }
}

/// How far a question has been redirected.
struct Walk {
    url: Url,
    redirects: Vec<Url>,
    /// The cookies that were set on the way, each with its host.
    cookies: Vec<(String, Cookie)>,
    cookie_rounds: usize,
}

impl Walk {
    fn new(mut url: Url) -> Self {
        url.set_fragment(None);
        Self { url, redirects: Vec::new(), cookies: Vec::new(), cookie_rounds: 0 }
    }

    fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }
}

impl Fetch for Client {
    fn fetch(&self, request: &Request<'_>) -> Outcome {
        if self.settings.is_offline {
            return Outcome::Refused(Refusal::Offline);
        }
        self.walk(request).unwrap_or_else(Outcome::from)
    }

    fn address_of(&self, host: &str) -> Option<IpAddr> {
        if self.settings.is_offline || self.proxy.is_some() {
            return None;
        }
        let allowed = self.names.allowed(host, 443).ok()?;
        allowed.first().map(std::net::SocketAddr::ip)
    }
}

fn accepted(accept: Accept) -> &'static str {
    match accept {
        Accept::Html => "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
        Accept::Text => "text/plain,*/*;q=0.1",
        Accept::File => "*/*",
        Accept::Json => "application/json,*/*;q=0.1",
        Accept::Xml => "application/xml,text/xml;q=0.9,*/*;q=0.1",
    }
}

/// Languages as `Accept-Language` has them, each wanted less than those before it (RFC 9110, section 12.5.4); `None`
/// where there are none.
fn accepted_languages(all: &[String]) -> Option<String> {
    let told = all.iter().zip((1..=9).rev()).enumerate().map(|(at, (language, weight))| {
        if at == 0 { language.clone() } else { format!("{language};q=0.{weight}") }
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

#[cfg(test)]
mod tests;
