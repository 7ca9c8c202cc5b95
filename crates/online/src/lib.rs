//! Keeps a directory of official accounts true: imports registers, reads the organisations' own pages, verifies
//! accounts from both sides, and makes proposals of what it finds.
//!
//! Nothing here changes a directory: every result is a proposal with its evidence, for a person to decide on. Nothing
//! asks the network unless it is called to do so, and it knows no word of the interface and no terminal.

pub mod archive;
pub mod client;
pub mod clock;
mod content;
pub mod crawl;
pub mod dns;
pub mod edition;
pub mod fetch;
pub mod import;
pub mod links;
pub mod page;
pub mod proof;
pub mod robots;
pub mod sweep;
pub mod verify;
pub mod warc;

#[cfg(test)]
mod test_server;
#[cfg(test)]
mod testing {
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
}
