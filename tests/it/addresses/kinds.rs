//! Ways to make an address look like that of a listed account, by kind; and beside each the ways to
//! write the account's own address that stay official.

use officieel::check::{Answer, Instead, Verdict};
use officieel::messages::verdict;
use officieel::platform::Ambiguity;
use officieel::words::Language;

use crate::loaded::BUILT_IN;

/// The answers to an input.
pub(super) fn answers(input: &str) -> Vec<Answer> {
    BUILT_IN.answers(input)
}

/// The one answer to an input.
pub(super) fn answer(input: &str) -> Answer {
    let mut answers = answers(input);
    assert_eq!(answers.len(), 1, "{input}");
    answers.remove(0)
}

/// The verdict, with what it is instead of an account.
fn verdict(input: &str) -> &'static str {
    match answer(input).verdict {
        Verdict::NotAnAccount(Instead::Ambiguous(Ambiguity::TwoAccounts)) => "two accounts",
        Verdict::NotAnAccount(Instead::Ambiguous(Ambiguity::HiddenSlash)) => "hidden slash",
        Verdict::NotAnAccount(Instead::CutOff) => "cut off",
        Verdict::NotAnAccount(Instead::OnPlatform { what, .. }) => what.id(),
        Verdict::NotAnAccount(Instead::UnknownForm) => "unknown form",
        Verdict::NotAnAccount(Instead::ImpossibleName(..)) => "impossible name",
        verdict => verdict.id(),
    }
}

pub(super) fn all_are(expected: &str, inputs: &[&str]) {
    let is_wrong = |input: &&&str| verdict(input) != expected;
    let wrong: Vec<_> = inputs.iter().filter(is_wrong).map(|it| (*it, verdict(it))).collect();
    assert!(wrong.is_empty(), "not {expected}: {wrong:#?}");
}

#[test]
fn a_name_that_cannot_be_tells_what_it_is_near_to() {
    for (input, near) in [
        ("x.com/Gemeenteutrechtt", Some("https://x.com/Gemeenteutrecht")),
        ("https://twitter.com/Gemeente-Utrecht", Some("https://x.com/Gemeenteutrecht")),
        ("x.com/POL-Ede", Some("https://x.com/POL_Ede")),
        ("www.facebook.com/gemeente_utrecht", Some("https://www.facebook.com/GemeenteUtrecht")),
        ("x.com/abcdefghijklmnopqrstuvwxyz", None),
        ("x.com/een-twee-drie", None),
    ] {
        let (directory, answer) = (&BUILT_IN.directory, answer(input));
        assert_eq!(verdict(input), "impossible name", "{input}");
        for (language, begins) in [(Language::En, "It resembles "), (Language::Nl, "Het lijkt op ")]
        {
            let today = "2026-11-30".parse().unwrap();
            let told = verdict::reasons(language.words(), directory, &answer, today);
            let told = told.iter().find(|it| it.starts_with(begins));
            assert_eq!(told.is_some(), near.is_some(), "{input}: {told:?}");
            assert!(near.is_none_or(|url| told.unwrap().ends_with(url)), "{input}: {told:?}");
        }
    }
}

