//! Headers of a mail that lead nowhere: to whom it is sent, and which way it came.

/// The headers that name who a mail is sent to (RFC 5322, section 3.6.3), as programs show them, and those that tell
/// which way it came (3.6.7; RFC 8601).
const LABELS: &[&str] = &[
    "aan",
    "to",
    "cc",
    "bcc",
    "an",
    "à",
    "delivered-to",
    "ontvanger",
    "recipient",
    "received",
    "authentication-results",
    "arc-authentication-results",
    "dkim-signature",
    "message-id",
    "received-spf",
    "return-path",
    "list-unsubscribe",
];

/// The headers that say who sent a mail: without one, lines with labels are no head of a mail.
const SENDERS: &[&str] = &["van", "from", "von", "de", "afzender", "sender"];

/// Tells of places in a text, in bytes, whether they are in a header that names who a mail is sent to, or which way it
/// came. Headers stand above everything else: a label further down says where to write.
pub(super) fn all(text: &str) -> impl Fn(usize) -> bool + use<> {
    let mut headers = Vec::new();
    let mut start = 0;
    let (mut is_header, mut has_sender) = (false, false);
    for line in text.split_inclusive('\n') {
        let label =
            line.split_once(':').map(|(label, _)| label.trim_matches(is_around).to_lowercase());
        let label = label.filter(|label| !label.contains(char::is_whitespace));
        // A header goes on in lines that begin with a blank (RFC 5322, section 2.2.3).
        let goes_on = start > 0 && line.starts_with([' ', '\t']) && !line.trim().is_empty();
        if label.is_none() && !goes_on {
            break;
        }
        let is = |labels: &[&str]| label.as_deref().is_some_and(|label| labels.contains(&label));
        has_sender |= is(SENDERS);
        is_header = if goes_on { is_header } else { is(LABELS) };
        if is_header {
            headers.push(start..start + line.len());
        }
        start += line.len();
    }
    headers.retain(|_| has_sender);
    move |at| headers.iter().any(|header| header.contains(&at))
}

/// Whether a sign stands around a label: quoted mail, bold text.
fn is_around(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '*' | '_' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_are_behind_their_labels() {
        for (text, expected) in [
            ("Van: a@b.nl\nAan: x@b.nl\nTekst", true),
            ("> **From**: a@b.nl\n> **To**: x@b.nl", true),
            ("From: a@b.nl\nReceived: by c.nl\n  for x@b.nl", true),
            ("Aan: x@b.nl", false),
            ("Van: a@b.nl\n\nStuur het naar:\nAan: x@b.nl", false),
            ("Mail aan: x@b.nl", false),
            ("Van: a@b.nl\n\nx@b.nl", false),
        ] {
            let at = text.find("x@").unwrap();
            assert_eq!(all(text)(at), expected, "{text}");
        }
    }
}
