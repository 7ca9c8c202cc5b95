//! A pasted address taken apart, before any platform looks at it.

use std::borrow::Cow;
use std::fmt;

use url::{Host, Url};

use super::query::Query;
use super::{NameError, NotAnAccount, PlatformIndex};
use crate::text::sanitise;

/// Why an address leads to no account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressError {
    /// The text is no address of the web or of an app.
    NotAnAddress,
    /// An invisible, steering or misread character stands in the address.
    Disguised(char),
    /// A user name stands before the host, which makes the address look as if it led elsewhere.
    UserBeforeHost(String),
    /// The host belongs to no platform of the directory.
    UnknownHost(String),
    /// The host is the platform's, but the platform has no accounts under such an address.
    UnknownForm(PlatformIndex),
    /// The address can be read in more than one way.
    Ambiguous(PlatformIndex, Ambiguity),
    /// The address is something else of the platform.
    NotAnAccount(PlatformIndex, NotAnAccount),
    /// The address has the form of an account, but no account can have that name.
    BadName(PlatformIndex, NameError),
}

/// How an address on a platform's host can be read in more than one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ambiguity {
    /// It names two accounts: a key of the query stands there twice, or beside another that names one
    /// too. Which of them the platform takes is its own affair.
    TwoAccounts,
    /// A slash, or a step up in the path, stands in it in disguise (`%2F`, `%2e%2e`); one program
    /// undoes that, and another does not.
    HiddenSlash,
}

impl fmt::Display for Ambiguity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TwoAccounts => {
                "the address names two accounts; nobody can say which one the platform takes"
            }
            Self::HiddenSlash => {
                "a slash or a step up stands encoded in the path; programs read that in different ways"
            }
        })
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAddress => f.write_str("this is not an address"),
            Self::Disguised(c) => write!(
                f,
                "the address holds a character that hides or misleads: {}",
                sanitise::escape(*c)
            ),
            Self::UserBeforeHost(host) => {
                write!(f, "a user name stands before the host; the address leads to `{host}`")
            }
            Self::UnknownHost(host) => {
                write!(f, "`{}` is the host of none of the platforms", sanitise::escaped(host))
            }
            Self::UnknownForm(_) => f.write_str("no account of the platform has such an address"),
            Self::Ambiguous(_, ambiguity) => ambiguity.fmt(f),
            Self::NotAnAccount(_, what) => write!(f, "this is {what}, not an account"),
            Self::BadName(_, fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for AddressError {}

impl fmt::Display for NotAnAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Page => "a page of the platform itself",
            Self::Post => "a single post or video",
            Self::Search => "a search page or a topic",
            Self::Share => "a link that shares something or starts a message",
            Self::Login => "a page for signing in or for settings",
            Self::Admin => "a page for administrators",
            Self::Group => "a group or an event",
            Self::Invitation => "an invitation",
            Self::Other => "something below or near an account that is not known here",
        })
    }
}

/// What an address is made of, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pieces {
    pub(super) base: Base,
    /// Whether a user name or password stands before the host.
    pub(super) user: bool,
    /// The parts of the path that are not empty.
    pub(super) path: Vec<String>,
    /// Whether a slash or a step up in the path stands there encoded.
    pub(super) hides_slash: bool,
    pub(super) query: Query,
    pub(super) fragment: String,
}

/// Where an address starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Base {
    /// A host on the web, in lower case and ASCII, without a dot at its end.
    Host(String),
    /// The scheme of an app, in lower case.
    Scheme(String),
}

impl Pieces {
    /// Takes an address apart, with or without a scheme.
    pub(super) fn read(text: &str) -> Result<Self, AddressError> {
        match sorted(text)? {
            Sorted::Web(text) => Self::of_web(&text),
            Sorted::App(scheme, text) => Ok(Self::of_app(scheme, text)),
        }
    }

