//! What a part of a text looks like: an address, a host, a name of an account, or a word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::check::registered::suffix;
use crate::directory::Directory;
use crate::platform::AddressError;
use crate::text::sanitise::is_hostile;

/// Words that begin a sentence and are top-level domains too: `Is dit echt.De politie` names no host.
const SENTENCE_WORDS: &[&str] = &[
    "Al", "Am", "As", "At", "Be", "De", "Do", "Er", "Id", "In", "Is", "It", "La", "Me", "My", "No",
    "Nu", "Now", "Om", "Re", "So", "To", "Us", "You",
];

/// Whether a word that ends hosts too stands in sentences.
pub(super) fn is_sentence_word(word: &str) -> bool {
    SENTENCE_WORDS.iter().any(|own| own.eq_ignore_ascii_case(word))
}

/// What is written for a point in a host: the characters that browsers read as one (WHATWG URL
/// Standard, by way of UTS 46), and others that look like one.
const DOTS: &[char] = &['.', '。', '．', '｡', '․', '﹒', '܁', '܂', '٠', '۰', 'ꓸ', '𐩐'];

/// Whether a character stands for a point in a host, or passes itself off as one.
pub(super) fn is_dot(c: char) -> bool {
    DOTS.contains(&c)
}

/// Whether a text is to be read as an address: it has a scheme or a path, or ends as hosts do.
///
/// A name with points in it can be a handle too (`gemeente.ede` on Instagram). It is an address where
/// its end is one of the public suffixes, and, standing `alone`, also where one is hidden inside it
/// (`belastingdienst.nl.example`).
pub(super) fn is_address(directory: &Directory, text: &str, alone: bool) -> bool {
    if text.starts_with(['@', '＠']) || text.starts_with("acct:") {
        return false;
    }
    if has_scheme(directory, text) {
        return true;
    }
    let rest = text.trim_start_matches(['/', '\\']);
    if text.len() > rest.len() + 1 && begins_with_number(rest) {
        return true;
    }
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    // In `x.com@evil.nl/politie` the host stands behind the `@`; `info@evil.nl` is a mail address.
    let host = match host.rsplit_once('@') {
        Some((_, behind)) if !path.is_empty() => behind,
        Some(_) => return false,
        None => host,
    };
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    is_host(host, !path.is_empty(), alone)
}

/// Whether a host in one figure begins a text, as browsers read one (WHATWG URL, IPv4 parser): `3232235777/x`.
fn begins_with_number(rest: &str) -> bool {
    let host = rest.split(['/', '\\', '?', '#', ':']).next().unwrap_or_default();
    let is_hex = host.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("0x"))
        && host.bytes().skip(2).all(|b| b.is_ascii_hexdigit());
    host.len() > 7 && (is_hex || host.bytes().all(|b| b.is_ascii_digit()))
}

fn is_host(host: &str, has_path: bool, alone: bool) -> bool {
    let host = plain(host);
    let host = host.strip_suffix(is_dot).unwrap_or(&host);
    let labels: Vec<&str> = host.split(is_dot).collect();
    if labels.len() < 2 || !labels.iter().all(|label| is_label(label)) {
        return false;
    }
    let last = labels.last().copied().unwrap_or_default();
    if last.chars().all(|c| c.is_ascii_digit()) {
        // An address in figures; `14.073` is a telephone number.
        return labels.len() == 4;
    }
    let is_web = labels.first().is_some_and(|label| label.eq_ignore_ascii_case("www"));
    let is_word = |label: &&str| label.chars().all(char::is_alphabetic);
    let is_sentence = !alone
        && labels.len() == 2
        && labels.first().is_some_and(is_word)
        && SENTENCE_WORDS.contains(&last);
    has_path
        || (is_ending(last) && !is_sentence)
        || (is_web && labels.len() > 2)
        || (alone && labels.len() > 2 && labels.iter().skip(1).any(|label| is_ending(label)))
}

/// A host as the network reads it: without what nobody sees, and with plain letters for compatible ones
/// (UTS 46 maps both).
fn plain(host: &str) -> String {
    if host.is_ascii() && !host.contains(is_hostile) {
        return host.to_owned();
    }
    host.chars().filter(|c| !is_hostile(*c)).nfkc().filter(|c| !is_combining_mark(*c)).collect()
}

fn is_label(label: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || !c.is_ascii();
    !label.is_empty() && label.chars().all(is_part)
}

/// Whether a text can be the host of a mail address or of a server: `evil.nl`, not `evil_account`.
pub(super) fn is_server(text: &str) -> bool {
    let text = text.strip_suffix(is_dot).unwrap_or(text);
    let labels: Vec<&str> = text.split(is_dot).collect();
    let last = labels.last().copied().unwrap_or_default();
    labels.len() > 1
        && labels.iter().all(|label| is_label(label))
        && last.chars().count() > 1
        && last.chars().any(char::is_alphabetic)
}

/// Whether a text begins with the scheme of the web or of an app that a platform knows.
pub(super) fn has_scheme(directory: &Directory, text: &str) -> bool {
    text.contains("://")
        || is_web_scheme(text)
        || (text.contains(':')
            && !text.starts_with(|c: char| c.is_ascii_digit())
            && !matches!(
                directory.platforms.parse_address(text),
                // `WhatsApp: 06 …` is the name of a platform.
                Err(AddressError::NotAnAddress
                    | AddressError::UnknownHost(_)
                    | AddressError::UnknownForm(_))
            ))
}

/// Browsers go to the host of `https:evil.nl` too.
fn is_web_scheme(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web && rest.contains(char::is_alphanumeric)
}

/// Whether a label is a top-level domain of the public suffix list.
pub(super) fn is_ending(label: &str) -> bool {
    let host = format!("a.{}", label.to_lowercase());
    suffix(&host).giver.is_some()
}

/// Whether a word of a sentence can only be a name of an account: it has an underscore between
/// letters, or is written as no word is, with capitals or digits inside.
pub(super) fn is_written_as_name(word: &str) -> NameShape {
    if is_file(word) {
        return NameShape::Word;
    }
    // `_slanted_` is set in italics.
    let parts: Vec<&str> = word.trim_matches('_').split('_').collect();
    if parts.len() > 1 {
        let has_letters = |part: &&str| part.chars().filter(|c| c.is_alphabetic()).count() > 1;
        return if parts.iter().any(has_letters) { NameShape::Name } else { NameShape::Word };
    }
    // `Noord-Holland` is written as names of places are.
    let is_inner = |part: &str| part.chars().skip(1).any(char::is_uppercase);
    let has_inner_capital = word.split('-').any(is_inner) && word.chars().any(char::is_lowercase);
    let has_digit =
        word.chars().any(|c| c.is_ascii_digit()) && word.chars().any(char::is_alphabetic);
    if has_inner_capital || has_digit { NameShape::Odd } else { NameShape::Word }
}

/// Whether a word is the name of a file: `rapport_2026.pdf`.
fn is_file(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "csv", "doc", "docx", "gif", "htm", "html", "jpeg", "jpg", "json", "mp4", "odt", "pdf",
        "png", "pptx", "txt", "webp", "xls", "xlsx", "xml",
    ];
    let ending = word.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|it| ENDINGS.iter().any(|own| it.eq_ignore_ascii_case(own)))
}

/// What a word of a sentence is written like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameShape {
    /// A name of an account, and nothing else.
    Name,
    /// A name of an account, or a brand such as `WhatsApp`.
    Odd,
    /// A word.
    Word,
}
