use super::*;

/// A service with these keys, in a list of its own.
fn one(
    kind: WrapperKind,
    hosts: &[&str],
    paths: &[&str],
    keys: &[&str],
    coding: Coding,
) -> Wrappers {
    let all = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    Wrappers::new(vec![WrapperRules {
        name: "S".to_owned(),
        kind,
        hosts: all(hosts),
        paths: all(paths),
        parameters: all(keys),
        shows: None,
        coding,
        url: "https://s.example/".to_owned(),
        seen: Date::LAST,
        note: None,
    }])
    .unwrap()
}

/// The target; `""` where it can't be read, and `None` where the address is none of the service.
fn target(wrappers: &Wrappers, address: &str) -> Option<String> {
    match wrappers.unwrap(address)? {
        Wrapped::Around(_, target) => Some(target),
        Wrapped::Unreadable(_) => Some(String::new()),
        Wrapped::Shortened(_) => Some("short".to_owned()),
    }
}

#[test]
fn a_query_holds_one_target() {
    let it = one(
        WrapperKind::Link,
        &["s.example", "*.s.example"],
        &["/url"],
        &["q", "url"],
        Coding::Plain,
    );
    for (address, expected) in [
        ("https://s.example/url?q=https%3A%2F%2Fa.nl%2Fb&x=1", Some("https://a.nl/b")),
        ("s.example/url?url=https://a.nl/b", Some("https://a.nl/b")),
        ("HTTP://A.S.Example./URL/?q=http://a.nl", Some("http://a.nl")),
        ("https://s.example:443/url?q=//a.nl/b", Some("//a.nl/b")),
        ("https://s.example/url?q=a.nl/b", Some("a.nl/b")),
        ("https://s.example/url?q=&url=https://a.nl/", Some("https://a.nl/")),
        ("https://s.example/url?q=https://a.nl/&url=https://a.nl/", Some("https://a.nl/")),
        ("https://s.example/url?q=https://a.nl/#!/b", Some("https://a.nl/#!/b")),
        ("https://s.example/url?q=https://a.nl/%23c#b", Some("https://a.nl/#c")),
        // Encoded twice, it is no address to a browser.
        ("https://s.example/url?q=https%253A%252F%252Fa.nl", Some("")),
        // Which of them counts is the server's own affair.
        ("https://s.example/url?q=https://a.nl/&q=https://b.nl/", Some("")),
        ("https://s.example/url?q=https://a.nl/&q=", Some("")),
        ("https://s.example/url?q=https://a.nl/&url=https://b.nl/", Some("")),
        ("https://s.example/url?q=https://a.nl/&Q=https://b.nl/", Some("")),
        ("https://s.example/url?q=https://a.nl/&q[]=https://b.nl/", Some("")),
        ("https://s.example/url?x=1;q=https://b.nl/&q=https://a.nl/", Some("")),
        ("https://s.example/url", Some("")),
        ("https://s.example/url?q=", Some("")),
        ("https://s.example/url?q=b", Some("")),
        ("https://s.example/url?q=/a.nl/b", Some("")),
        ("https://s.example/url?q=https://a.nl/%FF", Some("")),
        ("https://s.example/url?q=javascript:alert(1)", Some("")),
        ("https://s.example/url?q=mailto:a@b.nl", Some("")),
        ("https://s.example/search?q=https://a.nl/", None),
        ("https://s.example/?q=https://a.nl/", None),
        ("https://s.example.evil.nl/url?q=https://a.nl/", None),
        ("https://evils.example/url?q=https://a.nl/", None),
        ("https://a.b.s.example/url?q=https://a.nl/", None),
        ("https://s.example@evil.nl/url?q=https://a.nl/", None),
        ("https://evil@s.example/url?q=https://a.nl/", None),
        ("https://s.example:8443/url?q=https://a.nl/", None),
        ("https://s.exam\u{200B}ple/url?q=https://a.nl/", None),
        ("tg://s.example/url?q=https://a.nl/", None),
        ("@s.example", None),
        ("", None),
    ] {
        assert_eq!(target(&it, address).as_deref(), expected, "{address}");
    }
}

#[test]
fn a_path_holds_the_rest_of_the_address() {
    let it = one(
        WrapperKind::Copy,
        &["s.example"],
        &["/web/*/{target}", "/web/{target}"],
        &[],
        Coding::Plain,
    );
    for (address, expected) in [
        ("https://s.example/web/2020/https://a.nl/b?c=d&e#f", Some("https://a.nl/b?c=d&e#f")),
        ("https://s.example/web/2020id_/a.nl/b", Some("a.nl/b")),
        ("https://s.example/web/2020/https%3A%2F%2Fa.nl%2Fb", Some("https://a.nl/b")),
        ("https://s.example/web/2020/https:/a.nl/b", Some("https:/a.nl/b")),
        ("https://s.example/web/https://a.nl/b", Some("https://a.nl/b")),
        // A browser has made the step before it asks.
        ("https://s.example/web/2020/https://a.nl/x/../b", Some("https://a.nl/b")),
        ("https://s.example/web/2020/b", Some("")),
        ("https://s.example/web/2020/", Some("")),
        ("https://s.example/about", None),
        ("https://s.example/", None),
    ] {
        assert_eq!(target(&it, address).as_deref(), expected, "{address}");
    }
}

