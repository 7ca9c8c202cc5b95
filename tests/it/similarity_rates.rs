//! The two rates of a check: look-alikes that are flagged, and innocent names that are not.
//!
//! `cargo bench --bench check` tells the rates of all that can be made, and by trick and length; here
//! one in some is judged.

#[path = "../../benches/check/lookalikes.rs"]
mod lookalikes;
#[path = "../../benches/check/rates.rs"]
mod rates;

use std::collections::HashSet;

use lookalikes::{Kind, LookAlike, PLATFORMS};
use rates::{Called, Court, innocent_names};

/// One in so many look-alikes is judged: enough for each trick on each platform. A debug build takes
/// milliseconds for each.
const ONE_IN: usize = 83;

/// One in so many innocent names is judged.
const ONE_INNOCENT_IN: usize = 6;

#[test]
fn look_alikes_are_flagged_and_never_official() {
    let court = Court::new();
    let caught = court.caught(ONE_IN);
    let missed = || -> Vec<String> {
        let label = |it: &LookAlike| {
            format!("{} of {}, {} letters ({})", it.name, it.of, it.length, it.kind.label())
        };
        caught.that_were(Called::Neither).map(label).collect()
    };
    for kind in Kind::SINGLE.into_iter().chain(Kind::TWO) {
        assert!(caught.count(|it| it.kind == kind).0 > 0, "none of {}", kind.label());
    }
    for id in PLATFORMS {
        let platform = court.directory.platforms.by_id(id).unwrap();
        assert!(caught.count(|it| it.platform == platform).0 > 0, "none on {id}");
    }
    let official: Vec<&String> = caught.that_were(Called::Official).map(|it| &it.name).collect();
    assert!(official.is_empty(), "{official:?}");
    let (made, flagged) = caught.count(|it| Kind::SINGLE.contains(&it.kind));
    assert!(made > 500, "only {made} of {} handles", caught.made.handles);
    assert!(flagged * 100 >= made * 99, "{flagged} of {made}: {:?}", missed());
}

#[test]
fn all_that_can_be_made_is_as_much_as_was_asked_for() {
    let court = Court::new();
    let made = lookalikes::LookAlikes::new(&court.directory, 1);
    assert!(made.all.len() >= 20_000, "{} names", made.all.len());
    let is_of = |id: &str| court.directory.platforms.by_id(id);
    let wanted = court.directory.accounts().filter(|it| it.handle.is_some());
    let wanted = wanted.filter(|it| PLATFORMS.iter().any(|id| is_of(id) == Some(it.platform)));
    assert_eq!(made.handles, wanted.count());
    let mut seen = HashSet::new();
    for it in &made.all {
        let key = (it.platform, it.of.clone(), it.name.to_lowercase());
        assert!(seen.insert(key), "{} of {} twice", it.name, it.of);
    }
}

#[test]
fn innocent_names_are_left_alone() {
    let found = Court::new().innocents(ONE_INNOCENT_IN);
    let alarms: Vec<String> =
        found.false_alarms.iter().map(|it| format!("{} for {}", it.name, it.genuine)).collect();
    assert!(found.official.is_empty(), "listed: {:?}", found.official);
    assert!(found.names >= 500, "only {} names", found.names);
    assert!(alarms.len() * 100 <= found.names, "{} of {}: {alarms:?}", alarms.len(), found.names);
}

#[test]
fn innocent_names_are_many_and_distinct() {
    assert!(innocent_names().count() >= 2000);
    let mut seen = HashSet::new();
    for name in innocent_names() {
        assert!(seen.insert(name.to_lowercase()), "{name} twice");
    }
}
