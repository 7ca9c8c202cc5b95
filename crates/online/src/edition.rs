//! Editions: a directory file that was signed, so that whoever fetches it knows whose it is.
//!
//! Signatures are those of minisign, which many programs make and check (<https://jedisct1.github.io/minisign/>). The
//! trusted comment of a signature names the edition and its digest, so that an older one can't be passed off as newer.

#[cfg(test)]
mod tests;

use std::io::Cursor;

use minisign::{KeyPair, PublicKey, PublicKeyBox, SecretKeyBox, SignatureBox};
use officieel_directory::directory::Date;
use url::Url;

use crate::fetch::{Accept, Failure, Fetch, Outcome, Request};

/// Why an edition can't be signed or trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditionError {
    /// This is no key, or one under another password.
    #[error("this is no key of minisign that can be used")]
    Key,
    /// This is no signature.
    #[error("this is no signature of minisign")]
    Signature,
    /// The signature is of another key, or of another file.
    #[error("the signature is not that of this file by this key")]
    Untrusted,
    /// The signature tells of another edition than the file.
    #[error("the signature is of the edition of {0}")]
    OtherEdition(String),
    /// The system gives no random numbers, or something else failed that has nothing to do with what was given.
    #[error("it could not be signed")]
    Failed,
}

/// A pair of keys, each as its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// What signs; nobody else may have it.
    pub secret: String,
    /// What checks, for everybody.
    pub public: String,
}

/// A new pair of keys, of which the secret one is under a password; with an empty one under none, which only this program
/// and those that share its library can use.
///
/// # Errors
///
/// Where the system gives no random numbers.
pub fn new_keys(password: &str) -> Result<Keys, EditionError> {
    let failed = |_: minisign::PError| EditionError::Failed;
    let pair = KeyPair::generate_encrypted_keypair(Some(password.to_owned())).map_err(failed)?;
    let secret = pair.sk.to_box(None).map_err(failed)?.into_string();
    let public = pair.pk.to_box().map_err(failed)?.into_string();
    Ok(Keys { secret, public })
}

/// The digest of a file, as its trusted comment has it: BLAKE3, in hexadecimal.
pub fn digest(text: &[u8]) -> String {
    blake3::hash(text).to_hex().to_string()
}

/// Signs an edition with a key under a password, which is empty where it has none; the signature as its file.
///
/// ```
/// use officieel_directory::directory::Date;
/// use officieel_online::edition::{new_keys, sign, verify};
///
/// let keys = new_keys("")?;
/// let day = Date::new(2026, 11, 30).unwrap();
/// let signature = sign(b"schema = 1\n", day, &keys.secret, "")?;
/// assert_eq!(verify(b"schema = 1\n", day, &signature, &keys.public), Ok(()));
/// assert!(verify(b"schema = 2\n", day, &signature, &keys.public).is_err());
/// # Ok::<(), officieel_online::edition::EditionError>(())
/// ```
///
/// # Errors
///
/// Where the key can't be used.
pub fn sign(
    text: &[u8],
    edition: Date,
    secret: &str,
    password: &str,
) -> Result<String, EditionError> {
    let key = |_: minisign::PError| EditionError::Key;
    let secret = SecretKeyBox::from_string(secret).map_err(key)?;
    // Without one the library would ask for it on the terminal, which is not its to do.
    let secret = secret.into_secret_key(Some(password.to_owned())).map_err(key)?;
    let comment = trusted_comment(text, edition);
    let signed =
        minisign::sign(None, &secret, Cursor::new(text), Some(&comment), Some("officieel"));
    signed.map(SignatureBox::into_string).map_err(|_failed| EditionError::Failed)
}

