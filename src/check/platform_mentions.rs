//! The platforms that a text names, and which of its names they are about: `@politie op Instagram`.

use super::tokens::{Token, TokenKind, Tokens};
use crate::directory::Directory;
use crate::platform::PlatformIndex;

/// Where a text says that an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On a platform of the directory.
    Known(PlatformIndex),
    /// On one that the directory does not have, by its name.
    Elsewhere(&'static str),
}

/// Platforms that a directory may lack. A name that is said to be there is looked up nowhere else.
const OTHERS: &[&str] = &[
    "BeReal",
    "Bilibili",
    "Clubhouse",
    "Dailymotion",
    "Diaspora",
    "Discord",
    "Douyin",
    "Element",
    "Flickr",
    "Friendica",
    "Gab",
    "Gettr",
    "GitHub",
    "GitLab",
    "Hyves",
    "Jodel",
    "KakaoTalk",
    "Kick",
    "Koo",
    "Lemmy",
    "Lemon8",
    "Line",
    "Matrix",
    "Medium",
    "Messenger",
    "MeWe",
    "Misskey",
    "Myspace",
    "Nextdoor",
    "Nostr",
    "Odnoklassniki",
    "Odysee",
    "OnlyFans",
    "Parler",
    "Patreon",
    "Pinterest",
    "Pixelfed",
    "QQ",
    "Quora",
    "Reddit",
    "Rumble",
    "Session",
    "Signal",
    "Skype",
    "Slack",
    "Slideshare",
    "SoundCloud",
    "Spotify",
    "Steam",
    "Strava",
    "Substack",
    "Teams",
    "Threema",
    "Tinder",
    "Truth Social",
    "Tumblr",
    "Twitch",
    "Viber",
    "Vimeo",
    "VK",
    "VKontakte",
    "Weibo",
    "WeChat",
    "Wire",
    "Xing",
    "Yammer",
    "Yubo",
];

/// Names of platforms that are words as well: they count where something says that they are meant.
const WORDS: &[&str] = &[
    "element",
    "gab",
    "kick",
    "line",
    "matrix",
    "medium",
    "messenger",
    "session",
    "signal",
    "slack",
    "snap",
    "steam",
    "teams",
    "threads",
    "wire",
];

/// What stands before the name of a platform, in Dutch and English.
const PREPOSITIONS: &[&str] = &[
    "op", "via", "van", "in", "bij", "per", "onze", "ons", "mijn", "on", "from", "at", "our", "my",
];

/// What is put behind the name of a platform: `Facebookpagina`, `TikTok-account`, `YouTube channel`.
const NOUNS: &[&str] = &[
    "account", "accounts", "adres", "app", "bericht", "channel", "chat", "feed", "groep", "group",
    "handle", "kanaal", "naam", "nummer", "number", "page", "pagina", "post", "profiel", "profile",
    "server", "user",
];

/// A platform that a text names.
#[derive(Debug, Clone, Copy)]
struct Mention {
    start: usize,
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
    let mentions = mentions(directory, tokens);
    let is_name = |token: &&Token| token.kind == TokenKind::Handle;
    let names: Vec<&Token> = tokens.all.iter().filter(is_name).collect();
    let is_before = match (mentions.first(), names.first()) {
        (Some(mention), Some(name)) => mention.start < name.start,
        _ => return vec![Vec::new(); tokens.all.len()],
    };
    let place_of = |token: &Token| -> Vec<Place> {
        let others = || names.iter().map(|name| name.start).filter(|start| *start != token.start);
        let between = |from: usize, to: usize| {
            let within = mentions.iter().filter(|it| from <= it.start && it.start < to);
            without_repeats(within.map(|it| it.place))
        };
        if is_before {
            let before = others().filter(|start| *start < token.start);
            let mut starts: Vec<usize> = std::iter::once(0).chain(before).collect();
            starts.sort_unstable();
            let mut end = token.start;
            for start in starts.into_iter().rev() {
                let found = between(start, end);
                if !found.is_empty() {
                    return found;
                }
                end = start;
            }
            return Vec::new();
        }
        let mut ends: Vec<usize> = others().filter(|start| *start > token.start).collect();
        ends.push(usize::MAX);
        ends.sort_unstable();
        let mut start = token.start;
        for end in ends {
            let found = between(start, end);
            if !found.is_empty() {
                return found;
            }
            start = end;
        }
        // The last names of a list whose platforms stand behind them.
        between(0, usize::MAX)
    };
    let all = tokens.all.iter();
    all.map(|it| if is_name(&it) { place_of(it) } else { Vec::new() }).collect()
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
    let words: Vec<Word> = words(&tokens.text).into_iter().filter(is_free).collect();
    let mut found: Vec<Mention> = Vec::new();
    let mut named: Vec<(usize, Mention)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map(|next| next.text.as_str());
        let Some((place, is_plain)) = named_by(directory, &word.text, next) else {
            continue;
        };
        let mention = Mention { start: word.start, place };
        named.push((at, mention));
        if is_plain || is_meant(tokens, &words, at) {
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
            let between = tokens.text.get(first..second).unwrap_or_default();
            let joins = ["of", "en", "or", "and", "/", ",", "&", "+"];
            found.iter().any(|it| it.start == other.start) && joins.contains(&between.trim())
        };
        let is_named = found.iter().any(|it| it.start == mention.start);
        if !is_named && words.iter().any(beside) {
            found.push(mention);
        }
    }
    found.sort_by_key(|it| it.start);
    found
}

/// The words of a text in small letters: letters and digits that stand together.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let word = text.get(start..at).unwrap_or_default();
                words.push(Word { start, end: at, text: word.to_lowercase() });
                from = None;
            }
            _ => {}
        }
    }
    words
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
fn is_meant(tokens: &Tokens, words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let text = tokens.text.as_str();
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
        gap.is_some_and(|gap| gap.chars().all(|c| c == ' ' || c == '-' || c == '/'))
    });
    follows || leads || is_label || is_bracketed || is_beside
}

#[cfg(test)]
mod tests;
