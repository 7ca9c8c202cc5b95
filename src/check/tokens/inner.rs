//! Addresses that another address holds in its query, its path or its fragment, in a coding that no service is
//! known for.

use percent_encoding::percent_decode_str;

use super::base64;

/// The most addresses that are looked at in one.
const MOST: usize = 4;

/// The most times that percent-encoding is laid over itself.
const MOST_LAYERS: usize = 3;

/// How `http` begins in Base64.
const HTTP: &str = "aHR0c";

/// The addresses that stand encoded in an address.
pub(in crate::check) fn inner_addresses(address: &str) -> Vec<String> {
    let mut found = Vec::new();
    for value in address.split(['/', '\\', '?', '#', '&', '=', ';', '!', ',']).skip(1) {
        let inner = if value.contains('%') { of_percents(value) } else { of_base64(value) };
        for inner in inner.into_iter().flat_map(|inner| {
            let within = if inner.contains('%') { inner_addresses(&inner) } else { Vec::new() };
            std::iter::once(inner).chain(within)
        }) {
            if !found.contains(&inner) {
                found.push(inner);
            }
        }
        if found.len() >= MOST {
            break;
        }
    }
    found
}

fn of_percents(value: &str) -> Option<String> {
    let mut text = value.to_owned();
    for _ in 0..MOST_LAYERS {
        text = percent_decode_str(&text).decode_utf8().ok()?.into_owned();
        let address = begin(&text);
        if address.is_some() || !text.contains('%') {
            return address;
        }
    }
    None
}

fn of_base64(value: &str) -> Option<String> {
    let coded = value.get(value.find(HTTP)?..)?;
    let end = coded.find(|c: char| !c.is_ascii_alphanumeric() && !"+-_".contains(c));
    let bytes = base64::decoded(coded.get(..end.unwrap_or(coded.len()))?)?;
    begin(&String::from_utf8(bytes).ok()?)
}

/// The address that begins in a value: the rest may be another of them.
fn begin(value: &str) -> Option<String> {
    let at = value.to_ascii_lowercase().find("http");
    let whole = at.and_then(|at| value.get(at..)).filter(|it| it.contains(':'));
    let address = whole.unwrap_or_else(|| value.trim_start_matches([' ', '"', '\'']));
    let is_relative = address.strip_prefix("//").is_some_and(|it| it.contains('.'));
    let is_host = || {
        let host = address.split(['/', '\\', '?', '#']).next().unwrap_or_default();
        host.len() < address.len() && host.contains('.') && host.starts_with(char::is_alphanumeric)
    };
    let is_address = whole.is_some() || is_relative || is_host();
    let end =
        address.find(|c: char| c.is_whitespace() || "\"'<>".contains(c)).unwrap_or(address.len());
    address.get(..end).filter(|it| is_address && !it.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::inner_addresses;

    #[test]
    fn what_an_address_holds_is_found_in_any_coding() {
        for (address, expected) in [
            ("https://evil.nl/?u=https%3A%2F%2Fx.com%2FP0L_Ede&a=1", vec!["https://x.com/P0L_Ede"]),
            (
                "https://evil.nl/?u=https%253A%252F%252Fx.com%252FP0L_Ede",
                vec!["https://x.com/P0L_Ede"],
            ),
            ("https://evil.nl/a/https%3a%2f%2fx.com%2fa/RK=2", vec!["https://x.com/a"]),
            ("https://evil.nl/?u=x.com%2FP0L_Ede#b", vec!["x.com/P0L_Ede"]),
            ("https://evil.nl/?u=%2F%2Fx.com%2Fa", vec!["//x.com/a"]),
            ("https://evil.nl/?q=cache%3Ahttps%3A%2F%2Fx.com%2Fa", vec!["https://x.com/a"]),
            (
                "https://evil.nl/ck/a?!&&u=a1aHR0cHM6Ly94LmNvbS9QMExfRWRl&ntb=1",
                vec!["https://x.com/P0L_Ede"],
            ),
            (
                "https://evil.nl/?u=https%3A%2F%2Fb.nl%2F%3Fu%3Dhttps%253A%252F%252Fx.com%252Fa",
                vec!["https://b.nl/?u=https%3A%2F%2Fx.com%2Fa", "https://x.com/a"],
            ),
            ("https://evil.nl/?next=%2FPOL_Ede", vec![]),
            ("https://evil.nl/?q=10%25", vec![]),
            ("https://evil.nl/%E2%82%AC%FF", vec![]),
            ("https://evil.nl/?u=https://x.com", vec![]),
            ("https%3A%2F%2Fevil.nl", vec![]),
        ] {
            assert_eq!(inner_addresses(address), expected, "{address}");
        }
    }
}