/// Whether an edition was signed with a key, and is the one that was.
///
/// # Errors
///
/// Why it can't be trusted.
pub fn verify(
    text: &[u8],
    edition: Date,
    signature: &str,
    public: &str,
) -> Result<(), EditionError> {
    let signature = signed(text, signature, public)?;
    let comment = signature.trusted_comment().map_err(|_text| EditionError::Signature)?;
    if comment == trusted_comment(text, edition) {
        return Ok(());
    }
    let told = comment.split(' ').next().unwrap_or_default();
    let day = told.strip_prefix("edition:").unwrap_or_default();
    Err(EditionError::OtherEdition(day.chars().filter(char::is_ascii_graphic).take(10).collect()))
}

/// An edition that was fetched, and that its signature makes trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The day that its signature names.
    pub edition: Date,
    /// The file.
    pub text: Vec<u8>,
    /// Its signature.
    pub signature: String,
}

/// Why an edition wasn't fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// It, or its signature, couldn't be asked for, for the reason given.
    #[error(transparent)]
    NotFetched(Failure),
    /// It can't be trusted.
    #[error(transparent)]
    Edition(#[from] EditionError),
}

/// The largest edition that is fetched, in bytes.
pub const MOST_BYTES: u64 = 256 << 20;

/// Fetches an edition, and its signature from the same address with `.minisig` behind it; nothing that isn't signed with
/// the key is given back.
///
/// # Errors
///
/// Why there is none.
pub fn fetch(fetch: &dyn Fetch, url: &Url, public: &str) -> Result<Fetched, FetchError> {
    public_key(public)?;
    let mut beside = url.clone();
    beside.set_path(&format!("{}.minisig", url.path()));
    let signature = file(fetch, &beside)?;
    let text = file(fetch, url)?;
    let signature = String::from_utf8(signature)
        .map_err(|_bytes| FetchError::Edition(EditionError::Signature))?;
    let edition = edition_of(&text, &signature, public)?;
    Ok(Fetched { edition, text, signature })
}

fn file(fetch: &dyn Fetch, url: &Url) -> Result<Vec<u8>, FetchError> {
    let not = |why: Failure| Err(FetchError::NotFetched(why));
    match fetch.fetch(&Request::new(url.clone(), Accept::File)) {
        Outcome::Page(page) if page.status == 200 && page.is_complete => Ok(page.body),
        Outcome::Page(page) if page.status == 200 => not(Failure::NotWhole),
        Outcome::Page(page) => not(Failure::Status(page.status)),
        Outcome::NotModified(_) => not(Failure::Protocol),
        Outcome::Refused(refusal) => not(refusal.into()),
        Outcome::CouldNotLook(failure) => not(failure),
    }
}

/// The day of an edition that was signed with a key, as its signature names it.
///
/// # Errors
///
/// Why it can't be trusted.
pub fn edition_of(text: &[u8], signature: &str, public: &str) -> Result<Date, EditionError> {
    let signature = signed(text, signature, public)?;
    let comment = signature.trusted_comment().map_err(|_text| EditionError::Signature)?;
    let told = comment.split(' ').next().and_then(|it| it.strip_prefix("edition:"));
    let day: Option<Date> = told.and_then(|day| day.parse().ok());
    match day {
        Some(day) if comment == trusted_comment(text, day) => Ok(day),
        _ => Err(EditionError::Untrusted),
    }
}

/// A signature that is of a file by a key.
fn signed(text: &[u8], signature: &str, public: &str) -> Result<SignatureBox, EditionError> {
    let public = public_key(public)?;
    let signature =
        SignatureBox::from_string(signature).map_err(|_text| EditionError::Signature)?;
    let is_so = minisign::verify(&public, &signature, Cursor::new(text), true, false, false);
    is_so.map_err(|_why| EditionError::Untrusted)?;
    Ok(signature)
}

/// A key for everybody: its file, or the line in it.
fn public_key(text: &str) -> Result<PublicKey, EditionError> {
    let text = text.trim();
    let of_line = || PublicKey::from_base64(text).ok();
    let of_file = || PublicKeyBox::from_string(text).ok()?.into_public_key().ok();
    of_line().or_else(of_file).ok_or(EditionError::Key)
}

fn trusted_comment(text: &[u8], edition: Date) -> String {
    format!("edition:{edition} blake3:{}", digest(text))
}
