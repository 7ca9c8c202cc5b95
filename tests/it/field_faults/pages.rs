//! Pages of the platforms themselves, whose addresses look like those of accounts.

use super::gist;
use crate::loaded::BUILT_IN;

#[test]
fn a_page_of_a_platform_is_no_account() {
    for address in [
        "instagram.com/invites/contact/?i=x",
        "instagram.com/channel/x",
        "instagram.com/j/AbC",
        "instagram.com/oauth/authorize",
        "instagram.com/nametag",
        "x.com/following",
        "x.com/nl/tos",
        "facebook.com/saved",
        "facebook.com/memories",
        "youtube.com/activate",
        "x.com/follow_requests",
        "x.com/i/grok",
        "x.com/account/begin_password_reset",
        "x.com/replies",
        "instagram.com/popular/knmi/",
        "instagram.com/settings",
        "instagram.com/accounts/edit",
        "facebook.com/find-friends",
        "facebook.com/places/x/1",
        "facebook.com/pokes",
        "facebook.com/dyi",
        "facebook.com/communitystandards/",
        "facebook.com/whitehat",
        "youtube.com/subscriptions",
        "youtube.com/audiolibrary",
        "youtube.com/live_chat?v=x",
        "youtube.com/device",
        "snapchat.com/nl-NL",
        "snapchat.com/unlock/?type=x",
        "threads.com/explore",
        "threads.net/accounts/login",
        "threads.net/tag/x",
        "web.telegram.org",
        "web.telegram.org/k/",
        "tiktok.com/foryou",
        "linkedin.com/feed/",
    ] {
        let found: Vec<String> = BUILT_IN.answers(address).iter().map(gist).collect();
        assert_eq!(found, ["page"], "{address}");
    }
}
