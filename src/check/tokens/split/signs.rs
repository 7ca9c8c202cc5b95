//! The signs that stand between, before and behind the parts of a text.

use percent_encoding::percent_decode_str;
use unicode_normalization::char::is_combining_mark;

use super::PartKind;
use crate::check::tokens::shape::is_dot;
use crate::text::sanitise::is_hostile;

/// What stands for bytes that are no text: nobody knows what stood there.
const UNREADABLE: char = char::REPLACEMENT_CHARACTER;

/// Whether a character ends whatever stands before it.
pub(super) fn is_between(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '<' | '>' | '"' | '|' | '{' | '}' | '^' | '`');
    }
    let is_of_name = c.is_alphanumeric() || is_combining_mark(c) || is_dot(c);
    !(is_of_name
        || is_hostile(c)
        || c.is_whitespace()
        || matches!(
            c,
            '·' | '’'
                | '＠'
                | '﹫'
                | '…'
                | '‐'
                | '‑'
                | '＿'
                | '‿'
                | '﹍'
                | '﹎'
                | '﹏'
                | UNREADABLE
        ))
}

/// Whether a path goes on behind a sign: a browser takes `/POL_Ede;/../evil` as one address.
pub(super) fn goes_on(behind: &str) -> bool {
    let start = behind.char_indices().map(|(at, _)| at).find(|at| *at >= 200);
    let behind = start.and_then(|end| behind.get(..end)).unwrap_or(behind);
    if steps_up(behind) {
        return true;
    }
    let rest = behind.trim_start_matches(|c: char| is_joint(c) && !matches!(c, '/' | '\\' | '%'));
    let is_step = |text: &str| {
        let start: String = text.chars().take(3).collect::<String>().to_ascii_lowercase();
        start.starts_with('.') || start == "%2e"
    };
    match rest.strip_prefix(['/', '\\']) {
        Some(path) => is_step(path) || path.starts_with(char::is_alphanumeric),
        None => is_step(rest) && rest.contains(['/', '\\']),
    }
}

/// As much of a text as stands before a blank and before the next scheme, no longer than an address that
/// anybody reads.
fn run(text: &str) -> &str {
    let start = text.char_indices().map(|(at, _)| at).find(|at| *at >= 400);
    let text = start.and_then(|end| text.get(..end)).unwrap_or(text);
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let run = text.get(..end).unwrap_or(text);
    run.split("://").next().unwrap_or_default()
}

/// Whether a path steps up behind a sign, at once or further on: to a browser the sign is part of it, and
/// `/POL_Ede;x/../evil` is `/evil` (WHATWG URL, path state).
pub(super) fn steps_up(behind: &str) -> bool {
    let path = run(behind).to_ascii_lowercase().replace("%2e", ".").replace('\\', "/");
    // What a sentence or the markup puts behind the address is no part of the step.
    let is_dirt = |c: char| c != '.' && !c.is_alphanumeric();
    let is_step = |part: &str| {
        part.split(['?', '#']).next().is_some_and(|it| it.trim_end_matches(is_dirt) == "..")
    };
    path.split('/').skip(1).any(is_step)
}

/// Whether a query goes on behind a sign: `?id=1|&id=2` names two.
pub(super) fn query_goes_on(before: &str, behind: &str) -> bool {
    let is_key = |part: &str| {
        part.split_once('=').is_some_and(|(key, _)| {
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        })
    };
    if !before.contains('?') {
        return false;
    }
    let run = run(behind);
    run.contains("#!") || run.split('&').skip(1).any(is_key)
}

/// Whether the name of a user goes on behind a sign, up to the `@` before a host: `https://digid.nl"@evil.nl`.
fn user_goes_on(behind: &str) -> bool {
    let run = run(behind).split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let parts_a_list = |c: char| matches!(c, ',' | '"' | '\'' | '<' | '>');
    run.rsplit_once(is_at).is_some_and(|(user, host)| {
        let is_host = host.contains(is_dot) && host.starts_with(char::is_alphanumeric);
        is_host && !user.contains(parts_a_list)
    })
}

/// Whether a sign belongs to the host that it stands in, or to the name of a user before it:
/// `https://i❤u.example`, `i❤.example`.
pub(super) fn is_in_host(sign: char, before: Option<&str>, behind: Option<&str>) -> bool {
    let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
    let mut next = behind.chars().filter(|c| !is_hostile(*c));
    let (first, second) = (next.next(), next.next());
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let continues = first.is_some_and(is_dot) && is_letter(second);
    let host = before.split_once("://").map(|(_, host)| host);
    if host.is_some_and(|host| !host.contains(['/', '\\', '?', '#'])) {
        // No host holds these (WHATWG URL, forbidden host code points): a link of Slack ends there.
        let is_forbidden = matches!(sign, '<' | '>' | '^' | '|');
        return user_goes_on(behind) || !is_forbidden && (continues || is_letter(first));
    }
    continues && is_letter(before.chars().next_back())
}

