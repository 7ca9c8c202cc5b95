//! What looks like somebody's own: a mail address, a number of a telephone, a bank account or a citizen, or a link that
//! tells who opens it.
//!
//! It is told by its form alone, and rather too often than too seldom: a query that is not kept is typed again, and one
//! that is may be read by others.

/// How many digits a number of somebody has at least: shorter ones are years, or numbers that anyone may call, such as
/// 112 and 14 010. A number of a citizen (BSN) has eight or nine, one of a bank account (IBAN) a run of more.
const FEWEST_DIGITS: usize = 7;

/// The most signs between two groups of digits of one number.
const MOST_PARTING: usize = 3;

/// Whether such a thing stands in a text.
pub(super) fn is_held(text: &str) -> bool {
    has_number(text) || has_mail_address(text) || has_parameter(text)
}

fn has_number(text: &str) -> bool {
    let (mut digits, mut parting) = (0, 0);
    for c in text.chars() {
        if c.is_numeric() {
            (digits, parting) = (digits + 1, 0);
        } else {
            parting += 1;
            if parting > MOST_PARTING || !(c.is_whitespace() || "./-+()[]–—‑_·:".contains(c))
            {
                digits = 0;
            }
        }
        if digits >= FEWEST_DIGITS {
            return true;
        }
    }
    false
}

/// Whether a link carries a value (`?id=x7Qa`, RFC 3986, 3.4): in a message it is often of the one who got it.
fn has_parameter(text: &str) -> bool {
    let words = text.split_whitespace();
    let mut behind = words.filter_map(|word| word.split_once('?').map(|(_, behind)| behind));
    behind.any(|behind| behind.contains('='))
}

/// Whether a sign can stand in the name of a mailbox (RFC 5322, `atext` and dots), as far as people have it in theirs.
fn is_of_mailbox(c: char) -> bool {
    c.is_alphanumeric() || ".!#$&'*+-=^_{}~".contains(c)
}

/// A name and a host with an `@` between them. A handle of the fediverse begins with one, and is none.
fn has_mail_address(text: &str) -> bool {
    let plain = text.replace("%40", "@").replace('＠', "@");
    plain.match_indices('@').any(|(at, sign)| {
        let (before, after) =
            (plain.get(..at).unwrap_or_default(), plain.get(at + sign.len()..).unwrap_or_default());
        let rest = before.trim_end_matches(is_of_mailbox);
        let host: &str = after
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-')))
            .next()
            .unwrap_or_default();
        let has_dot = host.trim_matches('.').contains('.');
        rest.len() < before.len() && !rest.ends_with('@') && has_dot
    })
}
