//! What stands in or right behind an address and leads a browser elsewhere is never cut off from it.

use officieel::check::{Answer, Instead, Verdict};

use crate::loaded::BUILT_IN;

/// Signs that end a word, a quotation or a cell, and others that nobody expects in an address.
const SIGNS: [&str; 24] = [
    ",", ";", "[", "]", "|", "{", "}", "^", "\"", "`", "!", "*", "(", ")", "'", "~", "$", "+", "“",
    "→", "✓", "；", "，", "😀",
];

fn answers(text: &str) -> Vec<Answer> {
    BUILT_IN.answers(text)
}

fn is_official(answer: &Answer) -> bool {
    matches!(answer.verdict, Verdict::Official(_))
}

fn is_site(answer: &Answer) -> bool {
    matches!(answer.verdict, Verdict::NotAnAccount(Instead::Site(_)))
}

#[test]
fn a_path_that_steps_up_behind_a_sign_is_one_address() {
    for sign in SIGNS {
        for up in ["/../evil", "/%2e%2E/evil", "/.%2e/evil", "/.."] {
            for (page, link) in [
                ("https://x.com/POL_Ede", true),
                ("https://www.facebook.com/PolitieEde", true),
                ("https://aanmelder.nl/evenementenbureauvws", false),
            ] {
                let text = format!("{page}{sign}x{up}");
                let all = answers(&text);
                assert!(!all.iter().any(|it| is_official(it) || is_site(it)), "{text}: {all:?}");
                // In markup no sign but that of the markup ends it.
                let text = format!("[x]({page}{sign}x{up})");
                let all = answers(&text);
                assert!(!link || !all.iter().any(is_official), "{text}: {all:?}");
            }
        }
    }
}

#[test]
fn a_query_that_names_two_behind_a_sign_names_none() {
    let id = "326441484085577";
    for sign in SIGNS {
        for rest in ["&id=1", "x&id=1"] {
            let text = format!("https://www.facebook.com/profile.php?id={id}{sign}{rest}");
            let all = answers(&text);
            assert!(!all.iter().any(is_official), "{text}: {all:?}");
        }
    }
}

#[test]
fn the_name_of_a_user_may_hold_any_sign() {
    for sign in SIGNS.into_iter().chain(["%2f", "%23", "’", "&", "=", "－"]) {
        for (host, path) in [("digid.nl", "/inloggen"), ("x.com", "/POL_Ede"), ("politie.nl", "")] {
            let text = format!("https://{host}{sign}@evil.nl{path}");
            let all = answers(&text);
            assert!(!all.iter().any(|it| is_official(it) || is_site(it)), "{text}: {all:?}");
            assert!(all.iter().any(|it| it.verdict.is_imitation()), "{text}: {all:?}");
        }
    }
}

#[test]
fn a_host_goes_on_behind_a_sign_and_a_point() {
    for sign in ["!", "$", "*", "'", "(", ")", "+", ",", ";", "=", "~", "&"] {
        for end in [".evil.nl/", ".evil.nl", ".evil.example/x"] {
            let text = format!("https://digid.nl{sign}{end}");
            let all = answers(&text);
            assert!(!all.iter().any(is_site), "{text}: {all:?}");
        }
    }
}

#[test]
fn what_a_sentence_or_a_list_puts_around_an_address_is_none_of_it() {
    for text in [
        "Zie https://x.com/POL_Ede; en dan verder/omlaag",
        "{\"a\":\"https://x.com/POL_Ede\",\"b\":\"iets\"}",
        "https://x.com/POL_Ede,https://x.com/POL_Zwolle",
        "https://x.com/POL_Ede?s=20|tekst",
        "<a href=\"https://x.com/POL_Ede\">x.com/POL_Ede</a>",
        "https://x.com/POL_Ede😀 leuk!",
    ] {
        let all = answers(text);
        assert!(all.first().is_some_and(is_official), "{text}: {all:?}");
    }
    for text in ["Zie https://digid.nl).Daarna", "https://digid.nl, of niet", "“https://digid.nl”"]
    {
        let all = answers(text);
        assert!(all.first().is_some_and(is_site), "{text}: {all:?}");
    }
    // The target of a link is what counts, in the markup of any program.
    let all = answers("<https://evil.nl|digid.nl>");
    let leads_to = |it: &Answer| it.asked.contains("evil.nl") && !is_site(it);
    assert!(all.first().is_some_and(leads_to), "{all:?}");
}
