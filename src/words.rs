//! The words of the interface, in every language that `locales/` has a file for.

#[cfg_attr(
    feature = "online",
    deny(dead_code, reason = "a text that nothing shows need not be translated")
)]
#[cfg_attr(
    not(feature = "online"),
    expect(dead_code, reason = "the texts are those of the whole program")
)]
#[expect(clippy::struct_field_names, reason = "a key is named for what it says")]
mod table {
    //! Made from `locales/*.toml` when the program is built, by the crate `officieel-locales`.
    use super::fill;

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

#[cfg(test)]
pub(crate) use table::HELP;
pub use table::{Language, Words};

/// A sentence with one place, before anything stands in it: such as `Words::shortened`.
pub(crate) type WithOnePlace = fn(&Words, &str) -> String;

// Not derived: nobody wants to read them all.
impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Language {
    /// The language of a locale such as `nl_NL.UTF-8`; English where there are no words for it.
    pub fn of_locale(locale: &str) -> Self {
        let code = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        let is_of = |language: &Self| language.id().eq_ignore_ascii_case(code);
        Self::ALL.iter().copied().find(is_of).unwrap_or(Self::En)
    }
}

/// A text with every `{name}` replaced by its value.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            out.push_str(value);
        } else {
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
