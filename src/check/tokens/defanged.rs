//! Addresses that were made harmless to click on, so that people and programs pass them over:
//! `hxxps://evil[.]nl`, `evil (dot) nl`, `evil punt nl`.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

use super::shape::is_ending;

/// A sign in brackets, or a word for it: `[.]`, `(dot)`, `{at}`, `[:]`, `[/]`.
static BRACKETED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\s?[\[({<](?:(?<sign>[.:/@])|(?<dot>dot|punt)|(?<at>at|apenstaartje))[\])}>]\s?",
    )
    .ok()
});

/// `https`, with letters that no program takes for it.
static SCHEME: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\bh(?:xx|\*\*|xt|tx)p(?<s>s?)://").ok());

/// A point in words: `evil dot nl`.
static SPELLED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)(?<name>[a-z0-9-]+) (?:dot|punt) (?<end>[a-z]{2,})\b").ok());

/// The text with such addresses as they were.
pub(super) fn undone(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    let has = |text: &str, parts: &[&str]| parts.iter().any(|part| text.contains(part));
    if has(&text, &["]", ")", "}", ">"]) {
        replace(&mut text, &BRACKETED, |found| {
            let sign = found.name("sign").map(|sign| sign.as_str());
            let dot = found.name("dot").map(|_| ".");
            sign.or(dot).unwrap_or("@").to_owned()
        });
    }
    replace(&mut text, &SCHEME, |found| {
        let secure = found.name("s").map_or("", |s| s.as_str());
        format!("http{}://", secure.to_lowercase())
    });
    if has(&text, &["dot", "DOT", "Dot", "punt", "PUNT", "Punt"]) {
        replace(&mut text, &SPELLED, |found| {
            let of = |name| found.name(name).map_or("", |it| it.as_str());
            let (name, end) = (of("name"), of("end"));
            let whole = found.get(0).map_or("", |it| it.as_str());
            if is_ending(end) { format!("{name}.{end}") } else { whole.to_owned() }
        });
    }
    text
}

fn replace(
    text: &mut Cow<'_, str>,
    pattern: &LazyLock<Option<Regex>>,
    with: impl Fn(&Captures<'_>) -> String,
) {
    if let Some(pattern) = pattern.as_ref()
        && pattern.is_match(text)
    {
        *text = Cow::Owned(pattern.replace_all(text, with).into_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_addresses_are_read_as_what_they_stand_for() {
        assert!(BRACKETED.is_some() && SCHEME.is_some() && SPELLED.is_some());
        for (text, expected) in [
            ("evil[.]nl", "evil.nl"),
            ("evil(.)nl {.}", "evil.nl."),
            ("x[dot]com/POL", "x.com/POL"),
            ("evil (punt) nl", "evil.nl"),
            ("info[at]evil[dot]nl", "info@evil.nl"),
            ("https[:]//x.com", "https://x.com"),
            ("hxxps://evil.nl HXXP://EVIL.NL", "https://evil.nl http://EVIL.NL"),
            ("h**ps://evil.nl", "https://evil.nl"),
            ("evil dot nl", "evil.nl"),
            ("evil punt nl/login", "evil.nl/login"),
            ("op dit punt staat niets", "op dit punt staat niets"),
            ("[a](b) (c) <d>", "[a](b) (c) <d>"),
            ("https://x.com", "https://x.com"),
        ] {
            assert_eq!(undone(text), expected, "{text:?}");
        }
    }
}
