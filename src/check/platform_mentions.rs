//! The platforms that a text names, and which of its names they are about: `@politie op Instagram`.

mod names;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::tokens::{Token, TokenKind, Tokens, without_tags};
use crate::compact_sort::CompactSort;
use crate::directory::Directory;
use crate::platform::PlatformIndex;
use crate::text::fold::fold;
use crate::text::sanitise::is_hostile;
use names::{NOUNS, OTHERS, PREPOSITIONS, WORDS};

/// Where a text says that an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// On a platform of the directory.
    Known(PlatformIndex),
    /// On one that the directory does not have, by its name.
    Elsewhere(&'static str),
}

/// A platform that a text names.
#[derive(Debug, Clone, Copy)]
struct Mention {
    start: usize,
    end: usize,
    place: Place,
}

/// A word of a text.
#[derive(Debug, Clone)]
struct Word {
    start: usize,
    end: usize,
    text: String,
}

/// For each token, where the text says that it is; nothing where it does not say.
///
/// A text names a platform before its names (`Instagram: @a, Facebook: @b`) or behind them (`@a op
/// Instagram, @b op Facebook`); what comes first in it tells which. Names that stand together share
/// what is said of them.
pub(super) fn places(directory: &Directory, tokens: &Tokens) -> Vec<Vec<Place>> {
    let nowhere = || vec![Vec::new(); tokens.all.len()];
    // Addresses say themselves where they are.
    if !tokens.all.iter().any(|it| it.kind == TokenKind::Handle) {
        return nowhere();
    }
    let mentions = mentions(directory, tokens);
    if mentions.is_empty() {
        return nowhere();
    }
    // An address says itself where it is, and takes a platform that is named right before it.
    let is_stop = |it: &(usize, &Token)| it.1.kind == TokenKind::Address || is_name(it.1);
    let mut stops: Vec<(usize, &Token)> = tokens.all.iter().enumerate().filter(is_stop).collect();
    stops.compact_sort_by_key(|(_, token)| token.start);
    let groups = groups(tokens, &mentions, &stops);
    let mut places = vec![Vec::new(); tokens.all.len()];
    let starts_with_platform = groups.first().is_some_and(|group| !group.is_empty());
    let mut carried: Vec<Place> = Vec::new();
    if starts_with_platform {
        for ((at, token), group) in stops.iter().zip(&groups) {
            if is_name(token) {
                if !group.is_empty() {
                    carried.clone_from(group);
                }
                set(&mut places, *at, &carried);
            }
        }
    } else {
        // The last names of a list have its platforms before them.
        carried = without_repeats(mentions.iter().map(|it| it.place));
        for ((at, token), group) in stops.iter().zip(groups.iter().skip(1)).rev() {
            if !group.is_empty() {
                carried.clone_from(group);
            }
            if is_name(token) {
                set(&mut places, *at, &carried);
            }
        }
    }
    for (at, token) in tokens.all.iter().enumerate() {
        if token.kind == TokenKind::Handle && !is_name(token) {
            set(&mut places, at, &place_of_number(tokens, &mentions, token));
        }
    }
    places
}

fn set(places: &mut [Vec<Place>], at: usize, found: &[Place]) {
    if let Some(place) = places.get_mut(at) {
        place.extend_from_slice(found);
    }
}

/// The platforms that are named before the first of the stops, between each two, and behind the last.
fn groups(tokens: &Tokens, mentions: &[Mention], stops: &[(usize, &Token)]) -> Vec<Vec<Place>> {
    let mut rest = mentions;
    let ends = stops.iter().map(|(_, token)| token.start).chain([usize::MAX]);
    let group = |end: usize| {
        let (within, behind) = rest.split_at(rest.partition_point(|it| it.start < end));
        rest = behind;
        // What an earlier sentence names is not where this name is.
        let from = within.first().map_or(0, |it| it.start);
        let last = within.last().map_or(from, |it| it.start);
        let between = tokens.text.get(from..last).unwrap_or_default();
        let sentence = from + sentence_start(between);
        without_repeats(within.iter().filter(|it| it.start >= sentence).map(|it| it.place))
    };
    ends.map(group).collect()
}

/// Whether a token is a name that is somewhere; a telephone number is where telephones are.
fn is_name(token: &Token) -> bool {
    token.kind == TokenKind::Handle && token.text.contains(char::is_alphabetic)
}

/// Where a telephone number is said to be: on the platform that is named right before it.
fn place_of_number(tokens: &Tokens, mentions: &[Mention], number: &Token) -> Vec<Place> {
    let is_right_before = |it: &&Mention| {
        let gap = tokens.text.get(it.end..number.start);
        gap.is_some_and(|gap| gap.len() <= SMALL_GAP && !gap.contains(char::is_alphanumeric))
    };
    without_repeats(mentions.iter().filter(is_right_before).map(|it| it.place))
}

/// The most bytes of signs that stand between a platform and a name that belongs to it.
const SMALL_GAP: usize = 12;

/// Where the sentence begins that a text breaks off in.
fn sentence_start(text: &str) -> usize {
    let ends = [". ", "! ", "? ", "\n"];
    ends.iter().filter_map(|end| Some(text.rfind(end)? + end.len())).max().unwrap_or_default()
}

/// Whether a word of a text is the name of a platform.
pub(super) fn names_platform(directory: &Directory, word: &str) -> bool {
    named_by(directory, &word.to_lowercase(), None).is_some()
}

fn without_repeats(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut kept: Vec<Place> = Vec::new();
    for place in places {
        if !kept.contains(&place) {
            kept.push(place);
        }
    }
    kept
}

