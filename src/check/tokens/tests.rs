use super::TokenKind::{Address, Handle, Words};
use super::*;

fn directory() -> Directory {
    crate::embedded::directory().unwrap()
}

fn read(directory: &Directory, input: &str) -> Vec<(TokenKind, String)> {
    let is_listed = |word: &str| {
        let meant = directory.platforms.parse_handle(word);
        meant.iter().any(|reference| directory.account_by(reference).is_some())
    };
    let all = tokens(directory, input, is_listed).all;
    let mut found: Vec<(TokenKind, String)> = Vec::new();
    for token in all {
        let token = (token.kind, token.text);
        if !found.contains(&token) {
            found.push(token);
        }
    }
    found
}

#[test]
fn one_word_is_an_address_or_a_handle() {
    let directory = directory();
    for (input, kind, text) in [
        ("x.com/POL_Ede", Address, "x.com/POL_Ede"),
        ("  https://x.com/POL_Ede\n", Address, "https://x.com/POL_Ede"),
        ("<https://x.com/POL_Ede>", Address, "https://x.com/POL_Ede"),
        ("(https://x.com/POL_Ede).", Address, "https://x.com/POL_Ede"),
        ("x.com@evil.nl/politie", Address, "x.com@evil.nl/politie"),
        ("belastingdienst.nl", Address, "belastingdienst.nl"),
        ("belastingdienst.nl.example", Address, "belastingdienst.nl.example"),
        ("digid-form-site.xyz", Address, "digid-form-site.xyz"),
        ("tg://resolve?domain=politie", Address, "tg://resolve?domain=politie"),
        ("x.com:443/POL_Ede", Address, "x.com:443/POL_Ede"),
        ("https://x.com:/POL_Ede", Address, "https://x.com:/POL_Ede"),
        ("bsky.app/profile/www.rivm.nl", Address, "bsky.app/profile/www.rivm.nl"),
        ("POL_Ede", Handle, "POL_Ede"),
        ("@POL_Ede/evil", Handle, "@POL_Ede/evil"),
        ("@POL_Ede:evil", Handle, "@POL_Ede:evil"),
        ("info@knmi.nl@evil.nl", Handle, "info@knmi.nl@evil.nl"),
        ("@POL_Ede", Handle, "@POL_Ede"),
        ("“@POL_Ede”", Handle, "@POL_Ede"),
        ("@minbzk@social.overheid.nl", Handle, "@minbzk@social.overheid.nl"),
        ("info@evil.nl", Handle, "info@evil.nl"),
        ("politie.ede", Handle, "politie.ede"),
        ("bela..stingterugg..ave", Handle, "bela..stingterugg..ave"),
        ("14.073", Handle, "14.073"),
        ("0646764867", Handle, "0646764867"),
        ("", Handle, ""),
        ("...", Handle, "..."),
    ] {
        assert_eq!(read(&directory, input), [(kind, text.to_owned())], "{input:?}");
    }
}

#[test]
fn a_sentence_comes_apart_into_what_can_be_judged() {
    let directory = directory();
    for (input, expected) in [
        ("Klopt dit? https://x.com/POL_Ede.", vec![(Address, "https://x.com/POL_Ede")]),
        ("Politie Ede @POL_Ede", vec![(Handle, "@POL_Ede")]),
        ("Politie Ede (@POL_Ede) op X", vec![(Handle, "@POL_Ede")]),
        ("is POL_Ede echt", vec![(Handle, "POL_Ede")]),
        ("is MinPres echt?", vec![(Handle, "MinPres")]),
        ("is mijn iPhone echt?", vec![(Words, "is mijn iPhone echt?")]),
        ("politie zwolle", vec![(Words, "politie zwolle")]),
        ("Dit is nep.De politie zegt het", vec![(Words, "Dit is nep.De politie zegt het")]),
        ("06 46 76 48 67", vec![(Handle, "06 46 76 48 67")]),
        ("App van 06 46 76 48 67 gekregen", vec![(Handle, "06 46 76 48 67")]),
        (
            "@POL_Ede en\nx.com/P0L_Ede, weer @POL_Ede",
            vec![(Handle, "@POL_Ede"), (Address, "x.com/P0L_Ede")],
        ),
        (
            "Uw DigiD verloopt: digid-form-site.xyz/login of mail info@digid-form.nl",
            vec![(Address, "digid-form-site.xyz/login"), (Handle, "info@digid-form.nl")],
        ),
    ] {
        let found = read(&directory, input);
        let found: Vec<(TokenKind, &str)> =
            found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        assert_eq!(found, expected, "{input:?}");
    }
}

