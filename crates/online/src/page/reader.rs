//! From the tokens of HTML to a page.

mod collect;
mod elements;

use std::collections::HashMap;
use std::rc::Rc;

use html5gum::{EndTag, StartTag, State, Token, Tokenizer};

use super::element::{Classes, Place, attribute};
use super::outline::{LOWEST, Outline};
use super::sheet::{self, Fit};
use super::{LONGEST_LABEL, LONGEST_TEXT, Link, Page, Zone, add_words, structured, words};
use elements::{closes, is_block, is_cell, is_foreign, is_heading, is_of_head, is_void};

/// What is read of a page that is as long as the longest that is fetched.
const LONGEST_RAW: usize = 1 << 20;

/// Reads a page from its text.
pub(super) fn read(text: &str) -> Page {
    let mut reader = Reader::new(Place::of(Zone::Body));
    reader.run(text, true);
    if reader.sheets != Sheets::Late {
        return reader.page;
    }
    // A style sheet hides what stands before it as well.
    let sheet = std::mem::take(&mut reader.classes.sheet).anew();
    let mut again = Reader::new(Place::of(Zone::Body));
    again.classes.path.keeps_closed = sheet.asks_before;
    (again.classes.sheet, again.sheets) = (sheet, Sheets::Known);
    again.run(text, true);
    again.page
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: Name,
    place: Place,
    is_section: bool,
}

/// The name of an element, which many share.
type Name = Rc<[u8]>;

/// What is being read.
pub(super) struct Reader {
    page: Page,
    stack: Vec<Open>,
    /// How many elements of each name are open, so that an end without a beginning costs nothing.
    open: HashMap<Name, usize>,
    /// How many elements with a grammar of their own are open.
    foreign: usize,
    outline: Outline,
    root: Place,
    classes: Classes,
    /// The position of the link whose text is being read.
    link: Option<usize>,
    /// Where that stands, while nothing but text was met in it.
    link_of_text: Option<Place>,
    /// A heading that is being read.
    heading: Option<(usize, String)>,
    /// The text since the last beginning or end of a block, and whether a link stood in it.
    block: String,
    block_has_link: bool,
    /// A short block before that, and how deep it stood: it may say of whom the next is.
    before: Option<(usize, String)>,
    /// What is read as text, not as tags: of which element, and the text.
    raw: Option<(Raw, String)>,
    /// What is known of the style sheets of the page.
    sheets: Sheets,
    /// Whether something was met that stands in the body of a page only.
    is_in_body: bool,
}

/// Elements whose content is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Raw {
    Title,
    JsonLd,
    Noscript,
    Style(Fit),
    Other,
}

/// What is known of the style sheets of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sheets {
    /// Those that were met came before all links.
    Early,
    /// One that hides something came behind links.
    Late,
    /// All were read before.
    Known,
}

impl Reader {
    fn new(root: Place) -> Self {
        Self {
            page: Page::default(),
            stack: Vec::new(),
            open: HashMap::new(),
            foreign: 0,
            outline: Outline::default(),
            root,
            classes: Classes::default(),
            link: None,
            link_of_text: None,
            heading: None,
            block: String::new(),
            block_has_link: false,
            before: None,
            raw: None,
            sheets: Sheets::Early,
            is_in_body: false,
        }
    }

    /// Reads tokens. The inside of `<noscript>` is read as a page of its own, but not twice.
    fn run(&mut self, text: &str, reads_noscript: bool) {
        let mut tokens = Tokenizer::new(text);
        while let Some(Ok(token)) = tokens.next() {
            match token {
                Token::StartTag(tag) => {
                    if let Some((state, raw)) = self.raw_state(&tag) {
                        tokens.set_state(state);
                        self.raw = Some((raw, String::new()));
                    }
                    self.start(tag);
                }
                Token::EndTag(tag) => {
                    if let Some((raw, inside)) = self.raw.take() {
                        self.raw_text(raw, &inside, reads_noscript);
                    }
                    self.end(&tag);
                }
                Token::String(text) => self.text(&String::from_utf8_lossy(&text)),
                Token::Comment(text) => self.comment(&String::from_utf8_lossy(&text)),
                _ => {}
            }
        }
        if let Some((raw, inside)) = self.raw.take() {
            self.raw_text(raw, &inside, reads_noscript);
        }
    }

