//! The Rust that holds the words.

use std::fmt::Write;

use crate::{Entry, Locale};

/// The group whose texts are found by the names of commands and arguments.
const LOOKED_UP: &str = "help";

/// The groups whose places are filled from the values of a problem or finding, not by a method.
const FILLED_FROM_VALUES: &[&str] = &["problems", "rules"];

/// How visible texts and methods are. Not to the world: so that the compiler sees which are unused.
const VISIBLE: &str = "pub(crate) ";

/// The Rust for languages, the reference last.
pub(crate) fn rust(locales: &[Locale]) -> String {
    let mut out = String::new();
    let Some(reference) = locales.last() else {
        return out;
    };
    language(&mut out, locales);
    words(&mut out, reference);
    statics(&mut out, locales);
    methods(&mut out, reference);
    looked_up(&mut out, reference);
    out
}

/// Adds a line.
macro_rules! line {
    ($out:expr, $($text:tt)*) => {{
        // A string takes whatever is written to it.
        let _ = writeln!($out, $($text)*);
    }};
}

fn language(out: &mut String, locales: &[Locale]) {
    line!(out, "/// A language of the interface.");
    line!(out, "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]");
    line!(out, "pub enum Language {{");
    for locale in locales {
        line!(out, "    /// {} (`{}`).", locale.name, locale.language);
        line!(out, "    {},", variant(locale));
    }
    line!(out, "}}\n\nimpl Language {{");
    line!(out, "    /// All languages; the last is spoken where none other fits.");
    let all: Vec<String> = locales.iter().map(|it| format!("Self::{}", variant(it))).collect();
    line!(out, "    pub const ALL: &'static [Self] = &[{}];\n", all.join(", "));
    let arms = |value: &dyn Fn(&Locale) -> String| {
        let arms = locales.iter().map(|it| format!("Self::{} => {}", variant(it), value(it)));
        arms.collect::<Vec<_>>().join(", ")
    };
    line!(out, "    /// The code of ISO 639-1.");
    line!(out, "    pub fn id(self) -> &'static str {{");
    line!(out, "        match self {{ {} }}", arms(&|it| format!("{:?}", it.language)));
    line!(out, "    }}\n\n    /// What the language calls itself.");
    line!(out, "    pub fn own_name(self) -> &'static str {{");
    line!(out, "        match self {{ {} }}", arms(&|it| format!("{:?}", it.name)));
    line!(out, "    }}\n\n    /// The words in this language.");
    line!(out, "    pub fn words(self) -> &'static Words {{");
    line!(out, "        match self {{ {} }}", arms(&|it| format!("&{}", constant(it))));
    line!(out, "    }}\n}}\n");
}

fn words(out: &mut String, reference: &Locale) {
    line!(out, "/// All words of the interface in one language.");
    line!(out, "pub struct Words {{");
    line!(out, "    /// The language.\n    pub language: Language,");
    for entry in &reference.entries {
        doc(out, entry);
        let visible = match entry {
            // The way to these is a lookup, or a call with what stands in the places.
            _ if entry.group == LOOKED_UP || is_called(entry) => "",
            _ => VISIBLE,
        };
        line!(out, "    {visible}{}: &'static str,", entry.key);
    }
    line!(out, "}}\n");
}

fn statics(out: &mut String, locales: &[Locale]) {
    for locale in locales {
        line!(out, "static {0}: Words = Words {{", constant(locale));
        line!(out, "    language: Language::{},", variant(locale));
        for entry in &locale.entries {
            line!(out, "    {}: {:?},", entry.key, entry.text);
        }
        line!(out, "}};\n");
    }
}

/// Whether the text of a key is had by a method, with values for its places.
fn is_called(entry: &Entry) -> bool {
    !FILLED_FROM_VALUES.contains(&entry.group.as_str()) && !entry.places().is_empty()
}

