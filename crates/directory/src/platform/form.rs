//! The forms of addresses: patterns that say where in an address the name of an account stands.
//!
//! | in a form | stands for |
//! | --- | --- |
//! | `/word` | that part of the path, in any case |
//! | `/{name}`, `/@{name}` | a part of the path that is a name, after the given sign |
//! | `/@{name}.rss` | the same, with an ending that begins with a dot |
//! | `/*-{name}` | a part of the path that ends in a name, after the last such sign |
//! | `/(about|media)` | one of these words, in any case |
//! | `/(|about|media)` | one of these words, or nothing more; only at the end |
//! | `/{tabs}` | the same for the `tabs` of the platform |
//! | `/*`, `/*.php`, `/+*` | any one part, or any with this end or start |
//! | `/**` | any parts from here on, or none; only at the end |
//! | `?key={name}` | a value in the query, behind exactly this key |
//! | `?key={name}&other=*` | the same, where that other key is there too |
//! | `#!/{name}` | a path in the fragment |
//! | `//youtu.be/**` | on this host only; `//{name}.t.me` where the host holds the name, `//{name:*.bsky.social}` where all of it is the name |
//! | `tg://resolve?domain={name}`, `acct:{name}` | an address of another kind, without a host |
//!
//! The query and fragment are passed over where the form has none, unless they name an account as well:
//! then nobody can say which one is meant.

pub(super) mod candidate;

use super::address::{Ambiguity, Base, Pieces};
use super::host::HostPattern;
use crate::text::message::{Message, Sentence};

/// One form, compiled.
#[derive(Debug, Clone)]
pub(super) struct Form {
    base: FormBase,
    path: Path,
    /// Keys that must be there; one of them may stand before the name.
    query: Vec<(String, Option<Capture>)>,
    fragment: Option<Path>,
}

#[derive(Debug, Clone)]
struct Path {
    parts: Vec<Part>,
    /// Whether more parts may follow.
    open: bool,
}

#[derive(Debug, Clone)]
enum FormBase {
    /// Any host of the platform.
    Platform,
    /// This host only.
    Host(HostPattern),
    /// A host whose first label is the name.
    NameAtHost(u8, String),
    /// A host that is the name.
    NameIsHost(u8, HostPattern),
    /// An address of an app.
    Scheme(String),
}

#[derive(Debug, Clone)]
enum Part {
    Word(String),
    /// One of these words.
    OneOf(Vec<String>),
    /// One of these words, or the end of the path.
    OneOfOrEnd(Vec<String>),
    /// Any text between this start and this end.
    Any(String, String),
    Name(Capture),
}

/// A place where a name stands.
#[derive(Debug, Clone)]
struct Capture {
    space: u8,
    /// What stands before the name.
    before: String,
    /// Whether other text may stand before that.
    anything_first: bool,
    /// What stands behind the name.
    after: String,
}

/// A name found in an address, with its name-space; `None` where the form holds no name.
pub(super) type Found = Option<(u8, String)>;

impl Form {
    /// Reads a form; `space_of` gives the position of the name-space that a placeholder stands for.
    pub(super) fn parse(
        text: &str,
        space_of: impl Fn(&str) -> Option<u8>,
    ) -> Result<Self, Message> {
        let fault = |sentence: Sentence| sentence.of([&text]);
        let (rest, fragment) = split_mark(text, '#');
        let (rest, query) = split_mark(rest, '?');
        let (base, path) =
            base_and_path(rest, &space_of).ok_or_else(|| fault(Sentence::FormBegins))?;
        let unknown = || fault(Sentence::FormPlaceholder);
        let form = Self {
            path: Path::parse(path, &space_of).ok_or_else(unknown)?,
            query: match query {
                Some(query) => conditions(query, &space_of).ok_or_else(unknown)?,
                None => Vec::new(),
            },
            fragment: match fragment {
                Some(fragment) => Some(Path::parse(fragment, &space_of).ok_or_else(unknown)?),
                None => None,
            },
            base,
        };
        match form.captures().count() {
            0 | 1 => Ok(form),
            _ => Err(fault(Sentence::FormTwoNames)),
        }
    }

