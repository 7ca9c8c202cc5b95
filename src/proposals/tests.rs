mod attacks;
mod looks;
mod order;

use crate::directory::{Date, Directory, Method, Says, Status, Trust};
use proptest::prelude::*;

use super::apply::{Refusal, apply};
use super::file::{Fault, read, write};
use super::sighting::newest;
use super::*;

fn today() -> Date {
    Date::new(2026, 11, 30).unwrap()
}

fn loaded(text: &str) -> Directory {
    crate::embedded::from_toml(text, Date::LAST).unwrap()
}

/// A municipality with one account, last seen long ago.
fn directory() -> Directory {
    loaded(
        "schema = 1\ntitle = \"Proef\"\nedition = \"2026-01-01\"\nlicence = \"CC0-1.0\"\n\n\
         [[organisation]]\nid = \"gemeente-ede\"\nname = \"Gemeente Ede\"\nkind = \"municipality\"\n\
         website = \"https://www.ede.nl/\"\n\n\
         [[organisation.account]]\nplatform = \"x\"\nhandle = \"gemeente_ede\"\n\
         evidence = [{ method = \"official-site\", url = \"https://www.ede.nl/\", seen = \"2020-01-01\" }]\n",
    )
}

/// The same, seen not long ago.
fn fresh() -> Directory {
    loaded(&directory().to_toml().replace("2020-01-01", "2026-01-01"))
}

fn subject(kind: Kind, platform: &str, account: &str, value: Option<&str>) -> Subject {
    let is_of_account = kind.is_of_account();
    Subject {
        organisation: "gemeente-ede".to_owned(),
        kind,
        platform: is_of_account.then(|| platform.to_owned()),
        account: is_of_account.then(|| account.to_owned()),
        value: value.map(str::to_owned),
    }
}

/// A case that was accepted, seen on the site on a day.
fn accepted(seen: Date, says: Says) -> Case {
    // What is missing was missed long before as well.
    let first = (says == Says::NoLongerShown).then(|| Date::new(2026, 1, 1).unwrap());
    let page = Sighting {
        says,
        first,
        ..Sighting::new(Method::OfficialSite, "https://www.ede.nl/", seen)
    };
    let mut case = Case { evidence: vec![page], ..Case::default() };
    case.decide(Verdict::Accepted, None, seen);
    case
}

/// The same, with all that warns of it told.
fn minded(subject: &Subject, case: Case) -> Proposals {
    let mut proposals = one(subject.clone(), case);
    proposals.mind_strangers(&directory());
    for case in proposals.cases.values_mut() {
        case.decide(Verdict::Accepted, None, today());
    }
    proposals
}

fn one(subject: Subject, case: Case) -> Proposals {
    let mut proposals = Proposals::default();
    proposals.add(subject, case);
    proposals
}

/// The directory after proposals were taken over, read anew as a file.
fn reloaded(directory: &Directory, proposals: &Proposals) -> Directory {
    let applied = apply(directory, proposals, None);
    assert!(applied.refused.is_empty(), "{:?}", applied.refused);
    loaded(&applied.directory.to_toml())
}

#[test]
fn what_was_accepted_is_taken_over_and_once_is_enough() {
    let site = |says| accepted(today(), says);
    let of_account = |kind, account, value| subject(kind, "x", account, value);
    for (case, subject, says) in [
        ("new", subject(Kind::New, "instagram", "gemeente.ede", None), Says::Official),
        ("confirms", of_account(Kind::Confirms, "Gemeente_Ede", None), Says::Official),
        ("no longer", of_account(Kind::NoLongerShown, "gemeente_ede", None), Says::NoLongerShown),
        ("renamed", of_account(Kind::Renamed, "gemeente_ede", Some("ede_nl")), Says::Official),
        (
            "moved",
            of_account(Kind::Moved, "gemeente_ede", Some("https://a.nl/@ede")),
            Says::Official,
        ),
        ("gone", of_account(Kind::Gone, "gemeente_ede", None), Says::NoLongerShown),
        ("website", of_account(Kind::WebsiteMoved, "", Some("https://ede.nl/")), Says::Official),
        ("name", of_account(Kind::OrganisationRenamed, "", Some("Ede")), Says::Official),
        ("ended", of_account(Kind::OrganisationEnded, "", Some("2027-01-01")), Says::Official),
    ] {
        let proposals = minded(&subject, site(says));
        let before = directory();
        let once = reloaded(&before, &proposals);
        assert_ne!(once.to_toml(), before.to_toml(), "{case}: nothing changed");
        let twice = apply(&once, &proposals, None);
        assert_eq!(twice.directory.to_toml(), once.to_toml(), "{case}: not idempotent");
        assert_eq!((twice.done.len(), twice.known.len()), (0, 1), "{case}");
    }
}

