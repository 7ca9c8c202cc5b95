//! Do real queries find the organisation they mean?

use std::collections::BTreeMap;
use std::fmt::Write;

use officieel::directory::Directory;
use officieel::search::{Hit, Index};

use crate::loaded::BUILT_IN;

/// Queries with the organisation that must come first: query, name, register id, class.
const QUERIES: &str = include_str!("../golden/search-relevance.csv");

/// The place of an organisation among the hits, counted from 1.
fn place(directory: &Directory, index: &Index, query: &str, register_id: &str) -> Option<usize> {
    let is_it = |hit: &Hit| {
        directory.organisation(hit.organisation).register_id.as_deref() == Some(register_id)
    };
    index
        .search(directory, query, usize::MAX)
        .hits
        .iter()
        .position(is_it)
        .map(|position| position + 1)
}

#[test]
fn queries_find_what_they_mean() {
    let directory = &BUILT_IN.directory;
    let index = &BUILT_IN.index;
    let mut rows = 0;
    let mut first = 0;
    let mut report = String::new();
    for row in QUERIES.lines().skip(1) {
        let [query, name, register_id, class] = row.split(',').collect::<Vec<_>>()[..] else {
            panic!("a row of four: {row}");
        };
        rows += 1;
        let place = place(directory, index, query, register_id);
        first += usize::from(place == Some(1));
        writeln!(report, "{query} ({class}): {name} at {place:?}").unwrap();
        assert!(place.is_some_and(|place| place <= 5), "not in the top 5:\n{report}");
    }
    assert_eq!(rows, 30);
    assert_eq!(first, rows, "not all first:\n{report}");
}

/// Queries as citizens type them: query, the id of the organisation that they mean, class.
const MEANT: &str = include_str!("../golden/relevance.csv");

/// How well the queries of a class are answered.
#[derive(Default)]
struct Score {
    rows: u32,
    first: u32,
    in_five: u32,
    /// The sum of one over the place of the organisation that was meant.
    reciprocal: f64,
}

impl Score {
    fn add(&mut self, place: Option<usize>) {
        self.rows += 1;
        self.first += u32::from(place == Some(1));
        self.in_five += u32::from(place.is_some_and(|place| place <= 5));
        let place = place.and_then(|place| u32::try_from(place).ok());
        self.reciprocal += place.map_or(0.0, |place| 1.0 / f64::from(place));
    }

    fn mean_reciprocal(&self) -> f64 {
        self.reciprocal / f64::from(self.rows)
    }
}

#[test]
fn citizens_find_what_they_mean() {
    let directory = &BUILT_IN.directory;
    let index = &BUILT_IN.index;
    let mut all = Score::default();
    let mut classes: BTreeMap<&str, Score> = BTreeMap::new();
    let mut report = String::new();
    for row in MEANT.lines().skip(1) {
        let [query, expected, class] = row.split(',').collect::<Vec<_>>()[..] else {
            panic!("a row of three: {row}");
        };
        assert!(
            directory.organisations().any(|it| it.id == expected),
            "no such organisation: {row}"
        );
        let hits = index.search(directory, query, usize::MAX).hits;
        let id = |hit: &Hit| directory.organisation(hit.organisation).id.as_str();
        let place = hits.iter().position(|hit| id(hit) == expected);
        let place = place.map(|position| position + 1);
        all.add(place);
        classes.entry(class).or_default().add(place);
        if place != Some(1) {
            let first = hits.first().map(id);
            writeln!(report, "{query}: {expected} at {place:?}, {first:?} first").unwrap();
        }
    }
    for (class, score) in classes.iter().chain([(&"all", &all)]) {
        writeln!(
            report,
            "{class:<24} {:>3} queries  first {:>3}  top 5 {:>3}  MRR {:.3}",
            score.rows,
            score.first,
            score.in_five,
            score.mean_reciprocal()
        )
        .unwrap();
    }
    println!("{report}");
    assert!(all.rows >= 130, "{report}");
    assert!(all.mean_reciprocal() >= 0.99, "{report}");
    assert!(all.in_five * 100 >= all.rows * 98, "{report}");
}

