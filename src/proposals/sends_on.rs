//! Pages that may send on whoever opens them: what they show, nobody can tell by their address.

use percent_encoding::percent_decode_str;
use url::Url;

use crate::check::hosts_held;

/// The most layers of percent-encoding that are undone.
const MOST_LAYERS: usize = 3;

/// What pages are called that send on to what stands behind their name, in the path or the query.
const NAMES: &[&str] =
    &["away", "exit", "go", "goto", "jump", "leave", "out", "outbound", "redir", "redirect"];

/// Whether an address has another one in it, or bears a name of pages that send on. What leads to the own sites of whoever has
/// the page may be sent there.
pub(super) fn sends_on(page: &str, is_own: &dyn Fn(&str) -> bool) -> bool {
    let Ok(url) = Url::parse(page) else { return false };
    let decoded = |text: &str| {
        (0..MOST_LAYERS).fold(text.to_owned(), |text, _| {
            percent_decode_str(&text).decode_utf8_lossy().into_owned()
        })
    };
    let [path, query] = [url.path(), url.query().unwrap_or_default()].map(decoded);
    let is_strange = |host: &str| !is_own(&format!("https://{host}/"));
    is_named(&path, &query)
        || [&path, &query].into_iter().any(|it| leads_to(it, &is_strange))
        || hosts_held(page).iter().any(|host| is_strange(host))
}

/// Whether a part of a path is called as what sends on, and something stands behind it.
fn is_named(path: &str, query: &str) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let is_name = |part: &str| {
        let name = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
        NAMES.contains(&name.as_str())
    };
    parts.any(is_name) && (parts.next().is_some() || !query.is_empty())
}

/// Whether a text has an address in it that leads to a stranger, whatever its host ends in.
fn leads_to(text: &str, is_strange: &dyn Fn(&str) -> bool) -> bool {
    let values = text.split(['?', '&', ';']).filter(|it| !it.starts_with("utm_"));
    let mut values = values.map(|it| it.split_once('=').map_or(it, |(_, value)| value));
    values.any(|value| {
        let value = value.replace('\\', "/");
        let behind = value.split_once("//").map(|(_, rest)| rest);
        let named = behind.and_then(|rest| rest.split(['/', ':', '?', '#']).next());
        named.is_some_and(|host| host.contains('.') && is_strange(host))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_may_send_on_is_known_by_its_address() {
        let is_own = |page: &str| page == "https://www.a.nl/" || page == "https://a.nl/";
        for (page, expected) in [
            ("https://www.a.nl/redirect?url=https://evil.example/", true),
            ("https://www.a.nl/x?next=https%3A%2F%2Fevil.example", true),
            ("https://www.a.nl/x?next=https%253A%252F%252Fevil.example", true),
            ("https://www.a.nl/x?next=//evil.example", true),
            ("https://www.a.nl/x?next=/%5Cevil.example", true),
            ("https://www.a.nl/x?next=evil.com", true),
            ("https://www.a.nl/x?next=aHR0cHM6Ly9ldmlsLmNvbS9h", true),
            ("https://www.a.nl/x/https://evil.example/a", true),
            ("https://www.a.nl/x/evil.co.uk", true),
            ("https://www.a.nl/redirect?to=7", true),
            ("https://www.a.nl/nl/Redirect.aspx?id=7", true),
            ("https://www.a.nl/go/7", true),
            ("https://www.a.nl/?evil.com", true),
            ("https://www.a.nl/login?next=https://www.a.nl/contact", false),
            ("https://www.a.nl/login?next=a.nl", false),
            ("https://www.a.nl/contact?utm_source=google.com", false),
            ("https://www.a.nl/contact", false),
            ("https://www.a.nl/go", false),
            ("https://www.a.nl/redirecties/7", false),
            ("https://www.a.nl/index.html?f=foo.zip&v=1.2.3&p=login.do#a.b", false),
            ("https://www.a.nl//over-ons//7.html", false),
            ("https://www.a.nl/mail?an=jan@a.nl", false),
        ] {
            assert_eq!(sends_on(page, &is_own), expected, "{page}");
        }
    }
}
