//! Text that comes in one go opens, records, copies, exports and ends nothing, wherever the reader is.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::tui::input::burst::Listener;
use crate::tui::job::Job;
use crate::tui::keys::Focus;
use crate::tui::model::Tone;

/// Ways to every place where keys go, and which that is.
const PLACES: &[(&str, Focus)] = &[
    ("", Focus::Query),
    ("zand", Focus::Query),
    ("kleinmr", Focus::Query),
    ("zand<tab>", Focus::Channels),
    ("zand<tab><down><down><down>", Focus::Channels),
    ("zand<tab><down><down><down>e", Focus::Evidence),
    ("zand<f4>", Focus::QrCode),
    ("zand<f9>", Focus::Reach),
    ("@GemZandmeer<f2>", Focus::Check),
    ("@zandmeer_nu<f2>", Focus::Check),
    ("<f5>", Focus::Audit),
    ("<f5><tab><down>", Focus::Audit),
    ("<f5>/zand", Focus::Conditions),
    ("<f2>zand", Focus::Filter),
    ("<f7>", Focus::Presence),
    ("<f7>/zand", Focus::Conditions),
    ("<f5><tab>w", Focus::Rule),
    ("<f5><tab>e", Focus::Export),
    ("zand<f6>", Focus::Conventions),
    ("zand<f6><tab>", Focus::Conventions),
    ("zand<tab><down><down><down>s", Focus::Observe),
    ("zand<tab><down><down><down>s5", Focus::Successor),
    ("zand<tab>n", Focus::Add),
    (
        "zand<tab>nhttps://x.com/zandm<down><down>https://www.zandmeer.example/<enter>",
        Focus::Confirm,
    ),
    ("<review>", Focus::Review),
    ("<review>r", Focus::Reason),
    ("<c-x>", Focus::Palette),
    ("<f5><c-x>ver", Focus::Palette),
    ("zand<esc><c-r>", Focus::History),
    ("zand<esc><c-r>za", Focus::History),
    ("zand<esc><up>", Focus::Query),
    ("<f1>", Focus::Help),
    // Where Enter was pressed once, and would open at the second time.
    ("gemeente kleinmeer<down><tab><end><enter>", Focus::Channels),
];

fn at(script: &str) -> Model {
    static CATALOGUE: OnceLock<Arc<Catalogue>> = OnceLock::new();
    let mut model = loading(Language::Nl, 80, 24);
    let (reviewed, script) =
        script.strip_prefix("<review>").map_or((false, script), |it| (true, it));
    if reviewed {
        model.review = super::review::opened();
    }
    send(&mut model, Msg::Loaded(Arc::clone(CATALOGUE.get_or_init(catalogue))));
    model.observe.file = Some("waarnemingen.toml".to_owned());
    model.add.file = Some(super::add::own_file(std::path::Path::new("toevoegingen.toml")));
    play(&mut model, script);
    model
}

/// Sends bytes in pieces, so many milliseconds apart, and waits; what that did outside.
fn send_pieces(model: &mut Model, pieces: &[&[u8]], gap: u64) -> Vec<Effect> {
    let mut now = Instant::now();
    let mut listener = Listener::default();
    let mut effects = Vec::new();
    let mut act = |listener: &mut Listener, model: &mut Model, now| {
        while let Some(pressed) = listener.next(Some(now), model.situation()) {
            let msg = translate(pressed, model.situation());
            effects.extend(msg.and_then(|msg| send(model, msg)));
        }
    };
    for piece in pieces {
        listener.hear(piece, now);
        act(&mut listener, model, now);
        now += Duration::from_millis(gap);
    }
    for _ in 0..60 {
        now += Duration::from_millis(25);
        act(&mut listener, model, now);
    }
    effects
}

