//! JSON answers, and what comes in their place.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ImportError;
use super::text::clean;

/// The most characters of a report that are shown.
const MOST_SHOWN: usize = 200;

/// Reads a JSON answer whole. A page, a refusal, a report of an error and a cut answer are told apart.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ImportError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    refuse_others(bytes)?;
    if !bytes.starts_with(b"{") && !bytes.starts_with(b"[") {
        let text = String::from_utf8_lossy(bytes.get(..MOST_SHOWN).unwrap_or(bytes)).into_owned();
        return Err(ImportError::Reported(clean(&text).unwrap_or_default()));
    }
    match serde_json::from_slice::<T>(bytes) {
        Ok(read) => Ok(read),
        Err(error) if error.is_eof() => Err(ImportError::Cut),
        Err(error) => Err(match serde_json::from_slice::<Value>(bytes) {
            Ok(value) => reported(&value).unwrap_or_else(|| malformed(&error)),
            // What breaks off within a text goes on as something else: a trace, or the next answer.
            Err(error) if error.is_syntax() && bytes.starts_with(b"{") => ImportError::Cut,
            Err(error) => malformed(&error),
        }),
    }
}

/// Refuses what is no data at all.
pub(super) fn refuse_others(bytes: &[u8]) -> Result<(), ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.starts_with(b"<") {
        return Err(ImportError::Page);
    }
    // An answer that was kept with its head.
    if bytes.starts_with(b"HTTP/") {
        let head = String::from_utf8_lossy(bytes.get(..80).unwrap_or(bytes)).into_owned();
        let status = head.split_ascii_whitespace().nth(1).and_then(|it| it.parse().ok());
        return Err(ImportError::Status { status: status.unwrap_or(0) });
    }
    Ok(())
}

/// What an answer says that is the report of an error.
fn reported(value: &Value) -> Option<ImportError> {
    let text = |it: &Value| it.as_str().map(str::to_owned);
    let error = value.get("error");
    let code = error.and_then(|it| it.get("code")).and_then(text);
    let info = error.and_then(|it| it.get("info")).and_then(text);
    let plain = error.and_then(text);
    let is_error = value.get("type").and_then(Value::as_str) == Some("error");
    let message = value.get("message").filter(|_| is_error).and_then(text);
    let said = match (code, info.or(plain).or(message)) {
        (Some(code), Some(info)) => format!("{code}: {info}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return None,
    };
    let shown: String = clean(&said)?.chars().take(MOST_SHOWN).collect();
    Some(ImportError::Reported(shown))
}

fn malformed(error: &serde_json::Error) -> ImportError {
    let text = clean(&error.to_string()).unwrap_or_default();
    ImportError::Malformed(text.chars().take(MOST_SHOWN).collect())
}
