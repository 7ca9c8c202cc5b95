//! Addresses that may be opened: `https`, in full, and nothing odd in them.

use url::Url;

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

/// Whether a text is an `https` address, in full and as it is to be written.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn check_https(text: &str) -> Result<(), HttpsError> {
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
}
