//! A text cut into the parts that stand for themselves: addresses, signed names, and plain words.
//!
//! | here | a part ends |
//! | --- | --- |
//! | anywhere | at white space, quotes, `<` `>` `{` `}` `|` `^`, signs and emoji beyond ASCII |
//! | anywhere | where an address begins: at its scheme, or at `www.` |
//! | anywhere | behind `…` or `...`, which say that more stood there |
//! | host of an address | at any sign that no host has, unless an `@` follows in it |
//! | path of an address | at `](`, `[/`, `,` and `;` |
//! | path, query, fragment | at any other sign before an `@name` or a host |
//! | word | at any sign, but for `.` `-` `_` |

mod schemes;
mod signs;
mod words;
mod wrapped;

use super::shape::{has_scheme, is_address, is_dot};
use crate::directory::Directory;
use crate::platform::AddressError;
use crate::text::sanitise::is_hostile;
use schemes::{
    authority, begins_other, closes_tag, glued_scheme, is_of_scheme, is_web, next_scheme,
};
use signs::{
    begins_web, ellipsis, encoded_blank, goes_on, is_at, is_between, is_in_host, is_joint,
    is_of_address, is_steering, leading, query_goes_on, steps_up, trimmed,
};
use words::{before_sentence, without_italics, word_end};
use wrapped::Next;

/// A part of a text that stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'t> {
    pub(super) text: &'t str,
    /// Where in the text it begins, in bytes.
    pub(super) start: usize,
    pub(super) kind: PartKind,
    /// Where the address begins that this stands in, as far as a browser goes by its signs.
    pub(super) within: Option<usize>,
}

/// What a part is by its signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    Address,
    /// A name with its sign (`@name`, `acct:name@host`), or a mail address.
    Signed,
    Plain,
}

/// The parts of a text, in their order. `alone`: it is one word, of which more is taken for a host.
pub(super) fn parts<'t>(directory: &Directory, text: &'t str, alone: bool) -> Vec<Part<'t>> {
    let splitter = Splitter { directory, alone };
    let mut parts = Vec::new();
    for (start, span) in spans(text) {
        splitter.cut(span, start, &mut parts);
    }
    parts
}

/// The runs of a text between blanks, quotes and signs that no address holds as they are.
fn spans(text: &str) -> Vec<(usize, &str)> {
    let mut spans = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let span = text.get(from..at).unwrap_or_default();
        if c.is_whitespace() {
            spans.push((from, span));
            from = end;
            continue;
        }
        let behind = || text.get(end..).unwrap_or_default();
        if is_between(c) && !is_within(span, c, behind()) {
            // `->` and `=>` are arrows.
            spans.push((from, if c == '>' { span.trim_end_matches(['-', '=']) } else { span }));
            from = end;
        }
    }
    spans.push((from, text.get(from..).unwrap_or_default()));
    spans.retain(|(_, span)| !span.is_empty());
    spans
}

/// Whether a sign that no address holds as it is stands in one all the same, which a browser reads as a whole.
fn is_within(before: &str, sign: char, behind: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let is_number = is_digit(before.chars().next_back()) && is_digit(behind.chars().next());
    let goes_on = || match sign {
        '<' | '>' => behind.starts_with("/.") || behind.starts_with("/%"),
        _ => goes_on_at(behind) || is_number,
    };
    let is_of_path =
        before.contains('/') && (goes_on() || steps_up(behind) || query_goes_on(before, behind));
    is_of_path || is_in_host(sign, Some(before), Some(behind))
}

/// As much of a text as a scheme and a host take, with room to spare (RFC 1035 allows a host 253 bytes).
fn beginning(text: &str) -> &str {
    let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= 400);
    end.map_or(text, |end| text.get(..end).unwrap_or(text))
}

/// Whether a path goes on right behind a sign that no address holds as it is.
fn goes_on_at(behind: &str) -> bool {
    behind.starts_with(['/', '\\', '.', '%']) && goes_on(behind)
}

struct Splitter<'d> {
    directory: &'d Directory,
    alone: bool,
}

