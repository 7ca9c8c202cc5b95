//! Answers in JSON and tables: no bytes make a reader panic, what is sorted adds up, and a directory that is made
//! of them loads.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use officieel::directory::{Date, Directory};
use officieel_online::import::new_directory::{NewDirectoryOptions, new_directory};
use officieel_online::import::{Counts, ReadOptions, Source, read, sort};

static DIRECTORY: LazyLock<Directory> =
    LazyLock::new(|| officieel::embedded::of_country("be").expect("it is built in").expect("it loads"));

fuzz_target!(|bytes: &[u8]| {
    let seen = Date::new(2026, 11, 28).expect("a day");
    for source in
        [Source::Wikidata, Source::Mastodon, Source::Police, Source::Govdirectory, Source::Csv]
    {
        let Ok(extract) = read(source, bytes, &ReadOptions::default()) else { continue };
        let import = sort(source, &extract, &DIRECTORY, seen);
        assert!(Counts::of(&import).add_up());
        let made = new_directory(&extract, &NewDirectoryOptions {
            country: "BE",
            source,
            seen,
            title: "Official accounts",
            published_at: Some("https://tables.example/"),
            words: None,
            suffixes: officieel::embedded::suffixes(),
            built_in: &DIRECTORY,
        });
        if let Ok(made) = made {
            assert!(officieel::embedded::from_toml(&made.text, Date::LAST).is_ok());
        }
    }
});
