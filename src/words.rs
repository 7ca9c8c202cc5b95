//! The words of the interface, in Dutch and English, in one table.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// The language for a locale such as `nl_NL.UTF-8`; English unless the locale is Dutch.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale
            .split(['_', '.', '@', '-'])
            .next()
            .unwrap_or_default();
        if language.eq_ignore_ascii_case("nl") {
            Self::Nl
        } else {
            Self::En
        }
    }

    /// The words in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Nl => &NL,
            Self::En => &EN,
        }
    }
}

/// A text with every `{name}` replaced by its value.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

macro_rules! words {
    ($($(#[$doc:meta])* $key:ident: $nl:literal, $en:literal;)*) => {
        /// All words of the interface in one language; a text may hold `{places}` for [`fill`].
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the words themselves say what they are")]
        pub struct Words { $($(#[$doc])* pub $key: &'static str,)* }

        static NL: Words = Words { $($key: $nl,)* };
        static EN: Words = Words { $($key: $en,)* };

        /// Every key with its text in both languages: key, Dutch, English.
        pub const TABLE: &[(&str, &str, &str)] = &[$((stringify!($key), $nl, $en),)*];
    };
}

words! {
    // Trust levels
    trust_confirmed: "bevestigd", "confirmed";
    trust_aged: "verouderd", "aged";
    trust_reported: "gemeld", "reported";
    // Statuses
    status_active: "in gebruik", "in use";
    status_parked: "vastgehouden", "parked";
    status_left: "verlaten", "left";
    status_closed: "gesloten", "closed";
    status_moved: "verhuisd", "moved";
    status_unknown: "gebruik onbekend", "use unknown";
}
