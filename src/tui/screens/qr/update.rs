//! What shows a QR code.

use std::borrow::Cow;

use crate::tui::model::{Model, Screen, Tone};
use crate::tui::update::opening::phone_only;
use crate::tui::update::say;

/// Puts the address as a QR code over the organisation.
pub(in crate::tui) fn show(model: &mut Model) {
    let address = model
        .current()
        .zip(model.directory())
        .and_then(|(channel, directory)| channel.url(directory).map(Cow::into_owned));
    match address {
        Some(address) => model.push(Screen::QrCode { address }),
        None => say(model, Tone::Note, phone_only(model)),
    }
}