#[test]
fn confirming_renews_a_page_and_changes_the_trust_and_nothing_else() {
    let proposals =
        one(subject(Kind::Confirms, "x", "gemeente_ede", None), accepted(today(), Says::Official));
    let after = reloaded(&directory(), &proposals);
    let account = after.accounts().next().unwrap();
    assert_eq!(account.evidence.len(), 1, "a page that is seen once more is no second piece");
    assert_eq!(account.evidence[0].seen, today());
    assert_eq!((account.trust(today()), account.status), (Trust::Confirmed, Status::Unknown));
    assert_eq!(after.header.edition, today());
}

#[test]
fn what_no_longer_shows_lowers_the_trust() {
    let mut proposals = one(
        subject(Kind::NoLongerShown, "x", "gemeente_ede", None),
        accepted(today(), Says::NoLongerShown),
    );
    effect::fill(&mut proposals, &directory(), today());
    let effect = proposals.cases.values().next().unwrap().effect;
    let lowered = Effect { before: Some(Trust::Aged), after: Trust::Reported };
    assert_eq!(effect, Some(lowered));
    let after = reloaded(&directory(), &proposals);
    let account = after.accounts().next().unwrap();
    assert_eq!((account.trust(today()), account.status), (Trust::Reported, Status::Unknown));
}

#[test]
fn a_new_account_is_listed_by_name_id_or_address() {
    for (case, platform, account, url, is_id) in [
        ("name", "facebook", "gemeenteede", "https://www.facebook.com/gemeenteede", false),
        ("name alone", "instagram", "gemeente_ede", "", false),
        (
            "id",
            "youtube",
            "UCaaaaaaaaaaaaaaaaaaaaaa",
            "https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa",
            true,
        ),
        ("server", "mastodon", "ede@social.overheid.nl", "", false),
        ("page", "rss", "https://www.ede.nl/rss", "https://www.ede.nl/rss", false),
    ] {
        let mut of = accepted(today(), Says::Official);
        of.url = (!url.is_empty()).then(|| url.to_owned());
        let after = reloaded(&directory(), &one(subject(Kind::New, platform, account, None), of));
        let added = after.accounts().find(|it| after.platform(it.platform).id() == platform);
        let added = added.unwrap_or_else(|| panic!("{case} is not listed"));
        assert_eq!(added.platform_id.is_some(), is_id, "{case}");
        assert!(url.is_empty() || added.url == url, "{case}: {}", added.url);
        assert_eq!(added.trust(today()), Trust::Confirmed, "{case}");
    }
}

#[test]
fn what_cannot_be_taken_over_is_refused_and_changes_nothing() {
    let site = || accepted(today(), Says::Official);
    let without = || {
        let mut case = Case::default();
        case.decide(Verdict::Accepted, None, today());
        case
    };
    let elsewhere =
        Subject { organisation: "elders".to_owned(), ..subject(Kind::New, "x", "a", None) };
    for (why, subject, of) in [
        (Refusal::NoOrganisation, elsewhere, site()),
        (Refusal::NoAccount, subject(Kind::Confirms, "x", "elders", None), site()),
        (Refusal::NoPlatform, subject(Kind::New, "hyves", "ede", None), site()),
        (Refusal::NoName, subject(Kind::New, "x", "geen naam!", None), site()),
        (Refusal::NoEvidence, subject(Kind::New, "x", "ede", None), without()),
        (Refusal::NoValue, subject(Kind::Moved, "x", "gemeente_ede", None), site()),
        (Refusal::NoValue, subject(Kind::Moved, "x", "gemeente_ede", Some("http://a.nl/")), site()),
        (Refusal::NoValue, subject(Kind::OrganisationEnded, "", "", Some("morgen")), site()),
        (Refusal::ByHand, subject(Kind::OtherOwner, "x", "gemeente_ede", None), site()),
    ] {
        let applied = apply(&directory(), &minded(&subject, of), None);
        assert_eq!(applied.refused, [(subject, why)]);
        assert_eq!(applied.directory.to_toml(), directory().to_toml(), "{why:?}");
    }
}

