//! The addresses that the tests of a program of the same trade hold, for the platforms that both know: XPOC, which
//! reads addresses of accounts so that their owners can vouch for them
//! (<https://github.com/microsoft/xpoc-framework>, `lib/test/platform.test.ts`, seen 2025-02-20).
//!
//! Its table has lists of addresses that are, and that are not, an account's: 49 and 25 for nine platforms
//! ([`COUNTS`]). Nine more accounts stand further down in that file; all that it has as addresses of posts are here
//! too.

use officieel::platform::AddressError;

use crate::loaded::BUILT_IN;

/// The account that an address leads to: its platform and its name; or that it leads to none.
fn account(address: &str) -> Option<(&'static str, String)> {
    let directory = &BUILT_IN.directory;
    match directory.platforms.parse_address(address) {
        Ok(parsed) if parsed.part.is_none() => {
            let platform = &directory.platform(parsed.account.platform).rules.id;
            Some((platform.as_str(), parsed.account.name.text().to_owned()))
        }
        Ok(_) | Err(_) => None,
    }
}

/// Platforms, names, and the addresses of these.
const ACCOUNTS: &[(&str, &str, &[&str])] = &[
    (
        "youtube",
        "christianpaquinmsr",
        &[
            "https://www.youtube.com/@christianpaquinmsr",
            "https://www.youtube.com/@christianpaquinmsr/",
            "https://www.youtube.com/@christianpaquinmsr/about",
            "https://youtube.com/@christianpaquinmsr",
            "https://m.youtube.com/@christianpaquinmsr",
            "https://youtu.be/@christianpaquinmsr",
        ],
    ),
    (
        "x",
        "chpaquin",
        &[
            "https://twitter.com/chpaquin",
            "https://twitter.com/@chpaquin",
            "https://x.com/chpaquin",
        ],
    ),
    (
        "facebook",
        "Microsoft",
        &[
            "https://www.facebook.com/Microsoft",
            "https://www.facebook.com/Microsoft/",
            "https://www.facebook.com/Microsoft/about",
            "https://m.facebook.com/Microsoft",
            "https://facebook.com/Microsoft",
            "https://fb.com/Microsoft",
        ],
    ),
    (
        "instagram",
        "microsoft",
        &[
            "https://www.instagram.com/microsoft",
            "https://www.instagram.com/microsoft/",
            "https://m.instagram.com/microsoft",
            "https://instagram.com/microsoft/",
        ],
    ),
    (
        "tiktok",
        "microsoft",
        &[
            "https://www.tiktok.com/@microsoft",
            "https://www.tiktok.com/@microsoft/",
            "https://www.tiktok.com/@microsoft?lang=en",
        ],
    ),
    ("tiktok", "a_valid_account.name1234", &["https://www.tiktok.com/@a_valid_account.name1234"]),
    (
        "linkedin",
        "paquinchristian",
        &[
            "https://www.linkedin.com/in/paquinchristian/",
            "https://www.linkedin.com/in/paquinchristian",
            "https://linkedin.com/in/paquinchristian/",
            "https://www.linkedin.com/in/paquinchristian/about/",
        ],
    ),
    (
        "linkedin",
        "microsoft",
        &[
            "https://www.linkedin.com/company/microsoft/",
            "https://www.linkedin.com/company/microsoft",
            "https://linkedin.com/company/microsoft/",
            "https://www.linkedin.com/company/microsoft/about/",
        ],
    ),
    (
        "linkedin",
        "universite-de-montreal",
        &[
            "https://www.linkedin.com/school/universite-de-montreal/",
            "https://www.linkedin.com/school/universite-de-montreal",
            "https://ca.linkedin.com/school/universite-de-montreal",
            "https://www.linkedin.com/school/universite-de-montreal/about/",
        ],
    ),
    (
        "threads",
        "microsoft",
        &[
            "https://www.threads.net/@microsoft",
            "https://www.threads.net/@microsoft/",
            "https://www.threads.net/microsoft",
            "https://threads.net/@microsoft",
        ],
    ),
    (
        "telegram",
        "xpoctest",
        &[
            "https://t.me/xpoctest",
            "https://t.me/xpoctest/",
            "https://www.t.me/xpoctest",
            "https://web.telegram.org/k/#@xpoctest",
            "https://web.telegram.org/a/#@xpoctest",
            "https://web.telegram.org/z/#@xpoctest",
            "https://telegram.me/xpoctest",
            "https://telegram.dog/xpoctest",
        ],
    ),
    (
        "telegram",
        "testxpocchannel",
        &["https://www.t.me/testxpocchannel", "https://web.telegram.org/k/#@testxpocchannel"],
    ),
];

