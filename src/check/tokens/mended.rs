//! Addresses that were damaged on their way: a scheme with a letter too few, a host with a blank in it, a mail
//! that was never decoded.

use std::borrow::Cow;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use regex_lite::{Captures, Regex};
use strsim::osa_distance;

use super::defanged::replace;
use super::shape::{is_ending, is_sentence_word};

/// A scheme before the slashes of an address.
static SCHEME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?<word>[a-z][a-z*_]{1,13})(?<marks>:{1,2}[/\\]{1,3}|[;.][/\\]{2})").ok()
});

/// A scheme right behind another: `http://https//`.
static DOUBLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\bhttps?:[/\\]{1,3}(?:www\.)?(?<inner>https?)[:;.]?[/\\]{1,3}").ok()
});

/// An address of the app of `YouTube`: of a page, of a channel, or of a video.
static YOUTUBE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:vnd\.youtube:(?://)?|youtube://)(?<host>(?:www\.|m\.)?youtube\.com/)?(?<channel>@|(?:user|channel|c)/)?(?<name>\w)",
    )
    .ok()
});

/// What stands for a blank to a reader, or for nothing at all.
macro_rules! blank {
    () => {
        r"[\s\x{85}\x{A0}\x{AD}\x{1680}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}]"
    };
}

/// What the labels of a host are made of.
macro_rules! label {
    () => {
        r"[0-9A-Za-z_\x{C0}-\x{167F}\x{1681}-\x{1FFF}-]+"
    };
}

/// A host with a blank before or behind its last point: `evil .com/`, `evil. com/`, `evil .nl`.
static BROKEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (blank, label) = (blank!(), label!());
    Regex::new(&format!(
        r"(?<name>{label})(?<dot>(?<before>{blank}+)\.(?<behind>{blank}*)|\.{blank}+)(?<end>{label}(?:\.{label})*)(?<mark>[/\\?#:@]?)"
    ))
    .ok()
});

/// A bracket on one side of a point only: `evil[.nl`.
static HALF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?<name>[0-9A-Za-z])(?:[\[({]\.|\.[\])}])(?<end>[A-Za-z]{2,})\b").ok()
});

/// A host in figures of version 6 (RFC 3986, section 3.2.2) without its scheme: `//[2001:db8::1]/x`.
static FIGURES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r#"(?<before>^|[\s"'(=])(?://)?(?<host>\[[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*\](?:[:/][0-9A-Za-z]|$|[\s"']))"#,
    )
    .ok()
});

/// The text with such addresses as they were meant.
pub(super) fn mended(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut text = match decoded(&text) {
        Some(plain) => Cow::Owned(plain),
        None => text,
    };
    if text.contains(['/', '\\']) {
        replace(&mut text, &DOUBLED, |found| format!("{}://", group(found, "inner")));
        replace(&mut text, &SCHEME, |found| {
            match scheme(group(found, "word"), group(found, "marks")) {
                Some(scheme) => format!("{scheme}://"),
                None => group(found, "0").to_owned(),
            }
        });
    }
    if text.contains("::") && text.contains('[') {
        replace(&mut text, &FIGURES, |found| {
            let whole = group(found, "0");
            let is_host = whole.contains("::");
            let [before, host] = ["before", "host"].map(|it| group(found, it));
            if is_host { format!("{before}http://{host}") } else { whole.to_owned() }
        });
    }
    if text.contains(LIGATURES.map(|(sign, _)| sign)) {
        let letters = |c: char| LIGATURES.iter().find(|(sign, _)| *sign == c).map(|(_, it)| *it);
        let mut plain = String::with_capacity(text.len());
        for c in text.chars() {
            match letters(c) {
                Some(letters) => plain.push_str(letters),
                None => plain.push(c),
            }
        }
        text = Cow::Owned(plain);
    }
    if text.contains("outube:") {
        replace(&mut text, &YOUTUBE, |found| {
            let [host, channel, name] = ["host", "channel", "name"].map(|it| group(found, it));
            let video = if host.is_empty() && channel.is_empty() { "watch/" } else { "" };
            format!("https://www.youtube.com/{video}{channel}{name}")
        });
    }
    if text.contains('.') {
        replace(&mut text, &HALF, |found| {
            let end = group(found, "end");
            let is_host = is_ending(end);
            if is_host {
                format!("{}.{end}", group(found, "name"))
            } else {
                group(found, "0").to_owned()
            }
        });
        if let Some(plain) = with_whole_hosts(&text) {
            text = Cow::Owned(plain);
        }
    }
    text
}

