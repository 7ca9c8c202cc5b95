use super::*;
use crate::check::Checker;
use crate::directory::Basis;
use crate::messages::verdict::{channel_label, original_label};
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
    let part = "The government does not confirm";
    let (go, unsure, beware) = ("You can go there", "asks for money or data", "Don't click");
    for (name, input, verdict, said) in [
        ("confirmed", confirmed.clone(), Official, open),
        ("agreeing", agreeing.clone(), Official, warned),
        ("reported", reported.clone(), Official, warned),
        ("site", "https://www.knmi.nl".to_owned(), Official, open),
        ("confirmed in text", format!("Volg ons daar: {confirmed}"), Official, go),
        ("agreeing in text", format!("Volg ons daar: {agreeing}"), Official, warned),
        ("reported in text", format!("Volg ons daar: {reported}"), Official, warned),
        ("confirmed beside reported", format!("{confirmed} {reported}"), Official, part),
        ("emergency beside reported", format!("Bel 112! Of lees {reported}"), Official, part),
        ("unlisted", unlisted.to_owned(), Unconfirmed, unsure),
        ("unlisted beside reported", format!("{reported} {unlisted}"), Unconfirmed, "Don't log in"),
        ("imitating", imitating.to_owned(), Beware, beware),
        ("imitating beside reported", format!("{reported} {imitating}"), Beware, beware),
        ("nothing", "...".to_owned(), Nothing, "Paste the whole message"),
    ] {
        let (found, headline, advice) = told(&directory, &index, &input);
        assert_eq!(found, verdict, "{name}: {input}");
        assert!(advice.contains(said), "{name}: {advice}");
        for other in [open, warned, part, go, beware].into_iter().filter(|it| *it != said) {
            assert!(!advice.contains(other), "{name}: {advice}");
        }
        let is_sure = headline.contains("All that leads anywhere in it is of");
        assert!(!is_sure || ![warned, part].contains(&said), "{name}: {headline}");
    }
}

/// Of one body a site is named to go to instead; who wants one of several has no use for that of another.
#[test]
fn the_site_of_one_body_is_never_advised_for_another() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    for (input, site) in [
        ("KNMI: kijk op https://www.knmi.nl", Some("knmi.nl")),
        ("Kijk op https://www.knmi.nl", Some("knmi.nl")),
        ("Kijk op https://www.knmi.nl en https://www.rivm.nl", None),
        ("KNMI en RIVM: https://www.knmi.nl en https://www.rivm.nl", None),
        ("Gemeente Zwolle: https://www.zwolle.nl, of bel 0800 0543", None),
        ("DigiD: log in op https://www.digid.nl of bel 088 123 65 55", Some("digid.nl")),
    ] {
        let (verdict, _, advice) = told(&directory, &index, input);
        assert_eq!(verdict, MessageVerdict::Official, "{input}");
        match site {
            Some(site) => assert!(advice.contains(&format!("type {site} ")), "{input}: {advice}"),
            None => assert!(advice.contains("look the address up yourself"), "{input}: {advice}"),
        }
    }
}

#[test]
fn what_only_others_report_is_never_called_genuine() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    let words = Language::En.words();
    for (input, name, channel) in [
        ("https://x.com/Gemeente_ZwoIle", "listed", "listed account"),
        ("https://x.com/P0L_Ede", "genuine", "official channel"),
        ("https://digid-verlengen.nl", "genuine", "official channel"),
    ] {
        let answers = Checker::default().answers(&directory, &index, input, None);
        let [answer] = answers.as_slice() else { panic!("{input}: {answers:?}") };
        let to = answer.channel(&directory, "2026-12-01".parse().unwrap()).unwrap();
        let labels =
            (original_label(words, &directory, answer), channel_label(words, &directory, to));
        assert_eq!(labels, (name, channel), "{input}");
    }
}

/// People dial, pay and write to what they read, wherever a link leads and whoever sent it.
#[test]
fn what_is_shown_counts_as_much_as_where_it_leads() {
    use MessageVerdict::{Beware, Official, Unconfirmed};
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    for (input, verdict) in [
        ("<a href=\"https://www.belastingdienst.nl\">Bel 0612345678</a>", Unconfirmed),
        ("<a href=\"https://www.digid.nl\">naar NL12INGB0123456789</a>", Unconfirmed),
        ("<a href=\"tel:08000543\">06 12345678</a>", Unconfirmed),
        ("[https://evil.com/x](https://www.knmi.nl)", Unconfirmed),
        ("[@een_vreemde](https://x.com/POL_Ede)", Unconfirmed),
        ("DigiD: bel [088 123 45 67](https://www.digid.nl) en log in", Beware),
        ("Schrijf naar: jan@evil.com <info@knmi.nl>", Unconfirmed),
        ("From: \"Bel 06 12345678\" <info@knmi.nl>\n\nHallo", Unconfirmed),
        ("From: DigiD <info@ede.nl>\n\nHallo", Unconfirmed),
        ("Gemeente Zwolle <info@ede.nl>", Unconfirmed),
        ("From: Politie <acoi@mastodon.nl>\n\nHallo", Beware),
        ("From: DigiD <noreply@digid.nl>\n\nHallo", Official),
        ("De Belastingdienst: betaal via WhatsApp https://wa.me/31646662666", Unconfirmed),
        ("Het account van Gemeente Zwolle is @GemeenteEde op X", Unconfirmed),
        ("Gemeente Zwolle en Gemeente Ede: @GemeenteEde op X", Official),
        ("Gemeente Ede en de politie: @POL_Ede", Official),
        ("Gemeente Ede: meld het bij de provincie Gelderland https://www.gelderland.nl", Official),
        ("Belastingdienst: kijk op de site van gemeente Ede https://www.ede.nl", Official),
        ("Gemeente Zwolle: maak een afspraak via https://www.ede.nl", Unconfirmed),
        ("Gemeente Breda: WhatsApp ons op 06 46662666", Official),
        ("From: Gemeente Ede <info@ede.nl>\n\nHallo", Official),
        ("Kijk op [www.knmi.nl](https://www.knmi.nl)", Official),
        ("Kijk op [onze site](https://www.knmi.nl)", Official),
        ("@acoi@mastodon.nl", Official),
    ] {
        let (found, headline, _) = told(&directory, &index, input);
        assert_eq!(found, verdict, "{input}: {headline}");
    }
}

#[test]
fn nobody_is_sent_from_a_site_to_itself() {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    for (input, host) in [("nl-alert.nl", "nl-alert.nl"), ("https://113.nl", "113.nl")] {
        let (_, _, advice) = told(&directory, &index, input);
        assert!(!advice.contains(host), "{input}: {advice}");
    }
}
