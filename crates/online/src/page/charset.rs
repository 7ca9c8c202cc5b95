//! From bytes to text: which encoding a page is in.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

/// How many bytes from the beginning a page may declare its encoding in.
const DECLARED_WITHIN: usize = 1024;

/// A text, and the name of the encoding that it was in.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) charset: &'static str,
}

/// The text of a page.
pub(super) fn decode<'b>(bytes: &'b [u8], content_type: Option<&str>) -> Decoded<'b> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (declared(bytes, content_type), 0),
    };
    let behind = bytes.get(mark..).unwrap_or_default();
    let (text, _) = encoding.decode_without_bom_handling(behind);
    Decoded { text, charset: encoding.name() }
}

fn declared(bytes: &[u8], content_type: Option<&str>) -> &'static Encoding {
    let by_header = content_type.and_then(|it| label_after_charset(it.as_bytes()));
    let by_name = by_header.or_else(|| by_meta(bytes)).or_else(|| is_json(content_type));
    by_name.unwrap_or(if is_utf_8(bytes) { encoding_rs::UTF_8 } else { WINDOWS_1252 })
}

/// Whether bytes that don't say what they are in are UTF-8. The standard of HTML leaves it to the reader to look at the
/// bytes (section 13.2.3.2, step 8) before the encoding of the region stands in; browsers don't for pages that come over
/// the network, where the rest is not there yet. Here all of the page is, and text of another encoding that has a letter
/// beyond ASCII is hardly ever valid as UTF-8. The last letter may be cut.
fn is_utf_8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// JSON is UTF-8 (RFC 8259, section 8.1).
fn is_json(content_type: Option<&str>) -> Option<&'static Encoding> {
    let kind = content_type.map(media_type)?;
    (kind == "application/json" || kind.ends_with("+json")).then_some(encoding_rs::UTF_8)
}

/// What `<meta>` says. An encoding of two bytes a letter can't be what it is declared in.
fn by_meta(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let mut rest = head.as_slice();
    while let Some(at) = find(rest, b"<meta") {
        rest = rest.get(at + 5..).unwrap_or_default();
        let tag = rest.split(|&byte| byte == b'>').next().unwrap_or_default();
        if let Some(encoding) = label_after_charset(tag) {
            let is_wide = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
            return Some(if is_wide { encoding_rs::UTF_8 } else { encoding });
        }
    }
    // A declaration of XML says it too.
    let first = head.strip_prefix(b"<?xml").and_then(|it| it.split(|&byte| byte == b'>').next())?;
    let at = find(first, b"encoding=")?;
    label(first.get(at + 9..)?)
}

/// The encoding that `charset=` names.
fn label_after_charset(text: &[u8]) -> Option<&'static Encoding> {
    let text = text.to_ascii_lowercase();
    let mut rest = text.as_slice();
    while let Some(at) = find(rest, b"charset") {
        rest = rest.get(at + 7..).unwrap_or_default();
        let value = rest.trim_ascii_start();
        if let Some(value) = value.strip_prefix(b"=") {
            return label(value.trim_ascii_start());
        }
    }
    None
}

fn label(value: &[u8]) -> Option<&'static Encoding> {
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let is_end =
        |byte: &u8| matches!(byte, b'"' | b'\'' | b';' | b'/') || byte.is_ascii_whitespace();
    Encoding::for_label(value.split(is_end).next()?)
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// The media type of a `Content-Type`, without what stands behind it.
pub(super) fn media_type(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
