//! The folders in which this program keeps files of its own.
//!
//! Source: XDG Base Directory Specification 0.8, <https://specifications.freedesktop.org/basedir-spec/0.8/>,
//! by which a relative path is to be ignored.

use std::ffi::OsString;
use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

/// What a system calls a base directory.
struct Base {
    /// The variable of the environment that names it.
    variable: &'static str,
    /// Where it is below the home of a person on macOS.
    macos: [&'static str; 2],
    /// Where it is below the home of a person elsewhere, but on Windows.
    home: &'static [&'static str],
}

/// The folder for what is made again when it is lost, as these variables of the environment tell; `None`
/// where they don't.
pub fn cache(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let base = Base { variable: "XDG_CACHE_HOME", macos: ["Library", "Caches"], home: &[".cache"] };
    base.folder(variable)
}

/// The folder for what a person keeps with this program, as these variables of the environment tell; `None`
/// where they don't.
pub fn data(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let base = Base {
        variable: "XDG_DATA_HOME",
        macos: ["Library", "Application Support"],
        home: &[".local", "share"],
    };
    base.folder(variable)
}

/// The folder for what a person set for this program, as these variables of the environment tell; `None` where they
/// don't.
pub fn config(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let base = Base {
        variable: "XDG_CONFIG_HOME",
        macos: ["Library", "Application Support"],
        home: &[".config"],
    };
    base.folder(variable)
}

impl Base {
    fn folder(&self, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
        let path = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let below_home =
            |parts: &[&str]| path("HOME").map(|home| home.join(parts.iter().collect::<PathBuf>()));
        let customary = || {
            if cfg!(windows) {
                path("LOCALAPPDATA")
            } else if cfg!(target_os = "macos") {
                below_home(&self.macos)
            } else {
                below_home(self.home)
            }
        };
        path(self.variable).or_else(customary).map(|base| base.join("officieel"))
    }
}

/// A path in which `~/` stands for the home of the person.
pub fn from_home(path: &str) -> PathBuf {
    let home = std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
    match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}

/// Makes a folder, for nobody else, where it is not there yet.
///
/// # Errors
///
/// Where the system does not let it be made.
pub fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
