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
fn a_name_behind_the_sign_is_judged_only_where_names_are_written_so() {
    for (input, is_listed) in [
        // Listed on LinkedIn or Facebook alone, where nobody writes the sign.
        ("@cjib", false),
        ("＠cjib", false),
        ("@ministerie-van-defensie", false),
        ("@uwgemeenteBeek", false),
        ("@politie", true),
        ("@gemeentebergen", true),
        ("@POL_Ede", true),
        ("uwgemeenteBeek (Facebook)", true),
        ("https://www.linkedin.com/company/cjib/", true),
    ] {
        let answer = answer(input);
        let verdict = &answer.verdict;
        assert_eq!(matches!(verdict, Verdict::Official(_)), is_listed, "{input}: {answer:?}");
        assert!(!verdict.is_imitation(), "{input}: {answer:?}");
        if let Verdict::NotListed(it) = verdict {
            assert!(!it.namesakes.is_empty(), "{input}: {answer:?}");
            assert_eq!(answer.platform, None, "{input}");
        }
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
    for input in ["€112", "€ 112", "112,-", "112,50"] {
        assert_eq!(instead(input), Instead::Words(Vec::new()), "{input}");
    }
}

#[test]
fn a_number_that_leads_elsewhere_is_nobodys() {
    use PhoneOddity::{Code, Context, Extension, Spelling};
    for (oddity, inputs) in [
        (
            Code,
            &[
                "*21*0881236555#",
                "tel:*21*0881236555#",
                "Toets #31#0881236555",
                "*62*09008844#",
                "*21*112#",
                "Bel *21*14020# nu",
                "##21#09008844",
                "#31#09008844",
                "*21* 088 123 65 55 #",
                "＊21＊0881236555＃",
                "tel:%2a21%2a0612345678%23",
                "112*21#",
            ][..],
        ),
        (
            Context,
            &[
                "tel:0881236555;phone-context=+44",
                "tel:0881236555; phone-context=+44",
                "+ 44 088 123 65 55",
                "＋44 088 123 65 55",
                "+44 088 123 65 55",
                "[+44] 088 123 65 55",
                "+44: 088 123 65 55",
                "0044: 088 123 65 55",
                "+44 14020",
                "+44 112",
            ],
        ),
        (
            Extension,
            &[
                "tel:+31881236555;ext=1",
                "088 123 65 55;ext=1",
                "Bel 088 123 65 55 toestel 5",
                "088 123 65 55 (tst 12)",
                "088 123 65 55 tst12",
                "Bel 088 123 65 55 ext12.",
                "0900-8844 doorkiesnummer 5",
                "09008844 doorkiesnummer 5",
                "088.123.65.55 tst 5",
                "14 020 tst 5",
                "tel:0881236555%3Bext=5",
                "tel:0881236555%2c%2c5",
                "tel:0881236555p5",
                "0881236555p5",
                "tel:112,5",
            ],
        ),
        (
            Spelling,
            &[
                "+31 (0)0 88 123 65 55",
                "+31 112",
                "++++31881236555",
                "tel:+31881236555@evil.nl",
                "tel:0881236555/evil",
                "+0900 8844",
                "Bel +0900 8844",
                "0+31881236555",
                "9 088 123 65 55",
                "Bel 9 088 123 65 55",
                "tel:+112",
                "+112",
                "tel:00112",
            ],
        ),
    ] {
        for input in inputs {
            assert_eq!(instead(input), Instead::OddPhone(oddity), "{input}");
        }
    }
    // What only stands around a number leaves it what it is.
    for input in [
        "[+31] 088 123 65 55",
        "+31: 088 123 65 55",
        "+ 31 88 123 65 55",
        "tel:088%20123%2065%2055",
        "*0900-8844*",
        "#112",
        "Bel 09008844.",
        "[DigiD](tel:0881236555)",
        "０８８１２３６５５５",
    ] {
        assert!(matches!(instead(input), Instead::Phone(_)), "{input}");
    }
}

#[test]
fn a_link_to_the_number_that_it_shows_leads_nowhere_else() {
    for (input, is_same) in [
        ("<a href=\"tel:+31881236555\">088 123 65 55</a>", true),
        ("[0900-8844](tel:09008844)", true),
        ("[088 123 65 55](tel:0612345678)", false),
        ("[088 123 65 55](tel:%2a21%2a0881236555%23)", false),
        ("[088 123 65 55](tel:0881236555;ext=5)", false),
    ] {
        let answers = BUILT_IN.answers(input);
        let told = answers.iter().flat_map(|it| &it.remarks);
        let is_elsewhere = |it: &Remark| matches!(it, Remark::LeadsTo(_) | Remark::ShownAs(_));
        assert_eq!(told.filter(|it| is_elsewhere(it)).count() == 0, is_same, "{input}");
    }
}

#[test]
fn of_a_mail_address_each_recipient_is_judged() {
    for (input, expected) in [
        ("mailto:x@evil.nl?cc=info@digid.nl", vec![("x@evil.nl", false), ("info@digid.nl", true)]),
        ("mailto:info@digid.nl?bcc=x@evil.nl", vec![("info@digid.nl", true), ("x@evil.nl", false)]),
        (
            "mailto:?to=x%40evil.nl&cc=info%40digid.nl",
            vec![("x@evil.nl", false), ("info@digid.nl", true)],
        ),
        ("mailto:x@evil.nl?subject=info@digid.nl", vec![("x@evil.nl", false)]),
        ("mailto:info@digid.nl?subject=Hoi", vec![("info@digid.nl", true)]),
    ] {
        let answers = BUILT_IN.answers(input);
        let told = answers.iter().map(|answer| match &answer.verdict {
            Verdict::NotAnAccount(Instead::Mail(site)) => (answer.asked.as_str(), site.is_some()),
            other => panic!("{input}: {other:?}"),
        });
        assert_eq!(told.collect::<Vec<_>>(), expected, "{input}");
    }
    let answers = BUILT_IN.answers("[info@digid.nl](mailto:x@evil.nl?cc=info@digid.nl)");
    let shown = Remark::LeadsTo("x@evil.nl".to_owned());
    assert!(answers.iter().any(|it| it.asked == "info@digid.nl" && it.remarks.contains(&shown)));
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

#[test]
fn the_name_of_a_listed_body_is_told_as_its_name_and_imitates_nobody() {
    let directory = &BUILT_IN.directory;
    for (input, told) in [
        ("@ministerieAZ", "It is the name of Ministerie van Algemene Zaken."),
        ("@VWS_nl", "It is the name of Ministerie van Volksgezondheid, Welzijn en Sport."),
        ("@odMiddenHolland", "It is the name of Omgevingsdienst Midden-Holland."),
        ("gemeenteaalten.nl", "It is the name of Gemeente Aalten, whose site"),
        ("gemeenteasten.nl", "It is the name of Gemeente Asten, whose site"),
        ("rud-utrecht.nl", "It is the name of Regionale uitvoeringsdienst Utrecht 2.0, whose site"),
    ] {
        let answer = answer(input);
        assert!(!answer.verdict.is_imitation(), "{input}: {answer:?}");
        let reasons = verdict::reasons(Language::En.words(), directory, &answer, today());
        assert!(reasons.iter().any(|it| it.starts_with(told)), "{input}: {reasons:?}");
    }
    // Near to what the same body has, it stays what it was.
    for input in ["@belastingdienst_nl", "https://x.com/gemeenteaalten", "waterschap-limburg.nl"] {
        let verdict = answer(input).verdict;
        assert!(verdict.is_imitation(), "{input}: {verdict:?}");
    }
}
