//! Properties of own observations: they make nothing official, and writing one leaves all others as they are.

use std::collections::BTreeMap;

use officieel::audit::{self, Rule, Scope};
use officieel::check::similarity::Similarity;
use officieel::directory::badge::BadgeKindIndex;
use officieel::directory::{AccountIndex, Basis, Date, Directory, Observed, Overlay, Status};
use proptest::prelude::*;

use crate::loaded::BUILT_IN;
use crate::loaded::english;

const EMPTY: &str = "schema = 1\ntitle = \"t\"\nedition = \"2026-11-22\"\nlicence = \"l\"\n";

fn directory() -> &'static Directory {
    &BUILT_IN.directory
}

fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

/// Days on which something may have been seen, and whether it is only said so in the future.
fn day() -> impl Strategy<Value = Date> {
    (2015..2029_u16, 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

/// What can be recorded of an account: a badge that its platform gives then, or a status.
#[derive(Debug, Clone)]
enum Seen {
    Badge(prop::sample::Index),
    NoBadge,
    Status(usize),
    Moved,
    Nothing,
}

fn seen() -> impl Strategy<Value = Seen> {
    prop_oneof![
        any::<prop::sample::Index>().prop_map(Seen::Badge),
        Just(Seen::NoBadge),
        (0..Status::ALL.len()).prop_map(Seen::Status),
        Just(Seen::Moved),
        Just(Seen::Nothing),
    ]
}

fn observed(seen: &Seen, account: AccountIndex, on: Date) -> Observed {
    let platform = directory().account(account).platform;
    match seen {
        Seen::Badge(index) => {
            let kinds: Vec<BadgeKindIndex> = directory()
                .badge_kinds()
                .filter(|(_, kind)| kind.platform == platform && kind.is_given(on))
                .map(|(index, _)| index)
                .collect();
            Observed::Badge((!kinds.is_empty()).then(|| *index.get(&kinds)))
        }
        Seen::NoBadge => Observed::Badge(None),
        Seen::Status(at) => match Status::ALL[*at] {
            Status::Moved => Observed::Moved("https://elders.example/".to_owned()),
            status => Observed::Status(status),
        },
        Seen::Moved => Observed::Moved("https://x.com/elders".to_owned()),
        Seen::Nothing => Observed::Nothing,
    }
}

/// An overlay after some recordings on any accounts and days; those that come too late are left out.
fn overlay(steps: &[(prop::sample::Index, Seen, Date)]) -> Overlay {
    let accounts: Vec<AccountIndex> = directory().account_indexes().collect();
    let mut overlay = Overlay::parse(EMPTY, directory()).unwrap();
    for (account, seen, on) in steps {
        let account = *account.get(&accounts);
        let observed = observed(seen, account, *on);
        overlay = overlay.with(directory(), account, &observed, *on).unwrap_or(overlay);
    }
    Overlay::parse(&overlay.to_toml(), directory()).unwrap()
}

fn steps() -> impl Strategy<Value = Vec<(prop::sample::Index, Seen, Date)>> {
    prop::collection::vec((any::<prop::sample::Index>(), seen(), day()), 1..24)
}

/// The tables of a file but for its head, each under the organisation that it stands in.
fn tables(text: &str) -> BTreeMap<String, String> {
    let mut owner = String::new();
    let mut tables = BTreeMap::new();
    for table in text.split("\n[[").skip(1) {
        let (name, rest) = table.split_once("]]").unwrap();
        let key: Vec<&str> = rest.lines().filter(|line| !line.is_empty()).take(2).collect();
        if name == "organisation" {
            key[0].clone_into(&mut owner);
        }
        let earlier =
            tables.insert(format!("{name} {owner} {}", key.join(" ")), rest.trim().to_owned());
        assert_eq!(earlier, None, "{table:?}");
    }
    tables
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_becomes_official_by_being_seen(steps in steps()) {
        let overlay = overlay(&steps);
        let under = directory().with_overlay(&overlay, today());
        for index in directory().account_indexes() {
            let (listed, with) = (directory().account(index), under.account(index));
            prop_assert_eq!(with.trust(today()), listed.trust(today()), "{:?}", index);
            prop_assert_eq!(Basis::of(&with.evidence), Basis::of(&listed.evidence), "{:?}", index);
            prop_assert_eq!(with.last_seen(), listed.last_seen(), "{:?}", index);
            prop_assert_eq!((&with.handle, &with.url), (&listed.handle, &listed.url), "{:?}", index);
            let is_observed = under.own_observation(index).is_some();
            prop_assert_eq!(with.evidence.len() > listed.evidence.len(), is_observed, "{:?}", index);
            prop_assert!(with.evidence.starts_with(&listed.evidence), "{:?}", index);
            if !is_observed {
                prop_assert_eq!((with.status, &with.badge), (listed.status, &listed.badge), "{:?}", index);
            }
            let own = with.evidence.iter().skip(listed.evidence.len());
            for own in own {
                prop_assert!(!own.method.names_owner() && own.seen <= today(), "{:?} {:?}", index, own);
            }
        }
        let tally = overlay.tally(directory(), today());
        prop_assert_eq!(tally.unlisted.len(), 0);
        prop_assert_eq!(tally.observed + tally.later, overlay.account_count());
    }

    #[test]
    fn recording_leaves_everything_else_byte_for_byte(
        steps in steps(),
        account in any::<prop::sample::Index>(),
        seen in seen(),
    ) {
        let before = overlay(&steps);
        let accounts: Vec<AccountIndex> = directory().account_indexes().collect();
        let index = *account.get(&accounts);
        let observed = observed(&seen, index, today());
        let Ok(after) = before.with(directory(), index, &observed, today()) else {
            return Ok(());
        };
        let (before, after) = (tables(&before.to_toml()), tables(&after.to_toml()));
        let listed = directory().account(index);
        let owner = format!("id = \"{}\"", directory().organisation(listed.organisation).id);
        let platform = format!("platform = \"{}\"", directory().platform(listed.platform).id());
        let changed: Vec<&String> = before
            .keys()
            .chain(after.keys())
            .filter(|key| before.get(*key) != after.get(*key))
            .collect();
        for key in &changed {
            prop_assert!(key.contains(&owner), "{} changed for {}", key, owner);
            prop_assert!(!key.starts_with("organisation.account") || key.contains(&platform), "{}", key);
        }
        let accounts = changed.iter().filter(|key| key.starts_with("organisation.account"));
        prop_assert!(accounts.collect::<std::collections::BTreeSet<_>>().len() <= 1);
    }
}

#[test]
fn the_audit_of_evidence_is_the_same_with_own_observations() {
    let mut overlay = Overlay::parse(EMPTY, directory()).unwrap();
    for account in directory().account_indexes().step_by(7) {
        overlay = overlay.with(directory(), account, &Observed::Badge(None), today()).unwrap();
    }
    let under = directory().with_overlay(&overlay, today());
    let evidence = |directory: &Directory| {
        let findings =
            audit::audit(directory, &Similarity::new(directory), today(), &Scope::default());
        let is_evidence = |rule: Rule| rule.id().starts_with("evidence-");
        let mut told: Vec<String> = findings
            .iter()
            .filter(|finding| is_evidence(finding.rule()))
            .map(|finding| format!("{finding:?}"))
            .collect();
        told.sort();
        told
    };
    let (listed, with) = (evidence(directory()), evidence(&under));
    assert!(listed.len() > 100);
    assert_eq!(listed, with);
}

/// An overlay as people have it.
const SOUND: &str = r#"# Van mij.
schema = 1
title = "Eigen waarnemingen"
edition = "2026-11-22"
licence = "eigen gebruik"

[[organisation]]
id = "knmi"
name = "KNMI"
kind = "agency"

[[organisation.account]]
platform = "x"
handle = "KNMI"
status = "moved"
successor = "https://social.overheid.nl/@knmi"
badge = { kind = "x-grey", seen = "2026-11-22", url = "https://x.com/KNMI" }
evidence = [
    { method = "own-observation", url = "https://x.com/KNMI", seen = "2026-11-22", note = "badge" },
    { method = "own-observation", url = "https://x.com/KNMI", seen = "2026-11-21", note = "status" },
]
"#;

/// What is put into it to break it.
const PIECES: &[&str] = &[
    "",
    "\"",
    "[",
    "]]",
    "{",
    "#",
    "\n",
    "'''",
    "\u{202e}",
    "\u{1b}[2J",
    "none",
    "2031-01-01",
    "register",
];

const HOSTILE: [char; 2] = ['\u{202e}', '\u{1b}'];

proptest! {
    #[test]
    fn a_broken_overlay_is_refused_or_says_no_more_than_was_seen(
        cuts in prop::collection::vec((0..SOUND.len(), 0..12_usize, 0..PIECES.len()), 1..4),
    ) {
        let mut text = SOUND.to_owned();
        for (at, length, piece) in cuts {
            let is_start = |at: &usize| text.is_char_boundary(*at);
            let start = (at.min(text.len())..=text.len()).find(is_start).unwrap();
            let end = ((start + length).min(text.len())..=text.len()).find(is_start).unwrap();
            text.replace_range(start..end, PIECES[piece]);
        }
        match Overlay::parse(&text, directory()) {
            Err(problems) => {
                for problem in problems {
                    let said = english(&problem);
                    prop_assert!(!said.contains(HOSTILE), "{}", said);
                }
            }
            Ok(overlay) => {
                prop_assert!(!text.contains(HOSTILE));
                let under = directory().with_overlay(&overlay, today());
                for (with, listed) in under.accounts().zip(directory().accounts()) {
                    prop_assert_eq!(with.trust(today()), listed.trust(today()), "{:?}", with);
                }
                let again = Overlay::parse(&overlay.to_toml(), directory()).unwrap();
                prop_assert_eq!(again.to_toml(), overlay.to_toml());
            }
        }
    }
}

#[test]
fn the_sound_overlay_is_sound() {
    let overlay = Overlay::parse(SOUND, directory()).unwrap();
    assert_eq!(overlay.tally(directory(), today()).observed, 1);
}
