//! Signs of telephone numbers as a keyboard has them, where others stand for them: `＊21＊…＃`, `＋44`, `*️⃣`.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The character that makes a key of the one before it, and what may stand between.
const KEY: char = '\u{20E3}';
const VARIANT: char = '\u{FE0F}';

/// The text with the signs of telephone numbers that a keyboard has. A digit in a name stays as it is, and so
/// does what may be an address of the web.
pub(super) fn typed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (run, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if run.is_empty() {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        match plain(run).filter(|plain| !is_glued(&out, plain, behind)) {
            Some(plain) => out.push_str(&plain),
            None => out.push_str(run),
        }
        rest = behind;
    }
    Cow::Owned(out)
}

/// A run of signs as they are on a keyboard; `None` where that may be no telephone number.
fn plain(run: &str) -> Option<String> {
    let is_other = |c: char| sign(c).is_some() || c == KEY;
    if !run.contains(is_other) {
        return None;
    }
    let keys = run.replace([KEY, VARIANT], "");
    let run = if run.contains(KEY) { &keys } else { run };
    let plain: String = run.chars().map(|c| sign(c).unwrap_or(c)).collect();
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let has_sign = plain.contains(['+', '*', '#']);
    (digits >= FEWEST || has_sign && digits >= FEWEST_BEHIND_SIGN).then_some(plain)
}

/// The fewest digits of what is taken for a number, and of a code behind its sign: `+44`, `*21*`.
const FEWEST: usize = 8;
const FEWEST_BEHIND_SIGN: usize = 2;

/// Whether a digit at an edge is a part of a word.
fn is_glued(before: &str, run: &str, behind: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    (run.starts_with(is_digit) && before.ends_with(char::is_alphanumeric))
        || (run.ends_with(is_digit) && behind.starts_with(char::is_alphanumeric))
}

fn is_part(c: char) -> bool {
    c.is_ascii_digit()
        || "+*#()[]-;:,= \u{A0}".contains(c)
        || matches!(c, KEY | VARIANT)
        || sign(c).is_some()
}

/// The sign that another stands for: those of the same meaning by Unicode (UAX #15, compatibility), and those
/// that look the same.
fn sign(c: char) -> Option<char> {
    Some(match c {
        '＋' | '﹢' | '⁺' | '➕' => '+',
        '＊' | '﹡' | '∗' | '⁎' | '✱' | '✳' | '٭' => '*',
        '＃' | '﹟' | '♯' => '#',
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '－' => '-',
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '＝' => '=',
        c => digit(c)?,
    })
}

/// The zeros of other scripts and styles, behind each of which its other digits stand (Unicode, category Nd).
const ZEROS: &[char] = &[
    '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０',
    '𝟎', '𝟘', '𝟢', '𝟬', '𝟶', '🯰',
];

/// The ones in circles, behind each of which the digits to nine stand.
const ONES: &[char] = &['①', '⓵', '❶', '➀', '➊'];

fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let behind = |first: char| u32::from(c).checked_sub(u32::from(first));
    let plain = || ZEROS.iter().find_map(|&zero| behind(zero).filter(|it| *it < 10));
    let circled = || ONES.iter().find_map(|&one| Some(behind(one).filter(|it| *it < 9)? + 1));
    let zero = || matches!(c, '⓪' | '⓿').then_some(0);
    // Those set high or low (UAX #15, compatibility).
    let set = || {
        let mut mapped = std::iter::once(c).nfkc();
        let digit = mapped.next()?.to_digit(10)?;
        mapped.next().is_none().then_some(digit)
    };
    char::from_digit(plain().or_else(circled).or_else(zero).or_else(set)?, 10)
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn signs_of_numbers_are_those_of_a_keyboard() {
        for (text, expected) in [
            ("＊21＊0881236555＃", "*21*0881236555#"),
            ("Toets ∗21∗0881236555♯!", "Toets *21*0881236555#!"),
            ("*\u{FE0F}\u{20E3}21*\u{FE0F}\u{20E3}088#\u{20E3}", "*21*088#"),
            ("＋44 088 123 65 55", "+44 088 123 65 55"),
            ("（＋４４） ０８８ １２３ ６５ ５５", "(+44) 088 123 65 55"),
            ("bel ０８８１２３６５５５； ext", "bel 0881236555; ext"),
            ("bel ٠٦١٢٣٤٥٦٧٨ of ०६-१२३४५६७८", "bel 0612345678 of 06-12345678"),
            ("bel 𝟎𝟔𝟏𝟐 𝟑𝟒𝟓𝟔 𝟕𝟖, 0𝟔12345678", "bel 0612 3456 78, 0612345678"),
            ("bel ⓪⑥①②③④⑤⑥⑦⑧ of ⓿❻❶❷❸❹❺❻❼❽", "bel 0612345678 of 0612345678"),
            ("bel ⁰⁶¹²³⁴⁵⁶⁷⁸, ₀₆₁₂₃₄₅₆₇₈", "bel 0612345678, 0612345678"),
            ("stap ① ② ③: 10 m² ", "stap ① ② ③: 10 m² "),
            ("politie１２３４５６７８９", "politie１２３４５６７８９"),
            ("https://１２７．０．０．１/ digid．nl", "https://１２７．０．０．１/ digid．nl"),
            ("＠politie：３", "＠politie：３"),
            ("café 088", "café 088"),
        ] {
            assert_eq!(typed(text), expected, "{text:?}");
        }
    }
}
