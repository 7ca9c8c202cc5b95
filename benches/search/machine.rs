//! On what it was measured: figures mean little without.

use std::process::Command;
use std::thread::available_parallelism;
use std::time::{SystemTime, UNIX_EPOCH};

use officieel::directory::Date;

const LOCK: &str = include_str!("../../Cargo.lock");

/// The day, the machine and the versions, in a sentence.
pub(crate) fn sentence(crates: &[&str]) -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let today = Date::from_unix_seconds(seconds);
    let cores = available_parallelism().map_or(1, usize::from);
    let versions: Vec<String> =
        crates.iter().map(|name| format!("{name} {}", version(name).unwrap_or("?"))).collect();
    format!(
        "Measured on {today}: {cores} cores, {}; {}; release build; {}.",
        processor(),
        compiler(),
        versions.join(", ")
    )
}

/// The version of a crate that was built with.
fn version(name: &str) -> Option<&'static str> {
    let entry = LOCK.split_once(&format!("\nname = \"{name}\"\nversion = \""))?.1;
    entry.split('"').next()
}

/// The processor, where the system tells.
fn processor() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let value = |key: &str| {
        let line =
            told.lines().find(|line| line.split(':').next().is_some_and(|k| k.trim() == key));
        line.and_then(|line| line.split(':').nth(1)).map(str::trim)
    };
    match (value("model name"), value("cpu family")) {
        (Some(model), Some(family)) => format!("{model} (family {family})"),
        _ => format!("{} on {}", std::env::consts::ARCH, std::env::consts::OS),
    }
}

/// The compiler and its version.
fn compiler() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().map(|it| it.stdout);
    let text = output.ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    text.split(" (").next().unwrap_or_default().trim().to_owned()
}
