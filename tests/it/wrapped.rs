//! What stands between an address and where it leads decides nothing: the address inside does.

use officieel::check::{Answer, Instead, Remark, Verdict};

use crate::loaded::BUILT_IN;
use crate::wrapper_properties::{Style, encoded};

/// The only answer to an input.
pub(crate) fn answer(input: &str) -> Answer {
    let answers = BUILT_IN.answers(input);
    let [only] = answers.as_slice() else { panic!("{input}: {answers:#?}") };
    only.clone()
}

/// What an answer comes to, and by which services it is wrapped.
fn gist(answer: &Answer) -> (String, Vec<&'static str>) {
    let what = match &answer.verdict {
        Verdict::NotAnAccount(Instead::Site(site)) => format!("site {}", site.host),
        Verdict::NotAnAccount(Instead::Copy(account)) => {
            format!("copy {}", BUILT_IN.directory.account(*account).name())
        }
        Verdict::NotAnAccount(Instead::Shortened(_)) => "shortened".to_owned(),
        Verdict::NotAnAccount(Instead::UnreadableWrapper(_)) => "unreadable".to_owned(),
        verdict if verdict.is_imitation() => "imitation".to_owned(),
        verdict => verdict.id().to_owned(),
    };
    (what, answer.wrapped_by(&BUILT_IN.directory, |_| true))
}

/// What people paste, what it comes to, and which service stands around it.
const INSIDE: &[(&str, &str, &str)] = &[
    (
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.com%2FP0L_Ede&data=05%7C01",
        "imitation",
        "Outlook Safe Links",
    ),
    (
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fx.com%2fP0L_Ede&c=E,1",
        "imitation",
        "Barracuda Link Protection",
    ),
    ("https://www.google.com/url?q=https://x.com/P0L_Ede&sa=D", "imitation", "Google"),
    (
        "https://www.google.com/url?sa=t&q=&url=https%3A%2F%2Fwww.politie.nl%2F&usg=A",
        "site politie.nl",
        "Google",
    ),
    ("https://l.instagram.com/?u=https%3A%2F%2Fx.com%2FP0L_Ede&e=AT0", "imitation", "Instagram"),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2FPOL_Ede&h=A", "official", "Facebook"),
    ("https://www.facebook.com/l.php?u=https%3A%2F%2Fx.com%2FPOL_Ede&h=A", "official", "Facebook"),
    (
        "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fx.com%2FP0L_Ede",
        "imitation",
        "LinkedIn",
    ),
    (
        "https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fcompany%2Fministerieez",
        "official",
        "LinkedIn",
    ),
    (
        "https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Fx.com%2FP0L_Ede",
        "imitation",
        "Steam",
    ),
    ("https://steamcommunity.com/linkfilter/?url=https://x.com/POL_Ede", "official", "Steam"),
    ("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fx.com%2FP0L_Ede", "imitation", "DuckDuckGo"),
    ("//duckduckgo.com/l/?uddg=https%3A%2F%2Fx.com%2FPOL_Ede&rut=1", "official", "DuckDuckGo"),
    (
        "https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fx.com%2FPOL_Ede",
        "official",
        "YouTube",
    ),
    ("https://vk.com/away.php?to=https%3A%2F%2Fx.com%2FPOL_Ede&cc_key=", "official", "VK"),
    ("https://slack-redir.net/link?url=https%3A%2F%2Fx.com%2FPOL_Ede&v=3", "official", "Slack"),
    ("https://t.umblr.com/redirect?z=https%3A%2F%2Fx.com%2FPOL_Ede&t=N&m=0", "official", "Tumblr"),
    ("https://out.reddit.com/t3_a?url=https%3A%2F%2Fx.com%2FPOL_Ede&token=A", "official", "Reddit"),
    (
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__x.com_POL-5FEde&d=DwMF",
        "official",
        "Proofpoint URL Defense",
    ),
    (
        "https://urldefense.proofpoint.com/v1/url?u=https://x.com/P0L_Ede&k=oIvRg1%2BdGA",
        "imitation",
        "Proofpoint URL Defense",
    ),
    (
        "https://urldefense.com/v3/__https://x.com/POL*Ede__;Xw!!LIr3w8kk_Xxm!6BNq-FLJ$",
        "official",
        "Proofpoint URL Defense",
    ),
    (
        "https://secure-web.cisco.com/1WjgX-S/https%3A%2F%2Fx.com%2FP0L_Ede",
        "imitation",
        "Cisco Secure Email",
    ),
    (
        "https://web.archive.org/web/20201126000000/https://twitter.com/POL_Ede",
        "copy POL_Ede",
        "Wayback Machine",
    ),
    ("web.archive.org/web/2020id_/twitter.com/P0L_Ede", "imitation", "Wayback Machine"),
    ("https://archive.ph/2020.11.26-120000/https://x.com/P0L_Ede", "imitation", "archive.today"),
    ("https://archive.is/newest/https://www.politie.nl/", "site politie.nl", "archive.today"),
    (
        "https://www-belastingdienst-nl.translate.goog/nl?_x_tr_sl=nl",
        "site belastingdienst.nl",
        "Google Translate",
    ),
    (
        "https://www-be1astingdienst-nl.translate.goog/nl?_x_tr_sl=nl",
        "imitation",
        "Google Translate",
    ),
    (
        "https://translate.google.com/translate?sl=nl&tl=en&u=https://www.belastingdienst.nl/",
        "site belastingdienst.nl",
        "Google Translate",
    ),
    (
        "https://www.google.com/amp/s/www.belastingdienst.nl/a",
        "site belastingdienst.nl",
        "Google AMP",
    ),
    (
        "https://www-belastingdienst-nl.cdn.ampproject.org/c/s/www.belastingdienst.nl/a",
        "site belastingdienst.nl",
        "AMP Cache",
    ),
    ("https://cdn.ampproject.org/c/s/be1astingdienst.nl/", "imitation", "AMP Cache"),
    ("https://bit.ly/3abcDEF", "shortened", ""),
    ("https://t.co/abc123XYZ", "shortened", ""),
    ("tinyurl.com/digid-inloggen", "shortened", ""),
    ("https://archive.ph/AbCdE", "shortened", ""),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fbit.ly%2Fabc", "shortened", "Facebook"),
    ("https://bit.ly/", "unknown-host", ""),
];

