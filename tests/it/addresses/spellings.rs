//! Other ways to write an address or a name, and pages that look like accounts.

use super::kinds::{all_are, answer, answers};
use crate::loaded::BUILT_IN;

#[test]
fn names_at_a_platform_of_one_server_are_handles_there() {
    all_are(
        "official",
        &[
            "@POL_Ede@x.com",
            "@POL_Ede@twitter.com",
            "@pol_ede@Mobile.Twitter.com",
            "acct:POL_Ede@x.com",
            "@knmi.nl@instagram.com",
            "＠POL_Ede",
        ],
    );
    let threads = answer("@provincienh@threads.net");
    assert_eq!(
        threads.organisation(&BUILT_IN.directory),
        answer("https://www.threads.com/@provincienh").organisation(&BUILT_IN.directory)
    );
    assert!(threads.listed().is_some());
    all_are("look-alike", &["@P0L_Ede@x.com"]);
    all_are("impossible name", &["@een-streepje@x.com"]);
    all_are("unknown form", &["https://x.com:8080/POL_Ede"]);
    // Bluesky gives out names that are hosts.
    for input in ["ministeriekgg.bsky.social", "https://ministeriekgg.bsky.social/"] {
        assert!(answer(input).listed().is_some(), "{input}: {:?}", answer(input));
    }
    all_are("unknown-host", &["ministeriekgg.bsky.social.evil.nl"]);
}

#[test]
fn other_addresses_of_accounts_are_read() {
    all_are(
        "official",
        &[
            "https://web.whatsapp.com/send?phone=31682387796",
            "https://wa.me/31-682387796",
            "https://wa.me/31%20682387796",
            "tel:+31682387796",
            "sms:+31682387796",
            "sms:+31682387796?body=Hallo",
            "smsto:+31682387796:Hallo",
            "https://wa.me/0031682387796",
            "instagram://user?username=knmi.nl",
            "twitter://user?screen_name=POL_Ede",
            "fb://page/267074666780010",
            "https://facebook.com/@PolitieEde",
            "https://www.instagram.com/@knmi.nl",
            "https://www.linkedin.com/company/@ministerieez",
        ],
    );
    for input in [
        "https://ig.me/m/knmi.nl",
        "https://www.messenger.com/t/PolitieEde",
        "https://m.me/PolitieEde",
        "https://www.youtube.com/feeds/videos.xml?user=HetKadaster",
    ] {
        let answer = answer(input);
        assert_eq!(answer.verdict.id(), "not-an-account", "{input}");
        assert!(answer.organisation(&BUILT_IN.directory).is_some(), "{input}: {answer:?}");
    }
}

#[test]
fn a_link_to_two_numbers_is_no_account() {
    for input in [
        "sms:+31682387796;+31611111111",
        "sms:+31682387796,+31611111111",
        "sms:+31682387796?to=+31611111111",
        "sms:+31682387796?body=a&to=+31611111111",
        "tel:+31682387796,+31611111111",
        "https://wa.me/31682387796/31611111111",
        "https://wa.me/31682387796,31611111111",
        "https://wa.me/0682387796",
        "https://wa.me/31(0)682387796",
    ] {
        let answers = answers(input);
        assert!(answers.iter().any(|it| it.listed().is_none()), "{input}: {answers:?}");
    }
}

#[test]
fn pages_of_platforms_are_no_accounts() {
    all_are(
        "page",
        &[
            "instagram.com/invites/contact/?i=x",
            "instagram.com/channel/x",
            "instagram.com/j/AbC",
            "instagram.com/nametag",
            "x.com/following",
            "x.com/nl/tos",
            "x.com/en/privacy",
            "facebook.com/saved",
            "facebook.com/memories",
            "youtube.com/activate",
        ],
    );
    all_are("login", &["instagram.com/oauth/authorize"]);
    all_are("impossible name", &["facebook.com/Politie_Ede", "x.com/POL-Ede", "x.com/POL.Ede"]);
    all_are("look-alike", &["x.com/PОL_Ede", "x.com/POL_\u{FF25}de"]);
}
