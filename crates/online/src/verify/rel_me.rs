//! Which links of a page say "this is me as well": `rel="me"`.
//!
//! The check is that of Mastodon's own `VerifyLinkService`: elements `a` and `link` whose `rel` has the word `me`.

use std::collections::HashMap;

use encoding_rs::{Encoding, UTF_8};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use url::Url;

/// Addresses longer than this are those of no account.
const MAX_ADDRESS: usize = 2_048;

/// More links of one page aren't kept.
const MAX_LINKS: usize = 10_000;

/// Within these, nothing is shown, or only to a reader without scripts.
const NOT_SHOWN: [&[u8]; 5] = [b"template", b"noscript", b"iframe", b"noframes", b"noembed"];

/// The links of a page, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageLinks {
    /// The links, whole, without fragment.
    pub links: Vec<PageLink>,
}

/// One link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// Where it leads.
    pub url: Url,
    /// Whether its `rel` has the word `me`.
    pub is_me: bool,
    /// Whether it is the address that the page gives as its own.
    pub is_canonical: bool,
}

impl PageLinks {
    /// Those of a page that was found at an address. What stands in comments, scripts and templates is none.
    pub fn read(page: &[u8], url: &Url) -> Self {
        let encoding = Encoding::for_bom(page).map_or(UTF_8, |(encoding, _)| encoding);
        let (text, _, _) = encoding.decode(page);
        let mut emitter = DefaultEmitter::<()>::default();
        emitter.naively_switch_states(true);
        let mut reader = Reader {
            base: url.clone(),
            has_base: false,
            hidden: HashMap::new(),
            links: Vec::new(),
        };
        for token in Tokenizer::new_with_emitter(text.as_ref(), emitter) {
            match token {
                Ok(Token::StartTag(tag)) => {
                    let attribute = |name: &[u8]| {
                        let value = tag.attributes.get(name)?;
                        Some(String::from_utf8_lossy(value).into_owned())
                    };
                    reader.open(&tag.name, tag.self_closing, &attribute);
                }
                Ok(Token::EndTag(tag)) => reader.close(&tag.name),
                _ => {}
            }
            if reader.links.len() >= MAX_LINKS {
                break;
            }
        }
        Self { links: reader.links }
    }

    /// Whether a `rel="me"` leads to an address, letter by letter but for case.
    pub fn has_me(&self, address: &str) -> bool {
        self.me().any(|url| is_same(url, address))
    }

    /// Whether any link does.
    pub fn has(&self, address: &str) -> bool {
        self.links.iter().any(|link| is_same(&link.url, address))
    }

    /// The addresses behind `rel="me"`.
    pub fn me(&self) -> impl Iterator<Item = &Url> {
        self.links.iter().filter(|link| link.is_me).map(|link| &link.url)
    }
}

fn is_same(url: &Url, address: &str) -> bool {
    url.scheme() == "https" && url.as_str().eq_ignore_ascii_case(address)
}

struct Reader {
    base: Url,
    has_base: bool,
    /// How many of each element are open that hide what is in them.
    hidden: HashMap<&'static [u8], usize>,
    links: Vec<PageLink>,
}

impl Reader {
    fn open(&mut self, name: &[u8], is_closed: bool, attribute: &dyn Fn(&[u8]) -> Option<String>) {
        if let Some(hiding) = NOT_SHOWN.into_iter().find(|own| *own == name) {
            *self.hidden.entry(hiding).or_default() += usize::from(!is_closed);
        }
        if self.hidden.values().any(|&open| open > 0) {
            return;
        }
        let href = attribute(b"href").filter(|href| href.len() <= MAX_ADDRESS);
        let Some(mut url) = href.and_then(|href| self.base.join(href.trim()).ok()) else {
            return;
        };
        if name == b"base" && !self.has_base {
            self.base = url;
            self.has_base = true;
        } else if matches!(name, b"a" | b"area" | b"link") {
            let rel = attribute(b"rel").unwrap_or_default();
            let has =
                |word: &str| rel.split_ascii_whitespace().any(|it| it.eq_ignore_ascii_case(word));
            let is_me = name != b"area" && has("me");
            let is_canonical = name == b"link" && has("canonical");
            url.set_fragment(None);
            self.links.push(PageLink { url, is_me, is_canonical });
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(open) =
            NOT_SHOWN.into_iter().find(|own| *own == name).and_then(|own| self.hidden.get_mut(own))
        {
            *open = open.saturating_sub(1);
        }
    }
}
