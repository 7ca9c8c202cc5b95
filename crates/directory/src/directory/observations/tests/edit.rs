//! What stands in an overlay after something was recorded.

use super::*;

const TODAY: &str = "2026-11-22";

/// What was recorded one after the other, from an empty overlay on.
fn recorded(steps: &[(&str, Observed, &str)]) -> Result<Overlay, NewerObservationError> {
    let directory = small();
    let mut overlay = Overlay::parse(HEAD, &directory).unwrap();
    for (handle, observed, today) in steps {
        overlay = overlay.with(&directory, index(&directory, handle), observed, day(today))?;
        // What is written can be read.
        let read = Overlay::parse(&overlay.to_toml(), &directory).unwrap();
        assert_eq!(read.to_toml(), overlay.to_toml());
    }
    Ok(overlay)
}

fn blue() -> Observed {
    Observed::Badge(Some(BadgeKindIndex(1)))
}

#[test]
fn a_badge_and_a_status_keep_their_own_days() {
    let overlay = recorded(&[
        ("GemZandmeer", blue(), "2026-11-20"),
        ("GemZandmeer", Observed::Status(Status::Left), "2026-11-21"),
        ("GemZandmeer", Observed::Badge(None), TODAY),
    ])
    .unwrap();
    insta::assert_snapshot!("kept-days", overlay.to_toml());
}

#[test]
fn the_newest_stands() {
    let closed = Observed::Status(Status::Closed);
    let moved = Observed::Moved("https://x.com/elders".to_owned());
    for (first, then, days, expected) in [
        (
            blue(),
            Observed::Badge(None),
            (TODAY, TODAY),
            Ok("kind = \"none\", seen = \"2026-11-22\""),
        ),
        (
            Observed::Badge(None),
            blue(),
            ("2026-11-21", TODAY),
            Ok("kind = \"x-blue\", seen = \"2026-11-22\""),
        ),
        (blue(), Observed::Badge(None), (TODAY, "2026-11-21"), Err(TODAY)),
        (
            closed.clone(),
            moved.clone(),
            (TODAY, TODAY),
            Ok("status = \"moved\"\nsuccessor = \"https://x.com/elders\""),
        ),
        (closed.clone(), moved, (TODAY, "2026-11-21"), Err(TODAY)),
        // An observation of something else is no obstacle.
        (blue(), closed.clone(), (TODAY, "2026-11-21"), Ok("status = \"closed\"")),
        (closed, blue(), (TODAY, "2026-11-21"), Ok("kind = \"x-blue\", seen = \"2026-11-21\"")),
    ] {
        let steps = [("MinWind", first, days.0), ("MinWind", then, days.1)];
        match (recorded(&steps), expected) {
            (Ok(overlay), Ok(part)) => {
                let text = overlay.to_toml();
                assert!(text.contains(part), "{steps:?}\n{text}");
                assert_eq!(
                    text.matches("note = \"badge\"").count(),
                    text.matches("badge =").count()
                );
            }
            (given, expected) => {
                let given = given.map(|overlay| overlay.to_toml());
                assert_eq!(given.unwrap_err(), NewerObservationError(day(expected.unwrap_err())));
            }
        }
    }
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    let empty = Overlay::parse(HEAD, &small()).unwrap().to_toml();
    let unknown = Observed::Status(Status::Unknown);
    let closed = Observed::Status(Status::Closed);
    for steps in [
        vec![Observed::Nothing],
        vec![unknown.clone()],
        vec![blue(), Observed::Nothing],
        vec![closed.clone(), unknown.clone()],
        vec![Observed::BadgeUnknown],
        vec![blue(), Observed::BadgeUnknown],
        vec![blue(), closed.clone(), unknown.clone(), Observed::BadgeUnknown],
        vec![closed.clone(), blue(), Observed::Nothing],
    ] {
        let steps: Vec<_> = steps.into_iter().map(|step| ("MinWind", step, TODAY)).collect();
        assert_eq!(recorded(&steps).unwrap().to_toml(), empty, "{steps:?}");
    }
    let with_badge = recorded(&[("MinWind", blue(), TODAY)]).unwrap().to_toml();
    let steps = [blue(), closed.clone(), unknown].map(|step| ("MinWind", step, TODAY));
    assert_eq!(recorded(&steps).unwrap().to_toml(), with_badge);
    let with_status = recorded(&[("MinWind", closed.clone(), TODAY)]).unwrap().to_toml();
    let steps = [blue(), closed, Observed::BadgeUnknown].map(|step| ("MinWind", step, TODAY));
    assert_eq!(recorded(&steps).unwrap().to_toml(), with_status);
}

