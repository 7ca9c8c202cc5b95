//! Addresses of services that stand around others.

use super::{Row, hold};

const IMITATION: &[&str] = &["imitation politie-team-ede"];

#[test]
fn what_a_service_stands_around_is_judged() {
    let rows: &[Row] = &[
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.com%2FP0L_Ede&data=05%7C01",
            IMITATION,
        ),
        ("https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fx.com%2fP0L_Ede&c=E,1", IMITATION),
        ("https://www.google.com/url?q=https://x.com/P0L_Ede&sa=D", IMITATION),
        ("https://l.instagram.com/?u=https%3A%2F%2Fx.com%2FP0L_Ede&e=AT0", IMITATION),
        ("https://www.linkedin.com/safety/go?url=https%3A%2F%2Fx.com%2FP0L_Ede", IMITATION),
        ("https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Fx.com%2FP0L_Ede", IMITATION),
        ("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fx.com%2FP0L_Ede", IMITATION),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__x.com_POL-5FEde&d=DwMF",
            &["official POL_Ede"],
        ),
        (
            "https://web.archive.org/web/20201126000000/https://twitter.com/POL_Ede",
            &["copy POL_Ede"],
        ),
        (
            "https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fcompany%2Fministerieez",
            &["official ministerieez"],
        ),
        (
            "https://www-belastingdienst-nl.translate.goog/nl?_x_tr_sl=nl",
            &["names belastingdienst"],
        ),
        (
            "https://www-belastingdienst-nl.cdn.ampproject.org/c/s/www.belastingdienst.nl/a",
            &["names belastingdienst"],
        ),
        // Others of the kind.
        ("https://www.google.de/url?q=https://x.com/P0L_Ede", IMITATION),
        ("https://l.messenger.com/l.php?u=https%3A%2F%2Fx.com%2FP0L_Ede", IMITATION),
        ("https://www.tiktok.com/link/v2?aid=1&target=https%3A%2F%2Fx.com%2FP0L_Ede", IMITATION),
        ("https://getpocket.com/redirect?url=https%3A%2F%2Fx.com%2FPOL_Ede", &["official POL_Ede"]),
        (
            "https://www.googleadservices.com/pagead/aclk?sa=L&adurl=https%3A%2F%2Fx.com%2FP0L_Ede",
            IMITATION,
        ),
        ("https://nitter.net/POL_Ede", &["copy POL_Ede"]),
        ("https://nitter.net/P0L_Ede", IMITATION),
        ("https://fxtwitter.com/POL_Ede", &["copy POL_Ede"]),
        ("https://fixvx.com/POL_Ede/status/1", &["part POL_Ede"]),
        ("https://www.vxtiktok.com/@politieamsterdam", &["copy politieamsterdam"]),
        ("https://yewtu.be/@volstrekt_iets", &["unlisted volstrekt_iets"]),
        // Of what no service is known for, an imitation is told all the same.
        (
            "https://l.threads.com/?u=https%3A%2F%2Fx.com%2FP0L_Ede",
            &["page", "imitation politie-team-ede"],
        ),
        (
            "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fx.com%2FP0L_Ede",
            &["page", "imitation politie-team-ede"],
        ),
        (
            "https://urlsand.esvalabs.com/?u=https%3A%2F%2Fx.com%2FP0L_Ede",
            &["unknown urlsand.esvalabs.com", "imitation politie-team-ede"],
        ),
    ];
    hold("wrapped", rows);
}

#[test]
fn a_shortened_address_is_told_as_one() {
    hold(
        "shortened",
        &[
            ("https://bit.ly/3abcDEF", &["shortened"]),
            ("https://t.co/abc123XYZ", &["shortened"]),
            ("tinyurl.com/digid-inloggen", &["shortened"]),
            ("https://lnkd.in/abc", &["shortened"]),
            ("https://ow.ly/abc", &["shortened"]),
        ],
    );
}
