use super::*;

fn host(text: &str) -> Result<String, AddressError> {
    Pieces::read(text).map(|pieces| match pieces.base {
        Base::Host(host) => host,
        Base::Scheme(scheme) => format!("{scheme}:"),
    })
}

#[test]
fn the_host_is_the_one_a_browser_would_go_to() {
    for (text, expected) in [
        ("x.com/u", "x.com"),
        ("HTTPS://X.COM/u", "x.com"),
        ("http://www.x.com", "www.x.com"),
        ("//x.com/u", "x.com"),
        ("https:/x.com/u", "x.com"),
        ("x.com:443/u", "x.com"),
        ("https://x.com:443/u", "x.com"),
        ("https://x.com./u", "x.com"),
        ("https://x.com../u", "x.com."),
        ("https://x.com@evil.nl/politie", "evil.nl"),
        ("x.com@evil.nl/politie", "evil.nl"),
        ("<https://x.com/u>", "x.com"),
        ("  x.com/u\n", "x.com"),
        ("https://pоlitie.nl/", "xn--plitie-wqf.nl"),
        ("tg://resolve?domain=u", "tg:"),
        ("at://did:plc:abc", "at:"),
    ] {
        assert_eq!(host(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn what_leads_nowhere_is_said_to() {
    for text in
        ["", "POL_Ede", "@POL_Ede", "politie zwolle", "https://", "https://localhost/u", "a b.nl/x"]
    {
        assert_eq!(host(text), Err(AddressError::NotAnAddress), "{text}");
    }
    for text in ["https://127.0.0.1/u", "https://[::1]/u", "https://x.com:8080/u"] {
        assert!(matches!(host(text), Err(AddressError::UnknownHost(_))), "{text}");
    }
    for text in ["https://x.com\\@evil.nl/u", "https://x.com/\u{202E}u", "https://x.\tcom/u"] {
        assert!(matches!(host(text), Err(AddressError::Disguised(_))), "{text:?}");
    }
}

#[test]
fn a_host_lies_under_a_domain_label_by_label() {
    for (host, domain, is_it) in [
        ("overheid.nl", "overheid.nl", true),
        ("mijn.overheid.nl", "overheid.nl", true),
        ("nietoverheid.nl", "overheid.nl", false),
        ("overheid.nl.example", "overheid.nl", false),
        ("nl", "overheid.nl", false),
    ] {
        assert_eq!(is_under(host, domain), is_it, "{host} {domain}");
    }
}

#[test]
fn a_page_is_its_host_and_path() {
    for (text, expected) in [
        ("https://www.cbs.nl/nl-nl/rss-feeds", Some("cbs.nl/nl-nl/rss-feeds")),
        ("http://CBS.nl/nl-nl/rss-feeds/#b", Some("cbs.nl/nl-nl/rss-feeds")),
        ("https://www.cbs.nl/NL-nl/rss-feeds", Some("cbs.nl/NL-nl/rss-feeds")),
        ("https://rss.app/feeds?id=AbC1", Some("rss.app/feeds?id=AbC1")),
        ("https://rss.app/feeds?id=AbC1&utm_source=a", Some("rss.app/feeds?id=AbC1&utm_source=a")),
        ("https://rss.app/feeds/?", Some("rss.app/feeds")),
        ("https://rss.app/#/feeds/1", Some("rss.app#/feeds/1")),
        ("https://rss.app/a%2Fb", None),
        ("https://rss.app/a%20b", Some("rss.app/a%20b")),
        ("https://rss.app:8443/a", None),
        ("https://x.com@cbs.nl/rss", None),
        ("cbs.nl", Some("cbs.nl")),
        ("tg://resolve?domain=u", None),
        ("woorden", None),
    ] {
        assert_eq!(page_of_address(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn backslashes_are_slashes_where_all_programs_come_out_alike() {
    for (text, expected) in [
        (r"https:\\x.com\u", Ok("x.com")),
        (r"https://x.com\u", Ok("x.com")),
        (r"x.com\u", Ok("x.com")),
        (r"https://x.com\@evil.nl/u", Err('\\')),
        (r"https://evil.nl\@x.com/u", Err('\\')),
        (r"https://x.com/evil\..\u", Err('\\')),
        (r"https://x.com/evil\%2e%2e/u", Err('\\')),
        (r"\\x.com\u", Err('\\')),
        (r"whatsapp:\\send?phone=31", Err('\\')),
    ] {
        let expected = expected.map(str::to_owned).map_err(AddressError::Disguised);
        assert_eq!(host(text), expected, "{text}");
    }
}

#[test]
fn slashes_and_steps_are_seen_through_their_encoding() {
    for (text, hides) in [
        ("x.com/a/..%2fb", true),
        ("x.com/a%2Fb", true),
        ("x.com/a/%2e%2e/b", true),
        ("x.com/a/.%2E/b", true),
        ("x.com/a/%2e/b", true),
        ("x.com/a%5Cb", true),
        ("x.com/a/%252e%252e/b", true),
        ("x.com/a%25252fb", true),
        ("x.com/%2525252525252561", true),
        ("x.com/#!/a%2fb", true),
        ("tg://resolve%2fa?domain=u", true),
        ("x.com/a/../b", false),
        ("x.com/a%2eb", false),
        ("x.com/POL%5FEde", false),
        ("x.com/100%25", false),
        ("x.com/a?next=%2Fhome", false),
    ] {
        assert_eq!(Pieces::read(text).map(|it| it.hides_slash), Ok(hides), "{text}");
    }
}

#[test]
fn percent_encoding_is_undone_once() {
    for (part, expected) in [
        ("justiti%C3%ABle", Some("justitiële")),
        ("a%2540b", Some("a%40b")),
        ("100%", Some("100%")),
        ("%zz", Some("%zz")),
        ("%4", Some("%4")),
        ("%FF", None),
    ] {
        assert_eq!(decoded(part).as_deref(), expected, "{part}");
    }
}
