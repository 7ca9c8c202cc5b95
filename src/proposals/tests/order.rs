//! In which order proposals are looked at, and what of a new organisation its accounts need.

use super::*;

/// A body that is new, and an account of it.
fn of_new_body(kind: Kind, account: Option<&str>) -> Subject {
    Subject {
        organisation: "gemeente-nieuw".to_owned(),
        kind,
        platform: account.map(|_| "x".to_owned()),
        account: account.map(str::to_owned),
        value: (kind == Kind::OrganisationNew).then(|| "Gemeente Nieuw".to_owned()),
    }
}

fn names(all: &Proposals) -> Vec<&str> {
    let name = |it: &&Subject| it.account.is_none();
    let open = all.open().into_iter();
    open.map(|it| if name(&it) { "new body" } else { it.account.as_deref().unwrap() }).collect()
}

#[test]
fn alarms_come_first_then_what_may_be_a_strangers_and_then_the_surest() {
    let mut all = Proposals::default();
    for (kind, account, confidence, against) in [
        (Kind::New, "a", Confidence::Low, ""),
        (Kind::New, "b", Confidence::High, "not-customary x"),
        (Kind::OtherOwner, "c", Confidence::Low, ""),
        (Kind::New, "d", Confidence::Low, "look-alike gemeente_ede"),
        (Kind::New, "e", Confidence::High, "stranger evil.example"),
    ] {
        let against = Some(against).filter(|it| !it.is_empty()).map(str::to_owned);
        let against = against.into_iter().collect();
        let case = Case { confidence: Some(confidence), against, ..Case::default() };
        all.add(subject(kind, "x", account, None), case);
    }
    assert_eq!(names(&all), ["c", "e", "d", "b", "a"]);
}

#[test]
fn a_new_organisation_comes_right_before_its_accounts() {
    let mut all = Proposals::default();
    let sure = |confidence| Case { confidence: Some(confidence), ..Case::default() };
    all.add(subject(Kind::New, "x", "ede", None), sure(Confidence::Medium));
    all.add(of_new_body(Kind::New, Some("nieuw")), sure(Confidence::High));
    all.add(of_new_body(Kind::New, Some("nieuw2")), sure(Confidence::Low));
    all.add(of_new_body(Kind::OrganisationNew, None), sure(Confidence::Low));
    assert_eq!(names(&all), ["new body", "nieuw", "nieuw2", "ede"]);
    let (found, _) = all.new_organisation("gemeente-nieuw").unwrap();
    assert_eq!(found.value.as_deref(), Some("Gemeente Nieuw"));
    assert!(all.new_organisation("gemeente-nieu").is_none());
    // An account that may be a stranger's takes its organisation along.
    let warned = Case { against: ["look-alike ede".to_owned()].into(), ..sure(Confidence::Low) };
    all.add(of_new_body(Kind::New, Some("nieuw2")), warned);
    all.add(subject(Kind::New, "x", "zeker", None), sure(Confidence::High));
    assert_eq!(names(&all), ["new body", "nieuw2", "nieuw", "zeker", "ede"]);
}

#[test]
fn an_account_of_an_organisation_that_was_not_accepted_is_told_apart_from_one_of_others() {
    let mut all = Proposals::default();
    all.add(of_new_body(Kind::New, Some("nieuw")), accepted(today(), Says::Official));
    let applied = apply(&directory(), &all, None);
    assert_eq!(applied.refused[0].1, Refusal::NoOrganisation);
    for verdict in [None, Some(Verdict::Rejected), Some(Verdict::Later)] {
        let mut body = Case::default();
        if let Some(verdict) = verdict {
            body.decide(verdict, None, today());
        }
        let mut all = all.clone();
        all.add(of_new_body(Kind::OrganisationNew, None), body);
        let applied = apply(&directory(), &all, None);
        assert_eq!(applied.refused[0].1, Refusal::NewUnaccepted, "{verdict:?}");
    }
}

#[test]
fn a_reason_stays_where_the_same_is_decided_again_without_one() {
    let mut case = Case::default();
    let reason = |case: &Case| case.decision.as_ref().and_then(|it| it.reason.clone());
    case.decide(Verdict::Rejected, Some("why".to_owned()), today());
    case.decide(Verdict::Rejected, None, today());
    assert_eq!(reason(&case).as_deref(), Some("why"));
    case.decide(Verdict::Rejected, Some("other".to_owned()), today());
    assert_eq!(reason(&case).as_deref(), Some("other"));
    case.decide(Verdict::Accepted, None, today());
    assert_eq!(reason(&case), None, "it was the reason of the other decision");
}

#[test]
fn a_new_organisation_is_taken_over_with_its_place_and_number() {
    let text = "schema = 1\n[[proposal]]\nkind = \"organisation-new\"\norganisation = \"gemeente-nieuw\"\n\
        value = \"Gemeente Nieuw\"\nprofile = { kind = \"municipality\", places = [\"Nieuw\"], phone = \"14 0318\" }\n\
        evidence = [{ method = \"register\", url = \"https://register.example/\", seen = \"2026-11-30\" }]\n";
    let mut all = read(text.as_bytes()).unwrap();
    assert_eq!(read(write(&all, "Proposals").as_bytes()).unwrap(), all);
    for case in all.cases.values_mut() {
        case.decide(Verdict::Accepted, None, today());
    }
    let after = reloaded(&directory(), &all);
    let body = after.organisation(after.organisation_by_id("gemeente-nieuw").unwrap());
    assert_eq!(
        (body.phone.as_deref(), &*body.places),
        (Some("14 0318"), &["Nieuw".to_owned()][..])
    );
}

#[test]
fn what_stands_in_a_file_keeps_its_number_and_what_is_new_follows() {
    let of = |name: &str| one(subject(Kind::New, "x", name, None), Case::default());
    let names = |all: &Proposals| {
        all.in_file().iter().map(|it| it.account.clone().unwrap()).collect::<Vec<String>>()
    };
    let known = read(write(&of("m").join(of("z")), "Proposals").as_bytes()).unwrap();
    let joined = known.join(of("a")).join(of("n"));
    assert_eq!(names(&joined), ["m", "z", "a", "n"]);
    let again = read(write(&joined, "Proposals").as_bytes()).unwrap();
    assert_eq!(names(&again), ["m", "z", "a", "n"]);
    assert_eq!(names(&again.clone().join(of("b")).join(of("z"))), ["m", "z", "a", "n", "b"]);
    assert_eq!(again, joined, "the place is no part of what they say");
}

#[test]
fn the_words_of_its_page_show_another_handle_where_they_have_it() {
    let case = |excerpt: &str| {
        let page = Sighting {
            excerpt: Some(excerpt.to_owned()),
            ..Sighting::new(Method::OfficialSite, "https://www.ede.nl/", today())
        };
        Case { evidence: vec![page], ..Case::default() }
    };
    for (excerpt, is_shown) in [("Wij heten nu @Ede_Stad", true), ("Wij heten anders", false)] {
        let renamed = subject(Kind::Renamed, "x", "gemeente_ede", Some("ede_stad"));
        let mut all = one(renamed, case(excerpt));
        all.mind_strangers(&directory());
        let is_warned = all.cases.values().any(|it| it.warnings().next().is_some());
        assert_eq!(is_warned, !is_shown, "{excerpt}");
    }
}
