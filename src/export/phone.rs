//! Telephone numbers as other programs dial them.

use crate::directory::{Phone, PhoneNumber};
use crate::messages::labels;
use crate::words::Words;

/// A number that can be dialled.
pub(super) struct Dialled {
    /// The number with the code of its country (ITU-T E.164), or as it is dialled within the Netherlands where it
    /// exists there only, such as `112` and `0900…`.
    pub(super) number: String,
    /// Its address (RFC 3966).
    pub(super) address: String,
    /// Whether it is a number of the Netherlands.
    pub(super) is_dutch: bool,
}

/// What a number is for other programs; `None` where it can be none.
pub(super) fn dialled(written: &str) -> Option<Dialled> {
    let number = PhoneNumber::read(written)?.key();
    let code = PhoneNumber::DUTCH;
    let global = number.strip_prefix('+');
    let address = match global {
        Some(_) => format!("tel:{number}"),
        // A short number means something within its country only (section 5.1.5).
        None => format!("tel:{number};phone-context=+{code}"),
    };
    let is_dutch = global.is_none_or(|it| it.starts_with(code));
    Some(Dialled { number, address, is_dutch })
}

/// What a number is for, and what a reader must know besides; `None` where nobody says so.
pub(super) fn purpose(words: &Words, phone: &Phone) -> Option<String> {
    let label = phone.label.map(|it| labels::phone(words, it));
    let said: Vec<&str> = label.into_iter().chain(phone.note.as_deref()).collect();
    (!said.is_empty()).then(|| said.join(". "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_from_everywhere_where_that_is_possible() {
        for (written, number, address, is_dutch) in [
            ("030 286 00 00", "+31302860000", "tel:+31302860000", true),
            ("+31 (0)30-2860000", "+31302860000", "tel:+31302860000", true),
            ("14 030", "14030", "tel:14030;phone-context=+31", true),
            ("0900-8844", "09008844", "tel:09008844;phone-context=+31", true),
            ("112", "112", "tel:112;phone-context=+31", true),
            ("+599 715 8888", "+5997158888", "tel:+5997158888", false),
        ] {
            let dialled = dialled(written).unwrap();
            assert_eq!(dialled.number, number, "{written}");
            assert_eq!(dialled.address, address, "{written}");
            assert_eq!(dialled.is_dutch, is_dutch, "{written}");
        }
        assert!(dialled("bel ons").is_none());
    }
}
