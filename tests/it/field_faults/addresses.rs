//! Addresses with servers, ports and odd signs in them, and addresses that hold others.

use super::{Row, hold};

const EDE: &[&str] = &["official POL_Ede"];

#[test]
fn a_name_with_a_server_or_a_port_is_read() {
    let rows: &[Row] = &[
        ("@POL_Ede@x.com", EDE),
        ("@POL_Ede@twitter.com", EDE),
        ("https:\\\\x.com\\POL_Ede", EDE),
        ("＠POL_Ede", EDE),
        ("@provincienh@threads.net", &["official provincienh"]),
        ("ministeriekgg.bsky.social", &["retired ministeriekgg.bsky.social"]),
        ("@POL_Ede@mobile.twitter.com", EDE),
        ("@knmi.nl@instagram.com", &["official knmi.nl"]),
        ("@PolitieEde@facebook.com", &["official PolitieEde"]),
        ("@politieamsterdam@tiktok.com", &["official politieamsterdam"]),
        ("@provincienh@www.threads.com", &["official provincienh"]),
        ("＠POL_Ede＠x.com", EDE),
        ("﹫POL_Ede", EDE),
        ("x.com\\POL_Ede", EDE),
        ("https:/\\x.com/POL_Ede", EDE),
        ("https://x.com:443/POL_Ede", EDE),
        ("http://x.com:80/POL_Ede", EDE),
        ("x.com:443/POL_Ede", EDE),
        ("https://x.com:8080/POL_Ede", &["page"]),
        ("https://x.com:99999/POL_Ede", &["page"]),
        ("@ministeriekgg.bsky.social", &["retired ministeriekgg.bsky.social"]),
        ("https://ministeriekgg.bsky.social/", &["retired ministeriekgg.bsky.social"]),
        ("acct:knmi@social.overheid.nl", &["official knmi@social.overheid.nl"]),
        // Without a sign in front, it is somebody's mail.
        ("POL_Ede@x.com", &["mail"]),
        ("@P0L_Ede@x.com", &["imitation politie-team-ede"]),
    ];
    hold("server", rows);
}

#[test]
fn a_host_that_can_not_be_asked_for_is_told_as_one() {
    hold(
        "host",
        &[
            ("https://xn--olitie-7ve.nl", &["imitation politie"]),
            ("xn--blastingdienst-9db.nl", &["imitation belastingdienst"]),
            ("www.xn--olitie-7ve.nl", &["imitation politie"]),
            ("https://xn--a.nl/inloggen", &["unknown xn--a.nl"]),
            ("mail@xn--olitie-7ve.nl", &["mail"]),
            ("http://256.256.256.256", &["unknown 256.256.256.256"]),
        ],
    );
}

#[test]
fn an_address_in_that_of_a_stranger_is_no_answer_of_its_own() {
    const EVIL: &[&str] = &["unknown evil.nl"];
    let rows: &[Row] = &[
        ("https://evil.nl#x.com/POL_Ede", EVIL),
        ("https://evil.nl?x.com/POL_Ede", EVIL),
        ("https://evil.nl/x.com/POL_Ede", EVIL),
        ("https://evil.nl/?u=x.com/POL_Ede", EVIL),
        ("https://evil.nl/?u=https://x.com/POL_Ede", EVIL),
        ("https://evil.nl/https://x.com/POL_Ede", EVIL),
        ("https://evil.nl/?u=https%3A%2F%2Fx.com%2FPOL_Ede", EVIL),
        ("https://evil.nl/@POL_Ede", EVIL),
        ("https://evil.nl/?a=@POL_Ede", EVIL),
        ("https://evil.nl#@POL_Ede", EVIL),
        // What imitates is told, in whatever coding.
        (
            "https://evil.nl/?u=https://x.com/P0L_Ede",
            &["unknown evil.nl", "imitation politie-team-ede"],
        ),
        (
            "https://evil.nl/?u=https%3A%2F%2Fx.com%2FP0L_Ede",
            &["unknown evil.nl", "imitation politie-team-ede"],
        ),
        (
            "https://evil.nl/?u=https%253A%252F%252Fx.com%252FP0L_Ede",
            &["unknown evil.nl", "imitation politie-team-ede"],
        ),
        (
            "https://evil.nl/ck?u=a1aHR0cHM6Ly94LmNvbS9QMExfRWRl&b=1",
            &["unknown evil.nl", "imitation politie-team-ede"],
        ),
        (
            "https://evil.nl/r/https%3a%2f%2fdigid-inloggen.nl",
            &["unknown evil.nl", "imitation logius"],
        ),
        // A list is no address.
        ("https://evil.nl,https://x.com/POL_Ede", &["unknown evil.nl", "official POL_Ede"]),
        ("https://evil.nl https://x.com/POL_Ede", &["unknown evil.nl", "official POL_Ede"]),
        // On a platform that has no such key, nobody is sent on.
        ("https://x.com/POL_Ede?redirect=https%3A%2F%2Fevil.nl", EDE),
    ];
    hold("within", rows);
}

#[test]
fn a_link_is_judged_by_where_it_leads() {
    const OTHER: &[&str] = &["imitation politie-team-ede", "official POL_Ede"];
    hold(
        "shown",
        &[
            ("[Politie](https://x.com/P0L_Ede)", &["imitation politie-team-ede"]),
            ("<a href=\"https://x.com/P0L_Ede\">https://x.com/POL_Ede</a>", OTHER),
            ("<https://x.com/P0L_Ede|https://x.com/POL_Ede>", OTHER),
            ("[url=https://x.com/P0L_Ede]x.com/POL_Ede[/url]", OTHER),
            ("[[https://x.com/P0L_Ede][x.com/POL_Ede]]", OTHER),
        ],
    );
}
