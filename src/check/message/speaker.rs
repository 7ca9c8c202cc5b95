//! Whether a message says that somebody else speaks than the government that it names: `VGZ: log in met DigiD …`.

use super::phrases::words;

/// The most words of a line that signs a message.
const LONGEST_SIGNATURE: usize = 8;

/// The most words of what stands before the colon of a sender.
const LONGEST_LABEL: usize = 4;

/// Words of a label that says what it is, rather than who speaks.
const GENERIC: &[&str] = &[
    "aan",
    "actie",
    "afzender",
    "alert",
    "attentie",
    "belangrijk",
    "bericht",
    "betreft",
    "code",
    "date",
    "datum",
    "factuur",
    "from",
    "fw",
    "fwd",
    "herinnering",
    "important",
    "info",
    "informatie",
    "let",
    "mededeling",
    "melding",
    "message",
    "notice",
    "onderwerp",
    "re",
    "reminder",
    "sms",
    "spoed",
    "subject",
    "to",
    "transcriptie",
    "urgent",
    "van",
    "voicemail",
    "waarschuwing",
    "warning",
    "whatsapp",
];

/// How people begin who know each other.
const GREETINGS: &[&str] = &["ha", "he", "hey", "hi", "hoi", "lieve"];

/// Whether somebody else speaks: one whom the reader is said to know, or who stands before a colon. `is_official`
/// says whether a text names somebody official.
pub(super) fn is_other(text: &str, is_official: impl Fn(&str) -> bool) -> bool {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let first = words(line);
    let is_signed = last_line(text).is_some_and(&is_official);
    if first.first().is_some_and(|word| GREETINGS.contains(&word.folded.as_str())) {
        return !is_signed;
    }
    let Some((label, rest)) = line.split_once(':') else { return false };
    let named = words(label);
    let is_label = !rest.starts_with("//")
        && (1..=LONGEST_LABEL).contains(&named.len())
        && !label.contains(['@', '.', '/', '?', '!', ',']);
    let is_generic = named.iter().any(|word| GENERIC.contains(&word.folded.as_str()));
    is_label && !is_generic && !is_official(label) && !is_signed
}

/// Who speaks for a label or at the head of a message, where one says so.
pub(super) fn label(text: &str) -> Option<&str> {
    let line = text.trim_start().lines().next()?;
    let (label, rest) = line.split_once(':')?;
    let count = words(label).len();
    (!rest.starts_with("//") && (1..=LONGEST_LABEL).contains(&count)).then_some(label)
}

/// The last line of a message of several, where it is short: who signs.
fn last_line(text: &str) -> Option<&str> {
    let mut lines = text.trim().lines();
    lines.next()?;
    let last = lines.next_back()?;
    (1..=LONGEST_SIGNATURE).contains(&words(last).len()).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_speaker_is_told_by_a_greeting_or_a_label() {
        for (text, expected) in [
            ("VGZ: log in met DigiD", true),
            ("  Slachtofferhulp Nederland: bel ons", true),
            ("Hoi Piet, bel de gemeente", true),
            ("DigiD: log in", false),
            ("Helpdesk DigiD: log in", false),
            ("Let op: log in bij DigiD", false),
            ("Onderwerp: VGZ", false),
            ("Hoi! Je krijgt geld\nGroetjes, DigiD", false),
            ("Koper: hoi\nDigiD", false),
            ("Ga naar https://a.nl: nu", false),
            ("U heeft een schuld bij ons die u moet betalen: log in", false),
            ("", false),
        ] {
            assert_eq!(is_other(text, |label| label.contains("DigiD")), expected, "{text}");
        }
    }
}
