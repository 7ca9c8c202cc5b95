//! The schemes of addresses, and where the host behind one begins.

/// Schemes of addresses that lead to no account: to a program, a file, or what the address itself holds.
const OTHER_SCHEMES: &[&str] = &[
    "bitcoin",
    "bitcoincash",
    "callto",
    "data",
    "dogecoin",
    "ethereum",
    "facetime",
    "file",
    "intent",
    "javascript",
    "lightning",
    "litecoin",
    "magnet",
    "market",
    "mms",
    "monero",
    "skype",
    "sms",
    "smsto",
    "vbscript",
    "viber",
];

/// The schemes in front of which a word may be glued: `Edehttps://`.
const SCHEMES: &[&str] = &["https", "http"];

pub(super) fn is_web(scheme: &str) -> bool {
    SCHEMES.iter().any(|own| scheme.eq_ignore_ascii_case(own))
}

/// Whether a text begins with the address of something else than an account.
pub(super) fn begins_other(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, behind)| {
        OTHER_SCHEMES.iter().any(|own| scheme.eq_ignore_ascii_case(own))
            && behind.starts_with(|c: char| c.is_alphanumeric() || "/+?#".contains(c))
            || is_unknown(scheme, behind)
    })
}

/// Whether what stands around a `:` is an address of a program that nobody here knows, rather than a label and a word
/// glued together: `zoommtg:join?id=1`, `ms-settings:privacy`.
fn is_unknown(scheme: &str, behind: &str) -> bool {
    let of_system = ["ms-", "web+", "search-ms"].iter().any(|own| scheme.starts_with(own));
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.len() > 1
        && scheme
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+-".contains(&b));
    let run = behind.split(char::is_whitespace).next().unwrap_or_default();
    let has_query = || {
        let query = run.find('?').and_then(|at| run.get(at + 1..)).unwrap_or_default();
        query.starts_with(|c: char| c.is_ascii_alphabetic()) && query.contains(['=', ':'])
    };
    is_scheme
        && !is_web(scheme)
        && run.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '?')
        && !run.contains('@')
        && (of_system || has_query())
}

/// Whether a bracket closes a tag of a forum: `[/url]`.
pub(super) fn closes_tag(behind: &str) -> bool {
    let name = behind.strip_prefix('/').unwrap_or_default();
    let end = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
    end > 0 && name.get(end..).is_some_and(|it| it.starts_with(']'))
}

/// Where the host of an address begins: behind its scheme, and slashes however many.
pub(super) fn authority(address: &str) -> usize {
    let web = address.find(':').filter(|&at| address.get(..at).is_some_and(is_web));
    if let (None, Some(at)) = (web, address.find("://")) {
        return at + "://".len();
    }
    let from = web.map_or(0, |at| at + 1);
    let rest = address.get(from..).unwrap_or_default();
    from + rest.len() - rest.trim_start_matches(['/', '\\']).len()
}

/// Where the first address behind the beginning of a text has its scheme.
pub(super) fn next_scheme(rest: &str) -> Option<usize> {
    next_scheme_behind(rest, 0)
}

/// Where the first address behind a place in a text has its scheme.
pub(super) fn next_scheme_behind(rest: &str, place: usize) -> Option<usize> {
    let mut from = place;
    while let Some(at) = rest.get(from..).and_then(|it| it.find("://")).map(|at| at + from) {
        let before = rest.get(..at).unwrap_or_default();
        let scheme = before.trim_end_matches(is_of_scheme).len();
        let begins = scheme + glued_scheme(before.get(scheme..).unwrap_or_default());
        if begins > place && begins < at {
            return Some(begins);
        }
        from = at + 3;
    }
    None
}

pub(super) fn is_of_scheme(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '+' || c == '-'
}

/// How many bytes of what stands before `://` are a word that the scheme is glued to.
pub(super) fn glued_scheme(before: &str) -> usize {
    let is_known = |scheme: &&&str| {
        let at = before.len().checked_sub(scheme.len());
        at.and_then(|at| before.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(scheme))
    };
    SCHEMES.iter().find(is_known).map_or(0, |scheme| before.len() - scheme.len())
}
