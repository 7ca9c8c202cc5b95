//! Whether a selector fits an element, as far as that can be told from the tags that came before.

use std::cell::Cell;

use html5gum::StartTag;

use super::super::path::Path;
use super::selector::{Attribute, Compound, Part, Relation, Selector, Selectors};

/// Whether something holds. Of what must hold together, the least does; of what may, the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Fit {
    /// It doesn't.
    No,
    /// It would, had a script given an element a class more.
    ByScript,
    /// It can't be told.
    Unknown,
    /// For some visitors, or at some time.
    Sometimes,
    /// It does.
    Yes,
}

impl Fit {
    fn of(is: bool) -> Self {
        if is { Self::Yes } else { Self::No }
    }

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No | Self::ByScript => Self::Yes,
            Self::Unknown | Self::Sometimes => self,
        }
    }
}

/// An element that begins, with all that stands around it.
pub(super) struct Element<'p> {
    pub(super) tag: &'p StartTag<()>,
    pub(super) path: &'p Path,
    /// How many more elements may be looked at on the whole page: selectors can ask for very many.
    pub(super) budget: &'p Cell<u32>,
}

/// An element on the way to one or before it: how many stand around it, and which of those before it is.
#[derive(Clone, Copy)]
struct Node {
    depth: usize,
    before: Option<usize>,
}

impl Element<'_> {
    /// Whether a selector fits.
    pub(super) fn fit(&self, selector: &Selector) -> Fit {
        self.selector(selector, Node { depth: self.path.depth(), before: None })
    }

    fn tag(&self, node: Node) -> Option<&StartTag<()>> {
        match node.before {
            Some(at) => self.path.before(node.depth).get(at),
            None if node.depth == self.path.depth() => Some(self.tag),
            None => self.path.at(node.depth),
        }
    }

    fn selector(&self, selector: &Selector, node: Node) -> Fit {
        let Some((_, own)) = selector.parts.first() else { return Fit::No };
        match self.compound(own, node) {
            Fit::No => Fit::No,
            fit => fit.min(self.around(selector, 1, node)),
        }
    }

    /// Whether what stands around an element, or before it, is what a selector asks for from a part on.
    fn around(&self, selector: &Selector, part: usize, node: Node) -> Fit {
        let Some((relation, compound)) = selector.parts.get(part) else { return Fit::Yes };
        let fits = |other: Node| match self.compound(compound, other) {
            Fit::No => Fit::No,
            fit => fit.min(self.around(selector, part + 1, other)),
        };
        let best = |all: &mut dyn Iterator<Item = Node>| {
            let mut best = Fit::No;
            for fit in all.map(fits) {
                best = best.max(fit);
                if best == Fit::Yes || self.budget.get() == 0 {
                    break;
                }
            }
            best
        };
        let before = node.before.unwrap_or_else(|| self.path.before(node.depth).len());
        let to_before = |at: usize| Node { before: Some(at), ..node };
        let to_around = |depth: usize| Node { depth, before: None };
        match relation {
            Relation::Itself => Fit::Yes,
            Relation::Before => best(&mut before.checked_sub(1).map(to_before).into_iter()),
            Relation::Earlier => best(&mut (0..before).rev().map(to_before)),
            Relation::Parent => {
                let around = node.depth.checked_sub(1).map(to_around);
                let is_outermost = self.path.at(node.depth.saturating_sub(1));
                let is_outermost = is_outermost.is_none_or(|it| &**it.name == b"html");
                let implied = if is_outermost || node.depth == 0 {
                    self.implied(selector, part, node.depth)
                } else {
                    Fit::No
                };
                best(&mut around.into_iter()).max(implied)
            }
            Relation::Around => best(&mut (0..node.depth).rev().map(to_around))
                .max(self.implied(selector, part, node.depth)),
        }
    }

    /// Whether a part asks for `html` or `body`, which a page has without saying so.
    fn implied(&self, selector: &Selector, part: usize, depth: usize) -> Fit {
        let is_plain = |compound: &Compound| {
            let is_root = compound.parts.iter().all(|it| *it == Part::Root);
            match compound.name.as_deref() {
                Some(name) => is_root && matches!(name, "html" | "body"),
                None => is_root && !compound.parts.is_empty(),
            }
        };
        let rest = selector.parts.get(part..).unwrap_or_default();
        let Some((_, first)) = rest.first().filter(|_| rest.iter().all(|(_, it)| is_plain(it)))
        else {
            return Fit::No;
        };
        let name = first.name.as_deref().unwrap_or("html").as_bytes();
        let mut open = (0..depth).filter_map(|at| self.path.at(at));
        Fit::of(open.all(|it| &**it.name != name))
    }

    fn compound(&self, compound: &Compound, node: Node) -> Fit {
        let Some(left) = self.budget.get().checked_sub(1) else { return Fit::Unknown };
        self.budget.set(left);
        let Some(tag) = self.tag(node) else { return Fit::No };
        if !is_called(compound, tag) {
            return Fit::No;
        }
        let mut fit = Fit::Yes;
        for part in &compound.parts {
            fit = fit.min(self.part(part, tag, node));
            if fit == Fit::No {
                break;
            }
        }
        fit
    }

    fn part(&self, part: &Part, tag: &StartTag<()>, node: Node) -> Fit {
        let is_page = matches!(&**tag.name, b"html" | b"body");
        match part {
            // What the whole page is called by, a script changes as soon as it runs.
            Part::Class(_) if is_page && has(part, tag) => Fit::Unknown,
            Part::Attribute(it) if is_page && it.is_of_scripts() && has(part, tag) => Fit::Unknown,
            Part::Id(_) | Part::Class(_) | Part::Attribute(_) => Fit::of(has(part, tag)),
            Part::Is(all) => self.any(all, node),
            Part::Not(_) if is_page => Fit::Unknown,
            Part::Not(all) => self.any(all, node).not(),
            Part::First if node.before == Some(0) => Fit::Yes,
            Part::First => {
                Fit::of(node.before.is_none() && self.path.before(node.depth).is_empty())
            }
            Part::Link => Fit::of(
                matches!(&**tag.name, b"a" | b"area")
                    && tag.attributes.contains_key(b"href".as_slice()),
            ),
            Part::Root => Fit::of(&**tag.name == b"html"),
            Part::Sometimes => Fit::Sometimes,
            Part::Unknown => Fit::Unknown,
            Part::Generated => Fit::Yes,
            Part::Never => Fit::No,
        }
    }

    fn any(&self, all: &Selectors, node: Node) -> Fit {
        all.iter().map(|it| self.selector(it, node)).max().unwrap_or(Fit::No)
    }

    /// Whether a selector that doesn't fit would, had a script given some elements a class or an attribute more. It is about
    /// this element where it names something that it, or an element around it, has.
    pub(super) fn fits_by_script(&self, selector: &Selector) -> bool {
        let Some(((_, own), around)) = selector.parts.split_first() else { return false };
        if !is_called(own, self.tag) || own.parts.contains(&Part::Never) {
            return false;
        }
        // An attribute may get another value.
        let has_name = |part: &Part, tag: &StartTag<()>| match part {
            Part::Attribute(it) => tag.attributes.contains_key(it.name.as_bytes()),
            _ => has(part, tag),
        };
        let shares = |compound: &Compound, tag: &StartTag<()>| {
            is_called(compound, tag) && compound.parts.iter().any(|part| has_name(part, tag))
        };
        let is_own = own.parts.iter().all(|part| has(part, self.tag));
        let is_shared = shares(own, self.tag);
        if !is_own && !is_shared {
            return false;
        }
        let before = self.path.before(self.path.depth());
        let cost = (self.path.depth() + before.len()).saturating_mul(around.len() + 1);
        let cost = u32::try_from(cost).unwrap_or(u32::MAX);
        self.budget.set(self.budget.get().saturating_sub(cost));
        if self.budget.get() == 0 {
            return true;
        }
        let open = || (0..self.path.depth()).filter_map(|at| self.path.at(at)).chain(before);
        let is_there = |compound: &Compound| match compound.name.as_deref() {
            None | Some("html" | "body") => true,
            Some(_) => open().any(|it| is_called(compound, it)),
        };
        let is_around = || around.iter().any(|(_, it)| open().any(|tag| shares(it, tag)));
        around.iter().all(|(_, it)| is_there(it)) && (is_shared || is_around())
    }
}

