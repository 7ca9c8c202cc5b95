//! Pages: what a page of an organisation's site says of accounts, and where on the page it says so.
//!
//! A page is read from its bytes in one pass over the tokens of HTML, with a stack of the elements that are open;
//! no tree is built, so that time and memory grow with the length of the page only, however deep it is nested. What
//! a browser shows nobody (comments, scripts, templates, hidden elements) is no statement of the page's owner.
//!
//! ```
//! use officieel_online::page::{Page, Zone};
//!
//! let html = br#"<footer><h2>Volg ons</h2><a href="https://x.com/gem_voorbeeld">X</a></footer>"#;
//! let page = Page::read(html, Some("text/html; charset=utf-8"));
//! let link = &page.links[0];
//! assert_eq!((link.zone, link.follow, link.label.as_str()), (Zone::Footer, true, "X"));
//! ```

mod charset;
mod class;
mod data;
mod element;
mod outline;
mod path;
mod reader;
mod refresh;
mod sheet;
mod shown;
mod signs;
mod structured;
mod style;
#[cfg(test)]
mod tests;
pub mod words;

use std::fmt;

use url::Url;

pub use signs::Obstacle;
pub(crate) use signs::is_broken_into;

/// Addresses above this many bytes are no account: real ones have some hundred.
pub const LONGEST_ADDRESS: usize = 2048;

/// The most links of one page that are kept.
const MOST_LINKS: usize = 8_000;

/// The most bytes of a label, a heading or the words before a link that are kept.
const LONGEST_LABEL: usize = 200;

/// The most bytes of the text of a page that are kept, to look for names in.
const LONGEST_TEXT: usize = 16 * 1024;

/// Where on a page something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Zone {
    /// The header of the page.
    Header,
    /// The footer of the page.
    Footer,
    /// A navigation.
    Navigation,
    /// Beside the content.
    Aside,
    /// In the body of the page, and in none of the others.
    Body,
    /// In the content: the main part, an article, a quotation.
    Text,
    /// In the comments of visitors.
    Comments,
    /// In something embedded: a post, a timeline, the plugin of a page.
    Embedded,
    /// In the part for browsers without scripts or frames.
    Noscript,
    /// In an element that is not shown.
    Hidden,
    /// In the head of the page.
    Head,
    /// In JSON-LD.
    Structured,
    /// In a JSON document that a script makes a part of a page of.
    Data,
}

impl Zone {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Header,
        Self::Footer,
        Self::Navigation,
        Self::Aside,
        Self::Body,
        Self::Text,
        Self::Comments,
        Self::Embedded,
        Self::Noscript,
        Self::Hidden,
        Self::Head,
        Self::Structured,
        Self::Data,
    ];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Navigation => "nav",
            Self::Aside => "aside",
            Self::Body => "body",
            Self::Text => "text",
            Self::Comments => "comments",
            Self::Embedded => "embed",
            Self::Noscript => "noscript",
            Self::Hidden => "hidden",
            Self::Head => "head",
            Self::Structured => "json-ld",
            Self::Data => "data",
        }
    }

    /// Whether pages have it all over a site, rather than one page in its content.
    pub fn is_site_wide(self) -> bool {
        match self {
            Self::Header
            | Self::Footer
            | Self::Navigation
            | Self::Aside
            | Self::Structured
            | Self::Data => true,
            Self::Body
            | Self::Text
            | Self::Comments
            | Self::Embedded
            | Self::Noscript
            | Self::Hidden
            | Self::Head => false,
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// What makes something a link.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkKind {
    /// `<a href>` or `<area href>`.
    Anchor,
    /// `<link rel="me">`.
    HeadMe,
    /// `<link rel="alternate">` of a feed.
    Feed,
    /// `<meta>` of this name: weak, and filled in by whoever made the theme.
    Meta(&'static str),
    /// `sameAs` of something in JSON-LD.
    SameAs(Entity),
    /// An embedded element that shows an account.
    Embed,
    /// A value in a JSON document.
    Data,
}

/// What JSON-LD says that has an address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entity {
    /// The type without `schema:`, such as `GovernmentOrganization`; empty where there is none.
    pub kind: String,
    /// The name, where it has one.
    pub name: Option<String>,
    /// The address of its site, where it has one.
    pub url: Option<String>,
}

/// A link with all that tells whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, whatever the others are")]
pub struct Link {
    /// The address as it stands on the page, without white space around it and without line breaks; never longer
    /// than [`LONGEST_ADDRESS`]. For [`LinkKind::Meta`] it may be a handle.
    pub href: String,
    /// What makes it a link.
    pub kind: LinkKind,
    /// Where it stands.
    pub zone: Zone,
    /// Whether it can't be told that a visitor is shown it.
    pub may_be_hidden: bool,
    /// Whether its heading, its label or its class says that one can follow the site's owner there.
    pub follow: bool,
    /// Whether it stands among buttons that share the page.
    pub share: bool,
    /// Whether it has `rel="me"`.
    pub rel_me: bool,
    /// Its text, and the descriptions of its pictures.
    pub label: String,
    /// Its `title` and `aria-label`.
    pub title: String,
    /// The heading that it stands under; empty where there is none.
    pub heading: String,
    /// The words that stand before it in the same paragraph or entry.
    pub before: String,
}

impl Link {
    /// Whether a visitor has something of it to see: an empty link, the head and data for programs show nobody anything.
    pub fn is_seen(&self) -> bool {
        let is_nowhere =
            matches!(self.zone, Zone::Hidden | Zone::Head | Zone::Noscript | Zone::Structured);
        let is_something = match self.kind {
            LinkKind::Anchor => !self.label.is_empty() || !self.title.is_empty(),
            LinkKind::Embed | LinkKind::Data => true,
            LinkKind::HeadMe | LinkKind::Feed | LinkKind::Meta(_) | LinkKind::SameAs(_) => false,
        };
        is_something && !is_nowhere
    }
}

/// A page as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The title.
    pub title: String,
    /// The language that it declares.
    pub language: Option<String>,
    /// What it calls itself: `og:site_name`, author, publisher and application names.
    pub site_names: Vec<String>,
    /// The address that it gives itself first in its head: `rel="canonical"`, `og:url`, or the comment of a browser
    /// that saved it.
    pub canonical: Option<String>,
    /// Whether it gives itself another one besides, or one in its body.
    pub is_canonical_disputed: bool,
    /// The address that relative ones start from, where it sets one.
    pub base: Option<String>,
    /// The address that it sends its visitors on to by itself, as it stands in `<meta http-equiv="refresh">`.
    pub sends_to: Option<String>,
    /// Whether it asks not to be indexed.
    pub is_noindex: bool,
    /// The first headings.
    pub headings: Vec<String>,
    /// The beginning of the text that is shown.
    pub text: String,
    /// The links, in the order of the page.
    pub links: Vec<Link>,
    /// What keeps it from saying anything of its owner's accounts, where something does.
    pub obstacle: Option<Obstacle>,
    /// Whether it was read up to where it says itself that it ends.
    pub has_end: bool,
    /// The name of the encoding that it was read in.
    pub charset: &'static str,
}

