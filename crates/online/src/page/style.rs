//! What styles hide from whoever looks at a page: one table, for style sheets and `style` attributes alike.

use std::iter::Peekable;
use std::str::Chars;

use super::sheet::scan::pieces;

mod value;

use value::{
    argument, clips_all, far, is_empty_rectangle, is_far_margin, is_nothing, is_speck,
    is_transparent, number, transforms_away,
};

/// What of a style can leave nothing of an element to see, or bring back what did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    Display,
    Visibility,
    ContentVisibility,
    Opacity,
    Filter,
    ClipPath,
    Clip,
    Scale,
    Zoom,
    Transform,
    Left,
    Top,
    Right,
    /// Hides as long as it doesn't say that the three before it, and `clip`, mean nothing.
    Position,
    MarginLeft,
    MarginTop,
    Height,
    Width,
    MaxHeight,
    MaxWidth,
    Overflow,
    FontSize,
    Color,
    TextIndent,
    /// Shows where a picture stands in place of the text.
    Picture,
    /// Shows where something is put before or behind what stands in an element.
    Content,
    /// Shows where something moves by itself.
    Animation,
    /// Shows where a change is one that somebody sees.
    Transition,
}

use Property as P;

impl Property {
    fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

/// A set of properties.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Properties(u32);

impl Properties {
    /// Those that hide nothing by themselves.
    const AIDS: Self = Self(
        (1 << P::Position as u32)
            | (1 << P::Overflow as u32)
            | (1 << P::Picture as u32)
            | (1 << P::Content as u32)
            | (1 << P::Animation as u32)
            | (1 << P::Transition as u32),
    );

    pub(super) fn has(self, property: Property) -> bool {
        self.0 & property.bit() != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    fn set(&mut self, property: Property, is_in: bool) {
        self.0 = if is_in { self.0 | property.bit() } else { self.0 & !property.bit() };
    }
}

/// What a value says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    Hides,
    Shows,
    /// Either: by what stands elsewhere.
    Either,
}

/// What the declarations of a style say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// What they hide by. What may hide or show is in both.
    pub(super) hides: Properties,
    /// What they show by.
    pub(super) shows: Properties,
    /// Of which of them other styles are passed over.
    pub(super) important: Properties,
}

impl Said {
    /// What the text between the braces of a rule, or in a `style` attribute, says.
    pub(super) fn read(style: &str) -> Self {
        let mut said = Self::default();
        pieces(style, b';', &mut |piece| said.add(piece));
        said
    }

    /// Adds a declaration, which goes before those that were added.
    pub(super) fn add(&mut self, declaration: &str) {
        let declaration = plain(declaration);
        let Some((name, value)) = declaration.split_once(':') else { return };
        let important = value.strip_suffix("important").map(str::trim_end);
        let value = important.and_then(|it| it.strip_suffix('!')).unwrap_or(value);
        let is_important = value.len() < declaration.len() - name.len() - 1;
        declare(name.trim(), value.trim(), &mut |property, value| {
            self.put(property, value, is_important);
        });
    }

    fn put(&mut self, property: Property, value: Value, is_important: bool) {
        if self.important.has(property) && !is_important {
            return;
        }
        self.important.set(property, is_important);
        self.hides.set(property, value != Value::Shows);
        self.shows.set(property, value != Value::Hides);
    }

    pub(super) fn is_empty(self) -> bool {
        self.hides.and(self.shows).is_empty()
    }

    /// What it says of an element where it is about what is put before or behind what stands in that: whether a picture is, or a
    /// sign that is seen where the words aren't.
    pub(super) fn of_generated(self) -> Self {
        let is_sign = [P::FontSize, P::Color, P::TextIndent].iter().any(|it| self.shows.has(*it));
        let is_seen = self.shows.has(P::Picture) || self.shows.has(P::Content) && is_sign;
        let mut said = Self::default();
        said.shows.set(P::Picture, is_seen);
        said
    }

    /// Whether it can hide something.
    pub(super) fn hides_any(self) -> bool {
        !self.hides.without(Properties::AIDS).is_empty()
    }
}

