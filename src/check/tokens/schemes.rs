//! Addresses of telephones and of mail, as the programs that open them read them: with their percent-encoding
//! undone, and those of mail with all who get it.

use std::borrow::Cow;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use regex_lite::{Captures, Regex};

/// An address that a telephone dials (RFC 3966, RFC 5724), with something encoded in it.
static TELEPHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let scheme = r"\b(?:tel|telprompt|callto|sms|smsto):";
    Regex::new(&format!(r#"(?i){scheme}[^\s"'<>?%]*%[^\s"'<>?]*"#)).ok()
});

/// An address of mail (RFC 6068).
static MAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let part = r#"[^\s"'<>?|()\[\]]*"#;
    Regex::new(&format!(r"(?i)\bmailto:/*(?<to>{part})(?:\?(?<fields>{part}\??{part}))?")).ok()
});

/// The text with such addresses as they are read.
pub(super) fn read(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = replaced(text, "%", &TELEPHONE, |found| {
        keyboard_signs(found.get(0).map_or("", |it| it.as_str()))
    });
    replaced(text, ":", &MAIL, of_mail)
}

fn replaced<'t>(
    text: Cow<'t, str>,
    mark: &str,
    pattern: &LazyLock<Option<Regex>>,
    with: impl Fn(&Captures<'_>) -> String,
) -> Cow<'t, str> {
    match pattern.as_ref().filter(|it| text.contains(mark) && it.is_match(&text)) {
        Some(pattern) => Cow::Owned(pattern.replace_all(&text, with).into_owned()),
        None => text,
    }
}

/// A text in which the signs of a keyboard are decoded, once. A quote or a bracket would end the address
/// where it stands, and stays as it is.
fn keyboard_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('%') {
        out.push_str(before);
        let code = behind.get(..2).filter(|it| it.bytes().all(|b| b.is_ascii_hexdigit()));
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        let sign = byte.map(char::from).filter(|c| matches!(c, ' '..='~'));
        if let Some(sign) = sign.filter(|c| !"\"'<>%".contains(*c)) {
            out.push(sign);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            out.push('%');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

/// An address of mail with all who get it, one behind the other, and the links that its text has.
fn of_mail(found: &Captures<'_>) -> String {
    let of = |name| found.name(name).map_or("", |it| it.as_str());
    let fields: Vec<(&str, &str)> =
        of("fields").split(['&', '?']).filter_map(|field| field.split_once('=')).collect();
    let is_recipient = |name: &str| {
        let name = decoded(name).trim().to_ascii_lowercase();
        ["to", "cc", "bcc"].contains(&name.as_str())
    };
    let others = fields.iter().filter(|(name, _)| is_recipient(name)).map(|(_, value)| *value);
    let all: Vec<String> = std::iter::once(of("to")).chain(others).flat_map(mailboxes).collect();
    if all.is_empty() {
        return found.get(0).map_or("", |it| it.as_str()).to_owned();
    }
    let mut out = format!("mailto:{}", all.join(","));
    for (_, value) in fields.iter().filter(|(name, _)| !is_recipient(name)) {
        let text = decoded(value);
        for link in text.split(is_around).filter(|word| word.contains("://")) {
            out.push(' ');
            out.push_str(link);
        }
    }
    out
}

/// The mailboxes in a list of them.
fn mailboxes(list: &str) -> Vec<String> {
    let list = decoded(list);
    let all = list.split(|c: char| is_around(c) || matches!(c, ',' | ';'));
    all.filter(|it| it.contains('@')).map(str::to_owned).collect()
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// Whether a character stands around what a text holds.
fn is_around(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "\"'<>|()[]".contains(c)
}

/// The scheme of addresses that a mail is written to (RFC 6068).
const MAILTO: &str = "mailto:";

/// Whether what begins at a place is what programs take for a mailbox: it stands behind `mailto:`.
pub(super) fn is_behind_mailto(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches('/');
    let scheme = before.len().checked_sub(MAILTO.len()).and_then(|at| before.get(at..));
    scheme.is_some_and(|it| it.eq_ignore_ascii_case(MAILTO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_programs_read_it() {
        assert!(TELEPHONE.is_some() && MAIL.is_some());
        for (text, expected) in [
            ("tel:%2a21%2A0612345678%23", "tel:*21*0612345678#"),
            ("tel:0881236555%3Bext=5", "tel:0881236555;ext=5"),
            ("TEL:%30881236555%2c%2c5 en %2c", "TEL:0881236555,,5 en %2c"),
            ("tel:088%20123", "tel:088 123"),
            // Once, and nothing that would end it.
            ("tel:1%253B2%22%3Cb%0A%E2%80%8B%", "tel:1%253B2%22%3Cb%0A%E2%80%8B%"),
            ("hotel:%2a21", "hotel:%2a21"),
            ("sms:112?body=a%20b", "sms:112?body=a%20b"),
            ("mailto:x@evil.nl?cc=info@digid.nl", "mailto:x@evil.nl,info@digid.nl"),
            ("MAILTO:x%40evil.nl?CC=a%40b.nl&bcc=c@d.nl", "mailto:x@evil.nl,a@b.nl,c@d.nl"),
            ("mailto:x%40evil.nl?cc=a%40b.nl", "mailto:x@evil.nl,a@b.nl"),
            ("mailto:?to=x@evil.nl&%63c=a@b.nl", "mailto:x@evil.nl,a@b.nl"),
            ("mailto:a@b.nl%2Cx@evil.nl", "mailto:a@b.nl,x@evil.nl"),
            ("mailto:x@evil.nl?cc=DigiD%20%3Cinfo@digid.nl%3E", "mailto:x@evil.nl,info@digid.nl"),
            ("mailto:x@evil.nl?a=b?cc=a@b.nl", "mailto:x@evil.nl,a@b.nl"),
            ("mailto:a@b.nl%0Abcc:x@evil.nl", "mailto:a@b.nl,bcc:x@evil.nl"),
            ("mailto:x@evil.nl?subject=info@digid.nl&body=hoi", "mailto:x@evil.nl"),
            (
                "mailto:x@evil.nl?body=Klik%20op%20https%3A%2F%2Fevil.nl%2Fa",
                "mailto:x@evil.nl https://evil.nl/a",
            ),
            ("[a@b.nl](mailto:x@evil.nl?cc=a@b.nl)!", "[a@b.nl](mailto:x@evil.nl,a@b.nl)!"),
            ("<mailto:x@evil.nl|a@b.nl>", "<mailto:x@evil.nl|a@b.nl>"),
            ("mailto:politie @POL_Ede", "mailto:politie @POL_Ede"),
        ] {
            assert_eq!(read(Cow::Borrowed(text)), expected, "{text}");
        }
    }
}
