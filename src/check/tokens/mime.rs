//! Bodies of mails that were pasted with their heads, in the coding that the head tells (RFC 2045, section 6).

use std::borrow::Cow;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use regex_lite::Regex;

use super::base64;

/// The line of a head that tells the coding of a body.
static CODING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?im)^[ \t>]*content-transfer-encoding[ \t]*:\s*(?<coding>base64|quoted-printable)\b[^\n]*\n",
    )
    .ok()
});

/// The lines of a head that tell what a body is.
static KIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?im)^[ \t>]*content-(?:disposition[ \t]*:\s*(?<attached>attachment)|type[ \t]*:\s*(?<kind>[a-z]+)/[^\n]*(?:\n[ \t]+[^\n]*)*)",
    )
    .ok()
});

/// The set of characters that such a line tells.
static CHARSET: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?i)\bcharset\s*=\s*["']?(?<set>[\w.:-]+)"#).ok());

/// The beginnings of the sets whose letters are read: those of the others stand at other places.
const CHARSETS: &[&str] = &[
    "utf-8",
    "utf8",
    "us-ascii",
    "ascii",
    "ansi_x3",
    "iso-8859",
    "iso8859",
    "latin",
    "windows-125",
    "cp125",
];

/// The kinds of bodies that hold text, or other bodies (RFC 2046, section 3).
const KINDS: &[&str] = &["text", "multipart", "message"];

/// Whether a text is a mail with a body that its reader sees and that is not read here: an attachment, a picture, or
/// letters of a set that is not known.
pub(in crate::check) fn has_unread_body(text: &str) -> bool {
    let (Some(pattern), Some(charset)) = (KIND.as_ref(), CHARSET.as_ref()) else { return false };
    let is = |all: &[&str], it: &str| all.iter().any(|own| it.eq_ignore_ascii_case(own));
    pattern.captures_iter(text).any(|found| {
        let line = found.get(0).map_or("", |it| it.as_str());
        let is_other = found.name("kind").is_some_and(|it| !is(KINDS, it.as_str()));
        let set =
            charset.captures(line).and_then(|it| Some(it.name("set")?.as_str().to_lowercase()));
        let is_strange = set.is_some_and(|set| !CHARSETS.iter().any(|own| set.starts_with(own)));
        found.name("attached").is_some() || is_other || is_strange
    })
}

/// The text with such bodies as a mail program shows them.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    let Some(pattern) = CODING.as_ref().filter(|it| it.is_match(text)) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for found in pattern.captures_iter(text) {
        let end = found.get(0).map_or(0, |it| it.end());
        // The head of a part that stands in a body which was decoded already.
        if end < at {
            continue;
        }
        let is_base64 = found.name("coding").is_some_and(|it| it.as_str().len() == "base64".len());
        let behind = text.get(end..).unwrap_or_default();
        let start = end + head_end(behind);
        let body = text.get(start..).unwrap_or_default();
        let length = body_end(body);
        let body = body.get(..length).unwrap_or_default();
        out.push_str(text.get(at..start).unwrap_or_default());
        if is_base64 {
            of_base64(body, &mut out);
        } else {
            of_quoted(body, &mut out);
        }
        at = start + length;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where the rest of a head ends: behind the first empty line, or before the first that is no line of a head.
fn head_end(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_of_head = line.starts_with([' ', '\t']) || line.contains(':');
        if line.trim().is_empty() {
            return at + line.len();
        }
        if !is_of_head {
            break;
        }
        at += line.len();
    }
    at
}

/// Where a body ends: before the line that parts it from the next.
fn body_end(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_boundary = line.starts_with("--") && line.trim_end().len() > "--".len();
        if is_boundary && !line.trim_end().contains(' ') {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Adds a body in Base64: the lines of it that are that, decoded, and the others as they stand.
fn of_base64(body: &str, out: &mut String) {
    let is_sign = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let mut at = 0;
    let mut coded = String::new();
    for line in body.split_inclusive('\n') {
        let signs = line.trim();
        if !signs.bytes().all(is_sign) || coded.ends_with('=') && !signs.is_empty() {
            break;
        }
        coded.push_str(signs);
        at += line.len();
    }
    let plain = base64::decoded(&coded).map(text_of).filter(|it| is_text(it));
    match plain {
        Some(plain) => {
            out.push_str(&plain);
            out.push('\n');
        }
        None => at = 0,
    }
    out.push_str(body.get(at..).unwrap_or_default());
}

/// Bytes as text: older mails have a byte for each letter (ISO 8859-1).
fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|fault| fault.into_bytes().into_iter().map(char::from).collect())
}

