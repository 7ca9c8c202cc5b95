//! Handles and ids as people type them.

use std::sync::LazyLock;

use officieel::directory::LoadError;
use officieel::platform::{
    AccountName, NameError, NotAnAccount, Platform, PlatformRules, Platforms,
};
use officieel::words::Language;

use crate::loaded::BUILT_IN;

static PLATFORMS: LazyLock<&Platforms> = LazyLock::new(|| &BUILT_IN.directory.platforms);

fn platform(id: &str) -> &'static Platform {
    PLATFORMS.get(PLATFORMS.by_id(id).expect("a platform"))
}

#[test]
fn handles_are_taken_as_they_are_typed() {
    for (id, typed, text) in [
        ("x", " @POL_Ede ", "POL_Ede"),
        ("facebook", "gemeente.maasdriel", "gemeente.maasdriel"),
        ("instagram", "@gemeente.maastricht", "gemeente.maastricht"),
        ("youtube", "@ggd-één", "ggd-één"),
        ("linkedin", "acm---autoriteit-consument-&-markt", "acm---autoriteit-consument-&-markt"),
        ("linkedin", "argonaut-advies-b.v.", "argonaut-advies-b.v."),
        ("mastodon", "@Logius@Social.Overheid.nl", "Logius@social.overheid.nl"),
        ("bluesky", "@dnb-nl.bsky.social", "dnb-nl.bsky.social"),
        ("whatsapp", "06 46 76 48 67", "31646764867"),
        ("tiktok", "@JongAmsterdam", "JongAmsterdam"),
    ] {
        let name = platform(id).parse_name(typed);
        assert_eq!(name.as_ref().map(AccountName::text), Ok(text), "{id} {typed}");
    }
}

#[test]
fn a_handle_that_cannot_be_says_why() {
    for (id, typed, sentence) in [
        (
            "x",
            "POL-Ede",
            "`POL-Ede` can't be a handle on X: `-` is not allowed, only letters, digits and `_`, at most 15 characters",
        ),
        (
            "x",
            "search",
            "`search` can't be a handle on X: the platform's address for it is no such account",
        ),
        ("x", "", "`` can't be a handle on X: it is empty"),
        (
            "x",
            "pol\u{200B}itie",
            "`pol‹U+200B›itie` can't be a handle on X: ‹U+200B› is invisible or steers the text",
        ),
        (
            "mastodon",
            "Logius",
            "`Logius` can't be a handle on Mastodon: it must be written as `user@host`",
        ),
        (
            "mastodon",
            "politie@evil.nl",
            "`politie@evil.nl` can't be a handle on Mastodon: `evil.nl` is not a host of the platform",
        ),
        (
            "linkedin",
            "338695",
            "`338695` can't be a company on LinkedIn: its characters are allowed, but not in this order; it must match `[0-9]{0,99}[A-Za-zÀ-ÖØ-öø-῿Ⰰ-⿟々-퟿_&.'’·–+!-][A-Za-z0-9À-ÖØ-öø-῿Ⰰ-⿟々-퟿_&.'’·–+!-]{0,99}`",
        ),
        ("rss", "nieuws", "RSS has no such names, so `nieuws` can't be one"),
    ] {
        let fault = platform(id).parse_name(typed).expect_err(typed);
        assert_eq!(fault.to_string(), sentence, "{id} {typed}");
    }
    let fault: NameError = platform("x").parse_platform_id("POL_Ede").expect_err("no number");
    assert_eq!(
        fault.to_string(),
        "`POL_Ede` can't be a user-id on X: `P` is not allowed, only digits, at most 20 characters"
    );
}

#[test]
fn names_are_one_where_the_platform_says_so() {
    let is_same = |id: &str, one: &str, other: &str| {
        let name = |typed| platform(id).parse_name(typed).expect("a handle");
        name(one) == name(other)
    };
    assert!(is_same("x", "POL_Ede", "pol_ede"));
    assert!(is_same("facebook", "Gemeente.Ede", "gemeenteede"));
    assert!(!is_same("instagram", "gemeente.ede", "gemeenteede"));
    assert!(is_same("mastodon", "logius@social.overheid.nl", "@LOGIUS@social.overheid.nl"));
    let channel = |id| platform("youtube").parse_platform_id(id).expect("a channel id");
    assert_ne!(channel("UCspQDYNFGFgHR6nbPArYo6A"), channel("UCspQDYNFGFgHR6nbPArYo6a"));
}

#[test]
fn a_bare_handle_means_every_account_that_it_fits() {
    let ids = |text: &str| -> Vec<&str> {
        let references = PLATFORMS.parse_handle(text);
        references.iter().map(|reference| PLATFORMS.get(reference.platform).id()).collect()
    };
    let most =
        ["x", "instagram", "threads", "youtube", "linkedin", "telegram", "snapchat", "tiktok"];
    assert_eq!(ids("@POL_Ede"), most);
    assert_eq!(ids("POL_Ede"), most);
    assert_eq!(ids("Logius@social.overheid.nl"), ["mastodon"]);
    assert_eq!(ids("@Logius@social.overheid.nl"), ["mastodon"]);
    assert_eq!(ids("acct:Logius@social.overheid.nl"), ["mastodon"]);
    assert_eq!(ids("politie@evil.nl"), [""; 0]);
    assert_eq!(ids("did:plc:j5y4crz66mjxro4kc7byemzl"), ["bluesky"]);
    assert_eq!(ids("+31 6 46 76 48 67"), ["whatsapp"]);
    assert_eq!(ids("politie zwolle"), [""; 0]);
    assert_eq!(ids(""), [""; 0]);
}

