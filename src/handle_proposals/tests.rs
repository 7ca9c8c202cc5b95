use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::directory::Kind;

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| crate::embedded::directory().unwrap());
static SIMILARITY: LazyLock<Similarity> = LazyLock::new(|| Similarity::new(&DIRECTORY));

/// What is proposed for a body that is not listed.
fn named(name: &str, kind: Kind, platform: &str, limit: usize) -> Proposals {
    let platform = DIRECTORY.platforms.by_id(platform).unwrap();
    let (organisations, left_out): (&[OrganisationIndex], &[OrganisationIndex]) = (&[], &[]);
    let name = Some(name);
    propose(
        &DIRECTORY,
        &SIMILARITY,
        &Request { organisations, name, kind, platform, limit, left_out },
    )
}

/// What is proposed for a listed body.
fn listed(id: &str, platform: &str) -> Proposals {
    let organisations = &[DIRECTORY.organisation_by_id(id).unwrap()];
    let kind = DIRECTORY.organisation(organisations[0]).kind;
    let platform = DIRECTORY.platforms.by_id(platform).unwrap();
    let request = Request { organisations, name: None, kind, platform, limit: 5, left_out: &[] };
    propose(&DIRECTORY, &SIMILARITY, &request)
}

fn names(proposals: &Proposals) -> Vec<&str> {
    proposals.proposals.iter().map(|it| it.name.text()).collect()
}

#[test]
fn names_follow_the_customs_of_the_family() {
    for (name, kind, platform, first) in [
        ("Nieuwstad", Kind::Municipality, "instagram", "gemeentenieuwstad"),
        ("Gemeente Nieuwstad", Kind::Municipality, "instagram", "gemeentenieuwstad"),
        ("Nieuwstad", Kind::Municipality, "linkedin", "gemeente-nieuwstad"),
        ("Ny Stêd", Kind::Municipality, "facebook", "gemeentenysted"),
        ("'s-Nieuwstad aan Zee", Kind::Municipality, "facebook", "gemeentesnieuwstadaanzee"),
        ("Nieuwland", Kind::Province, "linkedin", "provincie-nieuwland"),
        ("Nieuwstad", Kind::Municipality, "mastodon", "gemeentenieuwstad@social.overheid.nl"),
        ("Nieuwstad", Kind::Municipality, "bluesky", "gemeentenieuwstad.bsky.social"),
        ("Wind en Weer", Kind::Ministry, "x", "minww"),
    ] {
        let proposals = named(name, kind, platform, 3);
        let written = names(&proposals).first().map(|it| it.to_lowercase());
        assert_eq!(written.as_deref(), Some(first), "{name} {platform}");
    }
}

#[test]
fn each_proposal_says_what_speaks_for_and_against_it() {
    let proposals = named("Nieuwstad", Kind::Municipality, "instagram", 3);
    let first = &proposals.proposals[0];
    let Convention::Template(template, Basis::Platform) = &first.convention else {
        panic!("{first:?}")
    };
    assert_eq!(template.to_string(), "gemeente{place}");
    assert!(first.share.percent() > Some(50), "{:?}", first.share);
    assert_eq!((first.length, proposals.limit, first.own), (17, Some(30), None));
    assert_eq!(first.parked.len(), PARKED);
    assert!(proposals.total > 3);
    assert_eq!(proposals.renames, []);
    // Too few municipalities are on TikTok for customs of their own there.
    let elsewhere = &named("Nieuwstad", Kind::Municipality, "tiktok", 1).proposals[0].convention;
    assert!(matches!(elsewhere, Convention::Template(_, Basis::Elsewhere)), "{elsewhere:?}");
}

#[test]
fn what_is_too_long_is_shortened_and_told() {
    let proposals = named("Nieuwstad aan de Vecht", Kind::Municipality, "x", 3);
    assert!(matches!(proposals.refused[0].reason, Refusal::Long(_)), "{:?}", proposals.refused);
    assert!(proposals.proposals.iter().all(|it| it.length <= 15), "{:?}", names(&proposals));
    assert_eq!(proposals.proposals.len(), 3);
}

#[test]
fn what_another_has_is_not_proposed_and_what_is_its_own_is_told() {
    let own = listed("gemeente-alphen-aan-den-rijn", "x");
    assert!(own.proposals.iter().any(|it| it.own.is_some()), "{:?}", names(&own));
    assert_eq!(own.renames.len(), 1);
    assert!(own.renames[0].named_by > 0);
    // A town that isn't listed and bears the name of one that is.
    let taken = named("Alphen aan den Rijn", Kind::Municipality, "instagram", 0);
    let refused = &taken.refused[0];
    assert!(matches!(refused.reason, Refusal::Taken(_)), "{refused:?}");
    assert!(!names(&taken).contains(&refused.name.as_str()));
}

#[test]
fn numbers_are_no_names() {
    assert_eq!(names(&named("Nieuwstad", Kind::Municipality, "whatsapp", 0)), Vec::<&str>::new());
}

#[test]
fn names_that_are_near_to_anothers_are_told() {
    // One letter beside Zwolle.
    let near = named("Zwollo", Kind::Municipality, "instagram", 1);
    let other = near.proposals[0].confusable.map(|it| DIRECTORY.account(it).organisation);
    assert_eq!(other, DIRECTORY.organisation_by_id("gemeente-zwolle"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_proposal_can_be_and_is_no_other_bodys(
        name in "(')?\\PC{0,12}|[A-Z][a-zé]{2,9}( (aan|en|de|op) [A-Z][a-z]{2,9}){0,2}",
        kind in prop::sample::select(vec![Kind::Province, Kind::Ministry, Kind::WaterBoard]),
        platform in prop::sample::select(vec!["x", "instagram", "linkedin", "mastodon", "bluesky"]),
    ) {
        let proposals = named(&name, kind, platform, 0);
        let platform = DIRECTORY.platforms.by_id(platform).unwrap();
        let mut known = HashSet::new();
        for it in &proposals.proposals {
            let parsed = DIRECTORY.platform(platform).parse_name(it.name.text());
            prop_assert_eq!(parsed.as_ref(), Ok(&it.name));
            prop_assert!(known.insert(it.name.clone()), "twice {}", it.name);
            let reference = Reference { platform, name: it.name.clone() };
            prop_assert_eq!(DIRECTORY.account_by(&reference), None);
            prop_assert!(DIRECTORY.formerly(&reference).is_none());
        }
    }
}
