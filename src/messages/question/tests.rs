//! What is told of questions, in Dutch.

use std::sync::LazyLock;

use super::*;
use crate::words::Language;

struct Asked {
    directory: Directory,
    index: Index,
    words: &'static Words,
}

static ASKED: LazyLock<Asked> = LazyLock::new(|| {
    let directory = crate::embedded::directory().unwrap();
    let index = Index::new(&directory);
    Asked { directory, index, words: Language::Nl.words() }
});

impl Asked {
    fn understood(&self, query: &str) -> Understood {
        self.index.understand(&self.directory, query)
    }
}

#[test]
fn what_was_passed_over_is_told() {
    let Asked { directory, words, .. } = &*ASKED;
    for (query, told) in [
        ("is dit echt de belastingdienst", Some("gezocht op: belastingdienst")),
        ("politie amsterdam instagram", Some("gezocht op: politie amsterdam · kanaal Instagram")),
        ("politie zwolle", None),
        ("is dit echt", None),
        ("@POL_Ede", None),
    ] {
        let it = ASKED.understood(query);
        assert_eq!(searched_for(words, directory, &it).as_deref(), told, "{query}");
    }
}

#[test]
fn danger_is_told_first_and_only_where_it_may_be() {
    let Asked { directory, words, .. } = &*ASKED;
    let lines = |query: &str| urgent(words, directory, &ASKED.understood(query));
    for query in ["112", "brand", "er wordt ingebroken", "noodnummer"] {
        let lines = lines(query);
        assert!(lines[0].contains("Bel 112"), "{query}: {lines:?}");
        assert!(lines[1].contains("0900 8844"), "{query}: {lines:?}");
        assert!(lines.last().unwrap().contains("meldkamer"), "{query}: {lines:?}");
    }
    for (query, number) in [("113", "113"), ("zelfmoord", "113"), ("dierenpolitie", "144")] {
        let lines = lines(query);
        assert!(lines[0].contains(number), "{query}: {lines:?}");
        assert!(lines.last().unwrap().contains("Bel 112"), "{query}: {lines:?}");
    }
    for query in ["brandweer", "politie zwolle", "belastingdienst", "is dit echt", ""] {
        assert_eq!(lines(query), Vec::<String>::new(), "{query}");
    }
}

#[test]
fn a_topic_tells_who_handles_which_part() {
    let Asked { directory, index, words } = &*ASKED;
    let told = |query: &str| topic(words, directory, index, &ASKED.understood(query));
    let rijbewijs = told("rijbewijs verlengen").unwrap();
    assert_eq!(rijbewijs.handlers, ["aanvragen: uw gemeente", "register: RDW"]);
    assert_eq!(
        rijbewijs.hint.as_deref(),
        Some("Typ de naam erbij, zoals: rijbewijs verlengen Ede")
    );
    // With a place nothing more need be typed, and the state is nobody to turn to beside a municipality.
    let paspoort = told("paspoort amersfoort").unwrap();
    assert_eq!(
        (paspoort.handlers.as_slice(), paspoort.hint),
        (&["uw gemeente".to_owned()][..], None)
    );
    assert!(paspoort.source.is_some_and(|source| source.starts_with("Bron: ")));
    assert_eq!(told("zwolle"), None);
}

#[test]
fn a_kind_of_which_every_place_has_its_own_asks_for_the_place() {
    let Asked { directory, index, words } = &*ASKED;
    let asks = |query: &str| which_of_kind(words, directory, index, &ASKED.understood(query));
    for query in ["waterschap", "ggd", "gemeente", "rechtbank"] {
        let told = asks(query).unwrap_or_else(|| panic!("{query} asks for no place"));
        assert!(told.ends_with(&format!("{query} Ede")), "{told}");
    }
    for query in ["waterschap gouda", "ministerie", "belastingdienst", "zwolle"] {
        assert_eq!(asks(query), None, "{query}");
    }
}

#[test]
fn a_place_alone_lists_its_bodies() {
    let Asked { directory, index, words } = &*ASKED;
    let told = |query: &str| bodies_of_place(words, directory, index, &ASKED.understood(query));
    let meern = told("de meern").unwrap();
    assert_eq!(meern.heading, "De overheid in De Meern");
    let kinds: Vec<&str> = meern.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds[..2], ["gemeente", "politieteam"]);
    assert!(meern.rows.iter().any(|row| row.is_perhaps && row.kind == "waterschap"), "{kinds:?}");
    for query in ["gelderland", "gemeente zwolle", "paspoort zwolle", "belastingdienst"] {
        assert_eq!(told(query), None, "{query}");
    }
}

#[test]
fn a_platform_tells_what_is_known_there() {
    let Asked { directory, words, .. } = &*ASKED;
    let today = "2026-11-21".parse().unwrap();
    let told = |id: &str, platform: &str| {
        let organisation = directory.organisation_by_id(id).unwrap();
        let platform = directory.platforms.by_id(platform).unwrap();
        on_the_platform(words, directory, organisation, platform, today)
    };
    assert_eq!(told("gemeente-ede", "facebook"), "GemeenteEde");
    let none = told("gemeente-ede", "mastodon");
    assert!(none.starts_with("geen account op Mastodon bekend; wel op X"), "{none}");
    let nowhere = directory.organisations().find(|it| it.accounts.is_empty() && it.gaps.is_empty());
    assert_eq!(told(&nowhere.unwrap().id, "x"), words.question_none_at_all);
}
