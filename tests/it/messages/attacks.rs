//! What was tried against the promise that nothing is called official that leads elsewhere.

use super::told;

/// Whatever else is written around a genuine account, or into it: what leads elsewhere has its answer.
#[test]
fn nothing_is_all_official_that_leads_elsewhere() {
    for input in [
        "https://x.com/POL_Ede,/../evil",
        "https://x.com/POL_Ede;/../evil",
        "https://x.com/POL_Ede|/../evil",
        "https://x.com/POL_Ede\"/../evil",
        "https://x.com/POL_Ede→/../evil",
        "https://x.com/POL_Ede,/%2e%2e/evil",
        "https://x.com/POL_Ede;\\..\\evil",
        "<a href=\"https://x.com/POL_Ede;/../evil\">x</a>",
        "[a](https://x.com/POL_Ede,/../evil)",
        "https://x.com/POL_Ede{/../evil",
        "https://x.com/POL_Ede[/../evil",
        "https://x.com/POL_Ede&comma;/../evil",
        "wa.me/31646764867,8",
        "api.whatsapp.com/send?phone=31646764867|8",
        "<a href=\"https://x.com/POL_Ede\n_nep\">x</a>",
        "<a href=\"https://x.com/POL_Ede&Tab;nep\">x</a>",
        "[a](<https://x.com/POL_Ede /../evil>)",
        "+32 06 46 76 48 67",
        "+49-06-46764867",
        "0032 0646764867",
        "+1 31646764867",
        "(+32) 06 46 76 48 67",
        "@POL_Ede@x.com/evil",
        "@POL_Ede@x.com:8080/evil",
        "@knmi@social.overheid.nl/evil",
        "<a href=\"javascript:go(1)//https://x.com/POL_Ede\">x</a>",
        "<a href=\"/go?u=https://x.com/POL_Ede\">x</a>",
        "<a href=\"/x.com/POL_Ede\">x</a>",
        "<a href=\"/@POL_Ede\">x</a>",
        "[x](x.com/POL_Ede)",
        "<a href=\"POL_Ede\">@POL_Ede</a>",
        "file:///x.com/POL_Ede",
        "evilapp://https://x.com/POL_Ede",
        "sms:4567?body=@POL_Ede",
        "data:text/html,https://x.com/POL_Ede",
        "intent:https://x.com/POL_Ede#Intent;package=com.evil;end",
        "@POL_Ede<b>nep</b>",
        "@POL_Ede<!-- -->nep",
        "x.com/POL_Ede<wbr>nep",
        "**@POL_Ede**nep",
        "@POL_Ede*nep",
        "https://x.com/POL_Ede=\nnep",
        "\"@POL_Ede\\u005fnep\"",
        "@POL_Ede‑nep",
        "@POL_Ede#1234",
        "@POL_Ede⋯",
        "@POL_Ede[…]",
        "login-digid.nl\u{200B} @POL_Ede",
        "evil.n\u{AD}l @POL_Ede",
        "evil.ｎｌ @POL_Ede",
        "ｅｖｉｌ．ｎｌ @POL_Ede",
        "evil.nl… @POL_Ede",
        "evil.nl- @POL_Ede",
        "evil.nl% @POL_Ede",
        "evil.nl@ @POL_Ede",
        "login-digid.nl:@POL_Ede",
        "evil.nl.@POL_Ede",
        "evil.com@POL_Ede",
        "www.evil.nl-https://x.com/POL_Ede",
        "0612345678@POL_Ede",
        "@POL_Ede(06-12345678)",
        "@POL_Ede+31612345678",
        "bel(0612345678) @POL_Ede",
        "X: @POL_Ede, Insta: @POL_Ede",
        "X: @POL_Ede, Signal: @POL_Ede",
        "X: @POL_Ede\nInsta: politieede",
        "X: @POL_Ede, Telegram: evil123",
        "06‐12345678 @POL_Ede",
        "06\u{200B}12345678 @POL_Ede",
        "_06-12345678_ @POL_Ede",
        "0900-1234 @POL_Ede",
        "digid-login.Nu @POL_Ede",
        "mijn.digid.Nu @POL_Ede",
        "www.login.We @POL_Ede",
        "[klik](javascript:alert(1)) @POL_Ede",
        "<a href=\"/login\">x</a> @POL_Ede",
        "<a href=\"//evil/x\">x</a> @POL_Ede",
        "https%3A%2F%2Fevil.nl%2Fx @POL_Ede",
        "#www.evil.nl/x @POL_Ede",
        "<b>IG</b>: @POL_Ede",
        "*IG* @POL_Ede",
        "\"FB\",\"@POL_Ede\"",
        "| Signal | @POL_Ede |",
        "IG\n@POL_Ede",
        "PayPal: @POL_Ede",
        "Ｔｅｌｅｇｒａｍ @POL_Ede",
        "Télégram @POL_Ede",
        "Telegram 06 46 76 48 67",
        "Signal 06 46 76 48 67",
    ] {
        let told = told(input);
        assert!(told.iter().any(|it| !it.contains(" official")), "{input:?}: {told:?}");
    }
}

