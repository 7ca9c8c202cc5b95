//! Checks `directory.toml` and stores it, with its search index, in the form that the program
//! starts from. A directory with a problem does not build, and each problem is named with its line
//! and column.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use officieel_directory::directory::Date;
use officieel_directory::directory::load::load;
use officieel_directory::search::Index;
use officieel_directory::store::Writer;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=directory.toml");
    match store_directory() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error=directory.toml:{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn store_directory() -> Result<(), Vec<String>> {
    let fault = |fault: &dyn std::fmt::Display| vec![fault.to_string()];
    let text = fs::read_to_string("directory.toml").map_err(|e| fault(&e))?;
    let directory = load(&text, Date::LAST, &|| None)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let folder = env::var_os("OUT_DIR").ok_or_else(|| vec!["cargo names no OUT_DIR".to_owned()])?;
    let file =
        fs::File::create(PathBuf::from(folder).join("directory.bin")).map_err(|e| fault(&e))?;
    let mut writer = Writer::new(file).map_err(|e| fault(&e))?;
    directory.write_to(&mut writer).map_err(|e| fault(&e))?;
    Index::write_to(&directory, &mut writer).map_err(|e| fault(&e))?;
    writer.finish().map(|_| ()).map_err(|e| fault(&e))
}
