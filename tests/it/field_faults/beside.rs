//! What stands hidden beside something official, or in it: a message that leads elsewhere is never all official.

use officieel::check::MessageVerdict::{self, Beware, Official, Unconfirmed};

use crate::loaded::BUILT_IN;

fn verdict(message: &str) -> MessageVerdict {
    BUILT_IN.message(message).summary.verdict
}

/// Checks the verdict on each message, with what is genuine before it.
fn hold(kind: &str, expected: MessageVerdict, all: &[&str]) {
    for hidden in all {
        let message = format!("Belastingdienst. Zie https://www.belastingdienst.nl . Of {hidden}");
        assert_eq!(verdict(&message), expected, "{kind}: {hidden:?}");
    }
}

/// Checks the verdict on each page of the Belastingdienst.
fn hold_page(kind: &str, expected: MessageVerdict, all: &[&str]) {
    for page in all {
        let message = format!("Belastingdienst: https://www.belastingdienst.nl{page}");
        assert_eq!(verdict(&message), expected, "{kind}: {page:?}");
    }
}

#[test]
fn an_address_that_is_read_in_two_ways_is_no_official_one() {
    hold_page(
        "authority",
        Beware,
        &[":80@evil.com", ":443.evil.com", ":443.evil.com/a", ".evil.com", "@evil.com"],
    );
    hold_page("authority", Official, &[":443", ":443/a.html", ""]);
    hold(
        "slashes",
        Unconfirmed,
        &[r"https:\\evil.com\x", r"https:/\evil.com", "https:/evil.com", "https:evil.com"],
    );
}

