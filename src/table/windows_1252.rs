//! The encoding that older spreadsheets write in the west of Europe.

/// What the bytes from 0x80 to 0x9F stand for; those that stand for nothing are the controls of their number.
///
/// Source: WHATWG Encoding Standard, <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
const FROM_80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text that bytes stand for.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let of = |byte: &u8| {
        let at = usize::from(*byte).checked_sub(0x80);
        at.and_then(|at| FROM_80.get(at)).copied().unwrap_or(char::from(*byte))
    };
    bytes.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_stand_for_letters_of_the_west() {
        assert_eq!(
            decoded(b"Co\xebvorden \x80 5, \x93caf\xe9\x94 \x9f\xff"),
            "Coëvorden € 5, “café” Ÿÿ"
        );
    }
}
