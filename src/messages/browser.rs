//! Why an address was not handed to a browser.

use crate::opener::BrowserError;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// Why, as a part of a sentence.
pub fn why(words: &Words, error: &BrowserError) -> String {
    match error {
        BrowserError::NotHttps => words.browser_https_only.to_owned(),
        BrowserError::NoDisplay => words.cli_no_display.to_owned(),
        BrowserError::Chosen { names } => words.browser_chosen(&escaped(names)),
        // What the launchers say is for whoever looks after them.
        BrowserError::NoBrowser(_) => words.browser_none.to_owned(),
    }
}
