//! What questions are read as.

use std::sync::LazyLock;

use super::*;
use crate::search::Index;
use crate::search::answer::Field;

pub(super) struct Asked {
    pub(super) directory: Directory,
    pub(super) index: Index,
}

pub(super) static ASKED: LazyLock<Asked> = LazyLock::new(|| {
    let directory = crate::testing::built_in();
    let index = Index::build(&directory);
    Asked { directory, index }
});

fn read(query: &str) -> Understood {
    ASKED.index.understand(&ASKED.directory, query)
}

#[test]
fn words_that_carry_nothing_are_passed_over() {
    for (query, terms, ignored) in [
        ("zwolle", vec!["zwolle"], vec![]),
        ("politie in Zwolle", vec!["politie", "Zwolle"], vec!["in"]),
        ("waar vind ik de politie", vec!["politie"], vec!["waar", "vind", "ik", "de"]),
        (
            "is dit echt de belastingdienst?",
            vec!["belastingdienst"],
            vec!["is", "dit", "echt", "de"],
        ),
        (
            "where can I find my municipality",
            vec!["municipality"],
            vec!["where", "can", "I", "find", "my"],
        ),
        ("paspoort aanvragen", vec!["paspoort", "aanvragen"], vec![]),
        ("CJIB: betaal uw boete", vec!["CJIB", "betaal", "boete"], vec!["uw"]),
        // What is passed over elsewhere is a name where it is alone, or in capitals.
        ("echt", vec!["echt"], vec![]),
        ("gemeente Echt", vec!["gemeente", "Echt"], vec![]),
        ("de meern", vec!["de", "meern"], vec![]),
        ("het om", vec!["om"], vec!["het"]),
        ("klopt dit bericht van het OM", vec!["OM"], vec!["klopt", "dit", "bericht", "van", "het"]),
        // A text that is no question is searched for as it stands.
        ("@pol_ede", vec!["@pol_ede"], vec![]),
        ("x.com/POL_Ede", vec!["x.com/POL_Ede"], vec![]),
        ("belastingdienst.nl", vec!["belastingdienst.nl"], vec![]),
        ("de !politie", vec!["de", "!politie"], vec![]),
        ("^gem", vec!["^gem"], vec![]),
        ("", vec![], vec![]),
        ("?!", vec!["?!"], vec![]),
        // In a question the parts of an address are no words either.
        ("is belastingdienst-nl.com echt", vec![], vec!["is", "echt"]),
        ("is @pol_ede van de politie", vec!["politie"], vec!["is", "van", "de"]),
        ("Bel de politie.Dank", vec!["Bel", "politie"], vec!["de", "Dank"]),
    ] {
        let understood = read(query);
        assert_eq!(understood.terms, terms, "{query}");
        assert_eq!(understood.ignored, ignored, "{query}");
    }
}

#[test]
fn a_platform_is_an_intent_and_no_word() {
    for (query, platform, terms) in [
        ("politie amsterdam instagram", Some("instagram"), vec!["politie", "amsterdam"]),
        ("insta gemeente zwolle", Some("instagram"), vec!["gemeente", "zwolle"]),
        ("facebook pagina van het rivm", Some("facebook"), vec!["rivm"]),
        ("belastingdienst twitter", Some("x"), vec!["belastingdienst"]),
        ("knmi op x", Some("x"), vec!["knmi"]),
        ("knmi whats app", Some("whatsapp"), vec!["knmi"]),
        ("knmi x", Some("x"), vec!["knmi"]),
        ("i&w", None, vec!["i", "w"]),
        // Alone it is all that there is to look for.
        ("instagram", None, vec!["instagram"]),
        ("knmi", None, vec!["knmi"]),
    ] {
        let understood = read(query);
        let id = understood.platform.map(|it| ASKED.directory.platform(it).id());
        assert_eq!(id, platform, "{query}");
        assert_eq!(understood.terms, terms, "{query}");
    }
}

#[test]
fn a_place_is_a_town_or_a_province() {
    for (query, name, municipality, province, is_province) in [
        ("politie zwolle", "Zwolle", Some("Gemeente Zwolle"), Some("Overijssel"), false),
        ("de meern", "De Meern", Some("Gemeente Utrecht"), Some("Utrecht"), false),
        (
            "wijkagent in Den Haag",
            "Den Haag",
            Some("Gemeente Den Haag"),
            Some("Zuid-Holland"),
            false,
        ),
        ("gemeente gelderland", "Gelderland", None, Some("Gelderland"), true),
        ("gemeente utrecht", "Utrecht", Some("Gemeente Utrecht"), Some("Utrecht"), false),
        ("gemeenten in utrecht", "Utrecht", None, Some("Utrecht"), true),
        ("gemeenten in zeeland", "Zeeland", None, Some("Zeeland"), true),
        ("ljouwert", "Leeuwarden", Some("Gemeente Leeuwarden"), Some("Fryslân"), false),
        // What has ended is no place of its own any more.
        ("boxmeer", "Boxmeer", Some("Gemeente Land van Cuijk"), Some("Noord-Brabant"), false),
    ] {
        let place = read(query).place.unwrap_or_else(|| panic!("{query}: no place"));
        assert_eq!(place.name, name, "{query}");
        let of = |index: &OrganisationIndex| ASKED.directory.organisation(*index).name.as_str();
        assert_eq!(place.municipalities.first().map(of), municipality, "{query}");
        assert_eq!(place.province.as_deref(), province, "{query}");
        assert_eq!(place.is_province, is_province, "{query}");
    }
    for query in ["belastingdienst", "is dit echt van de politie", "politie"] {
        assert_eq!(read(query).place, None, "{query}");
    }
}

