//! Selectors (Selectors Level 4): what an element, and those around it, must be.

use std::rc::Rc;

mod reader;

pub(super) use reader::read;

/// Selectors of which one must fit.
pub(super) type Selectors = Rc<[Selector]>;

/// One selector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selector {
    /// What the element must be, and before it what those around it must be: the nearest first.
    pub(super) parts: Vec<(Relation, Compound)>,
    /// How much it goes before others: ids, classes, elements.
    pub(super) specificity: [u16; 3],
    /// Whether it asks what stands before an element.
    pub(super) asks_before: bool,
}

/// Where another element stands, seen from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// It is the one itself.
    Itself,
    /// Around it.
    Around,
    /// Right around it.
    Parent,
    /// Right before it.
    Before,
    /// Somewhere before it, in the same element.
    Earlier,
}

/// What one element must be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Compound {
    pub(super) name: Option<String>,
    pub(super) parts: Vec<Part>,
}

/// What else is asked of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Id(String),
    Class(String),
    Attribute(Attribute),
    /// One of these.
    Is(Selectors),
    /// None of these.
    Not(Selectors),
    /// The first in the element around it.
    First,
    /// The element around all.
    Root,
    /// A link.
    Link,
    /// What holds at some time, or for some visitors: pointed at, looked for, checked.
    Sometimes,
    /// What isn't known here.
    Unknown,
    /// What is put before or behind what stands in an element.
    Generated,
    /// Nothing that is an element.
    Never,
}

/// What is asked of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) name: String,
    /// How it is compared, with the sign before the `=`; `None` where it must only be there.
    pub(super) sign: Option<char>,
    pub(super) value: String,
    pub(super) ignores_case: bool,
}

fn add(left: [u16; 3], right: [u16; 3]) -> [u16; 3] {
    let mut sum = left;
    for (own, other) in sum.iter_mut().zip(right) {
        *own = own.saturating_add(other);
    }
    sum
}

impl Selector {
    fn weightless(self) -> Self {
        Self { specificity: [0; 3], ..self }
    }

    /// What the element itself must be.
    pub(super) fn subject(&self) -> Option<&Compound> {
        Some(&self.parts.first()?.1)
    }
}

impl Compound {
    fn asks_before(&self) -> bool {
        self.parts.iter().any(|part| match part {
            Part::First => true,
            Part::Is(all) | Part::Not(all) => all.iter().any(|it| it.asks_before),
            _ => false,
        })
    }

    fn specificity(&self) -> [u16; 3] {
        let name = [0, 0, u16::from(self.name.is_some())];
        let of_list = |all: &Selectors| all.iter().map(|it| it.specificity).max();
        self.parts.iter().fold(name, |sum, part| {
            let own = match part {
                Part::Id(_) => [1, 0, 0],
                Part::Is(all) | Part::Not(all) => of_list(all).unwrap_or_default(),
                _ => [0, 1, 0],
            };
            add(sum, own)
        })
    }
}