#[test]
fn a_site_that_may_send_on_is_not_confirmed() {
    hold_page(
        "sent on",
        Unconfirmed,
        &[
            "/?next=evil.com",
            "/?url=evil.com/login",
            "/?url=%2F%2Fevil.com",
            "/?url=%2F%5Cevil.com",
            "/?url=%252F%252Fevil.com",
            r"/?url=\\evil.com",
            "/?url=https:evil.com",
            "/?url=evil%2Ecom",
            "/?url=aHR0cHM6Ly9ldmlsLmNvbS8=",
            "/?url=ZXZpbC5jb20",
            "/?returnUrl=1.2.3.4",
            "/?u=http://2130706433/a",
            "/?u=//localhost",
            "/?u=https://[::1]/",
            "/?u=javascript:alert(1)",
            "/#JAVASCRIPT:alert(1)",
            "/?u=data:text/html,a",
            "/redirect/evil.com",
            "/redirect/evil.com/login",
            "/redirect/https:/evil.com",
            "//evil.com",
            "/%2f%5Cevil.com",
            "/#evil.com",
            " : log in op https://www.belastingdienst.nl/?next=evil.com",
        ],
    );
    hold_page("sent on", Beware, &["/?next=belastingdienst-login.com", "/go/digid-login.com"]);
    hold_page(
        "page",
        Official,
        &[
            "/index.html",
            "/file.pdf",
            "/foo.zip",
            "/v1.2/a.b.c",
            "/?v=1.2.3&f=foo.zip&g=b.md&h=c.css",
            "/?mail=info@belastingdienst.nl",
            "/?next=mijn.belastingdienst.nl",
            "/?next=digid.nl",
            "/?utm_source=google.com",
            "/?token=QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ],
    );
}

#[test]
fn a_point_is_one_in_any_sign() {
    hold(
        "point",
        Unconfirmed,
        &[
            "evil·com",
            "evil․com",
            "evil﹒com/a",
            "evil．com",
            "evil。com",
            "evil・com",
            "www•evil•com",
            "www,evil,com",
            "evil,com/login",
            "e v i l . c o m",
            "w w w . e v i l . n l / x",
            "evil.рф",
            "evil.中国",
        ],
    );
    hold(
        "no point",
        Official,
        &[
            "Home·Nieuws·Contact",
            "paral·lel, col·la",
            "A·B·C",
            "a b c . d",
            "Het punt is dat",
            "ja,nl",
        ],
    );
}

#[test]
fn a_number_is_dialled_however_it_is_written() {
    hold(
        "number",
        Unconfirmed,
        &[
            "bel 06: 12345678",
            "bel 06_12345678",
            "bel 06|1234|5678",
            "bel 06*12*34*56*78",
            "bel +31_6_12345678",
            "bel 06=12345678",
            "bel O6 12345678",
            "bel O6 l2 34 56 78",
            "bel 0б 12 3З 56 78",
            "mail naar mailto:x@mastodon.nl",
            "bel ٠٦١٢٣٤٥٦٧٨",
            "bel ०६१२३४५६७८",
            "bel 𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
            "bel 612345678",
            "app naar 6 12345678",
            "bel nul zes een twee drie vier vijf zes zeven acht",
            "bel nul-zes 12 34 56 78",
            "call zero six one two three four five six seven eight",
        ],
    );
    hold(
        "no number",
        Official,
        &[
            "zaak 612345678",
            "bel over zaaknummer 612345678",
            "van 06:12 tot 07:34, 08:15 uur",
            "op 06|12|2026",
            "een twee drie vier vijf zes zeven acht negen",
            "foto_06_12345678.jpg",
        ],
    );
}

#[test]
fn a_scheme_leads_to_a_program_without_slashes_too() {
    hold(
        "scheme",
        Unconfirmed,
        &[
            "skype:name?chat",
            "viber:chat",
            "ethereum:0x52908400098527886E0F7030069857D2E4169EE7",
            "magnet:?xt=urn:btih:abc",
            "tg:resolve?domain=evil",
            "intent:#Intent;package=com.evil;end",
            "zoommtg:join?confno=1",
            "ms-settings:privacy",
            "callto:evil",
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
            "0x52908400098527886E0F7030069857D2E4169EE7",
        ],
    );
    hold(
        "label",
        Official,
        &[
            "Let op:dit is belangrijk",
            "Betreft:uw aanslag",
            "Tijd:12:30",
            "vraag:wat?antwoord",
            "std::string a:b",
            "callto:0881236555",
        ],
    );
}

#[test]
fn a_host_in_one_figure_is_a_host() {
    hold(
        "figures",
        Unconfirmed,
        &[
            "Site: 185.12.3.4",
            "//3232235777/x",
            "//0xC0A80101/x",
            "//[2001:db8::1]/x",
            "IP: [2001:db8::1]",
            "<a href=\"//3232235777/x\"",
            "<img src=//3232235777/x",
        ],
    );
    hold(
        "no host",
        Official,
        &["op 01.02.2026", "// 3232235777", "3232235777", "a//b 12//34567890a"],
    );
}

#[test]
fn an_account_at_a_bank_is_one_in_any_writing() {
    hold(
        "account",
        Unconfirmed,
        &[
            "ＮＬ９１ＡＢＮＡ０４１７１６４３００",
            "NL91 ABNA O4I7 1643 OO",
            "NL91*ABNA*0417*1643*00",
            "NL91_ABNA_0417_1643_00",
            "N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0",
            "IBANNL91ABNA0417164300",
            "rekeningnummer 1234567",
            "giro 1234567",
            "BIC ABNANL2A",
            "sort code 12-34-56",
        ],
    );
    hold(
        "no account",
        Official,
        &[
            "uw rekeningnummer eindigt op 123",
            "zaak 1234567",
            "rekening 2026",
            "giro d'Italia 2026",
        ],
    );
}

#[test]
fn a_mailbox_with_a_route_is_not_that_of_its_host() {
    hold(
        "route",
        Unconfirmed,
        &["mail info%evil.com@belastingdienst.nl", "evil.com!info@belastingdienst.nl"],
    );
    hold("no route", Official, &["mail info@belastingdienst.nl", "100% info@belastingdienst.nl"]);
}

#[test]
fn the_body_of_a_mail_is_read_as_a_program_shows_it() {
    for (coding, body) in [
        ("base64", "R2EgbmFhciBodHRwczovL2V2\naWwuY29tL2xvZ2lu"),
        ("quoted-printable", "Ga naar evil=2Ecom/login"),
        ("BASE64", "PGEgaHJlZj0iaHR0cHM6Ly9ldmlsLmNvbSI+eDwvYT4="),
    ] {
        let head = "From: <info@belastingdienst.nl>\nDKIM-Signature: v=1; a=rsa";
        let part = format!("Content-Transfer-Encoding: {coding}\n\n{body}\n");
        for message in [
            format!("{head}\n{part}"),
            format!("{head}\n\n--b\nContent-Type: text/html\n{part}--b--\n"),
        ] {
            assert!(verdict(&message) >= Beware && verdict(&message) != Official, "{message}");
        }
    }
}
