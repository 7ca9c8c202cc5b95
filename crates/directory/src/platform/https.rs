//! Addresses that may be opened: `https`, in full, and nothing odd in them.

use url::Url;

/// Why a text is no address to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HttpsFault {
    /// It is no address, or not a whole one.
    NoAddress,
    /// It is an address of another scheme.
    OtherScheme,
    /// It has a user name before the host, which passes for the host with many readers.
    UserName,
    /// It holds a character that an address must percent-encode.
    Character,
}

/// Whether a text is an `https` address, in full and as it is to be written.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn check_https(text: &str) -> Result<(), HttpsFault> {
    match Url::parse(text) {
        Err(_) => Err(HttpsFault::NoAddress),
        Ok(url) if url.scheme() != "https" => Err(HttpsFault::OtherScheme),
        Ok(url) if !url.username().is_empty() || url.password().is_some() => {
            Err(HttpsFault::UserName)
        }
        Ok(_) if !text.is_ascii() || text.contains([' ', '\\', '"', '<', '>']) => {
            Err(HttpsFault::Character)
        }
        Ok(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_https_addresses_are_taken() {
        for (text, expected) in [
            ("https://social.overheid.nl/@wind", Ok(())),
            ("https://x.com/MinBZK?a=1#b", Ok(())),
            ("", Err(HttpsFault::NoAddress)),
            ("@MinBZK", Err(HttpsFault::NoAddress)),
            ("x.com/MinBZK", Err(HttpsFault::NoAddress)),
            ("https://", Err(HttpsFault::NoAddress)),
            ("http://x.com/MinBZK", Err(HttpsFault::OtherScheme)),
            ("javascript:alert(1)", Err(HttpsFault::OtherScheme)),
            ("https://x.com@evil.example/", Err(HttpsFault::UserName)),
            ("https://x.com/Min BZK", Err(HttpsFault::Character)),
            ("https://x.com\\@evil.example/", Err(HttpsFault::Character)),
            ("https://pоlitie.nl/", Err(HttpsFault::Character)),
        ] {
            assert_eq!(check_https(text), expected, "{text}");
        }
    }
}
