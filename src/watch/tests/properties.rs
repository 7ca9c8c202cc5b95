//! What holds for any two looks.

use proptest::prelude::*;

use super::super::*;
use super::{CITY, PAGE, account, finding, key, look, why};
use crate::directory::{Status, Trust};

fn any_account() -> impl Strategy<Value = Account> {
    let shown = prop_oneof![
        Just(Shown::Unknown),
        Just(Shown::On(PAGE.to_owned(), "2026-11-20".parse().unwrap())),
        Just(Shown::NotOn(PAGE.to_owned(), "2026-11-25".parse().unwrap())),
    ];
    let verified = prop_oneof![
        Just(Verified::NotAsked),
        Just(Verified::CouldNotLook(why())),
        Just(Verified::NotThereOnce),
        Just(Verified::AtLeastExists(why())),
        Just(Verified::Answered(Answer::Proved)),
        Just(Verified::Answered(Answer::Exists)),
        Just(Verified::Answered(Answer::Absent)),
        Just(Verified::Answered(Answer::Suspended)),
    ];
    let trust = prop::sample::select(Trust::ALL.to_vec());
    let status = prop::sample::select(Status::ALL.to_vec());
    (trust, status, shown, verified).prop_map(|(trust, status, shown, verified)| Account {
        trust,
        status,
        shown,
        verified,
        ..account()
    })
}

fn any_look(today: &'static str) -> impl Strategy<Value = Look> {
    let accounts = prop::collection::btree_map("[a-d]", any_account(), 0..4);
    let pages = prop::collection::btree_map("[a-c]", prop::option::of(Just(why())), 0..3);
    let marks = prop::collection::vec("[0-3]{16}", 0..3);
    (accounts, pages, marks).prop_map(move |(accounts, pages, marks)| {
        let mut it = look(today, account());
        it.accounts = accounts.into_iter().map(|(name, it)| (key("x", &name), it)).collect();
        it.pages = pages.into_iter().map(|(page, why)| ((CITY.to_owned(), page), why)).collect();
        it.findings = marks
            .into_iter()
            .flat_map(|fingerprint| {
                let mut found = finding("name.case", false).findings;
                found[0].entry.fingerprint = fingerprint;
                found
            })
            .collect();
        it
    })
}

proptest! {
    #[test]
    fn the_same_look_twice_says_nothing(first in any_look("2026-11-01"), then in any_look("2026-12-01")) {
        let (_, known) = compare(None, &first);
        let (_, known) = compare(Some(&known), &then);
        let (comparison, again) = compare(Some(&known), &then);
        prop_assert_eq!(comparison.changes, Vec::new());
        prop_assert_eq!(comparison.open, Vec::new());
        prop_assert_eq!(again, known);
    }

    #[test]
    fn the_order_of_lines_and_findings_makes_no_difference(first in any_look("2026-11-01"), then in any_look("2026-12-01")) {
        let (_, known) = compare(None, &first);
        let json = known.to_json();
        let mut turned: serde_json::Value = serde_json::from_str(&json).unwrap();
        for list in turned.as_object_mut().unwrap().values_mut() {
            if let Some(list) = list.as_array_mut() {
                list.reverse();
            }
        }
        let read = Baseline::read(turned.to_string().as_bytes()).unwrap();
        prop_assert_eq!(read.to_json(), json);
        let mut reversed = then.clone();
        reversed.findings.reverse();
        let (one, other) = (compare(Some(&known), &then), compare(Some(&read), &reversed));
        prop_assert_eq!(one.1.to_json(), other.1.to_json());
        let marks = |it: &Comparison| it.changes.iter().map(|it| it.fingerprint.clone()).collect::<Vec<_>>();
        prop_assert_eq!(marks(&one.0), marks(&other.0));
    }

    #[test]
    fn what_is_ignored_is_never_told(first in any_look("2026-11-01"), then in any_look("2026-12-01")) {
        let (_, known) = compare(None, &first);
        let (told, _) = compare(Some(&known), &then);
        let rows: Vec<String> =
            told.changes.iter().map(|it| format!("{{\"fingerprint\":\"{}\"}}", it.fingerprint)).collect();
        let ignored = format!("\"ignored\": [{}]", rows.join(","));
        let json = known.to_json().replace("\"ignored\": []", &ignored);
        let known = Baseline::read(json.as_bytes()).unwrap();
        let (second, next) = compare(Some(&known), &then);
        prop_assert_eq!(second.changes, Vec::new());
        prop_assert_eq!(second.ignored, told.changes.len());
        prop_assert_eq!(next.ignored, known.ignored);
    }

    #[test]
    fn no_bytes_are_a_baseline_that_breaks(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        prop_assert!(Baseline::read(&bytes).is_err());
    }
}
