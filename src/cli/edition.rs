//! `officieel edition`: write a directory as an edition, signed, and check one.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::arguments::{EditionArguments, Shared};
use super::error::Result;
use super::style::plain;
use super::{Context, ExitStatus, load};
use crate::directory::load::text_of;
use crate::directory::{Date, Directory};
use crate::messages::problem::placed;
use crate::replace::{Readers, replace};
use crate::words::Words;
use officieel_online::edition::{self, EditionError, digest, new_keys, sign};

pub(super) fn run(
    command: &EditionArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    if let Some(path) = &command.new_keys {
        return keys(path, command, cx);
    }
    if let (Some(file), Some(key)) = (&command.file, &command.verify) {
        return verify(file, key, cx);
    }
    let directory = directory(command, shared, cx)?;
    let text = directory.to_toml();
    let day = directory.header.edition;
    let Some(folder) = &command.output else {
        cx.out.write_all(text.as_bytes())?;
        return Ok(ExitStatus::Found);
    };
    let signature = match &command.sign {
        Some(key) => {
            let secret = read_text(key, cx)?;
            let password = password(command, cx)?;
            let signed = sign(text.as_bytes(), day, &secret, &password);
            Some(signed.map_err(|error| cx.unusable(&why(cx.words, &error)))?)
        }
        None => None,
    };
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("directory-{day}.toml"));
    replace(&path, text.as_bytes(), Readers::Anyone)?;
    if let Some(signature) = signature {
        replace(&signature_of(&path), signature.as_bytes(), Readers::Anyone)?;
    }
    let name = load::name_of(&path);
    writeln!(cx.out, "{}", cx.words.edition_written(&digest(text.as_bytes()), &name))?;
    Ok(ExitStatus::Found)
}

/// The signature beside an edition.
fn signature_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}

/// The directory without what anybody observed.
fn directory(
    command: &EditionArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<Directory> {
    let mut shared = shared.clone();
    shared.directory = command.file.clone().or(shared.directory);
    load::listed_directory_with_notice(&shared, cx)
}

fn verify(file: &Path, key: &Path, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let bytes = load::read(file, cx)?;
    let day = edition_of(file, &bytes, cx)?;
    let signature = read_text(&signature_of(file), cx)?;
    let public = read_text(key, cx)?;
    let name = load::name_of(file);
    match edition::verify(&bytes, day, &signature, &public) {
        Ok(()) => {
            writeln!(cx.out, "{}", cx.words.edition_trusted(&day.to_string(), &name))?;
            Ok(ExitStatus::Found)
        }
        Err(error @ (EditionError::Untrusted | EditionError::OtherEdition(_))) => {
            let text = format!("{name}: {}", why(cx.words, &error));
            Err(cx.reported(&plain(&text), ExitStatus::Imitation))
        }
        Err(error) => Err(cx.unusable(&why(cx.words, &error))),
    }
}

/// The day of the edition that a file holds, which must load.
fn edition_of(file: &Path, bytes: &[u8], cx: &mut Context<'_>) -> Result<Date> {
    let loaded = text_of(bytes).and_then(|text| crate::embedded::from_toml(text, cx.today));
    let name = load::name_of(file);
    loaded.map(|it| it.header.edition).map_err(|problems| {
        let words = cx.words;
        cx.unusable_lines(problems.iter().map(|it| format!("{name}:{}", placed(words, it))))
    })
}

/// Writes a new pair of keys: the secret one for its owner alone. Neither takes the place of what is there.
fn keys(path: &Path, command: &EditionArguments, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let password = password(command, cx)?;
    let keys = new_keys(&password).map_err(|error| cx.unusable(&why(cx.words, &error)))?;
    let mut public = path.as_os_str().to_owned();
    public.push(".pub");
    let public = PathBuf::from(public);
    for (path, text, is_secret) in [(path, &keys.secret, true), (&public, &keys.public, false)] {
        if let Err(error) = create(path, text, is_secret) {
            let text = cx.words.unwritable(&load::name_of(path), &error.to_string());
            return Err(cx.unusable(&text));
        }
    }
    let line = keys.public.lines().nth(1).unwrap_or_default();
    let [secret, public] = [path, &public].map(load::name_of);
    writeln!(cx.out, "{}", cx.words.edition_keys(&public, &secret))?;
    writeln!(cx.out, "{line}")?;
    Ok(ExitStatus::Found)
}

fn create(path: &Path, text: &str, is_secret: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if is_secret {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = is_secret;
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The password of the secret key: the first line of its file.
fn password(command: &EditionArguments, cx: &mut Context<'_>) -> Result<String> {
    let Some(path) = &command.password else { return Ok(String::new()) };
    let text = read_text(path, cx)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn read_text(path: &Path, cx: &mut Context<'_>) -> Result<String> {
    let bytes = load::read(path, cx)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Why it can't be signed or trusted.
pub(super) fn why(words: &Words, error: &EditionError) -> String {
    match error {
        EditionError::Key => words.edition_no_key.to_owned(),
        EditionError::Signature => words.edition_no_signature.to_owned(),
        EditionError::Untrusted => words.edition_untrusted.to_owned(),
        EditionError::OtherEdition(day) => words.edition_other(day),
        EditionError::Failed => words.edition_failed.to_owned(),
    }
}
