//! What a look tells of what it saw, and of what it did not.

use super::super::baseline::Baseline;
use super::super::*;
use super::{CITY, PAGE, account, day, look, told, unlisted, why};
use crate::audit::baseline::BaselineErrorKind;

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
