//! The rules of a style sheet (CSS Syntax, section 5), as far as is needed to know which of them are plain.

/// A rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule<'c> {
    /// The selectors in front of it, with their comments.
    pub(super) selectors: &'c str,
    /// What stands between its braces.
    pub(super) block: &'c str,
    /// Whether it holds under a condition only, such as the width of a screen.
    pub(super) is_conditional: bool,
}

/// How deep rules may stand in others.
const DEEPEST: usize = 8;

/// Hands on every rule of a sheet, in its order. What is for paper only is left out.
pub(super) fn rules<'c>(css: &'c str, each: &mut dyn FnMut(Rule<'c>)) {
    read(css, 0, each);
}

fn read<'c>(css: &'c str, depth: usize, each: &mut dyn FnMut(Rule<'c>)) {
    let mut rest = css;
    while let Some((before, sign, behind)) = split(rest) {
        rest = behind;
        if sign != b'{' {
            continue;
        }
        let (block, behind) = block(behind);
        rest = behind;
        let head = without_comments_before(before);
        let Some(condition) = head.strip_prefix('@') else {
            // What stands in the braces of a rule that has others in it is no plain rule.
            if !block.contains('{') {
                each(Rule { selectors: head, block, is_conditional: depth > 0 });
            }
            continue;
        };
        let condition = condition.to_ascii_lowercase();
        let is_for_paper = condition.contains("print") && !condition.contains("screen");
        let is_of_rules = ["media", "supports", "layer", "container"]
            .iter()
            .any(|name| condition.starts_with(name));
        if is_of_rules && !is_for_paper && depth < DEEPEST {
            read(block, depth + 1, each);
        }
    }
}

/// What stands before the next `{`, `}` or `;`, which that is, and what stands behind it.
fn split(css: &str) -> Option<(&str, u8, &str)> {
    let mut at = 0;
    while let Some(found) = next(css, at) {
        let (place, sign) = found;
        if matches!(sign, b'{' | b'}' | b';') {
            return Some((css.get(..place)?, sign, css.get(place + 1..)?));
        }
        at = place + 1;
    }
    None
}

/// What stands in a block that was opened, and behind it. One that isn't closed goes to the end.
fn block(css: &str) -> (&str, &str) {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some((place, sign)) = next(css, at) {
        match sign {
            b'{' => depth += 1,
            b'}' if depth == 0 => {
                let inside = css.get(..place).unwrap_or(css);
                return (inside, css.get(place + 1..).unwrap_or_default());
            }
            b'}' => depth -= 1,
            _ => {}
        }
        at = place + 1;
    }
    (css, "")
}

/// The next brace or semicolon from a place on that stands in no comment, no string and behind no backslash.
fn next(css: &str, from: usize) -> Option<(usize, u8)> {
    let bytes = css.as_bytes();
    let (mut at, mut quote) = (from, None);
    while let Some(&byte) = bytes.get(at) {
        match (quote, byte) {
            (_, b'\\') => at += 1,
            (Some(own), _) if own == byte || byte == b'\n' => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'/') if bytes.get(at + 1) == Some(&b'*') => {
                let inside = bytes.get(at + 2..).unwrap_or_default();
                at += 3 + inside.windows(2).position(|it| it == b"*/")?;
            }
            (None, b'{' | b'}' | b';') => return Some((at, byte)),
            _ => {}
        }
        at += 1;
    }
    None
}

/// A head without the comments, and the remains of HTML comments, that stand before it.
fn without_comments_before(head: &str) -> &str {
    let mut head = head.trim();
    loop {
        let comment = head.strip_prefix("/*").and_then(|it| Some(it.split_once("*/")?.1));
        let rest =
            comment.or_else(|| head.strip_prefix("<!--")).or_else(|| head.strip_prefix("-->"));
        match rest {
            Some(rest) => head = rest.trim(),
            None => return head,
        }
    }
}
