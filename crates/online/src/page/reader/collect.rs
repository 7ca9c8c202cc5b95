//! What single tags say: links, and what a page says of itself.

use html5gum::StartTag;

use super::super::element::{Place, attribute, has_word};
use super::super::shown::Verdict;
use super::super::{
    LONGEST_ADDRESS, LONGEST_LABEL, Link, LinkKind, Zone, add_words, refresh, words,
};
use super::Reader;

/// Plugins of platforms that show an account, by the end of their path; the account stands in `href`.
const PLUGINS: &[&str] =
    &["/plugins/page.php", "/plugins/follow.php", "/plugins/likebox.php", "/plugins/fan.php"];

impl Reader {
    /// Notes what a start tag says.
    pub(super) fn note(&mut self, tag: &StartTag<()>, inside: Place) {
        match &**tag.name {
            b"a" | b"area" => self.anchor(tag, inside),
            b"img" => {
                if self.link_of_text.is_some() {
                    let inside = self.place().inside(tag, &mut self.classes);
                    self.picture(inside);
                }
                self.describe(attribute(tag, b"alt"));
            }
            b"svg" => self.picture(inside),
            b"iframe" => self.plugin(tag),
            b"meta" => self.meta(tag),
            b"link" => self.head_link(tag),
            b"base" if self.page.base.is_none() && !self.is_inert() => {
                self.page.base = address(tag, b"href");
            }
            b"html" if self.page.language.is_none() => {
                self.page.language = attribute(tag, b"lang").filter(|it| it.len() < 40);
            }
            b"frame" => {
                if let Some(href) = address(tag, b"src") {
                    let link = self.link(href, LinkKind::Anchor);
                    self.add_link(link);
                }
            }
            _ => {
                self.describe(attribute(tag, b"aria-label").filter(|_| self.link.is_some()));
                self.data_href(tag);
            }
        }
    }

    fn link(&self, href: String, kind: LinkKind) -> Link {
        let place = self.place();
        let (heads_follow, heads_share) = (self.outline.is_follow(), self.outline.is_share());
        let share = place.share || heads_share;
        Link {
            href,
            kind,
            zone: place.zone(),
            may_be_hidden: place.seen.verdict() == Verdict::Unclear,
            follow: !share && (place.follow || heads_follow),
            share,
            rel_me: false,
            label: String::new(),
            title: String::new(),
            heading: String::new(),
            before: String::new(),
        }
    }

    fn anchor(&mut self, tag: &StartTag<()>, inside: Place) {
        let is_area = &**tag.name == b"area";
        if !is_area {
            self.link = None;
        }
        self.block_has_link = true;
        // In a picture of SVG the address may stand as XLink has it.
        let href = address(tag, b"href").or_else(|| address(tag, b"xlink:href"));
        let Some(href) = href else { return };
        let mut link = self.link(href, LinkKind::Anchor);
        link.share |= inside.share;
        link.zone = inside.zone();
        link.may_be_hidden = inside.seen.verdict() == Verdict::Unclear;
        link.follow = !link.share && (link.follow || inside.follow);
        link.rel_me = attribute(tag, b"rel").is_some_and(|rel| has_word(&rel, "me"));
        for name in [b"title".as_slice(), b"aria-label"] {
            add_words(&mut link.title, &attribute(tag, name).unwrap_or_default(), LONGEST_LABEL);
        }
        if is_area {
            add_words(&mut link.label, &attribute(tag, b"alt").unwrap_or_default(), LONGEST_LABEL);
        }
        link.follow |=
            [&link.title, &self.block].iter().any(|it| !it.is_empty() && words::is_follow_us(it));
        let at = self.add_link(link);
        if !is_area {
            self.link = at;
            self.link_of_text = at.map(|_| inside);
        }
    }

    /// A picture that stands somewhere: a link in which one is shown is seen, though its text isn't.
    fn picture(&mut self, inside: Place) {
        let link = self.link.and_then(|at| self.page.links.get_mut(at));
        let Some((link, around)) = link.zip(self.link_of_text) else { return };
        let verdict = inside.seen.as_box();
        if verdict < around.seen.verdict() {
            link.zone = around.zone_by(verdict);
            link.may_be_hidden = verdict == Verdict::Unclear;
            self.link_of_text = None;
        }
    }

    /// The words of a picture in a link.
    fn describe(&mut self, words: Option<String>) {
        let link = self.link.and_then(|at| self.page.links.get_mut(at));
        if let (Some(words), Some(link)) = (words, link) {
            add_words(&mut link.label, &words, LONGEST_LABEL);
        }
    }

    /// An embedded plugin that shows an account. One that shows a post shows no account.
    fn plugin(&mut self, tag: &StartTag<()>) {
        let Some(src) = address(tag, b"src") else { return };
        let absolute = if src.starts_with("//") { format!("https:{src}") } else { src };
        let Ok(url) = url::Url::parse(&absolute) else { return };
        if !PLUGINS.iter().any(|it| url.path().ends_with(it)) {
            return;
        }
        let target = url.query_pairs().find(|(key, _)| key == "href");
        if let Some((_, target)) = target.filter(|(_, it)| it.len() <= LONGEST_ADDRESS) {
            self.embedded(target.into_owned());
        }
    }

