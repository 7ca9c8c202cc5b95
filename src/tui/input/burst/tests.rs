//! What is pressed, and what comes in one go; the time is told.

use super::*;
use crate::tui::keys::Focus;

const QUERY: Situation = Situation {
    focus: Focus::Query,
    nothing_typed: false,
    at_end: true,
    in_condition: false,
    picks: false,
    marks: false,
    keymap: crate::tui::keys::TABLE,
};
const CHANNELS: Situation = Situation { focus: Focus::Channels, ..QUERY };

/// Milliseconds after the beginning, and what came then.
type Script<'a> = &'a [(u64, &'a [u8])];

/// Everything that is to be acted on, as it is shown, with the milliseconds when it was known.
fn told_at(script: Script<'_>, situation: Situation) -> Vec<(u64, String)> {
    let start = Instant::now();
    let at = |millis| start + Duration::from_millis(millis);
    let mut listener = Listener::default();
    let mut told = Vec::new();
    let end = script.last().map_or(0, |(millis, _)| *millis) + 2000;
    for millis in 0..end {
        for (_, bytes) in script.iter().filter(|(when, _)| *when == millis) {
            listener.hear(bytes, at(millis));
        }
        // The program wakes when something came, or when the listener asked for it.
        let is_due = listener.deadline().is_some_and(|due| due <= at(millis));
        if is_due || script.iter().any(|(when, _)| *when == millis) {
            while let Some(pressed) = listener.next(Some(at(millis)), situation) {
                told.push((millis, shown(&pressed)));
            }
        }
    }
    told
}

fn told(script: Script<'_>, situation: Situation) -> Vec<String> {
    told_at(script, situation).into_iter().map(|(_, it)| it).collect()
}

fn shown(pressed: &Pressed) -> String {
    match pressed {
        Pressed::Key(key) => match key.code {
            KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => format!("^{c}"),
            KeyCode::Char(c) => c.to_string(),
            code => format!("{code:?}"),
        },
        Pressed::Mouse(_) => "mouse".to_owned(),
        Pressed::Burst(burst) => {
            let more = if burst.is_more { "+" } else { "" };
            let commands = if burst.has_commands { "!" } else { "" };
            format!("{more}{commands}{:?}", burst.text)
        }
    }
}

#[test]
fn one_key_after_another_is_pressed() {
    let script: Script<'_> = &[(0, b"k"), (30, b"\x1b[B"), (60, b"\r"), (90, b"\x1b"), (120, b"y")];
    for situation in [QUERY, CHANNELS] {
        assert_eq!(told(script, situation), ["k", "Down", "Enter", "Esc", "y"]);
    }
}

#[test]
fn what_only_moves_and_what_is_typed_is_not_held_up() {
    assert_eq!(told_at(&[(0, b"k")], QUERY), [(0, "k".to_owned())]);
    assert_eq!(told_at(&[(0, b"\x1b[B")], CHANNELS), [(0, "Down".to_owned())]);
    assert_eq!(told_at(&[(0, b"\x7f")], QUERY), [(0, "Backspace".to_owned())]);
    // A command is, until it is clear that it stands alone.
    let quiet = u64::try_from(QUIET.as_millis()).unwrap();
    assert_eq!(told_at(&[(0, b"\r")], QUERY), [(quiet, "Enter".to_owned())]);
    assert_eq!(told_at(&[(0, b"y")], CHANNELS), [(quiet, "y".to_owned())]);
    assert_eq!(told_at(&[(0, b"\x1b")], CHANNELS), [(quiet, "Esc".to_owned())]);
}

#[test]
fn what_comes_in_one_go_commands_nothing() {
    let text: &[u8] = b"knmi\ropen de site\r";
    for situation in [QUERY, CHANNELS] {
        assert_eq!(told(&[(0, text)], situation), ["!\"knmi\\nopen de site\\n\""]);
        assert_eq!(told(&[(0, b"b4")], situation), ["\"b4\""]);
        assert_eq!(told(&[(0, b"\r\r")], situation), ["!\"\\n\\n\""]);
        assert_eq!(told(&[(0, b"\x19\x0f\x1b[17~")], situation), ["!\"\""]);
        assert_eq!(told(&[(0, b"\x1b\x1b\x1b")], situation), ["!\"\""]);
        assert_eq!(told(&[(0, b"\x1bOP\x1bOQ\x1b[15~")], situation), ["!\"\""]);
        assert_eq!(told(&[(0, b"\x1b[B\x1b[B\r")], situation), ["!\"\\n\""]);
        assert_eq!(told(&[(0, b"\x1a\x0c\x04\x15")], situation), ["!\"\""]);
        // Control-C with more behind it is no way to end a program.
        assert_eq!(told(&[(0, b"a\x03b")], situation), ["!\"ab\""]);
    }
}

#[test]
fn wherever_a_text_is_cut_it_commands_nothing() {
    let text = b"ja\rb4\ry\x19q\r\ts5\r".to_vec();
    for situation in [QUERY, CHANNELS] {
        for gap in [0, 5, 15, 24] {
            for at in 1..text.len() {
                let (left, right) = text.split_at(at);
                let script = [(0, left), (gap, right)];
                let all = told(&script, situation).concat();
                assert!(!all.contains("Enter") && !all.contains('^'), "{at} {gap}: {all}");
                assert!(
                    situation.focus == QUERY.focus || all.starts_with('!') || all.starts_with('"'),
                    "{all}"
                );
            }
            let singly: Vec<(u64, &[u8])> =
                text.chunks(1).zip(0..).map(|(byte, number)| (number * gap, byte)).collect();
            let all = told(&singly, situation).concat();
            assert!(!all.contains("Enter") && !all.contains('^'), "{gap}: {all}");
        }
    }
}

#[test]
fn a_key_right_behind_a_text_is_a_part_of_it() {
    let all = told(&[(0, b"zandm"), (50, b"\r"), (100, b"q")], QUERY);
    assert_eq!(all, ["\"zandm\"", "+!\"zandm\\n\"", "+!\"zandm\\nq\""]);
    assert_eq!(told(&[(0, b"zandm"), (70, b"\r")], QUERY), ["\"zandm\"", "Enter"]);
    // It belongs where its first byte came.
    let slowly: Script<'_> = &[(0, b"e"), (20, b"\x1b"), (40, b"O"), (60, b"P")];
    assert_eq!(told(slowly, QUERY), ["e", "!\"\""]);
    assert_eq!(told(slowly, CHANNELS), ["!\"e\""]);
    let apart: Script<'_> = &[(0, b"e"), (30, b"\x1b"), (50, b"O"), (70, b"P")];
    assert_eq!(told(apart, CHANNELS), ["e", "F(1)"]);
}

#[test]
fn a_paste_is_whole_at_once_and_what_sticks_to_it_commands_nothing() {
    let script: Script<'_> = &[(0, b"\x1b[200~a\rb\x1b[201~")];
    assert_eq!(told_at(script, CHANNELS), [(0, "\"a\\rb\"".to_owned())]);
    // A text that holds the mark of its own end.
    let script: Script<'_> = &[(0, b"\x1b[200~a\x1b[201~\ry\x1b[201~"), (20, b"\r")];
    assert_eq!(told(script, CHANNELS), ["!\"a\\ny\"", "+!\"a\\ny\\n\""]);
    let script: Script<'_> = &[(0, b"\r\x1b[201~"), (40, b"\r")];
    assert_eq!(told(script, CHANNELS), ["!\"\\n\"", "+!\"\\n\\n\""]);
}

#[test]
fn a_paste_without_an_end_is_a_text_in_the_end() {
    let script: Script<'_> = &[(0, b"\x1b[200~a\rb"), (300, b"c"), (1500, b"\r")];
    assert_eq!(told(script, CHANNELS), ["\"a\\rbc\"", "Enter"]);
    assert_eq!(told(&[(0, b"\x1b[200~a\rb"), (100, b"\x03")], CHANNELS), ["^c"]);
}

#[test]
fn keys_that_a_keyboard_repeats_move() {
    let keys = |key: &'static [u8], gap: u64| -> Vec<(u64, &'static [u8])> {
        (0..9).map(|number| (number * gap, key)).collect()
    };
    for gap in [1, 8, 16, 33] {
        assert_eq!(told(&keys(b"\x1b[B", gap), CHANNELS), ["Down"; 9]);
        assert_eq!(told(&keys(b"j", gap), CHANNELS), ["j"; 9], "{gap}");
        assert_eq!(told(&keys(b"\x7f", gap), QUERY), ["Backspace"; 9]);
        assert_eq!(told(&keys(b"a", gap), QUERY), ["a"; 9]);
        assert_eq!(told(&keys(b"\x1b[<65;3;3M", gap), CHANNELS), ["mouse"; 9]);
    }
    assert_eq!(told(&[(0, b"jjj")], CHANNELS), ["j"; 3]);
    assert_eq!(told(&[(0, b"\t\x1b[B\x1b[B")], QUERY), ["Tab", "Down", "Down"]);
    // But not keys that do something.
    assert!(!told(&keys(b"\r", 8), CHANNELS).contains(&"Enter".to_owned()));
    assert!(!told(&keys(b"b", 8), CHANNELS).contains(&"b".to_owned()));
}

#[test]
fn typing_with_a_slip_is_mended_in_one_go_too() {
    assert_eq!(told(&[(0, b"knx\x7fmi")], QUERY), ["\"knmi\""]);
    // But it moves no selection.
    assert_eq!(told(&[(0, b"knmi\x1b[B")], QUERY), ["!\"knmi\""]);
    assert_eq!(told(&[(0, b"\x1b[Bknmi")], QUERY), ["!\"knmi\""]);
    assert_eq!(told(&[(0, b"knmi"), (40, b"\x1b[B")], QUERY), ["\"knmi\"", "+!\"knmi\""]);
}

#[test]
fn control_c_overtakes_all_that_waits() {
    let start = Instant::now();
    let mut listener = Listener::default();
    for _ in 0..5000 {
        listener.hear(&b"\x1b[B".repeat(1000), start);
    }
    listener.hear(b"politie\x03", start);
    assert!(listener.count <= 2 * MOST_WAITING, "{}", listener.count);
    let first = listener.next(Some(start + QUIET), CHANNELS).unwrap();
    assert_eq!(shown(&first), "^c");
}

#[test]
fn a_flood_takes_a_bounded_room() {
    let start = Instant::now();
    let mut listener = Listener::default();
    for millis in 0..2000_u64 {
        let now = start + Duration::from_millis(millis);
        listener.hear(&b"politie\r\t\x19".repeat(400), now);
        let mut count = 0;
        while let Some(pressed) = listener.next(Some(now), CHANNELS) {
            assert!(matches!(pressed, Pressed::Burst(_)), "{pressed:?}");
            count += 1;
        }
        assert!(count <= 1, "one for all that came together");
        let run = listener.run.as_ref().unwrap();
        assert!(
            run.held.len() <= 2 * MOST_HELD
                && run.text.as_ref().is_none_or(|it| it.text.len() <= LONGEST_PASTE)
        );
    }
}

#[test]
fn while_more_is_on_its_way_nothing_is_decided_by_the_time() {
    let start = Instant::now();
    let mut listener = Listener::default();
    listener.hear(b"\r", start);
    assert_eq!(listener.next(None, CHANNELS), None);
    listener.hear(b"\x03", start + QUIET / 2);
    assert_eq!(listener.next(None, CHANNELS), None);
    assert!(listener.next(Some(start + QUIET * 2), CHANNELS).is_some());
}
