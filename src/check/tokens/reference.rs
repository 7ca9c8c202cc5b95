//! Numbers of cases, clients and invoices: digits behind a label that says so lead nowhere, whatever they look like.

use super::short_number::is_called;

/// What a label of such a number ends with: `Vestigingsnummer`, `zaaknr.`, `ons kenmerk`.
const LABELS: &[&str] = &[
    "nummer",
    "nr",
    "number",
    "kenmerk",
    "referentie",
    "reference",
    "ref",
    "dossier",
    "zaak",
    "factuur",
    "kvk",
    "bsn",
    "btw",
    "invoice",
    "case",
    "id",
];

/// What a label of a number to call holds, or is by itself.
const TO_CALL: &[&str] = &[
    "tel",
    "mobiel",
    "mobile",
    "phone",
    "service",
    "alarm",
    "nood",
    "whatsapp",
    "app",
    "sms",
    "contact",
    "bel",
    "gsm",
    "help",
    "kosteloos",
    "gratis",
    "landelijk",
    "algemeen",
    "emergency",
];

/// What stands before `number` where that is no number to call.
const OF_WHAT: &[&str] = &[
    "case",
    "client",
    "customer",
    "decision",
    "establishment",
    "file",
    "fine",
    "invoice",
    "kvk",
    "order",
    "reference",
    "registration",
    "vat",
];

/// Whether digits stand behind a label that says what they are the number of, and that is nothing to call.
pub(super) fn is_reference(text: &str, start: usize, digits: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '/' | '.' | '\u{a0}');
    // A number of a mobile is dialled whatever it is called, and so is one that is said to be called.
    let plain: String = digits.chars().filter(char::is_ascii_digit).collect();
    let is_dialled = ["06", "316", "0031", "0800", "090"].iter().any(|it| plain.starts_with(it))
        || is_called(text, &(start..start + digits.len()));
    if is_dialled || !digits.chars().all(is_sign) {
        return false;
    }
    is_behind_label(text, start)
}

/// Whether the word before a place says that what stands there is a number of something, and nothing to call.
pub(super) fn is_behind_label(text: &str, start: usize) -> bool {
    let before =
        text.get(..start).unwrap_or_default().trim_end_matches([' ', '\u{a0}', ':', '.', '#', '-']);
    let mut words =
        before.rsplit(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_lowercase);
    let (label, of_what) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if label == "number" && OF_WHAT.contains(&of_what.as_str()) {
        return true;
    }
    // By itself such a word may be about any number.
    let is_bare = matches!(label.as_str(), "nummer" | "number" | "nr" | "id");
    !is_bare
        && LABELS.iter().any(|own| label.ends_with(own))
        && !TO_CALL.iter().any(|own| label.contains(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_tells_a_case_from_what_is_to_be_called() {
        for (text, expected) in [
            ("Vestigingsnummer 0723456789", true),
            ("KVK-nummer: 0723456789", true),
            ("zaaknr. 0723456789", true),
            ("Ons kenmerk: 0723456789", true),
            ("Case number: 0723456789", true),
            ("the following number 0723456789", false),
            ("Telefoonnummer 0723456789", false),
            ("servicenummer 0723456789", false),
            ("WhatsApp-nummer: 0723456789", false),
            ("Nummer: 0723456789", false),
            ("bel 0723456789", false),
            ("bel zaaknummer 0723456789", false),
            ("zaaknummer 0723456789 (WhatsApp)", false),
        ] {
            let at = text.find("07").unwrap();
            let digits = text.get(at..).unwrap();
            assert_eq!(is_reference(text, at, digits), expected, "{text}");
        }
        assert!(!is_reference("kenmerk +31723456789", 8, "+31723456789"));
        assert!(!is_reference("kenmerk @naam", 8, "@naam"));
        assert!(!is_reference("kenmerk 0612345678", 8, "0612345678"));
    }
}
