use std::time::Duration;

use officieel_directory::public_suffixes::PublicSuffixes;

use super::*;

#[test]
fn servers_say_how_long_to_wait() {
    // 28 November 2026, 12:00:00.
    let now = Duration::from_secs(1_795_867_200);
    for (value, expected) in [
        ("7", Some(7)),
        (" 0 ", Some(0)),
        ("Sat, 28 Nov 2026 14:00:00 GMT", Some(7_200)),
        ("Sat, 28 Nov 2026 11:00:00 GMT", Some(0)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
        ("soon", None),
        ("-1", None),
        ("99999999999", None),
        ("99999999999999999999999999", None),
        ("", None),
        ("Sat, 99 Nov 2026 14:00:00 GMT", None),
        ("Sat, 28 Nov 2026 14:00:00 CET", None),
        ("Sat, 28 Nov 0000 14:00:00 GMT", None),
        ("1.5", None),
    ] {
        assert_eq!(retry_after(value, now), expected.map(Duration::from_secs), "{value:?}");
    }
}

#[test]
fn dates_are_those_of_the_calendar() {
    for (text, seconds) in [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
        ("Tue, 29 Feb 2028 00:00:00 GMT", 1_835_395_200),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 946_684_799),
    ] {
        assert_eq!(http_date::parse(text), Some(Duration::from_secs(seconds)), "{text}");
    }
}

#[test]
fn a_redirect_stays_with_the_organisation() {
    let own = OwnHosts::default().with(["gemeente-nieuw.example".to_owned()]);
    let suffixes = PublicSuffixes::default();
    for (from, to, expected) in [
        ("stad.nl", "www.stad.nl", true),
        ("www.stad.nl", "stad.nl", true),
        ("www.stad.nl", "www.gemeente-nieuw.example", true),
        ("www.stad.nl", "nietgemeente-nieuw.example", false),
        ("www.stad.nl", "elders.nl", false),
    ] {
        assert_eq!(own.allow(&suffixes, from, to), expected, "{from} -> {to}");
    }
}

#[test]
fn an_address_is_shown_without_its_user() {
    let url = Url::parse("https://user:secret@a.example/x").unwrap();
    assert_eq!(shown(&url), "https://a.example/x");
}