#[test]
fn a_coding_is_undone() {
    let v2 = one(WrapperKind::Link, &["s.example"], &["/v2/url"], &["u"], Coding::ProofpointV2);
    let v3 = one(WrapperKind::Link, &["s.example"], &["/v3/__{target}"], &[], Coding::ProofpointV3);
    let host = one(WrapperKind::Copy, &["*.s.example"], &[], &[], Coding::DashedHost);
    for (it, address, expected) in [
        (
            &v2,
            "https://s.example/v2/url?u=https-3A__a.nl_b-5Fc-3Fd-3De&d=x",
            "https://a.nl/b_c?d=e",
        ),
        (&v2, "https://s.example/v2/url?u=https-3A__a.nl_b-2Dc-252F", "https://a.nl/b-c%2F"),
        (&v2, "https://s.example/v2/url?u=https-3A__a.nl_-FF", ""),
        (&v3, "https://s.example/v3/__https://a.nl/b__;!!x!y$", "https://a.nl/b"),
        (&v3, "https://s.example/v3/__https://a.nl/*b__;Iw!!x!y$", "https://a.nl/#b"),
        (
            &v3,
            "https://s.example/v3/__https://a.nl/s?q=a*b&c=d__;Kw!-612F!y$",
            "https://a.nl/s?q=a+b&c=d",
        ),
        (&v3, "https://s.example/v3/__https://a.nl/**Ab*__;w6nDqyE!!x!y$", "https://a.nl/éëb!"),
        (&v3, "https://s.example/v3/__https:/a.nl/b__;!!x!y$", "https:/a.nl/b"),
        (&v3, "https://s.example/v3/__https://a.nl/*b__;!!x!y$", ""),
        (&v3, "https://s.example/v3/__https://a.nl/*b__;/!!x!y$", ""),
        (&v3, "https://s.example/v3/__https://a.nl/b", ""),
        (
            &host,
            "https://www-a-nl.s.example/b?_x_tr_sl=nl&c=d&_x_tr_tl=en",
            "https://www.a.nl/b?c=d",
        ),
        (&host, "https://a--b-nl.s.example/?_x_tr_hp=&_x_tr_sl=nl", "https://a-b.nl/"),
        (&host, "https://a-nl.s.example/#c", "https://a.nl/#c"),
        (&host, "https://a-nl.s.example/?_x_tr_hp=www-x", ""),
        (&host, "https://a.s.example/", ""),
    ] {
        assert_eq!(target(it, address).as_deref(), Some(expected), "{address}");
    }
}

#[test]
fn a_shortened_address_holds_nothing() {
    let it = one(WrapperKind::Shortener, &["s.example"], &[], &[], Coding::Plain);
    for (address, is_short) in [
        ("https://s.example/abc", true),
        ("s.example/abc?url=https://a.nl/", true),
        ("https://s.example/", false),
        ("https://www.s.example/abc", false),
        ("https://s.example.evil.nl/abc", false),
    ] {
        assert_eq!(target(&it, address).is_some(), is_short, "{address}");
    }
}

#[test]
fn what_stands_behind_the_beginning_of_an_address_is_its_target() {
    let query = one(WrapperKind::Link, &["s.example"], &["/url"], &["q"], Coding::Plain);
    let path = one(WrapperKind::Copy, &["s.example"], &["/web/*/{target}"], &[], Coding::Plain);
    let coded =
        one(WrapperKind::Link, &["s.example"], &["/v3/__{target}"], &[], Coding::ProofpointV3);
    for (it, beginning, goes_on) in [
        (&query, "https://s.example/url?q=", true),
        (&query, "s.example/url?a=b&q=", true),
        (&query, "https://s.example/url?q=https://s.example/url?q=", true),
        (&query, "https://s.example/url?q=https%3A//", true),
        (&query, "https://s.example/url?q=http://", true),
        (&query, "https://s.example/url?q=https%3a//s.example/url%3Fq=https%253A//", true),
        (&query, "https://", false),
        (&query, "https://s.example/url?q=a", false),
        (&query, "https://s.example/url?a=", false),
        (&query, "https://evil.nl/url?q=", false),
        (&path, "https://s.example/web/2020/", true),
        (&path, "https://s.example/web/2020/https://s.example/web/2021/", true),
        (&path, "https://s.example/web/2020/https://b.nl/", false),
        (&path, "https://s.example/web/2020", false),
        (&coded, "https://s.example/v3/__", true),
        (&coded, "https://s.example/v3/", false),
    ] {
        assert_eq!(it.goes_on(beginning), goes_on, "{beginning}");
    }
    let end = |beginning, behind| coded.coded_end(beginning, behind);
    assert_eq!(end("https://s.example/v3/__https://a.nl/*b__", ";Iw!!x!y$ en"), Some(9));
    assert_eq!(end("https://s.example/v3/__https://a.nl/b__", "; en"), None);
    assert_eq!(end("https://b.example/v3/__https://a.nl/b__", ";!!x!y$"), None);
}

#[test]
fn a_service_shows_the_pages_of_another_host() {
    let Ok(it) = Wrappers::new(vec![WrapperRules {
        name: "S".to_owned(),
        kind: WrapperKind::Copy,
        hosts: vec!["s.example".to_owned()],
        paths: Vec::new(),
        parameters: Vec::new(),
        shows: Some("x.com".to_owned()),
        coding: Coding::Plain,
        url: "https://s.example/".to_owned(),
        seen: Date::LAST,
        note: None,
    }]) else {
        panic!("sound rules")
    };
    for (address, expected) in [
        ("https://s.example/POL_Ede", Some("https://x.com/POL_Ede")),
        ("s.example/POL_Ede/status/1?a=b#c", Some("https://x.com/POL_Ede/status/1?a=b#c")),
        ("https://s.example/", None),
        ("https://s.example", None),
        ("https://a.s.example/POL_Ede", None),
    ] {
        assert_eq!(target(&it, address).as_deref(), expected, "{address}");
    }
}
