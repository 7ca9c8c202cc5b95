//! Handing an address to the browser: the one file that knows the `open` crate.

use std::env;

/// Why an address was not handed to a browser.
#[derive(Debug, thiserror::Error)]
pub enum BrowserError {
    /// Only `https` addresses are ever opened.
    #[error("only https addresses are opened")]
    NotHttps,
    /// The session is remote and has no display, so a browser would open where nobody sees it.
    #[error("there is no display in this session")]
    NoDisplay,
    /// No program of the system took it.
    #[error("{0}")]
    NoBrowser(#[from] std::io::Error),
}

/// Hands an `https` address to the system's browser, without waiting for it and without a shell.
///
/// # Errors
///
/// Why it was not handed over.
pub fn hand_over(address: &str) -> Result<(), BrowserError> {
    let is_https =
        url::Url::parse(address).is_ok_and(|url| url.scheme() == "https" && url.has_host());
    if !is_https {
        return Err(BrowserError::NotHttps);
    }
    if is_remote_without_display(|name| env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return Err(BrowserError::NoDisplay);
    }
    Ok(open::that_detached(address)?)
}

/// Whether the session came over the network and has no display of its own.
pub fn is_remote_without_display(set: impl Fn(&str) -> bool) -> bool {
    let remote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(&set);
    remote && !set("DISPLAY") && !set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_addresses_are_opened() {
        for address in
            ["http://politie.nl/", "file:///etc/passwd", "javascript:alert(1)", "-a", "", "https:"]
        {
            assert!(matches!(hand_over(address), Err(BrowserError::NotHttps)), "{address}");
        }
    }

    #[test]
    fn a_remote_session_needs_a_display_of_its_own() {
        for (set, expected) in [
            (vec![], false),
            (vec!["DISPLAY"], false),
            (vec!["SSH_CONNECTION"], true),
            (vec!["SSH_TTY"], true),
            (vec!["SSH_CONNECTION", "DISPLAY"], false),
            (vec!["SSH_CONNECTION", "WAYLAND_DISPLAY"], false),
        ] {
            assert_eq!(is_remote_without_display(|name| set.contains(&name)), expected, "{set:?}");
        }
    }
}
