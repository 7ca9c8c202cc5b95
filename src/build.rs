//! Checks `directory.toml` and stores it, with its search index, in the form that the program
//! starts from.
//!
//! The very modules of the program that read the file are compiled into this script: a directory
//! with a problem does not build, and each problem is named with its line and column. The script
//! stands among those modules because only there are they found by their own names.

#![expect(
    dead_code,
    reason = "the modules serve the program first; the script needs a part of them"
)]
#![expect(unused_imports, reason = "the same")]
#![expect(clippy::unused_self, reason = "the same")]
#![expect(unreachable_pub, reason = "what is public in the program is not public in a script")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

mod directory;
mod platform;
mod search;
mod store;
mod text;

use directory::Date;
use directory::load::load;
use search::Index;
use store::Writer;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=directory.toml");
    for module in ["directory", "platform", "search", "store", "text"] {
        println!("cargo::rerun-if-changed=src/{module}.rs");
        println!("cargo::rerun-if-changed=src/{module}");
    }
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error=directory.toml:{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<(), Vec<String>> {
    let fault = |fault: &dyn std::fmt::Display| vec![fault.to_string()];
    let text = fs::read_to_string("directory.toml").map_err(|e| fault(&e))?;
    let directory = load(&text, Date::LAST, &|| None)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let folder = env::var_os("OUT_DIR").ok_or_else(|| vec!["cargo names no OUT_DIR".to_owned()])?;
    let folder = PathBuf::from(folder);
    let file = fs::File::create(folder.join("directory.bin")).map_err(|e| fault(&e))?;
    let mut writer = Writer::new(file).map_err(|e| fault(&e))?;
    directory.write_to(&mut writer).map_err(|e| fault(&e))?;
    Index::write_to(&directory, &mut writer).map_err(|e| fault(&e))?;
    writer.finish().map(|_| ()).map_err(|e| fault(&e))
}