#[track_caller]
fn assert_harmless(effects: &[Effect], what: &str) {
    for effect in effects {
        let does = matches!(
            effect,
            Effect::Open(_)
                | Effect::Copy(_)
                | Effect::Run(
                    _,
                    Job::Observe { .. } | Job::Export(_) | Job::Review(_) | Job::Add(_)
                )
                | Effect::End(_)
                | Effect::Suspend
        );
        assert!(!does, "{what}: {effect:?}");
    }
}

#[test]
fn the_places_are_those_that_they_say() {
    for (script, focus) in PLACES {
        assert_eq!(at(script).focus(), *focus, "{script}");
    }
    for focus in Focus::ALL {
        assert!(PLACES.iter().any(|(_, it)| *it == focus), "{focus:?} is not looked at");
    }
}

#[test]
fn a_message_does_nothing_anywhere() {
    let messages: [&[u8]; 16] = [
        b"knmi\ropen de site\r",
        b"Volg x.com/POL_Ede\rbadge ontbreekt\rja\r",
        b"politie ede\rs.v.p. nakijken\rq\r",
        b"POL_Ede\ryes\r",
        b"b4\r",
        b"\r\r\r",
        b"e\re\r",
        b"\x19\r\x0f\r",
        b"\t\r\t\r\x1b\r",
        b"zie\x1bOP\x1bOQ\x1b[15~\x1b[17~\x1b[18~",
        b"\x1bOQ\r\x1bOS\r",
        b"\x1b\x1b\x1b\x1b",
        b"knmi\x1b[B\x1b[B\r",
        b"\x1b[B\x1b[B\r",
        b"\x1a\x0c\x03\x1a\r",
        b"weg\x17\x15\x0b\x04\r",
    ];
    for (script, focus) in PLACES {
        for message in messages {
            for size in [1, 3, 1024] {
                for (gap, ends) in [(0, false), (20, true)] {
                    let mut model = at(script);
                    let end: &[u8] = if ends { b"\x1b[201~" } else { b"" };
                    let all = [message, end].concat();
                    let pieces: Vec<&[u8]> = all.chunks(size).collect();
                    let effects = send_pieces(&mut model, &pieces, gap);
                    assert_harmless(&effects, &format!("{script} {}", message.escape_ascii()));
                    assert_eq!(model.focus(), *focus, "{script} {}", message.escape_ascii());
                }
            }
        }
    }
}

#[test]
fn a_text_moves_no_selection_whatever_keys_it_holds() {
    let texts: [&[u8]; 4] =
        [b"ja\x1b[B\x1b[B", b"\x1b[B\x1b[Bja\r", b"\x1b[6~\r\x1b[F\r", b"\x1b[Bk\x1b[Bj\r"];
    for (script, focus) in PLACES.iter().filter(|(_, focus)| !focus.is_text()) {
        for text in texts {
            for brackets in [false, true] {
                let mut model = at(script);
                let before = (model.browse.clone(), model.screens.clone());
                let text = if brackets {
                    [b"\x1b[200~", text, b"\x1b[201~"].concat()
                } else {
                    text.to_vec()
                };
                send_pieces(&mut model, &[&text], 0);
                let name = format!("{script} {focus:?} {}", text.escape_ascii());
                assert_eq!(
                    (model.browse.selected, model.browse.channel),
                    (before.0.selected, before.0.channel),
                    "{name}"
                );
                assert_eq!(model.screens, before.1, "{name}");
            }
        }
    }
    for text in texts {
        let mut model = at("zand<down>");
        let before = selected(&model).to_owned();
        send_pieces(&mut model, &[text], 0);
        assert!(
            model.browse.hits.is_empty() || selected(&model) == before,
            "{}",
            text.escape_ascii()
        );
    }
}

