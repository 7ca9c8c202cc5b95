//! Pictures of the start page with favourites and what was looked at last, and of the marks.

use super::*;
use crate::tui::tests::screens::shot;

#[test]
fn the_start_page_shows_what_is_at_hand_in_every_size() {
    for (name, width, height, ascii) in [
        ("80x24-mono", 80, 24, false),
        ("120x40-mono", 120, 40, false),
        ("40x12-mono", 40, 12, false),
        ("80x24-mono-ascii", 80, 24, true),
    ] {
        let mut reader = Reader::with(KEPT, Language::Nl, Size::new(width, height));
        shot(&format!("at-hand-{name}"), &reader.model, &Theme::mono(ascii));
        reader.play("<down><down><right><right>");
        shot(&format!("at-hand-selected-{name}"), &reader.model, &Theme::mono(ascii));
    }
}

#[test]
fn beside_whom_to_call_the_start_page_shows_what_is_at_hand() {
    for (name, width, height) in [("80x24", 80, 24), ("40x12", 40, 12)] {
        let mut reader = Reader::with(KEPT, Language::Nl, Size::new(width, height));
        let directory = crate::embedded::from_toml(&start::services(), today()).unwrap();
        reader.take(Msg::Loaded(Arc::new(Catalogue::new(directory))));
        shot(&format!("at-hand-services-{name}-mono"), &reader.model, &Theme::mono(false));
    }
}

#[test]
fn a_favourite_has_its_mark_before_its_name() {
    for (name, width, height, ascii) in
        [("80x24", 80, 24, false), ("120x40-ascii", 120, 40, true), ("40x12", 40, 12, false)]
    {
        let mut reader = Reader::with(KEPT, Language::En, Size::new(width, height));
        reader.play("zand");
        shot(&format!("marked-{name}"), &reader.model, &Theme::mono(ascii));
    }
}
