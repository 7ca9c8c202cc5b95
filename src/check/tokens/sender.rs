//! Senders of mail: the name that a header shows, and the mailbox behind it. Anybody can send under any name;
//! only the mailbox says by whom a message was sent (RFC 5322, section 3.4).

pub(super) mod encoded_word;

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use super::shape::is_server;

/// A mailbox with the name that is shown for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Sender {
    /// The name, without its quotes and encoding; as hostile as the input.
    pub(in crate::check) name: String,
    /// The mailbox.
    pub(in crate::check) address: String,
    /// Whether a header such as `Van:` or `Reply-To:` says that it is one; without, a name stands before
    /// `<…>`, at the end of whatever sentence that is.
    pub(in crate::check) is_labelled: bool,
    /// Where the name stands in the text, in bytes.
    pub(super) shown: Range<usize>,
    /// Where the mailbox stands in the text, in bytes.
    pub(super) mailbox: Range<usize>,
}

/// What looks like a mailbox.
static MAILBOX: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r#"[^\s<>＜＞()\[\]{}"'“”„«»,;:|@＠﹫]+[@＠﹫][^\s<>＜＞()\[\]{}"'“”„«»,;:|@＠﹫/?#]+"#,
    )
    .ok()
});

/// The headers that name who sent a message or who gets the answer, and those that name somebody else.
static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let senders = "van|from|afzender|sender|verzender|verzonden door|sent by|(?:mail|e-mail|bericht) van|\
                   reply[- ]to|antwoord(?:en)?[- ]aan|antwoordadres|beantwoorden aan|return[- ]path|resent-from|\
                   von|absender|antwort an|de|exp[ée]diteur|r[ée]pondre [àa]|remitente|responder a|mittente|od|nadawca|kimden|gönderen";
    let others = "aan|to|cc|bcc|an|à|delivered-to|ontvanger|recipient|para|do|kime";
    Regex::new(&format!(
        r"(?i)(?:^|[\s>*_|,;.!?(])(?:(?<sender>{senders})|(?:{others}))[*_]{{0,2}}[ \t\u{{A0}}]*:[*_]{{0,2}}"
    ))
    .ok()
});

/// The most that is looked at before a mailbox, in bytes.
const LONGEST_NAME: usize = 300;

/// All mailboxes of a text for which a name is shown, in their order.
pub(super) fn senders(text: &str) -> Vec<Sender> {
    let Some(pattern) = MAILBOX.as_ref().filter(|_| text.contains(['@', '＠', '﹫'])) else {
        return Vec::new();
    };
    pattern.find_iter(text).filter_map(|found| sender(text, found.range())).collect()
}

/// The mailbox at a place with the name that is shown for it.
fn sender(text: &str, found: Range<usize>) -> Option<Sender> {
    let written = text.get(found.clone())?;
    let address = written.trim_end_matches(|c: char| !c.is_alphanumeric());
    let host = address.split(['@', '＠', '﹫']).nth(1)?;
    let mailbox = found.start..found.start + address.len();
    let before = text.get(..found.start)?;
    let before = without_scheme(before);
    let bracket = before.chars().next_back().filter(|c| matches!(c, '<' | '＜' | '(' | '['));
    let before = bracket.map_or(before, |bracket| {
        before.get(..before.len() - bracket.len_utf8()).unwrap_or(before)
    });
    let header = header(before);
    let from = before.len() - header.len();
    let label = LABEL.as_ref()?.captures_iter(header).last();
    let is_labelled = match &label {
        Some(label) if label.name("sender").is_none() => return None,
        label => label.is_some(),
    };
    if !is_server(host) || !is_labelled && !matches!(bracket, Some('<' | '＜')) {
        return None;
    }
    let from = from + label.and_then(|it| it.get(0)).map_or(0, |it| it.end());
    let shown = shown(text, from..before.len(), is_labelled);
    let behind = || comment(text, mailbox.end).filter(|_| is_labelled && bracket.is_none());
    let shown = if has_letters(text, &shown) { shown } else { behind()? };
    let name = encoded_word::decoded(text.get(shown.clone())?.trim()).into_owned();
    let is_same = name.eq_ignore_ascii_case(address);
    (!is_same).then(|| Sender { name, address: address.to_owned(), is_labelled, shown, mailbox })
}

fn without_scheme(before: &str) -> &str {
    let at = before.len().checked_sub("mailto:".len());
    let scheme = at.and_then(|at| before.get(at..));
    match scheme.filter(|it| it.eq_ignore_ascii_case("mailto:")) {
        Some(scheme) => before.strip_suffix(scheme).unwrap_or(before),
        None => before,
    }
}

/// The line that a text ends with, and the one before it where that goes on with a blank (RFC 5322, 2.2.3).
fn header(before: &str) -> &str {
    let start =
        before.char_indices().map(|(at, _)| at).find(|at| before.len() - at <= LONGEST_NAME);
    let near = before.get(start.unwrap_or_default()..).unwrap_or_default();
    let line = near.rfind('\n').map_or(0, |at| at + 1);
    let last = near.get(line..).unwrap_or_default();
    if !last.trim().is_empty() || line == 0 {
        return last;
    }
    let above = near.get(..line - 1).unwrap_or_default();
    let line = above.rfind('\n').map_or(0, |at| at + 1);
    near.get(line..).unwrap_or_default()
}

/// Where the name stands at the end of a part of a text.
fn shown(text: &str, part: Range<usize>, is_labelled: bool) -> Range<usize> {
    let whole = text.get(part.clone()).unwrap_or_default();
    let is_rest = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '|' | '-' | '–' | '—' | '·' | '*' | '_')
    };
    let name = whole.trim_end_matches(is_rest);
    let end = part.start + name.len();
    if let Some(quote) = name.chars().next_back().and_then(closed_by) {
        let last = name.chars().next_back().map_or(0, char::len_utf8);
        let inner = name.get(..name.len() - last).unwrap_or_default();
        if let Some(at) = inner.rfind(quote) {
            let first = inner.get(at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
            return part.start + at + first..end - last;
        }
    }
    let ends: &[&str] =
        if is_labelled { &[">"] } else { &[">", ";", "|", "\t", ". ", "! ", "? ", ": "] };
    let from = ends.iter().filter_map(|it| name.rfind(it).map(|at| at + it.len())).max();
    let from = part.start + from.unwrap_or_default();
    let name = text.get(from..end).unwrap_or_default();
    let is_lead =
        |c: char| is_rest(c) || matches!(c, ';' | '"' | '\'' | '>' | '“' | '„' | '(' | '[');
    from + name.len() - name.trim_start_matches(is_lead).len()..end
}

/// The quotes that one closes.
fn closed_by(quote: char) -> Option<&'static [char]> {
    match quote {
        '"' => Some(&['"', '„']),
        '\'' => Some(&['\'']),
        '”' => Some(&['“', '„', '”']),
        '“' => Some(&['„', '“']),
        '’' => Some(&['‘', '‚']),
        '»' => Some(&['«']),
        _ => None,
    }
}

/// Where the name stands that follows a mailbox in brackets, as it did once: `info@digid.nl (DigiD)`.
fn comment(text: &str, mailbox_end: usize) -> Option<Range<usize>> {
    let behind = text.get(mailbox_end..)?;
    let inner = behind.trim_start_matches([' ', '\t']).strip_prefix('(')?;
    let start = mailbox_end + behind.len() - inner.len();
    let end = inner.find([')', '\n'])?;
    let range = start..start + end;
    (end <= LONGEST_NAME && has_letters(text, &range)).then_some(range)
}

fn has_letters(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some_and(|it| it.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests;
