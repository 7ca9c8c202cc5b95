//! What a look tells of what it saw, and of what it did not.

use super::super::baseline::Baseline;
use super::super::*;
use super::{CITY, PAGE, account, day, key, look, told, unlisted, why};
use crate::audit::baseline::BaselineErrorKind;
use crate::changes::{Body, Value};

#[test]
fn what_a_site_shows_is_told_with_the_day_of_the_page() {
    for (name, then, kind) in [
        ("another account", unlisted(None), Kind::NewOnSite),
        ("a look-alike", unlisted(Some("GemZandmeer")), Kind::LookAlikeOnSite),
    ] {
        let (_, known) = compare(None, &look("2026-11-01", account()));
        let change = &compare(Some(&known), &then).0.changes[0];
        assert_eq!((change.kind, change.seen), (kind, day("2026-11-30")), "{name}");
    }
}

#[test]
fn a_name_that_leads_nowhere_is_told_once() {
    let mut broken = unlisted(None);
    let standing = Standing::LeadsNowhere("GemZandmeer".to_owned());
    broken.unlisted.values_mut().for_each(|it| it.standing = standing.clone());
    let looks = [look("2026-11-01", account()), broken.clone(), broken];
    assert_eq!(told(&looks), [vec![], vec!["leads-nowhere"], vec![]]);
}

#[test]
fn a_look_that_saw_nothing_is_told_from_one_that_saw_no_change() {
    let answered = |verified| look("2026-11-01", Account { verified, ..account() });
    let page = |why: Option<Reason>| {
        let mut it = look("2026-11-01", account());
        it.pages.insert((CITY.to_owned(), PAGE.to_owned()), why);
        it
    };
    for (name, it, looked) in [
        ("nothing", look("2026-11-01", account()), Some(0)),
        ("only the directory", Look { looks: false, ..look("2026-11-01", account()) }, None),
        ("a page", page(None), Some(1)),
        ("a page that is out", page(Some(why())), Some(0)),
        ("an account", answered(Verified::Answered(Answer::Exists)), Some(1)),
        ("an account that isn't there", answered(Verified::NotThereOnce), Some(1)),
        ("a platform that is out", answered(Verified::CouldNotLook(why())), Some(0)),
    ] {
        let comparison = compare(None, &it).0;
        let expected = (looked, looked == Some(0));
        assert_eq!((comparison.looked, comparison.is_blind()), expected, "{name}");
    }
}

#[test]
fn what_is_no_baseline_is_told_without_words_of_the_program() {
    let (_, known) = compare(None, &look("2026-11-01", account()));
    let row = known.to_json().replace("\"unlisted\": []", "\"unlisted\": [[]]");
    for text in ["[]", "5", "null", "\"\"", "[1, 2]", &row] {
        let fault = Baseline::read(text.as_bytes()).unwrap_err();
        assert_eq!(fault.problem, BaselineErrorKind::Shape, "{text}: {fault}");
    }
}

#[test]
fn another_name_with_the_same_id_is_one_change() {
    let of = |day: &str, all: &[(&str, Option<&str>, Vec<Alarm>)]| {
        let mut look = look(day, account());
        look.accounts = all
            .iter()
            .map(|(name, id, alarms)| {
                let (name, id, alarms) =
                    ((*name).to_owned(), id.map(str::to_owned), alarms.clone());
                (key("mastodon", &name), Account { name, id, alarms, ..account() })
            })
            .collect();
        look
    };
    let other = || {
        let [listed, found] = ["2", "1"].map(str::to_owned);
        vec![Alarm::OtherId { listed, found }]
    };
    let gone_and_new = vec!["account-gone", "account-new"];
    for (name, was, now, expected) in [
        (
            "the same id",
            vec![("a@s", Some("1"))],
            vec![("b@s", Some("1"), vec![])],
            vec!["account-renamed"],
        ),
        (
            "another id",
            vec![("a@s", Some("1"))],
            vec![("b@s", Some("2"), vec![])],
            gone_and_new.clone(),
        ),
        ("no id now", vec![("a@s", Some("1"))], vec![("b@s", None, vec![])], gone_and_new.clone()),
        ("no id then", vec![("a@s", None)], vec![("b@s", Some("1"), vec![])], gone_and_new.clone()),
        ("no id at all", vec![("a@s", None)], vec![("b@s", None, vec![])], gone_and_new.clone()),
        (
            "another server",
            vec![("a@s", Some("1"))],
            vec![("b@t", Some("1"), vec![])],
            gone_and_new.clone(),
        ),
        (
            "another has the name",
            vec![("a@s", Some("1"))],
            vec![("b@s", Some("1"), other())],
            vec!["other-id", "account-gone", "account-new"],
        ),
        (
            "the name before is still listed",
            vec![("a@s", Some("1"))],
            vec![("a@s", None, vec![]), ("b@s", Some("1"), vec![])],
            vec!["account-new"],
        ),
        (
            "one id, two names",
            vec![("a@s", Some("1"))],
            vec![("b@s", Some("1"), vec![]), ("c@s", Some("1"), vec![])],
            vec!["account-renamed", "account-new"],
        ),
    ] {
        let was: Vec<_> = was.into_iter().map(|(name, id)| (name, id, Vec::new())).collect();
        let looks = [of("2026-11-01", &was), of("2026-12-01", &now), of("2027-01-01", &now)];
        let told = told(&looks);
        assert_eq!(told[1], expected, "{name}");
        assert!(told[2].iter().all(|it| *it == "other-id"), "{name}: {told:?}");
    }
    let looks = ["a@s", "b@s"].map(|name| of("2026-11-01", &[(name, Some("1"), vec![])]));
    let (_, mut known) = compare(None, &looks[0]);
    for row in known.accounts.values_mut() {
        row.shown_on = Some(PAGE.to_owned());
    }
    let (comparison, next) = compare(Some(&known), &looks[1]);
    let change = &comparison.changes[0];
    let text = |it: &str| Some(Value::Text(it.to_owned()));
    assert_eq!((&change.before, &change.after), (&text("a@s"), &text("b@s")));
    let row = next.accounts.values().next().unwrap();
    assert_eq!(row.shown_on.as_deref(), Some(PAGE), "what was known of it stays known");
    let mut taken = looks[1].clone();
    let body = Body { id: "other".to_owned(), name: "Other".to_owned() };
    taken.elsewhere.insert(key("mastodon", "a@s"), body);
    let kinds: Vec<&str> =
        compare(Some(&known), &taken).0.changes.iter().map(|it| it.kind.id()).collect();
    assert_eq!(kinds, ["account-moved", "account-new"], "another has the name before");
}
