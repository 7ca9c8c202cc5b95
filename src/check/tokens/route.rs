//! Mailboxes with a route before their `@`: a server may send the mail on to where that says (RFC 5321, appendix C;
//! `info%evil.com@server.example`, `evil.com!info@server.example`).

/// Where a mailbox begins with the route before it; `start` is where it begins without.
pub(super) fn begin(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    if !before.ends_with(['%', '!']) {
        return start;
    }
    let is_of_mailbox = |c: char| c.is_ascii_alphanumeric() || ".-_+=%!".contains(c);
    let begin = before.trim_end_matches(is_of_mailbox).len();
    let end = text.get(start..).and_then(|it| it.find('@')).map_or(start, |at| start + at + 1);
    if text.get(begin..end).is_some_and(is_routed) { begin } else { start }
}

/// Whether a mailbox has a route: another name behind a `%`, a host before a `!`, or two hosts.
pub(crate) fn is_routed(mailbox: &str) -> bool {
    let Some((user, _)) = mailbox.rsplit_once('@') else { return false };
    if user.contains('/') || user.contains(char::is_whitespace) {
        return false;
    }
    let ends_name = |it: &str| it.ends_with(|c: char| c.is_ascii_alphanumeric());
    let begins_name = |it: &str| it.starts_with(|c: char| c.is_ascii_alphanumeric());
    let of_percent = user.split_once('%').is_some_and(|(to, by)| ends_name(to) && begins_name(by));
    let of_bang = user.rsplit_once('!').is_some_and(|(host, to)| {
        let host = host.rsplit('!').next().unwrap_or_default();
        host.trim_matches('.').contains('.') && ends_name(host) && begins_name(to)
    });
    // Of two hosts, one program takes the first and another the last.
    of_percent || of_bang || user.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_belongs_to_the_mailbox() {
        for (text, expected) in [
            ("Mail info%evil.com@a.nl", "info%evil.com@a.nl"),
            ("<x.evil.com!info@a.nl", "x.evil.com!info@a.nl"),
            ("info%evil@a.nl", "info%evil@a.nl"),
            ("Let op!info@a.nl", "info@a.nl"),
            ("100% info@a.nl", "info@a.nl"),
            ("%info@a.nl", "info@a.nl"),
            ("info@a.nl", "info@a.nl"),
        ] {
            let user = text.get(..text.rfind('@').unwrap()).unwrap();
            let start = user.rfind([' ', '%', '!']).map_or(0, |at| at + 1);
            assert_eq!(text.get(begin(text, start)..), Some(expected), "{text}");
        }
    }
}