/// Signs that end a word, and an address where something else begins behind them.
pub(super) fn is_joint(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '!'
            | '?'
            | '('
            | ')'
            | '['
            | ']'
            | '\''
            | '*'
            | '~'
            | '$'
            | '&'
            | '+'
            | '='
            | '#'
            | '%'
            | '/'
            | '\\'
            | '·'
            | '’'
    )
}

/// Signs behind which an address goes on to a browser, whatever stands there.
pub(super) fn is_of_address(c: char) -> bool {
    matches!(c, '/' | '\\' | '?' | '#' | '&' | '=' | '%')
}

pub(super) fn is_at(c: char) -> bool {
    matches!(c, '@' | '＠' | '﹫')
}

/// How long the `…` or `...` is that begins a text.
pub(super) fn ellipsis(text: &str) -> Option<usize> {
    if text.starts_with('…') {
        return Some('…'.len_utf8());
    }
    let dots = text.len() - text.trim_start_matches('.').len();
    let is_step = text.get(dots..).is_some_and(|it| it.starts_with('/'));
    (dots > 2 && !is_step).then_some(dots)
}

/// Whether a text begins as only addresses do.
pub(super) fn begins_web(text: &str) -> bool {
    let is_www = text.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("www."));
    is_www && text.get(4..).is_some_and(|it| it.starts_with(char::is_alphanumeric))
}

/// How many bytes of signs stand before the beginning of a part.
pub(super) fn leading(text: &str) -> usize {
    let mut encoded = 0;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        if encoded_blank(rest) {
            encoded = at + ENCODED;
        }
        if at < encoded {
            continue;
        }
        // `//x.com/…` leads there with whatever scheme the page had.
        let is_relative = rest
            .strip_prefix("//")
            .or(rest.strip_prefix("\\\\"))
            .is_some_and(|it| it.starts_with(char::is_alphanumeric));
        if c.is_alphanumeric() || is_at(c) || c == '_' || is_steering(c) || is_relative {
            return at;
        }
    }
    text.len()
}

/// Whether a character turns the direction of a text round, so that it shows another name: that is no
/// dirt at the edge of one.
pub(super) fn is_steering(c: char) -> bool {
    matches!(c, '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2067}')
}

/// A part without the signs that a sentence or a list puts around it, and how many bytes of them
/// stood before it.
pub(super) fn trimmed<'t>(part: &'t str, kind: PartKind, behind: &str) -> (&'t str, usize) {
    let lead = match kind {
        PartKind::Address => part.len() - part.trim_start_matches('_').len(),
        PartKind::Signed | PartKind::Plain => 0,
    };
    let mut text = part.get(lead..).unwrap_or_default();
    if lead > 0 {
        text = text.trim_end_matches('_');
    }
    let joined = !behind.is_empty();
    loop {
        let shorter = shorter(text, kind, joined);
        if shorter.len() == text.len() {
            return (text, lead);
        }
        text = shorter;
    }
}

fn shorter(text: &str, kind: PartKind, joined: bool) -> &str {
    if let Some(before) = without_encoded(text) {
        return before;
    }
    let Some(last) = text.chars().next_back() else {
        return text;
    };
    let is_cut_off = text.ends_with('…') || text.ends_with("..");
    let stays = match last {
        '/' => kind == PartKind::Address,
        '\\' | '-' => kind == PartKind::Address && !joined,
        '_' => true,
        '.' | '…' => is_cut_off,
        c => {
            c.is_alphanumeric()
                || (is_combining_mark(c) && !is_hostile(c))
                || is_steering(c)
                || c == UNREADABLE
        }
    };
    if stays { text } else { text.strip_suffix(last).unwrap_or(text) }
}

/// A text without the encoded sign at its end that is no part of a name: `x.com/POL_Ede%20`. What nobody sees is
/// no such sign.
fn without_encoded(text: &str) -> Option<&str> {
    let is_code = |code: &str| code.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit());
    let mut start = text.len();
    // No character takes more than four bytes in UTF-8.
    for _ in 0..4 {
        start = start.checked_sub(ENCODED)?;
        let codes = text.get(start..).filter(|it| it.starts_with('%'))?;
        if !codes.get(..ENCODED).is_some_and(is_code) {
            return None;
        }
        let Ok(sign) = percent_decode_str(codes).decode_utf8() else { continue };
        let mut sign = sign.chars();
        let (Some(c), None) = (sign.next(), sign.next()) else { return None };
        let is_around = c.is_whitespace() || "\"'<>()[]{},|”’»".contains(c);
        return text.get(..start).filter(|_| is_around);
    }
    None
}

/// How long an encoded blank is.
const ENCODED: usize = "%20".len();

/// Whether a text begins with an encoded blank, tab or end of line.
pub(super) fn encoded_blank(text: &str) -> bool {
    let start = text.get(..ENCODED).unwrap_or_default();
    ["%20", "%09", "%0A", "%0D"].iter().any(|blank| start.eq_ignore_ascii_case(blank))
}
