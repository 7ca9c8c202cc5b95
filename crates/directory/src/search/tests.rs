//! The tables against what they stand for: every text of every organisation, looked at.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::Index;
use super::answer::{Field, Tier};
use super::evaluate::{self, MAX_FIRST_HITS, Scratch, full_scan, indexed, substring, typos};
use super::plan::Plan;
use super::rank::top_k::Weights;
use crate::directory::{Account, Directory};

struct Searched {
    directory: Directory,
    index: Index,
}

static SEARCHED: LazyLock<Searched> = LazyLock::new(|| {
    let directory = crate::testing::built_in();
    let index = Index::build(&directory);
    Searched { directory, index }
});

impl Searched {
    fn plan(&self, query: &str) -> Plan<'_> {
        Plan::new(&self.index.tables, &self.directory, query, usize::MAX)
    }

    fn check_same(&self, tables: &Weights, texts: &Weights, query: &str) {
        for rank in 0..self.index.tables.count {
            let index = self.index.tables.organisation(rank);
            let name = &self.directory.organisation(index).name;
            assert_eq!(tables.get(rank), texts.get(rank), "{query:?} meets {name}");
        }
    }

    /// The strict tiers by tables are those by a look at every text.
    fn check_strict(&self, query: &str) {
        let plan = self.plan(query);
        let mut swept = Scratch::default();
        indexed::search(&plan, &mut swept);
        assert!(substring::search(&plan, &mut swept.weights, &|| false).is_ok());
        let mut scanned = Weights::default();
        assert!(full_scan::search(&plan, &mut scanned, &|| false).is_ok());
        self.check_same(&swept.weights, &scanned, query);
        assert_eq!(swept.weights.total(), scanned.best(usize::MAX).len(), "{query:?}");
    }

    /// So are the typos.
    fn check_typos(&self, query: &str) {
        let plan = self.plan(query);
        let mut swept = Scratch::default();
        swept.weights.clear(self.index.tables.count, self.index.tables.first_ended);
        assert!(typos::search(&plan, &mut swept, &|| false).is_ok());
        let mut looked = Weights::default();
        looked.clear(self.index.tables.count, self.index.tables.first_ended);
        let visit = |rank, entries: &crate::search::index::entries::Entries| {
            if let Some(matched) = typos::best_match(entries, &plan.queries) {
                looked.add(rank, matched.weight());
            }
        };
        assert!(full_scan::each(&plan, &|| false, |_, _| true, |_| true, visit).is_ok());
        self.check_same(&swept.weights, &looked, query);
    }

    /// Every hit that is described bears the tier that it was weighed with, and the best of few
    /// are the first of all.
    fn check_hits(&self, query: &str) {
        let all = self.index.search(&self.directory, query, usize::MAX);
        assert_eq!(all.hits.len(), all.total, "{query:?}");
        for limit in [0, 1, 7] {
            let few = self.index.search(&self.directory, query, limit);
            assert_eq!(few.total, all.total, "{query:?}");
            assert_eq!(few.hits.as_slice(), &all.hits[..limit.min(all.total)], "{query:?}");
        }
    }
}

/// What people type: parts of what the directory holds, whole, cut, joined and mistyped.
fn typed() -> impl Strategy<Value = String> {
    let piece = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..4).prop_map(
        |(which, part, cut)| {
            let directory = &SEARCHED.directory;
            let texts: Vec<&str> = match which.index(4) {
                0 | 1 => directory.organisations().map(|it| it.name.as_str()).collect(),
                2 => directory.accounts().map(Account::name).collect(),
                _ => directory
                    .organisations()
                    .flat_map(|it| &it.aliases)
                    .map(String::as_str)
                    .collect(),
            };
            let text = part.get(&texts);
            let words: Vec<&str> = text.split_whitespace().collect();
            let letters: Vec<char> = part.get(&words).chars().collect();
            match cut {
                0 => (*text).to_owned(),
                1 => letters.iter().collect(),
                2 => letters[..=part.index(letters.len())].iter().collect(),
                _ => letters[part.index(letters.len())..].iter().collect(),
            }
        },
    );
    let joint = prop_oneof![Just(" "), Just(""), Just("@"), Just("-")];
    (prop::collection::vec(piece, 1..4), joint).prop_map(|(pieces, joint)| pieces.join(joint))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_say_what_texts_say(query in typed()) {
        SEARCHED.check_strict(&query);
        SEARCHED.check_typos(&query);
        SEARCHED.check_hits(&query);
    }
}

