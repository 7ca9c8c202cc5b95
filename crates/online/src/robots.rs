//! What a site asks of programs in its `robots.txt`.
//!
//! After RFC 9309 (<https://www.rfc-editor.org/rfc/rfc9309>): groups of the same product token are merged, the
//! longest rule that fits decides, and of two of the same length the one that allows. `Crawl-delay` isn't in it, but
//! sites write it and mean it. Time and memory grow with the length of the file, and no more than that.

use std::time::Duration;

use url::Url;

use crate::fetch::{Accept, Failure, Follow, Outcome, Request};

/// How much of a file is read, in bytes. RFC 9309, 2.5, asks for at least 500 KiB.
pub const MAX_LENGTH: usize = 500 * 1024;

/// How many redirects of the file are followed: RFC 9309, 2.3.1.2.
pub const MAX_REDIRECTS: usize = 5;

/// The name by which `robots.txt` speaks of this program.
pub const PRODUCT_TOKEN: &str = "officieel";

/// The question for the file of a host, wherever its redirects lead.
pub fn request(file: Url) -> Request<'static> {
    Request::new(file, Accept::Text).following(Follow::anywhere(MAX_REDIRECTS))
}

/// What a site allows one program to ask for.
///
/// ```
/// use officieel_online::robots::Robots;
///
/// let robots = Robots::parse(b"User-agent: *\nDisallow: /search\n", "officieel");
/// assert!(robots.allows("/contact"));
/// assert!(!robots.allows("/search?q=x"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Robots {
    rules: Vec<Rule>,
    crawl_delay: Option<Duration>,
}

/// One line that allows or forbids, as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    is_allowed: bool,
    /// Percent-encoded in one way; a `*` stands for anything.
    pattern: String,
    /// Whether the pattern ended in `$`: nothing may follow.
    is_whole: bool,
}

impl Robots {
    /// No restriction, as where there is no file.
    pub fn unrestricted() -> Self {
        Self::default()
    }

    /// What a file asks of the program with a product token, such as `officieel`. Anything may stand in the file:
    /// what can't be read is no rule, and a page of HTML under that name has none.
    pub fn parse(file: &[u8], token: &str) -> Self {
        let file = file.get(..MAX_LENGTH).unwrap_or(file);
        let text = String::from_utf8_lossy(file);
        let text = text.trim_start_matches('\u{FEFF}');
        if text.trim_start().starts_with('<') {
            return Self::unrestricted();
        }
        let mut groups = Groups::new(token);
        for line in text.split(['\n', '\r']) {
            groups.take_in(line);
        }
        groups.decided()
    }

    /// What the answer to the question for the file means: a status of 4xx or a redirect without end is no
    /// restriction; where the server can't answer, or asks to be left alone for now, nothing may be asked.
    ///
    /// # Errors
    ///
    /// Why all of the host is closed for this run.
    pub fn of_answer(answer: &Outcome, token: &str) -> Result<Self, Failure> {
        match answer {
            Outcome::Page(page) => match page.status {
                200..=299 => Ok(Self::parse(&page.body, token)),
                429 => Err(Failure::Status(page.status)),
                300..=499 => Ok(Self::unrestricted()),
                status => Err(Failure::Status(status)),
            },
            Outcome::NotModified(_) => Err(Failure::Status(304)),
            // A file that is no text holds no rules.
            Outcome::CouldNotLook(Failure::TooManyRedirects | Failure::OtherContent(_)) => {
                Ok(Self::unrestricted())
            }
            Outcome::CouldNotLook(failure) => Err(failure.clone()),
            Outcome::Refused(refusal) => Err(Failure::Refused(refusal.clone())),
        }
    }

    /// Whether a page may be asked for: its path with its query, as they stand in the address.
    pub fn allows(&self, path_and_query: &str) -> bool {
        let path = normalised(path_and_query, Stands::InAddress);
        if path == "/robots.txt" {
            return true;
        }
        let fitting = self.rules.iter().filter(|rule| rule.fits(&path));
        let longest = fitting.max_by_key(|rule| (rule.length(), rule.is_allowed));
        longest.is_none_or(|rule| rule.is_allowed)
    }

    /// The same of an address.
    pub fn allows_url(&self, url: &Url) -> bool {
        match url.query() {
            Some(query) => self.allows(&format!("{}?{query}", url.path())),
            None => self.allows(url.path()),
        }
    }

    /// How long the site asks to wait between two requests.
    pub fn crawl_delay(&self) -> Option<Duration> {
        self.crawl_delay
    }
}