#[test]
fn the_host_of_a_name_is_what_own_domain_evidence_rests_on() {
    for (id, handle, host) in [
        ("mastodon", "Logius@social.overheid.nl", Some("social.overheid.nl")),
        ("bluesky", "Belastingdienst.nl", Some("belastingdienst.nl")),
        ("x", "POL_Ede", None),
    ] {
        let name = platform(id).parse_name(handle).expect("a handle");
        assert_eq!(platform(id).host_of(&name), host, "{handle}");
    }
}

#[test]
fn addresses_are_plain_ascii_whatever_the_name() {
    for (id, handle, address) in [
        ("linkedin", "raad-rv&s-", "https://www.linkedin.com/company/raad-rv&s-/"),
        ("linkedin", "justitiële", "https://www.linkedin.com/company/justiti%C3%ABle/"),
        ("linkedin", "'s-hertogenbosch", "https://www.linkedin.com/company/%27s-hertogenbosch/"),
        ("mastodon", "Logius@social.overheid.nl", "https://social.overheid.nl/@Logius"),
        ("whatsapp", "+31 6 46764867", "https://wa.me/31646764867"),
    ] {
        let name = platform(id).parse_name(handle).expect("a handle");
        assert_eq!(platform(id).address_of(&name), address, "{id} {handle}");
        assert_eq!(
            PLATFORMS.parse_address(address).map(|parsed| parsed.account.name),
            Ok(name),
            "{id} {handle}"
        );
    }
}

#[test]
fn personal_pages_and_parts_of_accounts_are_told_apart() {
    let parsed = PLATFORMS
        .parse_address("https://www.linkedin.com/in/rekenkamerwvolv/detail/recent-activity/shares/")
        .expect("a person's page");
    assert!(platform("linkedin").is_personal(&parsed.account.name));
    let parsed = PLATFORMS
        .parse_address("https://www.linkedin.com/company/16252357/admin/dashboard/")
        .expect("a page for administrators");
    assert!(!platform("linkedin").is_personal(&parsed.account.name));
    assert_eq!(parsed.account.name.text(), "16252357");
    assert_eq!(parsed.part.map(NotAnAccount::id), Some("admin"));
}

#[test]
fn known_names_are_the_same_as_parsed_ones() {
    for (id, handle) in
        [("x", "POL_Ede"), ("facebook", "Gemeente.Ede"), ("bluesky", "A.bsky.social")]
    {
        let name = platform(id).parse_name(handle).expect("a handle");
        assert_eq!(platform(id).known_name(name.space(), name.text()), Some(name), "{id} {handle}");
    }
    assert_eq!(platform("x").known_name(9, "POL_Ede"), None);
}

#[test]
fn wrong_rules_say_which_key_of_which_platform() {
    type Change = fn(&mut PlatformRules);
    let cases: [(Change, &str); 12] = [
        (
            |rules| "facebook".clone_into(&mut rules.id),
            "`id`: there is another platform `facebook`",
        ),
        (
            |rules| rules.hosts.push("*.com".to_owned()),
            "`hosts`: `*.com` would take hosts of others; its last two labels must be exact",
        ),
        (
            |rules| rules.hosts.push("www.facebook.com".to_owned()),
            "`hosts`: `www.facebook.com` is a host of Facebook too",
        ),
        (
            |rules| change_name(rules, |name| name.syntax = "[a-z".to_owned()),
            "name-space `handle`: `syntax` is no pattern: non-empty character class has no closing bracket",
        ),
        (
            |rules| change_name(rules, |name| name.syntax = "[a-z]*".to_owned()),
            "name-space `handle`: `syntax` must not match an empty name",
        ),
        (
            |rules| {
                change_name(rules, |name| {
                    name.address = "http://x.com/{name}".to_owned();
                });
            },
            "name-space `handle`: `address` must be an https address with `{name}` in it once",
        ),
        (
            |rules| change_name(rules, |name| name.forms.push("/{nobody}".to_owned())),
            "`forms` of `handle`: the form `/{nobody}` has a placeholder that is no name-space of the platform",
        ),
        (
            |rules| change_name(rules, |name| name.forms.push("/politie".to_owned())),
            "`forms` of `handle`: `/politie` holds no `{name}`",
        ),
        (
            |rules| change_name(rules, |name| name.forms.clear()),
            "`forms` of `handle`: no form holds such a name",
        ),
        (
            |rules| change_name(rules, |name| name.id = "user-id".to_owned()),
            "`id` of a name-space: `user-id` can't be used twice",
        ),
        (
            |rules| rules.tabs.push("a/b".to_owned()),
            "`forms` of `handle`: `/{name}/{tabs}` needs `tabs`, each a word of letters, digits, `_`, `-` and `.`",
        ),
        (
            |rules| {
                let post = rules.refused.iter_mut().find(|it| it.author.is_some()).expect("posts");
                post.forms.push("/i/status/*".to_owned());
            },
            "`forms` of `post`: `/i/status/*` holds no name, so that `author` says nothing about it; put it in a table without",
        ),
    ];
    for (change, message) in cases {
        let mut rules: Vec<PlatformRules> =
            PLATFORMS.iter().map(|(_, platform)| platform.rules.clone()).collect();
        // X stands behind Facebook, so that a clash with Facebook is a fault of X.
        rules.swap(0, 1);
        change(rules.get_mut(1).expect("X"));
        let (position, fault) = Platforms::new(rules).expect_err(message);
        let problem = LoadError { line: 1, column: 1, message: fault };
        let said = officieel::messages::problem::message(Language::En.words(), &problem);
        assert_eq!((position, said.as_str()), (1, message), "{change:?}");
    }
}

fn change_name(rules: &mut PlatformRules, change: fn(&mut officieel::platform::NameRules)) {
    change(rules.names.first_mut().expect("a name-space"));
}
