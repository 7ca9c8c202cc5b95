//! The addresses that the tests of a program of the same trade hold, for the platforms that both know: XPOC, which
//! reads addresses of accounts so that their owners can vouch for them
//! (<https://github.com/microsoft/xpoc-framework>, `lib/test/platform.test.ts`, seen 2025-02-20).

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

#[test]
fn addresses_of_accounts_are_read_as_their_peers_read_them() {
    for (platform, name, addresses) in ACCOUNTS {
        for address in *addresses {
            assert_eq!(account(address), Some((*platform, (*name).to_owned())), "{address}");
        }
    }
}

#[test]
fn addresses_of_anything_else_are_no_accounts() {
    for address in [
        "https://www.youtube.com/",
        "https://www.youtube.com/watch?v=hDd3t7y1asU",
        "https://twitter.com",
        "https://twitter.com/chpaquin/status/1694698274618319246",
        "https://www.facebook.com",
        "https://www.facebook.com/Microsoft/photo/650054900501286",
        "https://www.facebook.com/Microsoft/photos/650054900501286",
        "https://www.facebook.com/Microsoft/photos/a.195193573720/10159789051448721/",
        "https://www.instagram.com",
        "https://www.instagram.com/p/Cw25Z6KJvMa/",
        "https://tiktok.com",
        "https://www.tiktok.com/@microsoft/video/7281710200761978155",
        "https://www.linkedin.com",
        "https://www.linkedin.com/posts/microsoft_over-150-unique-sessions-fuel-the-inaugural-activity-6846553561166442496-sRwx",
        "https://www.threads.net",
        "https://www.threads.net/@microsoft/post/Cx3OmEtRKw-",
        "https://t.me",
        "https://web.telegram.org",
    ] {
        assert_eq!(account(address), None, "{address}");
    }
    for address in [
        "https://www.notyoutube.com/@christianpaquinmsr",
        "https://nottwitter.com/chpaquin/status/1694698274618319246",
        "https://www.notfacebook.com/Microsoft",
        "https://www.notinstagram.com/microsoft",
        "https://www.nottiktok.com/@microsoft",
        "https://www.notlinkedin.com/company/microsoft/",
        "https://www.notthreads.net/@microsoft",
        "https://nott.me/xpoctest",
        "https://nottelegram.org/xpoctest",
    ] {
        let found = BUILT_IN.directory.platforms.parse_address(address);
        assert!(matches!(found, Err(AddressError::UnknownHost(_))), "{address}: {found:?}");
    }
}
