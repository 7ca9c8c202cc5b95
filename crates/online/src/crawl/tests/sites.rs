use super::*;
use crate::fetch::Refusal;

#[test]
fn a_site_is_asked_for_no_more_than_there_is_to_know() {
    let answer = |request: &Request<'_>, _: usize| match request.url.path() {
        "/" => page(request, 200, &[], "Welkom contact=/contact follow=/volg-ons"),
        "/contact" => page(request, 200, &[], "Bel ons contact=/elders"),
        "/volg-ons" => page(request, 200, &[], "Volg ons"),
        _ => None,
    };
    let (plan, (_folder, state)) = (plan(&["https://www.a.example/"]), state());
    let clock = ManualClock::at(START);
    let run = Run::new(&plan, &state, &clock, &answer);
    let report = run.report();
    let expected =
        ["robots.txt", "", "contact", "volg-ons", ".well-known/trust.txt", "xpoc-manifest.json"];
    assert_eq!(run.asked(), expected.map(|path| format!("https://www.a.example/{path}")));
    let records: Vec<_> =
        report.pages.iter().map(|page| (page.purpose, page.record.as_str())).collect();
    assert_eq!(
        records,
        [
            (Purpose::Home, "200 Welkom contact=/contact follow=/volg-ons"),
            (Purpose::Contact, "200 Bel ons contact=/elders"),
            (Purpose::Follow, "200 Volg ons"),
            (Purpose::TrustTxt, "404 "),
            (Purpose::XpocManifest, "404 "),
        ]
    );
    assert!(report.pages.iter().all(|page| page.day.to_string() == "2026-11-28"));
    assert!(report.is_finished);
}

#[test]
fn organisations_of_one_host_share_a_visit_and_no_page() {
    let websites: Vec<String> =
        (0..40).map(|at| format!("https://www.shared.example/ministeries/{at}")).collect();
    let websites: Vec<&str> = websites.iter().map(String::as_str).collect();
    let answer = |request: &Request<'_>, _: usize| match request.url.path() {
        path if path.starts_with("/ministeries/") => page(request, 200, &[], "contact=/contact"),
        "/contact" => page(request, 200, &[], "Contact"),
        _ => None,
    };
    let (plan, (_folder, state)) = (plan(&websites), state());
    let clock = ManualClock::at(START);
    let run = Run::new(&plan, &state, &clock, &answer);
    let report = run.report();
    assert_eq!(run.asked().len(), 1 + 40 + 1 + 2, "{:?}", run.asked());
    let homes: Vec<usize> = report
        .pages
        .iter()
        .filter(|page| page.purpose == Purpose::Home)
        .map(|page| page.organisations.len())
        .collect();
    assert_eq!(homes, [1; 40]);
    let contact = report.pages.iter().find(|page| page.purpose == Purpose::Contact).unwrap();
    assert_eq!(contact.organisations.len(), 40);
    let totals = report.totals();
    assert_eq!((totals.organisations, totals.looked_at), (40, 40));
}

#[test]
fn what_cannot_be_looked_at_is_counted_by_why() {
    let answer = |request: &Request<'_>, _: usize| match request.url.host_str() {
        Some("a.example") => page(request, 200, &[], ""),
        Some("b.example") => Some(Outcome::CouldNotLook(Failure::TimedOut)),
        Some("c.example") if request.url.path() == "/" => page(request, 403, &[], "wall"),
        Some("d.example") if request.url.path() == "/" => {
            Some(Outcome::Refused(crate::fetch::Refusal::PrivateAddress))
        }
        Some("e.example") if request.url.path() == "/robots.txt" => {
            page(request, 200, &[], "User-agent: *\nDisallow: /")
        }
        _ => None,
    };
    let plan = plan(&[
        "https://a.example/",
        "https://b.example/",
        "https://c.example/",
        "https://d.example/",
        "https://e.example/",
    ]);
    let ((_folder, state), clock) = (state(), ManualClock::at(START));
    let run = Run::new(&plan, &state, &clock, &answer);
    let totals = run.report().totals();
    assert_eq!((totals.organisations, totals.looked_at), (5, 1));
    let reasons: Vec<(Failure, usize)> = totals.could_not_look.into_iter().collect();
    assert_eq!(
        reasons,
        [
            (Failure::TimedOut, 1),
            (Failure::Status(403), 1),
            (Failure::Robots, 1),
            (Failure::Refused(Refusal::PrivateAddress), 1),
        ]
    );
}

#[test]
fn a_dry_run_asks_nothing() {
    let plan = plan(&["https://b.example/", "https://a.example/x", "https://c.example/"]);
    let plan = plan.only(|host| host != "b.example").limit(1);
    let requests: Vec<String> = plan.requests().iter().map(Url::to_string).collect();
    let expected = ["robots.txt", "x", ".well-known/trust.txt", "xpoc-manifest.json"];
    assert_eq!(requests, expected.map(|path| format!("https://a.example/{path}")));
}
