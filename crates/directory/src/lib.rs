//! What a directory of official accounts is, and where things are found in it.
//!
//! The lower half of `officieel`, which its build script needs as well: reading and checking
//! `directory.toml`, writing it in its canonical layout, storing it so that a program starts from it
//! without reading it whole, and searching it. It knows no word of the interface and no terminal.
//!
//! ```
//! use officieel_directory::directory::Date;
//! use officieel_directory::directory::load::load;
//! use officieel_directory::public_suffixes::PublicSuffixes;
//!
//! // A file without platforms of its own would be given those of the second function.
//! let suffixes = PublicSuffixes::default();
//! let problems = load("schema = 1\n", Date::LAST, &suffixes, &|| None).unwrap_err();
//! assert!(problems.iter().all(|problem| problem.line == 1));
//! ```

pub mod compact_sort;
pub mod date;
pub mod directory;
pub mod large;
pub mod parallel;
pub mod platform;
pub mod public_suffixes;
pub mod search;
pub mod store;
pub mod text;

#[cfg(test)]
mod testing {
    use std::path::Path;
    use std::sync::LazyLock;

    use officieel_locales::Locale;

    use crate::directory::load::{Defaults, load};
    use crate::directory::{Date, Directory, LoadError};
    use crate::public_suffixes::PublicSuffixes;
    use crate::text::message::Message;

    /// The directory that is built into the program.
    pub(crate) fn built_in() -> Directory {
        loaded(include_str!("../../../directory.toml"))
    }

    /// A directory from the text of a whole file, platforms included.
    pub(crate) fn loaded(text: &str) -> Directory {
        load(text, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap()
    }

    /// A directory from the text of a file that may lean on what is built in.
    pub(crate) fn leaning(text: &str) -> Result<Directory, Vec<LoadError>> {
        let built_in = Defaults::of(built_in());
        load(text, Date::LAST, &PublicSuffixes::default(), &|| Some(built_in.clone()))
    }

    /// The problems of a file that leans on what is built in and has these tables, from line 6 on.
    pub(crate) fn problems(tables: &str) -> Vec<String> {
        let head = "schema = 1\ntitle = \"T\"\nedition = \"2026-01-01\"\nlicence = \"CC0-1.0\"\n\n";
        let loaded = leaning(&format!("{head}{tables}"));
        placed(&loaded.err().unwrap_or_default())
    }

    /// A message in English.
    pub(crate) fn english(message: &Message) -> String {
        static ENGLISH: LazyLock<Locale> = LazyLock::new(|| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
            let locales = officieel_locales::read(Path::new(folder)).unwrap();
            locales.into_iter().find(|locale| locale.language == "en").unwrap()
        });
        message.text(&|sentence| ENGLISH.text(sentence.key()).unwrap())
    }

    /// What each of some problems says in English, behind its place.
    pub(crate) fn placed(problems: &[LoadError]) -> Vec<String> {
        problems
            .iter()
            .map(|it| format!("{}:{}: {}", it.line, it.column, english(&it.message)))
            .collect()
    }
}
