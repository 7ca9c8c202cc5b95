use super::*;
use crate::check::Answer;

/// What is held of an input: the verdict, the organisation, and the platform.
fn judged(input: &str) -> Vec<(&'static str, String, String)> {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let of = |answer: &Answer| {
        let organisation = answer.organisation(&directory);
        let id = organisation.map(|it| directory.organisation(it).id.clone());
        let platform = answer.platform.map(|it| directory.platform(it).id().to_owned());
        (answer.verdict.id(), id.unwrap_or_default(), platform.unwrap_or_default())
    };
    Checker::default().answers(&directory, &index, input, None).iter().map(of).collect()
}

#[test]
fn what_is_listed_is_official_or_retired() {
    for (input, verdict, organisation, platform) in [
        ("https://x.com/POL_Ede", "official", "politie-team-ede", "x"),
        ("twitter.com/pol_ede/?utm_source=a#b", "official", "politie-team-ede", "x"),
        ("@POL_Ede", "official", "politie-team-ede", "x"),
        ("pol_ede", "official", "politie-team-ede", "x"),
        ("Politie Ede (@POL_Ede)", "official", "politie-team-ede", "x"),
    ] {
        let expected = vec![(verdict, organisation.to_owned(), platform.to_owned())];
        assert_eq!(judged(input), expected, "{input}");
    }
}

#[test]
fn what_is_no_account_is_said_to_be_something_else() {
    for (input, verdict, organisation, platform) in [
        ("https://x.com/POL_Ede/status/1", "not-an-account", "", "x"),
        (
            "https://bsky.app/profile/dnb-nl.bsky.social/post/1",
            "not-an-account",
            "de-nederlandsche-bank",
            "bluesky",
        ),
        ("https://x.com/search?q=politie", "not-an-account", "", "x"),
        ("https://x.com/volstrekt_iets/status/1", "not-an-account", "", "x"),
        ("https://x.com/een-streepje-kan-niet", "not-an-account", "", "x"),
        ("zomaar wat woorden zonder meer", "not-an-account", "", ""),
        ("...", "not-an-account", "", ""),
        ("", "not-an-account", "", ""),
        ("iemand@voorbeeld.nl", "not-an-account", "", ""),
        ("https://voorbeeld-van-iets-anders.nl/pagina", "unknown-host", "", ""),
        ("https://192.0.2.1/politie", "unknown-host", "", ""),
        ("https://nergens-genoemd.overheid.nl/a", "official-site", "", ""),
        ("https://l.facebook.com/x?u=voorbeeld.nl", "not-an-account", "", "facebook"),
        ("https://bsky.app/profile/belastingdienst.nl", "not-listed", "", "bluesky"),
    ] {
        let expected = vec![(verdict, organisation.to_owned(), platform.to_owned())];
        assert_eq!(judged(input), expected, "{input}");
    }
}

/// Checks the one answer to each input: its verdict, and whose it is.
fn hold(rows: &[(&str, &str, &str)]) {
    for (input, verdict, organisation) in rows {
        let found = judged(input);
        let found: Vec<(&str, &str)> = found.iter().map(|it| (it.0, it.1.as_str())).collect();
        assert_eq!(found, [(*verdict, *organisation)], "{input}");
    }
}

#[test]
fn another_port_of_an_official_host_is_not_official() {
    const KNMI: &str = "koninklijk-nederlands-meteorologisch-instituut";
    hold(&[
        ("https://www.knmi.nl:443/", "official-site", KNMI),
        ("http://www.knmi.nl:80/", "official-site", KNMI),
        ("knmi.nl:80", "official-site", KNMI),
        ("http://www.knmi.nl:8080/", "not-an-account", KNMI),
        ("https://www.knmi.nl:8443/x?a=b#c", "not-an-account", KNMI),
        ("www.knmi.nl:8080", "not-an-account", KNMI),
        ("https://www.knmi.nl:08443/", "not-an-account", KNMI),
        ("https://www.knmi.nl:99999/", "not-an-account", KNMI),
        ("https://weer.knmi.nl:8443", "not-an-account", KNMI),
        ("kijk op https://www.knmi.nl:8443/x", "not-an-account", KNMI),
        // Under a domain of the government, and a page of a service.
        ("https://social.overheid.nl:444", "not-an-account", ""),
        ("https://social.overheid.nl:444/@knmi", "not-an-account", ""),
        ("https://nergens-genoemd.overheid.nl:8080/a", "not-an-account", ""),
        ("https://www.digid.nl:8443", "not-an-account", "logius"),
        // An account at the port that its server is known by is that account.
        ("https://social.overheid.nl:443/@knmi", "official", KNMI),
    ]);
}

#[test]
fn an_official_address_that_names_another_host_is_not_official() {
    const KNMI: &str = "koninklijk-nederlands-meteorologisch-instituut";
    hold(&[
        ("https://www.knmi.nl/?next=digid.nl", "official-site", KNMI),
        ("https://www.knmi.nl/a.html?v=1.2", "official-site", KNMI),
        ("https://www.knmi.nl/?next=evil.com", "not-an-account", KNMI),
        ("https://www.knmi.nl/?next=javascript:a", "not-an-account", KNMI),
        ("kijk op https://www.knmi.nl/go/evil.com", "not-an-account", KNMI),
        // Under a domain of the government, and a page of a service.
        ("https://nergens-genoemd.overheid.nl/?u=evil.com", "not-an-account", ""),
        ("https://www.digid.nl/?u=1.2.3.4", "not-an-account", "logius"),
    ]);
}

