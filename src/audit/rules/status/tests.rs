//! Tests of [`super`].

use super::*;
use crate::audit::Rule;
use crate::audit::testing::{account, directory, findings, found, organisation};

#[test]
fn an_account_outlives_its_organisation_for_certain_only_where_it_is_known_to_be_in_use() {
    for (keys, expected) in [
        ("", &["possible warning: gem_ede"][..]),
        ("status = \"active\"", &["certain error: gem_ede"]),
        ("status = \"closed\"", &[]),
        ("status = \"parked\"", &[]),
        ("shared_with = [\"epe\"]", &[]),
    ] {
        let text =
            organisation("ede", "municipality", "ended = \"2019-01-01\"\nsuccessor = \"epe\"")
                + &account("x", "gem_ede", keys)
                + &organisation("epe", "municipality", "");
        assert_eq!(found(&text, Rule::StatusEnded), expected, "{keys}");
        let directory = directory(&text);
        for finding in findings(&directory, Rule::StatusEnded) {
            assert_eq!(finding.proposal.as_deref(), Some("epe"));
        }
    }
    let exists = organisation("ede", "municipality", "") + &account("x", "gem_ede", "");
    assert_eq!(found(&exists, Rule::StatusEnded), [""; 0]);
}

#[test]
fn who_leaves_keeps_the_name_and_says_where_to() {
    use Rule::{StatusLeft, StatusMoved, StatusParked};
    let (note, next) = ("\nnote = \"Perhaps.\"", "\nsuccessor = \"https://x.com/ede_nl\"");
    for (rule, keys, expected) in [
        (StatusParked, "status = \"parked\"".to_owned(), &["likely warning: gem_ede"][..]),
        (StatusParked, format!("status = \"parked\"{note}"), &["possible warning: gem_ede"]),
        (StatusParked, format!("status = \"parked\"{next}"), &[]),
        (StatusLeft, "status = \"left\"".to_owned(), &["likely error: gem_ede"]),
        (StatusLeft, format!("status = \"left\"{note}"), &["possible warning: gem_ede"]),
        (StatusLeft, "status = \"parked\"".to_owned(), &[]),
        (StatusMoved, format!("status = \"moved\"{next}"), &[]),
        (StatusMoved, "status = \"unknown\"".to_owned(), &[]),
    ] {
        let text = organisation("ede", "municipality", "") + &account("x", "gem_ede", &keys);
        assert_eq!(found(&text, rule), expected, "{rule:?} {keys}");
    }
}

#[test]
fn a_move_to_an_account_that_is_no_longer_used_leads_nowhere() {
    let moved = "status = \"moved\"\nsuccessor = \"https://x.com/";
    for (next, keys, expected) in [
        ("ede_nl", "", &[][..]),
        ("ede_nl", "status = \"closed\"", &["certain warning: gem_ede"]),
        ("elsewhere", "", &[]),
    ] {
        let text = organisation("ede", "municipality", "")
            + &account("x", "ede_nl", keys)
            + &account("x", "gem_ede", &format!("{moved}{next}\""));
        assert_eq!(found(&text, Rule::StatusMoved), expected, "{next} {keys}");
    }
}

#[test]
fn a_move_without_a_successor_is_found_where_a_file_has_not_been_checked() {
    let text = organisation("ede", "municipality", "") + &account("x", "gem_ede", "");
    let mut directory = directory(&text);
    directory.loaded_mut().unwrap().1[0].status = Status::Moved;
    assert_eq!(findings(&directory, Rule::StatusMoved).len(), 1);
}
