//! Accounts on Bluesky: from the handle to the account, and back.
//!
//! Sources: <https://atproto.com/specs/handle>, <https://atproto.com/specs/did>,
//! <https://docs.bsky.app/docs/api/app-bsky-actor-get-profile>.

use officieel_directory::directory::{Account as Listed, Method};
use serde::Deserialize;

use super::look::{Look, clean, json, with_query};
use super::site::Site;
use super::{Badge, FoundEvidence, Reason, Remark, Rule, Verdict, Verification, Verifier};
use crate::fetch::{Accept, Failure, Follow, Page};

/// The public interface, which needs no account.
const API: &str = "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile";

/// An account that surely exists: Bluesky's own.
const CONTROL: &str = "bsky.app";

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Profile {
    did: String,
    handle: String,
    description: Option<String>,
    labels: Vec<Label>,
    verification: Option<Badges>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Label {
    src: String,
    val: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Badges {
    verifications: Vec<Given>,
    verified_status: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Given {
    issuer: String,
    is_valid: bool,
}

/// An answer that says what is wrong.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Fault {
    error: String,
    message: String,
}

pub(super) fn verify(
    verifier: &Verifier<'_>,
    listed: &Listed,
    site: &Site,
    look: &Look<'_>,
    found: &mut Verification,
) {
    found.verdict = match asked(verifier, listed, site, look, found) {
        Ok(verdict) => verdict,
        Err(reason) => Verdict::CouldNotLook(reason),
    };
}

fn asked(
    verifier: &Verifier<'_>,
    listed: &Listed,
    site: &Site,
    look: &Look<'_>,
    found: &mut Verification,
) -> Result<Verdict, Reason> {
    let handle = listed.handle.as_ref().map(|handle| handle.key().to_owned());
    let listed_did = listed.platform_id.as_ref().map(|id| id.text().to_owned());
    let resolved = handle.as_deref().map(|handle| resolve(verifier, handle, look)).transpose()?;
    let did = match &resolved {
        Some(Resolved::To(did, _)) => Some(did.clone()),
        Some(Resolved::Ambiguous) => {
            found.remarks.push(Remark::AmbiguousHandle);
            None
        }
        Some(Resolved::Nowhere) => {
            found.remarks.push(Remark::HandleLeadsNowhere);
            None
        }
        None => None,
    };
    let actor = did.clone().or(listed_did).or_else(|| handle.clone()).ok_or(Reason::Unreadable)?;
    let profile = match profile(&actor, look)? {
        Shown::Profile(profile) => profile,
        Shown::Suspended => return Ok(Verdict::Suspended),
        Shown::Deactivated => {
            found.remarks.push(Remark::Deactivated);
            return Ok(Verdict::Suspended);
        }
        Shown::Nothing => return absent(look),
    };
    take_in(&profile, found);
    let (Some(handle), Some(Resolved::To(did, page))) = (handle, resolved) else {
        return Ok(Verdict::Exists);
    };
    let names_back = document(&did, look)?.is_some_and(|document| document.names(&did, &handle));
    if !names_back || profile.did != did {
        found.remarks.push(Remark::HandleNotNamedBack);
        return Ok(Verdict::Exists);
    }
    if !site.owns(&handle) {
        found.remarks.push(Remark::ForeignHandle);
        return Ok(Verdict::Exists);
    }
    let (method, seen) = (Method::OwnDomain, verifier.today);
    found.evidence.push(FoundEvidence { method, url: page, seen, rule: Rule::OwnHandle });
    Ok(Verdict::Proved)
}

/// What a profile says besides. Of one that asks not to be shown to strangers, nothing but that is kept.
fn take_in(profile: &Profile, found: &mut Verification) {
    if is_did(&profile.did) {
        found.immutable_id = Some(profile.did.clone());
    }
    let asks_not = |label: &Label| label.src == profile.did && label.val == "!no-unauthenticated";
    if profile.labels.iter().any(asks_not) {
        found.remarks.push(Remark::NotForStrangers);
        return;
    }
    found.profile.extend(profile.description.clone());
    if let Some(badges) = profile.verification.as_ref().filter(|it| it.verified_status != "none") {
        let is_valid = badges.verified_status == "valid";
        let of_kind = badges.verifications.iter().filter(|given| given.is_valid == is_valid);
        let issuers = of_kind.map(|given| clean(&given.issuer)).collect();
        found.remarks.push(Remark::Badge(Badge { is_valid, issuers }));
    }
}

/// Where a handle leads.
#[derive(Debug, PartialEq, Eq)]
enum Resolved {
    /// To one account; with the page that says so.
    To(String, String),
    /// To several.
    Ambiguous,
    Nowhere,
}

/// Both ways are asked: the text records of the name, and the file on its host. They may not contradict each other.
fn resolve(verifier: &Verifier<'_>, handle: &str, look: &Look<'_>) -> Result<Resolved, Reason> {
    let records = verifier.txt.txt(&format!("_atproto.{handle}"));
    let mut by_record: Vec<String> = records
        .as_deref()
        .unwrap_or_default()
        .iter()
        .filter_map(|record| record.strip_prefix("did="))
        .map(str::to_owned)
        .collect();
    by_record.sort_unstable();
    by_record.dedup();
    let file = format!("https://{handle}/.well-known/atproto-did");
    let answer = look.get(&file, Accept::Text, Follow::anywhere(5));
    let by_file = answer.as_ref().ok().and_then(did_of_file);
    match (by_record.as_slice(), by_file) {
        ([], None) => match (records, answer) {
            // Somebody said that there is none; a fault says nothing.
            (Ok(_), Ok(_)) => Ok(Resolved::Nowhere),
            (Err(failure), _) => Err(failure.into()),
            (Ok(_), Err(Reason::Failure(Failure::NoSuchHost | Failure::NoConnection))) => {
                Ok(Resolved::Nowhere)
            }
            (Ok(_), Err(reason)) => Err(reason),
        },
        ([], Some(did)) => Ok(Resolved::To(did, file)),
        ([did], by_file) if is_did(did) && by_file.as_ref().is_none_or(|file| file == did) => {
            let page = if by_file.is_some() { file } else { document_url(did) };
            Ok(Resolved::To(did.clone(), page))
        }
        _ => Ok(Resolved::Ambiguous),
    }
}

fn did_of_file(page: &Page) -> Option<String> {
    let text = page.text();
    let text = text.trim();
    (page.is_success() && page.is_complete && is_did(text)).then(|| text.to_owned())
}

/// The two kinds of DID that accounts have.
fn is_did(text: &str) -> bool {
    if let Some(id) = text.strip_prefix("did:plc:") {
        return id.len() == 24 && id.bytes().all(|it| matches!(it, b'a'..=b'z' | b'2'..=b'7'));
    }
    let is_host = |host: &str| {
        host.contains('.')
            && !host.starts_with('.')
            && host.bytes().all(|it| matches!(it, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-'))
    };
    text.len() <= 253 && text.strip_prefix("did:web:").is_some_and(is_host)
}

fn document_url(did: &str) -> String {
    match did.strip_prefix("did:web:") {
        Some(host) => format!("https://{host}/.well-known/did.json"),
        None => format!("https://plc.directory/{did}"),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Document {
    id: String,
    also_known_as: Vec<String>,
}

impl Document {
    /// Whether it is that of the account, and the first handle that it names is this one.
    fn names(&self, did: &str, handle: &str) -> bool {
        let handles = self.also_known_as.iter().filter_map(|name| name.strip_prefix("at://"));
        let mut valid = handles.filter(|name| is_handle(name));
        self.id == did && valid.next().is_some_and(|first| first.eq_ignore_ascii_case(handle))
    }
}

fn is_handle(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(is_label)
}

/// The document of a DID; none, where it was never registered or is taken out.
fn document(did: &str, look: &Look<'_>) -> Result<Option<Document>, Reason> {
    let page = look.get(&document_url(did), Accept::Json, Follow::none())?;
    match page.status {
        200 => json(&page).map(Some),
        404 | 410 => Ok(None),
        status => Err(Failure::Status(status).into()),
    }
}

enum Shown {
    Profile(Profile),
    Suspended,
    Deactivated,
    Nothing,
}

fn profile(actor: &str, look: &Look<'_>) -> Result<Shown, Reason> {
    let page = look.get(&with_query(API, "actor", actor), Accept::Json, Follow::none())?;
    match page.status {
        200 => json(&page).map(Shown::Profile),
        400 => {
            let fault: Fault = json(&page)?;
            match (fault.error.as_str(), fault.message.as_str()) {
                ("AccountTakedown", _) => Ok(Shown::Suspended),
                ("AccountDeactivated", _) => Ok(Shown::Deactivated),
                ("InvalidRequest", "Profile not found") => Ok(Shown::Nothing),
                _ => Err(Reason::Unreadable),
            }
        }
        status => Err(Failure::Status(status).into()),
    }
}

/// It isn't there, if one that surely exists is.
fn absent(look: &Look<'_>) -> Result<Verdict, Reason> {
    match profile(CONTROL, look) {
        Ok(Shown::Profile(profile)) if profile.handle == CONTROL => Ok(Verdict::Absent),
        _ => Err(Reason::ControlFailed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_kinds_of_did_are_of_accounts() {
        for (text, expected) in [
            ("did:plc:z72i7hdynmk6r22z27h6tvur", true),
            ("did:web:gemeente.example", true),
            ("did:plc:z72i7hdynmk6r22z27h6tvu", false),
            ("did:plc:Z72I7HDYNMK6R22Z27H6TVUR", false),
            ("did:plc:z72i7hdynmk6r22z27h6tvu/", false),
            ("did:web:localhost", false),
            ("did:web:gemeente.example:user", false),
            ("did:web:gemeente.example/x", false),
            ("did:web:user@gemeente.example", false),
            ("did:key:z6Mk", false),
            ("", false),
        ] {
            assert_eq!(is_did(text), expected, "{text}");
        }
    }

    #[test]
    fn the_first_sound_handle_of_a_document_is_its_handle() {
        for (names, handle, expected) in [
            (&["at://bsky.app"][..], "bsky.app", true),
            (&["at://BSKY.app"], "bsky.app", true),
            (&["https://voorbeeld.example", "at://a.example", "at://bsky.app"], "bsky.app", false),
            (&["at://-x", "at://nodot", "at://bsky.app"], "bsky.app", true),
            (&["bsky.app"], "bsky.app", false),
            (&[], "bsky.app", false),
        ] {
            let also_known_as = names.iter().map(|&name| name.to_owned()).collect();
            let document = Document { id: "did:plc:x".to_owned(), also_known_as };
            assert_eq!(document.names("did:plc:x", handle), expected, "{names:?}");
            assert!(!document.names("did:plc:y", handle), "{names:?}");
        }
    }
}