#[test]
fn every_handle_typed_in_full_comes_first() {
    let directory = &BUILT_IN.directory;
    let index = &BUILT_IN.index;
    for account in directory.accounts() {
        let Some(handle) = &account.handle else {
            continue;
        };
        for typed in [format!("@{}", handle.text()), handle.text().to_uppercase()] {
            // Without its sign a word for a kind of bodies means them, and not the one account that took it; and
            // the name of a body that has ended means what has come in its place.
            let has_ended = directory.organisation(account.organisation).ended.is_some();
            let is_kind = !index.understand(directory, &typed).kinds.is_empty();
            if !typed.starts_with('@') && (has_ended || is_kind) {
                continue;
            }
            let hits = index.search(directory, &typed, usize::MAX).hits;
            let best = hits.first().unwrap_or_else(|| panic!("{typed} finds nothing"));
            let has_it = directory.accounts_of(best.organisation).any(|other| {
                let other = directory.account(other);
                let names = other.handle.iter().chain(&other.platform_id);
                names.into_iter().any(|name| name.key().eq_ignore_ascii_case(handle.key()))
            });
            assert!(has_it, "{typed} finds {}", directory.organisation(best.organisation).name);
        }
    }
}

#[test]
fn what_resembles_a_handle_is_only_a_guess() {
    let directory = &BUILT_IN.directory;
    let index = &BUILT_IN.index;
    for typed in
        ["@politieoosterhout", "@POLEde", "@pol_ed", "@gemeenteutrecht_nl", "@belastingdienst_nl"]
    {
        for hit in index.search(directory, typed, usize::MAX).hits {
            let name = &directory.organisation(hit.organisation).name;
            assert!(hit.guess, "{typed} takes {name} for an answer");
        }
    }
    for typed in ["@POL_Ede", "@pol_ede", "@knmi@social.overheid.nl"] {
        assert!(!index.search(directory, typed, usize::MAX).hits[0].guess, "{typed}");
    }
}

#[test]
fn an_address_that_is_not_listed_is_answered_by_nothing_else() {
    let directory = &BUILT_IN.directory;
    let index = &BUILT_IN.index;
    for pasted in [
        "t.me/politie",
        "https://t.me/s/politie",
        "x.com/P0L_Ede",
        "https://x.com/zwolle_officieel",
        "https://wa.me/31612345678",
        "politie@mastodon.social",
        "info@gemeente.zwolle",
        "https://belastingdienst.nl@evil.example/politie",
        "https://www.zwolle.nl.evil.example/",
        "javascript://www.zwolle.nl/%0aalert(1)",
    ] {
        for hit in index.search(directory, pasted, usize::MAX).hits {
            let name = &directory.organisation(hit.organisation).name;
            assert!(hit.guess, "{pasted} takes {name} for an answer");
        }
    }
    for (pasted, name) in [
        ("https://www.zwolle.nl/contact?x=1#top", "Gemeente Zwolle"),
        ("HTTPS://ZWOLLE.NL", "Gemeente Zwolle"),
        ("zwolle.nl", "Gemeente Zwolle"),
        ("t.me/", ""),
        ("zwolle.example/politie", ""),
        ("gem.zwolle", "Gemeente Zwolle"),
    ] {
        let hits = index.search(directory, pasted, usize::MAX).hits;
        let found = hits.first().filter(|hit| !hit.guess);
        let found = found.map_or("", |hit| directory.organisation(hit.organisation).name.as_str());
        assert_eq!(found, name, "{pasted}");
    }
}

#[test]
fn every_address_finds_its_account() {
    let directory = &BUILT_IN.directory;
    let index = &BUILT_IN.index;
    for account in directory.accounts().filter(|account| account.handle.is_some()) {
        let hits = index.search(directory, &account.url, usize::MAX).hits;
        let found = hits.first().and_then(|hit| hit.account);
        let found = found.map(|found| &directory.account(found).url);
        assert_eq!(found, Some(&account.url), "{}", account.url);
    }
}

#[test]
fn the_order_is_total_and_stable() {
    let directory = &BUILT_IN.directory;
    let index = &BUILT_IN.index;
    for query in ["", "p", "politie", "gemeente", "zzzzqq", "de", "van", "@pol", "amsterdm"] {
        let hits = index.search(directory, query, usize::MAX).hits;
        assert_eq!(hits, index.search(directory, query, usize::MAX).hits, "{query}");
        let mut seen = std::collections::HashSet::new();
        assert!(hits.iter().all(|hit| seen.insert(hit.organisation)), "{query} finds one twice");
        let order = |hit: &Hit| {
            (hit.guess, directory.organisation(hit.organisation).ended.is_some(), hit.tier)
        };
        assert!(hits.is_sorted_by_key(order), "{query} mixes tiers");
    }
}
