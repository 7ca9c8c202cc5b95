//! Addresses that may be opened: `https`, in full, and nothing odd in them.

use std::borrow::Cow;

use url::{Host, Url};

/// Why a text is no address to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HttpsError {
    /// It is no address, or not a whole one.
    #[error("this is no address, or not a whole one")]
    NoAddress,
    /// It is an address of another scheme.
    #[error("this is not an `https` address")]
    OtherScheme,
    /// It has a user name before the host, which passes for the host with many readers.
    #[error("a user name stands before the host")]
    UserName,
    /// It holds a character that an address must percent-encode.
    #[error("a character stands in the address that must be percent-encoded")]
    Character,
}

/// An address of `https` that no reader of addresses would change anything of: a host of sound labels in lower case, and
/// behind it nothing that is read otherwise than it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlainHttps<'a> {
    pub(crate) host: &'a str,
    /// What stands behind the host.
    rest: &'a str,
}

impl<'a> PlainHttps<'a> {
    /// The address in a text; `None` where it is none, or where that takes a closer look.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let behind = text.strip_prefix("https://")?;
        let length = behind.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
        let (host, rest) = behind.split_at_checked(length.unwrap_or(behind.len()))?;
        let is_plain = |byte: u8| {
            // What stands in most addresses comes first.
            byte.is_ascii_alphanumeric()
                || matches!(
                    byte,
                    b'-' | b'.' | b'_' | b'~' | b'/' | b'?' | b'#' | b'=' | b'&' | b'%'
                )
                || matches!(
                    byte,
                    b'+' | b':' | b',' | b';' | b'@' | b'!' | b'(' | b')' | b'*' | b'$'
                )
        };
        (is_plain_host(host) && rest.bytes().all(is_plain)).then_some(Self { host, rest })
    }

    /// The path, where it has no steps in it and nothing stands behind it.
    pub(crate) fn path(self) -> Option<&'a str> {
        let is_plain = !self.rest.contains(['?', '#', '%']) && !self.rest.contains("/.");
        is_plain.then_some(if self.rest.is_empty() { "/" } else { self.rest })
    }
}

/// Whether a host has a name, of sound labels in lower case without another script in it.
fn is_plain_host(host: &str) -> bool {
    let is_label = |label: &[u8]| {
        let is_plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-';
        (1..=63).contains(&label.len()) && label.iter().all(is_plain) && !label.starts_with(b"xn--")
    };
    let mut labels = host.as_bytes().split(|byte| *byte == b'.');
    // What ends in a number is an address of numbers.
    let is_name =
        labels.clone().next_back().and_then(<[u8]>::first).is_some_and(u8::is_ascii_lowercase);
    is_name && host.len() <= 253 && labels.all(is_label)
}

/// The host of an address, as a browser reads it.
pub(crate) fn host_in(address: &str) -> Option<Cow<'_, str>> {
    if let Some(PlainHttps { host, .. }) = PlainHttps::of(address) {
        return Some(Cow::Borrowed(host));
    }
    Some(Cow::Owned(Url::parse(address).ok()?.host_str()?.to_owned()))
}

/// Whether an address leads to a number, which says nothing of whose it is, instead of a name.
pub(crate) fn is_on_a_number(address: &str) -> bool {
    let is_number = |url: Url| matches!(url.host(), Some(Host::Ipv4(_) | Host::Ipv6(_)));
    PlainHttps::of(address).is_none() && Url::parse(address).is_ok_and(is_number)
}

/// Whether a text is an `https` address, in full and as it is to be written.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn check_https(text: &str) -> Result<(), HttpsError> {
    if PlainHttps::of(text).is_some() {
        return Ok(());
    }
    match Url::parse(text) {
        Err(_) => Err(HttpsError::NoAddress),
        Ok(url) if url.scheme() != "https" => Err(HttpsError::OtherScheme),
        Ok(url) if !url.username().is_empty() || url.password().is_some() => {
            Err(HttpsError::UserName)
        }
        Ok(_) if !text.is_ascii() || text.contains([' ', '\\', '"', '<', '>']) => {
            Err(HttpsError::Character)
        }
        Ok(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_whole_https_addresses_are_taken() {
        for (text, expected) in [
            ("https://social.overheid.nl/@wind", Ok(())),
            ("https://x.com/MinBZK?a=1#b", Ok(())),
            ("", Err(HttpsError::NoAddress)),
            ("@MinBZK", Err(HttpsError::NoAddress)),
            ("x.com/MinBZK", Err(HttpsError::NoAddress)),
            ("https://", Err(HttpsError::NoAddress)),
            ("http://x.com/MinBZK", Err(HttpsError::OtherScheme)),
            ("javascript:alert(1)", Err(HttpsError::OtherScheme)),
            ("https://x.com@evil.example/", Err(HttpsError::UserName)),
            ("https://x.com/Min BZK", Err(HttpsError::Character)),
            ("https://x.com\\@evil.example/", Err(HttpsError::Character)),
            ("https://pоlitie.nl/", Err(HttpsError::Character)),
        ] {
            assert_eq!(check_https(text), expected, "{text}");
        }
    }

    #[test]
    fn most_addresses_are_plain() {
        for text in
            ["https://www.ede.nl", "https://a-1.b2.nl/", "https://x.nl/a/b_c.html?d=e%20f#g"]
        {
            assert!(PlainHttps::of(text).is_some(), "{text}");
        }
        for text in [
            "http://ede.nl",
            "https://",
            "https://EDE.nl",
            "https://ede.nl.",
            "https://a..nl",
            "https://u@ede.nl",
            "https://ede.nl:443",
            "https://1.2.3.4",
            "https://a.0x1",
            "https://[::1]",
            "https://xn--a.nl",
            "https://é.nl",
            "https://ede.nl/a b",
            "https://ede.nl/\\",
            "https://ede.nl/é",
            "https://ede.nl\n",
        ] {
            assert!(PlainHttps::of(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_plain_address_is_read_as_it_is_written(
            text in r"(https?://|https:/)[a-zA-Z0-9.-]{0,12}([.](nl|xn--a|0x1|7|a7))?[.:@]{0,1}([/?#][a-zA-Z0-9/.?#%:@\\&=~ _-]{0,14})?",
        ) {
            let parsed = Url::parse(&text);
            if let Some(plain) = PlainHttps::of(&text) {
                let url = parsed.clone().unwrap();
                prop_assert_eq!(url.host(), Some(Host::Domain(plain.host)));
                let is_bare = url.username().is_empty() && url.password().is_none();
                prop_assert!(is_bare && url.scheme() == "https" && url.port().is_none());
                if let Some(path) = plain.path() {
                    prop_assert_eq!(url.path(), path);
                    prop_assert!(url.query().is_none() && url.fragment().is_none());
                }
            }
            let host = parsed.ok().and_then(|url| url.host_str().map(str::to_owned));
            prop_assert_eq!(host_in(&text).map(Cow::into_owned), host);
        }
    }
}
