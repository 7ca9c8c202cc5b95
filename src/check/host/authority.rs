//! What stands around the host of a written address, and makes it seem to lead elsewhere.

use super::name::Name;

/// Signs that look like a slash, a question mark or an `@` and are none. Where one stands in a host,
/// programs disagree on where the host ends.
const FALSE_MARKS: &[char] = &[
    '\u{2044}', '\u{2215}', '\u{29F8}', '\u{2571}', '\u{FF0F}', '\u{FF3C}', '\u{FE68}', '\u{29F5}',
    '\u{2216}', '\u{FF1F}', '\u{FE56}', '\u{FF03}', '\u{FE5F}', '\u{FF20}', '\u{FE6B}', '\u{FF1A}',
];

/// Signs that the standard of browsers lets stand in a host (URL Standard, forbidden domain code points), and at which mail
/// and chat programs end an address.
const ENDS: &[char] =
    &[';', '&', ',', '\'', '"', '`', '!', '$', '(', ')', '*', '+', '=', '~', '{', '}'];

/// Signs that IDNA reads as a dot, and other programs do not (UTS #46, section 4).
const FALSE_DOTS: &[char] = &['\u{3002}', '\u{FF0E}', '\u{FF61}', '\u{2024}', '\u{FE52}'];

/// The part of an address between its scheme and its path, as it was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Authority<'a> {
    text: &'a str,
    /// Whether a scheme of the web stands before it.
    pub(super) has_scheme: bool,
}

/// What is odd about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Oddity {
    /// Text before the host: it, and the host.
    UserBefore(String, Option<Name>),
    /// Signs that can be read in two ways: the hosts that can be meant.
    Ambiguous(Vec<Name>),
    /// A backslash, which browsers take for a slash: the host before it, where they go, and the others that
    /// can be meant.
    Backslash(Name, Vec<Name>),
}

impl<'a> Authority<'a> {
    /// Finds it in an address as it is pasted.
    pub(super) fn of(address: &'a str) -> Self {
        let address = address.trim();
        let address =
            address.strip_prefix('<').and_then(|it| it.strip_suffix('>')).unwrap_or(address);
        let scheme = address.split_once(':').filter(|(scheme, _)| {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        });
        let rest = scheme.map_or(address, |(_, rest)| rest).trim_start_matches(['/', '\\']);
        let text = rest.split(['/', '?', '#']).next().unwrap_or_default();
        Self { text, has_scheme: scheme.is_some() }
    }

    /// The host as it was written, without a user name or a port; nothing where it stands in figures.
    pub(super) fn host(self) -> &'a str {
        let text = self.text.split('\\').next().unwrap_or_default();
        let host = text.rsplit('@').next().unwrap_or_default();
        if host.starts_with('[') { "" } else { host.split(':').next().unwrap_or_default() }
    }

    /// What is odd about it, if anything.
    pub(super) fn oddity(self) -> Option<Oddity> {
        let text = self.text;
        // A backslash at the end, or before a path, is only a slash turned round.
        let is_split = |(_, after): &(&str, &str)| {
            after.contains('@') || after.starts_with(['.', '_']) || is_escape(after)
        };
        let split = text.split_once('\\').filter(is_split);
        if split.is_some() || text.contains(FALSE_MARKS) {
            let is_mark = |c: char| c == '\\' || c == '@' || FALSE_MARKS.contains(&c);
            let hosts: Vec<Name> = text.split(is_mark).filter_map(host).collect();
            let before = split.map(|(before, _)| before).filter(|it| !it.contains(FALSE_MARKS));
            let first = before.and_then(|it| host(it.rsplit('@').next().unwrap_or_default()));
            return Some(match first {
                Some(first) => Oddity::Backslash(first, hosts),
                None => Oddity::Ambiguous(hosts),
            });
        }
        // Without a scheme, what stands before an `@` is a mailbox.
        if text.contains(ENDS) && (self.has_scheme || !text.contains('@')) {
            let is_mark = |c: char| c == '@' || ENDS.contains(&c);
            let hosts: Vec<Name> = text.split(is_mark).filter_map(host).collect();
            // One alone has the punctuation of a sentence beside it.
            if hosts.len() > 1 {
                return Some(Oddity::Ambiguous(hosts));
            }
        }
        // No address has a second port (RFC 3986, section 3.2).
        if !text.contains('@') && !text.starts_with('[') && text.matches(':').count() > 1 {
            return Some(Oddity::Ambiguous(text.split(':').filter_map(Name::read).collect()));
        }
        // Nor letters in its port: who reads on behind the `:` looks for another host.
        if let Some((before, port)) = text.split_once(':')
            && !text.contains('@')
            && port.contains('.')
            && let (Some(before), Some(port)) = (Name::read(before), host(port))
            && port.ending.contains(char::is_alphabetic)
        {
            return Some(Oddity::Ambiguous(vec![before, port]));
        }
        if let Some((user, after)) = text.rsplit_once('@') {
            return (!user.is_empty()).then(|| Oddity::UserBefore(user.to_owned(), host(after)));
        }
        let meant = host(&text.replace(FALSE_DOTS, ".")).filter(|_| text.contains(FALSE_DOTS))?;
        // Where the network reads the same, that is where it leads.
        (host(text).as_ref() != Some(&meant)).then(|| Oddity::Ambiguous(vec![meant]))
    }
}

/// The host of an address where signs stand for points that no browser takes for one: a reader does.
pub(in crate::check) fn with_false_points(address: &str) -> Option<&str> {
    let host = Authority::of(address).host();
    (host.contains(FALSE_DOTS) && Name::read(&host.replace(FALSE_DOTS, ".")).is_some())
        .then_some(host)
}

/// The hosts and names that a text before an `@` can seem to be: all of it, or what stands before a
/// sign in it that no host has.
pub(super) fn seeming(user: &str) -> impl Iterator<Item = &str> {
    let is_of_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let parts = user.split(move |c| !is_of_host(c) && !FALSE_DOTS.contains(&c));
    std::iter::once(user).chain(parts).filter(|part| !part.is_empty())
}

/// A host with or without a port.
fn host(text: &str) -> Option<Name> {
    // Behind a point that JSON escapes, the rest of a host may stand.
    let text = text.get(ESCAPE..).filter(|_| is_escape(text)).unwrap_or(text);
    Name::read(text.split(':').next().unwrap_or_default().trim_start_matches('.'))
}

/// How long a character as JSON escapes it is, behind its backslash.
const ESCAPE: usize = "u002e".len();

/// Whether a text begins with a character as JSON escapes it, behind its backslash.
fn is_escape(text: &str) -> bool {
    let code = text.strip_prefix('u').and_then(|code| code.get(..4));
    code.is_some_and(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
}
