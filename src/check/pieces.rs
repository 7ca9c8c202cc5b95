//! What there is to judge in an input: addresses, handles, or at last the words themselves.

use crate::directory::Directory;
use crate::platform::{AddressFault, PlatformIndex};

/// One thing in an input that can be judged, as it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    pub(super) kind: PieceKind,
}

/// What a piece is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// An address of the web or of an app.
    Address,
    /// A name of an account, with or without its sign.
    Handle,
    /// Several words, none of which is one of the others.
    Words,
}

/// So many things are judged in one input.
pub const MOST_PIECES: usize = 20;

/// So much of an input is read, in bytes: more than any message that a person pastes.
pub const LONGEST_INPUT: usize = 16 << 10;

/// The things in an input, in their order; at least one.
pub(super) fn pieces<'t>(directory: &Directory, input: &'t str) -> Vec<Piece<'t>> {
    let input = cut(input).trim();
    let whole = |kind| vec![Piece { text: input, kind }];
    if !input.contains(char::is_whitespace) {
        let text = bare(input);
        let text = if text.is_empty() { input } else { text };
        let kind =
            if is_address(directory, text, true) { PieceKind::Address } else { PieceKind::Handle };
        return vec![Piece { text, kind }];
    }
    if is_number(input) {
        return whole(PieceKind::Handle);
    }
    let mut found: Vec<Piece<'t>> = Vec::new();
    for token in tokens(input) {
        let kind = if is_address(directory, token, false) {
            PieceKind::Address
        } else if is_signed(token) || is_number(token) {
            PieceKind::Handle
        } else {
            continue;
        };
        let piece = Piece { text: token, kind };
        if !found.contains(&piece) {
            found.push(piece);
        }
    }
    if found.is_empty() {
        let handles = tokens(input).filter(|token| is_written_as_name(directory, token));
        found.extend(handles.map(|text| Piece { text, kind: PieceKind::Handle }));
    }
    found.truncate(MOST_PIECES);
    if found.is_empty() { whole(PieceKind::Words) } else { found }
}

/// The platform that a text names, where it names one and no other: `@politie op Instagram`.
pub(super) fn platform_named(directory: &Directory, input: &str) -> Option<PlatformIndex> {
    let mut before = "";
    let mut named = None;
    for word in cut(input).split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let found = directory.platforms.iter().find(|(_, platform)| {
            let rules = &platform.rules;
            let mut own = rules.former_names.iter().chain([&rules.name, &rules.id]);
            let is_named = own.any(|name| name.eq_ignore_ascii_case(word));
            // `x` alone is too short to be a name without a word for "on" before it.
            let is_meant = PREPOSITIONS.iter().any(|it| it.eq_ignore_ascii_case(before));
            is_named && (word.len() > 1 || is_meant)
        });
        if let Some((index, _)) = found {
            if named.is_some_and(|earlier| earlier != index) {
                return None;
            }
            named = Some(index);
        }
        before = word;
    }
    named
}

/// What stands before the name of a platform, in Dutch and English.
const PREPOSITIONS: &[&str] = &["op", "via", "van", "on", "from", "at"];

/// No more of the input than is read, cut between two characters.
fn cut(input: &str) -> &str {
    if input.len() <= LONGEST_INPUT {
        return input;
    }
    let end = (0..=LONGEST_INPUT).rev().find(|&at| input.is_char_boundary(at)).unwrap_or_default();
    input.get(..end).unwrap_or_default()
}

/// The words of a text without the signs around them, and telephone numbers in one piece.
fn tokens(input: &str) -> impl Iterator<Item = &str> {
    let numbers = number_run(input);
    let words = input.split_whitespace().map(bare).filter(|word| !word.is_empty());
    words.chain(numbers)
}

/// A telephone number that is written with spaces.
fn number_run(input: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_digit() || " -.()/+\u{A0}".contains(c);
    let run = input.split(|c| !is_part(c)).map(str::trim).find(|run| is_number(run))?;
    run.contains(char::is_whitespace).then_some(run)
}

