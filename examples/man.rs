//! Writes the man pages of every command into a folder, in a language.
//!
//! `cargo run --example man -- target/man en`
#![expect(clippy::print_stdout, reason = "it tells what it wrote")]
#![expect(clippy::print_stderr, reason = "or why it could not")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use officieel::cli::arguments;
use officieel::words::Language;

fn main() -> ExitCode {
    let mut given = env::args().skip(1);
    let folder = given.next().map_or_else(|| PathBuf::from("target/man"), PathBuf::from);
    let language = Language::of_locale(&given.next().unwrap_or_default());
    match write(&folder, language) {
        Ok(count) => {
            println!("{count} pages in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Writes a page for the program and one for each of its commands; how many.
fn write(folder: &Path, language: Language) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(arguments::command(language), folder)?;
    Ok(fs::read_dir(folder)?.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_in_each_language_that_names_its_options() {
        for &language in Language::ALL {
            let folder = tempfile::tempdir().unwrap();
            let commands = arguments::command(language).get_subcommands().count();
            let count = write(folder.path(), language).unwrap();
            assert!(count > commands, "{language:?}: {count} pages of {commands} commands");
            for page in ["officieel.1", "officieel-check.1", "officieel-list.1"] {
                let text = fs::read_to_string(folder.path().join(page)).unwrap();
                assert!(text.contains(r"\-\-lang"), "{language:?} {page}");
                assert!(text.contains(".SH"), "{language:?} {page}");
            }
        }
    }
}
