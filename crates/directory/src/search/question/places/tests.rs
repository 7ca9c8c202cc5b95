//! What places mean in a question, and which bodies it leads to.

use super::super::tests::ASKED;

/// The first hits, guesses with `?` before them.
fn hits(query: &str, count: usize) -> Vec<String> {
    let hits = ASKED.index.search(&ASKED.directory, query, count).hits;
    let shown = hits.iter().map(|hit| {
        let guess = if hit.guess { "?" } else { "" };
        format!("{guess}{}", ASKED.directory.organisation(hit.organisation).name)
    });
    shown.collect()
}

#[test]
fn a_place_is_told_apart_whatever_is_asked_for() {
    for (query, expected) in [
        ("paspoort hengelo gelderland", "Gemeente Bronckhorst"),
        ("paspoort gelderland hengelo", "Gemeente Bronckhorst"),
        ("passport hengelo gelderland", "Gemeente Bronckhorst"),
        ("paspoort ede gelderland", "Gemeente Ede"),
        ("grofvuil rijswijk gelderland", "Gemeente Buren"),
        ("paspoort bergen limburg", "Gemeente Bergen (L)"),
        ("gemeente bergen noord-holland", "Gemeente Bergen (NH)"),
        ("gemeente beek montferland", "Gemeente Montferland"),
        ("gemeente hengelo gelderland", "Gemeente Bronckhorst"),
        ("elst gelderland", "Gemeente Overbetuwe"),
        ("elst utrecht", "Gemeente Rhenen"),
        ("politie hengelo gelderland", "Politie Bronckhorst"),
        ("police hengelo gelderland", "Politie Bronckhorst"),
        ("politie hengelo overijssel", "Politie Hengelo"),
        ("politie hengelo", "Politie Hengelo"),
        ("politie zwolle", "Politie Zwolle"),
        ("politie rijswijk gelderland", "Politie Buren"),
        ("politie rijswijk", "Politie Rijswijk"),
        ("politie elst gelderland", "Politie Overbetuwe"),
        ("politie bergen op zoom", "Politie Bergen op Zoom"),
        ("gemeente bergen op zoom", "Gemeente Bergen op Zoom"),
        ("rechtbank gelderland arnhem", "Rechtbank Gelderland"),
    ] {
        assert_eq!(hits(query, 1), [expected], "{query}");
    }
}

#[test]
fn of_several_places_none_is_lost() {
    for (query, expected) in [
        ("paspoort den haag leiden", ["Gemeente Den Haag", "Gemeente Leiden"]),
        ("paspoort leiden den haag", ["Gemeente Leiden", "Gemeente Den Haag"]),
        ("passport leiden or den haag", ["Gemeente Leiden", "Gemeente Den Haag"]),
        ("gemeente leiden den haag", ["Gemeente Leiden", "Gemeente Den Haag"]),
        ("politie ede zwolle", ["Politie Ede", "Politie Zwolle"]),
        ("utrecht amersfoort", ["Gemeente Utrecht", "Gemeente Amersfoort"]),
        ("paspoort bergen", ["Gemeente Bergen (L)", "Gemeente Bergen (NH)"]),
        ("gemeente bergen", ["Gemeente Bergen (L)", "Gemeente Bergen (NH)"]),
        ("bergen", ["Gemeente Bergen (L)", "Gemeente Bergen (NH)"]),
        ("gemeente elst", ["Gemeente Overbetuwe", "Gemeente Rhenen"]),
        ("gemeente alphen", ["Gemeente Alphen aan den Rijn", "Gemeente Alphen-Chaam"]),
    ] {
        assert_eq!(hits(query, 2), expected, "{query}");
    }
}

#[test]
fn a_town_with_a_longer_name_is_only_a_guess() {
    for query in ["politie bergen", "police bergen"] {
        let hits = hits(query, 9);
        assert!(hits.iter().all(|it| it.starts_with('?')), "{query}: {hits:?}");
        assert!(hits.iter().any(|it| it == "?Politie-eenheid Limburg"), "{query}: {hits:?}");
    }
}

#[test]
fn of_which_region_a_place_is_part_is_told_only_where_it_is_known() {
    for (query, is_unknown) in [
        ("ggd ede", true),
        ("ggd rijswijk gelderland", true),
        ("brandweer ede", true),
        ("veiligheidsregio ede gelderland", true),
        ("veiligheidsregio zutphen", true),
        ("waterschap ede", true),
        ("fire brigade ede", true),
        ("politie bergen", true),
        ("omgevingsdienst ede", false),
        ("ggd groningen", false),
        ("politie zwolle", false),
        ("gemeente ede", false),
        ("paspoort ede", false),
        ("ede", false),
        ("ggd", false),
    ] {
        let first = ASKED.index.first(&ASKED.directory, query, 9);
        assert_eq!(first.understood.is_body_unknown, is_unknown, "{query}");
        let is_guess = first.answer.hits.iter().all(|hit| hit.guess);
        assert!(!is_unknown || is_guess, "{query}");
    }
    // One that is a health service by its name only is among those that it may be.
    let ggd = hits("ggd ede", 9);
    let regions = "?Veiligheids- en Gezondheidsregio Gelderland-Midden";
    assert!(ggd.iter().any(|it| it == regions), "{ggd:?}");
}

#[test]
fn a_place_that_lies_elsewhere_is_a_guess() {
    for query in ["paspoort ede overijssel", "gemeente ede limburg", "ede overijssel"] {
        assert_eq!(hits(query, 1), ["?Gemeente Ede"], "{query}");
    }
}

#[test]
fn the_body_with_the_longest_name_in_a_handle_is_guessed_first() {
    for (query, expected) in [
        ("@Belastingdienst_NL", "?Belastingdienst"),
        ("@belastingdienst_help", "?Belastingdienst"),
        ("@help_belastingdienst", "?Belastingdienst"),
        ("@politie_help", "?Politie"),
        ("@gemeente_ede_info", "?Gemeente Ede"),
        ("@rdw_helpdesk", "?RDW"),
        ("@POL_Ede", "Politie Ede"),
    ] {
        assert_eq!(hits(query, 1), [expected], "{query}");
    }
}