impl Rule {
    fn new(written: &str, is_allowed: bool) -> Self {
        let (written, is_whole) = match written.strip_suffix('$') {
            Some(before) => (before, true),
            None => (written, false),
        };
        Self { is_allowed, pattern: normalised(written, Stands::InRule), is_whole }
    }

    fn length(&self) -> usize {
        self.pattern.len() + usize::from(self.is_whole)
    }

    /// Each part between two stars is looked for behind the one before, so that no byte is passed twice.
    fn fits(&self, path: &str) -> bool {
        let mut parts = self.pattern.split('*');
        let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else {
            return false;
        };
        let mut parts = parts.peekable();
        let mut has_star = false;
        while let Some(part) = parts.next() {
            has_star = true;
            if self.is_whole && parts.peek().is_none() {
                return rest.ends_with(part);
            }
            let Some((_, behind)) = rest.split_once(part) else {
                return false;
            };
            rest = behind;
        }
        has_star || !self.is_whole || rest.is_empty()
    }
}

/// Where a path stands, which decides whether `*` and `$` in it mean themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    InAddress,
    InRule,
}

/// A path in the one way to write it: RFC 9309, 2.2.2. What needs no percent-encoding has none, what needs it has it in
/// capitals.
fn normalised(path: &str, stands: Stands) -> String {
    let mut out = String::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        match encoded(byte, ahead.next(), ahead.next()) {
            Some(meant) => {
                bytes = ahead;
                if is_unreserved(meant) {
                    out.push(char::from(meant));
                } else {
                    escape(meant, &mut out);
                }
            }
            None if stands == Stands::InAddress && matches!(byte, b'*' | b'$') => {
                escape(byte, &mut out);
            }
            None if byte.is_ascii_graphic() => out.push(char::from(byte)),
            None => escape(byte, &mut out),
        }
    }
    out
}

fn encoded(sign: u8, high: Option<u8>, low: Option<u8>) -> Option<u8> {
    let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
    if sign != b'%' {
        return None;
    }
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn escape(byte: u8, out: &mut String) {
    let digit =
        |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase();
    out.push('%');
    out.extend([byte >> 4, byte & 15].map(digit));
}

/// The groups of a file while it is read, as far as they concern one program.
struct Groups<'t> {
    token: &'t str,
    own: Group,
    others: Group,
    /// Whom the lines are for that come now.
    addressed: Addressed,
    /// Whether the last line that counts named a program: more may join it.
    is_naming: bool,
}

#[derive(Default)]
struct Group {
    is_there: bool,
    robots: Robots,
}

#[derive(Default, Clone, Copy)]
struct Addressed {
    own: bool,
    others: bool,
}

impl<'t> Groups<'t> {
    fn new(token: &'t str) -> Self {
        let addressed = Addressed::default();
        Self { token, own: Group::default(), others: Group::default(), addressed, is_naming: false }
    }

    fn take_in(&mut self, line: &str) {
        let line = line.split('#').next().unwrap_or_default();
        let Some((key, value)) = line.split_once(':') else {
            return;
        };
        let (key, value) = (key.trim(), value.trim());
        let is = |name: &str| key.eq_ignore_ascii_case(name);
        if is("user-agent") {
            self.address(value);
        } else if is("allow") || is("disallow") {
            self.is_naming = false;
            if !value.is_empty() {
                self.add(|group| group.rules.push(Rule::new(value, is("allow"))));
            }
        } else if is("crawl-delay")
            && let Some(delay) = seconds(value)
        {
            self.add(|group| group.crawl_delay = group.crawl_delay.max(Some(delay)));
        }
    }

    fn address(&mut self, name: &str) {
        if !self.is_naming {
            self.addressed = Addressed::default();
        }
        self.is_naming = true;
        let end = |c: char| !(c.is_ascii_alphabetic() || c == '-' || c == '_');
        let token = name.split(end).next().unwrap_or_default();
        if name == "*" {
            self.addressed.others = true;
            self.others.is_there = true;
        } else if token.eq_ignore_ascii_case(self.token) {
            self.addressed.own = true;
            self.own.is_there = true;
        }
    }

    fn add(&mut self, change: impl Fn(&mut Robots)) {
        if self.addressed.own {
            change(&mut self.own.robots);
        }
        if self.addressed.others {
            change(&mut self.others.robots);
        }
    }

    fn decided(self) -> Robots {
        if self.own.is_there { self.own.robots } else { self.others.robots }
    }
}

/// A delay in seconds, whole or with a point; one that no program could wait for is as long as can be said.
fn seconds(value: &str) -> Option<Duration> {
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let seconds: f64 = if is_number { value.parse().ok()? } else { return None };
    Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests;