/// Accounts that stand elsewhere in that file.
const FURTHER_ACCOUNTS: &[(&str, &str, &str)] = &[
    ("youtube", "accountname", "https://www.youtube.com/@accountname"),
    ("x", "accountname", "https://twitter.com/accountname"),
    ("facebook", "accountname", "https://www.facebook.com/accountname"),
    ("instagram", "accountname", "https://www.instagram.com/accountname/"),
    ("tiktok", "accountname", "https://www.tiktok.com/@accountname"),
    ("tiktok", "christian.paquin", "https://www.tiktok.com/@christian.paquin"),
    ("linkedin", "accountname", "https://www.linkedin.com/in/accountname/"),
    ("threads", "accountname", "https://www.threads.net/@accountname"),
    ("telegram", "accountname", "https://t.me/accountname"),
];

/// Platforms, and addresses on them that are no account's.
const NO_ACCOUNTS: &[(&str, &[&str])] = &[
    ("youtube", &["https://www.youtube.com/", "https://www.youtube.com/watch?v=hDd3t7y1asU"]),
    ("x", &["https://twitter.com", "https://twitter.com/chpaquin/status/1694698274618319246"]),
    (
        "facebook",
        &["https://www.facebook.com", "https://www.facebook.com/Microsoft/photo/650054900501286"],
    ),
    ("instagram", &["https://www.instagram.com", "https://www.instagram.com/p/Cw25Z6KJvMa/"]),
    (
        "tiktok",
        &["https://tiktok.com", "https://www.tiktok.com/@microsoft/video/7281710200761978155"],
    ),
    (
        "linkedin",
        &[
            "https://www.linkedin.com",
            "https://www.linkedin.com/posts/microsoft_over-150-unique-sessions-fuel-the-inaugural-activity-6846553561166442496-sRwx",
        ],
    ),
    (
        "threads",
        &["https://www.threads.net", "https://www.threads.net/@microsoft/post/Cx3OmEtRKw-"],
    ),
    ("telegram", &["https://t.me", "https://web.telegram.org"]),
];

/// Platforms, and addresses that look as if they were there.
const ELSEWHERE: &[(&str, &[&str])] = &[
    ("youtube", &["https://www.notyoutube.com/@christianpaquinmsr"]),
    ("x", &["https://nottwitter.com/chpaquin/status/1694698274618319246"]),
    ("facebook", &["https://www.notfacebook.com/Microsoft"]),
    ("instagram", &["https://www.notinstagram.com/microsoft"]),
    ("tiktok", &["https://www.nottiktok.com/@microsoft"]),
    ("linkedin", &["https://www.notlinkedin.com/company/microsoft/"]),
    ("threads", &["https://www.notthreads.net/@microsoft"]),
    ("telegram", &["https://nott.me/xpoctest", "https://nottelegram.org/xpoctest"]),
];

/// Platforms, and how many addresses that table has for each: of accounts, and of none.
const COUNTS: &[(&str, usize, usize)] = &[
    ("youtube", 6, 3),
    ("x", 3, 3),
    ("facebook", 6, 3),
    ("instagram", 4, 3),
    ("tiktok", 4, 3),
    ("linkedin", 12, 3),
    ("threads", 4, 3),
    ("telegram", 10, 4),
    // It has names of accounts there, but no addresses.
    ("snapchat", 0, 0),
];

