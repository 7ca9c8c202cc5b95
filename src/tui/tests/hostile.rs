//! Text from outside never reaches the terminal raw, whatever a directory may hold.
//!
//! The loader refuses such text; the screen must not depend on that.

use proptest::prelude::*;

use super::*;
use crate::directory::{FormerName, Gap, Phone, Site};
use crate::text::sanitise::is_hostile;
use crate::tui::keys::Focus;

/// A steering character of each sort: bidirectional, invisible, an escape sequence, a line end.
const STEERING: &str = "\u{202E}x\u{200B}y\u{1b}[2Jz\n";

fn poison(text: &mut String) {
    text.insert_str(0, STEERING);
}

pub(super) fn poisoned() -> Directory {
    let mut directory = crate::embedded::from_toml(FIXTURE, today()).unwrap();
    let (organisations, accounts) = directory.loaded_mut().unwrap();
    let mut evidence = accounts[0].evidence.clone();
    for piece in &mut evidence {
        piece.url.push_str(STEERING);
        piece.note = Some(STEERING.to_owned());
    }
    for organisation in organisations {
        poison(&mut organisation.name);
        organisation.aliases.push(STEERING.to_owned());
        organisation.places.insert(0, STEERING.to_owned());
        organisation.former_names.push(FormerName { name: STEERING.to_owned(), until: None });
        organisation.sites.push(Site {
            host: STEERING.to_owned(),
            path: Some(STEERING.to_owned()),
            is_shared: false,
            is_test: false,
            evidence: evidence.clone(),
            note: Some(STEERING.to_owned()),
        });
        organisation.phones.push(Phone {
            number: STEERING.to_owned(),
            label: None,
            evidence: evidence.clone(),
            note: Some(STEERING.to_owned()),
        });
        organisation.gaps.push(Gap {
            text: STEERING.to_owned(),
            url: format!("https://example.org/{STEERING}"),
            seen: today(),
        });
        for field in [
            &mut organisation.abbreviation,
            &mut organisation.province,
            &mut organisation.website,
            &mut organisation.phone,
            &mut organisation.contact_form,
            &mut organisation.note,
        ] {
            *field = Some(format!("https://{STEERING}"));
        }
    }
    for account in accounts {
        account.url.push_str(STEERING);
        for field in [
            &mut account.display_name,
            &mut account.purpose,
            &mut account.successor,
            &mut account.note,
        ] {
            *field = Some(STEERING.to_owned());
        }
        for evidence in &mut account.evidence {
            evidence.url.push_str(STEERING);
            evidence.note = Some(STEERING.to_owned());
        }
    }
    for source in &mut directory.sources {
        poison(&mut source.title);
    }
    for badge in &mut directory.badges {
        poison(&mut badge.name);
    }
    directory
}

#[test]
fn no_view_shows_a_steering_character() {
    let scripts = [
        "",
        "zand",
        "zand<tab>",
        "zand<tab><down><down><down>e",
        "minwind<f3>",
        "zand<f4>",
        "zand<f9>",
        "zand<f9><down><down><down>",
        "zand<enter>",
        "zand<c-y>",
        "zand<tab><end><enter>",
        "gemeente kleinmeer<down><tab><end><enter>",
        "@GemZandmeer",
        "@GemZandmeer<f2>",
        "@zandmeer_nu<f2><end>",
        "@GemZandmeer<f2>e",
    ];
    for (width, height) in [(120, 60), (80, 24), (40, 12)] {
        for script in scripts {
            let mut model = loading(Language::Nl, width, height);
            send(&mut model, Msg::Loaded(Arc::new(Catalogue::new(poisoned()))));
            play(&mut model, script);
            let buffer = screen(&model, &Theme::ansi(false), width, height);
            for cell in &buffer.content {
                assert!(!cell.symbol().contains(is_hostile), "{script}: {:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn a_steering_character_is_written_out() {
    let mut model = loading(Language::Nl, 120, 40);
    send(&mut model, Msg::Loaded(Arc::new(Catalogue::new(poisoned()))));
    play(&mut model, "<down>");
    let buffer = screen(&model, &Theme::ansi(false), 120, 40);
    let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(text.contains("‹U+202E›x‹U+200B›y‹U+001B›[2Jz"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_pasted_and_judged_steers_nothing(
        parts in proptest::collection::vec(
            prop_oneof![
                "\\PC{0,12}",
                proptest::char::any().prop_map(String::from),
                Just("@GemZandmeer".to_owned()),
                Just("\u{200B}https://x.com/Gem\u{202E}".to_owned()),
                Just(" ".to_owned()),
            ],
            0..8,
        ),
        narrow: bool,
    ) {
        let (width, height) = if narrow { (40, 12) } else { (80, 24) };
        let mut model = fixture(width, height);
        paste(&mut model, &parts.concat());
        for key in ["", "<f2>", "<end>", "<tab>", "<enter>", "<esc>"] {
            play(&mut model, key);
            let buffer = screen(&model, &Theme::ansi(false), width, height);
            for cell in &buffer.content {
                prop_assert!(!cell.symbol().contains(is_hostile), "{key}: {:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn conventions_show_no_steering_character() {
    let mut directory =
        crate::embedded::from_toml(&super::conventions::families(), today()).unwrap();
    let (organisations, accounts) = directory.loaded_mut().unwrap();
    for organisation in organisations {
        organisation.name.insert_str(0, STEERING);
    }
    for account in accounts {
        account.note = Some(format!("De naam is {STEERING}"));
    }
    for convention in &mut directory.conventions {
        convention.url.push_str(STEERING);
        convention.note = Some(STEERING.to_owned());
    }
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for script in
            ["politie aalbroek<f6>", "politie aalbroek<f6><enter>", "gemeente<f6><right><enter>"]
        {
            let mut model = loading(Language::Nl, width, height);
            send(&mut model, Msg::Loaded(Arc::new(Catalogue::new(directory.clone()))));
            play(&mut model, script);
            assert_eq!(model.focus(), Focus::Conventions);
            let buffer = screen(&model, &Theme::ansi(false), width, height);
            for cell in &buffer.content {
                assert!(!cell.symbol().contains(is_hostile), "{script}: {:?}", cell.symbol());
            }
        }
    }
}
