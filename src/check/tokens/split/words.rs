//! Where words end that are no addresses: names with their sign, and plain words.

use super::signs::{ellipsis, is_at, is_joint, is_steering};
use super::{PartKind, next_scheme};
use crate::check::host::is_listed;
use crate::check::tokens::shape::{is_address, is_dot, is_server};
use crate::directory::Directory;

/// Signs behind a name that stands alone, with which it is another name, or no name at all: `@name/page`, `@name:server`.
const NAME_GOES_ON: [char; 10] = ['/', '\\', ':', '&', '?', '=', '+', '$', '!', '%'];

/// Where a word ends that is no address, and whether it is a signed name. `alone`: nothing but that word was given.
pub(super) fn word_end(rest: &str, alone: bool) -> (usize, PartKind) {
    for scheme in ["acct:", "did:"] {
        if rest.starts_with(scheme) {
            let next = next_scheme(rest).unwrap_or(rest.len());
            let name = rest.get(scheme.len()..next).unwrap_or_default();
            let is_end = |c: char| is_joint(c) && c != ':';
            let end = name.find(is_end).unwrap_or(name.len());
            return (scheme.len() + end, PartKind::Signed);
        }
    }
    // A scheme that is glued to a word ends at the first sign behind that.
    let near = rest.find(is_joint).and_then(|at| rest.get(..at + "://".len())).unwrap_or(rest);
    let rest = next_scheme(near).and_then(|next| rest.get(..next)).unwrap_or(rest);
    let steering = rest.len() - rest.trim_start_matches(is_steering).len();
    let first = rest.get(steering..).and_then(|rest| rest.chars().next());
    let sign = first.filter(|c| is_at(*c)).map_or(0, |c| steering + c.len_utf8());
    let name = name_end(rest, sign);
    let server = rest.get(name..).and_then(|it| it.strip_prefix(is_at)).unwrap_or_default();
    if !server.is_empty() && name > sign {
        let from = rest.len() - server.len();
        let end = name_end(rest, from);
        let host = rest.get(from..end).unwrap_or_default();
        let user = rest.get(..name).unwrap_or_default();
        let is_user = user.ends_with(|c: char| c.is_alphanumeric() || "_.-".contains(c));
        if is_user && is_server(host.trim_end_matches(['.', '-'])) {
            let behind = rest.get(end..).unwrap_or_default();
            return match behind.strip_prefix(['/', '\\', ':', '?', '#']) {
                // `@name@host/path` is an address with a user name before its host.
                Some(path)
                    if path.starts_with(|c: char| c.is_alphanumeric() || c == '.' || is_at(c)) =>
                {
                    (rest.find(',').unwrap_or(rest.len()), PartKind::Address)
                }
                // Of `info@site.nl@evil.nl` what counts is the end.
                _ if sign == 0 => (end + more_servers(behind), PartKind::Signed),
                _ => (end, PartKind::Signed),
            };
        }
    }
    if sign == 0 {
        return (name, PartKind::Plain);
    }
    // `@name#1234` and `@name*more` are other names than `@name`.
    let behind = rest.get(name..).unwrap_or_default();
    let more = behind.trim_start_matches(['#', '*', '~']);
    let signs = behind.len() - more.len();
    let is_longer =
        signs > 0 && more.starts_with(char::is_alphanumeric) && !more.contains(['/', '@']);
    let more = if is_longer { signs + more.find(is_joint).unwrap_or(more.len()) } else { 0 };
    // In a text, what follows may be another word; alone, it can only belong to the name.
    let goes_on = behind.strip_prefix(NAME_GOES_ON).is_some_and(|it| {
        it.starts_with(char::is_alphanumeric) && !it.contains(['@', '.', ',', ';'])
    });
    let more = if alone && goes_on { behind.len() } else { more };
    (name + more, PartKind::Signed)
}

/// How much of what stands behind a mailbox is more hosts, each with an `@` before it.
fn more_servers(behind: &str) -> usize {
    let mut at = 0;
    while let Some(server) = behind.get(at..).and_then(|it| it.strip_prefix(is_at)) {
        let from = behind.len() - server.len();
        let end = name_end(behind, from);
        let host = behind.get(from..end).unwrap_or_default();
        if !is_server(host.trim_end_matches(['.', '-'])) {
            break;
        }
        at = end;
    }
    at
}

/// A name without the underscores that set it in italics: `_@name_`.
pub(super) fn without_italics<'t>(span: &str, at: usize, part: &'t str) -> &'t str {
    let before = span.get(..at).unwrap_or_default();
    let lead = before.len() - before.trim_end_matches('_').len();
    let end = part.len() - part.trim_end_matches('_').len();
    if lead > 0 && lead == end {
        return part.get(..part.len() - end).unwrap_or(part);
    }
    part
}

/// Where a name ends that begins at a place: at the next sign, or behind `…`.
fn name_end(rest: &str, from: usize) -> usize {
    let name = rest.get(from..).unwrap_or_default();
    for (offset, c) in name.char_indices() {
        if is_joint(c) || is_at(c) {
            return from + offset;
        }
        if let Some(dots) = ellipsis(name.get(offset..).unwrap_or_default()) {
            return from + offset + dots;
        }
    }
    rest.len()
}

/// The host that the next sentence begins behind without a blank: `evil.nl.Daarna`. One that is listed is left as it
/// stands: there may be an ending by now that is not known here, and the host is another then.
pub(super) fn before_sentence<'t>(directory: &Directory, part: &'t str) -> Option<&'t str> {
    let at = part.rfind(|c| is_dot(c) || c == '-')?;
    let (host, word) = part.split_at_checked(at)?;
    let mut letters = word.chars().skip(1);
    let is_word = letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(char::is_lowercase);
    let is_host = is_word && is_address(directory, host, false);
    (is_host && !is_listed(directory, host)).then_some(host)
}
