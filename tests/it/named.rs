//! Names, services and telephone numbers that are asked about: what a reader is told of them, and where to go.

use officieel::check::{Answer, Instead, PhoneOddity, Remark, Verdict};
use officieel::directory::Date;
use officieel::messages::verdict;
use officieel::words::Language;

use crate::loaded::BUILT_IN;

fn today() -> Date {
    Date::new(2026, 11, 28).unwrap()
}

/// The one answer to an input.
fn answer(input: &str) -> Answer {
    let mut answers = BUILT_IN.answers(input);
    assert_eq!(answers.len(), 1, "{input}: {answers:?}");
    answers.remove(0)
}

/// What an input is instead of an account.
fn instead(input: &str) -> Instead {
    match answer(input).verdict {
        Verdict::NotAnAccount(instead) => instead,
        other => panic!("{input}: {other:?}"),
    }
}

/// Where a reader is sent: an address or a number.
fn way(answer: &Answer) -> String {
    let directory = &BUILT_IN.directory;
    let channel = answer.channel(directory, today());
    let channel = channel.unwrap_or_else(|| panic!("{answer:?}"));
    let number = || channel.number(directory).unwrap_or_default().to_owned();
    channel.url(directory).map_or_else(number, std::borrow::Cow::into_owned)
}

#[test]
fn who_asks_about_a_service_is_sent_to_the_service() {
    for (input, expected) in [
        ("digid.nl", "https://digid.nl"),
        ("mijn.digid.nl", "https://digid.nl"),
        ("digid-nl.com", "https://digid.nl"),
        ("dlgid.nl", "https://digid.nl"),
        ("digid.nl.evil.com", "https://digid.nl"),
        ("https://digid.nl@evil.com", "https://digid.nl"),
        ("mijnoverheid-inloggen.com", "https://mijn.overheid.nl"),
        ("@digid_help", "https://digid.nl"),
        ("@d1gid", "https://digid.nl"),
        ("@mijnoverheid_nl", "https://mijn.overheid.nl"),
        ("088 123 65 55", "https://digid.nl"),
        ("digid", "https://digid.nl"),
        ("helpdesk van digid bellen", "https://digid.nl"),
        ("112", "112"),
        // A body without a service of that name has its own.
        ("@uwv_help", "https://www.uwv.nl"),
        ("belastingdienst.com", "https://www.belastingdienst.nl"),
    ] {
        assert_eq!(way(&answer(input)), expected, "{input}");
    }
}

#[test]
fn a_bare_name_is_told_as_a_name_and_never_as_official() {
    let directory = &BUILT_IN.directory;
    for (input, bearer) in [
        ("digid", "DigiD (Logius)"),
        ("DigiD", "DigiD (Logius)"),
        ("digi d", "DigiD (Logius)"),
        ("uwv", "Uitvoeringsinstituut Werknemersverzekeringen"),
        ("belastingdienst", "Belastingdienst"),
        ("gemeente utrecht", "Gemeente Utrecht"),
        ("Fraudehelpdesk", "Fraudehelpdesk"),
    ] {
        let answer = answer(input);
        let is_name = matches!(answer.verdict, Verdict::NotAnAccount(Instead::Name(_)));
        assert!(is_name, "{input}: {answer:?}");
        let headline = verdict::headline(Language::En.words(), directory, &answer);
        let expected = format!("{input} is not an account, but a name: that of {bearer}.");
        assert_eq!(headline, expected, "{input}");
    }
    // With a sign, a platform or other words it is what it was.
    for input in ["@digid", "digid op Instagram", "x.com/digid", "digid.nl", "pol_ede"] {
        let answers = BUILT_IN.answers(input);
        let is_name = |it: &Answer| matches!(it.verdict, Verdict::NotAnAccount(Instead::Name(_)));
        assert!(!answers.iter().any(is_name), "{input}: {answers:?}");
    }
}

