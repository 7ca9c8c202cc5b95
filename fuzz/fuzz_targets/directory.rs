//! Directories: any bytes are a directory or have problems, and what loads is written as it was read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use officieel::directory::{Date, Directory};
use officieel::text::sanitise::is_hostile;

fuzz_target!(|bytes: &[u8]| {
    match officieel::embedded::from_bytes(bytes, Date::LAST) {
        Ok(directory) => {
            let text = directory.to_toml();
            let again = officieel::embedded::from_toml(&text, Date::LAST).expect("what is written loads");
            assert_eq!(again.to_toml(), text);
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|problem| !english(problem).contains(is_hostile)));
        }
    }
});

/// A problem in English, with its place.
fn english(problem: &officieel::directory::LoadError) -> String {
    officieel::messages::problem::placed(officieel::words::Language::En.words(), problem)
}
