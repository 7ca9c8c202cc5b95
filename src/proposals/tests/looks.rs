//! What counts only once it was looked at twice, and what leads to strangers.

use super::*;

fn day(month: u8, day: u8) -> Date {
    Date::new(2026, month, day).unwrap()
}

/// An account that was missed on its own site on these days, each in a run of its own.
fn missed(days: &[Date]) -> Proposals {
    let subject = subject(Kind::NoLongerShown, "x", "gemeente_ede", None);
    let look = |seen: &Date| {
        let page = "https://www.ede.nl/";
        let says = Says::NoLongerShown;
        let evidence = vec![Sighting { says, ..Sighting::new(Method::OfficialSite, page, *seen) }];
        one(subject.clone(), Case { evidence, ..Case::default() })
    };
    days.iter().map(look).fold(Proposals::default(), Proposals::join)
}

#[test]
fn what_is_missing_counts_at_a_second_look_a_week_later() {
    for (name, days, counts) in [
        ("once", vec![day(11, 1)], false),
        ("twice on a day", vec![day(11, 1), day(11, 1)], false),
        ("six days later", vec![day(11, 1), day(11, 7)], false),
        ("seven days later", vec![day(11, 1), day(11, 8)], true),
        ("in another order", vec![day(11, 8), day(11, 1)], true),
        ("every day of a week", (1..=8).map(|it| day(11, it)).collect(), true),
        ("over a month", vec![day(10, 28), day(11, 4)], true),
    ] {
        let mut proposals = read(write(&missed(&days), "Proposals").as_bytes()).unwrap();
        effect::fill(&mut proposals, &directory(), today());
        let case = proposals.cases.values_mut().next().unwrap();
        let once = case.against.contains("look-again-on-another-day");
        let is_lowered = case.effect.is_some_and(|it| Some(it.after) != it.before);
        case.decide(Verdict::Accepted, None, today());
        let applied = apply(&directory(), &proposals, None);
        assert_eq!(
            (once, is_lowered, applied.done.len()),
            (!counts, counts, usize::from(counts)),
            "{name}"
        );
        let refused: Vec<_> = applied.refused.iter().map(|(_, why)| *why).collect();
        assert_eq!(refused.is_empty(), counts, "{name}");
        assert!(refused.iter().all(|why| *why == Refusal::MissedOnce), "{name}");
    }
}

#[test]
fn what_was_seen_again_in_the_meantime_was_missed_once() {
    let proposals = missed(&[day(11, 1), day(11, 20)]);
    let seen = directory().to_toml().replace("2020-01-01", "2026-11-10");
    let mut all = proposals.clone();
    for case in all.cases.values_mut() {
        case.decide(Verdict::Accepted, None, today());
    }
    assert_eq!(apply(&directory(), &all, None).done.len(), 1);
    let applied = apply(&loaded(&seen), &all, None);
    assert_eq!(applied.refused.first().map(|(_, why)| *why), Some(Refusal::MissedOnce));
}

#[test]
fn what_leads_to_a_stranger_needs_a_decision_that_knows_it() {
    let seen_on = |page: &str, href: Option<&str>| Sighting {
        href: href.map(str::to_owned),
        ..Sighting::new(Method::OfficialSite, page, today())
    };
    let (own, other) = ("https://www.ede.nl/contact", "https://evil.example/");
    let to = |kind, value| subject(kind, "x", "gemeente_ede", Some(value));
    for (name, subject, page, href, stranger) in [
        (
            "website",
            to(Kind::WebsiteMoved, "https://evil.example/ede"),
            other,
            None,
            Some("evil.example"),
        ),
        (
            "alike",
            to(Kind::WebsiteMoved, "https://ede.nl.evil.example/"),
            other,
            None,
            Some("ede.nl.evil.example"),
        ),
        ("own website", to(Kind::WebsiteMoved, "https://www.ede.nl/nl"), other, None, None),
        ("below it", to(Kind::WebsiteMoved, "https://nieuw.ede.nl/"), other, None, None),
        (
            "shown",
            to(Kind::WebsiteMoved, "https://www.ede.example/"),
            own,
            Some("https://ede.example/x"),
            None,
        ),
        ("renamed", to(Kind::Renamed, "ede_stad"), other, None, Some("ede_stad")),
        ("its page named alone", to(Kind::Renamed, "ede_stad"), own, None, Some("ede_stad")),
        ("renamed there", to(Kind::Renamed, "ede_stad"), own, Some("https://x.com/Ede_stad"), None),
        (
            "another there",
            to(Kind::Renamed, "ede_stad"),
            own,
            Some("https://x.com/ede"),
            Some("ede_stad"),
        ),
        ("moved", to(Kind::Moved, "https://evil.example/@ede"), other, None, Some("evil.example")),
        (
            "moved there",
            to(Kind::Moved, "https://social.example/@ede"),
            own,
            Some("https://social.example/@ede"),
            None,
        ),
        ("to a listed one", to(Kind::Moved, "https://x.com/Gemeente_Ede"), other, None, None),
        ("new", subject(Kind::New, "instagram", "gemeente_ede", None), other, None, None),
    ] {
        let mut case = Case { evidence: vec![seen_on(page, href)], ..Case::default() };
        case.decide(Verdict::Accepted, None, today());
        let mut proposals = one(subject, case);
        effect::fill(&mut proposals, &directory(), today());
        let expected = stranger.map(|it| format!("stranger {it}"));
        let case = proposals.cases.values().next().unwrap().clone();
        assert_eq!(case.warnings().next(), expected.as_ref(), "{name}");
        assert_eq!(case.is_open(), stranger.is_some(), "{name}");
        let refused = apply(&directory(), &proposals, None).refused;
        let is_unminded = refused.iter().any(|(_, why)| *why == Refusal::Unminded);
        assert_eq!(is_unminded, stranger.is_some(), "{name}");
        for case in proposals.cases.values_mut() {
            case.decide(Verdict::Accepted, None, today());
        }
        let again = read(write(&proposals, "Proposals").as_bytes()).unwrap();
        let applied = apply(&directory(), &again, None);
        assert_eq!(applied.refused, [], "{name}: knowing it");
    }
}
