//! Messages, as people paste them: everything in them that leads somewhere has its own verdict.

mod attacks;

use officieel::check::{Answer, MAX_TOKENS, Remark};

use crate::loaded::BUILT_IN;

fn answers(input: &str) -> Vec<Answer> {
    BUILT_IN.answers(input)
}

/// What was judged, and how: `@POL_Ede official x`.
fn told(input: &str) -> Vec<String> {
    let tell = |answer: &Answer| {
        let platform = answer.platform.map(|it| BUILT_IN.directory.platform(it).id());
        let parts = [Some(answer.asked.as_str()), Some(answer.verdict.id()), platform];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    answers(input).iter().map(tell).collect()
}

fn holds(rows: &[(&str, &[&str])]) {
    for (input, expected) in rows {
        assert_eq!(told(input), *expected, "{input:?}");
    }
}

const EDE: &str = "https://x.com/POL_Ede official x";

#[test]
fn an_address_ends_where_another_begins() {
    holds(&[
        (
            "https://x.com/POL_Ede/,https://evil-bank.example/",
            &["https://x.com/POL_Ede/ official x", "https://evil-bank.example/ unknown-host"],
        ),
        (
            "\"https://x.com/POL_Ede/\",\"https://x.com/P0L_Ede/\"",
            &["https://x.com/POL_Ede/ official x", "https://x.com/P0L_Ede/ look-alike x"],
        ),
        (
            "https://x.com/POL_Ede/<br>https://x.com/P0L_Ede/",
            &["https://x.com/POL_Ede/ official x", "https://x.com/P0L_Ede/ look-alike x"],
        ),
        (
            "https://x.com/POL_Ede/<https://evil.nl/login>",
            &["https://x.com/POL_Ede/ official x", "https://evil.nl/login unknown-host"],
        ),
        (
            "https://x.com/POL_Ede?x=1;https://evil.nl",
            &["https://x.com/POL_Ede?x=1 official x", "https://evil.nl unknown-host"],
        ),
        (
            "https://x.com/POL_Edehttps://x.com/POL_Zwolle",
            &[EDE, "https://x.com/POL_Zwolle official x"],
        ),
        (
            "https://x.com/POL_Ede;https://x.com/POL_Zwolle",
            &[EDE, "https://x.com/POL_Zwolle official x"],
        ),
        (
            "Gemeente Arnhem;Facebook;https://www.facebook.com/gemeentearnhem",
            &["https://www.facebook.com/gemeentearnhem official facebook"],
        ),
        (
            "https://www.facebook.com/gemeentearnhem;ja",
            &["https://www.facebook.com/gemeentearnhem official facebook"],
        ),
        ("URL:https://x.com/POL_Ede", &[EDE]),
        ("http://https://x.com/POL_Ede", &[EDE]),
        ("https://x.com/POL_Ede%20", &[EDE]),
        ("x.com/POL_Ede，", &["x.com/POL_Ede official x"]),
        ("_x.com/POL_Ede_", &["x.com/POL_Ede official x"]),
        ("\u{FEFF}https://x.com/POL_Ede\u{FE0F}", &[EDE]),
    ]);
}

#[test]
fn nothing_beside_an_official_account_is_passed_over() {
    for (beside, expected) in [
        ("Nieuw account: P0L_Ede", "P0L_Ede look-alike"),
        ("Nieuw account: POL_Edee", "POL_Edee look-alike"),
        ("Zie WWW.EVIL.NL", "WWW.EVIL.NL unknown-host"),
        ("Zie EVIL.NL", "EVIL.NL unknown-host"),
        ("Zie evil.COM", "evil.COM unknown-host"),
        ("Zie Evil.Nl", "Evil.Nl unknown-host"),
        (".@evil_account", "@evil_account not-listed"),
        ("cc:@evil_account", "@evil_account not-listed"),
        ("via@evil_account", "@evil_account not-listed"),
        ("👉@evil_account", "@evil_account not-listed"),
        ("website:evil.nl/login", "evil.nl/login unknown-host"),
        ("url=evil.nl", "evil.nl unknown-host"),
        ("evil.nl🔒", "evil.nl unknown-host"),
        ("🔒evil.nl", "evil.nl unknown-host"),
        ("evil｡nl", "evil｡nl unknown-host"),
        ("evil。nl", "evil。nl unknown-host"),
        ("evil[.]nl", "evil.nl unknown-host"),
        ("evil (dot) nl", "evil.nl unknown-host"),
        ("hxxps://evil.nl", "https://evil.nl unknown-host"),
        ("https:evil.nl", "https:evil.nl unknown-host"),
        ("http://192.0.2.7/a", "http://192.0.2.7/a unknown-host"),
        ("06 12 34 56 78", "06 12 34 56 78 not-an-account"),
        ("App 06 46 76 48 67, of 06 12 34 56 78", "06 12 34 56 78 not-an-account"),
    ] {
        for input in [
            format!("Officieel: https://x.com/POL_Ede . {beside}"),
            format!("{beside} . Officieel: https://x.com/POL_Ede"),
            format!("https://x.com/POL_Ede\n{beside}"),
        ] {
            let told = told(&input);
            assert!(told.contains(&EDE.to_owned()), "{input:?}: {told:?}");
            assert!(told.iter().any(|it| it.starts_with(expected)), "{input:?}: {told:?}");
        }
    }
}

#[test]
fn the_dot_leader_is_no_way_past() {
    let told = told("Officieel: https://x.com/POL_Ede . Zie evil․nl");
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn signs_around_a_name_are_no_part_of_it() {
    for input in [
        ".@POL_Ede",
        "👮@POL_Ede",
        "@POL_Ede/",
        "@POL_Ede-",
        "＠POL_Ede",
        "(@POL_Ede)",
        "@POL_Ede:",
        "@POL_Ede's",
        "“@POL_Ede”",
        "«@POL_Ede»",
        "@POL_Ede。",
        "-@POL_Ede",
        "\u{200E}@POL_Ede\u{200E}",
        "\u{2066}@POL_Ede\u{2069}",
        "@POL_Ede\u{200B}",
        "*@POL_Ede*",
        "~@POL_Ede~",
        "@POL_Ede!",
        "@POL_Ede?",
        "@POL_Ede,",
        "@POL_Ede.",
    ] {
        assert_eq!(told(input), ["@POL_Ede official x"], "{input:?}");
    }
    for input in ["@POL_\u{200B}Ede", "@POL\u{2060}_Ede", "@\u{202E}edE_LOP", "@POL_Ede\u{202E}"] {
        assert!(!told(input).iter().any(|it| it.contains(" official")), "{input:?}");
    }
}

#[test]
fn the_target_of_a_link_decides_and_the_difference_is_told() {
    for (input, target, verdict) in [
        (
            "[https://x.com/POL_Ede/](https://evil.nl/login)",
            "https://evil.nl/login",
            "unknown-host",
        ),
        (
            "[https://x.com/POL_Ede?](https://evil.nl/login)",
            "https://evil.nl/login",
            "unknown-host",
        ),
        (
            "[https://x.com/POL_Ede#](https://evil.nl/login)",
            "https://evil.nl/login",
            "unknown-host",
        ),
        ("[@POL_Ede](https://evil.nl/login)", "https://evil.nl/login", "unknown-host"),
        (
            "\"https://x.com/POL_Ede/\":https://evil.nl/login",
            "https://evil.nl/login",
            "unknown-host",
        ),
        (
            "<a href=\"https://x.com/P0L_Ede\">https://x.com/POL_Ede</a>",
            "https://x.com/P0L_Ede",
            "look-alike",
        ),
        ("<https://x.com/P0L_Ede|https://x.com/POL_Ede>", "https://x.com/P0L_Ede", "look-alike"),
        (
            "[url=https://x.com/P0L_Ede]https://x.com/POL_Ede[/url]",
            "https://x.com/P0L_Ede",
            "look-alike",
        ),
        ("[x.com/POL_Ede](javascript:alert)", "javascript:alert", "not-an-account"),
        ("[x.com/POL_Ede](/inloggen)", "/inloggen", "not-an-account"),
    ] {
        let answers = answers(input);
        let of_target = answers.iter().find(|it| it.asked == target).unwrap();
        assert_eq!(of_target.verdict.id(), verdict, "{input}");
        let is_shown =
            |it: &Remark| matches!(it, Remark::ShownAs(shown) if shown.contains("POL_Ede"));
        assert!(of_target.remarks.iter().any(is_shown), "{input}: {of_target:?}");
        let shown = answers.iter().find(|it| it.asked.contains("POL_Ede")).unwrap();
        let leads = Remark::LeadsTo(target.to_owned());
        assert!(shown.remarks.contains(&leads), "{input}: {shown:?}");
    }
    for input in [
        "[Politie Ede](https://x.com/POL_Ede)",
        "[@POL_Ede](https://x.com/POL_Ede)",
        "[x.com/pol_ede](https://twitter.com/POL_Ede?lang=nl)",
        "<a href=\"https://x.com/POL_Ede\">https://x.com/POL_Ede</a>",
    ] {
        let is_difference = |it: &Remark| matches!(it, Remark::ShownAs(_) | Remark::LeadsTo(_));
        for answer in answers(input) {
            assert_eq!(answer.verdict.id(), "official", "{input}");
            assert!(!answer.remarks.iter().any(is_difference), "{input}: {answer:?}");
        }
    }
}

/// The same name is listed on X, and on nothing that these texts name.
#[test]
fn a_name_is_judged_on_the_platform_that_the_text_names() {
    let places = [
        "insta",
        "Insta",
        "IG",
        "Instagram",
        "fb",
        "FB",
        "Facebookpagina",
        "facebook-pagina",
        "Facebook",
        "TikTok-account",
        "TikTok",
        "Tik Tok",
        "Telegramkanaal",
        "Telegram",
        "YouTube-kanaal",
        "YouTubekanaal",
        "yt",
        "Snapchat",
        "Snap",
        "WhatsApp",
        "LinkedIn",
        "LinkedInpagina",
        "Bluesky",
        "bsky",
        "Threads",
        "Mastodon",
        "telegram/whatsapp",
        "Telegram en TikTok",
        "Snapchat of Telegram",
        "Signal",
        "Discord",
        "VK",
        "Reddit",
        "Twitch",
        "Pinterest",
        "Truth Social",
        "Telegram en Signal",
        "insta/fb",
    ];
    for place in places {
        for input in [
            format!("Volg ons op {place}: @POL_Ede"),
            format!("{place}: @POL_Ede"),
            format!("@POL_Ede op {place}"),
            format!("@POL_Ede ({place})"),
            format!("Is @POL_Ede op {place} echt?"),
            format!("Ons {place} is @POL_Ede."),
        ] {
            let told = told(&input);
            assert!(told.iter().all(|it| !it.contains(" official")), "{input:?}: {told:?}");
        }
    }
    for input in [
        "@POL_Ede op X",
        "@POL_Ede op Twitter",
        "X/Twitter: @POL_Ede",
        "Twitter @POL_Ede",
        "X: @POL_Ede",
        "Volg @POL_Ede op ons X-account",
        "Snap je dat @POL_Ede echt is?",
        "Zwak signaal, @POL_Ede",
    ] {
        assert_eq!(told(input), ["@POL_Ede official x"], "{input:?}");
    }
    holds(&[
        (
            "X: @POL_Ede, Instagram: @knmi.nl",
            &["@POL_Ede official x", "@knmi.nl official instagram"],
        ),
        ("@POL_Ede op X of Telegram", &["@POL_Ede official x", "@POL_Ede not-listed telegram"]),
    ]);
}

#[test]
fn so_many_things_are_judged_and_each_once() {
    let repeated = format!("{} Zie evil.nl", "@POL_Ede ".repeat(1000));
    assert_eq!(told(&repeated), ["@POL_Ede official x", "evil.nl unknown-host"]);
    let many: Vec<String> = (0..500).map(|number| format!("@naam{number}")).collect();
    assert_eq!(told(&many.join(" ")).len(), MAX_TOKENS);
}
