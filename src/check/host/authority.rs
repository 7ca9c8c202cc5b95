//! What stands around the host of a written address, and makes it seem to lead elsewhere.

use super::name::Name;

/// Signs that look like a slash, a question mark or an `@` and are none. Where one stands in a host,
/// programs disagree on where the host ends.
const FALSE_MARKS: &[char] = &[
    '\u{2044}', '\u{2215}', '\u{29F8}', '\u{2571}', '\u{FF0F}', '\u{FF3C}', '\u{FE68}', '\u{29F5}',
    '\u{2216}', '\u{FF1F}', '\u{FE56}', '\u{FF03}', '\u{FE5F}', '\u{FF20}', '\u{FE6B}', '\u{FF1A}',
];

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
        let rest = scheme.map_or(address, |(_, rest)| rest).trim_start_matches('/');
        let text = rest.split(['/', '?', '#']).next().unwrap_or_default();
        Self { text, has_scheme: scheme.is_some() }
    }

    /// What is odd about it, if anything.
    pub(super) fn oddity(self) -> Option<Oddity> {
        let text = self.text;
        // A backslash at the end, or before a path, is only a slash turned round.
        let is_split = |(_, after): &(&str, &str)| after.contains('@') || after.starts_with('.');
        if text.split_once('\\').as_ref().is_some_and(is_split) || text.contains(FALSE_MARKS) {
            let is_mark = |c: char| c == '\\' || c == '@' || FALSE_MARKS.contains(&c);
            return Some(Oddity::Ambiguous(text.split(is_mark).filter_map(host).collect()));
        }
        if let Some((user, after)) = text.rsplit_once('@') {
            return (!user.is_empty()).then(|| Oddity::UserBefore(user.to_owned(), host(after)));
        }
        text.contains(FALSE_DOTS)
            .then(|| Oddity::Ambiguous(host(&text.replace(FALSE_DOTS, ".")).into_iter().collect()))
    }
}

/// The hosts and names that a text before an `@` can seem to be: all of it, or what stands before a
/// colon in it.
pub(super) fn seeming(user: &str) -> impl Iterator<Item = &str> {
    user.split(['@', ':']).filter(|part| !part.is_empty())
}

/// A host with or without a port.
fn host(text: &str) -> Option<Name> {
    Name::read(text.split(':').next().unwrap_or_default())
}
