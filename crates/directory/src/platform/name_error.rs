//! Why a text can't be a name on a platform, in one sentence that says what is allowed.

use std::fmt;

use regex_lite::Regex;

use crate::text::sanitise;

/// The longest name that is looked for when a fault is explained.
const LONGEST: usize = 260;

/// Why a text can't be a name on a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError {
    /// The text as it was typed.
    pub text: String,
    /// The name of the platform.
    pub platform: String,
    /// The id of the name-space; empty where the platform has none for such names.
    pub space: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The platform has no names of this kind.
    NoSuchNames,
    /// Nothing was typed.
    Empty,
    /// Dots at the end say that it goes on; see [`super::cut_off`].
    CutOff,
    /// An invisible or steering character.
    Hidden(char),
    /// A character that the platform does not allow.
    Character(char, Box<Allowed>),
    /// Too few or too many characters.
    Length(usize, Box<Allowed>),
    /// Allowed characters in an order that is not; the pattern that it must match.
    Order(String),
    /// Not what such names look like; the pattern that it must match.
    Shape(String),
    /// The host after the `@` is missing.
    NoHost,
    /// The host after the `@` is none of the platform's.
    UnknownHost(String),
    /// The platform uses the word itself, or the name is of another kind.
    Reserved,
}

/// What a platform allows in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// Signs besides letters and digits.
    pub signs: String,
    /// Whether letters are allowed.
    pub letters: bool,
    /// Whether digits are allowed.
    pub digits: bool,
    /// The fewest characters.
    pub shortest: usize,
    /// The most characters.
    pub longest: usize,
}

/// Why a text is no name, before it is put into words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum NameSyntaxError {
    #[error("an invisible or steering character stands in it")]
    Hidden(char),
    #[error("nothing was typed")]
    Empty,
    /// The text is only the beginning of a name.
    #[error("it is cut off")]
    CutOff,
    /// A character that stands for another one and passes for it.
    #[error("a character stands in it that passes for another")]
    Compatibility(char),
    /// The name, or the part before the `@`, does not match the pattern.
    #[error("it does not match the pattern {0}")]
    Syntax(String),
    #[error("the host is missing")]
    NoHost,
    #[error("{0} is no host of the platform")]
    UnknownHost(String),
    /// The address of such a name is something else of the platform.
    #[error("the platform uses it itself")]
    Reserved,
}

impl NameSyntaxError {
    /// Whether the text is no name of any kind, so that no other form need be tried.
    pub(super) fn is_decided(&self) -> bool {
        matches!(self, Self::Hidden(_) | Self::CutOff | Self::Compatibility(_))
    }
}

impl NameError {
    pub(super) fn new(text: &str, platform: &str, space: &str, wrong: Wrong) -> Self {
        Self {
            text: text.to_owned(),
            platform: platform.to_owned(),
            space: space.to_owned(),
            wrong,
        }
    }
}

impl Wrong {
    /// What is wrong with a text that does not match a pattern, found by trying other texts.
    pub(super) fn in_syntax(
        syntax: &Regex,
        allowed: Option<&Allowed>,
        text: &str,
        pattern: &str,
    ) -> Self {
        let Some(allowed) = allowed else {
            return Self::Shape(pattern.to_owned());
        };
        let stranger =
            text.chars().find(|&c| !allowed.has(c) && !fits(syntax, allowed.filler(), c));
        if let Some(stranger) = stranger {
            return Self::Character(stranger, Box::new(allowed.clone()));
        }
        let length = text.chars().count();
        if length < allowed.shortest || length > allowed.longest {
            return Self::Length(length, Box::new(allowed.clone()));
        }
        Self::Order(pattern.to_owned())
    }
}

impl Allowed {
    /// The most characters that are looked for: a pattern that allows them sets no limit.
    pub const UNLIMITED: usize = LONGEST;

    /// What a pattern allows; `None` where it asks for more than a number of characters.
    /// Finding that out takes hundreds of matches.
    pub(super) fn by(syntax: &Regex) -> Option<Self> {
        let lengths = |filler: char| {
            let fits = |length: &usize| syntax.is_match(&filler.to_string().repeat(*length));
            let shortest = (1..=LONGEST).find(fits)?;
            Some((shortest, (1..=LONGEST).rfind(fits)?))
        };
        let (letters, digits) = (lengths('a'), lengths('1'));
        let (shortest, longest) = letters.or(digits)?;
        let filler = if letters.is_some() { 'a' } else { '1' };
        let sign = |c: &char| c.is_ascii_punctuation() && fits(syntax, filler, *c);
        Some(Self {
            signs: (' '..='~').filter(sign).collect(),
            letters: letters.is_some(),
            digits: digits.is_some() || fits(syntax, filler, '1'),
            shortest,
            longest,
        })
    }