    /// How the inside of an element is read, if not as tags.
    fn raw_state(&self, tag: &StartTag<()>) -> Option<(State, Raw)> {
        // In SVG an element without content may be closed at once, and a title is that of a picture.
        if self.foreign > 0 {
            return None;
        }
        Some(match &**tag.name {
            b"title" => (State::RcData, Raw::Title),
            b"textarea" => (State::RcData, Raw::Other),
            b"script" => {
                let kind = attribute(tag, b"type").unwrap_or_default();
                let is_json = kind.trim().eq_ignore_ascii_case("application/ld+json");
                (State::ScriptData, if is_json { Raw::JsonLd } else { Raw::Other })
            }
            b"noscript" => (State::RawText, Raw::Noscript),
            b"style" => {
                let media = Some(self.media(tag)).filter(|_| self.sheets != Sheets::Known);
                (State::RawText, media.map_or(Raw::Other, Raw::Style))
            }
            b"iframe" | b"xmp" | b"noembed" => (State::RawText, Raw::Other),
            b"plaintext" => (State::PlainText, Raw::Other),
            _ => return None,
        })
    }

    /// For whom a style sheet holds.
    fn media(&self, tag: &StartTag<()>) -> Fit {
        let kind = attribute(tag, b"type").unwrap_or_default();
        let is_css = kind.trim().is_empty() || kind.trim().eq_ignore_ascii_case("text/css");
        if !is_css || self.is_open(b"template") {
            return Fit::No;
        }
        sheet::media(&attribute(tag, b"media").unwrap_or_default())
    }

    fn raw_text(&mut self, raw: Raw, inside: &str, reads_noscript: bool) {
        match raw {
            Raw::Title if self.page.title.is_empty() => {
                add_words(&mut self.page.title, inside, 2 * LONGEST_LABEL);
            }
            Raw::Style(media) => {
                let sheet = &mut self.classes.sheet;
                let is_new = sheet.read(inside, media);
                self.classes.path.keeps_closed |= sheet.asks_before;
                let is_behind = !self.page.links.is_empty() || sheet.asks_before && self.is_in_body;
                let hides_any = sheet.hides_any();
                if is_new && is_behind && (hides_any || self.has_hidden()) {
                    self.sheets = Sheets::Late;
                }
            }
            Raw::JsonLd => structured::read(inside, &mut self.page.links),
            Raw::Noscript if reads_noscript && self.place().zone() != Zone::Hidden => {
                let zone = if self.place().zone() == Zone::Comments {
                    Zone::Comments
                } else {
                    Zone::Noscript
                };
                let mut place = Place::of(zone);
                place.seen = self.place().seen;
                let mut inner = Self::new(place);
                inner.run(inside, false);
                let mut links = inner.page.links;
                // Its footer is none that is shown.
                links.iter_mut().filter(|it| it.zone.is_site_wide()).for_each(|it| it.zone = zone);
                self.page.links.append(&mut links);
                if self.page.text.is_empty() {
                    add_words(&mut self.page.text, &inner.page.text, LONGEST_TEXT);
                }
            }
            _ => {}
        }
    }

    /// Whether a link was met that is hidden by itself, and may be shown by a sheet.
    fn has_hidden(&self) -> bool {
        self.page.links.iter().any(|it| it.zone == Zone::Hidden || it.may_be_hidden)
    }

    /// A style sheet in a file of its own, which isn't read.
    fn other_sheet(&mut self) {
        self.classes.sheet.has_others = true;
        if self.sheets != Sheets::Known && self.has_hidden() {
            self.sheets = Sheets::Late;
        }
    }

    fn is_open(&self, name: &[u8]) -> bool {
        self.open.get(name).is_some_and(|count| *count > 0)
    }

    fn place(&self) -> Place {
        self.stack.last().map_or(self.root, |it| it.place)
    }

    fn start(&mut self, tag: StartTag<()>) {
        let name = &**tag.name;
        if is_block(name) {
            if !is_cell(name) {
                self.end_block(self.stack.len());
            }
            if self.stack.last().is_some_and(|it| closes(name, &it.name)) {
                self.pop();
            }
        }
        self.is_in_body |= !is_of_head(name);
        let is_alone = is_void(name) || (tag.self_closing && self.foreign > 0);
        // What holds no other element is no place, but an area is a link.
        let is_place = !is_alone || matches!(name, b"a" | b"area");
        let here = self.place();
        let place = if is_place { here.inside(&tag, &mut self.classes) } else { here };
        self.note(&tag, place);
        if let Some(rank) = rank(&tag) {
            self.heading = Some((rank, String::new()));
        }
        if is_alone {
            self.classes.path.pass(tag);
            return;
        }
        let is_section = self.outline.open(name);
        // The name of an element that was open before is known.
        let known = self.open.get_key_value(name).map(|(name, _)| Rc::clone(name));
        let name = known.unwrap_or_else(|| name.into());
        *self.open.entry(Rc::clone(&name)).or_default() += 1;
        self.foreign += usize::from(is_foreign(&name));
        self.classes.path.push(tag);
        self.stack.push(Open { name, place, is_section });
    }