/// Whether bytes were text, and no picture.
fn is_text(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_control() && !c.is_whitespace())
}

/// Adds a body in quoted-printable; a `=` that codes nothing stays.
fn of_quoted(body: &str, out: &mut String) {
    let is_hex = |code: &str| code.len() == 2 && code.bytes().all(|b| b.is_ascii_hexdigit());
    let mut bytes = String::with_capacity(body.len());
    let mut parts = body.split('=');
    let encoded = |part: &str| part.replace('%', "%25");
    bytes.push_str(&encoded(parts.next().unwrap_or_default()));
    for part in parts {
        let rest = part.trim_start_matches([' ', '\t', '\r']);
        match (rest.strip_prefix('\n'), part.get(..2).filter(|it| is_hex(it))) {
            (Some(next), _) => bytes.push_str(&encoded(next)),
            (None, Some(code)) => {
                bytes.push('%');
                bytes.push_str(code);
                bytes.push_str(&encoded(part.get(2..).unwrap_or_default()));
            }
            (None, None) => {
                bytes.push('=');
                bytes.push_str(&encoded(part));
            }
        }
    }
    out.push_str(&text_of(percent_decode_str(&bytes).collect()));
}

#[cfg(test)]
mod tests {
    use super::{decoded, has_unread_body};

    #[test]
    fn a_body_that_is_not_read_is_known() {
        for (text, expected) in [
            ("Content-Type: application/pdf; name=a.pdf\n\nx", true),
            ("> content-type: IMAGE/png\n\nx", true),
            ("Content-Disposition: attachment; filename=a.txt\n\nx", true),
            ("Content-Type: text/plain;\n charset=\"utf-16\"\n\nx", true),
            ("Content-Type: text/plain; charset=utf-7\n\nx", true),
            ("Content-Type: text/html; charset=ISO-8859-15\n\nx", false),
            ("Content-Type: multipart/mixed; boundary=b\n\nx", false),
            ("Content-Disposition: inline\n\nZie de bijlage, een image/png", false),
        ] {
            assert_eq!(has_unread_body(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_body_is_read_as_a_program_shows_it() {
        for (text, expected) in [
            (
                "Content-Transfer-Encoding: base64\nSubject: a\n\naHR0cHM6Ly9l\ndmlsLmNvbQ==\n",
                "Content-Transfer-Encoding: base64\nSubject: a\n\nhttps://evil.com\n",
            ),
            (
                "content-transfer-encoding:\r\n BASE64\r\n\r\nZXZpbC5jb20=\r\n\r\nGroet",
                "content-transfer-encoding:\r\n BASE64\r\n\r\nevil.com\nGroet",
            ),
            (
                "--b\nContent-Transfer-Encoding: base64\n\nZXZpbC5jb20=\n--b\nContent-Transfer-Encoding: quoted-printable\n\nevil=2Enl=\n/x caf=E9 1=2 50%\n--b--\n=41",
                "--b\nContent-Transfer-Encoding: base64\n\nevil.com\n--b\nContent-Transfer-Encoding: quoted-printable\n\nevil.nl/x café 1=2 50%\n--b--\n=41",
            ),
            // No blank line, no text, not what the head says.
            (
                "Content-Transfer-Encoding: base64\nZXZpbC5jb20=",
                "Content-Transfer-Encoding: base64\nevil.com\n",
            ),
            (
                "Content-Transfer-Encoding: base64\n\nAAEC\n",
                "Content-Transfer-Encoding: base64\n\nAAEC\n",
            ),
            (
                "Content-Transfer-Encoding: base64\n\nGa naar evil.com\n",
                "Content-Transfer-Encoding: base64\n\nGa naar evil.com\n",
            ),
            ("Content-Transfer-Encoding: 8bit\n\n=41", "Content-Transfer-Encoding: 8bit\n\n=41"),
        ] {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }
}
