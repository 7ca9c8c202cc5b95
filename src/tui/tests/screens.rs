//! Pictures of the screen, each with the styles on it. Read every change before accepting it:
//! `INSTA_UPDATE=always cargo test` writes them.

use std::fmt::Write as _;

use ratatui::style::Style;

use super::*;

/// The text of a screen, and under it the runs of style on each row: `3: 2..34 bold reversed`.
pub(super) fn with_styles(buffer: &Buffer) -> String {
    let mut text = String::new();
    let mut styles = String::new();
    let width = usize::from(buffer.area.width).max(1);
    for (row, cells) in buffer.content.chunks(width).enumerate() {
        let line: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
        writeln!(text, "{}", line.trim_end()).unwrap();
        let mut start = 0;
        for (at, cell) in cells.iter().enumerate() {
            let next = cells.get(at + 1).map(ratatui::buffer::Cell::style);
            if next == Some(cell.style()) {
                continue;
            }
            let look = look(cell.style());
            if !look.is_empty() {
                writeln!(styles, "{row}: {start}..{} {look}", at + 1).unwrap();
            }
            start = at + 1;
        }
    }
    format!("{text}----\n{styles}")
}

fn look(style: Style) -> String {
    let colour = |name: &str, colour: Option<ratatui::style::Color>| {
        colour
            .filter(|c| *c != ratatui::style::Color::Reset)
            .map(|c| format!("{name}{}", c.to_string().to_lowercase()))
    };
    let modifiers = style.add_modifier.iter_names().map(|(name, _)| name.to_lowercase());
    colour("", style.fg)
        .into_iter()
        .chain(colour("on-", style.bg))
        .chain(modifiers)
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn shot(name: &str, model: &Model, theme: &Theme) {
    let buffer = screen(model, theme, model.size.width, model.size.height);
    insta::assert_snapshot!(name, with_styles(&buffer));
}

/// The scripts that lead to each view.
const VIEWS: [(&str, &str); 9] = [
    ("start", ""),
    ("all", "<down>"),
    ("many", "zand"),
    ("account", "@pol_zand"),
    ("nothing", "xyzzy qqq"),
    ("channels", "zandmeer<tab><down><down><down>"),
    ("evidence", "zandmeer<tab><down><down><down>e"),
    ("qr", "minwind<f4>"),
    ("help", "<f1>"),
];

#[test]
fn every_view_in_a_common_window() {
    for (name, script) in VIEWS {
        let mut model = fixture(80, 24);
        play(&mut model, script);
        shot(&format!("{name}-80x24-ansi"), &model, &Theme::ansi(false));
    }
}

#[test]
fn every_view_in_a_large_window() {
    for (name, script) in VIEWS {
        let mut model = fixture(120, 40);
        play(&mut model, script);
        shot(&format!("{name}-120x40-ansi"), &model, &Theme::ansi(false));
    }
}

#[test]
fn every_view_in_a_small_window() {
    for (name, script) in VIEWS {
        let mut model = fixture(40, 12);
        play(&mut model, script);
        shot(&format!("{name}-40x12-mono"), &model, &Theme::mono(false));
    }
}

#[test]
fn every_view_in_a_tiny_window() {
    for (name, script) in [VIEWS[2], VIEWS[5], VIEWS[6]] {
        let mut model = fixture(20, 6);
        play(&mut model, script);
        shot(&format!("{name}-20x6-mono"), &model, &Theme::mono(false));
    }
    let model = fixture(19, 3);
    shot("too-small-19x3", &model, &Theme::mono(false));
}

#[test]
fn without_colour_and_without_unicode() {
    for (name, script) in [VIEWS[0], VIEWS[2], VIEWS[5], VIEWS[6], VIEWS[7]] {
        let mut model = fixture(80, 40);
        play(&mut model, script);
        shot(&format!("{name}-80x40-mono-ascii"), &model, &Theme::mono(true));
    }
}

#[test]
fn in_english() {
    for (name, script) in [VIEWS[0], VIEWS[2], VIEWS[4], VIEWS[6], VIEWS[8]] {
        let mut model = fixture_in(Language::En, 80, 24);
        play(&mut model, script);
        shot(&format!("{name}-80x24-english"), &model, &Theme::ansi(false));
    }
}

#[test]
fn in_a_narrow_and_tall_window() {
    let mut model = fixture(60, 34);
    play(&mut model, "zand");
    shot("many-60x34-ansi", &model, &Theme::ansi(false));
}

#[test]
fn gaps_ends_successors_shared_accounts_and_guesses() {
    for (name, script) in [
        ("gap", "toeslagendienst"),
        ("ended", "gemeente kleinmeer<down>"),
        ("shared", "basisteam"),
        ("without-channels", "waterkring"),
        ("badge", "wind"),
        ("guess", "zandmeeer"),
        ("resembles", "@zandmeer"),
    ] {
        let mut model = fixture(100, 24);
        play(&mut model, script);
        shot(&format!("{name}-100x24-ansi"), &model, &Theme::ansi(false));
    }
}

#[test]
fn before_the_directory_is_there_and_after_a_failure() {
    let mut model = loading(Language::Nl, 80, 14);
    play(&mut model, "zand");
    shot("loading-80x14", &model, &Theme::ansi(false));
    load(&mut model, FIXTURE);
    let address = "https://www.zandmeer.example".to_owned();
    update(&mut model, Msg::OpenFailed { address, why: "geen programma gevonden".to_owned() });
    shot("open-failed-80x14", &model, &Theme::ansi(false));
    play(&mut model, "<c-u>gemeente kleinmeer<down><tab><enter>");
    shot("confirm-80x14", &model, &Theme::ansi(false));
}

#[test]
fn while_a_large_directory_is_loaded() {
    use crate::tui::loading::{Progress, Step};
    for (name, width, height, theme, language, step, done) in [
        ("reading-80x24-ansi", 80, 24, Theme::ansi(false), Language::Nl, Step::Reading, None),
        ("checking-80x24-ansi", 80, 24, Theme::ansi(false), Language::Nl, Step::Checking, Some(43)),
        (
            "indexing-120x40-ansi",
            120,
            40,
            Theme::ansi(false),
            Language::Nl,
            Step::Indexing,
            Some(100),
        ),
        ("checking-40x12-mono", 40, 12, Theme::mono(false), Language::Nl, Step::Checking, Some(43)),
        (
            "checking-80x24-mono-ascii",
            80,
            24,
            Theme::mono(true),
            Language::En,
            Step::Checking,
            Some(43),
        ),
        ("indexing-20x6-english", 20, 6, Theme::mono(false), Language::En, Step::Indexing, Some(7)),
    ] {
        let mut model = loading(language, width, height);
        model.loading.file = Some("gids-van-een-hele-grote-gemeente.toml".to_owned());
        let (done, total) = done.map_or((0, 0), |done| (done, 100));
        send(&mut model, Msg::Loading(Progress { step, done, total }));
        play(&mut model, "zand");
        shot(name, &model, &theme);
    }
}

#[test]
fn guesses_in_a_small_window_are_told_apart_from_finds() {
    for (width, height) in [(40, 12), (24, 8)] {
        let mut model = fixture(width, height);
        play(&mut model, "zandmeeer");
        shot(&format!("guess-{width}x{height}-mono"), &model, &Theme::mono(false));
    }
}

#[test]
fn a_count_is_shorter_where_there_is_little_room() {
    let mut model = fixture(80, 24);
    for (width, total, expected) in [
        (80, 1_234_567, " 1.234.567/7"),
        (22, 1_234_567, " 1.234.567/7"),
        (20, 1_234_567, " 1234567/7"),
        (20, 12_345_678_901, " 12.345.678.901"),
    ] {
        model.browse.search.total = total;
        let screen = screen(&model, &Theme::mono(false), width, 10);
        let line: String = screen
            .content
            .iter()
            .take(usize::from(width))
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert!(line.trim_end().ends_with(expected), "{width}: {line}");
    }
}

#[test]
fn the_keys_of_other_screens_stand_in_the_bar_or_the_last_line_whatever_else_is_left_out() {
    for script in ["", "<down>", "zand", "zand<tab>", "@GemZandmeer", "@niemand_hier", "xyzzy qqq"]
    {
        for width in [200, 120, 80, 60, 40] {
            let mut model = fixture(width, 24);
            play(&mut model, script);
            let buffer = screen(&model, &Theme::mono(false), width, 24);
            let last = buffer.content.chunks(usize::from(width)).next_back().unwrap();
            let line: String = last.iter().map(ratatui::buffer::Cell::symbol).collect();
            let bar: String = buffer.content[..usize::from(width)]
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect();
            for key in ["F1", "F2", "F5"] {
                let is_in_bar = key != "F1" && width > 60 && bar.contains(key);
                assert!(line.contains(key) || is_in_bar, "{script} at {width}: {line}");
            }
        }
    }
}

#[test]
fn with_the_evidence_beside_the_organisation() {
    for (name, script) in [
        ("channels", "zandmeer<tab><down><down><down>"),
        ("evidence", "zandmeer<tab><down><down><down>e<down>"),
    ] {
        let mut model = fixture(170, 30);
        play(&mut model, script);
        shot(&format!("{name}-170x30-ansi"), &model, &Theme::ansi(false));
    }
}
