//! What holds for every query: an order that is total and stable, no query that fails, and operators
//! that say where a word stands.

use std::collections::HashSet;

use officieel::search::{Hit, Tier};
use proptest::prelude::*;

use crate::loaded::{BUILT_IN, Loaded};

impl Loaded {
    fn hits(&self, query: &str) -> Vec<Hit> {
        self.index.search(&self.directory, query, usize::MAX).hits
    }

    fn id_of(&self, hit: &Hit) -> &str {
        &self.directory.organisation(hit.organisation).id
    }

    fn names(&self, query: &str) -> Vec<&str> {
        let hits = self.hits(query);
        let names = hits.iter().map(|hit| &*self.directory.organisation(hit.organisation).name);
        names.collect()
    }

    /// Answers are sorted, each organisation once, and every mark lies on a character.
    fn check(&self, query: &str) {
        let hits = self.hits(query);
        assert_eq!(hits, self.hits(query), "{query:?} is answered in two ways");
        let mut seen = HashSet::new();
        assert!(hits.iter().all(|hit| seen.insert(hit.organisation)), "{query:?} finds one twice");
        let has_ended = |hit: &Hit| self.directory.organisation(hit.organisation).ended.is_some();
        let order = |hit: &Hit| (hit.guess, has_ended(hit), hit.tier);
        assert!(hits.is_sorted_by_key(order), "{query:?} mixes tiers");
        for hit in hits.iter().take(3) {
            let matched = self.index.matched(&self.directory, query, hit);
            let length = matched.text.chars().count();
            assert!(
                matched.positions.is_sorted() && matched.positions.iter().all(|&at| at < length),
                "{query:?} marks {:?} in {}",
                matched.positions,
                matched.text
            );
        }
    }
}

/// Words of real names, operators, and what else a keyboard gives.
fn odd_query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("politie".to_owned()),
        Just("'s-".to_owned()),
        Just("den haag".to_owned()),
        Just("municipality of".to_owned()),
        "[!'^$@/.:& -]{1,3}",
        "[a-zéúß’ĳ0-9]{1,8}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_query_is_answered(query in odd_query()) {
        BUILT_IN.check(&query);
    }

    #[test]
    fn another_letter_of_a_name_never_loses_it(
        organisation in any::<prop::sample::Index>(),
        length in any::<prop::sample::Index>(),
    ) {
        let organisation = organisation.index(BUILT_IN.directory.organisation_count());
        let organisation = BUILT_IN.directory.organisations().nth(organisation).unwrap();
        let letters = organisation.name.chars().count();
        let query: String = organisation.name.chars().take(1 + length.index(letters)).collect();
        let is_found = BUILT_IN.hits(&query).iter().any(|hit| {
            !hit.guess && hit.tier <= Tier::Prefix && BUILT_IN.id_of(hit) == organisation.id
        });
        prop_assert!(is_found, "{:?} loses {}", query, organisation.name);
    }

    #[test]
    fn what_is_left_out_is_nowhere(word in "[a-z]{2,6}") {
        let all = BUILT_IN.hits("").len();
        let without: HashSet<_> =
            BUILT_IN.hits(&format!("!{word}")).iter().map(|hit| hit.organisation).collect();
        prop_assert!(without.len() <= all);
        for hit in BUILT_IN.hits(&format!("gemeente !{word}")) {
            prop_assert!(without.contains(&hit.organisation), "{}", BUILT_IN.id_of(&hit));
        }
    }
}

#[test]
fn huge_and_hostile_queries_are_answered() {
    for query in [
        "a".repeat(10_000),
        "gemeente ".repeat(2_000),
        "court tax police friesland ".repeat(500),
        " ".repeat(1_000_000),
        "\u{1b}[31m\u{202e}\0".repeat(3_000),
        "!a ".repeat(5_000),
        "'".repeat(10_000),
        "\u{301}".repeat(10_000),
        "@".repeat(10_000),
    ] {
        BUILT_IN.check(&query);
    }
    let spaced = format!("{}knmi{}", " ".repeat(1_000_000), " ".repeat(1_000_000));
    assert_eq!(BUILT_IN.hits(&spaced), BUILT_IN.hits("knmi"));
}

#[test]
fn odd_queries_are_only_text() {
    for query in
        ["\u{202e}", "\0", "@", "'", "!", "^$", "((((", "https://", "x.com@evil.nl/politie", "%"]
    {
        BUILT_IN.check(query);
    }
    for (odd, plain) in [
        ("knmi!", "knmi"),
        ("knmi !", "knmi"),
        ("! knmi", "knmi"),
        ("!!knmi", "knmi"),
        ("^ knmi $", "knmi"),
        ("’s-Hertogenbosch", "'s-hertogenbosch"),
    ] {
        assert_eq!(BUILT_IN.names(odd), BUILT_IN.names(plain), "{odd}");
    }
    assert_eq!(BUILT_IN.names("'s-hertogenbosch")[0], "Gemeente 's-Hertogenbosch");
}

#[test]
fn operators_say_where_a_word_stands() {
    for (query, has, lacks) in [
        ("'terdam gemeente", "Gemeente Rotterdam", "Gemeente Zwolle"),
        ("^kamer", "Kamer van Koophandel", "Tweede Kamer der Staten-Generaal"),
        ("gemeente den$", "Gemeente Leiden", "Gemeente Den Haag"),
        ("^knmi$", "Koninklijk Nederlands Meteorologisch Instituut", "Gemeente Utrecht"),
        ("utrecht !gemeente", "Provincie Utrecht", "Gemeente Utrecht"),
        ("utrecht !^gemeente !^politie", "Provincie Utrecht", "Politie Utrecht"),
        ("!gemeente", "Provincie Utrecht", "Gemeente Utrecht"),
        ("ede !'politie", "Gemeente Ede", "Politie Ede"),
    ] {
        let names = BUILT_IN.names(query);
        assert!(names.contains(&has), "{query} lacks {has}");
        assert!(!names.contains(&lacks), "{query} has {lacks}");
    }
}

#[test]
fn what_is_to_be_met_exactly_is_never_guessed() {
    for query in ["'amsterdm", "^amsterdm", "amsterdm$", "gemeente 'amsterdm"] {
        assert!(BUILT_IN.hits(query).is_empty(), "{query}");
    }
    let guesses = BUILT_IN.hits("amsterdm !politie");
    assert!(!guesses.is_empty() && guesses.iter().all(|hit| hit.guess));
}

#[test]
fn an_operator_makes_no_answer_of_what_resembles_a_handle() {
    for query in ["@POLEde !x", "@polede 'polede", "@politieoosterhout !zz"] {
        for hit in BUILT_IN.hits(query) {
            assert!(hit.guess, "{query} takes {} for an answer", BUILT_IN.id_of(&hit));
        }
    }
}
