//! What leads somewhere in an input: addresses, names of accounts, telephone numbers, mail addresses;
//! where there is none, the words themselves.
//!
//! The grammar, in the order in which it is applied:
//!
//! | step | what becomes of the input |
//! | --- | --- |
//! | [`entity`] | references of HTML such as `&amp;` are undone, once |
//! | [`defanged`] | addresses that were made harmless (`evil[.]nl`) are what they stand for |
//! | [`keyboard`] | signs of telephone numbers are those of a keyboard |
//! | [`schemes`] | addresses of telephones and of mail are what programs read in them |
//! | [`split`] | it is cut into parts: addresses, signed names, plain words |
//! | [`number`] | telephone numbers are put together from their groups |
//! | [`mod@dialled`] | they are taken with what changes whom one reaches |
//! | [`shape`] | plain words that are written as only names are become names |
//! | [`markup`] | links are told by what they show and by where they lead |
//!
//! Nothing that leads somewhere is passed over: what can't be read as one thing is read as several.

mod defanged;
mod dialled;
mod entity;
mod keyboard;
mod markup;
mod number;
mod schemes;
mod shape;
mod split;

use std::borrow::Cow;
use std::ops::Range;

use super::platform_mentions::names_platform;
use crate::directory::Directory;
use dialled::{Dialled, dialled};
use markup::Link;
use shape::{NameShape, is_written_as_name};
use split::{Part, PartKind, parts};

/// One thing in an input that can be judged, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) kind: TokenKind,
    /// Where it begins in [`Tokens::text`], in bytes.
    pub(super) start: usize,
    /// The position of the token that a link shows for this one, which is its target.
    pub(super) shown_as: Option<usize>,
    /// Whether it is the target of a link that leads on from the page that it stands on, wherever that is.
    pub(super) is_relative: bool,
}

/// What a token is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TokenKind {
    /// An address of the web or of an app.
    Address,
    /// A name of an account, with or without its sign.
    Handle,
    /// Several words, none of which is one of the others.
    Words,
}

/// The tokens of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tokens {
    /// The input as it was read.
    pub(super) text: String,
    /// In their order; at least one.
    pub(super) all: Vec<Token>,
}

/// The most things that are judged in one input.
pub const MAX_TOKENS: usize = 20;

/// The most of an input that is read, in bytes: more than any message that a person pastes.
pub const LONGEST_INPUT: usize = 16 << 10;

/// The tokens of an input.
///
/// `is_name` says whether a word that may be a name or a brand (`MinPres`, `WhatsApp`) is or resembles
/// the name of a listed account.
pub(super) fn tokens(directory: &Directory, input: &str, is_name: impl Fn(&str) -> bool) -> Tokens {
    let text = entity::decoded(cut(input).trim());
    let text = defanged::undone(&text);
    let text = schemes::read(keyboard::typed(&text)).into_owned();
    let alone = !text.contains(char::is_whitespace);
    let parts = parts(directory, &text, alone);
    let mut found = leading_somewhere(directory, &text, &parts, &is_name);
    add_targets(&text, &mut found);
    // `Consument-&-Markt` can be a name; without one of that name, signs stand between several.
    let is_amount = is_amount(&text);
    if found.is_empty() && alone && !is_amount && (parts.len() < 2 || !is_name(&text)) {
        found = parts.iter().map(|part| token(part, TokenKind::Handle)).collect();
    }
    if found.is_empty() {
        let kind = if alone && !is_amount { TokenKind::Handle } else { TokenKind::Words };
        found.push(Token {
            text: text.clone(),
            kind,
            start: 0,
            shown_as: None,
            is_relative: false,
        });
    }
    Tokens { text, all: found }
}

/// Whether a text is a sum of money: digits that nobody dials.
pub(super) fn is_amount(text: &str) -> bool {
    dialled::is_amount(text)
}

fn token(part: &Part<'_>, kind: TokenKind) -> Token {
    // The wide form of the sign is the sign.
    let text = match part.text.strip_prefix(['＠', '﹫']) {
        Some(name) => format!("@{name}"),
        None => part.text.to_owned(),
    };
    Token { text, kind, start: part.start, shown_as: None, is_relative: false }
}

