//! What stands above the hits because of what was asked.

use super::*;
use crate::tui::tests::search::shown;
use crate::tui::tests::start::with_services;

#[test]
fn whom_to_call_stands_above_everything() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut model = with_services(width, height);
        play(&mut model, "alarmnummer");
        let text = shown(&model);
        for part in ["Is er nu gevaar?", "0900 8844"] {
            assert!(text.contains(part), "{width}×{height}: {part} in\n{text}");
        }
        assert!(!model.layout().list.is_empty(), "{width}×{height}");
    }
}

#[test]
fn a_topic_says_whose_it_is_and_its_bodies_are_a_key_away() {
    for key in ["<enter>", "<down>", "<tab>"] {
        let mut model = with_services(80, 24);
        play(&mut model, "paspoort");
        assert!(
            shown(&model).contains("Wie doet dit? uw gemeente · Typ de naam erbij"),
            "{}",
            shown(&model)
        );
        assert_eq!(play(&mut model, key), [], "{key}");
        assert_eq!(selected(&model), "Gemeente Zandmeer", "{key}");
        assert_eq!(model.browse.hits.len(), 1, "what has ended is no body to choose");
        assert_eq!(play(&mut model, "<esc>"), [], "{key}");
        assert!(model.is_at_start());
    }
    let mut model = with_services(80, 24);
    play(&mut model, "afvalwater");
    let text = shown(&model);
    assert!(text.contains("Wie doet dit? Waterkring van de lange"), "{text}");
}

#[test]
fn what_was_passed_over_is_told() {
    let mut model = with_services(120, 24);
    play(&mut model, "het instagram van de gemeente zandmeer");
    let text = shown(&model);
    assert!(text.contains("kanaal Instagram"), "{text}");
    play(&mut model, "<c-u>zandmeer");
    assert!(!shown(&model).contains("gezocht op"), "where all of it was searched");
}

#[test]
fn the_government_of_a_village_stands_together() {
    let mut model = fixture(100, 24);
    play(&mut model, "de veen");
    let text = shown(&model);
    assert!(text.contains("De overheid in De Veen"), "{text}");
    for name in ["Gemeente Zandmeer", "Basisteam Zandmeer"] {
        assert!(text.contains(name), "{name} in\n{text}");
    }
    assert_eq!(model.browse.search.total, model.browse.hits.len());
    play(&mut model, "<c-u>gemeente de veen");
    assert!(!shown(&model).contains("De overheid in"), "who asks for more is answered that");
}

#[test]
fn the_channel_that_was_asked_for_is_the_one_that_opens() {
    let opens = |query: &str| {
        let mut model = fixture(100, 24);
        play(&mut model, query);
        play(&mut model, "<tab>");
        model.current().and_then(|it| it.url(model.directory().unwrap()).map(String::from))
    };
    for (query, address) in [
        ("zandmeer x", "https://x.com/GemZandmeer"),
        ("instagram zandmeer", "https://www.instagram.com/gemeente.zandmeer/"),
        ("zandmeer", "https://www.zandmeer.example"),
    ] {
        assert_eq!(opens(query).as_deref(), Some(address), "{query}");
    }
}

#[test]
fn where_the_asked_channel_is_not_known_that_is_said() {
    let told = |query: &str| {
        let mut model = fixture(120, 24);
        play(&mut model, query);
        shown(&model)
    };
    let none = told("mastodon zandmeer");
    assert!(none.contains("geen account op Mastodon bekend; wel op X,"), "{none}");
    let other = told("toeslagendienst mastodon");
    assert!(other.contains("geen account op Mastodon bekend"), "{other}");
    assert!(!told("x zandmeer").contains("geen account op"));
    assert!(!told("zandmeer").contains("geen account op"));
}

#[test]
fn cards_are_drawn_at_every_size_and_leave_room_for_the_hits() {
    let theme = Theme::ansi(false);
    for script in ["alarmnummer", "paspoort", "paspoort<enter>", "afvalwater", "de veen"] {
        let mut model = with_services(80, 24);
        play(&mut model, script);
        for width in [20, 24, 39, 40, 59, 60, 79, 80, 120, 160] {
            for height in 4..=32 {
                update(&mut model, Msg::Resized(Size::new(width, height)));
                screen(&model, &theme, width, height);
                let layout = model.layout();
                let parts = [layout.card, layout.card_rule, layout.list, layout.panel];
                for (at, part) in parts.iter().enumerate() {
                    for other in parts.iter().skip(at + 1) {
                        let both = part.intersection(*other);
                        assert!(both.is_empty(), "{script} {width}×{height}: {layout:?}");
                    }
                }
                assert!(!layout.list.is_empty(), "{script} {width}×{height}: {layout:?}");
            }
        }
    }
}
