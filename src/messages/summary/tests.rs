use super::*;
use crate::check::Checker;
use crate::directory::Basis;
use crate::search::Index;
use crate::words::Language;

/// What is said of a message: the verdict, the headline and the advice.
fn told(directory: &Directory, index: &Index, input: &str) -> (MessageVerdict, String, String) {
    let message = Checker::default().message(directory, index, input, None);
    let words = Language::En.words();
    let verdict = message.summary.verdict;
    (verdict, headline(words, directory, &message), advice(words, directory, &message))
}

#[test]
fn another_port_of_an_official_host_is_never_advised() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    for (input, place) in [
        ("https://www.knmi.nl:8443/x", "knmi.nl"),
        ("Kijk op https://www.knmi.nl:8443/x voor het weer van vandaag", "knmi.nl"),
        ("https://www.knmi.nl/ en https://www.knmi.nl:8443/x", "knmi.nl"),
        ("https://social.overheid.nl:444/@knmi", ""),
    ] {
        let (verdict, _, advice) = told(&directory, &index, input);
        assert_eq!(verdict, MessageVerdict::Unconfirmed, "{input}");
        assert!(advice.contains(place), "{input}: {advice}");
        assert!(!advice.contains("You can"), "{input}: {advice}");
    }
}

/// The address of an account in use that rests on such evidence and is judged official.
fn account_on(directory: &Directory, index: &Index, is: fn(Basis) -> bool) -> String {
    let checker = Checker::default();
    let is_official = |url: &str| {
        let answers = checker.answers(directory, index, url, None);
        matches!(answers.as_slice(), [only] if matches!(only.verdict, Verdict::Official(_)))
    };
    let mut all = directory.account_indexes().map(|it| directory.account(it));
    let found = all.find(|it| is(Basis::of(&it.evidence)) && is_official(&it.url));
    found.map(|it| it.url.clone()).unwrap()
}

#[test]
fn advice_follows_from_the_verdict_and_its_evidence() {
    use MessageVerdict::{Beware, Nothing, Official, Unconfirmed};
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let confirmed = account_on(&directory, &index, |it| it == Basis::Official);
    let agreeing = account_on(&directory, &index, |it| matches!(it, Basis::Agreeing(_)));
    let reported = account_on(&directory, &index, |it| it == Basis::Others);
    let unlisted = "https://x.com/volstrekt_iets";
    let imitating = "https://x.com/P0L_Ede";
    let (open, warned) = ("You can open it", "the government does not confirm it");
    let (go, unsure, beware) = ("You can go there", "asks for money or data", "Don't click");
    for (name, input, verdict, said) in [
        ("confirmed", confirmed.clone(), Official, open),
        ("agreeing", agreeing.clone(), Official, warned),
        ("reported", reported.clone(), Official, warned),
        ("site", "https://www.knmi.nl".to_owned(), Official, open),
        ("confirmed in text", format!("Volg ons daar: {confirmed}"), Official, go),
        ("agreeing in text", format!("Volg ons daar: {agreeing}"), Official, warned),
        ("reported in text", format!("Volg ons daar: {reported}"), Official, warned),
        ("confirmed beside reported", format!("{confirmed} {reported}"), Official, warned),
        ("unlisted", unlisted.to_owned(), Unconfirmed, unsure),
        ("unlisted beside reported", format!("{reported} {unlisted}"), Unconfirmed, "Don't log in"),
        ("imitating", imitating.to_owned(), Beware, beware),
        ("imitating beside reported", format!("{reported} {imitating}"), Beware, beware),
        ("nothing", "...".to_owned(), Nothing, "Paste the whole message"),
    ] {
        let (found, headline, advice) = told(&directory, &index, &input);
        assert_eq!(found, verdict, "{name}: {input}");
        assert!(advice.contains(said), "{name}: {advice}");
        for other in [open, warned, go, beware].into_iter().filter(|it| *it != said) {
            assert!(!advice.contains(other), "{name}: {advice}");
        }
        let is_sure = headline.contains("All that leads anywhere in it is of");
        assert!(!is_sure || said != warned, "{name}: {headline}");
    }
}
