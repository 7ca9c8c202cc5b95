//! What styles hide from whoever looks at a page.

use std::iter::Peekable;
use std::str::Chars;

/// Whether a style leaves nothing of an element to see.
pub(super) fn hides(style: &str) -> bool {
    let style = plain(style);
    let rules: Vec<(&str, &str)> = style
        .split(';')
        .filter_map(|rule| rule.trim_end_matches("!important").split_once(':'))
        .collect();
    // Of a box without height what stands in it is seen, unless it is cut off.
    let has = |name: &str, is: &dyn Fn(&str) -> bool| {
        rules.iter().any(|(own, value)| *own == name && is(value))
    };
    let is_cut = has("overflow", &|it| matches!(it, "hidden" | "clip"));
    is_cut && (has("height", &is_zero) || has("width", &is_zero))
        || rules.iter().any(|(name, value)| is_off(name, value))
}

/// Whether the rules of a style sheet show what they are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    is_hidden: bool,
    /// Whether other rules are passed over for this one.
    pub(super) is_important: bool,
}

impl Shown {
    pub(super) fn is_hidden(self) -> bool {
        self.is_hidden
    }
}

/// Whether a style displays something and lets it be seen; `None` where it says nothing of that.
pub(super) fn shown(style: &str) -> Option<Shown> {
    let style = plain(style);
    let mut shown: Option<Shown> = None;
    for rule in style.split(';') {
        let (rule, is_important) = match rule.strip_suffix("!important") {
            Some(rule) => (rule, true),
            None => (rule, false),
        };
        let is_hidden = match rule.split_once(':') {
            Some(("display", value)) => value == "none",
            Some(("visibility", value)) => matches!(value, "hidden" | "collapse"),
            _ => continue,
        };
        // What either hides is hidden.
        let before = shown.filter(|it| it.is_hidden && !is_hidden);
        shown = before.or(Some(Shown { is_hidden, is_important }));
    }
    shown
}

/// Whether a rule by itself leaves nothing to see.
fn is_off(name: &str, value: &str) -> bool {
    match name {
        "display" => value == "none",
        "visibility" => matches!(value, "hidden" | "collapse"),
        "content-visibility" => value == "hidden",
        "opacity" | "font-size" | "max-height" | "max-width" | "scale" | "zoom" => is_zero(value),
        "clip" => value.starts_with("rect(0") || value.starts_with("rect(1px"),
        "clip-path" => matches!(value, "inset(50%)" | "inset(100%)" | "circle(0)"),
        "color" => is_transparent(value),
        "transform" => {
            let scale = ["scale(", "scalex(", "scaley("].into_iter();
            let mut factors =
                scale.filter_map(|it| value.strip_prefix(it)?.split([',', ')']).next());
            factors.any(is_zero)
        }
        // Far beside the screen, as those do who hide links from the owner of a page.
        "left" | "top" | "right" | "text-indent" => {
            let digits = value.strip_prefix('-').unwrap_or_default();
            digits.bytes().take_while(u8::is_ascii_digit).count() > 2
        }
        _ => false,
    }
}

fn is_zero(value: &str) -> bool {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    !number.is_empty() && number.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

fn is_transparent(value: &str) -> bool {
    let alpha = || value.strip_prefix("rgba(")?.strip_suffix(')')?.rsplit([',', '/']).next();
    value == "transparent" || alpha().is_some_and(is_zero)
}

/// A style without comments, escapes, capitals and white space (CSS Syntax, 4.3.2 and 4.3.7).
fn plain(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => pass_comment(&mut rest),
            '\\' => out.extend(escaped(&mut rest).map(|c| c.to_ascii_lowercase())),
            _ if c.is_whitespace() => {}
            _ => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

pub(super) fn pass_comment(rest: &mut Peekable<Chars<'_>>) {
    rest.next();
    let mut before = ' ';
    for c in rest {
        if (before, c) == ('*', '/') {
            return;
        }
        before = c;
    }
}

/// The character that stands behind a backslash: itself, or by its number of up to six hexadecimal digits.
pub(super) fn escaped(rest: &mut Peekable<Chars<'_>>) -> Option<char> {
    let mut number = 0;
    let mut digits = 0;
    while let Some(digit) = rest.peek().and_then(|c| c.to_digit(16)).filter(|_| digits < 6) {
        rest.next();
        number = number * 16 + digit;
        digits += 1;
    }
    if digits == 0 {
        return rest.next();
    }
    rest.next_if(|c| c.is_whitespace());
    char::from_u32(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_hidden_however_that_is_written() {
        for style in [
            "display:none",
            "DISPLAY : None !important",
            "display:/**/none",
            "disp/* a; b */lay:none",
            "displa\\79:none",
            "displa\\000079 :none",
            "\\64isplay:none",
            "color:red;visibility:hidden",
            "visibility:collapse",
            "content-visibility:hidden",
            "opacity:0.0",
            "font-size:0px",
            "height:0;overflow:hidden",
            "overflow:clip; width:0px",
            "transform:scale(0)",
            "transform: scaleX(0, 1)",
            "scale:0",
            "color:transparent",
            "color:rgba(0, 0, 0, 0)",
            "clip:rect(0 0 0 0)",
            "clip-path:inset(50%)",
            "text-indent:-9999px",
            "left:-1000em",
        ] {
            assert!(hides(style), "{style}");
        }
    }

    #[test]
    fn what_is_seen_is_not() {
        for style in [
            "",
            "display:block",
            "height:0",
            "overflow:hidden",
            "height:10px;overflow:hidden",
            "opacity:0.5",
            "transform:scale(0.9)",
            "color:rgba(0,0,0,0.5)",
            "background:transparent",
            "left:-10px",
            "display:none-of-it",
            "/* display:none */ color:red",
            "display\\",
            "/* never ended display:none",
        ] {
            assert!(!hides(style), "{style}");
        }
    }
}
