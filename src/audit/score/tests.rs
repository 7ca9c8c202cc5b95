//! Tests of [`super`].

use super::*;
use crate::audit::testing::{account, badge, directory, organisation, today};

fn share(some: usize, all: usize) -> Share {
    Share { some, all }
}

#[test]
fn percents_are_rounded_and_nothing_has_none() {
    for (some, all, expected) in [
        (0, 0, None),
        (0, 3, Some(0)),
        (1, 3, Some(33)),
        (2, 3, Some(67)),
        (1, 200, Some(1)),
        (3, 3, Some(100)),
    ] {
        assert_eq!(share(some, all).percent(), expected, "{some} of {all}");
    }
}

#[test]
fn parts_show_whoever_is_there_and_are_all_only_where_all_are() {
    for (some, all, parts, expected) in [
        (0, 0, 8, 0),
        (0, 9, 8, 0),
        (1, 300, 8, 1),
        (1, 300, 0, 0),
        (1, 300, 1, 1),
        (150, 300, 8, 4),
        (299, 300, 8, 7),
        (300, 300, 8, 8),
    ] {
        assert_eq!(share(some, all).of_parts(parts), expected, "{some} of {all} in {parts}");
    }
}

/// Municipalities with a place, of which three share a template on X.
fn municipalities() -> String {
    let old =
        "evidence = [{ method = \"register\", source = \"register\", seen = \"2020-01-01\" }]";
    let gemeente = |place: &str| {
        let (id, places) = (format!("gemeente-{place}"), format!("places = [\"{place}\"]"));
        organisation(&id, "municipality", &places)
    };
    gemeente("ede")
        + &account("x", "gem_ede", &badge("grey", "2026-01-01"))
        + &account("youtube", "GemEde", "")
        + &gemeente("elst")
        + &account("x", "gem_elst", &badge("none", "2026-01-01"))
        + &account("facebook", "elst", "")
        + &account("x", "elst_werkt", "purpose = \"vacatures\"")
        + &gemeente("epe")
        + &account("x", "GEM_epe", old)
        + &account("linkedin", "epe", "status = \"closed\"")
        + &gemeente("zelhem")
        + &account("x", "heikant", "")
}

#[test]
fn a_family_is_scored_in_shares() {
    let directory = directory(&municipalities());
    let scores = of_family(&directory, today(), Family::Kind(Kind::Municipality));
    let expected = Scores {
        // On X three of five; the other platforms have no template that two of them share.
        convention: share(3, 5),
        // Ede bears one name on both, Elst does not; Epe and Zelhem are on one platform.
        consistency: share(1, 2),
        badges: share(1, 2),
        // Facebook gives no badges here.
        observed: share(2, 6),
        freshness: share(6, 7),
    };
    assert_eq!(scores, expected);
}

#[test]
fn an_organisation_is_held_against_its_family() {
    let directory = directory(&municipalities());
    let zelhem = directory.organisation_by_id("gemeente-zelhem").unwrap();
    assert_eq!(of_organisation(&directory, today(), zelhem).convention, share(0, 1));
    let ede = directory.organisation_by_id("gemeente-ede").unwrap();
    let scores = of_organisation(&directory, today(), ede);
    assert_eq!((scores.convention, scores.consistency), (share(1, 1), share(1, 1)));
}

#[test]
fn families_are_scored_together_as_each_alone() {
    let directory = crate::embedded::directory().unwrap();
    let kinds = [Kind::PoliceTeam, Kind::Ministry, Kind::CaribbeanBody].map(Family::Kind);
    let heads = ["politie", "rijkswaterstaat", "politie-eenheid-den-haag"]
        .map(|id| Family::from_id(&directory, id).unwrap());
    let families = [heads, kinds].concat();
    let alone: Vec<Scores> =
        families.iter().map(|family| of_family(&directory, today(), *family)).collect();
    assert!(alone.iter().any(|scores| scores.convention.some > 0));
    assert_eq!(of_families(&directory, today(), &families), alone);
    assert_eq!(of_families(&directory, today(), &[]), []);
}

#[test]
fn shares_of_organisations_add_up_to_that_of_their_family() {
    let directory = crate::embedded::directory().unwrap();
    for kind in [Kind::PoliceUnit, Kind::Province, Kind::Ministry] {
        let family = Family::Kind(kind);
        let whole = of_family(&directory, today(), family);
        let mut sum = Scores::default();
        for organisation in family.organisations(&directory) {
            let one = of_organisation(&directory, today(), organisation);
            sum.convention.add(one.convention);
            sum.consistency.add(one.consistency);
            sum.badges.add(one.badges);
            sum.observed.add(one.observed);
            sum.freshness.add(one.freshness);
        }
        assert_eq!(sum, whole, "{kind:?}");
        for share in [whole.convention, whole.consistency, whole.badges, whole.freshness] {
            assert!(share.some <= share.all, "{kind:?}");
        }
    }
}
