//! Do real queries find the organisation they mean?

use std::fmt::Write;

use officieel::directory::Directory;
use officieel::search::Index;

/// Queries with the organisation that must come first: query, name, register id, class.
const QUERIES: &str = include_str!("golden/search-relevance.csv");

/// The place of an organisation among the hits, counted from 1.
fn place(directory: &Directory, index: &Index, query: &str, register_id: &str) -> Option<usize> {
    let is_it = |hit: &officieel::search::Hit| {
        directory
            .organisation(hit.organisation)
            .register_id
            .as_deref()
            == Some(register_id)
    };
    index
        .search(directory, query)
        .iter()
        .position(is_it)
        .map(|position| position + 1)
}

#[test]
fn queries_find_what_they_mean() {
    let directory = Directory::embedded().unwrap();
    let index = Index::new(&directory);
    let mut rows = 0;
    let mut first = 0;
    let mut report = String::new();
    for row in QUERIES.lines().skip(1) {
        let [query, name, register_id, class] = row.split(',').collect::<Vec<_>>()[..] else {
            panic!("a row of four: {row}");
        };
        rows += 1;
        let place = place(&directory, &index, query, register_id);
        first += usize::from(place == Some(1));
        writeln!(report, "{query} ({class}): {name} at {place:?}").unwrap();
        assert!(
            place.is_some_and(|place| place <= 5),
            "not in the top 5:\n{report}"
        );
    }
    assert_eq!(rows, 30);
    assert!(first >= 28, "{first} of {rows} first:\n{report}");
}

#[test]
fn every_handle_typed_in_full_comes_first() {
    let directory = Directory::embedded().unwrap();
    let index = Index::new(&directory);
    for account in &directory.accounts {
        let Some(handle) = &account.handle else {
            continue;
        };
        for typed in [format!("@{}", handle.text()), handle.text().to_uppercase()] {
            let hits = index.search(&directory, &typed);
            let best = hits
                .first()
                .unwrap_or_else(|| panic!("{typed} finds nothing"));
            let has_it = directory.accounts_of(best.organisation).any(|other| {
                let other = directory.account(other);
                let names = other.handle.iter().chain(&other.platform_id);
                names
                    .into_iter()
                    .any(|name| name.key().eq_ignore_ascii_case(handle.key()))
            });
            assert!(
                has_it,
                "{typed} finds {}",
                directory.organisation(best.organisation).name
            );
        }
    }
}

#[test]
fn what_resembles_a_handle_is_only_a_guess() {
    let directory = Directory::embedded().unwrap();
    let index = Index::new(&directory);
    for typed in [
        "@politieoosterhout",
        "@POLEde",
        "@gemeenteutrecht_nl",
        "@belastingdienst_nl",
    ] {
        for hit in index.search(&directory, typed) {
            let name = &directory.organisation(hit.organisation).name;
            assert!(hit.guess, "{typed} takes {name} for an answer");
        }
    }
    for typed in ["@POL_Ede", "@pol_ed", "@knmi@social.overheid.nl"] {
        assert!(!index.search(&directory, typed)[0].guess, "{typed}");
    }
}

#[test]
fn every_address_finds_its_account() {
    let directory = Directory::embedded().unwrap();
    let index = Index::new(&directory);
    for account in directory
        .accounts
        .iter()
        .filter(|account| account.handle.is_some())
    {
        let hits = index.search(&directory, &account.url);
        let found = hits.first().and_then(|hit| hit.account);
        assert_eq!(
            found.map(|found| &directory.account(found).url),
            Some(&account.url)
        );
    }
}

#[test]
fn the_order_is_total_and_stable() {
    let directory = Directory::embedded().unwrap();
    let index = Index::new(&directory);
    for query in [
        "", "p", "politie", "gemeente", "zzzzqq", "de", "van", "@pol", "amsterdm",
    ] {
        let hits = index.search(&directory, query);
        assert_eq!(hits, index.search(&directory, query), "{query}");
        let mut seen = std::collections::HashSet::new();
        assert!(
            hits.iter().all(|hit| seen.insert(hit.organisation)),
            "{query} finds one twice"
        );
        assert!(hits.is_sorted_by_key(|hit| hit.tier), "{query} mixes tiers");
    }
}

#[test]
fn odd_queries_are_only_text() {
    let directory = Directory::embedded().unwrap();
    let index = Index::new(&directory);
    let long = "a".repeat(100_000);
    for query in [
        "\u{202e}",
        "\0",
        "@",
        "'",
        "!",
        "^$",
        "((((",
        "https://",
        "x.com@evil.nl/politie",
        "%",
        &long,
    ] {
        let hits = index.search(&directory, query);
        for hit in hits.iter().take(3) {
            let matched = index.matched(&directory, query, hit);
            assert!(
                matched
                    .positions
                    .iter()
                    .all(|&at| at < matched.text.chars().count()),
                "{query}"
            );
        }
    }
}
