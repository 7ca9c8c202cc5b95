//! Hosts whose points are other signs, or whose letters stand apart: `evil·com`, `e v i l . c o m`.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

use super::defanged::replace;
use super::shape::{is_ending, is_sentence_word};

/// Signs that look like a point in a host and that no browser takes for one.
const ODD_DOTS: &[char] = &[
    '·', '•', '∙', '⋅', '・', '･', '‧', '᛫', '⸱', 'ꞏ', '\u{387}', '◦', '、', '٫', '⸳', '𐄁', '○',
    '∘',
];

/// Words with such signs between them.
static DOTTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (label, dots) = (r"[0-9A-Za-z_-]+", ODD_DOTS.iter().collect::<String>());
    Regex::new(&format!(
        r"(?<before>^|[^0-9A-Za-z_.@])(?<host>{label}(?:[.{dots}]{label})+)(?<behind>[{dots}@]?)"
    ))
    .ok()
});

/// Words with commas for points, where only an address can be meant: `www,evil,com`, `evil,com/`.
static COMMAS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:(?i:www)(?:[.,][0-9A-Za-z_-]+)*,[A-Za-z]{2,}\b|[0-9A-Za-z_-]+,[A-Za-z]{2,}/)")
        .ok()
});

/// Letters that stand apart, with a point among them.
static SPACED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (blank, sign) = (r"[ \u{A0}\u{2000}-\u{200A}\u{202F}]{1,3}", "[0-9A-Za-z-]");
    Regex::new(&format!(
        r"(?<before>^|[^0-9A-Za-z_.-])(?<host>(?:{sign}{blank}){{2,}}{sign}(?:{blank})?\.(?:(?:{blank})?[0-9A-Za-z./_-])(?:{blank}[0-9A-Za-z./_-])+)\b"
    ))
    .ok()
});

/// The text with such hosts as they are meant.
pub(super) fn pointed(mut text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(ODD_DOTS) {
        replace(&mut text, &DOTTED, |found| {
            let host = found.name("host").map_or("", |it| it.as_str());
            let plain = host.replace(ODD_DOTS, ".");
            // Where its last point is one, a browser looks for the labels before that.
            let is_last = host.rfind(ODD_DOTS) > host.rfind('.');
            let is_meant = is_last && group(found, "behind").is_empty() && is_host(&plain);
            let plain = if is_meant { &plain } else { host };
            format!("{}{plain}{}", group(found, "before"), group(found, "behind"))
        });
    }
    if text.contains(',') {
        replace(&mut text, &COMMAS, |found| {
            let host = found.get(0).map_or("", |it| it.as_str());
            let plain = host.replace(',', ".");
            let name = plain.trim_end_matches('/');
            if is_host(name) { plain } else { host.to_owned() }
        });
    }
    if text.contains(". ") || text.contains(" .") {
        replace(&mut text, &SPACED, |found| {
            let host = group(found, "host");
            let plain: String = host.chars().filter(|c| !c.is_whitespace()).collect();
            let name = plain.split('/').next().unwrap_or_default();
            let plain = if is_host(name) { &plain } else { host };
            format!("{}{plain}", group(found, "before"))
        });
    }
    text
}

fn group<'t>(found: &Captures<'t>, name: &str) -> &'t str {
    found.name(name).map_or("", |it| it.as_str())
}

/// Whether words with points between them make a host, rather than a list: of a list, the words begin as they like.
fn is_host(text: &str) -> bool {
    let Some((before, ending)) = text.rsplit_once('.') else { return false };
    let is_alike = text.to_lowercase() == text || text.to_uppercase() == text;
    let is_one = !before.contains('.') && ending.to_lowercase() == ending;
    (is_alike || is_one) && is_ending(ending) && !is_sentence_word(ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_read_as_it_is_meant() {
        assert!(DOTTED.is_some() && COMMAS.is_some() && SPACED.is_some());
        for (text, expected) in [
            ("evil·com", "evil.com"),
            ("Zie www•evil∙com/login of evil・nl!", "Zie www.evil.com/login of evil.nl!"),
            ("https://evil‧com", "https://evil.com"),
            ("e v i l . c o m", "evil.com"),
            ("Ga naar: e v i l .n l / x en", "Ga naar: evil.nl/x en"),
            ("w w w . e v i l . c o m", "www.evil.com"),
            ("https://x·logius.nl", "https://x·logius.nl"),
            ("www,evil,com evil,com/a ja,nl", "www.evil.com evil.com/a ja,nl"),
            ("Home·Nieuws·Info, col·la, A·B·C", "Home·Nieuws·Info, col·la, A·B·C"),
            ("06·12345678 a·b@c.nl", "06·12345678 a·b@c.nl"),
            ("de a b c . d en a . b . c", "de a b c . d en a . b . c"),
        ] {
            assert_eq!(pointed(Cow::Borrowed(text)), expected, "{text}");
        }
    }
}