fn methods(out: &mut String, reference: &Locale) {
    line!(out, "impl Words {{");
    for entry in &reference.entries {
        if !is_called(entry) {
            continue;
        }
        let places = entry.places();
        doc(out, entry);
        let arguments: Vec<String> = places.iter().map(|place| format!("{place}: &str")).collect();
        let values: Vec<String> =
            places.iter().map(|place| format!("({place:?}, {place})")).collect();
        line!(out, "    {VISIBLE}fn {}(&self, {}) -> String {{", entry.key, arguments.join(", "));
        line!(out, "        fill(self.{}, &[{}])", entry.key, values.join(", "));
        line!(out, "    }}\n");
    }
    line!(out, "}}\n");
}

fn looked_up(out: &mut String, reference: &Locale) {
    let keys = || reference.entries.iter().filter(|entry| entry.group == LOOKED_UP);
    line!(out, "/// The keys of [`Words::{LOOKED_UP}`].\n#[cfg(test)]");
    let names: Vec<String> = keys().map(|entry| format!("{:?}", entry.key)).collect();
    line!(
        out,
        "pub(crate) const {}: &[&str] = &[{}];\n",
        LOOKED_UP.to_uppercase(),
        names.join(", ")
    );
    line!(out, "impl Words {{\n    /// A text of the group `{LOOKED_UP}`, by its key.");
    line!(out, "    {VISIBLE}fn {LOOKED_UP}(&self, key: &str) -> Option<&'static str> {{");
    let arms: Vec<String> = keys().map(|it| format!("{:?} => self.{}", it.key, it.key)).collect();
    line!(out, "        Some(match key {{ {}, _ => return None }})", arms.join(", "));
    line!(out, "    }}\n}}");
}

/// The doc comment of a key: its group and its English text, as a block that no Markdown reads.
fn doc(out: &mut String, entry: &Entry) {
    line!(out, "    /// In `[{}]`:\n    ///\n    /// ```text", entry.group);
    for text in entry.text.lines() {
        line!(out, "    /// {text}");
    }
    line!(out, "    /// ```");
}

/// The name of a language in the enum: `nl` becomes `Nl`, `pt-br` becomes `PtBr`.
fn variant(locale: &Locale) -> String {
    let parts = locale.language.split(|c: char| !c.is_ascii_alphanumeric());
    let capital = |part: &str| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_uppercase() + rest
    };
    parts.map(capital).collect()
}

/// The name of the static that holds a language.
fn constant(locale: &Locale) -> String {
    locale.language.to_uppercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::rust;
    use crate::check::locales;

    fn made(codes: &[&str]) -> String {
        let text = |code: &str| {
            format!(
                "language = \"{code}\"\nname = \"{code}!\"\n[search]\nhint = \"{code} hint\"\n\
                 found = \"{{count}} of {{all}}\"\n[help]\nabout_search = \"\"\"\nmore\n  lines\"\"\"\n"
            )
        };
        let texts: Vec<(PathBuf, String)> =
            codes.iter().map(|code| (PathBuf::from(format!("{code}.toml")), text(code))).collect();
        rust(&locales(&texts).unwrap())
    }

    #[test]
    fn another_language_is_another_file() {
        let made = made(&["en", "nl", "pt-br"]);
        for expected in [
            "pub const ALL: &'static [Self] = &[Self::Nl, Self::PtBr, Self::En];",
            "Self::PtBr => \"pt-br\"",
            "Self::PtBr => &PT_BR",
            "static PT_BR: Words = Words {",
            "    hint: \"pt-br hint\",",
        ] {
            assert!(made.contains(expected), "{expected}\n{made}");
        }
    }

    #[test]
    fn places_are_arguments_in_alphabetical_order() {
        let made = made(&["en"]);
        let expected = "    pub(crate) fn found(&self, all: &str, count: &str) -> String {\n        \
                        fill(self.found, &[(\"all\", all), (\"count\", count)])\n    }\n";
        assert!(made.contains(expected), "{made}");
        assert!(!made.contains("fn hint("), "{made}");
    }

    #[test]
    fn the_help_is_looked_up_by_name() {
        let made = made(&["en"]);
        assert!(made.contains("\"about_search\" => self.about_search"), "{made}");
        assert!(made.contains("    about_search: \"more\\n  lines\","), "{made}");
    }
}
