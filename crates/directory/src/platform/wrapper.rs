//! Services that stand between an address and where it leads: filters of mail, exit pages, copies of
//! pages, and shortened addresses.
//!
//! Which services there are and where their addresses hold the target is data ([`WrapperRules`], the
//! `[[wrapper]]` tables of a directory). The codings that a target can stand in are code.

mod coding;
mod page;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::address::{Web, is_web_address, web_of};
use super::host::HostPattern;
use super::query::Query;
use crate::date::Date;
use crate::text::message::{Message, Sentence};
pub use coding::Coding;
use page::Page;

/// One `[[wrapper]]` table of a directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrapperRules {
    /// The name that people know; a service with several kinds of addresses has a table for each.
    pub name: String,
    /// What it does with an address.
    pub kind: WrapperKind,
    /// Its host names, written like those of platforms.
    pub hosts: Vec<String>,
    /// The pages of these hosts that do so; all of them where there are none. With `{target}` at the
    /// end, the target stands there.
    pub paths: Vec<String>,
    /// The keys of the query that hold the target.
    pub parameters: Vec<String>,
    /// The host whose pages it shows under the same paths, such as `x.com`.
    pub shows: Option<String>,
    /// How the target is written.
    pub coding: Coding,
    /// The page that says so.
    pub url: String,
    /// When that was seen.
    pub seen: Date,
    /// What a reader must know besides.
    pub note: Option<String>,
}

/// What a service does with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WrapperKind {
    /// It sends on to the target, which its own address holds.
    Link,
    /// It shows a copy of the target, which may have been changed: a translation, an archive.
    Copy,
    /// It sends on to a target that its own address doesn't hold.
    Shortener,
}

impl WrapperKind {
    /// All that a service can do.
    pub const ALL: [Self; 3] = [Self::Link, Self::Copy, Self::Shortener];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Copy => "copy",
            Self::Shortener => "shortener",
        }
    }
}

/// The place of a service in [`Wrappers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WrapperIndex(u16);

/// What an address of such a service holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrapped {
    /// The address that it leads to.
    Around(WrapperIndex, String),
    /// Something that can't be read, or more than one target.
    Unreadable(WrapperIndex),
    /// Nothing: it is a shortened address.
    Shortened(WrapperIndex),
}

#[derive(Debug)]
struct Wrapper {
    rules: WrapperRules,
    hosts: Vec<HostPattern>,
    pages: Vec<Page>,
}

/// All such services of a directory. A clone shares them.
#[derive(Debug, Clone, Default)]
pub struct Wrappers {
    all: Arc<[Wrapper]>,
}

/// An address with a coded target would go on with this behind its beginning.
const PROBE: &str = "https://a.nl/__;!!";

/// The most services that stand around one address.
pub const MOST_LAYERS: usize = 8;

impl Wrappers {
    /// Reads the rules of services, and checks them.
    ///
    /// # Errors
    ///
    /// The position of the service whose rules are wrong, and what is wrong with them.
    pub fn new(rules: Vec<WrapperRules>) -> Result<Self, (usize, Message)> {
        if rules.len() > usize::from(u16::MAX) {
            return Err((usize::from(u16::MAX), Sentence::TooManyWrappers.into()));
        }
        let all = rules.into_iter().enumerate();
        let all = all.map(|(at, rules)| Wrapper::new(rules).map_err(|fault| (at, fault)));
        Ok(Self { all: all.collect::<Result<_, _>>()? })
    }

    /// The rules of all services, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (WrapperIndex, &WrapperRules)> {
        (0..=u16::MAX).map(WrapperIndex).zip(self.all.iter().map(|it| &it.rules))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The rules of one service.
    pub fn get(&self, index: WrapperIndex) -> Option<&WrapperRules> {
        self.all.get(usize::from(index.0)).map(|it| &it.rules)
    }

    /// What an address holds, where it is one of a service: one layer of it. The host must be the
    /// service's own from end to end.
    ///
    /// A query that some server can read in another way is unreadable: nobody can say where it leads.
    pub fn unwrap(&self, address: &str) -> Option<Wrapped> {
        if self.is_empty() {
            return None;
        }
        let web = web_of(address).filter(|web| !web.has_user)?;
        let at = (0..=u16::MAX).map(WrapperIndex).zip(self.all.iter());
        let fitting = at.filter(|(_, it)| it.hosts.iter().any(|host| host.fits(&web.host)));
        let mut held: Vec<Wrapped> =
            fitting.filter_map(|(index, it)| it.held(index, &web)).collect();
        let readable = held.iter().position(|it| matches!(it, Wrapped::Around(..)));
        (!held.is_empty()).then(|| held.swap_remove(readable.unwrap_or_default()))
    }

    /// Whether an address that stands right behind this beginning of one is what it leads to, and no
    /// second one: `https://web.archive.org/web/2020/`.
    pub fn goes_on(&self, beginning: &str) -> bool {
        let mut inner = format!("{}{PROBE}", without_scheme(beginning));
        for _ in 0..MOST_LAYERS {
            match self.unwrap(&inner) {
                Some(Wrapped::Around(_, target)) => inner = target,
                _ => return false,
            }
            if inner.starts_with("https://a.nl/") {
                return true;
            }
        }
        false
    }

    /// How long the signs are that end a target in a coding with an end of its own: those of
    /// Proofpoint, right behind this beginning of an address.
    pub fn coded_end(&self, beginning: &str, behind: &str) -> Option<usize> {
        let end = coding::end_of_v3(beginning, behind)?;
        let whole = format!("{beginning}{}", behind.get(..end)?);
        let Some(Wrapped::Around(index, _)) = self.unwrap(&whole) else { return None };
        let is_coded = self.get(index).is_some_and(|it| it.coding == Coding::ProofpointV3);
        is_coded.then_some(end)
    }
}

