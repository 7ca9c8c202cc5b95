//! The folder of the cache.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::NamedTempFile;

use super::key::{self, Key};
use crate::compact_sort::CompactSort;
use crate::dirs::make_private;

/// How many files are kept; one of a million organisations takes hundreds of megabytes.
const KEPT: usize = 4;

/// How the names of files begin that are being written.
const BEGUN: &str = "new-";

/// The folder, whether it is there or not.
pub(super) struct Folder<'a>(&'a Path);

impl<'a> Folder<'a> {
    pub(super) fn new(path: &'a Path) -> Self {
        Self(path)
    }

    /// The file of a key.
    pub(super) fn path_of(&self, key: &Key) -> PathBuf {
        self.0.join(key.name())
    }

    /// The newest file that was made of a directory file of this length.
    pub(super) fn newest(&self, length: u64) -> Option<PathBuf> {
        let ending = key::ending(length);
        let is_such = |path: &PathBuf| name(path).ends_with(&ending);
        self.files().into_iter().map(|(_, path)| path).find(is_such)
    }

    /// Makes the folder, for nobody else, where it is not there yet.
    pub(super) fn make(&self) -> Option<()> {
        // It is there already, or what can't be made shows below.
        let _ = make_private(self.0);
        self.is_ours().then_some(())
    }

    /// A file in it that nobody else can read, and that is gone if it is not kept.
    pub(super) fn temporary(&self) -> Option<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(BEGUN).suffix(".directory").tempfile_in(self.0).ok()
    }

    /// An empty file without a name, for what is put aside while another is written.
    pub(super) fn aside(&self) -> io::Result<File> {
        tempfile::tempfile_in(self.0)
    }

    /// Removes all but the newest files.
    pub(super) fn tidy(&self) {
        for (_, path) in self.files().into_iter().skip(KEPT) {
            // What can't be removed now can be the next time.
            let _ = fs::remove_file(path);
        }
    }

    /// Whether it is a folder, not a link to one, and others can't put anything in it.
    fn is_ours(&self) -> bool {
        fs::symlink_metadata(self.0).is_ok_and(|about| {
            #[cfg(unix)]
            let is_open =
                std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o022 != 0;
            #[cfg(not(unix))]
            let is_open = false;
            about.is_dir() && !is_open
        })
    }

    /// The files of the cache, newest first; among them those that were begun and never finished.
    fn files(&self) -> Vec<(SystemTime, PathBuf)> {
        let Some(entries) = self.is_ours().then(|| fs::read_dir(self.0).ok()).flatten() else {
            return Vec::new();
        };
        let mut files: Vec<(SystemTime, PathBuf)> = entries
            .flatten()
            .filter(|entry| is_of_cache(&entry.path()))
            .filter_map(|entry| {
                let about = entry.metadata().ok().filter(fs::Metadata::is_file)?;
                Some((about.modified().ok()?, entry.path()))
            })
            .collect();
        files.compact_sort_by(|a, b| b.cmp(a));
        files
    }
}

/// Whether a file bears such a name as this program gives.
fn is_of_cache(path: &Path) -> bool {
    is_name(name(path))
}

/// Whether this program gives such a name to a file of the cache.
pub(crate) fn is_name(name: &str) -> bool {
    let is_key = name.bytes().take_while(u8::is_ascii_hexdigit).count() == 64;
    name.ends_with(".directory") && (is_key || name.starts_with(BEGUN))
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
