//! Directories for tests.

use std::sync::LazyLock;

use officieel_directory::directory::load::{Defaults, load};
use officieel_directory::directory::{Date, Directory};
use officieel_directory::public_suffixes::PublicSuffixes;

static BUILT_IN: LazyLock<Defaults> = LazyLock::new(|| {
    let text = include_str!("../../../directory.toml");
    Defaults::of(load(text, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap())
});

/// A directory from the text of a file that leans on the platforms and words that are built in.
pub(crate) fn leaning(text: &str) -> Directory {
    load(text, Date::LAST, &PublicSuffixes::default(), &|| Some(BUILT_IN.clone())).unwrap()
}
