//! The forms of addresses: patterns that say where in an address the name of an account stands.
//!
//! | in a form | stands for |
//! | --- | --- |
//! | `/word` | that part of the path, in any case |
//! | `/{name}`, `/@{name}` | a part of the path that is a name, after the given sign |
//! | `/*-{name}` | a part of the path that ends in a name, after the last such sign |
//! | `/*`, `/*.php`, `/+*` | any one part, or any with this end or start |
//! | `/**` | any parts from here on, or none; only at the end |
//! | `?key={name}` | a value in the query |
//! | `#!/{name}` | a path in the fragment |
//! | `//youtu.be/**` | on this host only; `//{name}.t.me` where the host holds the name |
//! | `tg://resolve?domain={name}`, `acct:{name}` | an address of another kind, without a host |
//!
//! The query and fragment are passed over where the form has none.

use super::address::{Base, Pieces};
use super::host::HostPattern;

/// One form, compiled.
#[derive(Debug, Clone)]
pub(super) struct Form {
    base: FormBase,
    path: Path,
    query: Option<(String, Capture)>,
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
    /// An address of an app.
    Scheme(String),
}

#[derive(Debug, Clone)]
enum Part {
    Word(String),
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
}

/// A name found in an address, with its name-space; `None` where the form holds no name.
pub(super) type Found = Option<(u8, String)>;

impl Form {
    /// Reads a form; `space_of` gives the position of the name-space that a placeholder stands for.
    pub(super) fn parse(text: &str, space_of: impl Fn(&str) -> Option<u8>) -> Result<Self, String> {
        let fault = |what: &str| format!("the form `{text}` {what}");
        let (rest, fragment) = split_mark(text, '#');
        let (rest, query) = split_mark(rest, '?');
        let (base, path) = base_and_path(rest, &space_of).ok_or_else(|| {
            fault("must begin with `/`, `//` and a host, or the scheme of an app")
        })?;
        let unknown = || fault("has a placeholder that is no name-space of the platform");
        let form = Self {
            path: Path::parse(path, &space_of).ok_or_else(unknown)?,
            query: match query {
                Some(query) => Some(query_capture(query, &space_of).ok_or_else(unknown)?),
                None => None,
            },
            fragment: match fragment {
                Some(fragment) => Some(Path::parse(fragment, &space_of).ok_or_else(unknown)?),
                None => None,
            },
            base,
        };
        match form.captures().count() {
            0 | 1 => Ok(form),
            _ => Err(fault("holds two names; one address stands for one account")),
        }
    }

    fn captures(&self) -> impl Iterator<Item = u8> + '_ {
        let host = match self.base {
            FormBase::NameAtHost(space, _) => Some(space),
            _ => None,
        };
        let parts = self.path.parts.iter().chain(self.fragment.iter().flat_map(|path| &path.parts));
        let parts = parts.filter_map(|part| match part {
            Part::Name(capture) => Some(capture.space),
            _ => None,
        });
        host.into_iter().chain(parts).chain(self.query.iter().map(|(_, capture)| capture.space))
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

    /// How exact the form is: of two forms that fit, the one with the smaller rank counts.
    pub(super) fn rank(&self, is_platform_id: impl Fn(u8) -> bool) -> Vec<u8> {
        let mut rank = vec![match self.base {
            FormBase::Host(_) | FormBase::Scheme(_) => 0,
            FormBase::NameAtHost(..) => 1,
            FormBase::Platform => 2,
        }];
        rank.extend(self.path.parts.iter().map(|part| match part {
            Part::Word(_) => 0,
            Part::Name(capture) if is_platform_id(capture.space) => 1,
            Part::Name(capture) if !capture.before.is_empty() => 2,
            Part::Any(start, end) if !(start.is_empty() && end.is_empty()) => 1,
            Part::Name(_) => 3,
            Part::Any(..) => 4,
        }));
        rank.push(if self.path.open { 6 } else { 5 });
        rank.push(u8::from(self.query.is_none() && self.fragment.is_none()));
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
            _ => return None,
        };
        self.path.find(pieces.path.iter().map(String::as_str), &mut found)?;
        if let Some((key, capture)) = &self.query {
            let (_, value) = pieces.query.iter().find(|(k, _)| k.eq_ignore_ascii_case(key))?;
            found = Some((capture.space, capture.take(value.trim())?.to_owned()));
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
        for expected in &self.parts {
            let part = parts.next()?;
            match expected {
                Part::Word(word) => part.eq_ignore_ascii_case(word).then_some(())?,
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
            return text.strip_prefix(&self.before);
        }
        let (first, name) = text.rsplit_once(&self.before)?;
        (!first.is_empty()).then_some(name)
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
        let base = match host.strip_prefix('{') {
            Some(host) => {
                let (name, host) = host.split_once("}.")?;
                HostPattern::parse(host).ok()?.exact()?;
                FormBase::NameAtHost(space_of(name)?, host.to_owned())
            }
            None => FormBase::Host(HostPattern::parse(host).ok()?),
        };
        return Some((base, path));
    }
    if text.starts_with('/') {
        return Some((FormBase::Platform, text));
    }
    let (scheme, path) = text.split_once(':')?;
    let sound = !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_lowercase());
    (sound && !scheme.starts_with("http")).then(|| (FormBase::Scheme(scheme.to_owned()), path))
}

fn parts(text: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<Vec<Part>> {
    text.split('/')
        .filter(|part| !part.is_empty())
        .map(|part| match part {
            _ if part.contains('{') => capture(part, space_of).map(Part::Name),
            _ if part.contains('}') => None,
            _ => match part.split_once('*') {
                None => Some(Part::Word(part.to_owned())),
                Some((_, end)) if end.contains('*') => None,
                Some((start, end)) => Some(Part::Any(start.to_owned(), end.to_owned())),
            },
        })
        .collect()
}

fn capture(text: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<Capture> {
    let (before, name) = text.strip_suffix('}')?.split_once('{')?;
    let (before, anything_first) =
        before.strip_prefix('*').map_or((before, false), |before| (before, true));
    if before.contains('*') || (anything_first && before.is_empty()) {
        return None;
    }
    Some(Capture { space: space_of(name)?, before: before.to_owned(), anything_first })
}

fn query_capture(text: &str, space_of: &impl Fn(&str) -> Option<u8>) -> Option<(String, Capture)> {
    let (key, value) = text.split_once('=')?;
    Some((key.to_owned(), capture(value, space_of)?))
}

#[cfg(test)]
mod tests;