#[test]
fn only_so_much_of_an_input_is_read() {
    let directory = directory();
    let long = "ë".repeat(LONGEST_INPUT);
    assert!(read(&directory, &long).iter().all(|(_, text)| text.len() <= LONGEST_INPUT));
}

const fn address(text: &str) -> (TokenKind, &str) {
    (Address, text)
}

const fn handle(text: &str) -> (TokenKind, &str) {
    (Handle, text)
}

fn holds(rows: &[(&str, &[(TokenKind, &str)])]) {
    let directory = directory();
    for (input, expected) in rows {
        let found = read(&directory, input);
        let found: Vec<(TokenKind, &str)> =
            found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        assert_eq!(found, *expected, "{input:?}");
    }
}

#[test]
fn an_address_ends_where_something_else_begins() {
    holds(&[
        (
            "[https://x.com/POL_Ede/](https://evil.nl/login)",
            &[address("https://x.com/POL_Ede/"), address("https://evil.nl/login")],
        ),
        ("[x.com/POL_Ede](evil.nl/login)", &[address("x.com/POL_Ede"), address("evil.nl/login")]),
        (
            "\"https://x.com/POL_Ede/\":https://evil.nl/login",
            &[address("https://x.com/POL_Ede/"), address("https://evil.nl/login")],
        ),
        (
            "https://x.com/POL_Ede/<https://evil.nl/login>",
            &[address("https://x.com/POL_Ede/"), address("https://evil.nl/login")],
        ),
        (
            "https://x.com/POL_Ede/,https://evil-bank.example/",
            &[address("https://x.com/POL_Ede/"), address("https://evil-bank.example/")],
        ),
        (
            "https://x.com/POL_Ede/,evil-bank.example/a",
            &[address("https://x.com/POL_Ede/"), address("evil-bank.example/a")],
        ),
        (
            "https://x.com/POL_Ede?https://evil.nl",
            &[address("https://x.com/POL_Ede"), address("https://evil.nl")],
        ),
        (
            "https://x.com/POL_Ede#www.evil.nl",
            &[address("https://x.com/POL_Ede"), address("www.evil.nl")],
        ),
        (
            "https://x.com/POL_Edewww.evil.nl",
            &[address("https://x.com/POL_Ede"), address("www.evil.nl")],
        ),
        (
            "https://x.com/POL_Edehttps://x.com/P0L_Ede",
            &[address("https://x.com/POL_Ede"), address("https://x.com/P0L_Ede")],
        ),
        ("x.com/POL_Ede/x.com/P0L_Ede", &[address("x.com/POL_Ede"), address("x.com/P0L_Ede")]),
        (
            "\"https://x.com/POL_Ede/\",\"https://x.com/P0L_Ede/\"",
            &[address("https://x.com/POL_Ede/"), address("https://x.com/P0L_Ede/")],
        ),
        (
            "https://x.com/POL_Ede/<br>https://x.com/P0L_Ede/",
            &[address("https://x.com/POL_Ede/"), address("https://x.com/P0L_Ede/")],
        ),
        (
            "https://x.com/POL_Ede&lt;br&gt;https://x.com/P0L_Ede",
            &[address("https://x.com/POL_Ede"), address("https://x.com/P0L_Ede")],
        ),
        (
            "https://x.com/POL_Ede%20https://x.com/P0L_Ede",
            &[address("https://x.com/POL_Ede"), address("https://x.com/P0L_Ede")],
        ),
        (
            "Gemeente Arnhem;Facebook;https://www.facebook.com/gemeentearnhem",
            &[address("https://www.facebook.com/gemeentearnhem")],
        ),
        (
            "https://www.facebook.com/gemeentearnhem;ja",
            &[address("https://www.facebook.com/gemeentearnhem")],
        ),
        (
            "https://www.facebook.com/PolitieEde?__cft__[0]=AZ_abc&__tn__=-R",
            &[address("https://www.facebook.com/PolitieEde?__cft__[0]=AZ_abc&__tn__=-R")],
        ),
        ("https://x.com,@evil.nl/POL_Ede", &[address("https://x.com,@evil.nl/POL_Ede")]),
        ("https://mastodon.nl/@u@other.nl", &[address("https://mastodon.nl/@u@other.nl")]),
    ]);
}

