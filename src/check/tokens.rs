//! What leads somewhere in an input: addresses, names of accounts, telephone numbers, mail addresses;
//! where there is none, the words themselves.
//!
//! The grammar, in the order in which it is applied:
//!
//! | step | what becomes of the input |
//! | --- | --- |
//! | [`entity`] | references of HTML such as `&amp;` are undone, once |
//! | [`defanged`] | addresses that were made harmless (`evil[.]nl`) are what they stand for |
//! | [`split`] | it is cut into parts: addresses, signed names, plain words |
//! | [`number`] | telephone numbers are put together from their groups |
//! | [`shape`] | plain words that are written as only names are become names |
//! | [`markup`] | links are told by what they show and by where they lead |
//!
//! Nothing that leads somewhere is passed over: what can't be read as one thing is read as several.

mod defanged;
mod entity;
mod markup;
mod number;
mod shape;
mod split;

use std::ops::Range;

use crate::directory::Directory;
use markup::Link;
use number::numbers;
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
}

/// What a token is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// So many things are judged in one input.
pub const MOST_PIECES: usize = 20;

/// So much of an input is read, in bytes: more than any message that a person pastes.
pub const LONGEST_INPUT: usize = 16 << 10;

/// The tokens of an input.
///
/// `is_name` says whether a word that may be a name or a brand (`MinPres`, `WhatsApp`) is or resembles
/// the name of a listed account.
pub(super) fn tokens(directory: &Directory, input: &str, is_name: impl Fn(&str) -> bool) -> Tokens {
    let text = entity::decoded(cut(input).trim());
    let text = defanged::undone(&text).into_owned();
    let alone = !text.contains(char::is_whitespace);
    let parts = parts(directory, &text, alone);
    let mut found = leading_somewhere(&text, &parts, &is_name);
    add_targets(&text, &mut found);
    // `Consument-&-Markt` can be a name; without one of that name, signs stand between several.
    if found.is_empty() && alone && !is_name(&text) {
        found = parts.iter().map(|part| token(part, TokenKind::Handle)).collect();
    }
    if found.is_empty() {
        let kind = if alone { TokenKind::Handle } else { TokenKind::Words };
        found.push(Token { text: text.clone(), kind, start: 0, shown_as: None });
    }
    let all = without_repeats(&found);
    Tokens { text, all }
}

fn token(part: &Part<'_>, kind: TokenKind) -> Token {
    // The wide form of the sign is the sign.
    let text = match part.text.strip_prefix('＠') {
        Some(name) => format!("@{name}"),
        None => part.text.to_owned(),
    };
    Token { text, kind, start: part.start, shown_as: None }
}

/// The parts that lead somewhere, and the telephone numbers between them.
fn leading_somewhere(text: &str, parts: &[Part<'_>], is_name: impl Fn(&str) -> bool) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let tags = markup::tags(text);
    for part in parts {
        let kind = match part.kind {
            PartKind::Address => TokenKind::Address,
            PartKind::Signed => TokenKind::Handle,
            PartKind::Plain if tags.iter().any(|tag| tag.contains(&part.start)) => continue,
            PartKind::Plain => match is_written_as_name(part.text) {
                NameShape::Name => TokenKind::Handle,
                NameShape::Odd if is_name(part.text) => TokenKind::Handle,
                NameShape::Odd | NameShape::Word => continue,
            },
        };
        found.push(token(part, kind));
    }
    let taken: Vec<Range<usize>> =
        found.iter().map(|it| it.start..it.start + it.text.len()).collect();
    for range in numbers(text) {
        let is_free = taken.iter().all(|it| it.end <= range.start || range.end <= it.start);
        if let Some(number) = text.get(range.clone()).filter(|_| is_free) {
            let start = range.start;
            let kind = TokenKind::Handle;
            found.push(Token { text: number.to_owned(), kind, start, shown_as: None });
        }
    }
    found.sort_by_key(|it| it.start);
    found
}

/// Joins the targets of links with what is shown for them. A target that is no address of any kind is
/// judged too: what is shown does not lead anywhere else.
fn add_targets(text: &str, found: &mut Vec<Token>) {
    for Link { shown, target } in markup::links(text) {
        let within = |range: &Range<usize>, found: &[Token]| {
            found.iter().position(|it| range.contains(&it.start))
        };
        let Some(shown_at) = within(&shown, found) else {
            continue;
        };
        if let Some(at) = within(&target, found) {
            if let Some(it) = found.get_mut(at) {
                it.shown_as = Some(shown_at);
            }
        } else if let Some(address) = text.get(target.clone()).filter(|it| !it.is_empty()) {
            found.push(Token {
                text: address.to_owned(),
                kind: TokenKind::Address,
                start: target.start,
                shown_as: Some(shown_at),
            });
        }
    }
}

/// The tokens in their order, each once, and no more of them than are judged.
fn without_repeats(found: &[Token]) -> Vec<Token> {
    // Where each of the found ones is kept.
    let mut kept: Vec<Token> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for it in found {
        let is_same = |own: &Token| own.text == it.text && own.kind == it.kind;
        let place = kept.iter().position(is_same).unwrap_or(kept.len());
        if place == kept.len() {
            kept.push(Token { shown_as: None, ..it.clone() });
        }
        places.push(place);
    }
    for (it, &place) in found.iter().zip(&places) {
        let shown = it.shown_as.and_then(|at| places.get(at)).copied();
        if let (Some(kept), Some(shown)) = (kept.get_mut(place), shown.filter(|it| *it != place)) {
            kept.shown_as = Some(shown);
        }
    }
    kept.truncate(MOST_PIECES);
    kept
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
