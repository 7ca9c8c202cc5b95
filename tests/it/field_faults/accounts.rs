//! Other forms of the address of an account: of apps, of chats, of feeds.

use super::{Row, hold};

#[test]
fn another_form_of_the_address_of_an_account_is_read() {
    const NUMBER: &[&str] = &["official 31682387796"];
    let rows: &[Row] = &[
        ("https://web.whatsapp.com/send?phone=31682387796", NUMBER),
        ("https://wa.me/31-682387796", NUMBER),
        ("tel:+31682387796", NUMBER),
        ("sms:+31682387796", NUMBER),
        ("instagram://user?username=knmi.nl", &["official knmi.nl"]),
        ("https://ig.me/m/knmi.nl", &["part knmi.nl"]),
        ("twitter://user?screen_name=POL_Ede", &["official POL_Ede"]),
        ("https://www.messenger.com/t/PolitieEde", &["part PolitieEde"]),
        ("https://www.tiktok.com/politieamsterdam", &["part politieamsterdam"]),
        ("https://elk.zone/social.overheid.nl/@knmi", &["official knmi@social.overheid.nl"]),
        // Apps.
        ("fb://profile/PolitieEde", &["official PolitieEde"]),
        ("fb://page/326441484085577", &["official 326441484085577"]),
        ("tg://resolve?domain=volstrekt_iets", &["unlisted volstrekt_iets"]),
        ("tg:resolve?domain=volstrekt_iets", &["unlisted volstrekt_iets"]),
        ("whatsapp://send?phone=31682387796", NUMBER),
        ("whatsapp://send/?phone=+31682387796&text=hoi", NUMBER),
        ("vnd.youtube://www.youtube.com/@volstrekt_iets", &["unlisted volstrekt_iets"]),
        ("vnd.youtube://user/volstrekt_iets", &["unlisted volstrekt_iets"]),
        ("vnd.youtube:dQw4w9WgXcQ", &["page"]),
        ("linkedin://company/ministerieez", &["official ministerieez"]),
        ("linkedin://organization/ministerieez", &["official ministerieez"]),
        ("barcelona://user?username=provincienh", &["official provincienh"]),
        ("bluesky://profile/ministeriekgg.bsky.social", &["retired ministeriekgg.bsky.social"]),
        ("twitter://user?screen_name=P0L_Ede", &["imitation politie-team-ede"]),
        // Chats, and numbers in other writings.
        ("https://api.whatsapp.com/send/?phone=31682387796&text=hoi", NUMBER),
        ("https://web.whatsapp.com/send/?phone=%2B31682387796", NUMBER),
        ("https://wa.me/+31682387796", NUMBER),
        ("https://wa.me/0031682387796", NUMBER),
        ("https://wa.me/31%20682387796?text=hoi", NUMBER),
        ("tel:0031682387796", NUMBER),
        ("TEL:0682387796", NUMBER),
        ("SMSTO:+31682387796:hoi", NUMBER),
        ("sms://+31682387796", NUMBER),
        ("https://m.me/PolitieEde?ref=x", &["part PolitieEde"]),
        ("https://messenger.com/t/PolitieEde/", &["part PolitieEde"]),
        ("https://www.facebook.com/messages/t/PolitieEde", &["part PolitieEde"]),
        ("mailto:info@belastingdienst.nl", &["names belastingdienst"]),
        ("mailto:info@evil.nl", &["mail"]),
        // Feeds, and programs that show a server.
        ("https://social.overheid.nl/@knmi.rss", &["official knmi@social.overheid.nl"]),
        ("https://social.overheid.nl/users/knmi.rss", &["official knmi@social.overheid.nl"]),
        (
            "https://elk.zone/mastodon.social/@knmi@social.overheid.nl",
            &["official knmi@social.overheid.nl"],
        ),
        ("https://main.elk.zone/social.overheid.nl/@knmi", &["official knmi@social.overheid.nl"]),
        // The platforms' own hosts in another network.
        (
            "https://www.facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion/PolitieEde",
            &["official PolitieEde"],
        ),
        ("facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion", &["page"]),
        (
            "https://twitter3e4tixl4xyajtrzo62zg5vztmjuricljdp2c5kshju4avyoid.onion/P0L_Ede",
            &["imitation politie-team-ede"],
        ),
    ];
    hold("form", rows);
}

#[test]
fn a_name_that_can_not_exist_imitates_nobody() {
    hold(
        "impossible",
        &[
            ("facebook.com/Politie_Ede", &["impossible"]),
            ("https://x.com/POL-Ede", &["impossible"]),
            ("https://t.me/pol", &["impossible"]),
        ],
    );
}
