//! Proposals of strangers: what they say they are, and what comes of it.

use super::*;
use crate::proposals::own_page::{Whose, carried, is_own};

fn organisation(directory: &Directory) -> crate::directory::OrganisationIndex {
    directory.organisation_by_id("gemeente-ede").unwrap()
}

/// A confirmation that nobody decided on, by a page.
fn undecided(method: Method, page: &str) -> Proposals {
    let case = Case { evidence: vec![Sighting::new(method, page, today())], ..Case::default() };
    one(subject(Kind::Confirms, "x", "gemeente_ede", None), case)
}

#[test]
fn only_its_own_site_confirms_without_a_decision() {
    let directory = fresh();
    for (page, is_own_page) in [
        ("https://www.ede.nl/contact", true),
        ("https://ede.nl/", true),
        ("https://sub.ede.nl/x", true),
        ("https://evil.com/contact", false),
        ("https://www.ede.nl.evil.com/", false),
        ("https://notede.nl/", false),
        ("https://www.ede.nl:8443/", false),
        ("https://me@www.ede.nl/", false),
        ("http://www.ede.nl/", false),
        ("https://www.zwolle.nl/", false),
    ] {
        assert_eq!(is_own(&directory, organisation(&directory), page), is_own_page, "{page}");
        let applied = apply(&directory, &undecided(Method::OfficialSite, page), Some(today()));
        // A host that is not listed may have lapsed, and be anybody's.
        let is_listed = is_own_page && !page.contains("sub.");
        assert_eq!(applied.done.len(), usize::from(is_listed), "{page}");
    }
    for method in Method::ALL.into_iter().filter(|it| *it != Method::OfficialSite) {
        let applied = apply(&directory, &undecided(method, "https://www.ede.nl/"), Some(today()));
        assert_eq!(applied.done.len(), 0, "{}", method.id());
    }
}

/// A name, the evidence that is known, what is done to a confirmation, and whether it is taken.
type Changed<'c> = (&'c str, String, &'c dyn Fn(&mut Case), bool);

#[test]
fn a_confirmation_without_a_decision_renews_a_day_and_no_more() {
    let known = |evidence: &str| {
        let before =
            "{ method = \"official-site\", url = \"https://www.ede.nl/\", seen = \"2026-01-01\" }";
        let text = fresh().to_toml();
        assert!(text.contains(before), "{text}");
        loaded(&text.replace(before, evidence))
    };
    let of = |method: &str, page: &str, more: &str| {
        format!("{{ method = \"{method}\", url = \"{page}\", seen = \"2026-01-01\"{more} }}")
    };
    let site = of("official-site", "https://www.ede.nl/", "");
    let item = of("wikidata", "https://www.wikidata.org/wiki/Q1", "");
    let missed = of("official-site", "https://www.ede.nl/x", ", says = \"no-longer-shown\"");
    let renews = |it: &mut Case| it.confidence = Some(Confidence::High);
    let redirects = |it: &mut Case| {
        it.evidence[0].url = "https://www.ede.nl/redirect?url=https://evil.example".to_owned();
    };
    let changes: [Changed<'_>; 9] = [
        ("renewed", site.clone(), &renews, true),
        ("another page of the site", site.clone(), &|it| it.evidence[0].url.push('x'), true),
        ("reported", item.clone(), &renews, false),
        ("aged", site.replace("2026-01-01", "2020-01-01"), &renews, false),
        ("no longer shown", format!("{site}, {missed}"), &renews, false),
        (
            "of a register alone",
            of("register", "https://organisaties.overheid.nl/1", ""),
            &renews,
            false,
        ),
        ("low", site.clone(), &|it| it.confidence = Some(Confidence::Low), false),
        ("refused", site.clone(), &|it| it.rules.extend(["not-shown".to_owned()]), false),
        ("sent on", site.clone(), &redirects, false),
    ];
    for (name, evidence, change, is_taken) in changes {
        let mut all = undecided(Method::OfficialSite, "https://www.ede.nl/");
        all.cases.values_mut().for_each(change);
        let applied = apply(&known(&evidence), &all, Some(today()));
        assert_eq!(applied.done.len(), usize::from(is_taken), "{name}");
    }
}