/// What a declaration says of each property.
fn declare(name: &str, value: &str, put: &mut dyn FnMut(Property, Value)) {
    let compact: String = value.chars().filter(|c| *c != ' ').collect();
    let it = compact.as_str();
    let hides = |is: bool| if is { Value::Hides } else { Value::Shows };
    let shows = |is: bool| hides(!is);
    let words = || value.split_ascii_whitespace();
    // What is inherited is what stands around it.
    let inherited = matches!(it, "inherit" | "unset" | "revert" | "revert-layer");
    let or_open = |value: Value| {
        let is_open = it.starts_with("var(") || inherited;
        if is_open { Value::Either } else { value }
    };
    match name {
        "display" if !inherited => put(P::Display, or_open(hides(it == "none"))),
        "visibility" => {
            put(P::Visibility, or_open(hides(matches!(it, "hidden" | "collapse"))));
        }
        "content-visibility" => put(P::ContentVisibility, hides(it == "hidden")),
        "opacity" => put(P::Opacity, or_open(hides(number(it).is_some_and(|(it, _)| it < 0.05)))),
        "filter" => put(P::Filter, hides(argument(it, "opacity(").is_some_and(is_nothing))),
        "clip-path" => put(P::ClipPath, hides(clips_all(value))),
        "clip" => put(P::Clip, hides(argument(value, "rect(").is_some_and(is_empty_rectangle))),
        "scale" => put(P::Scale, hides(words().any(is_nothing))),
        "zoom" => put(P::Zoom, hides(is_nothing(it))),
        "transform" => put(P::Transform, hides(transforms_away(it))),
        "left" | "inset-inline-start" => put(P::Left, far(it)),
        "top" | "inset-block-start" => put(P::Top, far(it)),
        "right" | "inset-inline-end" => put(P::Right, far(it)),
        "inset" => {
            let mut sides = words();
            let top = sides.next().unwrap_or_default();
            let right = sides.next().unwrap_or(top);
            let left = sides.nth(1).unwrap_or(right);
            for (property, value) in [(P::Top, top), (P::Right, right), (P::Left, left)] {
                put(property, far(value));
            }
        }
        "position" => put(P::Position, shows(it == "static")),
        "margin-left" | "margin-inline-start" => put(P::MarginLeft, hides(is_far_margin(it))),
        "margin-top" | "margin-block-start" => put(P::MarginTop, hides(is_far_margin(it))),
        "margin" => {
            let top = words().next().unwrap_or_default();
            let left = words().nth(3).or_else(|| words().nth(1)).unwrap_or(top);
            put(P::MarginTop, hides(is_far_margin(top)));
            put(P::MarginLeft, hides(is_far_margin(left)));
        }
        "height" | "block-size" => put(P::Height, hides(is_speck(it))),
        "width" | "inline-size" => put(P::Width, hides(is_speck(it))),
        "max-height" | "max-block-size" => put(P::MaxHeight, hides(is_speck(it))),
        "max-width" | "max-inline-size" => put(P::MaxWidth, hides(is_speck(it))),
        "overflow" => put(P::Overflow, hides(words().all(|it| matches!(it, "hidden" | "clip")))),
        "font-size" => put(P::FontSize, or_inherited(inherited, hides(is_speck(it)))),
        // The size stands before the family, or before the height of lines.
        "font" => {
            let is_speck = |it: &str| it.split('/').next().is_some_and(is_speck);
            let size = words().find(|it| it.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
            put(P::FontSize, or_inherited(inherited, hides(size.is_some_and(is_speck))));
        }
        "color" | "-webkit-text-fill-color" => {
            put(P::Color, or_inherited(inherited, hides(is_transparent(it))));
        }
        "text-indent" => put(P::TextIndent, or_inherited(inherited, far(it))),
        "background" | "background-image" | "mask" | "mask-image" | "-webkit-mask"
        | "-webkit-mask-image" => {
            let has_picture = ["url(", "gradient(", "image-set("].iter().any(|of| it.contains(of));
            put(P::Picture, shows(has_picture));
        }
        "content" => {
            put(P::Content, shows(!matches!(it, "none" | "normal" | "''" | "\"\"")));
        }
        "animation" | "animation-name" | "-webkit-animation" | "-webkit-animation-name" => {
            put(P::Animation, shows(!matches!(it, "none" | "" | "initial")));
        }
        "transition" | "transition-property" | "-webkit-transition" => {
            let is_still = matches!(it, "none" | "0s" | "all0s" | "initial");
            let is_of_others = ["color", "background", "border", "box-shadow", "text-decoration"]
                .iter()
                .any(|of| it.starts_with(of) && !it.contains(','));
            put(P::Transition, shows(!is_still && !is_of_others));
        }
        _ => {}
    }
}

fn or_inherited(is_inherited: bool, value: Value) -> Value {
    if is_inherited { Value::Either } else { value }
}

/// A part of a style without comments, escapes and capitals, with single spaces (CSS Syntax, 4.3.2 and 4.3.7).
fn plain(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => pass_comment(&mut rest),
            '\\' => out.extend(escaped(&mut rest).map(|c| c.to_ascii_lowercase())),
            _ if c.is_whitespace() => {
                if !out.ends_with([' ', '(', ',']) {
                    out.push(' ');
                }
            }
            ')' | ',' if out.ends_with(' ') => {
                out.pop();
                out.push(c);
            }
            _ => out.push(c.to_ascii_lowercase()),
        }
    }
    out.trim().to_owned()
}

pub(super) fn pass_comment(rest: &mut Peekable<Chars<'_>>) {
    rest.next();
    let mut before = ' ';
    for c in rest {
        if (before, c) == ('*', '/') {
            return;
        }
        before = c;
    }
}

/// The character that stands behind a backslash: itself, or by its number of up to six hexadecimal digits.
pub(super) fn escaped(rest: &mut Peekable<Chars<'_>>) -> Option<char> {
    let mut number = 0;
    let mut digits = 0;
    while let Some(digit) = rest.peek().and_then(|c| c.to_digit(16)).filter(|_| digits < 6) {
        rest.next();
        number = number * 16 + digit;
        digits += 1;
    }
    if digits == 0 {
        return rest.next();
    }
    rest.next_if(|c| c.is_whitespace());
    char::from_u32(number)
}
