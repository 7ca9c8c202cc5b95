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
        ("/#!/{name}", "twitter.com/#!/u", Some("u")),
        ("/#!/{name}", "twitter.com/#top", None),
        ("/#!{name}", "twitter.com/#!u", Some("u")),
        ("//{name}.t.me/**", "politie.t.me", Some("politie")),
        ("//{name}.t.me/**", "politie.t.me.evil.nl", None),
        ("//wa.me/{name}", "wa.me/31", Some("31")),
        ("//wa.me/{name}", "whatsapp.com/31", None),
        ("tg://resolve?domain={name}", "tg://resolve?domain=u", Some("u")),
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
        ("/@{name}/**", "/{name}"),
        ("//youtu.be/**", "/{name}"),
        ("/*.php", "/{name}"),
    ] {
        assert!(rank(first) < rank(second), "{first} {second}");
    }
}
