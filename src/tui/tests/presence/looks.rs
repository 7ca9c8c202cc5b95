//! How who is where looks in every window.

use super::*;

/// The scripts that lead to each view.
const VIEWS: [(&str, &str); 8] = [
    ("map", "<f7><down>"),
    ("map-grouped", "<f7>t<down><right>"),
    ("map-mistake", "<f7>/soort:gemeent"),
    ("platforms", "<f7><tab>"),
    ("platform", "<f7><tab><down>"),
    ("numbers", "<f7><s-tab><s-tab>"),
    ("what-if-choose", "<f7><tab><tab>"),
    ("what-if", "<f7> <right><right>m"),
];

#[test]
fn who_is_where_in_every_window() {
    for (name, script) in VIEWS {
        for (width, height) in [(80, 24), (120, 40), (200, 50)] {
            let mut model = fixture(width, height);
            play(&mut model, script);
            let name = format!("presence-{name}-{width}x{height}-ansi");
            shot(&name, &model, &Theme::ansi(false));
        }
        let mut model = fixture(40, 12);
        play(&mut model, script);
        shot(&format!("presence-{name}-40x12-mono"), &model, &Theme::mono(false));
    }
    let mut model = map_in(Language::En, 80, 24);
    shot("presence-map-80x24-english", &model, &Theme::ansi(false));
    play(&mut model, "<esc>");
    shot("presence-map-80x24-mono-ascii", &map(80, 24), &Theme::mono(true));
    let mut model = fixture(20, 6);
    play(&mut model, "<f7>");
    shot("presence-map-20x6-mono", &model, &Theme::mono(false));
}

#[test]
fn who_is_where_is_drawn_at_every_size() {
    let theme = Theme::ansi(false);
    for (_, script) in VIEWS {
        let mut model = fixture(80, 24);
        play(&mut model, script);
        for width in [1, 19, 20, 33, 40, 59, 60, 79, 80, 99, 100, 133, 200] {
            for height in [1, 3, 4, 5, 8, 9, 12, 14, 24, 50] {
                send(&mut model, Msg::Resized(Size::new(width, height)));
                screen(&model, &theme, width, height);
            }
        }
    }
}