    fn captures(&self) -> impl Iterator<Item = u8> + '_ {
        let host = match self.base {
            FormBase::NameAtHost(space, _) | FormBase::NameIsHost(space, _) => Some(space),
            _ => None,
        };
        let parts = self.path.parts.iter().chain(self.fragment.iter().flat_map(|path| &path.parts));
        let parts = parts.filter_map(|part| match part {
            Part::Name(capture) => Some(capture.space),
            _ => None,
        });
        let values = self.query.iter().filter_map(|(_, capture)| capture.as_ref());
        host.into_iter().chain(parts).chain(values.map(|capture| capture.space))
    }

    /// The name-space of the name in such addresses, if there is one.
    pub(super) fn space(&self) -> Option<u8> {
        self.captures().next()
    }

    /// The scheme of the app whose addresses these are.
    pub(super) fn scheme(&self) -> Option<&str> {
        match &self.base {
            FormBase::Scheme(scheme) => Some(scheme),
            _ => None,
        }
    }

    /// The key of the query that stands before a name.
    pub(super) fn name_key(&self) -> Option<&str> {
        self.query.iter().find(|(_, capture)| capture.is_some()).map(|(key, _)| key.as_str())
    }

    /// Whether an address of this form names more than the one account that the form finds in it.
    /// `keys` are all that stand before the name of an account on the platform.
    pub(super) fn ambiguity<'k>(
        &self,
        pieces: &Pieces,
        keys: impl Iterator<Item = &'k str>,
    ) -> Option<Ambiguity> {
        // Behind `#!` stood all of the path once, and stood above the path itself.
        let is_path_in_fragment = self.fragment.is_none() && pieces.fragment.starts_with('!');
        let named = pieces.query.count(keys);
        let is_twice = named > usize::from(self.name_key().is_some());
        (is_path_in_fragment || is_twice).then_some(Ambiguity::TwoAccounts)
    }

    /// How exact the form is: of two forms that fit, the one with the smaller rank counts.
    pub(super) fn rank(&self, is_platform_id: impl Fn(u8) -> bool) -> Vec<u8> {
        let mut rank = vec![match self.base {
            FormBase::Host(_) | FormBase::Scheme(_) => 0,
            FormBase::NameAtHost(..) | FormBase::NameIsHost(..) => 1,
            FormBase::Platform => 2,
        }];
        rank.extend(self.path.parts.iter().map(|part| match part {
            Part::Word(_) | Part::OneOf(_) | Part::OneOfOrEnd(_) => 0,
            Part::Name(capture) if is_platform_id(capture.space) => 1,
            Part::Name(capture) if !capture.after.is_empty() => 1,
            Part::Name(capture) if !capture.before.is_empty() => 2,
            Part::Any(start, end) if !(start.is_empty() && end.is_empty()) => 1,
            Part::Name(_) => 3,
            Part::Any(..) => 4,
        }));
        rank.push(if self.path.open { 6 } else { 5 });
        let conditions = self.query.len() + usize::from(self.fragment.is_some());
        rank.push(u8::MAX - u8::try_from(conditions).unwrap_or(u8::MAX));
        rank
    }

    /// What the form finds in an address; `None` where the address is not of this form.
    pub(super) fn find(&self, pieces: &Pieces) -> Option<Found> {
        let mut found = match (&self.base, &pieces.base) {
            (FormBase::Platform, Base::Host(_)) => None,
            (FormBase::Host(pattern), Base::Host(host)) if pattern.fits(host) => None,
            (FormBase::Scheme(own), Base::Scheme(scheme)) if own == scheme => None,
            (FormBase::NameAtHost(space, rest), Base::Host(host)) => {
                let (name, parent) = host.split_once('.')?;
                (parent == rest).then_some(())?;
                Some((*space, name.to_owned()))
            }
            (FormBase::NameIsHost(space, pattern), Base::Host(host)) => {
                pattern.fits(host).then(|| Some((*space, host.clone())))?
            }
            _ => return None,
        };
        self.path.find(pieces.path.iter().map(String::as_str), &mut found)?;
        for (key, capture) in &self.query {
            let value = pieces.query.value(key)?;
            if let Some(capture) = capture {
                found = Some((capture.space, capture.take_value(value)?.to_owned()));
            }
        }
        if let Some(fragment) = &self.fragment {
            let parts = pieces.fragment.split('/').filter(|part| !part.is_empty());
            fragment.find(parts, &mut found)?;
        }
        Some(found)
    }
}

impl Path {
    fn parse(text: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<Self> {
        let (text, open) = match text.strip_suffix("**") {
            Some(text) if text.is_empty() || text.ends_with('/') => (text, true),
            _ => (text, false),
        };
        Some(Self { parts: parts(text, space_of)?, open })
    }

    fn find<'a>(&self, mut parts: impl Iterator<Item = &'a str>, found: &mut Found) -> Option<()> {
        let is_one = |part: &str, words: &[String]| {
            words.iter().any(|word| part.eq_ignore_ascii_case(word)).then_some(())
        };
        for expected in &self.parts {
            let next = parts.next();
            if let (Part::OneOfOrEnd(_), None) = (expected, next) {
                return Some(());
            }
            let part = next?;
            match expected {
                Part::Word(word) => part.eq_ignore_ascii_case(word).then_some(())?,
                Part::OneOf(words) | Part::OneOfOrEnd(words) => is_one(part, words)?,
                Part::Any(start, end) => {
                    part.strip_prefix(start.as_str())?.strip_suffix(end.as_str())?;
                }
                Part::Name(capture) => {
                    *found = Some((capture.space, capture.take(part)?.to_owned()));
                }
            }
        }
        (self.open || parts.next().is_none()).then_some(())
    }
}