    fn of_web(text: &str) -> Result<Self, AddressError> {
        let url = Url::parse(text).ok().ok_or(AddressError::NotAnAddress)?;
        let host = web_host(&url)?;
        let fragment = url.fragment().unwrap_or_default();
        Ok(Self {
            path: decoded_path(url.path()),
            // The parser has done the steps up already, also those that stood there encoded.
            hides_slash: hides_slash(before_query(text)) || hides_slash(fragment),
            query: Query::read(url.query().unwrap_or_default()),
            fragment: decoded(fragment).unwrap_or_default(),
            user: !url.username().is_empty() || url.password().is_some(),
            base: Base::Host(host),
        })
    }

    /// Addresses of apps have no fixed grammar that fits them all (`at://did:plc:…` is no valid URL),
    /// so they are only cut at their marks.
    fn of_app(scheme: String, text: &str) -> Self {
        let rest = text.split_once(':').map_or("", |(_, rest)| rest);
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Self {
            base: Base::Scheme(scheme),
            user: false,
            path: decoded_path(path),
            hides_slash: hides_slash(path),
            query: Query::read(query),
            fragment: fragment.to_owned(),
        }
    }
}

/// An address, with what it is an address of.
enum Sorted<'t> {
    Web(String),
    App(String, &'t str),
}

fn sorted(text: &str) -> Result<Sorted<'_>, AddressError> {
    let text = text.trim();
    let text = text.strip_prefix('<').and_then(|t| t.strip_suffix('>')).unwrap_or(text);
    if let Some(c) = text.chars().find(|&c| sanitise::is_hostile(c)) {
        return Err(AddressError::Disguised(c));
    }
    let is_web = |scheme: &String| scheme == "http" || scheme == "https";
    match scheme_of(text).filter(|scheme| !is_web(scheme)) {
        Some(_) if text.contains('\\') => Err(AddressError::Disguised('\\')),
        Some(scheme) => Ok(Sorted::App(scheme, text)),
        None => {
            let text = turned(text).ok_or(AddressError::Disguised('\\'))?;
            Ok(Sorted::Web(if scheme_of(&text).is_some() {
                text.into_owned()
            } else {
                format!("https://{}", text.strip_prefix("//").unwrap_or(&text))
            }))
        }
    }
}

/// The address with its backslashes turned round, as browsers read it. `None` where other programs
/// would come out elsewhere: they take `\@` for the end of a user name and `\..` for no step, and
/// one at the very beginning for the name of a file server.
fn turned(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('\\') {
        return Some(Cow::Borrowed(text));
    }
    let slashed = text.replace('\\', "/");
    let is_step = |part: &str| part == "." || part == "..";
    let is_odd = text.starts_with('\\')
        || text.contains('@')
        || before_query(&slashed).split('/').any(is_step)
        || hides_slash(before_query(&slashed));
    (!is_odd).then_some(Cow::Owned(slashed))
}

fn before_query(text: &str) -> &str {
    text.split(['?', '#']).next().unwrap_or_default()
}

/// What is no text after decoding holds a mark in its place that no name can have.
fn decoded_path(path: &str) -> Vec<String> {
    let parts =
        path.split('/').filter(|part| !part.is_empty()).map(|part| unescaped(part.as_bytes()));
    parts.map(|part| String::from_utf8_lossy(&part).into_owned()).collect()
}

/// The most times that percent-encoding is laid over itself by accident; more is a disguise.
const MOST_LAYERS: usize = 4;

/// Whether a slash or a step up in the path stands in a text encoded, once or more.
pub fn hides_slash(path: &str) -> bool {
    path.split('/').filter(|part| part.contains('%')).any(|part| {
        let mut bytes = part.as_bytes().to_vec();
        for _ in 0..MOST_LAYERS {
            let plain = unescaped(&bytes);
            let is_step = plain == b"." || plain == b"..";
            if is_step || plain.iter().any(|&byte| byte == b'/' || byte == b'\\') {
                return true;
            }
            if plain == bytes {
                return false;
            }
            bytes = plain;
        }
        true
    })
}