#[test]
fn a_page_carries_no_more_than_its_site() {
    let directory = directory();
    let evil = "https://evil.com/";
    for (method, page, expected) in [
        (Method::OfficialSite, evil, Method::ThirdParty),
        (Method::TwoWay, evil, Method::ThirdParty),
        (Method::Register, evil, Method::ThirdParty),
        (Method::Wikidata, evil, Method::ThirdParty),
        (Method::Press, evil, Method::Press),
        (Method::OfficialSite, "https://www.ede.nl/", Method::OfficialSite),
        // Nobody without an account sees what would prove it.
        (Method::TwoWay, "https://www.ede.nl/", Method::OfficialSite),
        (Method::Wikidata, "https://www.wikidata.org/wiki/Q1", Method::Wikidata),
    ] {
        let of_it = subject(Kind::Confirms, "x", "gemeente_ede", None);
        let whose = Whose::of(&directory, &of_it, &Case::default());
        let found = carried(&directory, &whose, method, page);
        assert_eq!(found, expected, "{} {page}", method.id());
    }
    let mut accepted = undecided(Method::OfficialSite, evil);
    for case in accepted.cases.values_mut() {
        case.decide(Verdict::Accepted, None, today());
    }
    let after = reloaded(&directory, &accepted);
    assert_ne!(after.accounts().next().unwrap().trust(today()), Trust::Confirmed);
}

#[test]
fn a_shared_host_speaks_by_the_path_of_each() {
    let text = directory()
        .to_toml()
        .replace("https://www.ede.nl/\"\n\n", "https://www.rijksoverheid.nl/ministeries/ede\"\n\n");
    let directory = loaded(&text);
    for (page, is_own_page) in [
        ("https://www.rijksoverheid.nl/ministeries/ede", true),
        ("https://www.rijksoverheid.nl/ministeries/ede/contact", true),
        ("https://www.rijksoverheid.nl/ministeries/edelstenen", false),
        ("https://www.rijksoverheid.nl/contact", false),
    ] {
        assert_eq!(is_own(&directory, organisation(&directory), page), is_own_page, "{page}");
    }
}

#[test]
fn a_rejection_counts_whatever_was_accepted_elsewhere_and_later() {
    let decided = |verdict, year| {
        let mut all = undecided(Method::OfficialSite, "https://www.ede.nl/");
        for case in all.cases.values_mut() {
            case.decide(verdict, None, Date::new(year, 1, 1).unwrap());
        }
        all
    };
    let mine = decided(Verdict::Rejected, 2026);
    let theirs = decided(Verdict::Accepted, 2099);
    let verdict =
        |all: Proposals| all.cases.into_values().next().unwrap().decision.map(|it| it.verdict);
    assert_eq!(verdict(mine.clone().join(theirs.clone())), Some(Verdict::Rejected));
    assert_eq!(verdict(theirs.clone().join(mine)), Some(Verdict::Rejected));
    let mut taken_in = theirs.clone();
    taken_in.forget_acceptances();
    assert_eq!(verdict(taken_in), None);
    let mut later = theirs;
    later.forget_later_decisions(today());
    assert_eq!(verdict(later), None);
}

#[test]
fn an_address_of_another_account_is_not_taken_over() {
    for (platform, account, url) in [
        ("instagram", "gemeente_ede", "https://www.instagram.com/evil_account"),
        ("instagram", "gemeente_ede", "https://evil.com/instagram"),
        ("threads", "gemeente_ede", "https://x.com/gemeente_ede"),
        ("instagram", "gemeente_ede", "https://www.instagram.com/p/abc/"),
    ] {
        let mut case = accepted(today(), Says::Official);
        case.url = Some(url.to_owned());
        let applied =
            apply(&directory(), &one(subject(Kind::New, platform, account, None), case), None);
        let why: Vec<Refusal> = applied.refused.iter().map(|(_, why)| *why).collect();
        assert_eq!(why, [Refusal::OtherAddress], "{url}");
        assert_eq!(applied.directory.to_toml(), directory().to_toml(), "{url}");
    }
}

#[test]
fn an_own_addition_is_one_word_whatever_pages_it_names() {
    let page = |url: &str| Sighting::new(Method::OfficialSite, url, today());
    let evidence = vec![page("https://www.ede.nl/"), page("https://www.wageningen.nl/")];
    let case = Case { evidence, ..Case::default() };
    let proposals = one(subject(Kind::New, "instagram", "ede", None), case);
    let (accounts, refused) = additions::additions(&directory(), &proposals, "own");
    assert_eq!((accounts.len(), refused.len()), (1, 0));
    assert_eq!(accounts[0].trust(today()), Trust::Reported);
}

