//! `--directory https://…`: an edition from the web, trusted by its signature and kept for when there is no network.

use std::fs;
use std::path::{Path, PathBuf};

use officieel_online::client::{Client, Settings};
use officieel_online::edition::{EditionError, FetchError, Fetched, MOST_BYTES, edition_of, fetch};
use url::Url;

use super::arguments::Shared;
use super::edition::why;
use super::error::Result;
use super::style::plain;
use super::verify::reason::of_failure;
use super::{Context, load};
use crate::dirs;
use crate::replace::{Readers, replace};

/// The address that a directory is asked for at, where it is one.
pub(super) fn address(path: &Path) -> Option<Url> {
    let url = Url::parse(path.to_str()?).ok()?;
    matches!(url.scheme(), "https" | "http").then_some(url)
}

/// A key is for what is fetched: with anything else it would seem to have been checked.
pub(super) fn check_key(shared: &Shared, cx: &mut Context<'_>) -> Result<()> {
    let is_fetched = shared.directory.as_deref().and_then(address).is_some();
    if shared.key.is_none() || is_fetched {
        return Ok(());
    }
    Err(cx.unusable(cx.words.fetched_no_address))
}

/// The file of the newest edition that can be trusted: the one that was fetched now, or else the last one; `None` where
/// there is neither, so that the built-in one has to do. It is told which.
pub(super) fn edition(url: &Url, shared: &Shared, cx: &mut Context<'_>) -> Result<Option<PathBuf>> {
    let is_open = url.username().is_empty() && url.password().is_none();
    if url.scheme() != "https" || !is_open {
        return Err(cx.unusable(cx.words.fetched_https));
    }
    let Some(key) = &shared.key else { return Err(cx.unusable(cx.words.fetched_key)) };
    let path = Path::new(key);
    let public = if path.is_file() {
        String::from_utf8_lossy(&load::read(path, cx)?).into_owned()
    } else {
        key.clone()
    };
    let kept = Kept::of(url, &public)?;
    let mut settings = Settings::new(env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    settings.limits.body = MOST_BYTES;
    match fetch(&Client::new(settings), url, &public) {
        Ok(fetched) => kept.newer(&fetched, cx),
        Err(FetchError::Edition(EditionError::Key)) => {
            Err(cx.unusable(&why(cx.words, &EditionError::Key)))
        }
        Err(error) => {
            let told = match &error {
                FetchError::Edition(error) => why(cx.words, error),
                FetchError::NotFetched(failure) => of_failure(cx.words, failure),
            };
            kept.instead(url, &told, cx)
        }
    }
}

/// The last edition of an address.
struct Kept {
    file: Option<PathBuf>,
    public: String,
}

impl Kept {
    fn of(url: &Url, public: &str) -> Result<Self> {
        let hash = blake3::hash(url.as_str().as_bytes()).to_hex();
        let name: String = hash.chars().take(16).collect();
        let folder = dirs::cache(|name| std::env::var_os(name)).map(|it| it.join("editions"));
        let file = folder.map(|folder| folder.join(format!("{name}.toml")));
        if let Some(folder) = file.as_deref().and_then(Path::parent) {
            fs::create_dir_all(folder)?;
        }
        Ok(Self { file, public: public.to_owned() })
    }

    fn signature(file: &Path) -> PathBuf {
        file.with_extension("toml.minisig")
    }

    /// The day of what is kept, where that can be trusted still.
    fn edition(&self) -> Option<crate::directory::Date> {
        let file = self.file.as_deref()?;
        let (text, signature) = (fs::read(file).ok()?, fs::read(Self::signature(file)).ok()?);
        edition_of(&text, &String::from_utf8(signature).ok()?, &self.public).ok()
    }

    /// Keeps what was fetched, unless what is kept is newer: an old edition may be sent to hide what it doesn't know.
    fn newer(&self, fetched: &Fetched, cx: &mut Context<'_>) -> Result<Option<PathBuf>> {
        let Some(file) = self.file.as_deref() else {
            return Err(cx.unusable(cx.words.fetched_nowhere));
        };
        if let Some(kept) = self.edition().filter(|kept| *kept > fetched.edition) {
            let text = cx.words.fetched_older(&fetched.edition.to_string(), &kept.to_string());
            writeln!(cx.err, "officieel: {text}")?;
            return Ok(Some(file.to_owned()));
        }
        replace(file, &fetched.text, Readers::Owner)?;
        replace(&Self::signature(file), fetched.signature.as_bytes(), Readers::Owner)?;
        Ok(Some(file.to_owned()))
    }

    /// What there is instead of what could not be fetched.
    fn instead(&self, url: &Url, why: &str, cx: &mut Context<'_>) -> Result<Option<PathBuf>> {
        let (host, why) = (plain(url.host_str().unwrap_or_default()), plain(why));
        let (text, file) = match self.edition() {
            Some(kept) => {
                (cx.words.fetched_kept(&host, &kept.to_string(), &why), self.file.clone())
            }
            None => (cx.words.fetched_built_in(&host, &why), None),
        };
        writeln!(cx.err, "officieel: {text}")?;
        Ok(file)
    }
}
