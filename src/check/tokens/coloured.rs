//! Text that was copied from a terminal with its colours: `␛[31mwww.politie.nl␛[0m`.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex_lite::Regex;

use super::defanged::replace;

/// Sequences that set how text looks (ECMA-48, 8.3.117, SGR), around a word. Inside one they are hidden characters.
static AROUND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?<before>^|\s)(?:\x1b\[[0-9;:]*m)+|(?:\x1b\[[0-9;:]*m)+(?<behind>$|\s)").ok()
});

/// The text without colours around its words.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if text.contains("\u{1b}[") {
        replace(&mut text, &AROUND, |found| {
            let of = |name| found.name(name).map_or("", |it| it.as_str());
            format!("{}{}", of("before"), of("behind"))
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn colours_around_words_are_none_of_them() {
        for (text, expected) in [
            ("\u{1b}[31mwww.politie.nl\u{1b}[0m", "www.politie.nl"),
            (
                "\u{1b}[1;32m@POL_Ede\u{1b}[0m en \u{1b}[38:5:1mevil.nl\u{1b}[m",
                "@POL_Ede en evil.nl",
            ),
            ("POL_\u{1b}[0mEde", "POL_\u{1b}[0mEde"),
            ("\u{1b}[2J a", "\u{1b}[2J a"),
            ("a [0m b", "a [0m b"),
        ] {
            assert_eq!(plain(text), expected, "{text:?}");
        }
    }
}
