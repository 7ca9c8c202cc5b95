//! The signs that part a style sheet into rules, blocks and declarations (CSS Syntax, sections 4 and 5).

/// What stands at one level of a sheet, or of a block in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'c> {
    /// What ends before a semicolon, or before the block does: a declaration, or a rule without a block.
    Piece(&'c str),
    /// What stands before a block, and in it.
    Block(&'c str, &'c str),
}

/// Hands on what stands at the level of a text, in its order.
pub(super) fn items<'c>(css: &'c str, each: &mut dyn FnMut(Item<'c>)) {
    let mut rest = css;
    while let Some((before, sign, behind)) = split(rest, b"{};") {
        rest = behind;
        if sign == b'{' {
            let (block, behind) = block(behind);
            rest = behind;
            each(Item::Block(without_comments_before(before), block));
        } else {
            each(Item::Piece(without_comments_before(before)));
        }
    }
    each(Item::Piece(without_comments_before(rest)));
}

/// Hands on the parts of a text between signs that stand in no comment, no string and no brackets.
pub(in super::super) fn pieces<'c>(text: &'c str, sign: u8, each: &mut dyn FnMut(&'c str)) {
    let mut rest = text;
    while let Some((before, _, behind)) = split(rest, &[sign]) {
        each(before);
        rest = behind;
    }
    each(rest);
}

/// What stands before the next of some signs, which that is, and what stands behind it.
fn split<'c>(css: &'c str, signs: &[u8]) -> Option<(&'c str, u8, &'c str)> {
    let (place, sign) = next(css, 0, signs)?;
    Some((css.get(..place)?, sign, css.get(place + 1..)?))
}

/// What stands in a block that was opened, and behind it. One that isn't closed goes to the end.
fn block(css: &str) -> (&str, &str) {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some((place, sign)) = next(css, at, b"{}") {
        match sign {
            b'{' => depth += 1,
            b'}' if depth == 0 => {
                let inside = css.get(..place).unwrap_or(css);
                return (inside, css.get(place + 1..).unwrap_or_default());
            }
            _ => depth -= 1,
        }
        at = place + 1;
    }
    (css, "")
}

/// The next of some signs from a place on that stands in no comment, no string, no brackets and behind no backslash.
fn next(css: &str, from: usize, signs: &[u8]) -> Option<(usize, u8)> {
    let bytes = css.as_bytes();
    let (mut at, mut quote, mut brackets) = (from, None, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match (quote, byte) {
            (_, b'\\') => at += 1,
            (Some(own), _) if own == byte || byte == b'\n' => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'/') if bytes.get(at + 1) == Some(&b'*') => {
                let inside = bytes.get(at + 2..).unwrap_or_default();
                at += 3 + inside.windows(2).position(|it| it == b"*/")?;
            }
            // An address without quotes ends with its bracket, whatever stands in it.
            (None, b'(') if is_address(bytes, at) => {
                at += bytes.get(at..)?.iter().position(|it| *it == b')')?;
            }
            (None, b'(' | b'[') => brackets += 1,
            (None, b')' | b']') => brackets = brackets.saturating_sub(1),
            (None, _) if brackets == 0 && signs.contains(&byte) => return Some((at, byte)),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether a bracket is that of `url(` without a quote behind it.
fn is_address(bytes: &[u8], bracket: usize) -> bool {
    let name = bracket.checked_sub(3).and_then(|from| bytes.get(from..bracket));
    let inside = bytes.get(bracket + 1..).unwrap_or_default().trim_ascii_start();
    name.is_some_and(|it| it.eq_ignore_ascii_case(b"url"))
        && !inside.starts_with(b"\"")
        && !inside.starts_with(b"'")
}

/// A text without the comments, and the remains of HTML comments, that stand before it.
fn without_comments_before(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let comment = text.strip_prefix("/*").and_then(|it| Some(it.split_once("*/")?.1));
        let rest =
            comment.or_else(|| text.strip_prefix("<!--")).or_else(|| text.strip_prefix("-->"));
        match rest {
            Some(rest) => text = rest.trim(),
            None => return text,
        }
    }
}
