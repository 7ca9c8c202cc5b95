use super::*;
use crate::check::Checker;
use crate::search::Index;
use crate::text::sanitise::is_hostile;
use crate::words::Language;

/// One input for each thing that can be said.
const INPUTS: &[&str] = &[
    "https://x.com/POL_Ede",
    "AutoriteitCM",
    "@politie",
    "minpres op x",
    "https://x.com/P0L_Ede",
    "x.com/P0L_Ede/status/1",
    "x.com/POL_\u{200B}Ede",
    "@\u{202E}edE_LOP",
    "Belastingdients",
    "belastingdienst_helpdesk",
    "politieoosterhout",
    "https://www.instagram.com/POL_Ede",
    "x.com/POL_Nergensk",
    "bela..stingterugg..ave",
    "@volstrekt_iets",
    "x.com/een-streepje",
    "x.com/veel_te_lange_naam_voor_x",
    "x.com/POL_Ede%E2%80%A6",
    "x.com/POL_Ede/status/1",
    "x.com/volstrekt_iets/status/1",
    "x.com/search?q=a",
    "facebook.com/groups/1",
    "wa.me/",
    "t.me/+abc",
    "linkedin.com/company/1/admin/",
    "https://iemand@x.com/POL_Ede",
    "www.belastingdienst.nl",
    "https://mijn.belastingdienst.nl/inloggen",
    "https://www.belastingdienst.nl:8443/inloggen",
    "https://social.overheid.nl:444/@politie",
    "https://wwԝ.belastingdienst.nl",
    "info@belastingdienst.nl",
    "info@voorbeeld.example",
    "info@be1astingdienst.nl",
    "politie zwolle",
    "...",
    "digid-form-site.xyz",
    "social.0verheid.nl",
    "belastingdienst.nl.example",
    "belastingdienst.com",
    "x.com@evil.nl/politie",
    "https://x.com\\@evil.nl/politie",
    "evilfacebook.com/politie",
    "voorbeeld.example/{asked}/{organisation}",
    "https://www.google.com/url?q=https%3A%2F%2Fx.com%2FP0L_Ede",
    "https://l.facebook.com/l.php?u=x.com/POL_%25E2%2580%25AEedE",
    "https://l.facebook.com/l.php?h=1",
    "https://web.archive.org/web/2020/https://x.com/POL_Ede",
    "https://bit.ly/3abcDEF",
];

#[test]
fn every_sentence_is_whole_and_harmless() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let checker = Checker::default();
    let today = "2026-11-21".parse().unwrap();
    for words in [Language::Nl.words(), Language::En.words()] {
        for input in INPUTS {
            for answer in checker.answers(&directory, &index, input, None) {
                let mut told = reasons(words, &directory, &answer, today);
                told.push(headline(words, &directory, &answer));
                told.push(label(words, &directory, &answer).to_owned());
                for sentence in told {
                    let sentence = sentence.replace("{asked}/{organisation}", "");
                    let template = sentence.contains('{') && !sentence.contains("{place}");
                    assert!(!template, "{input:?}: {sentence}");
                    assert!(!sentence.contains(is_hostile), "{input:?}: {sentence:?}");
                    assert!(!sentence.contains("  "), "{input:?}: {sentence}");
                    assert!(!sentence.contains(": .") && !sentence.ends_with(' '), "{sentence}");
                }
            }
        }
    }
}

#[test]
fn what_only_others_report_is_never_called_official() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let checker = Checker::default();
    let words = Language::En.words();
    for account in directory.account_indexes() {
        let it = directory.account(account);
        let answers = checker.answers(&directory, &index, &it.url, None);
        let answer = answers.first().unwrap();
        let is_sure = Basis::of(&it.evidence) == Basis::Official;
        let headline = headline(words, &directory, answer);
        assert_eq!(answer.listed(), Some(account), "{}", it.url);
        if matches!(answer.verdict, Verdict::Official(_)) {
            assert_eq!(headline.contains("is an official account"), is_sure, "{headline}");
        }
    }
}

#[test]
fn a_long_input_is_repeated_in_part() {
    let long = "a".repeat(1_000);
    assert_eq!(shown(&long).chars().count(), LONGEST_ASKED);
    assert_eq!(shown("kort"), "kort");
}

#[test]
fn only_the_very_name_is_told_as_the_same() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let words = Language::En.words();
    for (input, told) in [
        ("@politie_zwolle", "a name that differs in points, dashes or spaces only"),
        ("instagram.com/POL_Ede", "The same name is listed on X"),
        ("instagram.com/pol_ede", "The same name is listed on X"),
    ] {
        let answers = Checker::default().answers(&directory, &index, input, None);
        let [answer] = answers.as_slice() else { panic!("{input}: {answers:?}") };
        let reasons = reasons(words, &directory, answer, "2026-12-01".parse().unwrap());
        assert!(reasons.iter().any(|it| it.contains(told)), "{input}: {reasons:?}");
    }
}