#[test]
fn two_keys_that_name_an_account_are_ambiguous() {
    all_are(
        "two accounts",
        &[
            "https://www.facebook.com/profile.php?ID=267074666780010&id=4",
            "https://www.facebook.com/profile.php?id=4&ID=267074666780010",
            "https://www.facebook.com/profile.php?id=267074666780010&id=4",
            "https://www.facebook.com/profile.php?id=4&id=267074666780010",
            "https://www.facebook.com/profile.php?id=267074666780010&id[]=4",
            "https://www.facebook.com/profile.php?id=267074666780010&id%5B%5D=4",
            "https://www.facebook.com/profile.php?id=267074666780010&i%64=4",
            "https://www.facebook.com/profile.php?id=267074666780010&id=",
            "https://www.facebook.com/profile.php?id=267074666780010&+id=4",
            "https://www.facebook.com/profile.php?a=1;id=4&id=267074666780010",
            "https://www.facebook.com/PolitieEde?id=4",
            "https://x.com/intent/user?SCREEN_NAME=POL_Ede&screen_name=evil",
            "https://x.com/intent/user?screen_name=POL_Ede&SCREEN_NAME=evil",
            "https://x.com/intent/user?screen_name=POL_Ede&screen.name=evil",
            "https://x.com/intent/user?screen_name=POL_Ede&user_id=44196397",
            "https://x.com/intent/user?user_id=44196397&screen_name=POL_Ede",
            "https://x.com/intent/follow?screen_name=POL_Ede&user_id=",
            "https://x.com/POL_Ede?screen_name=evil",
            "https://x.com/POL_Ede#!/evil",
            "twitter://user?screen_name=POL_Ede&id=44196397",
            "https://api.whatsapp.com/send?phone=31646764867&phone=31611111111",
            "https://api.whatsapp.com/send?phone=31611111111&phone=31646764867",
            "https://api.whatsapp.com/send?phone=31646764867&Phone=31611111111",
            "https://web.whatsapp.com/send?phone=31646764867&phone=31611111111",
            "https://wa.me/31646764867?phone=31611111111",
            "whatsapp://send?phone=31646764867&phone=31611111111",
            "whatsapp://send?phone=31611111111&phone=31646764867",
            "https://www.youtube.com/subscription_center?add_user=HetKadaster&add_user=evil",
            "https://www.youtube.com/subscription_center?add_user=HetKadaster&add_user_id=UCspQDYNFGFgHR6nbPArYo6A",
            "instagram://user?username=knmi.nl&username=evil",
            "tg://resolve?domain=politie&domain=evil",
        ],
    );
    // Keys that no form has are none; in other letters, too, they are another page.
    for input in [
        "https://www.facebook.com/profile.php?ID=267074666780010",
        "https://www.facebook.com/profile.php?id[]=267074666780010",
        "https://x.com/intent/user?Screen_Name=POL_Ede",
        "https://x.com/intent/user?x;screen_name=POL_Ede",
        "https://api.whatsapp.com/send?PHONE=31646764867",
    ] {
        assert_eq!(answer(input).listed(), None, "{input}");
    }
    all_are(
        "official",
        &[
            "https://www.facebook.com/profile.php?id=267074666780010",
            "https://www.facebook.com/profile.php?sk=about&id=267074666780010&locale=nl_NL",
            "https://x.com/intent/user?screen_name=POL_Ede&lang=nl",
            "https://x.com/intent/follow?original_referer=https%3A%2F%2Fede.nl&screen_name=POL_Ede",
            "https://api.whatsapp.com/send?phone=31646764867&text=Hallo",
            "https://api.whatsapp.com/send?phone=+31646764867",
            "https://api.whatsapp.com/send/?phone=%2B31646764867&type=phone_number&app_absent=0",
            "whatsapp://send?phone=31646764867",
            "whatsapp://send?text=a&phone=+31646764867",
        ],
    );
}