#[test]
fn what_names_a_topic_together_names_no_village_on_the_way() {
    let all = ASKED.directory.topics().flat_map(|it| std::iter::once(&it.name).chain(&it.words));
    let several = all.filter(|name| name.split(' ').count() > 1);
    let places: Vec<_> = several.filter_map(|name| Some((name, read(name).place?.name))).collect();
    assert!(places.len() < 10, "{places:#?}");
}

#[test]
fn kinds_are_told_in_many_words() {
    for (query, kind) in [
        ("gemeentehuis zwolle", Kind::Municipality),
        ("politie", Kind::PoliceForce),
        ("brandweer apeldoorn", Kind::SafetyRegion),
        ("hhrs", Kind::WaterBoard),
        ("vr twente", Kind::SafetyRegion),
        ("bvo", Kind::JointArrangement),
        ("gr", Kind::JointArrangement),
        ("ggd utrecht", Kind::HealthService),
        ("police station ede", Kind::PoliceTeam),
    ] {
        assert_eq!(read(query).kinds.first(), Some(&kind), "{query}");
    }
}

#[test]
fn a_topic_is_told_in_everyday_words() {
    for (query, id) in [
        ("paspoort kwijt", Some("paspoort")),
        ("paspoorten", Some("paspoort")),
        ("rijbewijs verlengen", Some("rijbewijs")),
        ("zorgtoeslagaanvraag", Some("zorgtoeslag")),
        ("zorg toeslag", Some("zorgtoeslag")),
        ("aow", Some("aow-uitkering")),
        ("losse stoeptegels voor mijn huis", Some("melding-openbare-ruimte-algemeen")),
        // Half of what it says is something else, in longer words.
        ("lekker weer vandaag pannenkoeken", None),
        ("recept appeltaart", None),
        ("qwertyuiop zxcv", None),
        ("zwolle", None),
    ] {
        let topic = read(query).topic.map(|it| ASKED.directory.topic(it).id.as_str());
        assert_eq!(topic, id, "{query}");
    }
}

#[test]
fn a_topic_of_ones_own_place_is_answered_by_nobody_else() {
    for query in ["paspoort kwijt", "losse stoeptegels voor mijn huis", "grofvuil", "trouwen"] {
        let first = ASKED.index.first(&ASKED.directory, query, 5);
        assert_eq!(first.answer.hits, [], "{query}");
        assert!(first.understood.topic.is_some(), "{query}");
        let first_word = query.split(' ').next().unwrap();
        assert!(first.understood.terms.iter().any(|it| it == first_word), "{query}");
    }
}

#[test]
fn danger_is_seen_in_any_words() {
    for (query, is_emergency) in [
        ("112", true),
        ("brand", true),
        ("er wordt ingebroken bij de buren", true),
        ("mijn vader ademt niet meer", true),
        ("noodnummer", true),
        ("spoed", true),
        ("help", true),
        ("er staat iemand met een mes voor mijn deur", true),
        ("brand in ede @politie", true),
        ("https://x.com/POL_Ede er is brand", true),
        ("er is brant", true),
        ("mijn huis brandt", true),
        ("hartinfarct", true),
        ("moord", true),
        ("1 1 2 bellen", true),
        ("gemeente moordrecht", false),
        ("paspoort verloopt spoed", false),
        ("0900-8844", false),
        ("brandweer apeldoorn", false),
        ("brandweer", false),
        ("politie zwolle", false),
    ] {
        assert_eq!(read(query).is_emergency, is_emergency, "{query}");
    }
    for (query, service) in
        [("113", "113"), ("144", "144"), ("0900 8844", "Politie"), ("zelfmoord", "113")]
    {
        let services = read(query).services;
        let name = services.first().map(|it| ASKED.directory.service(*it).name.clone());
        assert!(name.as_ref().is_some_and(|it| it.starts_with(service)), "{query}: {name:?}");
    }
}

