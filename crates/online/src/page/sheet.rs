//! Style sheets that stand in a page: what they say of an element.
//!
//! Their rules are read as a browser does, as far as the tags tell that came before an element: selectors, media, layers, and which of
//! several rules goes before the others. A rule that holds for some visitors only, by their screen or by where they point, hides
//! nothing and shows all. What can't be told here, or what only a script could change, makes an element neither shown nor hidden.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use html5gum::StartTag;

use super::path::Path;
use super::style::Said;

mod fit;
mod media;
pub(super) mod scan;
mod selector;

use fit::Element;
pub(super) use fit::Fit;
pub(super) use media::media;
use scan::{Item, items};
use selector::{Compound, Part, Selector, Selectors};

/// More selectors than this are not kept.
const MOST_SELECTORS: usize = 32_768;

/// More layers than this are not told apart.
const MOST_LAYERS: usize = 256;

/// Rules in others are read where those are about no more than so many selectors.
const MOST_OUTER: usize = 256;

/// How deep rules may stand in others.
const DEEPEST: usize = 8;

/// How many elements are held against selectors on one page.
const BUDGET: u32 = 4_000_000;

/// What the style sheets of a page say.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, whatever the others are")]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    /// Which rules are about what has a class, an id, an attribute or a name.
    about: HashMap<Vec<u8>, Vec<usize>>,
    /// The layers, in the order in which they were met.
    layers: Vec<String>,
    /// Whether any rule can hide anything.
    hides_any: bool,
    /// Whether any asks what stands before an element.
    pub(super) asks_before: bool,
    /// Whether there is more than is kept.
    is_cut: bool,
    /// Whether the page has other sheets, in files of their own.
    pub(super) has_others: bool,
    budget: Cell<u32>,
}

#[derive(Debug)]
struct Rule {
    selector: Selector,
    said: Said,
    /// Under which condition it holds.
    fit: Fit,
    layer: usize,
}

/// What holds for the rules of a block.
#[derive(Clone)]
struct Block {
    fit: Fit,
    layer: usize,
    outer: Option<Selectors>,
    depth: usize,
}

/// What a rule says of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saying {
    pub(super) said: Said,
    pub(super) fit: Fit,
    /// How much it goes before others: of what is important, and of what isn't.
    pub(super) rank: (Rank, Rank),
}

/// What goes before another: a `style` attribute before rules, then by layer, by selector, by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    is_own: bool,
    layer: usize,
    specificity: [u16; 3],
    place: usize,
}

impl Saying {
    /// What the `style` attribute of an element says.
    pub(super) fn own(said: Said) -> Self {
        let rank = Rank { is_own: true, layer: 0, specificity: [0; 3], place: 0 };
        Self { said, fit: Fit::Yes, rank: (rank, rank) }
    }
}

/// The rank of what stands in no layer.
const NO_LAYER: usize = usize::MAX;

impl Default for Sheet {
    fn default() -> Self {
        Self {
            rules: Vec::new(),
            about: HashMap::new(),
            layers: Vec::new(),
            hides_any: false,
            asks_before: false,
            is_cut: false,
            has_others: false,
            budget: Cell::new(BUDGET),
        }
    }
}

impl Sheet {
    /// Reads the text of one that holds for some media; whether it says, or may say, anything that wasn't said before.
    pub(super) fn read(&mut self, css: &str, fit: Fit) -> bool {
        let before = self.rules.len();
        if fit != Fit::No {
            self.block(css, &Block { fit, layer: NO_LAYER, outer: None, depth: 0 });
        }
        self.rules.len() > before || self.is_cut
    }

    /// The same rules, to be held against a page from its beginning.
    pub(super) fn anew(self) -> Self {
        Self { budget: Cell::new(BUDGET), ..self }
    }

    /// A part of one was too long to be kept.
    pub(super) fn cut(&mut self) {
        self.is_cut = true;
    }

    /// Whether it can hide anything, as far as is known.
    pub(super) fn hides_any(&self) -> bool {
        self.hides_any || self.is_cut
    }

