//! What stands around an address or a name, or came between its letters.

use super::{Row, hold};

const EDE: &[&str] = &["official POL_Ede"];
const BOTH: &[&str] = &["official POL_Ede", "official POL_Zwolle"];

#[test]
fn what_stands_around_a_name_is_no_part_of_it() {
    let rows: &[Row] = &[
        (".@POL_Ede", EDE),
        ("👮@POL_Ede", EDE),
        ("x.com/POL_Ede，", EDE),
        ("@POL_Ede/", EDE),
        ("@POL_Ede-", EDE),
        ("https://x.com/POL_Ede%20", EDE),
        ("\u{FEFF}https://x.com/POL_Ede", EDE),
        ("\u{200E}https://x.com/POL_Ede\u{200E}", EDE),
        ("\u{202A}https://x.com/POL_Ede\u{202C}", EDE),
        ("https://x.com/POL_Ede\u{FE0F}", EDE),
        ("https://facebook.com/@PolitieEde", &["official PolitieEde"]),
        ("https://www.instagram.com/@knmi.nl", &["official knmi.nl"]),
        ("https://www.instagram.com/@ministerieez", &["official ministerieez"]),
        ("https://www.linkedin.com/company/@ministerieez", &["official ministerieez"]),
        // Others of the kind: other signs, other scripts, other marks, other codings.
        ("。@POL_Ede", EDE),
        ("→@POL_Ede", EDE),
        ("@POL_Ede।", EDE),
        ("@POL_Ede؟", EDE),
        ("「x.com/POL_Ede」", EDE),
        ("«@POL_Ede»", EDE),
        ("🚓x.com/POL_Ede🚓", EDE),
        ("\u{FEFF}@POL_Ede", EDE),
        ("\u{2066}@POL_Ede\u{2069}", EDE),
        ("\u{2060}https://x.com/POL_Ede", EDE),
        ("https://x.com/POL_Ede%0A", EDE),
        ("https://x.com/POL_Ede%E2%80%8B", &["imitation politie-team-ede"]),
        ("https://x.com/POL_Ede%C2%A0", EDE),
        ("https://x.com/POL_Ede%22", EDE),
        ("https://x.com/POL_Ede%29.", EDE),
        ("https://x.com/POL_Ede&nbsp;", EDE),
        ("https://www.facebook.com/pg/@PolitieEde", &["official PolitieEde"]),
        ("https://www.instagram.com/_u/@knmi.nl", &["official knmi.nl"]),
        // Within the name, each of them makes another name of it.
        ("@POL\u{200B}_Ede", &["imitation politie-team-ede"]),
        ("https://x.com/POL%E2%80%8B_Ede", &["imitation politie-team-ede"]),
        ("https://x.com/POL_Ede%E2%80%AE", &["imitation politie-team-ede"]),
    ];
    hold("around", rows);
}

#[test]
fn what_was_made_harmless_is_read() {
    let rows: &[Row] = &[
        ("hxxps://x[.]com/P0L_Ede", &["imitation politie-team-ede"]),
        ("hxxp://x[.]com/P0L_Ede", &["imitation politie-team-ede"]),
        ("x[dot]com/P0L_Ede", &["imitation politie-team-ede"]),
        ("belastingdienst(.)nl", &["names belastingdienst"]),
        ("hxxps://digid-inloggen[.]nl/login", &["imitation logius"]),
        ("https[:]//x.com/POL_Ede", EDE),
        ("hXXps[:]//x[.]com/POL_Ede", EDE),
        ("hxxps[://]x[.]com/POL_Ede", EDE),
        ("x{.}com/POL_Ede", EDE),
        ("x[.]com[/]POL_Ede", EDE),
        ("x(punt)com/POL_Ede", EDE),
        ("x DOT com/POL_Ede", EDE),
        ("x[.com/P0L_Ede", &["imitation politie-team-ede"]),
        ("digid-inloggen.]nl", &["imitation logius"]),
        ("meow://x.com/POL_Ede", EDE),
        ("h**ps://x.com/POL_Ede", EDE),
        ("h__ps://x.com/POL_Ede", EDE),
        ("belastingdienst dot nl", &["names belastingdienst"]),
        ("info[at]belastingdienst[dot]nl", &["names belastingdienst"]),
        ("@POL_Ede[at]x.com", EDE),
    ];
    hold("harmless", rows);
}

#[test]
fn what_is_glued_comes_apart() {
    let rows: &[Row] = &[
        ("URL:https://x.com/POL_Ede", EDE),
        ("view-source:https://x.com/POL_Ede", EDE),
        ("_x.com/POL_Ede_", EDE),
        ("https://x.com/POL_Ede,https://x.com/POL_Zwolle", BOTH),
        ("https://x.com/POL_Ede;https://x.com/POL_Zwolle", BOTH),
        ("https://x.com/POL_Edehttps://x.com/POL_Zwolle", BOTH),
        ("@POL_Ede/@POL_Zwolle", BOTH),
        ("@POL_Ede+@POL_Zwolle", BOTH),
        ("LINK:https://x.com/POL_Ede", EDE),
        ("feed:https://x.com/POL_Ede", EDE),
        ("microsoft-edge:https://x.com/POL_Ede", EDE),
        ("MEBKM:TITLE:Politie;URL:https\\://x.com/POL_Ede;;", EDE),
        ("URL;TYPE=work:https://x.com/POL_Ede", EDE),
        ("__x.com/POL_Ede__", EDE),
        ("~~https://x.com/POL_Ede~~", EDE),
        ("`x.com/POL_Ede`", EDE),
        ("https://x.com/POL_Ede|https://x.com/POL_Zwolle", BOTH),
        ("https://x.com/POL_Ede)(https://x.com/POL_Zwolle", BOTH),
        ("x.com/POL_Ede/x.com/POL_Zwolle", BOTH),
        ("@POL_Ede|@POL_Zwolle", BOTH),
        ("@POL_Ede&@POL_Zwolle", BOTH),
        ("@POL_Ede@POL_Zwolle", BOTH),
        ("@POL_Ede•@POL_Zwolle", BOTH),
        ("@POL_Ede→@POL_Zwolle", BOTH),
        ("@POL_Ede\\@POL_Zwolle", BOTH),
    ];
    hold("glued", rows);
}