#[test]
fn a_host_is_found_in_any_writing() {
    holds(&[
        (
            "Kijk op EVIL.NL of WWW.EVIL.NL, evil.COM",
            &[address("EVIL.NL"), address("WWW.EVIL.NL"), address("evil.COM")],
        ),
        (
            "Officieel: x.com/POL_Ede . Zie evil｡nl en evil․nl",
            &[address("x.com/POL_Ede"), address("evil｡nl"), address("evil․nl")],
        ),
        (
            "x.com/POL_Ede website:evil.nl/login url=evil.nl evil.nl🔒",
            &[address("x.com/POL_Ede"), address("evil.nl/login"), address("evil.nl")],
        ),
        ("https://i❤.ws/login en i❤.ws", &[address("https://i❤.ws/login"), address("i❤.ws")]),
    ]);
}

#[test]
fn a_name_is_found_behind_any_sign() {
    holds(&[
        (
            ".@evil_account cc:@evil2 via@evil3 👉@evil4",
            &[handle("@evil_account"), handle("@evil2"), handle("@evil3"), handle("@evil4")],
        ),
        ("@POL_Ede/@POL_Zwolle", &[handle("@POL_Ede"), handle("@POL_Zwolle")]),
        ("@POL_Ede+@POL_Zwolle,@a_b", &[handle("@POL_Ede"), handle("@POL_Zwolle"), handle("@a_b")]),
        (
            "@POL_Ede- @POL_Zwolle/ (@POL_Epe)",
            &[handle("@POL_Ede"), handle("@POL_Zwolle"), handle("@POL_Epe")],
        ),
        (
            "Nieuw account: P0L_Ede, naast x.com/POL_Ede",
            &[handle("P0L_Ede"), address("x.com/POL_Ede")],
        ),
        ("POL_Ede|P0L_Ede", &[handle("POL_Ede"), handle("P0L_Ede")]),
        ("belastingdienst,douane", &[handle("belastingdienst"), handle("douane")]),
    ]);
}

#[test]
fn numbers_and_the_edges_of_things_are_found() {
    holds(&[
        (
            "App 06 46 76 48 67, of 06 12 34 56 78",
            &[handle("06 46 76 48 67"), handle("06 12 34 56 78")],
        ),
        (
            "https://wa.me/31646764867 of 0612345678",
            &[address("https://wa.me/31646764867"), handle("0612345678")],
        ),
        ("x.com/POL_Ede… @POL_Ede...", &[address("x.com/POL_Ede…"), handle("@POL_Ede...")]),
        ("@POL_Ede…@P0L_Ede", &[handle("@POL_Ede…"), handle("@P0L_Ede")]),
        ("\u{FEFF}https://x.com/POL_Ede\u{200E}", &[address("https://x.com/POL_Ede")]),
        ("_x.com/POL_Ede_ *x.com/POL_Epe*", &[address("x.com/POL_Ede"), address("x.com/POL_Epe")]),
        (
            "view-source:https://x.com/POL_Ede URL:https://x.com/POL_Epe",
            &[address("https://x.com/POL_Ede"), address("https://x.com/POL_Epe")],
        ),
        (
            "x.com/POL_Ede， x.com/POL_Epe、x.com/POL_Elst",
            &[address("x.com/POL_Ede"), address("x.com/POL_Epe"), address("x.com/POL_Elst")],
        ),
        ("#POL_Ede x.com/POL_Ede#P0L_Ede", &[address("x.com/POL_Ede#P0L_Ede")]),
        (
            "@minbzk@social.overheid.nl, info@evil.nl",
            &[handle("@minbzk@social.overheid.nl"), handle("info@evil.nl")],
        ),
        ("mailto:info@evil.nl", &[handle("info@evil.nl")]),
        (
            "[x.com/POL_Ede](javascript:alert)",
            &[address("x.com/POL_Ede"), address("javascript:alert")],
        ),
        (
            "https:evil.nl en http:www.evil.nl",
            &[address("https:evil.nl"), address("http:www.evil.nl")],
        ),
    ]);
}

#[test]
fn a_link_is_told_by_its_target_and_by_what_it_shows() {
    let directory = directory();
    for input in [
        "[https://x.com/POL_Ede](https://evil.nl)",
        "<a href=\"https://evil.nl\">https://x.com/POL_Ede</a>",
        "[url=https://evil.nl]https://x.com/POL_Ede[/url]",
        "<https://evil.nl|https://x.com/POL_Ede>",
        "\"https://x.com/POL_Ede\":https://evil.nl",
        "=HYPERLINK(\"https://evil.nl\";\"https://x.com/POL_Ede\")",
    ] {
        let all = tokens(&directory, input, |_| false).all;
        assert_eq!(all.len(), 2, "{input}: {all:?}");
        let target = all.iter().find(|it| it.text == "https://evil.nl").unwrap();
        let shown = target.shown_as.and_then(|at| all.get(at)).unwrap();
        assert_eq!(shown.text, "https://x.com/POL_Ede", "{input}");
    }
}
