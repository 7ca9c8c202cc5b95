//! Every view at every size: nothing may panic or be drawn outside.

use super::*;
use crate::tui::layout::{ROOMY, SMALLEST, TALL, WIDE, WIDEST};

fn around(breaks: &[u16]) -> impl Iterator<Item = u16> {
    breaks.iter().flat_map(|at| [at - 1, *at, at + 1]).collect::<Vec<_>>().into_iter()
}

#[test]
fn every_view_draws_at_every_size() {
    let theme = Theme::ansi(false);
    let scripts = [
        "",
        "<down>",
        "zand",
        "zand<tab>",
        "zand<tab><down><down>e",
        "zand<f4>",
        "zand<f9>",
        "zand<f9>www",
        "zand<f9>qqq",
        "<f1>",
        "qqqq",
        "@zand",
        "@GemZandmeer",
        "@GemZandmeer<tab>",
        "@GemZandmeer<f2>",
        "@GemZandmeer<f2>e",
        "@GemZandmeer<f2>q",
        "@zandmeer_nu<f2>",
        "@GemZ4ndmeer<f2>",
        "@GemZ4ndmeer<f2><end>",
        "@GemZ4ndmeer<f2><esc>",
        "<f5>",
        "<f5><tab><down><down>",
        "<f5><tab>/zand",
        "<f5><tab>w",
        "<f5>e<end>",
        "zand<esc>@GemZandmeer<esc><c-r>",
        "zand<esc>@GemZandmeer<esc><c-r>gem",
        "zand<esc><c-r>qqq",
        "zand<esc><up>",
    ];
    for script in scripts {
        let mut model = fixture(80, 24);
        play(&mut model, script);
        for width in (0..=24).chain(around(&[60, WIDE, 120, WIDEST])) {
            for height in (0..=SMALLEST.height + 2).chain(around(&[ROOMY, 24, TALL])) {
                update(&mut model, Msg::Resized(Size::new(width, height)));
                screen(&model, &theme, width, height);
            }
        }
    }
}

#[test]
fn a_frame_of_another_size_than_the_model_knows_still_shows_the_selection() {
    let mut model = fixture(80, 60);
    play(&mut model, "<c-n><c-n><c-n><c-n><c-n><c-n><c-n>");
    let buffer = screen(&model, &Theme::mono(true), 80, 14);
    let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(text.contains(&format!("> {}", selected(&model))), "{text}");
}