#[test]
fn a_scheme_that_is_damaged_is_mended() {
    for scheme in [
        "https//",
        "htps://",
        "http://https://",
        "htttps://",
        "hxxp://",
        "ttps://",
        "tps://",
        "htp://",
        "http:/",
        "http//",
        "https;//",
        "https:://",
        "https:///",
        "httpss://",
        "hhttps://",
        "hptts://",
        "htpps://",
        "https:",
        "://",
        "//",
        "https://http//",
        "http://www.https://",
        "feed://",
        "googlechromes://",
        "https:\\\\",
        "HTPS://",
        "jttps://",
    ] {
        let text = format!("{scheme}x.com/POL_Ede");
        let answers = crate::loaded::BUILT_IN.answers(&text);
        let found: Vec<String> = answers.iter().map(super::gist).collect();
        assert_eq!(found, EDE, "{text}");
    }
    hold(
        "scheme",
        &[
            ("http:www.belastingdienst.nl", &["names belastingdienst"]),
            ("htps:/www.belastingdienst.nl", &["names belastingdienst"]),
            ("htps://digid-inloggen.nl", &["imitation logius"]),
        ],
    );
}

#[test]
fn an_address_that_a_line_broke_is_put_together() {
    const JOINED: &[&str] = &["names belastingdienst", "unknown dienst.nl"];
    let rows: &[Row] = &[
        // What stands on the next line is a host of its own, and is told as well.
        ("https://www.belasting\ndienst.nl", JOINED),
        ("https://www.belasting=\ndienst.nl", &["names belastingdienst"]),
        ("Ga naar https://www.belasting\r\ndienst.nl/inloggen en betaal.", JOINED),
        ("> https://www.belasting\n> dienst.nl", JOINED),
        ("https://www.belastingdienst.\nnl", &["names belastingdienst"]),
        ("https://www.belastlng\ndienst.nl", &["imitation belastingdienst", "unknown dienst.nl"]),
        ("https://x.com/POL_=\r\nEde", EDE),
        ("https://x.com/POL_\nEde", &["unlisted POL_", "official POL_Ede"]),
        ("=3D https://x.com/POL=5FEde", EDE),
        ("<a href=3D\"https://x.com/P0L_Ede\">Politie</a>", &["imitation politie-team-ede"]),
        // Nothing known comes of these.
        ("https://www.belasting\nDit is het", &["unknown www.belasting"]),
        ("https://www.iets\nanders.nl", &["unknown www.iets", "unknown anders.nl"]),
        ("https://x.com/POL_Ede\nnep", EDE),
        ("Mijn belasting\ndienst.nl", &["unknown dienst.nl"]),
    ];
    hold("lines", rows);
}

#[test]
fn a_host_that_a_blank_broke_is_read_as_a_whole() {
    for blank in [" ", "\t", "\n", "\u{B}", "\u{A0}", "\u{2028}", "\u{2003}", " \u{200B}"] {
        for (text, official) in [
            (format!("evil{blank}.com/POL_Ede"), false),
            (format!("evil.{blank}com/POL_Ede"), false),
            (format!("evil{blank}.{blank}com/POL_Ede"), false),
            (format!("https://www.evil{blank}.nl/x.com/POL_Ede"), false),
            (format!("@POL_Ede evil{blank}.nl"), false),
            (format!("x{blank}.com/POL_Ede"), true),
        ] {
            let answers = crate::loaded::BUILT_IN.answers(&text);
            let found: Vec<String> = answers.iter().map(super::gist).collect();
            let is_only_official = found.iter().all(|it| it.starts_with("official"));
            assert_eq!(is_only_official, official, "{text:?}: {found:?}");
        }
    }
    hold(
        "blank",
        &[
            ("digid-inloggen .nl", &["imitation logius"]),
            ("www.belastingdienst .nl", &["names belastingdienst"]),
            ("www.belastingdienst. nl", &["names belastingdienst"]),
            ("Alle domeinen op .nl", &["words"]),
            ("(evil) .com/POL_Ede", &["words"]),
            ("evil,com/POL_Ede", &["unknown evil.com"]),
            ("evil.c om/POL_Ede", &["words"]),
        ],
    );
}

#[test]
fn letters_that_a_pdf_prints_as_one_are_read() {
    hold(
        "ligature",
        &[
            ("ﬁod.nl", &["names ministerie-van-financien"]),
            ("https://www.ﬁod.nl/", &["names ministerie-van-financien"]),
            ("https://x.com/ﬁod", &["unlisted fiod"]),
            ("https://x.com/Oﬃcieel_nep", &["unlisted Officieel_nep"]),
        ],
    );
}