#[test]
fn a_number_is_judged_as_a_number_listed_or_not() {
    for input in [
        "0900-9292",
        "14 099",
        "06 12345678",
        "+44 20 7946 0958",
        "0800 1234567",
        "tel:0612345678",
        "0 088 123 65 55",
    ] {
        assert_eq!(instead(input), Instead::UnlistedPhone, "{input}");
    }
    for input in ["112", "tel:112", "tel:1400", "14 030", "tel:0881236555;phone-context=+31"] {
        assert!(matches!(instead(input), Instead::Phone(_)), "{input}");
    }
    for (input, oddity) in [
        ("tel:0881236555;phone-context=+44", PhoneOddity::Context),
        ("tel:+31881236555;ext=1", PhoneOddity::Extension),
        ("088 123 65 55;ext=1", PhoneOddity::Extension),
        ("Bel 088 123 65 55 toestel 5", PhoneOddity::Extension),
        ("+31 (0)0 88 123 65 55", PhoneOddity::Spelling),
        ("++++31881236555", PhoneOddity::Spelling),
        ("*21*0881236555#", PhoneOddity::Code),
        ("tel:*21*0881236555#", PhoneOddity::Code),
        ("Toets #31#0881236555", PhoneOddity::Code),
    ] {
        assert_eq!(instead(input), Instead::OddPhone(oddity), "{input}");
    }
    for input in ["€112", "€ 112", "112,-", "112,50"] {
        assert_eq!(instead(input), Instead::Words(Vec::new()), "{input}");
    }
}

#[test]
fn an_address_is_read_as_browsers_read_it() {
    let evil = |input: &str| match answer(input).verdict {
        Verdict::UnknownHost(unknown) => unknown.imitation.map(|it| (it.genuine, it.domain)),
        other => panic!("{input}: {other:?}"),
    };
    for input in [
        r"https://evil.com\@digid.nl/",
        r"https:\\evil.com\@digid.nl",
        r"https://evil.com\.digid.nl",
        r"https://evil.com\_.digid.nl",
        r"evil.com\@digid.nl",
        "https://digid.nl@evil.com",
        "https://digid.nl:80:evil.com",
        "https://digid.nl%2eevil.com",
    ] {
        let expected = Some(("digid.nl".to_owned(), "evil.com".to_owned()));
        assert_eq!(evil(input), expected, "{input}");
    }
    for (input, remark) in [
        ("ⅾigid.nl", Remark::ReplacedInHost("digid.nl".to_owned())),
        ("digid．nl", Remark::ReplacedInHost("digid.nl".to_owned())),
        ("https://-x.digid.nl", Remark::ImpossibleHost("-x.digid.nl".to_owned())),
        ("digid.nl..", Remark::ImpossibleHost("digid.nl..".to_owned())),
        ("dig\u{AD}id.nl", Remark::Hidden(vec!['\u{AD}'])),
    ] {
        let answer = answer(input);
        assert!(matches!(answer.verdict, Verdict::NotAnAccount(Instead::Site(_))), "{input}");
        assert_eq!(answer.remarks, [remark], "{input}");
    }
}

#[test]
fn a_name_of_another_government_is_told_on_every_platform() {
    let directory = &BUILT_IN.directory;
    for input in [
        "https://www.facebook.com/GemeenteBeersel",
        "https://www.facebook.com/gemeente.beersel",
        "https://www.facebook.com/people/Gemeente-Beersel/100064567890123",
        "https://www.facebook.com/p/Gemeente-Beersel-100064567890123/",
        "https://www.linkedin.com/company/gemeente-beersel",
    ] {
        let answer = answer(input);
        let Verdict::NotListed(it) = &answer.verdict else { panic!("{input}: {answer:?}") };
        let name = it.foreign.as_ref().map(|it| {
            assert!(!it.is_asked(answer.platform), "{input}");
            directory.foreign_organisation(it.organisation).name.as_str()
        });
        assert_eq!(name, Some("Beersel"), "{input}");
        assert!(it.similar.is_empty(), "{input}");
    }
}