    fn end(&mut self, tag: &EndTag<()>) {
        let name = &**tag.name;
        if is_block(name) && !is_cell(name) {
            self.end_block(self.stack.len().saturating_sub(1));
        }
        if name == b"a" {
            self.link = None;
        }
        self.page.has_end |= matches!(name, b"body" | b"html");
        if !self.is_open(name) {
            return;
        }
        while let Some(popped) = self.pop() {
            if *popped == *name {
                break;
            }
        }
    }

    fn pop(&mut self) -> Option<Name> {
        let it = self.stack.pop()?;
        self.classes.path.pop();
        if self.before.as_ref().is_some_and(|(depth, _)| *depth > self.stack.len()) {
            self.before = None;
        }
        if let Some(count) = self.open.get_mut(&it.name) {
            *count -= 1;
        }
        self.foreign -= usize::from(is_foreign(&it.name));
        if it.is_section {
            self.outline.close();
        }
        if is_heading(&it.name)
            && let Some((rank, text)) = self.heading.take()
        {
            // In a link it is the text of the link, and no heading of what follows.
            match self.link.and_then(|at| self.page.links.get_mut(at)) {
                Some(link) => link.follow |= words::is_follow_us(&text),
                None => self.outline.heading(rank, &text),
            }
            if self.page.headings.len() < 8 && !text.is_empty() {
                self.page.headings.push(text);
            }
        }
        Some(it.name)
    }

    fn text(&mut self, text: &str) {
        if let Some((raw, inside)) = &mut self.raw {
            let is_kept = *raw != Raw::Other && inside.len() + text.len() < LONGEST_RAW;
            if is_kept {
                inside.push_str(text);
            } else if matches!(raw, Raw::Style(_)) {
                self.classes.sheet.cut();
            }
            return;
        }
        self.is_in_body |= !text.trim().is_empty();
        if let Some((_, heading)) = &mut self.heading {
            add_words(heading, text, LONGEST_LABEL);
        }
        if let Some(link) = self.link.and_then(|at| self.page.links.get_mut(at)) {
            add_words(&mut link.label, text, LONGEST_LABEL);
        } else {
            add_words(&mut self.block, text, LONGEST_LABEL);
        }
        let is_shown = !matches!(self.place().zone(), Zone::Hidden | Zone::Comments);
        if is_shown && self.page.text.len() < LONGEST_TEXT {
            add_words(&mut self.page.text, text, LONGEST_TEXT);
        }
    }

    /// The end of a block of text: what said by itself that one can follow somebody heads what comes.
    fn end_block(&mut self, depth: usize) {
        let is_short = (1..=60).contains(&self.block.len());
        if is_short && self.heading.is_none() {
            self.before = Some((depth, self.block.clone()));
        } else if !self.block.is_empty() {
            self.before = None;
        }
        if is_short && !self.block_has_link && self.heading.is_none() {
            let (follow, share) = (words::is_follow(&self.block), words::is_share(&self.block));
            if follow || share {
                self.outline.heading(LOWEST, &self.block);
            }
        }
        self.block.clear();
        self.block_has_link = false;
    }

    /// Adds a link with all that holds where it stands.
    fn add_link(&mut self, mut link: Link) -> Option<usize> {
        if self.page.links.len() >= super::MOST_LINKS {
            return None;
        }
        self.outline.text().clone_into(&mut link.heading);
        if let Some((_, before)) = &self.before {
            add_words(&mut link.before, before, LONGEST_LABEL);
        }
        add_words(&mut link.before, &self.block, LONGEST_LABEL);
        self.page.links.push(link);
        Some(self.page.links.len() - 1)
    }
}

fn rank(tag: &StartTag<()>) -> Option<usize> {
    match &**tag.name {
        [b'h', digit @ b'1'..=b'6'] => Some(usize::from(digit - b'0')),
        b"legend" | b"summary" | b"dt" => Some(LOWEST - 1),
        _ => None,
    }
}
