//! Demands, numbers and heads of mails that a reader sees and a program does not.

use super::{verdict, verdicts};
use crate::loaded::BUILT_IN;

const UNSEEN: &[&str] = &[
    "\u{200B}",
    "\u{200C}",
    "\u{200D}",
    "\u{200E}",
    "\u{200F}",
    "\u{2060}",
    "\u{FEFF}",
    "\u{AD}",
    "\u{34F}",
    "\u{61C}",
    "\u{202A}",
    "\u{202C}",
    "\u{2066}",
    "\u{2069}",
    "\u{FE0F}",
    "\u{E0061}",
    "\u{3164}",
    "\u{115F}",
    "\u{1}",
    "\u{7F}",
];

#[test]
fn what_nobody_sees_hides_nothing() {
    for (text, expected) in [
        ("DUO: stuur uw wacht¶woord terug. duo.nl", "beware"),
        ("Belasting¶dienst: uw wachtwoord is oud. Log in op buurman.top", "beware"),
        ("DUO: stu¶ur uw pin¶code terug. duo.nl", "beware"),
        ("DUO: installeer Any¶Desk. duo.nl", "beware"),
        ("DUO: maak over naar NL91¶ABNA0417164300. duo.nl", "unconfirmed"),
        ("DUO: maak over naar NL91 ABNA¶ 0417 16¶43 00. duo.nl", "unconfirmed"),
        ("Politie: geef uw pin¶pas no¶oit mee. politie.nl", "official"),
    ] {
        for unseen in UNSEEN {
            let text = text.replace('¶', unseen);
            assert_eq!(verdict(&text), expected, "{}", text.escape_unicode());
        }
    }
    let spelled = "DUO: bel nul ze¶s een twee drie vi¶er vijf zes zeven acht. duo.nl";
    let plain = verdict(&spelled.replace('¶', ""));
    for unseen in UNSEEN {
        assert_eq!(verdict(&spelled.replace('¶', unseen)), plain, "{}", unseen.escape_unicode());
    }
}

#[test]
fn a_mark_behind_a_word_makes_no_account_of_it() {
    for mark in ["\u{200E}", "\u{200F}", "\u{2069}", "\u{202C}", "\u{AD}"] {
        let text =
            format!("DUO:{mark} Er{mark} staat{mark} een bericht{mark} klaar. Log in op duo.nl");
        assert_eq!(verdict(&text), "official", "{}", mark.escape_unicode());
        let asked: Vec<String> = BUILT_IN.answers(&text).into_iter().map(|it| it.asked).collect();
        assert_eq!(asked, ["duo.nl"], "{}", mark.escape_unicode());
    }
}

#[test]
fn a_secret_is_known_in_any_letters() {
    for word in [
        "p i n c o d e",
        "p.i.n.c.o.d.e",
        "p-i-n-c-o-d-e",
        "P1NC0DE",
        "\u{440}incode",
        "pin\u{441}ode",
        "ｐｉｎｃｏｄｅ",
        "w4chtw00rd",
        "wacht woord",
        "w a c h t w o o r d",
    ] {
        let text = format!("DUO: stuur uw {word} terug. duo.nl");
        assert_eq!(verdict(&text), "beware", "{word}");
    }
    verdicts(&[
        ("DUO: de letters p i n o c d e. Stuur een foto. duo.nl", "official"),
        ("DUO: uw dossier 10203 is klaar. Lees meer op duo.nl", "official"),
    ]);
}

#[test]
fn the_head_of_a_mail_is_decoded() {
    verdicts(&[
        // Stuur uw wachtwoord; stuur uw pincode.
        ("Subject: =?utf-8?B?U3R1dXIgdXcgd2FjaHR3b29yZA==?=\n\nDUO. duo.nl", "beware"),
        ("Subject: =?utf-8?Q?Stuur_uw_pin?= =?utf-8?Q?code?=\n\nDUO. duo.nl", "beware"),
        ("Subject: =?utf-8?Q?Kijk_op_duo-nl=2Etop?=\n\nDUO: log in op duo.nl", "beware"),
        (
            "From: DUO <info@duo.nl>\nReply-To: =?utf-8?Q?info=40evil=2Eexample?=\n\nLog in op duo.nl",
            "beware",
        ),
        ("Subject: =?utf-8?Q?Uw_bericht?=\n\nDUO: log in op duo.nl", "official"),
        // What is shown for a mailbox is none.
        (
            "From: =?utf-8?Q?DUO_=3Cinfo=40duo=2Enl=3E?= <a@evil.example>\n\nLog in op duo.nl",
            "beware",
        ),
    ]);
}

#[test]
fn a_body_that_is_not_read_is_not_vouched_for() {
    verdicts(&[
        (
            "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n\nDUO. duo.nl",
            "unconfirmed",
        ),
        ("Content-Type: image/png; name=a.png\n\nDUO. duo.nl", "unconfirmed"),
        ("Content-Disposition: attachment; filename=a.txt\n\nDUO. duo.nl", "unconfirmed"),
        ("Content-Type: text/plain;\n charset=utf-16\n\nDUO. duo.nl", "unconfirmed"),
        ("Content-Type: text/plain; charset=utf-8\n\nDUO. duo.nl", "official"),
    ]);
}

#[test]
fn several_names_on_a_platform_are_each_judged() {
    let platform = BUILT_IN.directory.platforms.by_id("x").unwrap();
    for (input, expected) in [
        ("RDWnl Beiastingdienst", "beware"),
        ("Beiastingdienst RDWnl", "beware"),
        ("RDWnl, Beiastingdienst", "beware"),
        ("politie Beiastingdienst", "beware"),
        ("RDWnl buurman", "unconfirmed"),
        ("dit is de politie", "nothing"),
        ("Gemeente Utrecht", "nothing"),
    ] {
        let checker = &BUILT_IN.checker;
        let found = checker.message(&BUILT_IN.directory, &BUILT_IN.index, input, Some(platform));
        assert_eq!(found.summary.verdict.id(), expected, "{input}");
    }
}

#[test]
fn what_is_seen_in_another_order_is_never_official() {
    for sign in ['\u{202D}', '\u{202E}'] {
        for message in [
            format!(
                "Belastingdienst: geef uw {sign}edocnip\u{202C} door. Zie https://www.belastingdienst.nl"
            ),
            format!("DUO: stuur uw wacht{sign}droow\u{202C} terug. duo.nl"),
            format!("{sign}KVK. www.kvk.nl"),
        ] {
            assert_ne!(verdict(&message), "official", "{message:?}");
        }
    }
}