/// Where a page of the same site leads that may show accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeadKind {
    /// A page about social media, or on following the organisation.
    Social,
    /// A contact page.
    Contact,
    /// A language of a page that only asks for one, or a frame.
    Start,
}

impl Page {
    /// Reads a page of HTML, or a JSON document with links, from its bytes.
    ///
    /// The encoding is that of the byte order mark, else of the `Content-Type`, else of `<meta>` within the first
    /// 1,024 bytes, else windows-1252 (<https://encoding.spec.whatwg.org>). It never fails: a page that is no HTML
    /// has no links.
    pub fn read(bytes: &[u8], content_type: Option<&str>) -> Self {
        let decoded = charset::decode(bytes, content_type);
        let is_json = match content_type.map(charset::media_type) {
            Some(kind) if kind == "application/json" || kind.ends_with("+json") => true,
            Some(kind) if !kind.is_empty() => false,
            _ => decoded.text.trim_start().starts_with(['{', '[']),
        };
        let mut page =
            if is_json { data::read(&decoded.text) } else { reader::read(&decoded.text) };
        page.charset = decoded.charset;
        page.obstacle = signs::obstacle(&page);
        page
    }

    /// The address that the relative ones of this page start from.
    pub fn base_at(&self, address: &Url) -> Url {
        let own = self.base.as_deref().and_then(|base| address.join(base).ok());
        own.unwrap_or_else(|| address.clone())
    }

    /// The same page, answered with a `Refresh` header, which goes before what the page itself says.
    #[must_use]
    pub fn answered_with(mut self, refresh: Option<&str>) -> Self {
        let to = refresh.filter(|it| it.len() <= LONGEST_ADDRESS).and_then(refresh::target);
        self.sends_to = to.map(str::to_owned).or(self.sends_to);
        self
    }

    /// The other page that this one sends its visitors on to by itself. Loading itself again is none.
    pub fn sent_on(&self, address: &Url) -> Option<Url> {
        let mut to = self.base_at(address).join(self.sends_to.as_deref()?).ok()?;
        let mut here = address.clone();
        for it in [&mut to, &mut here] {
            it.set_fragment(None);
        }
        (matches!(to.scheme(), "http" | "https") && to != here).then_some(to)
    }

    /// Where a link of this page leads, if that is an address of the web. `None` too where it has no other one than
    /// that of the page itself.
    pub fn target(&self, link: &Link, base: &Url) -> Option<Url> {
        let is_empty = link.href.is_empty() || link.href.starts_with('#');
        if is_empty || matches!(link.kind, LinkKind::Meta(_)) {
            return None;
        }
        let url = base.join(&link.href).ok()?;
        matches!(url.scheme(), "http" | "https")
            .then_some(url)
            .filter(|it| it.host_str().is_some_and(|host| host.contains('.')))
    }

    /// The pages of the same host that may show accounts: those on following the organisation first, then contact
    /// pages; where the page only asks for a language or has frames, the pages behind it.
    pub fn leads(&self, address: &Url) -> Vec<(LeadKind, Url)> {
        let base = self.base_at(address);
        let mut found: Vec<(LeadKind, Url)> = Vec::new();
        for link in self.links.iter().filter(|link| link.zone != Zone::Hidden) {
            let Some(mut url) = self.target(link, &base) else { continue };
            url.set_fragment(None);
            let is_here = url.host_str() == address.host_str() && url != *address;
            let is_new = !found.iter().any(|(_, it)| *it == url);
            if !is_here || !is_new || found.len() > MOST_LEADS {
                continue;
            }
            let starts = matches!(self.obstacle, Some(Obstacle::Splash | Obstacle::Frames));
            let kind = words::lead(&link.label, &link.title, url.path())
                .or_else(|| starts.then_some(LeadKind::Start));
            found.extend(kind.map(|kind| (kind, url)));
        }
        found.sort_by_key(|(kind, _)| *kind);
        found
    }
}

/// The most pages that one page leads to.
const MOST_LEADS: usize = 64;

/// Adds a text to one of limited length, with single spaces instead of white space.
fn add_words(to: &mut String, text: &str, most: usize) {
    for word in text.split_whitespace() {
        if to.len() + word.len() >= most {
            return;
        }
        if !to.is_empty() {
            to.push(' ');
        }
        to.push_str(word);
    }
}
