//! The outline of a page: which heading something stands under.
//!
//! A heading holds for what follows in the same sectioning element, until the next heading of its rank or above
//! (<https://html.spec.whatwg.org/#headings-and-outlines>). A short text of its own that says "follow us" is a
//! heading of the lowest rank.

use super::words;

/// The rank of what is no heading but says what one would.
pub(super) const LOWEST: usize = 7;

/// A heading, and what it says.
#[derive(Debug, Clone, Default)]
struct Heading {
    text: String,
    follow: bool,
    share: bool,
}

/// The headings that hold at one place of the page.
#[derive(Debug, Default)]
pub(super) struct Outline {
    sections: Vec<Section>,
}

/// A sectioning element that is open.
#[derive(Debug, Default)]
struct Section {
    /// Whether the headings around it say nothing of it, as around a footer or an article.
    stands_alone: bool,
    /// The heading of each rank that holds.
    headings: Vec<(usize, Heading)>,
}

/// More sections than this inside one another have headings of their own no longer.
const DEEPEST: usize = 64;

impl Outline {
    /// An element begins. Gives whether it is a sectioning one that [`Outline::close`] ends.
    pub(super) fn open(&mut self, name: &[u8]) -> bool {
        let stands_alone = matches!(name, b"header" | b"footer" | b"article" | b"aside");
        let is_section = stands_alone || matches!(name, b"main" | b"nav" | b"section" | b"dialog");
        let is_open = is_section && self.sections.len() < DEEPEST;
        if is_open {
            self.sections.push(Section { stands_alone, headings: Vec::new() });
        }
        is_open
    }

    /// A sectioning element ends.
    pub(super) fn close(&mut self) {
        self.sections.pop();
    }

    /// A heading of this rank.
    pub(super) fn heading(&mut self, rank: usize, text: &str) {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let Some(Section { headings, .. }) = self.sections.last_mut() else { return };
        headings.retain(|(it, _)| *it < rank);
        let (follow, share) = (words::is_follow(text), words::is_share(text));
        headings.push((rank, Heading { text: text.to_owned(), follow, share }));
    }

    /// The innermost heading.
    pub(super) fn text(&self) -> &str {
        self.all().next().map_or("", |it| it.text.as_str())
    }

    /// Whether one of the headings says that one can follow somebody, and none below it something else.
    pub(super) fn is_follow(&self) -> bool {
        self.all().find(|it| it.follow || it.share).is_some_and(|it| it.follow && !it.share)
    }

    /// Whether it is among buttons for sharing.
    pub(super) fn is_share(&self) -> bool {
        self.all().find(|it| it.follow || it.share).is_some_and(|it| it.share)
    }

    /// All that hold, the innermost first.
    fn all(&self) -> impl Iterator<Item = &Heading> {
        let alone = self.sections.iter().rposition(|section| section.stands_alone);
        let sections = self.sections.get(alone.unwrap_or_default()..).unwrap_or_default();
        sections.iter().rev().flat_map(|it| it.headings.iter().rev().map(|(_, heading)| heading))
    }
}
