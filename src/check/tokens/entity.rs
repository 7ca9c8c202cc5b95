//! Character references of HTML, as they stand in pasted source and in badly converted mails.

use std::borrow::Cow;

/// The references by name that can stand in or around an address; the numbers stand for all others.
/// Source: HTML Living Standard, section 13.5.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("shy", '\u{AD}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("commat", '@'),
    ("period", '.'),
    ("sol", '/'),
    ("bsol", '\\'),
    ("colon", ':'),
    ("semi", ';'),
    ("comma", ','),
    ("quest", '?'),
    ("equals", '='),
    ("num", '#'),
    ("lowbar", '_'),
    ("UnderBar", '_'),
    ("ZeroWidthSpace", '\u{200B}'),
    ("InvisibleComma", '\u{2063}'),
    ("NoBreak", '\u{2060}'),
    ("hyphen", '‐'),
    ("dash", '‐'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("mldr", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("lpar", '('),
    ("rpar", ')'),
    ("lsqb", '['),
    ("rsqb", ']'),
    ("verbar", '|'),
    ("vert", '|'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
];

/// The most characters that stand between `&` and `;`.
const LONGEST: usize = 16;

/// The text with its character references undone, once: `&amp;lt;` shows `&lt;`.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        if let Some((c, after)) = reference(behind) {
            out.push(c);
            rest = after;
        } else {
            out.push('&');
            rest = behind;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that a reference behind its `&` stands for, and what follows it.
fn reference(behind: &str) -> Option<(char, &str)> {
    let end = behind.char_indices().take(LONGEST).find(|(_, c)| *c == ';').map(|(at, _)| at);
    // Browsers read a number without its `;` too.
    let digits = behind.strip_prefix('#').map(|number| {
        let is_hex = number.starts_with(['x', 'X']);
        let from = 1 + usize::from(is_hex);
        let radix = if is_hex { 16 } else { 10 };
        let rest = behind.get(from..).unwrap_or_default();
        from + rest.find(|c: char| !c.is_digit(radix)).unwrap_or(rest.len())
    });
    let (end, skipped) = match (digits, end) {
        (Some(digits), Some(end)) if digits == end => (end, 1),
        (Some(digits), _) => (digits, 0),
        (None, end) => (end?, 1),
    };
    let (name, rest) = (behind.get(..end)?, behind.get(end + skipped..)?);
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')?
        }
        None => NAMED.iter().find(|(own, _)| *own == name)?.1,
    };
    Some((c, rest))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn references_are_undone_once_and_all_else_stays() {
        for (text, expected) in [
            ("x.com/a?b=1&c=2", "x.com/a?b=1&c=2"),
            ("x.com/a?b=1&amp;c=2", "x.com/a?b=1&c=2"),
            ("&lt;br&gt;", "<br>"),
            ("&amp;lt;", "&lt;"),
            ("&#64;POL_Ede &#x40;POL_Ede", "@POL_Ede @POL_Ede"),
            ("evil&period;nl&sol;login", "evil.nl/login"),
            ("a&nbsp;b", "a\u{A0}b"),
            ("@POL_Ede&#110ep &#x6Ezep", "@POL_Edenep nzep"),
            ("AT&T; R&D & co; &;", "AT&T; R&D & co; &;"),
            ("&#0;&#xD800;&#x110000;&#;&#x;", "&#0;&#xD800;&#x110000;&#;&#x;"),
            ("&onbekend; &€;", "&onbekend; &€;"),
            ("&", "&"),
        ] {
            assert_eq!(decoded(text), expected, "{text:?}");
        }
    }
}