/// Addresses that it has as those of posts.
const POSTS: &[&str] = &[
    "https://www.youtube.com/watch?v=hDd3t7y1asU&feature=youtu.be",
    "https://www.youtube.com/watch?v=hDd3t7y1asU&feature=youtu.be&t=1m30s",
    "https://www.youtube.com/watch?v=hDd3t7y1asU&t=90s",
    "https://www.youtube.com/watch?t=90s&v=hDd3t7y1asU&feature=youtu.be",
    "https://youtube.com/watch?v=hDd3t7y1asU",
    "https://m.youtube.com/watch?v=hDd3t7y1asU",
    "https://youtu.be/watch?v=hDd3t7y1asU",
    "https://x.com/chpaquin/status/1694698274618319246",
    "https://twitter.com/@chpaquin/status/1694698274618319246",
    "https://www.facebook.com/Microsoft/photos/650054900501286",
    "https://www.facebook.com/photo?fbid=650054900501286",
    "https://www.facebook.com/Microsoft/videos/165720489879335",
    "https://www.facebook.com/Microsoft/photos/a.195193573720/10159789051448721/",
    "https://www.instagram.com/p/Cw25Z6KJvMa",
    "https://www.instagram.com/p/Cw25Z6KJvMa/?img_index=1",
    "https://www.instagram.com/reel/CwQiom2IBrP",
    "https://www.instagram.com/reel/CwQiom2IBrP/",
    "https://www.tiktok.com/@microsoft/video/7281710200761978155/",
    "https://tiktok.com/@microsoft/video/7281710200761978155",
    "https://www.tiktok.com/@microsoft/video/7281710200761978155?lang=en",
    "https://www.linkedin.com/events/thefutureofwork-reinventingprod7038508574142074880/",
    "https://www.linkedin.com/events/thefutureofwork-reinventingprod7038508574142074880",
    "https://www.linkedin.com/events/thefutureofwork-reinventingprod7038508574142074880/?utm_source=share&utm_medium=member_desktop",
    "https://www.linkedin.com/posts/microsoft_over-150-unique-sessions-fuel-the-inaugural-activity-6846553561166442496-sRwx/",
    "https://www.linkedin.com/posts/microsoft_over-150-unique-sessions-fuel-the-inaugural-activity-6846553561166442496-sRwx/?utm_source=share&utm_medium=member_desktop",
    "https://threads.net/@microsoft/post/Cx3OmEtRKw-",
    "https://www.threads.net/@microsoft/post/Cx3OmEtRKw-/",
    "https://www.threads.net/@microsoft/post/Cx3OmEtRKw-/?utm_source=share&utm_medium=member_desktop",
    "https://www.youtube.com/watch?v=abcdef12345",
    "https://twitter.com/accountname/status/1234567890123456789",
    "https://www.facebook.com/accountname/posts/123456789012345",
    "https://www.instagram.com/p/ABCDEF12345/",
    "https://www.tiktok.com/@accountname/video/1234567890123456789",
    "https://www.linkedin.com/posts/title",
    "https://www.threads.net/@accountname/post/ABCD1234",
    "https://www.facebook.com/Microsoft/photos/a.10150199519298721/10150199519298721/",
    "https://www.instagram.com/p/CQ7Z1Y1JZ1s/",
    "https://www.tiktok.com/@christian.paquin/video/7282144635848346923",
];

#[test]
fn all_addresses_of_the_table_are_here() {
    let of = |lists: &[(&str, &[&str])], id: &str| -> usize {
        lists.iter().filter(|(platform, _)| *platform == id).map(|(_, all)| all.len()).sum()
    };
    let accounts: Vec<_> = ACCOUNTS.iter().map(|(id, _, addresses)| (*id, *addresses)).collect();
    for (id, valid, invalid) in COUNTS {
        assert!(BUILT_IN.directory.platforms.by_id(id).is_some(), "{id} is no platform");
        let here = (of(&accounts, id), of(NO_ACCOUNTS, id) + of(ELSEWHERE, id));
        assert_eq!(here, (*valid, *invalid), "{id}");
    }
    let all: usize = COUNTS.iter().map(|(_, valid, invalid)| valid + invalid).sum();
    assert_eq!((COUNTS.len(), all), (9, 74));
}

#[test]
fn addresses_of_accounts_are_read_as_their_peers_read_them() {
    for (platform, name, addresses) in ACCOUNTS {
        for address in *addresses {
            assert_eq!(account(address), Some((*platform, (*name).to_owned())), "{address}");
        }
    }
    for (platform, name, address) in FURTHER_ACCOUNTS {
        assert_eq!(account(address), Some((*platform, (*name).to_owned())), "{address}");
    }
}

#[test]
fn addresses_of_anything_else_are_no_accounts() {
    for address in NO_ACCOUNTS.iter().flat_map(|(_, addresses)| *addresses).chain(POSTS) {
        assert_eq!(account(address), None, "{address}");
    }
    for address in ELSEWHERE.iter().flat_map(|(_, addresses)| *addresses) {
        let found = BUILT_IN.directory.platforms.parse_address(address);
        assert!(matches!(found, Err(AddressError::UnknownHost(_))), "{address}: {found:?}");
    }
}
