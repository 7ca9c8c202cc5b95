//! The signs that stand between, before and behind the parts of a text.

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

/// Whether a sign belongs to the host that it stands in: `https://i❤u.example`, `i❤.example`.
pub(super) fn is_in_host(before: Option<&str>, behind: Option<&str>) -> bool {
    let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
    let mut next = behind.chars().filter(|c| !is_hostile(*c));
    let (first, second) = (next.next(), next.next());
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let continues = first.is_some_and(is_dot) && is_letter(second);
    let host = before.split_once("://").map(|(_, host)| host);
    if host.is_some_and(|host| !host.contains(['/', '\\', '?', '#'])) {
        return continues || is_letter(first);
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
    if let Some(before) = without_encoded_blank(text) {
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

/// A text without the encoded blank at its end: `x.com/POL_Ede%20`.
fn without_encoded_blank(text: &str) -> Option<&str> {
    let (before, end) = text.split_at_checked(text.len().checked_sub(ENCODED)?)?;
    encoded_blank(end).then_some(before)
}

/// How long an encoded blank is.
const ENCODED: usize = "%20".len();

/// Whether a text begins with an encoded blank, tab or end of line.
pub(super) fn encoded_blank(text: &str) -> bool {
    let start = text.get(..ENCODED).unwrap_or_default();
    ["%20", "%09", "%0A", "%0D"].iter().any(|blank| start.eq_ignore_ascii_case(blank))
}
