//! Handing an address to the browser: the one file that knows the `open` crate.

mod chosen;

use std::env;

use chosen::Candidate;

/// Why an address was not handed to a browser.
#[derive(Debug, thiserror::Error)]
pub enum BrowserError {
    /// Only `https` addresses are ever opened.
    #[error("only https addresses are opened")]
    NotHttps,
    /// The session is remote and has no display, so a browser would open where nobody sees it.
    #[error("there is no display in this session")]
    NoDisplay,
    /// None of the programs that `BROWSER` names took it.
    #[error("no program that BROWSER names took it")]
    Chosen {
        /// What it names.
        names: String,
    },
    /// No program of the system took it.
    #[error("no program of this system took it")]
    NoBrowser(#[from] std::io::Error),
}

/// Who else has the terminal while a browser runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terminal {
    /// Nobody: a browser that shows its pages in a terminal may have it until it ends.
    Free,
    /// The screen of this program.
    Taken,
}

/// Hands an `https` address to a browser, without a shell: to one that `BROWSER` names, or else to that of
/// the system.
///
/// `BROWSER` is a list of commands with `:` between them, tried in turn; the address goes where `%s` stands
/// in one, or else behind it.
///
/// Source: <https://www.debian.org/doc/debian-policy/ch-customized-programs.html#web-servers-and-applications>
/// and `xdg-open(1)`.
///
/// # Errors
///
/// Why it was not handed over.
pub fn hand_over(address: &str, terminal: Terminal) -> Result<(), BrowserError> {
    let is_https =
        url::Url::parse(address).is_ok_and(|url| url.scheme() == "https" && url.has_host());
    if !is_https {
        return Err(BrowserError::NotHttps);
    }
    let chosen = env::var_os("BROWSER").unwrap_or_default();
    let candidates = Candidate::all(&chosen);
    if !candidates.is_empty() {
        if candidates.iter().any(|candidate| candidate.open(address, terminal)) {
            return Ok(());
        }
        return Err(BrowserError::Chosen { names: chosen.to_string_lossy().into_owned() });
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
            let opened = hand_over(address, Terminal::Taken);
            assert!(matches!(opened, Err(BrowserError::NotHttps)), "{address}");
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
