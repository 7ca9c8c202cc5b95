//! Platforms of which a stranger learns that an account exists, and no more.
//!
//! Their answers to programs change and break: that one isn't there counts only while one that surely is is found.

use officieel_directory::directory::Account as Listed;
use serde::Deserialize;
use url::Url;

use super::look::{Look, json, with_query};
use super::rel_me::PageLinks;
use super::{Reason, Verdict, Verification, Verifier};
use crate::fetch::{Accept, Failure, Follow, Page};

/// Accounts of the platforms themselves, which surely exist.
const YOUTUBE_CHANNEL: &str = "UCBR8-60-B28hp2BmDPdntcQ";
const YOUTUBE_HANDLE: &str = "https://www.youtube.com/@youtube";
const TELEGRAM: &str = "https://t.me/telegram";
const TIKTOK: &str = "https://www.tiktok.com/@tiktok";
const SNAPCHAT: &str = "https://www.snapchat.com/add/snapchat";

type Found = Result<bool, Reason>;

/// It is there or not; not being there counts only if the control is.
fn decide(found: Found, control: impl FnOnce() -> Found) -> Verdict {
    match found {
        Ok(true) => Verdict::Exists,
        Ok(false) => match control() {
            Ok(true) => Verdict::Absent,
            control => Verdict::CouldNotLook(not_there_either(control)),
        },
        Err(reason) => Verdict::CouldNotLook(reason),
    }
}

/// Why nothing follows where the control isn't found: nobody could be asked at all, or the platform answers programs in
/// another way than it did.
fn not_there_either(control: Found) -> Reason {
    match control {
        Err(Reason::Failure(failure)) if !matches!(failure, Failure::Status(_)) => failure.into(),
        _ => Reason::ControlFailed,
    }
}

/// A page that is there, with 404 as the one answer for one that isn't.
fn there(page: Result<Page, Reason>) -> Result<Option<Page>, Reason> {
    let page = page?;
    match page.status {
        200 => Ok(Some(page)),
        404 => Ok(None),
        status => Err(Failure::Status(status).into()),
    }
}

/// A channel by its feed, where the id is known, and by its page, where the handle is. The feeds have failed for all
/// channels alike, for weeks: the control is asked first.
pub(super) fn youtube(
    verifier: &Verifier<'_>,
    listed: &Listed,
    look: &Look<'_>,
    found: &mut Verification,
) {
    let platform = verifier.directory.platform(listed.platform);
    let by_page = listed.handle.as_ref().map(|handle| {
        let address = platform.address_of(handle);
        let page = there(look.get(&address, Accept::Html, Follow::default()))?;
        found.immutable_id = page.as_ref().and_then(channel_of_page);
        Ok(page.is_some())
    });
    if let Some(by_page @ Ok(_)) = by_page {
        let control =
            || Ok(there(look.get(YOUTUBE_HANDLE, Accept::Html, Follow::default()))?.is_some());
        found.verdict = decide(by_page, control);
        return;
    }
    let Some(id) = &listed.platform_id else {
        found.verdict = decide(by_page.unwrap_or(Err(Reason::Unreadable)), || Ok(false));
        return;
    };
    found.verdict = match feed(YOUTUBE_CHANNEL, look) {
        Ok(true) => decide(feed(id.text(), look), || Ok(true)),
        control => Verdict::CouldNotLook(not_there_either(control)),
    };
}

/// The channel that a page says it is of.
fn channel_of_page(page: &Page) -> Option<String> {
    let links = PageLinks::read(&page.body, &page.url);
    let channel = |url: &Url| {
        let id = url.path().strip_prefix("/channel/")?;
        (url.host_str() == Some("www.youtube.com") && id.starts_with("UC") && id.len() == 24)
            .then(|| id.to_owned())
    };
    links.links.iter().filter(|link| link.is_canonical).find_map(|link| channel(&link.url))
}

/// Whether the feed of a channel is there; at the level of the feed, the id may stand without its first letters.
fn feed(id: &str, look: &Look<'_>) -> Found {
    let url = with_query("https://www.youtube.com/feeds/videos.xml", "channel_id", id);
    let Some(page) = there(look.get(&url, Accept::Xml, Follow::default()))? else {
        return Ok(false);
    };
    let text = page.text();
    let own =
        text.split_once("<yt:channelId>").and_then(|(_, rest)| rest.split_once("</yt:channelId>"));
    let own = own.map(|(own, _)| own.trim().trim_start_matches("UC"));
    if own == Some(id.trim_start_matches("UC")) { Ok(true) } else { Err(Reason::Unreadable) }
}

/// A user, a group or a channel: all have a title only if they exist.
pub(super) fn telegram(
    verifier: &Verifier<'_>,
    listed: &Listed,
    look: &Look<'_>,
    found: &mut Verification,
) {
    let there = |address: &str| -> Found {
        let page = look.get(address, Accept::Html, Follow::default())?;
        if page.status != 200 {
            return Err(Failure::Status(page.status).into());
        }
        let text = page.text();
        let is_page = text.contains("tgme_page");
        if is_page { Ok(text.contains("tgme_page_title")) } else { Err(Reason::Unreadable) }
    };
    found.verdict = match address(verifier, listed) {
        Some(address) => decide(there(&address), || there(TELEGRAM)),
        None => Verdict::CouldNotLook(Reason::Unreadable),
    };
}

/// By what the platform offers to those who embed a creator's page.
pub(super) fn tiktok(
    verifier: &Verifier<'_>,
    listed: &Listed,
    look: &Look<'_>,
    found: &mut Verification,
) {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Answer {
        code: Option<u32>,
        author_url: Option<String>,
    }
    let there = |address: &str| -> Found {
        let url = with_query("https://www.tiktok.com/oembed", "url", address);
        let page = look.get(&url, Accept::Json, Follow::default())?;
        if !matches!(page.status, 200 | 400) {
            return Err(Failure::Status(page.status).into());
        }
        let answer: Answer = json(&page)?;
        match (answer.author_url, answer.code) {
            (Some(author), _) if author.eq_ignore_ascii_case(address) => Ok(true),
            (None, Some(400)) => Ok(false),
            _ => Err(Reason::Unreadable),
        }
    };
    found.verdict = match address(verifier, listed) {
        Some(address) => decide(there(&address), || there(TIKTOK)),
        None => Verdict::CouldNotLook(Reason::Unreadable),
    };
}

/// By its page.
pub(super) fn snapchat(
    verifier: &Verifier<'_>,
    listed: &Listed,
    look: &Look<'_>,
    found: &mut Verification,
) {
    let there = |address: &str| -> Found {
        Ok(there(look.get(address, Accept::Html, Follow::default()))?.is_some())
    };
    found.verdict = match address(verifier, listed) {
        Some(address) => decide(there(&address), || there(SNAPCHAT)),
        None => Verdict::CouldNotLook(Reason::Unreadable),
    };
}

fn address(verifier: &Verifier<'_>, listed: &Listed) -> Option<String> {
    let handle = listed.handle.as_ref()?;
    Some(verifier.directory.platform(listed.platform).address_of(handle))
}
