use super::*;

fn space_of(name: &str) -> Option<u8> {
    match name {
        "name" => Some(0),
        "id" => Some(1),
        _ => None,
    }
}

fn found(form: &str, address: &str) -> Option<Found> {
    let form = Form::parse(form, space_of).expect("a form");
    form.find(&Pieces::read(address).expect("an address"))
}

#[test]
fn a_form_finds_the_name_where_it_stands() {
    for (form, address, name) in [
        ("/{name}", "x.com/Pol_Ede/?s=20#top", Some("Pol_Ede")),
        ("/{name}", "x.com/Pol_Ede/status", None),
        ("/{name}/**", "x.com/Pol_Ede/status/1", Some("Pol_Ede")),
        ("/{name}/**", "x.com/Pol_Ede", Some("Pol_Ede")),
        ("/{name}/**", "x.com/", None),
        ("/@{name}", "x.com/@u", Some("u")),
        ("/@{name}", "x.com/u", None),
        ("/p/*-{id}", "facebook.com/p/Omgevingsdienst-Haaglanden-1000/", Some("1000")),
        ("/p/*-{id}", "facebook.com/P/Naam-1000/", Some("1000")),
        ("/p/*-{id}", "facebook.com/p/-1000/", None),
        ("/people/*/{id}", "facebook.com/people/Ctgb/100/", Some("100")),
        ("/profile.php?id={id}", "facebook.com/profile.php?ref=a&id=100", Some("100")),
        ("/profile.php?id={id}", "facebook.com/profile.php?ref=a", None),
        ("/profile.php?id={name}", "facebook.com/profile.php?ID=100", None),
        ("/profile.php?id={id}", "facebook.com/profile.php?id=%20100", Some(" 100")),
        ("/send?phone=+{id}", "wa.me/send?phone=+31", Some("31")),
        ("/send?phone=+{id}", "wa.me/send?phone=%2B31", Some("31")),
        ("/send?phone=+{id}", "wa.me/send?phone=31", None),
        ("/{name}/(|about|media)", "x.com/u", Some("u")),
        ("/{name}/(|about|media)", "x.com/u/Media/", Some("u")),
        ("/{name}/(|about|media)", "x.com/u/media/1", None),
        ("/{name}/(|about|media)", "x.com/u/status", None),
        ("/{name}/(|about|media)", "x.com/", None),
        ("/{name}/(post|video)/**", "x.com/u/video/1", Some("u")),
        ("/{name}/(post|video)/**", "x.com/u", None),
        ("/@{name}.rss", "mastodon.nl/@u.rss", Some("u")),
        ("/@{name}.rss", "mastodon.nl/@u", None),
        ("/#!/{name}", "twitter.com/#!/u", Some("u")),
        ("/#!/{name}", "twitter.com/#top", None),
        ("/#!{name}", "twitter.com/#!u", Some("u")),
        ("//{name}.t.me/**", "politie.t.me", Some("politie")),
        ("//{name}.t.me/**", "politie.t.me.evil.nl", None),
        ("//{name:*.bsky.social}", "u.bsky.social", Some("u.bsky.social")),
        ("//{name:*.bsky.social}", "u.bsky.social/a", None),
        ("//{name:*.bsky.social}", "bsky.social", None),
        ("//{name:*.bsky.social}", "u.bsky.social.evil.nl", None),
        ("//wa.me/{name}", "wa.me/31", Some("31")),
        ("//wa.me/{name}", "whatsapp.com/31", None),
        ("tg://resolve?domain={name}", "tg://resolve?domain=u", Some("u")),
        ("tg://resolve?domain={name}&post=*", "tg://resolve?domain=u&post=1", Some("u")),
        ("tg://resolve?domain={name}&post=*", "tg://resolve?domain=u", None),
        ("acct:{name}", "acct:u@host.nl", Some("u@host.nl")),
        ("at://{name}/**", "at://did:plc:abc/app.bsky.feed.post/3", Some("did:plc:abc")),
    ] {
        let expected = name.map(ToOwned::to_owned);
        let actual = found(form, address).flatten().map(|(_, name)| name);
        assert_eq!(actual, expected, "{form} {address}");
    }
}

#[test]
fn forms_without_a_name_only_match() {
    assert_eq!(found("/search/**", "x.com/search?q=a"), Some(None));
    assert_eq!(found("/", "x.com"), Some(None));
    assert_eq!(found("/", "x.com/a"), None);
    assert_eq!(found("/+*", "t.me/+abc"), Some(None));
    assert_eq!(found("/+*", "t.me/abc"), None);
    assert_eq!(found("/*.php", "facebook.com/sharer.php"), Some(None));
    assert_eq!(found("/*.php", "facebook.com/php"), None);
    assert_eq!(found("//youtu.be/**", "youtu.be/abc"), Some(None));
}

#[test]
fn wrong_forms_are_said_to_be() {
    for form in [
        "",
        "name",
        "{name}",
        "/{nobody}",
        "/{name}/{id}",
        "/*{name}",
        "/{name}x",
        "//com/{name}",
        "//{name}.com",
        "https://x.com/{name}",
        "?id={name}",
        "/p?id=4",
        "/{name",
        "/**/{name}",
        "/(|about)/{name}",
        "/(about",
        "/(a||b)/{name}",
        "/()/{name}",
        "/a|b/{name}",
        "/{name}.rss*",
        "/*-{name}.rss",
        "/?={name}",
        "//{name:bsky}/",
        "//{name:*.bsky.social}.nl",
    ] {
        assert!(Form::parse(form, space_of).is_err(), "{form}");
    }
}

#[test]
fn the_more_exact_form_comes_first() {
    let rank = |form: &str| Form::parse(form, space_of).expect("a form").rank(|space| space == 1);
    for (first, second) in [
        ("/search/**", "/{name}"),
        ("/i/user/{id}", "/i/**"),
        ("/company/{id}/**", "/company/{name}"),
        ("/#!/{name}", "/"),
        ("/{name}", "/{name}/**"),
        ("/{name}/(|about)", "/{name}/**"),
        ("/{name}/(post|video)/**", "/{name}/**"),
        ("/@{name}.rss", "/@{name}"),
        ("tg://resolve?domain={name}&post=*", "tg://resolve?domain={name}"),
        ("//{name:*.bsky.social}", "/profile/{name}"),
        ("/@{name}/**", "/{name}"),
        ("//youtu.be/**", "/{name}"),
        ("/*.php", "/{name}"),
    ] {
        assert!(rank(first) < rank(second), "{first} {second}");
    }
}
