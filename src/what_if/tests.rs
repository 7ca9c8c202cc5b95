use super::*;

fn outcome(directory: &Directory, leave: &[&str], filter: &str) -> Outcome {
    let leave: Vec<PlatformIndex> =
        leave.iter().map(|id| directory.platforms.by_id(id).unwrap()).collect();
    let filter = Filter::parse(filter, directory).unwrap();
    let question =
        Question { filter: &filter, leave: &leave, move_to: directory.platforms.by_id("mastodon") };
    Outcome::of(&question, directory, Date::new(2026, 11, 30).unwrap())
}

#[test]
fn leaving_nothing_changes_nothing() {
    let directory = crate::embedded::directory().unwrap();
    let outcome = outcome(&directory, &[], "");
    assert_eq!(outcome.affected, Vec::new());
    assert!(outcome.organisations > 1_000 && outcome.there_already > 0);
}

#[test]
fn who_leaves_more_loses_no_less() {
    let directory = crate::embedded::directory().unwrap();
    let one = outcome(&directory, &["x"], "kind:police-team");
    let two = outcome(&directory, &["x", "facebook"], "kind:police-team");
    assert_eq!(one.organisations, two.organisations);
    assert!(one.on_no_platform().count() <= two.on_no_platform().count());
    let of_one: Vec<_> = one.on_no_platform().map(|it| it.organisation).collect();
    let of_two: Vec<_> = two.on_no_platform().map(|it| it.organisation).collect();
    assert!(of_one.iter().all(|it| of_two.contains(it)));
}

#[test]
fn who_keeps_an_account_is_still_somewhere() {
    let directory = crate::embedded::directory().unwrap();
    let all = outcome(&directory, &["x", "facebook", "instagram"], "");
    for it in &all.affected {
        assert!(!it.given_up.is_empty());
        assert!(it.kept.iter().all(|kept| !it.given_up.contains(kept)));
        assert_eq!(it.is_on_no_platform(), it.kept.is_empty());
        assert!(!it.is_out_of_reach() || it.is_on_no_platform());
    }
    let by_kind: usize = all.kinds_on_no_platform(&directory).iter().map(|(_, count)| count).sum();
    assert_eq!(by_kind, all.on_no_platform().count());
}

#[test]
fn whoever_moves_to_an_open_platform_loses_no_open_account() {
    let directory = crate::embedded::directory().unwrap();
    let platform = |id: &str| directory.platforms.by_id(id).unwrap();
    let filter = Filter::parse("soort:provincie|ministerie", &directory).unwrap();
    let leave: Vec<PlatformIndex> = directory
        .platforms
        .iter()
        .map(|(index, _)| index)
        .filter(|index| *index != platform("mastodon"))
        .collect();
    let today = Date::new(2026, 11, 30).unwrap();
    let of = |move_to| {
        Outcome::of(&Question { filter: &filter, leave: &leave, move_to }, &directory, today)
    };
    let losing =
        |outcome: &Outcome| outcome.affected.iter().filter(|it| it.loses_open_account).count();
    assert!(losing(&of(None)) > 0);
    assert_eq!(losing(&of(Some(platform("mastodon")))), 0);
}
