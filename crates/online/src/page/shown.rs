//! Whether a visitor is shown an element, by all that is said of it: its attributes, its style and the style sheets of the page.

use html5gum::StartTag;

use super::path::Path;
use super::sheet::{Fit, Rank, Saying, Sheet};
use super::style::{Properties, Property, Said};

/// Whether something is shown. Of what must all be so, the greatest holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// To some visitor at least.
    #[default]
    Shown,
    /// It can't be told.
    Unclear,
    /// To none.
    Hidden,
}

/// What holds of an element and of what stands in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Whether nothing of it is left, whatever is said of what stands in it.
    gone: Verdict,
    /// The same of what is inherited, and may be said otherwise of what stands in it.
    visibility: Verdict,
    font_size: Verdict,
    color: Verdict,
    indent: Verdict,
    /// Whether a picture stands in place of its text.
    is_pictured: bool,
    /// Whether one stands right around it, or in a style sheet that isn't read, which may be its own.
    may_be_pictured: bool,
}

/// Elements of which a browser shows nothing: what stands in them is for those that don't know the element.
const FALLBACKS: [&[u8]; 6] = [b"audio", b"canvas", b"datalist", b"object", b"rp", b"video"];

impl Seen {
    /// Whether the element is shown, with its text or without.
    pub(super) fn verdict(self) -> Verdict {
        let text = match (self.is_pictured, self.may_be_pictured) {
            (true, _) => Verdict::Shown,
            (false, true) => self.text().min(Verdict::Unclear),
            (false, false) => self.text(),
        };
        self.as_box().max(text)
    }

    /// Whether it would be shown if a picture stood in it.
    pub(super) fn as_box(self) -> Verdict {
        self.gone.max(self.visibility)
    }

    fn text(self) -> Verdict {
        self.font_size.max(self.color).max(self.indent)
    }

    /// What holds of an element that stands here.
    pub(super) fn inside(self, tag: &StartTag<()>, path: &Path, sheet: &Sheet) -> Self {
        // What hides a whole page at first, a script shows at once.
        let is_page = matches!(&**tag.name, b"html" | b"body");
        if self.gone == Verdict::Hidden || is_page {
            return self;
        }
        if FALLBACKS.contains(&&**tag.name) {
            return Self { gone: Verdict::Hidden, ..self };
        }
        let has = |name: &[u8]| tag.attributes.contains_key(name);
        let is_closed =
            has(b"hidden") || has(b"popover") || &**tag.name == b"dialog" && !has(b"open");
        let style = tag.attributes.get(b"style".as_slice());
        let own =
            style.map(|it| Said::read(&String::from_utf8_lossy(it))).filter(|it| !it.is_empty());
        let is_plain = own.is_none() && !is_closed && self.verdict() == Verdict::Shown;
        let mut said = Vec::new();
        if sheet.hides_any() || !is_plain {
            said = sheet.about(tag, path, !is_plain);
        }
        let may_be_pictured = self.is_pictured || sheet.has_others;
        let mut seen = Self { is_pictured: false, may_be_pictured, ..self };
        if !said.is_empty() || !is_plain {
            said.extend(own.map(Saying::own));
            seen = seen.after(&Cascade::new(&said), is_closed);
        }
        if sheet.is_cut() {
            seen.gone = seen.gone.max(Verdict::Unclear);
        }
        seen
    }