#[test]
fn nothing_is_taken_over_without_a_decision_but_confirmations_that_were_asked_for() {
    let mut open = accepted(today(), Says::Official);
    open.decision = None;
    let mut rejected = open.clone();
    rejected.decide(Verdict::Rejected, Some("een ander".to_owned()), today());
    let confirms = subject(Kind::Confirms, "x", "gemeente_ede", None);
    let new = subject(Kind::New, "x", "ede", None);
    for (case, subject, of, confirmations, done) in [
        ("open", &confirms, &open, None, 0),
        ("asked for", &confirms, &open, Some(today()), 1),
        ("rejected", &confirms, &rejected, Some(today()), 0),
        ("new", &new, &open, Some(today()), 0),
    ] {
        let applied = apply(&fresh(), &one(subject.clone(), of.clone()), confirmations);
        assert_eq!(applied.done.len(), done, "{case}");
    }
}

#[test]
fn what_was_rejected_stays_so_until_another_page_says_it() {
    let page = |url: &str| Sighting::new(Method::OfficialSite, url, today());
    let mut case = Case { evidence: vec![page("https://a.nl/")], ..Case::default() };
    assert!(case.is_open());
    case.decide(Verdict::Rejected, Some("van de bouwer".to_owned()), today());
    assert!(!case.is_open());
    let seen = Date::new(2027, 1, 1).unwrap();
    let again = Sighting { seen, ..page("https://a.nl/") };
    let case = case.join(Case { evidence: vec![again], ..Case::default() });
    assert!(!case.is_open(), "the same page on another day");
    let case = case.join(Case { evidence: vec![page("https://a.nl/contact")], ..Case::default() });
    assert!(case.is_open(), "another page");
}

#[test]
fn faults_of_a_file_are_told_with_their_place() {
    let head = "schema = 1\n[[proposal]]\nkind = \"new\"\norganisation = \"a\"\n";
    for (text, line, column, fault) in [
        (String::new(), 1, 1, Fault::Schema),
        ("schema = 2\n".to_owned(), 1, 1, Fault::Schema),
        ("schema = 1\nx = 1\n".to_owned(), 2, 1, Fault::UnknownKey("x".to_owned())),
        (head.to_owned(), 2, 1, Fault::Missing("platform")),
        (format!("{head}platform = 1\n"), 5, 12, Fault::Type("platform", "a text")),
        (format!("{head}platform = \"\u{202e}\"\n"), 5, 12, Fault::Hostile("platform")),
        (
            format!("{head}platform = \"x\"\naccount = \"a\"\nconfidence = \"hoog\"\n"),
            7,
            14,
            Fault::Choice {
                key: "confidence",
                given: "hoog".to_owned(),
                known: "low, medium, high".to_owned(),
            },
        ),
        (
            format!(
                "{head}platform = \"x\"\naccount = \"a\"\nevidence = [{{ method = \"press\", url = \"a\", seen = \"x\" }}]\n"
            ),
            7,
            51,
            Fault::Type("seen", "a day such as \"2026-11-30\""),
        ),
    ] {
        let found = read(text.as_bytes()).unwrap_err();
        assert_eq!((found.line, found.column, &found.fault), (line, column, &fault), "{text}");
    }
    let twice = format!("{head}platform = \"x\"\naccount = \"a\"\n");
    let twice = format!("{twice}{}", twice.strip_prefix("schema = 1\n").unwrap());
    assert_eq!(read(twice.as_bytes()).unwrap_err().fault, Fault::Twice);
    assert_eq!(read(b"schema = 1\n# \xff").unwrap_err().fault, Fault::Encoding);
    assert!(matches!(read(b"schema = ").unwrap_err().fault, Fault::Syntax(_)));
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![Just("a".to_owned()), Just("b".to_owned()), "[ -~é]{1,12}"]
}

fn sightings() -> impl Strategy<Value = Sighting> {
    let method = prop::sample::select(&Method::ALL[..]);
    let says = prop::sample::select(&Says::ALL[..]);
    let url = prop::sample::select(vec!["https://a.nl/", "https://b.nl/x?y=\"\\"]);
    let first = prop::option::of((1_u8..20).prop_map(|day| Date::new(2026, 11, day).unwrap()));
    let more = (prop::option::of(texts()), prop::option::of(texts()), first);
    (method, says, url, 1_u8..20, more).prop_map(|(method, says, url, day, more)| {
        let seen = Date::new(2026, 11, day).unwrap();
        let (zone, excerpt, first) = more;
        Sighting { says, zone, excerpt, first, ..Sighting::new(method, url, seen) }
    })
}

