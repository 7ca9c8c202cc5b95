//! A pasted address taken apart, before any platform looks at it.

use std::fmt;

use url::{Host, Url};

use super::{NameFault, NotAnAccount, PlatformIndex};
use crate::text::sanitise;

/// Why an address leads to no account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressFault {
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
    /// The address is something else of the platform.
    NotAnAccount(PlatformIndex, NotAnAccount),
    /// The address has the form of an account, but no account can have that name.
    BadName(PlatformIndex, NameFault),
}

impl fmt::Display for AddressFault {
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
            Self::NotAnAccount(_, what) => write!(f, "this is {what}, not an account"),
            Self::BadName(_, fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for AddressFault {}

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
    pub(super) query: Vec<(String, String)>,
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
    pub(super) fn read(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim();
        let text = text.strip_prefix('<').and_then(|t| t.strip_suffix('>')).unwrap_or(text);
        // Browsers read a backslash as a slash, other programs do not: nobody can know who is meant.
        if let Some(c) = text.chars().find(|&c| sanitise::is_hostile(c) || c == '\\') {
            return Err(AddressFault::Disguised(c));
        }
        match scheme_of(text) {
            Some(scheme) if scheme == "http" || scheme == "https" => Self::of_web(text),
            Some(scheme) => Self::of_app(&scheme, text),
            None => Self::of_web(&format!("https://{}", text.strip_prefix("//").unwrap_or(text))),
        }
    }

    fn of_web(text: &str) -> Result<Self, AddressFault> {
        let url = Url::parse(text).ok().ok_or(AddressFault::NotAnAddress)?;
        let host = web_host(&url)?;
        let path = url.path().split('/').filter(|part| !part.is_empty()).map(decoded);
        Ok(Self {
            path: path.collect::<Option<_>>().ok_or(AddressFault::NotAnAddress)?,
            query: url.query_pairs().into_owned().collect(),
            fragment: url.fragment().and_then(decoded).unwrap_or_default(),
            user: !url.username().is_empty() || url.password().is_some(),
            base: Base::Host(host),
        })
    }

    /// Addresses of apps have no fixed grammar that fits them all (`at://did:plc:…` is no valid URL),
    /// so they are only cut at their marks.
    fn of_app(scheme: &str, text: &str) -> Result<Self, AddressFault> {
        let rest = text.split_once(':').map_or("", |(_, rest)| rest);
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = path.split('/').filter(|part| !part.is_empty()).map(decoded);
        Ok(Self {
            base: Base::Scheme(scheme.to_owned()),
            user: false,
            path: path.collect::<Option<_>>().ok_or(AddressFault::NotAnAddress)?,
            query: url::form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
            fragment: fragment.to_owned(),
        })
    }
}

/// The host of a web address as it counts for comparison.
fn web_host(url: &Url) -> Result<String, AddressFault> {
    let host = match url.host() {
        Some(Host::Domain(host)) => host.strip_suffix('.').unwrap_or(host).to_owned(),
        Some(address) => return Err(AddressFault::UnknownHost(address.to_string())),
        None => return Err(AddressFault::NotAnAddress),
    };
    if let Some(port) = url.port() {
        return Err(AddressFault::UnknownHost(format!("{host}:{port}")));
    }
    if !host.contains('.') {
        return Err(AddressFault::NotAnAddress);
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
fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let escape = (byte == b'%').then(|| hex(ahead.next(), ahead.next())).flatten();
        if escape.is_some() {
            rest = ahead;
        }
        bytes.push(escape.unwrap_or(byte));
    }
    String::from_utf8(bytes).ok()
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

/// Whether a host is a domain or lies under it, label by label: `nietoverheid.nl` is not under `overheid.nl`.
pub fn is_under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// What tells the address of one page from that of another, for accounts that have no name: the host
/// without `www.` and the path, in lower case. `None` where the text is no address of the web.
pub fn page_of_address(address: &str) -> Option<String> {
    let pieces = Pieces::read(address).ok()?;
    let Base::Host(host) = pieces.base else {
        return None;
    };
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    let parts = std::iter::once(host).chain(pieces.path);
    Some(parts.collect::<Vec<_>>().join("/").to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(text: &str) -> Result<String, AddressFault> {
        Pieces::read(text).map(|pieces| match pieces.base {
            Base::Host(host) => host,
            Base::Scheme(scheme) => format!("{scheme}:"),
        })
    }

    #[test]
    fn the_host_is_the_one_a_browser_would_go_to() {
        for (text, expected) in [
            ("x.com/u", "x.com"),
            ("HTTPS://X.COM/u", "x.com"),
            ("http://www.x.com", "www.x.com"),
            ("//x.com/u", "x.com"),
            ("https:/x.com/u", "x.com"),
            ("x.com:443/u", "x.com"),
            ("https://x.com:443/u", "x.com"),
            ("https://x.com./u", "x.com"),
            ("https://x.com../u", "x.com."),
            ("https://x.com@evil.nl/politie", "evil.nl"),
            ("x.com@evil.nl/politie", "evil.nl"),
            ("<https://x.com/u>", "x.com"),
            ("  x.com/u\n", "x.com"),
            ("https://pоlitie.nl/", "xn--plitie-wqf.nl"),
            ("tg://resolve?domain=u", "tg:"),
            ("at://did:plc:abc", "at:"),
        ] {
            assert_eq!(host(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_said_to() {
        for text in [
            "",
            "POL_Ede",
            "@POL_Ede",
            "politie zwolle",
            "https://",
            "https://localhost/u",
            "a b.nl/x",
        ] {
            assert_eq!(host(text), Err(AddressFault::NotAnAddress), "{text}");
        }
        for text in ["https://127.0.0.1/u", "https://[::1]/u", "https://x.com:8080/u"] {
            assert!(matches!(host(text), Err(AddressFault::UnknownHost(_))), "{text}");
        }
        for text in ["https://x.com\\@evil.nl/u", "https://x.com/\u{202E}u", "https://x.\tcom/u"] {
            assert!(matches!(host(text), Err(AddressFault::Disguised(_))), "{text:?}");
        }
    }

    #[test]
    fn a_host_lies_under_a_domain_label_by_label() {
        for (host, domain, is_it) in [
            ("overheid.nl", "overheid.nl", true),
            ("mijn.overheid.nl", "overheid.nl", true),
            ("nietoverheid.nl", "overheid.nl", false),
            ("overheid.nl.example", "overheid.nl", false),
            ("nl", "overheid.nl", false),
        ] {
            assert_eq!(is_under(host, domain), is_it, "{host} {domain}");
        }
    }

    #[test]
    fn a_page_is_its_host_and_path() {
        for (text, expected) in [
            ("https://www.cbs.nl/nl-nl/rss-feeds", Some("cbs.nl/nl-nl/rss-feeds")),
            ("http://CBS.nl/NL-nl/rss-feeds/?utm_source=a#b", Some("cbs.nl/nl-nl/rss-feeds")),
            ("https://x.com@cbs.nl/rss", Some("cbs.nl/rss")),
            ("cbs.nl", Some("cbs.nl")),
            ("tg://resolve?domain=u", None),
            ("woorden", None),
        ] {
            assert_eq!(page_of_address(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn percent_encoding_is_undone_once() {
        for (part, expected) in [
            ("justiti%C3%ABle", Some("justitiële")),
            ("a%2540b", Some("a%40b")),
            ("100%", Some("100%")),
            ("%zz", Some("%zz")),
            ("%4", Some("%4")),
            ("%FF", None),
        ] {
            assert_eq!(decoded(part).as_deref(), expected, "{part}");
        }
    }
}
