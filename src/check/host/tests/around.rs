//! What stands around a host and makes an address seem to lead elsewhere.

use super::{HostTechnique, directory};

#[test]
fn what_stands_around_a_host_is_seen() {
    use HostTechnique::{Ambiguous, Backslash, BeforeHost};
    let (directory, hosts) = directory();
    let around = |address: &str| {
        let found = hosts.imitated_in_authority(directory, address)?;
        Some((found.technique, found.genuine, found.domain))
    };
    for (address, technique, genuine, domain) in [
        ("https://x.com@evil.nl/politie", BeforeHost, "x.com", "evil.nl"),
        ("x.com@evil.nl/politie", BeforeHost, "x.com", "evil.nl"),
        ("https://belastingdienst.nl:443@evil.nl", BeforeHost, "belastingdienst.nl", "evil.nl"),
        ("https://www.politie.nl@a.evil.co.uk:8080/u", BeforeHost, "politie.nl", "evil.co.uk"),
        ("https://jan@x.com@evil.nl", BeforeHost, "x.com", "evil.nl"),
        ("https://facebook:geheim@evil.nl/", BeforeHost, "facebook.com", "evil.nl"),
        ("https://Politie@evil.nl/", BeforeHost, "politie.nl", "evil.nl"),
        ("https://x.com\\@evil.nl/u", Ambiguous, "x.com", "evil.nl"),
        // Browsers end the host there.
        ("https://evil.nl\\@x.com/u", Backslash, "x.com", "evil.nl"),
        ("https:\\\\evil.nl\\@x.com/u", Backslash, "x.com", "evil.nl"),
        ("evil.nl\\@x.com", Backslash, "x.com", "evil.nl"),
        ("https://jan@evil.nl\\@x.com/u", Backslash, "x.com", "evil.nl"),
        ("https://evil.nl\\.x.com", Backslash, "x.com", "evil.nl"),
        ("https://evil.nl\\_.x.com", Backslash, "x.com", "evil.nl"),
        ("https://evil.nl\\u002ex.com", Backslash, "x.com", "evil.nl"),
        ("https://x.com:80:evil.nl", Ambiguous, "x.com", "evil.nl"),
        ("https://evil.nl:80:x.com", Ambiguous, "x.com", "x.com"),
        ("https://evil.com;.x.com/u", Ambiguous, "x.com", "x.com"),
        ("https://evil.com&.x.com/u", Ambiguous, "x.com", "x.com"),
        ("https://evil.com,x.com/u", Ambiguous, "x.com", "x.com"),
        ("https://x.com;evil.nl/u", Ambiguous, "x.com", "evil.nl"),
        ("https://x.com=a@evil.nl/u", Ambiguous, "x.com", "evil.nl"),
        ("x.com\u{FF0F}politie@evil.nl", Ambiguous, "x.com", "evil.nl"),
        ("https://x.com\u{2044}politie@evil.nl", Ambiguous, "x.com", "evil.nl"),
        ("https://x.com\u{2215}politie.evil.nl", Ambiguous, "x.com", "evil.nl"),
    ] {
        let expected = Some((technique, genuine.to_owned(), domain.to_owned()));
        assert_eq!(around(address), expected, "{address}");
    }
    for address in [
        "https://x.com%40evil.nl/politie",
        "https://x.com/politie@evil.nl",
        "https://mastodon.social/@politie@evil.nl",
        "politie@evil.nl",
        "@politie@social.overheid.nl",
        "https://x.com@politie.nl/",
        "https://jan@evil.nl/",
        "https://x.com\\politie",
        "https://evil.nl/a\\@b",
        "",
        "@",
        "\\@",
        "https://@evil.nl",
        "\u{3002}",
        // It leads there, in every browser.
        "https://belastingdienst\u{3002}nl/",
        "https://x.com:443/a:b:c",
        "https://[2001:db8::1]/x.com",
    ] {
        assert_eq!(around(address), None, "{address}");
    }
}
