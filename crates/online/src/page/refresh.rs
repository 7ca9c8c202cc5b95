//! Where a page sends its visitors on to, without a word of HTTP: `<meta http-equiv="refresh">` and the `Refresh` header.

/// The address in such a declaration, which is a time and an address; `None` where it only loads the page again.
///
/// It is read as a browser does: <https://html.spec.whatwg.org/#shared-declarative-refresh-steps>.
pub(super) fn target(declared: &str) -> Option<&str> {
    let declared = declared.trim_start();
    let rest = declared.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_time = rest.len() < declared.len() || rest.starts_with('.');
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_parted = rest.starts_with(|c: char| matches!(c, ';' | ',') || c.is_ascii_whitespace());
    if !has_time || !is_parted {
        return None;
    }
    let rest = rest.trim_start();
    let rest = rest.strip_prefix([';', ',']).unwrap_or(rest).trim_start();
    let address = unquoted(without_name(rest).unwrap_or(rest)).trim_end();
    (!address.is_empty()).then_some(address)
}

/// What stands behind `url =`.
fn without_name(text: &str) -> Option<&str> {
    let (name, rest) = text.split_at_checked(3)?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    name.eq_ignore_ascii_case("url").then_some(value)
}

/// What stands between quotes, where it does.
fn unquoted(text: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or(rest);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declared_is_read_as_a_browser_does() {
        for (declared, expected) in [
            ("0; url=https://a.example/", Some("https://a.example/")),
            ("0;URL='https://a.example/'", Some("https://a.example/")),
            ("5 , url = \"/nl/\" behind", Some("/nl/")),
            (" 3.5;https://a.example/", Some("https://a.example/")),
            (".5 /nl", Some("/nl")),
            ("0;url", Some("url")),
            ("0;urlaub", Some("urlaub")),
            ("300", None),
            ("0;", None),
            ("0;url=", None),
            ("0x;url=/nl", None),
            ("url=/nl", None),
            ("", None),
            ("0;\u{e9}\u{e9}", Some("\u{e9}\u{e9}")),
        ] {
            assert_eq!(target(declared), expected, "{declared:?}");
        }
    }
}