#[test]
fn tables_say_what_texts_say_for_what_people_type() {
    for query in [
        "p",
        "pol",
        "politie",
        "politie zwolle",
        "gem ams",
        "min bzk",
        "de",
        "van",
        "denhaag",
        "den haag",
        "@pol",
        "@POL_Ede",
        "pol_ede",
        "knmi",
        "tax",
        "police amsterdam",
        "1e kamer",
        "UC",
        "gemeentezwolle",
        "amsterdm",
        "belastingdeinst",
        "s hertgenbosch",
        "de blit",
        "gemente utrecth",
        "zzzzqq",
        "'s-gravenhage",
        "ij",
        "é",
        "x.com/POL_Ede",
        "0",
        "14 073",
    ] {
        SEARCHED.check_strict(query);
        SEARCHED.check_typos(query);
        SEARCHED.check_hits(query);
    }
}

#[test]
fn letters_that_stand_there_by_chance_are_no_match() {
    for (query, why) in [
        ("112", "digits inside an id that a platform made up"),
        ("1132", "its beginning"),
        ("9876543", "a number that nobody has"),
        ("ww", "the scheme and the host of a page"),
        ("aow", "three letters inside a name"),
        ("legerec", "the end of one word and the beginning of the next"),
        ("politi ede", "letters that begin a name which is broken elsewhere"),
    ] {
        let answer = SEARCHED.index.search(&SEARCHED.directory, query, 20);
        let by_chance = answer.hits.iter().find(|hit| {
            let is_guessed = hit.tier.is_guess() && (query.len() < 4 || query < "a");
            let is_inside = hit.tier == Tier::Substring;
            is_inside || is_guessed || (hit.field == Field::Handle && hit.tier == Tier::Words)
        });
        assert_eq!(by_chance, None, "{query}, {why}");
    }
    let is_opaque = |it: &&Account| it.handle.is_none() && it.platform_id.is_some();
    let whole = SEARCHED.directory.accounts().find(is_opaque).unwrap();
    let answer = SEARCHED.index.search(&SEARCHED.directory, whole.name(), 1);
    assert_eq!(answer.hits[0].organisation, whole.organisation, "a whole id is met");
}

#[test]
fn no_more_is_handed_over_at_once_than_takes_no_time() {
    let plan = SEARCHED.plan("p");
    let (first, is_whole) = evaluate::first(&plan, &mut Scratch::default(), false);
    assert_eq!((first.hits.len(), is_whole), (MAX_FIRST_HITS, false));
    let whole = SEARCHED.index.search(&SEARCHED.directory, "p", usize::MAX);
    assert_eq!((first.total, &first.hits[..]), (whole.total, &whole.hits[..MAX_FIRST_HITS]));
    assert!(whole.total > MAX_FIRST_HITS);
    let few = Plan::new(&SEARCHED.index.tables, &SEARCHED.directory, "p", MAX_FIRST_HITS);
    assert!(evaluate::first(&few, &mut Scratch::default(), false).1);
}

#[test]
fn what_nobody_waits_for_is_stopped() {
    for query in ["amsterdm", "zzzzqq", "'ede", "gemeente !ede"] {
        assert!(SEARCHED.index.rest(&SEARCHED.directory, query, 10, &|| true).is_none(), "{query}");
        assert!(SEARCHED.index.rest(&SEARCHED.directory, query, 10, &|| false).is_some());
    }
}
