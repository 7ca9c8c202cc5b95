//! Base64 (RFC 4648), in which mails and some services write what they hold.

/// The bytes of a text in either alphabet, with or without the signs at its end.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0_u32, 0_u32);
    for c in text.trim_end_matches('=').chars() {
        bits = (bits << 6 | digit(c)?) & 0xFFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    Some(out)
}

/// What a sign of either alphabet counts.
fn digit(c: char) -> Option<u32> {
    let (from, first) = match c {
        'A'..='Z' => ('A', 0),
        'a'..='z' => ('a', 26),
        '0'..='9' => ('0', 52),
        '+' | '-' => (c, 62),
        '/' | '_' => (c, 63),
        _ => return None,
    };
    Some(u32::from(c) - u32::from(from) + first)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn both_alphabets_are_read() {
        for (text, expected) in [
            ("RGlnaUQ=", Some(b"DigiD".to_vec())),
            ("RGlnaUQ", Some(b"DigiD".to_vec())),
            ("-_8=", Some(vec![0xFB, 0xFF])),
            ("+/8", Some(vec![0xFB, 0xFF])),
            ("", Some(vec![])),
            ("a b", None),
            ("é", None),
        ] {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }
}