#[test]
fn what_stands_behind_a_name_makes_it_something_else() {
    all_are(
        "post",
        &[
            "https://x.com/POL_Ede/article/1",
            "https://x.com/POL_Ede/moments/1",
            "https://x.com/@POL_Ede/status/1",
            "https://www.facebook.com/PolitieEde/permalink/123",
            "https://www.facebook.com/PolitieEde/reel/123",
            "https://www.facebook.com/PolitieEde/photos/123",
            "https://www.facebook.com/people/Politie-Heerlen/267074666780010/posts/1",
            "https://www.facebook.com/PolitieEde?story_fbid=1",
            "https://www.facebook.com/PolitieEde/photos/?tab=album&album_id=1",
            "https://www.youtube.com/user/HetKadaster/community?lb=UgxAbC",
            "https://www.instagram.com/knmi.nl/tv/CODE",
            "https://www.instagram.com/knmi.nl/reels/CODE/",
            "https://www.tiktok.com/@Politieamsterdam/photo/7123456789",
            "https://www.tiktok.com/@Politieamsterdam/live",
            "https://social.overheid.nl/@knmi/112233445566778899",
            "https://social.overheid.nl/@knmi/112233445566778899/embed",
            "https://bsky.app/profile/dnb-nl.bsky.social/post/3m3u42h4zo22z",
            "https://t.me/s/politie/123",
            "tg://resolve?domain=politie&post=12",
        ],
    );
    all_are(
        "group",
        &[
            "https://x.com/POL_Ede/events/1",
            "https://x.com/POL_Ede/communities/1",
            "https://x.com/POL_Ede/lists/nieuws",
            "https://www.facebook.com/PolitieEde/events/123",
            "https://www.facebook.com/PolitieEde/groups/123",
            "https://www.facebook.com/267074666780010/events/123",
        ],
    );
    all_are(
        "other",
        &[
            "https://x.com/POL_Ede/evil",
            "https://x.com/POL_Ede/with_replies/%c0%af",
            "https://x.com/POL_Ede/media/evil",
            "https://x.com/@POL_Ede/evil",
            "https://www.facebook.com/PolitieEde/evil",
            "https://www.facebook.com/p/Politie-Heerlen-267074666780010/evil",
            "https://www.instagram.com/knmi.nl/evil",
            "https://www.youtube.com/user/HetKadaster/evil",
            "https://www.linkedin.com/company/ministerieez/evil",
            "https://bsky.app/profile/dnb-nl.bsky.social/evil",
            "https://dnb-nl.bsky.social/evil",
            "https://www.tiktok.com/@Politieamsterdam/evil",
            "https://www.tiktok.com/politieamsterdam",
        ],
    );
    all_are(
        "official",
        &[
            "https://x.com/POL_Ede/",
            "https://x.com/POL_Ede/#",
            "https://x.com/POL_Ede/with_replies",
            "https://x.com/POL_Ede/MEDIA/?s=20",
            "https://x.com/POL_Ede/about",
            "https://twitter.com/#!/POL_Ede",
            "https://mobile.twitter.com/POL_Ede?lang=nl#top",
            "https://www.facebook.com/PolitieEde/about/?locale=nl_NL",
            "https://nl-nl.facebook.com/PolitieEde/photos/",
            "https://m.facebook.com/PolitieEde/posts?_rdr",
            "https://www.facebook.com/pg/PolitieEde/events",
            "https://www.instagram.com/knmi.nl/tagged/?hl=nl",
            "https://www.youtube.com/user/HetKadaster/videos?view=0&sort=p",
            "https://nl.linkedin.com/company/ministerieez/about/?originalSubdomain=nl",
            "https://www.linkedin.com/company/ministerieez/posts/?feedView=all",
            "https://social.overheid.nl/@knmi/with_replies",
            "https://social.overheid.nl/@knmi.rss",
            "https://www.tiktok.com/@Politieamsterdam?lang=nl",
            "https://bsky.app/profile/dnb-nl.bsky.social/followers",
        ],
    );
}

#[test]
fn slashes_in_disguise_lead_nowhere_for_sure() {
    all_are(
        "hidden slash",
        &[
            "https://x.com/POL_Ede/..%2fevil",
            "https://x.com/POL_Ede/%2e%2e/evil",
            "https://x.com/evil/%2e%2e/POL_Ede",
            "https://x.com/evil/.%2E/POL_Ede",
            "https://x.com/POL_Ede%2fevil",
            "https://x.com/evil%2f..%2fPOL_Ede",
            "https://x.com/%2fPOL_Ede",
            "https://x.com/POL_Ede%5cevil",
            "https://x.com/POL_Ede/..%5cevil",
            "https://x.com/POL_Ede/..%252fevil",
            "https://x.com/POL_Ede/%252e%252e/evil",
            "https://x.com/POL_Ede/with_replies%2f..%2f..%2fevil",
            "https://twitter.com/#!/evil%2f..%2fPOL_Ede",
            "https://www.facebook.com/PolitieEde/..%2f4",
            "https://social.overheid.nl/@knmi/..%2f@evil",
            "https://bsky.app/profile/dnb-nl.bsky.social/..%2f..%2fevil",
        ],
    );
    all_are(
        "official",
        &["https://x.com/a/../POL_Ede", "https://x.com/POL%5FEde", r"https:\\x.com\POL_Ede"],
    );
}