fn is_called(compound: &Compound, tag: &StartTag<()>) -> bool {
    compound.name.as_ref().is_none_or(|name| name.as_bytes() == &**tag.name)
}

/// Whether an element has a class, an id or an attribute.
fn has(part: &Part, tag: &StartTag<()>) -> bool {
    let value = |name: &str| tag.attributes.get(name.as_bytes()).map(|it| &***it);
    match part {
        Part::Id(id) => value("id").is_some_and(|it| it.trim_ascii() == id.as_bytes()),
        Part::Class(class) => value("class").is_some_and(|it| has_word(it, class.as_bytes())),
        Part::Attribute(it) => value(&it.name).is_some_and(|value| it.fits(value)),
        _ => false,
    }
}

fn has_word(list: &[u8], word: &[u8]) -> bool {
    list.split(u8::is_ascii_whitespace).any(|it| it == word)
}

impl Attribute {
    fn is_of_scripts(&self) -> bool {
        self.name == "class" || self.name.starts_with("data-")
    }

    fn fits(&self, value: &[u8]) -> bool {
        let (value, own) = if self.ignores_case {
            (value.to_ascii_lowercase(), self.value.to_ascii_lowercase().into_bytes())
        } else {
            (value.to_vec(), self.value.clone().into_bytes())
        };
        let own = own.as_slice();
        let is_in = || value.windows(own.len().max(1)).any(|it| it == own);
        match self.sign {
            None => true,
            Some('=') => value == own,
            Some('~') => !own.is_empty() && has_word(&value, own),
            Some('|') => {
                value == own || value.strip_prefix(own).is_some_and(|it| it.starts_with(b"-"))
            }
            Some('^') => !own.is_empty() && value.starts_with(own),
            Some('$') => !own.is_empty() && value.ends_with(own),
            _ => !own.is_empty() && is_in(),
        }
    }
}
