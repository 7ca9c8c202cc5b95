//! How the host of an address is written: as the network has it, or in a way that hides where it leads.

use super::authority::Authority;
use super::name::{Name, ascii};
use crate::text::fold::fold_char;
use crate::text::sanitise;

/// How a host is written that leads somewhere else than it seems to, or nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) enum Writing {
    /// In characters that browsers replace (UTS 46, or percent-encoding): what they make of them.
    Replaced(String),
    /// As no host can be written (RFC 1123, section 2.1; RFC 1034, section 3.1).
    Impossible(String),
}

/// What is odd about the writing of an address's host, if anything. Other scripts are not, and neither are
/// capitals.
pub(in crate::check) fn writing(address: &str) -> Option<Writing> {
    let host = Authority::of(address).host();
    let plain: String = host.chars().filter(|&c| !sanitise::is_hostile(c)).collect();
    let meant = ascii(&unescaped(&plain)?);
    let typed = plain.to_lowercase();
    let typed = typed.strip_suffix('.').unwrap_or(&typed);
    if meant.split('.').any(is_impossible) {
        return meant.contains('.').then(|| Writing::Impossible(host.to_owned()));
    }
    let is_kept = typed == meant || typed == idna::domain_to_unicode(&meant).0;
    (!is_kept && meant.is_ascii()).then_some(Writing::Replaced(meant))
}

/// The letters of another script than the Latin one in what stands before the official part of an address's host, each
/// once. Only the owner of that part can give such names, but nobody reads them for what they are.
pub(in crate::check) fn letters_of_other_script(address: &str, official: &str) -> Vec<char> {
    let host = Authority::of(address).host();
    let plain: String = host.chars().filter(|&c| !sanitise::is_hostile(c)).collect();
    let name = unescaped(&plain).and_then(|it| Name::read(&it));
    let (Some(name), Some(own)) = (name, Name::read(official)) else { return Vec::new() };
    let before = name.shown.strip_suffix(&own.shown).unwrap_or(&name.shown);
    let mut letters: Vec<char> = Vec::new();
    for c in before.chars().filter(|&c| is_of_other_script(c)) {
        if !letters.contains(&c) {
            letters.push(c);
        }
    }
    letters
}

/// Whether a character is a letter that is none of the Latin script, with or without an accent.
fn is_of_other_script(c: char) -> bool {
    let is_latin =
        |folded: char| folded.is_ascii() || matches!(folded, 'æ' | 'œ' | 'þ' | 'ð' | 'ı');
    c.is_alphabetic() && !fold_char(c).is_none_or(is_latin)
}

/// Whether no host has such a part.
fn is_impossible(label: &str) -> bool {
    label.is_empty() || label.len() > 63 || label.starts_with('-') || label.ends_with('-')
}

/// A host with its percent-encoding undone; `None` where that is no text.
fn unescaped(host: &str) -> Option<String> {
    if !host.contains('%') {
        return Some(host.to_owned());
    }
    let pairs = url::form_urlencoded::parse(host.as_bytes()).next()?;
    Some(pairs.0.into_owned()).filter(|it| !it.contains(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_make_of_a_host_is_told() {
        for (address, meant) in [
            ("ⅾigid.nl", "digid.nl"),
            ("https://ｄｉｇｉｄ．ｎｌ/inloggen", "digid.nl"),
            ("digid。nl", "digid.nl"),
            ("https://digid%2enl/", "digid.nl"),
            ("https://d\u{2139}gid.nl", "digid.nl"),
            ("https://jan@𝐝igid.nl:443/a", "digid.nl"),
        ] {
            assert_eq!(writing(address), Some(Writing::Replaced(meant.to_owned())), "{address}");
        }
    }

    #[test]
    fn letters_of_another_script_before_what_is_official_are_found() {
        for (address, letters) in [
            ("https://wwԝ.knmi.nl", "ԝ"),
            ("https://mijn.pоrtааl.knmi.nl/x", "оа"),
            ("info@wwԝ.knmi.nl", "ԝ"),
            ("https://ww%D4%9D.knmi.nl", "ԝ"),
            ("https://xn--80a1acny.knmi.nl:8443/", "почта"),
            ("https://ωeb.knmi.nl", "ω"),
            ("https://www.knmi.nl", ""),
            ("https://café.fryslân.knmi.nl", ""),
            ("https://mijn.knmi.nl/wwԝ", ""),
            ("https://user:wwԝ@mijn.knmi.nl", ""),
        ] {
            let found: String = letters_of_other_script(address, "knmi.nl").into_iter().collect();
            assert_eq!(found, letters, "{address}");
        }
        // What a government calls itself is not strange.
        for address in ["https://пример.рф/", "https://www.пример.рф"] {
            assert!(letters_of_other_script(address, "пример.рф").is_empty(), "{address}");
        }
    }

    #[test]
    fn ordinary_writings_are_left_in_peace() {
        for address in [
            "digid.nl",
            "DigiD.NL.",
            "https://www.digid.nl:443/a?b#c",
            "https://fryslân.frl/",
            "FRYSLÂN.frl",
            "xn--fryslan-fxa.frl",
            "https://a_b.example/",
            "https://пример.рф/",
            "dig\u{AD}id.nl",
            "https://192.0.2.1/",
            "https://[2001:db8::1]/",
            "tg://resolve?domain=a",
            "",
        ] {
            assert_eq!(writing(address), None, "{address}");
        }
    }

    #[test]
    fn hosts_that_nobody_can_have_are_told() {
        for address in [
            "https://-x.digid.nl/",
            "x-.digid.nl",
            "digid.nl..",
            "https://a..digid.nl",
            &format!("{}.digid.nl", "a".repeat(64)),
        ] {
            let found = writing(address);
            assert!(matches!(found, Some(Writing::Impossible(_))), "{address}: {found:?}");
        }
    }
}
