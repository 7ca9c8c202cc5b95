//! Names and addresses that programs shortened.

/// The beginning of a name or address that was cut off: what stands before the dots at its end, as
/// programs shorten what is long (`POL_Ede…`, `POL_Ede...`, `POL_Ede[…]`). `None` where it is whole.
///
/// Nobody can know how it went on, so that what is left is no name to be judged by. One full stop is
/// only the end of a sentence; two are no end of any name.
pub fn cut_off(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let inner = text.strip_suffix([']', ')']).unwrap_or(text);
    let start = inner.trim_end_matches(|c| dots(c) > 0);
    let end = inner.get(start.len()..).unwrap_or_default();
    if end.chars().map(dots).sum::<usize>() < 2 {
        return None;
    }
    Some(if inner.len() < text.len() { start.trim_end_matches(['[', '(']) } else { start })
}

/// How many dots a character is, at the end of what was cut off.
fn dots(c: char) -> usize {
    match c {
        '.' | '\u{2024}' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}' => 1,
        // Two dot leader, and the signs of an ellipsis.
        '\u{2025}' => 2,
        '\u{2026}' | '\u{22EF}' | '\u{FE19}' => 3,
        _ => 0,
    }
}