    /// What holds once all was said.
    fn after(self, said: &Cascade, is_closed: bool) -> Self {
        use Property as P;
        let first = |closed: bool| if closed { Verdict::Hidden } else { Verdict::Shown };
        let of = |property| said.of(property, Verdict::Shown);
        let any = |all: &[P]| all.iter().map(|it| of(*it)).max().unwrap_or_default();
        let inherited = |property, own| said.of(property, own);
        let is_moved = said.of(P::Position, Verdict::Hidden);
        let cut = any(&[P::Height, P::Width, P::MaxHeight, P::MaxWidth]).min(of(P::Overflow));
        let away = any(&[P::Left, P::Top, P::Right, P::Clip]).min(is_moved);
        let faded = any(&[
            P::Opacity,
            P::Filter,
            P::ClipPath,
            P::Scale,
            P::Zoom,
            P::Transform,
            P::MarginLeft,
            P::MarginTop,
        ]);
        // What begins to move is where it stands at first for no longer than that takes.
        let moves = [P::Animation, P::Transition].iter().any(|it| said.says_so(*it));
        let settled =
            |verdict: Verdict| if moves { verdict.min(Verdict::Unclear) } else { verdict };
        let display = said.of(P::Display, first(is_closed)).max(of(P::ContentVisibility));
        let own = display.max(settled(cut.max(away).max(faded)));
        let own_visibility = inherited(P::Visibility, self.visibility);
        let is_newly_hidden = own_visibility > self.visibility;
        Self {
            gone: self.gone.max(own),
            visibility: if is_newly_hidden { settled(own_visibility) } else { own_visibility },
            font_size: inherited(P::FontSize, self.font_size),
            color: inherited(P::Color, self.color),
            indent: inherited(P::TextIndent, self.indent),
            is_pictured: said.says_so(P::Picture),
            ..self
        }
    }
}

/// All that is said of an element, what goes before others first.
struct Cascade {
    said: Vec<(Fit, Said)>,
    about: Properties,
}

impl Cascade {
    fn new(all: &[Saying]) -> Self {
        let mut said: Vec<((bool, Rank), Fit, Said)> = Vec::with_capacity(all.len() + 2);
        for it in all {
            let Said { hides, shows, important } = it.said;
            let of = |only: Properties| Said {
                hides: hides.only(only),
                shows: shows.only(only),
                important,
            };
            let every = hides.and(shows);
            said.push(((false, it.rank.1), it.fit, of(every.without(important))));
            if !important.is_empty() {
                said.push(((true, it.rank.0), it.fit, of(important)));
            }
        }
        said.sort_by(|(left, ..), (right, ..)| right.cmp(left));
        let about = all
            .iter()
            .fold(Properties::default(), |sum, it| sum.and(it.said.hides).and(it.said.shows));
        Self { said: said.into_iter().map(|(_, fit, said)| (fit, said)).collect(), about }
    }

    /// Whether anything shows by a property, for sure.
    fn says_so(&self, property: Property) -> bool {
        self.about.has(property) && {
            let mut own = self
                .said
                .iter()
                .filter(|(_, said)| said.hides.has(property) || said.shows.has(property));
            own.find(|(fit, _)| *fit == Fit::Yes).is_some_and(|(_, said)| said.shows.has(property))
        }
    }

    /// What is said by a property, where at first something holds.
    fn of(&self, property: Property, first: Verdict) -> Verdict {
        if !self.about.has(property) {
            return first;
        }
        let (mut may_hide, mut may_show) = (false, false);
        let shown = |may_hide: bool| if may_hide { Verdict::Unclear } else { Verdict::Shown };
        let hidden = |may_show: bool| if may_show { Verdict::Unclear } else { Verdict::Hidden };
        for (fit, said) in &self.said {
            match (said.hides.has(property), said.shows.has(property), fit) {
                (true, true, Fit::Yes) => return Verdict::Unclear,
                (true, true, _) => (may_hide, may_show) = (true, true),
                // Somebody is shown it.
                (false, true, Fit::Yes | Fit::Sometimes) => return shown(may_hide),
                (false, true, Fit::Unknown | Fit::ByScript) => may_show = true,
                (true, false, Fit::Yes) => return hidden(may_show),
                (true, false, Fit::Unknown) => may_hide = true,
                // Others are shown it, or it would take a script to hide it.
                _ => {}
            }
        }
        match first {
            Verdict::Shown => shown(may_hide),
            Verdict::Hidden => hidden(may_show),
            Verdict::Unclear => Verdict::Unclear,
        }
    }
}