#[test]
fn a_message_without_brackets_is_judged_as_a_paste_is() {
    let message = "Echt?\nhttps://x.com/GemZandmeer\nen https://x.com/zandmeer_nu\n";
    let mut pasted = at("");
    paste(&mut pasted, message);
    for (size, gap) in [(1, 3), (5, 15), (1024, 0)] {
        let mut model = at("");
        let bytes = message.replace('\n', "\r").into_bytes();
        let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
        send_pieces(&mut model, &pieces, gap);
        assert_eq!(model.browse.query.text(), pasted.browse.query.text(), "{size}");
        assert_eq!(model.browse.check.text(), pasted.browse.check.text(), "{size}");
        assert_eq!(model.browse.check.message, pasted.browse.check.message, "{size}");
        assert!(model.browse.check.is_whole && model.browse.check.answers().len() == 2, "{size}");
        assert_eq!(model.status.as_ref().map(|it| it.tone), Some(Tone::Note), "{size}");
    }
}

#[test]
fn a_long_message_that_comes_slowly_is_judged_whole() {
    let message = format!("{}\rhttps://x.com/GemZandmeer\r", "woord en nog een ".repeat(60));
    let mut model = at("zand");
    let pieces: Vec<&[u8]> = message.as_bytes().chunks(64).collect();
    send_pieces(&mut model, &pieces, 20);
    assert!(model.browse.check.text().starts_with("zandwoord en nog"));
    assert!(model.browse.check.text().ends_with("https://x.com/GemZandmeer"));
    assert_eq!(model.browse.check.text().matches("woord").count(), 60);
}

#[test]
fn a_few_letters_in_one_go_are_typed() {
    let mut model = at("");
    send_pieces(&mut model, &[b"zandm"], 0);
    assert_eq!(model.browse.query.text(), "zandm");
    assert!(!model.browse.check.is_whole && model.status.is_none());
}

#[test]
fn where_no_text_goes_that_is_said() {
    let mut model = at("zand<tab>");
    let effects = send_pieces(&mut model, &[b"knmi\r"], 0);
    assert_eq!(effects, []);
    let said = model.status.unwrap().text;
    assert_eq!(said, model.words.burst_nowhere);
}

#[test]
fn keys_that_are_pressed_still_command() {
    let slowly = |script: &str, keys: &[&[u8]]| send_pieces(&mut at(script), keys, 30);
    assert!(matches!(slowly("zand", &[b"\x19"]).as_slice(), [Effect::Copy(_)]));
    assert!(matches!(
        slowly("", &[b"z", b"a", b"n", b"d", b"\r"]).as_slice(),
        [.., Effect::Open(_)]
    ));
    let record = slowly("zand<tab><down><down><down>", &[b"s", b"2"]);
    assert!(matches!(record.as_slice(), [Effect::Run(_, Job::Observe { .. })]), "{record:?}");
    assert!(matches!(slowly("", &[b"\x1b", b"\x1b"]).as_slice(), [Effect::End(_)]));
    let left = slowly("zand<tab>", &[b"\x1b", b"\x1b", b"\x1b", b"\x1b"]);
    assert!(matches!(left.as_slice(), [.., Effect::End(_)]), "{left:?}");
    let export = slowly("<f5><tab>", &[b"e", b"\r"]);
    assert!(matches!(export.as_slice(), [Effect::Run(_, Job::Export(_))]), "{export:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_of_several_keys_does_nothing(
        place in 0..PLACES.len(),
        lines in proptest::collection::vec("[ -~éπ\t]{0,12}", 2..6),
        brackets: bool,
        size in 1_usize..40,
        gap in 0_u64..25,
    ) {
        let (script, _) = PLACES[place];
        let mut model = at(script);
        let mut bytes = lines.join("\r").into_bytes();
        if brackets {
            bytes = [b"\x1b[200~", bytes.as_slice(), b"\x1b[201~\r"].concat();
        }
        // One key alone is pressed, whoever sends it.
        if bytes.len() < 2 {
            bytes = b"\r\r".to_vec();
        }
        let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
        let effects = send_pieces(&mut model, &pieces, gap);
        assert_harmless(&effects, &format!("{script} {}", bytes.escape_ascii()));
    }
}
