//! Hosts and paths of sites: whether a text can be one, and whether a host can be anybody's own.

use url::Host;

use super::fields::{Context, Message, Sentence};
use crate::platform::{Platforms, host_in};
use crate::public_suffixes::PublicSuffixes;
use crate::text::sanitise;

/// The most characters of a host, and of each part between dots (RFC 1035, section 2.3.4).
const MOST_OF_HOST: usize = 253;
const MOST_OF_LABEL: usize = 63;

/// Why a text is not the name of a host in lower case, if it is not.
pub(super) fn fault(text: &str) -> Option<Sentence> {
    let is_allowed =
        |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
    if !text.contains('.') || !text.bytes().all(is_allowed) {
        return Some(Sentence::NoHost);
    }
    let is_label = |label: &str| {
        (1..=MOST_OF_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if text.len() > MOST_OF_HOST || !text.split('.').all(is_label) {
        return Some(Sentence::HostLabels);
    }
    // What ends with a number is an address of four numbers, or nothing (WHATWG URL, "ends in a number").
    let last = text.rsplit('.').next().unwrap_or_default();
    let hexadecimal = last.strip_prefix("0x").unwrap_or("-");
    if last.bytes().all(|b| b.is_ascii_digit())
        || hexadecimal.bytes().all(|b| b.is_ascii_hexdigit())
    {
        return Some(Sentence::HostNumber);
    }
    match Host::parse(text) {
        Ok(Host::Domain(name)) if name == text => None,
        _ => Some(Sentence::HostEncoding),
    }
}

/// What is known of hosts that are nobody's own.
pub(super) struct Hosts<'a> {
    suffixes: Option<&'a PublicSuffixes>,
    platforms: &'a Platforms,
}

impl<'a> Hosts<'a> {
    pub(super) fn new(context: &Context<'a>, platforms: &'a Platforms) -> Self {
        Self { suffixes: context.suffixes, platforms }
    }

    /// Why a host can't be the site of one organisation or service, if it can't.
    pub(super) fn fault(&self, host: &str) -> Option<Message> {
        self.given_away(host).or_else(|| {
            let platform = self.platforms.of_host(host)?;
            Some(Sentence::HostOfPlatform.of([&host, &platform]))
        })
    }

    /// That everybody can get a name under a host, so that what lies under it is not its owner's.
    pub(super) fn given_away(&self, host: &str) -> Option<Message> {
        let bare = host.strip_prefix("www.").unwrap_or(host);
        let is_registered = |list: &PublicSuffixes| list.registered(bare).is_some();
        let is_own = self.suffixes.is_none_or(is_registered);
        (!is_own).then(|| Sentence::HostGivenAway.of([&bare]))
    }

    /// Reports the host of a website under which everybody can get a name.
    pub(super) fn check_website(&self, context: &Context<'_>, website: &str, at: usize) {
        if let Some(fault) = host_in(website).and_then(|host| self.given_away(&host)) {
            context.fault(at, fault);
        }
    }
}

/// Why a text is not a part of a site, if it is not: a path below its front page, as an address has it.
pub(super) fn path_fault(text: &str) -> Option<Sentence> {
    let is_allowed = |b: u8| b.is_ascii_graphic() && !br#"?#\"<>"#.contains(&b);
    let is_path = text.len() > 1
        && text.starts_with('/')
        && !text.contains("//")
        && text.bytes().all(is_allowed);
    if !is_path {
        return Some(Sentence::NoPath);
    }
    if text.split('/').any(|part| matches!(part, "." | "..")) {
        return Some(Sentence::PathSteps);
    }
    (!is_well_encoded(text)).then_some(Sentence::PathEncoding)
}

/// Whether each `%` stands for a character that a path can't hold as it is: none that it can, which would be
/// a second spelling (RFC 3986, section 6.2.2.2), and none that steers a reader or a server.
fn is_well_encoded(path: &str) -> bool {
    let mut parts = path.split('%');
    let mut plain = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let Some((digits, rest)) = part.split_at_checked(2) else { return false };
        // Rust reads `+a` as a number too.
        let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        let Some(byte) = u8::from_str_radix(digits, 16).ok().filter(|_| is_hex) else {
            return false;
        };
        let is_unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if is_unreserved || b"/\\%".contains(&byte) {
            return false;
        }
        plain.push(byte);
        plain.extend(rest.bytes());
    }
    std::str::from_utf8(&plain).is_ok_and(|text| !text.contains(sanitise::is_hostile))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_of_sound_parts() {
        let long = format!("{}.nl", "a".repeat(64));
        let longest = format!("{}.nl", "a".repeat(63));
        let endless = format!("{}nl", "a.".repeat(126));
        let most = format!("{}b.nl", "a.".repeat(124));
        for (text, expected) in [
            ("digid.nl", None),
            ("a-b.c--d.nl", None),
            ("3.nl", None),
            ("xn--plitie-wqf.nl", None),
            (longest.as_str(), None),
            (most.as_str(), None),
            ("digid", Some(Sentence::NoHost)),
            ("Digid.nl", Some(Sentence::NoHost)),
            ("https://digid.nl", Some(Sentence::NoHost)),
            ("digid.nl:443", Some(Sentence::NoHost)),
            ("digid.nl/a", Some(Sentence::NoHost)),
            ("[::1]", Some(Sentence::NoHost)),
            ("[::ffff:127.0.0.1]", Some(Sentence::NoHost)),
            ("dïgid.nl", Some(Sentence::NoHost)),
            ("a_b.nl", Some(Sentence::NoHost)),
            ("2130706433", Some(Sentence::NoHost)),
            ("digid.nl.", Some(Sentence::HostLabels)),
            (".digid.nl", Some(Sentence::HostLabels)),
            ("a..nl", Some(Sentence::HostLabels)),
            (".", Some(Sentence::HostLabels)),
            ("-a.nl", Some(Sentence::HostLabels)),
            ("a-.nl", Some(Sentence::HostLabels)),
            ("a.-nl", Some(Sentence::HostLabels)),
            (long.as_str(), Some(Sentence::HostLabels)),
            (endless.as_str(), Some(Sentence::HostLabels)),
            ("127.0.0.1", Some(Sentence::HostNumber)),
            ("127.1", Some(Sentence::HostNumber)),
            ("0x7f.1", Some(Sentence::HostNumber)),
            ("127.0.0.0x1", Some(Sentence::HostNumber)),
            ("127.0x", Some(Sentence::HostNumber)),
            ("999.999.999.999", Some(Sentence::HostNumber)),
            ("1.2.3.4.5", Some(Sentence::HostNumber)),
            ("digid.123", Some(Sentence::HostNumber)),
            ("xn--a.nl", Some(Sentence::HostEncoding)),
            ("xn--.nl", Some(Sentence::HostLabels)),
            ("www.xn--a.nl", Some(Sentence::HostEncoding)),
        ] {
            assert_eq!(fault(text), expected, "{text}");
        }
    }

    #[test]
    fn a_path_has_one_spelling_and_no_steps() {
        for (text, expected) in [
            ("/a", None),
            ("/a/", None),
            ("/a/b.aspx/.well-known/..a", None),
            ("/een%20pad", None),
            ("/caf%C3%A9", None),
            ("/a;b=1/(c)", None),
            ("a", Some(Sentence::NoPath)),
            ("/", Some(Sentence::NoPath)),
            ("//a", Some(Sentence::NoPath)),
            ("/a//b", Some(Sentence::NoPath)),
            ("/a?b", Some(Sentence::NoPath)),
            ("/a#b", Some(Sentence::NoPath)),
            ("/a\\b", Some(Sentence::NoPath)),
            ("/a b", Some(Sentence::NoPath)),
            ("/café", Some(Sentence::NoPath)),
            ("/..", Some(Sentence::PathSteps)),
            ("/a/../b", Some(Sentence::PathSteps)),
            ("/./a", Some(Sentence::PathSteps)),
            ("/a/.", Some(Sentence::PathSteps)),
            ("/%2e%2E/a", Some(Sentence::PathEncoding)),
            ("/a%2eb", Some(Sentence::PathEncoding)),
            ("/a%2Fb", Some(Sentence::PathEncoding)),
            ("/a%5cb", Some(Sentence::PathEncoding)),
            ("/a%252fb", Some(Sentence::PathEncoding)),
            ("/%61", Some(Sentence::PathEncoding)),
            ("/a%00", Some(Sentence::PathEncoding)),
            ("/a%1b[0m", Some(Sentence::PathEncoding)),
            ("/a%7F", Some(Sentence::PathEncoding)),
            ("/a%C2%9B", Some(Sentence::PathEncoding)),
            ("/a%E2%80%AE", Some(Sentence::PathEncoding)),
            ("/a%ff", Some(Sentence::PathEncoding)),
            ("/a%", Some(Sentence::PathEncoding)),
            ("/a%2", Some(Sentence::PathEncoding)),
            ("/a%zz", Some(Sentence::PathEncoding)),
            ("/a%+f", Some(Sentence::PathEncoding)),
        ] {
            assert_eq!(path_fault(text), expected, "{text}");
        }
    }
}
