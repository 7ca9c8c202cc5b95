//! The details of findings: what a rule found, as typed facts for the sentences and the formats.
//!
//! Each rule of the registry has details of one type. Facts are in no language, and as hostile as the
//! directory or the register that they come from.

use std::borrow::Cow;
use std::fmt::Display;

use crate::audit::conventions::deviation::Excuse;
use crate::audit::conventions::report::Basis;
use crate::audit::conventions::template::Template;
use crate::audit::share::Share;
use crate::directory::{Date, Kind};

/// The value of a place in the sentences of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text, a number or a date, the same in every language.
    Text(Cow<'a, str>),
    /// A family, which sentences call by the word for its kind.
    Family(&'a FamilyName),
    /// The platform that a finding is limited to, where it is limited to one.
    Platform(Option<&'a str>),
}

impl Value<'_> {
    /// The value as programs read it, in no language.
    pub fn plain(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Family(family) => family.id(),
            Self::Platform(platform) => platform.unwrap_or_default(),
        }
    }
}

/// What a finding calls a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FamilyName {
    /// All organisations of a kind.
    Kind(Kind),
    /// What falls under an organisation, by its name.
    Head(String),
}

impl FamilyName {
    /// The id of the kind, or the name of the head.
    fn id(&self) -> &str {
        match self {
            Self::Kind(kind) => kind.id(),
            Self::Head(name) => name,
        }
    }
}

/// The places of a finding with their values, in the order of JSON.
type Values<'a> = Vec<(&'static str, Value<'a>)>;

/// What fills one or several places of sentences.
pub(super) trait Fact {
    /// Adds the values. `place` is the name of the field that holds it.
    fn add_to<'a>(&'a self, place: &'static str, values: &mut Values<'a>);

    /// A fact for tests, of the next of some texts where it is a text.
    #[cfg(test)]
    fn made_of(next: &mut dyn FnMut() -> String) -> Self;
}

fn text(value: &impl Display) -> Value<'static> {
    Value::Text(Cow::Owned(value.to_string()))
}

/// Facts of one type: how they are written, and what tests take for them.
macro_rules! facts_of_types {
    ($($kind:ty: |$it:ident| $value:expr, |$next:ident| $made:expr;)*) => {$(
        impl Fact for $kind {
            fn add_to<'a>(&'a self, place: &'static str, values: &mut Values<'a>) {
                let $it = self;
                values.push((place, $value));
            }

            #[cfg(test)]
            fn made_of($next: &mut dyn FnMut() -> String) -> Self {
                $made
            }
        }
    )*};
}

facts_of_types! {
    String: |it| Value::Text(Cow::Borrowed(it)), |next| next();
    Vec<String>: |it| Value::Text(Cow::Owned(it.join(", "))), |next| vec![next(), next()];
    usize: |it| text(it), |_next| 3;
    u16: |it| text(it), |_next| 24;
    Date: |it| text(it), |_next| Date::LAST;
    Option<Date>: |it| it.map_or(Value::Text(Cow::Borrowed("")), |date| text(&date)), |_next| Some(Date::LAST);
    Template: |it| text(it), |_next| "gem_{place}".parse().unwrap();
    Basis: |it| Value::Text(Cow::Borrowed(it.id())), |_next| Self::Leading;
    FamilyName: |it| Value::Family(it), |next| Self::Head(next());
    PlatformLimit: |it| Value::Platform(it.0.as_deref()), |next| Self(Some(next()));
}

/// The platform that a finding is limited to, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformLimit(pub Option<String>);

/// A share fills `{count}`, `{total}` and, in percents, `{share}`.
impl Fact for Share {
    fn add_to<'a>(&'a self, _place: &'static str, values: &mut Values<'a>) {
        values.push(("count", text(&self.some)));
        values.push(("total", text(&self.all)));
        values.push(("share", text(&self.percent().unwrap_or(0))));
    }

    #[cfg(test)]
    fn made_of(_next: &mut dyn FnMut() -> String) -> Self {
        Self { some: 3, all: 5 }
    }
}

/// An excuse fills `{reason}`, and the place of what it rests on.
impl Fact for Option<Excuse> {
    fn add_to<'a>(&'a self, _place: &'static str, values: &mut Values<'a>) {
        let Some(excuse) = self else { return };
        match excuse {
            Excuse::Note(note) => values.push(("note", Value::Text(Cow::Borrowed(note)))),
            Excuse::Unit(unit) => values.push(("unit", text(unit))),
            Excuse::Beside
            | Excuse::Purpose
            | Excuse::Unknown
            | Excuse::Long
            | Excuse::Invalid
            | Excuse::Taken => {}
        }
        values.push(("reason", Value::Text(Cow::Borrowed(excuse.id()))));
    }

    #[cfg(test)]
    fn made_of(next: &mut dyn FnMut() -> String) -> Self {
        Some(Excuse::Note(next()))
    }
}

/// Structs of facts: each field fills the place of its own name, or those that its type says.
macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }

        impl Fact for $name {
            fn add_to<'a>(&'a self, _place: &'static str, values: &mut Values<'a>) {
                $(self.$field.add_to(stringify!($field), values);)*
            }

            #[cfg(test)]
            fn made_of(next: &mut dyn FnMut() -> String) -> Self {
                Self { $($field: <$kind>::made_of(next),)* }
            }
        }
    )*};
}

mod facts;
pub use facts::*;