#[test]
fn an_organisation_stays_while_something_is_known_of_it() {
    let directory = small();
    let minwind = index(&directory, "MinWind");
    let lines = format!("handle = \"MinWind\"; {}", badge("none", TODAY));
    let account = text(&[&lines]);
    let others = "\n[[organisation]]\nid = \"b\"\nname = \"B\"\nkind = \"other\"\nparent = \"a\"\n";
    for (given, is_kept) in [
        (account.clone(), false),
        (account.replace("kind = \"other\"\n", "kind = \"other\"\nnote = \"Van mij.\"\n"), true),
        (account.clone() + others, true),
        (account.clone() + &others.replace("parent = \"a\"\n", ""), false),
        (
            account.replacen(OWNER, &format!("{}{OWNER}", others.replace("parent = \"a\"", "")), 1),
            false,
        ),
        (account.clone() + "\n[[family]]\nword = \"wind\"\norganisation = \"a\"\n", true),
    ] {
        let overlay = Overlay::parse(&given, &directory).unwrap();
        let left = overlay.with(&directory, minwind, &Observed::Nothing, day(TODAY)).unwrap();
        let (before, after) = (overlay.to_toml(), left.to_toml());
        assert!(!after.contains("account"), "{after}");
        assert_eq!(after.contains("id = \"a\""), is_kept, "{after}");
        assert_eq!(after.contains("id = \"b\""), before.contains("id = \"b\""), "{after}");
        assert_eq!(after.contains("parent = \"a\""), before.contains("parent = \"a\""), "{after}");
        assert!(Overlay::parse(&after, &directory).is_ok(), "{after}");
    }
}

#[test]
fn what_else_is_said_of_the_account_stays() {
    let directory = small();
    let own = evidence("2026-01-01", "met eigen ogen");
    let lines = format!(
        "handle = \"minwind\"; display_name = \"Wind\"; evidence = [{own}]; note = \"Van mij.\""
    );
    let overlay = Overlay::parse(&text(&[&lines]), &directory).unwrap();
    let minwind = index(&directory, "MinWind");
    let overlay = overlay.with(&directory, minwind, &blue(), day(TODAY)).unwrap();
    let text = overlay.to_toml();
    for kept in [
        "handle = \"minwind\"",
        "display_name = \"Wind\"",
        "met eigen ogen",
        "note = \"Van mij.\"",
        "name = \"A\"",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    assert_eq!(text.matches("[[organisation").count(), 2, "{text}");
}

#[test]
fn every_account_can_be_observed() {
    let directory = small();
    let mut overlay = Overlay::parse(HEAD, &directory).unwrap();
    for index in directory.account_indexes() {
        let observed = Observed::Status(Status::Parked);
        overlay = overlay.with(&directory, index, &observed, day(TODAY)).unwrap();
    }
    let overlay = Overlay::parse(&overlay.to_toml(), &directory).unwrap();
    let all = directory.account_count();
    let expected = Tally { observed: all, ..Tally::default() };
    assert_eq!(overlay.tally(&directory, day(TODAY)), expected);
    let under = directory.with_overlay(&overlay, day(TODAY));
    assert!(under.accounts().all(|it| it.status == Status::Parked));
}