    fn filler(&self) -> char {
        if self.letters { 'a' } else { '1' }
    }

    fn has(&self, c: char) -> bool {
        (self.letters && c.is_ascii_alphabetic())
            || (self.digits && c.is_ascii_digit())
            || self.signs.contains(c)
    }
}

/// Whether a character may stand in the middle of a name.
fn fits(syntax: &Regex, filler: char, c: char) -> bool {
    (1..=16).any(|side| {
        let side = filler.to_string().repeat(side);
        syntax.is_match(&format!("{side}{c}{side}"))
    })
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = sanitise::escaped(&self.text);
        let Self { platform, space, .. } = self;
        match &self.wrong {
            Wrong::NoSuchNames if space.is_empty() => {
                write!(f, "{platform} has no such names, so `{text}` can't be one")
            }
            Wrong::NoSuchNames => write!(f, "{platform} has no {space}, so `{text}` can't be one"),
            wrong => write!(f, "`{text}` can't be a {space} on {platform}: {wrong}"),
        }
    }
}

impl std::error::Error for NameError {}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchNames => f.write_str("there are no such names"),
            Self::Empty => f.write_str("it is empty"),
            Self::CutOff => f.write_str("dots stand behind it, so that it was cut off"),
            Self::Hidden(c) => {
                write!(f, "{} is invisible or steers the text", sanitise::escape(*c))
            }
            Self::Character(c, allowed) => {
                let c = sanitise::escaped(&c.to_string());
                write!(f, "`{c}` is not allowed, only {allowed}")
            }
            Self::Length(length, allowed) => {
                write!(f, "it has {length} characters, allowed are {allowed}")
            }
            Self::Order(pattern) => {
                write!(
                    f,
                    "its characters are allowed, but not in this order; it must match `{pattern}`"
                )
            }
            Self::Shape(pattern) => write!(f, "it must look like `{pattern}`"),
            Self::NoHost => f.write_str("it must be written as `user@host`"),
            Self::Reserved => f.write_str("the platform's address for it is no such account"),
            Self::UnknownHost(host) => {
                write!(f, "`{}` is not a host of the platform", sanitise::escaped(host))
            }
        }
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [(self.letters, "letters".to_owned()), (self.digits, "digits".to_owned())];
        let signs = self.signs.chars().map(|c| (true, format!("`{c}`")));
        let all: Vec<String> =
            words.into_iter().chain(signs).filter(|(has, _)| *has).map(|(_, word)| word).collect();
        match all.as_slice() {
            [] => Ok(()),
            [one] => f.write_str(one),
            [most @ .., last] => write!(f, "{} and {last}", most.join(", ")),
        }?;
        let Self { shortest, longest, .. } = self;
        match (*shortest, *longest) {
            (1, LONGEST) => Ok(()),
            (1, longest) => write!(f, ", at most {longest} characters"),
            (shortest, LONGEST) => write!(f, ", at least {shortest} characters"),
            (shortest, longest) if shortest == longest => write!(f, ", {shortest} characters"),
            (shortest, longest) => write!(f, ", {shortest} to {longest} characters"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(syntax: &str, text: &str) -> String {
        let compiled = Regex::new(&format!("^(?:{syntax})$")).expect("a pattern");
        let allowed = Allowed::by(&compiled);
        let wrong = Wrong::in_syntax(&compiled, allowed.as_ref(), text, syntax);
        NameError::new(text, "X", "handle", wrong).to_string()
    }

    #[test]
    fn a_fault_says_what_is_wrong_and_what_is_allowed() {
        for (syntax, text, expected) in [
            (
                "[A-Za-z0-9_]{1,15}",
                "POL-Ede",
                "`POL-Ede` can't be a handle on X: `-` is not allowed, only letters, digits and `_`, at most 15 characters",
            ),
            (
                "[A-Za-z0-9_]{1,15}",
                "POL_Bloemendaal_eo",
                "`POL_Bloemendaal_eo` can't be a handle on X: it has 18 characters, allowed are letters, digits and `_`, at most 15 characters",
            ),
            (
                "[1-9][0-9]{6,14}",
                "POL",
                "`POL` can't be a handle on X: `P` is not allowed, only digits, 7 to 15 characters",
            ),
            (
                "UC[A-Za-z0-9_-]{22}",
                "UC12",
                "`UC12` can't be a handle on X: it must look like `UC[A-Za-z0-9_-]{22}`",
            ),
            (
                "[a-z]{3}",
                "a\u{202E}b",
                "`a‹U+202E›b` can't be a handle on X: `‹U+202E›` is not allowed, only letters, 3 characters",
            ),
        ] {
            assert_eq!(sentence(syntax, text), expected);
        }
    }
}