#[test]
fn what_stands_inside_is_judged() {
    for &(input, what, by) in INSIDE {
        let found = answer(input);
        let by: Vec<&str> = Some(by).filter(|by| !by.is_empty()).into_iter().collect();
        assert_eq!(gist(&found), (what.to_owned(), by), "{input}");
    }
}

#[test]
fn what_only_looks_like_a_service_is_none() {
    for input in [
        "https://safelinks.protection.outlook.com.evil.nl/?url=https%3A%2F%2Fx.com%2FPOL_Ede",
        "https://evil-safelinks.protection.outlook.com.nl/?url=https%3A%2F%2Fx.com%2FPOL_Ede",
        "https://urldefense.proofpoint.com@evil.nl/v2/url?u=https-3A__x.com_POL-5FEde",
        "https://www.google.com:8443/url?q=https%3A%2F%2Fx.com%2FPOL_Ede",
        "https://www.google.com/search?q=https%3A%2F%2Fx.com%2FPOL_Ede",
        "https://evil.nl/url?q=https%3A%2F%2Fx.com%2FPOL_Ede",
        "https://evil.nl/web/2020/x.com%2FPOL_Ede",
        "https://bit.ly.evil.nl/abc",
        "https://translate.goog.evil.nl/",
    ] {
        let answers = BUILT_IN.answers(input);
        let is_wrapped = |it: &Answer| it.wrappings().next().is_some();
        assert!(!answers.iter().any(|it| is_wrapped(it) || it.listed().is_some()), "{answers:?}");
    }
}

#[test]
fn what_can_not_be_read_is_told_as_that() {
    for input in [
        "https://l.facebook.com/l.php?h=AT0",
        "https://l.facebook.com/l.php?u=",
        "https://l.facebook.com/l.php?u=POL_Ede",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2FPOL_Ede&u=https%3A%2F%2Fevil.nl",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2FPOL_Ede&U=https%3A%2F%2Fevil.nl",
        "https://www.google.com/url?q=https%3A%2F%2Fx.com%2FPOL_Ede&url=https%3A%2F%2Fevil.nl",
        "https://www.google.com/url?q=https%253A%252F%252Fx.com%252FPOL_Ede",
        "https://www.google.com/url?q=javascript%3Aalert(1)",
        "https://www.google.com/url?q=%2Fx.com%2FPOL_Ede",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__x.com_POL-FF",
        "https://urldefense.com/v3/__https://x.com/POL*Ede__;!!abc!def$",
        "https://web.archive.org/web/20201126000000/",
        "https://x-y.translate.goog/?_x_tr_hp=www-politie",
    ] {
        let answers = BUILT_IN.answers(input);
        let first = answers.first().unwrap();
        assert_eq!(gist(first).0, "unreadable", "{input}: {answers:?}");
        assert!(answers.iter().all(|it| it.listed().is_none()), "{input}: {answers:?}");
    }
}

