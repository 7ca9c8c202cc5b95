//! Hosts that an address names behind its own, with or without the `//` of an address: a site may send its reader on to
//! them.

use percent_encoding::percent_decode_str;

use super::base64;
use super::shape::is_dot;
use crate::check::registered::registered;

/// The most layers of percent-encoding that are undone.
const MOST_LAYERS: usize = 3;

/// The shortest text in Base64 that is looked into: `a.nl` has as many signs.
const SHORTEST_CODED: usize = 6;

/// Endings of files and pages that end hosts, too: of two labels they say nothing.
const FILES: &[&str] =
    &["ai", "app", "cab", "do", "md", "mov", "pl", "ps", "py", "rs", "sh", "so", "zip"];

/// Schemes of what is no page on a host, and runs or shows what stands behind them.
const RUNNING: &[&str] = &["blob:", "data:", "javascript:", "vbscript:"];

/// The hosts in the path, the query and the fragment of an address, and the schemes of what runs there.
pub(crate) fn hosts_held(address: &str) -> Vec<String> {
    let mut rest = behind_host(address).to_owned();
    for _ in 0..MOST_LAYERS {
        rest = percent_decode_str(&rest).decode_utf8_lossy().into_owned();
    }
    let mut found: Vec<String> = Vec::new();
    for field in rest.split(['?', '#', '&', ';']) {
        // Where a reader came from is told so, and nobody is sent there.
        if field.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("utm_")) {
            continue;
        }
        let (is_value, value) =
            field.split_once('=').map_or((false, field), |(_, value)| (true, value));
        let coded = std::iter::once(value).chain(value.split('/')).filter_map(of_base64);
        for text in std::iter::once(value.to_owned()).chain(coded) {
            let all = hosts(&text).chain(without_point(&text, is_value)).chain(running(&text));
            for host in all {
                if !found.contains(&host) {
                    found.push(host);
                }
            }
        }
    }
    found
}

/// An address from the end of its host on.
fn behind_host(address: &str) -> &str {
    let scheme =
        address.split_once(':').filter(|(it, _)| it.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = scheme.map_or(address, |(_, rest)| rest).trim_start_matches(['/', '\\']);
    rest.find(['/', '\\', '?', '#']).and_then(|at| rest.get(at..)).unwrap_or_default()
}

fn of_base64(value: &str) -> Option<String> {
    let bytes = base64::decoded(value).filter(|_| value.len() >= SHORTEST_CODED)?;
    String::from_utf8(bytes).ok()
}

fn hosts(value: &str) -> impl Iterator<Item = String> {
    let is_around =
        |c: char| c.is_whitespace() || c.is_control() || "/\\:=,|!()[]<>\"'".contains(c);
    // Before an `@` stands a name, and all of it is somebody's mailbox.
    let all = value.split(is_around).filter(|it| !it.contains('@'));
    all.map(|it| it.replace(is_dot, ".").trim_matches('.').to_lowercase()).filter(|it| is_host(it))
}

/// What stands behind the `//` of an address and has no point, which names a host as well: `//localhost`, `//[::1]`,
/// `//2130706433`. A path has `//` in it, too, so that it counts behind a scheme or at the beginning of a value alone.
fn without_point(text: &str, is_value: bool) -> impl Iterator<Item = String> {
    text.match_indices("//").filter_map(move |(at, sign)| {
        let before = text.get(..at)?;
        let is_scheme = before.ends_with(':') || before.is_empty() && is_value;
        let host = text.get(at + sign.len()..)?.split(['/', '\\']).next()?.to_lowercase();
        (is_scheme && !host.is_empty() && !host.contains(is_dot)).then_some(host)
    })
}

/// The scheme of what a browser runs, which ignores controls and blanks around and in it
/// (<https://url.spec.whatwg.org/#concept-basic-url-parser>).
fn running(text: &str) -> Option<String> {
    let begin = text.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    let begin: String = begin.take(LONGEST_RUNNING).collect::<String>().to_lowercase();
    let scheme = RUNNING.iter().find(|it| begin.starts_with(**it));
    scheme.map(|it| (*it).to_owned())
}

/// How long the longest of [`RUNNING`] is.
const LONGEST_RUNNING: usize = 11;

fn is_host(host: &str) -> bool {
    if host.parse::<std::net::Ipv4Addr>().is_ok() {
        return true;
    }
    let Some((before, ending)) = host.rsplit_once('.') else { return false };
    let is_of_label = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let is_file = || !before.contains('.') && FILES.contains(&ending);
    host.split('.').all(|label| !label.is_empty() && label.chars().all(is_of_label))
        && registered(host).is_some_and(|(_, suffix)| suffix.giver.is_some())
        && !is_file()
}

#[cfg(test)]
mod tests {
    use super::hosts_held;

    #[test]
    fn a_host_is_found_however_it_is_held() {
        for (address, expected) in [
            ("https://a.nl/?next=evil.com", &["evil.com"][..]),
            ("https://a.nl/?next=evil.com/b.html&c=1", &["evil.com"]),
            ("https://a.nl/?next=%2F%2Fevil.com", &["evil.com"]),
            ("https://a.nl/?next=%2F%5Cevil.com:80", &["evil.com"]),
            ("https://a.nl/?next=%252F%255CEVIL.com", &["evil.com"]),
            ("https://a.nl/?next=https:evil.com", &["evil.com"]),
            ("https://a.nl/?next=ZXZpbC5jb20=", &["evil.com"]),
            ("https://a.nl/?next=aHR0cHM6Ly9ldmlsLmNvbS9h", &["evil.com"]),
            ("https://a.nl/go/ZXZpbC5jb20", &["evil.com"]),
            ("https://a.nl/redirect/evil.com", &["evil.com"]),
            ("a.nl/redirect/evil.co.uk/b", &["evil.co.uk"]),
            ("a.nl//evil.com", &["evil.com"]),
            ("https://a.nl/?q=evil%E3%80%82com", &["evil.com"]),
            ("https://a.nl/#/evil.com", &["evil.com"]),
            ("https://a.nl?evil.com", &["evil.com"]),
            ("https://a.nl/?next=www.evil.zip", &["www.evil.zip"]),
            ("https://a.nl/?next=1.2.3.4", &["1.2.3.4"]),
            ("https://a.nl/?next=http://127.0.0.1:80/a", &["127.0.0.1"]),
            ("https://a.nl/?next=https://localhost/b", &["localhost"]),
            ("https://a.nl/?next=//2130706433", &["2130706433"]),
            ("https://a.nl/?next=http://[::1]/", &["[::1]"]),
            ("https://a.nl/?next=javascript:alert(1)", &["javascript:"]),
            ("https://a.nl/#JavaScript%3Aalert(1)", &["javascript:"]),
            ("https://a.nl/?u=java%0Ascript:a", &["javascript:"]),
            ("https://a.nl/?u=data:text/html,x", &["data:"]),
            ("https://a.nl/a//b?c=d//e&f=javascript&g=1.2.3.400", &[]),
            ("https://a.nl/index.html?f=foo.zip&v=1.2.3&p=login.do#a.b", &[]),
            ("https://a.nl/b/file.pdf/v1.2/co.uk/x.aspx", &[]),
            ("https://a.nl/?mail=jan@gmail.com&utm_source=google.com", &[]),
            ("https://a.nl/?token=QWxhZGRpbjpvcGVuIHNlc2FtZQ==", &[]),
            ("https://evil.com:8080", &[]),
            ("", &[]),
        ] {
            assert_eq!(hosts_held(address), expected, "{address}");
        }
    }
}
