//! What the UI does to the world outside: it starts the browser.

use std::thread;

use super::message::Msg;
use crate::opener::{self, BrowserError};

/// Hands an address to the browser, on a thread of its own: starting one can take a while.
///
/// What came of it arrives as a message.
pub fn open(address: String, tell: impl FnOnce(Msg) + Send + 'static) {
    thread::spawn(move || tell(hand_over(address)));
}

fn hand_over(address: String) -> Msg {
    match opener::hand_over(&address) {
        Ok(()) => Msg::HandedOver(address),
        Err(BrowserError::NoDisplay) => Msg::NoDisplay(address),
        Err(why) => Msg::OpenFailed { address, why: why.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_addresses_are_handed_over() {
        for address in ["http://www.zwolle.nl", "file:///etc/passwd", "javascript:alert(1)", "-x"] {
            let msg = hand_over(address.to_owned());
            assert!(matches!(msg, Msg::OpenFailed { .. }), "{msg:?}");
        }
    }
}