fn decisions() -> impl Strategy<Value = Decision> {
    let verdict = prop::sample::select(&Verdict::ALL[..]);
    let pages = prop::collection::btree_set(texts(), 0..3);
    (verdict, 1_u8..4, prop::option::of(texts()), pages).prop_map(
        |(verdict, day, reason, pages)| Decision {
            on: Date::new(2026, 12, day).unwrap(),
            verdict,
            reason,
            pages,
            despite: BTreeSet::new(),
        },
    )
}

fn cases() -> impl Strategy<Value = Case> {
    let rules = prop::collection::btree_set(texts(), 0..3);
    let against = prop::collection::btree_set(texts(), 0..2);
    let confidence = prop::option::of(prop::sample::select(&Confidence::ALL[..]));
    let evidence = prop::collection::vec(sightings(), 0..4);
    let decision = prop::option::of(decisions());
    (prop::option::of(texts()), evidence, rules, against, confidence, decision).prop_map(
        |(url, evidence, rules, against, confidence, decision)| Case {
            url,
            evidence: newest(evidence),
            rules,
            confidence,
            against,
            effect: None,
            profile: None,
            decision,
        },
    )
}

fn proposals() -> impl Strategy<Value = Proposals> {
    let subject = (prop::sample::select(&Kind::ALL[..]), texts(), prop::option::of(texts()))
        .prop_map(|(kind, account, value)| subject(kind, "x", &account, value.as_deref()));
    let country = prop::option::of(prop::sample::select(&["BE", "NL"][..]));
    let all = prop::collection::vec((subject, cases()), 0..5);
    (all, country).prop_map(|(all, country)| {
        let country = country.map(str::to_owned);
        let mut proposals = Proposals { country, ..Proposals::default() };
        for (subject, case) in all {
            proposals.add(subject, case);
        }
        proposals
    })
}

proptest! {
    #[test]
    fn joining_is_associative_commutative_and_idempotent(
        a in proposals(),
        b in proposals(),
        c in proposals(),
    ) {
        let left = a.clone().join(b.clone()).join(c.clone());
        prop_assert_eq!(&left, &a.clone().join(b.clone().join(c)));
        prop_assert_eq!(a.clone().join(b.clone()), b.join(a.clone()));
        prop_assert_eq!(a.clone().join(a.clone()), a.clone());
        prop_assert_eq!(a.clone().join(Proposals::default()), a);
    }

    #[test]
    fn a_file_says_what_was_written(mut proposals in proposals()) {
        // Of these a file says only what their kind can have.
        let is_bound = |kind| {
            matches!(kind, Kind::NoLongerShown | Kind::Moved | Kind::Gone | Kind::OtherOwner)
        };
        proposals.cases.retain(|subject, _| !is_bound(subject.kind));
        let text = write(&proposals, "Proposals");
        let again = read(text.as_bytes());
        prop_assert_eq!(again.as_ref(), Ok(&proposals), "{}", &text);
        prop_assert_eq!(write(&proposals, "Proposals"), text);
    }

    #[test]
    fn no_file_makes_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }
}

#[test]
fn what_is_taken_away_or_became_of_an_account_never_makes_it_surer() {
    for kind in [Kind::NoLongerShown, Kind::Moved, Kind::Gone] {
        let text = format!(
            "schema = 1\n[[proposal]]\nkind = \"{}\"\norganisation = \"gemeente-ede\"\n\
             platform = \"x\"\naccount = \"gemeente_ede\"\nvalue = \"https://a.nl/@ede\"\n\
             evidence = [{{ method = \"official-site\", url = \"https://www.ede.nl/\", seen = \
             \"2026-11-30\" }}]\ndecision = {{ verdict = \"accepted\", on = \"2026-11-30\" }}\n",
            kind.id()
        );
        let mut proposals = read(text.as_bytes()).unwrap();
        proposals.mind_strangers(&directory());
        for case in proposals.cases.values_mut() {
            case.decide(Verdict::Accepted, None, today());
        }
        let after = apply(&directory(), &proposals, None).directory;
        let trust = after.accounts().next().unwrap().trust(today());
        assert_ne!(trust, Trust::Confirmed, "{}", kind.id());
    }
}
