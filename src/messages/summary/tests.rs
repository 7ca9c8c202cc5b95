use super::*;
use crate::check::Checker;
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