/// Letters that print as one (Unicode, Latin ligatures), as text copied from a PDF has them; no name of an account
/// can, and browsers take them apart in hosts (UTS 46).
const LIGATURES: [(char, &str); 7] = [
    ('\u{FB00}', "ff"),
    ('\u{FB01}', "fi"),
    ('\u{FB02}', "fl"),
    ('\u{FB03}', "ffi"),
    ('\u{FB04}', "ffl"),
    ('\u{FB05}', "st"),
    ('\u{FB06}', "st"),
];

fn group<'t>(found: &Captures<'t>, name: &str) -> &'t str {
    let group = if name == "0" { found.get(0) } else { found.name(name) };
    group.map_or("", |it| it.as_str())
}

/// Schemes behind which programs look for an address of the web, and what is put before a harmful one so that
/// nobody opens it.
const OTHER_NAMES: &[(&str, &str)] =
    &[("feed", "http"), ("googlechrome", "http"), ("googlechromes", "https"), ("meow", "http")];

/// The scheme of the web that is damaged in this one; nothing where it is whole, or another.
fn scheme(word: &str, marks: &str) -> Option<&'static str> {
    let word = word.to_ascii_lowercase();
    if let Some((_, meant)) = OTHER_NAMES.iter().find(|(own, _)| *own == word) {
        return marks.starts_with("://").then_some(meant);
    }
    let all = ["https", "http"];
    if let Some(whole) = all.into_iter().find(|own| *own == word) {
        return marks.starts_with("::").then_some(whole);
    }
    let is_of_letters = word.chars().all(|c| "htpsx*_".contains(c)) && word.len() > 2;
    let most = if is_of_letters { 2 } else { 1 };
    let is_near = all.iter().any(|own| osa_distance(own, &word) <= most);
    is_near.then_some(if word.ends_with('s') { "https" } else { "http" })
}

/// Words before a point that are the end of a host in a sentence about hosts: `alle .nl-domeinen`.
const BEFORE_ENDINGS: &[&str] = &[
    "a", "alle", "als", "an", "and", "andere", "any", "are", "de", "domain", "domains", "domein",
    "domeinen", "een", "elk", "elke", "en", "every", "for", "geen", "het", "in", "is", "met",
    "naar", "new", "nieuwe", "no", "of", "on", "onder", "op", "or", "other", "our", "that", "the",
    "under", "use", "van", "voor", "with", "your", "zijn",
];

/// The text with its hosts that a blank breaks as a whole; nothing where there are none.
fn with_whole_hosts(text: &str) -> Option<String> {
    let pattern = BROKEN.as_ref()?;
    let mut out = String::new();
    let (mut copied, mut from) = (0, 0);
    while let Some(found) = pattern.captures_at(text, from) {
        let whole = found.get(0)?;
        let before = text.get(..whole.start()).unwrap_or_default();
        from = match host(&found, before) {
            Some(host) => {
                out.push_str(text.get(copied..whole.start())?);
                out.push_str(&host);
                copied = whole.end();
                whole.end()
            }
            // The end of one may be the beginning of another.
            None => found.name("dot")?.end(),
        };
    }
    out.push_str(text.get(copied..)?);
    (copied > 0).then_some(out)
}

/// The host that a blank breaks; nothing where it is the end of a sentence. `text` stands before it.
fn host(found: &Captures<'_>, text: &str) -> Option<String> {
    let [name, before, behind, end, mark] =
        ["name", "before", "behind", "end", "mark"].map(|it| group(found, it));
    // Only the end of a host has a point right before it, and a host of its own begins a sentence.
    let is_glued = !before.is_empty() && behind.is_empty();
    if !is_glued && end.contains('.') {
        return None;
    }
    let is_path = matches!(mark, "/" | "\\");
    let is_alike = !end.contains(char::is_uppercase) || !name.contains(char::is_lowercase);
    let is_known = end.rsplit('.').next().is_some_and(is_ending);
    let is_prose = || BEFORE_ENDINGS.contains(&name.to_lowercase().as_str());
    let is_host = match mark {
        _ if is_glued && is_path => true,
        _ if !(is_known && is_alike) => false,
        _ if is_path || is_in_host(text) => true,
        "@" | ":" => is_glued,
        _ if before.is_empty() || is_prose() => false,
        _ => is_glued || !(text.ends_with(['/', '\\', '@', '=']) || is_sentence_word(end)),
    };
    is_host.then(|| format!("{name}.{end}{mark}"))
}

/// Whether a text ends within the host of an address that says so itself: `https://www.`.
fn is_in_host(text: &str) -> bool {
    let is_of_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let before = text.trim_end_matches(is_of_host);
    let run = text.get(before.len()..).unwrap_or_default();
    before.ends_with("//") || run.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("www."))
}