/// The host of a web address as it counts for comparison.
fn web_host(url: &Url) -> Result<String, AddressError> {
    let host = match url.host() {
        Some(Host::Domain(host)) => host.strip_suffix('.').unwrap_or(host).to_owned(),
        Some(address) => return Err(AddressError::UnknownHost(address.to_string())),
        None => return Err(AddressError::NotAnAddress),
    };
    if let Some(port) = url.port() {
        return Err(AddressError::UnknownHost(format!("{host}:{port}")));
    }
    // The standard of browsers lets signs stand in a host that programs cut an address at, so that it leads elsewhere
    // (https://evil.example;.knmi.nl).
    let is_sound = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    if !host.bytes().all(is_sound) {
        return Err(AddressError::UnknownHost(host));
    }
    if !host.contains('.') {
        return Err(AddressError::NotAnAddress);
    }
    Ok(host)
}

/// The scheme in lower case. A word with a dot in it is a host with a port (`x.com:443`).
fn scheme_of(text: &str) -> Option<String> {
    let (scheme, _) = text.split_once(':')?;
    let sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || c == '+' || c == '-');
    sound.then(|| scheme.to_ascii_lowercase())
}

/// The text with its percent-encoding undone; `None` where that is no text.
pub(super) fn decoded(part: &str) -> Option<String> {
    String::from_utf8(unescaped(part.as_bytes())).ok()
}

fn unescaped(part: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.iter().copied();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let escape = (byte == b'%').then(|| hex(ahead.next(), ahead.next())).flatten();
        if escape.is_some() {
            rest = ahead;
        }
        bytes.push(escape.unwrap_or(byte));
    }
    bytes
}

fn hex(high: Option<u8>, low: Option<u8>) -> Option<u8> {
    let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// The host of an `https` address in lower case, for accounts that are an address of their own.
pub fn host_of_address(address: &str) -> Option<String> {
    match Pieces::read(address).ok()?.base {
        Base::Host(host) => Some(host),
        Base::Scheme(_) => None,
    }
}

/// An address of the web as a browser reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Web {
    pub(super) url: Url,
    /// In lower case and ASCII, without a dot at its end.
    pub(super) host: String,
    /// Whether a user name or password stands before the host.
    pub(super) has_user: bool,
    /// Whether a slash or a step up in the path stands there encoded.
    pub(super) hides_slash: bool,
}

/// An address of the web on a host of the usual port; `None` where it is anything else.
pub(super) fn web_of(address: &str) -> Option<Web> {
    let Sorted::Web(text) = sorted(address).ok()? else {
        return None;
    };
    let url = Url::parse(&text).ok()?;
    let host = web_host(&url).ok()?;
    let has_user = !url.username().is_empty() || url.password().is_some();
    Some(Web { host, has_user, hides_slash: hides_slash(before_query(&text)), url })
}

/// Whether a text by itself is an address of the web, and not a page of the site that it stands on. One
/// with characters in it that hide or mislead is one too.
pub(super) fn is_web_address(text: &str) -> bool {
    let is_of_site = text.starts_with('/') && !text.starts_with("//");
    // Without a scheme, a number is no address of a host.
    let is_whole = text.contains("//") || text.contains(':');
    let is_host = || text.split(['/', '?', '#']).next().is_some_and(|host| host.contains('.'));
    !is_of_site
        && (is_whole || is_host())
        && match Pieces::read(text) {
            Ok(pieces) => matches!(pieces.base, Base::Host(_)),
            Err(fault) => fault != AddressError::NotAnAddress,
        }
}

/// Whether a host is a domain or lies under it, label by label: `nietoverheid.nl` is not under `overheid.nl`.
pub fn is_under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// What tells the address of one page from that of another, for accounts that have no name: the host
/// without `www.`, the path and the query, as they are written. A server may tell any letter of them
/// apart from any other, so that nothing is passed over but a slash at the end, and a fragment that is
/// no route of its own. `None` where the text is no plain address of the web.
pub fn page_of_address(address: &str) -> Option<String> {
    let Web { url, host, has_user, hides_slash } = web_of(address)?;
    if has_user || hides_slash {
        return None;
    }
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = url.path();
    let mut page = format!("{host}{}", path.strip_suffix('/').unwrap_or(path));
    if let Some(query) = url.query().filter(|query| !query.is_empty()) {
        page.extend(["?", query]);
    }
    if let Some(route) = url.fragment().filter(|it| it.starts_with(['/', '!'])) {
        page.extend(["#", route]);
    }
    Some(page)
}

#[cfg(test)]
mod tests;