/// The parts that lead somewhere, and the telephone numbers between them.
fn leading_somewhere(
    directory: &Directory,
    text: &str,
    parts: &[Part<'_>],
    is_name: impl Fn(&str) -> bool,
) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let tags = markup::tags(text);
    let numbers = dialled(text);
    let is_dialled = |part: &Part<'_>| {
        let end = part.start + part.text.len();
        // `088.123.65.55 ext 5`: figures are the address of a host, too.
        let is_within = |it: &Dialled| it.number.start <= part.start && end < it.number.end;
        let is_of = |it: &Dialled| it.whole != it.number && it.whole.contains(&part.start);
        numbers.iter().any(|it| is_of(it) || part.kind != PartKind::Signed && is_within(it))
    };
    for part in parts.iter().filter(|part| !is_dialled(part)) {
        let kind = match part.kind {
            PartKind::Address => TokenKind::Address,
            PartKind::Signed => TokenKind::Handle,
            PartKind::Plain if tags.iter().any(|tag| tag.contains(&part.start)) => continue,
            PartKind::Plain => match is_written_as_name(part.text) {
                NameShape::Name => TokenKind::Handle,
                NameShape::Odd if is_name(part.text) => TokenKind::Handle,
                _ if is_labelled(directory, text, part) => TokenKind::Handle,
                NameShape::Odd | NameShape::Word => continue,
            },
        };
        found.push(token(part, kind));
    }
    let taken: Vec<Range<usize>> =
        found.iter().map(|it| it.start..it.start + it.text.len()).collect();
    for range in numbers.iter().map(|it| it.as_judged(text)) {
        let is_free = taken.iter().all(|it| it.end <= range.start || range.end <= it.start);
        if let Some(number) = text.get(range.clone()).filter(|_| is_free) {
            let start = range.start;
            let kind = TokenKind::Handle;
            found.push(Token {
                text: plain_number(number),
                kind,
                start,
                shown_as: None,
                is_relative: false,
            });
        }
    }
    found.sort_by_key(|it| it.start);
    found
}

/// A telephone number with the signs that a keyboard has.
fn plain_number(number: &str) -> String {
    let plain = |c: char| match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '•' | '·' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    number.chars().map(plain).collect()
}

/// What is put before the name of an account, besides the platform that it is on.
const LABELS: &[&str] = &["account", "gebruikersnaam", "handle", "kanaal", "profiel", "username"];

/// What joins one channel to the next.
const CONJUNCTIONS: &[&str] = &["en", "of", "and", "or", "&", "+", "-", "/"];

/// Whether a word stands alone behind a label: `Insta: politieede`. With more words behind it, it is the
/// beginning of what something is called.
fn is_labelled(directory: &Directory, text: &str, part: &Part<'_>) -> bool {
    let before = text.get(..part.start).unwrap_or_default().trim_end_matches(' ');
    let Some(before) = before.strip_suffix(':') else {
        return false;
    };
    let label = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_label = LABELS.iter().any(|own| label.eq_ignore_ascii_case(own))
        || names_platform(directory, label);
    let behind = text.get(part.start + part.text.len()..).unwrap_or_default();
    let behind = behind.trim_start_matches(' ');
    let is_alone =
        behind.is_empty() || behind.starts_with(['\n', '\r', ',', ';', '.', ')', '|', '#']);
    let next = behind.split_whitespace().next().unwrap_or_default().to_lowercase();
    let goes_on =
        CONJUNCTIONS.contains(&next.as_str()) || next.starts_with("http") || next.starts_with('@');
    is_label && (is_alone || goes_on) && part.text.len() > 2
}

/// Joins the targets of links with what is shown for them. A target that begins as no address does is
/// judged too, as a whole: it leads somewhere, and not to what stands inside it.
fn add_targets(text: &str, found: &mut Vec<Token>) {
    for Link { shown, target, is_sure, is_of_page } in markup::links(text) {
        let within = |range: &Range<usize>, found: &[Token]| {
            found.iter().position(|it| range.contains(&it.start))
        };
        let whole = text.get(target.clone()).unwrap_or_default();
        let shown_at = within(&shown, found);
        if whole.is_empty() || (shown_at.is_none() && !is_sure) {
            continue;
        }
        let at = within(&target, found).filter(|&at| {
            let start = found.get(at).map_or(0, |it| it.start);
            let before = text.get(target.start..start).unwrap_or_default().to_lowercase();
            BEFORE_TARGETS.contains(&before.as_str())
        });
        // Without a scheme it leads on from where it stands.
        let is_relative = is_of_page && !whole.contains(':') && !whole.starts_with("//");
        let at = at.unwrap_or_else(|| {
            let text = whole.to_owned();
            let (kind, start) = (TokenKind::Address, target.start);
            found.push(Token { text, kind, start, shown_as: None, is_relative: true });
            found.len() - 1
        });
        if let Some(it) = found.get_mut(at) {
            it.is_relative |= is_relative;
            it.shown_as = shown_at.or(it.shown_as);
        }
    }
}

/// What may stand before the address in the target of a link.
const BEFORE_TARGETS: &[&str] = &["", "mailto:", "tel:", "sms:", "//", "<", "\"", "'"];

/// The text with blanks in the place of its tags, so that all else keeps its place.
pub(super) fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_owned();
    for tag in markup::all_tags(text) {
        out.replace_range(tag.clone(), &" ".repeat(tag.len()));
    }
    Cow::Owned(out)
}

/// No more of the input than is read, cut between two characters.
fn cut(input: &str) -> &str {
    if input.len() <= LONGEST_INPUT {
        return input;
    }
    let end = (0..=LONGEST_INPUT).rev().find(|&at| input.is_char_boundary(at)).unwrap_or_default();
    input.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests;