/// A word without the brackets, quotes and full stops that a sentence puts around it.
fn bare(word: &str) -> &str {
    let word = word.trim_start_matches(|c| "\"'“”‘’„«»‹›([{<*`".contains(c));
    word.trim_end_matches(|c| "\"'“”‘’„«»‹›)]}>*`.,;:!?…".contains(c))
}

/// Whether a word is written with the sign of a handle.
fn is_signed(word: &str) -> bool {
    let name = word.strip_prefix('@').or(word.strip_prefix('＠'));
    name.is_some_and(|name| name.contains(char::is_alphanumeric))
        || word.starts_with("acct:")
        || word.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

/// Whether a text is a telephone number: between nine and fifteen digits, and signs.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_part = |c: char| c.is_ascii_digit() || " -.()/+\u{A0}".contains(c);
    (9..=15).contains(&digits) && text.chars().all(is_part)
}

/// Whether a word of a sentence can only be a handle: it has an underscore between letters, or is
/// written as no word is and is listed.
fn is_written_as_name(directory: &Directory, word: &str) -> bool {
    let parts: Vec<&str> = word.split('_').collect();
    if parts.len() > 1 {
        return parts.iter().any(|part| part.chars().filter(|c| c.is_alphabetic()).count() > 1);
    }
    let has_inner_capital = word.chars().skip(1).any(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        || word.chars().any(|c| c.is_ascii_digit()) && word.chars().any(char::is_alphabetic);
    let is_listed = || {
        let meant = directory.platforms.parse_handle(word);
        meant.iter().any(|reference| directory.account_by(reference).is_some())
    };
    has_inner_capital && is_listed()
}

/// Whether a text is to be read as an address: it has a scheme or a path, or ends as hosts do.
///
/// A name with points in it can be a handle too (`gemeente.ede` on Instagram). It is an address where
/// its end is one of the public suffixes, and, standing `alone`, also where one is hidden inside it
/// (`belastingdienst.nl.example`).
fn is_address(directory: &Directory, text: &str, alone: bool) -> bool {
    if text.starts_with('@') || text.starts_with("acct:") {
        return false;
    }
    if has_scheme(directory, text) {
        return true;
    }
    let rest = text.trim_start_matches(['/', '\\']);
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    // In `x.com@evil.nl/politie` the host stands behind the `@`; `info@evil.nl` is a mail address.
    let host = match host.rsplit_once('@') {
        Some((_, behind)) if !path.is_empty() => behind,
        Some(_) => return false,
        None => host,
    };
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let host = host.strip_suffix('.').unwrap_or(host);
    let labels: Vec<&str> = host.split(['.', '。', '．']).collect();
    let is_label = |label: &&str| {
        let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || !c.is_ascii();
        !label.is_empty() && label.chars().all(is_part)
    };
    if labels.len() < 2 || !labels.iter().all(is_label) {
        return false;
    }
    let last = labels.last().copied().unwrap_or_default();
    if last.chars().all(|c| c.is_ascii_digit()) {
        // An address in figures; `14.073` is a telephone number.
        return labels.len() == 4 || !path.is_empty();
    }
    // `Is dit echt.De politie …`: a full stop without the space behind it.
    let is_sentence = !alone && last.starts_with(char::is_uppercase) && !host.starts_with("www.");
    !path.is_empty()
        || (is_ending(last) && !is_sentence)
        || (alone && labels.len() > 2 && labels.iter().skip(1).any(|label| is_ending(label)))
}

/// Whether a text begins with the scheme of the web or of an app that a platform knows.
fn has_scheme(directory: &Directory, text: &str) -> bool {
    text.contains("://")
        || (text.contains(':')
            && !text.starts_with(|c: char| c.is_ascii_digit())
            && !matches!(
                directory.platforms.parse_address(text),
                Err(AddressFault::NotAnAddress | AddressFault::UnknownHost(_))
            ))
}

/// Whether a label is a top-level domain of the public suffix list.
fn is_ending(label: &str) -> bool {
    let host = format!("a.{}", label.to_lowercase());
    psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known())
}

#[cfg(test)]
mod tests;