impl Wrapper {
    fn new(rules: WrapperRules) -> Result<Self, Message> {
        let hosts = rules.hosts.iter().map(|host| HostPattern::parse(host));
        let hosts: Vec<HostPattern> = hosts
            .collect::<Result<_, _>>()
            .map_err(|fault: Message| Message::from(Sentence::InHosts).and(fault))?;
        let pages: Vec<Page> =
            rules.paths.iter().map(|path| Page::parse(path)).collect::<Result<_, _>>()?;
        let in_path = pages.iter().filter(|page| page.has_target()).count();
        let is_in_path = in_path > 0 && in_path == pages.len();
        let is_in_host =
            rules.coding == Coding::DashedHost && rules.hosts.iter().all(|it| it.starts_with("*."));
        let is_of_other = match &rules.shows {
            Some(host) => {
                HostPattern::parse(host)?.exact().is_some() && rules.coding == Coding::Plain
            }
            None => false,
        };
        let ways = [is_in_path, is_in_host, is_of_other, !rules.parameters.is_empty()];
        let ways = ways.iter().filter(|it| **it).count();
        let is_sound = match rules.kind {
            WrapperKind::Shortener => ways == 0 && in_path == 0 && rules.coding == Coding::Plain,
            WrapperKind::Link | WrapperKind::Copy => {
                ways == 1
                    && (in_path == 0 || is_in_path)
                    && (is_in_host || rules.coding != Coding::DashedHost)
            }
        };
        if rules.hosts.is_empty() || !is_sound || rules.shows.is_some() != is_of_other {
            return Err(Sentence::WrapperTarget.of([&rules.name]));
        }
        Ok(Self { rules, hosts, pages })
    }

    /// What an address on one of its hosts holds; nothing where it is another page.
    fn held(&self, index: WrapperIndex, web: &Web) -> Option<Wrapped> {
        let path = web.url.path();
        let found: Vec<&str> = self.pages.iter().filter_map(|page| page.find(path)).collect();
        if found.is_empty() && !self.pages.is_empty() {
            return None;
        }
        if self.rules.kind == WrapperKind::Shortener {
            // The front page of such a service is its own.
            return (path != "/").then_some(Wrapped::Shortened(index));
        }
        let targets = if let Some(shown) = &self.rules.shows {
            // Its front page is its own.
            if path == "/" {
                return None;
            }
            vec![Some(format!("https://{shown}{path}{}", behind_path(web)))]
        } else if self.rules.coding == Coding::DashedHost {
            vec![coding::of_host(web)]
        } else if self.rules.parameters.is_empty() {
            let behind = behind_path(web);
            found.iter().map(|target| self.decoded_path(&format!("{target}{behind}"))).collect()
        } else {
            vec![self.in_query(web).and_then(|target| self.rules.coding.decoded(&target))]
        };
        let mut targets = targets.into_iter().flatten().map(|it| it.trim().to_owned());
        Some(match targets.find(|it| is_web_address(it)) {
            Some(target) => Wrapped::Around(index, with_fragment(target, web)),
            None => Wrapped::Unreadable(index),
        })
    }

    /// A target in a path, which some encode and others don't.
    fn decoded_path(&self, text: &str) -> Option<String> {
        match self.rules.coding {
            Coding::Plain if is_web_address(text) => Some(text.to_owned()),
            coding => coding.decoded_path(text),
        }
    }

    /// The one value that any server can read behind the keys of the target.
    fn in_query(&self, web: &Web) -> Option<String> {
        let query = Query::read(web.url.query().unwrap_or_default());
        let keys = &self.rules.parameters;
        let mut values = query.values(keys);
        let is_twice = keys.iter().any(|key| query.values(std::slice::from_ref(key)).len() > 1);
        if is_twice || query.count(keys.iter().map(String::as_str)) != values.len() {
            return None;
        }
        values.retain(|value| !value.is_empty());
        values.dedup();
        match values.as_slice() {
            [only] if !only.contains(char::REPLACEMENT_CHARACTER) => Some((*only).to_owned()),
            _ => None,
        }
    }
}

/// The beginning of an address without the scheme of the one inside, whose colon may be encoded, once for
/// each layer, while its slashes are not.
fn without_scheme(beginning: &str) -> &str {
    let scheme = beginning.strip_suffix("//").and_then(without_colon);
    let rest = scheme.and_then(|scheme| {
        let (rest, end) = scheme.split_at_checked(scheme.len().checked_sub("http".len())?)?;
        end.eq_ignore_ascii_case("http").then_some(rest)
    });
    rest.filter(|rest| !rest.is_empty()).unwrap_or(beginning)
}

/// A text without the colon at its end, and without the `s` of a scheme before that.
fn without_colon(text: &str) -> Option<&str> {
    let plain = text.strip_suffix(':');
    let scheme = plain.or_else(|| {
        let code = text.strip_suffix("3A").or_else(|| text.strip_suffix("3a"))?;
        code.trim_end_matches("25").strip_suffix('%')
    })?;
    Some(scheme.strip_suffix(['s', 'S']).unwrap_or(scheme))
}

/// What stands behind the path of an address.
fn behind_path(web: &Web) -> String {
    let query = web.url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let fragment = web.url.fragment().map(|it| format!("#{it}")).unwrap_or_default();
    format!("{query}{fragment}")
}

/// A target with the fragment that a browser takes along (RFC 9110, section 10.2.2).
fn with_fragment(target: String, web: &Web) -> String {
    match web.url.fragment() {
        Some(fragment) if !target.contains('#') => format!("{target}#{fragment}"),
        _ => target,
    }
}

#[cfg(test)]
mod tests;