/// What stands behind a name or a mailbox without a blank belongs to it, where nothing else was given.
#[test]
fn nothing_behind_a_name_alone_is_passed_over() {
    for input in [
        "@POL_Ede/evil",
        "@POL_Ede/status/1",
        "@POL_Ede\\evil",
        "@POL_Ede:evil",
        "@POL_Ede&evil",
        "@POL_Ede?evil=1",
        "@POL_Ede$evil",
        "info@knmi.nl@evil.nl",
        "info@knmi.nl@zwolle.nl",
        "Mail naar info@knmi.nl@evil.nl of info@zwolle.nl",
    ] {
        let told = told(input);
        assert!(told.iter().any(|it| !it.contains(" official")), "{input:?}: {told:?}");
    }
}

#[test]
fn a_name_or_a_path_that_goes_on_is_another() {
    for input in [
        "https://x.com/POL_Ede]/../evil",
        "<a href=\"https://x.com/POL_Ede&gt;/../evil\">x</a>",
        "<a href=\"https://x.com/POL_Ede</../evil\">x</a>",
        "@POL_Ede\\_nep",
        "@POL_Ede&#110ep",
        "@POL_Ede&UnderBar;nep",
        "@POL_Ede[b]nep[/b]",
        "@POL_Ede\u{FF3F}nep",
        "@<b>evil</b> @POL_Ede",
        "06 12 34\n56 78 @POL_Ede",
        "TikTok: evilnep en https://x.com/POL_Ede",
        "<a data-href=\"https://x.com/POL_Ede\" href=\"/go?u=1\">volg</a>",
    ] {
        let told = told(input);
        assert!(told.iter().any(|it| !it.contains(" official")), "{input:?}: {told:?}");
    }
}

#[test]
fn what_only_stands_around_an_account_changes_nothing() {
    for input in [
        "24-12-2026 20:30 - Jan: @POL_Ede",
        "06-12-2026 12:34 @POL_Ede",
        "[url=https://x.com/POL_Ede]Politie Ede[/url]",
        "[[https://x.com/POL_Ede][X]]",
        "https://x.com/POL_Ede[X]",
        "_@POL_Ede_",
        "__@POL_Ede__",
        "Facebook: https://www.facebook.com/PolitieEde X: @POL_Ede",
        "Wij zitten niet meer op Facebook. Volg ons op X: @POL_Ede",
        "Factuur 2026-0001234 @POL_Ede",
        "_schuin_ @POL_Ede",
        "rapport_2026.pdf @POL_Ede",
        "WhatsApp: 06 46 76 48 67",
        "@POL_Ede 7.8/10, DOI 10.1000/182",
        "ma 09.00–17.00 @POL_Ede",
        "06–46764867",
        "Bel 030 220 69 11. X: @KNMI, Insta: @knmi.nl",
        "<a href=\"https://www.facebook.com/PolitieEde\"><svg xmlns=\"http://www.w3.org/2000/svg\"></svg></a>",
        "https://x.com/intent/follow?original_referer=https%3A%2F%2Fwww.politie.nl&screen_name=POL_Ede&tw_p=x",
        "[@POL\\_Ede](https://x.com/POL_Ede)",
        "_https://x.com/POL_Ede_",
    ] {
        let told = told(input);
        assert!(told.iter().all(|it| it.contains(" official")), "{input:?}: {told:?}");
    }
}
