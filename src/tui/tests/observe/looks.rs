//! Pictures of the choices, the address and what was recorded.

use super::*;

#[test]
fn it_is_drawn_at_every_size() {
    for script in [
        "zandmeer<tab><down><down><down>b",
        "zandmeer<f3>b",
        "@GemZandmeer<f2>eb",
        "zandmeer<f3>s5https://x.nl<c-a>",
    ] {
        let mut reader = Reader::common();
        reader.play(script);
        assert_eq!(reader.model.screen(), Some(&Screen::Observe), "{script}");
        let sign = if reader.model.observe.is_typing() { "› htt" } else { "▌ 1" };
        for width in (0..=44).chain([60, 79, 80, 81, 120]) {
            for height in (0..=20).chain([24, 30, 40]) {
                update(&mut reader.model, Msg::Resized(Size::new(width, height)));
                let text = reader.text();
                if width >= 20 && height >= 4 {
                    assert!(text.contains(sign), "{width}x{height}: {text}");
                }
            }
        }
    }
}

#[test]
fn what_is_recorded_looks_so() {
    let scripts = [
        ("badge", "b<down><down>"),
        ("status", "s"),
        ("successor", "s5https://social.overheid.example/@zand"),
        ("recorded", "b<enter>s3"),
        ("again", "b<enter>b"),
        ("evidence", "b<enter>s3e<end>"),
    ];
    for (name, script) in scripts {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut reader = Reader::new(Language::Nl, width, height);
            reader.play(AT_ACCOUNT);
            reader.play(script);
            let theme = Theme::ansi(false);
            screens::shot(&format!("observe-{name}-{width}x{height}-ansi"), &reader.model, &theme);
        }
        let mut reader = Reader::new(Language::Nl, 40, 12);
        reader.play(AT_ACCOUNT);
        reader.play(script);
        screens::shot(&format!("observe-{name}-40x12-mono"), &reader.model, &Theme::mono(false));
        let mut reader = Reader::new(Language::En, 80, 24);
        reader.play(AT_ACCOUNT);
        reader.play(script);
        let theme = Theme::mono(true);
        screens::shot(&format!("observe-{name}-80x24-english-ascii"), &reader.model, &theme);
    }
}