impl Splitter<'_> {
    /// The parts of a run without blanks.
    fn cut<'t>(&self, span: &'t str, start: usize, parts: &mut Vec<Part<'t>>) {
        // A word behind `#` is a topic, which is nobody's.
        if let Some(topic) = span.strip_prefix('#')
            && !self.alone
            && !self.begins_address(topic)
        {
            let end = span.get(1..).and_then(|it| it.find(|c| is_joint(c) || is_at(c)));
            let end = end.map_or(span.len(), |end| end + 1);
            return self.cut_from(span, end, start, parts);
        }
        self.cut_from(span, 0, start, parts);
    }

    fn cut_from<'t>(&self, span: &'t str, from: usize, start: usize, parts: &mut Vec<Part<'t>>) {
        let mut at = from;
        let mut around = None;
        while let Some(rest) = span.get(at..).filter(|rest| !rest.is_empty()) {
            let signs = leading(rest);
            let rest = rest.get(signs..).unwrap_or_default();
            if rest.is_empty() {
                return;
            }
            at += signs;
            let before = span.get(..at).unwrap_or_default();
            let within = around.filter(|_| before.ends_with(is_of_address));
            let (end, kind) = if self.begins_address(rest) {
                (self.address_end(rest), PartKind::Address)
            } else {
                word_end(rest, self.alone)
            };
            let end = end.max(rest.chars().next().map_or(1, char::len_utf8));
            let part = rest.get(..end).unwrap_or(rest);
            let (part, lead) = trimmed(part, kind, rest.get(end..).unwrap_or_default());
            // `http://https://…`: nothing stands behind the first.
            let is_bare = part.strip_suffix("://").is_some_and(is_web);
            if part.contains(char::is_alphanumeric) && !is_bare {
                let (part, kind) = self.looked_at(part, kind);
                let part = without_italics(span, at + lead, part);
                let start = start + at + lead;
                parts.push(Part { text: part, start, kind, within });
                around = within.or((kind == PartKind::Address).then_some(start));
            }
            at += end;
        }
    }

    /// What is left of a word where something else was glued to it may be a host.
    fn looked_at<'t>(&self, part: &'t str, kind: PartKind) -> (&'t str, PartKind) {
        let host = part.trim_end_matches(|c: char| is_dot(c) || matches!(c, '…' | '-' | '_'));
        if kind == PartKind::Plain && is_address(self.directory, host, self.alone) {
            return (host, PartKind::Address);
        }
        let before = Some(host).filter(|_| kind == PartKind::Plain && !self.alone);
        before
            .and_then(|it| before_sentence(self.directory, it))
            .map_or((part, kind), |host| (host, PartKind::Address))
    }

    /// Whether an address begins a text, as far as the next sign that no host has.
    fn begins_address(&self, rest: &str) -> bool {
        let rest = beginning(rest);
        if rest.starts_with(is_at) {
            return false;
        }
        if begins_other(rest) {
            return true;
        }
        if let Some((scheme, behind)) = rest.split_once("://")
            && !scheme.is_empty()
            && scheme.chars().all(is_of_scheme)
        {
            return !behind.is_empty() && glued_scheme(scheme) == 0;
        }
        let path = rest.trim_start_matches(['/', '\\']);
        let path =
            path.find(['/', '\\', '?', '#']).map_or(rest.len(), |at| at + rest.len() - path.len());
        let is_end = |(at, c): &(usize, char)| {
            let is_of_address = match c {
                '/' | '\\' | '?' | '#' | ':' => true,
                '%' => !encoded_blank(rest.get(*at..).unwrap_or_default()),
                '&' | '=' => *at > path,
                _ => false,
            };
            is_joint(*c) && !is_of_address
        };
        let end = rest.char_indices().find(is_end).map_or(rest.len(), |(at, _)| at);
        let end = next_scheme(rest).map_or(end, |at| at.min(end));
        let chunk = rest.get(..end).unwrap_or(rest);
        let dots =
            chunk.char_indices().find(|(at, _)| chunk.get(*at..).and_then(ellipsis).is_some());
        let chunk = dots.map_or(chunk, |(at, _)| chunk.get(..at).unwrap_or_default());
        let is_around = |c: char| {
            let is_unseen = is_hostile(c) && !is_steering(c);
            is_dot(c) || is_at(c) || matches!(c, '-' | '%' | ':') || is_unseen
        };
        let chunk = chunk.trim_end_matches(is_around);
        // The scheme of an app stands at the very beginning.
        let is_app = || chunk.contains(':') && has_scheme(self.directory, chunk);
        (!chunk.contains("://")
            && is_address(self.directory, chunk.trim_start_matches('_'), self.alone))
            || is_app()
    }

    /// Where an address that begins a text ends.
    fn address_end(&self, rest: &str) -> usize {
        let Next { begins, within } = self.next_address(rest);
        let rest = rest.get(..begins).unwrap_or(rest);
        if begins_other(rest) {
            return rest.char_indices().find(|(_, c)| is_at(*c)).map_or(rest.len(), |(at, _)| at);
        }
        let authority = authority(rest);
        let host = rest.get(authority..).unwrap_or_default();
        let path = host.find(['/', '\\', '?', '#']).map_or(rest.len(), |at| at + authority);
        let host = rest.get(authority..path).unwrap_or_default();
        // Before an `@` stands a user name, which may hold any sign: `x.com,@evil.nl`.
        // And behind the scheme of an app stands no host.
        let scheme = rest.split(':').next().unwrap_or_default();
        let is_app = || !scheme.contains('.') && has_scheme(self.directory, rest);
        let is_web = is_web(scheme) || !rest.contains("://") && !is_app();
        if is_web && !host.contains(is_at) && !host.starts_with('[') {
            let is_none = |(at, c): &(usize, char)| match c {
                // Behind a port, another colon makes an address of it that programs read differently.
                // A port may be empty (RFC 3986, 3.2.3).
                ':' if at + 1 == host.len() && rest.get(path..).is_some_and(goes_on) => false,
                ':' => !host.get(at + 1..).is_some_and(|it| {
                    let has_port = host.get(..*at).is_some_and(|host| host.contains(':'));
                    it.starts_with(|c: char| c.is_ascii_digit() || has_port && c.is_alphanumeric())
                }),
                '%' => encoded_blank(host.get(*at..).unwrap_or_default()),
                '·' | '’' => false,
                c => is_joint(*c) && !self.host_goes_on(host.get(*at..).unwrap_or_default()),
            };
            if let Some((at, _)) = host.char_indices().find(is_none) {
                return authority + at;
            }
        }
        let query = rest.find(['?', '#']).unwrap_or(rest.len());
        let is_in_query = |at: usize| at > query;
        for (offset, c) in rest.get(path..).unwrap_or_default().char_indices() {
            let at = path + offset;
            let behind = rest.get(at + c.len_utf8()..).unwrap_or_default();
            if at < within {
                continue;
            }
            if let Some(dots) = ellipsis(rest.get(at..).unwrap_or_default())
                && !steps_up(behind)
            {
                return at + dots;
            }
            let is_stop = c == '.' && behind.starts_with(is_at);
            if !is_joint(c) && !is_stop {
                let from = rest.get(at..).unwrap_or_default();
                let is_next = begins_web(from) && at > path && !is_in_query(at);
                if is_next && !self.is_name(rest, from) && !self.leads_to_next(rest, at) {
                    return at;
                }
                continue;
            }
            if let Some(end) = self.coded_end(rest, at) {
                return end;
            }
            // `wa.me/31646764867,8` is another number.
            let is_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let before = rest.get(..at).unwrap_or_default();
            let is_within =
                is_number(before.chars().next_back()) && is_number(behind.chars().next());
            let goes_on_all_the_same = steps_up(behind)
                || (is_in_query(at)
                    && !matches!(c, '&' | '=' | '#')
                    && query_goes_on(before, behind));
            let ends = match c {
                _ if goes_on_all_the_same && !matches!(c, '?' | '/' | '\\' | '%') => false,
                ',' | ';' if is_within || goes_on(behind) => false,
                '[' if goes_on(behind) && !closes_tag(behind) => false,
                ',' | ';' | '[' if !is_in_query(at) => true,
                // A bracket that nothing opened belongs to the markup around the address.
                ']' if goes_on(behind) => false,
                ']' => !before.contains('[') || behind.starts_with('(') || self.begins(behind),
                '[' => behind.starts_with('/') || self.begins(behind),
                '%' if encoded_blank(rest.get(at..).unwrap_or_default()) => {
                    self.begins(behind.get(2..).unwrap_or_default())
                }
                '/' if self.is_name(rest, behind) => false,
                '/' | '\\' | '%' => begins_web(behind) || self.begins_platform(behind),
                '&' | '=' if !is_in_query(at) => self.begins(behind),
                '#' if self.is_named_in_fragment(rest, at) => false,
                '&' | '=' | '#' => behind.starts_with(is_at) || self.begins_page(behind),
                '?' => {
                    behind.starts_with(is_at)
                        || self.begins_page(behind)
                        || self.begins_keyless(behind)
                }
                _ => self.begins(behind),
            };
            let is_led_to = || self.leads_to_next(rest, at + c.len_utf8());
            if ends && at > path.saturating_sub(1) && !is_led_to() {
                return at;
            }
        }
        rest.len()
    }

    /// Whether signs stand inside a host, which goes on with a point behind them: browsers look for
    /// `digid.nl!.evil.nl` under `evil.nl`.
    fn host_goes_on(&self, signs: &str) -> bool {
        let rest = signs.trim_start_matches(is_joint);
        let is_host = |host: &str| {
            let inner = host.trim_matches(is_dot);
            inner.contains(is_dot) && inner.starts_with(char::is_alphanumeric)
        };
        rest.strip_prefix(is_dot).is_some_and(|host| is_host(host) || self.begins_address(host))
    }

    /// Whether the name of an account stands behind the `#` at a place: `web.telegram.org/k/#@name`.
    fn is_named_in_fragment(&self, address: &str, at: usize) -> bool {
        let is_account = |text: Option<&str>| {
            text.is_some_and(|it| self.directory.platforms.parse_address(it).is_ok())
        };
        is_account(Some(address)) && !is_account(address.get(..at))
    }

    /// Whether the name of an account stands at the end of an address that is written as a host: a known one, as
    /// `www.meteo.be` on Facebook, or any where names are hosts, as on Bluesky.
    fn is_name(&self, address: &str, behind: &str) -> bool {
        let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        let rest = behind.trim_start_matches(is_of_name);
        let address = address.strip_suffix(rest).unwrap_or(address).trim_end_matches('.');
        let parsed = begins_web(behind).then(|| self.directory.platforms.parse_address(address));
        parsed.and_then(Result::ok).is_some_and(|it| {
            let rules = self.directory.platform(it.account.platform).name_rules(&it.account.name);
            let is_listed = self.directory.account_by(&it.account).is_some();
            let is_foreign = self.directory.foreign_by(&it.account).is_some();
            rules.is_some_and(|it| it.is_domain) || is_listed || is_foreign
        })
    }

    /// Whether a name with its sign, or an address, begins a text.
    fn begins(&self, text: &str) -> bool {
        let is_sign = |c: char| (is_joint(c) && c != '/') || is_hostile(c);
        let text = text.trim_start_matches(is_sign);
        let is_signed = text
            .strip_prefix(is_at)
            .is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        is_signed || begins_web(text) || self.begins_address(text)
    }

    /// Whether a value in a query is the address of a page: a host alone may be the name of a source.
    fn begins_page(&self, text: &str) -> bool {
        let value = text.split('&').next().unwrap_or_default();
        begins_web(value) || (value.contains('/') && self.begins_address(value))
    }

    /// Whether an address stands where the first key of a query does.
    fn begins_keyless(&self, text: &str) -> bool {
        !text.contains('=') && self.begins_address(text)
    }

    /// Whether an address of a platform begins a text: in a path, any other host may be a name.
    fn begins_platform(&self, text: &str) -> bool {
        let Some((host, path)) = text.split_once(['/', '\\']) else {
            return false;
        };
        let is_host =
            host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-');
        is_host
            && path.starts_with(|c: char| c.is_alphanumeric() || is_at(c))
            && !matches!(
                self.directory.platforms.parse_address(host),
                // `bsky.app/profile/name.bsky.social`: a host that is a name may stand in a path.
                Ok(_)
                    | Err(AddressError::NotAnAddress
                        | AddressError::UnknownHost(_)
                        | AddressError::Disguised(_))
            )
    }
}
