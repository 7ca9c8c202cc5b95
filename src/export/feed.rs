//! Feeds: what anybody can follow of an account without having one.
//!
//! Sources: Mastodon, <https://github.com/mastodon/mastodon/blob/main/app/controllers/accounts_controller.rb>; Bluesky,
//! <https://github.com/bluesky-social/social-app/issues/1491>; `YouTube`,
//! <https://developers.google.com/youtube/v3/guides/push_notifications>. `PeerTube` has feeds by the name of an account
//! and by that of a channel (<https://docs.joinpeertube.org/api-rest-reference.html>), and the address `/@name` doesn't
//! tell which of both a name is: it is left out rather than guessed at.

use crate::directory::{Account, Directory};
use crate::platform::AccountName;

/// The address of the feed of an account; `None` where none is known.
pub(super) fn of(directory: &Directory, account: &Account) -> Option<String> {
    let id = || account.platform_id.as_ref().map(AccountName::text);
    let feed = match directory.platform(account.platform).id() {
        "rss" => account.url.clone(),
        "mastodon" => {
            let (_, name) = account.url.rsplit_once('/')?;
            name.starts_with('@').then(|| format!("{}.rss", account.url))?
        }
        // A channel has a feed by its id only, never by its name.
        "youtube" => {
            let id = id().filter(|it| is_channel(it))?;
            format!("https://www.youtube.com/feeds/videos.xml?channel_id={id}")
        }
        "bluesky" => {
            // The id stays where the name changes.
            let name = id().or_else(|| account.handle.as_ref().map(AccountName::text))?;
            format!("https://bsky.app/profile/{name}/rss")
        }
        _ => return None,
    };
    feed.starts_with("https://").then_some(feed)
}

/// Whether an id is that of a channel: `UC` and 22 letters and digits.
fn is_channel(id: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    id.len() == 24 && id.starts_with("UC") && id.chars().all(is_sign)
}
