//! Links that lead somewhere by a detour: they are told of, and are no confirmation.

use super::*;

/// A case: a link, and the platform, the account, what becomes of it and the rule.
type Detoured = (&'static str, Option<(&'static str, &'static str, Outcome, &'static str)>);

const USER: Outcome = Outcome::Refused;

const DETOURS: &[Detoured] = &[
    (
        "https://www.voorbeeld.example@social.overheid.nl/@voorbeeldig",
        Some(("mastodon", "voorbeeldig@social.overheid.nl", USER, "user-name")),
    ),
    ("https://www.voorbeeld.example@x.com/ggdverweg", Some(("x", "ggdverweg", USER, "user-name"))),
    (
        "https://www.voorbeeld.example:443@x.com/gem_voorbeeld",
        Some(("x", "gem_voorbeeld", USER, "user-name")),
    ),
    ("https://:geheim@x.com/gem_voorbeeld", Some(("x", "gem_voorbeeld", USER, "user-name"))),
    ("//iemand@x.com/gem_voorbeeld", Some(("x", "gem_voorbeeld", USER, "user-name"))),
    (
        "https://www.voorbeeld.example%2Fcontact@x.com/gem_voorbeeld",
        Some(("x", "gem_voorbeeld", USER, "user-name")),
    ),
    ("https://iemand@x.com/intent/tweet?text=a", Some(("x", "", USER, "user-name"))),
    ("https://iemand@x.com:8443/gem_voorbeeld", Some(("x", "gem_voorbeeld", USER, "user-name"))),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa%40x.com%2Fgem_voorbeeld",
        Some(("x", "gem_voorbeeld", USER, "user-name")),
    ),
    (
        "https://a@l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2Fgem_voorbeeld",
        Some(("x", "gem_voorbeeld", USER, "user-name")),
    ),
    ("https://x.com@evil.example/gem_voorbeeld", Some(("x", "", USER, "user-name"))),
    ("https://x.com%2Fgem_voorbeeld@evil.example/", Some(("x", "", USER, "user-name"))),
    ("https://https%3A%2F%2Fx.com%2Fa@evil.example/", Some(("x", "", USER, "user-name"))),
    ("https://www.facebook.com:a@evil.example/", Some(("facebook", "", USER, "user-name"))),
    ("https://x.com@www.voorbeeld.example/", Some(("x", "", USER, "user-name"))),
    ("https://x.com:8443/gem_voorbeeld", Some(("x", "gem_voorbeeld", USER, "other-port"))),
    (
        "http://social.overheid.nl:8080/@voorbeeldig",
        Some(("mastodon", "voorbeeldig@social.overheid.nl", USER, "other-port")),
    ),
    ("https://x.com:443/gem_voorbeeld", Some(("x", "gem_voorbeeld", Outcome::New, "own-name"))),
    (
        "/redirect?url=https%3A%2F%2Fx.com%2Fgem_voorbeeld",
        Some(("x", "gem_voorbeeld", Outcome::Unclear, "own-redirect")),
    ),
    (
        "/uit?nr=1&naar=HTTPS://social.overheid.nl/@voorbeeldig",
        Some(("mastodon", "voorbeeldig@social.overheid.nl", Outcome::Unclear, "own-redirect")),
    ),
    (
        "https://loket.voorbeeld.example/uit?to=http://www.x.com/gem_voorbeeld",
        Some(("x", "gem_voorbeeld", Outcome::Unclear, "own-redirect")),
    ),
    (
        "/uit?naar=https://voorbeeld.example@x.com/gem_voorbeeld",
        Some(("x", "gem_voorbeeld", USER, "user-name")),
    ),
    ("/uit?naar=https://x.com/intent/tweet", None),
    ("/uit?naar=https://ergens.example/", None),
    ("/uit?naar=x.com", None),
    ("https://ergens.example/uit?naar=https://x.com/gem_voorbeeld", None),
    ("https://iemand@ergens.example/", None),
    ("https://voorbeeld.example@ergens.example/", None),
    ("https://ergens.example:8443/gem_voorbeeld", None),
    ("mailto:x.com@ergens.example", None),
];

#[test]
fn a_detour_is_told_and_confirms_nothing() {
    for (href, expected) in DETOURS {
        let html = format!("<title>Gemeente Voorbeeld</title><footer><a href='{href}'>X</a>");
        let sightings = sorted(&html, "https://www.voorbeeld.example/").sightings;
        let found: Vec<_> = sightings
            .iter()
            .map(|it| {
                let name = it.account.as_ref().map_or("", |it| it.name.text());
                let platform = DIRECTORY.platform(it.platform).id();
                (platform, name, it.outcome, it.rule.id())
            })
            .collect();
        assert_eq!(found, expected.iter().copied().collect::<Vec<_>>(), "{href}");
    }
}

#[test]
fn a_detour_in_meta_and_data_confirms_nothing() {
    let address = "https://voorbeeld.example@social.overheid.nl/@voorbeeldig";
    for html in [
        format!("<meta name=twitter:site content='{address}'>"),
        format!("<link rel=me href='{address}'>"),
        format!(
            "<script type='application/ld+json'>{{\"@type\":\"Organization\",\"name\":\"Gemeente Voorbeeld\",\"sameAs\":\"{address}\"}}</script>"
        ),
        format!("<div hidden><a href='{address}'>X</a></div>"),
    ] {
        let outcomes: Vec<Outcome> = rules(&html).into_iter().map(|it| it.1).collect();
        assert_eq!(outcomes, [Outcome::Refused], "{html}");
    }
}

#[test]
fn the_same_account_without_a_detour_is_what_it_is() {
    let html = "<a href='https://a@social.overheid.nl/@voorbeeldig'>X</a>\
                <a href='https://social.overheid.nl/@voorbeeldig'>X</a>";
    let expected = ("voorbeeldig@social.overheid.nl".to_owned(), Outcome::Confirms, "listed");
    assert_eq!(rules(html), [expected]);
}
