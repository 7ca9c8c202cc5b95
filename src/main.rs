//! Starts `officieel`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(officieel::cli::run().code())
}