impl Capture {
    fn take<'a>(&self, text: &'a str) -> Option<&'a str> {
        if !self.anything_first {
            // Mostly there is neither, and to compare nothing costs a call.
            if self.before.is_empty() && self.after.is_empty() {
                return Some(text);
            }
            return text.strip_prefix(&self.before)?.strip_suffix(&self.after);
        }
        let (first, name) = text.rsplit_once(&self.before)?;
        (!first.is_empty()).then_some(name)
    }

    /// In a query, `+` is how a space is written, and a `+` itself is often left as it is.
    fn take_value<'a>(&self, value: &'a str) -> Option<&'a str> {
        let written = value.strip_prefix(' ').filter(|_| self.before == "+");
        written.or_else(|| self.take(value))
    }
}

fn split_mark(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(rest, after)| (rest, Some(after)))
}

fn base_and_path<'a>(
    text: &'a str,
    space_of: &impl Fn(&str) -> Option<u8>,
) -> Option<(FormBase, &'a str)> {
    if let Some(rest) = text.strip_prefix("//") {
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        return Some((host_base(host, space_of)?, path));
    }
    if text.starts_with('/') {
        return Some((FormBase::Platform, text));
    }
    let (scheme, path) = text.split_once(':')?;
    let sound = !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_lowercase());
    (sound && !scheme.starts_with("http")).then(|| (FormBase::Scheme(scheme.to_owned()), path))
}

fn host_base(host: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<FormBase> {
    let Some((name, rest)) = host.strip_prefix('{').and_then(|host| host.split_once('}')) else {
        return Some(FormBase::Host(HostPattern::parse(host).ok()?));
    };
    if let Some((name, pattern)) = name.split_once(':').filter(|_| rest.is_empty()) {
        return Some(FormBase::NameIsHost(space_of(name)?, HostPattern::parse(pattern).ok()?));
    }
    let parent = rest.strip_prefix('.')?;
    HostPattern::parse(parent).ok()?.exact()?;
    Some(FormBase::NameAtHost(space_of(name)?, parent.to_owned()))
}

fn parts(text: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<Vec<Part>> {
    let mut texts = text.split('/').filter(|part| !part.is_empty()).peekable();
    let mut parts = Vec::new();
    while let Some(text) = texts.next() {
        let part = part(text, space_of)?;
        if matches!(part, Part::OneOfOrEnd(_)) && texts.peek().is_some() {
            return None;
        }
        parts.push(part);
    }
    Some(parts)
}

fn part(text: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<Part> {
    if text.contains('{') {
        return capture(text, space_of).map(Part::Name);
    }
    if let Some(words) = text.strip_prefix('(') {
        return one_of(words.strip_suffix(')')?);
    }
    if text.contains(['}', '(', ')', '|']) {
        return None;
    }
    match text.split_once('*') {
        None => Some(Part::Word(text.to_owned())),
        Some((_, end)) if end.contains('*') => None,
        Some((start, end)) => Some(Part::Any(start.to_owned(), end.to_owned())),
    }
}

fn one_of(text: &str) -> Option<Part> {
    let or_end = text.starts_with('|');
    let words = text.strip_prefix('|').unwrap_or(text).split('|').map(str::to_owned);
    let words: Vec<String> = words.collect();
    let is_sound = words.iter().all(|it| !it.is_empty() && !it.contains(['*', '(', ')', '}']));
    is_sound.then_some(if or_end { Part::OneOfOrEnd(words) } else { Part::OneOf(words) })
}

fn capture(text: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<Capture> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    let (before, anything_first) =
        before.strip_prefix('*').map_or((before, false), |before| (before, true));
    let is_ending = after.is_empty() || (after.starts_with('.') && !anything_first);
    let is_plain = !before.contains(['*', '(', '|']) && !after.contains(['*', '{', '}']);
    if !is_ending || !is_plain || (anything_first && before.is_empty()) {
        return None;
    }
    let [before, after] = [before, after].map(str::to_owned);
    Some(Capture { space: space_of(name)?, before, anything_first, after })
}

fn conditions(
    text: &str,
    space_of: &impl Fn(&str) -> Option<u8>,
) -> Option<Vec<(String, Option<Capture>)>> {
    let condition = |text: &str| {
        let (key, value) = text.split_once('=')?;
        let capture = if value == "*" { None } else { Some(capture(value, space_of)?) };
        (!key.is_empty()).then(|| (key.to_owned(), capture))
    };
    text.split('&').map(condition).collect()
}

#[cfg(test)]
mod tests;