    /// Whether there is more in it than is known.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    fn block(&mut self, css: &str, block: &Block) {
        let mut own = Said::default();
        items(css, &mut |item| match item {
            Item::Piece(piece) => match piece.strip_prefix('@') {
                Some(rule) => self.statement(rule, block),
                None if block.outer.is_some() => own.add(piece),
                None => {}
            },
            Item::Block(head, inside) => self.nested(head, inside, block),
        });
        if let Some(outer) = block.outer.as_ref().filter(|_| !own.is_empty()) {
            for selector in outer.iter().take(MOST_SELECTORS.saturating_sub(self.rules.len())) {
                self.add(selector, own, block);
            }
            self.is_cut |= self.rules.len() >= MOST_SELECTORS;
        }
    }

    fn nested(&mut self, head: &str, inside: &str, around: &Block) {
        let is_wide = around.outer.as_ref().is_some_and(|it| it.len() > MOST_OUTER);
        if around.depth >= DEEPEST || is_wide {
            self.is_cut = true;
            return;
        }
        let mut block = Block { depth: around.depth + 1, ..around.clone() };
        if let Some(condition) = head.strip_prefix('@') {
            let end = condition.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
            let (name, rest) =
                condition.split_at_checked(end.unwrap_or(condition.len())).unwrap_or_default();
            let fit = match name.to_ascii_lowercase().as_str() {
                "media" => media(rest),
                "layer" => self.layer(rest.trim(), &mut block),
                "container" => Fit::Sometimes,
                "supports" | "scope" => Fit::Unknown,
                _ => return,
            };
            block.fit = block.fit.min(fit);
            if block.fit != Fit::No {
                self.block(inside, &block);
            }
            return;
        }
        if let Some(selectors) = selector::read(head, around.outer.as_ref()) {
            block.outer = Some(selectors);
            self.block(inside, &block);
        }
    }

    /// A rule without a block: of those only the order of layers counts.
    fn statement(&mut self, rule: &str, block: &Block) {
        if let Some(names) = rule.strip_prefix("layer").filter(|_| block.layer == NO_LAYER) {
            for name in names.split(',') {
                self.rank_of(name.trim());
            }
        }
    }

    /// The layer of a block. How those that stand in others go before each other isn't followed.
    fn layer(&mut self, name: &str, block: &mut Block) -> Fit {
        if block.layer != NO_LAYER || name.contains('.') {
            return Fit::Unknown;
        }
        let Some(layer) = self.rank_of(name) else { return Fit::Unknown };
        block.layer = layer;
        Fit::Yes
    }

    /// The place of a layer among all; one without a name is another each time.
    fn rank_of(&mut self, name: &str) -> Option<usize> {
        let known = self.layers.iter().position(|it| it == name && !name.is_empty());
        if known.is_some() || self.layers.len() >= MOST_LAYERS {
            return known;
        }
        self.layers.push(name.to_owned());
        Some(self.layers.len() - 1)
    }

    fn add(&mut self, selector: &Selector, said: Said, block: &Block) {
        let Some(own) = selector.subject() else { return };
        let said = if own.parts.contains(&Part::Generated) { said.of_generated() } else { said };
        // A part of an element, such as the first line of its text, is none.
        if own.parts.contains(&Part::Never) || said.is_empty() {
            return;
        }
        let mut keys = Vec::new();
        keys_of(own, &mut keys);
        for key in keys {
            self.about.entry(key).or_default().push(self.rules.len());
        }
        self.hides_any |= said.hides_any();
        self.asks_before |= selector.asks_before;
        let (fit, layer) = (block.fit, block.layer);
        self.rules.push(Rule { selector: selector.clone(), said, fit, layer });
    }

    /// What the rules say of an element, which may be hidden by something else.
    pub(super) fn about(&self, tag: &StartTag<()>, path: &Path, is_hidden: bool) -> Vec<Saying> {
        let element = Element { tag, path, budget: &self.budget };
        let mut found = self.candidates(tag);
        found.sort_unstable();
        found.dedup();
        let said = |place: usize, fit: Fit| {
            let rule = self.rules.get(place)?;
            let specificity = rule.selector.specificity;
            let rank = |layer| Rank { is_own: false, layer, specificity, place };
            // What is important in an earlier layer goes before what is so in a later one, or in none.
            let rank = (rank(NO_LAYER - rule.layer), rank(rule.layer));
            (fit != Fit::No).then_some(Saying { said: rule.said, fit: fit.min(rule.fit), rank })
        };
        let (mut all, mut others) = (Vec::new(), Vec::new());
        for (place, rule) in found.into_iter().filter_map(|it| Some((it, self.rules.get(it)?))) {
            match element.fit(&rule.selector) {
                Fit::No => others.push((place, rule)),
                fit => all.extend(said(place, fit)),
            }
        }
        // What a script could show matters only where something is hidden.
        if is_hidden || all.iter().any(|it| it.said.hides_any()) {
            for (place, rule) in others {
                if !rule.said.shows.is_empty() && element.fits_by_script(&rule.selector) {
                    all.extend(said(place, Fit::ByScript));
                }
            }
        }
        all
    }

    fn candidates(&self, tag: &StartTag<()>) -> Vec<usize> {
        let mut found = Vec::new();
        let mut key = Vec::new();
        let mut look = |sign: u8, name: &[u8]| {
            key.clear();
            key.push(sign);
            key.extend_from_slice(name);
            found.extend(self.about.get(&key).into_iter().flatten());
        };
        look(b'*', b"");
        look(b' ', &tag.name);
        for (name, value) in &tag.attributes {
            look(b'[', name);
            match &***name {
                b"id" => look(b'#', value.trim_ascii()),
                b"class" => value
                    .split(u8::is_ascii_whitespace)
                    .filter(|it| !it.is_empty())
                    .for_each(|class| look(b'.', class)),
                _ => {}
            }
        }
        found
    }
}

/// By what an element is found that may be what a rule is about.
fn keys_of(compound: &Compound, keys: &mut Vec<Vec<u8>>) {
    const MOST: usize = 64;
    let key = |sign: u8, name: &str| [&[sign], name.as_bytes()].concat();
    let before = keys.len();
    for part in &compound.parts {
        match part {
            Part::Id(id) => keys.push(key(b'#', id)),
            Part::Class(class) => keys.push(key(b'.', class)),
            Part::Attribute(it) => keys.push(key(b'[', &it.name)),
            _ => {}
        }
    }
    if keys.len() > before {
        return;
    }
    let inner = compound.parts.iter().find_map(|part| match part {
        Part::Is(all) => Some(Rc::clone(all)),
        _ => None,
    });
    match (&compound.name, inner) {
        (Some(name), _) => keys.push(key(b' ', name)),
        (None, Some(all)) => {
            for own in all.iter().filter_map(Selector::subject) {
                if keys.len() > MOST {
                    break;
                }
                keys_of(own, keys);
            }
            if keys.len() > MOST {
                keys.truncate(before);
                keys.push(key(b'*', ""));
            }
        }
        (None, None) => keys.push(key(b'*', "")),
    }
}