#[test]
fn who_asks_whether_it_is_genuine_is_understood() {
    for (query, asks) in [
        ("is dit echt de belastingdienst", true),
        ("is het cjib wel te vertrouwen", true),
        ("nep mail van digid?", true),
        ("is this really the dutch tax office", false),
        ("is this real", true),
        ("gemeente Echt", false),
        ("echt", false),
        ("belastingdienst", false),
    ] {
        assert_eq!(read(query).asks_if_genuine, asks, "{query}");
    }
}

#[test]
fn what_a_question_leads_to_stands_first() {
    for (query, name, field) in [
        ("bijstand amersfoort", "Gemeente Amersfoort", Field::Topic),
        ("aow", "Sociale Verzekeringsbank", Field::Topic),
        ("burgerzaken zwolle", "Gemeente Zwolle", Field::Name),
        ("ombudsman", "Nationale ombudsman", Field::Name),
        ("gemeente gelderland", "Gemeente Ede", Field::Province),
        ("knmi weer", "Koninklijk Nederlands Meteorologisch Instituut", Field::Abbreviation),
        ("tiktok van de marine", "Koninklijke Marine", Field::Name),
        ("apk", "RDW", Field::Topic),
        ("brand", "Politie", Field::Service),
        ("0800 0543", "Belastingdienst", Field::Service),
        ("is dit belastingdienst.nl", "Belastingdienst", Field::Website),
    ] {
        let first = ASKED.index.first(&ASKED.directory, query, 5);
        let hit = first.answer.hits.first().unwrap_or_else(|| panic!("{query}: nothing"));
        assert_eq!(ASKED.directory.organisation(hit.organisation).name, name, "{query}");
        assert_eq!((hit.field, hit.guess), (field, false), "{query}");
    }
}

#[test]
fn what_is_only_near_is_a_guess() {
    for query in [
        "waterschap gouda",
        "ggd enschede",
        "kinderbeislag",
        "waterschapsbelasting gouda",
        "lekker weer vandaag pannenkoeken",
        "ik hou van je",
        "ing bank",
        "ajax amsterdam",
        "provincie vlaams-brabant",
        "partij voor de dieren",
    ] {
        let hits = ASKED.index.search(&ASKED.directory, query, 5).hits;
        assert!(hits.iter().all(|hit| hit.guess), "{query}: {hits:?}");
    }
    for query in [
        "is dit echt",
        "qwertyuiop zxcv",
        "ik wil niet meer leven",
        "0900 1234",
        "is 0900-1234 echt",
        "is digid-inlog.com echt",
    ] {
        let hits = ASKED.index.search(&ASKED.directory, query, 5).hits;
        assert_eq!(hits, [], "{query}");
    }
}

#[test]
fn words_that_nothing_has_are_passed_over_and_told() {
    for (query, terms, ignored) in [
        // A body that is named in whole, one of which a word stands in the name, and a topic.
        ("paars rijkswaterstaat olifant", "rijkswaterstaat", "paars,olifant"),
        ("marechaussee schiphol paars", "marechaussee,schiphol", "paars"),
        ("rechtspraak paars", "rechtspraak", "paars"),
        ("paspoort amersfoort paars", "paspoort,amersfoort", "paars"),
        ("politie zwolle", "politie,zwolle", ""),
    ] {
        let understood = ASKED.index.first(&ASKED.directory, query, 5).understood;
        assert_eq!(understood.terms.join(","), terms, "{query}");
        assert_eq!(understood.ignored.join(","), ignored, "{query}");
    }
}

#[test]
fn the_bodies_of_a_place_stand_in_the_order_of_need() {
    let place = read("de meern").place.unwrap();
    let all = ASKED.index.bodies_at(&ASKED.directory, &place);
    let kinds: Vec<Kind> =
        all.iter().map(|it| ASKED.directory.organisation(it.organisation).kind).collect();
    assert_eq!(kinds.first(), Some(&Kind::Municipality));
    let order = [
        Kind::Municipality,
        Kind::PoliceTeam,
        Kind::PoliceUnit,
        Kind::WaterBoard,
        Kind::SafetyRegion,
        Kind::HealthService,
        Kind::Court,
    ];
    assert!(kinds.is_sorted_by_key(|kind| order.iter().position(|it| it == kind)), "{kinds:?}");
    assert!(kinds.contains(&Kind::WaterBoard) && kinds.contains(&Kind::SafetyRegion), "{kinds:?}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    /// Whatever is typed, every word of it is searched for, passed over, or told otherwise; and what is read twice
    /// is read alike.
    #[test]
    fn any_text_is_read(query in "\\PC{0,80}") {
        let understood = read(&query);
        proptest::prop_assert_eq!(&understood, &read(&query));
        let told = understood.terms.len() + understood.ignored.len();
        proptest::prop_assert!(told <= tokens::MOST_TOKENS);
    }
}