#[test]
fn no_more_layers_are_undone_than_anybody_has() {
    for (layers, what) in [(0, "official"), (1, "official"), (3, "official")] {
        let wrap = |inner: String, _| {
            format!("https://www.google.com/url?q={}", encoded(&inner, Style::Slashes))
        };
        let input = (0..layers).fold("https://x.com/POL_Ede".to_owned(), wrap);
        assert_eq!(gist(&answer(&input)).0, what, "{input}");
    }
    for (layers, what) in [(8, "copy POL_Ede"), (9, "unreadable")] {
        let input =
            format!("{}https://x.com/POL_Ede", "https://web.archive.org/web/2020/".repeat(layers));
        assert_eq!(gist(BUILT_IN.answers(&input).first().unwrap()).0, what, "{input}");
    }
}

#[test]
fn a_link_that_shows_what_it_leads_to_shows_nothing_else() {
    let safe = |target: &str| {
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2F{target}&data=05"
        )
    };
    for (shown, target, is_other) in [
        ("https://x.com/POL_Ede", "x.com%2FPOL_Ede", false),
        ("https://x.com/POL_Ede", "x.com%2FP0L_Ede", true),
        ("www.belastingdienst.nl", "www.belastingdienst.nl%2Fa", false),
        ("www.belastingdienst.nl", "evil.nl%2Fa", true),
        ("www.belastingdienst.nl", "bit.ly%2Fa", true),
    ] {
        let text = format!("[{shown}]({})", safe(target));
        let answers = BUILT_IN.answers(&text);
        let is_told = |it: &Answer| it.remarks.iter().any(|it| matches!(it, Remark::ShownAs(_)));
        assert_eq!(answers.iter().any(is_told), is_other, "{text}: {answers:#?}");
    }
}

#[test]
fn an_address_in_a_message_ends_where_its_service_ends_it() {
    for (text, asked) in [
        (
            "Zie https://www.google.com/url?q=https://x.com/POL_Ede&sa=D, of @POL_Zwolle.",
            ["https://www.google.com/url?q=https://x.com/POL_Ede&sa=D", "@POL_Zwolle"],
        ),
        (
            "Zie https://urldefense.com/v3/__https://x.com/POL_Ede__;!!Abc!def-_g$ en @POL_Zwolle",
            ["https://urldefense.com/v3/__https://x.com/POL_Ede__;!!Abc!def-_g", "@POL_Zwolle"],
        ),
        (
            "https://www.google.com/url?q=https://x.com/POL_Ede,https://www.google.com/url?q=https://x.com/POL_Zwolle",
            [
                "https://www.google.com/url?q=https://x.com/POL_Ede",
                "https://www.google.com/url?q=https://x.com/POL_Zwolle",
            ],
        ),
    ] {
        let answers = BUILT_IN.answers(text);
        let all: Vec<&str> = answers.iter().map(|it| it.asked.as_str()).collect();
        assert_eq!(all, asked, "{text}");
        assert!(answers.iter().all(|it| matches!(it.verdict, Verdict::Official(_))), "{answers:?}");
    }
    // A second target is judged, whatever stands before it.
    for text in [
        "https://l.facebook.com/l.php?u=https://x.com/POL_Ede&u=https://evil.nl",
        "https://www.google.com/url?q=https://x.com/POL_Ede;https://evil.nl",
        "https://www.google.com/url?q=https://x.com/POL_Ede|https://evil.nl",
        "https://www.google.com/url?q=https://x.com/POL_Edehttps://evil.nl",
        "https://web.archive.org/web/2020/https://x.com/POL_Ede/https://evil.nl",
    ] {
        let answers = BUILT_IN.answers(text);
        assert!(answers.iter().any(|it| it.address().contains("evil.nl")), "{text}: {answers:?}");
        assert!(!answers.iter().all(|it| matches!(it.verdict, Verdict::Official(_))), "{text}");
    }
}
