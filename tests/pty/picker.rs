//! Picking for another program: the screen on the terminal, the choice on the output.

use super::ENTER;
use super::program::Program;

/// The program within a shell script, where it is `"$@"`.
fn in_script(script: &str, arguments: &[&str]) -> Program {
    Program::start_by(&["/bin/sh", "-c", script, "sh"], arguments, 24, 80)
}

/// Keeps what the program prints, and says it with its status behind.
const CAPTURE: &str = r#"x=$("$@"); s=$?; echo "[$x] $s""#;

#[test]
fn a_captured_output_gets_the_address_that_was_picked() {
    let mut program = in_script(CAPTURE, &["zandmeer"]);
    program.until_shown("Enter kiest zandmeer.example");
    program.press(ENTER);
    program.until_shown("[https://www.zandmeer.example] 0");
}

#[test]
fn what_is_left_without_a_choice_prints_nothing() {
    for key in [&b"\x1b"[..], b"\x03"] {
        let mut program = in_script(CAPTURE, &[]);
        program.until_shown("7/7");
        program.press(key);
        program.until_shown("[] 130");
    }
}

#[test]
fn several_are_marked_and_printed_in_that_order() {
    let script = r#""$@" | { read a; read b; echo "[$a $b]"; }"#;
    let mut program = in_script(script, &["--multi", "--print", "id"]);
    program.until_shown("7/7");
    // Into the list and past the first, then back to it.
    program.press_each(&[b"\x1b[B", b"\x1b[B", b"\t"]);
    program.until_shown("Eén gemarkeerd");
    program.press_each(&[b"\x1b[A", b"\x1b[A", b"\t"]);
    program.until_shown("2 gemarkeerd");
    program.press(ENTER);
    program.until_shown("[toeslagendienst ministerie-van-wind]");
}

#[test]
fn a_message_on_standard_input_is_judged() {
    let script = r#"printf 'Betaal uw aanslag via\nhttps://x.com/GemZandmeer0' | "$@""#;
    let program = in_script(script, &[]);
    program.until_shown("lijkt op");
    program.until_shown("@GemZandmeer");
}

#[test]
fn organisations_on_standard_input_are_what_is_searched() {
    let script = r#"printf 'gemeente-zandmeer\tmore\nministerie-van-wind\nnobody\n' | "$@""#;
    let mut program = in_script(script, &[]);
    program.until_shown("2/2");
    program.until_shown("1 regels");
    program.press(b"wind");
    program.until_shown("1/2");
}

#[test]
fn who_wants_a_name_is_led_to_an_account() {
    for (print, picked) in
        [("handle", "[@GemZandmeer] 0"), ("url", "[https://www.zandmeer.example] 0")]
    {
        let mut program = in_script(CAPTURE, &["--print", print, "gemeente", "zandmeer"]);
        program.until_shown("Gemeente Zandmeer");
        program.press(b"\r");
        program.until_shown(picked);
    }
}

#[test]
fn one_alone_is_picked_without_a_screen_and_none_ends() {
    for (arguments, shown) in [
        (&["--select-1", "minwind"][..], "[https://x.com/MinWind] 0"),
        (&["--exit-0", "qqqqqqq"][..], "[] 1"),
        (&["-1", "--print", "handle", "--query", "minwind"][..], "[@MinWind] 0"),
        (&["-1", "--print", "handle", "gemeente", "zandmeer"][..], "[@GemZandmeer] 0"),
    ] {
        let program = in_script(CAPTURE, arguments);
        program.until_shown(shown);
        assert_eq!(program.count(b"\x1b[?1049h"), 0, "{arguments:?}");
    }
}