/// The platforms that are named outside the tokens.
fn mentions(directory: &Directory, tokens: &Tokens) -> Vec<Mention> {
    let is_free = |word: &Word| {
        tokens.all.iter().all(|it| {
            it.kind == TokenKind::Words
                || word.end <= it.start
                || it.start + it.text.len() <= word.start
        })
    };
    let text = without_tags(&tokens.text);
    let words: Vec<Word> = words(&text).into_iter().filter(is_free).collect();
    let mut found: Vec<Mention> = Vec::new();
    let mut named: Vec<(usize, Mention)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map(|next| next.text.as_str());
        let Some((place, is_plain)) = named_by(directory, &word.text, next) else {
            continue;
        };
        let mention = Mention { start: word.start, end: word.end, place };
        named.push((at, mention));
        if is_plain || is_meant(tokens, &text, &words, at) {
            found.push(mention);
        }
    }
    // `X/Twitter`, `Snap of Telegram`: where one is meant, so is its neighbour.
    for (at, mention) in named {
        let beside = |other: &Word| {
            let (first, second) = if other.start < mention.start {
                (other.end, mention.start)
            } else {
                (words.get(at).map_or(mention.start, |word| word.end), other.start)
            };
            let between = text.get(first..second).unwrap_or_default();
            let joins = ["of", "en", "or", "and", "/", ",", "&", "+"];
            found.iter().any(|it| it.start == other.start) && joins.contains(&between.trim())
        };
        let is_named = found.iter().any(|it| it.start == mention.start);
        if !is_named && words.iter().any(beside) {
            found.push(mention);
        }
    }
    found.compact_sort_by_key(|it| it.start);
    found
}

/// The words of a text: letters and digits that stand together, in small letters without accents, and
/// without what nobody sees.
fn words(text: &str) -> Vec<Word> {
    let is_part = |c: char| c.is_alphanumeric() || is_combining_mark(c) || is_unseen(c);
    let mut words = Vec::new();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(c), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let word = text.get(start..at).unwrap_or_default();
                let plain =
                    || -> String { word.chars().filter(|c| !is_unseen(*c)).nfkc().collect() };
                let text = if word.is_ascii() { word.to_ascii_lowercase() } else { fold(&plain()) };
                words.push(Word { start, end: at, text });
                from = None;
            }
            _ => {}
        }
    }
    words
}

fn is_unseen(c: char) -> bool {
    is_hostile(c) && !c.is_control()
}

/// The platform that a word names, and whether it can mean nothing else.
fn named_by(directory: &Directory, word: &str, next: Option<&str>) -> Option<(Place, bool)> {
    let bases = NOUNS.iter().filter_map(|noun| word.strip_suffix(noun));
    let mut bases = std::iter::once(word).chain(bases).filter(|base| !base.is_empty());
    bases.find_map(|base| {
        let is_own = |name: &str| match name.split_once(' ') {
            None => name.eq_ignore_ascii_case(base),
            Some((first, second)) => {
                first.eq_ignore_ascii_case(base)
                    && next.is_some_and(|next| second.eq_ignore_ascii_case(next))
            }
        };
        let known = directory.platforms.iter().find_map(|(index, platform)| {
            let rules = &platform.rules;
            // Its own channels, such as a website, are no platform that a name is on.
            let names = rules.former_names.iter().chain(&rules.aliases);
            let mut names = names.chain([&rules.name, &rules.id]).map(String::as_str);
            let name = names.find(|name| is_own(name)).filter(|_| !rules.names.is_empty())?;
            Some((Place::Known(index), name))
        });
        let other = || {
            let name = OTHERS.iter().find(|name| is_own(name))?;
            Some((Place::Elsewhere(name), *name))
        };
        let (place, name) = known.or_else(other)?;
        let is_plain = name.len() > 3 && !WORDS.iter().any(|it| it.eq_ignore_ascii_case(name));
        Some((place, is_plain || base.len() < word.len()))
    })
}

/// Whether something says that a word which may name a platform does: a word before or behind it, a
/// colon, brackets, or a name beside it.
fn is_meant(tokens: &Tokens, text: &str, words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let behind = text.get(word.end..).unwrap_or_default();
    let before = text.get(..word.start).unwrap_or_default();
    let is_near =
        |other: &Word, gap: &str| !gap.contains(['\n', '.', '!', '?']) && !other.text.is_empty();
    let follows = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|other| {
        let gap = text.get(other.end..word.start).unwrap_or_default();
        is_near(other, gap) && PREPOSITIONS.contains(&other.text.as_str())
    });
    let leads = words.get(at + 1).is_some_and(|other| {
        let gap = text.get(word.end..other.start).unwrap_or_default();
        matches!(gap, " " | "-") && NOUNS.contains(&other.text.as_str())
    });
    let is_label = behind.trim_start().starts_with([':', '=']);
    let is_bracketed = before.ends_with(['(', '[']) && behind.starts_with([')', ']']);
    let is_beside = tokens.all.iter().filter(|it| it.kind == TokenKind::Handle).any(|token| {
        let end = token.start + token.text.len();
        let gap = if end <= word.start {
            text.get(end..word.start)
        } else {
            text.get(word.end..token.start)
        };
        gap.is_some_and(|gap| {
            let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '@');
            gap.len() <= SMALL_GAP && gap.chars().all(is_sign)
        })
    });
    follows || leads || is_label || is_bracketed || is_beside
}

#[cfg(test)]
mod tests;