#[test]
fn what_takes_an_account_away_confirms_nothing_whoever_accepted_it() {
    for kind in [Kind::Confirms, Kind::New] {
        for says in [Says::Leaves, Says::NoLongerShown] {
            let shown = Sighting::new(Method::OfficialSite, "https://www.ede.nl/", today());
            let gone = Sighting { says, url: "https://www.ede.nl/x".to_owned(), ..shown.clone() };
            let case = Case { evidence: vec![shown, gone], ..Case::default() };
            let mut all = one(subject(kind, "x", "gemeente_ede", None), case);
            for verdict in [None, Some(Verdict::Accepted)] {
                if let Some(verdict) = verdict {
                    all.cases.values_mut().for_each(|it| it.decide(verdict, None, today()));
                }
                let applied = apply(&directory(), &all, Some(today()));
                assert_eq!(applied.directory.to_toml(), directory().to_toml(), "{says:?}");
                let why: Vec<Refusal> = applied.refused.iter().map(|(_, why)| *why).collect();
                let is_told = kind == Kind::Confirms || verdict.is_some();
                assert_eq!(why, vec![Refusal::OtherWord; usize::from(is_told)], "{says:?}");
            }
        }
    }
}

#[test]
fn what_is_shown_beside_a_listed_account_leads_to_that_account() {
    let own = "https://x.com/Gemeente_Ede";
    let evil = "https://x.com/evil";
    for (kind, value, url, href, is_it) in [
        (Kind::Confirms, None, own, own, true),
        (Kind::Confirms, None, own, "//twitter.com/gemeente_ede?s=20", true),
        (Kind::Confirms, None, own, "/x", true),
        (Kind::Confirms, None, evil, own, false),
        (Kind::Confirms, None, own, evil, false),
        (Kind::Confirms, None, "https://www.instagram.com/evil/", own, false),
        (Kind::Confirms, None, own, "https://evil.example/", false),
        (Kind::Confirms, None, own, "HTTPS://evil.example/", false),
        (Kind::NoLongerShown, None, evil, own, false),
        (Kind::Gone, None, evil, own, false),
        (Kind::Renamed, Some("ede_nl"), "https://x.com/ede_nl", own, true),
        (Kind::Renamed, Some("ede_nl"), own, own, true),
        (Kind::Renamed, Some("ede_nl"), evil, own, false),
        (Kind::Moved, Some("https://a.nl/@ede"), "https://a.nl/@ede", own, true),
        (Kind::Moved, Some("https://a.nl/@ede"), evil, own, false),
    ] {
        let says = if kind == Kind::NoLongerShown { Says::NoLongerShown } else { Says::Official };
        let subject = subject(kind, "x", "gemeente_ede", value);
        let mut case = accepted(today(), says);
        case.url = Some(url.to_owned());
        case.evidence.iter_mut().for_each(|it| it.href = Some(href.to_owned()));
        let applied = apply(&directory(), &minded(&subject, case), None);
        let why: Vec<Refusal> = applied.refused.iter().map(|(_, why)| *why).collect();
        assert_eq!(why, vec![Refusal::OtherAddress; usize::from(!is_it)], "{kind:?} {url} {href}");
        let is_changed = applied.directory.to_toml() != directory().to_toml();
        assert_eq!(is_changed, is_it, "{kind:?} {url} {href}");
    }
}

#[test]
fn an_href_of_another_account_is_not_taken_over_as_a_new_one() {
    let mut case = accepted(today(), Says::Official);
    case.evidence.iter_mut().for_each(|it| it.href = Some("https://x.com/evil".to_owned()));
    let all = one(subject(Kind::New, "instagram", "gemeente_ede", None), case);
    assert_eq!(apply(&directory(), &all, None).refused[0].1, Refusal::OtherAddress);
}

#[test]
fn a_page_that_not_anybody_can_open_is_no_evidence() {
    for page in ["https://me@www.ede.nl/", "https://:x@www.ede.nl/", "http://www.ede.nl/", "ede"] {
        let mut all = undecided(Method::OfficialSite, page);
        all.cases.values_mut().for_each(|it| it.decide(Verdict::Accepted, None, today()));
        let applied = apply(&directory(), &all, None);
        let why: Vec<Refusal> = applied.refused.iter().map(|(_, why)| *why).collect();
        assert_eq!(why, [Refusal::NoPage], "{page}");
    }
}