#[test]
fn a_name_that_was_cut_off_is_never_official() {
    for input in [
        "https://x.com/POL_Ede…",
        "https://x.com/POL_Ede...",
        "https://x.com/POL_Ede%E2%80%A6",
        "https://x.com/@POL_Ede\u{2025}?s=20",
        "https://www.instagram.com/knmi.nl…",
        "https://www.facebook.com/IND.NL...",
        "https://www.facebook.com/profile.php?id=267074666780010…",
        "https://www.linkedin.com/company/knmi...",
        "https://www.youtube.com/@kadaster…",
        "https://social.overheid.nl/@knmi…",
        "https://bsky.app/profile/ministeriekgg.bsky.social…",
    ] {
        let directory = crate::embedded::directory().unwrap();
        let verdict = directory.platforms.parse_address(input);
        assert!(verdict.is_err(), "{input}: {verdict:?}");
    }
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let checker = Checker::default();
    let judge = Judge {
        checker: &checker,
        directory: &directory,
        index: &index,
        platform: None,
        elsewhere: None,
        layers: 0,
    };
    for (text, kind, verdict) in [
        ("@POL_Ede…", TokenKind::Handle, "not-an-account"),
        ("POL_Ede...", TokenKind::Handle, "not-an-account"),
        ("acct:knmi@social.overheid.nl…", TokenKind::Handle, "not-an-account"),
        ("https://x.com/POL_Ed…", TokenKind::Address, "not-an-account"),
        ("https://x.com/P0L_Ede…", TokenKind::Address, "look-alike"),
        ("@P0L_Ede...", TokenKind::Handle, "look-alike"),
        ("...", TokenKind::Handle, "not-an-account"),
    ] {
        let answer = judge.answer(kind, text);
        assert_eq!(answer.verdict.id(), verdict, "{text}");
        assert_eq!(answer.listed(), None, "{text}");
    }
}

#[test]
fn what_is_not_listed_is_nobodys() {
    for (input, platform) in [
        ("https://x.com/volstrekt_iets", "x"),
        ("https://www.instagram.com/volstrekt_iets/", "instagram"),
        ("@volstrekt_iets", ""),
        ("@volstrekt_iets op Instagram", "instagram"),
    ] {
        let expected = vec![("not-listed", String::new(), platform.to_owned())];
        assert_eq!(judged(input), expected, "{input}");
    }
}

#[test]
fn characters_that_nobody_sees_make_nothing_official() {
    for input in [
        "https://x.com/POL_\u{200B}Ede",
        "@POL_Ede\u{202E}",
        "\u{202D}@POL_Ede",
        "POL\u{AD}_Ede",
        "\u{202E}edE_LOP@",
        "https://x.com/POL_Ede%E2%80%8B",
    ] {
        let verdicts: Vec<_> = judged(input).into_iter().map(|(verdict, ..)| verdict).collect();
        assert_eq!(verdicts, ["look-alike"], "{input:?}");
    }
}

#[test]
fn hidden_characters_around_an_account_are_told_and_decide_nothing() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let answers = Checker::default().answers(&directory, &index, "vol\u{202E}g @POL_Ede", None);
    let [answer] = answers.as_slice() else {
        panic!("one answer");
    };
    assert_eq!(answer.verdict.id(), "official");
    assert!(answer.remarks.contains(&Remark::HiddenAround(vec!['\u{202E}'])));
}

#[test]
fn several_things_have_several_verdicts() {
    let verdicts: Vec<_> = judged("@POL_Ede en https://x.com/search?q=a, x.com/volstrekt_iets")
        .into_iter()
        .map(|(verdict, ..)| verdict)
        .collect();
    assert_eq!(verdicts, ["official", "not-an-account", "not-listed"]);
}

#[test]
fn letters_of_another_script_under_an_official_name_are_told() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    for (input, verdict, is_told) in [
        ("https://wwԝ.knmi.nl", "official-site", true),
        ("https://mijn.pоrtaal.knmi.nl/x", "official-site", true),
        ("https://wwԝ.nergens-genoemd.overheid.nl", "official-site", true),
        ("https://wwԝ.knmi.nl:8443", "not-an-account", true),
        ("info@mаil.knmi.nl", "official-site", true),
        ("kijk op https://wwԝ.knmi.nl/weer", "official-site", true),
        ("https://www.knmi.nl", "official-site", false),
        ("https://café.knmi.nl", "official-site", false),
        // Where the registered name is another, it is an imitation.
        ("https://mijn.bеlastingdienst.nl", "unknown-host", false),
        ("https://knmі.nl", "unknown-host", false),
    ] {
        let answers = Checker::default().answers(&directory, &index, input, None);
        let [answer] = answers.as_slice() else { panic!("{input}: {answers:?}") };
        assert_eq!(answer.verdict.id(), verdict, "{input}");
        assert_eq!(answer.verdict.is_imitation(), verdict == "unknown-host", "{input}");
        let is_it = |it: &Remark| matches!(it, Remark::OtherScript(_));
        assert_eq!(answer.remarks.iter().any(is_it), is_told, "{input}: {:?}", answer.remarks);
    }
}
