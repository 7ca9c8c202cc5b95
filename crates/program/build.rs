//! Checks `directory.toml` and stores it, with its search index, in the form that the program
//! starts from, packed; and makes the words of the interface from `locales/`. A file with a problem does not
//! build, and each problem is named with its line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use officieel_directory::directory::load::{BuiltIn, Defaults, LoadError, load};
use officieel_directory::directory::{Date, Directory};
use officieel_directory::public_suffixes::{self, PublicSuffixes};
use officieel_directory::search::Index;
use officieel_directory::store::{Store, Writer, pack};
use officieel_directory::text::message::Sentence;

/// Where what is built from stands.
const ROOT: &str = "../..";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../directory.toml");
    println!("cargo::rerun-if-changed=../../directories");
    println!("cargo::rerun-if-changed=../../locales");
    println!("cargo::rerun-if-changed=../../public-suffixes.txt");
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<(), Vec<String>> {
    let folder = env::var_os("OUT_DIR").ok_or_else(|| vec!["cargo names no OUT_DIR".to_owned()])?;
    let folder = PathBuf::from(folder);
    let locales =
        officieel_locales::generate(&Path::new(ROOT).join("locales"), &folder.join("words.rs"))
            .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let english = |sentence: Sentence| {
        locales.last().and_then(|english| english.text(sentence.key())).unwrap_or(sentence.key())
    };
    let suffixes =
        store_suffixes(&folder).map_err(|fault| vec![format!("public-suffixes.txt: {fault}")])?;
    let in_file = |file: &'static str| {
        move |problems: Vec<String>| -> Vec<String> {
            problems.iter().map(|problem| format!("{file}:{problem}")).collect()
        }
    };
    let none = || None;
    let built_in = store(&folder, ("directory.toml", "directory.bin"), &suffixes, &english, &none)
        .map_err(in_file("directory.toml"))?;
    for (file, stored) in COUNTRIES {
        let defaults = || Some(Defaults::of(built_in.clone()));
        store(&folder, (file, stored), &suffixes, &english, &defaults).map_err(in_file(file))?;
    }
    Ok(())
}

/// The directories of other countries, and the files that they are stored in.
const COUNTRIES: [(&str, &str); 1] = [("directories/belgium.toml", "be.bin")];

/// Stores the public suffix list in a folder.
fn store_suffixes(folder: &Path) -> io::Result<PublicSuffixes> {
    let mut writer = Writer::new(Vec::new())?;
    public_suffixes::write_to(
        &fs::read_to_string(Path::new(ROOT).join("public-suffixes.txt"))?,
        &mut writer,
    )?;
    let stored = writer.finish()?;
    let packed = pack(stored.clone()).map_err(io::Error::other)?;
    fs::write(folder.join("suffixes.bin"), packed)?;
    let store = Store::owned(stored).map_err(io::Error::other)?;
    Ok(PublicSuffixes::from_store(&store))
}

/// Reads a directory and stores it in a folder.
fn store<'s>(
    folder: &Path,
    (file, stored): (&str, &str),
    suffixes: &PublicSuffixes,
    english: &dyn Fn(Sentence) -> &'s str,
    built_in: BuiltIn<'_>,
) -> Result<Directory, Vec<String>> {
    let fault = |fault: &dyn std::fmt::Display| vec![fault.to_string()];
    let text = fs::read_to_string(Path::new(ROOT).join(file)).map_err(|e| fault(&e))?;
    let said = |problem: &LoadError| {
        format!("{}:{}: {}", problem.line, problem.column, problem.message.text(english))
    };
    let directory = load(&text, Date::LAST, suffixes, built_in)
        .map_err(|problems| problems.iter().map(said).collect::<Vec<_>>())?;
    let mut writer = Writer::new(Vec::new()).map_err(|e| fault(&e))?;
    directory.write_to(&mut writer).map_err(|e| fault(&e))?;
    Index::write_to(&directory, &mut writer).map_err(|e| fault(&e))?;
    let bytes = writer.finish().map_err(|e| fault(&e))?;
    let packed = pack(bytes).map_err(|e| fault(&e))?;
    fs::write(folder.join(stored), packed).map_err(|e| fault(&e))?;
    Ok(directory)
}
