//! Sentences, numbers and addresses over the ends of lines, in quotations, lists and markup: read as on one line.

use super::{verdict, verdicts};
use crate::corpus::rows;

const BREAKS: &[&str] = &[
    "\n",
    "\r\n",
    "\n\t",
    "\n\n",
    "<br>",
    "<br/>\n",
    "\n> ",
    "\r\n>> ",
    "\n| ",
    "\n* ",
    "\n- ",
    "</p>\n<p>",
];

#[test]
fn a_demand_is_read_over_the_end_of_a_line() {
    for text in [
        "KVK: reply with your¶password. www.kvk.nl",
        "DUO: stuur uw¶pincode terug. duo.nl",
        "DUO: stuur¶uw pincode terug. duo.nl",
        "DUO: stuur uw¶PINCODE terug. duo.nl",
        "Politie: een agent komt uw bankpas¶ophalen. politie.nl",
        "SVB: betaal met cadeau¶bonnen. svb.nl",
    ] {
        for gap in BREAKS {
            let text = text.replace('¶', gap);
            assert_eq!(verdict(&text), "beware", "{text:?}");
        }
    }
}

#[test]
fn a_warning_is_read_over_the_end_of_a_line() {
    for text in [
        "DigiD: uw code is 482913. Deel deze code met¶niemand. digid.nl",
        "Politie: geef uw pinpas¶nooit mee aan de deur. politie.nl",
        "Belastingdienst: wij vragen u¶nooit om cadeaubonnen¶te kopen. belastingdienst.nl",
    ] {
        for gap in BREAKS {
            let text = text.replace('¶', gap);
            assert_eq!(verdict(&text), "official", "{text:?}");
        }
    }
    verdicts(&[
        ("Geef uw bon\n\nWachtwoord vergeten? Ga naar www.duo.nl", "official"),
        ("Nieuwsbrief: deel dit\n\nUw wachtwoord is veranderd. duo.nl", "official"),
    ]);
}

/// What wraps a text at some width, and what quotes it, changes no words.
#[test]
fn a_message_says_the_same_at_any_width() {
    let mut wrong = Vec::new();
    // A word alone behind the name of a platform is an account, also at the end of a line.
    let is_plain = |text: &str| !text.contains(['\n', '<', '[', '|']) && !text.contains("X: deze");
    for row in rows().iter().filter(|row| is_plain(&row.text)) {
        let plain = verdict(&row.text);
        for (width, sign) in [(30, ""), (40, "> "), (64, "")] {
            let wrapped = wrapped(&row.text, width, sign);
            let found = verdict(&wrapped);
            if found != plain {
                wrong.push(format!("{plain} is {found}: {wrapped}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n\n"));
}

fn wrapped(text: &str, width: usize, sign: &str) -> String {
    let mut out = sign.to_owned();
    let mut length = 0;
    for word in text.split(' ') {
        let count = word.chars().count();
        if length > 0 && length + 1 + count > width {
            out.push('\n');
            out.push_str(sign);
            length = 0;
        }
        if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += count;
    }
    out
}

#[test]
fn a_number_is_read_over_the_end_of_a_line() {
    for (text, number) in [
        ("DUO: bel 06 1234¶5678. Of ga naar duo.nl", "06 1234 5678"),
        ("DUO: bel 06 12¶34 56 78. Of ga naar duo.nl", "06 12 34 56 78"),
        ("DUO: maak over naar NL91 ABNA 0417¶1643 00. duo.nl", "NL91 ABNA 0417 1643 00"),
    ] {
        let flat = verdict(&text.replace('¶', " "));
        assert_ne!(flat, "official", "{number}");
        for gap in
            ["\n", "\r\n", "\n> ", "\n>> ", "\n| ", "<br>", "<br>\n", "<BR />\n", "\n* ", "\n- "]
        {
            let quoted = format!("> {}", text.replace('¶', gap));
            assert_eq!(verdict(&quoted), flat, "{quoted:?}");
        }
    }
}

#[test]
fn a_full_stop_at_the_end_of_a_line_ends_an_address() {
    verdicts(&[
        ("UWV: log in op www.uwv.nl.\nVragen? Kijk op uwv.nl", "official"),
        ("SVB: kijk op www.svb.nl.\nInfo: svb.nl/contact", "official"),
        ("DUO: kijk op www.duo.nl.\r\nDe helpdesk is dicht.", "official"),
        ("DUO: kijk op https://www.duo.nl.\n> Groet, DUO", "official"),
        ("DUO: log in op www.duo.nl.\ninloggen-duo.top/x", "beware"),
    ]);
}
