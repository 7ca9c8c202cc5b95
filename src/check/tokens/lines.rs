//! Addresses that the end of a line broke, as mails of a fixed width and copies of PDFs do.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::Break;
use super::shape::is_ending;

/// An address that a line broke, put together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) whole: String,
    /// Where it begins in the text, in bytes.
    pub(super) start: usize,
    /// Where it was broken.
    pub(super) at: Break,
}

/// An address that stands at the end of a line.
static LAST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?im)(?:\bhttps?:[/\\]{1,3}|\bwww\.)(?<rest>[^\s<>"'|()]*)(?<blank>[ \t]*)\r?$"#)
        .ok()
});

/// What begins the next line: the marks of a quoted mail, and the rest of the address.
static NEXT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"^\r?\n[ \t>|]*(?<rest>[0-9A-Za-z%_.~-][^\s<>"'|()]*)(?<end>[ \t]*(?:\r?\n|$))?"#)
        .ok()
});

/// The most lines that one address goes over.
const MOST_LINES: usize = 4;

/// The addresses that a line broke. Whether one is that, or a word that stands at the end of a line, is for the
/// reader to know: it is only told where it leads to something that is known.
pub(super) fn broken(text: &str) -> Vec<Broken> {
    let Some(pattern) = LAST.as_ref().filter(|_| text.contains('\n')) else {
        return Vec::new();
    };
    pattern
        .captures_iter(text)
        .filter_map(|found| {
            let whole = found.get(0)?;
            let blank = found.name("blank").map_or(0, |it| it.len());
            let first = whole.as_str().trim_end().get(..)?;
            let end = whole.start() + first.len() + blank;
            put_together(first, text.get(end..)?).map(|(whole_address, at)| Broken {
                whole: whole_address,
                start: whole.start(),
                at,
            })
        })
        .collect()
}

/// An address with what stands on the next lines, as far as it needs it.
fn put_together(first: &str, behind: &str) -> Option<(String, Break)> {
    let at = unfinished(first)?;
    let mut whole = first.to_owned();
    let mut behind = behind;
    for _ in 1..MOST_LINES {
        let found = NEXT.as_ref()?.captures(behind)?;
        let rest = found.name("rest")?;
        if begins_sentence(&whole, rest.as_str()) {
            return None;
        }
        whole.push_str(rest.as_str());
        if at == Break::Path || unfinished(&whole) != Some(Break::Host) {
            return Some((whole, at));
        }
        found.name("end")?;
        behind = behind.get(rest.end()..)?;
    }
    None
}

/// Whether a sentence ended in an address, and another begins behind it: `www.duo.nl.\nVragen?`. Hosts are written in
/// one case.
fn begins_sentence(address: &str, rest: &str) -> bool {
    let is_lower = address.contains(char::is_lowercase);
    is_lower && address.ends_with('.') && rest.starts_with(char::is_uppercase)
}

/// Where an address would go on, if it does not end here.
fn unfinished(address: &str) -> Option<Break> {
    let behind_scheme = address.split_once(':').map_or(address, |(_, rest)| rest);
    let rest = behind_scheme.trim_start_matches(['/', '\\']);
    let end = rest.find(['/', '\\', '?', '#', '@', ':']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    if path.is_empty() {
        let last = host.rsplit('.').next().unwrap_or_default();
        let is_whole = host.contains('.') && is_ending(last);
        return (!is_whole && !host.is_empty()).then_some(Break::Host);
    }
    path.ends_with(['_', '-', '.', '%', '=']).then_some(Break::Path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_put_together_where_it_can_not_end() {
        assert!(LAST.is_some() && NEXT.is_some());
        for (text, expected) in [
            (
                "https://www.belasting\ndienst.nl",
                Some(("https://www.belastingdienst.nl", Break::Host)),
            ),
            (
                "Zie https://www.belasting\r\ndienst.nl/a.",
                Some(("https://www.belastingdienst.nl/a.", Break::Host)),
            ),
            (
                "> https://belasting-\n>  dienst.nl b",
                Some(("https://belasting-dienst.nl", Break::Host)),
            ),
            ("www.belastingdienst. \nnl", Some(("www.belastingdienst.nl", Break::Host))),
            (
                "https://www.belas\nting\ndienst.nl",
                Some(("https://www.belastingdienst.nl", Break::Host)),
            ),
            ("www.duo.nl.\nVragen? Bel ons", None),
            ("www.svb.nl.\r\n> Info: bel ons", None),
            ("https://www.duo.nl.\nde", Some(("https://www.duo.nl.de", Break::Host))),
            ("WWW.BELASTINGDIENST.\nNL", Some(("WWW.BELASTINGDIENST.NL", Break::Host))),
            ("https://x.com/POL_\nEde", Some(("https://x.com/POL_Ede", Break::Path))),
            ("https://x.com/POL_Ede\nnep", None),
            ("https://www.digid.nl\ninloggen", None),
            ("https://www.belasting\nDit is het", None),
            ("https://www.belasting\n\ndienst.nl", None),
            ("https://www.belasting", None),
            ("de belasting\ndienst.nl", None),
        ] {
            let found = broken(text);
            let found = found.first().map(|it| (it.whole.as_str(), it.at));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
