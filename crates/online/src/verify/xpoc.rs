//! The file by which a site lists its accounts: an XPOC manifest.
//!
//! After <https://github.com/microsoft/xpoc-framework>, version 0.3.

use officieel_directory::platform::{Platforms, Reference};
use serde::Deserialize;

/// The accounts that are read; a manifest has a few.
const MAX_ACCOUNTS: usize = 1_000;

/// A manifest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// Who it is of.
    #[serde(default)]
    pub name: String,
    /// The site that it is of: a host, and maybe a path; with or without `https://`.
    #[serde(default)]
    pub baseurl: String,
    /// The accounts.
    #[serde(default)]
    pub accounts: Vec<ManifestAccount>,
}

/// One account of a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ManifestAccount {
    /// Its name.
    #[serde(default)]
    pub account: String,
    /// The name of its platform.
    #[serde(default)]
    pub platform: String,
    /// Its address.
    pub url: Option<String>,
}

impl Manifest {
    /// The manifest in a file, if it is one, and of the host that it was found on: with another base, it is another
    /// site's.
    pub fn parse(file: &[u8], host: &str) -> Option<Self> {
        let mut manifest: Self = serde_json::from_slice(file).ok()?;
        manifest.accounts.truncate(MAX_ACCOUNTS);
        Some(manifest).filter(|manifest| bare(manifest.base()) == bare(host))
    }

    /// The base as profiles name it in `xpoc://…!`: without scheme and final slash.
    pub fn base(&self) -> &str {
        let base = self.baseurl.trim();
        let base =
            base.strip_prefix("https://").or_else(|| base.strip_prefix("http://")).unwrap_or(base);
        base.trim_end_matches('/')
    }

    /// The accounts that it lists, as far as they can be read: by address, or by the names of account and platform.
    pub fn references(&self, platforms: &Platforms) -> Vec<Reference> {
        self.accounts.iter().filter_map(|account| account.reference(platforms)).collect()
    }
}

impl ManifestAccount {
    fn reference(&self, platforms: &Platforms) -> Option<Reference> {
        if let Some(url) = &self.url {
            let parsed = platforms.parse_address(url).ok()?;
            return parsed.part.is_none().then_some(parsed.account);
        }
        let is_it = |name: &str| name.eq_ignore_ascii_case(self.platform.trim());
        let (index, platform) = platforms
            .iter()
            .find(|(_, platform)| is_it(platform.name()) || is_it(platform.id()))?;
        let name = platform.parse_name(self.account.trim()).ok()?;
        Some(Reference { platform: index, name })
    }
}

fn bare(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    host.strip_prefix("www.").map_or(host.clone(), str::to_owned)
}