    /// The same as an element that a script makes the plugin of.
    fn data_href(&mut self, tag: &StartTag<()>) {
        let class = attribute(tag, b"class").unwrap_or_default();
        let is_plugin =
            ["fb-page", "fb-follow", "fb-like-box"].iter().any(|it| has_word(&class, it));
        if let Some(href) = address(tag, b"data-href").filter(|_| is_plugin) {
            self.embedded(href);
        }
    }

    fn embedded(&mut self, href: String) {
        let mut link = self.link(href, LinkKind::Embed);
        if link.zone != Zone::Hidden && link.zone != Zone::Comments {
            link.zone = Zone::Embedded;
        }
        self.add_link(link);
    }

    fn head_link(&mut self, tag: &StartTag<()>) {
        let rel = attribute(tag, b"rel").unwrap_or_default();
        let Some(href) = address(tag, b"href") else { return };
        if has_word(&rel, "stylesheet") && !has_word(&rel, "alternate") && !self.is_inert() {
            self.other_sheet();
            return;
        }
        if has_word(&rel, "canonical") {
            self.own_address(&href);
            return;
        }
        let kind = attribute(tag, b"type").unwrap_or_default().to_ascii_lowercase();
        let is_feed =
            has_word(&rel, "alternate") && (kind.contains("rss+xml") || kind.contains("atom+xml"));
        let rel_me = has_word(&rel, "me");
        if !rel_me && !is_feed {
            return;
        }
        let mut link = self.link(href, if rel_me { LinkKind::HeadMe } else { LinkKind::Feed });
        if link.zone == Zone::Body {
            link.zone = Zone::Head;
        }
        link.rel_me = rel_me;
        add_words(&mut link.title, &attribute(tag, b"title").unwrap_or_default(), LONGEST_LABEL);
        self.add_link(link);
    }

    /// Whether what stands here does nothing: whoever reads pages without scripts is no visitor, and what a script may use
    /// later does nothing yet.
    fn is_inert(&self) -> bool {
        self.is_open(b"noscript") || self.is_open(b"template")
    }

    fn meta(&mut self, tag: &StartTag<()>) {
        let name = attribute(tag, b"name").or_else(|| attribute(tag, b"property"));
        let name = name.unwrap_or_default().trim().to_ascii_lowercase();
        let content = attribute(tag, b"content").unwrap_or_default();
        let content = content.trim();
        if content.is_empty() || content.len() > LONGEST_ADDRESS {
            return;
        }
        let refreshes = attribute(tag, b"http-equiv").unwrap_or_default();
        if refreshes.trim().eq_ignore_ascii_case("refresh") && !self.is_inert() {
            let to = refresh::target(content).map(str::to_owned);
            self.page.sends_to = self.page.sends_to.take().or(to);
        }
        let mut own = String::new();
        match name.as_str() {
            "og:site_name" | "author" | "publisher" | "application-name" | "dcterms.creator"
            | "dc.creator" | "dcterms.publisher" => {
                add_words(&mut own, content, LONGEST_LABEL);
                if self.page.site_names.len() < 8 {
                    self.page.site_names.push(own);
                }
            }
            "og:url" => self.own_address(content),
            "robots" => self.page.is_noindex |= content.to_ascii_lowercase().contains("noindex"),
            "twitter:site" => self.meta_account("twitter:site", content),
            "article:publisher" => self.meta_account("article:publisher", content),
            "og:see_also" => self.meta_account("og:see_also", content),
            "fediverse:creator" => self.meta_account("fediverse:creator", content),
            _ => {}
        }
    }

    /// A comment: browsers write the address of a page that they save into one before it.
    pub(super) fn comment(&mut self, text: &str) {
        let saved = text.trim_start().strip_prefix("saved from url=(");
        if let Some((_length, address)) = saved.and_then(|it| it.split_once(')')) {
            self.own_address(address.trim());
        }
    }

    /// An address that the page gives itself. What stands in the body may be anybody's: it is not believed, but where
    /// it says otherwise, nothing is.
    fn own_address(&mut self, address: &str) {
        let is_said = !self.is_open(b"template");
        let same = |own: &String| own.trim_end_matches('/') == address.trim_end_matches('/');
        match &self.page.canonical {
            Some(own) if same(own) => {}
            None if is_said && !self.is_in_body && !self.page.is_canonical_disputed => {
                self.page.canonical = Some(address.to_owned());
            }
            _ => self.page.is_canonical_disputed = true,
        }
    }

    fn meta_account(&mut self, name: &'static str, content: &str) {
        let mut link = self.link(content.to_owned(), LinkKind::Meta(name));
        link.zone = Zone::Head;
        link.follow = false;
        self.add_link(link);
    }
}

/// An address as the parser of a browser takes it: without white space around it and without line breaks.
fn address(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    if value.len() > LONGEST_ADDRESS {
        return None;
    }
    let text = String::from_utf8_lossy(value);
    let text: String = text.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    Some(text)
}