#[test]
fn a_character_that_composing_makes_another_is_a_look_alike() {
    all_are(
        "look-alike",
        &[
            "@\u{212A}NMI",
            "\u{212A}NMI",
            "https://x.com/\u{212A}NMI",
            "https://x.com/%E2%84%AANMI",
            "https://x.com/@%E2%84%AAnmi/with_replies",
            "https://x.com/intent/user?screen_name=%E2%84%AANMI",
            "https://www.instagram.com/\u{212A}nmi.nl/",
            "https://www.facebook.com/\u{212A}NMI.nl",
            "https://social.overheid.nl/@\u{212A}nmi",
            "@\u{212A}nmi@social.overheid.nl",
            "https://www.linkedin.com/company/\u{212A}nmi/",
            "https://x.com/\u{FF2B}NMI",
        ],
    );
    let platforms = &BUILT_IN.directory.platforms;
    for c in ['\u{212B}', '\u{2126}', '\u{1F71}', '\u{0387}', '\u{F900}', '\u{0958}', '\u{1FEF}'] {
        for address in ["https://www.youtube.com/@abc", "https://www.linkedin.com/company/abc"] {
            let parsed = platforms.parse_address(&format!("{address}{c}"));
            assert!(parsed.is_err(), "U+{:04X}: {parsed:?}", u32::from(c));
        }
    }
    // A letter and its mark, typed one after the other, are the letter.
    let composed = platforms.parse_address("https://www.youtube.com/@e\u{301}e\u{301}n");
    assert_eq!(composed, platforms.parse_address("https://www.youtube.com/@één"));
}

#[test]
fn a_name_that_was_cut_off_is_said_to_be() {
    all_are(
        "cut off",
        &[
            "https://x.com/POL_Ede%E2%80%A6",
            "https://x.com/POL_Ede…?s=20",
            "https://x.com/POL_Ede.../",
            "https://x.com/POL_Ede/with_repl%E2%80%A6",
            "https://x.com/intent/user?screen_name=POL_Ede%E2%80%A6",
            "https://www.linkedin.com/company/ministerie…/",
            "https://x.com/POL_Ede/…?a",
        ],
    );
}

#[test]
fn the_name_in_the_address_of_a_post_is_no_author_where_the_platform_ignores_it() {
    for (input, is_bound, word) in [
        ("https://x.com/POL_Ede/status/1234567890123456789", false, "whoever wrote it"),
        ("https://twitter.com/pol_ede/statuses/1?s=20", false, "whoever wrote it"),
        ("https://x.com/@POL_Ede/status/1", false, "whoever wrote it"),
        ("https://www.tiktok.com/@Politieamsterdam/video/7123456789", false, "whoever wrote it"),
        ("https://www.instagram.com/knmi.nl/p/CODE/", false, "not established"),
        ("https://www.instagram.com/stories/knmi.nl/31415926535/", false, "not established"),
        ("https://www.facebook.com/PolitieEde/posts/pfbid02abc", false, "not established"),
        ("https://www.facebook.com/267074666780010/posts/1", false, "not established"),
        ("https://www.threads.com/@provincienh/post/Cabc", false, "not established"),
        ("https://mastodon.nl/@knmi@social.overheid.nl/1122", false, "not established"),
        ("https://x.com/POL_Ede/evil", false, "The account itself is https://x.com/POL_Ede"),
        ("https://social.overheid.nl/@knmi/112233445566778899", true, "It belongs to"),
        ("https://social.overheid.nl/users/knmi/statuses/1122", true, "It belongs to"),
        ("https://bsky.app/profile/dnb-nl.bsky.social/post/3m3u", true, "It belongs to"),
        ("https://m.me/PolitieEde", true, "It belongs to"),
        ("https://www.linkedin.com/company/ministerieez/admin/", true, "It belongs to"),
    ] {
        let answer = answer(input);
        let today = BUILT_IN.directory.header.edition;
        let organisation = answer.organisation(&BUILT_IN.directory);
        let channel = answer.channel(&BUILT_IN.directory, today);
        assert_eq!(organisation.is_some(), is_bound, "{input}: {answer:?}");
        assert_eq!(channel.is_some(), is_bound, "{input}: {channel:?}");
        let words = Language::En.words();
        let reasons = verdict::reasons(words, &BUILT_IN.directory, &answer, today).join(" ");
        assert!(reasons.contains(word), "{input}: {reasons}");
        assert!(answer.account.is_some(), "{input}");
    }
    all_are(
        "look-alike",
        &[
            "https://x.com/P0L_Ede/status/1",
            "https://www.instagram.com/knrni.nl/p/CODE/",
            "https://x.com/P0L_Ede/evil",
            "https://x.com/P0L_Ede/..%2fevil",
            "https://x.com/intent/user?screen_name=P0L_Ede&screen_name=evil",
            "https://x.com/intent/user?screen_name=evil&screen_name=P0L_Ede",
            "https://x.com/POL_Ede#!/P0L_Ede",
        ],
    );
}