/// A text whose every `=` is that of quoted-printable (RFC 2045, section 6.7), decoded.
fn decoded(text: &str) -> Option<String> {
    let is_code = |it: &str| {
        it.get(..2)
            .is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b)))
    };
    let is_break = |it: &str| it.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
    let mut codes = text.split('=').skip(1);
    let is_coded = text.contains("=3D") && codes.all(|it| is_code(it) || is_break(it));
    if !is_coded {
        return None;
    }
    let text = text.replace("=\r\n", "").replace("=\n", "").replace('%', "=25").replace('=', "%");
    Some(percent_decode_str(&text).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_damaged_is_read_as_it_was_meant() {
        assert!(
            [&SCHEME, &DOUBLED, &YOUTUBE, &BROKEN, &HALF, &FIGURES].iter().all(|it| it.is_some())
        );
        for (text, expected) in [
            ("htps://x.com", "https://x.com"),
            ("htttps://x.com HTPP://x.com", "https://x.com http://x.com"),
            ("ttps://x.com tps://x.com", "https://x.com https://x.com"),
            ("hptts://x.com httpss://x.com", "https://x.com https://x.com"),
            ("hxxps://x.com h**ps://x.com", "https://x.com https://x.com"),
            ("htps:/x.com htps;//x.com", "https://x.com https://x.com"),
            ("https:://x.com", "https://x.com"),
            ("URL:htps:\\\\x.com", "URL:https://x.com"),
            ("http://https://x.com", "https://x.com"),
            ("https://http//x.com http://www.https://x.com", "http://x.com https://x.com"),
            ("feed://x.com googlechromes://x.com", "http://x.com https://x.com"),
            (
                "tg://x ftp://x.com fb://page/1 ssh://x.com",
                "tg://x ftp://x.com fb://page/1 ssh://x.com",
            ),
            ("https://x.com http:/x.com", "https://x.com http:/x.com"),
            ("vnd.youtube://www.youtube.com/@a_b", "https://www.youtube.com/@a_b"),
            (
                "vnd.youtube:user/abc youtube://@a",
                "https://www.youtube.com/user/abc https://www.youtube.com/@a",
            ),
            ("vnd.youtube:dQw4w9 YouTube: @a", "https://www.youtube.com/watch/dQw4w9 YouTube: @a"),
            ("//[2001:db8::1]/x", "http://[2001:db8::1]/x"),
            (
                "Site: [2001:db8::1] [12:30:45] x[a::b]",
                "Site: http://[2001:db8::1] [12:30:45] x[a::b]",
            ),
            ("@ﬁod oﬃcieel", "@fiod officieel"),
            ("evil .com/POL_Ede", "evil.com/POL_Ede"),
            ("evil\t.com/a evil\n.com/a evil\u{B}.com/a", "evil.com/a evil.com/a evil.com/a"),
            ("evil\u{2028}.com/a evil\u{A0}\u{200B}.com/a", "evil.com/a evil.com/a"),
            ("evil. com/POL_Ede evil . com/a", "evil.com/POL_Ede evil.com/a"),
            ("@POL_Ede evil .nl en evil . nl.", "@POL_Ede evil.nl en evil.nl."),
            ("https://www.evil .co.uk/a", "https://www.evil.co.uk/a"),
            ("Zie a/POL_Ede. x.com/a . x.com/b", "Zie a/POL_Ede. x.com/a . x.com/b"),
            ("EVIL .NL www.evil .nl www.evil. nl", "EVIL.NL www.evil.nl www.evil.nl"),
            ("evil .example/a Evil .COM/a evil .рф/a", "evil.example/a Evil.COM/a evil.рф/a"),
            ("Lees meer.\nevil .nl/x", "Lees meer.\nevil.nl/x"),
            ("x.com/POL_Ede . cc:@a . en x.com/a . nl", "x.com/POL_Ede . cc:@a . en x.com/a . nl"),
            ("Alle .nl-adressen, op .com of .org", "Alle .nl-adressen, op .com of .org"),
            (
                "Dit is goed . de rest niet. nu wel. En zo/dan",
                "Dit is goed . de rest niet. nu wel. En zo/dan",
            ),
            ("Microsoft .NET en Bel ons. Info/vragen", "Microsoft .NET en Bel ons. Info/vragen"),
            ("evil[.nl evil.]nl/a", "evil.nl evil.nl/a"),
            ("[noot.] (.nl) iets[.1]", "[noot.] (.nl) iets[.1]"),
            ("href=3D\"https://x.com/POL=5FEde?a=3Db\"", "href=\"https://x.com/POL_Ede?a=b\""),
            ("a=3Db=\nc=C3=A9 10%", "a=bcé 10%"),
            ("?id=326441 ?a=3D&b=c", "?id=326441 ?a=3D&b=c"),
        ] {
            assert_eq!(mended(Cow::Borrowed(text)), expected, "{text:?}");
        }
    }
}
